import { type Action, action, type Deed, done } from '../../../actions/action.ts'
import { type FieldFault, refuse, refuseField, refuseStale } from '../../../actions/failure.ts'
import type { Writing } from '../../../db/database.ts'
import { type Entry, type Layer, type LayerEntries, rollUp } from '../../../domain/scoring/index.ts'
import { beginStep } from '../../../steps/step-moves.ts'
import { findStep, listSteps, moveStep, type StepChannel } from '../../../steps/steps.store.ts'
import { closeAppeals } from '../fairness/appeal.actions.ts'
import { listJudgedLines, upsertJudgedLines } from '../fairness/judges.store.ts'
import { listRecusals } from '../fairness/recusal.store.ts'
import {
  type Assignment,
  countScoreChange,
  deleteOtherScores,
  findCrossPlan,
  isVisitUnsigned,
  listAssignments,
  listScores,
  lockScores,
  type NewScore,
  readBook,
  replaceAssignments,
  type ScoreBook,
  upsertScores,
} from '../scores.store.ts'
import { ofUnit, type UnitSheet, wayOf } from '../sheet/sheet.actions.ts'
import { differencesOf, readPoints, stampOf } from '../sheet/sheet.ts'
import { ofYear } from '../table/table.actions.ts'
import { findTable } from '../table/table.store.ts'
import type { YearTable } from '../table/table-model.ts'
import {
  type AppraisedLines,
  changedEarlier,
  entriesBefore,
  fieldOfChange,
  linesHeld,
  readLines,
  recusedLines,
  withPartial,
} from './appraisal-lines.ts'
import { type AppraisingAs, appraisingIn, recusedCriteria } from './appraiser.ts'
import { type NormalisedBook, normalisedCrossChecks, withNormalised } from './normalised.ts'

export type SaveAppraisalInput = UnitSheet & {
  /** Lines by code of the criterion that were looked at; the rest is taken over from the layer before. */
  readonly lines: AppraisedLines
  /** Codes of the criteria the judge ticked as looked at; what is changed counts as looked at, too. */
  readonly looked?: readonly string[]
  /** Done with this unit: the board shows it. */
  readonly finish: boolean
  readonly channel?: StepChannel
  /** For the secretary and the province's officer: the unit whose appraisal they write down. */
  readonly forUnitId?: string
  readonly stamp?: string
}

export type AppraisalSaved = {
  readonly total: string
  readonly changes: number
  readonly missing: readonly string[]
  /** Whether the unit is done in this layer; the state agency's scores need no such mark. */
  readonly finished: boolean
}

/** A cross-check by an assigned unit. */
export const saveCrossCheck = action({
  permission: 'score.cross',
  audit: 'score.cross_checked',
  scope: ofUnit<SaveAppraisalInput>,
  run: (trx, input: SaveAppraisalInput, deed) => saveLayer(trx, 'cross', input, deed),
})

/** The appraisal by head and deputy. */
export const saveHeadAppraisal = action({
  permission: 'score.appraise',
  audit: 'score.appraised',
  scope: ofUnit<SaveAppraisalInput>,
  run: (trx, input: SaveAppraisalInput, deed) => saveLayer(trx, 'head', input, deed),
})

/** What the standing agency accepted. */
export const saveAgencyScores = action({
  permission: 'score.agency',
  audit: 'score.agency_accepted',
  scope: ofUnit<SaveAppraisalInput>,
  run: (trx, input: SaveAppraisalInput, deed) => saveLayer(trx, 'agency', input, deed),
})

/** The act of each layer that is filled unit by unit. */
export const appraisalActions: Readonly<
  Record<
    'cross' | 'head' | 'agency',
    Action<'score.cross' | 'score.appraise' | 'score.agency', string, SaveAppraisalInput, AppraisalSaved>
  >
> = { cross: saveCrossCheck, head: saveHeadAppraisal, agency: saveAgencyScores }

export type AssignAppraisersInput = {
  readonly blocYearId: string
  /** `cross`: who checks whom; `head`: who appraises the head's unit where there is no deputy. */
  readonly layer: 'cross' | 'head'
  readonly assignments: readonly { readonly unitId: string; readonly appraiserUnitId: string }[]
}

/** The assignments of a layer as a whole. */
export const assignAppraisers = action({
  permission: 'score_table.manage',
  audit: 'score.appraisers_assigned',
  scope: ofYear<AssignAppraisersInput>,
  run: async (trx, { blocYearId, layer, assignments }, deed) => {
    const members = deed.scope.year?.memberUnitIds ?? []
    if (assignments.some((one) => one.unitId === one.appraiserUnitId))
      return refuse('nobody_appraises_itself')
    const strangers = assignments.some(
      ({ unitId, appraiserUnitId }) => !members.includes(unitId) || !members.includes(appraiserUnitId),
    )
    if (strangers) return refuse('not_found')
    if (layer === 'cross' && (await findCrossPlan(trx, blocYearId))) return refuse('cross_assigned_by_teams')
    const recused = (await listRecusals(trx, blocYearId)).filter(
      (one) => one.liftedOn === null && one.accountId === null && one.criterionCode === null,
    )
    const steppedBack = assignments.find(({ unitId, appraiserUnitId }) =>
      recused.some((one) => one.unitId === unitId && one.appraiserUnitId === appraiserUnitId),
    )
    if (steppedBack) return refuseField(`by.${steppedBack.unitId}`, 'appraiser_recused')
    const before = (await listAssignments(trx, blocYearId)).filter((one) => one.layer === layer)
    await replaceAssignments(trx, blocYearId, layer, assignments)
    return done(
      { count: assignments.length },
      { entity: 'appraisal_assignment', entityId: blocYearId, before, after: { layer, assignments } },
    )
  },
})

export type AdoptFinalScoresInput = {
  readonly blocYearId: string
  /** How the bloc adopted them: at the year-end conference of … */
  readonly how: string
  /** What the conference changed, by unit and code; a reason with each. */
  readonly changes?: readonly (Pick<UnitSheet, 'unitId'> & {
    readonly code: string
    readonly points: string
    readonly reason: string
  })[]
  readonly channel?: StepChannel
}

/**
 * The conference adopts the points of all units: those appraised before, with the changes it made, now or in an
 * earlier record of the same conference. Questions that were still open are settled by it.
 */
export const adoptFinalScores = action({
  permission: 'score.adopt',
  audit: 'score.final_adopted',
  scope: ofYear<AdoptFinalScoresInput>,
  run: async (trx, input, deed) => {
    const { blocYearId, changes = [] } = input
    const table = await findTable(trx, blocYearId)
    if (table?.state !== 'frozen') return refuse('score_table_not_frozen')
    if (!table.layers.includes('final')) return refuse('layer_not_used')
    await lockScores(trx, table.id)
    const book = await readBook(trx, table.id)
    const scores: NewScore[] = []
    const faults: Record<string, FieldFault> = {}
    for (const unitId of deed.scope.year?.memberUnitIds ?? []) {
      const before = entriesBefore(table, book.layers.get(unitId), 'final')
      if (!before) continue
      const own = changes.filter((one) => one.unitId === unitId)
      const lines = {
        ...changedEarlier(await listScores(trx, table.id, unitId), before),
        ...Object.fromEntries(own.map(({ code, points, reason }) => [code, { points, reason }])),
      }
      const read = readLines(table, unitId, lines, before, book.exemptions.get(unitId), (field) =>
        fieldOfChange(field, unitId, changes.length),
      )
      Object.assign(faults, read.faults)
      scores.push(...read.scores)
    }
    if (Object.keys(faults).length > 0) return { ok: false, error: { code: 'fields_wrong', fields: faults } }
    if (scores.length === 0) return refuse('nothing_to_adopt')
    await upsertScores(trx, scores, { ...wayOf('final', input.channel, deed), onBehalf: false })
    await countScoreChange(trx, table.id)
    const appealsClosed = await closeAppeals(trx, table, input.how, deed)
    return done(
      { scores: scores.length, changes: changes.length },
      {
        entity: 'score_table',
        entityId: table.id,
        after: { how: input.how, changes, appealsClosed },
        reason: input.how,
      },
    )
  },
})

async function saveLayer(
  trx: Writing,
  layer: 'cross' | 'head' | 'agency',
  input: SaveAppraisalInput,
  deed: Deed,
) {
  const { blocYearId, unitId } = input
  if (!deed.scope.year?.memberUnitIds.includes(unitId)) return refuse('not_found')
  const table = await findTable(trx, blocYearId)
  if (table?.state !== 'frozen') return refuse('score_table_not_frozen')
  if (!table.layers.includes(layer)) return refuse('layer_not_used')
  const recusals = await listRecusals(trx, blocYearId)
  const assignments = await listAssignments(trx, blocYearId)
  const as = appraisingIn(deed, unitId, layer, assignments, recusals, input.forUnitId)
  if (!as.decision.allowed) return refuse(`appraisal_${as.decision.reason}`)
  await lockScores(trx, table.id)
  const step = await findStep(trx, blocYearId, unitId, 'self_score')
  if (step?.state !== 'sent' && step?.state !== 'accepted') return refuse('self_score_not_sent')
  const [stored, book] = [await listScores(trx, table.id, unitId), await readBook(trx, table.id)]
  const layers = book.layers.get(unitId)
  if (isLaterOpened(table, layers, layer)) return refuse('later_layer_opened')
  const judged = table.table.normalisation ? await listJudgedLines(trx, table.id) : []
  const normalised: NormalisedBook = layer === 'head' ? normalisedCrossChecks(table, book, judged) : new Map()
  const waits = await waitsForNormalisation(trx, table, layer, assignments, book)
  if (waits) return waits
  const entered = entriesBefore(table, layers, layer)
  if (!entered) return refuse('nothing_to_appraise')
  const before = withNormalised(entered, normalised, unitId)
  const notMine = recusedCriteria(recusals, unitId, { accountId: deed.accountId, unitId: as.unitId })
  const faults = recusedLines(input.lines, notMine, stored, layer, before)
  if (faults) return { ok: false as const, error: { code: 'fields_wrong', fields: faults } }
  const lines = { ...input.lines, ...linesHeld(stored, layer, notMine) }
  const read = readLines(
    table,
    unitId,
    withPartial(table, layer, lines, before),
    before,
    book.exemptions.get(unitId),
  )
  if (Object.keys(read.faults).length > 0) {
    return { ok: false as const, error: { code: 'fields_wrong', fields: read.faults } }
  }
  const kept = table.layerRules.partial?.includes(layer)
    ? read.scores.filter((one) => read.lookedAt.has(one.criterionId))
    : read.scores
  const scores = kept.map((one) => explainedAs(table, one, normalised))
  if (input.stamp !== undefined && input.stamp !== stampOf(stored, layer)) {
    const codes = new Map(table.leafRows.map((row) => [row.id, row.code]))
    const mine = new Map(scores.map((one) => [codes.get(one.criterionId) ?? '', one]))
    return refuseStale(differencesOf(stored, layer, mine))
  }
  const way = { ...wayOf(layer, input.channel, deed), onBehalf: as.recorded }
  await upsertScores(trx, scores, way)
  await deleteOtherScores(
    trx,
    table.id,
    unitId,
    layer,
    scores.map((one) => one.criterionId),
  )
  await countScoreChange(trx, table.id)
  await markJudged(trx, table, layer, input, { as, notMine, exempt: book.exemptions.get(unitId) }, deed)
  await markStep(trx, layer, input, way, deed)
  return appraised(table, input, layer, read.changes, scores, before, as.unitId)
}

function appraised(
  table: YearTable,
  input: SaveAppraisalInput,
  layer: Layer,
  changes: number,
  scores: readonly NewScore[],
  before: ReadonlyMap<string, Entry>,
  appraiserUnitId: string | null,
) {
  const codes = new Map(table.leafRows.map((row) => [row.id, row.code]))
  const entries = new Map(before)
  for (const one of scores) {
    const code = codes.get(one.criterionId)
    if (code) entries.set(code, { state: 'scored', points: readBig(table, one) })
  }
  const score = rollUp(table.table, entries)
  const value: AppraisalSaved = {
    total: score.total.toFixed(),
    changes,
    missing: score.completeness.missing,
    finished: layer === 'agency' || input.finish,
  }
  return done(value, {
    entity: 'score',
    entityId: input.unitId,
    after: { layer, appraiserUnitId, lines: input.lines, finish: input.finish },
  })
}

function readBig(table: YearTable, score: NewScore) {
  const row = table.leafRows.find((one) => one.id === score.criterionId)
  const read = row && readPoints(table, row, score.points)
  if (!read || 'fault' in read) throw new Error(`Stored points out of bounds: ${score.points}`)
  return read.value
}

/**
 * Where the table normalises cross-checked points, the appraisal starts when all assigned cross-checks are finished,
 * and no cross-check changes once an appraisal has begun: both would move the points of others.
 */
async function waitsForNormalisation(
  trx: Writing,
  table: YearTable,
  layer: Layer,
  assignments: readonly Assignment[],
  book: ScoreBook,
) {
  if (!table.table.normalisation) return undefined
  const begun = [...book.layers.values()].some((layers) => (layers.get('head')?.size ?? 0) > 0)
  if (layer === 'cross') return begun ? refuse('normalisation_closed') : undefined
  if (layer !== 'head') return undefined
  const finished = new Set(
    (await listSteps(trx, table.blocYearId)).flatMap(({ unitId, step, state }) =>
      step === 'cross_check' && state === 'accepted' ? [unitId] : [],
    ),
  )
  const checked = new Set(assignments.flatMap((one) => (one.layer === 'cross' ? [one.unitId] : [])))
  const open = [...checked].filter((unit) => !finished.has(unit)).length
  return open > 0 ? refuse('normalisation_waits', String(open)) : undefined
}

/** A point taken over from the normalised cross-check says so, with the raw point. */
function explainedAs(table: YearTable, score: NewScore, normalised: NormalisedBook): NewScore {
  const code = table.leafRows.find((row) => row.id === score.criterionId)?.code ?? ''
  const found = normalised.get(score.unitId)?.get(code)
  if (!found || found.raw.eq(found.points) || found.points.toFixed() !== score.points) return score
  const params = { raw: found.raw.toFixed(), points: found.points.toFixed() }
  return { ...score, explanation: [{ code: 'normalised', params }] }
}

/** Keeps who looked at which line: what was ticked or changed, and with the finished unit all the rest. */
async function markJudged(
  trx: Writing,
  table: YearTable,
  layer: Layer,
  { unitId, lines, looked = [], finish }: SaveAppraisalInput,
  by: {
    readonly as: AppraisingAs
    readonly notMine: ReadonlySet<string>
    readonly exempt: ReadonlyMap<string, string> | undefined
  },
  deed: Deed,
): Promise<void> {
  const judging = {
    unitId,
    layer,
    appraiserUnitId: by.as.unitId,
    judgedBy: by.as.recorded ? null : deed.accountId,
    judgedAt: deed.now,
  }
  const due = table.leafRows.filter(({ code }) => !by.exempt?.has(code) && !by.notMine.has(code))
  const touched = due.filter(
    ({ code }) => looked.includes(code) || lines[code]?.points || lines[code]?.reason,
  )
  const idsOf = (rows: YearTable['leafRows']) => rows.map((row) => row.id)
  await upsertJudgedLines(trx, idsOf(touched), judging, true)
  if (finish && !table.layerRules.partial?.includes(layer))
    await upsertJudgedLines(trx, idsOf(due), judging, false)
}

function isLaterOpened(table: YearTable, layers: LayerEntries | undefined, layer: Layer): boolean {
  const { order } = table.layerRules
  return order.slice(order.indexOf(layer) + 1).some((later) => (layers?.get(later)?.size ?? 0) > 0)
}

async function markStep(
  trx: Writing,
  layer: 'cross' | 'head' | 'agency',
  { blocYearId, unitId, finish, channel = 'screen' }: SaveAppraisalInput,
  way: { readonly onBehalf: boolean },
  deed: Deed,
): Promise<void> {
  if (layer === 'agency') return
  const step = layer === 'cross' ? 'cross_check' : 'appraisal'
  // A unit that is visited has been checked once both sides have signed the minutes, not before.
  const unsigned = layer === 'cross' && (await isVisitUnsigned(trx, blocYearId, unitId))
  if (!finish || unsigned) return beginStep(trx, { blocYearId, unitId, step }, channel, deed)
  if (layer === 'head') await takeSheet(trx, blocYearId, unitId, deed)
  await moveStep(trx, {
    blocYearId,
    unitId,
    step,
    state: 'accepted',
    channel,
    onBehalf: way.onBehalf,
    sentOn: deed.today,
    accountId: deed.accountId,
  })
}

/** A sheet the head has appraised is taken; how it came in stays on the board. */
async function takeSheet(trx: Writing, blocYearId: string, unitId: string, deed: Deed): Promise<void> {
  const sheet = await findStep(trx, blocYearId, unitId, 'self_score')
  if (sheet?.state !== 'sent') return
  const { channel, onBehalf } = sheet
  const step = 'self_score' as const
  await moveStep(trx, {
    blocYearId,
    unitId,
    step,
    state: 'accepted',
    channel,
    onBehalf,
    accountId: deed.accountId,
  })
}
