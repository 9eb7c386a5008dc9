import { sql } from 'kysely'
import type { Reading } from '../../db/database.ts'

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
