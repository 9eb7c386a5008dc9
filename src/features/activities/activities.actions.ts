import { action, done } from '../../actions/action.ts'
import { refuse, refuseStale } from '../../actions/failure.ts'
import type { Reading } from '../../db/database.ts'
import type { Scope } from '../../domain/permissions/index.ts'
import { yearScope } from '../../scopes/scopes.store.ts'
import {
  findActivity,
  insertActivity,
  listParts,
  type NewActivity,
  type Part,
  putPart,
  updateActivity,
} from './activities.store.ts'

export type AddActivityInput = NewActivity

/** A common activity of the bloc enters the year. */
export const addActivity = action({
  permission: 'activity.manage',
  audit: 'activity.added',
  scope: (db, input: AddActivityInput, today) => yearScope(db, input.blocYearId, today),
  constraintFields: { activity_title_missing: 'title' },
  run: async (trx, input) => {
    const activityId = await insertActivity(trx, input)
    return done({ activityId }, { entity: 'activity', entityId: activityId, after: input })
  },
})

export type ReviseActivityInput = Omit<NewActivity, 'blocYearId'> & {
  readonly activityId: string
  readonly version: number
}

/** Date, place, cost or wording of an activity is mended. */
export const reviseActivity = action({
  permission: 'activity.manage',
  audit: 'activity.revised',
  scope: (db, input: ReviseActivityInput, today) => activityScope(db, input.activityId, today),
  run: async (trx, input) => {
    const before = await findActivity(trx, input.activityId)
    if (!before) return refuse('not_found')
    const { activityId, version, ...change } = input
    if (!(await updateActivity(trx, activityId, version, change))) {
      const fields = ['kind', 'title', 'heldOn', 'place', 'cost', 'note'] as const
      return refuseStale(
        fields
          .filter((field) => (change[field] ?? '') !== (before[field] ?? ''))
          .map((field) => ({ field, before: change[field] ?? '', after: before[field] ?? '' })),
      )
    }
    return done({ activityId }, { entity: 'activity', entityId: activityId, before, after: change })
  },
})

export type RecordParticipationInput = {
  readonly activityId: string
  /** Only the units named here change; a part with nothing in it takes the unit off. */
  readonly parts: readonly Part[]
}

/** How many people of each unit took part and what it contributed. */
export const recordParticipation = action({
  permission: 'activity.manage',
  audit: 'activity.participation_recorded',
  scope: (db, input: RecordParticipationInput, today) => activityScope(db, input.activityId, today),
  run: async (trx, input, deed) => {
    const members = deed.scope.year?.memberUnitIds ?? []
    if (input.parts.some((part) => !members.includes(part.unitId))) return refuse('not_a_member')
    const before = await listParts(trx, input.activityId)
    for (const part of input.parts) await putPart(trx, input.activityId, part)
    return done(
      { activityId: input.activityId },
      { entity: 'activity', entityId: input.activityId, before, after: input.parts },
    )
  },
})

async function activityScope(db: Reading, activityId: string, today: string): Promise<Scope | undefined> {
  const activity = await findActivity(db, activityId)
  return activity && yearScope(db, activity.blocYearId, today)
}
