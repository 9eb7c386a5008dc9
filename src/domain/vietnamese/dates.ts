import { err, ok, type Result } from '../result.ts'
import { dateParts, daysInMonth, type IsoDate, isoDate, weekday } from './calendar.ts'

/**
 * Why a text is not a date: `empty`; `not_a_date`; `no_such_day` (31/4); `year_missing` (a day and month, and no
 * year was given beside them); `two_digit_year` (which century is not guessed); `range_reversed`.
 */
export type DateProblem = {
  readonly code: 'empty' | 'not_a_date' | 'no_such_day' | 'year_missing' | 'two_digit_year' | 'range_reversed'
  readonly text: string
}

/** First and last day, both included. */
export type DateRange = { readonly from: IsoDate; readonly to: IsoDate }

/** What the reader knows beside the text: the year a day and month without one belong to. */
export type DateContext = { readonly year?: number }

/**
 * Reads a date in the forms Vietnamese papers use: 08/01/2021, 14/5/1951, "ngày 25/12/2019", "29 - 11",
 * "Chiều ngày 08/01", "ngày 03 tháng 12 năm 2025", and the plain 2021-01-08 of forms and files. A time behind
 * the date is left out.
 *
 * @example parseDate('29 - 11', { year: 2022 }) // ok: '2022-11-29'
 * @example parseDate('31/4/2021')               // no_such_day
 */
export function parseDate(text: string, context: DateContext = {}): Result<IsoDate, DateProblem> {
  const plain = tidy(text)
  if (plain === '') return err({ code: 'empty', text })
  const found = readParts(plain)
  if (!found) return err({ code: 'not_a_date', text })
  if (found.year?.length === 2) return err({ code: 'two_digit_year', text })
  const year = found.year === undefined ? context.year : Number(found.year)
  // Without a year 29/2 may exist, so only days that no year has are refused as such.
  const date = isoDate(year ?? 2000, Number(found.month), Number(found.day))
  if (!date) return err({ code: 'no_such_day', text })
  return year === undefined ? err({ code: 'year_missing', text }) : ok(date)
}

/**
 * Reads two dates as a span. What the first leaves out it takes from the second; a first day that would then
 * lie after the last belongs to the year before.
 *
 * @example parseDateRange('26/02 – 30/4/2021')        // ok: 2021-02-26 to 2021-04-30
 * @example parseDateRange('từ ngày 20 đến 25/11/2025') // ok: 2025-11-20 to 2025-11-25
 */
export function parseDateRange(text: string, context: DateContext = {}): Result<DateRange, DateProblem> {
  const plain = tidy(text)
  if (plain === '') return err({ code: 'empty', text })
  for (const match of plain.matchAll(/ ?(?:đến(?: hết)?|tới|[-–—]) ?/giu)) {
    const to = parseDate(plain.slice(match.index + match[0].length), context)
    if (!to.ok) continue
    const from = readStart(plain.slice(0, match.index), to.value)
    if (from === undefined) continue
    return from > to.value ? err({ code: 'range_reversed', text }) : ok({ from, to: to.value })
  }
  return err({ code: 'not_a_date', text })
}

/**
 * Prints a day in figures.
 *
 * @example printDate('2021-01-08') // '08/01/2021'
 */
export function printDate(date: IsoDate): string {
  const [year, month, day] = date.split('-')
  return `${day}/${month}/${year}`
}

/**
 * A date as papers write it: days below 10 and the months 1 and 2 take a leading zero, other months none.
 *
 * @see Nghị định 30/2020/NĐ-CP, Phụ lục I (place and date; unverified)
 * @example printLongDate('2025-12-03') // 'ngày 03 tháng 12 năm 2025'
 */
export function printLongDate(date: IsoDate): string {
  const { year, month, day } = dateParts(date)
  const monthText = month <= 2 ? `0${month}` : String(month)
  return `ngày ${String(day).padStart(2, '0')} tháng ${monthText} năm ${year}`
}

/**
 * Prints a stretch of days, both ends in figures.
 *
 * @example printDateRange({ from: '2021-02-26', to: '2021-04-30' }) // '26/02/2021 – 30/04/2021'
 */
export function printDateRange(range: DateRange): string {
  return `${printDate(range.from)} – ${printDate(range.to)}`
}

/**
 * The Vietnamese name of a date's day of the week.
 *
 * @example weekdayName('2021-10-16') // 'Thứ Bảy'
 */
export function weekdayName(date: IsoDate): string {
  return WEEKDAYS[weekday(date) - 1] ?? ''
}

const WEEKDAYS = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'] as const

const LEAD =
  /^(?:(?:vào|từ|đến|tính đến)? ?(?:hết )?(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật),? ?)?(?:(?:sáng|trưa|chiều|tối)(?: ngày)?|ngày)? ?)/iu
const TIME = /,? ?(?:lúc )?\d{1,2}(?::\d{2}){1,2}$/u
const ISO = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/u
const NUMERIC = /^(?<day>\d{1,2}) ?(?<mark>[/.-]) ?(?<month>\d{1,2})(?: ?\k<mark> ?(?<year>\d{4}|\d{2}))?$/u
const IN_WORDS = /^(?<day>\d{1,2}) tháng (?<month>\d{1,2})(?:,? (?:năm )?(?<year>\d{4}))?$/iu

type Parts = { readonly year?: string; readonly month?: string; readonly day?: string }

function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}

function readParts(plain: string): Parts | undefined {
  const bare = plain.replace(LEAD, '').replace(TIME, '').replaceAll('–', '-')
  return (ISO.exec(bare) ?? NUMERIC.exec(bare) ?? IN_WORDS.exec(bare))?.groups
}

/** The first day of a span whose last day is known. */
function readStart(text: string, to: IsoDate): IsoDate | undefined {
  const end = dateParts(to)
  const dayAlone = /^\d{1,2}$/.exec(text.replace(LEAD, ''))?.[0]
  if (dayAlone) return isoDate(end.year, end.month, Number(dayAlone))
  const found = parseDate(text, { year: end.year })
  if (!found.ok) return undefined
  const yearIsOwn = readParts(tidy(text))?.year !== undefined
  return found.value > to && !yearIsOwn ? yearBefore(found.value) : found.value
}

function yearBefore(date: IsoDate): IsoDate | undefined {
  const { year, month, day } = dateParts(date)
  return isoDate(year - 1, month, Math.min(day, daysInMonth(year - 1, month)))
}
