import {
  type Candidate,
  type ClassDecision,
  classify,
  classValue,
  type Ranking,
  rankByGroup,
  rankUnits,
  type TieDecisions,
} from '../../../domain/ranking/index.ts'
import {
  countingLayer,
  effectiveEntries,
  type Layer,
  type LayerEntries,
  rollUp,
  type Score,
} from '../../../domain/scoring/index.ts'
import type { ScoreBook } from '../scores.store.ts'
import type { YearTable } from '../table/table-model.ts'
import type { BarKind } from './bars.store.ts'
import type { YearStanding } from './standing.store.ts'

/** States of the year in which sheets are still being filled in: a missing one bars nobody yet. */
const stillScoring = ['setup', 'pledging', 'running', 'scoring']
const stillPledging = ['setup', 'pledging']

/** Codes of the bar conditions that hold for a unit. */
export function conditionsOf(unit: string, yearState: string, standing: YearStanding): readonly string[] {
  const codes = new Set<string>(
    standing.bars.filter((bar) => bar.unit === unit).map(({ kind }) => conditionOf[kind]),
  )
  const { signed, selfScored } = standing
  if (!stillPledging.includes(yearState) && signed && !signed.includes(unit)) codes.add('noPledge')
  if (!stillScoring.includes(yearState) && selfScored.length > 0 && !selfScored.includes(unit)) {
    codes.add('noSelfScore')
  }
  return [...codes].toSorted()
}

const conditionOf: Readonly<Record<BarKind, string>> = {
  discipline: 'openDiscipline',
  inspection: 'openDiscipline',
  complaint: 'openDiscipline',
  violation_list: 'openDiscipline',
  other: 'openDiscipline',
  head_reprimanded: 'headReprimanded',
  head_warned: 'headWarned',
  head_dismissed: 'headDismissed',
  staff_prosecuted: 'staffProsecuted',
  corruption: 'corruption',
  disunity: 'disunity',
  no_pledge: 'noPledge',
  no_self_score: 'noSelfScore',
}

/**
 * The layer the bloc is ranked by: the one the table names, else the latest that is complete for every unit that
 * has points at all. A layer complete for some only would rank the others by other people's points.
 */
export function layerThatCounts(table: YearTable, book: ScoreBook): Layer | undefined {
  if (table.countingLayer !== 'latestComplete') return table.countingLayer
  const all = [...book.layers.values()]
  if (all.length === 0) return undefined
  const complete = table.layerRules.order.filter((layer) =>
    all.every((layers) => {
      const fixed = countingLayer(table.table, layers, { ...table.layerRules, counts: layer })
      return fixed.ok && fixed.value.score.completeness.complete
    }),
  )
  return complete.at(-1)
}

/** The layers in which somebody has points, in their order. */
export function openedLayers(table: YearTable, book: ScoreBook): readonly Layer[] {
  const all = [...book.layers.values()]
  return table.layerRules.order.filter((layer) => all.some((layers) => layers.has(layer)))
}

/** The score of a unit in one layer; one without any points when the layer was not opened for it. */
export function scoreIn(table: YearTable, layers: LayerEntries | undefined, layer: Layer): Score {
  const entries = layers && effectiveEntries(layers, table.layerRules, layer)
  return rollUp(table.table, entries ?? new Map())
}

/** All units as the ranking takes them. */
export function candidatesOf(
  table: YearTable,
  book: ScoreBook,
  layer: Layer,
  units: readonly string[],
  conditions: (unit: string) => readonly string[],
  measures?: ReadonlyMap<string, ReadonlyMap<string, string>>,
): readonly Candidate[] {
  return units.map((unit) => {
    const own = measures?.get(unit)
    return {
      unit,
      score: scoreIn(table, book.layers.get(unit), layer),
      conditions: conditions(unit),
      ...(own ? { measures: own } : {}),
    }
  })
}

/**
 * The class of each unit of a ranking, where the rules know classes. A unit without any points has only the class a
 * bar sends it to.
 */
export function classesOf(
  { table, rules }: Pick<YearTable, 'table' | 'rules'>,
  candidates: readonly Candidate[],
  { places, unranked }: Ranking,
): ReadonlyMap<string, ClassDecision> {
  const found = new Map<string, ClassDecision>()
  if (rules.classes.length === 0) return found
  const measures = new Map(candidates.map((one) => [one.unit, one]))
  for (const { unit, value, bars } of places) {
    const candidate = measures.get(unit)
    if (!candidate) continue
    const { score } = candidate
    const judged = { value: classValue(rules.classesBy, value, score), score, bars }
    const more = candidate.measures ? { measures: candidate.measures } : {}
    found.set(unit, classify({ ...judged, ...more }, table, rules.classes))
  }
  const last = rules.classes.at(-1)?.code
  for (const { unit, bars } of unranked) {
    const sent = bars.some((bar) => bar.effect === 'capsClass' && bar.highestClass === last)
    if (sent && last !== undefined) found.set(unit, { class: last, steps: [], provisional: false })
  }
  return found
}

/** The ranking of the bloc in a layer, as a whole or by one group of criteria. */
export function rankIn(
  table: YearTable,
  candidates: readonly Candidate[],
  group?: string,
  decisions?: TieDecisions,
): Ranking {
  return group === undefined
    ? rankUnits(candidates, table.rules, decisions)
    : rankByGroup(candidates, group, table.rules)
}
