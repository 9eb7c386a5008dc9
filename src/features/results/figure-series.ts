import { type SeriesPoint, seriesOf } from '../../domain/targets/index.ts'
import { periodOf } from '../../domain/vietnamese/index.ts'
import { type Surroundings, sameOwner } from './figure-neighbours.ts'
import type { IndicatorRow, Owner, TargetRow } from './results.store.ts'

/** A target with the year it belongs to. */
export type YearTarget = TargetRow & { readonly year: number }

/** One indicator of one owner through the year: quarter I, 6, 9 and 12 months against the target of the year. */
export function progressOf(
  owner: Owner,
  indicator: IndicatorRow,
  year: number,
  around: Pick<Surroundings, 'results' | 'targets' | 'targetYear'>,
): readonly SeriesPoint[] {
  const target =
    around.targetYear === year
      ? around.targets.find((one) => sameOwner(one, owner) && one.indicatorId === indicator.id)
      : undefined
  const entries = ['Q1', 'H1', 'M9', ''].map((part) => {
    const period = `${year}${part}`
    return { period, result: resultOf(owner, indicator, period, around), target }
  })
  return seriesOf(indicator.unitOfMeasure, indicator.direction, entries)
}

/** One indicator of one owner over the years, from the first that tells anything to this one. */
export function yearsOf(
  owner: Owner,
  indicator: IndicatorRow,
  until: number,
  around: Pick<Surroundings, 'results'>,
  targets: readonly YearTarget[],
): readonly SeriesPoint[] {
  const own = targets.filter((one) => sameOwner(one, owner) && one.indicatorId === indicator.id)
  const told = around.results.filter(
    (one) =>
      sameOwner(one, owner) && one.indicatorId === indicator.id && periodOf(one.period).kind === 'year',
  )
  const first = Math.min(until, ...told.map((one) => one.year), ...own.map((one) => one.year))
  const years = Array.from({ length: until - first + 1 }, (_, index) => first + index)
  const entries = years.map((year) => ({
    period: String(year),
    result: told.find((one) => one.year === year),
    target: own.find((one) => one.year === year),
  }))
  return seriesOf(indicator.unitOfMeasure, indicator.direction, entries)
}

/** Whether a series tells more than one number, so that a picture of it says anything. */
export function isWorthDrawing(points: readonly SeriesPoint[]): boolean {
  return points.filter((point) => point.value !== undefined).length > 1
}

function resultOf(
  owner: Owner,
  indicator: IndicatorRow,
  period: string,
  { results }: Pick<Surroundings, 'results'>,
) {
  return results.find(
    (one) => sameOwner(one, owner) && one.indicatorId === indicator.id && one.period === period,
  )
}
