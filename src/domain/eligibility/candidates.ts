import type { AwardCode } from '../awards/catalogue.ts'
import type { ChoiceMode } from '../blocs/rule-catalogue.ts'
import { type Bar, barRules, barsOn } from './bars.ts'

/** A unit in the ranking; equal units share a rank. */
export type Ranked = { readonly unitId: string; readonly rank: number; readonly score: string }

/** What candidates for one award arise from. */
export type CandidateInput = {
  readonly award: AwardCode
  readonly mode: ChoiceMode
  /** Used by `vote_among_top_n`. */
  readonly topN: number
  /** How many may be proposed; null when no ceiling is known. */
  readonly ceiling: number | null
  readonly ranking: readonly Ranked[]
  /** Units that registered for this award at the start of the year. */
  readonly registered: ReadonlySet<string>
  /** False where the bloc lets unregistered units be proposed. */
  readonly registrationRequired: boolean
  readonly bars: readonly Bar[]
  readonly date: string
  /** Units the vote has taken, when it has been held. */
  readonly voted: readonly string[] | null
}

/**
 * - `suggested`: by the mode of the award this unit should be proposed;
 * - `to_vote`: put to the vote, not decided yet;
 * - `possible`: may be proposed, but only by departing from the ranking with a reason;
 * - `suspended`, `barred`: not now, not this year.
 */
export type Standing = 'suggested' | 'to_vote' | 'possible' | 'suspended' | 'barred'

/** Why a candidate stands where it stands; `candidateReasonText` gives the sentence. */
export type CandidateReason =
  | { readonly code: 'rank'; readonly rank: number; readonly score: string }
  | { readonly code: 'registered' | 'not_registered' | 'voted' | 'not_voted' | 'awaits_vote' }
  | { readonly code: 'within_ceiling' | 'beyond_ceiling' | 'tied_at_ceiling'; readonly ceiling: number }
  | { readonly code: 'outside_top_n'; readonly topN: number }
  | { readonly code: 'moves_up'; readonly places: number }
  | { readonly code: 'barred'; readonly bar: Bar }

/** A member as a candidate for one award. */
export type AwardCandidate = {
  readonly unitId: string
  readonly standing: Standing
  readonly reasons: readonly CandidateReason[]
}

/**
 * Every ranked member with its standing for one award and the reasons for it, best rank first. Barred and suspended
 * units take no place; those after them move up. Equals at the last place are left to people, never cut by order of list.
 */
export function candidatesFor(input: CandidateInput): readonly AwardCandidate[] {
  const ranking = [...input.ranking].sort((a, b) => a.rank - b.rank || (a.unitId < b.unitId ? -1 : 1))
  const fit = ranking.filter((one) => isFit(input, one.unitId))
  return ranking.map((one) => {
    const reasons: CandidateReason[] = [
      { code: 'rank', rank: one.rank, score: one.score },
      { code: input.registered.has(one.unitId) ? 'registered' : 'not_registered' },
    ]
    const all = barsOn(input.bars, one.unitId, input.date)
    for (const bar of all) reasons.push({ code: 'barred', bar })
    const bars = all.filter((bar) => barRules[bar.code].effect !== 'warns')
    if (bars.length > 0) {
      const standing = bars.some((bar) => barRules[bar.code].effect === 'bars') ? 'barred' : 'suspended'
      return { unitId: one.unitId, standing, reasons }
    }
    if (!isFit(input, one.unitId)) return { unitId: one.unitId, standing: 'possible', reasons }
    const place = placeIn(fit, one)
    const ahead = ranking.filter((other) => other.rank < one.rank).length
    const up: CandidateReason[] = ahead > place ? [{ code: 'moves_up', places: ahead - place }] : []
    const [standing, why] = byMode(input, fit, one, place)
    return { unitId: one.unitId, standing, reasons: [...reasons, ...up, ...why] }
  })
}

function isFit(input: CandidateInput, unitId: string): boolean {
  const registered = input.registered.has(unitId) || !input.registrationRequired
  const bars = barsOn(input.bars, unitId, input.date)
  return registered && bars.every((bar) => barRules[bar.code].effect === 'warns')
}

/** How many fit units rank before this one. */
function placeIn(fit: readonly Ranked[], one: Ranked): number {
  return fit.filter((other) => other.rank < one.rank).length
}

function byMode(
  input: CandidateInput,
  fit: readonly Ranked[],
  one: Ranked,
  place: number,
): readonly [Standing, readonly CandidateReason[]] {
  if (input.mode === 'by_score') return byScore(input.ceiling, fit, one, place)
  if (input.mode === 'vote_among_top_n' && place >= input.topN) {
    return ['possible', [{ code: 'outside_top_n', topN: input.topN }]]
  }
  if (input.voted === null) return ['to_vote', [{ code: 'awaits_vote' }]]
  return input.voted.includes(one.unitId)
    ? ['suggested', [{ code: 'voted' }]]
    : ['possible', [{ code: 'not_voted' }]]
}

function byScore(
  ceiling: number | null,
  fit: readonly Ranked[],
  one: Ranked,
  place: number,
): readonly [Standing, readonly CandidateReason[]] {
  if (ceiling === null) return ['possible', []]
  const equals = fit.filter((other) => other.rank === one.rank).length
  if (place + equals <= ceiling) return ['suggested', [{ code: 'within_ceiling', ceiling }]]
  return ['possible', [{ code: place < ceiling ? 'tied_at_ceiling' : 'beyond_ceiling', ceiling }]]
}
