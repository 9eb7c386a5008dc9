import type Big from 'big.js'
import { printDate, printPercent, printQuantity } from '../vietnamese/index.ts'
import type { Target } from './target.ts'

/**
 * A target in words, as a pledge or a table prints it. Numbers and units stay in Vietnamese notation in both
 * languages: they are quoted from the papers.
 *
 * @example targetStatement({ kind: 'at_least', value: Big(44462), unit: 'tỷ đồng' })           // '≥ 44.462 tỷ đồng'
 * @example targetStatement({ kind: 'at_most', value: Big(5), unit: '%', inclusive: false })     // 'dưới 5%'
 */
export function targetStatement(target: Target, lang: 'vi' | 'en' = 'vi'): string {
  const words = WORDS[lang]
  switch (target.kind) {
    case 'at_least':
      return bounded(target.inclusive === false ? words.above : '≥', target)
    case 'at_most':
      return bounded(target.inclusive === false ? words.below : '≤', target)
    case 'range':
      return words.range(lowerEnd(target.min, target.unit), amount(target.max, target.unit))
    case 'by_date':
      return `${target.inclusive ? words.noLaterThan : words.before} ${printDate(target.date)}`
    case 'yes_no':
      return words.yes
    case 'growth':
      return words.growth(target.percent.lt(0), rate(target.percent), target.baseName)
    case 'level':
      return target.level
    case 'not_assigned':
      return words.notAssigned
  }
}

type Words = {
  readonly above: string
  readonly below: string
  readonly before: string
  readonly noLaterThan: string
  readonly yes: string
  readonly notAssigned: string
  readonly range: (min: string, max: string) => string
  readonly growth: (down: boolean, percent: string, baseName: string | undefined) => string
}

const WORDS: Readonly<Record<'vi' | 'en', Words>> = {
  vi: {
    above: 'trên',
    below: 'dưới',
    before: 'trước',
    noLaterThan: 'chậm nhất ngày',
    yes: 'có thực hiện',
    notAssigned: 'không giao',
    range: (min, max) => `từ ${min} đến ${max}`,
    growth: (down, percent, baseName) =>
      `${down ? 'giảm' : 'tăng'} ${percent}${baseName ? ` so với ${baseName}` : ''}`,
  },
  en: {
    above: 'above',
    below: 'below',
    before: 'before',
    noLaterThan: 'by',
    yes: 'to be done',
    notAssigned: 'not assigned',
    range: (min, max) => `from ${min} to ${max}`,
    growth: (down, percent, baseName) =>
      `${down ? 'down' : 'up'} ${percent}${baseName ? ` against ${baseName}` : ''}`,
  },
}

function bounded(sign: string, { value, unit }: { readonly value: Big; readonly unit: string }): string {
  return `${sign} ${amount(value, unit)}`
}

function amount(value: Big, unit: string): string {
  return printQuantity({ value, ...(unit !== '' && { unit }) })
}

/** The unit is said once, but the percent sign at both ends. */
function lowerEnd(value: Big, unit: string): string {
  return amount(value, unit.startsWith('%') ? unit : '')
}

function rate(percent: Big): string {
  return printPercent(percent.abs())
}
