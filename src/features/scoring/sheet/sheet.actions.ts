import { action, type Deed, done } from '../../../actions/action.ts'
import { type Failure, refuse, refuseField, refuseStale } from '../../../actions/failure.ts'
import type { Reading, Writing } from '../../../db/database.ts'
import { ok, type Result } from '../../../domain/result.ts'
import { type Facts, rollUp } from '../../../domain/scoring/index.ts'
import { type Attachment, keepAttachment } from '../../../files/keep.ts'
import { yearScope } from '../../../scopes/scopes.store.ts'
import { acceptStep, beginStep, returnStep, sendStep } from '../../../steps/step-moves.ts'
import { findStep, type StepChannel } from '../../../steps/steps.store.ts'
import {
  countScoreChange,
  deleteExemptions,
  deleteOtherScores,
  deleteScoresOf,
  listInputs,
  listScores,
  lockScores,
  readBook,
  type ScoringWay,
  upsertExemptions,
  upsertScores,
} from '../scores.store.ts'
import { findTable } from '../table/table.store.ts'
import type { YearTable } from '../table/table-model.ts'
import { insertEvidence, withdrawEvidence } from './evidence.store.ts'
import { isJudged, type Proposal, proposeScores, type TypedFacts } from './proposal.ts'
import { readRecords } from './records.store.ts'
import { differencesOf, lineField, readSelfSheet, type SheetEntries, stampOf } from './sheet.ts'

/** The sheet of one unit in one year. */
export type UnitSheet = { readonly blocYearId: string; readonly unitId: string }

export type SaveSelfScoresInput = UnitSheet & {
  /** The whole sheet by code of the criterion; a line left out has no points, unless its rule gives them by itself. */
  readonly entries: SheetEntries
  readonly channel?: StepChannel
  /** Files that prove a criterion, by code. */
  readonly files?: Readonly<Record<string, Attachment>>
  /** What the form was opened on (`stampOf`); left out by those who fill in from a paper. */
  readonly stamp?: string
}

/** What a sheet comes to after saving. */
export type SheetSaved = { readonly total: string; readonly missing: readonly string[] }

/** A unit's self-score as a whole; rules score by themselves what the records tell. */
export const saveSelfScores = action({
  permission: 'score.self',
  audit: 'score.self_saved',
  scope: ofUnit<SaveSelfScoresInput>,
  run: async (trx, input, deed) => {
    const { blocYearId, unitId, entries } = input
    const found = await openSheet(trx, input, deed)
    if (!found.ok) return found
    const table = found.value
    const before = await listScores(trx, table.id, unitId)
    const book = await readBook(trx, table.id)
    const exempt = book.exemptions.get(unitId) ?? new Map<string, string>()
    const proposals = await proposeFor(trx, table, input, deed)
    const sheet = readSelfSheet(table, unitId, entries, proposals, exempt)
    if (Object.keys(sheet.faults).length > 0) {
      return { ok: false, error: { code: 'fields_wrong', fields: sheet.faults } }
    }
    if (input.stamp !== undefined && input.stamp !== stampOf(before, 'self')) {
      return refuseStale(differencesOf(before, 'self', pointsOf(table, sheet.scores)))
    }
    const way: ScoringWay = wayOf('self', input.channel, deed)
    await upsertScores(trx, sheet.scores, way)
    await deleteOtherScores(
      trx,
      table.id,
      unitId,
      'self',
      sheet.scores.map((one) => one.criterionId),
    )
    await deleteScoresOf(
      trx,
      unitId,
      sheet.exempt.map((one) => one.criterionId),
    )
    await upsertExemptions(trx, unitId, sheet.exempt)
    await deleteExemptions(trx, unitId, sheet.lifted)
    for (const [code, file] of Object.entries(input.files ?? {})) {
      const kept = await keepEvidence(trx, table, unitId, code, file, '', deed)
      if (!kept.ok) return kept
    }
    await countScoreChange(trx, table.id)
    await beginStep(trx, { blocYearId, unitId, step: 'self_score' }, way.channel, deed)
    return sheetDone(trx, table, unitId, before)
  },
})

export type SendSelfScoresInput = UnitSheet & { readonly channel?: StepChannel }

/** The unit hands its sheet in; bonus and penalty lines left empty count as none. */
export const sendSelfScores = action({
  permission: 'score.self_send',
  audit: 'score.self_sent',
  scope: ofUnit<SendSelfScoresInput>,
  run: async (trx, input, deed) => {
    const { blocYearId, unitId, channel = 'screen' } = input
    const found = await openSheet(trx, input, deed)
    if (!found.ok) return found
    const table = found.value
    const missing = await missingOf(trx, table, unitId)
    const needed = missing.filter((code) => table.byCode.get(code)?.side === 'normal')
    if (needed.length > 0) {
      return refuse('sheet_incomplete', String(needed.length), needed.slice(0, 8).join(', '))
    }
    const none = missing.flatMap((code) => {
      const row = table.byCode.get(code)
      return row
        ? [{ criterionId: row.id, unitId, points: '0', inputs: {}, explanation: [], reason: '' }]
        : []
    })
    await upsertScores(trx, none, wayOf('self', channel, deed))
    await countScoreChange(trx, table.id)
    return sendStep(trx, { blocYearId, unitId, step: 'self_score' }, channel, deed)
  },
})

export type ReturnSelfScoresInput = UnitSheet & { readonly reason: string }

/** The head gives a sheet back, with the reason the unit reads. */
export const returnSelfScores = action({
  permission: 'step.decide',
  audit: 'score.self_returned',
  scope: ofUnit<ReturnSelfScoresInput>,
  run: (trx, { blocYearId, unitId, reason }, deed) =>
    returnStep(trx, { blocYearId, unitId, step: 'self_score' }, reason, deed),
})

/** The head takes a sheet as handed in; appraisal may begin. */
export const acceptSelfScores = action({
  permission: 'step.decide',
  audit: 'score.self_accepted',
  scope: ofUnit<UnitSheet>,
  run: (trx, { blocYearId, unitId }, deed) =>
    acceptStep(trx, { blocYearId, unitId, step: 'self_score' }, deed),
})

export type ExemptCriterionInput = UnitSheet & {
  readonly code: string
  readonly reason: string
  /** `false` lifts the exemption. */
  readonly exempt?: boolean
}

/** "Không giao": the criterion leaves the maximum the unit can reach; its points are taken away. */
export const exemptCriterion = action({
  permission: 'score.self',
  audit: 'score.exempted',
  scope: ofUnit<ExemptCriterionInput>,
  run: async (trx, input, deed) => {
    const { unitId, code, exempt = true } = input
    const found = await openSheet(trx, input, deed)
    if (!found.ok) return found
    const row = found.value.leafRows.find((one) => one.code === code)
    if (!row) return refuseField('code', 'criterion_unknown', code)
    if (exempt && input.reason.trim() === '') return refuseField('reason', 'exemption_reason_required')
    if (exempt) {
      await upsertExemptions(trx, unitId, [{ criterionId: row.id, reason: input.reason.trim() }])
      await deleteScoresOf(trx, unitId, [row.id])
    } else await deleteExemptions(trx, unitId, [row.id])
    await countScoreChange(trx, found.value.id)
    const after = { unitId, code, exempt }
    return done({ code }, { entity: 'criterion', entityId: row.id, after, reason: input.reason })
  },
})

export type AddCriterionEvidenceInput = UnitSheet & {
  readonly code: string
  readonly file: NonNullable<Attachment>
  readonly note?: string
}

/** A file that proves a point; also after the sheet was sent, when somebody asks for it. */
export const addCriterionEvidence = action({
  permission: 'score.self',
  audit: 'score.evidence_added',
  scope: ofUnit<AddCriterionEvidenceInput>,
  run: async (trx, { blocYearId, unitId, code, file, note = '' }, deed) => {
    const table = await findTable(trx, blocYearId)
    if (!table) return refuse('score_table_missing')
    const kept = await keepEvidence(trx, table, unitId, code, file, note, deed)
    if (!kept.ok) return kept
    const evidenceId = kept.value ?? ''
    return done(
      { evidenceId },
      { entity: 'evidence', entityId: evidenceId, after: { unitId, code, name: file.name } },
    )
  },
})

export type WithdrawCriterionEvidenceInput = UnitSheet & { readonly evidenceId: string }

/** Takes a file away from its criterion; the file itself stays on record. */
export const withdrawCriterionEvidence = action({
  permission: 'score.self',
  audit: 'score.evidence_withdrawn',
  scope: ofUnit<WithdrawCriterionEvidenceInput>,
  run: async (trx, { unitId, evidenceId }, deed) => {
    if (!(await withdrawEvidence(trx, unitId, evidenceId, deed.now))) return refuse('not_found')
    return done({ evidenceId }, { entity: 'evidence', entityId: evidenceId })
  },
})

/** The scope of an act on the sheet of one unit. */
export function ofUnit<I extends UnitSheet>(db: Reading, { blocYearId, unitId }: I, today: string) {
  return yearScope(db, blocYearId, today, unitId)
}

/** How points came in. */
export function wayOf(layer: ScoringWay['layer'], channel: StepChannel | undefined, deed: Deed): ScoringWay {
  return {
    layer,
    channel: channel ?? 'screen',
    onBehalf: deed.onBehalf,
    scoredBy: deed.accountId,
    scoredAt: deed.now,
  }
}

/** The rules' points for one unit, with what it types in now and what the others typed before. */
export async function proposeFor(
  db: Reading,
  table: YearTable,
  { blocYearId, unitId, entries }: UnitSheet & { readonly entries: SheetEntries },
  { scope, today }: Pick<Deed, 'scope' | 'today'>,
): Promise<ReadonlyMap<string, Proposal>> {
  const members = scope.year?.memberUnitIds ?? []
  const records = await readRecords(db, blocYearId, table.id, members, today)
  const typed = new Map<string, Map<string, Facts>>()
  for (const row of await listInputs(db, table.id, 'self')) {
    if (row.unitId === unitId) continue
    typed.set(row.unitId, (typed.get(row.unitId) ?? new Map<string, Facts>()).set(row.code, row.inputs))
  }
  typed.set(unitId, typedFacts(table, entries))
  return proposeScores(table, [unitId], members, records, typed as TypedFacts).get(unitId) ?? new Map()
}

/** Judged criteria take the points themselves as what the rule looks at. */
function typedFacts(table: YearTable, entries: SheetEntries): Map<string, Facts> {
  return new Map(
    Object.entries(entries).map(([code, { points, inputs = {} }]) => {
      const judged = isJudged(table.byCode.get(code)?.method ?? null) && points ? { judged: points } : {}
      return [code, { ...inputs, ...judged }] as const
    }),
  )
}

async function openSheet(
  trx: Writing,
  { blocYearId, unitId }: UnitSheet,
  deed: Deed,
): Promise<Result<YearTable, Failure>> {
  if (!deed.scope.year?.memberUnitIds.includes(unitId)) return refuse('not_found')
  const table = await findTable(trx, blocYearId)
  if (!table) return refuse('score_table_missing')
  if (table.state !== 'frozen') return refuse('score_table_not_frozen')
  await lockScores(trx, table.id)
  const step = await findStep(trx, blocYearId, unitId, 'self_score')
  if (step?.state === 'sent') return refuse('step_already_sent')
  if (step?.state === 'accepted') return refuse('step_already_accepted')
  return ok(table)
}

async function keepEvidence(
  trx: Writing,
  table: YearTable,
  unitId: string,
  code: string,
  file: Attachment,
  note: string,
  deed: Deed,
): Promise<Result<string | null, Failure>> {
  const row = table.byCode.get(code)
  if (!row) return refuseField(lineField.file(code), 'criterion_unknown', code)
  const kept = await keepAttachment(trx, file, lineField.file(code), {
    provinceId: deed.scope.provinceId ?? null,
    blocId: deed.scope.blocId ?? null,
    unitId,
    uploadedBy: deed.accountId,
  })
  if (!kept.ok || kept.value === null) return kept
  return ok(
    await insertEvidence(trx, {
      blocYearId: table.blocYearId,
      unitId,
      criterionId: row.id,
      fileId: kept.value,
      note,
      addedBy: deed.accountId,
      addedAt: deed.now,
    }),
  )
}

async function missingOf(trx: Writing, table: YearTable, unitId: string): Promise<readonly string[]> {
  const entries = await selfEntries(trx, table, unitId)
  return rollUp(table.table, entries).completeness.missing
}

/** Also before the first point: what is not assigned is not missing. */
async function selfEntries(trx: Writing, table: YearTable, unitId: string) {
  const book = await readBook(trx, table.id)
  const own = book.layers.get(unitId)?.get('self')
  const exempt = [...(book.exemptions.get(unitId)?.keys() ?? [])]
  return own ?? new Map(exempt.map((code) => [code, { state: 'notAssigned' as const }]))
}

async function sheetDone(
  trx: Writing,
  table: YearTable,
  unitId: string,
  before: readonly { readonly code: string; readonly layer: string; readonly points: string }[],
) {
  const entries = await selfEntries(trx, table, unitId)
  const score = rollUp(table.table, entries)
  const saved: SheetSaved = { total: score.total.toFixed(), missing: score.completeness.missing }
  const old = before.filter((row) => row.layer === 'self').map((row) => [row.code, row.points] as const)
  const now = [...entries].map(([code, entry]) => [
    code,
    entry.state === 'scored' ? entry.points.toFixed() : 'không giao',
  ])
  return done(saved, {
    entity: 'score',
    entityId: unitId,
    before: Object.fromEntries(old),
    after: Object.fromEntries(now),
  })
}

function pointsOf(
  table: YearTable,
  scores: readonly { readonly criterionId: string; readonly points: string; readonly reason: string }[],
) {
  const codes = new Map(table.leafRows.map((row) => [row.id, row.code]))
  return new Map(scores.map((one) => [codes.get(one.criterionId) ?? '', one]))
}
