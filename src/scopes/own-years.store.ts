import { sql } from 'kysely'
import type { Reading } from '../db/database.ts'
import type { Actor, Appointment } from '../domain/permissions/index.ts'

/** A year of a bloc that somebody takes part in. */
export type OwnYear = {
  readonly blocId: string
  readonly blocSlug: string
  readonly blocName: string
  readonly year: number
  readonly state: string
  /** The reader only writes its news. */
  readonly newsOnly?: boolean
}

/** The years somebody takes part in: as a member unit, as secretary or observer of a bloc, or as the province. */
export async function listOwnYears(db: Reading, actor: Actor): Promise<readonly OwnYear[]> {
  const of = actor.appointments
  const ids = (key: 'unitId' | 'blocId') => of.flatMap((one) => one[key] ?? [])
  const provinces = of.flatMap((one) =>
    one.blocId === null && one.unitId === null ? (one.provinceId ?? []) : [],
  )
  const found = await sql<OwnYear>`
    select b.id as bloc_id, b.slug as bloc_slug, b.short_name as bloc_name, y.year, y.state
    from bloc_year y join bloc b on b.id = y.bloc_id
    where b.id = any(${ids('blocId')}::uuid[]) or b.province_id = any(${provinces}::uuid[])
      or exists (select 1 from membership m where m.bloc_id = b.id and m.unit_id = any(${ids('unitId')}::uuid[])
        and m.from_date <= make_date(y.year, 12, 31) and (m.to_date is null or m.to_date >= make_date(y.year, 12, 31)))
    order by y.state = 'closed', y.year desc, b.short_name collate "vi-x-icu"`.execute(db)
  return found.rows.map((row) => ({ ...row, newsOnly: of.every(isNews) }))
}

function isNews({ role }: Appointment): boolean {
  return role === 'news_editor' || role === 'news_approver'
}
