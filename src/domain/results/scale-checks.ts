import Big from 'big.js'
import { unitOf } from '../vietnamese/index.ts'
import type { Amount } from './figure.ts'
import type { Finding, Neighbour } from './findings.ts'
import type { Neighbours } from './neighbours.ts'
import { valueInUnitOf } from './scale.ts'

type PowerFinding = Extract<Finding, { readonly code: 'power_of_ten' }>

/**
 * Whether a figure is a thousand, a million or a thousand million times off against last year or the plan: a
 * multiplier forgotten, or "," typed for ".". It is off by a power when that power brings it within a factor of 3 of the
 * neighbour; the factor is a habit, not a rule.
 */
export function findPowerOfTen(given: Amount, { lastYear, plan }: Neighbours): PowerFinding | undefined {
  for (const [against, neighbour] of [
    ['last_year', lastYear],
    ['plan', plan],
  ] as const) {
    const found = neighbour && againstNeighbour(given, against, neighbour)
    if (found) return found
  }
  return undefined
}

/**
 * Whether a figure lies far from the unit's own earlier years: outside the quartiles by three times their distance, and by
 * at least half the median. Told from four years on. Both factors are habits of statistics, not rules.
 */
export function findOutlier(given: Amount, { ownYears = [] }: Neighbours): readonly Finding[] {
  const values = ownYears.map((year) => valueInUnitOf(given, year)).filter((value) => value !== undefined)
  if (values.length < 4) return []
  const sorted = values.toSorted((a, b) => a.cmp(b))
  const [q1, median, q3] = [quantile(sorted, 1), quantile(sorted, 2), quantile(sorted, 3)]
  const spread = greater(q3.minus(q1).times(3), median.abs().times('0.5'))
  const [low, high] = [q1.minus(spread), q3.plus(spread)]
  if (given.value.gte(low) && given.value.lte(high)) return []
  const unit = given.unit === undefined ? {} : { unit: given.unit }
  const why = { given, low: { value: low, ...unit }, high: { value: high, ...unit }, years: values.length }
  return [{ code: 'outlier', what: 'value', why }]
}

const POWERS = [3, 6, 9, -3, -6, -9] as const

function againstNeighbour(given: Amount, against: Neighbour, neighbour: Amount): PowerFinding | undefined {
  const expected = valueInUnitOf(given, neighbour)
  if (!expected || expected.lte(0) || given.value.lte(0)) return undefined
  const power = POWERS.find((candidate) => isNear(given.value.times(`1e${candidate}`), expected))
  if (power === undefined) return undefined
  const why = { given, against, neighbour, power }
  return { code: 'power_of_ten', what: 'value', why, wouldBe: mended(given, neighbour, power) }
}

function isNear(value: Big, expected: Big): boolean {
  return value.times(3).gte(expected) && value.lte(expected.times(3))
}

/** Where the units differ by just that power the unit was slipped, else the number was. */
function mended(given: Amount, neighbour: Amount, power: number): Amount {
  const [own, other] = [given.unit, neighbour.unit].map((unit) =>
    unit === undefined ? undefined : unitOf(unit)?.power,
  )
  if (own !== undefined && other !== undefined && other - own === power)
    return { ...given, unit: neighbour.unit }
  const { decimals: _, ...rest } = given
  return { ...rest, value: given.value.times(`1e${power}`) }
}

/** The value a quarter, half or three quarters up the sorted list, between neighbours in exact proportion. */
function quantile(sorted: readonly Big[], quarters: 1 | 2 | 3): Big {
  const steps = (sorted.length - 1) * quarters
  const [index, rest] = [Math.floor(steps / 4), steps % 4]
  const lower = sorted[index] ?? new Big(0)
  const upper = sorted[index + 1] ?? lower
  return lower.plus(upper.minus(lower).times(rest).times('0.25'))
}

function greater(a: Big, b: Big): Big {
  return a.gt(b) ? a : b
}
