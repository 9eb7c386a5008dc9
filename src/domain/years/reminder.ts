import type { Bilingual } from '../bilingual.ts'
import { printDate } from '../vietnamese/dates.ts'
import { cellOf, isOwed } from './cell.ts'
import { type BoardColumn, boardColumnInfo, boardColumns } from './columns.ts'
import type { MemberFacts } from './facts.ts'

/** A step a unit owes, with its distance from the deadline. */
export type OwedStep = {
  readonly column: BoardColumn
  readonly due: string | null
  readonly lateDays: number
  readonly returned: boolean
}

/** What a reminder (đôn đốc) says and who says it. */
export type ReminderInput = {
  readonly unitName: string
  readonly blocName: string
  readonly year: number
  readonly owed: readonly OwedStep[]
  /** How the text is signed, e.g. "Trưởng khối". */
  readonly signedBy: Bilingual
}

/**
 * What one unit owes on a day: late and returned steps first, then those whose deadline comes within `horizonDays`.
 * Steps the head has to do about the unit are not the unit's debt.
 */
export function owedBy(member: MemberFacts, today: string, horizonDays = 14): readonly OwedStep[] {
  return boardColumns
    .filter((column) => boardColumnInfo[column].actor === 'unit')
    .flatMap((column) => owedStep(member, column, today, horizonDays))
    .sort((a, b) => b.lateDays - a.lateDays || (a.due ?? '9999').localeCompare(b.due ?? '9999', 'en'))
}

/**
 * A short text to paste into a chat group; null when the unit owes nothing.
 *
 * @example
 * reminderText({ unitName: 'Sở Xây dựng', … })?.vi
 * // 'Sở Xây dựng – năm thi đua 2026, Khối …: còn 1 việc. 1) bảng tự chấm điểm, quá hạn 5 ngày (hạn 15/11/2026). …'
 */
export function reminderText(input: ReminderInput): Bilingual | null {
  if (input.owed.length === 0) return null
  const count = input.owed.length
  const items = input.owed.map(owedText)
  const list = (language: 'vi' | 'en') => items.map((item, i) => `${i + 1}) ${item[language]}`).join('; ')
  return {
    vi: `${input.unitName} – năm thi đua ${input.year}, ${input.blocName}: còn ${count} việc. ${list('vi')}. Đề nghị đơn vị hoàn thành sớm. ${input.signedBy.vi}.`,
    en: `${input.unitName} – emulation year ${input.year}, ${input.blocName}: ${count} open ${count === 1 ? 'item' : 'items'}. ${list('en')}. Please complete soon. ${input.signedBy.en}.`,
  }
}

/** One owed step in words. */
export function owedText(owed: OwedStep): Bilingual {
  const thing = boardColumnInfo[owed.column].thing
  const vi = [thing.vi]
  const en = [thing.en]
  if (owed.returned) {
    vi.push('đã trả lại để bổ sung')
    en.push('returned for completion')
  }
  if (owed.due !== null && owed.lateDays > 0) {
    vi.push(`quá hạn ${owed.lateDays} ngày (hạn ${printDate(owed.due)})`)
    en.push(`${owed.lateDays} ${owed.lateDays === 1 ? 'day' : 'days'} late (due ${printDate(owed.due)})`)
  } else if (owed.due !== null) {
    vi.push(`hạn ${printDate(owed.due)}`)
    en.push(`due ${printDate(owed.due)}`)
  }
  return { vi: vi.join(', '), en: en.join(', ') }
}

function owedStep(
  member: MemberFacts,
  column: BoardColumn,
  today: string,
  horizonDays: number,
): readonly OwedStep[] {
  const step = member.steps[column]
  if (step === undefined || !isOwed(step)) return []
  const cell = cellOf(step, today)
  const returned = step.state === 'returned'
  const soon = cell.daysLeft !== null && cell.daysLeft <= horizonDays
  if (!returned && cell.kind !== 'late' && !soon) return []
  return [{ column, due: step.due, lateDays: cell.lateDays, returned }]
}
