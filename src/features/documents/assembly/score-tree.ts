import Big from 'big.js'
import {
  countingLayer,
  type Entries,
  type Entry,
  type Layer,
  type LayerEntries,
  type LayerRules,
  type LayerScore,
  type ScoringNode,
  type ScoringTable,
} from '../../../domain/scoring/index.ts'
import type { CriterionFacts, ScoreFacts, TableFacts } from './scores.store.ts'

/** The tree of a table as the calculator takes it. */
export function tableOf(facts: TableFacts): ScoringTable {
  const { bonusMaximum, penaltyMaximum, roundingMode } = facts.frame
  return {
    code: 'table',
    name: facts.title || 'Bảng điểm',
    maximum: facts.total,
    ...(bonusMaximum === undefined ? {} : { bonusMaximum }),
    ...(penaltyMaximum === undefined ? {} : { penaltyMaximum }),
    rounding: { decimals: facts.decimals, mode: roundingMode ?? 'halfUp' },
    children: childrenOf(facts.criteria, null),
  }
}

/** What one unit has in each layer; a layer without any score is left out. */
export function entriesOf(
  scores: readonly ScoreFacts[],
  exemptions: readonly { readonly unitId: string; readonly code: string }[],
  unitId: string,
): LayerEntries {
  const layers = new Map<Layer, Map<string, Entry>>()
  for (const score of scores) {
    if (score.unitId !== unitId) continue
    const entries = layers.get(score.layer) ?? new Map<string, Entry>()
    entries.set(score.code, { state: 'scored', points: new Big(score.points) })
    layers.set(score.layer, entries)
  }
  for (const entries of layers.values()) {
    for (const one of exemptions) if (one.unitId === unitId) entries.set(one.code, { state: 'notAssigned' })
  }
  return layers
}

/**
 * The layer that counts for a unit, by the rules of the table; while none is complete, the latest with any score, so
 * that a draft shows what there is.
 */
export function countedScore(
  facts: TableFacts,
  table: ScoringTable,
  layers: LayerEntries,
): LayerScore | undefined {
  const { layers: order, countingLayer: counts, partialLayers: partial } = facts
  const rules: LayerRules = { order, counts, partial }
  const counted = countingLayer(table, layers, rules)
  if (counted.ok) return counted.value
  const latest = order.findLast((layer) => layers.has(layer))
  if (latest === undefined) return undefined
  const fallback = countingLayer(table, layers, { ...rules, counts: latest })
  return fallback.ok ? fallback.value : undefined
}

/** The entries of one layer alone. */
export function ownEntries(layers: LayerEntries, layer: Layer): Entries {
  return layers.get(layer) ?? new Map()
}

function childrenOf(criteria: readonly CriterionFacts[], parentId: string | null): readonly ScoringNode[] {
  return criteria
    .filter((one) => one.parentId === parentId)
    .map(({ id, code, name, maxPoints, side, rescale }): ScoringNode => {
      const children = childrenOf(criteria, id)
      const base = { code, name, maxPoints, side }
      if (children.length === 0) return { ...base, kind: 'leaf' }
      return { ...base, kind: 'group', children, ...(rescale ? { rescale } : {}) }
    })
}
