import { blocPoll, type Poll, shares } from '../voting/poll.ts'
import type { EffectiveRules } from './rules.ts'

/** What a poll needs besides the bloc's rules. */
export type PollMatter = Pick<Poll, 'purpose' | 'candidates' | 'seats' | 'order'> &
  Partial<Pick<Poll, 'method' | 'form' | 'maxChoices'>>

/** A first ballot of the bloc under its rules of the year. The method may be set for the one poll. */
export function pollByRules(rules: EffectiveRules, matter: PollMatter): Poll {
  return {
    ...blocPoll,
    method: rules['voting.method'].value,
    base: rules['voting.base'].value,
    passMark: shares[rules['voting.pass_mark'].value],
    quorum: shares[rules['voting.quorum'].value],
    selfVoteAllowed: rules['voting.self_vote'].value,
    ties: rules['voting.ties'].value,
    ...matter,
  }
}
