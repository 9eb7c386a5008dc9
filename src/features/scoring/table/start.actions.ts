import { action, done } from '../../../actions/action.ts'
import { type Failure, refuse, refuseField } from '../../../actions/failure.ts'
import type { Writing } from '../../../db/database.ts'
import { ok, type Result } from '../../../domain/result.ts'
import { rescaleTable } from '../../../domain/scoring/index.ts'
import { readPastedLines } from './pasted-lines.ts'
import { referenceTables } from './reference-tables.ts'
import { copyOf, createScoreTable, ofYear, type TableContent } from './table.actions.ts'
import { findEarlierTable } from './table.store.ts'

export type StartScoreTableInput = {
  readonly blocYearId: string
  readonly title: string
  readonly from: 'empty' | 'earlier' | 'reference' | 'lines'
  /** Id of a reference table. */
  readonly reference?: string
  /** Total to scale a reference table to; its own when left out. */
  readonly maximum?: string | null
  /** Lines "mã; tên; điểm tối đa; cách chấm". */
  readonly lines?: string
}

/** Begins the table of a year from nothing, from an earlier year, from a table in use elsewhere, or from pasted lines. */
export const startScoreTable = action({
  permission: 'score_table.manage',
  audit: 'score_table.started',
  scope: ofYear<StartScoreTableInput>,
  run: async (trx, input, deed) => {
    const content = await contentOf(trx, input)
    if (!content.ok) return content
    const { blocYearId } = input
    const created = await createScoreTable.run(trx, { blocYearId, ...content.value }, deed)
    if (!created.ok) return created
    return done(created.value.value, { ...created.value.trace, reason: input.from })
  },
})

async function contentOf(trx: Writing, input: StartScoreTableInput): Promise<Result<TableContent, Failure>> {
  const { title } = input
  switch (input.from) {
    case 'empty':
      return ok({ table: { code: 'table', name: title, maximum: input.maximum ?? '100', children: [] } })
    case 'earlier': {
      const earlier = await findEarlierTable(trx, input.blocYearId)
      if (!earlier) return refuseField('from', 'no_earlier_table')
      return ok({ ...copyOf(earlier.table), table: { ...earlier.table.table, name: title } })
    }
    case 'reference':
      return fromReference(input)
    case 'lines': {
      const read = readPastedLines(input.lines ?? '', title)
      if (read.ok) return ok({ table: read.value.table })
      const [first] = read.error
      return first
        ? refuseField('lines', first.code, String(first.line), first.text)
        : refuseField('lines', 'required')
    }
  }
}

async function fromReference({
  title,
  reference,
  maximum,
}: StartScoreTableInput): Promise<Result<TableContent, Failure>> {
  const found = (await referenceTables()).find((one) => one.reference.id === reference)
  if (!found) return refuseField('reference', 'choice_required')
  const { table, layers, ranking, document } = found.reference
  const scaled = maximum ? rescaleTable(table, maximum) : table
  if (maximum && Number(maximum) <= 0) return refuse('score_table_unreadable', 'maximum')
  return ok({
    table: { ...scaled, name: title },
    ...(layers.length > 1 ? { layers } : {}),
    ...(ranking === undefined ? {} : { ranking }),
    basis: document,
  })
}
