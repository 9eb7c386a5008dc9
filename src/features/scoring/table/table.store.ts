import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Reading, Writing } from '../../../db/database.ts'
import type { Layer, LayerRules } from '../../../domain/scoring/index.ts'
import { kept, peek } from '../versioned.ts'
import {
  type CriterionRow,
  type FlatCriterion,
  type Frame,
  modelOf,
  type TableRow,
  type TableState,
  type YearTable,
} from './table-model.ts'

/** The version of the year's scoring table that is worked with: the newest that no other replaced. */
export async function findTable(db: Reading, blocYearId: string): Promise<YearTable | undefined> {
  const found = await sql<TableRow>`/* kept */
    ${tableColumns} where t.bloc_year_id = ${blocYearId} and t.state <> 'replaced'
    order by t.version_number desc limit 1`.execute(db)
  return found.rows[0] && withCriteria(db, found.rows[0])
}

/** The table as it stood at a version that was just read; costs no query while it is kept. */
export async function findTableAt(db: Reading, id: string, version: number): Promise<YearTable | undefined> {
  const known = await peek<YearTable>(nameOf(id, version))
  if (known) return known
  const found = await sql<TableRow>`${tableColumns} where t.id = ${id}`.execute(db)
  return found.rows[0] && withCriteria(db, found.rows[0])
}

/** One version of a year's table by its number. */
export async function findTableVersion(
  db: Reading,
  blocYearId: string,
  versionNumber: number,
): Promise<YearTable | undefined> {
  const found = await sql<TableRow>`
    ${tableColumns} where t.bloc_year_id = ${blocYearId} and t.version_number = ${versionNumber}`.execute(db)
  return found.rows[0] && withCriteria(db, found.rows[0])
}

/** All versions of a year's table, newest first, without their criteria. */
export async function listTableVersions(db: Reading, blocYearId: string): Promise<readonly TableRow[]> {
  const found = await sql<TableRow>`
    ${tableColumns} where t.bloc_year_id = ${blocYearId} order by t.version_number desc`.execute(db)
  return found.rows
}

/** The newest table of an earlier year of the same bloc, to start from. */
export async function findEarlierTable(
  db: Reading,
  blocYearId: string,
): Promise<{ readonly year: number; readonly table: YearTable } | undefined> {
  const found = await sql<TableRow & { year: number }>`
    select y.year, t.* from bloc_year here
    join bloc_year y on y.bloc_id = here.bloc_id and y.year < here.year
    join lateral (${tableColumns} where t.bloc_year_id = y.id and t.state in ('adopted', 'frozen')
      order by t.version_number desc limit 1) t on true
    where here.id = ${blocYearId} order by y.year desc limit 1`.execute(db)
  const row = found.rows[0]
  if (!row) return undefined
  const { year, ...table } = row
  return { year, table: await withCriteria(db, table) }
}

/**
 * The criteria never change without the version number of their table changing, so what follows from them is kept.
 * Number and criteria are read in one statement: nobody can slip in between.
 */
export async function withCriteria(db: Reading, row: TableRow): Promise<YearTable> {
  const model = await kept(nameOf(row.id, row.version), async () => {
    const criteria = await readCriteria(db, sql`t.id = ${row.id} and t.version = ${row.version}`)
    return criteria && modelOf(row, criteria)
  })
  return model ?? modelOf(row, (await readCriteria(db, sql`t.id = ${row.id}`)) ?? [])
}

function nameOf(id: string, version: number): string {
  return `table ${id} ${version}`
}

async function readCriteria(
  db: Reading,
  condition: ReturnType<typeof sql>,
): Promise<readonly CriterionRow[] | undefined> {
  const found = await sql<{ criteria: readonly CriterionRow[] }>`
    select coalesce((select json_agg(json_build_object('id', c.id, 'parentId', c.parent_id, 'position', c.position,
      'code', c.code, 'name', c.name, 'maxPoints', trim_scale(c.max_points)::text, 'side', c.side, 'method', c.method,
      'rescale', c.rescale, 'mark', c.mark, 'indicatorId', c.indicator_id, 'needsEvidence', c.needs_evidence,
      'note', c.note)) from criterion c where c.score_table_id = t.id), '[]') as criteria
    from score_table t where ${condition}`.execute(db)
  return found.rows[0]?.criteria
}

export type NewTable = {
  readonly blocYearId: string
  readonly title: string
  readonly total: string
  readonly decimals: number
  readonly frame: Frame
  readonly layers: readonly Layer[]
  readonly countingLayer: LayerRules['counts']
  readonly partialLayers: readonly Layer[]
  readonly rankingRules: unknown
  readonly basis: string
  readonly changeReason: string
}

/** Stores a new version as a draft, with all its criteria. */
export async function insertTable(
  trx: Writing,
  table: NewTable,
  criteria: readonly FlatCriterion[],
): Promise<{ readonly id: string; readonly versionNumber: number }> {
  const row = await trx
    .insertInto('scoreTable')
    .values({
      ...table,
      frame: JSON.stringify(table.frame),
      layers: JSON.stringify(table.layers),
      partialLayers: JSON.stringify(table.partialLayers),
      rankingRules: JSON.stringify(table.rankingRules ?? {}),
      versionNumber: sql<number>`(select coalesce(max(version_number), 0) + 1 from score_table where bloc_year_id = ${table.blocYearId})`,
    })
    .returning(['id', 'versionNumber'])
    .executeTakeFirstOrThrow()
  await insertCriteria(trx, row.id, criteria)
  return row
}

async function insertCriteria(
  trx: Writing,
  scoreTableId: string,
  criteria: readonly FlatCriterion[],
): Promise<void> {
  if (criteria.length === 0) return
  const ids = criteria.map(() => randomUUID())
  const rows = criteria.map(({ parent, method, rescale, ...row }, index) => ({
    ...row,
    id: ids[index],
    scoreTableId,
    parentId: parent === null ? null : (ids[parent] ?? null),
    method: method && JSON.stringify(method),
    rescale: rescale && JSON.stringify(rescale),
  }))
  await trx.insertInto('criterion').values(rows).execute()
}

/** Two people changing one year's table wait for each other. */
export async function lockTable(trx: Writing, blocYearId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`score table ${blocYearId}`}))`.execute(trx)
}

export type TableChange = {
  readonly state?: TableState
  readonly adoptedOn?: string
  readonly adoptedHow?: string
  readonly basis?: string
  readonly frozenAt?: Date
  readonly title?: string
  readonly total?: string
  readonly decimals?: number
  readonly frame?: Frame
  readonly layers?: readonly Layer[]
  readonly countingLayer?: LayerRules['counts']
  readonly partialLayers?: readonly Layer[]
  readonly rankingRules?: unknown
}

/** Changes a version; also called without a change when its criteria did. */
export async function changeTable(trx: Writing, id: string, change: TableChange = {}): Promise<void> {
  const { frame, layers, partialLayers, rankingRules, ...plain } = change
  await trx
    .updateTable('scoreTable')
    .set({
      ...plain,
      ...(frame && { frame: JSON.stringify(frame) }),
      ...(layers && { layers: JSON.stringify(layers) }),
      ...(partialLayers && { partialLayers: JSON.stringify(partialLayers) }),
      ...(rankingRules !== undefined && { rankingRules: JSON.stringify(rankingRules) }),
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute()
}

/** The adopted version gives way to the one adopted now. */
export async function replaceEarlierVersions(trx: Writing, table: TableRow): Promise<void> {
  await trx
    .updateTable('scoreTable')
    .set({ state: 'replaced', version: sql<number>`version + 1` })
    .where('blocYearId', '=', table.blocYearId)
    .where('versionNumber', '<', table.versionNumber)
    .where('state', '<>', 'replaced')
    .execute()
}

/** Takes a draft away. */
export async function deleteTable(trx: Writing, id: string): Promise<void> {
  await trx.deleteFrom('scoreTable').where('id', '=', id).where('state', '=', 'draft').execute()
}

export type CriterionContent = Omit<CriterionRow, 'id' | 'position' | 'rescale' | 'mark'>

/** Adds a criterion at the end of its group; a criterion that becomes a group loses its rule. */
export async function insertCriterion(
  trx: Writing,
  scoreTableId: string,
  { method, ...row }: CriterionContent,
): Promise<string> {
  if (row.parentId) {
    await trx.updateTable('criterion').set({ method: null }).where('id', '=', row.parentId).execute()
  }
  const added = await trx
    .insertInto('criterion')
    .values({
      ...row,
      scoreTableId,
      method: method && JSON.stringify(method),
      position: sql<number>`(select coalesce(max(position), -1) + 1 from criterion
        where score_table_id = ${scoreTableId} and parent_id is not distinct from ${row.parentId}::uuid)`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return added.id
}

export async function updateCriterion(
  trx: Writing,
  id: string,
  { method, ...row }: Omit<CriterionContent, 'parentId'>,
): Promise<void> {
  await trx
    .updateTable('criterion')
    .set({ ...row, method: method && JSON.stringify(method) })
    .where('id', '=', id)
    .execute()
}

/** Takes a criterion away with all below it. */
export async function deleteCriterion(trx: Writing, id: string): Promise<void> {
  await trx.deleteFrom('criterion').where('id', '=', id).execute()
}

/** Puts a criterion one place up or down among its siblings. */
export async function swapPositions(
  trx: Writing,
  a: Pick<CriterionRow, 'id' | 'position'>,
  b: Pick<CriterionRow, 'id' | 'position'>,
): Promise<void> {
  await trx.updateTable('criterion').set({ position: b.position }).where('id', '=', a.id).execute()
  await trx.updateTable('criterion').set({ position: a.position }).where('id', '=', b.id).execute()
}

const tableColumns = sql`
  select t.id, t.bloc_year_id, t.version_number, t.title, trim_scale(t.total)::text as total, t.decimals, t.frame,
    t.layers, t.counting_layer, t.partial_layers, t.ranking_rules, t.state, t.adopted_on, t.adopted_how, t.basis,
    t.change_reason, t.frozen_at, t.illustrative, t.version
  from score_table t`
