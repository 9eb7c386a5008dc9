import { err, ok, type Result } from '../result.ts'
import { decimalsOf, type NumberProblem, parseNumber, unitOf } from '../vietnamese/index.ts'
import type { Comparison } from './comparison.ts'

/** Why a text is not a comparison: `not_a_comparison`, or the problem of its number. */
export type ComparisonProblem = NumberProblem | { readonly code: 'not_a_comparison'; readonly text: string }

/**
 * Reads one comparison as a report prints it. The base is kept in its words; which kind it is follows from them.
 *
 * @example parseComparison('tăng 12,5% so với năm 2020') // lastYear, up, 12.5, base 'năm 2020'
 * @example parseComparison('đạt 98% kế hoạch')           // plan, 98
 */
export function parseComparison(text: string): Result<Comparison, ComparisonProblem> {
  const plain = text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/[.;,]$/, '')
    .trim()
  const same = /^không đổi(?: so với (?<base>.+))?$/iu.exec(plain)
  if (same) return ok({ ...baseOf(same.groups?.base ?? ''), direction: 'same' })
  const times = /^gấp (?<number>[\d.,]+) lần(?: so với)?(?: (?<base>.+))?$/iu.exec(plain)?.groups
  if (times) {
    return withNumber(times.number, (value, decimals) => ({
      ...baseOf(times.base ?? ''),
      times: value,
      decimals,
    }))
  }
  const move =
    /^(?<verb>tăng|giảm|vượt|thấp hơn|đạt|bằng) (?<number>[\d.,]+) ?(?<size>%|[^%]*?)(?:(?<against> so với)? ?(?<base>(?:kế hoạch|chỉ tiêu|năm|cùng kỳ).*)| so với (?<other>.+))?$/iu.exec(
      plain,
    )?.groups
  if (!move) return err({ code: 'not_a_comparison', text })
  return readMove(move, text)
}

type Groups = Readonly<Record<string, string | undefined>>
const PLAN_VERBS = ['vượt', 'thấp hơn', 'đạt']

function readMove(groups: Groups, text: string): Result<Comparison, ComparisonProblem> {
  const verb = groups.verb?.toLowerCase() ?? ''
  const direction = { tăng: 'up', vượt: 'up', giảm: 'down', 'thấp hơn': 'down' }[verb] as
    | 'up'
    | 'down'
    | undefined
  const words = groups.base ?? groups.other ?? (PLAN_VERBS.includes(verb) ? 'kế hoạch' : '')
  const base = baseOf(words)
  const size = groups.size?.trim() ?? ''
  if (size !== '%' && direction === undefined) return err({ code: 'not_a_comparison', text })
  return withNumber(groups.number, (value, decimals) => ({
    ...base,
    ...(direction && { direction }),
    ...(size === '%' ? { percent: value } : { amount: value }),
    ...(size !== '%' && size !== '' && { amountUnit: unitOf(size)?.name ?? size }),
    decimals,
  }))
}

function withNumber(
  number: string | undefined,
  build: (value: NonNullable<Comparison['percent']>, decimals: number) => Comparison,
): Result<Comparison, ComparisonProblem> {
  const value = parseNumber(number ?? '')
  return value.ok ? ok(build(value.value, decimalsOf(number ?? ''))) : value
}

/** The kind a base belongs to; its words are kept unless they are those printed by default. */
function baseOf(words: string): Pick<Comparison, 'kind' | 'base'> {
  const base = words.trim()
  if (base === '') return { kind: 'other' }
  if (/^(?:kế hoạch|chỉ tiêu)/iu.test(base))
    return base === 'kế hoạch' ? { kind: 'plan' } : { kind: 'plan', base }
  if (/^cùng kỳ/iu.test(base)) {
    return base === 'cùng kỳ năm trước' ? { kind: 'samePeriod' } : { kind: 'samePeriod', base }
  }
  if (/^năm (?:trước|\d{4})/iu.test(base)) {
    return base === 'năm trước' ? { kind: 'lastYear' } : { kind: 'lastYear', base }
  }
  return { kind: 'other', base }
}
