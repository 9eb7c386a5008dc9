import { sql } from 'kysely'
import type { Reading, Writing } from '../../db/database.ts'

/** A title or award of the catalogue that a unit may set out for. */
export type AwardRow = {
  readonly code: string
  readonly nameVi: string
  readonly nameEn: string
  readonly recipient: 'collective' | 'person' | 'both'
}

/** The catalogue of titles and awards, from the lowest to the highest. */
export async function listAwards(db: Reading): Promise<readonly AwardRow[]> {
  const rows = await db
    .selectFrom('award')
    .select(['code', 'nameVi', 'nameEn', 'recipient'])
    .orderBy('position')
    .execute()
  return rows as readonly AwardRow[]
}

/** One line of what a unit registered. */
export type RegistrationRow = {
  readonly id: string
  readonly unitId: string
  readonly kind: 'collective' | 'personal' | 'initiative'
  readonly awardCode: string | null
  readonly awardVi: string | null
  readonly awardEn: string | null
  readonly quantity: number
  readonly reached: number | null
  readonly note: string
  readonly illustrative: boolean
}

/** What the units of a year registered, titles from the lowest to the highest. */
export async function listRegistrations(
  db: Reading,
  blocYearId: string,
  unitId?: string,
): Promise<readonly RegistrationRow[]> {
  let query = db
    .selectFrom('registration as r')
    .leftJoin('award as a', 'a.code', 'r.awardCode')
    .select(['r.id', 'r.unitId', 'r.kind', 'r.awardCode', 'a.nameVi as awardVi', 'a.nameEn as awardEn'])
    .select(['r.quantity', 'r.reached', 'r.note', 'r.illustrative'])
    .where('r.blocYearId', '=', blocYearId)
    .orderBy('r.kind')
    .orderBy('a.position')
  if (unitId) query = query.where('r.unitId', '=', unitId)
  return (await query.execute()) as readonly RegistrationRow[]
}

/** A line to be stored. */
export type NewRegistration = Pick<RegistrationRow, 'kind' | 'awardCode' | 'quantity' | 'reached' | 'note'>

/** Puts what a unit registered in place of what stood there. */
export async function replaceRegistrations(
  trx: Writing,
  blocYearId: string,
  unitId: string,
  rows: readonly NewRegistration[],
): Promise<void> {
  await trx
    .deleteFrom('registration')
    .where('blocYearId', '=', blocYearId)
    .where('unitId', '=', unitId)
    .execute()
  if (rows.length === 0) return
  await trx
    .insertInto('registration')
    .values(rows.map((row) => ({ ...row, blocYearId, unitId })))
    .execute()
}

/** Two people saving the registration of one unit wait for each other, also when nothing is stored yet. */
export async function lockRegistration(trx: Writing, blocYearId: string, unitId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`registration ${blocYearId} ${unitId}`}))`.execute(trx)
}

/** Proposals of a unit at the year's end, and those granted, by award. */
export type ProposalCount = {
  readonly unitId: string
  readonly awardCode: string
  readonly proposed: number
  readonly granted: number
}

/** What was proposed and what was granted in the end, per unit and award. */
export async function countProposals(db: Reading, blocYearId: string): Promise<readonly ProposalCount[]> {
  const found = await sql<ProposalCount>`
    select unit_id, award_code, count(*)::int as proposed, (count(*) filter (where state = 'granted'))::int as granted
    from proposal
    where bloc_year_id = ${blocYearId} and unit_id is not null and state <> 'withdrawn'
    group by unit_id, award_code`.execute(db)
  return found.rows
}
