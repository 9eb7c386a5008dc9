import { sql } from 'kysely'
import type { Database } from '../src/db/database.ts'

const PROVINCES = 34
/** The first province: 12 blocs of 12 units, as the figure of a province asks. */
const FIRST_BLOCS = 12
const FIRST_UNITS = 144
const BLOCS = 700
const UNITS = 7350
const CRITERIA = 40

/** Year that is scored. */
export const YEAR = 2026

/**
 * A country in the middle of scoring: 34 provinces, 700 blocs, 7,350 units, 40 criteria each, every criterion with a
 * figure and a target (294,000 results). Four kinds of rule take turns, one of them comparing units.
 */
export async function foundCountry(db: Database): Promise<{ readonly firstProvinceId: string }> {
  await sql`insert into province (slug, name) select 'tinh-' || n, 'Tỉnh ' || n from generate_series(1, ${PROVINCES}) n`.execute(
    db,
  )
  await sql`create table bench_bloc as
    select n, uuidv7() as id, uuidv7() as year_id, uuidv7() as table_id,
      (select id from province where slug = 'tinh-' ||
        case when n <= ${FIRST_BLOCS} then 1 else 2 + (n % ${PROVINCES - 1}) end) as province_id
    from generate_series(1, ${BLOCS}) n`.execute(db)
  await sql`create table bench_unit as
    select n, uuidv7() as id, case when n <= ${FIRST_UNITS} then 1 + n % ${FIRST_BLOCS}
      else ${FIRST_BLOCS + 1} + n % ${BLOCS - FIRST_BLOCS} end as bloc
    from generate_series(1, ${UNITS}) n`.execute(db)
  await sql`create table bench_criterion as
    select n, uuidv7() as indicator_id, 1 + (n - 1) / 10 as part from generate_series(1, ${CRITERIA}) n`.execute(
    db,
  )
  await foundBlocs(db)
  await enterFigures(db)
  await sql`analyze`.execute(db)
  const first = await sql<{ id: string }>`select id from province where slug = 'tinh-1'`.execute(db)
  return { firstProvinceId: first.rows[0]?.id ?? '' }
}

async function foundBlocs(db: Database): Promise<void> {
  await sql`insert into bloc (id, province_id, slug, name, short_name)
    select id, province_id, 'khoi-' || n, 'Khối thi đua ' || n, 'Khối ' || n from bench_bloc`.execute(db)
  await sql`insert into bloc_year (id, bloc_id, year, state) select year_id, id, ${YEAR}, 'scoring' from bench_bloc`.execute(
    db,
  )
  await sql`insert into unit (id, province_id, slug, kind)
    select u.id, b.province_id, 'don-vi-' || u.n, 'department' from bench_unit u join bench_bloc b on b.n = u.bloc`.execute(
    db,
  )
  await sql`insert into unit_name (unit_id, name, short_name) select id, 'Đơn vị ' || n, 'Đơn vị ' || n from bench_unit`.execute(
    db,
  )
  await sql`insert into membership (bloc_id, unit_id, from_date, position)
    select b.id, u.id, make_date(${YEAR - 1}, 1, 1), u.n from bench_unit u join bench_bloc b on b.n = u.bloc`.execute(
    db,
  )
  await sql`insert into indicator (id, code, name, unit_of_measure)
    select indicator_id, 'do-' || n, 'Chỉ tiêu ' || n, 'tỷ đồng' from bench_criterion`.execute(db)
  await sql`insert into score_table (id, bloc_year_id, title, total, state)
    select table_id, year_id, 'Bảng điểm', 400, 'frozen' from bench_bloc`.execute(db)
  await sql`create table bench_part as
    select b.table_id, p.n, uuidv7() as id from bench_bloc b cross join generate_series(1, 4) p(n)`.execute(
    db,
  )
  await sql`insert into criterion (id, score_table_id, position, code, name, max_points)
    select id, table_id, n, n::text, 'Nhóm ' || n, 100 from bench_part`.execute(db)
  await sql`insert into criterion (score_table_id, parent_id, position, code, name, max_points, indicator_id, method)
    select p.table_id, p.id, c.n, p.n || '.' || c.n, 'Tiêu chí ' || c.n, 10, c.indicator_id,
      case c.n % 4
        when 0 then '{"kind": "ratio", "of": "attainment"}'
        when 1 then '{"kind": "ratio", "of": "share"}'
        when 2 then '{"kind": "leaderRelative"}'
        else '{"kind": "yesNo"}' end::jsonb
    from bench_part p join bench_criterion c on c.part = p.n`.execute(db)
}

async function enterFigures(db: Database): Promise<void> {
  await sql`insert into result (indicator_id, year, period, unit_id, value, total, unit_of_measure)
    select c.indicator_id, ${YEAR}, ${String(YEAR)}, u.id, 9000 + (u.n * 7919 + c.n * 1299) % 2000 + (u.n % 997) / 1000.0,
      case when c.n % 4 = 1 then 11000 end, 'tỷ đồng'
    from bench_unit u cross join bench_criterion c`.execute(db)
  await sql`insert into target (indicator_id, year, unit_id, kind, value, unit_of_measure)
    select c.indicator_id, ${YEAR}, u.id, 'at_least', 9800, 'tỷ đồng'
    from bench_unit u cross join bench_criterion c`.execute(db)
}
