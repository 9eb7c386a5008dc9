import { action, done } from '../../actions/action.ts'
import { refuse, refuseField } from '../../actions/failure.ts'
import { type AwardCode, awards } from '../../domain/awards/index.ts'
import { originScope } from './awards.place.ts'
import { listAwardPolls } from './candidates.store.ts'
import {
  findDrive,
  insertFirstStep,
  insertProposal,
  listDriveParticipants,
  listProposals,
  lockOrigin,
  type ProposalMode,
  usesPoll,
} from './proposals.store.ts'
import type { ProposalWarning } from './warnings.ts'

export type ProposeParticipantInput = {
  readonly movementId: string
  readonly participantId: string
  readonly awardCode: AwardCode
  readonly printedWording: string
  readonly mode: ProposalMode
  readonly pollId?: string | null
  /** Needed when the council's standing members did not advise it, or the vote did not take it. */
  readonly departureReason: string
  /** ISO date; today when left out. */
  readonly proposedOn?: string
}

/** A collective or a person is proposed at the end of a special drive. */
export const proposeParticipant = action({
  permission: 'proposal.manage',
  audit: 'proposal.made_in_drive',
  scope: (db, input: ProposeParticipantInput, today) =>
    originScope(db, { movementId: input.movementId }, today),
  run: async (trx, input, deed) => {
    const { movementId, awardCode } = input
    const on = input.proposedOn ?? deed.today
    if (on > deed.today) return refuseField('proposedOn', 'date_in_future')
    await lockOrigin(trx, { movementId })
    const drive = await findDrive(trx, movementId)
    if (!drive) return refuse('not_found')
    const participants = await listDriveParticipants(trx, movementId)
    const participant = participants.find((one) => one.id === input.participantId)
    if (!participant) return refuseField('participantId', 'choice_required')
    if (!awards[awardCode].recipients.includes(participant.kind)) {
      return refuseField('awardCode', 'award_not_for_recipient')
    }
    const before = await listProposals(trx, { movementId })
    const twice = before.some(
      (one) =>
        one.state !== 'withdrawn' &&
        one.awardCode === awardCode &&
        one.recipient === participant.kind &&
        one.recipientName === participant.name,
    )
    if (twice) return refuseField('participantId', 'proposal_once')
    const polls = await listAwardPolls(trx, { movementId })
    const poll = polls.find((one) => one.id === input.pollId)
    if (input.pollId && !poll) return refuseField('pollId', 'choice_required')
    const taken = polls
      .filter((one) => one.state === 'counted' && (!poll || one.id === poll.id))
      .find((one) => one.candidates.some((candidate) => candidate.taken && isSame(candidate, participant)))
    if (usesPoll(input.mode) && !polls.some((one) => one.state === 'counted')) {
      return refuseField('mode', 'proposal_vote_not_held')
    }
    const warnings: ProposalWarning[] = []
    if (participant.advice !== 'commend') warnings.push({ code: 'not_advised' })
    if (usesPoll(input.mode) && !taken) warnings.push({ code: 'not_voted' })
    const departureReason = input.departureReason.trim()
    if (warnings.length > 0 && departureReason === '') {
      return refuseField('departureReason', 'proposal_reason_needed')
    }
    const proposal = {
      blocYearId: null,
      movementId,
      awardCode,
      printedWording: input.printedWording.trim(),
      recipient: participant.kind,
      unitId: participant.unitId,
      recipientName: participant.name,
      nameWithheld: false,
      mode: input.mode,
      pollId: usesPoll(input.mode) ? (taken?.id ?? poll?.id ?? null) : null,
      rank: null,
      departureReason,
      warnings,
      overrideReason: '',
      achievement: participant.report,
    }
    const proposalId = await insertProposal(trx, { ...proposal, createdBy: deed.accountId })
    await insertFirstStep(trx, proposalId, on, deed.accountId)
    return done(
      { proposalId },
      { entity: 'proposal', entityId: proposalId, after: proposal, reason: departureReason },
    )
  },
})

function isSame(
  candidate: { readonly unitId: string | null; readonly name: string },
  participant: { readonly unitId: string | null; readonly name: string },
): boolean {
  if (candidate.unitId !== null) return candidate.unitId === participant.unitId
  return candidate.name === participant.name
}
