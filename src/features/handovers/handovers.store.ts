import { sql } from 'kysely'
import type { Reading, Writing } from '../../db/database.ts'

export type HandoverRow = {
  readonly id: string
  readonly blocYearId: string
  readonly toYear: number
  readonly fromUnitId: string
  readonly toUnitId: string
  readonly conferenceId: string | null
  readonly heldOn: string | null
  readonly place: string
  readonly witness: string
  readonly note: string
  readonly state: 'draft' | 'given' | 'accepted'
  readonly givenOn: string | null
  readonly givenBy: string
  readonly acceptedOn: string | null
  readonly acceptedBy: string
  readonly channel: 'screen' | 'paper'
  readonly scanFileId: string | null
  readonly illustrative: boolean
  readonly version: number
}

const columns = [
  'id',
  'blocYearId',
  'toYear',
  'fromUnitId',
  'toUnitId',
  'conferenceId',
  'heldOn',
  'place',
  'witness',
  'note',
  'state',
  'givenOn',
  'givenBy',
  'acceptedOn',
  'acceptedBy',
  'channel',
  'scanFileId',
  'illustrative',
  'version',
] as const

/** The handover at the end of a year; there is at most one. */
export async function findHandoverOf(db: Reading, blocYearId: string): Promise<HandoverRow | undefined> {
  const row = await db
    .selectFrom('handover')
    .select(columns)
    .where('blocYearId', '=', blocYearId)
    .executeTakeFirst()
  return row as HandoverRow | undefined
}

/** A handover; with `lock` it is held until the end of the transaction. */
export async function findHandover(db: Reading, id: string, lock = false): Promise<HandoverRow | undefined> {
  const row = await db
    .selectFrom('handover')
    .select(columns)
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  return row as HandoverRow | undefined
}

export type HandoverFacts = Pick<
  HandoverRow,
  'toYear' | 'fromUnitId' | 'toUnitId' | 'conferenceId' | 'heldOn' | 'place' | 'witness' | 'note'
>

export async function insertHandover(
  trx: Writing,
  handover: HandoverFacts & { readonly blocYearId: string },
): Promise<string> {
  const row = await trx.insertInto('handover').values(handover).returning('id').executeTakeFirstOrThrow()
  return row.id
}

export async function updateHandover(
  trx: Writing,
  id: string,
  change: Partial<Omit<HandoverRow, 'id' | 'blocYearId' | 'illustrative' | 'version'>>,
): Promise<void> {
  await trx
    .updateTable('handover')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
}

export type ItemRow = {
  readonly title: string
  readonly quantity: string
  readonly note: string
  readonly fileId: string | null
}

export async function replaceItems(
  trx: Writing,
  handoverId: string,
  items: readonly ItemRow[],
): Promise<void> {
  await trx.deleteFrom('handoverItem').where('handoverId', '=', handoverId).execute()
  if (items.length === 0) return
  await trx
    .insertInto('handoverItem')
    .values(items.map((item, position) => ({ handoverId, position, ...item })))
    .execute()
}

export function listItems(db: Reading, handoverId: string): Promise<readonly ItemRow[]> {
  return db
    .selectFrom('handoverItem')
    .select(['title', 'quantity', 'note', 'fileId'])
    .where('handoverId', '=', handoverId)
    .orderBy('position')
    .execute()
}

/** Something of the year that may be handed over. */
export type YearThing = { readonly title: string; readonly reference: string; readonly fileId: string | null }

/** The issued papers of a year with number and day, and its adopted drafts that came as files. */
export async function listYearThings(db: Reading, blocYearId: string): Promise<readonly YearThing[]> {
  const found = await sql<YearThing>`
    select title, reference, file_id from (
      select p.title, concat_ws(', ', nullif(concat_ws('/', nullif(p.number, ''), nullif(p.symbol, '')), ''),
          to_char(p.issued_on, 'DD/MM/YYYY')) as reference, p.scan_file_id as file_id, p.issued_on as dated
        from paper p where p.bloc_year_id = ${blocYearId} and p.state = 'issued' and p.title <> ''
      union all
      select d.title, coalesce(to_char(d.adopted_on, 'DD/MM/YYYY'), ''), d.file_id, d.adopted_on
        from draft d where d.bloc_year_id = ${blocYearId} and d.state = 'adopted') things
    order by dated nulls last, title`.execute(db)
  return found.rows
}

/** The latest conference of a year, where a handover usually takes place. */
export function findLastConference(db: Reading, blocYearId: string) {
  return db
    .selectFrom('conference')
    .select(['id', 'title', 'heldOn', 'place'])
    .where('blocYearId', '=', blocYearId)
    .where('kind', 'in', ['year_end', 'award_meeting'])
    .orderBy('heldOn', (order) => order.desc().nullsLast())
    .executeTakeFirst()
}

export async function hasConference(db: Reading, blocYearId: string, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('conference')
    .select('id')
    .where('id', '=', id)
    .where('blocYearId', '=', blocYearId)
    .executeTakeFirst()
  return row !== undefined
}
