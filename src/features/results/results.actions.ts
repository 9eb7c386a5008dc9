import { action, done } from '../../actions/action.ts'
import { yearScope } from '../../scopes/scopes.store.ts'
import { putFigures } from './put-figures.ts'
import { beginReport, type FigureInput, openSheet, putFigure, type Source } from './record-figure.ts'

export type { FigureInput } from './record-figure.ts'

export type RecordResultInput = FigureInput &
  Source & {
    readonly blocYearId: string
    /** The unit; null for a figure of the bloc (with the field of work it belongs to). */
    readonly unitId: string | null
    /** Id of the period; the whole year when left out. A period of an earlier year records what that year had. */
    readonly period?: string
    /** Why a figure that was sent is replaced. */
    readonly changeReason?: string
  }

/** One figure is entered, corrected or replaced by the official one. */
export const recordResult = action({
  permission: 'result.write',
  audit: 'result.recorded',
  scope: (db, input: RecordResultInput, today) =>
    yearScope(db, input.blocYearId, today, input.unitId ?? undefined),
  constraintFields: { result_says_something: 'value' },
  run: async (trx, input, deed) => {
    const sheet = await openSheet(trx, input, deed)
    if (!sheet.ok) return sheet
    const put = await putFigure(trx, sheet.value, input, '')
    if (!put.ok) return put
    await beginReport(trx, sheet.value)
    const { resultId, before, after } = put.value
    return done(
      { resultId, period: sheet.value.period },
      { entity: 'result', entityId: resultId, before, after, reason: input.changeReason ?? '' },
    )
  },
})

export type SaveFiguresInput = Source & {
  readonly blocYearId: string
  readonly unitId: string | null
  readonly period: string
  readonly figures: readonly FigureInput[]
  readonly changeReason?: string
}

/**
 * The grid of a unit, saved as a whole: all figures or none. A figure emptied is taken back; what the grid does not ask
 * (comparisons, evidence, words) stays as it is.
 */
export const saveFigures = action({
  permission: 'result.write',
  audit: 'results.saved',
  scope: (db, input: SaveFiguresInput, today) =>
    yearScope(db, input.blocYearId, today, input.unitId ?? undefined),
  run: async (trx, input, deed) => {
    const sheet = await openSheet(trx, input, deed)
    if (!sheet.ok) return sheet
    const put = await putFigures(trx, sheet.value, input.figures)
    if (!put.ok) return put
    const changes = put.value
    const trace = { before: changes.map((one) => one.before), after: changes.map((one) => one.after) }
    const entityId = input.unitId ?? sheet.value.year.bloc.id
    return done(
      { saved: changes.length, period: sheet.value.period },
      { entity: 'result', entityId, ...trace, reason: input.changeReason ?? '' },
    )
  },
})
