import { sql } from 'kysely'
import type { Reading } from '../../../db/database.ts'
import type { OwnEntry, RecomputedSheet } from './recompute.ts'

/** A bloc's year that has a table in force, with its members of the year. */
export type YearToRecompute = {
  readonly blocYearId: string
  readonly state: string
  readonly unitIds: readonly string[]
}

/** The years of all blocs of a province (or of every province) whose table was adopted. */
export async function listYearsToRecompute(
  db: Reading,
  provinceId: string | null,
  year: number,
): Promise<readonly YearToRecompute[]> {
  const found = await sql<YearToRecompute>`
    select y.id as bloc_year_id, y.state, json_agg(m.unit_id order by m.position) as unit_ids
    from bloc_year y
    join bloc b on b.id = y.bloc_id
    join membership m on m.bloc_id = b.id and m.from_date <= make_date(y.year, 12, 31)
      and (m.to_date is null or m.to_date >= make_date(y.year, 12, 31))
    where y.year = ${year} and (${provinceId}::uuid is null or b.province_id = ${provinceId}::uuid)
      and exists (select 1 from score_table t where t.bloc_year_id = y.id and t.state in ('adopted', 'frozen'))
    group by y.id, y.state order by y.id`.execute(db)
  return found.rows
}

/** What the units of a table entered themselves, and the criteria that are not assigned to them. */
export type UnitEntries = {
  readonly ownEntries: readonly OwnEntry[]
  readonly exemptions: ReadonlyMap<string, ReadonlySet<string>>
}

type StoredEntries = {
  readonly entries: readonly OwnEntry[]
  readonly exempt: Readonly<Record<string, readonly string[]>>
}

/** Reads both in one statement: a country has hundreds of tables. */
export async function readUnitEntries(db: Reading, tableId: string): Promise<UnitEntries> {
  const found = await sql<StoredEntries>`/* kept */
    select
      coalesce((select json_agg(json_build_object('unitId', s.unit_id, 'code', c.code,
        'points', trim_scale(s.points)::text, 'inputs', s.inputs))
        from criterion c join score s on s.criterion_id = c.id and s.layer = 'self'
        where c.score_table_id = ${tableId}), '[]') as entries,
      coalesce((select json_object_agg(u.unit_id, u.codes) from (
        select e.unit_id, json_agg(c.code) as codes
        from criterion c join criterion_exemption e on e.criterion_id = c.id
        where c.score_table_id = ${tableId} group by e.unit_id) u), '{}') as exempt`.execute(db)
  const { entries, exempt } = found.rows[0] ?? { entries: [], exempt: {} }
  return {
    ownEntries: entries,
    exemptions: new Map(Object.entries(exempt).map(([unit, codes]) => [unit, new Set(codes)])),
  }
}

/** Puts the sheets of a table in place of those computed before, in one statement. */
export async function replaceRecomputed(
  db: Reading,
  tableId: string,
  sheets: readonly RecomputedSheet[],
): Promise<void> {
  await sql`/* kept */
    with fresh as (
      select * from json_to_recordset(${JSON.stringify(sheets)}::json)
        as x("unitId" uuid, points jsonb, "notAssigned" jsonb, missing jsonb, total numeric, reachable numeric,
          value numeric, place integer)
    ), gone as (
      delete from recomputed_sheet where score_table_id = ${tableId}::uuid
        and unit_id not in (select "unitId" from fresh)
    )
    insert into recomputed_sheet (score_table_id, unit_id, points, not_assigned, missing, total, reachable, value, place)
    select ${tableId}::uuid, "unitId", points, "notAssigned", missing, total, reachable, value, place from fresh
    on conflict (score_table_id, unit_id) do update set points = excluded.points, not_assigned = excluded.not_assigned,
      missing = excluded.missing, total = excluded.total, reachable = excluded.reachable, value = excluded.value,
      place = excluded.place, recomputed_at = now()`.execute(db)
}

export type RunState = 'waiting' | 'running' | 'done' | 'failed'

/** One recomputing of a province's year, or of every province's. */
export type RecomputeRun = {
  readonly id: string
  readonly provinceId: string | null
  readonly year: number
  readonly state: RunState
  readonly blocs: number
  readonly blocsDone: number
  readonly pointsDone: number
  readonly problem: string
  readonly askedByName: string | null
  readonly askedAt: Date
  readonly endedAt: Date | null
}

const runColumns = sql`
  select r.id, r.province_id, r.year, r.state, r.blocs, r.blocs_done, r.points_done, r.problem,
    u.name as asked_by_name, r.asked_at, r.ended_at
  from recompute_run r left join accounts."user" u on u.id = r.asked_by`

/** The run asked for last. */
export async function findLatestRun(
  db: Reading,
  provinceId: string,
  year: number,
): Promise<RecomputeRun | undefined> {
  const found = await sql<RecomputeRun>`
    ${runColumns} where r.year = ${year} and (r.province_id = ${provinceId} or r.province_id is null)
    order by r.asked_at desc limit 1`.execute(db)
  return found.rows[0]
}

/** The runs nobody has finished, oldest first. */
export async function listOpenRuns(db: Reading): Promise<readonly RecomputeRun[]> {
  const found = await sql<RecomputeRun>`
    ${runColumns} where r.state in ('waiting', 'running') order by r.asked_at`.execute(db)
  return found.rows
}

/** Asks for a run; the one under way when there is one. */
export async function insertRun(
  db: Reading,
  run: { readonly provinceId: string | null; readonly year: number; readonly askedBy: string | null },
): Promise<string> {
  const found = await sql<{ id: string }>`
    with asked as (
      insert into recompute_run (province_id, year, asked_by) values (${run.provinceId}, ${run.year}, ${run.askedBy})
      on conflict do nothing returning id
    )
    select id from asked
    union all
    select id from recompute_run where province_id is not distinct from ${run.provinceId}::uuid and year = ${run.year}
      and state in ('waiting', 'running')
    limit 1`.execute(db)
  const row = found.rows[0]
  if (!row) throw new Error('A run was neither asked for nor under way')
  return row.id
}

export type RunProgress = {
  readonly state: RunState
  readonly blocs: number
  readonly blocsDone: number
  readonly pointsDone: number
  readonly problem?: string
}

/** Writes down how far a run has come. */
export async function noteProgress(db: Reading, id: string, progress: RunProgress): Promise<void> {
  const { state, blocs, blocsDone, pointsDone, problem = '' } = progress
  await sql`
    update recompute_run set state = ${state}, blocs = ${blocs}, blocs_done = ${blocsDone}, points_done = ${pointsDone},
      problem = ${problem}, began_at = coalesce(began_at, now()),
      ended_at = case when ${state} in ('done', 'failed') then now() end
    where id = ${id}`.execute(db)
}

/** One unit as it was recomputed, beside what it gave itself. */
export type RecomputedRow = {
  readonly blocSlug: string
  readonly blocName: string
  readonly state: string
  readonly unitName: string
  readonly unitSlug: string
  readonly illustrative: boolean
  readonly total: string
  readonly place: number | null
  readonly missing: number
  /** Total of the points the unit gave itself; null before it entered any. */
  readonly ownTotal: string | null
  /** Criteria where the unit's own points are not those of the rule. */
  readonly differing: number
  readonly recomputedAt: Date
}

/** All recomputed units of a province's year, by bloc and place. */
export async function listRecomputed(
  db: Reading,
  provinceId: string,
  year: number,
): Promise<readonly RecomputedRow[]> {
  const found = await sql<RecomputedRow>`
    select b.slug as bloc_slug, b.short_name as bloc_name, y.state, n.short_name as unit_name, u.slug as unit_slug,
      t.illustrative, trim_scale(r.total)::text as total, r.place, jsonb_array_length(r.missing) as missing,
      trim_scale(own.total)::text as own_total, coalesce(own.differing, 0)::int as differing, r.recomputed_at
    from recomputed_sheet r
    join score_table t on t.id = r.score_table_id and t.state <> 'replaced'
    join bloc_year y on y.id = t.bloc_year_id and y.year = ${year}
    join bloc b on b.id = y.bloc_id and b.province_id = ${provinceId}
    join unit u on u.id = r.unit_id
    join lateral (select short_name from unit_name where unit_id = u.id and valid_from <= make_date(y.year, 12, 31)
      order by valid_from desc limit 1) n on true
    left join lateral (
      select sum(s.points) as total,
        count(*) filter (where r.points ? c.code and (r.points ->> c.code)::numeric <> s.points) as differing
      from criterion c join score s on s.criterion_id = c.id and s.layer = 'self' and s.unit_id = r.unit_id
      where c.score_table_id = t.id) own on true
    order by b.short_name collate "vi-x-icu", r.place nulls last, n.short_name collate "vi-x-icu"`.execute(db)
  return found.rows
}

/** Name of a province and the years its blocs have opened, newest first. */
export async function findProvinceYears(
  db: Reading,
  provinceId: string,
): Promise<{ readonly name: string; readonly years: readonly number[] }> {
  const found = await sql<{ name: string; years: readonly number[] }>`
    select p.name, coalesce((select json_agg(distinct y.year order by y.year desc)
      from bloc_year y join bloc b on b.id = y.bloc_id where b.province_id = p.id), '[]') as years
    from province p where p.id = ${provinceId}`.execute(db)
  return found.rows[0] ?? { name: '', years: [] }
}

/** Locks recomputing for this connection; false while another process is at it. */
export async function tryRecomputeLock(db: Reading): Promise<boolean> {
  const found = await sql<{
    locked: boolean
  }>`select pg_try_advisory_lock(hashtext('giaouoc recompute')) as locked`.execute(db)
  return found.rows[0]?.locked ?? false
}

/** Lets go of the lock. */
export async function releaseRecomputeLock(db: Reading): Promise<void> {
  await sql`select pg_advisory_unlock(hashtext('giaouoc recompute'))`.execute(db)
}
