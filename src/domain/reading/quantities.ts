import { HEDGES, MEASURES, MULTIPLIERS, PER, QUALIFIERS } from './measures.ts'
import { isSyllable } from './syllable.ts'
import type { Token } from './tokens.ts'

/** What the words after a number make of it (see measures.ts); `none` when no known unit follows. */
export type QuantityKind =
  | 'percent'
  | 'money'
  | 'measure'
  | 'count'
  | 'group'
  | 'award'
  | 'span'
  | 'times'
  | 'never'
  | 'none'

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

/** Text of tokens as one would print it: single spaces, none before a comma or around a slash. */
export function printed(tokens: readonly Token[], from: number, to: number): string {
  let text = ''
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'line' || token.key === '\t') continue
    const previous = tokens[at - 1]
    const tight =
      text === '' ||
      token.key === ',' ||
      token.key === ')' ||
      token.key === '/' ||
      previous?.key === '/' ||
      previous?.key === '(' ||
      (token.kind === 'sign' && token.glued) ||
      (token.glued && previous?.kind === 'sign')
    text += tight ? token.text : ` ${token.text}`
  }
  return text
}

/** The known unit at token `at`: its kind, and where it ends; multipliers and "/năm" belong to it. */
export function unitAt(
  tokens: readonly Token[],
  at: number,
  before: number,
): { kind: QuantityKind; from: number; to: number } | null {
  let next = at
  // "95 số tin bài": the small word counts nothing.
  if (tokens[next]?.key === 'số' && MEASURES.match(tokens, next + 1, before)?.value === 'count') next++
  // A stray comma before a multiplier: "1.204,55, triệu đồng".
  if (
    tokens[next]?.key === ',' &&
    MULTIPLIERS.has(tokens[next + 1]?.key ?? '') &&
    MEASURES.match(tokens, next + 2, before)?.value === 'money'
  )
    next++
  const from = next
  while (next < before && MULTIPLIERS.has(tokens[next]?.key ?? '') && !isWordOfName(tokens, next)) {
    next++
    if (tokens[next]?.key === '.' && tokens[next - 1]?.key === 'tr') next++
  }
  const multiplied = next > from
  const noun = MEASURES.match(tokens, next, before)
  const usable = noun !== null && !(tokens[next]?.key === 'đ' && tokens[next]?.glued !== true)
  if (usable) next += noun.length
  if (!multiplied && !usable) return null
  const kind = usable ? (noun.value as QuantityKind) : 'money'
  if (multiplied && (kind === 'span' || kind === 'times' || kind === 'never'))
    return { kind: 'money', from, to: next - (noun?.length ?? 0) }
  return { kind, from, to: perAfter(tokens, next, before) }
}

/** "tỷ lệ", "tỷ trọng", "triệu tập": here the word multiplies nothing. */
function isWordOfName(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.key ?? ''
  return (
    (tokens[at]?.key === 'tỷ' && (next === 'lệ' || next === 'trọng' || next === 'suất' || next === 'giá')) ||
    next === 'tập'
  )
}

function perAfter(tokens: readonly Token[], at: number, before: number): number {
  let to = at
  while (to < before && tokens[to]?.key === '/') {
    let next = to + 1
    if (tokens[next]?.kind === 'number' && /^1(?:0+|0*\.000)?$/.test(tokens[next]?.text ?? '')) next++
    const per = PER.match(tokens, next, before)
    if (per === null) break
    to = next + per.length
  }
  return to
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

function isYear(text: string): boolean {
  return /^(?:19|20)\d\d$/.test(text)
}

// After these a number names a thing: "khóa 12", "Quốc lộ 6", "lần 3", "Covid 19".
const NAMED = new Set(
  'điều khoản mục chương thứ lần khóa lộ ql đt tl dt covid ncov quyển vòng bảng hình phụ mẫu biểu khối f top hạng tọa sars cov cúm tet km'.split(
    ' ',
  ),
)

// After these it names a thing unless a unit follows: "tổ 5", "lớp 12", but "mỗi tổ 5 người".
const OFTEN_NAMED = new Set(
  'giai đoạn nhóm tổ cụm phòng tầng lớp bậc mức độ đội thôn khu vùng tuyến ấp khóm loại cấp phường quận ca phần đợt gói trạm bản đường hẻm ngõ số kỳ phiên tập đua chi bộ quy chuẩn máy xóm dốc cầu'.split(
    ' ',
  ),
)

const EACH = new Set(['mỗi', 'hàng', 'hằng', 'một', 'bình', 'các', 'trong'])

function isPartOfName(tokens: readonly Token[], at: number, first: number): boolean {
  const token = tokens[at]
  const previous = tokens[at - 1]
  const next = tokens[at + 1]
  if (token === undefined) return true
  if (isTime(tokens, at)) return true
  // "bình quân/100 dân": what one counts by.
  if (
    previous?.key === '/' &&
    tokens[at - 2]?.kind === 'word' &&
    at > first &&
    /^1(?:0+|0*\.000)?$/.test(token.text)
  )
    return true
  // "là 1 trong 6 đơn vị": a place among others.
  if (previous?.key === 'trong' && (tokens[at - 2]?.kind === 'number' || tokens[at - 2]?.key === 'một'))
    return true
  if (next?.kind === 'word' && next.glued && next.text.length === 1 && !/[mđlg%]/i.test(next.text))
    return true
  if (next?.kind === 'word' && next.glued && /^[Gg]$/.test(next.text)) return true
  if (previous === undefined || at <= first) return isNumbering(tokens, at)
  if (token.glued && previous.kind === 'word' && !isSyllable(previous.text.toLowerCase()))
    return previous.text.length <= 6 && !MULTIPLIERS.has(previous.key)
  if (token.glued && previous.kind === 'word' && /^[A-Za-z]{1,2}$/.test(previous.text)) return true
  if (token.glued && previous.key === '-' && previous.glued && tokens[at - 2]?.kind === 'word') return true
  if (token.glued && previous.key === '.' && previous.glued && /^\p{Lu}+$/u.test(tokens[at - 2]?.text ?? ''))
    return true
  if (previous.key === '-' && NAMED.has(tokens[at - 2]?.key ?? '') && tokens[at - 2]?.key !== 'km')
    return true
  if (isYear(token.text) && isYearHere(tokens, at)) return true
  if (previous.kind !== 'word') return isNumbering(tokens, at)
  if (['tháng', 'ngày', 'quý'].includes(previous.key))
    return !EACH.has(tokens[at - 2]?.key ?? '') && /^\d{1,2}$/.test(token.text)
  if (previous.key === 'số')
    return !['tổng', 'trong', 'chỉ', 'con', 'một', 'doanh', 'dân', 'hệ', 'điểm'].includes(
      tokens[at - 2]?.key ?? '',
    )
  if (NAMED.has(previous.key))
    return !(previous.key === 'km' || previous.key === 'khóa') || /^\d{1,3}$/.test(token.text)
  if (OFTEN_NAMED.has(previous.key))
    return (
      /^\d{1,3}$/.test(token.text) &&
      !token.text.startsWith('0') &&
      (unitAt(tokens, at + 1, at + 6) === null || previous.key === 'đua')
    )
  return false
}

function isYearHere(tokens: readonly Token[], at: number): boolean {
  const previous = tokens[at - 1]
  if (
    previous !== undefined &&
    ['đạt', 'được', 'có', 'là', 'với', ':', 'gồm', 'trồng', 'cho'].includes(previous.key)
  ) {
    const unit = unitAt(tokens, at + 1, at + 6)
    return unit === null || unit.kind === 'never' || unit.kind === 'span'
  }
  return true
}

function isTime(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  const previous = tokens[at - 1]
  if (
    next?.key === ':' &&
    next.glued &&
    tokens[at + 2]?.kind === 'number' &&
    tokens[at + 2]?.glued === true &&
    (tokens[at]?.text.length ?? 0) <= 2
  )
    return true
  if (
    previous?.key === ':' &&
    previous.glued &&
    tokens[at]?.glued === true &&
    tokens[at - 2]?.kind === 'number'
  )
    return true
  if (next?.key === 'h' && next.glued) return true
  return (previous?.key === 'h' || previous?.key === 'giờ') && tokens[at - 2]?.kind === 'number'
}

/** "1.", "2)", "3/" at the start of a line number a heading. */
function isNumbering(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  const before = tokens[at - 1]
  const opens = before === undefined || before.kind === 'line' || before.key === '•' || before.key === '('
  if (!opens) return false
  if (next?.key === ')' || next?.key === '.' || next?.key === '/' || next?.key === '-')
    return (
      /^\d{1,2}(?:\.\d{1,2}){0,3}$/.test(tokens[at]?.text ?? '') &&
      tokens[at + 2]?.kind !== 'number' &&
      !(next.key === '/' && tokens[at + 2]?.glued === true && tokens[at + 2]?.kind === 'number')
    )
  return /^\d{1,2}(?:\.\d{1,2}){1,3}$/.test(tokens[at]?.text ?? '') && /^\p{Lu}/u.test(next?.text ?? '')
}
