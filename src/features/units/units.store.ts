import { sql } from 'kysely'
import type { Reading, Writing } from '../../db/database.ts'

export type UnitRow = {
  readonly id: string
  readonly slug: string
  readonly kind: string
  readonly name: string
  readonly shortName: string
  readonly provinceName: string
  readonly foundedOn: string | null
  readonly dissolvedOn: string | null
  readonly illustrative: boolean
  readonly version: number
}

/** The units of one or all provinces under the names they bear on a day; rooms of a unit are left out. */
export async function listUnits(db: Reading, on: string, search: string): Promise<readonly UnitRow[]> {
  const found = await sql<UnitRow>`
    select u.id, u.slug, u.kind, n.name, n.short_name, p.name as province_name, u.founded_on, u.dissolved_on,
      u.illustrative, u.version
    from unit u
    join province p on p.id = u.province_id
    join lateral (
      select name, short_name from unit_name where unit_id = u.id and valid_from <= ${on}::date
      order by valid_from desc limit 1) n on true
    where u.kind <> 'room'
      and (${search} = '' or unaccent(lower(n.name)) like '%' || unaccent(lower(${search})) || '%')
    order by p.name collate "vi-x-icu", n.name collate "vi-x-icu"`.execute(db)
  return found.rows
}

export type UnitNameRow = { readonly name: string; readonly shortName: string; readonly validFrom: string }

/** Every name a unit has borne, newest first. */
export function listNames(db: Reading, unitId: string): Promise<readonly UnitNameRow[]> {
  return db
    .selectFrom('unitName')
    .select(['name', 'shortName', 'validFrom'])
    .where('unitId', '=', unitId)
    .orderBy('validFrom', 'desc')
    .execute()
}

export type NewUnit = {
  readonly provinceId: string
  readonly slug: string
  readonly kind: string
  readonly parentId: string | null
  readonly foundedOn: string | null
}

export async function insertUnit(trx: Writing, unit: NewUnit): Promise<string> {
  const row = await trx.insertInto('unit').values(unit).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** A name from a day on; the same day again replaces it. */
export async function insertName(
  trx: Writing,
  name: { unitId: string; name: string; shortName: string; validFrom: string },
): Promise<void> {
  await trx
    .insertInto('unitName')
    .values(name)
    .onConflict((conflict) =>
      conflict.constraint('unit_name_once_a_day').doUpdateSet({ name: name.name, shortName: name.shortName }),
    )
    .execute()
}

export async function insertEvent(
  trx: Writing,
  event: { unitId: string; kind: string; happenedOn: string; otherUnitId: string | null; basis: string; note: string },
): Promise<void> {
  await trx.insertInto('unitEvent').values(event).execute()
}

/** Counts the version up if it is still the one the form was opened on. */
export async function takeVersion(trx: Writing, unitId: string, version: number): Promise<boolean> {
  const changed = await trx
    .updateTable('unit')
    .set({ version: version + 1 })
    .where('id', '=', unitId)
    .where('version', '=', version)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}
