/** What no answer until the deadline counts as; the draft says it when it is sent round. */
export type Silence = 'agrees' | 'no_opinion'

/**
 * Where a unit stands on a draft: it agrees, it commented, it still has time, or it let the deadline pass
 * (which then counts as the draft says).
 */
export type Stance = 'agrees' | 'commented' | 'waiting' | 'silent_agrees' | 'silent_no_opinion'

/** A plain agreement, or a comment on a passage. */
export type Opinion = { readonly unitId: string; readonly agrees: boolean }

/** A draft on its round; ISO dates. */
export type Round = {
  /** The units that were asked. */
  readonly unitIds: readonly string[]
  /** What they said on the version that is on its round. */
  readonly opinions: readonly Opinion[]
  readonly dueOn: string | null
  readonly silence: Silence
  readonly today: string
}

/** How many units stand where. */
export type StanceCount = Readonly<Record<Stance, number>> & {
  readonly asked: number
  /** Units that agree, by word or by silence; those with comments are not among them. */
  readonly agreeing: number
}

/**
 * The stance of every unit asked. A comment weighs more than an agreement of the same unit. The day of the
 * deadline still belongs to the unit.
 *
 * @example
 * stances({ unitIds: ['a'], opinions: [], dueOn: '2026-02-10', silence: 'agrees', today: '2026-02-11' })
 * // a → 'silent_agrees'
 */
export function stances(round: Round): ReadonlyMap<string, Stance> {
  return new Map(round.unitIds.map((unitId) => [unitId, stanceOf(unitId, round)]))
}

/** The stances counted. */
export function countStances(round: Round): StanceCount {
  const found = [...stances(round).values()]
  const count = (stance: Stance) => found.filter((one) => one === stance).length
  const agrees = count('agrees')
  const silentAgrees = count('silent_agrees')
  return {
    agrees,
    commented: count('commented'),
    waiting: count('waiting'),
    silent_agrees: silentAgrees,
    silent_no_opinion: count('silent_no_opinion'),
    asked: round.unitIds.length,
    agreeing: agrees + silentAgrees,
  }
}

function stanceOf(unitId: string, round: Round): Stance {
  const said = round.opinions.filter((opinion) => opinion.unitId === unitId)
  if (said.some((opinion) => !opinion.agrees)) return 'commented'
  if (said.length > 0) return 'agrees'
  if (round.dueOn === null || round.today <= round.dueOn) return 'waiting'
  return round.silence === 'agrees' ? 'silent_agrees' : 'silent_no_opinion'
}
