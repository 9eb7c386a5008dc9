import { sql } from 'kysely'
import type { Reading } from '../../db/database.ts'
import type { FileOwnership, Scope } from '../../domain/permissions/index.ts'
import { findYearById, scopeOfYear } from '../../scopes/scopes.store.ts'

/**
 * The places a file lies in: its unit by itself, and every year of the bloc it was sent in for. A file of a unit
 * without a bloc lies in all blocs the unit sits in.
 */
export async function scopesOfFile(
  db: Reading,
  file: FileOwnership,
  today: string,
): Promise<readonly Scope[]> {
  const { provinceId, blocId, unitId } = file
  const scopes: Scope[] = []
  if (provinceId && (unitId || !blocId)) scopes.push({ provinceId, ...(unitId ? { unitId } : {}) })
  for (const id of await yearIds(db, blocId, unitId)) {
    const year = await findYearById(db, id, today)
    if (year) scopes.push(scopeOfYear(year, unitId ?? undefined))
  }
  return scopes
}

/**
 * A file that goes with a question on points is kept from the members until the conference adopted the points: the
 * units that still may open it, namely those that cross-check its unit. Undefined for every other file.
 */
export async function findWithheld(db: Reading, fileId: string): Promise<readonly string[] | undefined> {
  const found = await sql<{ checkers: readonly string[] }>`
    select coalesce((select json_agg(s.appraiser_unit_id) from appraisal_assignment s
      where s.bloc_year_id = t.bloc_year_id and s.unit_id = a.unit_id), '[]') as checkers
    from appeal_file f join appeal a on a.id = f.appeal_id join score_table t on t.id = a.score_table_id
    where f.file_id = ${fileId} and not exists (select 1 from criterion c
      join score s on s.criterion_id = c.id and s.layer = 'final' where c.score_table_id = t.id)`.execute(db)
  return found.rows[0]?.checkers
}

async function yearIds(
  db: Reading,
  blocId: string | null,
  unitId: string | null,
): Promise<readonly string[]> {
  if (!blocId && !unitId) return []
  const found = await sql<{ id: string }>`
    select y.id from bloc_year y
    where ${blocId}::uuid is not null and y.bloc_id = ${blocId}::uuid
      or ${blocId}::uuid is null and exists (
        select 1 from membership m where m.bloc_id = y.bloc_id and m.unit_id = ${unitId}::uuid
          and m.from_date <= make_date(y.year, 12, 31) and (m.to_date is null or m.to_date >= make_date(y.year, 1, 1)))`.execute(
    db,
  )
  return found.rows.map((row) => row.id)
}
