import Big from 'big.js'

/** A number given exactly: a `Big` or a plain decimal text such as `"12.5"` (point, no grouping, no exponent). */
export type Numeric = Big | string

/**
 * An exact quotient. Scores are products of divisions (8 of 10 places, half of five points …); keeping the
 * quotient open until the single rounding at the end avoids rounding twice. `d` is always positive.
 */
export interface Fraction {
  readonly n: bigint
  readonly d: bigint
}

/**
 * How a table rounds: so many decimals per leaf. `halfUp` rounds a five away from zero, as officials do by hand.
 *
 * No regulation read so far states a rule; two decimals, half up, is the default of the product (unverified).
 */
export interface Rounding {
  readonly decimals: number
  readonly mode: 'halfUp' | 'halfEven' | 'down'
}

/** Two decimals, half up: used where a table declares nothing (unverified: no legal source found). */
export const defaultRounding: Rounding = { decimals: 2, mode: 'halfUp' }

/** Zero. */
export const zero: Fraction = { n: 0n, d: 1n }
/** One hundred, for percentages. */
export const hundred: Fraction = { n: 100n, d: 1n }

const decimalText = /^-?\d+(?:\.\d+)?$/
const powers = Array.from({ length: 40 }, (_, i) => 10n ** BigInt(i))

/** Whether `text` is a plain decimal: digits, an optional point with digits, an optional minus. */
export function isDecimal(text: string): boolean {
  return decimalText.test(text)
}

/**
 * The exact value of a number.
 *
 * @throws RangeError when a text is not a plain decimal: figures are parsed where they enter, so this is a bug.
 * @example fraction('2.5') // { n: 25n, d: 10n }
 */
export function fraction(value: Numeric): Fraction {
  const text = typeof value === 'string' ? value : value.toFixed()
  if (!decimalText.test(text)) throw new RangeError(`not a plain decimal: ${text}`)
  const point = text.indexOf('.')
  if (point < 0) return { n: BigInt(text), d: 1n }
  return { n: BigInt(text.slice(0, point) + text.slice(point + 1)), d: tenTo(text.length - point - 1) }
}

/** Sum. */
export function plus(a: Fraction, b: Fraction): Fraction {
  return a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d }
}

/** Difference. */
export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { n: -b.n, d: b.d })
}

/** Product. */
export function times(a: Fraction, b: Fraction): Fraction {
  return { n: a.n * b.n, d: a.d * b.d }
}

/**
 * Quotient.
 *
 * @throws RangeError when `b` is zero; callers ask first and answer with a reason.
 */
export function over(a: Fraction, b: Fraction): Fraction {
  if (b.n === 0n) throw new RangeError('division by zero')
  return b.n > 0n ? { n: a.n * b.d, d: a.d * b.n } : { n: -a.n * b.d, d: -a.d * b.n }
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compare(a: Fraction, b: Fraction): number {
  const left = b.d === 1n || a.d === b.d ? a.n : a.n * b.d
  const right = a.d === 1n || a.d === b.d ? b.n : b.n * a.d
  return left < right ? -1 : left > right ? 1 : 0
}

/** The smaller of two. */
export function least(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) <= 0 ? a : b
}

/** The greater of two. */
export function greatest(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) >= 0 ? a : b
}

/**
 * One rounding of an exact value.
 *
 * @example roundFraction({ n: 1n, d: 3n }, defaultRounding).toFixed(2) // "0.33"
 */
export function roundFraction(value: Fraction, rounding: Rounding): Big {
  return roundOnce(value, rounding).points
}

/** As {@link roundFraction}, and whether nothing was lost by it. */
export function roundOnce(
  value: Fraction,
  rounding: Rounding,
): { readonly points: Big; readonly exact: boolean } {
  const units = roundedUnits(value, rounding)
  return {
    points: new Big(`${units}e-${rounding.decimals}`),
    exact: units * value.d === value.n * tenTo(rounding.decimals),
  }
}

/** As {@link roundFraction}, written as a plain decimal text without needless zeros. */
export function roundedText(value: Fraction, decimals = 2): string {
  if (value.d === 1n) return value.n.toString()
  const units = roundedUnits(value, { decimals, mode: 'halfUp' })
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const rest = digits.slice(digits.length - decimals).replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${whole}${rest === '' ? '' : `.${rest}`}`
}

/** The same number in its shortest plain form: `"05.10"` → `"5.1"`, `"-0"` → `"0"`. */
export function plainText(value: Numeric): string {
  const text = typeof value === 'string' ? new Big(value).toFixed() : value.toFixed()
  return text === '-0' ? '0' : text
}

/** A number as it was given, in plain decimal writing; empty when there is none. */
export function textOf(value: Numeric | undefined): string {
  return value === undefined ? '' : typeof value === 'string' ? value : value.toFixed()
}

function roundedUnits(value: Fraction, { decimals, mode }: Rounding): bigint {
  const negative = value.n < 0n
  const n = (negative ? -value.n : value.n) * tenTo(decimals)
  const quotient = n / value.d
  const twiceRest = (n - quotient * value.d) * 2n
  const up =
    mode === 'down'
      ? false
      : twiceRest > value.d || (twiceRest === value.d && (mode === 'halfUp' || quotient % 2n === 1n))
  const units = up ? quotient + 1n : quotient
  return negative ? -units : units
}

function tenTo(exponent: number): bigint {
  return powers[exponent] ?? 10n ** BigInt(exponent)
}
