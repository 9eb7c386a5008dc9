import Big from 'big.js'
import type { ScoringTable } from '../scoring/index.ts'
import type { Ranking } from './rank.ts'
import type { RankingRules } from './rules.ts'

/** What a published ranking stands on. */
export interface PublishedRanking {
  readonly bloc: string
  readonly year: number
  readonly table: ScoringTable
  readonly rules: RankingRules
  readonly ranking: Ranking
  /** The class of each unit, where the rules know classes. */
  readonly classes?: ReadonlyMap<string, string | null>
}

/**
 * The text a published ranking is fingerprinted from: the same content gives the same text, whatever the order of
 * keys and however a number was written; any change of a place, a point or a rule gives another. Hashing itself
 * belongs to the caller.
 */
export function fingerprintInput(published: PublishedRanking): string {
  return `giao-uoc ranking 1\n${canonicalText(published)}`
}

/**
 * Plain data as one canonical text: keys sorted, exact numbers in shortest form, absent values left out, lists in
 * their order. Texts are kept to the letter, so the codes "5" and "05" stay apart.
 *
 * @throws TypeError for what is not plain data, such as a function or a fractional JavaScript number
 */
export function canonicalText(value: unknown): string {
  if (value instanceof Big) return `n${value.eq(0) ? '0' : value.toFixed()}`
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'))
  if (typeof value === 'boolean' || value === null) return String(value)
  if (typeof value === 'number' && Number.isSafeInteger(value)) return `n${value}`
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`
  if (value instanceof Map) return canonicalRecord([...value])
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    return canonicalRecord(Object.entries(value))
  }
  throw new TypeError(`not plain data: ${typeof value}`)
}

function canonicalRecord(entries: readonly (readonly [unknown, unknown])[]): string {
  const parts = entries
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => [canonicalText(key), canonicalText(value)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${parts.map(([key, value]) => `${key}:${value}`).join(',')}}`
}
