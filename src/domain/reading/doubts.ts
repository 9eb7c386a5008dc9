import { Big } from 'big.js'
import type { PrintedIndicator } from './indicators.ts'
import { MULTIPLIERS } from './measures.ts'
import { syllableKey } from './syllable.ts'

/** A doubt about figure `indicator`: a code, and a sentence for the person who confirms. */
export interface Doubt {
  readonly indicator: number
  readonly code: 'unit-scale' | 'parts-miss-total' | 'ratio-mismatch' | 'told-twice' | 'decimal-point'
  readonly message: string
}

/** Looks for what cannot be or does not fit: a missing multiplier, parts that miss their total, x/y against its %. */
export function findDoubts(indicators: readonly PrintedIndicator[]): readonly Doubt[] {
  return [
    ...unitDoubts(indicators),
    ...partDoubts(indicators),
    ...ratioDoubts(indicators),
    ...twiceDoubts(indicators),
    ...pointDoubts(indicators),
  ]
}

/** "980 USD" beside "1.218 triệu USD": same money, one without its multiplier. */
function unitDoubts(indicators: readonly PrintedIndicator[]): readonly Doubt[] {
  const doubts: Doubt[] = []
  for (const [index, indicator] of indicators.entries()) {
    const money = indicator.unit.split(' ')
    if (money.length !== 1 || !['usd', 'đồng', 'eur', 'vnđ'].includes(syllableKey(indicator.unit))) continue
    const neighbour = neighbours(indicators, index).find((other) => {
      const words = other.unit.split(' ').map(syllableKey)
      return (
        words.length > 1 && words.at(-1) === syllableKey(indicator.unit) && MULTIPLIERS.has(words[0] ?? '')
      )
    })
    if (neighbour === undefined || new Big(indicator.value).gte(100_000)) continue
    doubts.push({
      indicator: index,
      code: 'unit-scale',
      message: `“${indicator.value} ${indicator.unit}” đứng cạnh “${neighbour.value} ${neighbour.unit}”: có thể thiếu từ chỉ bậc (nghìn, triệu, tỷ).`,
    })
  }
  return doubts
}

function neighbours(indicators: readonly PrintedIndicator[], index: number): readonly PrintedIndicator[] {
  return indicators.slice(Math.max(0, index - 6), index + 7).filter((_other, at) => at !== Math.min(index, 6))
}

const WHOLE = /^(?:tổng|số)/

/** A total followed in its sentence by parts of the same unit that are printed as its parts but add up to something else. */
function partDoubts(indicators: readonly PrintedIndicator[]): readonly Doubt[] {
  const doubts: Doubt[] = []
  for (const [index, total] of indicators.entries()) {
    const parts: PrintedIndicator[] = []
    for (let at = index + 1; at < indicators.length; at++) {
      const part = indicators[at]
      if (
        part === undefined ||
        part.sentence !== total.sentence ||
        part.unit !== total.unit ||
        part.total !== undefined
      )
        break
      parts.push(part)
    }
    if (parts.length < 2 || !(WHOLE.test(total.name) || parts.length >= 3) || total.unit.includes('%'))
      continue
    const sum = parts.reduce((all, part) => all.plus(part.value), new Big(0))
    const whole = new Big(total.value)
    // Only a near miss is a doubt: parts that are far from the total were never meant as all of it.
    if (sum.eq(whole) || whole.eq(0)) continue
    const off = sum.minus(whole).abs().div(whole)
    if (off.gt('0.1')) continue
    doubts.push({
      indicator: index,
      code: 'parts-miss-total',
      message: `Các phần cộng lại là ${sum.toFixed()} ${total.unit}, khác tổng ${total.value} ${total.unit}.`,
    })
  }
  return doubts
}

/** "1.463/1.498,3 đạt 98%": the printed percentage is checked at its own precision. */
function ratioDoubts(indicators: readonly PrintedIndicator[]): readonly Doubt[] {
  const doubts: Doubt[] = []
  for (const [index, indicator] of indicators.entries()) {
    const base =
      indicator.total ??
      indicator.comparisons.find((comparison) => comparison.planValue !== undefined)?.planValue
    const ratio = indicator.comparisons.find(
      (comparison) =>
        comparison.percent !== undefined &&
        comparison.direction === undefined &&
        (comparison.kind === 'plan' || comparison.kind === 'other'),
    )
    if (base === undefined || ratio?.percent === undefined || new Big(base).eq(0)) continue
    const computed = new Big(indicator.value).times(100).div(base)
    const places = (ratio.percent.split('.')[1] ?? '').length
    const tolerance = new Big(10).pow(-places)
    if (computed.minus(ratio.percent).abs().lt(tolerance)) continue
    doubts.push({
      indicator: index,
      code: 'ratio-mismatch',
      message: `${indicator.value}/${base} là ${computed.toFixed(2)}%, bản in ghi ${ratio.percent}%.`,
    })
  }
  return doubts
}

/** "3.5" may be three and a half or a slip for "3.500": a point in the place of the comma is said. */
function pointDoubts(indicators: readonly PrintedIndicator[]): readonly Doubt[] {
  return indicators.flatMap((indicator, index): Doubt[] => {
    if (indicator.digits.includes(',') || !/\.\d{1,2}$/.test(indicator.digits)) return []
    const message = `“${indicator.digits}” dùng dấu chấm ở chỗ dấu phẩy; đọc là ${indicator.value}.`
    return [{ indicator: index, code: 'decimal-point', message }]
  })
}

/** The same indicator of the same unit told twice with different values. */
function twiceDoubts(indicators: readonly PrintedIndicator[]): readonly Doubt[] {
  const doubts: Doubt[] = []
  const seen = new Map<string, PrintedIndicator>()
  for (const [index, indicator] of indicators.entries()) {
    // What is merely counted ("07 nhãn hiệu … 01 nhãn hiệu") may be counted again among others.
    if (
      indicator.target ||
      indicator.name.split(' ').length < 4 ||
      !/(?:đồng|usd|ha|tấn|%)$/i.test(indicator.unit)
    )
      continue
    const key = `${indicator.reportingUnit ?? ''}|${indicator.name.toLowerCase()}|${indicator.unit}|${indicator.period ?? ''}`
    const before = seen.get(key)
    if (before !== undefined && before.sentence !== indicator.sentence && before.value !== indicator.value) {
      doubts.push({
        indicator: index,
        code: 'told-twice',
        message: `“${indicator.name}” được nêu hai lần: ${before.value} và ${indicator.value} ${indicator.unit}.`,
      })
    }
    seen.set(key, indicator)
  }
  return doubts
}
