import { action, type Deed, type Done, done } from '../../actions/action.ts'
import { type Difference, type Failure, type FieldFault, refuse, refuseStale } from '../../actions/failure.ts'
import type { Writing } from '../../db/database.ts'
import { may } from '../../domain/permissions/index.ts'
import type { Reading as Facts, Indicator } from '../../domain/reading/reading.types.ts'
import { err, ok, type Result } from '../../domain/result.ts'
import type { ComparisonRecord } from '../../domain/results/index.ts'
import { isPeriodId, periodOf, slug, unitOf } from '../../domain/vietnamese/index.ts'
import { type BlocYear, findYearById, scopeOfYear } from '../../scopes/scopes.store.ts'
import { sendStep } from '../../steps/step-moves.ts'
import { findStep } from '../../steps/steps.store.ts'
import { comparisonsOf, entryNamed, type OwnerCode, placeKey } from './proposal.ts'
import { readingScope } from './reading.actions.ts'
import {
  type CatalogueEntry,
  type Decision,
  isCodeTaken,
  listCatalogue,
  lockReading,
  type ReadingRow,
  settleReading,
  yearIdOf,
} from './reading.store.ts'

/** One figure as the person confirmed it. Numbers are plain decimal text ("9105.326"). */
export type ConfirmedFigure = {
  /** Its number among the figures that were read. */
  readonly index: number
  /** Name of an indicator, of the catalogue ("Kim ngạch xuất khẩu (triệu USD)") or a new one. */
  readonly name: string
  readonly owner: OwnerCode
  readonly kind: 'result' | 'target'
  readonly period: string
  readonly value: string
  readonly valueMax?: string | null
  readonly total?: string | null
  readonly unitOfMeasure: string
  readonly isEstimate?: boolean
  readonly bound?: 'over' | 'under' | 'about' | null
  readonly qualifier?: string
  readonly asOf?: string | null
  /** Leaves out the comparisons that were read. */
  readonly withoutComparisons?: boolean
  /** Why a figure that looks wrong stands nevertheless. */
  readonly overrideReason?: string
  /** The figure the form showed as stored in this place; 0 for none. Left out by whoever has no form. */
  readonly seen?: { readonly placeKey: string; readonly version: number }
}

export type ConfirmReportInput = {
  /** The file that holds the report. */
  readonly fileId: string
  /** Version of the reading the form was opened on. */
  readonly version?: number
  /** The figures that are taken; all others are dropped. */
  readonly figures: readonly ConfirmedFigure[]
  /** Why figures that are stored already are replaced. */
  readonly changeReason: string
  /** The report of the unit counts as sent, on the day of confirming. */
  readonly counts?: boolean
}

type Write<I, O> = { readonly run: (trx: Writing, input: I, deed: Deed) => Promise<Result<Done<O>, Failure>> }

type FigureWords = Pick<ConfirmedFigure, 'unitOfMeasure'> & {
  readonly blocYearId: string
  readonly unitId: string | null
  readonly indicatorId: string
  readonly value: string
  readonly valueMax: string | null
  readonly printed: string
  readonly comparisons: readonly ComparisonRecord[]
  readonly channel: 'file'
  readonly version?: number
}

/**
 * How the topics that own indicators, results and targets write them. They are handed in where all topics are known, so
 * that a confirmed figure passes the very checks of a typed one.
 */
export type Writers = {
  readonly addIndicator: Write<
    {
      readonly blocYearId: string
      readonly code: string
      readonly name: string
      readonly unitOfMeasure: string
      readonly direction: 'up' | 'none'
      readonly decimals: number
      readonly kind: 'level' | 'share'
      readonly fieldCode: string | null
      readonly partOfId: null
      readonly convertsToId: null
      readonly conversionFactor: null
    },
    { readonly indicatorId: string }
  >
  readonly recordResult: Write<
    FigureWords & {
      readonly period: string
      readonly total: string | null
      readonly isEstimate: boolean
      readonly bound: 'over' | 'under' | 'about' | null
      readonly qualifier: string
      readonly asOf: string | null
      readonly fieldCode: string | null
      readonly overrideReason: string
      readonly changeReason: string
      readonly sourceFileId: string
      readonly sourceQuote: string
      readonly sourceStart: number
    },
    { readonly resultId: string }
  >
  readonly setTarget: Write<
    FigureWords & {
      readonly kind: 'at_least' | 'at_most' | 'range'
      readonly strict: boolean
      readonly setBy: 'unknown'
      readonly suspiciousReason: string
      readonly note: string
    },
    { readonly targetId: string }
  >
}

/** Declares the action that saves what a person confirmed of a report: all of it or nothing. */
export function confirmReportWith(writers: Writers) {
  return action({
    permission: 'result.write',
    audit: 'report.confirmed',
    scope: (db, input: ConfirmReportInput, today) => readingScope(db, input.fileId, today),
    run: async (trx, input, deed) => {
      const opened = await openReading(trx, input, deed)
      if (!opened.ok) return opened
      const { reading, facts } = opened.value
      const saving = { ...opened.value, writers, input, deed, created: new Map<string, CatalogueEntry>() }
      const saved = await saveAll(trx, saving)
      if (!saved.ok) return saved
      if (input.counts) await countAsSent(trx, saving)
      const decisions = facts.indicators.map(
        (_fact, index): Decision => saved.value.get(index) ?? { saved: false },
      )
      await settleReading(trx, reading.id, {
        state: 'confirmed',
        decisions,
        settledBy: deed.accountId,
        settledAt: deed.now,
      })
      const after = { file: reading.fileName, sha256: reading.sha256, saved: [...saved.value.values()] }
      return done(
        { saved: saved.value.size, unitId: reading.unitId },
        { entity: 'reading', entityId: reading.id, after, reason: input.changeReason },
      )
    },
  })
}

type Opened = {
  readonly reading: ReadingRow
  readonly facts: Facts
  readonly year: BlocYear
  readonly catalogue: readonly CatalogueEntry[]
}

type Saving = Opened & {
  readonly writers: Writers
  readonly input: ConfirmReportInput
  readonly deed: Deed
  /** Indicators that entered the catalogue by this report, by name and unit. */
  readonly created: Map<string, CatalogueEntry>
}

async function openReading(
  trx: Writing,
  input: ConfirmReportInput,
  deed: Deed,
): Promise<Result<Opened, Failure>> {
  const reading = await lockReading(trx, input.fileId)
  if (reading?.state !== 'to_confirm' || !reading.facts) return refuse('reading_settled')
  if (input.version !== undefined && input.version !== reading.version) return refuse('reading_changed')
  if (input.figures.length === 0 && !input.counts) return refuse('nothing_taken')
  if (input.counts && !reading.unitId) return refuse('report_of_nobody')
  const year = await findYearById(trx, reading.blocYearId, deed.today)
  if (!year) return refuse('not_found')
  const catalogue = await listCatalogue(trx, year.province.id)
  return ok({ reading, facts: reading.facts, year, catalogue })
}

/** Saves every figure, and gathers what is wrong with all of them before refusing. */
async function saveAll(trx: Writing, saving: Saving): Promise<Result<Map<number, Decision>, Failure>> {
  const saved = new Map<number, Decision>()
  const taken = new Map<string, number>()
  const faults: Record<string, FieldFault> = {}
  const differences: Difference[] = []
  for (const figure of saving.input.figures) {
    const one = await saveOne(trx, saving, figure, taken)
    if (one.ok) saved.set(figure.index, one.value)
    else if (one.error.differences) differences.push(...one.error.differences.map(atFigure(figure.index)))
    else Object.assign(faults, faultsAt(one.error, figure.index))
  }
  if (Object.keys(faults).length > 0) return err({ code: 'fields_wrong', fields: faults })
  return differences.length > 0 ? refuseStale(differences) : ok(saved)
}

async function saveOne(
  trx: Writing,
  saving: Saving,
  figure: ConfirmedFigure,
  taken: Map<string, number>,
): Promise<Result<Decision, Failure>> {
  const { facts, year, deed, writers } = saving
  const fact = facts.indicators[figure.index]
  if (!fact) return refuse('not_found')
  const unitId = figure.owner.startsWith('unit:') ? figure.owner.slice(5) : null
  if (unitId && !year.members.some((one) => one.id === unitId)) return fieldFault('owner', 'choice_required')
  if (!isPeriodId(figure.period)) return fieldFault('period', 'choice_required')
  const entry = await indicatorFor(trx, saving, figure)
  if (!entry.ok) return entry
  const key = placeKey(entry.value.id, figure.owner, figure.period, figure.kind)
  const before = taken.get(key)
  if (before !== undefined) return fieldFault('figure', 'figure_taken_twice', String(before + 1))
  taken.set(key, figure.index)
  const home = figure.kind === 'target' ? await yearOfTarget(trx, saving, figure.period) : ok(year)
  if (!home.ok) return home
  const own = deedFor(deed, home.value, unitId, figure.kind === 'target' ? 'target.write' : 'result.write')
  if (!own.ok) return own
  const version = figure.seen && (figure.seen.placeKey === key ? figure.seen.version : 0)
  const words = {
    blocYearId: home.value.id,
    unitId,
    indicatorId: entry.value.id,
    value: figure.value,
    valueMax: figure.valueMax ?? null,
    unitOfMeasure: figure.unitOfMeasure,
    printed: fact.quote,
    comparisons: figure.withoutComparisons ? [] : comparisonsOf(fact),
    channel: 'file' as const,
    ...(version === undefined ? {} : { version }),
  }
  const outcome =
    figure.kind === 'target'
      ? await writers.setTarget.run(trx, { ...words, ...targetWords(figure, saving) }, own.value)
      : await writers.recordResult.run(trx, { ...words, ...resultWords(figure, fact, saving) }, own.value)
  return outcome.ok ? ok({ saved: true, as: `${entry.value.name}` }) : outcome
}

function resultWords(figure: ConfirmedFigure, fact: Indicator, { input, reading }: Saving) {
  return {
    period: figure.period,
    total: figure.total ?? null,
    isEstimate: figure.isEstimate ?? false,
    bound: figure.bound ?? null,
    qualifier: figure.qualifier ?? '',
    asOf: figure.asOf ?? null,
    fieldCode: figure.owner.startsWith('field:') ? figure.owner.slice(6) : null,
    overrideReason: figure.overrideReason ?? '',
    changeReason: input.changeReason,
    sourceFileId: reading.fileId,
    sourceQuote: fact.quote,
    sourceStart: fact.start,
  }
}

function targetWords(figure: ConfirmedFigure, { reading }: Saving) {
  const upper = figure.bound === 'under'
  return {
    kind: figure.valueMax ? ('range' as const) : upper ? ('at_most' as const) : ('at_least' as const),
    strict: figure.qualifier === 'dưới' || figure.qualifier === 'trên',
    setBy: 'unknown' as const,
    suspiciousReason: figure.overrideReason ?? '',
    note: reading.fileName,
  }
}

/** A target belongs to its own year of the bloc, often the one after the report. */
async function yearOfTarget(
  trx: Writing,
  { year, deed }: Saving,
  period: string,
): Promise<Result<BlocYear, Failure>> {
  const wanted = periodOf(period)
  if (wanted.kind !== 'year') return fieldFault('period', 'target_needs_year')
  if (wanted.year === year.year) return ok(year)
  const id = await yearIdOf(trx, year.bloc.id, wanted.year)
  const found = id ? await findYearById(trx, id, deed.today) : undefined
  return found ? ok(found) : fieldFault('period', 'target_year_not_open', String(wanted.year))
}

async function indicatorFor(
  trx: Writing,
  saving: Saving,
  figure: ConfirmedFigure,
): Promise<Result<CatalogueEntry, Failure>> {
  const { catalogue, created, year, writers, deed } = saving
  const known = entryNamed(figure.name, figure.unitOfMeasure, [...catalogue, ...created.values()])
  if (known) return ok(known)
  const own = deedFor(deed, year, null, 'indicator.manage')
  if (!own.ok) return fieldFault('name', 'new_indicator_not_yours')
  const unitOfMeasure = unitOf(figure.unitOfMeasure)?.name ?? figure.unitOfMeasure
  const code = await freeCode(trx, year.province.id, figure.name)
  const isShare = unitOfMeasure === '%'
  const added = await writers.addIndicator.run(
    trx,
    {
      blocYearId: year.id,
      code,
      name: figure.name,
      unitOfMeasure,
      direction: 'up',
      decimals: 3,
      kind: isShare ? 'share' : 'level',
      fieldCode: figure.owner.startsWith('field:') ? figure.owner.slice(6) : null,
      partOfId: null,
      convertsToId: null,
      conversionFactor: null,
    },
    own.value,
  )
  if (!added.ok) return added
  const { name } = figure
  const entry = {
    id: added.value.value.indicatorId,
    code,
    name,
    unitOfMeasure,
    kind: 'level',
    fieldCode: null,
  }
  created.set(entry.id, entry)
  return ok(entry)
}

/** Another indicator may bear the code already, for the same words in another unit. */
async function freeCode(trx: Writing, provinceId: string, name: string): Promise<string> {
  const code = slug(name)
  for (let number = 1; ; number++) {
    const wanted = number === 1 ? code : `${code}-${number}`
    if (!(await isCodeTaken(trx, provinceId, wanted))) return wanted
  }
}

/** The deed as it stands towards one unit: whether it may be done, and whether on its behalf. */
function deedFor(
  deed: Deed,
  year: BlocYear,
  unitId: string | null,
  permission: 'result.write' | 'target.write' | 'indicator.manage' | 'report.send',
): Result<Deed, Failure> {
  const scope = scopeOfYear(year, unitId ?? undefined)
  const allowed = may(deed.actor, permission, scope)
  if (!allowed.ok) return fieldFault('owner', 'figure_not_yours')
  const onBehalf = unitId !== null && !allowed.value.some((role) => role.startsWith('own_'))
  return ok({ ...deed, scope, onBehalf })
}

/** The unit's report came in as this file. */
async function countAsSent(trx: Writing, { reading, year, deed, input }: Saving): Promise<void> {
  const unitId = reading.unitId ?? ''
  const own = deedFor(deed, year, unitId, 'report.send')
  const at = { blocYearId: year.id, unitId, step: reportOf(input.figures) }
  const step = await findStep(trx, year.id, unitId, at.step)
  if (!own.ok || step?.state === 'sent' || step?.state === 'accepted') return
  await sendStep(trx, at, 'file', own.value)
}

/** A report of the first half alone is the mid-year report. */
function reportOf(figures: readonly ConfirmedFigure[]): 'mid_report' | 'year_report' {
  const first = figures.length > 0 && figures.every(({ period }) => /(?:H1|Q[12])$/.test(period))
  return first ? 'mid_report' : 'year_report'
}

const FIELDS: Readonly<Record<string, string>> = {
  value: 'figure',
  valueMax: 'figure',
  total: 'figure',
  indicatorId: 'name',
  suspiciousReason: 'overrideReason',
}

/** Faults of a writer, at the fields of this form. */
function faultsAt(failure: Failure, index: number): Readonly<Record<string, FieldFault>> {
  const { fields, code, params = [] } = failure
  if (!fields) return { [`figure.${index}`]: { code, params } }
  return Object.fromEntries(
    Object.entries(fields).map(([field, fault]) => [
      field === 'changeReason' ? field : `${FIELDS[field] ?? field}.${index}`,
      fault,
    ]),
  )
}

function atFigure(index: number) {
  return (one: Difference): Difference => ({ ...one, field: `figure.${index}` })
}

function fieldFault(field: string, code: string, ...params: readonly string[]) {
  return err({ code: 'fields_wrong', fields: { [field]: { code, params } } })
}
