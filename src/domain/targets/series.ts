import Big from 'big.js'
import { type Amount, type FigureRecord, figureOf, valueInUnitOf } from '../results/index.ts'
import type { PeriodId } from '../vietnamese/index.ts'
import { completion } from './completion.ts'
import { growth } from './growth.ts'
import { type TargetRecord, targetOf, targetResultOf } from './record.ts'
import type { Target } from './target.ts'

/** What was set and told for one period of a series. */
export type SeriesEntry = {
  readonly period: PeriodId
  readonly result: FigureRecord | undefined
  readonly target: TargetRecord | undefined
}

/** One period of a series, all its numbers in the unit of the series. */
export type SeriesPoint = {
  readonly period: PeriodId
  /** Undefined where nothing was told, or only words, or in a unit that cannot be converted. */
  readonly value: Big | undefined
  readonly isEstimate: boolean
  /** The number the target asks for; undefined where it asks for none. */
  readonly goal: Big | undefined
  /** The value in percent of the goal; only where a percentage has a meaning. */
  readonly percent: Big | undefined
  /** Change against the point before in percent; only between whole neighbours. */
  readonly growth: Big | undefined
}

/**
 * One indicator over time: the periods of a year against the year's target, or several years each with its own. What
 * was told in another unit is converted; nothing is filled in between.
 *
 * @param direction of the indicator: whether less is better
 * @example seriesOf('ha', 'up', [{ period: '2020', result, target }])[0]?.percent?.toFixed(2) // '97.64'
 */
export function seriesOf(
  unit: string,
  direction: 'up' | 'down' | 'none',
  entries: readonly SeriesEntry[],
): readonly SeriesPoint[] {
  const values = entries.map(({ result }) => toldIn(unit, result))
  return entries.map(({ period, result, target }, index) => {
    const set = target && targetOf(target, direction)
    const goal = set && goalOf(set)
    const [value, before] = [values[index], values[index - 1]]
    return {
      period,
      value,
      isEstimate: result?.isEstimate ?? false,
      goal: goal && valueInUnitOf(amountIn(unit), goal),
      percent: set && result ? completion(set, targetResultOf(result, set.kind)).percent : undefined,
      growth: value && before && growth(value, before),
    }
  })
}

/**
 * The number a target asks for: of a bound the bound, of a growth rate the level it means. A range, a day, an answer or a
 * level of completion asks for no single number.
 *
 * @example goalOf({ kind: 'growth', percent: Big(18), base: Big(37680), unit: 'tỷ đồng' })?.value.toFixed() // '44462.4'
 */
export function goalOf(target: Target): Amount | undefined {
  if (target.kind === 'at_least' || target.kind === 'at_most')
    return { value: target.value, ...(target.unit !== '' && { unit: target.unit }) }
  if (target.kind !== 'growth' || target.base === undefined) return undefined
  const value = target.base.times(target.percent.plus(100)).div(100)
  return { value, ...(target.unit !== '' && { unit: target.unit }) }
}

function toldIn(unit: string, result: FigureRecord | undefined): Big | undefined {
  const figure = result && figureOf(result)
  return figure && valueInUnitOf(amountIn(unit), figure)
}

function amountIn(unit: string): Amount {
  return { value: new Big(0), ...(unit !== '' && { unit }) }
}
