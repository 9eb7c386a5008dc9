import { sql } from 'kysely'
import type { Reading, Writing } from '../../../db/database.ts'
import type { RecordedFigure } from '../../../domain/ranking/index.ts'

/** The recorded figures from outside a table. */
export async function listOutsideFigures(
  db: Reading,
  scoreTableId: string,
): Promise<readonly (RecordedFigure & { readonly source: string })[]> {
  const found = await sql<RecordedFigure & { source: string }>`
    select unit_id, code, trim_scale(value)::text as value, source from ranking_figure
    where score_table_id = ${scoreTableId} order by code, unit_id`.execute(db)
  return found.rows
}

/** The figures of a table as a whole; what is not given is taken away. */
export async function replaceOutsideFigures(
  trx: Writing,
  scoreTableId: string,
  figures: readonly RecordedFigure[],
  by: { readonly source: string; readonly recordedBy: string | null; readonly recordedAt: Date },
): Promise<void> {
  await trx.deleteFrom('rankingFigure').where('scoreTableId', '=', scoreTableId).execute()
  if (figures.length === 0) return
  await trx
    .insertInto('rankingFigure')
    .values(figures.map((one) => ({ ...one, ...by, scoreTableId })))
    .execute()
}
