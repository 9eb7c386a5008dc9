import { sql } from 'kysely'
import type { Reading, Writing } from '../../db/database.ts'
import { effectiveRules, type RuleRow } from '../../domain/blocs/index.ts'
import type { Silence } from '../../domain/drafts/index.ts'

export type DraftKind = 'regulation' | 'score_table' | 'pledge' | 'report' | 'plan' | 'other'
export type DraftState = 'drafting' | 'circulating' | 'adopted' | 'withdrawn'

export type DraftRow = {
  readonly id: string
  readonly blocYearId: string
  readonly kind: DraftKind
  readonly title: string
  readonly body: string
  readonly fileId: string | null
  readonly fileName: string | null
  readonly versionNumber: number
  readonly state: DraftState
  readonly circulatedOn: string | null
  readonly dueOn: string | null
  readonly silenceMeans: Silence
  readonly adoptedOn: string | null
  readonly adoptedHow: string | null
  readonly outcomeNote: string
  readonly illustrative: boolean
  readonly version: number
}

function selectDrafts(db: Reading) {
  return db
    .selectFrom('draft')
    .leftJoin('file', 'file.id', 'draft.fileId')
    .select([
      'draft.id',
      'draft.blocYearId',
      'draft.kind',
      'draft.title',
      'draft.body',
      'draft.fileId',
      'file.name as fileName',
      'draft.versionNumber',
      'draft.state',
      'draft.circulatedOn',
      'draft.dueOn',
      'draft.silenceMeans',
      'draft.adoptedOn',
      'draft.adoptedHow',
      'draft.outcomeNote',
      'draft.illustrative',
      'draft.version',
    ])
}

/** The drafts of a year, newest first. */
export async function listDrafts(db: Reading, blocYearId: string): Promise<readonly DraftRow[]> {
  const rows = await selectDrafts(db)
    .where('draft.blocYearId', '=', blocYearId)
    .orderBy('draft.createdAt', 'desc')
    .execute()
  return rows as unknown as readonly DraftRow[]
}

export async function findDraft(db: Reading, draftId: string): Promise<DraftRow | undefined> {
  const row = await selectDrafts(db).where('draft.id', '=', draftId).executeTakeFirst()
  return row as unknown as DraftRow | undefined
}

/** The same, held until the end of the transaction, so that two steps cannot cross. */
export async function holdDraft(trx: Writing, draftId: string): Promise<DraftRow | undefined> {
  await trx.selectFrom('draft').select('id').where('id', '=', draftId).forUpdate().execute()
  return findDraft(trx, draftId)
}

export type NewDraft = {
  readonly blocYearId: string
  readonly kind: DraftKind
  readonly title: string
  readonly body: string
  readonly fileId: string | null
  readonly createdBy: string | null
}

export async function insertDraft(trx: Writing, draft: NewDraft): Promise<string> {
  const row = await trx.insertInto('draft').values(draft).returning('id').executeTakeFirstOrThrow()
  return row.id
}

export type DraftChange = {
  readonly title?: string
  readonly body?: string
  readonly fileId?: string | null
  readonly versionNumber?: number
  readonly state?: DraftState
  readonly circulatedOn?: string | null
  readonly dueOn?: string | null
  readonly silenceMeans?: Silence
  readonly adoptedOn?: string
  readonly adoptedHow?: string
  readonly outcomeNote?: string
}

export async function updateDraft(trx: Writing, draftId: string, change: DraftChange): Promise<void> {
  await trx
    .updateTable('draft')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', draftId)
    .execute()
}

export type DraftVersionRow = {
  readonly versionNumber: number
  readonly body: string
  readonly fileId: string | null
  readonly fileName: string | null
  readonly changes: string
  readonly writtenOn: string
}

/** Keeps the wording of a version; writing the same version again replaces it. */
export async function keepVersion(
  trx: Writing,
  version: {
    readonly draftId: string
    readonly versionNumber: number
    readonly body: string
    readonly fileId: string | null
    readonly changes: string
    readonly writtenOn: string
    readonly writtenBy: string | null
  },
): Promise<void> {
  const { draftId: _draft, versionNumber: _number, ...wording } = version
  await trx
    .insertInto('draftVersion')
    .values(version)
    .onConflict((conflict) => conflict.columns(['draftId', 'versionNumber']).doUpdateSet(wording))
    .execute()
}

/** The versions of a draft, newest first. */
export function listVersions(db: Reading, draftId: string): Promise<readonly DraftVersionRow[]> {
  return db
    .selectFrom('draftVersion')
    .leftJoin('file', 'file.id', 'draftVersion.fileId')
    .select([
      'draftVersion.versionNumber',
      'draftVersion.body',
      'draftVersion.fileId',
      'file.name as fileName',
      'draftVersion.changes',
      'draftVersion.writtenOn',
    ])
    .where('draftId', '=', draftId)
    .orderBy('versionNumber', 'desc')
    .execute()
}

export type CommentRow = {
  readonly id: string
  readonly draftId: string
  readonly versionNumber: number
  readonly unitId: string
  readonly agrees: boolean
  readonly passage: string
  readonly body: string
  readonly answer: string | null
  readonly answerReason: string
  readonly saidOn: string
  readonly signer: string
  readonly fileId: string | null
  readonly fileName: string | null
  readonly channel: string
  readonly onBehalf: boolean
  readonly illustrative: boolean
}

function selectComments(db: Reading) {
  return db
    .selectFrom('draftComment')
    .leftJoin('file', 'file.id', 'draftComment.fileId')
    .select([
      'draftComment.id',
      'draftComment.draftId',
      'draftComment.versionNumber',
      'draftComment.unitId',
      'draftComment.agrees',
      'draftComment.passage',
      'draftComment.body',
      'draftComment.answer',
      'draftComment.answerReason',
      'draftComment.saidOn',
      'draftComment.signer',
      'draftComment.fileId',
      'file.name as fileName',
      'draftComment.channel',
      'draftComment.onBehalf',
      'draftComment.illustrative',
    ])
}

/** What was said on a draft, in order. */
export function listComments(db: Reading, draftId: string): Promise<readonly CommentRow[]> {
  return selectComments(db)
    .where('draftComment.draftId', '=', draftId)
    .orderBy('draftComment.versionNumber')
    .orderBy('draftComment.saidOn')
    .orderBy('draftComment.id')
    .execute()
}

/** What was said on all drafts of a year. */
export function listCommentsOfYear(db: Reading, blocYearId: string): Promise<readonly CommentRow[]> {
  return selectComments(db)
    .innerJoin('draft', 'draft.id', 'draftComment.draftId')
    .where('draft.blocYearId', '=', blocYearId)
    .execute()
}

export function findComment(db: Reading, commentId: string): Promise<CommentRow | undefined> {
  return selectComments(db).where('draftComment.id', '=', commentId).executeTakeFirst()
}

export async function insertComment(
  trx: Writing,
  comment: Omit<CommentRow, 'id' | 'answer' | 'answerReason' | 'fileName' | 'illustrative'> & {
    readonly createdBy: string | null
  },
): Promise<string> {
  const row = await trx.insertInto('draftComment').values(comment).returning('id').executeTakeFirstOrThrow()
  return row.id
}

export async function updateAnswer(
  trx: Writing,
  commentId: string,
  answer: string,
  reason: string,
): Promise<void> {
  await trx
    .updateTable('draftComment')
    .set({ answer, answerReason: reason })
    .where('id', '=', commentId)
    .execute()
}

/** What silence counts as by the rules of the bloc's year. */
export async function findSilenceRule(
  db: Reading,
  place: { readonly provinceId: string; readonly blocId: string; readonly year: number },
): Promise<Silence> {
  const rows = await db
    .selectFrom('ruleValue')
    .select(['key', 'value', 'fromYear', 'toYear', 'basis', 'locked', 'blocId'])
    .where('provinceId', '=', place.provinceId)
    .where('key', '=', 'drafts.silence')
    .where((eb) => eb.or([eb('blocId', 'is', null), eb('blocId', '=', place.blocId)]))
    .execute()
  const ofProvince = rows.filter((row) => row.blocId === null) as readonly RuleRow[]
  const ofBloc = rows.filter((row) => row.blocId !== null) as readonly RuleRow[]
  const rule = effectiveRules(ofProvince, ofBloc, place.year)['drafts.silence']
  return rule.value === 'counts_as_agreement' ? 'agrees' : 'no_opinion'
}
