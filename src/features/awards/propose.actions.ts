import { action, type Deed, done } from '../../actions/action.ts'
import { refuse, refuseField } from '../../actions/failure.ts'
import type { Writing } from '../../db/database.ts'
import { type AwardCode, awards, takeStep } from '../../domain/awards/index.ts'
import { findYearById, yearScope } from '../../scopes/scopes.store.ts'
import { originOf, proposalScope } from './awards.place.ts'
import { type AwardFacts, readFacts } from './candidates.store.ts'
import { type ChoiceInput, ceilingOf, checkChoice } from './choice.ts'
import {
  holdProposals,
  insertFirstStep,
  insertProposal,
  insertStep,
  listProposals,
  lockOrigin,
  type ProposalMode,
  updateProposal,
  usesPoll,
} from './proposals.store.ts'
import { readAwardLaw } from './reference.ts'
import type { ProposalWarning } from './warnings.ts'
import { stepRefused, wayOf } from './way.ts'

export type ProposeAwardInput = {
  readonly blocYearId: string
  readonly awardCode: AwardCode
  readonly recipient: 'collective' | 'person'
  /** A collective: the member unit. A person: where they work, if it is a member. */
  readonly unitId: string | null
  /** A person's name with title and office; empty for a unit of the bloc. */
  readonly recipientName: string
  /** The award as the bloc's papers print it; empty when it is the catalogue's name. */
  readonly printedWording: string
  readonly mode: ProposalMode
  /** The poll it rests on; left out, the counted poll that took the unit is found. */
  readonly pollId?: string | null
  /** Needed where it departs from ranking, registration or vote. */
  readonly departureReason: string
  /** Needed above the ceiling. */
  readonly overrideReason: string
  /** Known to those who handle it, not named to others. */
  readonly nameWithheld?: boolean
  /** ISO date; today when left out. */
  readonly proposedOn?: string
}

/** A unit or a person is proposed for an award, held against ranking, registration, bars, vote and ceiling. */
export const proposeAward = action({
  permission: 'proposal.manage',
  audit: 'proposal.made',
  scope: (db, input: ProposeAwardInput, today) => yearScope(db, input.blocYearId, today),
  constraintFields: { proposal_once: 'unitId' },
  run: async (trx, input, deed) => {
    const { awardCode, recipient, unitId } = input
    const recipientName = recipient === 'person' ? input.recipientName.trim() : ''
    const wrong = recipientFault({ ...input, recipientName })
    if (wrong) return wrong
    const on = input.proposedOn ?? deed.today
    if (on > deed.today) return refuseField('proposedOn', 'date_in_future')
    const opened = await openChoice(trx, input.blocYearId, awardCode, on, deed)
    if (!opened) return refuse('not_found')
    const { choice, facts, members } = opened
    if (unitId !== null && !members.includes(unitId)) return refuseField('unitId', 'proposal_not_member')
    const pollId = input.pollId ?? pollThatTook(facts, awardCode, unitId)
    if (pollId && !facts.polls.some((poll) => poll.id === pollId))
      return refuseField('pollId', 'choice_required')
    const checked = checkRecipient(choice, input)
    if (!checked.ok) return refuseField(checked.error.field, checked.error.code)
    const ceiling = recipient === 'collective' ? overCeiling(choice, 1, input.overrideReason) : []
    if (!ceiling) return refuseCeiling(choice, 1)
    const warnings = [...checked.value, ...ceiling]
    const proposal = {
      blocYearId: input.blocYearId,
      movementId: null,
      awardCode,
      printedWording: input.printedWording.trim(),
      recipient,
      unitId,
      recipientName,
      nameWithheld: input.nameWithheld ?? false,
      mode: input.mode,
      pollId: usesPoll(input.mode) ? pollId : null,
      rank: facts.ranking.find((one) => one.unitId === unitId)?.rank ?? null,
      departureReason: input.departureReason.trim(),
      warnings,
      overrideReason: ceiling.length > 0 ? input.overrideReason.trim() : '',
      achievement: '',
    }
    const proposalId = await insertProposal(trx, { ...proposal, createdBy: deed.accountId })
    await insertFirstStep(trx, proposalId, on, deed.accountId)
    const reason = [proposal.departureReason, proposal.overrideReason].filter(Boolean).join('; ')
    return done({ proposalId }, { entity: 'proposal', entityId: proposalId, after: proposal, reason })
  },
})

export type ProposeUnnamedInput = {
  readonly blocYearId: string
  readonly awardCode: AwardCode
  /** How many collectives. */
  readonly count: number
  readonly printedWording: string
  readonly mode: ProposalMode
  readonly departureReason: string
  readonly overrideReason: string
  /** ISO date; today when left out. */
  readonly proposedOn?: string
}

/** Several collectives are proposed whose names are not told yet ("3 đơn vị, chưa nêu tên"). */
export const proposeUnnamed = action({
  permission: 'proposal.manage',
  audit: 'proposal.made_unnamed',
  scope: (db, input: ProposeUnnamedInput, today) => yearScope(db, input.blocYearId, today),
  run: async (trx, input, deed) => {
    const { awardCode, count } = input
    if (!awards[awardCode].recipients.includes('collective'))
      return refuseField('awardCode', 'award_not_for_recipient')
    if (!Number.isInteger(count) || count < 1 || count > 50)
      return refuseField('count', 'number_outside', '1', '50')
    const on = input.proposedOn ?? deed.today
    if (on > deed.today) return refuseField('proposedOn', 'date_in_future')
    const opened = await openChoice(trx, input.blocYearId, awardCode, on, deed)
    if (!opened) return refuse('not_found')
    const ceiling = overCeiling(opened.choice, count, input.overrideReason)
    if (!ceiling) return refuseCeiling(opened.choice, count)
    const proposal = {
      blocYearId: input.blocYearId,
      movementId: null,
      awardCode,
      printedWording: input.printedWording.trim(),
      recipient: 'collective',
      unitId: null,
      recipientName: '',
      nameWithheld: true,
      mode: input.mode,
      pollId: null,
      rank: null,
      departureReason: input.departureReason.trim(),
      warnings: ceiling,
      overrideReason: ceiling.length > 0 ? input.overrideReason.trim() : '',
      achievement: '',
    } as const
    const proposalIds: string[] = []
    for (let made = 0; made < count; made++) {
      const proposalId = await insertProposal(trx, { ...proposal, createdBy: deed.accountId })
      await insertFirstStep(trx, proposalId, on, deed.accountId)
      proposalIds.push(proposalId)
    }
    return done(
      { proposalIds },
      {
        entity: 'bloc_year',
        entityId: input.blocYearId,
        after: { ...proposal, count },
        reason: proposal.overrideReason,
      },
    )
  },
})

export type NameProposalInput = {
  readonly proposalId: string
  readonly unitId: string
  readonly mode: ProposalMode
  readonly departureReason: string
  /** False: known to those who handle it, still not named to others. */
  readonly named: boolean
}

/** The unit behind an unnamed proposal is entered; it is held against ranking, bars and vote like any other. */
export const nameProposal = action({
  permission: 'proposal.manage',
  audit: 'proposal.named',
  scope: (db, input: NameProposalInput, today) => proposalScope(db, input.proposalId, today),
  constraintFields: { proposal_once: 'unitId' },
  run: async (trx, input, deed) => {
    const [before] = await holdProposals(trx, [input.proposalId])
    if (!before?.blocYearId) return refuse('not_found')
    if (!before.nameWithheld) return refuse('proposal_named_already')
    if (before.state !== 'proposed' && before.state !== 'returned') return refuse('proposal_not_open')
    const { unitId, mode } = input
    const opened = await openChoice(trx, before.blocYearId, before.awardCode, deed.today, deed)
    if (!opened?.members.includes(unitId)) return refuseField('unitId', 'proposal_not_member')
    const checked = checkChoice(opened.choice, { unitId, mode, reason: input.departureReason })
    if (!checked.ok) return refuseField(checked.error.field, checked.error.code)
    const after = {
      unitId,
      mode,
      nameWithheld: !input.named,
      pollId: usesPoll(mode) ? pollThatTook(opened.facts, before.awardCode, unitId) : null,
      rank: opened.facts.ranking.find((one) => one.unitId === unitId)?.rank ?? null,
      departureReason: input.departureReason.trim() || before.departureReason,
      warnings: [...before.warnings, ...checked.value],
    }
    await updateProposal(trx, before.id, after)
    return done(
      { proposalId: before.id },
      { entity: 'proposal', entityId: before.id, before, after, reason: input.departureReason },
    )
  },
})

export type WithdrawProposalInput = {
  readonly proposalId: string
  readonly reason: string
  /** ISO date; today when left out. */
  readonly on?: string
}

/** A proposal is taken back, with the reason; it stays in the list as withdrawn. */
export const withdrawProposal = action({
  permission: 'proposal.manage',
  audit: 'proposal.withdrawn',
  scope: (db, input: WithdrawProposalInput, today) => proposalScope(db, input.proposalId, today),
  run: async (trx, input, deed) => {
    const [before] = await holdProposals(trx, [input.proposalId])
    const origin = before && originOf(before)
    if (!before || !origin) return refuse('not_found')
    await lockOrigin(trx, origin)
    const on = input.on ?? deed.today
    if (on > deed.today) return refuseField('on', 'date_in_future')
    const reason = input.reason.trim()
    const stepped = takeStep(wayOf(before), { to: 'withdrawn', on, reason })
    if (!stepped.ok) return stepRefused(stepped.error)
    await updateProposal(trx, before.id, { state: 'withdrawn', outcomeReason: reason })
    await insertStep(trx, {
      proposalId: before.id,
      step: 'withdrawn',
      happenedOn: on,
      reason,
      number: '',
      issuer: '',
      place: '',
      channel: 'screen',
      fileId: null,
      recordedBy: deed.accountId,
    })
    return done(
      { proposalId: before.id, withdrawn: true },
      {
        entity: 'proposal',
        entityId: before.id,
        before: { state: before.state },
        after: { state: 'withdrawn', on },
        reason,
      },
    )
  },
})

/** The choice of a year for an award as it stands now, held against changes by others. */
async function openChoice(
  trx: Writing,
  blocYearId: string,
  award: AwardCode,
  date: string,
  deed: Deed,
): Promise<
  | { readonly choice: ChoiceInput; readonly facts: AwardFacts; readonly members: readonly string[] }
  | undefined
> {
  await lockOrigin(trx, { blocYearId })
  const year = await findYearById(trx, blocYearId, deed.today)
  if (!year) return undefined
  const facts = await readFacts(trx, year)
  const { ceilings } = await readAwardLaw()
  const choice: ChoiceInput = {
    award,
    year: year.year,
    units: year.members.length,
    province: year.province.name,
    facts,
    ceilings,
    proposals: await listProposals(trx, { blocYearId }),
    date,
  }
  return { choice, facts, members: year.members.map((member) => member.id) }
}

function recipientFault(input: ProposeAwardInput) {
  if (!awards[input.awardCode].recipients.includes(input.recipient)) {
    return refuseField('awardCode', 'award_not_for_recipient')
  }
  if (input.recipient === 'collective')
    return input.unitId === null ? refuseField('unitId', 'required') : undefined
  return input.recipientName === '' ? refuseField('recipientName', 'required') : undefined
}

/** Persons are not ranked by the bloc; a unit is held against everything that is known of it. */
function checkRecipient(choice: ChoiceInput, input: ProposeAwardInput): ReturnType<typeof checkChoice> {
  if (input.recipient === 'person' || input.unitId === null) return { ok: true, value: [] }
  return checkChoice(choice, { unitId: input.unitId, mode: input.mode, reason: input.departureReason })
}

/** What is over the ceiling; undefined when it is and no reason is given. */
function overCeiling(
  choice: ChoiceInput,
  more: number,
  reason: string,
): readonly ProposalWarning[] | undefined {
  const check = ceilingOf(choice, more, reason.trim())
  if (check.result === 'over') return undefined
  if (check.result !== 'over_with_reason' || !check.row) return []
  const { proposed, row } = check
  return [{ code: 'over_ceiling', proposed, most: row.most, basis: row.basis, mark: row.mark }]
}

function refuseCeiling(choice: ChoiceInput, more: number) {
  const { proposed, most } = ceilingOf(choice, more)
  return refuseField('overrideReason', 'proposal_over_ceiling', String(proposed), String(most))
}

function pollThatTook(facts: AwardFacts, awardCode: AwardCode, unitId: string | null): string | null {
  if (unitId === null) return null
  const took = facts.polls.filter(
    (poll) =>
      poll.awardCode === awardCode &&
      poll.state === 'counted' &&
      poll.candidates.some((candidate) => candidate.taken && candidate.unitId === unitId),
  )
  return took.at(-1)?.id ?? null
}
