import { action, done } from '../../actions/action.ts'
import { type Difference, refuse, refuseField, refuseStale } from '../../actions/failure.ts'
import { type Attachment, keepAttachment } from '../../files/keep.ts'
import { unitScope } from '../../scopes/scopes.store.ts'
import {
  acknowledge,
  addressTo,
  areOfProvince,
  findOrigin,
  findPaper,
  type GuidingPaperRow,
  insertPaper,
  isAddressee,
  markRead,
  originScope,
  updatePaper,
} from './library.store.ts'

export type AddGuidingPaperInput = {
  readonly provinceId: string
  /** Null for papers of the centre and of the province. */
  readonly blocId: string | null
  readonly year: number | null
  /** "QĐ", "CTr", "KH", "HD", "CV", "CT" or any other type. */
  readonly type: string
  /** As printed: "298/CTr-UBND", "1511"; empty when unknown. */
  readonly number: string
  /** Empty when unknown. */
  readonly issuer: string
  readonly issuedOn: string | null
  readonly title: string
  readonly summary: string
  readonly file: Attachment
  readonly addresseeIds: readonly string[]
}

/** A guiding paper enters the library, with those it is addressed to. */
export const addGuidingPaper = action({
  permission: 'library.manage',
  audit: 'guiding_paper.added',
  scope: (db, input: AddGuidingPaperInput, today) => originScope(db, input, today),
  constraintFields: { guiding_paper_title_missing: 'title' },
  run: async (trx, input, deed) => {
    const { file, addresseeIds, ...rest } = input
    const provinceId = deed.scope.provinceId ?? input.provinceId
    if (!(await areOfProvince(trx, addresseeIds, provinceId)))
      return refuseField('addresseeIds', 'choice_required')
    const paper = { ...rest, provinceId }
    const kept = await keepAttachment(trx, file, 'file', {
      provinceId,
      blocId: input.blocId,
      uploadedBy: deed.accountId,
    })
    if (!kept.ok) return kept
    const paperId = await insertPaper(trx, { ...paper, fileId: kept.value, createdBy: deed.accountId })
    await addressTo(trx, paperId, addresseeIds)
    return done(
      { paperId },
      { entity: 'guiding_paper', entityId: paperId, after: { ...paper, addresseeIds, fileId: kept.value } },
    )
  },
})

export type ReviseGuidingPaperInput = {
  readonly paperId: string
  readonly type: string
  readonly number: string
  readonly issuer: string
  readonly issuedOn: string | null
  readonly title: string
  readonly summary: string
  /** A newer file; null keeps the one there is. */
  readonly file: Attachment
  /** Further addressees; nobody is taken off. */
  readonly addresseeIds: readonly string[]
  readonly version: number
}

/** What was unknown becomes known (issuer, date), or a slip is mended; further units are addressed. */
export const reviseGuidingPaper = action({
  permission: 'library.manage',
  audit: 'guiding_paper.revised',
  scope: async (db, input: ReviseGuidingPaperInput, today) => {
    const origin = await findOrigin(db, input.paperId)
    return origin && originScope(db, origin, today)
  },
  run: async (trx, input, deed) => {
    const before = await findPaper(trx, input.paperId)
    if (!before) return refuse('not_found')
    const { paperId, version, file, addresseeIds, ...change } = input
    if (!(await areOfProvince(trx, addresseeIds, before.provinceId)))
      return refuseField('addresseeIds', 'choice_required')
    const kept = await keepAttachment(trx, file, 'file', {
      provinceId: before.provinceId,
      blocId: before.blocId,
      uploadedBy: deed.accountId,
    })
    if (!kept.ok) return kept
    const whole = { ...change, ...(kept.value ? { fileId: kept.value } : {}) }
    if (!(await updatePaper(trx, paperId, version, whole))) return refuseStale(differences(input, before))
    await addressTo(trx, paperId, addresseeIds)
    return done({ paperId }, { entity: 'guiding_paper', entityId: paperId, before, after: whole })
  },
})

/** What now stands in the fields where it differs from what was typed. */
function differences(typed: ReviseGuidingPaperInput, now: GuidingPaperRow): readonly Difference[] {
  const fields = ['type', 'number', 'issuer', 'issuedOn', 'title', 'summary'] as const
  return fields
    .filter((field) => (typed[field] ?? '') !== (now[field] ?? ''))
    .map((field) => ({ field, before: typed[field] ?? '', after: now[field] ?? '' }))
}

export type ReadPaperInput = { readonly paperId: string; readonly unitId: string; readonly at?: Date }

/** An addressee has opened the paper; noted once. */
export const readGuidingPaper = action({
  permission: 'library.acknowledge',
  audit: 'guiding_paper.read',
  scope: (db, input: ReadPaperInput) => unitScope(db, input.unitId),
  run: async (trx, input, deed) => {
    if (!(await markRead(trx, input.paperId, input.unitId, input.at ?? deed.now)))
      return refuse('paper_nothing_to_note')
    return done({}, { entity: 'guiding_paper', entityId: input.paperId, after: { unitId: input.unitId } })
  },
})

export type AcknowledgePaperInput = {
  readonly paperId: string
  readonly unitId: string
  /** ISO date; today when left out. */
  readonly on?: string
}

/** A unit says on screen that it has taken the paper in. */
export const acknowledgePaper = action({
  permission: 'library.acknowledge',
  audit: 'guiding_paper.acknowledged',
  scope: (db, input: AcknowledgePaperInput) => unitScope(db, input.unitId),
  run: async (trx, input, deed) => {
    if (!(await isAddressee(trx, input.paperId, input.unitId))) return refuse('paper_not_addressed')
    const on = input.on ?? deed.today
    await markRead(trx, input.paperId, input.unitId, deed.now)
    const fresh = await acknowledge(trx, input.paperId, input.unitId, {
      on,
      by: deed.accountId,
      channel: 'screen',
      onBehalf: deed.onBehalf,
      note: '',
    })
    if (!fresh) return refuse('paper_acknowledged_already')
    return done({}, { entity: 'guiding_paper', entityId: input.paperId, after: { unitId: input.unitId, on } })
  },
})

export type RecordReceiptInput = {
  readonly paperId: string
  readonly unitId: string
  readonly on?: string
  /** Who signed for it, in what capacity, or the number of the incoming register. */
  readonly note: string
}

/** Whoever sent the paper records from the delivery book that a unit has received it. */
export const recordReceipt = action({
  permission: 'library.manage',
  audit: 'guiding_paper.receipt_recorded',
  scope: async (db, input: RecordReceiptInput, today) => {
    const origin = await findOrigin(db, input.paperId)
    return origin && originScope(db, origin, today, input.unitId)
  },
  run: async (trx, input, deed) => {
    if (!(await isAddressee(trx, input.paperId, input.unitId))) return refuse('paper_not_addressed')
    const on = input.on ?? deed.today
    const fresh = await acknowledge(trx, input.paperId, input.unitId, {
      on,
      by: deed.accountId,
      channel: 'paper',
      onBehalf: true,
      note: input.note,
    })
    if (!fresh) return refuse('paper_acknowledged_already')
    return done(
      {},
      {
        entity: 'guiding_paper',
        entityId: input.paperId,
        after: { unitId: input.unitId, on, note: input.note },
        onBehalfOf: input.unitId,
      },
    )
  },
})
