import Big from 'big.js'
import {
  checkComparison,
  comparisonOf,
  type Finding,
  figureOf,
  valueInUnitOf,
} from '../../domain/results/index.ts'
import {
  type Completion,
  completion,
  growth,
  tally,
  targetOf,
  targetResultOf,
  type VerdictTally,
} from '../../domain/targets/index.ts'
import { periodOf } from '../../domain/vietnamese/index.ts'
import {
  findingsOf,
  isMeasured,
  lastYearOf,
  type Surroundings,
  sameOwner,
  targetFor,
} from './figure-neighbours.ts'
import type { IndicatorRow, Owner, ResultRow, TargetRow } from './results.store.ts'

/** One indicator of one owner with everything around it: what was set, what came, and what looks wrong. */
export type FigureView = {
  readonly owner: Owner
  readonly period: string
  readonly indicator: IndicatorRow
  readonly target: TargetRow | undefined
  readonly result: ResultRow | undefined
  readonly lastYear: ResultRow | undefined
  /** How far the target was reached; only for whole years with a target. */
  readonly completion: Completion | undefined
  /** Change against the same period of the year before, in percent. */
  readonly growth: Big | undefined
  /** The figure in the indicator it is converted into. */
  readonly converted: Big | undefined
  readonly findings: readonly Finding[]
  /** A part stands under the total it belongs to. */
  readonly isPart: boolean
  /** The same indicator told in another currency, shown beside this one. */
  readonly twin: FigureView | undefined
}

/**
 * The figures of one owner in a period: every indicator with a target, a figure, or a figure of the year before, in the
 * order of the catalogue, parts under their total.
 *
 * @param extra further indicators to show, e.g. one about to be entered
 */
export function viewsOf(
  owner: Owner,
  period: string,
  around: Surroundings,
  extra: readonly string[] = [],
): readonly FigureView[] {
  const found = around.indicators
    .map((indicator) => viewOf(owner, period, indicator, around))
    .filter((view) => isKnown(view) || extra.includes(view.indicator.id))
  const views = withTwins(owner, period, around, found)
  const shown = new Set(views.map((view) => view.indicator.lineage))
  const isPart = ({ indicator }: FigureView) =>
    indicator.partOfLineage !== null && shown.has(indicator.partOfLineage)
  return views
    .filter((view) => !isPart(view))
    .flatMap((view) => [
      view,
      ...views
        .filter((part) => isPart(part) && part.indicator.partOfLineage === view.indicator.lineage)
        .map((part) => ({ ...part, isPart: true })),
    ])
}

/** Every figure by itself, those in another currency after the one they stand beside. */
export function flatViews(views: readonly FigureView[]): readonly FigureView[] {
  return views.flatMap((view) => (view.twin ? [view, view.twin] : [view]))
}

/** Something was set or told; an indicator no longer in use is not asked for again. */
function isKnown({ target, result, lastYear, indicator }: FigureView): boolean {
  return target !== undefined || result !== undefined || (indicator.isCurrent && lastYear !== undefined)
}

/** Puts the figure of a second currency beside that of the first; it is offered though nothing is told of it yet. */
function withTwins(
  owner: Owner,
  period: string,
  around: Surroundings,
  views: readonly FigureView[],
): readonly FigureView[] {
  const lineages = new Set(views.map((view) => view.indicator.lineage))
  const isTwin = ({ indicator }: FigureView) =>
    indicator.otherCurrencyOf !== null && lineages.has(indicator.otherCurrencyOf)
  return views
    .filter((view) => !isTwin(view))
    .map((view) => {
      const told = views.find((one) => one.indicator.otherCurrencyOf === view.indicator.lineage)
      const offered = around.indicators.find(
        (one) => one.isCurrent && one.otherCurrencyOf === view.indicator.lineage,
      )
      return { ...view, twin: told ?? (offered && viewOf(owner, period, offered, around)) }
    })
}

/** One indicator of one owner in a period. */
export function viewOf(
  owner: Owner,
  period: string,
  indicator: IndicatorRow,
  around: Surroundings,
): FigureView {
  const at = { ...owner, indicatorId: indicator.id, year: periodOf(period).year, period }
  const own = around.results.filter((one) => sameOwner(one, owner) && one.indicatorId === indicator.id)
  const result = own.find((one) => one.period === period)
  const isYear = periodOf(period).kind === 'year'
  const target = targetFor(at, around)
  const lastYear = lastYearOf(at, own)
  return {
    owner,
    period,
    indicator,
    target,
    result,
    lastYear,
    completion: isYear && target ? judge(target, result, lastYear, indicator) : undefined,
    growth: isMeasured(indicator) && indicator.kind !== 'growth' ? growthOf(result, lastYear) : undefined,
    converted: convertedOf(result, indicator),
    findings: result ? findingsOf(at, result, indicator, around) : [],
    isPart: false,
    twin: undefined,
  }
}

/** Computed beside printed: what a printed comparison claims and what the numbers give, where both are known. */
export type ComparedLine = {
  readonly printed: ReturnType<typeof comparisonOf>
  readonly computed: Big | undefined
  readonly measure: 'percent' | 'times' | 'amount' | undefined
  readonly agrees: boolean | undefined
}

/** The printed comparisons of a figure, each with the computed one. */
export function comparedLines(view: FigureView): readonly ComparedLine[] {
  const figure = view.result && figureOf(view.result)
  return (view.result?.comparisons ?? []).map((record) => {
    const printed = comparisonOf(record)
    const base = figure && printed.kind !== 'other' ? baseFor(view, printed.kind) : undefined
    const inUnit = figure && base ? valueInUnitOf(figure, base) : undefined
    const check = figure && inUnit ? checkComparison(printed, figure.value, inUnit) : undefined
    return { printed, computed: check?.computed, measure: check?.measure, agrees: check?.agrees }
  })
}

/** Counts verdicts of views that have a target. */
export function tallyOf(views: readonly FigureView[]): VerdictTally {
  return tally(flatViews(views).flatMap((view) => (view.completion ? [view.completion.verdict] : [])))
}

/** A growth target without a printed base is counted from the figure of the year before. */
function judge(
  target: TargetRow,
  result: ResultRow | undefined,
  lastYear: ResultRow | undefined,
  indicator: IndicatorRow,
): Completion {
  const base = target.baseValue ?? (target.kind === 'growth' ? (lastYear?.value ?? null) : null)
  return completion(
    targetOf({ ...target, baseValue: base }, indicator.direction),
    targetResultOf(result, target.kind),
  )
}

function growthOf(result: ResultRow | undefined, lastYear: ResultRow | undefined): Big | undefined {
  const [now, before] = [result && figureOf(result), lastYear && figureOf(lastYear)]
  if (!now || !before || now.valueMax || now.total) return undefined
  const base = valueInUnitOf(now, before)
  return base && growth(now.value, base)
}

function convertedOf(result: ResultRow | undefined, { conversionFactor }: IndicatorRow): Big | undefined {
  if (!result?.value || conversionFactor === null) return undefined
  return new Big(result.value).times(conversionFactor)
}

function baseFor({ target, lastYear }: FigureView, kind: 'plan' | 'lastYear' | 'samePeriod') {
  if (kind === 'plan') {
    return target?.value && ['at_least', 'at_most'].includes(target.kind)
      ? { value: new Big(target.value), ...(target.unitOfMeasure && { unit: target.unitOfMeasure }) }
      : undefined
  }
  return lastYear && figureOf(lastYear)
}
