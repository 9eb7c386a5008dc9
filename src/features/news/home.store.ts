import { sql } from 'kysely'
import type { Reading } from '../../db/database.ts'

export type HomeBloc = {
  readonly slug: string
  readonly name: string
  readonly provinceName: string
  readonly year: number | null
  readonly state: string | null
  readonly units: number
}

/** The blocs with the newest year of each; public facts only. */
export async function listHomeBlocs(db: Reading): Promise<readonly HomeBloc[]> {
  const found = await sql<HomeBloc>`
    select b.slug, b.name, p.name as province_name, y.year, y.state,
      (select count(*)::int from membership m where m.bloc_id = b.id and m.to_date is null) as units
    from bloc b
    join province p on p.id = b.province_id
    left join lateral (select year, state from bloc_year where bloc_id = b.id order by year desc limit 1) y on true
    where b.dissolved_on is null
    order by p.name collate "vi-x-icu", b.name collate "vi-x-icu"`.execute(db)
  return found.rows
}

export type ConferenceChoice = { readonly id: string; readonly title: string; readonly heldOn: string | null }

/** Conferences an item can be drafted from. */
export function listConferenceChoices(db: Reading, blocYearId: string): Promise<readonly ConferenceChoice[]> {
  return db
    .selectFrom('conference')
    .select(['id', 'title', 'heldOn'])
    .where('blocYearId', '=', blocYearId)
    .orderBy('heldOn')
    .execute()
}
