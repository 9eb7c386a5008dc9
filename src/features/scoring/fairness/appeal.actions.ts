import { action, type Deed, done } from '../../../actions/action.ts'
import { refuse, refuseField } from '../../../actions/failure.ts'
import type { Writing } from '../../../db/database.ts'
import { ok } from '../../../domain/result.ts'
import {
  type AppealKind,
  type Layer,
  lastDayToAppeal,
  mayAppeal,
  moveAppeal,
} from '../../../domain/scoring/index.ts'
import { type Attachment, keepAttachment } from '../../../files/keep.ts'
import type { StepChannel } from '../../../steps/steps.store.ts'
import { appraisingIn, recusedCriteria } from '../appraisal/appraiser.ts'
import {
  countScoreChange,
  listAssignments,
  listScores,
  lockScores,
  readBook,
  upsertScores,
} from '../scores.store.ts'
import { ofUnit, type UnitSheet, wayOf } from '../sheet/sheet.actions.ts'
import { readPoints } from '../sheet/sheet.ts'
import { ofYear } from '../table/table.actions.ts'
import { findTable } from '../table/table.store.ts'
import type { CriterionRow, YearTable } from '../table/table-model.ts'
import { appealWords } from './appeal.messages.ts'
import {
  type AppealRow,
  insertAppeal,
  listAppeals,
  listWindows,
  updateAppeal,
  upsertWindow,
} from './appeal.store.ts'
import { changedPoints, isAdopted, isShownToUnit, periodOf, questionedLayer, readShowing } from './appeals.ts'
import { listRecusals } from './recusal.store.ts'

export type ShowAppraisalInput = {
  readonly blocYearId: string
  /** The last day to question points; by the bloc's rule when left out. */
  readonly dueOn?: string | null
  /** Why the last day moves; needed when one was set before. */
  readonly reason?: string
}

/** Shows every unit its own finished appraisal; from today it may explain and question, until the last day. */
export const showAppraisal = action({
  permission: 'appeal.open',
  audit: 'appeal.shown',
  scope: ofYear<ShowAppraisalInput>,
  run: async (trx, { blocYearId, dueOn, reason = '' }, deed) => {
    const table = await findTable(trx, blocYearId)
    if (table?.state !== 'frozen') return refuse('score_table_not_frozen')
    const showing = await readShowing(trx, blocYearId)
    const before = showing.windows.find((one) => one.unitId === null)
    const last = dueOn ?? lastDayToAppeal(deed.today, showing.days.value)
    if (last < deed.today) return refuseField('dueOn', 'appeal_window_order')
    if (before && reason.trim() === '') return refuseField('reason', 'appeal_reopening_reason')
    if (showing.finished.size === 0) return refuse('appeal_nothing_to_show')
    const window = { unitId: null, shownOn: deed.today, dueOn: last, reason: reason.trim() }
    await upsertWindow(trx, { ...window, blocYearId, setBy: deed.accountId, setAt: deed.now })
    return done(
      { dueOn: last },
      { entity: 'appeal_window', entityId: blocYearId, before, after: window, reason },
    )
  },
})

export type ReopenAppealsInput = UnitSheet & { readonly dueOn: string; readonly reason: string }

/** Lets one unit question its points after the last day, with the reason; everybody who reads the audit sees it. */
export const reopenAppeals = action({
  permission: 'appeal.open',
  audit: 'appeal.reopened',
  scope: ofUnit<ReopenAppealsInput>,
  run: async (trx, { blocYearId, unitId, dueOn, reason }, deed) => {
    if (!deed.scope.year?.memberUnitIds.includes(unitId)) return refuse('not_found')
    if (dueOn < deed.today) return refuseField('dueOn', 'appeal_window_order')
    const before = (await listWindows(trx, blocYearId)).find((one) => one.unitId === unitId)
    const window = { unitId, shownOn: deed.today, dueOn, reason }
    await upsertWindow(trx, { ...window, blocYearId, setBy: deed.accountId, setAt: deed.now })
    return done({ dueOn }, { entity: 'appeal_window', entityId: unitId, before, after: window, reason })
  },
})

export type SendAppealInput = UnitSheet & {
  /** Code of the criterion; null: the sheet as a whole. */
  readonly code: string | null
  readonly kind: AppealKind
  readonly body: string
  readonly askedPoints?: string | null
  readonly files?: readonly Attachment[]
  readonly channel?: StepChannel
}

/** A unit explains or questions a point that a later layer changed. */
export const sendAppeal = action({
  permission: 'appeal.send',
  audit: 'appeal.sent',
  scope: ofUnit<SendAppealInput>,
  constraintFields: { appeal_open_once: 'code' },
  run: async (trx, input, deed) => {
    const { blocYearId, unitId, code, kind, body, channel = 'screen' } = input
    if (!deed.scope.year?.memberUnitIds.includes(unitId)) return refuse('not_found')
    const table = await findTable(trx, blocYearId)
    if (table?.state !== 'frozen') return refuse('score_table_not_frozen')
    const showing = await readShowing(trx, blocYearId)
    const book = await readBook(trx, table.id)
    const layer = questionedLayer(table, book, unitId, (one) =>
      isShownToUnit(showing, unitId, one, deed.today),
    )
    const scores = await listScores(trx, table.id, unitId)
    const changed = layer ? changedPoints(table, scores, layer) : []
    const allowed = mayAppeal({
      period: layer && periodOf(showing, unitId),
      today: deed.today,
      adopted: isAdopted(book),
      changed: code === null ? changed.length > 0 : changed.some((one) => one.code === code),
    })
    if (!allowed.ok)
      return allowed.error === 'notChanged'
        ? refuseField('code', 'appeal_notChanged')
        : refuse(`appeal_${allowed.error}`)
    if (!layer) return refuse('appeal_notShown')
    const row = code === null ? undefined : table.leafRows.find((one) => one.code === code)
    const asked = row && input.askedPoints ? readPoints(table, row, input.askedPoints) : undefined
    if (asked && 'fault' in asked)
      return refuseField('askedPoints', asked.fault.code, ...(asked.fault.params ?? []))
    const fileIds = await keepAll(trx, input.files ?? [], deed)
    if (!fileIds.ok) return fileIds
    const appeal = {
      scoreTableId: table.id,
      unitId,
      criterionId: row?.id ?? null,
      layer,
      kind,
      body,
      askedPoints: asked?.value.toFixed() ?? null,
      pointsThen: changed.find((one) => one.code === code)?.points ?? null,
      channel,
      onBehalf: deed.onBehalf,
      sentBy: deed.accountId,
      sentOn: deed.today,
    }
    const appealId = await insertAppeal(trx, appeal, fileIds.value)
    return done({ appealId }, { entity: 'appeal', entityId: appealId, after: { ...appeal, code } })
  },
})

export type AppealOfUnit = UnitSheet & { readonly appealId: string }

/** The unit takes its question back. */
export const withdrawAppeal = action({
  permission: 'appeal.send',
  audit: 'appeal.withdrawn',
  scope: ofUnit<AppealOfUnit>,
  run: async (trx, input) => {
    const found = await findAppeal(trx, input)
    if (!found) return refuse('not_found')
    const { appeal } = found
    const next = moveAppeal(appeal.state, 'withdraw')
    if (!next.ok || !(await updateAppeal(trx, appeal.id, appeal.state, { state: next.value })))
      return refuse('appeal_settled')
    return done({ appealId: appeal.id }, trace(appeal, { state: next.value }))
  },
})

export type AnswerAppealInput = AppealOfUnit & {
  /** `conference`: left to the conference, which settles it when it adopts the points. */
  readonly outcome: 'kept' | 'changed' | 'conference'
  /** For a question on the whole sheet: the criterion that is changed. */
  readonly code?: string | null
  /** The new points, when they are changed. */
  readonly points?: string | null
  readonly answer: string
}

/**
 * Head or deputy answers: the points stay, or become others in the layer in question with the answer as reason, or
 * the question goes to the conference. The rules of appraisal hold: nobody answers for the own unit, nobody who stepped back.
 */
export const answerAppeal = action({
  permission: 'appeal.answer',
  audit: 'appeal.answered',
  scope: ofUnit<AnswerAppealInput>,
  run: async (trx, input, deed) => {
    const found = await findAppeal(trx, input)
    if (!found) return refuse('not_found')
    const { appeal, table } = found
    const { outcome, answer } = input
    if (outcome === 'conference' && !table.layers.includes('final')) return refuse('appeal_no_conference')
    const next = moveAppeal(appeal.state, outcome === 'conference' ? 'refer' : 'answer')
    if (!next.ok) return refuse(`appeal_${next.error.code}`)
    const decider = await mayDecide(trx, input, appeal, deed)
    if (!decider.ok) return decider
    const changed = outcome === 'changed' ? await changePoint(trx, table, appeal, input, deed) : ok(null)
    if (!changed.ok) return changed
    const after = {
      state: next.value,
      ...(outcome === 'conference' ? {} : { outcome, pointsAfter: changed.value ?? appeal.pointsThen }),
      answer,
      answeredBy: deed.accountId,
      answeredOn: deed.today,
    }
    if (!(await updateAppeal(trx, appeal.id, appeal.state, after))) return refuse('appeal_settled')
    return done({ appealId: appeal.id, outcome }, trace(appeal, after, answer))
  },
})

/** What the conference adopted settles every question that was open; returns those it closed. */
export async function closeAppeals(
  trx: Writing,
  table: YearTable,
  how: string,
  deed: Deed,
): Promise<readonly string[]> {
  const open = (await listAppeals(trx, table.id)).filter(({ state }) => moveAppeal(state, 'close').ok)
  const adopted = new Map<string, Awaited<ReturnType<typeof listScores>>>()
  for (const appeal of open) {
    const scores = adopted.get(appeal.unitId) ?? (await listScores(trx, table.id, appeal.unitId))
    adopted.set(appeal.unitId, scores)
    const pointsIn = (layer: Layer, code: string) =>
      scores.find((one) => one.layer === layer && one.code === code)?.points ?? null
    const codes = appeal.code === null ? table.leafRows.map((row) => row.code) : [appeal.code]
    const changed = codes.some((code) => pointsIn('final', code) !== pointsIn(appeal.layer, code))
    await updateAppeal(trx, appeal.id, appeal.state, {
      state: 'closed',
      outcome: changed ? 'changed' : 'kept',
      pointsAfter: appeal.code === null ? null : pointsIn('final', appeal.code),
      answer: appealWords('vi').byConference(how),
      answeredBy: deed.accountId,
      answeredOn: deed.today,
    })
  }
  return open.map((one) => one.id)
}

async function findAppeal(trx: Writing, { blocYearId, unitId, appealId }: AppealOfUnit) {
  const table = await findTable(trx, blocYearId)
  if (table?.state !== 'frozen') return undefined
  await lockScores(trx, table.id)
  const appeal = (await listAppeals(trx, table.id, unitId)).find((one) => one.id === appealId)
  return appeal && { appeal, table }
}

async function mayDecide(trx: Writing, { blocYearId, unitId }: UnitSheet, appeal: AppealRow, deed: Deed) {
  const recusals = await listRecusals(trx, blocYearId)
  const as = appraisingIn(deed, unitId, 'head', await listAssignments(trx, blocYearId), recusals)
  if (!as.decision.allowed) return refuse(`appraisal_${as.decision.reason}`)
  const notMine = recusedCriteria(recusals, unitId, { accountId: deed.accountId, unitId: as.unitId })
  return appeal.code !== null && notMine.has(appeal.code) ? refuse('appraisal_recused') : ok(undefined)
}

/** The new point, put into the layer in question with the answer as its reason. */
async function changePoint(
  trx: Writing,
  table: YearTable,
  appeal: AppealRow,
  { code, points, answer }: AnswerAppealInput,
  deed: Deed,
) {
  const row = criterionOf(table, appeal.code ?? code ?? '')
  if (!row) return refuseField('code', 'choice_required')
  if (!points) return refuseField('points', 'required')
  const read = readPoints(table, row, points)
  if ('fault' in read) return refuseField('points', read.fault.code, ...(read.fault.params ?? []))
  const { layer, unitId } = appeal
  const layers = (await readBook(trx, table.id)).layers.get(unitId)
  const later = table.layers.slice(table.layers.indexOf(layer) + 1)
  if (later.some((one) => (layers?.get(one)?.size ?? 0) > 0)) return refuse('later_layer_opened')
  const held = layers?.get(layer)?.get(row.code)
  if (held?.state === 'notAssigned') return refuseField('code', 'criterion_unknown', row.code)
  if (held?.state === 'scored' && held.points.eq(read.value))
    return refuseField('points', 'appeal_same_points')
  const text = read.value.toFixed()
  const reason = appealWords('vi').byAppeal(answer)
  const score = { criterionId: row.id, unitId, points: text, inputs: {}, explanation: [], reason }
  await upsertScores(trx, [score], { ...wayOf(layer, 'screen', deed), onBehalf: false })
  await countScoreChange(trx, table.id)
  return ok(text)
}

function criterionOf(table: YearTable, code: string): CriterionRow | undefined {
  return table.leafRows.find((row) => row.code === code)
}

async function keepAll(trx: Writing, files: readonly Attachment[], deed: Deed) {
  const ids: string[] = []
  const { provinceId = null, blocId = null, unitId = null } = deed.scope
  for (const file of files) {
    const owner = { provinceId, blocId, unitId, uploadedBy: deed.accountId }
    const kept = await keepAttachment(trx, file, 'files', owner)
    if (!kept.ok) return kept
    if (kept.value) ids.push(kept.value)
  }
  return ok(ids)
}

function trace(appeal: AppealRow, after: object, reason?: string) {
  const { state, outcome, answer } = appeal
  return {
    entity: 'appeal',
    entityId: appeal.id,
    before: { state, outcome, answer },
    after,
    ...(reason === undefined ? {} : { reason }),
  }
}
