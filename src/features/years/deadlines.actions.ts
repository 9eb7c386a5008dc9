import { action, done } from '../../actions/action.ts'
import { refuseStale } from '../../actions/failure.ts'
import { type BoardColumn, boardColumnInfo } from '../../domain/years/index.ts'
import { yearScope } from '../../scopes/scopes.store.ts'
import { dropDeadline, listDeadlines, putDeadline } from './deadlines.store.ts'

export type SetDeadlinesInput = {
  readonly blocYearId: string
  readonly deadlines: readonly {
    readonly step: BoardColumn
    /** Last day on time; null takes the deadline away. */
    readonly dueOn: string | null
    /** The paper that sets it; without one it stays a habit. */
    readonly basis: string
    /** What the form had shown; left out by whoever has no form. */
    readonly was?: string | null
  }[]
}

/** Sets the last days of a year's steps; refused where somebody else moved the same day meanwhile. */
export const setDeadlines = action({
  permission: 'year.deadlines',
  audit: 'year.deadlines_set',
  scope: (db, input: SetDeadlinesInput, today) => yearScope(db, input.blocYearId, today),
  run: async (trx, input) => {
    const before = await listDeadlines(trx, input.blocYearId)
    const differences = movedMeanwhile(before, input)
    if (differences.length > 0) return refuseStale(differences)
    for (const { step, dueOn, basis } of input.deadlines) {
      if (dueOn === null) await dropDeadline(trx, input.blocYearId, step)
      else await putDeadline(trx, input.blocYearId, { step, dueOn, basis, mark: markOf(step, basis) })
    }
    return done({}, { entity: 'bloc_year', entityId: input.blocYearId, before, after: input.deadlines })
  },
})

/** A proposed day keeps its mark as long as nobody writes a basis of his own. */
function markOf(step: BoardColumn, basis: string): string {
  const proposed = boardColumnInfo[step]
  if (basis === '' || basis === practiceOf(step))
    return proposed.mark === 'confirmed' ? 'unverified' : proposed.mark
  return 'confirmed'
}

function practiceOf(step: BoardColumn): string {
  return boardColumnInfo[step].basis.vi
}

function movedMeanwhile(now: readonly { step: string; dueOn: string }[], input: SetDeadlinesInput) {
  const days = new Map(now.map((one) => [one.step, one.dueOn]))
  return input.deadlines.flatMap(({ step, was }) => {
    const day = days.get(step) ?? null
    return was === undefined || was === day ? [] : [{ field: step, before: was ?? '', after: day ?? '' }]
  })
}
