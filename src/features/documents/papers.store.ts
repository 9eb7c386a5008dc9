import { sql } from 'kysely'
import type { Reading, Writing } from '../../db/database.ts'
import type { Paper } from '../../domain/documents/paper.ts'
import type { PaperTypeId } from '../../domain/documents/paper-types.ts'
import type { PaperSubject } from './assembly/request.ts'

export type PaperState = 'draft' | 'issued' | 'withdrawn' | 'replaced'

/** A paper that was begun, without its content. */
export type PaperRow = PaperSubject & {
  readonly id: string
  readonly blocYearId: string
  readonly versionNumber: number
  readonly title: string
  /** As it was typed in; empty where the paper bears none. */
  readonly number: string
  readonly symbol: string
  readonly issuedOn: string | null
  readonly place: string
  readonly capacity: string
  readonly signerTitle: string
  readonly signerName: string
  readonly lawDate: string | null
  readonly state: PaperState
  readonly scanFileId: string | null
  readonly verificationCode: string | null
  readonly onBehalf: boolean
  readonly replacesId: string | null
  readonly withdrawnOn: string | null
  readonly withdrawReason: string
  readonly illustrative: boolean
  readonly version: number
}

const columns = [
  'id',
  'blocYearId',
  'type',
  'unitId',
  'conferenceId',
  'pollId',
  'draftId',
  'proposalId',
  'checkVisitId',
  'versionNumber',
  'title',
  'number',
  'symbol',
  'issuedOn',
  'place',
  'capacity',
  'signerTitle',
  'signerName',
  'lawDate',
  'state',
  'scanFileId',
  'verificationCode',
  'onBehalf',
  'replacesId',
  'withdrawnOn',
  'withdrawReason',
  'illustrative',
  'version',
] as const

/** The papers of a year, the newest of each matter first. */
export async function listPapers(db: Reading, blocYearId: string): Promise<readonly PaperRow[]> {
  const rows = await db
    .selectFrom('paper')
    .select(columns)
    .where('blocYearId', '=', blocYearId)
    .orderBy('createdAt', 'desc')
    .execute()
  return rows as readonly PaperRow[]
}

/** One paper; inside an act it is held until the act is done. */
export async function findPaper(db: Reading, id: string, lock = false): Promise<PaperRow | undefined> {
  const row = await db
    .selectFrom('paper')
    .select(columns)
    .where('id', '=', id)
    .where('blocYearId', 'is not', null)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  return row as PaperRow | undefined
}

/** The paper as it was issued; undefined for a draft. */
export async function findModel(db: Reading, id: string): Promise<Paper | undefined> {
  const row = await db.selectFrom('paper').select('model').where('id', '=', id).executeTakeFirst()
  return (row?.model ?? undefined) as Paper | undefined
}

export type NewPaper = PaperSubject & {
  readonly provinceId: string
  readonly blocYearId: string
  readonly versionNumber: number
  readonly title: string
  readonly lawDate: string | null
  readonly replacesId: string | null
  readonly onBehalf: boolean
  readonly createdBy: string | null
}

export async function insertPaper(trx: Writing, paper: NewPaper): Promise<string> {
  const row = await trx.insertInto('paper').values(paper).returning('id').executeTakeFirstOrThrow()
  return row.id
}

export type IssueRecord = {
  readonly number: string
  readonly symbol: string
  readonly issuedOn: string
  readonly place: string
  readonly capacity: string
  readonly signerTitle: string
  readonly signerName: string
  readonly lawDate: string
  readonly title: string
  readonly model: Paper
  readonly scanFileId: string | null
  readonly verificationCode: string
  readonly onBehalf: boolean
}

/** Turns a draft into an issued paper; from now on its content stands. */
export async function markIssued(trx: Writing, id: string, issue: IssueRecord): Promise<void> {
  await trx
    .updateTable('paper')
    .set({
      ...issue,
      model: JSON.stringify(issue.model),
      state: 'issued',
      issuedAt: sql<Date>`now()`,
      illustrative: sql<boolean>`illustrative or is_illustrative()`,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .execute()
}

/** An issued paper that no longer holds. */
export async function markEnded(
  trx: Writing,
  id: string,
  end: {
    readonly state: 'withdrawn' | 'replaced'
    readonly withdrawnOn: string
    readonly withdrawReason: string
  },
): Promise<void> {
  await trx
    .updateTable('paper')
    .set({ ...end, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** Why an issued paper is about to be replaced; empty when it is not. */
export async function setReplacing(trx: Writing, id: string, reason: string): Promise<void> {
  await trx
    .updateTable('paper')
    .set({ withdrawReason: reason })
    .where('id', '=', id)
    .where('state', '=', 'issued')
    .execute()
}

/** The scan of the signed print; the content is not touched. */
export async function setScan(trx: Writing, id: string, scanFileId: string): Promise<void> {
  await trx
    .updateTable('paper')
    .set({ scanFileId, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** A draft goes with its written parts; the audit keeps what it was. */
export async function deleteDraft(trx: Writing, id: string): Promise<void> {
  await trx.deleteFrom('paper').where('id', '=', id).where('state', '=', 'draft').execute()
}

/** Whether another paper of the same kind already bears this number in the calendar year. */
export async function isNumberTaken(
  db: Reading,
  paper: { readonly id: string; readonly types: readonly PaperTypeId[] },
  issue: { readonly number: string; readonly symbol: string; readonly issuedOn: string },
): Promise<boolean> {
  const found = await sql`
    select 1 from paper p
    where p.id <> ${paper.id} and p.state <> 'draft' and p.number = ${issue.number} and p.symbol = ${issue.symbol}
      and p.type = any(${[...paper.types]}::text[])
      and extract(year from p.issued_on) = extract(year from ${issue.issuedOn}::date)
      and p.province_id = (select province_id from paper where id = ${paper.id})
      and p.id is distinct from (select replaces_id from paper where id = ${paper.id})
    limit 1`.execute(db)
  return found.rows.length > 0
}

/** Two people beginning the same paper wait for each other. */
export async function lockSubject(trx: Writing, blocYearId: string, subject: PaperSubject): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`paper ${blocYearId} ${JSON.stringify(Object.values(subject))}`}))`.execute(
    trx,
  )
}

/** Two papers of a province that are issued at once wait for each other, so that no number is given twice. */
export async function lockNumbers(trx: Writing, provinceId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`paper numbers ${provinceId}`}))`.execute(trx)
}

/** A part that somebody wrote. */
export type PartRow = {
  readonly key: string
  readonly body: string
  readonly ownerUnitId: string | null
  readonly version: number
  readonly writtenByName: string | null
  readonly writtenAt: Date
}

export async function listParts(db: Reading, paperId: string): Promise<readonly PartRow[]> {
  return db
    .selectFrom('paperPart as p')
    .leftJoin('accounts.user as u', 'u.id', 'p.writtenBy')
    .select(['p.key', 'p.body', 'p.ownerUnitId', 'p.version', 'u.name as writtenByName', 'p.writtenAt'])
    .where('p.paperId', '=', paperId)
    .execute()
}

export type PartText = {
  readonly body: string
  readonly ownerUnitId: string | null
  readonly writtenBy: string | null
}

/** Keeps a part in place of what stood there. */
export async function putPart(trx: Writing, paperId: string, key: string, text: PartText): Promise<void> {
  await trx
    .insertInto('paperPart')
    .values({ paperId, key, ...text })
    .onConflict((conflict) =>
      conflict.columns(['paperId', 'key']).doUpdateSet({
        ...text,
        writtenAt: sql<Date>`now()`,
        version: sql<number>`paper_part.version + 1`,
      }),
    )
    .execute()
}

/** The written parts of one paper go on in the one that takes its place. */
export async function copyParts(trx: Writing, fromId: string, toId: string): Promise<void> {
  await sql`
    insert into paper_part (paper_id, key, body, owner_unit_id, written_by, written_at)
    select ${toId}, key, body, owner_unit_id, written_by, written_at from paper_part where paper_id = ${fromId}`.execute(
    trx,
  )
}

/** A part of a draft that a unit was asked to write. */
export type OwnedPart = {
  readonly paperId: string
  readonly type: PaperTypeId
  readonly key: string
  readonly body: string
}

/** The parts of the drafts of a year that some units are to write. */
export async function listOwnedParts(
  db: Reading,
  blocYearId: string,
  unitIds: readonly string[],
): Promise<readonly OwnedPart[]> {
  if (unitIds.length === 0) return []
  const rows = await db
    .selectFrom('paperPart as s')
    .innerJoin('paper as p', 'p.id', 's.paperId')
    .select(['s.paperId', 'p.type', 's.key', 's.body'])
    .where('p.blocYearId', '=', blocYearId)
    .where('p.state', '=', 'draft')
    .where('s.ownerUnitId', 'in', [...unitIds])
    .orderBy('p.createdAt')
    .execute()
  return rows as readonly OwnedPart[]
}

/** What anybody may know of an issued paper who holds its code. */
export type VerifiedPaper = {
  readonly type: PaperTypeId
  readonly issuer: string
  readonly number: string
  readonly symbol: string
  readonly issuedOn: string
  readonly state: PaperState
  readonly withdrawnOn: string | null
  readonly illustrative: boolean
}

export async function findByCode(db: Reading, code: string): Promise<VerifiedPaper | undefined> {
  const found = await sql<VerifiedPaper>`
    select type, model->'issuer'->>'name' as issuer, number, symbol, issued_on, state, withdrawn_on, illustrative
    from paper where verification_code = ${code} and state <> 'draft'`.execute(db)
  return found.rows[0]
}
