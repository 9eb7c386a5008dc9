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
  /** True for those that come with the program and serve every province. */
  readonly shared: boolean
  readonly illustrative: boolean
}

/** The indicators a province may use: the shared ones and its own, newest version of each, by field and name. */
export async function listIndicators(db: Reading, provinceId: string): Promise<readonly IndicatorRow[]> {
  const found = await sql<IndicatorRow>`
    ${selection}
    where (i.province_id is null or i.province_id = ${provinceId}) and i.retired_on is null
      and not exists (
        select 1 from indicator newer where newer.code = i.code and newer.version_number > i.version_number
          and newer.province_id is not distinct from i.province_id)
    order by f.position nulls last, i.name collate "vi-x-icu"`.execute(db)
  return found.rows
}

/** One indicator, or undefined. */
export async function findIndicator(db: Reading, id: string): Promise<IndicatorRow | undefined> {
  const found = await sql<IndicatorRow>`${selection} where i.id = ${id}`.execute(db)
  return found.rows[0]
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
}

export async function insertIndicator(trx: Writing, indicator: NewIndicator): Promise<string> {
  const row = await trx.insertInto('indicator').values(indicator).returning('id').executeTakeFirstOrThrow()
  return row.id
}

export type FieldRow = { readonly code: string; readonly nameVi: string; readonly nameEn: string }

/** The fields of work in their order. */
export function listFields(db: Reading): Promise<readonly FieldRow[]> {
  return db.selectFrom('fieldOfWork').select(['code', 'nameVi', 'nameEn']).orderBy('position').execute()
}

const selection = sql`
  select i.id, i.code, i.version_number, i.name, i.unit_of_measure, i.direction, i.decimals, i.kind, i.field_code,
    f.name_vi as field_vi, f.name_en as field_en, i.part_of_id, whole.name as part_of_name,
    i.converts_to_id, other.name as converts_to_name, other.unit_of_measure as converts_to_unit, i.conversion_factor,
    i.province_id is null as shared, i.illustrative
  from indicator i
  left join field_of_work f on f.code = i.field_code
  left join indicator whole on whole.id = i.part_of_id
  left join indicator other on other.id = i.converts_to_id`
