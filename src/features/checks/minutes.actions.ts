import { createHash } from 'node:crypto'
import { action, type Deed, type Done, done } from '../../actions/action.ts'
import { type Failure, refuse, refuseField } from '../../actions/failure.ts'
import type { Reading, Writing } from '../../db/database.ts'
import { minutesStateOf, minutesText, partyOf } from '../../domain/checks/index.ts'
import type { Scope } from '../../domain/permissions/index.ts'
import type { Result } from '../../domain/result.ts'
import { type Attachment, keepAttachment } from '../../files/keep.ts'
import {
  currentMinutes,
  type FrozenMinutes,
  minutesContentOf,
  type VisitRecord,
} from '../../records/visit-record.ts'
import { findVisit } from '../../records/visits.store.ts'
import { yearScope } from '../../scopes/scopes.store.ts'
import { showOnBoard } from './board-step.ts'
import { lockedVisit } from './visits.actions.ts'
import { insertMinutes, insertVisitSignature, setSigned } from './visits.store.ts'

/** How somebody signs: '' for itself, or the code before the title. */
export const signingCapacities = ['', 'TM.', 'KT.', 'TL.', 'TUQ.', 'Q.'] as const

export type SignMinutesInput = {
  readonly visitId: string
  /** The unit signed for: the one that leads the team, or the visited one. */
  readonly unitId: string
  readonly signerName: string
  readonly signerTitle: string
  readonly capacity: (typeof signingCapacities)[number]
}

/** The leader of one side signs on screen; what is signed is frozen with its fingerprint. */
export const signMinutes = action({
  permission: 'check.sign',
  audit: 'check.minutes_signed',
  scope: (db, input: SignMinutesInput, today) => partyScope(db, input, today),
  run: (trx, input: SignMinutesInput, deed) =>
    sign(trx, { ...input, signedOn: deed.today, channel: 'screen', scanFileId: null }, deed),
})

export type RecordMinutesSignatureInput = SignMinutesInput & {
  /** ISO date. */
  readonly signedOn: string
  readonly scan: Attachment
}

/** A signature given on paper is recorded: who signed, in what capacity, when, with the scan. */
export const recordMinutesSignature = action({
  permission: 'check.record_paper',
  audit: 'check.signature_recorded',
  scope: (db, input: RecordMinutesSignatureInput, today) => partyScope(db, input, today),
  run: async (trx, input: RecordMinutesSignatureInput, deed) => {
    if (input.signedOn > deed.today) return refuseField('signedOn', 'signature_in_future')
    const { provinceId = null, blocId = null } = deed.scope
    const owner = { provinceId, blocId, unitId: input.unitId, uploadedBy: deed.accountId }
    const kept = await keepAttachment(trx, input.scan, 'scan', owner)
    if (!kept.ok) return kept
    return sign(trx, { ...input, channel: 'paper', scanFileId: kept.value }, deed)
  },
})

type Signature = Omit<SignMinutesInput, 'visitId'> & {
  readonly visitId: string
  readonly signedOn: string
  readonly channel: 'screen' | 'paper'
  readonly scanFileId: string | null
}

async function sign(
  trx: Writing,
  input: Signature,
  deed: Deed,
): Promise<Result<Done<{ readonly complete: boolean }>, Failure>> {
  const visit = await lockedVisit(trx, input.visitId)
  const party = visit && partyOf(input.unitId, visit)
  if (!visit || !party) return refuse('not_found')
  if (visit.state !== 'held') return refuse('check_visit_not_held')
  if (visit.observations.length === 0 && visit.contents.trim() === '') return refuse('check_minutes_empty')
  if (input.signedOn < (visit.heldOn ?? '')) return refuseField('signedOn', 'check_signed_before_visit')
  const minutes = currentMinutes(visit)
  const held = minutes ?? (await freeze(trx, visit, deed))
  const { signerName, signerTitle, capacity, signedOn, channel, scanFileId, unitId } = input
  const signature = { party, unitId, signerName, signerTitle, capacity, signedOn, channel, scanFileId }
  await insertVisitSignature(trx, { ...signature, checkMinutesId: held.id, recordedBy: deed.accountId })
  const others = minutes?.signatures ?? []
  const complete = minutesStateOf([...others.map((one) => one.party), party]) === 'signed'
  if (complete) {
    const last = [...others.map((one) => one.signedOn), signedOn].toSorted().at(-1) ?? signedOn
    await setSigned(trx, visit.id, last)
    const onPaper = channel === 'paper' || others.some((one) => one.channel === 'paper')
    await showOnBoard(trx, visit.blocYearId, visit.unitId, deed, onPaper ? 'paper' : 'screen')
  }
  return done(
    { complete },
    {
      entity: 'check_visit',
      entityId: visit.id,
      after: { ...signature, minutesVersion: visit.minutesVersion, fingerprint: held.fingerprint },
    },
  )
}

/** Keeps what is signed as it stands now, with its fingerprint. */
async function freeze(
  trx: Writing,
  visit: VisitRecord,
  deed: Deed,
): Promise<Pick<FrozenMinutes, 'id' | 'fingerprint'>> {
  const content = minutesContentOf(visit)
  const fingerprint = createHash('sha256').update(minutesText(content)).digest('hex')
  const id = await insertMinutes(trx, {
    checkVisitId: visit.id,
    versionNumber: visit.minutesVersion,
    content,
    fingerprint,
    changeReason: visit.changeReason,
    frozenAt: deed.now,
  })
  return { id, fingerprint }
}

/** Rights of the side that signs; a unit that is neither side has none here. */
async function partyScope(
  db: Reading,
  { visitId, unitId }: Pick<SignMinutesInput, 'visitId' | 'unitId'>,
  today: string,
): Promise<Scope | undefined> {
  const visit = await findVisit(db, visitId)
  if (!visit || !partyOf(unitId, visit)) return undefined
  return yearScope(db, visit.blocYearId, today, unitId)
}
