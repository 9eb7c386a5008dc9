/**
 * A date written out as papers print it (Nghị định 30/2020/NĐ-CP, Phụ lục I): days below 10 and the months 1 and 2
 * have a leading 0. Null leaves room to write day and month by hand.
 *
 * @example
 * writtenDate('2025-12-03') // 'ngày 03 tháng 12 năm 2025'
 * writtenDate('2022-02-09') // 'ngày 09 tháng 02 năm 2022'
 * writtenDate('2022-03-09') // 'ngày 09 tháng 3 năm 2022'
 */
export function writtenDate(date: string | null): string {
  if (date === null) return 'ngày      tháng      năm 20     '
  const { day, month, year } = partsOf(date)
  return `ngày ${padded(day)} tháng ${month <= 2 ? padded(month) : month} năm ${year}`
}

/**
 * A date in figures.
 *
 * @example
 * shortDate('2022-11-29') // '29/11/2022'
 */
export function shortDate(date: string): string {
  const { day, month, year } = partsOf(date)
  return `${padded(day)}/${padded(month)}/${year}`
}

/**
 * Place and date of a paper.
 *
 * @example
 * placeAndDate('Bắc Ninh', '2025-12-03') // 'Bắc Ninh, ngày 03 tháng 12 năm 2025'
 */
export function placeAndDate(place: string, date: string | null): string {
  return `${place}, ${writtenDate(date)}`
}

/** A time of day in words: "8 giờ 00" is written "08 giờ 00 phút". */
export function writtenTime(time: { readonly hour: number; readonly minute: number }): string {
  return `${padded(time.hour)} giờ ${padded(time.minute)} phút`
}

/** Whether the text is an ISO date of the calendar ("2023-02-29" is not). */
export function isCalendarDate(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false
  const { day, month, year } = partsOf(date)
  return year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, year)
}

function partsOf(date: string): { day: number; month: number; year: number } {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return { day, month, year }
}

function daysIn(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function padded(n: number): string {
  return String(n).padStart(2, '0')
}
