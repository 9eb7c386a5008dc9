import { sql } from 'kysely'
import type { Reading } from '../../db/database.ts'

export type PlannedEvent = {
  readonly id: string
  readonly kind: 'conference' | 'activity' | 'draft'
  readonly title: string
  readonly heldOn: string
  readonly startsAt: string | null
  readonly place: string
  readonly illustrative: boolean
}

/** Conferences, common activities and the last days for comments of a year. */
export async function listPlanned(db: Reading, blocYearId: string): Promise<readonly PlannedEvent[]> {
  const found = await sql<PlannedEvent>`
    select id, 'conference' as kind, title, held_on, starts_at, place, illustrative from conference
    where bloc_year_id = ${blocYearId} and held_on is not null
    union all
    select id, 'activity', title, held_on, null, place, illustrative from activity
    where bloc_year_id = ${blocYearId} and held_on is not null
    union all
    select id, 'draft', title, due_on, null, '', illustrative from draft
    where bloc_year_id = ${blocYearId} and due_on is not null and state in ('circulating', 'adopted')
    order by held_on, starts_at nulls last`.execute(db)
  return found.rows
}
