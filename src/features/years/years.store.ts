import { sql } from 'kysely'
import type { Reading, Writing } from '../../db/database.ts'

export type YearSummary = {
  readonly id: string
  readonly year: number
  readonly state: string
}

/** The years of a bloc, oldest first. */
export function listYearsOf(db: Reading, blocId: string): Promise<readonly YearSummary[]> {
  return db
    .selectFrom('blocYear')
    .select(['id', 'year', 'state'])
    .where('blocId', '=', blocId)
    .orderBy('year')
    .execute()
}

export async function insertYear(
  trx: Writing,
  year: { blocId: string; year: number; copiedFromId: string | null },
): Promise<string> {
  const row = await trx.insertInto('blocYear').values(year).returning('id').executeTakeFirstOrThrow()
  return row.id
}

export type StateChange = {
  readonly blocYearId: string
  readonly fromState: string
  readonly toState: string
  readonly reason: string
  readonly lacks: readonly unknown[]
  readonly changedBy: string | null
  readonly changedAt: Date
}

/** Moves a year from a state to another, and keeps the move; false when the year is no longer in that state. */
export async function moveYear(trx: Writing, change: StateChange): Promise<boolean> {
  const moved = await trx
    .updateTable('blocYear')
    .set((set) => ({ state: change.toState, version: set('version', '+', 1) }))
    .where('id', '=', change.blocYearId)
    .where('state', '=', change.fromState)
    .executeTakeFirst()
  if (moved.numUpdatedRows === 0n) return false
  await trx
    .insertInto('stateChange')
    .values({ ...change, lacks: JSON.stringify(change.lacks) })
    .execute()
  return true
}

export async function setMidYear(trx: Writing, blocYearId: string, midYear: string): Promise<void> {
  await trx
    .updateTable('blocYear')
    .set((set) => ({ midYear, version: set('version', '+', 1) }))
    .where('id', '=', blocYearId)
    .execute()
}

export type StateChangeRow = {
  readonly fromState: string
  readonly toState: string
  readonly reason: string
  readonly lacks: readonly { readonly code: string; readonly unitId?: string }[]
  readonly changedAt: Date
  readonly by: string
}

/** The moves of a year, newest first. */
export async function listStateChanges(db: Reading, blocYearId: string): Promise<readonly StateChangeRow[]> {
  const found = await sql<StateChangeRow>`
    select c.from_state, c.to_state, c.reason, c.lacks, c.changed_at, coalesce(u.name, '') as by
    from state_change c left join accounts."user" u on u.id = c.changed_by
    where c.bloc_year_id = ${blocYearId} order by c.changed_at desc, c.id desc`.execute(db)
  return found.rows
}
