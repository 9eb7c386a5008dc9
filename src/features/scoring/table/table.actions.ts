import { action, type Deed, done } from '../../../actions/action.ts'
import { type Failure, refuse } from '../../../actions/failure.ts'
import type { Reading, Writing } from '../../../db/database.ts'
import type { Scope } from '../../../domain/permissions/index.ts'
import { parseRankingRules } from '../../../domain/ranking/index.ts'
import { ok, type Result } from '../../../domain/result.ts'
import {
  type Layer,
  type LayerRules,
  mayFreeze,
  parseTable,
  type ScoringTable,
} from '../../../domain/scoring/index.ts'
import { yearScope } from '../../../scopes/scopes.store.ts'
import {
  changeTable,
  deleteTable,
  findTable,
  insertTable,
  lockTable,
  type NewTable,
  replaceEarlierVersions,
} from './table.store.ts'
import { flattenTable, frameOfTable, linksOf, type TableLinks, type YearTable } from './table-model.ts'

/** A whole scoring table as plain data, with what lies beside its tree. */
export type TableContent = TableLinks & {
  /** A table as `parseTable` reads it. */
  readonly table: unknown
  /** Layers in the order they are filled; self, head, final when left out. */
  readonly layers?: readonly Layer[]
  /** Which layer counts; the latest complete one when left out. */
  readonly counts?: LayerRules['counts']
  /** Layers that look at some criteria only. */
  readonly partial?: readonly Layer[]
  /** Ranking rules as `parseRankingRules` reads them; the usual ones when left out. */
  readonly ranking?: unknown
  /** The decision or regulation the table rests on. */
  readonly basis?: string
}

export type CreateScoreTableInput = TableContent & { readonly blocYearId: string }

/** Draws up the scoring table of a year; contradictions in it are shown, not refused. */
export const createScoreTable = action({
  permission: 'score_table.manage',
  audit: 'score_table.created',
  scope: ofYear<CreateScoreTableInput>,
  run: async (trx, input, deed) => {
    await lockTable(trx, input.blocYearId)
    if (await findTable(trx, input.blocYearId)) return refuse('score_table_exists')
    return store(trx, input, '', deed)
  },
})

export type NewScoreTableVersionInput = {
  readonly blocYearId: string
  readonly reason: string
  /** The changed table; without it the new version begins as a copy. */
  readonly content?: TableContent
}

/** Before the table is frozen, an adopted one is changed only by a new version that is adopted in turn. */
export const newScoreTableVersion = action({
  permission: 'score_table.manage',
  audit: 'score_table.version_begun',
  scope: ofYear<NewScoreTableVersionInput>,
  run: async (trx, input, deed) => {
    await lockTable(trx, input.blocYearId)
    const before = await findTable(trx, input.blocYearId)
    if (!before) return refuse('score_table_missing')
    if (before.state === 'frozen') return refuse('score_table_frozen')
    if (before.state === 'draft') return refuse('score_table_is_draft')
    return store(
      trx,
      { blocYearId: input.blocYearId, ...(input.content ?? copyOf(before)) },
      input.reason,
      deed,
    )
  },
})

export type ScoreTableOfYear = { readonly blocYearId: string }

/** Takes a draft away, to start again. */
export const discardScoreTable = action({
  permission: 'score_table.manage',
  audit: 'score_table.discarded',
  scope: ofYear<ScoreTableOfYear>,
  run: async (trx, { blocYearId }) => {
    await lockTable(trx, blocYearId)
    const before = await findTable(trx, blocYearId)
    if (before?.state !== 'draft') return refuse('score_table_not_draft')
    await deleteTable(trx, before.id)
    return done({ id: before.id }, trace(before, { before: before.table }))
  },
})

export type AdoptScoreTableInput = {
  readonly blocYearId: string
  readonly adoptedOn: string
  /** How the members adopted it: at the pledge conference, by written opinion … */
  readonly how: string
  readonly basis?: string
}

/** The members adopted the draft; an earlier version gives way to it. */
export const adoptScoreTable = action({
  permission: 'score_table.manage',
  audit: 'score_table.adopted',
  scope: ofYear<AdoptScoreTableInput>,
  run: async (trx, { blocYearId, adoptedOn, how, basis }) => {
    await lockTable(trx, blocYearId)
    const before = await findTable(trx, blocYearId)
    if (before?.state !== 'draft') return refuse('score_table_not_draft')
    if (before.leafRows.length === 0) return refuse('score_table_empty')
    await replaceEarlierVersions(trx, before)
    const after = { state: 'adopted' as const, adoptedOn, adoptedHow: how, ...(basis ? { basis } : {}) }
    await changeTable(trx, before.id, after)
    return done({ id: before.id }, trace(before, { after }))
  },
})

/** Freezes the adopted table: the units score themselves by it, and nothing in it changes any more. */
export const freezeScoreTable = action({
  permission: 'score_table.manage',
  audit: 'score_table.frozen',
  scope: ofYear<ScoreTableOfYear>,
  run: async (trx, { blocYearId }, deed) => {
    await lockTable(trx, blocYearId)
    const before = await findTable(trx, blocYearId)
    if (!before) return refuse('score_table_missing')
    if (before.state === 'frozen') return refuse('score_table_frozen')
    if (before.state !== 'adopted') return refuse('score_table_not_adopted')
    if (!mayFreeze(before.problems)) return refuse('score_table_contradicts')
    await changeTable(trx, before.id, { state: 'frozen', frozenAt: deed.now })
    return done({ id: before.id }, trace(before, { after: { state: 'frozen', table: before.table } }))
  },
})

/** The content of a version, for the next version or the next year. */
export function copyOf(table: YearTable): TableContent {
  const { layers, countingLayer, partialLayers, rules, basis } = table
  return {
    table: table.table,
    layers,
    counts: countingLayer,
    partial: partialLayers,
    ranking: rules,
    basis,
    ...linksOf(table),
  }
}

/** The scope of an act on the scoring of a year. */
export function ofYear<I extends { readonly blocYearId: string }>(
  db: Reading,
  { blocYearId }: I,
  today: string,
): Promise<Scope | undefined> {
  return yearScope(db, blocYearId, today)
}

async function store(
  trx: Writing,
  input: TableContent & { readonly blocYearId: string },
  reason: string,
  deed: Deed,
) {
  const content = readContent(input)
  if (!content.ok) return content
  const { table, row } = content.value
  const stored = await insertTable(
    trx,
    { ...row, blocYearId: input.blocYearId, changeReason: reason },
    flattenTable(table, input),
  )
  return done(stored, {
    entity: 'score_table',
    entityId: stored.id,
    after: { table, version: stored.versionNumber, by: deed.accountId },
    reason,
  })
}

type Content = { readonly table: ScoringTable; readonly row: Omit<NewTable, 'blocYearId' | 'changeReason'> }

function readContent(input: TableContent): Result<Content, Failure> {
  const table = parseTable(input.table)
  if (!table.ok) return refuse('score_table_unreadable', table.error[0]?.path ?? '')
  const ranking = input.ranking === undefined ? undefined : parseRankingRules(input.ranking)
  if (ranking && !ranking.ok) return refuse('ranking_rules_unreadable', ranking.error[0]?.path ?? '')
  const layers = input.layers ?? ['self', 'head', 'final']
  return ok({
    table: table.value,
    row: {
      ...frameOfTable(table.value),
      layers: layers.includes('self') ? layers : ['self', ...layers],
      countingLayer: input.counts ?? 'latestComplete',
      partialLayers: input.partial ?? [],
      rankingRules: ranking?.value ?? {},
      basis: input.basis ?? '',
    },
  })
}

function trace(table: YearTable, rest: { readonly before?: unknown; readonly after?: unknown }) {
  return { entity: 'score_table', entityId: table.id, ...rest }
}
