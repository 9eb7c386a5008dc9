import { sql } from 'kysely'
import type { Reading, Writing } from '../../db/database.ts'
import type { ComparisonRecord, FigureRecord } from '../../domain/results/index.ts'
import type { TargetRecord } from '../../domain/targets/index.ts'

/** Whose figure it is: a unit's, or one of the bloc for a field of work. */
export type Owner = { readonly unitId: string | null; readonly blocId: string | null }

/** Where a figure stands. */
export type ResultPlace = Owner & {
  readonly indicatorId: string
  readonly year: number
  /** Id of the period: "2026", "2026H1", "2026Q3". */
  readonly period: string
}

/** What a figure says, as it is stored. */
export type ResultContent = FigureRecord & {
  readonly fieldCode: string | null
  readonly partOfId: string | null
  readonly narrative: string
  /** The wording of the report. */
  readonly printed: string
  readonly comparisons: readonly ComparisonRecord[]
  /** Why a figure that looks wrong stands nevertheless. */
  readonly overrideReason: string
}

export type ResultRow = ResultContent &
  ResultPlace & {
    readonly id: string
    readonly state: 'current' | 'replaced' | 'withdrawn'
    readonly versionNumber: number
    readonly changeReason: string
    readonly channel: 'screen' | 'paper' | 'file'
    readonly onBehalf: boolean
    readonly sourceFileId: string | null
    readonly sourceQuote: string
    /** Where the quote begins in the text of a report that was read; null for other sources. */
    readonly sourceStart: number | null
    readonly illustrative: boolean
    readonly version: number
    readonly createdAt: Date
    readonly createdByName: string | null
  }

/** The members of a bloc and the bloc itself: whose figures one page shows. */
export type Circle = { readonly blocId: string; readonly unitIds: readonly string[] }

/** The figures in force of a circle, of a year and the five before it, every period. */
export async function listResults(db: Reading, circle: Circle, year: number): Promise<readonly ResultRow[]> {
  const found = await sql<ResultRow>`
    ${resultSelection}
    where r.state = 'current' and r.year between ${year - 5} and ${year}
      and (r.bloc_id = ${circle.blocId} or r.unit_id = any(${[...circle.unitIds]}::uuid[]))
    order by r.year, r.created_at`.execute(db)
  return found.rows
}

/** Every version of one figure, newest first. */
export async function listResultVersions(db: Reading, at: ResultPlace): Promise<readonly ResultRow[]> {
  const found = await sql<ResultRow>`
    ${resultSelection}
    where r.indicator_id = ${at.indicatorId} and r.year = ${at.year} and r.period = ${at.period}
      and r.unit_id is not distinct from ${at.unitId} and r.bloc_id is not distinct from ${at.blocId}
    order by r.version_number desc`.execute(db)
  return found.rows
}

/** Every version of all figures of an owner and a period, newest first. */
export async function listVersionsOfPeriod(
  db: Reading,
  at: Omit<ResultPlace, 'indicatorId'>,
): Promise<readonly ResultRow[]> {
  const found = await sql<ResultRow>`
    ${resultSelection}
    where r.year = ${at.year} and r.period = ${at.period}
      and r.unit_id is not distinct from ${at.unitId} and r.bloc_id is not distinct from ${at.blocId}
    order by r.version_number desc`.execute(db)
  return found.rows
}

/** One figure, any version. */
export async function findResult(db: Reading, id: string): Promise<ResultRow | undefined> {
  const found = await sql<ResultRow>`${resultSelection} where r.id = ${id}`.execute(db)
  return found.rows[0]
}

export type NewResult = ResultPlace &
  ResultContent & {
    readonly versionNumber: number
    readonly replacesId: string | null
    readonly changeReason: string
    readonly channel: 'screen' | 'paper' | 'file'
    readonly onBehalf: boolean
    readonly sourceFileId: string | null
    readonly sourceQuote: string
    readonly sourceStart: number | null
    readonly createdBy: string | null
  }

export async function insertResult(trx: Writing, result: NewResult): Promise<string> {
  const comparisons = JSON.stringify(result.comparisons)
  const row = await trx
    .insertInto('result')
    .values({ ...result, comparisons })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Rewrites a figure that has not been sent yet. */
export async function updateResult(
  trx: Writing,
  id: string,
  content: ResultContent &
    Pick<NewResult, 'channel' | 'onBehalf' | 'sourceFileId' | 'sourceQuote' | 'sourceStart'>,
): Promise<void> {
  await trx
    .updateTable('result')
    .set({ ...content, comparisons: JSON.stringify(content.comparisons), version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** Puts a version aside. */
export async function setResultState(
  trx: Writing,
  id: string,
  state: 'replaced' | 'withdrawn',
): Promise<void> {
  await trx
    .updateTable('result')
    .set({ state, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** Evidence goes with the figure when a new version follows. */
export async function moveEvidence(trx: Writing, fromResultId: string, toResultId: string): Promise<void> {
  await trx
    .updateTable('evidence')
    .set({ resultId: toResultId })
    .where('resultId', '=', fromResultId)
    .execute()
}

/** Two people saving figures of one unit, or of the bloc, wait for each other. */
export async function lockFigures(trx: Writing, owner: Owner, year: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`figures ${owner.unitId ?? owner.blocId} ${year}`}))`.execute(
    trx,
  )
}

/** An indicator as far as its figures need it. */
export type IndicatorRow = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly unitOfMeasure: string
  readonly direction: 'up' | 'down' | 'none'
  readonly decimals: number
  readonly kind: 'level' | 'growth' | 'share' | 'date' | 'yes_no' | 'narrative'
  readonly fieldCode: string | null
  readonly fieldVi: string | null
  readonly fieldEn: string | null
  readonly partOfId: string | null
  /** One name for all versions of a code, so that parts and totals find each other across versions. */
  readonly lineage: string
  readonly partOfLineage: string | null
  /** The indicator whose figures this one tells in another currency. */
  readonly otherCurrencyOf: string | null
  readonly provinceId: string | null
  readonly versionNumber: number
  /** False for a version that another replaced, and for a retired code: no new figures, the old ones stay. */
  readonly isCurrent: boolean
  readonly convertsToName: string | null
  readonly convertsToUnit: string | null
  readonly convertsToDecimals: number | null
  readonly conversionFactor: string | null
}

/** The indicators a province may use and those its records still rest on, by field and name. */
export async function listIndicators(db: Reading, provinceId: string): Promise<readonly IndicatorRow[]> {
  const found = await sql<IndicatorRow>`
    ${indicatorSelection}
    where i.province_id is null or i.province_id = ${provinceId}
    order by f.position nulls last, i.name collate "vi-x-icu", i.version_number desc`.execute(db)
  return found.rows
}

/** One indicator a province may use, or undefined. */
export async function findIndicator(
  db: Reading,
  id: string,
  provinceId: string | undefined,
): Promise<IndicatorRow | undefined> {
  const found = await sql<IndicatorRow>`
    ${indicatorSelection}
    where i.id = ${id} and (i.province_id is null or i.province_id = ${provinceId ?? null})`.execute(db)
  return found.rows[0]
}

export type TargetRow = TargetRecord &
  Owner & {
    readonly id: string
    readonly indicatorId: string
    readonly printed: string
    readonly comparisons: readonly ComparisonRecord[]
    readonly illustrative: boolean
  }

/** The year's targets in force of a circle, without those of drives. */
export async function listTargets(db: Reading, circle: Circle, year: number): Promise<readonly TargetRow[]> {
  const found = await sql<TargetRow>`
    ${targetSelection}
    where t.year = ${year} and t.state = 'current' and t.movement_id is null
      and (t.bloc_id = ${circle.blocId} or t.unit_id = any(${[...circle.unitIds]}::uuid[]))`.execute(db)
  return found.rows
}

/** The targets in force of one indicator, of a year and the five before it. */
export async function listTargetsOfYears(
  db: Reading,
  circle: Circle,
  indicatorId: string,
  year: number,
): Promise<readonly (TargetRow & { readonly year: number })[]> {
  const found = await sql<TargetRow & { readonly year: number }>`
    ${targetSelection}
    where t.indicator_id = ${indicatorId} and t.year between ${year - 5} and ${year} and t.state = 'current'
      and t.movement_id is null
      and (t.bloc_id = ${circle.blocId} or t.unit_id = any(${[...circle.unitIds]}::uuid[]))`.execute(db)
  return found.rows
}

const targetSelection = sql`
  select t.id, t.year, t.indicator_id, t.unit_id, t.bloc_id, t.kind, t.strict, t.value, t.value_max, t.by_date,
    t.base_value, t.base_year, t.unit_of_measure, t.printed, t.comparisons, t.illustrative
  from target t`

const resultSelection = sql`
  select r.id, r.indicator_id, r.year, r.period, r.unit_id, r.bloc_id, r.field_code, r.value, r.value_max, r.total,
    r.unit_of_measure, r.is_estimate, r.bound, r.qualifier, r.as_of, r.outside_plan, r.part_of_id, r.narrative, r.printed,
    r.comparisons, r.override_reason, r.state, r.version_number, r.change_reason, r.channel, r.on_behalf,
    r.source_file_id, r.source_quote, r.source_start, r.illustrative, r.version, r.created_at, u.name as created_by_name
  from result r
  left join accounts."user" u on u.id = r.created_by`

const indicatorSelection = sql`
  select i.id, i.code, i.name, i.unit_of_measure, i.direction, i.decimals, i.kind, i.field_code,
    f.name_vi as field_vi, f.name_en as field_en, i.part_of_id, i.province_id, i.version_number,
    ${lineageOf('i')} as lineage, case when whole.id is not null then ${lineageOf('whole')} end as part_of_lineage,
    case when twin.id is not null then ${lineageOf('twin')} end as other_currency_of,
    i.retired_on is null and not exists (
      select 1 from indicator newer where newer.code = i.code and newer.version_number > i.version_number
        and newer.province_id is not distinct from i.province_id) as is_current,
    other.name as converts_to_name, other.unit_of_measure as converts_to_unit,
    other.decimals as converts_to_decimals, i.conversion_factor
  from indicator i
  left join field_of_work f on f.code = i.field_code
  left join indicator whole on whole.id = i.part_of_id
  left join indicator twin on twin.id = i.other_currency_of_id
  left join indicator other on other.id = i.converts_to_id`

/** What all versions of a code share. */
function lineageOf(table: 'i' | 'whole' | 'twin'): ReturnType<typeof sql> {
  return sql`coalesce(${sql.ref(`${table}.province_id`)}::text, '') || ':' || ${sql.ref(`${table}.code`)}`
}
