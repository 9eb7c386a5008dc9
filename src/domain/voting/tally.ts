import { parseBallot, type Spoiled, spoiledChecker } from './ballot.ts'
import type { Poll } from './poll.ts'

/** Votes on one candidate. */
export type Votes = { readonly for: number; readonly against: number; readonly abstain: number }

/** Ballots added up, before anything is decided. */
export type Tally = {
  /** Ballots found in the box (thu về). */
  readonly cast: number
  readonly valid: number
  readonly invalid: number
  /** Valid ballots without any stance; they count as valid and as abstentions. */
  readonly blank: number
  readonly votes: ReadonlyMap<string, Votes>
  readonly spoiled: ReadonlyMap<Spoiled, number>
}

/** What the Ban kiểm phiếu writes down of a paper count. */
export type PaperCount = {
  readonly issued: number
  readonly returned: number
  readonly valid: number
  readonly invalid: number
  readonly votes: ReadonlyMap<string, Votes>
}

/**
 * Adds up the texts of a ballot box. One pass; equal texts are read once, so that a box of ten thousand ballots costs
 * as little as its handful of distinct ones. The order of the ballots does not matter.
 */
export function tallyOf(poll: Poll, ballots: Iterable<string>): Tally {
  const piles = new Map<string, number>()
  for (const text of ballots) piles.set(text, (piles.get(text) ?? 0) + 1)
  const sums = new Map(poll.candidates.map(({ id }) => [id, { for: 0, against: 0, abstain: 0 }]))
  const spoiled = new Map<Spoiled, number>()
  const check = spoiledChecker(poll)
  let valid = 0
  let invalid = 0
  let blank = 0
  for (const [text, size] of piles) {
    const ballot = parseBallot(text)
    const reason = ballot.ok ? check(ballot.value) : ballot.error
    if (!ballot.ok || reason !== null) {
      invalid += size
      if (reason !== null) spoiled.set(reason, (spoiled.get(reason) ?? 0) + size)
      continue
    }
    valid += size
    if (ballot.value.size === 0) blank += size
    for (const [id, stance] of ballot.value) {
      const sum = sums.get(id)
      if (sum !== undefined) sum[stance] += size
    }
  }
  for (const sum of sums.values()) sum.abstain = valid - sum.for - sum.against
  return { cast: valid + invalid, valid, invalid, blank, votes: sums, spoiled }
}

/** A paper count as a tally, to be decided alone or added to electronic ballots. */
export function tallyOfPaper(poll: Poll, paper: PaperCount): Tally {
  return {
    cast: paper.returned,
    valid: paper.valid,
    invalid: paper.invalid,
    blank: 0,
    votes: new Map(poll.candidates.map(({ id }) => [id, stated(paper.votes.get(id), paper.valid)])),
    spoiled: new Map(),
  }
}

/** A show of hands, or written opinions of the absent: how many took part, and the votes on each candidate. */
export function tallyOfHands(poll: Poll, voters: number, votes: ReadonlyMap<string, Votes>): Tally {
  return tallyOfPaper(poll, { issued: voters, returned: voters, valid: voters, invalid: 0, votes })
}

/** Consensus (thống nhất): everybody present is for those agreed on, and against nobody. */
export function tallyOfConsensus(poll: Poll, present: number, agreed: readonly string[]): Tally {
  const all: Votes = { for: present, against: 0, abstain: 0 }
  return tallyOfHands(poll, present, new Map(agreed.map((id) => [id, all])))
}

/** Two tallies of one poll together, e.g. paper and screen, or hall and written opinions. */
export function addTallies(a: Tally, b: Tally): Tally {
  return {
    cast: a.cast + b.cast,
    valid: a.valid + b.valid,
    invalid: a.invalid + b.invalid,
    blank: a.blank + b.blank,
    votes: merged(a.votes, b.votes, (x, y) => ({
      for: x.for + y.for,
      against: x.against + y.against,
      abstain: x.abstain + y.abstain,
    })),
    spoiled: merged(a.spoiled, b.spoiled, (x, y) => x + y),
  }
}

/** Silence on paper is an abstention: what is not stated of the valid ballots is added there. */
function stated(votes: Votes | undefined, valid: number): Votes {
  const { for: pro, against, abstain } = votes ?? { for: 0, against: 0, abstain: 0 }
  return { for: pro, against, abstain: Math.max(abstain, valid - pro - against) }
}

function merged<K, V>(a: ReadonlyMap<K, V>, b: ReadonlyMap<K, V>, add: (x: V, y: V) => V): ReadonlyMap<K, V> {
  const sum = new Map(a)
  for (const [key, value] of b) {
    const before = sum.get(key)
    sum.set(key, before === undefined ? value : add(before, value))
  }
  return sum
}
