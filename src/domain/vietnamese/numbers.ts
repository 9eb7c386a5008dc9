import Big from 'big.js'
import { err, ok, type Result } from '../result.ts'

/**
 * Why a text is not a number in Vietnamese notation.
 *
 * - `empty`: nothing was typed
 * - `not_a_number`: letters or other signs in it
 * - `bad_grouping`: dots and commas do not stand as "." thousands and "," decimal
 * - `ambiguous_dot`: one dot that may be a foreign decimal point
 *
 * `suggestions` are texts that would be understood, likeliest first, to be offered and never to be assumed.
 */
export type NumberProblem = {
  readonly code: 'empty' | 'not_a_number' | 'bad_grouping' | 'ambiguous_dot'
  readonly text: string
  readonly suggestions: readonly string[]
}

/** How a number is printed. */
export type NumberPrint = {
  /** Exactly so many decimals, rounded half up; without it every digit is printed. */
  readonly decimals?: number
  /** Whole counts from 1 to 9 as "08", the habit of reports. */
  readonly leadingZero?: boolean
}

/**
 * Reads a number in Vietnamese notation: "." between thousands, "," before decimals, spaces that crept in
 * around them, a leading zero, a sign. Exact at any size.
 *
 * A single dot before exactly three digits separates thousands ("1.463" is 1463). Any other single dot is
 * refused as `ambiguous_dot`: "3.5" may be 3,5, and 9105.326 may be 9.105,326 or 9.105.326, a factor of a
 * thousand that nobody would notice.
 *
 * @example parseNumber('9.105,326') // ok: 9105.326
 * @example parseNumber('3.5')       // ambiguous_dot, suggestions ['3,5']
 */
export function parseNumber(text: string): Result<Big, NumberProblem> {
  const plain = tidy(text)
  if (plain === '') return refuse('empty', text)
  if (!/\d/.test(plain) || /[^\d.,+\- ]/.test(plain)) return refuse('not_a_number', text)
  if (WELL_FORMED.test(plain)) return ok(new Big(plain.replace(/[+. ]/g, '').replace(',', '.')))
  if (SINGLE_DOT.test(plain)) return refuse('ambiguous_dot', text, readingsOfDot(plain))
  return refuse('bad_grouping', text, readingsOfForeign(plain))
}

/**
 * How many decimals a printed number shows; trailing zeros count: they say how exact the printer was.
 *
 * @example decimalsOf('435,310') // 3
 */
export function decimalsOf(printed: string): number {
  return /,\s*(\d+)/.exec(printed)?.[1]?.length ?? 0
}

/**
 * Prints an exact number in Vietnamese notation. A string is read as plain notation ("9105.326").
 *
 * @throws when a string is not a plain decimal: that is a bug of the caller, not an answer of a user
 * @example printNumber('9105.326')               // '9.105,326'
 * @example printNumber('8', { leadingZero: true }) // '08'
 */
export function printNumber(value: Big | string, options: NumberPrint = {}): string {
  const fixed = new Big(value).toFixed(options.decimals, Big.roundHalfUp)
  const [whole = '', decimals] = fixed.replace('-', '').split('.')
  const sign = fixed.startsWith('-') && /[1-9]/.test(fixed) ? '-' : ''
  if (options.leadingZero && !sign && /^[1-9]$/.test(whole) && decimals === undefined) return `0${whole}`
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, '.') + (decimals === undefined ? '' : `,${decimals}`)
}

/**
 * Prints a percentage, the sign glued to the number as reports do. Without `decimals` at most two are shown
 * and trailing zeros fall away.
 *
 * @param value the number of percent: 12.5 for 12,5%
 * @example printPercent('97.6439') // '97,64%'
 */
export function printPercent(value: Big | string, options: { readonly decimals?: number } = {}): string {
  const number = options.decimals === undefined ? new Big(value).round(2, Big.roundHalfUp) : value
  return `${printNumber(number, options)}%`
}

/**
 * Prints points of a score table: two decimals, half up, always both shown.
 *
 * @example printPoints('3.755') // '3,76'
 */
export function printPoints(value: Big | string): string {
  return printNumber(value, { decimals: 2 })
}

const WELL_FORMED = /^[+-]?(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?: \d{3})+)(?:,\d+)?$/
const SINGLE_DOT = /^[+-]?\d+\.\d+$/

function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[−–]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ ?([.,]) ?/g, '$1')
    .replace(/^([+-]) /, '$1')
}

function refuse(
  code: NumberProblem['code'],
  text: string,
  suggestions: readonly string[] = [],
): { readonly ok: false; readonly error: NumberProblem } {
  return err({ code, text, suggestions })
}

function readingsOfDot(plain: string): readonly string[] {
  const asDecimal = printNumber(plain.replace('+', ''))
  const [whole = '', decimals = ''] = plain.replace('+', '').split('.')
  const mayBeThousands = decimals.length === 3 && !/^-?0/.test(whole)
  return mayBeThousands ? [asDecimal, printNumber(whole + decimals)] : [asDecimal]
}

/** "1,234.5" and "1,234,567" are foreign notation whose meaning is beyond doubt. */
function readingsOfForeign(plain: string): readonly string[] {
  if (!/^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(plain)) return []
  return [printNumber(plain.replace(/[+,]/g, ''))]
}
