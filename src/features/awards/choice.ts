import { type AwardCode, awards } from '../../domain/awards/index.ts'
import { type ChoiceMode, type EffectiveRule, effectiveRules } from '../../domain/blocs/index.ts'
import {
  type AwardCandidate,
  type Bar,
  barRules,
  barsOn,
  candidatesFor,
  checkProposals,
  isHard,
} from '../../domain/eligibility/index.ts'
import { type CeilingCheck, type CeilingRow, ceilingFor, checkCeiling } from '../../domain/quotas/index.ts'
import { err, ok, type Result } from '../../domain/result.ts'
import type { AwardFacts } from './candidates.store.ts'
import type { ProposalMode, StoredState } from './proposals.store.ts'
import type { ProposalWarning } from './warnings.ts'

/** Codes of the awards a bloc chooses among its members for, highest first. */
export const blocAwards: readonly AwardCode[] = Object.values(awards)
  .filter((award) => award.chosenByBloc)
  .sort((a, b) => b.order - a.order)
  .map((award) => award.code)

/** How the rules of the bloc choose for an award. */
export type ChoiceRule = {
  readonly mode: ChoiceMode
  readonly topN: number
  readonly rule: EffectiveRule<ChoiceMode>
}

/** What is already proposed, as far as the choice looks at it. */
export type ChosenSoFar = {
  readonly awardCode: AwardCode
  readonly unitId: string | null
  readonly recipient: 'collective' | 'person'
  readonly state: StoredState
  readonly departureReason: string
}

/** What a choice for one award in a year of a bloc stands on. */
export type ChoiceInput = {
  readonly award: AwardCode
  readonly year: number
  /** How many members the bloc has; ceilings go by it. */
  readonly units: number
  readonly province: string
  readonly facts: AwardFacts
  readonly ceilings: readonly CeilingRow[]
  readonly proposals: readonly ChosenSoFar[]
  /** ISO date: whose bars and ceilings count. */
  readonly date: string
}

/** The rule of an award in a year, or undefined for awards that no bloc chooses. */
export function choiceRule(input: Pick<ChoiceInput, 'award' | 'year' | 'facts'>): ChoiceRule | undefined {
  const rules = effectiveRules(input.facts.provinceRules, input.facts.blocRules, input.year)
  const rule = {
    co_chinh_phu: rules['choice.government_flag'],
    co_ubnd_tinh: rules['choice.province_flag'],
    bang_khen_chu_tich_tinh: rules['choice.certificate'],
  }[input.award as string]
  return rule && { mode: rule.value, topN: rules['choice.top_n'].value, rule }
}

/** The ceiling of the award with what is proposed so far and `more` to come. */
export function ceilingOf(input: ChoiceInput, more: number, overrideReason = ''): CeilingCheck {
  const row = ceilingFor(input.ceilings, input.award, input.units, input.date, input.province)
  const proposed = open(input).filter((one) => one.awardCode === input.award).length + more
  const override = overrideReason === '' ? null : { reason: overrideReason, by: '', on: input.date }
  return checkCeiling(row, input.award, proposed, override)
}

/** Every ranked member as a candidate, with the reasons. Who is proposed for a higher award makes room for others. */
export function candidatesOf(input: ChoiceInput, mode?: ChoiceMode): readonly AwardCandidate[] {
  const rule = choiceRule(input)
  const registered = registeredFor(input)
  return candidatesFor({
    award: input.award,
    mode: mode ?? rule?.mode ?? 'by_score',
    topN: rule?.topN ?? 0,
    ceiling: ceilingOf(input, 0).most,
    ranking: input.facts.ranking.filter(({ unitId }) => higherProposal(input, unitId) === undefined),
    registered,
    // Where nobody registered for it there was no registration to hold anybody to.
    registrationRequired: registered.size > 0,
    bars: input.facts.bars,
    date: input.date,
    voted: votedFor(input),
  })
}

/** Whether anybody registered for the award (or a higher one), so that not having done so means something. */
export function registrationHeld(input: ChoiceInput): boolean {
  return registeredFor(input).size > 0
}

/** The higher award a unit is proposed for already, if any. */
export function higherProposal(input: ChoiceInput, unitId: string): AwardCode | undefined {
  const order = awards[input.award].order
  return open(input).find(
    (one) =>
      one.unitId === unitId && awards[one.awardCode].chosenByBloc && awards[one.awardCode].order > order,
  )?.awardCode
}

/** What is to be proposed. */
export type Choice = {
  readonly unitId: string
  readonly mode: ProposalMode
  readonly reason: string
}

/** Why a unit cannot be proposed, with the form field it belongs to. */
export type ChoiceRefusal = {
  readonly field: 'unitId' | 'mode' | 'departureReason'
  readonly code:
    | 'proposal_suspended'
    | 'proposal_barred'
    | 'proposal_not_ranked'
    | 'proposal_vote_not_held'
    | 'proposal_no_ranking'
    | 'proposal_reason_needed'
}

/**
 * Whether a unit may be proposed, and what speaks against it: what follows ranking, registration, bars and vote passes;
 * what departs from them passes with a reason; a bar of confirmed law stops it.
 */
export function checkChoice(
  input: ChoiceInput,
  choice: Choice,
): Result<readonly ProposalWarning[], ChoiceRefusal> {
  const bars = effectiveBars(input, choice.unitId)
  const hard = bars.find(isHard)
  if (hard) {
    const code = barRules[hard.code].effect === 'suspends' ? 'proposal_suspended' : 'proposal_barred'
    return err({ field: 'unitId', code })
  }
  const warnings: ProposalWarning[] = bars.map((bar) => ({ code: 'bar', bar }))
  const rule = choiceRule(input)
  const higher = higherProposal(input, choice.unitId)
  if (higher) warnings.push({ code: 'proposed_higher', award: higher })
  if (rule && !higher && bars.length === 0) {
    const against = input.facts.ranked === 'none' ? unranked(input, choice) : byRanking(input, choice)
    if (!against.ok) return against
    warnings.push(...against.value)
  }
  if (rule && choice.mode === 'score' && rule.mode !== 'by_score') warnings.push({ code: 'other_mode' })
  if (warnings.length > 0 && choice.reason.trim() === '') {
    return err({ field: 'departureReason', code: 'proposal_reason_needed' })
  }
  return ok(warnings)
}

/** Units that ranking and vote suggest for an award the list holds, and that it leaves out without a word. */
export function leftOut(input: ChoiceInput): readonly string[] {
  const chosen = open(input).filter((one) => one.awardCode === input.award)
  if (chosen.length === 0 || chosen.some((one) => one.departureReason !== '')) return []
  const named = chosen.flatMap((one) => one.unitId ?? [])
  const checked = checkProposals(candidatesOf(input), named, new Map())
  if (checked.ok) return []
  const missing = checked.error.flatMap(({ unitId, code }) =>
    code === 'reason_needed' && !named.includes(unitId) ? [unitId] : [],
  )
  // Those whose names are still withheld may be the very units.
  return chosen.length - named.length >= missing.length ? [] : missing
}

function byRanking(input: ChoiceInput, choice: Choice): Result<readonly ProposalWarning[], ChoiceRefusal> {
  const candidates = candidatesOf(input, ruleModes[choice.mode])
  const checked = checkProposals(candidates, [choice.unitId], new Map([[choice.unitId, 'as given']]))
  if (checked.ok) return ok(checked.value.length > 0 ? [departure(candidates, choice.unitId)] : [])
  const refusal = checked.error.find(({ unitId }) => unitId === choice.unitId)
  if (refusal?.code === 'not_in_ranking') return err({ field: 'unitId', code: 'proposal_not_ranked' })
  if (refusal?.code === 'vote_not_held') return err({ field: 'mode', code: 'proposal_vote_not_held' })
  const candidate = candidates.find(({ unitId }) => unitId === choice.unitId)
  return ok(candidate?.standing === 'suggested' ? [] : [departure(candidates, choice.unitId)])
}

function departure(candidates: readonly AwardCandidate[], unitId: string): ProposalWarning {
  const reasons = candidates.find((one) => one.unitId === unitId)?.reasons ?? []
  return { code: reasons.some(({ code }) => code === 'not_voted') ? 'not_voted' : 'departs' }
}

/** Blocs without scores still vote and agree. */
function unranked(input: ChoiceInput, choice: Choice): Result<readonly ProposalWarning[], ChoiceRefusal> {
  if (choice.mode === 'consensus') return ok([])
  if (choice.mode === 'score') return err({ field: 'mode', code: 'proposal_no_ranking' })
  const voted = votedFor(input)
  if (voted === null) return err({ field: 'mode', code: 'proposal_vote_not_held' })
  return ok(voted.includes(choice.unitId) ? [] : [{ code: 'not_voted' }])
}

/** Agreement in the conference follows the ranking, unless a reason is given. */
const ruleModes: Readonly<Record<ProposalMode, ChoiceMode>> = {
  score: 'by_score',
  consensus: 'by_score',
  vote: 'by_vote',
  vote_among_top: 'vote_among_top_n',
}

function effectiveBars(input: ChoiceInput, unitId: string): readonly Bar[] {
  return barsOn(input.facts.bars, unitId, input.date).filter((bar) => barRules[bar.code].effect !== 'warns')
}

/** Who set out for a higher award may be given a lower one. */
function registeredFor(input: ChoiceInput): ReadonlySet<string> {
  const order = awards[input.award].order
  const fitting = input.facts.registered.filter(
    ({ awardCode }) => awards[awardCode].chosenByBloc && awards[awardCode].order >= order,
  )
  return new Set(fitting.map(({ unitId }) => unitId))
}

/** Units taken by any counted poll on the award, its second ballot included; null while none was counted. */
function votedFor(input: ChoiceInput): readonly string[] | null {
  const counted = input.facts.polls.filter(
    (poll) => poll.awardCode === input.award && poll.state === 'counted',
  )
  if (counted.length === 0) return null
  return counted.flatMap((poll) =>
    poll.candidates.flatMap(({ unitId, taken }) => (taken && unitId !== null ? [unitId] : [])),
  )
}

function open(input: ChoiceInput): readonly ChosenSoFar[] {
  return input.proposals.filter((one) => one.state !== 'withdrawn' && one.recipient === 'collective')
}
