import Big from 'big.js'
import { printNumber, printPercent, printQuantity } from '../vietnamese/index.ts'
import { shownDecimals } from './figure.ts'

/**
 * A comparison as a report prints it. With `direction` the percentage, number of times or amount is a change; without
 * it the percentage is a ratio ("đạt 98% kế hoạch", "bằng 102% cùng kỳ").
 */
export type Comparison = {
  readonly kind: 'plan' | 'lastYear' | 'samePeriod' | 'other'
  readonly direction?: 'up' | 'down' | 'same'
  readonly percent?: Big
  /** "gấp 1,8 lần". */
  readonly times?: Big
  readonly amount?: Big
  readonly amountUnit?: string
  /** y of "1.463/1.498,3 đạt 98% kế hoạch". */
  readonly planValue?: Big
  /** What it is compared with, in report words: "năm 2020", "cùng kỳ năm 2019". */
  readonly base?: string
  /** Decimals it was printed with: its precision. */
  readonly decimals?: number
}

/** What a comparison claims, and what the numbers give. */
export type ComparisonCheck = {
  readonly measure: 'percent' | 'times' | 'amount'
  readonly printed: Big
  /** To 20 decimals; a fall is negative, as is `printed`. */
  readonly computed: Big
  readonly agrees: boolean
}

/**
 * A comparison in report words.
 *
 * @example printComparison({ kind: 'lastYear', direction: 'up', percent: Big('12.5'), base: 'năm 2020' }) // 'tăng 12,5% so với năm 2020'
 * @example printComparison({ kind: 'plan', percent: Big(98) })                                        // 'đạt 98% kế hoạch'
 */
export function printComparison(comparison: Comparison): string {
  const { direction, kind, times } = comparison
  const base = comparison.base ?? BASES[kind]
  const against = base === '' ? '' : ` so với ${base}`
  if (times !== undefined) return `gấp ${printNumber(times, precision(comparison))} lần${against}`
  if (direction === 'same') return kind === 'plan' ? `đạt 100% ${base}` : `không đổi${against}`
  const size = printSize(comparison)
  if (direction === 'up') return kind === 'plan' ? `vượt ${size} ${base}` : `tăng ${size}${against}`
  if (direction === 'down') return `${kind === 'plan' ? 'thấp hơn' : 'giảm'} ${size}${against}`
  return kind === 'plan' ? `đạt ${size} ${base}` : `bằng ${size} ${base}`.trimEnd()
}

/**
 * Whether a computed number prints as the printed one: they differ by at most half a unit of the last printed
 * decimal. 97,64% agrees with "98%" and with "97,6%", and not with "98,0%".
 *
 * @param decimals decimals of the printed number; its own when absent
 * @example agreesAsPrinted(Big('97.6439'), Big(98)) // true
 */
export function agreesAsPrinted(computed: Big, printed: Big, decimals?: number): boolean {
  const half = new Big(`5e-${shownDecimals({ value: printed, decimals }) + 1}`)
  return computed.minus(printed).abs().lte(half)
}

/**
 * Computes what a comparison claims from the two values, both in the same unit. Undefined when it claims nothing
 * that can be computed: no number, or a base of zero.
 *
 * @param amount the change claimed, already in the unit of the values; only for comparisons by amount
 * @example checkComparison({ kind: 'plan', percent: Big(98) }, Big(1463), Big('1498.3')) // computed 97.64…, agrees
 */
export function checkComparison(
  comparison: Comparison,
  value: Big,
  base: Big,
  amount: Big | undefined = comparison.amount,
): ComparisonCheck | undefined {
  const sign = comparison.direction === 'down' ? -1 : 1
  if (amount !== undefined)
    return checked('amount', amount.times(sign), value.minus(base), comparison.decimals)
  if (base.eq(0)) return undefined
  if (comparison.times !== undefined) {
    return checked('times', comparison.times, value.div(base), comparison.decimals)
  }
  const percent = comparison.percent ?? (comparison.direction === 'same' ? new Big(0) : undefined)
  if (percent === undefined) return undefined
  const computed = comparison.direction
    ? value.minus(base).times(100).div(base.abs())
    : value.times(100).div(base)
  return checked('percent', percent.times(sign), computed, comparison.decimals)
}

const BASES = {
  plan: 'kế hoạch',
  lastYear: 'năm trước',
  samePeriod: 'cùng kỳ năm trước',
  other: '',
} as const satisfies Record<Comparison['kind'], string>

function checked(
  measure: ComparisonCheck['measure'],
  printed: Big,
  computed: Big,
  decimals: number | undefined,
): ComparisonCheck {
  return { measure, printed, computed, agrees: agreesAsPrinted(computed, printed, decimals) }
}

function printSize(comparison: Comparison): string {
  const { amount, amountUnit, percent } = comparison
  if (amount === undefined) return percent === undefined ? '' : printPercent(percent, precision(comparison))
  return printQuantity({
    value: amount,
    ...precision(comparison),
    ...(amountUnit !== undefined && { unit: amountUnit }),
  })
}

function precision({ decimals }: Comparison): { readonly decimals?: number } {
  return decimals === undefined ? {} : { decimals }
}
