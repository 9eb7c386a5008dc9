import { action, done } from '../../actions/action.ts'
import { type Failure, refuse, refuseField, refuseStale } from '../../actions/failure.ts'
import type { Reading, Writing } from '../../db/database.ts'
import { rolesIn } from '../../domain/permissions/index.ts'
import { ok, type Result } from '../../domain/result.ts'
import { targetOf, targetStatement } from '../../domain/targets/index.ts'
import { yearScope } from '../../scopes/scopes.store.ts'
import { decideRequest, findWaiting, insertRequest, type TargetRequestRow } from './target-requests.store.ts'
import { checkTarget, type TargetInput } from './targets.actions.ts'
import { findTarget, insertTarget, isSigned, setTargetState, type TargetRow } from './targets.store.ts'

/** A signed target of a unit. */
export type RequestAt = {
  readonly blocYearId: string
  readonly unitId: string
  readonly targetId: string
}

export type RequestChangeInput = RequestAt &
  TargetInput & {
    readonly reason: string
    /** Version of the target the form was opened on. */
    readonly version: number
  }

/** A unit asks the head to agree to another level of one of its own targets; until then the signed one holds. */
export const requestTargetChange = action({
  permission: 'target.write',
  audit: 'target.change_requested',
  scope: (db, input: RequestChangeInput, today) => scopeOf(db, input, today),
  constraintFields: { target_request_waiting_once: 'reason' },
  run: async (trx, input, deed) => {
    const { blocYearId, unitId, targetId } = input
    const current = await openTarget(trx, input)
    if (!current.ok) return current
    const target = current.value
    if (target.version !== input.version) return refuseStale([])
    if (target.setBy !== 'own') return refuseField('paperIssuer', 'needs_assigning_paper')
    if (input.setBy !== 'own') return refuseField('setBy', 'origin_must_stay')
    if (!(await isSigned(trx, blocYearId, unitId))) return refuse('target_not_signed')
    const checked = await checkTarget(trx, { ...input, indicatorId: target.indicatorId }, deed)
    if (!checked.ok) return checked
    const { content, indicator } = checked.value
    const say = (of: typeof content) => targetStatement(targetOf(of, indicator.direction))
    if (say(content) === say(target) && content.note === target.note)
      return refuseField('value', 'nothing_changes')
    const reason = input.reason.trim()
    if (reason === '') return refuseField('reason', 'reason_required')
    const requestId = await insertRequest(trx, {
      blocYearId,
      targetId,
      content,
      reason,
      askedBy: deed.accountId,
    })
    return done(
      { requestId },
      { entity: 'target_request', entityId: requestId, before: target, after: content, reason },
    )
  },
})

export type AgreeInput = RequestAt & { readonly answer: string }

/** The head agrees: the target becomes a new version as asked; the signed one stays beside it. */
export const agreeTargetChange = action({
  permission: 'target.consent',
  audit: 'target.change_agreed',
  scope: (db, input: AgreeInput, today) => scopeOf(db, input, today),
  run: async (trx, input, deed) => {
    const waiting = await openRequest(trx, input)
    if (!waiting.ok) return waiting
    const { request, target } = waiting.value
    const answer = input.answer.trim()
    // The secretary signs nothing: the words say how the head agreed.
    const roles = rolesIn(deed.actor, deed.scope)
    if (answer === '' && !roles.has('head') && !roles.has('province'))
      return refuseField('answer', 'head_consent_words_needed')
    await decideRequest(trx, request.id, { state: 'agreed', answer, decidedBy: deed.accountId })
    if (!(await setTargetState(trx, target.id, 'replaced', target.version))) return refuseStale([])
    const { indicatorId, year, unitId, blocId, movementId } = target
    const newId = await insertTarget(trx, {
      indicatorId,
      year,
      unitId,
      blocId,
      movementId,
      ...request.content,
      versionNumber: target.versionNumber + 1,
      replacesId: target.id,
      changeReason: request.reason,
      channel: 'screen',
      onBehalf: false,
      createdBy: deed.accountId,
    })
    const after = { ...request.content, headConsent: answer }
    return done(
      { targetId: newId },
      { entity: 'target', entityId: newId, before: target, after, reason: request.reason },
    )
  },
})

export type RefuseInput = RequestAt & { readonly answer: string }

/** The head does not agree, with the reason the unit reads; the signed target holds. */
export const refuseTargetChange = action({
  permission: 'target.consent',
  audit: 'target.change_refused',
  scope: (db, input: RefuseInput, today) => scopeOf(db, input, today),
  run: async (trx, input, deed) => {
    const waiting = await openRequest(trx, input)
    if (!waiting.ok) return waiting
    const answer = input.answer.trim()
    if (answer === '') return refuseField('refusal', 'reason_required')
    const { request } = waiting.value
    await decideRequest(trx, request.id, { state: 'refused', answer, decidedBy: deed.accountId })
    return done({}, { entity: 'target_request', entityId: request.id, before: request, reason: answer })
  },
})

/** The unit takes its request back. */
export const takeBackTargetChange = action({
  permission: 'target.write',
  audit: 'target.change_taken_back',
  scope: (db, input: RequestAt, today) => scopeOf(db, input, today),
  run: async (trx, input, deed) => {
    const waiting = await openRequest(trx, input)
    if (!waiting.ok) return waiting
    const { request } = waiting.value
    await decideRequest(trx, request.id, { state: 'taken_back', answer: '', decidedBy: deed.accountId })
    return done({}, { entity: 'target_request', entityId: request.id, before: request })
  },
})

function scopeOf(db: Reading, at: RequestAt, today: string) {
  return yearScope(db, at.blocYearId, today, at.unitId)
}

/** The target in force, of this very unit. */
async function openTarget(trx: Writing, at: RequestAt): Promise<Result<TargetRow, Failure>> {
  const target = await findTarget(trx, at.targetId)
  if (target?.unitId !== at.unitId || target.movementId !== null || target.state !== 'current')
    return refuse('not_found')
  return ok(target)
}

async function openRequest(
  trx: Writing,
  at: RequestAt,
): Promise<Result<{ readonly request: TargetRequestRow; readonly target: TargetRow }, Failure>> {
  const target = await openTarget(trx, at)
  if (!target.ok) return target
  const request = await findWaiting(trx, at.targetId)
  if (request?.blocYearId !== at.blocYearId) return refuse('request_gone')
  return ok({ request, target: target.value })
}
