import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { printedBases } from '../../../domain/documents/closing.ts'
import { placeAndDate } from '../../../domain/documents/dates.ts'
import { layout, nationLines, textWidth } from '../../../domain/documents/layout.ts'
import type { Paper, Words } from '../../../domain/documents/paper.ts'
import { printSymbol } from '../../../domain/documents/symbol.ts'
import { gap, halfPoints, twips } from './docx.sizes.ts'
import { textRuns } from './docx.words.ts'
import { ruleLengths } from './head.rules.ts'

const { size } = layout

/** The head of a paper: issuer and quốc hiệu, number and date, name and subject, addressees, căn cứ. */
export function docxHead(paper: Paper): (Paragraph | Table)[] {
  const rules = ruleLengths(paper)
  return [
    headGrid(paper, rules),
    ...(paper.name === null ? [] : paperName(paper, paper.name, rules.subject)),
    ...addressees(paper),
    ...printedBases(paper.bases).map((basis) => new Paragraph({ style: 'Body', children: textRuns(basis) })),
  ]
}

/** A grid of two columns without lines, left and right part of the page. */
export function openGrid(widthsMm: readonly number[], rows: readonly (readonly Paragraph[][])[]): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const borders = {
    top: none,
    bottom: none,
    left: none,
    right: none,
    insideHorizontal: none,
    insideVertical: none,
  }
  const { insideHorizontal: _h, insideVertical: _v, ...cellBorders } = borders
  return new Table({
    width: { size: twips(widthsMm.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widthsMm.map(twips),
    layout: TableLayoutType.FIXED,
    borders,
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children) =>
              new TableCell({ borders: cellBorders, verticalAlign: VerticalAlignTable.TOP, children }),
          ),
        }),
    ),
  })
}

/** Style of a line; `keepNext` keeps it on one page with what follows. */
export interface LineStyle {
  readonly bold?: boolean
  readonly italics?: boolean
  readonly keepNext?: boolean
}

/** A line of centred text without room around it. */
export function tightLine(
  text: Words,
  points: number,
  { keepNext = false, ...style }: LineStyle = {},
): Paragraph {
  return new Paragraph({
    style: 'Tight',
    alignment: AlignmentType.CENTER,
    keepNext,
    children: textRuns(text, { size: halfPoints(points), ...style }),
  })
}

/** A rule of the given length in the middle of `width`, both in millimetres. */
export function ruleLine(length: number, width: number, after = 0): Paragraph {
  const side = twips(Math.max(0, (width - length) / 2))
  return new Paragraph({
    style: 'Tight',
    indent: { left: side, right: side },
    spacing: { before: 0, after: gap(after), line: 40, lineRule: 'exact' },
    border: { bottom: { style: BorderStyle.SINGLE, size: 5, space: 0, color: '000000' } },
  })
}

function headGrid(paper: Paper, rules: { readonly issuer: number; readonly motto: number }): Table {
  const left = layout.headLeft[paper.orientation]
  const right = textWidth(paper.orientation) - left
  const superior =
    paper.issuer.superior === null ? [] : [tightLine(paper.issuer.superior.toUpperCase(), size.issuer)]
  const symbol = paper.symbol === null ? '' : printSymbol(paper.code, paper.symbol)
  const subject = paper.name === null ? [tightLine(`V/v ${paper.subject}`, size.letterSubject)] : []
  return openGrid(
    [left, right],
    [
      [
        [
          ...superior,
          tightLine(paper.issuer.name.toUpperCase(), size.issuer, { bold: true }),
          ruleLine(rules.issuer, left, 9),
        ],
        [
          tightLine(nationLines.nation, size.nation, { bold: true }),
          tightLine(nationLines.motto, size.motto, { bold: true }),
          ruleLine(rules.motto, right, 9),
        ],
      ],
      [
        [tightLine(symbol, size.symbol), ...subject],
        [tightLine(placeAndDate(paper.place, paper.date), size.dateline, { italics: true })],
      ],
    ],
  )
}

function paperName({ subject, orientation }: Paper, name: string, rule: number): Paragraph[] {
  return [
    new Paragraph({ style: 'PaperName', children: textRuns(name.toUpperCase()) }),
    new Paragraph({ style: 'PaperSubject', children: textRuns(subject) }),
    ruleLine(rule, textWidth(orientation), 14),
  ]
}

function addressees({ addressees: names }: Paper): Paragraph[] {
  const [only] = names
  if (only === undefined) return []
  if (names.length === 1)
    return [new Paragraph({ style: 'Addressee', children: textRuns(`Kính gửi: ${only}`) })]
  const left = twips(28)
  return [
    new Paragraph({
      style: 'Left',
      indent: { left },
      spacing: { before: gap(12), after: gap(2) },
      children: textRuns('Kính gửi:'),
    }),
    ...names.map(
      (name, index) =>
        new Paragraph({
          style: 'Left',
          indent: { left: left + twips(20) },
          spacing: { before: 0, after: gap(index === names.length - 1 ? 12 : 2) },
          children: textRuns(`- ${name}${index === names.length - 1 ? '.' : ';'}`),
        }),
    ),
  ]
}
