import { sql } from 'kysely'
import type { Reading, Writing } from '../../db/database.ts'

export type LeadershipRow = {
  readonly id: string
  readonly unitId: string
  readonly unitSlug: string
  readonly unitName: string
  readonly role: 'head' | 'deputy'
  readonly forYear: number
  readonly fromDate: string
  readonly toDate: string | null
  readonly how: string
  readonly basis: string
  readonly personName: string
  readonly personTitle: string
  readonly illustrative: boolean
}

/** Heads and deputies of a bloc through the years, newest first, each under the name of its year. */
export async function listLeadership(db: Reading, blocId: string): Promise<readonly LeadershipRow[]> {
  const found = await sql<LeadershipRow>`
    select l.id, l.unit_id, u.slug as unit_slug, n.name as unit_name, l.role, l.for_year, l.from_date, l.to_date, l.how,
      l.basis, l.person_name, l.person_title, l.illustrative
    from leadership l
    join unit u on u.id = l.unit_id
    join lateral (select name from unit_name where unit_id = u.id
      order by (valid_from <= make_date(l.for_year, 12, 31)) desc, valid_from desc limit 1) n on true
    where l.bloc_id = ${blocId}
    order by l.for_year desc, l.role = 'deputy', l.from_date desc`.execute(db)
  return found.rows
}

/** Ends the open appointment of the same office and year on the day before the new one starts. */
export async function closeOpenLeadership(
  trx: Writing,
  office: { blocId: string; role: string; forYear: number; from: string },
): Promise<void> {
  await sql`
    update leadership set to_date = greatest(from_date, ${office.from}::date - 1)
    where bloc_id = ${office.blocId} and role = ${office.role} and for_year = ${office.forYear} and to_date is null`.execute(
    trx,
  )
}

export type NewLeadership = Omit<LeadershipRow, 'id' | 'unitSlug' | 'unitName' | 'illustrative'> & {
  readonly blocId: string
}

export async function insertLeadership(trx: Writing, leadership: NewLeadership): Promise<string> {
  const row = await trx.insertInto('leadership').values(leadership).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** Whether a unit is a member of the bloc on a day, or at the end of a year. */
export async function isMember(db: Reading, blocId: string, unitId: string, year: number): Promise<boolean> {
  const found = await sql<{ member: boolean }>`
    select exists (select 1 from membership where bloc_id = ${blocId} and unit_id = ${unitId}
      and from_date <= make_date(${year}::int, 12, 31)
      and (to_date is null or to_date >= make_date(${year}::int, 1, 1))) as member`.execute(db)
  return found.rows[0]?.member ?? false
}
