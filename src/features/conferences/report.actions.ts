import { action, done } from '../../actions/action.ts'
import { refuse, refuseField } from '../../actions/failure.ts'
import { may } from '../../domain/permissions/index.ts'
import {
  conferenceOfRemark,
  conferenceScope,
  deleteDirection,
  findConference,
  findDraftOf,
  insertDirection,
  insertRemark,
  replaceTellers,
  updateConference,
  updateRemark,
} from './conferences.store.ts'
import { findCounts, listCandidates, listPolls } from './polls.store.ts'

export type ReadReportInput = {
  readonly conferenceId: string
  /** The draft that was read out. */
  readonly draftId: string
}

/** The draft report is read out: the conference is about this draft. */
export const readReport = action({
  permission: 'conference.manage',
  audit: 'conference.report_read',
  scope: (db, input: ReadReportInput, today) => conferenceScope(db, input.conferenceId, today),
  run: async (trx, input) => {
    const conference = await findConference(trx, input.conferenceId, 'update')
    if (!conference) return refuse('not_found')
    if (conference.state === 'closed') return refuse('conference_closed')
    if (conference.reportAdopted) return refuse('report_already_adopted')
    const draft = conference.blocYearId
      ? await findDraftOf(trx, conference.blocYearId, input.draftId)
      : undefined
    if (!draft) return refuseField('draftId', 'draft_of_another_year')
    await updateConference(trx, conference.id, null, { reportDraftId: draft.id })
    return done({}, { entity: 'conference', entityId: conference.id, after: { reportDraftId: draft.id } })
  },
})

export type AddRemarkInput = {
  readonly conferenceId: string
  /** The unit that speaks; null for a guest or a person of a council. */
  readonly unitId: string | null
  readonly speaker: string
  readonly body: string
  /** Already answered when recorded afterwards. */
  readonly takenUp?: boolean | null
  readonly answer?: string
}

/** A remark on the report or on anything else; a member speaks for itself, the secretary records for all. */
export const addRemark = action({
  permission: 'remark.add',
  audit: 'remark.added',
  scope: (db, input: AddRemarkInput, today) => conferenceScope(db, input.conferenceId, today),
  run: async (trx, input, deed) => {
    const conference = await findConference(trx, input.conferenceId, 'share')
    if (!conference) return refuse('not_found')
    if (conference.state === 'closed') return refuse('conference_closed')
    const own = deed.actor.appointments.some(({ unitId }) => unitId !== null && unitId === input.unitId)
    const council = conference.councilId !== null
    if (!own && !council && !may(deed.actor, 'conference.manage', deed.scope).ok)
      return refuse('remark_of_other_unit')
    const { unitId, speaker, body, takenUp = null, answer = '' } = input
    const remarkId = await insertRemark(trx, {
      conferenceId: conference.id,
      unitId,
      speaker,
      body,
      takenUp,
      answer,
    })
    return done({ remarkId }, { entity: 'conference', entityId: conference.id, after: input })
  },
})

export type AnswerRemarkInput = {
  readonly remarkId: string
  readonly takenUp: boolean
  readonly answer: string
}

/** A remark is taken up or not, with the answer; turning it down needs one. */
export const answerRemark = action({
  permission: 'conference.manage',
  audit: 'remark.answered',
  scope: async (db, input: AnswerRemarkInput, today) => {
    const conferenceId = await conferenceOfRemark(db, input.remarkId)
    return conferenceId ? conferenceScope(db, conferenceId, today) : undefined
  },
  run: async (trx, input) => {
    const conferenceId = (await conferenceOfRemark(trx, input.remarkId)) ?? ''
    const conference = await findConference(trx, conferenceId, 'share')
    if (!conference) return refuse('not_found')
    if (conference.state === 'closed') return refuse('conference_closed')
    if (!input.takenUp && input.answer.trim() === '') return refuseField('answer', 'remark_answer_missing')
    await updateRemark(trx, input.remarkId, input.takenUp, input.answer)
    return done({}, { entity: 'conference', entityId: conference.id, after: input })
  },
})

export type AdoptReportInput = { readonly conferenceId: string }

/** The conference adopts the report, with the remarks it took up. A failed vote on the report stands against it. */
export const adoptReport = action({
  permission: 'conference.manage',
  audit: 'conference.report_adopted',
  scope: (db, input: AdoptReportInput, today) => conferenceScope(db, input.conferenceId, today),
  run: async (trx, input) => {
    const conference = await findConference(trx, input.conferenceId, 'update')
    if (!conference) return refuse('not_found')
    if (conference.state === 'closed') return refuse('conference_closed')
    if (conference.state !== 'open') return refuse('conference_not_open')
    if (!conference.reportDraftId) return refuse('report_not_read')
    const polls = (await listPolls(trx, conference.id)).filter(({ purpose }) => purpose === 'report')
    const counts = await findCounts(
      trx,
      polls.map(({ id }) => id),
    )
    if (polls.some(({ state }) => state === 'open' || state === 'closed')) return refuse('report_poll_open')
    if (counts.length > 0 && counts.every(({ taken }) => taken.length === 0))
      return refuse('report_not_passed')
    await updateConference(trx, conference.id, null, { reportAdopted: true })
    return done({}, { entity: 'conference', entityId: conference.id, after: { reportAdopted: true } })
  },
})

export type AddDirectionInput = {
  readonly conferenceId: string
  readonly body: string
  /** An aim in numbers, as exact decimal text: "100". */
  readonly aimValue: string | null
  /** "% đơn vị". */
  readonly aimUnit: string
  readonly forYear: number | null
}

/** A direction or task of next year, with its aim in numbers where it has one. */
export const addDirection = action({
  permission: 'conference.manage',
  audit: 'direction.added',
  scope: (db, input: AddDirectionInput, today) => conferenceScope(db, input.conferenceId, today),
  run: async (trx, input) => {
    const conference = await findConference(trx, input.conferenceId, 'share')
    if (!conference) return refuse('not_found')
    if (conference.state === 'closed') return refuse('conference_closed')
    if (input.aimUnit !== '' && input.aimValue === null) return refuseField('aimValue', 'aim_without_figure')
    const directionId = await insertDirection(trx, input)
    return done({ directionId }, { entity: 'conference', entityId: conference.id, after: input })
  },
})

export type RemoveDirectionInput = { readonly conferenceId: string; readonly directionId: string }

/** A direction is taken out again before the conference closes. */
export const removeDirection = action({
  permission: 'conference.manage',
  audit: 'direction.removed',
  scope: (db, input: RemoveDirectionInput, today) => conferenceScope(db, input.conferenceId, today),
  run: async (trx, input) => {
    const conference = await findConference(trx, input.conferenceId, 'share')
    if (!conference) return refuse('not_found')
    if (conference.state === 'closed') return refuse('conference_closed')
    if (!(await deleteDirection(trx, conference.id, input.directionId))) return refuse('not_found')
    return done({}, { entity: 'conference', entityId: conference.id, before: input })
  },
})

export type AppointTellersInput = {
  readonly conferenceId: string
  readonly tellers: readonly {
    readonly name: string
    /** The unit the teller comes from; null when not known. */
    readonly unitId: string | null
    readonly duty: 'head' | 'member'
  }[]
}

/** The Ban kiểm phiếu is chosen; whoever counts is not voted on. */
export const appointTellers = action({
  permission: 'poll.manage',
  audit: 'tellers.appointed',
  scope: (db, input: AppointTellersInput, today) => conferenceScope(db, input.conferenceId, today),
  run: async (trx, input, deed) => {
    const conference = await findConference(trx, input.conferenceId, 'update')
    if (!conference) return refuse('not_found')
    if (conference.state === 'closed') return refuse('conference_closed')
    if (input.tellers.filter(({ duty }) => duty === 'head').length > 1) return refuse('one_head_teller')
    const members = deed.scope.year?.memberUnitIds
    if (members && input.tellers.some(({ unitId }) => unitId !== null && !members.includes(unitId)))
      return refuse('teller_not_member')
    const polls = (await listPolls(trx, conference.id)).filter(({ state }) => state !== 'counted')
    const candidates = await listCandidates(
      trx,
      polls.map(({ id }) => id),
    )
    const clash = input.tellers.find((teller) => candidates.some((candidate) => isSame(teller, candidate)))
    if (clash) return refuse('teller_is_candidate', clash.name)
    await replaceTellers(trx, conference.id, input.tellers)
    return done({}, { entity: 'conference', entityId: conference.id, after: { tellers: input.tellers } })
  },
})

/** Whether somebody who counts is the one voted on, as a unit or by name. */
export function isSame(
  teller: { readonly name: string; readonly unitId: string | null },
  candidate: { readonly name: string; readonly unitId: string | null },
): boolean {
  if (candidate.unitId !== null) return teller.unitId === candidate.unitId
  return teller.name.localeCompare(candidate.name, 'vi', { sensitivity: 'base' }) === 0
}
