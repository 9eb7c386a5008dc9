import {
  AlignmentType,
  HeadingLevel as DocxHeading,
  Table as DocxTable,
  ImageRun,
  Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { pngOf } from '../../../charts/chart.png.ts'
import { chartSize } from '../../../charts/chart.size.ts'
import { drawChart } from '../../../charts/chart.svg.ts'
import { cleanText } from '../../../charts/printable.ts'
import { headingLabel, isCentred, paragraphLabel } from '../../../domain/documents/headings.ts'
import { layout, textWidth } from '../../../domain/documents/layout.ts'
import type {
  Block,
  Cell,
  Column,
  Figure,
  Heading,
  HeadingLevel,
  Orientation,
  Row,
  Table,
} from '../../../domain/documents/paper.ts'
import { plainText } from '../../../domain/documents/words.ts'
import { gap, halfPoints, twips } from './docx.sizes.ts'
import { textRuns } from './docx.words.ts'

/** What a block must know of its surroundings. */
export interface BlockPlace {
  readonly orientation: Orientation
  readonly depths: ReadonlyMap<HeadingLevel, number>
  readonly keepWithNext?: boolean
}

/** A block as paragraphs and tables of Word. */
export function docxBlock(block: Block, place: BlockPlace): (Paragraph | DocxTable)[] {
  const keepNext = place.keepWithNext === true
  switch (block.kind) {
    case 'heading':
      return [docxHeading(block, place)]
    case 'paragraph':
      return [
        new Paragraph({
          style: paragraphStyle[block.align ?? 'plain'],
          keepNext,
          children: textRuns(block.words),
        }),
      ]
    case 'numbered': {
      const label = `${paragraphLabel(block.level, block.number)} `
      return [
        new Paragraph({ style: 'Body', keepNext, children: [...textRuns(label), ...textRuns(block.words)] }),
      ]
    }
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({
            style: 'Item',
            numbering: { reference: 'dashes', level: 0 },
            children: textRuns(item),
          }),
      )
    case 'table':
      return docxTable(block, place.orientation)
    case 'figure':
      return docxFigure(block, place.orientation)
  }
}

const paragraphStyle = { plain: 'Body', left: 'Left', centre: 'Centred' } as const

const headingStyles = [
  DocxHeading.HEADING_1,
  DocxHeading.HEADING_2,
  DocxHeading.HEADING_3,
  DocxHeading.HEADING_4,
  DocxHeading.HEADING_5,
  DocxHeading.HEADING_6,
]

function docxHeading({ level, number, title }: Heading, { depths }: BlockPlace): Paragraph {
  const label = number === null ? '' : headingLabel(level, number)
  const centred = isCentred(level)
  const separator = label === '' ? '' : centred ? '\n' : ' '
  return new Paragraph({
    heading: headingStyles[(depths.get(level) ?? 1) - 1],
    alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT,
    indent: { firstLine: centred ? 0 : twips(layout.firstLine) },
    children: [...textRuns(label + separator), ...textRuns(title)],
  })
}

function docxTable(table: Table, orientation: Orientation): (Paragraph | DocxTable)[] {
  const points = table.size === 'small' ? layout.size.tableSmall : layout.size.table
  const widths = columnWidths(table.columns, twips(textWidth(orientation)))
  const rowOf = (row: Row, head: boolean) =>
    new TableRow({
      tableHeader: head,
      cantSplit: !row.cells.some((cell) => plainText(cell.words).length > 600),
      children: cellsAt(row, table.columns).map(({ cell, column }) =>
        docxCell({ cell, column, points, head, strong: head || row.strong === true }),
      ),
    })
  const caption = table.caption === undefined ? [] : [captionOf(table.caption)]
  return [
    ...caption,
    new DocxTable({
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      margins: { left: twips(1.4), right: twips(1.4), top: twips(0.6), bottom: twips(0.6) },
      rows: [...table.head.map((row) => rowOf(row, true)), ...table.rows.map((row) => rowOf(row, false))],
    }),
    new Paragraph({ style: 'Spacer' }),
  ]
}

/** Widths in twips that add up to the whole. */
function columnWidths(columns: readonly Column[], whole: number): number[] {
  const shares = columns.reduce((sum, column) => sum + column.width, 0)
  return columns.map((column) => Math.floor((column.width / shares) * whole))
}

/** Each cell with the column it is aligned by. Rows under a spanning cell start further right; only the head has these. */
function cellsAt(row: Row, columns: readonly Column[]): { cell: Cell; column: Column | undefined }[] {
  let at = 0
  return row.cells.map((cell) => {
    const column = columns[at]
    at += cell.columns ?? 1
    return { cell, column }
  })
}

const docxAlign = {
  left: AlignmentType.LEFT,
  centre: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const

interface CellPlace {
  readonly cell: Cell
  readonly column: Column | undefined
  readonly points: number
  readonly head: boolean
  readonly strong: boolean
}

function docxCell({ cell, column, points, head, strong }: CellPlace): TableCell {
  const align = head ? 'centre' : (cell.align ?? column?.align ?? 'left')
  const style = { size: halfPoints(points), ...(strong ? { bold: true } : {}) }
  return new TableCell({
    columnSpan: cell.columns ?? 1,
    rowSpan: cell.rows ?? 1,
    verticalAlign: head ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
    children: [
      new Paragraph({ style: 'Cell', alignment: docxAlign[align], children: textRuns(cell.words, style) }),
    ],
  })
}

function captionOf(text: string): Paragraph {
  return new Paragraph({ style: 'TableCaption', children: textRuns(text) })
}

function docxFigure(figure: Figure, orientation: Orientation): Paragraph[] {
  const size = chartSize(figure, textWidth(orientation))
  const svg = drawChart(figure.chart, size)
  const picture = new ImageRun({
    type: 'svg',
    data: Buffer.from(svg),
    fallback: { type: 'png', data: Buffer.from(pngOf(svg)) },
    // Word counts 96 pixels to the inch.
    transformation: { width: (size.widthMm / 25.4) * 96, height: (size.heightMm / 25.4) * 96 },
    altText: {
      name: cleanText(figure.caption),
      title: cleanText(figure.caption),
      description: cleanText(figure.alternative),
    },
  })
  return [
    new Paragraph({ style: 'Centred', keepNext: true, children: [picture] }),
    new Paragraph({ style: 'FigureCaption', children: textRuns(figure.caption) }),
  ]
}

/** Space between paragraphs of the body. */
export const bodySpacing = { before: 0, after: gap(layout.paragraphGap) }
