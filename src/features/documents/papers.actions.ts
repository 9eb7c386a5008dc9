import { action, type Deed, done } from '../../actions/action.ts'
import { refuse, refuseField, refuseStale } from '../../actions/failure.ts'
import type { Reading, Writing } from '../../db/database.ts'
import { isCalendarDate } from '../../domain/documents/dates.ts'
import { type PaperTypeId, paperTypes } from '../../domain/documents/paper-types.ts'
import { may, type Scope } from '../../domain/permissions/index.ts'
import { type Attachment, keepAttachment } from '../../files/keep.ts'
import { type BlocYear, findYearById, yearScope } from '../../scopes/scopes.store.ts'
import { freezePaper } from './freeze.ts'
import {
  findPaper,
  insertPaper,
  isNumberTaken,
  listPapers,
  listParts,
  lockNumbers,
  lockSubject,
  markEnded,
  markIssued,
  type PaperRow,
  putPart,
} from './papers.store.ts'
import { numbering, partOf } from './parts.ts'
import { isOfUnit, mayRepeat, sameSubject } from './slots.ts'
import { newVerificationCode } from './verification.ts'
import { findSlot, readSlots, requestOf, wantedSubject } from './year-papers.ts'

/** The capacities in which somebody signs; '' for oneself. */
export const signingCapacities = ['', 'KT.', 'TL.', 'TUQ.', 'Q.'] as const
export type SigningCapacity = (typeof signingCapacities)[number]

export type DraftPaperInput = {
  readonly type: PaperTypeId
  readonly blocYearId: string
  /** For a unit's own paper, and for a reminder to one unit. */
  readonly unitId?: string | null
  readonly conferenceId?: string | null
  /** Minutes of the count of one poll alone. */
  readonly pollId?: string | null
  /** The draft whose comments are summed up. */
  readonly draftId?: string | null
  /** The proposal an achievement report supports; the first of the unit when left out. */
  readonly proposalId?: string | null
  /** The visit whose minutes are issued. */
  readonly checkVisitId?: string | null
  /** ISO date whose law is cited; the day of issue or of the event when left out. */
  readonly lawDate?: string | null
}

/** A paper is begun: from now on its written parts have a place, and it can be issued. */
export const draftPaper = action({
  permission: 'paper.write',
  audit: 'paper.drafted',
  scope: (db, input: DraftPaperInput, today) =>
    yearScope(db, input.blocYearId, today, isOfUnit(input.type) ? (input.unitId ?? undefined) : undefined),
  run: async (trx, input, deed) => {
    const year = await yearOf(trx, input.blocYearId, deed)
    const slots = await readSlots(trx, year, deed.today)
    const subject = wantedSubject(
      {
        type: input.type,
        unitId: input.unitId ?? null,
        conferenceId: input.conferenceId ?? null,
        pollId: input.pollId ?? null,
        draftId: input.draftId ?? null,
        proposalId: input.proposalId ?? null,
        checkVisitId: input.checkVisitId ?? null,
      },
      slots,
    )
    const slot = findSlot(slots, subject)
    if (!slot) return refuse('paper_not_of_year')
    const owner = isOfUnit(input.type) && subject.unitId !== null ? { unitId: subject.unitId } : {}
    if (!may(deed.actor, 'paper.write', { ...deed.scope, ...owner }).ok) return refuse('not_your_role')
    if (slot.lack) return refuse(`paper_lacks_${slot.lack.code}`)
    await lockSubject(trx, year.id, subject)
    const others = (await listPapers(trx, year.id)).filter((row) => sameSubject(row, subject))
    if (others.some((row) => row.state === 'draft')) return refuse('paper_begun_already')
    if (!mayRepeat(input.type) && others.some((row) => row.state === 'issued'))
      return refuse('paper_issued_already')
    const paper = {
      ...subject,
      provinceId: year.province.id,
      blocYearId: year.id,
      versionNumber: others.length + 1,
      title: slot.about,
      lawDate: input.lawDate ?? null,
      replacesId: null,
      onBehalf: deed.onBehalf,
      createdBy: deed.accountId,
    }
    const paperId = await insertPaper(trx, paper)
    return done({ paperId }, { entity: 'paper', entityId: paperId, after: paper })
  },
})

export type WritePartInput = {
  readonly paperId: string
  /** See `partsOf` for the parts of a type. */
  readonly key: string
  /** One statement a line. */
  readonly body: string
  /** The unit that is to write it; kept as it is when left out. */
  readonly ownerUnitId?: string | null
  /** The version the form was opened on; 0 for a part nobody has written yet. */
  readonly version?: number
}

/** A written part of a draft; whoever prepares the paper writes it, or the unit it was given to. */
export const writePart = action({
  permission: 'paper.write',
  audit: 'paper.part_written',
  scope: async (db, input: WritePartInput, today) => {
    const paper = await findPaper(db, input.paperId)
    if (!paper) return undefined
    const owner = (await listParts(db, paper.id)).find((one) => one.key === input.key)?.ownerUnitId
    return yearScope(db, paper.blocYearId, today, unitOf(paper) ?? owner ?? undefined)
  },
  run: async (trx, input, deed) => {
    const paper = await findPaper(trx, input.paperId, true)
    if (!paper) return refuse('not_found')
    if (paper.state !== 'draft') return refuse('paper_not_draft')
    const part = partOf(paper.type, input.key)
    if (!part) return refuse('not_found')
    if (part.kind === 'date' && input.body !== '' && !isCalendarDate(input.body)) {
      return refuseField('body', 'date_unreadable', input.body)
    }
    const before = (await listParts(trx, paper.id)).find((one) => one.key === input.key)
    if (input.version !== undefined && input.version !== (before?.version ?? 0)) {
      return refuseStale([{ field: 'body', before: input.body, after: before?.body ?? '' }])
    }
    const ownerUnitId = input.ownerUnitId === undefined ? (before?.ownerUnitId ?? null) : input.ownerUnitId
    if (ownerUnitId !== (before?.ownerUnitId ?? null)) {
      if (!may(deed.actor, 'paper.write', scopeOfPaper(deed.scope, paper)).ok) return refuse('not_your_role')
      if (ownerUnitId !== null && !deed.scope.year?.memberUnitIds.includes(ownerUnitId)) {
        return refuseField('ownerUnitId', 'part_owner_no_member')
      }
    }
    await putPart(trx, paper.id, input.key, { body: input.body, ownerUnitId, writtenBy: deed.accountId })
    const after = { key: input.key, body: input.body, ownerUnitId }
    const seesPaper = may(deed.actor, 'paper.write', scopeOfPaper(deed.scope, paper)).ok
    return done({ paperId: paper.id, seesPaper }, { entity: 'paper', entityId: paper.id, before, after })
  },
})

export type IssuePaperInput = {
  readonly paperId: string
  /** Number from the clerk's office; null for papers that bear none. */
  readonly number: number | null
  /** Abbreviation in the symbol ("SCT"); made from the name of the unit when empty. */
  readonly symbol: string
  /** ISO date. */
  readonly issuedOn: string
  /** The province when empty. */
  readonly place: string
  /** As the records of the year say when both are empty. */
  readonly signerName: string
  readonly signerTitle: string
  readonly capacity: SigningCapacity
  /** ISO date whose law is cited; the day of the paper when left out. */
  readonly lawDate?: string | null
  readonly scan?: Attachment
  /** Version of the draft the form was opened on. */
  readonly version?: number
}

/** A draft becomes a paper: number, day and signer are entered, its content is frozen. */
export const issuePaper = action({
  permission: 'paper.issue',
  audit: 'paper.issued',
  scope: (db, input: IssuePaperInput, today) => paperScope(db, input.paperId, today),
  constraintFields: {},
  run: async (trx, input, deed) => {
    const paper = await findPaper(trx, input.paperId, true)
    if (!paper) return refuse('not_found')
    if (paper.state !== 'draft') return refuse('paper_not_draft')
    if (input.version !== undefined && input.version !== paper.version) return refuseStale([])
    const numbered = numbering(paper.type)
    if (numbered === 'always' && input.number === null) return refuseField('number', 'paper_number_needed')
    if (numbered === 'never' && input.number !== null) return refuseField('number', 'paper_number_on_form')
    if (input.issuedOn > deed.today) return refuseField('issuedOn', 'paper_in_future')
    const year = await yearOf(trx, paper.blocYearId, deed)
    const code = newVerificationCode()
    const lawDate = input.lawDate ?? paper.lawDate
    const frozen = await freezePaper({
      db: trx,
      year,
      today: deed.today,
      request: {
        ...requestOf(paper, await listParts(trx, paper.id)),
        ...input,
        lawDate,
        verification: code,
        illustrative: paper.illustrative,
      },
    })
    if (!frozen.ok) return frozen
    const { model, symbol, signer } = frozen.value
    const number = input.number === null ? '' : String(input.number)
    await lockNumbers(trx, year.province.id)
    if (
      number !== '' &&
      (await isNumberTaken(
        trx,
        { id: paper.id, types: typesOfCode(paper.type) },
        { ...input, number, symbol },
      ))
    ) {
      return refuseField('number', 'paper_number_taken')
    }
    const scan = await keepScan(trx, input.scan, paper, deed)
    if (!scan.ok) return scan
    const { issuedOn, capacity } = input
    const record = {
      number,
      symbol,
      issuedOn,
      capacity,
      signerName: input.signerName || signer.name,
      signerTitle: input.signerTitle || signer.title,
      lawDate: lawDate ?? model.date ?? issuedOn,
      place: model.place,
    }
    await markIssued(trx, paper.id, {
      ...record,
      title: [model.name ?? '', model.subject].filter((part) => part !== '').join(' '),
      model,
      scanFileId: scan.value,
      verificationCode: code,
      onBehalf: deed.onBehalf,
    })
    if (paper.replacesId !== null) await endReplaced(trx, paper.replacesId, issuedOn)
    return done(
      { paperId: paper.id, verificationCode: code },
      {
        entity: 'paper',
        entityId: paper.id,
        before: { state: 'draft' },
        after: { ...record, state: 'issued', verificationCode: code },
      },
    )
  },
})

/** Rights over a paper: those over its year, or over the unit whose own paper it is. */
export async function paperScope(db: Reading, paperId: string, today: string): Promise<Scope | undefined> {
  const paper = await findPaper(db, paperId)
  return paper && yearScope(db, paper.blocYearId, today, unitOf(paper) ?? undefined)
}

/** The unit that issues the paper in its own name; null for papers of the bloc. */
export function unitOf(paper: Pick<PaperRow, 'type' | 'unitId'>): string | null {
  return isOfUnit(paper.type) ? paper.unitId : null
}

/** Rights over the whole paper, when somebody may be there for one part only. */
function scopeOfPaper(scope: Scope, paper: PaperRow): Scope {
  const unitId = unitOf(paper)
  const whole = Object.entries(scope).filter(([key]) => key !== 'unitId')
  return { ...Object.fromEntries(whole), ...(unitId === null ? {} : { unitId }) }
}

async function yearOf(trx: Writing, blocYearId: string, deed: Deed): Promise<BlocYear> {
  const year = await findYearById(trx, blocYearId, deed.today)
  if (!year) throw new Error('The year of a paper went away')
  return year
}

/** Keeps the scan of a signed print, with the unit or the bloc whose paper it is. */
export function keepScan(trx: Writing, scan: Attachment | undefined, paper: PaperRow, deed: Deed) {
  const { provinceId = null, blocId = null } = deed.scope
  return keepAttachment(trx, scan, 'scan', {
    provinceId,
    blocId,
    unitId: unitOf(paper),
    uploadedBy: deed.accountId,
  })
}

async function endReplaced(trx: Writing, paperId: string, on: string): Promise<void> {
  const old = await findPaper(trx, paperId, true)
  if (old?.state !== 'issued') return
  await markEnded(trx, old.id, { state: 'replaced', withdrawnOn: on, withdrawReason: old.withdrawReason })
}

/** Types that share one series of numbers in a symbol: all báo cáo, all biên bản … */
function typesOfCode(type: PaperTypeId): readonly PaperTypeId[] {
  const { code } = paperTypes[type]
  return (Object.keys(paperTypes) as PaperTypeId[]).filter((one) => paperTypes[one].code === code)
}
