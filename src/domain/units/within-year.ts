import type { Bilingual } from '../bilingual.ts'
import { printDate } from '../vietnamese/dates.ts'
import { endOf, successorsOn, type UnitEvent } from './life.ts'

/** What happens to a member's targets, pledge and scores of a year in which it merged or ended. */
export type YearOfUnit =
  | { readonly outcome: 'stays' }
  | {
      readonly outcome: 'passes_on'
      readonly on: string
      readonly toUnitId: string
      readonly reason: Bilingual
    }
  | {
      readonly outcome: 'to_be_divided'
      readonly on: string
      readonly among: readonly string[]
      readonly reason: Bilingual
    }
  | { readonly outcome: 'closes'; readonly on: string; readonly reason: Bilingual }

/**
 * The fate of a member's year: it stays with a living unit, passes to the one successor, is divided by hand among
 * several, or closes on the day the unit ended. The reason is kept with the records that move.
 *
 * @param yearEnd the last day on which the year of the bloc still looks at the unit, usually the day of the conference.
 */
export function yearOfUnit(events: readonly UnitEvent[], unitId: string, yearEnd: string): YearOfUnit {
  const end = endOf(events, unitId)
  if (end === null || end.on > yearEnd) return { outcome: 'stays' }
  const { unitIds } = successorsOn(events, unitId, yearEnd)
  const [only] = unitIds
  const { on } = end
  const basis = end.basis === undefined ? '' : ` (${end.basis})`
  if (only === undefined) {
    return {
      outcome: 'closes',
      on,
      reason: {
        vi: `đơn vị kết thúc hoạt động từ ngày ${printDate(on)}${basis}, không có đơn vị kế thừa`,
        en: `the unit ended on ${printDate(on)}${basis} without a successor`,
      },
    }
  }
  if (unitIds.length > 1) {
    return {
      outcome: 'to_be_divided',
      on,
      among: unitIds,
      reason: {
        vi: `đơn vị chia tách từ ngày ${printDate(on)}${basis}; phần việc chia cho ${unitIds.length} đơn vị kế thừa`,
        en: `the unit was split on ${printDate(on)}${basis}; its work is divided among ${unitIds.length} successors`,
      },
    }
  }
  return {
    outcome: 'passes_on',
    on,
    toUnitId: only,
    reason: {
      vi: `đơn vị hợp nhất từ ngày ${printDate(on)}${basis}; đơn vị kế thừa tiếp nhận`,
      en: `the unit merged on ${printDate(on)}${basis}; its successor takes over`,
    },
  }
}
