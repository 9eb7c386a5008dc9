import type { Reading } from '../../../db/database.ts'
import type { BoardColumn } from '../../../domain/years/index.ts'

/** The bloc's day for a step, if it set one. */
export async function findDeadline(
  db: Reading,
  blocYearId: string,
  step: BoardColumn,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('deadline')
    .select('dueOn')
    .where('blocYearId', '=', blocYearId)
    .where('step', '=', step)
    .executeTakeFirst()
  return row?.dueOn
}
