import { sql } from 'kysely'
import type { Reading, Writing } from '../../db/database.ts'

export type IndicatorRow = {
  readonly id: string
  readonly code: string
  readonly versionNumber: number
  readonly name: string
  readonly unitOfMeasure: string
  readonly direction: 'up' | 'down' | 'none'
  readonly decimals: number
  readonly kind: 'level' | 'growth' | 'share' | 'date' | 'yes_no' | 'narrative'
  readonly fieldCode: string | null
  readonly fieldVi: string | null
  readonly fieldEn: string | null
  readonly partOfId: string | null
  readonly partOfName: string | null
  readonly convertsToId: string | null
  readonly convertsToName: string | null
  readonly convertsToUnit: string | null
  readonly conversionFactor: string | null
  /** The indicator whose figures this one tells in another currency. */
  readonly otherCurrencyOfId: string | null
  readonly otherCurrencyOfName: string | null
  /** Null for those that come with the program. */
  readonly provinceId: string | null
  readonly replacesId: string | null
  readonly changeReason: string
  readonly retiredOn: string | null
  /** False for a version that another replaced, and for a retired code. */
  readonly isCurrent: boolean
  readonly version: number
  readonly createdAt: Date
  readonly createdByName: string | null
  /** True for those that come with the program and serve every province. */
  readonly shared: boolean
  readonly illustrative: boolean
}

/** The indicators a province may use: the shared ones and its own, newest version of each, by field and name. */
export async function listIndicators(db: Reading, provinceId: string): Promise<readonly IndicatorRow[]> {
  const found = await sql<IndicatorRow>`
    ${selection}
    where (i.province_id is null or i.province_id = ${provinceId}) and ${isCurrent}
    order by f.position nulls last, i.name collate "vi-x-icu"`.execute(db)
  return found.rows
}

/** The codes of a province that are no longer in use, newest version of each. */
export async function listRetired(db: Reading, provinceId: string): Promise<readonly IndicatorRow[]> {
  const found = await sql<IndicatorRow>`
    ${selection}
    where i.province_id = ${provinceId} and i.retired_on is not null
    order by i.retired_on desc, i.name collate "vi-x-icu"`.execute(db)
  return found.rows
}

/** One indicator a province may use, any version, or undefined. */
export async function findIndicator(
  db: Reading,
  id: string,
  provinceId: string | undefined,
): Promise<IndicatorRow | undefined> {
  const found = await sql<IndicatorRow>`
    ${selection} where i.id = ${id} and (i.province_id is null or i.province_id = ${provinceId ?? null})`.execute(
    db,
  )
  return found.rows[0]
}

/** Every version of a code, newest first. */
export async function listIndicatorVersions(
  db: Reading,
  { code, provinceId }: Pick<IndicatorRow, 'code' | 'provinceId'>,
): Promise<readonly IndicatorRow[]> {
  const found = await sql<IndicatorRow>`
    ${selection} where i.code = ${code} and i.province_id is not distinct from ${provinceId}
    order by i.version_number desc`.execute(db)
  return found.rows
}

/** What rests on one version of an indicator: in all, and outside a bloc. */
export type IndicatorUse = {
  readonly targets: number
  readonly results: number
  readonly criteria: number
  /** Records of units or blocs that are not of the bloc. */
  readonly elsewhere: number
}

/** How often an indicator is used, and by how many that are not of the bloc one stands in. */
export async function findUse(
  db: Reading,
  indicatorId: string,
  blocId: string | null,
): Promise<IndicatorUse> {
  const found = await sql<IndicatorUse>`
    with own as (select unit_id from membership where bloc_id = ${blocId})
    select
      (select count(*)::int from target where indicator_id = ${indicatorId}) as targets,
      (select count(*)::int from result where indicator_id = ${indicatorId}) as results,
      (select count(*)::int from criterion where indicator_id = ${indicatorId}) as criteria,
      (select count(*)::int from (
        select unit_id, bloc_id from target where indicator_id = ${indicatorId}
        union all select unit_id, bloc_id from result where indicator_id = ${indicatorId}
        union all select null, y.bloc_id from criterion c join score_table t on t.id = c.score_table_id
          join bloc_year y on y.id = t.bloc_year_id where c.indicator_id = ${indicatorId}) used
        where used.bloc_id is distinct from ${blocId}::uuid
          and (used.unit_id is null or used.unit_id not in (select unit_id from own))) as elsewhere`.execute(
    db,
  )
  return found.rows[0] ?? { targets: 0, results: 0, criteria: 0, elsewhere: 0 }
}

export type NewIndicator = {
  readonly provinceId: string | null
  readonly code: string
  readonly name: string
  readonly unitOfMeasure: string
  readonly direction: IndicatorRow['direction']
  readonly decimals: number
  readonly kind: IndicatorRow['kind']
  readonly fieldCode: string | null
  readonly partOfId: string | null
  readonly convertsToId: string | null
  readonly conversionFactor: string | null
  readonly otherCurrencyOfId: string | null
}

/** Which version of a code it is, what it replaces and why. */
export type VersionOf = {
  readonly versionNumber: number
  readonly replacesId: string | null
  readonly changeReason: string
  readonly createdBy: string | null
}

export async function insertIndicator(trx: Writing, indicator: NewIndicator & VersionOf): Promise<string> {
  const row = await trx.insertInto('indicator').values(indicator).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** Rewrites an indicator that nothing rests on, if it is still the one the form was opened on. */
export async function updateIndicator(
  trx: Writing,
  id: string,
  version: number,
  content: Omit<NewIndicator, 'provinceId' | 'code'>,
): Promise<boolean> {
  const changed = await trx
    .updateTable('indicator')
    .set({ ...content, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** Takes a code out of use from a day, or (null) back into use. */
export async function setRetired(
  trx: Writing,
  id: string,
  retiredOn: string | null,
  changeReason: string,
): Promise<void> {
  await trx
    .updateTable('indicator')
    .set({ retiredOn, changeReason, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** Two people changing one code wait for each other. */
export async function lockIndicator(trx: Writing, id: string): Promise<void> {
  await trx.selectFrom('indicator').select('id').where('id', '=', id).forUpdate().execute()
}

export type FieldRow = { readonly code: string; readonly nameVi: string; readonly nameEn: string }

/** The fields of work in their order. */
export function listFields(db: Reading): Promise<readonly FieldRow[]> {
  return db.selectFrom('fieldOfWork').select(['code', 'nameVi', 'nameEn']).orderBy('position').execute()
}

const isCurrent = sql`(i.retired_on is null and not exists (
  select 1 from indicator newer where newer.code = i.code and newer.version_number > i.version_number
    and newer.province_id is not distinct from i.province_id))`

const selection = sql`
  select i.id, i.code, i.version_number, i.name, i.unit_of_measure, i.direction, i.decimals, i.kind, i.field_code,
    f.name_vi as field_vi, f.name_en as field_en, i.part_of_id, whole.name as part_of_name,
    i.converts_to_id, other.name as converts_to_name, other.unit_of_measure as converts_to_unit, i.conversion_factor,
    i.other_currency_of_id, twin.name as other_currency_of_name, i.province_id, i.replaces_id, i.change_reason,
    i.retired_on, ${isCurrent} as is_current, i.version, i.created_at, writer.name as created_by_name,
    i.province_id is null as shared, i.illustrative
  from indicator i
  left join field_of_work f on f.code = i.field_code
  left join indicator whole on whole.id = i.part_of_id
  left join indicator twin on twin.id = i.other_currency_of_id
  left join indicator other on other.id = i.converts_to_id
  left join accounts."user" writer on writer.id = i.created_by`
