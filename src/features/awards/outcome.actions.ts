import { action, type Deed, done } from '../../actions/action.ts'
import { refuse, refuseField } from '../../actions/failure.ts'
import type { Writing } from '../../db/database.ts'
import { type OutcomeStep, takeStep } from '../../domain/awards/index.ts'
import { type Attachment, keepAttachment } from '../../files/keep.ts'
import { returnStep } from '../../steps/step-moves.ts'
import { findStep } from '../../steps/steps.store.ts'
import { proposalScope } from './awards.place.ts'
import {
  type Channel,
  holdProposals,
  insertStep,
  type ProposalChange,
  type ProposalRow,
  updateProposal,
} from './proposals.store.ts'
import { insertRecord, unitNameIn } from './records.store.ts'
import { stepRefused, wayOf } from './way.ts'

/** What a higher level may answer. */
export const outcomes = ['returned', 'council', 'refused', 'granted'] as const
export type Outcome = (typeof outcomes)[number]

export type RecordOutcomeInput = {
  /** One paper often answers several proposals of the same list. */
  readonly proposalIds: readonly string[]
  readonly outcome: Outcome
  /** ISO date of the paper, or of the council's session. */
  readonly on: string
  /** Needed when it is returned or refused. */
  readonly reason: string
  /** Number of the decision, or of the paper that answers. */
  readonly number: string
  /** Who decided. */
  readonly issuer: string
  /** Who the decision names, for one proposal whose name was withheld. */
  readonly unitId?: string | null
  readonly recipientName?: string
  readonly channel: Channel
  readonly file?: Attachment
}

/** What became of proposals: sent back, before the council, refused, or granted; a grant enters the award record. */
export const recordOutcome = action({
  permission: 'proposal.outcome',
  audit: 'proposal.outcome_recorded',
  scope: (db, input: RecordOutcomeInput, today) => proposalScope(db, input.proposalIds[0], today),
  constraintFields: { award_record_once: 'proposalIds' },
  run: async (trx, input, deed) => {
    if (input.on > deed.today) return refuseField('on', 'date_in_future')
    const proposals = await holdProposals(trx, input.proposalIds)
    const [first] = proposals
    if (!first) return refuseField('proposalIds', 'choice_required')
    if (!sameOrigin(proposals)) return refuse('not_found')
    const unnamed = proposals.filter((one) => one.unitId === null && one.recipientName === '')
    if (input.outcome === 'granted' && unnamed.length > 1) return refuseField('unitId', 'receiver_needed')
    const file = await keepAttachment(trx, input.file, 'file', {
      provinceId: deed.scope.provinceId ?? null,
      blocId: deed.scope.blocId ?? null,
      unitId: deed.scope.unitId ?? null,
      uploadedBy: deed.accountId,
    })
    if (!file.ok) return file
    for (const proposal of proposals) {
      const stepped = takeStep(wayOf(proposal), stepOf(input, proposal))
      if (!stepped.ok) return stepRefused(stepped.error)
      const named = input.outcome === 'granted' ? await receiverOf(trx, proposal, input) : undefined
      if (input.outcome === 'granted' && !named) return refuseField('unitId', 'receiver_needed')
      await updateProposal(trx, proposal.id, { ...changeOf(input, file.value), ...named?.change })
      await insertStep(trx, {
        proposalId: proposal.id,
        step: input.outcome,
        happenedOn: input.on,
        reason: input.reason.trim(),
        number: input.number.trim(),
        issuer: input.issuer.trim(),
        place: '',
        channel: input.channel,
        fileId: file.value,
        recordedBy: deed.accountId,
      })
      if (named) await enterRecord(trx, proposal, named, input)
      if (input.outcome === 'returned') await returnReport(trx, proposal, input.reason.trim(), deed)
    }
    const { file: _file, ...after } = input
    return done(
      { recorded: proposals.length },
      {
        entity: 'proposal',
        entityId: first.id,
        before: proposals.map(({ id, state }) => ({ id, state })),
        after,
        reason: input.reason,
      },
    )
  },
})

export type PresentAwardInput = {
  readonly proposalIds: readonly string[]
  /** ISO date. */
  readonly presentedOn: string
  /** Where, at which meeting. */
  readonly presentedAt: string
  readonly channel: Channel
}

/** Awards granted are handed over at a ceremony, often the next conference. */
export const presentAward = action({
  permission: 'proposal.outcome',
  audit: 'proposal.presented',
  scope: (db, input: PresentAwardInput, today) => proposalScope(db, input.proposalIds[0], today),
  run: async (trx, input, deed) => {
    if (input.presentedOn > deed.today) return refuseField('presentedOn', 'date_in_future')
    const proposals = await holdProposals(trx, input.proposalIds)
    const [first] = proposals
    if (!first) return refuseField('proposalIds', 'choice_required')
    if (!sameOrigin(proposals)) return refuse('not_found')
    const presentedAt = input.presentedAt.trim()
    for (const proposal of proposals) {
      const stepped = takeStep(wayOf(proposal), {
        to: 'presented',
        on: input.presentedOn,
        at: presentedAt || null,
      })
      if (!stepped.ok) {
        return stepped.error === 'before_previous_step'
          ? refuseField('presentedOn', 'before_previous_step')
          : stepRefused(stepped.error)
      }
      await updateProposal(trx, proposal.id, { presentedOn: input.presentedOn, presentedAt })
      await insertStep(trx, {
        proposalId: proposal.id,
        step: 'presented',
        happenedOn: input.presentedOn,
        reason: '',
        number: '',
        issuer: '',
        place: presentedAt,
        channel: input.channel,
        fileId: null,
        recordedBy: deed.accountId,
      })
    }
    return done({ presented: proposals.length }, { entity: 'proposal', entityId: first.id, after: input })
  },
})

function sameOrigin(proposals: readonly ProposalRow[]): boolean {
  return new Set(proposals.map((one) => one.blocYearId ?? one.movementId)).size === 1
}

function stepOf(input: RecordOutcomeInput, proposal: ProposalRow): OutcomeStep {
  const { on, reason, number, issuer } = input
  if (input.outcome === 'council') return { to: 'council', on }
  if (input.outcome !== 'granted') return { to: input.outcome, on, reason }
  return { to: 'granted', decision: { number, on, issuer, issuedByBloc: isBloc(issuer, proposal) } }
}

/** A bloc proposes and never decides; its own name as issuer is a slip. */
function isBloc(issuer: string, proposal: ProposalRow): boolean {
  const said = issuer.toLocaleLowerCase('vi')
  return [proposal.blocName, proposal.blocShortName].some(
    (name) => name !== null && said.includes(name.toLocaleLowerCase('vi')),
  )
}

function changeOf(input: RecordOutcomeInput, fileId: string | null): ProposalChange {
  const outcomeReason = input.reason.trim()
  if (input.outcome !== 'granted') return { state: input.outcome, outcomeReason }
  return {
    state: 'granted',
    outcomeReason,
    decisionNumber: input.number.trim(),
    decidedOn: input.on,
    decidedBy: input.issuer.trim(),
    decisionFileId: fileId,
  }
}

type Receiver = { readonly name: string; readonly unitId: string | null; readonly change: ProposalChange }

/** Whom the decision names; what was withheld until then is told by it. */
async function receiverOf(
  trx: Writing,
  proposal: ProposalRow,
  input: RecordOutcomeInput,
): Promise<Receiver | undefined> {
  const unitId = proposal.unitId ?? input.unitId ?? null
  const typed = proposal.recipientName || (input.recipientName ?? '').trim()
  const ofUnit = unitId ? await unitNameIn(trx, proposal.provinceId, unitId, proposal.year) : undefined
  const name = proposal.recipient === 'person' || !ofUnit ? typed : ofUnit
  if (name === '') return undefined
  const recipientName = ofUnit === name ? '' : name
  return {
    name,
    unitId: ofUnit ? unitId : null,
    change: { unitId: ofUnit ? unitId : null, recipientName, nameWithheld: false },
  }
}

async function enterRecord(
  trx: Writing,
  proposal: ProposalRow,
  receiver: Receiver,
  input: RecordOutcomeInput,
): Promise<void> {
  await insertRecord(trx, {
    provinceId: proposal.provinceId,
    unitId: receiver.unitId,
    recipientName: receiver.name,
    awardCode: proposal.awardCode,
    printedWording: proposal.printedWording,
    year: proposal.year,
    decisionNumber: input.number.trim(),
    decidedOn: input.on,
    decidedBy: input.issuer.trim(),
    proposalId: proposal.id,
    source: '',
  })
}

/** A dossier sent back opens the unit's achievement report again. */
async function returnReport(trx: Writing, proposal: ProposalRow, reason: string, deed: Deed): Promise<void> {
  const { blocYearId, unitId } = proposal
  if (!blocYearId || !unitId) return
  const step = await findStep(trx, blocYearId, unitId, 'achievement_report')
  if (step?.state !== 'sent' && step?.state !== 'accepted') return
  await returnStep(trx, { blocYearId, unitId, step: 'achievement_report' }, reason, deed)
}
