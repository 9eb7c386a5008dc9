import { column, dashes, paragraph, row } from '../blocks.ts'
import type { Block, Mark, Paper } from '../paper.ts'
import { marked } from '../words.ts'
import { type BlocParty, blocIssuer, blocSignature, type Issue, type Signer } from './parties.ts'

/** A group of criteria: one column of the summary. */
export interface ScoreGroup {
  readonly name: string
  readonly maximum: string
}

/** The points of a unit, printed ("98,5"), in the order of the groups. */
export interface UnitScores {
  readonly unitName: string
  readonly points: readonly string[]
  readonly total: string
  /** "1", or "2" twice for equal ranks. */
  readonly rank: string
  readonly note: string
  /** Mức xếp loại, as frozen with the place. */
  readonly className?: string
  readonly mark?: Mark
}

/** The scores of a bloc for a year. */
export interface ScoreSummaryInput {
  readonly bloc: BlocParty
  readonly year: number
  readonly issue: Pick<Issue, 'date'>
  readonly signer: Signer
  /** Which layer is shown: "Điểm khối thống nhất tại hội nghị". */
  readonly layer: string
  readonly groups: readonly ScoreGroup[]
  readonly totalMaximum: string
  readonly units: readonly UnitScores[]
  /** The rules of ranking in words, printed under the table. */
  readonly rules?: readonly string[]
  readonly recipients: readonly string[]
}

/** Bảng tổng hợp điểm of the bloc: units down, groups across, on landscape sheets. */
export function buildScoreSummary(input: ScoreSummaryInput): Paper {
  const { bloc } = input
  return {
    code: 'form',
    issuer: blocIssuer(bloc),
    symbol: null,
    place: bloc.place,
    date: input.issue.date,
    name: 'Bảng tổng hợp điểm thi đua',
    subject: `Các đơn vị thành viên năm ${input.year}`,
    addressees: [],
    bases: [],
    orientation: 'landscape',
    body: [paragraph(`${input.layer}.`), summaryTable(input), ...rulesOf(input.rules ?? [])],
    endMark: false,
    signatures: { kind: 'one', signature: blocSignature(bloc, input.signer) },
    recipients: input.recipients,
    annexes: [],
  }
}

function rulesOf(rules: readonly string[]): readonly Block[] {
  return rules.length === 0 ? [] : [paragraph('Quy tắc xếp hạng:'), ...dashes(rules)]
}

/** The table of scores alone, for the annex of another paper. */
export function summaryTable({
  groups,
  totalMaximum,
  units,
}: Pick<ScoreSummaryInput, 'groups' | 'totalMaximum' | 'units'>): Block {
  const classed = units.some((unit) => unit.className !== undefined)
  const forClass = <T>(cell: T): readonly T[] => (classed ? [cell] : [])
  return {
    kind: 'table',
    size: 'small',
    columns: [
      column(10, 'centre'),
      column(56),
      ...groups.map(() => column(Math.max(16, 120 / groups.length), 'centre')),
      column(20, 'centre'),
      column(14, 'centre'),
      ...forClass(column(26)),
      column(32),
    ],
    head: [
      row([
        'TT',
        'Đơn vị',
        ...groups.map((group) => group.name),
        'Tổng điểm',
        'Xếp thứ',
        ...forClass('Xếp loại'),
        'Ghi chú',
      ]),
      row([
        '',
        'Điểm tối đa',
        ...groups.map((group) => group.maximum),
        totalMaximum,
        '',
        ...forClass(''),
        '',
      ]),
    ],
    rows: units.map((unit, index) =>
      row([
        `${index + 1}`,
        marked(unit.unitName, unit.mark),
        ...unit.points,
        unit.total,
        unit.rank,
        ...forClass(unit.className ?? ''),
        unit.note,
      ]),
    ),
  }
}
