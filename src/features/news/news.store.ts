import { sql } from 'kysely'
import type { Reading, Writing } from '../../db/database.ts'
import type { Scope } from '../../domain/permissions/index.ts'
import { yearScope } from '../../scopes/scopes.store.ts'

export type NewsState = 'draft' | 'approved' | 'published' | 'withdrawn'

export type NewsItem = {
  readonly id: string
  readonly provinceId: string
  readonly provinceName: string
  readonly blocId: string | null
  readonly blocName: string | null
  readonly blocSlug: string | null
  readonly blocYearId: string | null
  readonly year: number | null
  readonly conferenceId: string | null
  readonly movementId: string | null
  readonly slug: string
  readonly section: 'bloc_activity' | 'events' | 'examples'
  readonly title: string
  readonly lead: string
  readonly body: string
  readonly author: string
  readonly source: string
  readonly eventOn: string | null
  readonly startsAt: string | null
  readonly timeText: string
  readonly state: NewsState
  readonly publishedAt: Date | null
  readonly originalViews: number | null
  readonly originalPublishedAt: string | null
  readonly originalSource: string
  readonly views: number
  readonly illustrative: boolean
  readonly version: number
}

const selectItem = sql`
  select w.id, w.province_id, p.name as province_name, w.bloc_id, b.name as bloc_name, b.slug as bloc_slug,
    w.bloc_year_id, y.year, w.conference_id, w.movement_id, w.slug, w.section, w.title, w.lead, w.body, w.author,
    w.source, w.event_on, c.starts_at::text as starts_at, coalesce(c.time_text, '') as time_text, w.state,
    w.published_at, w.original_views, to_char(w.original_published_at, 'YYYY-MM-DD"T"HH24:MI') as original_published_at,
    w.original_source, w.views, w.illustrative, w.version
  from news_item w
  join province p on p.id = w.province_id
  left join bloc b on b.id = w.bloc_id
  left join bloc_year y on y.id = w.bloc_year_id
  left join conference c on c.id = w.conference_id`

/** A published item by its address; nobody finds an unpublished one this way. */
export async function findPublished(db: Reading, slug: string): Promise<NewsItem | undefined> {
  const found = await sql<NewsItem>`${selectItem} where w.slug = ${slug} and w.state = 'published'`.execute(
    db,
  )
  return found.rows[0]
}

/** An item in whatever state, for those who edit it. */
export async function findItem(db: Reading, id: string): Promise<NewsItem | undefined> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) return undefined
  const found = await sql<NewsItem>`${selectItem} where w.id = ${id}`.execute(db)
  return found.rows[0]
}

export type NewsFilter = {
  readonly search: string
  readonly provinceId?: string
  readonly blocId?: string
  readonly section?: string
}

const PAGE = 20

/** Published items, newest first by the day they were first published. */
export async function listPublished(
  db: Reading,
  filter: NewsFilter,
  page: number,
): Promise<readonly NewsItem[]> {
  const found = await sql<NewsItem>`${selectItem}
    where w.state = 'published'
      and (${filter.search} = '' or unaccent(lower(w.title || ' ' || w.lead)) like '%' || unaccent(lower(${filter.search})) || '%')
      and (${filter.blocId ?? null}::uuid is null or w.bloc_id = ${filter.blocId ?? null}::uuid)
    order by coalesce(w.original_published_at, w.published_at at time zone 'Asia/Ho_Chi_Minh') desc, w.id desc
    limit ${PAGE + 1} offset ${PAGE * page}`.execute(db)
  return found.rows
}

/** One page holds this many; `listPublished` brings one more to say that there is a next page. */
export const newsPageSize = PAGE

/** Everything of a year, for those who work on it. */
export async function listOfYear(db: Reading, blocYearId: string): Promise<readonly NewsItem[]> {
  const found =
    await sql<NewsItem>`${selectItem} where w.bloc_year_id = ${blocYearId} order by w.created_at desc`.execute(
      db,
    )
  return found.rows
}

/** Where rights over an item are asked. */
export async function newsScope(db: Reading, id: string, today: string): Promise<Scope | undefined> {
  const item = await findItem(db, id)
  if (!item) return undefined
  if (item.blocYearId) return yearScope(db, item.blocYearId, today)
  const owner = item.movementId ? await movementScope(db, item.movementId) : undefined
  return {
    provinceId: item.provinceId,
    ...(item.blocId ? { blocId: item.blocId } : {}),
    ...(owner?.unitId ? { unitId: owner.unitId } : {}),
  }
}

/** Rights over what is told of a drive: those of the unit that launched it, or of its province. */
export async function movementScope(db: Reading, movementId: string): Promise<Scope | undefined> {
  const row = await db
    .selectFrom('movement')
    .select(['provinceId', 'unitId'])
    .where('id', '=', movementId)
    .executeTakeFirst()
  return row && { provinceId: row.provinceId, ...(row.unitId ? { unitId: row.unitId } : {}) }
}

export type NewItem = {
  readonly provinceId: string
  readonly blocId: string | null
  readonly blocYearId: string | null
  readonly conferenceId: string | null
  readonly movementId: string | null
  readonly slug: string
  readonly section: string
  readonly title: string
  readonly lead: string
  readonly body: string
  readonly author: string
  readonly source: string
  readonly eventOn: string | null
  readonly originalViews: number | null
  readonly originalPublishedAt: string | null
  readonly originalSource: string
  readonly createdBy: string | null
}

export async function insertItem(trx: Writing, item: NewItem): Promise<string> {
  const row = await trx.insertInto('newsItem').values(item).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** A free address: the wish, or the wish with a number behind it. */
export async function freeSlug(db: Reading, wish: string): Promise<string> {
  const taken = await db.selectFrom('newsItem').select('slug').where('slug', 'like', `${wish}%`).execute()
  const known = new Set(taken.map((row) => row.slug))
  if (!known.has(wish)) return wish
  for (let number = 2; ; number++) if (!known.has(`${wish}-${number}`)) return `${wish}-${number}`
}

export type NewsText = Pick<NewsItem, 'title' | 'lead' | 'body' | 'author' | 'source' | 'section'>

/** Saves the text if nobody else did since `version`. */
export async function updateText(
  trx: Writing,
  id: string,
  version: number,
  text: NewsText,
): Promise<boolean> {
  const changed = await trx
    .updateTable('newsItem')
    .set({ ...text, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** Moves an item on; publishing sets the time once. */
export async function moveItem(
  trx: Writing,
  id: string,
  from: readonly NewsState[],
  to: NewsState,
  by: { readonly at: Date; readonly accountId: string | null },
): Promise<boolean> {
  const changed = await trx
    .updateTable('newsItem')
    .set({
      state: to,
      version: sql<number>`version + 1`,
      ...(to === 'approved' ? { approvedBy: by.accountId } : {}),
      ...(to === 'published' ? { publishedAt: by.at } : {}),
    })
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** Counts a reading without keeping anything about the reader. */
export async function countView(db: Reading, id: string): Promise<void> {
  await db.updateTable('newsItem').set({ views: sql<number>`views + 1` }).where('id', '=', id).execute()
}

export type NewsPicture = {
  readonly id: string
  readonly fileId: string
  readonly caption: string
  readonly alt: string
  readonly author: string
  readonly source: string
}

export function listPictures(db: Reading, itemId: string): Promise<readonly NewsPicture[]> {
  return db
    .selectFrom('newsPicture')
    .select(['id', 'fileId', 'caption', 'alt', 'author', 'source'])
    .where('newsItemId', '=', itemId)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

export async function insertPicture(
  trx: Writing,
  picture: {
    newsItemId: string
    fileId: string
    caption: string
    alt: string
    author: string
    source: string
  },
): Promise<void> {
  await trx.insertInto('newsPicture').values(picture).execute()
}

/** Pictures become public with their item, and only then. */
export async function setPicturesPublic(trx: Writing, itemId: string, isPublic: boolean): Promise<void> {
  await sql`update file set is_public = ${isPublic} where id in (select file_id from news_picture where news_item_id = ${itemId})`.execute(
    trx,
  )
}

export type Related = { readonly slug: string; readonly title: string; readonly publishedOn: string }

/** Other published items of the same bloc or province. */
export async function listRelated(db: Reading, item: NewsItem): Promise<readonly Related[]> {
  const found = await sql<Related>`
    select slug, title, to_char(coalesce(original_published_at, published_at at time zone 'Asia/Ho_Chi_Minh'), 'YYYY-MM-DD') as published_on
    from news_item
    where state = 'published' and id <> ${item.id} and province_id = ${item.provinceId}
    order by bloc_id is distinct from ${item.blocId}::uuid, coalesce(original_published_at, published_at) desc limit 6`.execute(
    db,
  )
  return found.rows
}
