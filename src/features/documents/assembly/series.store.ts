import { sql } from 'kysely'
import type { Reading } from '../../../db/database.ts'
import type { FigureRecord } from '../../../domain/results/index.ts'
import type { TargetRecord } from '../../../domain/targets/index.ts'
import type { BlocYear } from '../../../scopes/scopes.store.ts'

/** A figure of a period with the indicator it belongs to. */
export type SeriesFigure = FigureRecord & {
  readonly indicatorId: string
  readonly indicatorName: string
  readonly indicatorUnit: string
  readonly direction: 'up' | 'down' | 'none'
  readonly decimals: number
  readonly unitId: string | null
  readonly period: string
  readonly illustrative: boolean
}

/** A target of one of those years. */
export type SeriesTarget = TargetRecord & {
  readonly indicatorId: string
  readonly unitId: string | null
  readonly year: number
}

/** Measured figures of whole years, four of them, and of the periods of this one: of a unit, or of all and the bloc. */
export async function listSeriesFigures(
  db: Reading,
  year: BlocYear,
  unitId: string | null,
): Promise<readonly SeriesFigure[]> {
  const unitIds = unitId ? [unitId] : year.members.map((unit) => unit.id)
  const periods = ['Q1', 'H1', 'M9'].map((part) => `${year.year}${part}`)
  const found = await sql<SeriesFigure>`
    select r.indicator_id, i.name as indicator_name, i.unit_of_measure as indicator_unit, i.direction, i.decimals,
      r.unit_id, r.period, r.value, r.value_max, r.total,
      coalesce(nullif(r.unit_of_measure, ''), i.unit_of_measure) as unit_of_measure, r.is_estimate, r.bound, r.qualifier,
      r.as_of, r.outside_plan, r.illustrative
    from result r
    join indicator i on i.id = r.indicator_id
    left join field_of_work f on f.code = i.field_code
    where r.state = 'current' and r.value is not null and i.kind in ('level', 'growth', 'share')
      and ((r.year between ${year.year - 3} and ${year.year} and r.period = r.year::text) or r.period = any(${periods}))
      and (r.unit_id = any(${unitIds}::uuid[]) or (${unitId}::uuid is null and r.bloc_id = ${year.bloc.id}))
    order by r.bloc_id is null, array_position(${unitIds}::uuid[], r.unit_id), f.position nulls last, i.code, r.period`.execute(
    db,
  )
  return found.rows
}

/** The targets in force of those years. */
export async function listSeriesTargets(
  db: Reading,
  year: BlocYear,
  unitId: string | null,
): Promise<readonly SeriesTarget[]> {
  const unitIds = unitId ? [unitId] : year.members.map((unit) => unit.id)
  const found = await sql<SeriesTarget>`
    select t.indicator_id, t.unit_id, t.year, t.kind, t.strict, t.value, t.value_max, t.by_date, t.base_value, t.base_year,
      coalesce(nullif(t.unit_of_measure, ''), i.unit_of_measure) as unit_of_measure
    from target t join indicator i on i.id = t.indicator_id
    where t.state = 'current' and t.movement_id is null and t.year between ${year.year - 3} and ${year.year}
      and (t.unit_id = any(${unitIds}::uuid[]) or (${unitId}::uuid is null and t.bloc_id = ${year.bloc.id}))`.execute(
    db,
  )
  return found.rows
}
