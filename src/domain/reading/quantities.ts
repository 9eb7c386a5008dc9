import { HEDGES, QUALIFIERS } from './measures.ts'
import { isPartOfName, isYear } from './numbers-in-names.ts'
import type { Token } from './tokens.ts'
import { printed, type QuantityKind, unitAt } from './units.ts'

/** A number with its unit: tokens `from` (hedges included) up to `to`. */
export interface Quantity {
  readonly from: number
  readonly to: number
  /** The token of the number. */
  readonly at: number
  readonly kind: QuantityKind
  readonly value: string
  readonly valueMax?: string
  /** y of "x/y". */
  readonly total?: string
  /** As printed, spaces mended. */
  readonly unit: string
  readonly unitFrom: number
  readonly hedges: readonly string[]
}

/** Reads the quantities among tokens `from` up to `to`; `taken` marks tokens of dates and papers. */
export function readQuantities(
  tokens: readonly Token[],
  from: number,
  to: number,
  taken: Uint8Array,
): readonly Quantity[] {
  const found: Quantity[] = []
  for (let at = from; at < to; at++) {
    if (tokens[at]?.kind !== 'number' || taken[at] === 1) continue
    const quantity = quantityAt(tokens, at, from, to, taken)
    if (quantity === null) continue
    found.push(quantity)
    at = quantity.to - 1
  }
  return found
}

function quantityAt(
  tokens: readonly Token[],
  at: number,
  first: number,
  before: number,
  taken: Uint8Array,
): Quantity | null {
  const token = tokens[at]
  if (token === undefined || token.value === null || isPartOfName(tokens, at, first)) return null
  let next = at + 1
  let value = token.value
  let valueMax: string | undefined
  let total: string | undefined
  const second = rangeEnd(tokens, at, before, taken)
  if (second !== null) {
    valueMax = second.value
    next = second.at + 1
  }
  const whole = second === null ? totalAt(tokens, next, before, taken) : null
  if (whole !== null) {
    total = whole.value
    next = whole.to
  }
  let unit = unitAt(tokens, next, before)
  // The range's first number may carry the unit too: "7,5% đến 8%".
  if (unit !== null && second === null && valueMax === undefined) {
    const late = rangeEnd(tokens, unit.to - 1, before, taken)
    const lateUnit = late === null ? null : unitAt(tokens, late.at + 1, before)
    if (late !== null && lateUnit !== null && lateUnit.kind === unit.kind && isLess(value, late.value)) {
      valueMax = late.value
      unit = lateUnit
    }
  }
  if (unit !== null && total === undefined && valueMax === undefined) {
    const late = totalAfterUnit(tokens, unit, before, taken)
    if (late !== null) {
      total = late.value
      unit = { ...unit, to: unit.to }
      next = late.to
    }
  }
  const minus = isMinus(tokens, at)
  if (minus) value = `-${value}`
  const to = Math.max(unit?.to ?? next, next)
  const hedges = hedgesBefore(tokens, minus ? at - 1 : at, first)
  return {
    from: hedges.from,
    to,
    at,
    kind: unit?.kind ?? 'none',
    value,
    ...(valueMax === undefined ? {} : { valueMax }),
    ...(total === undefined ? {} : { total }),
    unit: unit === null ? '' : printed(tokens, unit.from, unit.to),
    unitFrom: unit?.from ?? next,
    hedges: hedges.words,
  }
}

function rangeEnd(
  tokens: readonly Token[],
  at: number,
  before: number,
  taken: Uint8Array,
): { at: number; value: string } | null {
  const link = tokens[at + 1]
  const second = tokens[at + 2]
  if (
    link === undefined ||
    second?.kind !== 'number' ||
    at + 2 >= before ||
    taken[at + 2] === 1 ||
    second.value === null
  )
    return null
  if (link.key !== '-' && link.key !== 'đến' && link.key !== '÷') return null
  const first = tokens[at]
  if (
    first?.kind === 'number' &&
    first.value !== null &&
    (!isLess(first.value, second.value) || isYear(second.text))
  )
    return null
  if (link.key === 'đến' && unitAt(tokens, at + 3, before) === null) return null
  return { at: at + 2, value: second.value }
}

function totalAt(
  tokens: readonly Token[],
  at: number,
  before: number,
  taken: Uint8Array,
): { value: string; to: number } | null {
  if (tokens[at]?.key !== '/') return null
  let next = at + 1
  if (tokens[next]?.key === 'tổng') next++
  if (tokens[next]?.key === 'số') next++
  const whole = tokens[next]
  if (
    whole?.kind !== 'number' ||
    whole.value === null ||
    next >= before ||
    taken[next] === 1 ||
    isYear(whole.text)
  )
    return null
  return { value: whole.value, to: next + 1 }
}

/** "120 hồ sơ/125 hồ sơ", "48 vụ trên tổng số 52 vụ". */
function totalAfterUnit(
  tokens: readonly Token[],
  unit: { from: number; to: number },
  before: number,
  taken: Uint8Array,
): { value: string; to: number } | null {
  let next = unit.to
  const slash = tokens[next]?.key === '/'
  if (slash) next++
  else if (
    (tokens[next]?.key === 'trên' || tokens[next]?.key === 'trong') &&
    tokens[next + 1]?.key === 'tổng'
  )
    next++
  else return null
  if (tokens[next]?.key === 'tổng') next++
  if (tokens[next]?.key === 'số') next++
  const whole = tokens[next]
  if (whole?.kind !== 'number' || whole.value === null || next >= before || taken[next] === 1) return null
  const same = unitAt(tokens, next + 1, before)
  if (same === null || tokens[same.from]?.key !== tokens[unit.from]?.key) return null
  return { value: whole.value, to: same.to }
}

function isMinus(tokens: readonly Token[], at: number): boolean {
  const dash = tokens[at - 1]
  if (dash?.key !== '-' || dash.glued || tokens[at]?.glued !== true) return false
  return tokens[at - 2]?.kind === 'word'
}

function hedgesBefore(
  tokens: readonly Token[],
  at: number,
  first: number,
): { from: number; words: readonly string[] } {
  const words: string[] = []
  let from = at
  for (;;) {
    let length = 0
    for (const tried of [3, 2, 1]) {
      const start = from - tried
      if (start < first) continue
      const match = HEDGES.match(tokens, start, from)
      if (match?.length !== tried) continue
      if (QUALIFIERS.has(match.value)) words.unshift(match.value)
      length = tried
      break
    }
    if (length === 0) return { from, words }
    from -= length
  }
}

function isLess(left: string, right: string): boolean {
  const [leftWhole = '', leftRest = ''] = left.split('.')
  const [rightWhole = '', rightRest = ''] = right.split('.')
  if (leftWhole.length !== rightWhole.length) return leftWhole.length < rightWhole.length
  if (leftWhole !== rightWhole) return leftWhole < rightWhole
  return leftRest.padEnd(12, '0') < rightRest.padEnd(12, '0')
}
