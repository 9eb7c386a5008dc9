import { sql } from 'kysely'
import type { Reading } from '../../db/database.ts'
import type { NewsAward, NewsEvent, NewsFacts, NewsLeader, NewsResults } from '../../domain/news/index.ts'
import { listYearFigures, type YearFigure } from '../../records/figures.store.ts'

type ConferenceFacts = {
  readonly blocYearId: string
  readonly blocId: string
  readonly provinceId: string
  readonly kind: string
  readonly host: string
  readonly headLabel: string
  readonly deputyLabel: string
  readonly provinceName: string
  readonly year: number
  readonly heldOn: string | null
  readonly timeText: string
  readonly place: string
  readonly memberCount: number
  readonly attending: readonly string[]
  readonly guests: readonly string[]
  readonly movement: string
  readonly context: string
  readonly shortcomings: string
  readonly directions: readonly string[]
}

const events: Readonly<Record<string, NewsEvent>> = {
  launch: 'launch',
  mid_year: 'mid_year',
  year_end: 'year_end',
  award_meeting: 'year_end',
}

export type FoundFacts = {
  readonly facts: NewsFacts
  readonly provinceId: string
  readonly blocId: string | null
  readonly blocYearId: string | null
}

/**
 * What may be told of a conference: figures sent in, proposals of awards (not votes), who leads next year. Names that
 * the bloc withholds arrive as a count.
 */
export async function findConferenceFacts(
  db: Reading,
  conferenceId: string,
): Promise<FoundFacts | undefined> {
  const found = await sql<ConferenceFacts>`
    select y.id as bloc_year_id, b.id as bloc_id, b.province_id, c.kind, b.name as host, b.head_label, b.deputy_label,
      p.name as province_name, y.year, case when c.illustrative then null else c.held_on end as held_on,
      c.time_text, c.place,
      (select count(*)::int from membership m where m.bloc_id = b.id and m.from_date <= make_date(y.year, 12, 31)
        and (m.to_date is null or m.to_date >= make_date(y.year, 12, 31))) as member_count,
      coalesce((select json_agg(n.name order by m.position) from attendance a
        join membership m on m.unit_id = a.unit_id and m.bloc_id = b.id and m.to_date is null
        join lateral (select name from unit_name where unit_id = a.unit_id and valid_from <= make_date(y.year, 12, 31)
          order by valid_from desc limit 1) n on true
        where a.conference_id = c.id and a.presence in ('present', 'stand_in') and not a.illustrative), '[]') as attending,
      coalesce((select json_agg(a.guest order by a.guest) from attendance a
        where a.conference_id = c.id and a.guest <> '' and a.presence <> 'absent' and not a.illustrative), '[]') as guests,
      coalesce((select concat_ws(' ', g.type, case when g.number <> '' then 'số ' || g.number end,
          case when g.issued_on is not null then 'ngày ' || to_char(g.issued_on, 'DD/MM/YYYY') end)
        from movement v join guiding_paper g on g.id = v.guiding_paper_id
        where v.province_id = b.province_id and v.year = y.year and v.level = 'province' limit 1), '') as movement,
      ${narrative('context')} as context, ${narrative('shortcomings')} as shortcomings,
      coalesce((select json_agg(d.body order by d.position, d.id) from direction d where d.conference_id = c.id), '[]') as directions
    from conference c
    join bloc_year y on y.id = c.bloc_year_id
    join bloc b on b.id = y.bloc_id
    join province p on p.id = b.province_id
    where c.id = ${conferenceId}`.execute(db)
  const row = found.rows[0]
  if (!row) return undefined
  const event = events[row.kind] ?? 'year_end'
  const isYearEnd = event === 'year_end'
  const period = event === 'mid_year' ? `${row.year}H1` : undefined
  const facts: NewsFacts = {
    event,
    host: row.host,
    provinceName: row.provinceName,
    year: row.year,
    heldOn: row.heldOn,
    timeText: row.timeText,
    place: row.place,
    memberCount: row.memberCount,
    attending: row.attending,
    guests: row.guests,
    movement: row.movement,
    context: row.context,
    results: event === 'launch' ? [] : grouped(await listYearFigures(db, row.blocYearId, period)),
    shortcomings: isYearEnd ? row.shortcomings : '',
    directions: row.directions,
    awards: isYearEnd ? await listAwards(db, row.blocYearId) : [],
    leaders: isYearEnd ? await listLeaders(db, row) : [],
  }
  return { facts, provinceId: row.provinceId, blocId: row.blocId, blocYearId: row.blocYearId }
}

function narrative(part: string) {
  return sql`coalesce((select body from narrative where bloc_year_id = y.id and unit_id is null and field_code is null
    and part = ${part} limit 1), '')`
}

function grouped(figures: readonly YearFigure[]): readonly NewsResults[] {
  const groups = new Map<string, string[]>()
  for (const figure of figures.filter((one) => !one.illustrative)) {
    const heading = figure.unitName ?? (figure.fieldName ? `Lĩnh vực ${figure.fieldName}` : 'Toàn khối')
    groups.set(heading, [...(groups.get(heading) ?? []), figure.sentence])
  }
  return [...groups].map(([heading, sentences]) => ({ heading, sentences }))
}

async function listAwards(db: Reading, blocYearId: string): Promise<readonly NewsAward[]> {
  const found = await sql<NewsAward>`
    select coalesce(nullif(p.printed_wording, ''), a.name_vi) as award,
      coalesce(json_agg(coalesce(n.name, p.recipient_name) order by p.created_at) filter (where not p.name_withheld), '[]') as recipients,
      (count(*) filter (where p.name_withheld))::int as unnamed
    from proposal p
    join award a on a.code = p.award_code
    join bloc_year y on y.id = p.bloc_year_id
    left join lateral (select name from unit_name where unit_id = p.unit_id and valid_from <= make_date(y.year, 12, 31)
      order by valid_from desc limit 1) n on true
    where p.bloc_year_id = ${blocYearId} and p.state not in ('withdrawn')
      and not p.illustrative
    group by 1, a.position order by a.position desc`.execute(db)
  return found.rows
}

async function listLeaders(db: Reading, year: ConferenceFacts): Promise<readonly NewsLeader[]> {
  const found = await sql<{ role: string; how: NewsLeader['how']; unit: string; from: string | null }>`
    select l.role, l.how, n.name as unit,
      (select f.name from handover h join lateral (select name from unit_name where unit_id = h.from_unit_id
        and valid_from <= make_date(${year.year}::int, 12, 31) order by valid_from desc limit 1) f on true
        where h.bloc_year_id = ${year.blocYearId}) as from
    from leadership l
    join lateral (select name from unit_name where unit_id = l.unit_id and valid_from <= make_date(${year.year}::int, 12, 31)
      order by valid_from desc limit 1) n on true
    where l.bloc_id = ${year.blocId} and l.for_year = ${year.year + 1} and l.to_date is null
      and l.how in ('elected', 'rotation', 'appointed', 'handover') and not l.illustrative
    order by l.role desc`.execute(db)
  return found.rows.map(({ role, how, unit, from }) => ({
    label: role === 'head' ? year.headLabel : year.deputyLabel,
    unit,
    forYear: year.year + 1,
    how,
    ...(from ? { from } : {}),
  }))
}

/** What may be told of a special drive when it is launched. */
export async function findDriveFacts(db: Reading, movementId: string): Promise<FoundFacts | undefined> {
  const found = await sql<{
    provinceId: string
    provinceName: string
    host: string
    year: number
    launchedOn: string | null
    occasion: string
    theme: string
    startsOn: string | null
    endsOn: string | null
    contents: string
    standards: string
    participants: string
    targets: readonly string[]
  }>`
    select v.province_id, p.name as province_name, coalesce(n.name, p.name) as host, v.year, v.launched_on, v.occasion,
      v.theme, v.starts_on, v.ends_on, v.contents, v.standards,
      coalesce((select string_agg(distinct case when k.group_name <> '' then k.group_name else k.name end, '; ')
        from movement_participant k where k.movement_id = v.id and not k.illustrative), '') as participants,
      coalesce((select json_agg(i.name || ': ' || t.printed order by i.code) from target t
        join indicator i on i.id = t.indicator_id where t.movement_id = v.id and t.state = 'current'), '[]') as targets
    from movement v
    join province p on p.id = v.province_id
    left join lateral (select name from unit_name where unit_id = v.unit_id and valid_from <= make_date(v.year, 12, 31)
      order by valid_from desc limit 1) n on true
    where v.id = ${movementId}`.execute(db)
  const row = found.rows[0]
  if (!row) return undefined
  const facts: NewsFacts = {
    event: 'drive',
    host: row.host,
    provinceName: row.provinceName,
    year: row.year,
    heldOn: row.launchedOn,
    timeText: '',
    place: '',
    memberCount: 0,
    attending: [],
    guests: [],
    movement: '',
    context: '',
    results: [],
    shortcomings: '',
    directions: [],
    awards: [],
    leaders: [],
    drive: {
      occasion: row.occasion,
      theme: row.theme,
      startsOn: row.startsOn,
      endsOn: row.endsOn,
      contents: row.contents,
      targets: row.targets,
      participants: row.participants,
      ending: row.standards,
    },
  }
  return { facts, provinceId: row.provinceId, blocId: null, blocYearId: null }
}
