import Big from 'big.js'
import {
  type Decimal,
  type Entries,
  type Entry,
  leaves,
  mapNodes,
  type Numeric,
  pathTo,
  rollUp,
  type ScoringTable,
} from '../scoring/index.ts'
import type { Candidate } from './candidate.ts'
import { type Ranking, rankUnits } from './rank.ts'
import type { RankingRules } from './rules.ts'
import type { TieDecisions } from './tie-break.ts'

/** One unit with its entries, so that scores can be tried out. */
export interface Trial {
  readonly unit: string
  readonly entries: Entries
  readonly measures?: ReadonlyMap<string, Numeric>
  readonly conditions?: readonly string[]
}

/** Something tried out: other points for one criterion of one unit, or another weight of a criterion or group for all. */
export type Supposition =
  | { readonly kind: 'points'; readonly unit: string; readonly code: string; readonly points: Numeric }
  | { readonly kind: 'notAssigned'; readonly unit: string; readonly code: string }
  | { readonly kind: 'weight'; readonly code: string; readonly maxPoints: Decimal }

/** How one unit would move. */
export interface Move {
  readonly unit: string
  /** Absent when it is outside the ranking. */
  readonly from: number | undefined
  readonly to: number | undefined
  readonly totalBefore: Big
  readonly totalAfter: Big
}

/** The ranking as it is and as it would be. */
export interface WhatIf {
  readonly before: Ranking
  readonly after: Ranking
  readonly candidatesBefore: readonly Candidate[]
  readonly candidatesAfter: readonly Candidate[]
  /** The table with the weights supposed. */
  readonly tableAfter: ScoringTable
  /** Every unit, by its code; those that stay are there too. */
  readonly moves: readonly Move[]
}

/**
 * What would happen to the ranking. Nothing given is changed: the answer stands beside the record, never in it.
 * Points under a changed weight are scaled in proportion and rounded as the table says.
 */
export function whatIf(
  table: ScoringTable,
  trials: readonly Trial[],
  suppositions: readonly Supposition[],
  rules: RankingRules,
  decisions: TieDecisions = new Map(),
): WhatIf {
  const before = candidatesOf(table, trials)
  const supposed = suppositions.reduce(suppose, { table, trials })
  const after = candidatesOf(supposed.table, supposed.trials)
  const rankedBefore = rankUnits(before, rules, decisions)
  const rankedAfter = rankUnits(after, rules, decisions)
  return {
    before: rankedBefore,
    after: rankedAfter,
    candidatesBefore: before,
    candidatesAfter: after,
    tableAfter: supposed.table,
    moves: movesOf(before, after, rankedBefore, rankedAfter),
  }
}

interface World {
  readonly table: ScoringTable
  readonly trials: readonly Trial[]
}

function suppose({ table, trials }: World, supposition: Supposition): World {
  if (supposition.kind === 'weight') return reweigh(table, trials, supposition.code, supposition.maxPoints)
  const entry: Entry =
    supposition.kind === 'points'
      ? { state: 'scored', points: new Big(supposition.points) }
      : { state: 'notAssigned' }
  return {
    table,
    trials: trials.map((trial) =>
      trial.unit === supposition.unit
        ? { ...trial, entries: new Map([...trial.entries, [supposition.code, entry]]) }
        : trial,
    ),
  }
}

function reweigh(table: ScoringTable, trials: readonly Trial[], code: string, maxPoints: Decimal): World {
  const path = pathTo(table, code)
  const old = mapPoints(table).get(code)
  if (old === undefined || old.eq(0)) return { table, trials }
  const factor = { over: old, by: new Big(maxPoints) }
  const inside = new Set(
    leaves(table)
      .filter((leaf) => pathTo(table, leaf.code).includes(code))
      .map((leaf) => leaf.code),
  )
  const changed = mapNodes(table, (node) => {
    const within = node.code === code || pathTo(table, node.code).includes(code)
    if (within) return { ...node, maxPoints: scale(new Big(node.maxPoints), factor, 6).toFixed() }
    if (node.kind === 'group' && path.includes(node.code)) {
      return { ...node, maxPoints: new Big(node.maxPoints).minus(old).plus(maxPoints).toFixed() }
    }
    return node
  })
  const side = table.children.find((node) => node.code === path[0])?.side
  const delta = side === 'normal' ? new Big(maxPoints).minus(old) : new Big(0)
  const { decimals } = table.rounding
  return {
    table: { ...changed, maximum: new Big(table.maximum).plus(delta).toFixed() },
    trials: trials.map((trial) => ({
      ...trial,
      entries: new Map(
        [...trial.entries].map(([leaf, entry]): [string, Entry] => [
          leaf,
          entry.state === 'scored' && inside.has(leaf)
            ? { state: 'scored', points: scale(entry.points, factor, decimals) }
            : entry,
        ]),
      ),
    })),
  }
}

function scale(points: Big, factor: { readonly over: Big; readonly by: Big }, decimals: number): Big {
  return points.times(factor.by).div(factor.over).round(decimals, Big.roundHalfUp)
}

function mapPoints(table: ScoringTable): ReadonlyMap<string, Big> {
  const found = new Map<string, Big>()
  mapNodes(table, (node) => {
    found.set(node.code, new Big(node.maxPoints))
    return node
  })
  return found
}

function candidatesOf(table: ScoringTable, trials: readonly Trial[]): readonly Candidate[] {
  return trials.map(({ entries, ...rest }) => ({ ...rest, score: rollUp(table, entries) }))
}

function movesOf(
  before: readonly Candidate[],
  after: readonly Candidate[],
  rankedBefore: Ranking,
  rankedAfter: Ranking,
): readonly Move[] {
  const from = new Map(rankedBefore.places.map(({ unit, rank }) => [unit, rank]))
  const to = new Map(rankedAfter.places.map(({ unit, rank }) => [unit, rank]))
  const totals = new Map(after.map(({ unit, score }) => [unit, score.total]))
  return before
    .map(({ unit, score }) => ({
      unit,
      from: from.get(unit),
      to: to.get(unit),
      totalBefore: score.total,
      totalAfter: totals.get(unit) ?? score.total,
    }))
    .toSorted((a, b) => (a.unit < b.unit ? -1 : 1))
}
