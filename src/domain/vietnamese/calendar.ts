/** A calendar day without time or zone, "2021-01-08"; such strings sort in the order of time. */
export type IsoDate = string

/**
 * The day a year, month and day name, or undefined when the calendar has no such day.
 *
 * @example isoDate(2021, 2, 29) // undefined
 */
export function isoDate(year: number, month: number, day: number): IsoDate | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

/**
 * Whether a text is an existing day in the form "2021-01-08".
 *
 * @example isIsoDate('2021-02-29') // false
 */
export function isIsoDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match !== null && isoDate(Number(match[1]), Number(match[2]), Number(match[3])) === text
}

/**
 * Year, month (1–12) and day of a date.
 *
 * @throws when the text is not an existing day: dates are parsed at the edge, so this is a bug
 */
export function dateParts(date: IsoDate): {
  readonly year: number
  readonly month: number
  readonly day: number
} {
  if (!isIsoDate(date)) throw new RangeError(`not a date: ${date}`)
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return { year, month, day }
}

/** The number of days of a month, leap years counted. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/**
 * The date a number of calendar days later; negative goes back.
 *
 * @example addDays('2021-02-28', 1) // '2021-03-01'
 */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromDayNumber(dayNumber(date) + days)
}

/**
 * Calendar days from one date to another, negative when `to` is earlier.
 *
 * @example daysBetween('2020-12-31', '2021-01-08') // 8
 */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** Whether a date lies after today. Today is an argument: the core has no clock. */
export function isFuture(date: IsoDate, today: IsoDate): boolean {
  return daysBetween(today, date) > 0
}

/** Day of the week, 1 for Monday to 7 for Sunday. */
export function weekday(date: IsoDate): number {
  // Day 0, 1970-01-01, was a Thursday.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** Days since 1970-01-01 by the Gregorian rule, counted in integers: no zone can shift them. */
function dayNumber(date: IsoDate): number {
  const { year, month, day } = dateParts(date)
  // Years that begin in March put the leap day last, so the days before a month need no case.
  const shifted = month > 2 ? year : year - 1
  const beforeMonth = Math.floor((153 * ((month + 9) % 12) + 2) / 5)
  return shifted * 365 + leapDays(shifted) + beforeMonth + day - 719_469
}

function leapDays(year: number): number {
  return Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
}

function fromDayNumber(number: number): IsoDate {
  let year = 1970 + Math.floor(number / 365.2425)
  while (number < startOfYear(year)) year -= 1
  while (number >= startOfYear(year + 1)) year += 1
  let rest = number - startOfYear(year)
  let month = 1
  while (rest >= daysInMonth(year, month)) {
    rest -= daysInMonth(year, month)
    month += 1
  }
  const date = isoDate(year, month, rest + 1)
  if (!date || year < 0 || year > 9999) throw new RangeError(`outside the calendar: day ${number}`)
  return date
}

function startOfYear(year: number): number {
  return (year - 1970) * 365 + leapDays(year - 1) - leapDays(1969)
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
