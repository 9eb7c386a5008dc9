import { action, done } from '../../actions/action.ts'
import { refuse, refuseField } from '../../actions/failure.ts'
import type { BoardColumn } from '../../domain/years/index.ts'
import { checkFile } from '../../files/check.ts'
import { storeFile } from '../../files/files.store.ts'
import { yearScope } from '../../scopes/scopes.store.ts'
import { findStep, moveStep } from '../../steps/steps.store.ts'
import { allowUntil } from './steps.store.ts'

export type DecideStepInput = {
  readonly blocYearId: string
  readonly unitId: string
  readonly step: BoardColumn
  readonly decision: 'accept' | 'return' | 'excuse' | 'extend'
  /** Asked for unless it is accepted. */
  readonly reason: string
  /** The unit's own last day, for `extend`. */
  readonly dueOn?: string | null
}

/** The head accepts a unit's step, sends it back, notes that it will not come, or gives the unit a later day. */
export const decideStep = action({
  permission: 'step.decide',
  audit: 'step.decided',
  scope: (db, input: DecideStepInput, today) => yearScope(db, input.blocYearId, today, input.unitId),
  run: async (trx, input, deed) => {
    const { blocYearId, unitId, step, decision, reason } = input
    if (decision !== 'accept' && reason === '') return refuseField('reason', 'year_reason_needed')
    const before = await findStep(trx, blocYearId, unitId, step)
    if (decision === 'extend') {
      if (!input.dueOn) return refuseField('dueOn', 'required')
      await allowUntil(trx, {
        blocYearId,
        unitId,
        step,
        dueOn: input.dueOn,
        reason,
        accountId: deed.accountId,
      })
    } else {
      const sent = before !== undefined && before.state !== 'draft'
      if (decision === 'return' && !sent) return refuse('step_nothing_to_return')
      await moveStep(trx, {
        blocYearId,
        unitId,
        step,
        state: ({ accept: 'accepted', return: 'returned', excuse: 'excused' } as const)[decision],
        // How it came in is not changed by what is decided about it.
        channel: before?.channel ?? 'screen',
        onBehalf: before?.onBehalf ?? false,
        reason,
        accountId: deed.accountId,
      })
    }
    return done({}, { entity: 'unit_step', entityId: `${unitId} ${step}`, before, after: input, reason })
  },
})

export type ReceivePaperInput = {
  readonly blocYearId: string
  readonly unitId: string
  readonly step: BoardColumn
  /** The day the paper came in. */
  readonly receivedOn: string
  /** Who signed it, in what capacity; number of the paper. */
  readonly note: string
  readonly scan: { readonly name: string; readonly bytes: Uint8Array } | null
  /** Also accepted at once, or only received. */
  readonly accepted: boolean
}

/** A unit's step came in on paper: the day, who signed, the scan, and who recorded it are kept. */
export const receivePaper = action({
  permission: 'step.decide',
  audit: 'step.paper_received',
  scope: (db, input: ReceivePaperInput, today) => yearScope(db, input.blocYearId, today, input.unitId),
  run: async (trx, input, deed) => {
    const { blocYearId, unitId, step, receivedOn, note } = input
    if (receivedOn > deed.today) return refuseField('receivedOn', 'receipt_in_future')
    const before = await findStep(trx, blocYearId, unitId, step)
    let scanId: string | null = null
    if (input.scan) {
      const scan = await checkFile(input.scan, 'scan')
      if (!scan.ok) return scan
      const { provinceId = null, blocId = null } = deed.scope
      scanId = (await storeFile(trx, scan.value, { provinceId, blocId, unitId, uploadedBy: deed.accountId }))
        .id
    }
    await moveStep(trx, {
      blocYearId,
      unitId,
      step,
      state: input.accepted ? 'accepted' : 'sent',
      channel: 'paper',
      onBehalf: true,
      reason: note,
      accountId: deed.accountId,
    })
    const after = { step, receivedOn, note, scanId, accepted: input.accepted }
    return done(
      { scanId },
      { entity: 'unit_step', entityId: `${unitId} ${step}`, before, after, reason: note, onBehalfOf: unitId },
    )
  },
})
