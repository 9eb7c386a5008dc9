import type { Token } from './tokens.ts'

/** A day or a span of days in the text: tokens `from` up to `to`; the year is null when it is not printed. */
export interface PrintedDate {
  readonly from: number
  readonly to: number
  readonly day: number
  readonly month: number
  readonly year: number | null
  /** Last day of a span ("từ ngày 26/02 - 30/4/2021"). */
  readonly until?: { readonly day: number; readonly month: number; readonly year: number | null }
}

/** Finds days ("29/11/2022", "ngày 29 - 11", "02 Tháng 3 2021", "21.3.2019") and spans of days. */
export function readDates(tokens: readonly Token[]): readonly PrintedDate[] {
  const found: PrintedDate[] = []
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]?.kind !== 'number') continue
    const date = dateAt(tokens, at)
    if (date === null) continue
    const from = beginOf(tokens, at)
    const span = spanFrom(tokens, from, date)
    const last = span ?? date
    const to = timeAfter(tokens, last.to)
    found.push({
      from: span === null ? from : from - 1,
      to,
      day: date.day,
      month: date.month,
      year: date.year ?? (span === null ? null : span.year),
      ...(span === null ? {} : { until: { day: span.day, month: span.month, year: span.year } }),
    })
    at = to - 1
  }
  return found
}

/** ISO form of a day, null when there is no such day. */
export function isoDay(day: number, month: number, year: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(month, year)) return null
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

interface Day {
  readonly day: number
  readonly month: number
  readonly year: number | null
  readonly to: number
}

function daysIn(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

const BEFORE_DAY = new Set(['ngày', 'sáng', 'chiều', 'tối', 'trưa', 'hôm', 'mùng', 'đêm'])

const MONTH_WORDS: ReadonlyMap<string, number> = new Map([
  ['giêng', 1],
  ['một', 1],
  ['hai', 2],
  ['ba', 3],
  ['tư', 4],
  ['năm', 5],
  ['sáu', 6],
  ['bảy', 7],
  ['tám', 8],
  ['chín', 9],
  ['mười', 10],
  ['chạp', 12],
])

function whole(token: Token | undefined, most: number): number | null {
  if (token?.kind !== 'number' || !/^\d{1,2}$/.test(token.text)) return null
  const value = Number(token.text)
  return value >= 1 && value <= most ? value : null
}

function yearOf(token: Token | undefined): number | null {
  if (token?.kind !== 'number' || !/^(?:1[89]|20|21)\d\d$/.test(token.text)) return null
  return Number(token.text)
}

function dateAt(tokens: readonly Token[], at: number): Day | null {
  return pointed(tokens, at) ?? worded(tokens, at) ?? signed(tokens, at)
}

/** "21.3.2019" is one printed number; "5.3" is a day only after "ngày", "sáng" and the like. */
function pointed(tokens: readonly Token[], at: number): Day | null {
  const parts = /^(\d{1,2})\.(\d{1,2})(?:\.((?:19|20)\d\d))?$/.exec(tokens[at]?.text ?? '')
  if (parts === null) return null
  const day = Number(parts[1])
  const month = Number(parts[2])
  if (day < 1 || day > 31 || month < 1 || month > 12) return null
  if (parts[3] === undefined && !BEFORE_DAY.has(tokens[at - 1]?.key ?? '')) return null
  return { day, month, year: parts[3] === undefined ? null : Number(parts[3]), to: at + 1 }
}

function worded(tokens: readonly Token[], at: number): Day | null {
  const day = whole(tokens[at], 31)
  let next = at + 1
  if (tokens[next]?.key === ',') next++
  if (day === null || tokens[next]?.key !== 'tháng') return null
  next++
  const word = MONTH_WORDS.get(tokens[next]?.key ?? '')
  let month = whole(tokens[next], 12) ?? word ?? null
  if (month === null) return null
  next++
  if (word === 10 && ['một', 'hai'].includes(tokens[next]?.key ?? '')) {
    month = tokens[next]?.key === 'một' ? 11 : 12
    next++
  }
  let skip = next
  if ([',', '/', '-', '.'].includes(tokens[skip]?.key ?? '')) skip++
  if (tokens[skip]?.key === 'năm') skip++
  const year = yearOf(tokens[skip])
  // "5 tháng 6" without "ngày" or a year may be five months.
  if (year === null && !BEFORE_DAY.has(tokens[at - 1]?.key ?? '')) return null
  return { day, month, year, to: year === null ? next : skip + 1 }
}

function signed(tokens: readonly Token[], at: number): Day | null {
  const sign = tokens[at + 1]?.key
  if (sign !== '/' && sign !== '-' && sign !== '.') return null
  const day = whole(tokens[at], 31)
  const month = whole(tokens[at + 2], 12)
  if (day === null || month === null) return null
  const year = tokens[at + 3]?.key === sign || tokens[at + 3]?.key === '/' ? yearOf(tokens[at + 4]) : null
  if (year !== null) return { day, month, year, to: at + 5 }
  if (tokens[at + 3]?.key === '/' || sign === '.') return null
  const said = BEFORE_DAY.has(tokens[at - 1]?.key ?? '') || (sign === '/' && saidBefore(tokens, at))
  return said ? { day, month, year: null, to: at + 3 } : null
}

/** "từ 26/02 đến 30/4": the words around say that these are days. */
function saidBefore(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.key
  if (before === 'từ') return true
  return (
    (before === 'đến' || before === '-') && whole(tokens[at - 2], 12) !== null && tokens[at - 3]?.key === '/'
  )
}

const WEEKDAYS = new Set(['hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', '#'])

function beginOf(tokens: readonly Token[], at: number): number {
  let from = at
  if (tokens[from - 1]?.key === 'ngày' || tokens[from - 1]?.key === 'mùng') from--
  if (BEFORE_DAY.has(tokens[from - 1]?.key ?? '') && tokens[from - 1]?.key !== 'ngày') from--
  const comma = tokens[from - 1]?.key === ',' ? 1 : 0
  if (WEEKDAYS.has(tokens[from - 1 - comma]?.key ?? '') && tokens[from - 2 - comma]?.key === 'thứ')
    return from - 2 - comma
  if (tokens[from - 1 - comma]?.key === 'nhật' && tokens[from - 2 - comma]?.key === 'chủ')
    return from - 2 - comma
  return from
}

function spanFrom(tokens: readonly Token[], from: number, first: Day): Day | null {
  if (tokens[from - 1]?.key !== 'từ') return null
  let next = first.to
  if (!['-', 'đến', 'tới'].includes(tokens[next]?.key ?? '')) return null
  next++
  if (tokens[next]?.key === 'hết') next++
  if (tokens[next]?.key === 'ngày') next++
  return dateAt(tokens, next)
}

function timeAfter(tokens: readonly Token[], to: number): number {
  const hour = tokens[to]
  if (
    hour?.kind === 'number' &&
    /^\d{1,2}$/.test(hour.text) &&
    [':', 'h'].includes(tokens[to + 1]?.key ?? '') &&
    tokens[to + 2]?.kind === 'number'
  ) {
    const seconds = tokens[to + 3]?.key === ':' && tokens[to + 4]?.kind === 'number'
    return seconds ? to + 5 : to + 3
  }
  return to
}
