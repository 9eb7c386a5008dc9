import Big from 'big.js'

/**
 * The change from `base` to `value` in percent of the base, to 20 decimals: 12.5 means +12,5%. The base counts by
 * its size, so that a loss turning smaller is growth. Undefined against a base of zero: from nothing there is no
 * rate of growth.
 *
 * @example growth(Big(980), Big(875))?.toFixed() // '12'
 */
export function growth(value: Big | string, base: Big | string): Big | undefined {
  const from = new Big(base)
  return from.eq(0) ? undefined : new Big(value).minus(from).times(100).div(from.abs())
}
