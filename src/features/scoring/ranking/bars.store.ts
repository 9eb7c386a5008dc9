import { sql } from 'kysely'
import type { Reading, Writing } from '../../../db/database.ts'

export const barKinds = [
  'discipline',
  'inspection',
  'complaint',
  'no_pledge',
  'no_self_score',
  'violation_list',
  'head_reprimanded',
  'head_warned',
  'head_dismissed',
  'staff_prosecuted',
  'corruption',
  'disunity',
  'other',
] as const
export type BarKind = (typeof barKinds)[number]

export type BarRow = {
  readonly id: string
  readonly unitId: string
  readonly year: number
  readonly kind: BarKind
  readonly detail: string
  readonly source: string
  readonly openedOn: string
  readonly clearedOn: string | null
  readonly clearingReason: string
  readonly illustrative: boolean
}

/** The bars of some units in a year, open ones first. */
export async function listBars(
  db: Reading,
  unitIds: readonly string[],
  year: number,
): Promise<readonly BarRow[]> {
  const found = await sql<BarRow>`
    select id, unit_id, year, kind, detail, source, opened_on, cleared_on, clearing_reason, illustrative
    from bar where unit_id = any(${[...unitIds]}::uuid[]) and year = ${year}
    order by cleared_on is not null, opened_on`.execute(db)
  return found.rows
}

export async function findBar(db: Reading, id: string): Promise<BarRow | undefined> {
  const row = await db
    .selectFrom('bar')
    .select([
      'id',
      'unitId',
      'year',
      'kind',
      'detail',
      'source',
      'openedOn',
      'clearedOn',
      'clearingReason',
      'illustrative',
    ])
    .where('id', '=', id)
    .executeTakeFirst()
  return row as BarRow | undefined
}

export async function insertBar(
  trx: Writing,
  bar: Pick<BarRow, 'unitId' | 'year' | 'kind' | 'detail' | 'source' | 'openedOn'>,
): Promise<string> {
  const row = await trx.insertInto('bar').values(bar).returning('id').executeTakeFirstOrThrow()
  return row.id
}

export async function closeBar(
  trx: Writing,
  id: string,
  clearedOn: string,
  clearingReason: string,
): Promise<void> {
  await trx.updateTable('bar').set({ clearedOn, clearingReason }).where('id', '=', id).execute()
}
