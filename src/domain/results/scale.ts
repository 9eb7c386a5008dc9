import type Big from 'big.js'
import { convert } from '../vietnamese/index.ts'
import type { Amount } from './figure.ts'

/**
 * The value of `other` in the unit of `given`, so that the two can be added or divided; undefined when they measure
 * different things. Where a unit is not printed the two are taken to be in the same one.
 *
 * @example valueInUnitOf({ value: Big(980), unit: 'USD' }, { value: Big(875), unit: 'triệu USD' })?.toFixed() // '875000000'
 */
export function valueInUnitOf(given: Amount, other: Amount): Big | undefined {
  if (given.unit === undefined || other.unit === undefined || given.unit === other.unit) return other.value
  const converted = convert(other.value, other.unit, given.unit)
  return converted.ok ? converted.value : undefined
}
