import { sql } from 'kysely'
import type { Reading, Writing } from '../../db/database.ts'
import type { BoardColumn } from '../../domain/years/index.ts'

/** A day of its own for one unit; the step itself stays where it is. */
export async function allowUntil(
  trx: Writing,
  allowed: {
    blocYearId: string
    unitId: string
    step: BoardColumn
    dueOn: string
    reason: string
    accountId: string | null
  },
): Promise<void> {
  const { accountId, ...values } = allowed
  await trx
    .insertInto('unitStep')
    .values({ ...values, changedBy: accountId })
    .onConflict((conflict) =>
      conflict.constraint('unit_step_once').doUpdateSet({
        dueOn: allowed.dueOn,
        reason: allowed.reason,
        version: sql<number>`unit_step.version + 1`,
      }),
    )
    .execute()
}

export type StepPast = {
  readonly happenedAt: Date
  readonly by: string
  readonly event: string
  readonly reason: string
  readonly after: Readonly<Record<string, unknown>> | null
}

/** What was done about one cell of the board by hand, newest first. */
export async function pastOfStep(
  db: Reading,
  blocYearId: string,
  unitId: string,
  step: BoardColumn,
): Promise<readonly StepPast[]> {
  const found = await sql<StepPast>`
    select e.happened_at, coalesce(u.name, '') as by, e.event, e.reason, e.after
    from audit.entry e left join accounts."user" u on u.id = e.account_id
    where e.bloc_year_id = ${blocYearId} and e.entity = 'unit_step' and e.entity_id = ${`${unitId} ${step}`}
    order by e.id desc limit 50`.execute(db)
  return found.rows
}
