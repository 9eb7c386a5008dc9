import { sql } from 'kysely'
import type { Reading, Writing } from '../../../db/database.ts'
import type { Layer } from '../../../domain/scoring/index.ts'

/** A line somebody judged: which, of whom, in which layer, by whom. */
export type JudgedLineRow = {
  readonly code: string
  readonly unitId: string
  readonly layer: Layer
  readonly appraiserUnitId: string | null
  /** Null when it was written down for the unit from paper. */
  readonly judgedBy: string | null
  readonly judgeName: string | null
  readonly judgedAt: Date
}

/** The lines of a table that were looked at. */
export async function listJudgedLines(db: Reading, tableId: string): Promise<readonly JudgedLineRow[]> {
  const found = await sql<JudgedLineRow>`
    select c.code, j.unit_id, j.layer, j.appraiser_unit_id, j.judged_by, u.name as judge_name, j.judged_at
    from criterion c join judged_line j on j.criterion_id = c.id
    left join accounts."user" u on u.id = j.judged_by
    where c.score_table_id = ${tableId}`.execute(db)
  return found.rows
}

/** Who judges the lines of a unit in a layer. */
export type Judging = {
  readonly unitId: string
  readonly layer: Layer
  readonly appraiserUnitId: string | null
  readonly judgedBy: string | null
  readonly judgedAt: Date
}

/** Marks lines as looked at; `again` takes them over from a judge who looked before. */
export async function upsertJudgedLines(
  trx: Writing,
  criterionIds: readonly string[],
  judging: Judging,
  again: boolean,
): Promise<void> {
  if (criterionIds.length === 0) return
  const { appraiserUnitId, judgedBy, judgedAt } = judging
  await trx
    .insertInto('judgedLine')
    .values(criterionIds.map((criterionId) => ({ ...judging, criterionId })))
    .onConflict((conflict) => {
      const taken = conflict.columns(['criterionId', 'unitId', 'layer'])
      return again ? taken.doUpdateSet({ appraiserUnitId, judgedBy, judgedAt }) : taken.doNothing()
    })
    .execute()
}
