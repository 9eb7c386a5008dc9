import { sql } from 'kysely'
import type { Reading, Writing } from '../../db/database.ts'
import type { Scope } from '../../domain/permissions/index.ts'
import { blocScope, yearScope } from '../../scopes/scopes.store.ts'

/** Whose paper it is: of the province (centre included), or of a bloc, perhaps for one year. */
export type Origin = {
  readonly provinceId: string
  readonly blocId: string | null
  readonly year: number | null
}

export type NewGuidingPaper = Origin & {
  readonly type: string
  readonly number: string
  readonly issuer: string
  readonly issuedOn: string | null
  readonly title: string
  readonly summary: string
}

export type GuidingPaperRow = NewGuidingPaper & {
  readonly id: string
  readonly fileId: string | null
  readonly fileName: string | null
  readonly illustrative: boolean
  readonly version: number
  readonly provinceName: string
  readonly blocName: string | null
  readonly blocSlug: string | null
  readonly addressees: number
  readonly readBy: number
  readonly acknowledgedBy: number
}

/** Which papers are asked for. */
export type PaperFilter = {
  readonly provinceId?: string
  readonly search?: string
  readonly level?: 'province' | 'bloc'
  /** Papers that concern this year of a bloc: its own, those of the province, those addressed to members. */
  readonly blocYear?: { readonly provinceId: string; readonly blocId: string; readonly year: number }
}

/** The scope of acts on a paper: the bloc's year where it has one, else the bloc, else the province. */
export async function originScope(
  db: Reading,
  origin: Origin,
  today: string,
  unitId?: string,
): Promise<Scope | undefined> {
  if (origin.blocId === null) return { provinceId: origin.provinceId, ...(unitId ? { unitId } : {}) }
  if (origin.year !== null) {
    const blocYear = await db
      .selectFrom('blocYear')
      .select('id')
      .where('blocId', '=', origin.blocId)
      .where('year', '=', origin.year)
      .executeTakeFirst()
    if (blocYear) return yearScope(db, blocYear.id, today, unitId)
  }
  const scope = await blocScope(db, origin.blocId)
  return scope && { ...scope, ...(unitId ? { unitId } : {}) }
}

export function findOrigin(db: Reading, paperId: string): Promise<Origin | undefined> {
  return db
    .selectFrom('guidingPaper')
    .select(['provinceId', 'blocId', 'year'])
    .where('id', '=', paperId)
    .executeTakeFirst()
}

export async function insertPaper(
  trx: Writing,
  paper: NewGuidingPaper & { readonly fileId: string | null; readonly createdBy: string | null },
): Promise<string> {
  const row = await trx.insertInto('guidingPaper').values(paper).returning('id').executeTakeFirstOrThrow()
  return row.id
}

export type PaperChange = Omit<NewGuidingPaper, keyof Origin> & { readonly fileId?: string }

/** Changes a paper if it is still in the version the form was opened on. */
export async function updatePaper(
  trx: Writing,
  paperId: string,
  version: number,
  change: PaperChange,
): Promise<boolean> {
  const changed = await trx
    .updateTable('guidingPaper')
    .set({ ...change, version: version + 1 })
    .where('id', '=', paperId)
    .where('version', '=', version)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** Whether all units are of the province; a paper is addressed to nobody else. */
export async function areOfProvince(
  db: Reading,
  unitIds: readonly string[],
  provinceId: string,
): Promise<boolean> {
  if (unitIds.length === 0) return true
  const strangers = await db
    .selectFrom('unit')
    .select('id')
    .where('id', 'in', unitIds)
    .where('provinceId', '<>', provinceId)
    .execute()
  return strangers.length === 0
}

export async function addressTo(trx: Writing, paperId: string, unitIds: readonly string[]): Promise<void> {
  if (unitIds.length === 0) return
  await trx
    .insertInto('guidingPaperAddressee')
    .values(unitIds.map((unitId) => ({ guidingPaperId: paperId, unitId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Notes the first opening by an addressee; false when there was nothing to note. */
export async function markRead(trx: Writing, paperId: string, unitId: string, at: Date): Promise<boolean> {
  const changed = await trx
    .updateTable('guidingPaperAddressee')
    .set({ readAt: at })
    .where('guidingPaperId', '=', paperId)
    .where('unitId', '=', unitId)
    .where('readAt', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

export type Acknowledgement = {
  readonly on: string
  readonly by: string | null
  readonly channel: string
  readonly onBehalf: boolean
  readonly note: string
}

/** Notes that a unit has taken the paper in; the first time stays. */
export async function acknowledge(
  trx: Writing,
  paperId: string,
  unitId: string,
  given: Acknowledgement,
): Promise<boolean> {
  const changed = await trx
    .updateTable('guidingPaperAddressee')
    .set({
      acknowledgedOn: given.on,
      acknowledgedBy: given.by,
      channel: given.channel,
      onBehalf: given.onBehalf,
      note: given.note,
    })
    .where('guidingPaperId', '=', paperId)
    .where('unitId', '=', unitId)
    .where('acknowledgedOn', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

export async function isAddressee(db: Reading, paperId: string, unitId: string): Promise<boolean> {
  const row = await db
    .selectFrom('guidingPaperAddressee')
    .select('unitId')
    .where('guidingPaperId', '=', paperId)
    .where('unitId', '=', unitId)
    .executeTakeFirst()
  return row !== undefined
}

const paperColumns = sql`
  g.id, g.province_id, g.bloc_id, g.year, g.type, g.number, g.issuer, g.issued_on, g.title, g.summary,
  g.file_id, f.name as file_name, g.illustrative, g.version, p.name as province_name,
  b.short_name as bloc_name, b.slug as bloc_slug,
  (select count(*)::int from guiding_paper_addressee a where a.guiding_paper_id = g.id) as addressees,
  (select count(*)::int from guiding_paper_addressee a where a.guiding_paper_id = g.id
    and (a.read_at is not null or a.acknowledged_on is not null)) as read_by,
  (select count(*)::int from guiding_paper_addressee a where a.guiding_paper_id = g.id
    and a.acknowledged_on is not null) as acknowledged_by`

const paperTables = sql`
  guiding_paper g
  join province p on p.id = g.province_id
  left join bloc b on b.id = g.bloc_id
  left join file f on f.id = g.file_id`

/** The papers of the library, newest first; those without a date by when they were entered. */
export async function listPapers(db: Reading, filter: PaperFilter): Promise<readonly GuidingPaperRow[]> {
  const search = filter.search?.trim() ?? ''
  const found = await sql<GuidingPaperRow>`
    select ${paperColumns} from ${paperTables}
    where (${search} = '' or unaccent(lower(concat_ws(' ', g.type, g.number, g.issuer, g.title, g.summary)))
        like '%' || unaccent(lower(${search})) || '%')
      and ${levelCondition(filter)} and ${yearCondition(filter)}
      and (${filter.provinceId ?? null}::uuid is null or g.province_id = ${filter.provinceId ?? null})
    order by coalesce(g.issued_on, make_date(coalesce(g.year, extract(year from g.created_at)::int), 1, 1)) desc,
      g.created_at desc
    limit 300`.execute(db)
  return found.rows
}

export async function findPaper(db: Reading, paperId: string): Promise<GuidingPaperRow | undefined> {
  const found = await sql<GuidingPaperRow>`
    select ${paperColumns} from ${paperTables} where g.id = ${paperId}`.execute(db)
  return found.rows[0]
}

function levelCondition(filter: PaperFilter) {
  if (filter.level === 'province') return sql`g.bloc_id is null`
  if (filter.level === 'bloc') return sql`g.bloc_id is not null`
  return sql`true`
}

function yearCondition(filter: PaperFilter) {
  const year = filter.blocYear
  if (!year) return sql`true`
  return sql`((g.bloc_id = ${year.blocId} and (g.year is null or g.year = ${year.year}))
    or (g.bloc_id is null and g.province_id = ${year.provinceId} and (g.year = ${year.year}
      or exists (select 1 from guiding_paper_addressee a
        join membership m on m.unit_id = a.unit_id and m.bloc_id = ${year.blocId}
        where a.guiding_paper_id = g.id and (g.year is null or g.year = ${year.year})))))`
}

export type AddresseeRow = {
  readonly unitId: string
  readonly unitSlug: string
  readonly unitName: string
  readonly readAt: Date | null
  readonly acknowledgedOn: string | null
  readonly acknowledgedByName: string | null
  readonly channel: string
  readonly onBehalf: boolean
  readonly note: string
}

/** The addressees of a paper under the names they bear on a day, those who have not acknowledged first. */
export async function listAddressees(
  db: Reading,
  paperId: string,
  today: string,
): Promise<readonly AddresseeRow[]> {
  const found = await sql<AddresseeRow>`
    select a.unit_id, u.slug as unit_slug, n.name as unit_name, a.read_at, a.acknowledged_on, x.name as acknowledged_by_name,
      a.channel, a.on_behalf, a.note
    from guiding_paper_addressee a
    join unit u on u.id = a.unit_id
    join lateral (
      select name from unit_name where unit_id = a.unit_id and valid_from <= ${today}::date
      order by valid_from desc limit 1) n on true
    left join accounts."user" x on x.id = a.acknowledged_by
    where a.guiding_paper_id = ${paperId}
    order by (a.acknowledged_on is not null), n.name collate "vi-x-icu"`.execute(db)
  return found.rows
}

export type ProvinceChoice = { readonly id: string; readonly name: string }

export function listProvinces(db: Reading): Promise<readonly ProvinceChoice[]> {
  return db.selectFrom('province').select(['id', 'name']).orderBy('name').execute()
}

export type BlocChoice = {
  readonly blocId: string
  readonly blocName: string
  readonly units: readonly { readonly id: string; readonly name: string }[]
}

/** The blocs of a province with their members of today: what a paper of the province is addressed to. */
export async function listBlocsWithMembers(
  db: Reading,
  provinceId: string,
  today: string,
): Promise<readonly BlocChoice[]> {
  const found = await sql<BlocChoice>`
    select b.id as bloc_id, b.short_name as bloc_name,
      coalesce(json_agg(json_build_object('id', m.unit_id, 'name', n.short_name) order by m.position, n.short_name)
        filter (where m.unit_id is not null), '[]') as units
    from bloc b
    left join membership m on m.bloc_id = b.id and m.from_date <= ${today}::date
      and (m.to_date is null or m.to_date >= ${today}::date)
    left join lateral (
      select short_name from unit_name where unit_id = m.unit_id and valid_from <= ${today}::date
      order by valid_from desc limit 1) n on true
    where b.province_id = ${provinceId} and b.dissolved_on is null
    group by b.id order by b.short_name collate "vi-x-icu"`.execute(db)
  return found.rows
}
