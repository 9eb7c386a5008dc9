import type { Deed } from '../../actions/action.ts'
import type { Writing } from '../../db/database.ts'
import { findStep, moveStep, type StepChannel } from '../../steps/steps.store.ts'
import { listPlans, listVisits } from './checks.store.ts'

/**
 * The unit's cell of cross-checking follows its visits: done when the minutes of all of them are signed, begun when one
 * is still to come or to be signed. A unit that nobody visits is left alone.
 */
export async function showOnBoard(
  trx: Writing,
  blocYearId: string,
  unitId: string,
  deed: Deed,
  channel: StepChannel = 'screen',
): Promise<void> {
  const announced = new Set(
    (await listPlans(trx, blocYearId)).flatMap((plan) => (plan.announcedOn ? [plan.id] : [])),
  )
  const visits = (await listVisits(trx, { blocYearId })).filter(
    (visit) => visit.unitId === unitId && visit.state !== 'cancelled' && announced.has(visit.planId),
  )
  if (visits.length === 0) return
  const state = visits.every((visit) => visit.signedOn !== null) ? 'accepted' : 'draft'
  const at = { blocYearId, unitId, step: 'cross_check' as const }
  const before = await findStep(trx, blocYearId, unitId, at.step)
  if (before?.state === state || (!before && visits.every((visit) => visit.state === 'planned'))) return
  await moveStep(trx, {
    ...at,
    state,
    channel,
    accountId: deed.accountId,
    ...(state === 'accepted' ? { sentOn: deed.today } : {}),
  })
}
