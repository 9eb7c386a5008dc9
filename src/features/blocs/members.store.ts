import { sql } from 'kysely'
import type { Reading, Writing } from '../../db/database.ts'

export type MembershipRow = {
  readonly id: string
  readonly unitId: string
  readonly unitSlug: string
  readonly unitName: string
  readonly fromDate: string
  readonly toDate: string | null
  readonly position: number
  readonly basis: string
  readonly illustrative: boolean
  readonly dissolvedOn: string | null
}

/** Every stay of a unit in a bloc, under the name the unit bears on a day, in the bloc's order. */
export async function listMemberships(
  db: Reading,
  blocId: string,
  on: string,
): Promise<readonly MembershipRow[]> {
  const found = await sql<MembershipRow>`
    select m.id, m.unit_id, u.slug as unit_slug, n.name as unit_name, m.from_date, m.to_date, m.position, m.basis,
      m.illustrative, u.dissolved_on
    from membership m
    join unit u on u.id = m.unit_id
    join lateral (select name from unit_name where unit_id = u.id
      order by (valid_from <= ${on}::date) desc, case when valid_from <= ${on}::date then valid_from end desc, valid_from
      limit 1) n on true
    where m.bloc_id = ${blocId}
    order by m.position, n.name collate "vi-x-icu", m.from_date`.execute(db)
  return found.rows
}

export async function findMembership(db: Reading, id: string) {
  return db
    .selectFrom('membership')
    .select(['id', 'blocId', 'unitId', 'fromDate', 'toDate', 'position', 'basis'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The stays of one unit in a bloc. */
export function staysOf(db: Reading, blocId: string, unitId: string) {
  return db
    .selectFrom('membership')
    .select(['id', 'fromDate', 'toDate'])
    .where('blocId', '=', blocId)
    .where('unitId', '=', unitId)
    .execute()
}

export async function dissolutionOf(db: Reading, unitId: string): Promise<string | null> {
  const row = await db.selectFrom('unit').select('dissolvedOn').where('id', '=', unitId).executeTakeFirst()
  return row?.dissolvedOn ?? null
}

export type NewMembership = {
  readonly blocId: string
  readonly unitId: string
  readonly fromDate: string
  readonly toDate: string | null
  readonly position: number
  readonly basis: string
}

export async function insertMembership(trx: Writing, membership: NewMembership): Promise<string> {
  const row = await trx.insertInto('membership').values(membership).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** The place after the last one. */
export async function nextPosition(db: Reading, blocId: string): Promise<number> {
  const row = await db
    .selectFrom('membership')
    .select((select) => select.fn.max('position').as('last'))
    .where('blocId', '=', blocId)
    .executeTakeFirst()
  return row?.last === null || row?.last === undefined ? 0 : Number(row.last) + 1
}

export async function endStay(trx: Writing, id: string, toDate: string, basis: string): Promise<void> {
  await trx.updateTable('membership').set({ toDate, basis }).where('id', '=', id).execute()
}

export async function updatePosition(
  trx: Writing,
  blocId: string,
  unitId: string,
  position: number,
): Promise<void> {
  await trx
    .updateTable('membership')
    .set({ position })
    .where('blocId', '=', blocId)
    .where('unitId', '=', unitId)
    .execute()
}

export type UnitChoice = { readonly id: string; readonly name: string }

/** Living units of a province that may join a bloc. */
export async function listUnitChoices(
  db: Reading,
  provinceId: string,
  today: string,
): Promise<readonly UnitChoice[]> {
  const found = await sql<UnitChoice>`
    select u.id, n.name from unit u
    join lateral (select name from unit_name where unit_id = u.id and valid_from <= ${today}::date
      order by valid_from desc limit 1) n on true
    where u.province_id = ${provinceId} and u.kind <> 'room'
      and (u.dissolved_on is null or u.dissolved_on > ${today}::date)
    order by n.name collate "vi-x-icu"`.execute(db)
  return found.rows
}
