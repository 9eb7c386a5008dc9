import { sql } from 'kysely'
import type { Reading, Writing } from '../../db/database.ts'
import type { TargetContent } from './targets.store.ts'

/** A change of a signed target that a unit asks the head for. */
export type TargetRequestRow = {
  readonly id: string
  readonly blocYearId: string
  readonly targetId: string
  readonly unitId: string | null
  readonly content: TargetContent
  readonly reason: string
  readonly state: 'waiting' | 'agreed' | 'refused' | 'taken_back'
  readonly answer: string
  readonly illustrative: boolean
  readonly askedAt: Date
  readonly askedByName: string | null
  readonly decidedByName: string | null
}

/** What was asked about one version of a target, newest first. */
export async function listRequests(db: Reading, targetId: string): Promise<readonly TargetRequestRow[]> {
  const found = await sql<TargetRequestRow>`
    ${selection} where r.target_id = ${targetId} order by r.asked_at desc`.execute(db)
  return found.rows
}

/** Ids of the targets of a year for which a change waits. */
export async function listWaiting(db: Reading, blocYearId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('targetRequest')
    .select('targetId')
    .where('blocYearId', '=', blocYearId)
    .where('state', '=', 'waiting')
    .execute()
  return rows.map((row) => row.targetId)
}

/** The change that waits for a target, locked for whoever decides. */
export async function findWaiting(trx: Writing, targetId: string): Promise<TargetRequestRow | undefined> {
  await trx
    .selectFrom('targetRequest')
    .select('id')
    .where('targetId', '=', targetId)
    .where('state', '=', 'waiting')
    .forUpdate()
    .execute()
  const found = await sql<TargetRequestRow>`
    ${selection} where r.target_id = ${targetId} and r.state = 'waiting'`.execute(trx)
  return found.rows[0]
}

export async function insertRequest(
  trx: Writing,
  request: {
    readonly blocYearId: string
    readonly targetId: string
    readonly content: TargetContent
    readonly reason: string
    readonly askedBy: string | null
  },
): Promise<string> {
  const row = await trx
    .insertInto('targetRequest')
    .values({ ...request, content: JSON.stringify(request.content) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Closes a request. */
export async function decideRequest(
  trx: Writing,
  id: string,
  decision: {
    readonly state: 'agreed' | 'refused' | 'taken_back'
    readonly answer: string
    readonly decidedBy: string | null
  },
): Promise<void> {
  await trx
    .updateTable('targetRequest')
    .set({ ...decision, decidedAt: sql<Date>`now()` })
    .where('id', '=', id)
    .execute()
}

const selection = sql`
  select r.id, r.bloc_year_id, r.target_id, t.unit_id, r.content, r.reason, r.state, r.answer, r.illustrative, r.asked_at,
    a.name as asked_by_name, d.name as decided_by_name
  from target_request r
  join target t on t.id = r.target_id
  left join accounts."user" a on a.id = r.asked_by
  left join accounts."user" d on d.id = r.decided_by`
