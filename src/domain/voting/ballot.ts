import { err, ok, type Result } from '../result.ts'
import type { Poll } from './poll.ts'

/** What a ballot says of one candidate. Silence is an abstention. */
export type Stance = 'for' | 'against' | 'abstain'

/** A ballot (phiếu): stances by candidate. It carries nothing about the voter. */
export type Ballot = ReadonlyMap<string, Stance>

/** Why a ballot cannot be counted. */
export type Spoiled = 'unreadable' | 'unknown_candidate' | 'too_many_choices' | 'against_not_allowed'

/**
 * The text of a ballot as it lies in the box: stances sorted by candidate, abstentions left out. Equal ballots are
 * equal texts whatever the order of ticking, so the box shows nothing of how a ballot was filled in.
 *
 * @example
 * canonicalBallot(new Map([['b', 'against'], ['a', 'for'], ['c', 'abstain']])) // '[["a","for"],["b","against"]]'
 */
export function canonicalBallot(ballot: Ballot): string {
  const stances = [...ballot].filter(([, stance]) => stance !== 'abstain')
  return JSON.stringify(stances.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}

/** Reads a canonical text back. Any other text, even one with the same content in another order, is unreadable. */
export function parseBallot(text: string): Result<Ballot, 'unreadable'> {
  const data = parseJson(text)
  if (!Array.isArray(data) || !data.every(isStance)) return err('unreadable')
  return ascending(data.map(([id]) => id)) && JSON.stringify(data) === text
    ? ok(new Map(data))
    : err('unreadable')
}

/** Why a ballot cannot be counted in this poll, or null when it can. */
export function spoiledBy(poll: Poll, ballot: Ballot): Spoiled | null {
  return spoiledChecker(poll)(ballot)
}

/** The check of one poll, made once for many ballots. */
export function spoiledChecker(poll: Poll): (ballot: Ballot) => Spoiled | null {
  const known = new Set(poll.candidates.map((candidate) => candidate.id))
  return (ballot) => {
    let chosen = 0
    let against = 0
    for (const [id, stance] of ballot) {
      if (!known.has(id)) return 'unknown_candidate'
      if (stance === 'for') chosen++
      if (stance === 'against') against++
    }
    if (poll.maxChoices !== null && chosen > poll.maxChoices) return 'too_many_choices'
    return poll.form === 'choose' && against > 0 ? 'against_not_allowed' : null
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isStance(entry: unknown): entry is [string, 'for' | 'against'] {
  return (
    Array.isArray(entry) &&
    entry.length === 2 &&
    typeof entry[0] === 'string' &&
    (entry[1] === 'for' || entry[1] === 'against')
  )
}

function ascending(ids: readonly string[]): boolean {
  return ids.every((id, index) => index === 0 || (ids[index - 1] ?? '') < id)
}
