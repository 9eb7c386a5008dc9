import { sql } from 'kysely'
import type { Reading, Writing } from '../../db/database.ts'
import type { Owner } from './results.store.ts'

/** Which figure of a year is asked about. */
export type QuestionPlace = {
  readonly blocYearId: string
  /** Null for a figure of the bloc as a whole. */
  readonly unitId: string | null
  readonly indicatorId: string
  readonly period: string
}

/** Open: the unit owes an answer. Answered: whoever asked is to read it. Settled: nothing is owed. */
export type QuestionState = 'open' | 'answered' | 'settled'

export type RemarkRow = {
  readonly id: string
  /** True for an answer of the unit. */
  readonly ofOwner: boolean
  readonly body: string
  readonly onBehalf: boolean
  readonly illustrative: boolean
  readonly writtenAt: Date
  readonly writtenByName: string | null
}

export type QuestionRow = QuestionPlace & {
  readonly id: string
  readonly indicatorName: string
  readonly state: QuestionState
  readonly dueOn: string | null
  readonly version: number
  readonly illustrative: boolean
  readonly askedAt: Date
  readonly remarks: readonly RemarkRow[]
}

/** The questions of a year about the figures of one owner, or of all; the open ones first. */
export async function listQuestions(
  db: Reading,
  blocYearId: string,
  owner?: Owner,
): Promise<readonly QuestionRow[]> {
  const ofOwner = owner ? sql`and q.unit_id is not distinct from ${owner.unitId}::uuid` : sql``
  const found = await sql<QuestionRow>`
    ${selection} where q.bloc_year_id = ${blocYearId} ${ofOwner}
    order by q.state = 'settled', q.state = 'answered', q.asked_at`.execute(db)
  return found.rows.map(withDates)
}

/** One question, locked for whoever speaks next. */
export async function findQuestion(trx: Writing, id: string): Promise<QuestionRow | undefined> {
  await trx.selectFrom('figureQuestion').select('id').where('id', '=', id).forUpdate().execute()
  const found = await sql<QuestionRow>`${selection} where q.id = ${id}`.execute(trx)
  return found.rows.map(withDates)[0]
}

export async function insertQuestion(
  trx: Writing,
  question: QuestionPlace & { readonly dueOn: string | null; readonly askedBy: string | null },
): Promise<string> {
  const row = await trx
    .insertInto('figureQuestion')
    .values(question)
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function insertRemark(
  trx: Writing,
  remark: {
    readonly questionId: string
    readonly ofOwner: boolean
    readonly body: string
    readonly onBehalf: boolean
    readonly writtenBy: string | null
  },
): Promise<void> {
  await trx.insertInto('figureRemark').values(remark).execute()
}

/** Moves a question on, if it is still as the reader saw it. */
export async function moveQuestion(
  trx: Writing,
  id: string,
  version: number,
  change: {
    readonly state: QuestionState
    readonly dueOn?: string | null
    readonly settledBy?: string | null
  },
): Promise<boolean> {
  const settledAt = change.state === 'settled' ? sql<Date>`now()` : null
  const changed = await trx
    .updateTable('figureQuestion')
    .set({ ...change, settledAt, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** Inside an aggregate a moment comes as text. */
function withDates(row: QuestionRow): QuestionRow {
  const remarks = row.remarks.map((remark) => ({ ...remark, writtenAt: new Date(remark.writtenAt) }))
  return { ...row, remarks }
}

const selection = sql`
  select q.id, q.bloc_year_id, q.unit_id, q.indicator_id, q.period, i.name as indicator_name, q.state, q.due_on, q.version,
    q.illustrative, q.asked_at,
    coalesce((select json_agg(json_build_object('id', r.id, 'ofOwner', r.of_owner, 'body', r.body,
        'onBehalf', r.on_behalf, 'illustrative', r.illustrative, 'writtenAt', r.written_at, 'writtenByName', u.name)
        order by r.written_at, r.id)
      from figure_remark r left join accounts."user" u on u.id = r.written_by
      where r.question_id = q.id), '[]') as remarks
  from figure_question q join indicator i on i.id = q.indicator_id`
