import { action, type Deed, done } from '../../actions/action.ts'
import { type Difference, type Failure, refuse, refuseField, refuseStale } from '../../actions/failure.ts'
import type { Reading, Writing } from '../../db/database.ts'
import { rolesIn, type Scope } from '../../domain/permissions/index.ts'
import { type AssigningPaper, changePledge } from '../../domain/pledges/index.ts'
import { err, ok, type Result } from '../../domain/result.ts'
import { type FigureRecord, findingSentence, needsReason } from '../../domain/results/index.ts'
import { targetOf, targetStatement } from '../../domain/targets/index.ts'
import { unitOf } from '../../domain/vietnamese/index.ts'
import { unitScope, yearScope } from '../../scopes/scopes.store.ts'
import { acceptStep, beginStep, returnStep, sendStep } from '../../steps/step-moves.ts'
import type { StepChannel } from '../../steps/steps.store.ts'
import { findIndicator, type IndicatorRow } from './indicators.store.ts'
import { targetFindings } from './target-findings.ts'
import {
  findLastYear,
  findMovement,
  insertTarget,
  isSigned,
  listVersions,
  type MovementRow,
  setTargetState,
  type TargetContent,
  type TargetPlace,
  type TargetRow,
  updateTarget,
} from './targets.store.ts'

/** What a target says; numbers as plain decimal text ("44462"). What is left out is empty. */
export type TargetInput = Pick<TargetContent, 'kind' | 'setBy'> &
  Partial<Omit<TargetContent, 'kind' | 'setBy'>>

/** Whom and what a target binds. */
export type TargetAt = {
  /** The year of the bloc; null for a target of a drive outside any bloc. */
  readonly blocYearId: string | null
  /** The unit it binds; null for the bloc as a whole. */
  readonly unitId: string | null
  /** The drive it belongs to, beside or instead of the year's own targets. */
  readonly movementId?: string | null
  readonly indicatorId: string
}

export type SetTargetInput = TargetAt &
  TargetInput & {
    readonly channel?: StepChannel
    /** Version of the target the form was opened on. */
    readonly version?: number
  }

/** A target is entered, or rewritten as long as nobody has signed it. */
export const setTarget = action({
  permission: 'target.write',
  audit: 'target.set',
  scope: (db, input: SetTargetInput, today) => scopeOf(db, input, today),
  constraintFields: { target_value_given: 'value', target_current_once: 'indicatorId' },
  run: async (trx, input, deed) => {
    const checked = await checkTarget(trx, input, deed)
    if (!checked.ok) return checked
    const { at, content } = checked.value
    const [current] = await listVersions(trx, at)
    const how = { channel: input.channel ?? 'screen', onBehalf: deed.onBehalf }
    if (current?.state !== 'current') {
      const target = { ...at, ...content, ...how, createdBy: deed.accountId, changeReason: '' }
      const versionNumber = (current?.versionNumber ?? 0) + 1
      const targetId = await insertTarget(trx, { ...target, versionNumber, replacesId: current?.id ?? null })
      await begin(trx, input, deed)
      return done({ targetId }, { entity: 'target', entityId: targetId, after: { ...at, ...content } })
    }
    // A form for a new target, or a drive told twice: what stands is not overwritten unseen.
    if (input.version === 0 || input.blocYearId === null)
      return refuseField('indicatorId', 'target_current_once')
    if (input.blocYearId && (await isSigned(trx, input.blocYearId, input.unitId)))
      return refuse('target_signed')
    if (!(await updateTarget(trx, current.id, input.version, { ...content, ...how }))) {
      return refuseStale(differencesOf(content, current))
    }
    await begin(trx, input, deed)
    return done(
      { targetId: current.id },
      { entity: 'target', entityId: current.id, before: current, after: content },
    )
  },
})

export type ChangeTargetInput = TargetAt &
  TargetInput & {
    readonly reason: string
    /** The paper of the assigning body; needed for an assigned target once the pledge is signed. */
    readonly paper?: AssigningPaper | null
    /** How the head agreed to the change of an own target, when it is entered by the head or the secretary. */
    readonly headConsent?: string
    readonly channel?: StepChannel
    readonly version?: number
  }

/** A target that was signed changes by a new version, by the rules of the pledge; the old version stays. */
export const changeTarget = action({
  permission: 'target.write',
  audit: 'target.changed',
  scope: (db, input: ChangeTargetInput, today) => scopeOf(db, input, today),
  constraintFields: { target_value_given: 'value' },
  run: async (trx, input, deed) => {
    const checked = await checkTarget(trx, input, deed)
    if (!checked.ok) return checked
    const { at, content, indicator } = checked.value
    const [current] = await listVersions(trx, at)
    if (current?.state !== 'current') return refuse('not_found')
    const signed = input.blocYearId !== null && (await isSigned(trx, input.blocYearId, input.unitId))
    const allowed = allowedChange(current, content, indicator, input, deed, signed)
    if (!allowed.ok) return allowed
    if (!(await setTargetState(trx, current.id, 'replaced', input.version))) {
      return refuseStale(differencesOf(content, current))
    }
    const targetId = await insertTarget(trx, {
      ...at,
      ...content,
      basis: paperWords(input.paper) || content.basis,
      versionNumber: current.versionNumber + 1,
      replacesId: current.id,
      changeReason: input.reason,
      channel: input.channel ?? 'screen',
      onBehalf: deed.onBehalf,
      createdBy: deed.accountId,
    })
    const after = { ...content, paper: input.paper ?? null, headConsent: input.headConsent ?? '' }
    return done(
      { targetId },
      { entity: 'target', entityId: targetId, before: current, after, reason: input.reason },
    )
  },
})

export type WithdrawTargetInput = TargetAt & { readonly reason: string; readonly version?: number }

/** A target entered by mistake is taken out, with the reason; after signing it takes a change to "không giao". */
export const withdrawTarget = action({
  permission: 'target.write',
  audit: 'target.withdrawn',
  scope: (db, input: WithdrawTargetInput, today) => scopeOf(db, input, today),
  run: async (trx, input, deed) => {
    if (input.reason.trim() === '') return refuseField('reason', 'reason_required')
    const at = await placeOf(trx, input, deed.scope)
    const [current] = at ? await listVersions(trx, at) : []
    if (current?.state !== 'current') return refuse('not_found')
    if (input.blocYearId && (await isSigned(trx, input.blocYearId, input.unitId)))
      return refuse('target_signed')
    if (!(await setTargetState(trx, current.id, 'withdrawn', input.version))) return refuseStale([])
    return done({}, { entity: 'target', entityId: current.id, before: current, reason: input.reason })
  },
})

export type TargetsStepInput = { readonly blocYearId: string; readonly unitId: string }
export type SendTargetsInput = TargetsStepInput & { readonly channel?: StepChannel }

/** The unit sends its targets to the head. */
export const sendTargets = action({
  permission: 'registration.send',
  audit: 'targets.sent',
  scope: (db, input: SendTargetsInput, today) => yearScope(db, input.blocYearId, today, input.unitId),
  run: (trx, { blocYearId, unitId, channel }, deed) =>
    sendStep(trx, { blocYearId, unitId, step: 'targets' }, channel ?? 'screen', deed),
})

export type ReturnTargetsInput = TargetsStepInput & { readonly reason: string }

/** The head gives the targets back, with the reason. */
export const returnTargets = action({
  permission: 'step.decide',
  audit: 'targets.returned',
  scope: (db, input: ReturnTargetsInput, today) => yearScope(db, input.blocYearId, today, input.unitId),
  run: (trx, { blocYearId, unitId, reason }, deed) =>
    returnStep(trx, { blocYearId, unitId, step: 'targets' }, reason, deed),
})

/** The head accepts the targets. */
export const acceptTargets = action({
  permission: 'step.decide',
  audit: 'targets.accepted',
  scope: (db, input: TargetsStepInput, today) => yearScope(db, input.blocYearId, today, input.unitId),
  run: (trx, { blocYearId, unitId }, deed) => acceptStep(trx, { blocYearId, unitId, step: 'targets' }, deed),
})

/** Where a target lies: in a year of a bloc, or with the unit that owns its drive. */
export async function scopeOf(
  db: Reading,
  at: Omit<TargetAt, 'indicatorId'>,
  today: string,
): Promise<Scope | undefined> {
  if (at.blocYearId) return yearScope(db, at.blocYearId, today, at.unitId ?? undefined)
  return at.unitId ? unitScope(db, at.unitId) : undefined
}

/** A target that may be stored: where it stands and what it says. */
export type Checked = {
  readonly at: TargetPlace
  readonly content: TargetContent
  readonly indicator: IndicatorRow
}

/** Whether a target is whole, in place, and nothing about its number asks for a reason. */
export async function checkTarget(
  trx: Writing,
  input: TargetAt & TargetInput,
  deed: Deed,
): Promise<Result<Checked, Failure>> {
  const indicator = await findIndicator(trx, input.indicatorId, deed.scope.provinceId)
  if (!indicator) return refuseField('indicatorId', 'choice_required')
  const at = await placeOf(trx, input, deed.scope)
  if (!at) return refuse('not_found')
  if (!indicator.isCurrent && (await listVersions(trx, at))[0]?.state !== 'current')
    return refuseField('indicatorId', 'indicator_replaced')
  const content = contentOf(input, indicator)
  const fault = targetFault(content, indicator, await findLastYear(trx, at))
  return fault ? err(fault) : ok({ at, content, indicator })
}

/** What keeps a target from being stored: something missing, or a number in doubt without a reason. */
export function targetFault(
  content: TargetContent,
  indicator: IndicatorRow,
  lastYear: FigureRecord | undefined,
): Failure | undefined {
  const shape = shapeFault(content)
  if (shape) return shape.error
  const found = targetFindings(content, indicator.unitOfMeasure, lastYear).find(needsReason)
  if (!found || content.suspiciousReason.trim() !== '') return undefined
  const [vi, en] = [findingSentence(found, 'vi'), findingSentence(found, 'en')]
  return {
    code: 'fields_wrong',
    fields: {
      value: { code: 'figure_suspicious', params: [vi, en] },
      suspiciousReason: { code: 'suspicious_reason_needed' },
    },
  }
}

async function placeOf(trx: Writing, input: TargetAt, scope: Scope): Promise<TargetPlace | undefined> {
  const movementId = input.movementId ?? null
  const movement = movementId ? await findMovement(trx, movementId) : undefined
  const year = scope.year?.year ?? movement?.year
  if (year === undefined || (movementId && !movement)) return undefined
  if (movement && !isOf(movement, input, scope)) return undefined
  const owner = input.unitId
    ? { unitId: input.unitId, blocId: null }
    : { unitId: null, blocId: scope.blocId ?? null }
  if (owner.unitId === null && owner.blocId === null) return undefined
  return { ...owner, indicatorId: input.indicatorId, year, movementId }
}

/** A drive takes targets of its own unit, of its own bloc, or (one of a province) of that province alone. */
function isOf(movement: MovementRow, { unitId }: TargetAt, scope: Scope): boolean {
  if (movement.unitId !== null) return movement.unitId === unitId
  if (movement.blocId !== null) return movement.blocId === scope.blocId
  return movement.provinceId === scope.provinceId
}

/** What a target says, whole, as it would be stored. */
export function contentOf(input: TargetInput, indicator: IndicatorRow): TargetContent {
  const typed = input.unitOfMeasure ?? ''
  const unitOfMeasure = typed === '' ? indicator.unitOfMeasure : (unitOf(typed)?.name ?? typed)
  const needsNumber = !['by_date', 'yes_no', 'not_assigned'].includes(input.kind)
  return {
    kind: input.kind,
    strict: input.strict ?? false,
    value: needsNumber ? (input.value ?? null) : null,
    valueMax: input.kind === 'range' ? (input.valueMax ?? null) : null,
    byDate: input.kind === 'by_date' ? (input.byDate ?? null) : null,
    baseValue: input.baseValue ?? null,
    baseYear: input.baseYear ?? null,
    unitOfMeasure,
    printed: input.printed ?? '',
    comparisons: input.comparisons ?? [],
    setBy: input.setBy,
    setByNote: input.setByNote ?? '',
    basis: input.basis ?? '',
    note: input.note ?? '',
    suspiciousReason: input.suspiciousReason ?? '',
  }
}

function shapeFault(content: TargetContent) {
  const { kind, value, valueMax, byDate } = content
  if (kind === 'by_date') return byDate === null ? refuseField('byDate', 'required') : undefined
  if (kind === 'yes_no' || kind === 'not_assigned') return undefined
  if (value === null) return refuseField('value', 'required')
  if (kind === 'range' && valueMax === null) return refuseField('valueMax', 'required')
  if (kind === 'range' && Number(valueMax) < Number(value)) return refuseField('valueMax', 'range_reversed')
  if (kind === 'level' && !['1', '2', '3', '4'].includes(value)) return refuseField('value', 'level_unknown')
  return undefined
}

async function begin(trx: Writing, input: SetTargetInput, deed: Deed): Promise<void> {
  const { blocYearId, unitId } = input
  if (!blocYearId || !unitId || input.movementId) return
  await beginStep(trx, { blocYearId, unitId, step: 'targets' }, input.channel ?? 'screen', deed)
}

/** The rules of the pledge on changing one of its items. */
function allowedChange(
  before: TargetRow,
  next: TargetContent,
  indicator: IndicatorRow,
  input: ChangeTargetInput,
  deed: Deed,
  signed: boolean,
): Result<undefined, Failure> {
  const item = (content: TargetContent) => ({
    id: input.indicatorId,
    unitId: input.unitId,
    setBy: content.setBy === 'own' ? ('own' as const) : ('assigned' as const),
    text: JSON.stringify([
      targetStatement(targetOf(content, indicator.direction)),
      content.unitOfMeasure,
      content.note,
    ]),
  })
  const roles = rolesIn(deed.actor, deed.scope)
  const isHead = roles.has('head') || roles.has('province')
  const headConsents = isHead || (roles.has('secretary') && (input.headConsent ?? '').trim() !== '')
  const change = { itemId: input.indicatorId, next: item(next), paper: input.paper ?? null, headConsents }
  const versions = [{ version: before.versionNumber, text: '', items: [item(before)], reason: null }]
  const changed = changePledge(versions, { changes: [change], reason: input.reason }, signed)
  if (changed.ok) return input.reason.trim() === '' ? refuseField('reason', 'reason_required') : ok(undefined)
  const code = changed.error[0]?.code ?? 'nothing_changes'
  const field = {
    reason_needed: 'reason',
    needs_assigning_paper: 'paperIssuer',
    origin_must_stay: 'setBy',
    nothing_changes: 'value',
  }[code as string]
  return field ? refuseField(field, code) : refuse(code)
}

function paperWords(paper: AssigningPaper | null | undefined): string {
  if (!paper) return ''
  return [paper.number, paper.issuer, paper.on].filter(Boolean).join(', ')
}

const compared = [
  'value',
  'valueMax',
  'byDate',
  'unitOfMeasure',
  'kind',
  'setBy',
  'basis',
  'printed',
  'note',
] as const

function differencesOf(mine: TargetContent, stored: TargetRow): readonly Difference[] {
  return compared.flatMap((field) => {
    const [own, theirs] = [mine[field] ?? '', stored[field] ?? '']
    return own === theirs ? [] : [{ field, before: '', after: theirs }]
  })
}
