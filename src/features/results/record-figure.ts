import type { Deed } from '../../actions/action.ts'
import { type Failure, refuse, refuseField, refuseStale } from '../../actions/failure.ts'
import type { Writing } from '../../db/database.ts'
import { err, ok, type Result } from '../../domain/result.ts'
import { findingSentence, needsReason } from '../../domain/results/index.ts'
import { isPeriodId, periodOf, unitOf } from '../../domain/vietnamese/index.ts'
import { checkFile } from '../../files/check.ts'
import { storeFile } from '../../files/files.store.ts'
import type { Upload } from '../../http/form.ts'
import { type BlocYear, findYearById } from '../../scopes/scopes.store.ts'
import { beginStep } from '../../steps/step-moves.ts'
import { findStep, type StepState } from '../../steps/steps.store.ts'
import { differencesOf, sameContent } from './figure-changes.ts'
import { findingsOf, type Surroundings, targetFor } from './figure-neighbours.ts'
import { findEstimatesRule } from './official-figures.store.ts'
import { reportOf } from './report-of.ts'
import {
  findIndicator,
  type IndicatorRow,
  insertResult,
  listIndicators,
  listResults,
  listResultVersions,
  listTargets,
  lockFigures,
  moveEvidence,
  type ResultContent,
  type ResultPlace,
  type ResultRow,
  setResultState,
  updateResult,
} from './results.store.ts'

/** One figure as it is entered. What is left out is empty; numbers are plain decimal text ("9105.326"). */
export type FigureInput = {
  readonly indicatorId: string
  /** null for a result in words only. */
  readonly value: string | null
  readonly valueMax?: string | null
  /** y of "x/y". */
  readonly total?: string | null
  /** As printed; the indicator's when left out. */
  readonly unitOfMeasure?: string
  readonly isEstimate?: boolean
  readonly bound?: 'over' | 'under' | 'about' | null
  /** The word of the bound as printed: "hơn". */
  readonly qualifier?: string
  readonly asOf?: string | null
  readonly outsidePlan?: boolean
  readonly fieldCode?: string | null
  /** The result this one is a part of. */
  readonly partOfId?: string | null
  readonly narrative?: string
  readonly printed?: string
  readonly comparisons?: ResultContent['comparisons']
  readonly overrideReason?: string
  /** Version of the figure the form was opened on; 0 when there was none. */
  readonly version?: number
}

/** Where figures come from when they are entered from something the unit sent. */
export type Source = {
  readonly channel?: 'screen' | 'paper' | 'file'
  readonly sourceFileId?: string | null
  readonly sourceQuote?: string
  readonly sourceStart?: number | null
  /** The report the figures are entered from, sent in with them; instead of `sourceFileId`. */
  readonly sourceFile?: Upload | null
}

/** What all figures of one form share. */
export type Sheet = {
  readonly year: BlocYear
  readonly owner: { readonly unitId: string | null; readonly blocId: string | null }
  readonly period: string
  readonly reported: StepState | undefined
  readonly around: Surroundings
  readonly source: Source
  readonly changeReason: string
  readonly deed: Deed
  /** Versions of the figures by indicator, newest first, where all were read at once. */
  readonly versions?: ReadonlyMap<string, readonly ResultRow[]>
}

/** What a form of figures is about. */
export type SheetInput = Source & {
  readonly blocYearId: string
  readonly unitId: string | null
  readonly period?: string
  readonly changeReason?: string
}

/** Opens the figures of an owner and a period for writing, locked against a second writer. */
export async function openSheet(
  trx: Writing,
  input: SheetInput,
  deed: Deed,
): Promise<Result<Sheet, Failure>> {
  const year = await findYearById(trx, input.blocYearId, deed.today)
  if (!year) return refuse('not_found')
  if (input.unitId && !year.members.some((member) => member.id === input.unitId)) return refuse('not_found')
  const period = input.period ?? String(year.year)
  if (!isPeriodId(period) || periodOf(period).year > year.year)
    return refuseField('period', 'period_outside_year')
  const owner = input.unitId ? { unitId: input.unitId, blocId: null } : { unitId: null, blocId: year.bloc.id }
  await lockFigures(trx, owner, year.year)
  const source = await keepSource(trx, input, year, deed)
  if (!source.ok) return source
  const ofThisYear = input.unitId !== null && periodOf(period).year === year.year
  const step = ofThisYear ? await findStep(trx, year.id, input.unitId ?? '', reportOf(period)) : undefined
  return ok({
    year,
    owner,
    period,
    reported: step?.state,
    around: await surroundingsOf(trx, year, period, deed.today),
    source: source.value,
    changeReason: input.changeReason?.trim() ?? '',
    deed,
  })
}

/** A report sent in with the figures is kept, and the figures point to it. */
async function keepSource(
  trx: Writing,
  input: SheetInput,
  year: BlocYear,
  deed: Deed,
): Promise<Result<Source, Failure>> {
  if (!input.sourceFile) return ok(input)
  const file = await checkFile(input.sourceFile, 'sourceFile')
  if (!file.ok) return file
  const owner = {
    provinceId: year.province.id,
    blocId: year.bloc.id,
    unitId: input.unitId,
    uploadedBy: deed.accountId,
  }
  const stored = await storeFile(trx, file.value, owner)
  return ok({ ...input, sourceFileId: stored.id })
}

async function surroundingsOf(
  trx: Writing,
  year: BlocYear,
  period: string,
  today: string,
): Promise<Surroundings> {
  const circle = { blocId: year.bloc.id, unitIds: year.members.map((member) => member.id) }
  return {
    indicators: await listIndicators(trx, year.province.id),
    targets: await listTargets(trx, circle, year.year),
    targetYear: year.year,
    results: await listResults(trx, circle, periodOf(period).year),
    names: new Map(year.members.map((member) => [member.id, member.shortName])),
    today,
    estimatesUntil: (await findEstimatesRule(trx, year)).value,
  }
}

type Put = {
  readonly resultId: string
  readonly changed: boolean
  readonly before: unknown
  readonly after: unknown
}

/** Stores one figure: not at all when nothing changed, in place until it was sent, then as a new version. */
export async function putFigure(
  trx: Writing,
  sheet: Sheet,
  input: FigureInput,
  suffix: string,
  keepsRest = false,
): Promise<Result<Put, Failure>> {
  const known = sheet.around.indicators.find((one) => one.id === input.indicatorId)
  const indicator = known ?? (await findIndicator(trx, input.indicatorId, sheet.year.province.id))
  if (!indicator) return refuseField(`indicatorId${suffix}`, 'choice_required')
  const at = placeOf(sheet, indicator)
  const versions = sheet.versions
    ? (sheet.versions.get(indicator.id) ?? [])
    : await listResultVersions(trx, at)
  const current = versions.find((one) => one.state === 'current')
  const judged = judgeFigure(sheet, indicator, current, input, suffix, keepsRest)
  const { content } = judged
  if (judged.kind === 'nothing') {
    return suffix === '' ? refuseField('value', 'result_says_something') : ok(unchanged(''))
  }
  if (judged.kind === 'same') return ok(unchanged(current?.id ?? ''))
  if (input.version !== undefined && input.version !== (current?.version ?? 0)) {
    return refuseStale(differencesOf(content, current, suffix))
  }
  if (judged.fault) return { ok: false, error: judged.fault }
  return current
    ? replaceFigure(trx, sheet, current, content, suffix)
    : insertFigure(trx, sheet, at, content, versions[0]?.versionNumber ?? 0)
}

/** What entering a figure would come to. */
export type JudgedFigure = {
  readonly kind: 'nothing' | 'same' | 'added' | 'changed'
  readonly content: ResultContent
  readonly fault: Failure | undefined
}

/** Holds a figure about to be entered against the stored one and everything around it; writes nothing. */
export function judgeFigure(
  sheet: Pick<Sheet, 'owner' | 'period' | 'around'>,
  indicator: IndicatorRow,
  current: ResultRow | undefined,
  input: FigureInput,
  suffix: string,
  keepsRest: boolean,
): JudgedFigure {
  const content = contentOf(keepsRest && current ? { ...current, ...given(input) } : input, indicator)
  if (!current && isEmpty(content)) return { kind: 'nothing', content, fault: undefined }
  if (current && sameContent(current, content)) return { kind: 'same', content, fault: undefined }
  const at = placeOf(sheet, indicator)
  const isGone = !current && !indicator.isCurrent && !targetFor(at, sheet.around)
  const fault = isGone
    ? wrongValue(suffix, 'indicator_replaced')
    : faultOf(content, indicator, at, sheet.around, suffix)
  return { kind: current ? 'changed' : 'added', content, fault }
}

function placeOf(sheet: Pick<Sheet, 'owner' | 'period'>, indicator: IndicatorRow): ResultPlace {
  const { owner, period } = sheet
  return { ...owner, indicatorId: indicator.id, year: periodOf(period).year, period }
}

async function insertFigure(
  trx: Writing,
  sheet: Sheet,
  at: ResultPlace,
  content: ResultContent,
  versionsBefore: number,
): Promise<Result<Put, Failure>> {
  const more = { versionNumber: versionsBefore + 1, replacesId: null, changeReason: sheet.changeReason }
  const resultId = await insertResult(trx, {
    ...at,
    ...content,
    ...howOf(sheet),
    ...more,
    createdBy: sheet.deed.accountId,
  })
  return ok({ resultId, changed: true, before: null, after: content })
}

async function replaceFigure(
  trx: Writing,
  sheet: Sheet,
  current: ResultRow,
  content: ResultContent,
  suffix: string,
): Promise<Result<Put, Failure>> {
  const wasSent = sheet.reported === 'sent' || sheet.reported === 'accepted' || sheet.reported === 'returned'
  const becomesOfficial = current.isEstimate && !content.isEstimate && content.value !== null
  if (isEmpty(content)) {
    if (wasSent && sheet.changeReason === '') return reasonNeeded(suffix)
    await setResultState(trx, current.id, 'withdrawn')
    return ok({ resultId: current.id, changed: true, before: current, after: null })
  }
  if (!wasSent && !becomesOfficial && sheet.changeReason === '') {
    await updateResult(trx, current.id, { ...content, ...howOf(sheet) })
    return ok({ resultId: current.id, changed: true, before: current, after: content })
  }
  // A report under way again after a return says by the return itself why figures change.
  if (sheet.changeReason === '' && !becomesOfficial && sheet.reported !== 'returned')
    return reasonNeeded(suffix)
  await setResultState(trx, current.id, 'replaced')
  const { indicatorId, year, period, unitId, blocId } = current
  const resultId = await insertResult(trx, {
    indicatorId,
    year,
    period,
    unitId,
    blocId,
    ...content,
    ...howOf(sheet),
    versionNumber: current.versionNumber + 1,
    replacesId: current.id,
    changeReason: sheet.changeReason || (becomesOfficial ? OFFICIAL : ''),
    createdBy: sheet.deed.accountId,
  })
  await moveEvidence(trx, current.id, resultId)
  return ok({ resultId, changed: true, before: current, after: content })
}

/** Kept with the version; papers and pages are in Vietnamese where the reason is quoted. */
const OFFICIAL = 'Số chính thức thay số ước.'

function reasonNeeded(suffix: string) {
  return err({
    code: 'fields_wrong',
    fields: { [`value${suffix}`]: { code: 'figure_was_sent' }, changeReason: { code: 'reason_required' } },
  })
}

function wrongValue(suffix: string, code: string): Failure {
  return { code: 'fields_wrong', fields: { [`value${suffix}`]: { code } } }
}

function faultOf(
  content: ResultContent,
  indicator: IndicatorRow,
  at: ResultPlace,
  around: Surroundings,
  suffix: string,
): Failure | undefined {
  if (content.total !== null && Number(content.total) === 0) return wrongValue(suffix, 'total_zero')
  const found = findingsOf(at, content, indicator, around).find(needsReason)
  if (!found || content.overrideReason !== '') return undefined
  const [vi, en] = [findingSentence(found, 'vi'), findingSentence(found, 'en')]
  return {
    code: 'fields_wrong',
    fields: {
      [`value${suffix}`]: { code: 'figure_suspicious', params: [vi, en] },
      [`overrideReason${suffix}`]: { code: 'suspicious_reason_needed' },
    },
  }
}

/** Only what the form asked. */
function given(input: FigureInput): FigureInput {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as FigureInput
}

function contentOf(input: FigureInput, indicator: IndicatorRow): ResultContent {
  const typed = input.unitOfMeasure ?? ''
  return {
    value: input.value,
    valueMax: input.valueMax ?? null,
    total: input.total ?? null,
    unitOfMeasure: typed === '' ? indicator.unitOfMeasure : (unitOf(typed)?.name ?? typed),
    isEstimate: input.isEstimate ?? false,
    bound: input.bound ?? null,
    qualifier: input.qualifier ?? '',
    asOf: input.asOf ?? null,
    outsidePlan: input.outsidePlan ?? false,
    fieldCode: input.fieldCode ?? indicator.fieldCode,
    partOfId: input.partOfId ?? null,
    narrative: input.narrative ?? '',
    printed: input.printed ?? '',
    comparisons: input.comparisons ?? [],
    overrideReason: input.overrideReason?.trim() ?? '',
  }
}

function howOf({ source, deed }: Sheet) {
  return {
    channel: source.channel ?? 'screen',
    onBehalf: deed.onBehalf,
    sourceFileId: source.sourceFileId ?? null,
    sourceQuote: source.sourceQuote ?? '',
    sourceStart: source.sourceStart ?? null,
  }
}

/** The report the figures belong to is under way. */
export async function beginReport(trx: Writing, sheet: Sheet): Promise<void> {
  const { year, owner, period, source, deed } = sheet
  if (!owner.unitId || periodOf(period).year !== year.year) return
  const step = { blocYearId: year.id, unitId: owner.unitId, step: reportOf(period) }
  await beginStep(trx, step, source.channel ?? 'screen', deed)
}

function unchanged(resultId: string): Put {
  return { resultId, changed: false, before: null, after: null }
}

function isEmpty({ value, narrative }: ResultContent): boolean {
  return value === null && narrative.trim() === ''
}
