import { sql } from 'kysely'
import type { Database, Reading, Writing } from '../../db/database.ts'

/** True until the first account exists: the first-run page is open only then. */
export async function isEmptySite(db: Reading): Promise<boolean> {
  const found = await sql<{ any: boolean }>`select exists (select 1 from accounts."user") as any`.execute(db)
  return !found.rows[0]?.any
}

/** Two first runs at one moment wait for each other, so that the second finds the site installed. */
export async function lockInstallation(trx: Writing): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('installation'))`.execute(trx)
}

/** Tries a sign-in name has within the window, whatever addresses they come from. */
export const SIGN_IN_TRIES = 10
const SIGN_IN_WINDOW_MS = 5 * 60 * 1000

/** Counts a try to sign in by a name, known or not; false when there were too many of them. */
export async function countSignInTry(db: Database, name: string, now: Date): Promise<boolean> {
  const since = now.getTime() - SIGN_IN_WINDOW_MS
  const counted = await sql<{ count: number }>`
    insert into accounts."rateLimit" as r (key, count, "lastRequest") values (${tryKey(name)}, 1, ${now.getTime()})
    on conflict (key) do update set
      count = case when r."lastRequest" < ${since} then 1 else r.count + 1 end,
      "lastRequest" = case when r."lastRequest" < ${since} then excluded."lastRequest" else r."lastRequest" end
    returning count`.execute(db)
  return (counted.rows[0]?.count ?? 0) <= SIGN_IN_TRIES
}

/** A name that signed in begins anew; what is past for all others is swept away with it. */
export async function forgetSignInTries(db: Database, name: string, now: Date): Promise<void> {
  await sql`
    delete from accounts."rateLimit" where key = ${tryKey(name)}
      or (key like 'sign-in name %' and "lastRequest" < ${now.getTime() - SIGN_IN_WINDOW_MS})`.execute(db)
}

function tryKey(name: string): string {
  return `sign-in name ${name.toLowerCase()}`
}

/** Whether somebody signs in by this name already. */
export async function isTaken(db: Reading, username: string): Promise<boolean> {
  const found = await sql<{ taken: boolean }>`
    select exists (select 1 from accounts."user" where username = ${username.toLowerCase()}) as taken`.execute(
    db,
  )
  return found.rows[0]?.taken ?? false
}

export type NewAccount = {
  readonly username: string
  readonly email: string
  readonly name: string
  readonly passwordHash: string
}

/**
 * Adds an account that signs in by password, in the sign-in library's own tables.
 * A taken name or address fails with the constraints `user_username_key`, `user_email_key`.
 */
export async function insertAccount(trx: Writing, account: NewAccount): Promise<string> {
  const user = await sql<{ id: string }>`
    insert into accounts."user" (name, email, "emailVerified", username, "displayUsername")
    values (${account.name}, ${account.email.toLowerCase()}, true, ${account.username.toLowerCase()}, ${account.username})
    returning id`.execute(trx)
  const id = user.rows[0]?.id ?? ''
  await sql`
    insert into accounts.account ("accountId", "providerId", "userId", password, "updatedAt")
    values (${id}, 'credential', ${id}, ${account.passwordHash}, now())`.execute(trx)
  return id
}

/** The hash of somebody's password. */
export async function findPasswordHash(db: Reading, accountId: string): Promise<string | undefined> {
  const found = await sql<{ password: string }>`
    select password from accounts.account where "userId" = ${accountId} and "providerId" = 'credential'`.execute(
    db,
  )
  return found.rows[0]?.password
}

export async function updatePassword(trx: Writing, accountId: string, passwordHash: string): Promise<void> {
  await sql`
    update accounts.account set password = ${passwordHash}, "updatedAt" = now()
    where "userId" = ${accountId} and "providerId" = 'credential'`.execute(trx)
}

/** Ends sessions everywhere, or everywhere but here. */
export async function deleteSessions(trx: Writing, accountId: string, keepToken = ''): Promise<void> {
  await sql`delete from accounts.session where "userId" = ${accountId} and token <> ${keepToken}`.execute(trx)
}

export type OpenSession = {
  readonly id: string
  readonly createdAt: Date
  readonly userAgent: string | null
  readonly token: string
}

export async function listSessions(db: Reading, accountId: string): Promise<readonly OpenSession[]> {
  const found = await sql<OpenSession>`
    select id, "createdAt" as created_at, "userAgent" as user_agent, token from accounts.session
    where "userId" = ${accountId} and "expiresAt" > now() order by "createdAt" desc`.execute(db)
  return found.rows
}

export type AccountRow = {
  readonly id: string
  readonly name: string
  readonly username: string
  readonly email: string
  readonly appointments: readonly AppointmentRow[]
}

export type AppointmentRow = {
  readonly id: string
  readonly role: string
  readonly place: string
  readonly fromDate: string
  readonly toDate: string | null
}

/** All accounts with their appointments in words of where. */
export function listAccounts(db: Reading): Promise<readonly AccountRow[]> {
  return readAccounts(db, null)
}

async function readAccounts(db: Reading, accountId: string | null): Promise<readonly AccountRow[]> {
  const found = await sql<AccountRow>`
    select u.id, u.name, coalesce(u.username, '') as username, u.email,
      coalesce((
        select json_agg(json_build_object('id', a.id, 'role', a.role, 'fromDate', a.from_date, 'toDate', a.to_date,
          'place', concat_ws(' · ', c.name, n.name, b.short_name, p.name)) order by a.from_date desc)
        from appointment a
        left join province p on p.id = a.province_id
        left join bloc b on b.id = a.bloc_id
        left join council c on c.id = a.council_id
        left join lateral (select name from unit_name where unit_id = a.unit_id order by valid_from desc limit 1) n on true
        where a.account_id = u.id), '[]') as appointments
    from accounts."user" u where ${accountId}::uuid is null or u.id = ${accountId}::uuid order by u.name collate "vi-x-icu"`.execute(
    db,
  )
  return found.rows
}

export type NewAppointment = {
  readonly accountId: string
  readonly role: string
  readonly provinceId: string | null
  readonly blocId: string | null
  readonly unitId: string | null
  readonly councilId: string | null
  readonly fromDate: string
  readonly toDate: string | null
  readonly basis: string
}

export async function insertAppointment(trx: Writing, appointment: NewAppointment): Promise<string> {
  const row = await trx
    .insertInto('appointment')
    .values(appointment)
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/**
 * Gives the account to the person of the same name on the council, so that its holder votes there with it.
 * Nothing happens when nobody, or more than one, sits there under that name without an account.
 */
export async function giveSeatItsAccount(trx: Writing, accountId: string, councilId: string): Promise<void> {
  await sql`
    with seat as (
      select distinct p.id
      from council_member m
        join person p on p.id = m.person_id and p.account_id is null
        join accounts."user" u on u.id = ${accountId} and lower(u.name) = lower(p.full_name)
      where m.council_id = ${councilId} and m.to_date is null
        and not exists (select 1 from person held where held.account_id = ${accountId}))
    update person set account_id = ${accountId}
    where id in (select id from seat) and (select count(*) from seat) = 1`.execute(trx)
}

export async function endAppointment(trx: Writing, id: string, on: string): Promise<boolean> {
  const changed = await trx
    .updateTable('appointment')
    .set({ toDate: sql`greatest(from_date, ${on}::date)` })
    .where('id', '=', id)
    .where((where) => where.or([where('toDate', 'is', null), where('toDate', '>', on)]))
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

export async function insertProvince(
  trx: Writing,
  province: { slug: string; name: string; certainty: string; note: string },
): Promise<string> {
  const row = await trx.insertInto('province').values(province).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** Places an appointment may be for, as choices of a form. */
export async function listPlaces(db: Reading) {
  const [provinces, blocs, units, councils] = await Promise.all([
    db.selectFrom('province').select(['id', 'name']).orderBy('name').execute(),
    db.selectFrom('bloc').select(['id', 'name']).orderBy('name').execute(),
    sql<{ id: string; name: string }>`
      select u.id, n.name || ' (' || p.name || ')' as name from unit u
      join province p on p.id = u.province_id
      join lateral (select name from unit_name where unit_id = u.id order by valid_from desc limit 1) n on true
      where u.dissolved_on is null and u.kind <> 'room' order by p.name, n.name`.execute(db),
    db.selectFrom('council').select(['id', 'name']).orderBy('name').execute(),
  ])
  return { provinces, blocs, units: units.rows, councils }
}

export type AuditRow = {
  readonly id: string
  readonly happenedAt: Date
  readonly who: string
  readonly onBehalfOf: string | null
  readonly event: string
  readonly before: unknown
  readonly after: unknown
  readonly reason: string
}

/** What the audit is narrowed to: a year, some provinces, or (both left out) nothing. */
export type AuditScope = {
  readonly blocYearId?: string
  readonly provinceIds?: readonly string[]
}

/** The audit, newest first, a page at a time (`beforeId` from the page before). */
export async function listAudit(
  db: Reading,
  { blocYearId, provinceIds }: AuditScope,
  beforeId: string | null,
): Promise<readonly AuditRow[]> {
  const found = await sql<AuditRow>`
    select e.id, e.happened_at, coalesce(u.name, '') as who, n.name as on_behalf_of, e.event, e.before, e.after, e.reason
    from audit.entry e
    left join accounts."user" u on u.id = e.account_id
    left join lateral (select name from unit_name where unit_id = e.on_behalf_of order by valid_from desc limit 1) n on true
    where (${blocYearId ?? null}::uuid is null or e.bloc_year_id = ${blocYearId ?? null}::uuid)
      and (${provinceIds ?? null}::uuid[] is null or e.province_id = any(${provinceIds ?? null}::uuid[]))
      and (${beforeId}::bigint is null or e.id < ${beforeId}::bigint)
    order by e.id desc limit ${AUDIT_PAGE}`.execute(db)
  return found.rows
}

/** Entries of the audit on one page. */
export const AUDIT_PAGE = 100

/** The appointments of one account, in words of where. */
export async function findAccount(db: Reading, accountId: string): Promise<AccountRow | undefined> {
  return (await readAccounts(db, accountId))[0]
}
