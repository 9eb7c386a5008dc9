import { column, dashes, paragraph, row } from '../blocks.ts'
import type { Block, Mark, Paper, Row } from '../paper.ts'
import { marked } from '../words.ts'
import {
  type BlocParty,
  blocIssuer,
  blocSignature,
  type Issue,
  type Signer,
  type Statement,
} from './parties.ts'

/** One line of the scoring table with its way through the layers; points are printed strings ("9,5"). */
export interface ScoreExplanationLine {
  readonly label: string
  readonly name: string
  /** Groups are bold and carry the sums of what is under them. */
  readonly group: boolean
  readonly maximum: string
  /** Points by layer, in the order of the layers; empty where a layer has none. */
  readonly points: readonly string[]
  /** Why it came out so: notes, reasons of changes with who and when, evidence. */
  readonly explanation: string
  readonly mark?: Mark
}

/** Every point of one unit with its reasons. */
export interface ScoreExplanationInput {
  readonly bloc: BlocParty
  readonly unitName: string
  readonly year: number
  readonly issue: Pick<Issue, 'date'>
  readonly signer: Signer
  /** Names of the layers, in their order: "Tự chấm", "Trưởng khối thẩm định". */
  readonly layers: readonly string[]
  readonly lines: readonly ScoreExplanationLine[]
  readonly totalMaximum: string
  /** By layer. */
  readonly totals: readonly string[]
  /** "2", empty while nothing was ranked. */
  readonly rank: string
  /** Questions of the unit with their answers, one sentence each. */
  readonly appeals: readonly Statement[]
  readonly recipients: readonly string[]
}

/** Bảng giải trình điểm of a unit: every point through all layers, on landscape sheets. */
export function buildScoreExplanation(input: ScoreExplanationInput): Paper {
  const { bloc } = input
  return {
    code: 'form',
    issuer: blocIssuer(bloc),
    symbol: null,
    place: bloc.place,
    date: input.issue.date,
    name: 'Bảng giải trình điểm thi đua',
    subject: `${input.unitName}, năm ${input.year}`,
    addressees: [],
    bases: [],
    orientation: 'landscape',
    body: body(input),
    endMark: false,
    signatures: { kind: 'one', signature: blocSignature(bloc, input.signer) },
    recipients: input.recipients,
    annexes: [],
  }
}

function body(input: ScoreExplanationInput): readonly Block[] {
  const { rank, appeals } = input
  return [
    scoreTable(input),
    ...(rank === '' ? [] : [paragraph(`Xếp hạng trong khối: thứ ${rank}.`)]),
    ...(appeals.length === 0
      ? []
      : [
          paragraph('Giải trình, kiến nghị của đơn vị và câu trả lời:'),
          ...dashes(appeals.map((one) => marked(one.text, one.mark))),
        ]),
  ]
}

function scoreTable({ layers, lines, totalMaximum, totals }: ScoreExplanationInput): Block {
  return {
    kind: 'table',
    size: 'small',
    columns: [
      column(14, 'centre'),
      column(70),
      column(16, 'centre'),
      ...layers.map(() => column(18, 'centre')),
      column(Math.max(50, 150 - 18 * layers.length)),
    ],
    head: [row(['TT', 'Nội dung, tiêu chí', 'Điểm tối đa', ...layers, 'Giải trình'])],
    rows: [
      ...lines.map(lineRow),
      row([{ words: 'Tổng cộng', columns: 2, align: 'centre' }, totalMaximum, ...totals, ''], true),
    ],
  }
}

function lineRow(line: ScoreExplanationLine): Row {
  const { label, name, mark, maximum, points, explanation, group } = line
  return row([label, marked(name, mark), maximum, ...points, explanation], group)
}
