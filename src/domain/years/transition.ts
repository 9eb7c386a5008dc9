import { err, ok, type Result } from '../result.ts'
import type { YearFacts } from './facts.ts'
import { gate, type Lack } from './gate.ts'
import { reached, type YearState } from './state.ts'

/** A move of the year, as it is kept in the record of state changes. */
export type YearMove = {
  readonly from: YearState
  readonly to: YearState
  readonly reason: string | null
  /** What was lacking when the move was made. */
  readonly lacks: readonly Lack[]
}

/** Why a move was refused. `reason_needed` carries the lacks that ask for the reason. */
export type MoveRefusal =
  | { readonly code: 'already_closed' }
  | { readonly code: 'reason_needed'; readonly lacks: readonly Lack[] }
  | { readonly code: 'not_a_step_back' }

/**
 * One step forward. Lacks that are needed ask for a reason, advised ones are only kept with the move.
 *
 * @example
 * advance('pledging', facts, 'Sở Xây dựng ký bổ sung sau hội nghị')
 */
export function advance(
  from: YearState,
  facts: YearFacts,
  reason: string | null,
): Result<YearMove, MoveRefusal> {
  const { next, lacks } = gate(from, facts)
  if (next === null) return err({ code: 'already_closed' })
  const given = said(reason)
  if (given === null && lacks.some((lack) => lack.severity === 'needed')) {
    return err({ code: 'reason_needed', lacks })
  }
  return ok({ from, to: next, reason: given, lacks })
}

/** Back to an earlier state, by any number of steps; always with a reason. */
export function stepBack(
  from: YearState,
  to: YearState,
  reason: string | null,
): Result<YearMove, MoveRefusal> {
  if (reached(to, from)) return err({ code: 'not_a_step_back' })
  const given = said(reason)
  if (given === null) return err({ code: 'reason_needed', lacks: [] })
  return ok({ from, to, reason: given, lacks: [] })
}

function said(reason: string | null): string | null {
  const trimmed = reason?.trim() ?? ''
  return trimmed === '' ? null : trimmed
}
