import type Big from 'big.js'
import { err, ok, type Result } from '../result.ts'
import { type BoundWord, readBound } from './bounds.ts'
import { decimalsOf, type NumberProblem, parseNumber, printNumber } from './numbers.ts'
import { unitOf } from './units.ts'

/** Which side of the printed number the true value lies on. */
export type Bound = 'over' | 'under' | 'about'

/**
 * A number with what reports print around it: "ước đạt trên 3.720 triệu USD", "03/04 dự án",
 * "từ 96,4% đến 128%".
 */
export type Quantity = {
  /** The printed number, in `unit`: 376.958 for "376,958 triệu USD". */
  readonly value: Big
  /** Upper end of a range; `value` is the lower end. */
  readonly valueMax?: Big
  /** y of "x/y". */
  readonly total?: Big
  /** As printed, spaces mended, multiplier included: "triệu USD", "vạn tấn", "%". */
  readonly unit?: string
  readonly bound?: Bound
  /** The word of the bound ("trên", "hơn"), kept to print it again. */
  readonly boundWord?: BoundWord
  /** ước: to be replaced by an official figure. */
  readonly estimate: boolean
  /** Decimals shown: the precision the printer claims. */
  readonly decimals: number
  /** Decimals shown by `valueMax` or `total`. */
  readonly otherDecimals?: number
  /** Printed as "08". */
  readonly leadingZero: boolean
  /** The text it was read from, trimmed. */
  readonly printed: string
}

/** What `printQuantity` needs; the rest has sensible absences. */
export type PrintableQuantity = Pick<Quantity, 'value'> & Partial<Omit<Quantity, 'value' | 'printed'>>

/**
 * Why a text is not a quantity: the problems of its numbers, or
 * `bad_unit` (what follows the number cannot be a unit), `mixed_units` (two units in one range),
 * `range_reversed` (the upper end is below the lower).
 */
export type QuantityProblem =
  | NumberProblem
  | {
      readonly code: 'bad_unit' | 'mixed_units' | 'range_reversed'
      readonly text: string
      readonly suggestions: readonly string[]
    }

/**
 * Reads one quantity as a report prints it: estimate, bound, a number, a range or x/y, and a unit, with or
 * without spaces between them. A unit that is not in the catalogue is kept as written.
 *
 * @example parseQuantity('trên 3.720 triệuUSD') // value 3720, unit 'triệu USD', bound 'over'
 * @example parseQuantity('03/04 dự án')         // value 3, total 4, unit 'dự án'
 */
export function parseQuantity(text: string): Result<Quantity, QuantityProblem> {
  const printed = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  const estimate = ESTIMATE.test(printed)
  const bound = readBound(printed.replace(ESTIMATE, '').replace(REACHED, ''))
  const frame = {
    estimate,
    printed,
    ...(bound.word && { bound: bound.side, boundWord: bound.word }),
  }
  return readRange(bound.rest, frame) ?? readRatio(bound.rest, frame) ?? readSingle(bound.rest, frame)
}

/**
 * Prints a quantity the way it is read: `parseQuantity` of the result gives the same quantity.
 *
 * @example printQuantity({ value: Big(3720), unit: 'triệu USD', bound: 'over', estimate: true })
 * // 'ước đạt trên 3.720 triệu USD'
 */
export function printQuantity(quantity: PrintableQuantity): string {
  const { value, valueMax, total, otherDecimals, estimate, unit } = quantity
  const word = quantity.boundWord ?? (quantity.bound && DEFAULT_WORDS[quantity.bound])
  const number = printOne(quantity, value, quantity.decimals)
  const amount =
    valueMax !== undefined
      ? printRange(number, printOne(quantity, valueMax, otherDecimals), unit)
      : withUnit(total === undefined ? number : `${number}/${printOne(quantity, total, otherDecimals)}`, unit)
  const isSuffix = word?.startsWith('trở') ?? false
  return [estimate && 'ước đạt', !isSuffix && word, amount, isSuffix && word].filter(Boolean).join(' ')
}

/**
 * The amount in the base of its dimension: "27 vạn tấn" is 270.000.000 (kg), "1,5 triệu" is 1.500.000.
 * Undefined when the unit is not known; a number without unit is itself.
 */
export function baseAmount(quantity: Pick<Quantity, 'value' | 'unit'>): Big | undefined {
  if (quantity.unit === undefined) return quantity.value
  const unit = unitOf(quantity.unit)
  return unit && quantity.value.times(`1e${unit.power}`)
}

const ESTIMATE = /^ước(?: tính)?(?: cả năm| năm \d{4})?(?= |\d)/iu
const REACHED = /^ ?(?:thực hiện )?(?:đạt|được|là)(?= )/iu
const DEFAULT_WORDS = { over: 'trên', under: 'dưới', about: 'khoảng' } as const satisfies Record<
  Bound,
  BoundWord
>

/** A signed number; spaces that crept in belong to it ("7. 215"). Each text matches in one way only. */
const NUMBER = String.raw`[+−-]?\d(?:\d| ?[.,] ?(?=\d)| (?=\d{3}(?!\d)))*`
const RANGE = new RegExp(`^(?:từ )?(${NUMBER}) ?(.*?) ?(?:đến|tới|[-–]) ?(${NUMBER}) ?(.*)$`, 'iu')
const RATIO = new RegExp(`^(${NUMBER}) ?/ ?(${NUMBER}) ?(.*)$`, 'u')
const SINGLE = new RegExp(`^(${NUMBER}) ?(.*)$`, 'u')
const UNIT_TEXT = /^[\p{L}\p{M}%$²³](?:[\p{L}\p{M}%$²³23 .,()-]|\/ ?(?:1?[.]?[01]{3} )?(?=\p{L}))*$/u

type Frame = Pick<Quantity, 'estimate' | 'printed' | 'bound' | 'boundWord'>
type Read = Result<Quantity, QuantityProblem>

function readRange(text: string, frame: Frame): Read | undefined {
  const [, low = '', lowUnit = '', high = '', highUnit = ''] = RANGE.exec(text) ?? []
  if (low === '') return undefined
  if (lowUnit !== '' && unitName(lowUnit) !== unitName(highUnit)) return refuse('mixed_units', text)
  return readTwo(low, high, highUnit, frame, (max) => ({ valueMax: max }))
}

function readRatio(text: string, frame: Frame): Read | undefined {
  const [, part = '', total = '', unit = ''] = RATIO.exec(text) ?? []
  return part === '' ? undefined : readTwo(part, total, unit, frame, (value) => ({ total: value }))
}

function readTwo(
  first: string,
  second: string,
  unit: string,
  frame: Frame,
  place: (second: Big) => Pick<Quantity, 'valueMax' | 'total'>,
): Read {
  const quantity = readOne(first, unit, frame)
  if (!quantity.ok) return quantity
  const other = parseNumber(second)
  if (!other.ok) return other
  const placed = place(other.value)
  if (placed.valueMax?.lt(quantity.value.value)) return refuse('range_reversed', frame.printed)
  return ok({ ...quantity.value, ...placed, otherDecimals: decimalsOf(second) })
}

function readSingle(text: string, frame: Frame): Read {
  const [, number = text, unit = ''] = SINGLE.exec(text) ?? []
  return readOne(number, unit, frame)
}

function readOne(number: string, unit: string, frame: Frame): Read {
  const value = parseNumber(number)
  if (!value.ok) return value
  const name = unitName(unit)
  if (name !== undefined && !UNIT_TEXT.test(name)) return refuse('bad_unit', unit)
  return ok({
    value: value.value,
    ...(name !== undefined && { unit: name }),
    ...frame,
    decimals: decimalsOf(number),
    leadingZero: /^0[1-9]$/.test(number),
  })
}

/** Reports end a clause right after the unit; the stop is not a part of it. */
function unitName(text: string): string | undefined {
  const plain = text.replace(/[.,;: ]+$/, '')
  if (plain === '') return undefined
  return unitOf(plain)?.name ?? plain
}

function refuse(code: 'bad_unit' | 'mixed_units' | 'range_reversed', text: string): Read {
  return err({ code, text, suggestions: [] })
}

function printOne(quantity: PrintableQuantity, value: Big, decimals: number | undefined): string {
  return printNumber(value, {
    leadingZero: quantity.leadingZero ?? false,
    ...(decimals !== undefined && { decimals }),
  })
}

function printRange(low: string, high: string, unit: string | undefined): string {
  return unit?.startsWith('%')
    ? `từ ${low}${unit} đến ${high}${unit}`
    : withUnit(`từ ${low} đến ${high}`, unit)
}

function withUnit(number: string, unit: string | undefined): string {
  if (unit === undefined) return number
  return unit.startsWith('%') ? number + unit : `${number} ${unit}`
}
