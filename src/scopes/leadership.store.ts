import { sql } from 'kysely'
import type { Reading, Writing } from '../db/database.ts'

// Heads and deputies are appointed by the province, elected at a conference, or begin with a handover: three topics
// write the same dated appointments.

/** An office of the bloc for a year. */
export type Office = { readonly blocId: string; readonly role: 'head' | 'deputy'; readonly forYear: number }

export type NewLeadership = Office & {
  readonly unitId: string
  readonly fromDate: string
  readonly toDate: string | null
  readonly how: string
  readonly basis: string
  readonly personName: string
  readonly personTitle: string
}

/** Ends the open appointment of the same office and year on the day before the new one starts. */
export async function closeOpenLeadership(
  trx: Writing,
  office: Omit<Office, 'role'> & { role: string; from: string },
): Promise<void> {
  await sql`
    update leadership set to_date = greatest(from_date, ${office.from}::date - 1)
    where bloc_id = ${office.blocId} and role = ${office.role} and for_year = ${office.forYear} and to_date is null`.execute(
    trx,
  )
}

export async function insertLeadership(trx: Writing, leadership: NewLeadership): Promise<string> {
  const row = await trx.insertInto('leadership').values(leadership).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** Whether a unit is a member of the bloc in a year. */
export async function isMember(db: Reading, blocId: string, unitId: string, year: number): Promise<boolean> {
  const found = await sql<{ member: boolean }>`
    select exists (select 1 from membership where bloc_id = ${blocId} and unit_id = ${unitId}
      and from_date <= make_date(${year}::int, 12, 31)
      and (to_date is null or to_date >= make_date(${year}::int, 1, 1))) as member`.execute(db)
  return found.rows[0]?.member ?? false
}

/** Who is to lead in a year, whether the day has come or not. */
export function findChosen(db: Reading, office: Office) {
  return db
    .selectFrom('leadership')
    .select(['id', 'unitId', 'fromDate', 'how', 'basis', 'personName', 'personTitle', 'illustrative'])
    .where('blocId', '=', office.blocId)
    .where('role', '=', office.role)
    .where('forYear', '=', office.forYear)
    .where('toDate', 'is', null)
    .executeTakeFirst()
}

/**
 * Both heads have signed: the terms of the year begin. Whoever a decision appointed began with it; who was elected or came
 * by turn begins now, and the deputy not later.
 */
export async function beginTerms(trx: Writing, blocId: string, forYear: number, on: string): Promise<void> {
  await sql`
    update leadership set from_date = case when role = 'head' and how <> 'appointed' then ${on}::date
      else least(from_date, ${on}::date) end
    where bloc_id = ${blocId} and for_year = ${forYear} and to_date is null`.execute(trx)
}

export type PastTerm = { readonly unitId: string; readonly role: 'head' | 'deputy'; readonly forYear: number }

/** All terms of a bloc, for the order of rotation. */
export async function listTerms(db: Reading, blocId: string): Promise<readonly PastTerm[]> {
  const rows = await db
    .selectFrom('leadership')
    .select(['unitId', 'role', 'forYear'])
    .where('blocId', '=', blocId)
    .orderBy('forYear')
    .execute()
  return rows as readonly PastTerm[]
}
