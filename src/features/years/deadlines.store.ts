import { sql } from 'kysely'
import type { Reading, Writing } from '../../db/database.ts'

export type DeadlineRow = {
  readonly step: string
  readonly dueOn: string
  readonly mark: string
  readonly basis: string
}

/** The last days of a year's steps. */
export function listDeadlines(db: Reading, blocYearId: string): Promise<readonly DeadlineRow[]> {
  return db
    .selectFrom('deadline')
    .select(['step', 'dueOn', 'mark', 'basis'])
    .where('blocYearId', '=', blocYearId)
    .orderBy('dueOn')
    .execute()
}

export async function putDeadline(trx: Writing, blocYearId: string, deadline: DeadlineRow): Promise<void> {
  const { step, ...values } = deadline
  await trx
    .insertInto('deadline')
    .values({ blocYearId, step, ...values })
    .onConflict((conflict) => conflict.columns(['blocYearId', 'step']).doUpdateSet(values))
    .execute()
}

export async function dropDeadline(trx: Writing, blocYearId: string, step: string): Promise<void> {
  await trx.deleteFrom('deadline').where('blocYearId', '=', blocYearId).where('step', '=', step).execute()
}

/** The days of an earlier year, the same day so many years later. */
export async function copyDeadlines(
  trx: Writing,
  fromId: string,
  toId: string,
  years: number,
): Promise<void> {
  await sql`
    insert into deadline (bloc_year_id, step, due_on, mark, basis)
    select ${toId}, step, (due_on + make_interval(years => ${years}))::date, mark, basis
    from deadline where bloc_year_id = ${fromId}`.execute(trx)
}
