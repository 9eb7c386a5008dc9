import type { Writing } from '../../../db/database.ts'

export type NewEvidence = {
  readonly blocYearId: string
  readonly unitId: string
  readonly criterionId: string
  readonly fileId: string
  readonly note: string
  readonly addedBy: string | null
  readonly addedAt: Date
}

/** Puts a file beside a criterion of a unit. */
export async function insertEvidence(trx: Writing, evidence: NewEvidence): Promise<string> {
  const row = await trx.insertInto('evidence').values(evidence).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** Takes a file away from its criterion; false when there was none. */
export async function withdrawEvidence(trx: Writing, unitId: string, id: string, at: Date): Promise<boolean> {
  const gone = await trx
    .updateTable('evidence')
    .set({ withdrawnAt: at })
    .where('id', '=', id)
    .where('unitId', '=', unitId)
    .where('criterionId', 'is not', null)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  return gone.numUpdatedRows > 0n
}
