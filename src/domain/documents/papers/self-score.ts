import { column, paragraph, row } from '../blocks.ts'
import type { Block, Mark, Paper, Row } from '../paper.ts'
import { marked } from '../words.ts'
import { type Signer, type UnitParty, unitIssuer, unitSignature } from './parties.ts'

/** One line of the scoring table, a group or a criterion; points are printed strings ("9,5"). */
export interface SelfScoreLine {
  /** "I", "1", "1.1"; empty where the table has none. */
  readonly label: string
  readonly name: string
  /** Groups are bold and carry the sums of what is under them. */
  readonly group: boolean
  readonly maximum: string
  /** Empty where the unit has not scored itself. */
  readonly self: string
  /** Grounds and proof that the unit gives. */
  readonly explanation: string
  readonly mark?: Mark
}

/** What a unit hands in when it scores itself. */
export interface SelfScoreInput {
  readonly unit: UnitParty
  readonly blocName: string
  readonly year: number
  /** ISO date. */
  readonly date: string | null
  readonly signer: Signer
  /** The paper that adopted the scoring table; null when there is none. */
  readonly tableBasis: string | null
  readonly lines: readonly SelfScoreLine[]
  readonly totalMaximum: string
  readonly totalSelf: string
  readonly totalMark?: Mark
}

/** Bảng tự chấm điểm of a unit, on landscape sheets because of the explanations. */
export function buildSelfScore(input: SelfScoreInput): Paper {
  const { unit } = input
  return {
    code: 'form',
    issuer: unitIssuer(unit),
    symbol: null,
    place: unit.place,
    date: input.date,
    name: 'Bảng tự chấm điểm thi đua',
    subject: `Năm ${input.year}`,
    addressees: [input.blocName],
    bases: [],
    orientation: 'landscape',
    body: body(input),
    endMark: false,
    signatures: { kind: 'one', signature: unitSignature(input.signer) },
    recipients: [],
    annexes: [],
  }
}

function body(input: SelfScoreInput): readonly Block[] {
  const basis = input.tableBasis === null ? [] : [paragraph(`Chấm theo ${input.tableBasis}.`)]
  return [
    ...basis,
    {
      kind: 'table',
      columns: [column(14, 'centre'), column(100), column(22, 'centre'), column(36, 'centre'), column(80)],
      head: [row(['TT', 'Nội dung, tiêu chí', 'Điểm tối đa', 'Điểm tự chấm', 'Giải trình, minh chứng'])],
      rows: [...input.lines.map(scoreRow), totalRow(input)],
    },
  ]
}

function scoreRow(line: SelfScoreLine): Row {
  return row(
    [line.label, line.name, line.maximum, marked(line.self, line.mark), line.explanation],
    line.group,
  )
}

function totalRow({ totalMaximum, totalSelf, totalMark }: SelfScoreInput): Row {
  return row(
    [{ words: 'Tổng cộng', columns: 2, align: 'centre' }, totalMaximum, marked(totalSelf, totalMark), ''],
    true,
  )
}
