import { action, done } from '../../actions/action.ts'
import { refuse, refuseField } from '../../actions/failure.ts'
import { mayWriteVisit, visitPartOf } from '../../domain/checks/index.ts'
import { checkFile } from '../../files/check.ts'
import { storeFile } from '../../files/files.store.ts'
import type { Upload } from '../../http/form.ts'
import { type Changing, lockedVisit, traceOf, visitedScope, visitScope, writable } from './visits.actions.ts'
import { addCorrectionFile, deleteCorrection, insertCorrection, updateCorrection } from './visits.store.ts'

export type AskCorrectionInput = Changing & { readonly body: string; readonly dueOn: string }

/** The team asks the unit to put something right by a day. */
export const askCorrection = action({
  permission: 'check.write',
  audit: 'check.correction_asked',
  scope: (db, input: AskCorrectionInput, today) => visitScope(db, input.visitId, today),
  run: async (trx, input, deed) => {
    const found = await writable(trx, input, deed)
    if (!found.ok) return found
    const visit = found.value
    if (visit.state !== 'held') return refuse('check_visit_not_held')
    if (input.dueOn < (visit.heldOn ?? '')) return refuseField('dueOn', 'check_due_before_visit')
    const { body, dueOn } = input
    const correctionId = await insertCorrection(trx, { checkVisitId: visit.id, body, dueOn })
    return done({ correctionId }, traceOf(visit, input, { body, dueOn }))
  },
})

type CorrectionInput = Changing & { readonly correctionId: string }

/** A correction nobody has answered yet is taken out again. */
export const dropCorrection = action({
  permission: 'check.write',
  audit: 'check.correction_dropped',
  scope: (db, input: CorrectionInput, today) => visitScope(db, input.visitId, today),
  run: async (trx, input, deed) => {
    const found = await writable(trx, input, deed)
    if (!found.ok) return found
    const before = found.value.corrections.find((one) => one.id === input.correctionId)
    if (!before) return refuse('not_found')
    if (before.state !== 'open') return refuse('check_correction_not_open')
    await deleteCorrection(trx, before.id)
    return done({ visitId: input.visitId }, { ...traceOf(found.value, input, null), before })
  },
})

export type AnswerCorrectionInput = {
  readonly visitId: string
  readonly correctionId: string
  readonly answer: string
  readonly files: readonly Upload[]
}

/** The visited unit says what it did, with files that show it. */
export const answerCorrection = action({
  permission: 'check.answer',
  audit: 'check.correction_answered',
  scope: (db, input: AnswerCorrectionInput, today) => visitedScope(db, input.visitId, today),
  run: async (trx, input, deed) => {
    const visit = await lockedVisit(trx, input.visitId)
    const correction = visit?.corrections.find((one) => one.id === input.correctionId)
    if (!visit || !correction) return refuse('not_found')
    if (correction.state !== 'open' && correction.state !== 'returned')
      return refuse('check_correction_not_open')
    const { provinceId = null, blocId = null } = deed.scope
    for (const upload of input.files) {
      const file = await checkFile(upload, 'files')
      if (!file.ok) return file
      const owner = { provinceId, blocId, unitId: visit.unitId, uploadedBy: deed.accountId }
      await addCorrectionFile(trx, correction.id, (await storeFile(trx, file.value, owner)).id)
    }
    await updateCorrection(trx, correction.id, {
      state: 'answered',
      answer: input.answer,
      answeredOn: deed.today,
      answeredOnBehalf: deed.onBehalf,
    })
    const after = { correctionId: correction.id, answer: input.answer, files: input.files.length }
    return done({ correctionId: correction.id }, traceOf(visit, {}, after))
  },
})

export type SettleCorrectionInput = {
  readonly visitId: string
  readonly correctionId: string
  readonly decision: 'settle' | 'return'
  /** The team's words; needed when the answer does not do. */
  readonly verdict: string
}

/** Team or head settle a correction, or return it to the unit with what is missing. */
export const settleCorrection = action({
  permission: 'check.write',
  audit: 'check.correction_settled',
  scope: (db, input: SettleCorrectionInput, today) => visitScope(db, input.visitId, today),
  run: async (trx, input, deed) => {
    const visit = await lockedVisit(trx, input.visitId)
    const correction = visit?.corrections.find((one) => one.id === input.correctionId)
    if (!visit || !correction) return refuse('not_found')
    const part = visitPartOf(deed.actor, deed.scope, visit)
    if (!mayWriteVisit(part)) return refuse(part === 'visited' ? 'check_own_unit' : 'check_not_of_team')
    if (correction.state !== 'answered') return refuse('check_correction_not_answered')
    const verdict = input.verdict.trim()
    if (input.decision === 'return' && verdict === '') return refuseField('verdict', 'reason_required')
    await updateCorrection(
      trx,
      correction.id,
      input.decision === 'return'
        ? { state: 'returned', verdict }
        : { state: 'settled', verdict, settledOn: deed.today, settledBy: deed.accountId },
    )
    const { decision } = input
    return done(
      { decision },
      { ...traceOf(visit, {}, { correctionId: correction.id, decision, verdict }), reason: verdict },
    )
  },
})
