import { action, done } from '../../actions/action.ts'
import { refuse, refuseField } from '../../actions/failure.ts'
import type { Reading } from '../../db/database.ts'
import type { AwardCode } from '../../domain/awards/index.ts'
import type { Scope } from '../../domain/permissions/index.ts'
import { deleteRecord, findRecord, insertRecord, unitNameIn } from './records.store.ts'

export type AddAwardRecordInput = {
  readonly provinceId: string
  /** The unit, when it is in the register. */
  readonly unitId: string | null
  /** Whoever received it; empty: the unit under its name of that year. */
  readonly recipientName: string
  readonly awardCode: AwardCode
  readonly printedWording: string
  /** The year whose achievement it honours. */
  readonly year: number
  readonly decisionNumber: string
  readonly decidedOn: string | null
  readonly decidedBy: string
  /** Where this was read. */
  readonly source: string
}

/** An award of the past is entered into the lifelong record. */
export const addAwardRecord = action({
  permission: 'award_record.manage',
  audit: 'award_record.added',
  scope: async (_db, input: AddAwardRecordInput): Promise<Scope | undefined> => ({
    provinceId: input.provinceId,
  }),
  run: async (trx, input, deed) => {
    const { unitId, provinceId, year } = input
    const ofUnit = unitId ? await unitNameIn(trx, provinceId, unitId, year) : undefined
    if (unitId && !ofUnit) return refuseField('unitId', 'choice_required')
    const recipientName = input.recipientName.trim() || (ofUnit ?? '')
    if (recipientName === '') return refuseField('recipientName', 'required')
    if (input.decidedOn !== null && input.decidedOn > deed.today)
      return refuseField('decidedOn', 'date_in_future')
    const record = { ...input, recipientName, proposalId: null }
    const recordId = await insertRecord(trx, record)
    return done({ recordId }, { entity: 'award_record', entityId: recordId, after: record })
  },
})

export type RemoveAwardRecordInput = { readonly recordId: string; readonly reason: string }

/** A line entered by mistake is taken out; what a decision granted here stays. */
export const removeAwardRecord = action({
  permission: 'award_record.manage',
  audit: 'award_record.removed',
  scope: (db, input: RemoveAwardRecordInput) => recordScope(db, input.recordId),
  run: async (trx, input) => {
    const before = await findRecord(trx, input.recordId)
    if (!before) return refuse('not_found')
    if (before.proposalId !== null) return refuse('record_of_decision')
    if (input.reason.trim() === '') return refuseField('reason', 'reason_required')
    await deleteRecord(trx, before.id)
    return done({}, { entity: 'award_record', entityId: before.id, before, reason: input.reason.trim() })
  },
})

async function recordScope(db: Reading, recordId: string): Promise<Scope | undefined> {
  const record = await findRecord(db, recordId)
  return record && { provinceId: record.provinceId }
}
