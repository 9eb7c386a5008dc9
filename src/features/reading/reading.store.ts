import { sql } from 'kysely'
import type { Reading, Writing } from '../../db/database.ts'
import type { Reading as Facts } from '../../domain/reading/reading.types.ts'
import type { FileRefusal } from '../../files/refusal.ts'

/** How far a report has come. */
export type ReadingState = 'waiting' | 'to_confirm' | 'unreadable' | 'confirmed' | 'dropped'

/** What became of one figure that was read. */
export type Decision = { readonly saved: boolean; readonly as?: string }

export type ReadingSummary = {
  readonly id: string
  readonly blocId: string
  readonly blocYearId: string
  readonly year: number
  readonly unitId: string | null
  readonly fileId: string
  readonly fileName: string
  readonly sha256: string
  readonly state: ReadingState
  readonly refusal: FileRefusal | ''
  readonly factYear: number | null
  readonly figures: number
  readonly doubts: number
  readonly saved: number
  readonly version: number
  readonly illustrative: boolean
  readonly createdAt: Date
  readonly settledAt: Date | null
  readonly settledByName: string | null
}

export type ReadingRow = ReadingSummary & {
  readonly text: string
  readonly facts: Facts | null
  readonly decisions: readonly Decision[]
}

/** The reports of a bloc, or of one unit of it, newest first; those of every year, because old years come in together. */
export async function listReadings(
  db: Reading,
  blocId: string,
  unitId: string | null,
): Promise<readonly ReadingSummary[]> {
  const found = await sql<ReadingSummary>`
    select ${summary} from reading r ${around}
    where y.bloc_id = ${blocId} and (${unitId}::uuid is null or r.unit_id = ${unitId}::uuid) and r.state <> 'dropped'
    order by r.created_at desc, r.id desc limit 200`.execute(db)
  return found.rows
}

/** The report that a file holds, with its text and facts. */
export async function findReadingOfFile(db: Reading, fileId: string): Promise<ReadingRow | undefined> {
  const found = await sql<ReadingRow>`
    select ${summary}, r.text, r.facts, r.decisions from reading r ${around}
    where r.file_id = ${fileId}`.execute(db)
  return found.rows[0]
}

/** The same, kept from others until the transaction ends. */
export async function lockReading(trx: Writing, fileId: string): Promise<ReadingRow | undefined> {
  await trx.selectFrom('reading').select('id').where('fileId', '=', fileId).forUpdate().execute()
  return findReadingOfFile(trx, fileId)
}

export type NewReading = {
  readonly blocYearId: string
  readonly unitId: string | null
  readonly fileId: string
  readonly createdBy: string | null
}

export async function insertReading(trx: Writing, reading: NewReading): Promise<void> {
  await trx.insertInto('reading').values(reading).execute()
}

/** What was found in a report, or why nothing could be read. */
export type ReadOutcome = { readonly text: string; readonly facts: Facts } | { readonly refusal: FileRefusal }

export async function keepOutcome(
  trx: Writing,
  id: string,
  blocYearId: string,
  outcome: ReadOutcome,
): Promise<void> {
  const read =
    'refusal' in outcome
      ? { state: 'unreadable', refusal: outcome.refusal }
      : // PostgreSQL takes every character but the null one.
        {
          state: 'to_confirm',
          text: outcome.text.replaceAll('\0', ' '),
          facts: JSON.stringify(outcome.facts).replaceAll('\\u0000', ' '),
        }
  await trx
    .updateTable('reading')
    .set({ ...read, blocYearId, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
}

export async function settleReading(
  trx: Writing,
  id: string,
  settled: {
    readonly state: 'confirmed' | 'dropped'
    readonly decisions: readonly Decision[]
    readonly settledBy: string | null
    readonly settledAt: Date
  },
): Promise<void> {
  await trx
    .updateTable('reading')
    .set({ ...settled, decisions: JSON.stringify(settled.decisions), version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
}

export async function moveReading(trx: Writing, id: string, blocYearId: string): Promise<void> {
  await trx
    .updateTable('reading')
    .set({ blocYearId, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** The key of another year of the same bloc. */
export async function yearIdOf(db: Reading, blocId: string, year: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('blocYear')
    .select('id')
    .where('blocId', '=', blocId)
    .where('year', '=', year)
    .executeTakeFirst()
  return row?.id
}

/** An indicator a figure can be saved under. */
export type CatalogueEntry = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly unitOfMeasure: string
  readonly kind: string
  readonly fieldCode: string | null
}

/** The indicators a province may use, newest version of each. */
export async function listCatalogue(db: Reading, provinceId: string): Promise<readonly CatalogueEntry[]> {
  const found = await sql<CatalogueEntry>`
    select i.id, i.code, i.name, i.unit_of_measure, i.kind, i.field_code from indicator i
    where (i.province_id is null or i.province_id = ${provinceId}) and i.retired_on is null
      and i.kind in ('level', 'growth', 'share')
      and not exists (
        select 1 from indicator newer where newer.code = i.code and newer.version_number > i.version_number
          and newer.province_id is not distinct from i.province_id)
    order by i.name collate "vi-x-icu", i.unit_of_measure, i.province_id nulls last, i.id`.execute(db)
  return found.rows
}

/** Whether a code of the catalogue is in use, by any version. */
export async function isCodeTaken(db: Reading, provinceId: string, code: string): Promise<boolean> {
  const found = await sql<{ taken: boolean }>`
    select exists (select 1 from indicator where province_id = ${provinceId} and code = ${code}) as taken`.execute(
    db,
  )
  return found.rows[0]?.taken ?? false
}

/** How units are written in reports beside their names. */
export async function listAliases(
  db: Reading,
  unitIds: readonly string[],
): Promise<readonly { readonly unitId: string; readonly alias: string }[]> {
  if (unitIds.length === 0) return []
  return db
    .selectFrom('unitAlias')
    .select(['unitId', 'alias'])
    .where('unitId', 'in', [...unitIds])
    .execute()
}

export type FieldOfWork = { readonly code: string; readonly nameVi: string; readonly nameEn: string }

export function listFields(db: Reading): Promise<readonly FieldOfWork[]> {
  return db.selectFrom('fieldOfWork').select(['code', 'nameVi', 'nameEn']).orderBy('position').execute()
}

/** A figure or a target in force that something read may repeat or contradict. */
export type StoredFigure = {
  readonly target: boolean
  readonly indicatorId: string
  readonly unitId: string | null
  readonly period: string
  readonly value: string | null
  readonly valueMax: string | null
  readonly total: string | null
  readonly unitOfMeasure: string
  readonly isEstimate: boolean
  readonly bound: 'over' | 'under' | 'about' | null
  readonly qualifier: string
  readonly asOf: string | null
  readonly outsidePlan: boolean
  readonly sourceFileId: string | null
  readonly version: number
}

/** The figures and targets in force of a bloc and its members, of some years. */
export async function listStored(
  db: Reading,
  circle: { readonly blocId: string; readonly unitIds: readonly string[] },
  from: number,
  to: number,
): Promise<readonly StoredFigure[]> {
  const found = await sql<StoredFigure>`
    select false as target, r.indicator_id, r.unit_id, r.period, r.value, r.value_max, r.total, r.unit_of_measure,
      r.is_estimate, r.bound, r.qualifier, r.as_of, r.outside_plan, r.source_file_id, r.version
    from result r
    where r.state = 'current' and r.year between ${from} and ${to}
      and (r.bloc_id = ${circle.blocId} or r.unit_id = any(${[...circle.unitIds]}::uuid[]))
    union all
    select true, t.indicator_id, t.unit_id, t.year::text, t.value, t.value_max, null, t.unit_of_measure,
      false, null, '', null, false, null, t.version
    from target t
    where t.state = 'current' and t.movement_id is null and t.year between ${from} and ${to}
      and (t.bloc_id = ${circle.blocId} or t.unit_id = any(${[...circle.unitIds]}::uuid[]))`.execute(db)
  return found.rows
}

const summary = sql`
  r.id, y.bloc_id, r.bloc_year_id, y.year, r.unit_id, r.file_id, f.name as file_name, f.sha256, r.state, r.refusal,
  (r.facts ->> 'year')::integer as fact_year, coalesce(jsonb_array_length(r.facts -> 'indicators'), 0) as figures,
  coalesce(jsonb_array_length(r.facts -> 'warnings'), 0) as doubts,
  (select count(*)::integer from jsonb_array_elements(r.decisions) one where (one ->> 'saved')::boolean) as saved,
  r.version, r.illustrative, r.created_at, r.settled_at, u.name as settled_by_name`

const around = sql`
  join bloc_year y on y.id = r.bloc_year_id
  join file f on f.id = r.file_id
  left join accounts."user" u on u.id = r.settled_by`
