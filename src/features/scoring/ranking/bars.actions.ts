import { action, done } from '../../../actions/action.ts'
import { refuse, refuseField } from '../../../actions/failure.ts'
import { ofUnit, type UnitSheet } from '../sheet/sheet.actions.ts'
import { type BarKind, closeBar, findBar, insertBar } from './bars.store.ts'

export type RecordBarInput = UnitSheet & {
  readonly kind: BarKind
  readonly detail: string
  /** The paper or office it is known from. */
  readonly source: string
  readonly openedOn: string
}

/** Records that something is pending against a unit: its place is kept, what follows from it waits. */
export const recordBar = action({
  permission: 'bar.manage',
  audit: 'bar.recorded',
  scope: ofUnit<RecordBarInput>,
  run: async (trx, input, deed) => {
    const { unitId, kind, detail, source, openedOn } = input
    const bar = { unitId, kind, detail, source, openedOn }
    if (!deed.scope.year?.memberUnitIds.includes(bar.unitId)) return refuse('not_found')
    if (bar.openedOn > deed.today) return refuseField('openedOn', 'bar_in_future')
    const barId = await insertBar(trx, { ...bar, year: deed.scope.year.year })
    return done({ barId }, { entity: 'bar', entityId: barId, after: bar })
  },
})

export type ClearBarInput = UnitSheet & {
  readonly barId: string
  readonly clearedOn: string
  readonly reason: string
}

/** The matter has come to a conclusion: the bar is lifted, and stays on record. */
export const clearBar = action({
  permission: 'bar.manage',
  audit: 'bar.cleared',
  scope: ofUnit<ClearBarInput>,
  run: async (trx, { unitId, barId, clearedOn, reason }) => {
    const bar = await findBar(trx, barId)
    if (!bar || bar.unitId !== unitId) return refuse('not_found')
    if (bar.clearedOn !== null) return refuse('bar_already_cleared')
    if (clearedOn < bar.openedOn) return refuseField('clearedOn', 'bar_cleared_before_opened')
    if (reason.trim() === '') return refuseField('reason', 'reason_required')
    await closeBar(trx, barId, clearedOn, reason)
    return done({ barId }, { entity: 'bar', entityId: barId, before: bar, after: { clearedOn }, reason })
  },
})
