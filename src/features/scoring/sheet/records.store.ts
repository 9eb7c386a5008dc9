import { sql } from 'kysely'
import type { Reading } from '../../../db/database.ts'
import type { FigureRecord } from '../../../domain/results/index.ts'
import type { TargetRecord } from '../../../domain/targets/index.ts'

/** What the bloc's own records say about one unit; counts and yes / no, as the rules name them. */
export type OwnRecord = {
  readonly reportsDue: string
  readonly reportsOnTime: string
  readonly reportsLate: string
  readonly meetingsHeld: string
  readonly meetingsAttended: string
  readonly pledgeSigned: boolean
  readonly launched: boolean
  readonly registered: boolean
  readonly registeredOnTime: boolean
  readonly selfScored: boolean
}

/** The year's figure of a unit for an indicator, with its target. */
export type LinkedFigure = {
  readonly unitId: string
  readonly indicatorId: string
  readonly direction: 'up' | 'down' | 'none'
  readonly result: FigureRecord | null
  readonly target: TargetRecord | null
}

/** Records that score a unit without anybody typing. */
export type UnitRecords = {
  readonly own: ReadonlyMap<string, OwnRecord>
  readonly figures: readonly LinkedFigure[]
  /** Files that prove a criterion, by unit and code. */
  readonly evidence: readonly EvidenceRow[]
}

export type EvidenceRow = {
  readonly id: string
  readonly unitId: string
  readonly criterionId: string
  readonly fileId: string
  readonly fileName: string
  readonly note: string
}

/** Which records are wanted besides figures. */
export type RecordsWanted = { readonly own: boolean; readonly evidence: boolean }

const all: RecordsWanted = { own: true, evidence: true }

/** Reads the records of some units of a year: their steps, meetings, pledge, launch, figures, files. */
export async function readRecords(
  db: Reading,
  blocYearId: string,
  tableId: string,
  unitIds: readonly string[],
  today: string,
  wanted: RecordsWanted = all,
): Promise<UnitRecords> {
  const [own, figures, evidence] = [
    wanted.own ? await readOwn(db, blocYearId, unitIds, today) : new Map<string, OwnRecord>(),
    await readFigures(db, blocYearId, tableId, unitIds),
    wanted.evidence ? await listEvidence(db, tableId, unitIds) : [],
  ]
  return { own, figures, evidence }
}

/** A report counts as due once its day has come or it is in; late when it is neither in nor was in on its day. */
async function readOwn(
  db: Reading,
  blocYearId: string,
  unitIds: readonly string[],
  today: string,
): Promise<ReadonlyMap<string, OwnRecord>> {
  const found = await sql<OwnRecord & { unitId: string }>`/* kept */
    with y as (select * from bloc_year where id = ${blocYearId}),
    step as (
      select s.unit_id, s.step, s.state, s.sent_on, coalesce(s.due_on, d.due_on) as due_on
      from unit_step s left join deadline d on d.bloc_year_id = s.bloc_year_id and d.step = s.step
      where s.bloc_year_id = ${blocYearId}
    ),
    report as (
      select u.id as unit_id, coalesce(s.due_on, d.due_on) as due_on, coalesce(s.state, 'none') as state, s.sent_on
      from unnest(${[...unitIds]}::uuid[]) u(id)
      cross join unnest(array['mid_report', 'year_report']) r(step)
      cross join y
      left join step s on s.unit_id = u.id and s.step = r.step
      left join deadline d on d.bloc_year_id = y.id and d.step = r.step
      where coalesce(s.state, 'none') <> 'excused' and not (r.step = 'mid_report' and y.mid_year = 'skipped')
    ),
    reports as (
      select unit_id, count(*) filter (where is_in or due_on <= ${today}::date) as due,
        count(*) filter (where is_in and (sent_on is null or due_on is null or sent_on <= due_on)) as on_time
      from (select *, state in ('sent', 'accepted') as is_in from report) r group by unit_id
    ),
    held as (
      select c.id from conference c
      where c.bloc_year_id = ${blocYearId} and (c.state = 'closed' or c.held_on <= ${today}::date)
    )
    select u.id as unit_id, r.due::text as reports_due, r.on_time::text as reports_on_time,
      (r.due - r.on_time)::text as reports_late,
      (select count(*) from held)::text as meetings_held,
      (select count(*) from attendance a join held h on h.id = a.conference_id
        where a.unit_id = u.id and a.presence in ('present', 'stand_in'))::text as meetings_attended,
      exists (select 1 from pledge p join pledge_signature g on g.pledge_id = p.id and g.unit_id = u.id
        where p.bloc_year_id = ${blocYearId}) as pledge_signed,
      exists (select 1 from movement m, y where m.level = 'unit' and m.unit_id = u.id and m.year = y.year
        and m.state <> 'planned') as launched,
      exists (select 1 from step s where s.unit_id = u.id and s.step = 'registration'
        and s.state in ('sent', 'accepted')) as registered,
      exists (select 1 from step s where s.unit_id = u.id and s.step = 'registration' and s.state in ('sent', 'accepted')
        and (s.sent_on is null or s.due_on is null or s.sent_on <= s.due_on)) as registered_on_time,
      exists (select 1 from step s where s.unit_id = u.id and s.step = 'self_score'
        and s.state in ('sent', 'accepted')) as self_scored
    from unnest(${[...unitIds]}::uuid[]) u(id)
    left join reports r on r.unit_id = u.id`.execute(db)
  return new Map(found.rows.map(({ unitId, ...own }) => [unitId, own]))
}

/**
 * The figures and targets of the indicators a table is linked to. Read apart and put together here: of a whole bloc the
 * database would compare every figure with every target.
 */
async function readFigures(
  db: Reading,
  blocYearId: string,
  tableId: string,
  unitIds: readonly string[],
): Promise<readonly LinkedFigure[]> {
  const found = await sql<StoredFigures>`/* kept */
    with y as (select year from bloc_year where id = ${blocYearId}),
    linked as (
      select i.id, i.direction, i.unit_of_measure from indicator i
      where i.id in (select indicator_id from criterion where score_table_id = ${tableId})
    )
    select
      coalesce((select json_agg(json_build_array(id, direction)) from linked), '[]') as indicators,
      coalesce((select json_agg(json_build_array(r.unit_id, r.indicator_id, json_build_object(
        'value', trim_scale(r.value)::text, 'valueMax', trim_scale(r.value_max)::text,
        'total', trim_scale(r.total)::text,
        'unitOfMeasure', coalesce(nullif(r.unit_of_measure, ''), i.unit_of_measure), 'isEstimate', r.is_estimate,
        'bound', r.bound, 'qualifier', r.qualifier, 'asOf', r.as_of, 'outsidePlan', r.outside_plan)))
        from result r join linked i on i.id = r.indicator_id
        where r.unit_id = any(${[...unitIds]}::uuid[]) and r.year = (select year from y)
          and r.period = (select year::text from y) and r.state = 'current'), '[]') as results,
      coalesce((select json_agg(json_build_array(t.unit_id, t.indicator_id, json_build_object(
        'kind', t.kind, 'strict', t.strict, 'value', trim_scale(t.value)::text,
        'valueMax', trim_scale(t.value_max)::text, 'byDate', t.by_date,
        'baseValue', trim_scale(t.base_value)::text, 'baseYear', t.base_year,
        'unitOfMeasure', coalesce(nullif(t.unit_of_measure, ''), i.unit_of_measure))))
        from target t join linked i on i.id = t.indicator_id
        where t.unit_id = any(${[...unitIds]}::uuid[]) and t.year = (select year from y)
          and t.state = 'current' and t.movement_id is null), '[]') as targets`.execute(db)
  const stored = found.rows[0]
  return stored ? linkedFigures(stored, unitIds) : []
}

type StoredFigures = {
  readonly indicators: readonly (readonly [id: string, direction: LinkedFigure['direction']])[]
  readonly results: readonly (readonly [unitId: string, indicatorId: string, result: FigureRecord])[]
  readonly targets: readonly (readonly [unitId: string, indicatorId: string, target: TargetRecord])[]
}

function linkedFigures(
  { indicators, results, targets }: StoredFigures,
  unitIds: readonly string[],
): readonly LinkedFigure[] {
  const resultOf = new Map(results.map(([unitId, indicatorId, result]) => [unitId + indicatorId, result]))
  const targetOf = new Map(targets.map(([unitId, indicatorId, target]) => [unitId + indicatorId, target]))
  return unitIds.flatMap((unitId) =>
    indicators.map(([indicatorId, direction]) => ({
      unitId,
      indicatorId,
      direction,
      result: resultOf.get(unitId + indicatorId) ?? null,
      target: targetOf.get(unitId + indicatorId) ?? null,
    })),
  )
}

/** The files that prove criteria of a table. */
export async function listEvidence(
  db: Reading,
  tableId: string,
  unitIds: readonly string[],
): Promise<readonly EvidenceRow[]> {
  const found = await sql<EvidenceRow>`/* kept */
    select e.id, e.unit_id, e.criterion_id, e.file_id, f.name as file_name, e.note
    from evidence e join criterion c on c.id = e.criterion_id join file f on f.id = e.file_id
    where c.score_table_id = ${tableId} and e.unit_id = any(${[...unitIds]}::uuid[]) and e.withdrawn_at is null
    order by e.added_at`.execute(db)
  return found.rows
}
