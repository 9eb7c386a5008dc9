import { action, done } from '../../actions/action.ts'
import { refuse, refuseField } from '../../actions/failure.ts'
import type { Attachment } from '../../files/keep.ts'
import { keepScan, paperScope } from './papers.actions.ts'
import {
  copyParts,
  deleteDraft,
  findPaper,
  insertPaper,
  listPapers,
  listParts,
  lockSubject,
  markEnded,
  setReplacing,
  setScan,
} from './papers.store.ts'
import { sameSubject } from './slots.ts'

export type WithdrawPaperInput = {
  readonly paperId: string
  readonly reason: string
  /** ISO date; today when left out. */
  readonly withdrawnOn?: string
}

/** An issued paper no longer holds; it stays readable, marked as withdrawn. */
export const withdrawPaper = action({
  permission: 'paper.issue',
  audit: 'paper.withdrawn',
  scope: (db, input: WithdrawPaperInput, today) => paperScope(db, input.paperId, today),
  run: async (trx, input, deed) => {
    const paper = await findPaper(trx, input.paperId, true)
    if (!paper) return refuse('not_found')
    if (paper.state !== 'issued') return refuse('paper_not_issued')
    if (input.reason.trim() === '') return refuseField('reason', 'required')
    const withdrawnOn = input.withdrawnOn ?? deed.today
    if (withdrawnOn > deed.today) return refuseField('withdrawnOn', 'paper_in_future')
    if (withdrawnOn < (paper.issuedOn ?? ''))
      return refuseField('withdrawnOn', 'paper_withdrawn_before_issue')
    await markEnded(trx, paper.id, { state: 'withdrawn', withdrawnOn, withdrawReason: input.reason.trim() })
    return done(
      { paperId: paper.id },
      {
        entity: 'paper',
        entityId: paper.id,
        before: { state: 'issued' },
        after: { state: 'withdrawn', withdrawnOn },
        reason: input.reason,
      },
    )
  },
})

export type ReplacePaperInput = { readonly paperId: string; readonly reason: string }

/** A new draft is begun that will take the place of an issued paper; the old one holds until the new one is issued. */
export const replacePaper = action({
  permission: 'paper.write',
  audit: 'paper.replacement_drafted',
  scope: (db, input: ReplacePaperInput, today) => paperScope(db, input.paperId, today),
  run: async (trx, input, deed) => {
    const old = await findPaper(trx, input.paperId, true)
    if (!old) return refuse('not_found')
    if (old.state !== 'issued') return refuse('paper_not_issued')
    if (input.reason.trim() === '') return refuseField('reason', 'required')
    await lockSubject(trx, old.blocYearId, old)
    const others = (await listPapers(trx, old.blocYearId)).filter((row) => sameSubject(row, old))
    if (others.some((row) => row.state === 'draft')) return refuse('paper_begun_already')
    const paperId = await insertPaper(trx, {
      type: old.type,
      unitId: old.unitId,
      conferenceId: old.conferenceId,
      pollId: old.pollId,
      draftId: old.draftId,
      proposalId: old.proposalId,
      checkVisitId: old.checkVisitId,
      blocYearId: old.blocYearId,
      title: old.title,
      lawDate: old.lawDate,
      provinceId: deed.scope.provinceId ?? '',
      versionNumber: Math.max(...others.map((row) => row.versionNumber)) + 1,
      replacesId: old.id,
      onBehalf: deed.onBehalf,
      createdBy: deed.accountId,
    })
    await copyParts(trx, old.id, paperId)
    await setReplacing(trx, old.id, input.reason.trim())
    return done(
      { paperId },
      { entity: 'paper', entityId: paperId, after: { replacesId: old.id }, reason: input.reason },
    )
  },
})

export type DiscardPaperInput = { readonly paperId: string }

/** A draft is given up; issued papers are withdrawn instead. */
export const discardPaper = action({
  permission: 'paper.write',
  audit: 'paper.discarded',
  scope: (db, input: DiscardPaperInput, today) => paperScope(db, input.paperId, today),
  run: async (trx, input) => {
    const paper = await findPaper(trx, input.paperId, true)
    if (!paper) return refuse('not_found')
    if (paper.state !== 'draft') return refuse('paper_not_draft')
    const parts = await listParts(trx, paper.id)
    await deleteDraft(trx, paper.id)
    if (paper.replacesId !== null) await setReplacing(trx, paper.replacesId, '')
    return done({ paperId: paper.id }, { entity: 'paper', entityId: paper.id, before: { ...paper, parts } })
  },
})

export type AttachScanInput = { readonly paperId: string; readonly scan: NonNullable<Attachment> }

/** The scan of the signed and sealed print joins the paper that was issued; its content stays as it is. */
export const attachScan = action({
  permission: 'paper.write',
  audit: 'paper.scan_attached',
  scope: (db, input: AttachScanInput, today) => paperScope(db, input.paperId, today),
  run: async (trx, input, deed) => {
    const paper = await findPaper(trx, input.paperId, true)
    if (!paper) return refuse('not_found')
    if (paper.state === 'draft') return refuse('paper_not_issued')
    const scan = await keepScan(trx, input.scan, paper, deed)
    if (!scan.ok) return scan
    if (scan.value === null) return refuseField('scan', 'file_required')
    await setScan(trx, paper.id, scan.value)
    return done(
      { paperId: paper.id },
      {
        entity: 'paper',
        entityId: paper.id,
        before: { scanFileId: paper.scanFileId },
        after: { scanFileId: scan.value },
      },
    )
  },
})
