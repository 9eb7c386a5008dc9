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
  readonly blocs: readonly { readonly slug: string; readonly shortName: string }[]
}

/** What the register is narrowed to; the empty text means all. */
export type UnitFilter = {
  readonly search: string
  readonly kind: string
  readonly provinceId: string
  readonly field: string
  /** `ended` shows only units that are no more, `living` (the default) the others. */
  readonly life: string
}

/** The units under the names they bear on a day; any name of their past and any other wording finds them too. */
export async function listUnits(db: Reading, on: string, filter: UnitFilter): Promise<readonly UnitRow[]> {
  const pattern = `%${filter.search}%`
  const found = await sql<UnitRow>`
    select u.id, u.slug, u.kind, n.name, n.short_name, p.name as province_name, u.founded_on, u.dissolved_on,
      u.illustrative, u.version,
      coalesce((select json_agg(json_build_object('slug', b.slug, 'shortName', b.short_name) order by b.short_name)
        from membership m join bloc b on b.id = m.bloc_id
        where m.unit_id = u.id and m.from_date <= ${on}::date and (m.to_date is null or m.to_date >= ${on}::date)), '[]') as blocs
    from unit u
    join province p on p.id = u.province_id
    join lateral (
      select name, short_name from unit_name where unit_id = u.id
      order by (valid_from <= ${on}::date) desc, valid_from desc limit 1) n on true
    where (${filter.kind} = u.kind or (${filter.kind} = '' and u.kind <> 'room'))
      and (${filter.provinceId} = '' or u.province_id::text = ${filter.provinceId})
      and (${filter.field} = '' or exists (select 1 from unit_field f where f.unit_id = u.id and f.field_code = ${filter.field}))
      and (${filter.life} = 'all' or (u.dissolved_on is not null and u.dissolved_on <= ${on}::date) = (${filter.life} = 'ended'))
      and (${filter.search} = ''
        or exists (select 1 from unit_name o where o.unit_id = u.id
          and unaccent(lower(o.name || ' ' || o.short_name)) like unaccent(lower(${pattern})))
        or exists (select 1 from unit_alias a where a.unit_id = u.id and unaccent(lower(a.alias)) like unaccent(lower(${pattern}))))
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
  event: {
    unitId: string
    kind: string
    happenedOn: string
    otherUnitId: string | null
    basis: string
    note: string
  },
): Promise<void> {
  await trx.insertInto('unitEvent').values(event).execute()
}

/** Counts the version up if it is still the one the form was opened on; without one it is only counted up. */
export async function takeVersion(
  trx: Writing,
  unitId: string,
  version: number | undefined,
): Promise<boolean> {
  const query = trx
    .updateTable('unit')
    .set((set) => ({ version: set('version', '+', 1) }))
    .where('id', '=', unitId)
  const changed = await (version === undefined
    ? query
    : query.where('version', '=', version)
  ).executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

export async function provinceSlug(db: Reading, provinceId: string): Promise<string | undefined> {
  return (await db.selectFrom('province').select('slug').where('id', '=', provinceId).executeTakeFirst())
    ?.slug
}

/** First and last day of a unit. */
export function findLifespan(db: Reading, unitId: string) {
  return db
    .selectFrom('unit')
    .select(['foundedOn', 'dissolvedOn'])
    .where('id', '=', unitId)
    .executeTakeFirst()
}

export type UnitFacts = {
  readonly kind: string
  readonly parentId: string | null
  readonly foundedOn: string | null
}

export async function updateFacts(trx: Writing, unitId: string, facts: UnitFacts): Promise<void> {
  await trx.updateTable('unit').set(facts).where('id', '=', unitId).execute()
}

export async function replaceFields(trx: Writing, unitId: string, fields: readonly string[]): Promise<void> {
  await trx.deleteFrom('unitField').where('unitId', '=', unitId).execute()
  const values = [...new Set(fields)].map((fieldCode) => ({ unitId, fieldCode }))
  if (values.length > 0) await trx.insertInto('unitField').values(values).execute()
}

export async function replaceAliases(
  trx: Writing,
  unitId: string,
  aliases: readonly string[],
): Promise<void> {
  await trx.deleteFrom('unitAlias').where('unitId', '=', unitId).execute()
  const values = [...new Set(aliases)].map((alias) => ({ unitId, alias }))
  if (values.length > 0) await trx.insertInto('unitAlias').values(values).execute()
}
