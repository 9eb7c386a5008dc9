import { action, done } from '../../actions/action.ts'
import { refuse, refuseField } from '../../actions/failure.ts'
import { takeStep } from '../../domain/awards/index.ts'
import { type Attachment, keepAttachment } from '../../files/keep.ts'
import { originOf, originScope } from './awards.place.ts'
import { unexplainedUnits } from './left-out.ts'
import {
  type Channel,
  holdProposals,
  insertStep,
  insertSubmission,
  listProposals,
  lockOrigin,
  updateProposal,
} from './proposals.store.ts'
import { stepRefused, wayOf } from './way.ts'

export type SubmitProposalsInput = {
  /** One of the two: where the proposals arose. */
  readonly blocYearId: string | null
  readonly movementId: string | null
  /** ISO date on which it was sent. */
  readonly sentOn: string
  readonly addressee: string
  /** Number and symbol of the tờ trình; may be given by the văn thư later and stay empty. */
  readonly number: string
  readonly channel: Channel
  /** The signed scan. */
  readonly scan?: Attachment
  /** Why units that ranking and vote suggest are left out; needed only then. */
  readonly leftOutReason: string
  readonly note: string
  /** Only these; left out, all that wait: proposed, or returned and put in order. */
  readonly proposalIds?: readonly string[]
}

/** The list goes up: all that is proposed is submitted, with the tờ trình that proves it. */
export const submitProposals = action({
  permission: 'proposal.submit',
  audit: 'proposal.submitted',
  scope: async (db, input: SubmitProposalsInput, today) => {
    const origin = originOf(input)
    return origin && originScope(db, origin, today)
  },
  run: async (trx, input, deed) => {
    const origin = originOf(input)
    if (!origin) return refuse('not_found')
    if (input.addressee.trim() === '') return refuseField('addressee', 'required')
    if (input.sentOn > deed.today) return refuseField('sentOn', 'date_in_future')
    await lockOrigin(trx, origin)
    const waiting = (await listProposals(trx, origin)).filter(
      (one) => one.state === 'proposed' || one.state === 'returned',
    )
    const chosen = waiting.filter((one) => input.proposalIds?.includes(one.id) ?? true)
    if (chosen.length === 0) return refuse('nothing_to_submit')
    const forgotten = input.blocYearId
      ? await unexplainedUnits(trx, input.blocYearId, input.sentOn, deed.today)
      : []
    if (forgotten.length > 0 && input.leftOutReason.trim() === '') {
      return refuseField('leftOutReason', 'proposal_left_out', forgotten.join(', '))
    }
    const scan = await keepAttachment(trx, input.scan, 'scan', {
      provinceId: deed.scope.provinceId ?? null,
      blocId: deed.scope.blocId ?? null,
      unitId: deed.scope.unitId ?? null,
      uploadedBy: deed.accountId,
    })
    if (!scan.ok) return scan
    const submission = {
      blocYearId: input.blocYearId,
      movementId: input.movementId,
      number: input.number.trim(),
      sentOn: input.sentOn,
      addressee: input.addressee.trim(),
      channel: input.channel,
      scanFileId: scan.value,
      leftOutReason: input.leftOutReason.trim(),
      note: input.note.trim(),
    }
    const submissionId = await insertSubmission(trx, { ...submission, recordedBy: deed.accountId })
    for (const proposal of await holdProposals(
      trx,
      chosen.map((one) => one.id),
    )) {
      const stepped = takeStep(wayOf(proposal), { to: 'submitted', on: input.sentOn })
      if (!stepped.ok) {
        return stepped.error === 'before_previous_step'
          ? refuseField('sentOn', 'before_previous_step')
          : stepRefused(stepped.error)
      }
      await updateProposal(trx, proposal.id, { state: 'submitted', submissionId })
      await insertStep(trx, {
        proposalId: proposal.id,
        step: 'submitted',
        happenedOn: input.sentOn,
        reason: '',
        number: submission.number,
        issuer: '',
        place: submission.addressee,
        channel: input.channel,
        fileId: scan.value,
        recordedBy: deed.accountId,
      })
    }
    return done(
      { submissionId, sent: chosen.length },
      {
        entity: 'submission',
        entityId: submissionId,
        after: { ...submission, proposals: chosen.map((one) => one.id) },
        reason: submission.leftOutReason,
      },
    )
  },
})
