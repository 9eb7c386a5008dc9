/**
 * How far something that has to be put right (yêu cầu khắc phục) has come: asked for, answered by the unit, returned to
 * it because the answer does not do, settled.
 */
export type CorrectionState = 'open' | 'answered' | 'returned' | 'settled'

/** A correction on a day: who has to act, and by how many days it is late. */
export interface CorrectionStanding {
  /** Who has to act next; nobody when it is settled. */
  readonly owedBy: 'visited' | 'team' | null
  readonly late: boolean
}

/**
 * Who has to act on a correction. The unit's answer stops the clock: what the team has not looked at yet makes no unit
 * late.
 *
 * @example correctionStanding({ state: 'open', dueOn: '2026-11-20' }, '2026-11-22') // { owedBy: 'visited', late: true }
 */
export function correctionStanding(
  correction: { readonly state: CorrectionState; readonly dueOn: string },
  today: string,
): CorrectionStanding {
  if (correction.state === 'settled') return { owedBy: null, late: false }
  if (correction.state === 'answered') return { owedBy: 'team', late: false }
  return { owedBy: 'visited', late: correction.dueOn < today }
}
