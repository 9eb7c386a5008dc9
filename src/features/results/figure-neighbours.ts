import Big from 'big.js'
import {
  type Amount,
  amountOf,
  comparisonOf,
  type Finding,
  figureOf,
  type Neighbours,
  suspicions,
} from '../../domain/results/index.ts'
import { type IsoDate, periodId, periodOf, samePeriodLastYear } from '../../domain/vietnamese/index.ts'
import type {
  IndicatorRow,
  Owner,
  ResultContent,
  ResultPlace,
  ResultRow,
  TargetRow,
} from './results.store.ts'

/** Everything stored that figures of a page are held against. */
export type Surroundings = {
  readonly indicators: readonly IndicatorRow[]
  /** Targets of the year `targetYear`; figures of other years are not held against them. */
  readonly targets: readonly TargetRow[]
  readonly targetYear: number
  /** Figures in force of this year and earlier ones. */
  readonly results: readonly ResultRow[]
  readonly today: IsoDate
  /** Day of the following year, "month-day", until which an estimate is normal; a rule of the bloc. */
  readonly estimatesUntil: string
  /** Names of units by id, for saying who reported the same figure. */
  readonly names: ReadonlyMap<string, string>
}

/** What looks wrong about a figure, stored or about to be. */
export function findingsOf(
  at: ResultPlace,
  content: ResultContent,
  indicator: IndicatorRow,
  around: Surroundings,
): readonly Finding[] {
  const figure = figureOf(content)
  if (!figure || !isMeasured(indicator)) return []
  return suspicions(figure, neighboursOf(at, content, indicator, around))
}

/** Whether figures of an indicator are numbers to be measured, and not days, answers or words. */
export function isMeasured({ kind }: Pick<IndicatorRow, 'kind'>): boolean {
  return kind === 'level' || kind === 'growth' || kind === 'share'
}

/** The same indicator of the year before, in the same period. */
export function lastYearOf(at: ResultPlace, results: readonly ResultRow[]): ResultRow | undefined {
  const period = samePeriodLastYear(at.period)
  return results.find(
    (one) =>
      sameOwner(one, at) && one.indicatorId === at.indicatorId && one.period === period && one.value !== null,
  )
}

/** Whether two records belong to the same unit, or both to the bloc. */
export function sameOwner(a: Owner, b: Owner): boolean {
  return a.unitId === b.unitId && a.blocId === b.blocId
}

/** The target of the year a figure belongs to. */
export function targetFor(at: ResultPlace, around: Surroundings): TargetRow | undefined {
  if (at.year !== around.targetYear) return undefined
  return around.targets.find((one) => sameOwner(one, at) && one.indicatorId === at.indicatorId)
}

function neighboursOf(
  at: ResultPlace,
  content: ResultContent,
  indicator: IndicatorRow,
  around: Surroundings,
): Neighbours {
  const own = around.results.filter((one) => sameOwner(one, at) && one.indicatorId === at.indicatorId)
  const lastYear = lastYearOf(at, own)
  const target = targetFor(at, around)
  const isYear = periodOf(at.period).kind === 'year'
  const base = lastYear ? amountOf(lastYear.value, lastYear.unitOfMeasure) : baseOf(target, at)
  const plan = isYear && !content.outsidePlan ? planOf(target) : undefined
  return {
    ...(indicator.unitOfMeasure !== '' && { indicatorUnit: indicator.unitOfMeasure }),
    ...(base && { lastYear: base }),
    ...(plan && { plan }),
    ownYears: earlierYears(own, at),
    parts: partsOf(at, indicator, around),
    comparisons: content.comparisons.map(comparisonOf),
    reportedElsewhere: elsewhere(at, content, around),
    today: around.today,
    estimatesUntil: `${at.year + 1}-${around.estimatesUntil}`,
  }
}

/** A plan in the sense of a number to reach; limits, days and answers are none. */
function planOf(target: TargetRow | undefined): Amount | undefined {
  if (!target || !['at_least', 'at_most'].includes(target.kind)) return undefined
  return amountOf(target.value, target.unitOfMeasure)
}

function baseOf(target: TargetRow | undefined, at: ResultPlace): Amount | undefined {
  if (!target || target.baseYear !== at.year - 1) return undefined
  return amountOf(target.baseValue, target.unitOfMeasure)
}

/** The same period of each earlier year. */
function earlierYears(own: readonly ResultRow[], at: ResultPlace): readonly Amount[] {
  const { kind, number } = periodOf(at.period)
  return own
    .filter((one) => one.year < at.year && one.period === periodId({ kind, number, year: one.year }))
    .flatMap((one) => amountOf(one.value, one.unitOfMeasure) ?? [])
}

/** The parts in force of the same owner and period; a part without a figure leaves the sum open. */
function partsOf(at: ResultPlace, indicator: IndicatorRow, around: Surroundings): readonly Amount[] {
  const known = around.indicators.filter((one) => one.partOfLineage === indicator.lineage)
  const parts = around.results.filter(
    (one) =>
      sameOwner(one, at) && one.period === at.period && known.some((part) => part.id === one.indicatorId),
  )
  const told = (part: IndicatorRow) => parts.some((one) => one.indicatorId === part.id)
  const wanted = new Set(known.filter((part) => part.isCurrent || told(part)).map((part) => part.lineage))
  if (parts.length < 2 || parts.length < wanted.size) return []
  return parts.flatMap((one) => amountOf(one.value, one.unitOfMeasure) ?? [])
}

/** Another unit of the bloc with the very same number of some size: probably one figure told twice. */
function elsewhere(at: ResultPlace, content: ResultContent, around: Surroundings) {
  const value = content.value === null ? undefined : new Big(content.value)
  if (value === undefined || value.abs().lt(100)) return []
  return around.results.flatMap((one) => {
    const same = one.indicatorId === at.indicatorId && one.period === at.period && !sameOwner(one, at)
    const amount = same ? amountOf(one.value, one.unitOfMeasure) : undefined
    if (!amount?.value.eq(value)) return []
    return [{ ...amount, reporter: around.names.get(one.unitId ?? '') ?? '' }]
  })
}
