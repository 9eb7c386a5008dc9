import type { TargetVerdict } from './completion.ts'

/** How many targets were exceeded (vượt), met (đạt), missed (không đạt), and so on. */
export type VerdictTally = {
  readonly exceeded: number
  readonly met: number
  readonly missed: number
  /** chưa có số: a result is owed and missing. */
  readonly noResult: number
  readonly notComparable: number
  /** không giao: no part of `assigned`. */
  readonly notAssigned: number
  /** Targets that were given: all but those not assigned. */
  readonly assigned: number
  /** Exceeded and met together. */
  readonly reached: number
}

/**
 * Counts verdicts for "vượt 5, đạt 12, không đạt 1, chưa có số 2".
 *
 * @example tally(['exceeded', 'met', 'not_assigned']) // exceeded 1, met 1, notAssigned 1, assigned 2, reached 2, …
 */
export function tally(verdicts: Iterable<TargetVerdict>): VerdictTally {
  const counts: Record<TargetVerdict, number> = {
    exceeded: 0,
    met: 0,
    missed: 0,
    no_result: 0,
    not_assigned: 0,
    not_comparable: 0,
  }
  for (const verdict of verdicts) counts[verdict] += 1
  const reached = counts.exceeded + counts.met
  return {
    exceeded: counts.exceeded,
    met: counts.met,
    missed: counts.missed,
    noResult: counts.no_result,
    notComparable: counts.not_comparable,
    notAssigned: counts.not_assigned,
    assigned: reached + counts.missed + counts.no_result + counts.not_comparable,
    reached,
  }
}
