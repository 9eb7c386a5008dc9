import type { FieldFault } from '../../../actions/failure.ts'
import type { ScoreRow } from '../scores.store.ts'
import type { YearTable } from '../table/table-model.ts'
import type { Proposal } from './proposal.ts'
import type { ScoreLine } from './score-sheet-table.ts'
import { lineField, readSelfSheet, type SheetEntries } from './sheet.ts'

/** One line of an import, held against the stored sheet. */
export type JudgedScore = {
  readonly line: ScoreLine
  readonly before: { readonly points: string; readonly note: string } | undefined
  readonly wasExempt: boolean
  readonly after: { readonly points: string; readonly note: string } | undefined
  readonly isExempt: boolean
  readonly kind: 'same' | 'added' | 'changed' | 'wrong'
  readonly fault: FieldFault | undefined
  /** The points depart from the rule, or nothing is assigned: that needs a word. */
  readonly asksNote: boolean
}

/** Holds the lines of an import against the rules of the table, as saving the sheet would; writes nothing. */
export function judgeScores(
  table: YearTable,
  unitId: string,
  lines: readonly ScoreLine[],
  entries: SheetEntries,
  stored: readonly ScoreRow[],
  exemptions: ReadonlyMap<string, string>,
  proposals: ReadonlyMap<string, Proposal>,
): readonly JudgedScore[] {
  const sheet = readSelfSheet(table, unitId, entries, proposals, exemptions)
  const scores = new Map(sheet.scores.map((one) => [one.criterionId, one]))
  const exempt = new Set(sheet.exempt.map((one) => one.criterionId))
  const own = new Map(stored.filter((one) => one.layer === 'self').map((one) => [one.code, one]))
  return lines.map((line): JudgedScore => {
    const { row, entry } = line
    const [was, now] = [own.get(row.code), scores.get(row.id)]
    const before = was && { points: was.points, note: was.reason }
    const after = now && { points: now.points, note: now.reason }
    const noteFault = sheet.faults[lineField.note(row.code)]
    const fault = entry.ok ? sheet.faults[lineField.points(row.code)] : entry.error
    const [wasExempt, isExempt] = [exemptions.has(row.code), exempt.has(row.id)]
    const common = { line, before, after, wasExempt, isExempt }
    const wrong = fault ?? noteFault
    if (wrong) return { ...common, kind: 'wrong', fault: wrong, asksNote: fault === undefined }
    const same =
      wasExempt === isExempt &&
      samePoints(before?.points, after?.points) &&
      (before?.note ?? '') === (after?.note ?? '')
    const kind = same ? 'same' : before || wasExempt ? 'changed' : 'added'
    return { ...common, kind, fault: undefined, asksNote: false }
  })
}

/** "8.50" and "8.5" are one number. */
function samePoints(a: string | undefined, b: string | undefined): boolean {
  const plain = (points: string | undefined) =>
    points?.includes('.') ? points.replace(/\.?0+$/, '') : (points ?? '')
  return plain(a) === plain(b)
}
