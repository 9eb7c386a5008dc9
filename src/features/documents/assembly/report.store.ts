import { sql } from 'kysely'
import type { Reading } from '../../../db/database.ts'
import type { FigureRecord } from '../../../domain/results/index.ts'
import type { BlocYear } from '../../../scopes/scopes.store.ts'

export type NarrativePart =
  | 'context'
  | 'guidance'
  | 'results'
  | 'shortcomings'
  | 'causes'
  | 'tasks'
  | 'requests'
  | 'activities'

/** A written part of a report, of a unit, of a field of the bloc, or of the bloc as a whole. */
export type NarrativeFacts = {
  readonly unitId: string | null
  readonly fieldName: string | null
  readonly part: NarrativePart
  readonly body: string
  readonly illustrative: boolean
}

/** The written parts of a period ('' for the whole year): the bloc's own first, then the members' in their order. */
export async function listNarratives(
  db: Reading,
  year: BlocYear,
  period: string,
): Promise<readonly NarrativeFacts[]> {
  const memberIds = year.members.map((unit) => unit.id)
  const found = await sql<NarrativeFacts>`
    select n.unit_id, f.name_vi as field_name, n.part, n.body, n.illustrative
    from narrative n left join field_of_work f on f.code = n.field_code
    where n.bloc_year_id = ${year.id} and n.period = ${period} and n.body <> ''
      and (n.unit_id is null or n.unit_id = any(${memberIds}::uuid[]))
    order by n.unit_id is not null, array_position(${memberIds}::uuid[], n.unit_id), f.position nulls first, n.id`.execute(
    db,
  )
  return found.rows
}

/** What the bloc did together. */
export type ActivityFacts = {
  readonly title: string
  readonly heldOn: string | null
  readonly place: string
  readonly units: number
  readonly people: number | null
  readonly contribution: string | null
  readonly illustrative: boolean
}

export async function listActivities(db: Reading, blocYearId: string): Promise<readonly ActivityFacts[]> {
  const found = await sql<ActivityFacts>`
    select a.title, a.held_on, a.place, a.illustrative, count(p.unit_id)::int as units, sum(p.people)::int as people,
      trim_scale(sum(p.contribution))::text as contribution
    from activity a left join activity_part p on p.activity_id = a.id
    where a.bloc_year_id = ${blocYearId}
    group by a.id order by a.held_on nulls last, a.created_at`.execute(db)
  return found.rows
}

/** How the year was led: what was adopted, pledged and launched. */
export type OrganisationFacts = {
  readonly adopted: readonly {
    readonly title: string
    readonly on: string | null
    readonly illustrative: boolean
  }[]
  readonly pledge: {
    readonly on: string | null
    readonly signatures: number
    readonly illustrative: boolean
  } | null
  readonly movements: readonly {
    readonly title: string
    readonly on: string | null
    readonly launched: number
    readonly illustrative: boolean
  }[]
}

export async function readOrganisation(db: Reading, year: BlocYear): Promise<OrganisationFacts> {
  const memberIds = year.members.map((unit) => unit.id)
  const found = await sql<OrganisationFacts>`
    select
      coalesce((select json_agg(json_build_object('title', d.title, 'on', d.adopted_on, 'illustrative', d.illustrative)
        order by d.adopted_on nulls last, d.created_at)
        from draft d where d.bloc_year_id = ${year.id} and d.state = 'adopted'
          and d.kind in ('regulation', 'score_table', 'plan')), '[]') as adopted,
      (select json_build_object('on', g.signed_on, 'illustrative', g.illustrative, 'signatures', (
          select count(distinct s.unit_id) from pledge_signature s join pledge o on o.id = s.pledge_id
          where o.bloc_year_id = g.bloc_year_id))
        from pledge g where g.bloc_year_id = ${year.id} and g.state in ('signing', 'signed')
        order by g.version_number desc limit 1) as pledge,
      coalesce((select json_agg(json_build_object('title', m.title, 'on', m.launched_on, 'illustrative', m.illustrative,
          'launched', (select count(distinct u.unit_id) from movement u
            where u.parent_id = m.id and u.level = 'unit' and u.unit_id = any(${memberIds}::uuid[])))
        order by m.launched_on nulls last, m.created_at)
        from movement m where m.bloc_id = ${year.bloc.id} and m.level = 'bloc' and m.year = ${year.year}
          and m.state <> 'planned'), '[]') as movements`.execute(db)
  return found.rows[0] ?? { adopted: [], pledge: null, movements: [] }
}

/** The result of an indicator for the whole year, by its owner. */
export type ResultFacts = FigureRecord & { readonly indicatorId: string; readonly unitId: string | null }

export async function listResults(db: Reading, year: BlocYear): Promise<readonly ResultFacts[]> {
  const memberIds = year.members.map((unit) => unit.id)
  const found = await sql<ResultFacts>`
    select r.indicator_id, r.unit_id, r.value, r.value_max, r.total,
      coalesce(nullif(r.unit_of_measure, ''), i.unit_of_measure) as unit_of_measure, r.is_estimate, r.bound, r.qualifier,
      r.as_of, r.outside_plan
    from result r join indicator i on i.id = r.indicator_id
    where r.year = ${year.year} and r.period = ${String(year.year)} and r.state = 'current'
      and (r.bloc_id = ${year.bloc.id} or r.unit_id = any(${memberIds}::uuid[]))`.execute(db)
  return found.rows
}

/** What the bloc sets itself for next year, as the year-end conference adopted it. */
export async function listDirections(
  db: Reading,
  blocYearId: string,
): Promise<readonly { readonly body: string; readonly illustrative: boolean }[]> {
  return db
    .selectFrom('direction as d')
    .innerJoin('conference as c', 'c.id', 'd.conferenceId')
    .select(['d.body', 'd.illustrative'])
    .where('c.blocYearId', '=', blocYearId)
    .where('c.kind', '=', 'year_end')
    .orderBy('d.position')
    .orderBy('d.id')
    .execute()
}
