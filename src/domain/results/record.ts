import Big from 'big.js'
import { type IsoDate, readBound } from '../vietnamese/index.ts'
import type { Comparison } from './comparison.ts'
import type { Amount, Figure } from './figure.ts'

/** A printed comparison as it is stored and sent: numbers as plain decimal text ("12.5"). */
export type ComparisonRecord = {
  readonly kind: Comparison['kind']
  readonly direction?: 'up' | 'down' | 'same'
  readonly percent?: string
  readonly times?: string
  readonly amount?: string
  readonly amountUnit?: string
  readonly planValue?: string
  readonly base?: string
  /** Decimals it was printed with, where they say more than the number ("5,40%"). */
  readonly decimals?: number
}

/** A figure as it is stored: numbers as plain decimal text, nothing there as null or the empty text. */
export type FigureRecord = {
  /** The number in `unitOfMeasure`; null for a result in words only. */
  readonly value: string | null
  readonly valueMax: string | null
  readonly total: string | null
  readonly unitOfMeasure: string
  readonly isEstimate: boolean
  readonly bound: 'over' | 'under' | 'about' | null
  /** The word of the bound as printed: "hơn", "trên". */
  readonly qualifier: string
  readonly asOf: IsoDate | null
  readonly outsidePlan: boolean
}

/**
 * A stored comparison as the calculator takes it.
 *
 * @throws when a number is not plain decimal text: stored values were checked at the edge
 */
export function comparisonOf(record: ComparisonRecord): Comparison {
  const { percent, times, amount, planValue, ...rest } = record
  return {
    ...rest,
    ...(percent !== undefined && { percent: new Big(percent) }),
    ...(times !== undefined && { times: new Big(times) }),
    ...(amount !== undefined && { amount: new Big(amount) }),
    ...(planValue !== undefined && { planValue: new Big(planValue) }),
  }
}

/** A comparison as it is stored; the opposite of `comparisonOf`. */
export function comparisonRecord(comparison: Comparison): ComparisonRecord {
  const { percent, times, amount, planValue, ...rest } = comparison
  return {
    ...rest,
    ...(percent !== undefined && { percent: percent.toFixed() }),
    ...(times !== undefined && { times: times.toFixed() }),
    ...(amount !== undefined && { amount: amount.toFixed() }),
    ...(planValue !== undefined && { planValue: planValue.toFixed() }),
  }
}

/**
 * A stored figure as the calculator takes it; undefined for a result in words only.
 *
 * @example figureOf({ value: '100', bound: 'over', qualifier: 'hơn', … })?.boundWord // 'hơn'
 */
export function figureOf(record: FigureRecord): Figure | undefined {
  if (record.value === null) return undefined
  const { boundWord } = printedBound(record.qualifier)
  return {
    value: new Big(record.value),
    ...(record.valueMax !== null && { valueMax: new Big(record.valueMax) }),
    ...(record.total !== null && { total: new Big(record.total) }),
    ...(record.unitOfMeasure !== '' && { unit: record.unitOfMeasure }),
    ...(record.bound !== null && { bound: record.bound }),
    ...(record.bound !== null && boundWord !== undefined && { boundWord }),
    ...(record.isEstimate && { estimate: true }),
    ...(record.asOf !== null && { asOf: record.asOf }),
    ...(record.outsidePlan && { outsidePlan: true }),
  }
}

/** A stored number with its unit; undefined where there is none. */
export function amountOf(value: string | null, unitOfMeasure: string): Amount | undefined {
  if (value === null) return undefined
  return { value: new Big(value), ...(unitOfMeasure !== '' && { unit: unitOfMeasure }) }
}

function printedBound(qualifier: string): Pick<Figure, 'boundWord'> {
  const { word } = readBound(`${qualifier} 1`)
  return word === undefined ? {} : { boundWord: word }
}
