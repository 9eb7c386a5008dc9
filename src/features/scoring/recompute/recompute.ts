import Big from 'big.js'
import type { TieDecisions } from '../../../domain/ranking/index.ts'
import { type Entry, type Facts, rollUp } from '../../../domain/scoring/index.ts'
import { rankIn } from '../ranking/standings.ts'
import { isJudged, type Proposal, proposeScores } from '../sheet/proposal.ts'
import type { UnitRecords } from '../sheet/records.store.ts'
import type { YearTable } from '../table/table-model.ts'

/** What a unit entered itself for one criterion: its points, and what it typed for the rule. */
export type OwnEntry = {
  readonly unitId: string
  readonly code: string
  readonly points: string
  readonly inputs: Facts
}

/** Everything the points of a bloc's year follow from. */
export type YearSources = {
  readonly units: readonly string[]
  readonly records: UnitRecords
  readonly ownEntries: readonly OwnEntry[]
  /** Criteria not assigned, by unit: codes. */
  readonly exemptions: ReadonlyMap<string, ReadonlySet<string>>
  /** Figures from outside the table that set equal units apart, by unit, and what a vote or decision said. */
  readonly measures?: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly decisions?: TieDecisions
  /** Codes of the bars that hold for a unit. */
  readonly conditions: (unit: string) => readonly string[]
}

/** What the rules give one unit from the records as they stand. */
export type RecomputedSheet = {
  readonly unitId: string
  /** Points by code, as decimal text. */
  readonly points: Readonly<Record<string, string>>
  readonly notAssigned: readonly string[]
  readonly missing: readonly string[]
  readonly total: string
  readonly reachable: string
  /** Points or percent, as the table ranks; null outside the ranking. */
  readonly value: string | null
  readonly place: number | null
}

/**
 * Applies the rules of a table to the records of a year once more, for all its units. Where a rule judges by points a
 * person gives, or a criterion has no rule, the unit's own points stand in. Nothing is stored here.
 */
export function recomputeYear(table: YearTable, sources: YearSources): readonly RecomputedSheet[] {
  const { units, records, ownEntries, exemptions, measures, decisions, conditions } = sources
  const own = byUnit(ownEntries)
  const proposals = proposeScores(table, units, units, records, typedFacts(table, own))
  const scored = units.map((unit) => {
    const entries = entriesOf(table, proposals.get(unit), own.get(unit), exemptions.get(unit))
    const outside = measures?.get(unit)
    const score = rollUp(table.table, entries)
    return { unit, entries, score, conditions: conditions(unit), ...(outside ? { measures: outside } : {}) }
  })
  const places = new Map(
    rankIn(table, scored, undefined, decisions).places.map((place) => [place.unit, place]),
  )
  return scored.map(({ unit, entries, score }) => {
    const place = places.get(unit)
    return {
      unitId: unit,
      ...written(entries),
      missing: score.completeness.missing,
      total: score.total.toFixed(),
      reachable: score.reachable.toFixed(),
      value: place?.value.toFixed() ?? null,
      place: place?.rank ?? null,
    }
  })
}

type Own = ReadonlyMap<string, OwnEntry>

function byUnit(entries: readonly OwnEntry[]): ReadonlyMap<string, Own> {
  const found = new Map<string, Map<string, OwnEntry>>()
  for (const entry of entries) {
    const own = found.get(entry.unitId) ?? new Map<string, OwnEntry>()
    found.set(entry.unitId, own.set(entry.code, entry))
  }
  return found
}

function typedFacts(table: YearTable, own: ReadonlyMap<string, Own>) {
  return new Map(
    [...own].map(([unit, entries]) => {
      const facts = [...entries].map(([code, { points, inputs }]) => {
        const judged = isJudged(table.byCode.get(code)?.method ?? null) ? { judged: points } : {}
        return [code, { ...inputs, ...judged }] as const
      })
      return [unit, new Map<string, Facts>(facts)] as const
    }),
  )
}

function entriesOf(
  table: YearTable,
  proposals: ReadonlyMap<string, Proposal> | undefined,
  own: Own | undefined,
  exempt: ReadonlySet<string> | undefined,
): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>()
  for (const { code, method } of table.leafRows) {
    const proposal = proposals?.get(code)
    if (exempt?.has(code) || proposal?.notAssigned) entries.set(code, { state: 'notAssigned' })
    else if (proposal?.evaluation) entries.set(code, { state: 'scored', points: proposal.evaluation.points })
    else if (method === null) {
      const points = own?.get(code)?.points
      if (points !== undefined) entries.set(code, { state: 'scored', points: new Big(points) })
    }
  }
  return entries
}

function written(entries: ReadonlyMap<string, Entry>) {
  const points: Record<string, string> = {}
  const notAssigned: string[] = []
  for (const [code, entry] of entries) {
    if (entry.state === 'scored') points[code] = entry.points.toFixed()
    else notAssigned.push(code)
  }
  return { points, notAssigned }
}
