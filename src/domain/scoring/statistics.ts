import Big from 'big.js'
import {
  type Fraction,
  fraction,
  minus,
  over,
  plus,
  roundFraction,
  times,
  wholeFraction,
  zero,
} from './exact.ts'

/** Statistics are printed with two decimals, half up; they warn, they are never points. */
export const statisticsRounding = { decimals: 2, mode: 'halfUp' } as const

/** Mean of at least one value, exact. */
export function mean(values: readonly Fraction[]): Fraction {
  return over(values.reduce(plus, zero), wholeFraction(values.length))
}

/** Sample variance (divided by n − 1) of at least two values, exact. */
export function variance(values: readonly Fraction[]): Fraction {
  return over(squaresOf(values), wholeFraction(values.length - 1))
}

/** Variance of a whole (divided by n) of at least one value, exact: what is measured is all there is. */
export function wholeVariance(values: readonly Fraction[]): Fraction {
  return over(squaresOf(values), wholeFraction(values.length))
}

function squaresOf(values: readonly Fraction[]): Fraction {
  const middle = mean(values)
  const squares = values.map((value) => minus(value, middle)).map((one) => times(one, one))
  return squares.reduce(plus, zero)
}

/** Square root of a value that is not negative, to twenty decimals. */
export function root(value: Fraction): Big {
  return roundFraction(value, { decimals: 40, mode: 'halfUp' }).sqrt().round(20, Big.roundHalfUp)
}

/** A statistic as it is shown. */
export function shown(value: Fraction): Big {
  return roundFraction(value, statisticsRounding)
}

/**
 * How many standard deviations a value lies from the mean of the *others*. The value itself is left out of what it
 * is compared with: among few judges it would otherwise hide itself.
 *
 * @returns `alike` when the others do not differ among themselves, so that no distance can be measured
 */
export function zAgainst(value: Fraction, others: readonly Fraction[]): Big | 'alike' {
  const spread = root(variance(others))
  if (spread.eq(0)) return 'alike'
  const distance = minus(value, mean(others))
  return shown(over(distance, fraction(spread)))
}
