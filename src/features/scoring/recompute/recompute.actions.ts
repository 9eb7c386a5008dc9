import { action, done } from '../../../actions/action.ts'
import { RECOMPUTE } from './recompute.job.ts'
import { insertRun } from './recompute.store.ts'

export type AskRecomputeInput = {
  readonly provinceId: string
  readonly year: number
}

/** Asks for the points of all blocs of a province to be computed from the records once more. */
export const askRecompute = action({
  permission: 'score.recompute',
  audit: 'scores.recompute_asked',
  scope: async (_, { provinceId }: AskRecomputeInput) => ({ provinceId }),
  run: async (trx, { provinceId, year }, deed) => {
    const runId = await insertRun(trx, { provinceId, year, askedBy: deed.accountId })
    await deed.enqueue(trx, RECOMPUTE)
    return done({ runId, year }, { entity: 'recompute_run', entityId: runId, after: { year } })
  },
})
