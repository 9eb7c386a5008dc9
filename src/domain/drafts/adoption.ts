import { err, ok, type Result } from '../result.ts'
import { countStances, type Round } from './opinions.ts'

/** How a draft is adopted: by the conference, by written agreement, or because nobody spoke in time. */
export type AdoptedHow = 'conference' | 'writing' | 'silence'

/** What an adoption still lacks; one may go on with a reason. */
export type AdoptionLack =
  | { readonly code: 'never_circulated' }
  | { readonly code: 'deadline_not_over'; readonly dueOn: string }
  | { readonly code: 'comments_unanswered'; readonly count: number }
  | { readonly code: 'less_than_half_agree'; readonly agreeing: number; readonly asked: number }

/** Why a draft cannot be adopted in this way at all. */
export type AdoptionRefusal = { readonly code: 'silence_is_no_agreement' | 'silence_needs_a_deadline' }

/** A draft about to be adopted. `round` is null when it was never sent round. */
export type Adoption = {
  readonly how: AdoptedHow
  readonly round: Round | null
  /** Comments without the head's answer. */
  readonly unanswered: number
}

/**
 * What is missing before a draft is adopted. Silence adopts only a draft that said so and whose deadline has
 * passed; everything else is a lack that the head may go past with a reason. That more than half should agree
 * in writing is a habit without a basis in law.
 */
export function adoptionLacks(adoption: Adoption): Result<readonly AdoptionLack[], AdoptionRefusal> {
  const { how, round, unanswered } = adoption
  if (how === 'silence') {
    if (!round || round.dueOn === null || round.today <= round.dueOn)
      return err({ code: 'silence_needs_a_deadline' })
    if (round.silence !== 'agrees') return err({ code: 'silence_is_no_agreement' })
  }
  const lacks: AdoptionLack[] = []
  if (!round) lacks.push({ code: 'never_circulated' })
  if (unanswered > 0) lacks.push({ code: 'comments_unanswered', count: unanswered })
  if (round && how === 'writing') lacks.push(...lacksOfWriting(round))
  return ok(lacks)
}

function lacksOfWriting(round: Round): AdoptionLack[] {
  const lacks: AdoptionLack[] = []
  const count = countStances(round)
  if (count.waiting > 0 && round.dueOn !== null) lacks.push({ code: 'deadline_not_over', dueOn: round.dueOn })
  if (count.agreeing * 2 <= count.asked)
    lacks.push({ code: 'less_than_half_agree', agreeing: count.agreeing, asked: count.asked })
  return lacks
}
