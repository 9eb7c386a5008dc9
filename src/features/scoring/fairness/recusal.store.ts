import { sql } from 'kysely'
import type { Reading, Writing } from '../../../db/database.ts'

/** Somebody who does not judge a unit, or one criterion of it. */
export type RecusalRow = {
  readonly id: string
  /** The unit that is not judged. */
  readonly unitId: string
  readonly appraiserUnitId: string | null
  /** One person alone; null: the whole unit steps back. */
  readonly accountId: string | null
  readonly personName: string | null
  readonly criterionCode: string | null
  readonly reason: string
  /** By the head, not by the judge. */
  readonly ordered: boolean
  readonly declaredOn: string
  readonly declaredByName: string | null
  readonly liftedOn: string | null
  readonly liftingReason: string
  readonly illustrative: boolean
}

/** Everybody of a year who stepped back, with those lifted since; in the order declared. */
export async function listRecusals(db: Reading, blocYearId: string): Promise<readonly RecusalRow[]> {
  const found = await sql<RecusalRow>`
    select r.id, r.unit_id, r.appraiser_unit_id, r.account_id, p.name as person_name, r.criterion_code, r.reason,
      r.ordered, r.declared_on, d.name as declared_by_name, r.lifted_on, r.lifting_reason, r.illustrative
    from recusal r
    left join accounts."user" p on p.id = r.account_id
    left join accounts."user" d on d.id = r.declared_by
    where r.bloc_year_id = ${blocYearId} order by r.created_at, r.id`.execute(db)
  return found.rows
}

export type NewRecusal = {
  readonly blocYearId: string
  readonly unitId: string
  readonly appraiserUnitId: string | null
  readonly accountId: string | null
  readonly criterionCode: string | null
  readonly reason: string
  readonly ordered: boolean
  readonly declaredBy: string | null
  readonly declaredOn: string
}

/** Keeps that somebody steps back. */
export async function insertRecusal(trx: Writing, recusal: NewRecusal): Promise<string> {
  const row = await trx.insertInto('recusal').values(recusal).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** Lets somebody judge again; false when it was lifted before. */
export async function markLifted(
  trx: Writing,
  id: string,
  lifting: { readonly liftedBy: string | null; readonly liftedOn: string; readonly liftingReason: string },
): Promise<boolean> {
  const row = await trx
    .updateTable('recusal')
    .set(lifting)
    .where('id', '=', id)
    .where('liftedOn', 'is', null)
    .executeTakeFirst()
  return row.numUpdatedRows > 0n
}
