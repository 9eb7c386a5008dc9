import { sql } from 'kysely'
import type { Reading } from '../../db/database.ts'

export type PlannedEvent = {
  readonly id: string
  readonly kind: 'conference' | 'activity' | 'draft' | 'visit'
  readonly title: string
  readonly heldOn: string
  readonly startsAt: string | null
  readonly place: string
  readonly illustrative: boolean
}

/** Conferences, common activities, visits of checks and the last days for comments of a year. */
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
    union all
    select v.id, 'visit', (select name from unit_name n where n.unit_id = v.unit_id
        and n.valid_from <= coalesce(v.held_on, v.planned_on) order by n.valid_from desc limit 1),
      coalesce(v.held_on, v.planned_on), coalesce(v.held_from, v.planned_at), v.place, v.illustrative
    from check_visit v join check_plan p on p.id = v.check_plan_id
    where p.bloc_year_id = ${blocYearId} and p.announced_on is not null and v.state <> 'cancelled'
      and coalesce(v.held_on, v.planned_on) is not null
    order by held_on, starts_at nulls last`.execute(db)
  return found.rows
}
