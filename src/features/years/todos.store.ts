import { sql } from 'kysely'
import type { Reading } from '../../db/database.ts'
import type { Actor } from '../../domain/permissions/index.ts'
import { leaderOf } from '../../scopes/scopes.store.ts'

/** Kinds of things that wait for somebody. */
export type ToDoKind =
  | 'step'
  | 'draft'
  | 'guiding_paper'
  | 'pledge'
  | 'poll'
  | 'handover'
  | 'visit'
  | 'visited'
  | 'check_sign'
  | 'correction'
  | 'correction_settle'
  | 'correction_late'
  | 'figure_question'
  | 'figure_answer'
  | 'target_request'
  | 'decide'
  | 'late'
  | 'draft_due'
  | 'outcome'
  | 'appeal'
  | 'points_shown'
  | 'no_head'

/** One thing that waits for a person, with what its link and its sentence need. */
export type ToDo = {
  readonly kind: ToDoKind
  readonly blocSlug: string | null
  readonly blocName: string | null
  readonly year: number | null
  readonly unitSlug: string | null
  readonly unitName: string | null
  readonly step: string | null
  readonly title: string | null
  /** Key of the thing. */
  readonly ref: string | null
  /** Further part of the address: the conference of a poll. */
  readonly within: string | null
  readonly dueOn: string | null
  readonly amount: number
  readonly returned: boolean
}

/** Days ahead in which a deadline begins to be shown. */
const HORIZON = 14

/** How many things wait for this person; runs with every page of whoever is signed in. */
export async function countToDos(db: Reading, actor: Actor, today: string): Promise<number> {
  if (actor.appointments.length === 0) return 0
  const found = await sql<{
    n: number
  }>`/* kept */ select count(*)::int as n from (${waiting(actor, today)}) w`.execute(db)
  return found.rows[0]?.n ?? 0
}

/** What waits for this person, most pressing first. */
export async function listToDos(db: Reading, actor: Actor, today: string): Promise<readonly ToDo[]> {
  if (actor.appointments.length === 0) return []
  const found = await sql<ToDo>`/* kept */
    select w.kind, w.bloc_slug, w.bloc_name, w.year, u.slug as unit_slug, n.short_name as unit_name, w.step, w.title,
      w.ref, w.within, w.due_on, w.amount, w.returned
    from (${waiting(actor, today)}) w
    left join unit u on u.id = w.unit_id
    left join lateral (select short_name from unit_name where unit_id = u.id and valid_from <= ${today}::date
      order by valid_from desc limit 1) n on true
    order by w.due_on nulls last, w.returned desc, w.kind, w.year`.execute(db)
  return found.rows
}

/**
 * All that waits for a person: of the own unit's steps, drafts, papers, pledge, votes, handover and questions about its
 * figures; of the years one leads or helps to lead, what is to be decided or read and who is late; of the province, the years that wait for an outcome.
 */
function waiting(actor: Actor, today: string): ReturnType<typeof sql> {
  const of = actor.appointments
  const units = keys(of.flatMap((one) => (isOfUnit(one.role) ? [one.unitId] : [])))
  const led = keys(of.flatMap((one) => (one.role === 'unit_leader' ? [one.unitId] : [])))
  const helped = keys(of.flatMap((one) => (one.role === 'bloc_secretary' ? [one.blocId] : [])))
  const officer = of.filter((one) => one.role === 'province_officer')
  const provinces = keys(officer.flatMap((one) => (one.blocId === null ? [one.provinceId] : [])))
  const followed = keys(officer.map((one) => one.blocId))
  return sql`
    with mine as (
      select y.id, y.year, y.state, y.bloc_id, b.slug, b.short_name, m.unit_id
      from membership m
      join bloc b on b.id = m.bloc_id
      join bloc_year y on y.bloc_id = m.bloc_id
      where m.unit_id = any(${units}::uuid[]) and y.state <> 'closed'
        and m.from_date <= make_date(y.year, 12, 31) and (m.to_date is null or m.to_date >= make_date(y.year, 12, 31))
    ), heading as (
      select y.id, y.year, y.state, y.bloc_id, b.slug, b.short_name
      from bloc_year y join bloc b on b.id = y.bloc_id
      where y.state <> 'closed' and (b.id = any(${helped}::uuid[])
        or (b.id in (select bloc_id from mine) and ${leaderOf('head', today)} = any(${units}::uuid[])))
    )
    select 'step' as kind, y.slug as bloc_slug, y.short_name as bloc_name, y.year, y.unit_id, c.step, null as title,
      null as ref, null as within, coalesce(s.due_on, d.due_on) as due_on, 1 as amount,
      coalesce(s.state = 'returned', false) as returned
    from mine y
    cross join unnest(array['registration', 'targets', 'launch', 'mid_report', 'year_report', 'evidence', 'self_score',
      'achievement_report']) c(step)
    left join deadline d on d.bloc_year_id = y.id and d.step = c.step
    left join unit_step s on s.bloc_year_id = y.id and s.unit_id = y.unit_id and s.step = c.step
    where (s.state = 'returned' or (coalesce(s.state, 'draft') = 'draft'
        and coalesce(s.due_on, d.due_on) <= ${today}::date + ${HORIZON}::int
        and y.state not in ('submitted', 'decided')))
      and (c.step <> 'achievement_report' or exists (
        select 1 from proposal p where p.bloc_year_id = y.id and p.unit_id = y.unit_id and p.state <> 'withdrawn'))
    union all
    select 'draft', y.slug, y.short_name, y.year, y.unit_id, null, d.title, d.id::text, null, d.due_on, 1, false
    from mine y join draft d on d.bloc_year_id = y.id and d.state = 'circulating'
    where not exists (select 1 from draft_comment c where c.draft_id = d.id and c.unit_id = y.unit_id
      and c.version_number = d.version_number)
    union all
    select 'guiding_paper', null, null, null, a.unit_id, null, g.title, g.id::text, null, null, 1, false
    from guiding_paper_addressee a join guiding_paper g on g.id = a.guiding_paper_id
    where a.unit_id = any(${units}::uuid[]) and a.acknowledged_on is null
    union all
    select 'pledge', y.slug, y.short_name, y.year, y.unit_id, null, null, g.id::text, null,
      (select due_on from deadline where bloc_year_id = y.id and step = 'pledge'), 1, false
    from mine y join pledge g on g.bloc_year_id = y.id and g.state = 'signing'
    where y.unit_id = any(${led}::uuid[])
      and not exists (select 1 from pledge_signature s where s.pledge_id = g.id and s.unit_id = y.unit_id)
    union all
    select 'poll', y.slug, y.short_name, y.year, y.unit_id, null, p.title, p.id::text, c.id::text, null, 1, false
    from mine y
    join conference c on c.bloc_year_id = y.id
    join poll p on p.conference_id = c.id and p.state = 'open'
    join roll.roll r on r.poll_id = p.id
    where y.unit_id = any(${led}::uuid[]) and y.unit_id = any(r.voters) and not y.unit_id = any(r.voted)
    union all
    select 'handover', y.slug, y.short_name, y.year, h.to_unit_id, null, null, h.id::text, null, null, 1, false
    from handover h join mine y on y.id = h.bloc_year_id and y.unit_id = h.to_unit_id
    where h.state = 'given' and h.to_unit_id = any(${led}::uuid[])
    union all
    select case when v.unit_id = y.unit_id then 'visited' else 'visit' end, y.slug, y.short_name, y.year, v.unit_id, null,
      null, v.id::text, null, v.planned_on, 1, false
    from mine y join check_plan k on k.bloc_year_id = y.id and k.announced_on is not null
    join check_visit v on v.check_plan_id = k.id and v.state = 'planned'
      and v.planned_on <= ${today}::date + ${HORIZON}::int
    where v.unit_id = y.unit_id and v.planned_on >= ${today}::date or exists (
      select 1 from check_team_unit x where x.check_team_id = v.check_team_id and x.unit_id = y.unit_id)
    union all
    select 'check_sign', y.slug, y.short_name, y.year, v.unit_id, null, null, v.id::text, null, null, 1, false
    from mine y join check_plan k on k.bloc_year_id = y.id
    join check_visit v on v.check_plan_id = k.id and v.state = 'held' and v.signed_on is null
    join check_team t on t.id = v.check_team_id
    where y.unit_id = any(${led}::uuid[]) and y.unit_id in (v.unit_id, t.leading_unit_id) and not exists (
      select 1 from check_minutes m join check_signature s on s.check_minutes_id = m.id
      where m.check_visit_id = v.id and m.version_number = v.minutes_version and s.unit_id = y.unit_id)
    union all
    select case c.state when 'answered' then 'correction_settle' else 'correction' end, y.slug, y.short_name, y.year,
      v.unit_id, null, c.body, v.id::text, null, case c.state when 'answered' then null else c.due_on end, 1,
      c.state = 'returned'
    from mine y join check_plan k on k.bloc_year_id = y.id
    join check_visit v on v.check_plan_id = k.id
    join check_team t on t.id = v.check_team_id
    join check_correction c on c.check_visit_id = v.id and c.state <> 'settled'
    where y.unit_id = case c.state when 'answered' then t.leading_unit_id else v.unit_id end
    union all
    select 'correction_late', y.slug, y.short_name, y.year, null, null, null, null, null, min(c.due_on), count(*)::int, false
    from heading y join check_plan k on k.bloc_year_id = y.id
    join check_visit v on v.check_plan_id = k.id and v.signed_on is not null
    join check_correction c on c.check_visit_id = v.id and c.state in ('open', 'returned') and c.due_on < ${today}::date
    group by y.slug, y.short_name, y.year
    union all
    select 'figure_question', y.slug, y.short_name, y.year, q.unit_id, null, i.name, q.indicator_id::text, q.period, q.due_on,
      1, false
    from mine y
    join figure_question q on q.bloc_year_id = y.id and q.unit_id = y.unit_id and q.state = 'open'
    join indicator i on i.id = q.indicator_id
    union all
    select 'figure_question', y.slug, y.short_name, y.year, null, null, i.name, q.indicator_id::text, q.period, q.due_on, 1,
      false
    from heading y
    join figure_question q on q.bloc_year_id = y.id and q.unit_id is null and q.state = 'open'
    join indicator i on i.id = q.indicator_id
    union all
    select 'figure_answer', y.slug, y.short_name, y.year, q.unit_id, null, i.name, q.indicator_id::text, q.period, null, 1,
      false
    from heading y
    join figure_question q on q.bloc_year_id = y.id and q.unit_id is not null and q.state = 'answered'
    join indicator i on i.id = q.indicator_id
    union all
    select 'target_request', y.slug, y.short_name, y.year, t.unit_id, null, i.name, t.id::text, null, null, 1, false
    from heading y
    join target_request r on r.bloc_year_id = y.id and r.state = 'waiting'
    join target t on t.id = r.target_id
    join indicator i on i.id = t.indicator_id
    union all
    select 'decide', y.slug, y.short_name, y.year, null, s.step, null, null, null, null, count(*)::int, false
    from heading y join unit_step s on s.bloc_year_id = y.id and s.state = 'sent'
    group by y.slug, y.short_name, y.year, s.step
    union all
    select 'late', y.slug, y.short_name, y.year, null, null, null, null, null, min(d.due_on), count(distinct m.unit_id)::int, false
    from heading y
    join membership m on m.bloc_id = y.bloc_id and m.from_date <= make_date(y.year, 12, 31)
      and (m.to_date is null or m.to_date >= make_date(y.year, 12, 31))
    join deadline d on d.bloc_year_id = y.id and d.due_on < ${today}::date
      and d.step in ('registration', 'targets', 'pledge', 'launch', 'mid_report', 'year_report', 'evidence', 'self_score')
    left join unit_step s on s.bloc_year_id = y.id and s.unit_id = m.unit_id and s.step = d.step
    where y.state not in ('submitted', 'decided') and coalesce(s.state, 'draft') = 'draft'
      and coalesce(s.due_on, d.due_on) < ${today}::date
    group by y.slug, y.short_name, y.year
    union all
    select 'draft_due', y.slug, y.short_name, y.year, null, null, d.title, d.id::text, null, d.due_on, 1, false
    from heading y join draft d on d.bloc_year_id = y.id and d.state = 'circulating' and d.due_on < ${today}::date
    union all
    select 'appeal', y.slug, y.short_name, y.year, null, null, null, null, null, null, count(*)::int, false
    from heading y join score_table t on t.bloc_year_id = y.id and t.state = 'frozen'
    join appeal a on a.score_table_id = t.id and a.kind = 'appeal' and a.state = 'sent'
    group by y.slug, y.short_name, y.year
    union all
    select 'points_shown', y.slug, y.short_name, y.year, y.unit_id, null, null, null, null, max(w.due_on), 1, false
    from mine y
    join appeal_window w on w.bloc_year_id = y.id and (w.unit_id is null or w.unit_id = y.unit_id)
    join score_table t on t.bloc_year_id = y.id and t.state = 'frozen'
    join unit_step s on s.bloc_year_id = y.id and s.unit_id = y.unit_id and s.step = 'appraisal' and s.state = 'accepted'
    where y.state in ('scoring', 'appraisal', 'conference')
      and not exists (select 1 from appeal a where a.score_table_id = t.id and a.unit_id = y.unit_id)
      and exists (select 1 from criterion c join score o on o.criterion_id = c.id and o.unit_id = y.unit_id
        and o.layer = 'self' join score h on h.criterion_id = c.id and h.unit_id = y.unit_id and h.layer = 'head'
        where c.score_table_id = t.id and h.points <> o.points)
    group by y.slug, y.short_name, y.year, y.unit_id having max(w.due_on) >= ${today}::date
    union all
    select 'outcome', b.slug, b.short_name, y.year, null, null, null, null, null, null,
      (select count(*)::int from proposal p where p.bloc_year_id = y.id and p.state in ('submitted', 'council')), false
    from bloc_year y join bloc b on b.id = y.bloc_id
    where y.state in ('submitted', 'decided')
      and (b.province_id = any(${provinces}::uuid[]) or b.id = any(${followed}::uuid[]))
      and exists (select 1 from proposal p where p.bloc_year_id = y.id and p.state in ('submitted', 'council'))
    union all
    select 'no_head', b.slug, b.short_name, y.year, null, null, null, null, null, null, 1, false
    from bloc_year y join bloc b on b.id = y.bloc_id
    where y.state <> 'closed' and (b.province_id = any(${provinces}::uuid[]) or b.id = any(${followed}::uuid[]))
      and not exists (select 1 from leadership l where l.bloc_id = b.id and l.role = 'head' and l.for_year <= y.year
        and l.to_date is null)`
}

function isOfUnit(role: string): boolean {
  return role === 'unit_leader' || role === 'unit_officer'
}

function keys(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))]
}
