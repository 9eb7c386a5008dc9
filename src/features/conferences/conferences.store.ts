import { sql } from 'kysely'
import type { Reading, Writing } from '../../db/database.ts'
import type { Scope } from '../../domain/permissions/index.ts'
import { yearScope } from '../../scopes/scopes.store.ts'

export type ConferenceKind = 'launch' | 'mid_year' | 'year_end' | 'award_meeting' | 'council'

export type ConferenceRow = {
  readonly id: string
  readonly provinceId: string
  readonly blocYearId: string | null
  readonly movementId: string | null
  readonly councilId: string | null
  readonly kind: ConferenceKind
  readonly title: string
  readonly heldOn: string | null
  readonly timeText: string
  readonly startsAt: string | null
  readonly place: string
  readonly chairName: string
  readonly chairTitle: string
  readonly secretaryName: string
  readonly state: 'planned' | 'invited' | 'open' | 'closed'
  readonly reportDraftId: string | null
  readonly reportAdopted: boolean
  readonly conclusion: string
  readonly illustrative: boolean
  readonly version: number
}

/** Where a conference lies: a year of a bloc, or a council of a province. */
export async function conferenceScope(
  db: Reading,
  conferenceId: string,
  today: string,
  unitId?: string,
): Promise<Scope | undefined> {
  const row = await db
    .selectFrom('conference')
    .select(['provinceId', 'blocYearId', 'councilId'])
    .where('id', '=', conferenceId)
    .executeTakeFirst()
  if (!row) return undefined
  const year = row.blocYearId ? await yearScope(db, row.blocYearId, today, unitId) : undefined
  if (row.blocYearId && !year) return undefined
  return {
    provinceId: row.provinceId,
    ...year,
    ...(row.councilId ? { councilId: row.councilId } : {}),
    ...(unitId ? { unitId } : {}),
  }
}

/** A conference; with `lock` it is held, so that nobody closes it while something is being recorded. */
export async function findConference(
  db: Reading,
  id: string,
  lock?: 'share' | 'update',
): Promise<ConferenceRow | undefined> {
  const row = await db
    .selectFrom('conference')
    .selectAll()
    .where('id', '=', id)
    .$if(lock === 'share', (query) => query.forShare())
    .$if(lock === 'update', (query) => query.forUpdate())
    .executeTakeFirst()
  return row as ConferenceRow | undefined
}

/** The conferences of a year, in the order they are held. */
export async function listConferences(db: Reading, blocYearId: string): Promise<readonly ConferenceRow[]> {
  const rows = await db
    .selectFrom('conference')
    .selectAll()
    .where('blocYearId', '=', blocYearId)
    .orderBy('heldOn')
    .orderBy('createdAt')
    .execute()
  return rows as unknown as readonly ConferenceRow[]
}

export type NewConference = Pick<
  ConferenceRow,
  | 'provinceId'
  | 'blocYearId'
  | 'movementId'
  | 'councilId'
  | 'kind'
  | 'title'
  | 'heldOn'
  | 'timeText'
  | 'startsAt'
  | 'place'
  | 'chairName'
  | 'chairTitle'
  | 'secretaryName'
>

export async function insertConference(trx: Writing, conference: NewConference): Promise<string> {
  const row = await trx.insertInto('conference').values(conference).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** Changes a conference if nobody else did since `version`. */
export async function updateConference(
  trx: Writing,
  id: string,
  version: number | null,
  change: Partial<Omit<ConferenceRow, 'id' | 'version' | 'illustrative' | 'provinceId'>> & {
    openedAt?: Date
    closedAt?: Date
  },
): Promise<boolean> {
  const changed = await trx
    .updateTable('conference')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .$if(version !== null, (query) => query.where('version', '=', version ?? 0))
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

export type AgendaItem = {
  readonly title: string
  readonly presenter: string
  readonly minutes: number | null
}

export async function replaceAgenda(
  trx: Writing,
  conferenceId: string,
  items: readonly AgendaItem[],
): Promise<void> {
  await trx.deleteFrom('agendaItem').where('conferenceId', '=', conferenceId).execute()
  if (items.length === 0) return
  await trx
    .insertInto('agendaItem')
    .values(items.map((item, position) => ({ conferenceId, position, ...item })))
    .execute()
}

export function listAgenda(db: Reading, conferenceId: string): Promise<readonly AgendaItem[]> {
  return db
    .selectFrom('agendaItem')
    .select(['title', 'presenter', 'minutes'])
    .where('conferenceId', '=', conferenceId)
    .orderBy('position')
    .execute()
}

export type RemarkRow = {
  readonly id: string
  readonly unitId: string | null
  readonly unitName: string | null
  readonly speaker: string
  readonly body: string
  readonly takenUp: boolean | null
  readonly answer: string
  readonly illustrative: boolean
}

export async function listRemarks(db: Reading, conferenceId: string): Promise<readonly RemarkRow[]> {
  const found = await sql<RemarkRow>`
    select r.id, r.unit_id, n.name as unit_name, r.speaker, r.body, r.taken_up, r.answer, r.illustrative
    from remark r
    left join lateral (select name from unit_name where unit_id = r.unit_id order by valid_from desc limit 1) n on true
    where r.conference_id = ${conferenceId} order by r.created_at, r.id`.execute(db)
  return found.rows
}

export async function insertRemark(
  trx: Writing,
  remark: {
    conferenceId: string
    unitId: string | null
    speaker: string
    body: string
    takenUp: boolean | null
    answer: string
  },
): Promise<string> {
  const row = await trx.insertInto('remark').values(remark).returning('id').executeTakeFirstOrThrow()
  return row.id
}

export async function updateRemark(
  trx: Writing,
  id: string,
  takenUp: boolean,
  answer: string,
): Promise<void> {
  await trx.updateTable('remark').set({ takenUp, answer }).where('id', '=', id).execute()
}

/** The conference a remark was made at. */
export async function conferenceOfRemark(db: Reading, remarkId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('remark')
    .select('conferenceId')
    .where('id', '=', remarkId)
    .executeTakeFirst()
  return row?.conferenceId
}

export type DirectionRow = {
  readonly id: string
  readonly body: string
  readonly aimValue: string | null
  readonly aimUnit: string
  readonly forYear: number | null
  readonly illustrative: boolean
}

export function listDirections(db: Reading, conferenceId: string): Promise<readonly DirectionRow[]> {
  return db
    .selectFrom('direction')
    .select(['id', 'body', 'aimValue', 'aimUnit', 'forYear', 'illustrative'])
    .where('conferenceId', '=', conferenceId)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

export async function insertDirection(
  trx: Writing,
  direction: {
    conferenceId: string
    body: string
    aimValue: string | null
    aimUnit: string
    forYear: number | null
  },
): Promise<string> {
  const { conferenceId } = direction
  const position = sql<number>`(select count(*)::int from direction where conference_id = ${conferenceId})`
  const row = await trx
    .insertInto('direction')
    .values({ ...direction, position })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export type TellerRow = {
  readonly id: string
  readonly name: string
  readonly unitId: string | null
  readonly duty: string
}

export function listTellers(db: Reading, conferenceId: string): Promise<readonly TellerRow[]> {
  return db
    .selectFrom('teller')
    .select(['id', 'name', 'unitId', 'duty'])
    .where('conferenceId', '=', conferenceId)
    .orderBy(sql`duty = 'member'`)
    .orderBy('name')
    .execute()
}

export async function replaceTellers(
  trx: Writing,
  conferenceId: string,
  tellers: readonly { name: string; unitId: string | null; duty: 'head' | 'member' }[],
): Promise<void> {
  await trx.deleteFrom('teller').where('conferenceId', '=', conferenceId).execute()
  if (tellers.length > 0) {
    await trx
      .insertInto('teller')
      .values(tellers.map((teller) => ({ conferenceId, ...teller })))
      .execute()
  }
}

/** A draft of the same year that can be read out as the report. */
export async function findDraftOf(
  db: Reading,
  blocYearId: string,
  draftId: string,
): Promise<{ readonly id: string; readonly title: string } | undefined> {
  return db
    .selectFrom('draft')
    .select(['id', 'title'])
    .where('id', '=', draftId)
    .where('blocYearId', '=', blocYearId)
    .executeTakeFirst()
}

export type DraftChoice = {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly state: string
}

/** The drafts of a year that are not withdrawn, reports first. */
export function listDraftChoices(db: Reading, blocYearId: string): Promise<readonly DraftChoice[]> {
  return db
    .selectFrom('draft')
    .select(['id', 'title', 'kind', 'state'])
    .where('blocYearId', '=', blocYearId)
    .where('state', '!=', 'withdrawn')
    .orderBy(sql`kind <> 'report'`)
    .orderBy('createdAt', 'desc')
    .execute()
}

export async function deleteDirection(trx: Writing, conferenceId: string, id: string): Promise<boolean> {
  const gone = await trx
    .deleteFrom('direction')
    .where('conferenceId', '=', conferenceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}

export async function councilProvince(db: Reading, councilId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('council')
    .select('provinceId')
    .where('id', '=', councilId)
    .executeTakeFirst()
  return row?.provinceId
}

/** Whether a drive is the council's to meet about. */
export async function isDriveOf(db: Reading, movementId: string, councilId: string | null): Promise<boolean> {
  const row = await db
    .selectFrom('movement')
    .select('councilId')
    .where('id', '=', movementId)
    .executeTakeFirst()
  return councilId !== null && row?.councilId === councilId
}

/** The meetings of a council, in the order they are held. */
export async function listCouncilConferences(
  db: Reading,
  councilId: string,
): Promise<readonly ConferenceRow[]> {
  const rows = await db
    .selectFrom('conference')
    .selectAll()
    .where('councilId', '=', councilId)
    .orderBy('heldOn')
    .orderBy('createdAt')
    .execute()
  return rows as unknown as readonly ConferenceRow[]
}
