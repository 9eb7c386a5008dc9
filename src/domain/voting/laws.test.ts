import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addTallies,
  blocPoll,
  canonicalBallot,
  count,
  type Poll,
  type Stance,
  shares,
  tallyOf,
} from './index.ts'

function poll(ids: readonly string[], seats: number | null, more: Partial<Poll> = {}): Poll {
  return { ...blocPoll, purpose: 'award', candidates: ids.map((id) => ({ id, unitId: id })), seats, ...more }
}

function ballot(...ids: string[]): string {
  return canonicalBallot(new Map(ids.map((id): [string, Stance] => [id, 'for'])))
}

describe('laws of counting', () => {
  const ids = ['a', 'b', 'c', 'd']
  const anyBallot = fc
    .array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom<Stance>('for', 'against', 'abstain')))
    .map((entries) => canonicalBallot(new Map(entries)))
  const anyBox = fc.array(
    fc.oneof({ weight: 9, arbitrary: anyBallot }, { weight: 1, arbitrary: fc.string() }),
    {
      maxLength: 40,
    },
  )
  const anyPoll = fc
    .record({
      seats: fc.option(fc.integer({ min: 0, max: 4 })),
      base: fc.constantFrom('all', 'present', 'valid'),
      passMark: fc.constantFrom(...Object.values(shares), null),
      maxChoices: fc.option(fc.integer({ min: 1, max: 4 })),
      round: fc.constantFrom(1, 2),
    } as const)
    .map((some) => poll(ids, some.seats, some as Partial<Poll>))

  test('the count does not depend on the order of the ballots', () => {
    const shuffled = anyBox.chain((ballots) =>
      fc.tuple(fc.constant(ballots), fc.shuffledSubarray(ballots, { minLength: ballots.length })),
    )
    fc.assert(
      fc.property(anyPoll, shuffled, (some, [ballots, other]) => {
        const roll = { members: 50, present: 45, written: 0 }
        expect(count(some, other, roll)).toEqual(count(some, ballots, roll))
      }),
    )
  })

  test('totals agree: box = valid + invalid, and each candidate has one stance per valid ballot', () => {
    fc.assert(
      fc.property(anyPoll, anyBox, (some, ballots) => {
        const tally = tallyOf(some, ballots)
        expect(tally.valid + tally.invalid).toBe(ballots.length)
        expect([...tally.spoiled.values()].reduce((sum, n) => sum + n, 0)).toBe(tally.invalid)
        for (const votes of tally.votes.values()) {
          expect(votes.for + votes.against + votes.abstain).toBe(tally.valid)
        }
      }),
    )
  })

  test('never more are taken than there are seats, nobody below the mark, and no one with fewer votes before another', () => {
    fc.assert(
      fc.property(anyPoll, anyBox, (some, ballots) => {
        const result = count(some, ballots, { members: 50, present: 45, written: 0 })
        const seats = some.seats ?? ids.length
        expect(result.taken.length + (result.tie?.seatsLeft ?? 0)).toBeLessThanOrEqual(seats)
        const taken = result.candidates.filter((one) => one.result === 'taken')
        const left = result.candidates.filter((one) => one.passes && one.result !== 'taken')
        expect(taken.every((one) => one.passes)).toBe(true)
        for (const one of taken)
          for (const other of left) expect(one.votes.for).toBeGreaterThanOrEqual(other.votes.for)
      }),
    )
  })

  test('two boxes counted apart and added are the boxes counted together', () => {
    fc.assert(
      fc.property(anyPoll, anyBox, anyBox, (some, first, second) => {
        expect(addTallies(tallyOf(some, first), tallyOf(some, second))).toEqual(
          tallyOf(some, [...first, ...second]),
        )
      }),
    )
  })

  test('of ten thousand ballots each is read exactly once', () => {
    let reads = 0
    function* tenThousand(): Generator<string> {
      for (; reads < 10_000; reads++) yield reads % 2 === 0 ? ballot('a') : ballot('b', 'c')
    }
    const result = count(poll(ids, 2), tenThousand(), { members: 10_000, present: 10_000, written: 0 })
    expect(reads).toBe(10_000)
    expect(result.candidates.map((one) => one.votes.for)).toEqual([5_000, 5_000, 5_000, 0])
    expect(result.taken).toEqual([])
  })
})
