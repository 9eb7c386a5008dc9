import type { AwardCode } from '../awards/catalogue.ts'

/** A condition of a standard: met, not met, or unknown until somebody confirms it. */
export type Condition = {
  readonly outcome: 'met' | 'not_met' | 'unknown'
  readonly because: ConditionBasis
}

/** The facts a condition was judged by. */
export type ConditionBasis =
  | { readonly code: 'years_running'; readonly years: readonly number[]; readonly missing: readonly number[] }
  | { readonly code: 'crosses_merger'; readonly years: readonly number[]; readonly mergedIn: number }
  | { readonly code: 'share_of_members'; readonly have: number; readonly of: number }
  | { readonly code: 'no_members' }

/** An award somebody received for a year. */
export type AwardOfYear = { readonly award: AwardCode; readonly year: number }

/**
 * Whether an award was received in each of the `years` years before `year`, without a gap. When a merger lies within
 * these years the answer is unknown: somebody has to confirm whose achievement counts.
 *
 * @example
 * yearsRunning(records, 'cstdcs', 2026, 3, null) // 2023, 2024, 2025
 */
export function yearsRunning(
  records: readonly AwardOfYear[],
  award: AwardCode,
  year: number,
  years: number,
  mergedIn: number | null,
): Condition {
  const wanted = Array.from({ length: years }, (_, index) => year - years + index)
  const missing = wanted.filter(
    (one) => !records.some((record) => record.award === award && record.year === one),
  )
  const [first] = wanted
  if (mergedIn !== null && first !== undefined && first <= mergedIn && mergedIn < year) {
    return { outcome: 'unknown', because: { code: 'crosses_merger', years: wanted, mergedIn } }
  }
  return {
    outcome: missing.length === 0 ? 'met' : 'not_met',
    because: { code: 'years_running', years: wanted, missing },
  }
}

/**
 * At least 70% of the members of a collective are Lao động tiên tiến (standard of Tập thể lao động xuất sắc and Tập thể
 * lao động tiên tiến). Compared exactly: 69,9% is not enough.
 */
export function seventyPercent(have: number, members: number): Condition {
  if (members === 0) return { outcome: 'unknown', because: { code: 'no_members' } }
  return {
    outcome: have * 100 >= members * 70 ? 'met' : 'not_met',
    because: { code: 'share_of_members', have, of: members },
  }
}
