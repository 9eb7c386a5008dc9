import { sql } from 'kysely'
import type { Reading } from '../db/database.ts'
import type { Scope, YearScope } from '../domain/permissions/index.ts'

/** A year of a bloc with what every page and every right over it needs. */
export type BlocYear = {
  readonly id: string
  readonly year: number
  readonly state: string
  readonly midYear: string
  readonly illustrative: boolean
  /** The year's scoring table, and with it every score, is filled in by the demo. */
  readonly scoresIllustrative: boolean
  readonly version: number
  readonly bloc: {
    readonly id: string
    readonly slug: string
    readonly name: string
    readonly shortName: string
    readonly label: string
    readonly headLabel: string
    readonly deputyLabel: string
  }
  readonly province: {
    readonly id: string
    readonly slug: string
    readonly name: string
    readonly certainty: string
  }
  /** The members of the year in their order, under the name of the year. */
  readonly members: readonly MemberUnit[]
  readonly headUnitId: string | null
  readonly deputyUnitId: string | null
  /** Years of the same bloc, newest first. */
  readonly years: readonly number[]
  /** The units that are members in each of these years. */
  readonly unitsByYear?: Readonly<Record<string, readonly string[]>>
}

export type MemberUnit = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly shortName: string
  readonly illustrative: boolean
}

type YearRow = Omit<BlocYear, 'bloc' | 'province' | 'members' | 'years' | 'unitsByYear'> & {
  readonly blocId: string
  readonly blocSlug: string
  readonly blocName: string
  readonly blocShortName: string
  readonly label: string
  readonly headLabel: string
  readonly deputyLabel: string
  readonly provinceId: string
  readonly provinceSlug: string
  readonly provinceName: string
  readonly certainty: string
  readonly members: readonly MemberUnit[]
  readonly years: readonly number[]
  readonly unitsByYear?: Readonly<Record<string, readonly string[]>> | null
}

/** The year of a bloc by its address (`/khoi/{slug}/{year}`). */
export function findYear(
  db: Reading,
  slug: string,
  year: number,
  today: string,
): Promise<BlocYear | undefined> {
  return readYear(db, sql`b.slug = ${slug} and y.year = ${year}`, today)
}

/** The year of a bloc by its key. */
export function findYearById(db: Reading, id: string, today: string): Promise<BlocYear | undefined> {
  return readYear(db, sql`y.id = ${id}`, today)
}

async function readYear(
  db: Reading,
  condition: ReturnType<typeof sql>,
  today: string,
): Promise<BlocYear | undefined> {
  const found = await sql<YearRow>`/* kept */
    select y.id, y.year, y.state, y.mid_year, y.illustrative, y.version,
      exists (select 1 from score_table t where t.bloc_year_id = y.id and t.illustrative) as scores_illustrative,
      b.id as bloc_id, b.slug as bloc_slug, b.name as bloc_name, b.short_name as bloc_short_name,
      b.label, b.head_label, b.deputy_label,
      p.id as province_id, p.slug as province_slug, p.name as province_name, p.certainty,
      ${leaderOf('head', today)} as head_unit_id,
      ${leaderOf('deputy', today)} as deputy_unit_id,
      coalesce((select json_agg(o.year order by o.year desc) from bloc_year o where o.bloc_id = b.id), '[]') as years,
      (select json_object_agg(o.year, (
        select coalesce(json_agg(om.unit_id), '[]') from membership om
        where om.bloc_id = b.id and om.from_date <= make_date(o.year, 12, 31)
          and (om.to_date is null or om.to_date >= make_date(o.year, 12, 31))))
        from bloc_year o where o.bloc_id = b.id) as units_by_year,
      coalesce((
        select json_agg(json_build_object('id', u.id, 'slug', u.slug, 'name', n.name, 'shortName', n.short_name,
          'illustrative', m.illustrative) order by m.position, n.name)
        from membership m
        join unit u on u.id = m.unit_id
        join lateral (
          select name, short_name from unit_name where unit_id = u.id and valid_from <= make_date(y.year, 12, 31)
          order by valid_from desc limit 1) n on true
        where m.bloc_id = b.id and m.from_date <= make_date(y.year, 12, 31)
          and (m.to_date is null or m.to_date >= make_date(y.year, 12, 31))), '[]') as members
    from bloc_year y
    join bloc b on b.id = y.bloc_id
    join province p on p.id = b.province_id
    where ${condition}`.execute(db)
  const row = found.rows[0]
  return row && shape(row)
}

/**
 * The unit that leads over year N today: the one appointed for N once its day has come; until then the one
 * of the year before goes on acting. An expression for queries that call the bloc `b` and its year `y`.
 */
export function leaderOf(role: 'head' | 'deputy', today: string): ReturnType<typeof sql> {
  return sql`(
    select l.unit_id from leadership l
    where l.bloc_id = b.id and l.role = ${role} and l.for_year <= y.year
      and (l.from_date <= ${today}::date or not exists (
        select 1 from leadership e where e.bloc_id = b.id and e.role = ${role} and e.for_year < l.for_year))
      and l.to_date is null
      and (${role} = 'head' or l.for_year = y.year)
    order by l.for_year desc, l.from_date desc limit 1)`
}

function shape(row: YearRow): BlocYear {
  return {
    id: row.id,
    year: row.year,
    state: row.state,
    midYear: row.midYear,
    illustrative: row.illustrative,
    scoresIllustrative: row.scoresIllustrative,
    version: row.version,
    bloc: {
      id: row.blocId,
      slug: row.blocSlug,
      name: row.blocName,
      shortName: row.blocShortName,
      label: row.label,
      headLabel: row.headLabel,
      deputyLabel: row.deputyLabel,
    },
    province: {
      id: row.provinceId,
      slug: row.provinceSlug,
      name: row.provinceName,
      certainty: row.certainty,
    },
    members: row.members,
    headUnitId: row.headUnitId,
    deputyUnitId: row.deputyUnitId,
    years: row.years,
    ...(row.unitsByYear ? { unitsByYear: row.unitsByYear } : {}),
  }
}

/** The scope of rights over a year; with `unitId` when the thing belongs to one unit. */
export function scopeOfYear(year: BlocYear, unitId?: string): Scope {
  const scope: YearScope = {
    id: year.id,
    year: year.year,
    state: year.state,
    headUnitIds: year.headUnitId ? [year.headUnitId] : [],
    deputyUnitIds: year.deputyUnitId ? [year.deputyUnitId] : [],
    memberUnitIds: year.members.map((member) => member.id),
  }
  return { provinceId: year.province.id, blocId: year.bloc.id, year: scope, ...(unitId ? { unitId } : {}) }
}

/**
 * Scope of an act on a year given by its key; the usual `scope` of an action. With `unitId`, of the thing of one unit in
 * that year: a unit that is no member of it has none there, whatever a form says.
 */
export async function yearScope(
  db: Reading,
  blocYearId: string,
  today: string,
  unitId?: string,
): Promise<Scope | undefined> {
  const year = await findYearById(db, blocYearId, today)
  if (unitId && !year?.members.some((member) => member.id === unitId)) return undefined
  return year && scopeOfYear(year, unitId)
}

/** Scope of an act on a unit outside any bloc. */
export async function unitScope(db: Reading, unitId: string): Promise<Scope | undefined> {
  const row = await db.selectFrom('unit').select('provinceId').where('id', '=', unitId).executeTakeFirst()
  return row && { provinceId: row.provinceId, unitId }
}

/** Scope of an act on a bloc, whatever the year. */
export async function blocScope(db: Reading, blocId: string): Promise<Scope | undefined> {
  const row = await db.selectFrom('bloc').select('provinceId').where('id', '=', blocId).executeTakeFirst()
  return row && { provinceId: row.provinceId, blocId }
}

/** Scope of a unit by its address. */
export async function unitScopeBySlug(db: Reading, slug: string): Promise<Scope | undefined> {
  const row = await db
    .selectFrom('unit')
    .select(['id', 'provinceId'])
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row && { provinceId: row.provinceId, unitId: row.id }
}

/** Scope of a bloc by its address. */
export async function blocScopeBySlug(db: Reading, slug: string): Promise<Scope | undefined> {
  const row = await db
    .selectFrom('bloc')
    .select(['id', 'provinceId'])
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row && { provinceId: row.provinceId, blocId: row.id }
}
