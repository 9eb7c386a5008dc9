import { sql } from 'kysely'
import type { Reading } from '../../../db/database.ts'
import type { BoardColumn } from '../../../domain/years/index.ts'

/** A draft that was sent round, with what it said about silence. */
export type DraftFacts = {
  readonly id: string
  readonly title: string
  readonly versionNumber: number
  readonly circulatedOn: string | null
  readonly dueOn: string | null
  readonly silenceMeans: 'agrees' | 'no_opinion'
}

export async function findDraftFacts(db: Reading, draftId: string): Promise<DraftFacts | undefined> {
  const row = await db
    .selectFrom('draft')
    .select(['id', 'title', 'versionNumber', 'circulatedOn', 'dueOn', 'silenceMeans'])
    .where('id', '=', draftId)
    .executeTakeFirst()
  return row as DraftFacts | undefined
}

/** What a unit said to a draft, and what became of it. */
export type OpinionFacts = {
  readonly unitId: string
  readonly agrees: boolean
  readonly passage: string
  readonly body: string
  readonly answer: 'accepted' | 'partly' | 'rejected' | null
  readonly answerReason: string
  readonly illustrative: boolean
}

export async function listOpinions(db: Reading, draftId: string): Promise<readonly OpinionFacts[]> {
  const rows = await db
    .selectFrom('draftComment')
    .select(['unitId', 'agrees', 'passage', 'body', 'answer', 'answerReason', 'illustrative'])
    .where('draftId', '=', draftId)
    .orderBy('saidOn')
    .orderBy('createdAt')
    .execute()
  return rows as readonly OpinionFacts[]
}

/** What a reminder looks at: the steps of the units, the deadlines, who is proposed for an award. */
export type DutyFacts = {
  readonly steps: readonly {
    readonly unitId: string
    readonly step: BoardColumn
    readonly state: 'draft' | 'sent' | 'returned' | 'accepted' | 'excused'
    readonly dueOn: string | null
  }[]
  readonly deadlines: Readonly<Partial<Record<BoardColumn, string>>>
  readonly proposedUnitIds: readonly string[]
}

export async function readDuties(db: Reading, blocYearId: string): Promise<DutyFacts> {
  const found = await sql<DutyFacts>`
    select
      coalesce((select json_agg(json_build_object('unitId', s.unit_id, 'step', s.step, 'state', s.state, 'dueOn', s.due_on))
        from unit_step s where s.bloc_year_id = ${blocYearId}), '[]') as steps,
      coalesce((select json_object_agg(d.step, d.due_on) from deadline d where d.bloc_year_id = ${blocYearId}), '{}') as deadlines,
      coalesce((select json_agg(distinct p.unit_id) from proposal p
        where p.bloc_year_id = ${blocYearId} and p.state <> 'withdrawn' and p.unit_id is not null), '[]') as proposed_unit_ids
  `.execute(db)
  return found.rows[0] ?? { steps: [], deadlines: {}, proposedUnitIds: [] }
}
