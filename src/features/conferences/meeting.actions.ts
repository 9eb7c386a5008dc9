import { action, done } from '../../actions/action.ts'
import { refuse, refuseField, refuseStale } from '../../actions/failure.ts'
import { yearScope } from '../../scopes/scopes.store.ts'
import { insertGuest, inviteMembers as inviteAll } from './attendance.store.ts'
import {
  type AgendaItem,
  type ConferenceKind,
  type ConferenceRow,
  conferenceScope,
  councilProvince,
  findConference,
  insertConference,
  isDriveOf,
  listAgenda,
  replaceAgenda,
  updateConference,
} from './conferences.store.ts'
import { listPolls } from './polls.store.ts'

/** What is planned of a conference; the year of the bloc it belongs to is not its day. */
export type ConferencePlan = {
  readonly kind: ConferenceKind
  readonly title: string
  readonly heldOn: string | null
  /** In words: "buổi chiều". */
  readonly timeText: string
  /** "14:00", or null. */
  readonly startsAt: string | null
  readonly place: string
  readonly chairName: string
  readonly chairTitle: string
  readonly secretaryName: string
  readonly agenda: readonly AgendaItem[]
}

export type PlanConferenceInput = ConferencePlan & {
  /** The bloc's year, or null for a council. */
  readonly blocYearId: string | null
  readonly councilId: string | null
  /** The drive a council meets about. */
  readonly movementId: string | null
}

/** A conference of the year, or a meeting of a council, is planned. */
export const planConference = action({
  permission: 'conference.manage',
  audit: 'conference.planned',
  scope: async (db, input: PlanConferenceInput, today) => {
    if (input.blocYearId) return input.councilId ? undefined : yearScope(db, input.blocYearId, today)
    const provinceId = input.councilId ? await councilProvince(db, input.councilId) : undefined
    return provinceId && input.councilId ? { provinceId, councilId: input.councilId } : undefined
  },
  run: async (trx, input, deed) => {
    if ((input.kind === 'council') !== (input.blocYearId === null))
      return refuseField('kind', 'conference_kind_elsewhere')
    if (input.movementId && !(await isDriveOf(trx, input.movementId, input.councilId)))
      return refuse('not_found')
    const { agenda, ...plan } = input
    const provinceId = deed.scope.provinceId ?? ''
    const conferenceId = await insertConference(trx, { ...plan, provinceId })
    await replaceAgenda(trx, conferenceId, agenda)
    return done({ conferenceId }, { entity: 'conference', entityId: conferenceId, after: input })
  },
})

export type ChangeConferenceInput = ConferencePlan & {
  readonly conferenceId: string
  readonly version: number
}

/** Time, place, chair or agenda change, as long as the conference is not closed. */
export const changeConference = action({
  permission: 'conference.manage',
  audit: 'conference.changed',
  scope: (db, input: ChangeConferenceInput, today) => conferenceScope(db, input.conferenceId, today),
  run: async (trx, input) => {
    const { conferenceId, version, agenda, ...plan } = input
    const before = await findConference(trx, conferenceId, 'update')
    if (!before) return refuse('not_found')
    if (before.state === 'closed') return refuse('conference_closed')
    if (before.version !== version) return refuseStale(planDifferences(before, plan))
    if ((plan.kind === 'council') !== (before.blocYearId === null))
      return refuseField('kind', 'conference_kind_elsewhere')
    const agendaBefore = await listAgenda(trx, conferenceId)
    await updateConference(trx, conferenceId, version, plan)
    await replaceAgenda(trx, conferenceId, agenda)
    return done(
      { conferenceId },
      {
        entity: 'conference',
        entityId: conferenceId,
        before: { ...before, agenda: agendaBefore },
        after: input,
      },
    )
  },
})

export type InviteMembersInput = { readonly conferenceId: string }

/** All members of the year, or all persons of the council, are invited; who already is stays so. */
export const inviteMembers = action({
  permission: 'conference.manage',
  audit: 'conference.invited',
  scope: (db, input: InviteMembersInput, today) => conferenceScope(db, input.conferenceId, today),
  run: async (trx, input, deed) => {
    const conference = await findConference(trx, input.conferenceId, 'update')
    if (!conference) return refuse('not_found')
    if (conference.state === 'closed') return refuse('conference_closed')
    const invited = await inviteAll(trx, conference, deed.scope.year?.memberUnitIds ?? [])
    if (conference.state === 'planned') await updateConference(trx, conference.id, null, { state: 'invited' })
    return done({ invited }, { entity: 'conference', entityId: conference.id, after: { invited } })
  },
})

export type InviteGuestInput = {
  readonly conferenceId: string
  /** Who is invited: a person or a body. */
  readonly guest: string
  readonly title: string
}

/** A guest is invited: may speak, does not vote. */
export const inviteGuest = action({
  permission: 'conference.manage',
  audit: 'conference.guest_invited',
  scope: (db, input: InviteGuestInput, today) => conferenceScope(db, input.conferenceId, today),
  constraintFields: { attendance_once: 'guest' },
  run: async (trx, input) => {
    const conference = await findConference(trx, input.conferenceId, 'share')
    if (!conference) return refuse('not_found')
    if (conference.state === 'closed') return refuse('conference_closed')
    if (input.guest.trim() === '') return refuseField('guest', 'required')
    const attendanceId = await insertGuest(trx, conference.id, input.guest, input.title)
    return done({ attendanceId }, { entity: 'conference', entityId: conference.id, after: input })
  },
})

export type OpenConferenceInput = {
  readonly conferenceId: string
  /** The day it is held when none was planned; ISO. */
  readonly heldOn?: string
}

/** The conference opens: from now on reports are adopted and votes taken. */
export const openConference = action({
  permission: 'conference.manage',
  audit: 'conference.opened',
  scope: (db, input: OpenConferenceInput, today) => conferenceScope(db, input.conferenceId, today),
  run: async (trx, input, deed) => {
    const conference = await findConference(trx, input.conferenceId, 'update')
    if (!conference) return refuse('not_found')
    if (conference.state === 'closed') return refuse('conference_closed')
    if (conference.state === 'open') return refuse('conference_already_open')
    const heldOn = input.heldOn ?? conference.heldOn ?? deed.today
    await updateConference(trx, conference.id, null, { state: 'open', heldOn, openedAt: deed.now })
    return done(
      { conferenceId: conference.id },
      {
        entity: 'conference',
        entityId: conference.id,
        before: { state: conference.state },
        after: { state: 'open', heldOn },
      },
    )
  },
})

export type CloseConferenceInput = { readonly conferenceId: string; readonly conclusion: string }

/** The conference closes with its conclusion; nothing of it changes afterwards. */
export const closeConference = action({
  permission: 'conference.manage',
  audit: 'conference.closed',
  scope: (db, input: CloseConferenceInput, today) => conferenceScope(db, input.conferenceId, today),
  run: async (trx, input, deed) => {
    const conference = await findConference(trx, input.conferenceId, 'update')
    if (!conference) return refuse('not_found')
    if (conference.state === 'closed') return refuse('conference_closed')
    if (conference.state !== 'open') return refuse('conference_not_open')
    const pending = (await listPolls(trx, conference.id)).filter(
      ({ state }) => state === 'open' || state === 'closed',
    )
    if (pending.length > 0) return refuse('polls_pending', String(pending.length))
    const { conclusion } = input
    await updateConference(trx, conference.id, null, { state: 'closed', conclusion, closedAt: deed.now })
    return done(
      { conferenceId: conference.id },
      {
        entity: 'conference',
        entityId: conference.id,
        before: { state: 'open' },
        after: { state: 'closed', conclusion },
      },
    )
  },
})

const compared = [
  'title',
  'heldOn',
  'timeText',
  'startsAt',
  'place',
  'chairName',
  'chairTitle',
  'secretaryName',
] as const

function planDifferences(saved: ConferenceRow, typed: Omit<ConferencePlan, 'agenda'>) {
  return compared.flatMap((field) => {
    const [before, after] = [typed[field] ?? '', saved[field] ?? '']
    return before === after ? [] : [{ field, before, after }]
  })
}
