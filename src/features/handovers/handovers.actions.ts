import { action, type Deed, done } from '../../actions/action.ts'
import { refuse, refuseField, refuseStale } from '../../actions/failure.ts'
import type { Reading, Writing } from '../../db/database.ts'
import { effectiveOn } from '../../domain/handover/index.ts'
import type { Scope } from '../../domain/permissions/index.ts'
import { type Attachment, keepAttachment } from '../../files/keep.ts'
import { beginTerms, findChosen, insertLeadership, isMember } from '../../scopes/leadership.store.ts'
import { yearScope } from '../../scopes/scopes.store.ts'
import {
  findHandover,
  findHandoverOf,
  type HandoverRow,
  hasConference,
  type ItemRow,
  insertHandover,
  replaceItems,
  updateHandover,
} from './handovers.store.ts'

export type HandoverItemInput = {
  readonly title: string
  readonly quantity: string
  readonly note: string
  readonly fileId?: string | null
}

export type DraftHandoverInput = {
  readonly blocYearId: string
  /** The year whose head takes over; the year after when left out. */
  readonly toYear?: number
  /** Who hands over; the head of the year when left out. */
  readonly fromUnitId?: string
  /** Who takes over; the head chosen for that year when left out. */
  readonly toUnitId?: string
  readonly conferenceId: string | null
  readonly heldOn: string | null
  readonly place: string
  readonly witness: string
  readonly note: string
  readonly items: readonly HandoverItemInput[]
  /** The version the form was opened on, when a record is changed. */
  readonly version?: number
}

/** The record of the handover with its list is prepared, or changed as long as nobody has signed. */
export const draftHandover = action({
  permission: 'handover.manage',
  audit: 'handover.drafted',
  scope: (db, input: DraftHandoverInput, today) => yearScope(db, input.blocYearId, today),
  run: async (trx, input, deed) => {
    const parties = await partiesOf(trx, input, deed)
    if (!parties.ok) return parties
    if (input.conferenceId && !(await hasConference(trx, input.blocYearId, input.conferenceId))) {
      return refuseField('conferenceId', 'conference_of_another_year')
    }
    const before = await heldHandoverOf(trx, input.blocYearId)
    if (before && before.state !== 'draft') return refuse('handover_already_given')
    if (before && input.version !== undefined && before.version !== input.version) {
      return refuseStale(differencesOf(before, input))
    }
    const { conferenceId, heldOn, place, witness, note } = input
    const facts = { ...parties.value, conferenceId, heldOn, place, witness, note }
    const handoverId = before?.id ?? (await insertHandover(trx, { ...facts, blocYearId: input.blocYearId }))
    if (before) await updateHandover(trx, before.id, facts)
    await replaceItems(trx, handoverId, input.items.map(itemOf))
    return done({ handoverId }, { entity: 'handover', entityId: handoverId, before, after: input })
  },
})

export type GiveHandoverInput = {
  readonly handoverId: string
  /** ISO; today when left out. */
  readonly givenOn?: string
  /** Who signs for the unit that hands over; whoever is signed in when left empty. */
  readonly givenBy: string
  readonly channel: 'screen' | 'paper'
  readonly file: Attachment
}

/** The old head signs: its leader on screen, or on paper as recorded by the secretary. */
export const giveHandover = action({
  permission: 'handover.manage',
  audit: 'handover.given',
  scope: (db, input: GiveHandoverInput, today) => handoverScope(db, input.handoverId, today),
  run: async (trx, input, deed) => {
    const handover = await findHandover(trx, input.handoverId, true)
    if (!handover) return refuse('not_found')
    if (handover.state !== 'draft') return refuse('handover_already_given')
    if (input.channel === 'screen' && !leads(deed, handover.fromUnitId))
      return refuse('handover_not_your_signature')
    const givenBy = input.givenBy || (input.channel === 'screen' ? deed.actor.name : '')
    if (givenBy === '') return refuseField('givenBy', 'signer_missing')
    const scan = await keepScan(trx, input.file, deed)
    if (!scan.ok) return scan
    const given = {
      state: 'given',
      givenOn: input.givenOn ?? deed.today,
      givenBy,
      channel: input.channel,
      ...(scan.value ? { scanFileId: scan.value } : {}),
    } as const
    await updateHandover(trx, handover.id, given)
    return done({}, { entity: 'handover', entityId: handover.id, after: given })
  },
})

export type AcceptHandoverInput = {
  readonly handoverId: string
  /** ISO; today when left out. */
  readonly acceptedOn?: string
  /** Who signs for the unit that takes over; whoever is signed in when left empty. */
  readonly acceptedBy: string
}

/** The new head accepts: its leader on screen. From this day it leads over its year. */
export const acceptHandover = action({
  permission: 'handover.accept',
  audit: 'handover.accepted',
  scope: (db, input: AcceptHandoverInput, today) => handoverScope(db, input.handoverId, today, true),
  run: async (trx, input, deed) => {
    const handover = await findHandover(trx, input.handoverId, true)
    if (!handover) return refuse('not_found')
    if (handover.state === 'accepted') return refuse('handover_already_accepted')
    if (handover.state === 'draft') return refuse('handover_not_given')
    const acceptedOn = input.acceptedOn ?? deed.today
    if (handover.givenOn && acceptedOn < handover.givenOn)
      return refuseField('acceptedOn', 'accepted_before_given')
    const acceptedBy = input.acceptedBy || deed.actor.name
    return finish(trx, handover, { acceptedOn, acceptedBy }, deed)
  },
})

export type RecordSignedHandoverInput = {
  readonly handoverId: string
  /** The day both heads signed the paper. */
  readonly signedOn: string
  readonly givenBy: string
  readonly acceptedBy: string
  readonly file: Attachment
}

/** The paper signed by both heads is recorded: given and accepted on the same day. */
export const recordSignedHandover = action({
  permission: 'handover.manage',
  audit: 'handover.recorded',
  scope: (db, input: RecordSignedHandoverInput, today) => handoverScope(db, input.handoverId, today),
  run: async (trx, input, deed) => {
    const handover = await findHandover(trx, input.handoverId, true)
    if (!handover) return refuse('not_found')
    if (handover.state === 'accepted') return refuse('handover_already_accepted')
    if (input.givenBy === '') return refuseField('givenBy', 'signer_missing')
    if (input.acceptedBy === '') return refuseField('acceptedBy', 'signer_missing')
    const scan = await keepScan(trx, input.file, deed)
    if (!scan.ok) return scan
    const given = { givenOn: input.signedOn, givenBy: input.givenBy, channel: 'paper' } as const
    await updateHandover(trx, handover.id, { ...given, ...(scan.value ? { scanFileId: scan.value } : {}) })
    return finish(
      trx,
      { ...handover, ...given },
      { acceptedOn: input.signedOn, acceptedBy: input.acceptedBy },
      deed,
    )
  },
})

export type AppointNextLeaderInput = {
  readonly blocYearId: string
  readonly role: 'head' | 'deputy'
  readonly unitId: string
  readonly how: 'rotation' | 'appointed'
  readonly fromDate: string
  /** The order of rotation agreed on, or the appointing decision. */
  readonly basis: string
  readonly personName: string
  readonly personTitle: string
}

/** Where nobody is elected: the next in turn, or whom a decision names, becomes head or deputy of the next year. */
export const appointNextLeader = action({
  permission: 'handover.manage',
  audit: 'leadership.appointed_next',
  scope: (db, input: AppointNextLeaderInput, today) => yearScope(db, input.blocYearId, today),
  constraintFields: { leadership_one_a_year: 'unitId' },
  run: async (trx, input, deed) => {
    const { blocId, year } = deed.scope
    if (!blocId || !year) return refuse('not_found')
    const forYear = year.year + 1
    if (input.basis.trim() === '') return refuseField('basis', 'leader_basis_missing')
    if (!(await isMember(trx, blocId, input.unitId, year.year)))
      return refuseField('unitId', 'leader_not_of_bloc')
    const chosen = await findChosen(trx, { blocId, role: input.role, forYear })
    if (chosen) return refuseField('unitId', 'leader_already_chosen', String(forYear))
    const { role, unitId, how, fromDate, basis, personName, personTitle } = input
    const leadership = {
      blocId,
      role,
      unitId,
      how,
      fromDate,
      toDate: null,
      basis,
      personName,
      personTitle,
      forYear,
    }
    const leadershipId = await insertLeadership(trx, leadership)
    return done({ leadershipId }, { entity: 'leadership', entityId: leadershipId, after: leadership })
  },
})

/** Both have signed: the record is closed and the new head's term begins. */
async function finish(
  trx: Writing,
  handover: HandoverRow,
  accepted: { readonly acceptedOn: string; readonly acceptedBy: string },
  deed: Deed,
) {
  const startsOn = effectiveOn(signedBy(handover, accepted))
  if (!startsOn) return refuse('handover_not_given')
  await updateHandover(trx, handover.id, { state: 'accepted', ...accepted })
  const blocId = deed.scope.blocId ?? ''
  const chosen = await findChosen(trx, { blocId, role: 'head', forYear: handover.toYear })
  if (chosen && chosen.unitId !== handover.toUnitId) return refuse('handover_to_another_head')
  if (!chosen) {
    await insertLeadership(trx, {
      blocId,
      unitId: handover.toUnitId,
      role: 'head',
      forYear: handover.toYear,
      fromDate: startsOn,
      toDate: null,
      how: 'handover',
      basis: '',
      personName: accepted.acceptedBy,
      personTitle: '',
    })
  }
  await beginTerms(trx, blocId, handover.toYear, startsOn)
  return done({ startsOn }, { entity: 'handover', entityId: handover.id, after: { ...accepted, startsOn } })
}

function signedBy(
  handover: HandoverRow,
  accepted: { readonly acceptedOn: string; readonly acceptedBy: string },
) {
  return {
    fromUnitId: handover.fromUnitId,
    toUnitId: handover.toUnitId,
    fromYear: handover.toYear - 1,
    toYear: handover.toYear,
    items: [],
    signatures: [
      ...(handover.givenOn
        ? [
            {
              party: 'old_head',
              unitId: handover.fromUnitId,
              signer: handover.givenBy,
              on: handover.givenOn,
              channel: handover.channel,
            } as const,
          ]
        : []),
      {
        party: 'new_head',
        unitId: handover.toUnitId,
        signer: accepted.acceptedBy,
        on: accepted.acceptedOn,
        channel: handover.channel,
      } as const,
    ],
  }
}

async function partiesOf(trx: Writing, input: DraftHandoverInput, deed: Deed) {
  const { year, blocId } = deed.scope
  if (!year || !blocId) return refuse('not_found')
  const toYear = input.toYear ?? year.year + 1
  const fromUnitId = input.fromUnitId ?? year.headUnitIds[0]
  if (!fromUnitId) return refuse('handover_without_head')
  const chosen = await findChosen(trx, { blocId, role: 'head', forYear: toYear })
  const toUnitId = input.toUnitId ?? chosen?.unitId
  if (!toUnitId) return refuseField('toUnitId', 'handover_to_nobody')
  if (chosen && chosen.unitId !== toUnitId) return refuseField('toUnitId', 'handover_to_another_head')
  if (toUnitId === fromUnitId) return refuseField('toUnitId', 'handover_between_two')
  if (!(await isMember(trx, blocId, toUnitId, year.year)))
    return refuseField('toUnitId', 'leader_not_of_bloc')
  return { ok: true, value: { toYear, fromUnitId, toUnitId } } as const
}

async function heldHandoverOf(trx: Writing, blocYearId: string): Promise<HandoverRow | undefined> {
  const found = await findHandoverOf(trx, blocYearId)
  return found && findHandover(trx, found.id, true)
}

async function handoverScope(
  db: Reading,
  id: string,
  today: string,
  ofReceiver = false,
): Promise<Scope | undefined> {
  const handover = await findHandover(db, id)
  return handover && yearScope(db, handover.blocYearId, today, ofReceiver ? handover.toUnitId : undefined)
}

function leads(deed: Deed, unitId: string): boolean {
  return deed.actor.appointments.some((one) => one.role === 'unit_leader' && one.unitId === unitId)
}

function keepScan(trx: Writing, file: Attachment, deed: Deed) {
  const { provinceId = null, blocId = null } = deed.scope
  return keepAttachment(trx, file, 'file', { provinceId, blocId, uploadedBy: deed.accountId })
}

function itemOf({ title, quantity, note, fileId = null }: HandoverItemInput): ItemRow {
  return { title, quantity, note, fileId }
}

const compared = ['heldOn', 'place', 'witness', 'note'] as const

function differencesOf(saved: HandoverRow, typed: DraftHandoverInput) {
  return compared.flatMap((field) => {
    const [before, after] = [typed[field] ?? '', saved[field] ?? '']
    return before === after ? [] : [{ field, before, after }]
  })
}
