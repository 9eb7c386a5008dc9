import {
  addTallies,
  type Candidate,
  type Count,
  type Poll,
  type Roll,
  type Tally,
  type Tie,
  tallyOfHands,
  type Votes,
} from '../../domain/voting/index.ts'
import type { CandidateRow, PollRow, StoredOutcome, StoredVotes } from './polls.store.ts'

// Between the records of a poll and the domain, which counts. Nothing is decided here.

/** The poll as the domain knows it. */
export function pollOf(row: PollRow, candidates: readonly Pick<CandidateRow, 'id' | 'unitId'>[]): Poll {
  return {
    purpose: row.purpose,
    method: row.method,
    voters: row.voters,
    form: row.form,
    candidates: candidates.map(({ id, unitId }): Candidate => ({ id, unitId })),
    seats: row.seats,
    maxChoices: row.maxChoices,
    base: row.base,
    passMark: row.passMark,
    quorum: row.quorum,
    selfVoteAllowed: row.selfVote,
    ties: row.ties,
    round: row.round,
    order: row.position,
  }
}

/** Votes by candidate, as they come from forms and lie in jsonb, for the domain. */
export function votesOf(votes: Readonly<Record<string, StoredVotes>>): ReadonlyMap<string, Votes> {
  return new Map(Object.entries(votes))
}

/** Adds the written opinions of absent members to what was counted in the hall. */
export function withWritten(
  poll: Poll,
  tally: Tally,
  written: { readonly count: number; readonly votes: Readonly<Record<string, StoredVotes>> } | null,
): Tally {
  if (written === null || written.count === 0) return tally
  return addTallies(tally, tallyOfHands(poll, written.count, votesOf(written.votes)))
}

/** Scores by candidate out of scores by unit. */
export function scoresOf(
  candidates: readonly Pick<CandidateRow, 'id' | 'unitId'>[],
  byUnit: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    candidates.flatMap(({ id, unitId }) => {
      const score = unitId === null ? undefined : byUnit.get(unitId)
      return score === undefined ? [] : [[id, score]]
    }),
  )
}

/** The outcome as plain data, with what a recount needs. */
export function storedOutcome(
  count: Count,
  kept: Pick<StoredOutcome, 'stated' | 'writtenVotes' | 'scores'>,
): StoredOutcome {
  return {
    base: count.base,
    needed: count.needed,
    quorum: count.quorum,
    candidates: count.candidates,
    tie: count.tie,
    ballotsAgree: count.ballotsAgree,
    ...kept,
  }
}

/** The tie that is still open, for the second ballot. */
export function openTie(outcome: StoredOutcome): Tie | null {
  return outcome.tie
}

/** Members, those voting and those who wrote, as the domain asks for them. */
export function rollOf(entitled: number, present: number, written: number): Roll {
  return { members: entitled, present, written }
}
