import { sql } from 'kysely'
import type { Reading } from '../../../db/database.ts'

export type IndicatorName = { readonly id: string; readonly name: string }

/** The indicators a criterion of a province's bloc may take its figures from, newest version of each. */
export async function listIndicatorNames(db: Reading, provinceId: string): Promise<readonly IndicatorName[]> {
  const found = await sql<IndicatorName>`
    select distinct on (i.code, i.province_id) i.id,
      i.name || case when i.unit_of_measure = '' then '' else ' (' || i.unit_of_measure || ')' end as name
    from indicator i
    where (i.province_id is null or i.province_id = ${provinceId}) and i.retired_on is null
    order by i.code, i.province_id, i.version_number desc`.execute(db)
  return found.rows.toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
}
