import Big from 'big.js'

/** A number given exactly: a `Big` or a plain decimal text such as `"12.5"` (point, no grouping, no exponent). */
export type Numeric = Big | string

/** A whole number; a JavaScript number only where it is exact, since big integers cost several times as much. */
type Whole = number | bigint

/**
 * An exact quotient. Scores are products of divisions (8 of 10 places, half of five points …); keeping the
 * quotient open until the single rounding at the end avoids rounding twice. `d` is always positive. Made and
 * read by the functions of this file only.
 */
export interface Fraction {
  readonly n: Whole
  readonly d: Whole
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
export const zero: Fraction = { n: 0, d: 1 }
/** One. */
export const one: Fraction = { n: 1, d: 1 }
/** One hundred, for percentages. */
export const hundred: Fraction = { n: 100, d: 1 }

const decimalText = /^-?\d+(?:\.\d+)?$/
const powers = Array.from({ length: 16 }, (_, i) => 10 ** i)

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
  if (point < 0) return { n: wholeOf(text), d: 1 }
  return { n: wholeOf(text.slice(0, point) + text.slice(point + 1)), d: tenTo(text.length - point - 1) }
}

/** A whole number as a fraction. */
export function wholeFraction(n: number | bigint): Fraction {
  return { n: tidy(n), d: 1 }
}

/** −1, 0 or 1. */
export function sign(a: Fraction): -1 | 0 | 1 {
  return a.n < 0 ? -1 : a.n > 0 ? 1 : 0
}

/** The same amount with the other sign. */
export function negated(a: Fraction): Fraction {
  return { n: -a.n, d: a.d }
}

/** The largest whole number not above a value that is not negative. */
export function wholePart(a: Fraction): bigint {
  return BigInt(a.n) / BigInt(a.d)
}

/** Whether the value is a whole number. */
export function isWhole(a: Fraction): boolean {
  return BigInt(a.n) % BigInt(a.d) === 0n
}

/** Sum. */
export function plus(a: Fraction, b: Fraction): Fraction {
  return a.d === b.d
    ? { n: sum(a.n, b.n), d: a.d }
    : { n: sum(product(a.n, b.d), product(b.n, a.d)), d: product(a.d, b.d) }
}

/** Difference. */
export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, negated(b))
}

/** Product. */
export function times(a: Fraction, b: Fraction): Fraction {
  return { n: product(a.n, b.n), d: product(a.d, b.d) }
}

/**
 * Quotient.
 *
 * @throws RangeError when `b` is zero; callers ask first and answer with a reason.
 */
export function over(a: Fraction, b: Fraction): Fraction {
  const direction = sign(b)
  if (direction === 0) throw new RangeError('division by zero')
  const n = product(a.n, b.d)
  const d = product(a.d, b.n)
  return direction > 0 ? { n, d } : { n: -n, d: -d }
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compare(a: Fraction, b: Fraction): number {
  const left = product(a.n, b.d)
  const right = product(b.n, a.d)
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
  const { units, exact } = roundedUnits(value, rounding)
  return { points: new Big(`${units}e-${rounding.decimals}`), exact }
}

/** As {@link roundFraction}, written as a plain decimal text without needless zeros. */
export function roundedText(value: Fraction, decimals = 2): string {
  if (value.d === 1) return String(value.n)
  const { units } = roundedUnits(value, { decimals, mode: 'halfUp' })
  const digits = String(units < 0 ? -units : units).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const rest = digits.slice(digits.length - decimals).replace(/0+$/, '')
  return `${units < 0 ? '-' : ''}${whole}${rest === '' ? '' : `.${rest}`}`
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

interface RoundedUnits {
  readonly units: Whole
  readonly exact: boolean
}

function roundedUnits(value: Fraction, { decimals, mode }: Rounding): RoundedUnits {
  const negative = value.n < 0
  const n = product(negative ? -value.n : value.n, tenTo(decimals))
  const { quotient, rest } = divide(n, value.d)
  const exact = rest <= 0
  const twiceRest = product(rest, 2)
  const order = twiceRest < value.d ? -1 : twiceRest > value.d ? 1 : 0
  const up = mode !== 'down' && (order === 0 ? mode === 'halfUp' || isOdd(quotient) : order > 0)
  const units = up ? sum(quotient, 1) : quotient
  return { units: negative ? -units : units, exact }
}

function divide(n: Whole, d: Whole): { readonly quotient: Whole; readonly rest: Whole } {
  if (typeof n === 'number' && typeof d === 'number') {
    const rest = n % d
    return { quotient: (n - rest) / d, rest }
  }
  const [big, by] = [BigInt(n), BigInt(d)]
  return { quotient: tidy(big / by), rest: tidy(big % by) }
}

function isOdd(n: Whole): boolean {
  return typeof n === 'number' ? n % 2 === 1 : n % 2n === 1n
}

/** A product or sum of numbers within the safe range is exact; outside it the big integers take over. */
function product(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const result = a * b
    if (Number.isSafeInteger(result)) return result
  }
  return BigInt(a) * BigInt(b)
}

function sum(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const result = a + b
    if (Number.isSafeInteger(result)) return result
  }
  return BigInt(a) + BigInt(b)
}

function wholeOf(digits: string): Whole {
  return digits.length < 16 ? Number(digits) : tidy(BigInt(digits))
}

function tidy(n: Whole): Whole {
  const number = Number(n)
  return Number.isSafeInteger(number) ? number : n
}

function tenTo(exponent: number): Whole {
  return powers[exponent] ?? 10n ** BigInt(exponent)
}
