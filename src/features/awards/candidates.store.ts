import { sql } from 'kysely'
import type { Reading } from '../../db/database.ts'
import { type AwardCode, awards } from '../../domain/awards/index.ts'
import type { RuleRow } from '../../domain/blocs/index.ts'
import { type Bar, type BarCode, barOf, type Ranked } from '../../domain/eligibility/index.ts'
import type { BlocYear } from '../../scopes/scopes.store.ts'

/** A poll on an award, with what it took once it was counted. */
export type AwardPoll = {
  readonly id: string
  readonly conferenceId: string
  readonly awardCode: AwardCode | null
  readonly title: string
  readonly state: string
  readonly candidates: readonly AwardPollCandidate[]
}

export type AwardPollCandidate = {
  readonly unitId: string | null
  readonly name: string
  readonly taken: boolean
  readonly votes: number | null
  /** What the votes are counted against. */
  readonly base: number | null
}

/** What candidates arise from: ranking, registration, bars, votes, rules. */
export type AwardFacts = {
  readonly ranking: readonly Ranked[]
  /** `provisional`: no ranking is frozen yet, the places follow the points entered so far. */
  readonly ranked: 'frozen' | 'provisional' | 'none'
  readonly registered: readonly { readonly unitId: string; readonly awardCode: AwardCode }[]
  readonly bars: readonly Bar[]
  readonly polls: readonly AwardPoll[]
  readonly provinceRules: readonly RuleRow[]
  readonly blocRules: readonly RuleRow[]
}

/** Everything the choice of a year looks at. */
export async function readFacts(db: Reading, year: BlocYear): Promise<AwardFacts> {
  const frozen = await frozenRanking(db, year.id)
  const ranking = frozen.length > 0 ? frozen : await provisionalRanking(db, year.id)
  const ranked = frozen.length > 0 ? 'frozen' : ranking.length > 0 ? 'provisional' : 'none'
  const rules = await listRuleRows(db, year)
  return {
    ranking,
    ranked,
    registered: await listRegistered(db, year.id),
    bars: await listBars(db, year),
    polls: await listAwardPolls(db, { blocYearId: year.id }),
    provinceRules: rules.filter((row) => row.blocId === null),
    blocRules: rules.filter((row) => row.blocId !== null),
  }
}

type StoredPlace = Readonly<Record<string, unknown>>

/** The ranking adopted last, at the layer nearest to the end. */
async function frozenRanking(db: Reading, blocYearId: string): Promise<readonly Ranked[]> {
  const found = await sql<{ rows: readonly StoredPlace[] | { readonly places: readonly StoredPlace[] } }>`
    select r.rows from ranking r join score_table t on t.id = r.score_table_id
    where t.bloc_year_id = ${blocYearId} and r.layer in ('agency', 'final', 'head')
    order by t.version_number desc, array_position(array['agency', 'final', 'head'], r.layer), r.version_number desc
    limit 1`.execute(db)
  const rows = found.rows[0]?.rows ?? []
  const places = 'places' in rows ? rows.places : rows
  return places.flatMap(placeOf)
}

function placeOf(row: StoredPlace): readonly Ranked[] {
  const unitId = row.unitId ?? row.unit
  const score = row.total ?? row.value ?? row.score
  if (typeof unitId !== 'string' || typeof row.rank !== 'number') return []
  return [{ unitId, rank: row.rank, score: score === undefined || score === null ? '' : String(score) }]
}

/** Places by the points entered so far, each criterion at its last layer. */
async function provisionalRanking(db: Reading, blocYearId: string): Promise<readonly Ranked[]> {
  const found = await sql<Ranked>`
    with leaf as (
      select c.id, c.side from criterion c join score_table t on t.id = c.score_table_id
      where t.bloc_year_id = ${blocYearId} and t.state <> 'replaced'
        and not exists (select 1 from criterion x where x.parent_id = c.id)
    ), best as (
      select distinct on (s.criterion_id, s.unit_id) s.unit_id,
        case when l.side = 'penalty' then -abs(s.points) else s.points end as points
      from score s join leaf l on l.id = s.criterion_id
      order by s.criterion_id, s.unit_id, array_position(array['agency', 'final', 'head', 'cross', 'self'], s.layer)
    )
    select unit_id, rank() over (order by sum(points) desc)::int as rank, trim_scale(sum(points))::text as score
    from best group by unit_id order by rank, unit_id`.execute(db)
  return found.rows
}

async function listRegistered(
  db: Reading,
  blocYearId: string,
): Promise<readonly { readonly unitId: string; readonly awardCode: AwardCode }[]> {
  const rows = await db
    .selectFrom('registration')
    .select(['unitId', 'awardCode'])
    .where('blocYearId', '=', blocYearId)
    .where('kind', '=', 'collective')
    .where('quantity', '>', 0)
    .execute()
  return rows.flatMap(({ unitId, awardCode }) =>
    awardCode && Object.hasOwn(awards, awardCode) ? [{ unitId, awardCode: awardCode as AwardCode }] : [],
  )
}

type BarRow = {
  readonly unitId: string
  readonly code: BarCode
  readonly from: string
  readonly liftedOn: string | null
  readonly basis: string
}

/** Recorded bars, and those the records themselves show: a low rating, no pledge, no self-score, an ended unit. */
async function listBars(db: Reading, year: BlocYear): Promise<readonly Bar[]> {
  const members = year.members.map((member) => member.id)
  const found = await sql<BarRow>`
    select unit_id, kind as code, opened_on as from, cleared_on as lifted_on, concat_ws('; ', nullif(detail, ''), nullif(source, '')) as basis
    from bar where unit_id = any(${members}::uuid[]) and year = ${year.year}
    union all
    select unit_id, 'below_good', coalesce(downgraded_on, decided_on, make_date(year, 12, 1)), null, decision
    from rating where unit_id = any(${members}::uuid[]) and year = ${year.year} and subject = 'unit'
      and coalesce(downgraded_to, level) in ('completed', 'not_completed')
    union all
    select m.id, 'no_pledge', make_date(${year.year}, 1, 1), null, ''
    from unnest(${members}::uuid[]) m(id)
    join pledge g on g.bloc_year_id = ${year.id} and g.state in ('signing', 'signed')
    where not exists (select 1 from pledge_signature s join pledge v on v.id = s.pledge_id
      where v.bloc_year_id = ${year.id} and s.unit_id = m.id)
    union all
    select m.id, 'no_self_score', make_date(${year.year}, 1, 1), null, ''
    from unnest(${members}::uuid[]) m(id)
    where exists (select 1 from bloc_year y where y.id = ${year.id}
        and y.state in ('appraisal', 'conference', 'submitted', 'decided', 'closed'))
      and exists (select 1 from score s join criterion c on c.id = s.criterion_id
        join score_table t on t.id = c.score_table_id where t.bloc_year_id = ${year.id} and s.layer = 'self')
      and not exists (select 1 from score s join criterion c on c.id = s.criterion_id
        join score_table t on t.id = c.score_table_id
        where t.bloc_year_id = ${year.id} and s.layer = 'self' and s.unit_id = m.id)
    union all
    select id, 'dissolved_unit', dissolved_on, null, '' from unit
    where id = any(${members}::uuid[]) and dissolved_on is not null`.execute(db)
  return found.rows.map(({ basis, ...bar }) =>
    barOf(bar, basis === '' ? {} : { basis: [barOf(bar).basis, basis].join('; ') }),
  )
}

/** Polls on awards of a year's or a drive's conferences, in the order they were taken. */
export async function listAwardPolls(
  db: Reading,
  origin: { readonly blocYearId: string } | { readonly movementId: string },
): Promise<readonly AwardPoll[]> {
  const where =
    'blocYearId' in origin
      ? sql`c.bloc_year_id = ${origin.blocYearId}`
      : sql`c.movement_id = ${origin.movementId}`
  const found = await sql<AwardPoll>`
    select p.id, p.conference_id, p.award_code, p.title, p.state,
      coalesce((select json_agg(json_build_object('unitId', k.unit_id, 'name', k.name,
        'taken', coalesce(k.id = any(n.taken) or k.unit_id = any(n.taken), false),
        'votes', (select (o.value->'votes'->>'for')::int from jsonb_array_elements(n.outcome->'candidates') o
          where o.value->>'id' = k.id::text limit 1),
        'base', (n.outcome->>'base')::int) order by k.position, k.id)
        from candidate k where k.poll_id = p.id), '[]') as candidates
    from poll p
    join conference c on c.id = p.conference_id
    left join poll_count n on n.poll_id = p.id
    where ${where} and p.purpose = 'award'
    order by c.held_on nulls last, p.position, p.created_at`.execute(db)
  return found.rows
}

async function listRuleRows(db: Reading, year: BlocYear) {
  const rows = await db
    .selectFrom('ruleValue')
    .select(['key', 'value', 'fromYear', 'toYear', 'locked', 'basis', 'blocId'])
    .where('provinceId', '=', year.province.id)
    .where((where) => where.or([where('blocId', 'is', null), where('blocId', '=', year.bloc.id)]))
    .execute()
  return rows.map((row) => ({ ...row, basis: row.basis === '' ? null : row.basis }))
}
