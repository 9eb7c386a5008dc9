import { sql } from 'kysely'
import type { Database, Reading } from '../db/database.ts'
import type { Actor, Appointment } from '../domain/permissions/index.ts'

/** A session ends after two weeks without a visit; a visit a day or more after the last renewal renews it. */
export const SESSION_SECONDS = 14 * 24 * 60 * 60
const RENEWAL_SECONDS = 24 * 60 * 60

/** A signed-in person with what the frame of every page shows. */
export type SignedIn = {
  readonly actor: Actor
  readonly sessionToken: string
  /** True when the session was not renewed for a while. */
  readonly sessionIsOld: boolean
  readonly username: string
  /** Name of the state of the database this was read from (`pg_current_snapshot()`). */
  readonly state: string
}

type SessionRow = {
  readonly accountId: string
  readonly name: string
  readonly username: string | null
  readonly isOld: boolean
  readonly state: string
  readonly appointments: readonly Appointment[]
}

/**
 * The person of a session and the appointments in force on a day; one query, on the path of every page. It also tells
 * which state of the database the request begins with.
 */
export async function findSignedIn(db: Reading, token: string, today: string): Promise<SignedIn | undefined> {
  const found = await sql<SessionRow>`/* kept */
    select u.id as account_id, u.name, u.username,
      s."updatedAt" < now() - make_interval(secs => ${RENEWAL_SECONDS}) as is_old,
      pg_current_snapshot()::text as state, ${appointmentsOf(today)} as appointments
    from accounts.session s
    join accounts."user" u on u.id = s."userId"
    where s.token = ${token} and s."expiresAt" > now()`.execute(db)
  const row = found.rows[0]
  if (!row) return undefined
  return {
    actor: { accountId: row.accountId, name: row.name, appointments: row.appointments },
    sessionToken: token,
    sessionIsOld: row.isOld,
    username: row.username ?? '',
    state: row.state,
  }
}

/** Name of the state of the database as it is now. */
export async function readState(db: Reading): Promise<string> {
  const found = await sql<{ state: string }>`/* kept */ select pg_current_snapshot()::text as state`.execute(
    db,
  )
  return found.rows[0]?.state ?? ''
}

/** A visit renews the session: its time begins again. */
export async function renewSession(db: Database, token: string): Promise<void> {
  await sql`
    update accounts.session set "updatedAt" = now(), "expiresAt" = now() + make_interval(secs => ${SESSION_SECONDS})
    where token = ${token} and "expiresAt" > now()`.execute(db)
}

/** An account as an actor, for the command line, the demo and tests. */
export async function findActor(db: Reading, username: string, today: string): Promise<Actor | undefined> {
  const found = await sql<SessionRow>`
    select u.id as account_id, u.name, u.username, false as is_old, '' as state, ${appointmentsOf(today)} as appointments
    from accounts."user" u where u.username = ${username}`.execute(db)
  const row = found.rows[0]
  return row && { accountId: row.accountId, name: row.name, appointments: row.appointments }
}

function appointmentsOf(today: string): ReturnType<typeof sql> {
  return sql`coalesce((
    select json_agg(json_build_object('role', a.role, 'provinceId', a.province_id, 'blocId', a.bloc_id,
      'unitId', a.unit_id, 'councilId', a.council_id, 'fromDate', a.from_date, 'toDate', a.to_date))
    from appointment a
    where a.account_id = u.id and a.from_date <= ${today}::date and (a.to_date is null or a.to_date >= ${today}::date)), '[]')`
}
