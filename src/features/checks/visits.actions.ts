import { action, type Deed, done } from '../../actions/action.ts'
import { type Failure, refuse, refuseField, refuseStale } from '../../actions/failure.ts'
import type { Reading, Writing } from '../../db/database.ts'
import { mayWriteVisit, visitPartOf } from '../../domain/checks/index.ts'
import type { Scope } from '../../domain/permissions/index.ts'
import { ok, type Result } from '../../domain/result.ts'
import { currentMinutes, type VisitRecord } from '../../records/visit-record.ts'
import { findVisit } from '../../records/visits.store.ts'
import { yearScope } from '../../scopes/scopes.store.ts'
import { showOnBoard } from './board-step.ts'
import { cancelVisit } from './checks.store.ts'
import {
  deleteObservation,
  type HeldText,
  insertObservation,
  lockVisit,
  readSubjects,
  startNewMinutes,
  updateHeld,
  updateOpinion,
} from './visits.store.ts'

export type CancelVisitInput = { readonly visitId: string; readonly reason: string }

/** A visit will not take place, and the record says why. */
export const cancelCheckVisit = action({
  permission: 'check.manage',
  audit: 'check.visit_cancelled',
  scope: (db, input: CancelVisitInput, today) => visitScope(db, input.visitId, today),
  run: async (trx, { visitId, reason }, deed) => {
    const visit = await lockedVisit(trx, visitId)
    if (!visit) return refuse('not_found')
    if (visit.state !== 'planned') return refuse('check_visit_not_planned')
    if (reason.trim() === '') return refuseField('reason', 'reason_required')
    await cancelVisit(trx, visitId, reason.trim())
    await showOnBoard(trx, visit.blocYearId, visit.unitId, deed)
    return done({ visitId }, { entity: 'check_visit', entityId: visitId, after: { reason }, reason })
  },
})

/** Anything that changes what was signed says why. */
export type Changing = {
  readonly visitId: string
  /** Needed once somebody has signed: both sides then sign again. */
  readonly changeReason?: string
}

export type RecordVisitInput = Changing & HeldText & { readonly version?: number }

/** The team records that it was there: day, hours, place, who took part, what was looked at. */
export const recordVisit = action({
  permission: 'check.write',
  audit: 'check.visit_recorded',
  scope: (db, input: RecordVisitInput, today) => visitScope(db, input.visitId, today),
  constraintFields: { check_visit_hours_ordered: 'heldTo' },
  run: async (trx, input, deed) => {
    const found = await writable(trx, input, deed)
    if (!found.ok) return found
    const visit = found.value
    if (visit.state === 'cancelled') return refuse('check_visit_not_planned')
    if (visit.announcedOn === null) return refuse('check_plan_not_announced')
    if (input.heldOn > deed.today) return refuseField('heldOn', 'check_held_in_future')
    const { visitId, changeReason: _reason, version, ...held } = input
    if (!(await updateHeld(trx, visitId, version, held))) return refuseStale(differencesBetween(held, visit))
    await showOnBoard(trx, visit.blocYearId, visit.unitId, deed)
    return done({ visitId }, traceOf(visit, input, held))
  },
})

export type ObserveInput = Changing & {
  readonly kind: 'strength' | 'shortcoming'
  readonly body: string
  /** Of the year's score table; empty when it is about no criterion. */
  readonly criterionCode: string
  readonly indicatorId: string | null
}

/** The team writes down what it saw. */
export const observe = action({
  permission: 'check.write',
  audit: 'check.observed',
  scope: (db, input: ObserveInput, today) => visitScope(db, input.visitId, today),
  run: async (trx, input, deed) => {
    const found = await writable(trx, input, deed)
    if (!found.ok) return found
    const visit = found.value
    if (visit.state !== 'held') return refuse('check_visit_not_held')
    const { visitId, kind, body, criterionCode, indicatorId } = input
    const subjects = await readSubjects(trx, visit.blocYearId, visit.unitId, visit.year)
    if (criterionCode !== '' && !subjects.criteria.some((one) => one.code === criterionCode))
      return refuseField('criterionCode', 'choice_required')
    if (indicatorId !== null && !subjects.indicators.some((one) => one.id === indicatorId))
      return refuseField('indicatorId', 'choice_required')
    const observation = { kind, body, criterionCode, indicatorId }
    const observationId = await insertObservation(trx, { ...observation, checkVisitId: visitId })
    return done({ observationId }, traceOf(visit, input, { observation }))
  },
})

export type DropObservationInput = Changing & { readonly observationId: string }

/** An observation is taken out again. */
export const dropObservation = action({
  permission: 'check.write',
  audit: 'check.observation_dropped',
  scope: (db, input: DropObservationInput, today) => visitScope(db, input.visitId, today),
  run: async (trx, input, deed) => {
    const found = await writable(trx, input, deed)
    if (!found.ok) return found
    const before = found.value.observations.find((one) => one.id === input.observationId)
    if (!before) return refuse('not_found')
    await deleteObservation(trx, before.id)
    return done({ visitId: input.visitId }, { ...traceOf(found.value, input, null), before })
  },
})

export type GiveOpinionInput = Changing & { readonly opinion: string }

/** What the visited unit says to it; part of the minutes. */
export const giveOpinion = action({
  permission: 'check.answer',
  audit: 'check.opinion_given',
  scope: (db, input: GiveOpinionInput, today) => visitedScope(db, input.visitId, today),
  run: async (trx, input, deed) => {
    const visit = await lockedVisit(trx, input.visitId)
    if (visit?.state !== 'held') return refuse(visit ? 'check_visit_not_held' : 'not_found')
    const unlocked = await unfreeze(trx, visit, input, deed)
    if (!unlocked.ok) return unlocked
    await updateOpinion(trx, visit.id, input.opinion)
    return done({ visitId: visit.id }, traceOf(visit, input, { opinion: input.opinion }))
  },
})

/** The visit, locked and open to be written by whoever asks; what was signed is superseded with the reason given. */
export async function writable(
  trx: Writing,
  input: Changing,
  deed: Deed,
): Promise<Result<VisitRecord, Failure>> {
  const visit = await lockedVisit(trx, input.visitId)
  if (!visit) return refuse('not_found')
  const part = visitPartOf(deed.actor, deed.scope, visit)
  if (!mayWriteVisit(part)) return refuse(part === 'visited' ? 'check_own_unit' : 'check_not_of_team')
  const unlocked = await unfreeze(trx, visit, input, deed)
  return unlocked.ok ? ok(visit) : unlocked
}

/** A visit read under its lock. */
export async function lockedVisit(trx: Writing, visitId: string): Promise<VisitRecord | undefined> {
  await lockVisit(trx, visitId)
  return findVisit(trx, visitId)
}

/** Rights over a visit: those of its bloc's year. */
export async function visitScope(db: Reading, visitId: string, today: string): Promise<Scope | undefined> {
  const visit = await findVisit(db, visitId)
  return visit && yearScope(db, visit.blocYearId, today)
}

/** Rights of the visited unit over what is its own. */
export async function visitedScope(db: Reading, visitId: string, today: string): Promise<Scope | undefined> {
  const visit = await findVisit(db, visitId)
  return visit && yearScope(db, visit.blocYearId, today, visit.unitId)
}

/** What an act on a visit leaves in the audit. */
export function traceOf(visit: VisitRecord, { changeReason = '' }: Partial<Changing>, after: unknown) {
  return { entity: 'check_visit', entityId: visit.id, after, reason: changeReason }
}

async function unfreeze(
  trx: Writing,
  visit: VisitRecord,
  { changeReason = '' }: Changing,
  deed: Deed,
): Promise<Result<null, Failure>> {
  if (!currentMinutes(visit)) return ok(null)
  if (changeReason.trim() === '') return refuseField('changeReason', 'check_change_reason_required')
  await startNewMinutes(trx, visit.id, changeReason.trim())
  await showOnBoard(trx, visit.blocYearId, visit.unitId, deed)
  return ok(null)
}

function differencesBetween(mine: HeldText, stored: VisitRecord) {
  return (Object.keys(mine) as (keyof HeldText)[]).flatMap((field) =>
    (mine[field] ?? '') === (stored[field] ?? '')
      ? []
      : [{ field, before: mine[field] ?? '', after: stored[field] ?? '' }],
  )
}
