import { defaultRankingRules, parseRankingRules, type RankingRules } from '../../../domain/ranking/index.ts'
import {
  checkTable,
  compact,
  type Labels,
  type Layer,
  type LayerRules,
  type Mark,
  type Method,
  type Normalisation,
  type Rounding,
  type ScoringNode,
  type ScoringTable,
  type Side,
  type TableProblem,
} from '../../../domain/scoring/index.ts'

/** What belongs to a table as a whole, beside its title, total and decimals. */
export type Frame = {
  readonly code?: string
  readonly bonusMaximum?: string
  readonly penaltyMaximum?: string
  readonly statedTotal?: string
  readonly roundingMode?: Rounding['mode']
  readonly normalisation?: Normalisation
  readonly labels?: Labels
}

/** A criterion or group as it is stored. */
export type CriterionRow = {
  readonly id: string
  readonly parentId: string | null
  readonly position: number
  readonly code: string
  readonly name: string
  readonly maxPoints: string
  readonly side: Side
  readonly method: Method | null
  readonly rescale: { readonly to: string; readonly stated?: string } | null
  readonly mark: Mark | null
  readonly indicatorId: string | null
  readonly needsEvidence: boolean
  readonly note: string
}

export type TableState = 'draft' | 'adopted' | 'frozen' | 'replaced'

/** A version of the scoring table of a bloc's year, without its criteria. */
export type TableRow = {
  readonly id: string
  readonly blocYearId: string
  readonly versionNumber: number
  readonly title: string
  readonly total: string
  readonly decimals: number
  readonly frame: Frame
  readonly layers: readonly Layer[]
  readonly countingLayer: LayerRules['counts']
  readonly partialLayers: readonly Layer[]
  readonly rankingRules: unknown
  readonly state: TableState
  readonly adoptedOn: string | null
  readonly adoptedHow: string
  readonly basis: string
  readonly changeReason: string
  readonly frozenAt: Date | null
  readonly illustrative: boolean
  readonly version: number
}

/** A version of the table with everything that follows from it. */
export type YearTable = TableRow & {
  readonly criteria: readonly CriterionRow[]
  readonly byCode: ReadonlyMap<string, CriterionRow>
  /** The criteria that get points, in reading order. */
  readonly leafRows: readonly CriterionRow[]
  readonly table: ScoringTable
  readonly problems: readonly TableProblem[]
  readonly layerRules: LayerRules
  readonly rules: RankingRules
}

/** Links and notes a table carries beside its tree, by code of the criterion. */
export type TableLinks = {
  readonly indicators?: Readonly<Record<string, string>>
  readonly needsEvidence?: readonly string[]
  readonly notes?: Readonly<Record<string, string>>
}

/** Everything that follows from the rows of one version. */
export function modelOf(row: TableRow, criteria: readonly CriterionRow[]): YearTable {
  const byParent = Map.groupBy(criteria, (one) => one.parentId)
  const table = tableOf(row, byParent)
  const ordered = inReadingOrder(null, byParent)
  const parsed = parseRankingRules(row.rankingRules)
  return {
    ...row,
    criteria: ordered,
    byCode: new Map(ordered.map((one) => [one.code, one])),
    leafRows: ordered.filter((one) => !byParent.has(one.id)),
    table,
    problems: checkTable(table),
    layerRules: { order: row.layers, counts: row.countingLayer, partial: row.partialLayers },
    rules: parsed.ok ? parsed.value : defaultRankingRules,
  }
}

/** A criterion to be stored; `parent` is the place of its parent in the same list. */
export type FlatCriterion = Omit<CriterionRow, 'id' | 'parentId'> & { readonly parent: number | null }

/** The tree as a list, each parent before its children. */
export function flattenTable(table: ScoringTable, links: TableLinks = {}): readonly FlatCriterion[] {
  const rows: FlatCriterion[] = []
  const add = (node: ScoringNode, position: number, parent: number | null) => {
    const place = rows.push(flatCriterion(node, position, parent, links)) - 1
    if (node.kind === 'group') addAll(node.children, place)
  }
  const addAll = (nodes: readonly ScoringNode[], parent: number | null) => {
    for (const [index, node] of nodes.entries()) add(node, index, parent)
  }
  addAll(table.children, null)
  return rows
}

/** The links of a version, to go with its copy. */
export function linksOf({ criteria }: Pick<YearTable, 'criteria'>): TableLinks {
  const linked = criteria.flatMap(({ code, indicatorId }) =>
    indicatorId === null ? [] : [[code, indicatorId]],
  )
  return {
    indicators: Object.fromEntries(linked) as Record<string, string>,
    needsEvidence: criteria.flatMap(({ code, needsEvidence }) => (needsEvidence ? [code] : [])),
    notes: Object.fromEntries(criteria.map(({ code, note }) => [code, note])),
  }
}

/** Title, total and frame of a table as they are stored. */
export function frameOfTable(table: ScoringTable) {
  const { code, bonusMaximum, penaltyMaximum, statedTotal, rounding, normalisation, labels } = table
  const frame: Frame = compact({
    code,
    bonusMaximum,
    penaltyMaximum,
    statedTotal,
    roundingMode: rounding.mode,
    normalisation,
    labels,
  })
  return { title: table.name, total: table.maximum, decimals: rounding.decimals, frame }
}

function flatCriterion(
  node: ScoringNode,
  position: number,
  parent: number | null,
  links: TableLinks,
): FlatCriterion {
  const { code, name, maxPoints, side } = node
  return {
    parent,
    position,
    code,
    name,
    maxPoints,
    side,
    method: (node.kind === 'leaf' ? node.method : undefined) ?? null,
    rescale: (node.kind === 'group' ? node.rescale : undefined) ?? null,
    mark: node.mark ?? null,
    indicatorId: links.indicators?.[code] ?? null,
    needsEvidence: links.needsEvidence?.includes(code) ?? false,
    note: links.notes?.[code] ?? '',
  }
}

type ByParent = ReadonlyMap<string | null, readonly CriterionRow[]>

function tableOf({ title, total, decimals, frame }: TableRow, byParent: ByParent): ScoringTable {
  const { code, roundingMode, bonusMaximum, penaltyMaximum, statedTotal, normalisation, labels } = frame
  return compact({
    code: code ?? 'table',
    name: title,
    maximum: total,
    bonusMaximum,
    penaltyMaximum,
    statedTotal,
    rounding: { decimals, mode: roundingMode ?? 'halfUp' },
    normalisation,
    labels,
    children: childrenOf(null, byParent),
  })
}

function childrenOf(parentId: string | null, byParent: ByParent): readonly ScoringNode[] {
  return sorted(parentId, byParent).map((row) => {
    const { code, name, maxPoints, side } = row
    const base = compact({ code, name, maxPoints, side, mark: row.mark ?? undefined })
    if (byParent.has(row.id)) {
      const children = childrenOf(row.id, byParent)
      return compact({ ...base, kind: 'group' as const, children, rescale: row.rescale ?? undefined })
    }
    return compact({ ...base, kind: 'leaf' as const, method: row.method ?? undefined })
  })
}

function inReadingOrder(parentId: string | null, byParent: ByParent): readonly CriterionRow[] {
  return sorted(parentId, byParent).flatMap((row) => [row, ...inReadingOrder(row.id, byParent)])
}

function sorted(parentId: string | null, byParent: ByParent): readonly CriterionRow[] {
  return (byParent.get(parentId) ?? []).toSorted((a, b) => a.position - b.position)
}
