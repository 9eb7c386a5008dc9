import { canonicalBallot, count, type Poll, type Stance, shares } from '../src/domain/voting/index.ts'
import { type Figure, timings } from './figure.ts'

const BALLOTS = 10_000
const CANDIDATES = 12
const RUNS = 15

/** Ten thousand ballots read, checked and counted. */
export function countBallots(): Figure {
  const ids = Array.from({ length: CANDIDATES }, (_, n) => `ung-vien-${String(n).padStart(2, '0')}`)
  const poll: Poll = {
    purpose: 'award',
    method: 'secret',
    voters: 'persons',
    form: 'yes_no',
    candidates: ids.map((id) => ({ id, unitId: null })),
    seats: 3,
    maxChoices: null,
    base: 'all',
    passMark: shares.more_than_half,
    quorum: shares.two_thirds,
    selfVoteAllowed: true,
    ties: ['score'],
    round: 1,
    order: 0,
  }
  const stances: readonly Stance[] = ['for', 'for', 'against', 'abstain']
  const box = Array.from({ length: BALLOTS }, (_, ballot) =>
    canonicalBallot(
      new Map(ids.map((id, n) => [id, stances[scatter(ballot * CANDIDATES + n) % 4] ?? 'for'])),
    ),
  ).sort()
  const roll = { members: BALLOTS, present: BALLOTS, written: 0 }
  const samples: number[] = []
  for (let run = 0; run < RUNS + 3; run++) {
    const began = performance.now()
    const counted = count(poll, box, roll)
    const took = performance.now() - began
    if (counted.tally.valid !== BALLOTS)
      throw new Error(`${counted.tally.valid} of ${BALLOTS} ballots were valid`)
    if (run >= 3) samples.push(took)
  }
  return timings(
    'count_10k_ms',
    samples,
    `${BALLOTS} ballots on ${CANDIDATES} candidates, each read and checked`,
  )
}

/** A number for a number, without pattern, the same in every run: few ballots are alike. */
function scatter(n: number): number {
  const mixed = Math.imul(n ^ (n >>> 15), 0x2c1b3c6d)
  return (mixed ^ (mixed >>> 12)) >>> 0
}
