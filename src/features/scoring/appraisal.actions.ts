import { type Action, action, type Deed, done } from '../../actions/action.ts'
import { type FieldFault, refuse, refuseStale } from '../../actions/failure.ts'
import type { Writing } from '../../db/database.ts'
import {
  changesBetween,
  changesWithoutReason,
  type Entry,
  effectiveEntries,
  type Layer,
  type LayerEntries,
  rollUp,
} from '../../domain/scoring/index.ts'
import { beginStep } from '../../steps/step-moves.ts'
import { findStep, moveStep, type StepChannel } from '../../steps/steps.store.ts'
import { appraisingIn } from './appraiser.ts'
import {
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
  upsertScores,
} from './scores.store.ts'
import { ofUnit, type UnitSheet, wayOf } from './sheet.actions.ts'
import { differencesOf, lineField, readPoints, stampOf } from './sheet.ts'
import { ofYear } from './table.actions.ts'
import { findTable } from './table.store.ts'
import type { YearTable } from './table-model.ts'

/** One line of an appraisal: left out means as the layer before has it. */
export type AppraisedLine = { readonly points?: string | null; readonly reason?: string }

export type SaveAppraisalInput = UnitSheet & {
  /** Lines by code of the criterion that were looked at; the rest is taken over from the layer before. */
  readonly lines: Readonly<Record<string, AppraisedLine>>
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

/** The conference adopts the points of all units: those appraised before, with the changes it made. */
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
      const lines = Object.fromEntries(own.map(({ code, points, reason }) => [code, { points, reason }]))
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
    return done(
      { scores: scores.length, changes: changes.length },
      { entity: 'score_table', entityId: table.id, after: { how: input.how, changes }, reason: input.how },
    )
  },
})

/** A single change stands in a form of its own; of several each is named by its criterion and unit. */
function fieldOfChange(field: string, unitId: string, changes: number): string {
  if (changes === 1) return field.startsWith('points.') ? 'points' : 'reason'
  return `${field}@${unitId}`
}

/** The entries a layer starts from: those of the last layer before it that was opened for the unit. */
export function entriesBefore(
  table: Pick<YearTable, 'layerRules'>,
  layers: LayerEntries | undefined,
  layer: Layer,
): ReadonlyMap<string, Entry> | undefined {
  if (!layers) return undefined
  const { order } = table.layerRules
  return order
    .slice(0, order.indexOf(layer))
    .toReversed()
    .map((earlier) => effectiveEntries(layers, table.layerRules, earlier))
    .find((entries) => entries !== undefined)
}

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
  const as = appraisingIn(deed, unitId, layer, await listAssignments(trx, blocYearId), input.forUnitId)
  if (!as.decision.allowed) return refuse(`appraisal_${as.decision.reason}`)
  await lockScores(trx, table.id)
  const step = await findStep(trx, blocYearId, unitId, 'self_score')
  if (step?.state !== 'sent' && step?.state !== 'accepted') return refuse('self_score_not_sent')
  const [stored, book] = [await listScores(trx, table.id, unitId), await readBook(trx, table.id)]
  const layers = book.layers.get(unitId)
  if (isLaterOpened(table, layers, layer)) return refuse('later_layer_opened')
  const before = entriesBefore(table, layers, layer)
  if (!before) return refuse('nothing_to_appraise')
  const read = readLines(
    table,
    unitId,
    withPartial(table, layer, input.lines, before),
    before,
    book.exemptions.get(unitId),
  )
  if (Object.keys(read.faults).length > 0) {
    return { ok: false as const, error: { code: 'fields_wrong', fields: read.faults } }
  }
  const scores = table.layerRules.partial?.includes(layer)
    ? read.scores.filter((one) => read.lookedAt.has(one.criterionId))
    : read.scores
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

type ReadLines = {
  readonly scores: readonly NewScore[]
  readonly lookedAt: ReadonlySet<string>
  readonly changes: number
  readonly faults: Readonly<Record<string, FieldFault>>
}

/** The lines of a layer over those before it; a changed point needs a reason. */
function readLines(
  table: YearTable,
  unitId: string,
  lines: SaveAppraisalInput['lines'],
  before: ReadonlyMap<string, Entry>,
  exempt: ReadonlyMap<string, string> | undefined,
  fieldOf: (field: string) => string = (field) => field,
): ReadLines {
  const faults: Record<string, FieldFault> = {}
  const after = new Map<string, Entry>()
  const lookedAt = new Set<string>()
  for (const code of Object.keys(lines)) {
    if (!table.leafRows.some((row) => row.code === code)) {
      faults[fieldOf(lineField.points(code))] = { code: 'criterion_unknown', params: [code] }
    }
  }
  for (const row of table.leafRows) {
    if (exempt?.has(row.code)) continue
    const typed = lines[row.code]?.points
    const held = before.get(row.code)
    if (typed == null || typed === '') {
      if (held?.state === 'scored') after.set(row.code, held)
      continue
    }
    lookedAt.add(row.id)
    const read = readPoints(table, row, typed)
    if ('fault' in read) faults[fieldOf(lineField.points(row.code))] = read.fault
    else after.set(row.code, { state: 'scored', points: read.value })
  }
  const reasons = new Map(Object.entries(lines).map(([code, { reason = '' }]) => [code, reason]))
  const changes = changesBetween(table.table, before, after, reasons)
  for (const { code } of changesWithoutReason(changes)) {
    faults[fieldOf(lineField.note(code))] = { code: 'change_reason_required' }
  }
  const scores = table.leafRows.flatMap((row): NewScore[] => {
    const entry = after.get(row.code)
    if (entry?.state !== 'scored') return []
    return [
      {
        criterionId: row.id,
        unitId,
        points: entry.points.toFixed(),
        inputs: {},
        explanation: [],
        reason: reasons.get(row.code)?.trim() ?? '',
      },
    ]
  })
  return { scores, lookedAt, changes: changes.length, faults }
}

/** A layer that looks at some criteria only says so by the lines it holds. */
function withPartial(
  table: YearTable,
  layer: Layer,
  lines: SaveAppraisalInput['lines'],
  before: ReadonlyMap<string, Entry>,
): SaveAppraisalInput['lines'] {
  if (!table.layerRules.partial?.includes(layer)) return lines
  return Object.fromEntries(
    Object.entries(lines).map(([code, line]) => {
      const held = before.get(code)
      const points = line.points || (line.reason && held?.state === 'scored' ? held.points.toFixed() : null)
      return [code, { ...line, points }]
    }),
  )
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
