import { sql } from 'kysely'
import type { Reading, Writing } from '../../db/database.ts'
import type { Scope } from '../../domain/permissions/index.ts'

export type CouncilDuty = 'chair' | 'deputy_chair' | 'standing' | 'secretary' | 'member'

export type CouncilRow = {
  readonly id: string
  readonly provinceId: string
  readonly provinceName: string
  readonly unitId: string | null
  readonly unitName: string | null
  readonly name: string
  readonly basis: string
  readonly foundedOn: string | null
  readonly members: number
  readonly illustrative: boolean
}

const councilsOn = (today: string) => sql`
  select c.id, c.province_id, p.name as province_name, c.unit_id, n.name as unit_name, c.name, c.basis,
    c.founded_on, c.illustrative,
    (select count(*)::int from council_member m where m.council_id = c.id and m.from_date <= ${today}::date
      and (m.to_date is null or m.to_date >= ${today}::date)) as members
  from council c
  join province p on p.id = c.province_id
  left join lateral (
    select name from unit_name where unit_id = c.unit_id and valid_from <= ${today}::date
    order by valid_from desc limit 1) n on true`

/** All councils, those of the provinces first. */
export async function listCouncils(db: Reading, today: string): Promise<readonly CouncilRow[]> {
  const found = await sql<CouncilRow>`
    ${councilsOn(today)} order by p.name collate "vi-x-icu", (c.unit_id is not null), c.name collate "vi-x-icu"`.execute(
    db,
  )
  return found.rows
}

export async function findCouncil(
  db: Reading,
  councilId: string,
  today: string,
): Promise<CouncilRow | undefined> {
  const found = await sql<CouncilRow>`${councilsOn(today)} where c.id = ${councilId}`.execute(db)
  return found.rows[0]
}

export type NewCouncil = {
  readonly provinceId: string
  readonly unitId: string | null
  readonly name: string
  readonly basis: string
  readonly foundedOn: string | null
}

export async function insertCouncil(trx: Writing, council: NewCouncil): Promise<string> {
  const row = await trx.insertInto('council').values(council).returning('id').executeTakeFirstOrThrow()
  return row.id
}

export async function findCouncilScope(db: Reading, councilId: string): Promise<Scope | undefined> {
  const row = await db
    .selectFrom('council')
    .select(['provinceId', 'unitId'])
    .where('id', '=', councilId)
    .executeTakeFirst()
  return row && { provinceId: row.provinceId, councilId, ...(row.unitId ? { unitId: row.unitId } : {}) }
}

export type CouncilMemberRow = {
  readonly id: string
  readonly councilId: string
  readonly personId: string
  readonly fullName: string
  readonly position: string
  readonly duty: CouncilDuty
  readonly fromDate: string
  readonly toDate: string | null
  readonly hasAccount: boolean
  readonly illustrative: boolean
}

/** Everybody who sits or sat on a council, by duty; those who left last. */
export async function listCouncilMembers(
  db: Reading,
  councilId: string,
): Promise<readonly CouncilMemberRow[]> {
  const found = await sql<CouncilMemberRow>`
    select m.id, m.council_id, m.person_id, x.full_name, x.position, m.duty, m.from_date, m.to_date,
      x.account_id is not null as has_account, m.illustrative
    from council_member m join person x on x.id = m.person_id
    where m.council_id = ${councilId}
    order by (m.to_date is not null),
      array_position(array['chair', 'deputy_chair', 'standing', 'secretary', 'member'], m.duty), m.from_date, m.id`.execute(
    db,
  )
  return found.rows
}

export async function findCouncilMember(
  db: Reading,
  memberId: string,
): Promise<
  | {
      readonly id: string
      readonly councilId: string
      readonly personId: string
      readonly fromDate: string
      readonly toDate: string | null
    }
  | undefined
> {
  return db
    .selectFrom('councilMember')
    .select(['id', 'councilId', 'personId', 'fromDate', 'toDate'])
    .where('id', '=', memberId)
    .executeTakeFirst()
}

/** A person of the province by name and unit, if already known. */
export async function findPerson(
  db: Reading,
  person: { readonly provinceId: string; readonly unitId: string | null; readonly fullName: string },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('person')
    .select('id')
    .where('provinceId', '=', person.provinceId)
    .where('fullName', '=', person.fullName)
    .where((eb) => (person.unitId === null ? eb('unitId', 'is', null) : eb('unitId', '=', person.unitId)))
    .executeTakeFirst()
  return row?.id
}

export async function insertPerson(
  trx: Writing,
  person: {
    readonly provinceId: string
    readonly unitId: string | null
    readonly fullName: string
    readonly position: string
  },
): Promise<string> {
  const row = await trx.insertInto('person').values(person).returning('id').executeTakeFirstOrThrow()
  return row.id
}

export async function insertCouncilMember(
  trx: Writing,
  member: {
    readonly councilId: string
    readonly personId: string
    readonly duty: CouncilDuty
    readonly fromDate: string
  },
): Promise<string> {
  const row = await trx.insertInto('councilMember').values(member).returning('id').executeTakeFirstOrThrow()
  return row.id
}

export async function endMember(trx: Writing, memberId: string, toDate: string): Promise<void> {
  await trx.updateTable('councilMember').set({ toDate }).where('id', '=', memberId).execute()
}

/** Whether somebody else chairs, or the same person sits there already, on a day. */
export async function findSeats(
  db: Reading,
  councilId: string,
  on: string,
): Promise<readonly { readonly personId: string; readonly duty: string }[]> {
  return db
    .selectFrom('councilMember')
    .select(['personId', 'duty'])
    .where('councilId', '=', councilId)
    .where('fromDate', '<=', on)
    .where((eb) => eb.or([eb('toDate', 'is', null), eb('toDate', '>=', on)]))
    .execute()
}

/** Holds a council until the end of the transaction, so that two chairs cannot enter at once. */
export async function holdCouncil(trx: Writing, councilId: string): Promise<void> {
  await trx.selectFrom('council').select('id').where('id', '=', councilId).forUpdate().execute()
}

export type CouncilDriveRow = {
  readonly id: string
  readonly title: string
  readonly state: string
  readonly year: number
}

/** The drives a council decides on. */
export function listDrivesOfCouncil(db: Reading, councilId: string): Promise<readonly CouncilDriveRow[]> {
  return db
    .selectFrom('movement')
    .select(['id', 'title', 'state', 'year'])
    .where('councilId', '=', councilId)
    .orderBy('year', 'desc')
    .execute()
}

export type OwnerChoice = { readonly id: string; readonly name: string; readonly provinceId: string }

/** Units by key, or all of a province, under the names they bear on a day. */
export async function listOwnerUnits(
  db: Reading,
  who: { readonly unitIds: readonly string[]; readonly provinceId: string | null },
  today: string,
): Promise<readonly OwnerChoice[]> {
  const found = await sql<OwnerChoice>`
    select u.id, n.name, u.province_id from unit u
    join lateral (
      select name from unit_name where unit_id = u.id and valid_from <= ${today}::date
      order by valid_from desc limit 1) n on true
    where u.id = any(${[...who.unitIds]}::uuid[])
      or (u.province_id = ${who.provinceId}::uuid and u.kind <> 'room' and u.dissolved_on is null)
    order by n.name collate "vi-x-icu"`.execute(db)
  return found.rows
}
