import { type Difference, type Failure, type FieldFault, refuseStale } from '../../actions/failure.ts'
import type { Writing } from '../../db/database.ts'
import { err, ok, type Result } from '../../domain/result.ts'
import { periodOf } from '../../domain/vietnamese/index.ts'
import { beginReport, type FigureInput, putFigure, type Sheet } from './record-figure.ts'
import { listVersionsOfPeriod } from './results.store.ts'

/** A figure that was written: what stood before, and what stands now. */
export type FigureChange = { readonly before: unknown; readonly after: unknown }

/**
 * Writes the figures of one sheet, all or none; what the caller does not ask of a figure stays as it is. Faults and
 * what others changed meanwhile are told for all figures at once.
 */
export async function putFigures(
  trx: Writing,
  sheet: Sheet,
  figures: readonly FigureInput[],
): Promise<Result<readonly FigureChange[], Failure>> {
  const faults: Record<string, FieldFault> = {}
  const differences: Difference[] = []
  const changes: FigureChange[] = []
  const at = { ...sheet.owner, year: periodOf(sheet.period).year, period: sheet.period }
  const versions = Map.groupBy(await listVersionsOfPeriod(trx, at), (one) => one.indicatorId)
  for (const figure of figures) {
    const put = await putFigure(trx, { ...sheet, versions }, figure, `.${figure.indicatorId}`, true)
    if (put.ok) {
      if (put.value.changed) changes.push({ before: put.value.before, after: put.value.after })
    } else if (put.error.differences) differences.push(...put.error.differences)
    else if (put.error.fields) Object.assign(faults, put.error.fields)
    else return put
  }
  if (differences.length > 0) return refuseStale(differences)
  if (Object.keys(faults).length > 0) return err({ code: 'fields_wrong', fields: faults })
  if (changes.length > 0) await beginReport(trx, sheet)
  return ok(changes)
}
