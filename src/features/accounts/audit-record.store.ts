import { sql } from 'kysely'
import type { Reading } from '../../db/database.ts'

/** The present name of each of these units, by key; a key of something else has none. */
export async function namesOfUnits(
  db: Reading,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await sql<{ unitId: string; name: string }>`
    select distinct on (unit_id) unit_id, name from unit_name
    where unit_id = any(${keys}::uuid[]) order by unit_id, valid_from desc`.execute(db)
  return new Map(found.rows.map(({ unitId, name }) => [unitId, name]))
}
