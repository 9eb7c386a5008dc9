import { action, type Deed, done } from '../../../actions/action.ts'
import { refuse, refuseField } from '../../../actions/failure.ts'
import { rolesIn } from '../../../domain/permissions/index.ts'
import { unitsOf } from '../appraisal/appraiser.ts'
import { ofYear } from '../table/table.actions.ts'
import { findTable } from '../table/table.store.ts'
import { insertRecusal, listRecusals, markLifted } from './recusal.store.ts'

export type DeclareRecusalInput = {
  readonly blocYearId: string
  /** The unit that will not be judged. */
  readonly unitId: string
  /** The judging unit; the own unit when left out. */
  readonly appraiserUnitId?: string | null
  /** True: I alone step back, not my unit. */
  readonly person?: boolean
  /** One criterion; the whole sheet when left out. */
  readonly code?: string | null
  readonly reason: string
}

/**
 * A judging unit or person steps back from a unit, or from one criterion; the head may order it. The unit that is
 * judged does not choose its judges: nobody of it can order one away.
 */
export const declareRecusal = action({
  permission: 'recusal.declare',
  audit: 'recusal.declared',
  scope: ofYear<DeclareRecusalInput>,
  run: async (trx, input, deed) => {
    const { blocYearId, unitId, person = false, reason } = input
    const members = deed.scope.year?.memberUnitIds ?? []
    const own = unitsOf(deed.actor, deed.scope)
    const appraiserUnitId = input.appraiserUnitId ?? own[0] ?? null
    if (!members.includes(unitId)) return refuse('not_found')
    if (appraiserUnitId !== null && !members.includes(appraiserUnitId)) return refuse('not_found')
    if (appraiserUnitId === null && !person) return refuseField('appraiserUnitId', 'choice_required')
    if (appraiserUnitId === unitId) return refuseField('unitId', 'recusal_not_of_itself')
    const mine = person || (appraiserUnitId !== null && own.includes(appraiserUnitId))
    if (person && appraiserUnitId !== null && !own.includes(appraiserUnitId)) return refuse('not_your_role')
    if (!mine && !leads(deed)) return refuse('not_your_role')
    if (!mine && own.includes(unitId)) return refuse('recusal_of_own_judge')
    const criterionCode = input.code || null
    if (criterionCode !== null) {
      const table = await findTable(trx, blocYearId)
      if (!table?.leafRows.some((row) => row.code === criterionCode))
        return refuseField('code', 'criterion_unknown', criterionCode)
    }
    const recusal = {
      blocYearId,
      unitId,
      appraiserUnitId,
      accountId: person ? deed.accountId : null,
      criterionCode,
      reason,
      ordered: !mine,
      declaredBy: deed.accountId,
      declaredOn: deed.today,
    }
    const recusalId = await insertRecusal(trx, recusal)
    return done({ recusalId }, { entity: 'recusal', entityId: recusalId, after: recusal, reason })
  },
})

export type LiftRecusalInput = {
  readonly blocYearId: string
  readonly recusalId: string
  readonly reason: string
}

/** Lets a judge judge again. Not by the judge, nor by the unit that is judged. */
export const liftRecusal = action({
  permission: 'recusal.lift',
  audit: 'recusal.lifted',
  scope: ofYear<LiftRecusalInput>,
  run: async (trx, { blocYearId, recusalId, reason }, deed) => {
    const recusal = (await listRecusals(trx, blocYearId)).find((one) => one.id === recusalId)
    if (!recusal) return refuse('not_found')
    const own = unitsOf(deed.actor, deed.scope)
    const concerned = recusal.accountId === deed.accountId || own.includes(recusal.unitId)
    if (concerned || (recusal.appraiserUnitId !== null && own.includes(recusal.appraiserUnitId)))
      return refuse('recusal_not_yours_to_lift')
    const lifting = { liftedBy: deed.accountId, liftedOn: deed.today, liftingReason: reason }
    if (!(await markLifted(trx, recusalId, lifting))) return refuse('recusal_already_lifted')
    return done({ recusalId }, { entity: 'recusal', entityId: recusalId, before: recusal, reason })
  },
})

function leads(deed: Deed): boolean {
  const roles = rolesIn(deed.actor, deed.scope)
  return roles.has('head') || roles.has('deputy') || roles.has('province')
}
