import { chartSize } from '../../../charts/chart.size.ts'
import { drawChart } from '../../../charts/chart.svg.ts'
import { headingLabel, isCentred, paragraphLabel } from '../../../domain/documents/headings.ts'
import { layout, textWidth } from '../../../domain/documents/layout.ts'
import type {
  Block,
  Cell,
  Figure,
  Heading,
  HeadingLevel,
  Orientation,
  Row,
  Table,
} from '../../../domain/documents/paper.ts'
import { plainText } from '../../../domain/documents/words.ts'
import { content, literal, rawLiteral } from './typst.words.ts'

/** What a block must know of its surroundings. */
export interface BlockPlace {
  readonly orientation: Orientation
  readonly depths: ReadonlyMap<HeadingLevel, number>
}

/** A block as one Typst expression. */
export function typstBlock(block: Block, place: BlockPlace): string {
  switch (block.kind) {
    case 'heading':
      return typstHeading(block, place)
    case 'paragraph':
      return `${paragraphFunction[block.align ?? 'plain']}(${content(block.words)})`
    case 'numbered':
      return `plain(text(${literal(`${paragraphLabel(block.level, block.number)} `)}) + ${content(block.words)})`
    case 'list':
      return `list(${block.items.map(content).join(', ')})`
    case 'table':
      return typstTable(block)
    case 'figure':
      return typstFigure(block, place.orientation)
  }
}

const paragraphFunction = { plain: 'plain', left: 'lefted', centre: 'centred' } as const

function typstHeading({ level, number, title }: Heading, { depths }: BlockPlace): string {
  const depth = depths.get(level) ?? 1
  const label = number === null ? '' : headingLabel(level, number)
  if (isCentred(level)) return `titledcentre(${depth}, ${literal(label)}, ${content(title)})`
  return `titled(${depth}, text(${literal(label === '' ? '' : `${label} `)}) + ${content(title)})`
}

function typstTable(table: Table): string {
  const points = table.size === 'small' ? layout.size.tableSmall : layout.size.table
  const columns = list(table.columns.map((column) => `${column.width}fr`))
  const aligns = list(table.columns.map((column) => `${typstAlign[column.align]} + top`))
  const head = list(table.head.flatMap((row) => row.cells.map((cell) => headCell(cell))))
  const rows = list(table.rows.flatMap((row) => row.cells.map((cell) => bodyCell(cell, row))))
  const sheet = `sheet(${points}pt, ${columns}, ${aligns}, ${head}, ${rows})`
  return table.caption === undefined ? sheet : `caption(${literal(table.caption)}) + ${sheet}`
}

const typstAlign = { left: 'left', centre: 'center', right: 'right' } as const

function headCell(cell: Cell): string {
  return `cell(${spans(cell)}align: center + horizon, breakable: false, strong(${content(cell.words)}))`
}

function bodyCell(cell: Cell, row: Row): string {
  const align = cell.align === undefined ? '' : `align: ${typstAlign[cell.align]} + top, `
  const words = row.strong ? `strong(${content(cell.words)})` : content(cell.words)
  return `cell(${spans(cell)}${align}breakable: ${isLong(cell)}, ${words})`
}

/** A row stays on one page unless it is so long that keeping it together would push a page half empty. */
function isLong(cell: Cell): boolean {
  return plainText(cell.words).length > 600
}

function spans(cell: Cell): string {
  return `colspan: ${cell.columns ?? 1}, rowspan: ${cell.rows ?? 1}, `
}

function typstFigure(figure: Figure, orientation: Orientation): string {
  const size = chartSize(figure, textWidth(orientation))
  const svg = drawChart(figure.chart, size)
  return `chart(${rawLiteral(svg)}, ${literal(figure.alternative)}, ${size.heightMm}mm, ${literal(figure.caption)})`
}

/** A Typst array; the closing comma keeps an array of one from being read as a pair of brackets. */
export function list(items: readonly string[]): string {
  return items.length === 0 ? '()' : `(${items.join(', ')},)`
}
