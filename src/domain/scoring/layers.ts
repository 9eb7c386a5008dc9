import type Big from 'big.js'
import { err, ok, type Result } from '../result.ts'
import { type Entries, type Entry, rollUp, type Score } from './score.ts'
import type { Sentence } from './sentence.ts'
import { leaves, type ScoringTable } from './table.ts'

/**
 * Who scored: the unit itself (tự chấm), another unit (chấm chéo), head and deputy (thẩm định), the bloc at its
 * conference (khối thống nhất), the standing agency (cơ quan thường trực).
 */
export type Layer = 'self' | 'cross' | 'head' | 'final' | 'agency'

/** Names of the layers as officials read them. */
export const layerNames: Readonly<Record<Layer, Sentence>> = {
  self: { vi: 'Tự chấm', en: 'Self-score' },
  cross: { vi: 'Chấm chéo', en: 'Cross-check' },
  head: { vi: 'Trưởng khối thẩm định', en: 'Appraised by the head' },
  final: { vi: 'Khối thống nhất', en: 'Adopted by the bloc' },
  agency: { vi: 'Cơ quan thường trực chấp nhận', en: 'Accepted by the agency' },
}

/** How the bloc's rules use the layers. */
export interface LayerRules {
  /** The layers in use, in the order they are filled. */
  readonly order: readonly Layer[]
  /** Which layer counts: a fixed one, or the latest that has a score for every criterion. There is no "highest of them". */
  readonly counts: 'latestComplete' | Layer
  /** Layers that look at some criteria only; what they leave out is carried over from the layer before. */
  readonly partial?: readonly Layer[]
}

/** The entries of one unit by layer; a layer nobody opened is absent. */
export type LayerEntries = ReadonlyMap<Layer, Entries>

/** One layer with its score. */
export interface LayerScore {
  readonly layer: Layer
  readonly entries: Entries
  readonly score: Score
}

/** The layers in use side by side, in the order of the rules; layers nobody opened are left out. */
export function layerScores(
  table: ScoringTable,
  layers: LayerEntries,
  rules: LayerRules,
): readonly LayerScore[] {
  return rules.order.flatMap((layer) => {
    const entries = effectiveEntries(layers, rules, layer)
    return entries === undefined ? [] : [{ layer, entries, score: rollUp(table, entries) }]
  })
}

/**
 * The entries of a layer, with what a partial layer leaves out carried over from before; nothing when the layer
 * is not opened.
 */
export function effectiveEntries(layers: LayerEntries, rules: LayerRules, layer: Layer): Entries | undefined {
  const own = layers.get(layer)
  if (own === undefined || rules.partial?.includes(layer) !== true) return own
  const before = rules.order
    .slice(0, rules.order.indexOf(layer))
    .toReversed()
    .map((earlier) => effectiveEntries(layers, rules, earlier))
    .find((entries) => entries !== undefined)
  return before === undefined ? own : new Map([...before, ...own])
}

/** Why no layer counts. */
export interface NoCountingLayer {
  readonly code: 'layerNotOpened' | 'noLayerComplete'
}

/**
 * The layer whose score counts in the ranking. A fixed layer counts even with gaps, which its completeness shows;
 * "latest complete" never falls back on a layer with gaps.
 */
export function countingLayer(
  table: ScoringTable,
  layers: LayerEntries,
  rules: LayerRules,
): Result<LayerScore, NoCountingLayer> {
  const scored = layerScores(table, layers, rules)
  if (rules.counts !== 'latestComplete') {
    const fixed = scored.find(({ layer }) => layer === rules.counts)
    return fixed === undefined ? err({ code: 'layerNotOpened' }) : ok(fixed)
  }
  const latest = scored.findLast(({ score }) => score.completeness.complete)
  return latest === undefined ? err({ code: 'noLayerComplete' }) : ok(latest)
}

/** A criterion whose score differs from one layer to the next. */
export interface ScoreChange {
  readonly code: string
  readonly from: Entry
  readonly to: Entry
  /** Later minus earlier; absent when one of the two is "not assigned". */
  readonly difference: Big | undefined
  readonly reason: string | undefined
}

/**
 * Criteria scored in both layers but differently, in the order of the table, each with its reason. Criteria that
 * only one of the two has are no change: there was nothing to depart from.
 */
export function changesBetween(
  table: ScoringTable,
  before: Entries,
  after: Entries,
  reasons: ReadonlyMap<string, string>,
): readonly ScoreChange[] {
  return leaves(table).flatMap(({ code }) => {
    const from = before.get(code)
    const to = after.get(code)
    if (from === undefined || to === undefined || sameEntry(from, to)) return []
    const difference =
      from.state === 'scored' && to.state === 'scored' ? to.points.minus(from.points) : undefined
    return [{ code, from, to, difference, reason: reasons.get(code) }]
  })
}

/** The changes that lack a reason; a layer is not handed in while there are any. */
export function changesWithoutReason(changes: readonly ScoreChange[]): readonly ScoreChange[] {
  return changes.filter(({ reason }) => reason === undefined || reason.trim() === '')
}

function sameEntry(a: Entry, b: Entry): boolean {
  if (a.state === 'notAssigned' || b.state === 'notAssigned') return a.state === b.state
  return a.points.eq(b.points)
}
