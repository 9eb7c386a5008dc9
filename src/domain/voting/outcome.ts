import type { TieStep } from './poll.ts'
import type { Tally, Votes } from './tally.ts'

/** How many could vote and did. `written` are absent members who gave their opinion in writing. */
export type Roll = { readonly members: number; readonly present: number; readonly written: number }

/** What may decide a tie besides votes. */
export type TieAids = {
  /** Scores of the candidates as decimal strings, e.g. '97.25'. */
  readonly scores?: ReadonlyMap<string, string>
  /** The choice of head and deputy, or of the chair, with its reason. */
  readonly decision?: { readonly chosen: readonly string[]; readonly reason: string }
}

/** What became of a candidate. */
export type CandidateResult = 'taken' | 'tied' | 'no_seat' | 'not_passed' | 'no_quorum'

/** Why; see `countReasonText` for the sentence. */
export type CountReason =
  | {
      readonly code: 'mark_met' | 'mark_missed'
      readonly votes: number
      readonly needed: number
      readonly of: number
    }
  | { readonly code: 'passed_before' }
  | { readonly code: 'no_votes' }
  | { readonly code: 'seat_by_votes'; readonly place: number; readonly seats: number }
  | { readonly code: 'seats_full'; readonly seats: number }
  | { readonly code: 'tied_at_last_seat'; readonly seatsLeft: number; readonly tied: number }
  | { readonly code: 'tie_by_score'; readonly score: string }
  | { readonly code: 'tie_by_decision'; readonly by: 'head_and_deputy' | 'chair'; readonly reason: string }
  | { readonly code: 'quorum_missed'; readonly have: number; readonly needed: number }

/** One candidate in the result, highest votes first. */
export type CandidateCount = {
  readonly id: string
  readonly votes: Votes
  /** Votes for, in per cent of the base, rounded half up to two decimals, e.g. '91.67'. */
  readonly percent: string
  readonly passes: boolean
  readonly result: CandidateResult
  readonly reasons: readonly CountReason[]
}

/** Equals at the last seat and the step that has to decide; null step when the poll's steps are used up. */
export type Tie = {
  readonly candidateIds: readonly string[]
  readonly seatsLeft: number
  readonly step: TieStep | null
}

/** Outcome of a poll with everything needed for the minutes (biên bản kiểm phiếu). */
export type Count = {
  readonly tally: Tally
  readonly base: number
  readonly needed: number | null
  readonly quorum: { readonly have: number; readonly needed: number; readonly met: boolean } | null
  readonly candidates: readonly CandidateCount[]
  readonly taken: readonly string[]
  readonly tie: Tie | null
  /** More ballots than voters: the count must not be signed before this is explained. */
  readonly ballotsAgree: boolean
}
