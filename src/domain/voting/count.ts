import Big from 'big.js'
import type { CandidateCount, CandidateResult, Count, CountReason, Roll, Tie, TieAids } from './outcome.ts'
import { meets, type Poll, type Share, votesNeeded } from './poll.ts'
import { type Tally, tallyOf, type Votes } from './tally.ts'
import { breakTie } from './tie.ts'

/**
 * Counts a box of canonical ballots. Pure and free of order: the same ballots always give the same result.
 *
 * @example
 * count(poll, ballots, { members: 12, present: 12, written: 0 }).taken
 */
export function count(poll: Poll, ballots: Iterable<string>, roll: Roll, aids: TieAids = {}): Count {
  return decide(poll, tallyOf(poll, ballots), roll, aids)
}

/** Decides a poll from a tally, wherever it came from: screen, paper, hands, consensus, or several together. */
export function decide(poll: Poll, tally: Tally, roll: Roll, aids: TieAids = {}): Count {
  const base = baseOf(poll, tally, roll)
  const quorum = quorumOf(poll.quorum, roll)
  const judged = poll.candidates
    .map(({ id }) => judge(poll, id, tally.votes.get(id) ?? noVotes, base))
    .sort((a, b) => b.votes.for - a.votes.for || (a.id < b.id ? -1 : 1))
  const seated = quorum !== null && !quorum.met ? withoutQuorum(judged, quorum) : seat(poll, judged, aids)
  return {
    tally,
    base,
    needed: poll.passMark === null ? null : votesNeeded(poll.passMark, base),
    quorum,
    candidates: seated.candidates,
    taken: seated.candidates.filter(({ result }) => result === 'taken').map(({ id }) => id),
    tie: seated.tie,
    ballotsAgree: tally.cast <= roll.present + roll.written && tally.cast === tally.valid + tally.invalid,
  }
}

/** The second ballot among equals: no mark to pass again, only the seats that are left. */
export function secondBallot(poll: Poll, tie: Tie): Poll {
  const tied = new Set(tie.candidateIds)
  return {
    ...poll,
    candidates: poll.candidates.filter(({ id }) => tied.has(id)),
    seats: tie.seatsLeft,
    maxChoices: tie.seatsLeft,
    passMark: null,
    round: 2,
  }
}

/** How many are needed for the quorum and whether they are there. Written opinions count as taking part. */
export function quorumOf(share: Share | null, roll: Roll): Count['quorum'] {
  if (share === null) return null
  const have = roll.present + roll.written
  return { have, needed: votesNeeded(share, roll.members), met: meets(share, have, roll.members) }
}

const noVotes: Votes = { for: 0, against: 0, abstain: 0 }

type Seated = { readonly candidates: readonly CandidateCount[]; readonly tie: Tie | null }

function baseOf(poll: Poll, tally: Tally, roll: Roll): number {
  if (poll.base === 'all') return roll.members
  return poll.base === 'present' ? roll.present + roll.written : tally.valid
}

function judge(poll: Poll, id: string, votes: Votes, base: number): CandidateCount {
  const passes = poll.passMark === null ? votes.for > 0 : meets(poll.passMark, votes.for, base)
  return {
    id,
    votes,
    percent: base === 0 ? '0' : new Big(votes.for).times(100).div(base).round(2, Big.roundHalfUp).toString(),
    passes,
    result: passes ? 'no_seat' : 'not_passed',
    reasons: [markReason(poll.passMark, passes, votes.for, base)],
  }
}

function markReason(mark: Share | null, passes: boolean, votes: number, of: number): CountReason {
  if (mark === null) return { code: passes ? 'passed_before' : 'no_votes' }
  return { code: passes ? 'mark_met' : 'mark_missed', votes, needed: votesNeeded(mark, of), of }
}

function withoutQuorum(judged: readonly CandidateCount[], quorum: { have: number; needed: number }): Seated {
  const reason: CountReason = { code: 'quorum_missed', have: quorum.have, needed: quorum.needed }
  return { candidates: judged.map((one) => ended(one, 'no_quorum', reason)), tie: null }
}

/** Gives the seats from the highest votes down; equals at the last seat go to the tie steps. */
function seat(poll: Poll, judged: readonly CandidateCount[], aids: TieAids): Seated {
  const passing = judged.filter((one) => one.passes)
  const seats = poll.seats ?? passing.length
  const edge = passing[seats - 1]?.votes.for
  const excess = passing.length > seats
  const sure = (one: CandidateCount) => !excess || (edge !== undefined && one.votes.for > edge)
  const atEdge = excess ? passing.filter((one) => one.votes.for === edge) : []
  const seatsLeft = seats - passing.filter(sure).length
  const verdict =
    atEdge.length > seatsLeft
      ? breakTie(
          poll,
          atEdge.map(({ id }) => id),
          seatsLeft,
          aids,
        )
      : null
  const candidates = judged.map((one): CandidateCount => {
    if (!one.passes) return one
    const decided = verdict?.verdicts.get(one.id)
    if (decided !== undefined) return ended(one, decided.result, decided.reason)
    if (sure(one) || one.votes.for === edge) {
      return ended(one, 'taken', { code: 'seat_by_votes', place: placeOf(passing, one), seats })
    }
    return ended(one, 'no_seat', { code: 'seats_full', seats })
  })
  return { candidates, tie: verdict?.tie ?? null }
}

function placeOf(passing: readonly CandidateCount[], one: CandidateCount): number {
  return passing.filter((other) => other.votes.for > one.votes.for).length + 1
}

function ended(one: CandidateCount, result: CandidateResult, reason: CountReason): CandidateCount {
  return { ...one, result, reasons: [...one.reasons, reason] }
}
