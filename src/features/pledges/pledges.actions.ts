import { action, type Deed, type Done, done } from '../../actions/action.ts'
import { type Difference, type Failure, refuse, refuseField, refuseStale } from '../../actions/failure.ts'
import type { Writing } from '../../db/database.ts'
import {
  everyoneSigned,
  changePledge as nextVersion,
  type PledgeSignature,
  type PledgeVersion,
  type SigningState,
  signingStates,
} from '../../domain/pledges/index.ts'
import type { Result } from '../../domain/result.ts'
import { checkFile } from '../../files/check.ts'
import { storeFile } from '../../files/files.store.ts'
import type { Upload } from '../../http/form.ts'
import { findYearById, yearScope } from '../../scopes/scopes.store.ts'
import { moveStep } from '../../steps/steps.store.ts'
import {
  insertPledge,
  insertSignature,
  listPledges,
  listSignatures,
  lockPledge,
  type PledgeRow,
  type SignatureRow,
  setPledgeState,
  updateDraft,
} from './pledges.store.ts'

/** How somebody signs: '' for itself, or the code before the title. */
export const capacities = ['', 'TM.', 'KT.', 'TL.', 'TUQ.', 'Q.'] as const
export type Capacity = (typeof capacities)[number]

export type DraftPledgeInput = {
  readonly blocYearId: string
  readonly title: string
  readonly preamble: string
  /** One promise a line. */
  readonly contents: string
  /** Version of the draft the form was opened on. */
  readonly version?: number
}

/** The text of the joint pledge is written or rewritten; possible until signing opens. */
export const draftPledge = action({
  permission: 'pledge.manage',
  audit: 'pledge.drafted',
  scope: (db, input: DraftPledgeInput, today) => yearScope(db, input.blocYearId, today),
  run: async (trx, input) => {
    await lockPledge(trx, input.blocYearId)
    const [current] = await listPledges(trx, input.blocYearId)
    const { title, preamble, contents } = input
    const text = { title, preamble, contents }
    if (!current) {
      const pledgeId = await insertPledge(trx, { ...text, ...firstVersion(input.blocYearId) })
      return done({ pledgeId }, { entity: 'pledge', entityId: pledgeId, after: text })
    }
    if (current.state !== 'draft') return refuse('pledge_not_draft')
    if (!(await updateDraft(trx, current.id, input.version, text))) {
      return refuseStale(textDifferences(text, current))
    }
    return done(
      { pledgeId: current.id },
      { entity: 'pledge', entityId: current.id, before: textOf(current), after: text },
    )
  },
})

export type OpenPledgeSigningInput = { readonly blocYearId: string }

/** The text stands; the units may sign. */
export const openPledgeSigning = action({
  permission: 'pledge.manage',
  audit: 'pledge.signing_opened',
  scope: (db, input: OpenPledgeSigningInput, today) => yearScope(db, input.blocYearId, today),
  run: async (trx, input) => {
    await lockPledge(trx, input.blocYearId)
    const [current] = await listPledges(trx, input.blocYearId)
    if (!current) return refuse('no_pledge')
    if (current.state !== 'draft') return refuse('pledge_not_draft')
    if (current.contents.trim() === '') return refuseField('contents', 'required')
    await setPledgeState(trx, current.id, 'signing')
    return done({ pledgeId: current.id }, { entity: 'pledge', entityId: current.id, after: textOf(current) })
  },
})

export type SignPledgeInput = {
  readonly blocYearId: string
  readonly unitId: string
  readonly signerName: string
  readonly signerTitle: string
  readonly capacity: Capacity
  /** ISO date; today when left out. */
  readonly signedOn?: string
}

/** The leader of a unit signs on screen. */
export const signPledge = action({
  permission: 'pledge.sign',
  audit: 'pledge.signed',
  scope: (db, input: SignPledgeInput, today) => yearScope(db, input.blocYearId, today, input.unitId),
  constraintFields: { pledge_signed_once: 'unitId' },
  run: (trx, input, deed) => sign(trx, { ...input, channel: 'screen', scanFileId: null }, deed),
})

export type RecordPaperSignatureInput = Omit<SignPledgeInput, 'signedOn'> & {
  readonly signedOn: string
  readonly scan?: Upload | null
}

/** A signature given on paper is recorded: who signed, in what capacity, when, with the scan. */
export const recordPaperSignature = action({
  permission: 'pledge.record_paper',
  audit: 'pledge.signature_recorded',
  scope: (db, input: RecordPaperSignatureInput, today) =>
    yearScope(db, input.blocYearId, today, input.unitId),
  constraintFields: { pledge_signed_once: 'unitId' },
  run: async (trx, input, deed) => {
    if (input.signedOn > deed.today) return refuseField('signedOn', 'signature_in_future')
    const scan = input.scan ? await keepScan(trx, input.scan, input.unitId, deed) : null
    if (scan && !scan.ok) return scan
    return sign(trx, { ...input, channel: 'paper', scanFileId: scan?.value ?? null }, deed)
  },
})

export type ClosePledgeSigningInput = {
  readonly blocYearId: string
  /** Why it is closed though units are missing; not needed when all have signed. */
  readonly reason: string
  readonly signedOn?: string
}

/** Signing ends with the missing units named. Who comes later may still sign. */
export const closePledgeSigning = action({
  permission: 'pledge.manage',
  audit: 'pledge.signing_closed',
  scope: (db, input: ClosePledgeSigningInput, today) => yearScope(db, input.blocYearId, today),
  run: async (trx, input, deed) => {
    await lockPledge(trx, input.blocYearId)
    const signing = await readSigning(trx, input.blocYearId, deed.today)
    if (signing?.current.state !== 'signing') return refuse('pledge_not_open')
    const missing = signing.states.filter(({ state }) => state !== 'signed').map(({ unitId }) => unitId)
    if (missing.length > 0 && input.reason.trim() === '') return refuseField('reason', 'reason_required')
    await setPledgeState(trx, signing.current.id, 'signed', { signedOn: input.signedOn ?? deed.today })
    return done(
      { missing },
      { entity: 'pledge', entityId: signing.current.id, after: { missing }, reason: input.reason },
    )
  },
})

export type ChangePledgeInput = {
  readonly blocYearId: string
  readonly title: string
  readonly preamble: string
  readonly contents: string
  readonly reason: string
  /** The paper or minutes the change rests on. */
  readonly basis: string
  /** The members adopted the new text. */
  readonly adopted: boolean
}

/** A pledge that is being or was signed changes by a new version; the old one stays readable with its signatures. */
export const changePledge = action({
  permission: 'pledge.manage',
  audit: 'pledge.changed',
  scope: (db, input: ChangePledgeInput, today) => yearScope(db, input.blocYearId, today),
  run: async (trx, input, deed) => {
    await lockPledge(trx, input.blocYearId)
    const [current] = await listPledges(trx, input.blocYearId)
    if (!current) return refuse('no_pledge')
    if (current.state === 'draft') return refuse('pledge_still_draft')
    const text = { title: input.title, preamble: input.preamble, contents: input.contents }
    const change = { changes: [], text: { next: joined(text), adopted: input.adopted }, reason: input.reason }
    const next = nextVersion([versionOf(current)], change, true)
    if (!next.ok) return refuseChange(next.error[0]?.code ?? 'nothing_changes')
    if (input.basis.trim() === '') return refuseField('basis', 'required')
    await setPledgeState(trx, current.id, 'replaced')
    const pledgeId = await insertPledge(trx, {
      ...text,
      blocYearId: input.blocYearId,
      versionNumber: next.value.version,
      state: 'signing',
      changeReason: input.reason,
      changeBasis: input.basis,
      replacesId: current.id,
    })
    await askAgain(trx, input, deed)
    const trace = { before: textOf(current), after: { ...text, basis: input.basis }, reason: input.reason }
    return done(
      { pledgeId, versionNumber: next.value.version },
      { entity: 'pledge', entityId: pledgeId, ...trace },
    )
  },
})

/** Who has signed which version, in the order of the members. */
export function statesOf(
  memberIds: readonly string[],
  pledges: readonly PledgeRow[],
  signatures: readonly SignatureRow[],
): readonly SigningState[] {
  return signingStates(memberIds, pledges.map(versionOf), signatures.map(signatureOf))
}

type Signing = { readonly current: PledgeRow; readonly states: readonly SigningState[] }

async function readSigning(trx: Writing, blocYearId: string, today: string): Promise<Signing | undefined> {
  const [current, ...older] = await listPledges(trx, blocYearId)
  const year = await findYearById(trx, blocYearId, today)
  if (!current || !year) return undefined
  const signatures = await listSignatures(trx, blocYearId)
  const memberIds = year.members.map((member) => member.id)
  return { current, states: statesOf(memberIds, [current, ...older], signatures) }
}

type Signed = Omit<SignPledgeInput, 'blocYearId'> & {
  readonly blocYearId: string
  readonly channel: 'screen' | 'paper'
  readonly scanFileId: string | null
}

async function sign(
  trx: Writing,
  input: Signed,
  deed: Deed,
): Promise<Result<Done<{ readonly complete: boolean }>, Failure>> {
  const { blocYearId, unitId, signerName, signerTitle, capacity, channel, scanFileId } = input
  await lockPledge(trx, blocYearId)
  const [current] = await listPledges(trx, blocYearId)
  if (!current) return refuse('no_pledge')
  if (current.state !== 'signing' && current.state !== 'signed') return refuse('pledge_not_open')
  const signedOn = input.signedOn ?? deed.today
  const signature = { unitId, signerName, signerTitle, capacity, signedOn, channel, scanFileId }
  await insertSignature(trx, { ...signature, pledgeId: current.id, recordedBy: deed.accountId })
  await moveStep(trx, {
    blocYearId,
    unitId,
    step: 'pledge',
    state: 'accepted',
    channel,
    onBehalf: deed.onBehalf,
    accountId: deed.accountId,
  })
  const complete = await closeWhenComplete(trx, blocYearId, deed.today)
  return done({ complete }, { entity: 'pledge', entityId: current.id, after: signature })
}

/** Whoever signed the old text owes a signature under the new one. */
async function askAgain(trx: Writing, { blocYearId, reason }: ChangePledgeInput, deed: Deed): Promise<void> {
  const signed = new Set((await listSignatures(trx, blocYearId)).map((one) => one.unitId))
  for (const unitId of signed) {
    await moveStep(trx, {
      blocYearId,
      unitId,
      step: 'pledge',
      state: 'returned',
      reason,
      accountId: deed.accountId,
    })
  }
}

/** With the last signature the pledge is signed, dated by the latest of them. */
async function closeWhenComplete(trx: Writing, blocYearId: string, today: string): Promise<boolean> {
  const signing = await readSigning(trx, blocYearId, today)
  if (!signing || !everyoneSigned(signing.states)) return false
  if (signing.current.state === 'signing') {
    const signedOn =
      signing.states
        .map(({ signature }) => signature?.on ?? '')
        .sort()
        .at(-1) ?? today
    await setPledgeState(trx, signing.current.id, 'signed', { signedOn })
  }
  return true
}

async function keepScan(
  trx: Writing,
  scan: Upload,
  unitId: string,
  deed: Deed,
): Promise<Result<string, Failure>> {
  const file = await checkFile(scan, 'scan')
  if (!file.ok) return file
  const { provinceId = null, blocId = null } = deed.scope
  const stored = await storeFile(trx, file.value, { provinceId, blocId, unitId, uploadedBy: deed.accountId })
  return { ok: true, value: stored.id }
}

const changeFields: Readonly<Record<string, string>> = {
  reason_needed: 'reason',
  needs_adoption: 'adopted',
  nothing_changes: 'contents',
}

function refuseChange(code: string) {
  const field = changeFields[code]
  return field ? refuseField(field, code) : refuse(code)
}

function firstVersion(blocYearId: string) {
  return {
    blocYearId,
    versionNumber: 1,
    state: 'draft',
    changeReason: '',
    changeBasis: '',
    replacesId: null,
  } as const
}

type Text = Pick<PledgeRow, 'title' | 'preamble' | 'contents'>

function textOf({ title, preamble, contents }: PledgeRow): Text {
  return { title, preamble, contents }
}

function joined({ title, preamble, contents }: Text): string {
  return [title, preamble, contents].join('\n\n')
}

function versionOf(row: PledgeRow): PledgeVersion {
  return { version: row.versionNumber, text: joined(row), items: [], reason: row.changeReason || null }
}

const capacityCodes: Readonly<Record<string, PledgeSignature['capacity']>> = {
  'KT.': 'kt',
  'TL.': 'tl',
  'TUQ.': 'tuq',
  'Q.': 'q',
}

function signatureOf(row: SignatureRow): PledgeSignature {
  return {
    version: row.versionNumber,
    unitId: row.unitId,
    signer: row.signerName,
    capacity: capacityCodes[row.capacity] ?? 'head',
    on: row.signedOn,
    channel: row.channel,
    recordedBy: row.recordedByName,
  }
}

function textDifferences(mine: Text, stored: PledgeRow): readonly Difference[] {
  return (['title', 'preamble', 'contents'] as const).flatMap((field) =>
    mine[field] === stored[field] ? [] : [{ field, before: '', after: stored[field] }],
  )
}
