import { sql } from 'kysely'
import type { Reading } from '../../db/database.ts'
import type { OwnYear } from '../../scopes/own-years.store.ts'

/** The years of one bloc by its address. */
export async function listYearsBySlug(db: Reading, slug: string): Promise<readonly OwnYear[]> {
  const found = await sql<OwnYear>`
    select b.id as bloc_id, b.slug as bloc_slug, b.short_name as bloc_name, y.year, y.state
    from bloc_year y join bloc b on b.id = y.bloc_id where b.slug = ${slug} order by y.year`.execute(db)
  return found.rows
}

export function findBlocName(db: Reading, slug: string) {
  return db.selectFrom('bloc').select(['id', 'name']).where('slug', '=', slug).executeTakeFirst()
}
