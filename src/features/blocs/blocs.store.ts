import { sql } from 'kysely'
import type { Reading, Writing } from '../../db/database.ts'

/** What a bloc calls itself and where it comes from. */
export type BlocData = {
  readonly name: string
  readonly shortName: string
  readonly kind: string
  readonly label: string
  readonly headLabel: string
  readonly deputyLabel: string
  readonly foundedOn: string | null
  readonly foundingDecision: string
  readonly foundingDecisionMark: string
  readonly dissolvedOn: string | null
}

export type BlocRow = BlocData & {
  readonly id: string
  readonly slug: string
  readonly provinceId: string
  readonly provinceName: string
  readonly certainty: string
  readonly aliases: readonly string[]
  readonly illustrative: boolean
  readonly version: number
}

const selectBloc = sql`
  select b.id, b.slug, b.province_id, p.name as province_name, p.certainty, b.name, b.short_name, b.kind, b.label,
    b.head_label, b.deputy_label, b.founded_on, b.founding_decision, b.founding_decision_mark, b.dissolved_on,
    b.illustrative, b.version,
    coalesce((select json_agg(a.alias order by a.alias) from bloc_alias a where a.bloc_id = b.id), '[]') as aliases
  from bloc b join province p on p.id = b.province_id`

export async function findBloc(db: Reading, id: string): Promise<BlocRow | undefined> {
  return (await sql<BlocRow>`${selectBloc} where b.id = ${id}`.execute(db)).rows[0]
}

export async function findBlocBySlug(db: Reading, slug: string): Promise<BlocRow | undefined> {
  return (await sql<BlocRow>`${selectBloc} where b.slug = ${slug}`.execute(db)).rows[0]
}

export type BlocListRow = {
  readonly slug: string
  readonly name: string
  readonly label: string
  readonly provinceName: string
  readonly certainty: string
  readonly members: number
  readonly headName: string | null
  readonly year: number | null
  readonly state: string | null
  readonly midYear: string | null
  readonly illustrative: boolean
  readonly dissolvedOn: string | null
}

/** All blocs by province, each with its members today, its newest year and that year's head. */
export async function listBlocs(db: Reading, today: string): Promise<readonly BlocListRow[]> {
  const found = await sql<BlocListRow>`
    select b.slug, b.name, b.label, p.name as province_name, p.certainty, b.illustrative, b.dissolved_on,
      y.year, y.state, y.mid_year,
      (select count(*)::int from membership m where m.bloc_id = b.id
        and m.from_date <= coalesce(make_date(y.year, 12, 31), ${today}::date)
        and (m.to_date is null or m.to_date >= coalesce(make_date(y.year, 12, 31), ${today}::date))) as members,
      (select n.short_name from leadership l
        join lateral (select short_name from unit_name where unit_id = l.unit_id
          and valid_from <= make_date(l.for_year, 12, 31) order by valid_from desc limit 1) n on true
        where l.bloc_id = b.id and l.role = 'head' and l.to_date is null and l.for_year <= coalesce(y.year, l.for_year)
        order by l.for_year desc limit 1) as head_name
    from bloc b
    join province p on p.id = b.province_id
    left join lateral (select year, state, mid_year from bloc_year where bloc_id = b.id order by year desc limit 1) y on true
    order by p.name collate "vi-x-icu", b.name collate "vi-x-icu"`.execute(db)
  return found.rows
}

export async function provinceSlug(db: Reading, provinceId: string): Promise<string | undefined> {
  return (await db.selectFrom('province').select('slug').where('id', '=', provinceId).executeTakeFirst())
    ?.slug
}

export async function insertBloc(
  trx: Writing,
  bloc: BlocData & { provinceId: string; slug: string },
): Promise<string> {
  const row = await trx.insertInto('bloc').values(bloc).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** Changes a bloc if it still has the version the form was opened on. */
export async function updateBloc(
  trx: Writing,
  id: string,
  version: number,
  data: BlocData,
): Promise<boolean> {
  const changed = await trx
    .updateTable('bloc')
    .set({ ...data, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

export async function replaceAliases(
  trx: Writing,
  blocId: string,
  aliases: readonly string[],
): Promise<void> {
  await trx.deleteFrom('blocAlias').where('blocId', '=', blocId).execute()
  const values = [...new Set(aliases)].map((alias) => ({ blocId, alias }))
  if (values.length > 0) await trx.insertInto('blocAlias').values(values).execute()
}

/** A bloc as it was when it had a version: what a form opened on that version had shown. */
export async function blocAtVersion(
  db: Reading,
  id: string,
  version: number,
): Promise<Partial<BlocData> | undefined> {
  const found = await sql<{ before: Partial<BlocData> }>`
    select before from audit.entry
    where entity = 'bloc' and entity_id = ${id} and event = 'bloc.changed' and before->>'version' = ${String(version)}
    limit 1`.execute(db)
  return found.rows[0]?.before
}

export type LastChange = { readonly by: string; readonly at: Date }

/** Who changed a bloc last, and when. */
export async function lastChangeOf(db: Reading, blocId: string): Promise<LastChange | undefined> {
  const found = await sql<LastChange>`
    select coalesce(u.name, '') as by, e.happened_at as at from audit.entry e
    left join accounts."user" u on u.id = e.account_id
    where e.entity = 'bloc' and e.entity_id = ${blocId} and e.event = 'bloc.changed'
    order by e.id desc limit 1`.execute(db)
  return found.rows[0]
}

export type BlocYearRow = {
  readonly id: string
  readonly year: number
  readonly state: string
  readonly midYear: string
  readonly illustrative: boolean
}

/** The years of a bloc, newest first. */
export function listYears(db: Reading, blocId: string): Promise<readonly BlocYearRow[]> {
  return db
    .selectFrom('blocYear')
    .select(['id', 'year', 'state', 'midYear', 'illustrative'])
    .where('blocId', '=', blocId)
    .orderBy('year', 'desc')
    .execute()
}

export function listProvinces(db: Reading) {
  return db.selectFrom('province').select(['id', 'name']).orderBy('name').execute()
}
