import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dateParts, daysBetween, isFuture, isIsoDate, isoDate, weekday } from './calendar.ts'
import { parseDate, parseDateRange, printDate, printDateRange, printLongDate, weekdayName } from './dates.ts'

function read(text: string, year?: number): string {
  const result = parseDate(text, year === undefined ? {} : { year })
  return result.ok ? result.value : result.error.code
}

function readRange(text: string): string {
  const result = parseDateRange(text)
  return result.ok ? `${result.value.from} ${result.value.to}` : result.error.code
}

const days = fc.integer({ min: -350_000, max: 2_900_000 }).map((number) => addDays('1970-01-01', number))

describe('dates in Vietnamese papers', () => {
  it.each([
    ['08/01/2021', undefined, '2021-01-08'],
    ['14/5/1951', undefined, '1951-05-14'],
    ['ngày 25/12/2019', undefined, '2019-12-25'],
    ['đến ngày 10/11/2020', undefined, '2020-11-10'],
    ['29 - 11', 2022, '2022-11-29'],
    ['Ngày 29 – 11', 2022, '2022-11-29'],
    ['Chiều ngày 08/01', 2021, '2021-01-08'],
    ['Thứ bảy, Ngày 16 Tháng 10 Năm 2021', undefined, '2021-10-16'],
    ['02 Tháng 3 2021', undefined, '2021-03-02'],
    ['ngày 03 tháng 12 năm 2025', undefined, '2025-12-03'],
    ['16/12/2020 10:20', undefined, '2020-12-16'],
    ['08.01.2021', undefined, '2021-01-08'],
    ['2021-01-08', undefined, '2021-01-08'],
    ['29/2/2020', undefined, '2020-02-29'],
    ['29/2', 2021, 'no_such_day'],
    ['31/4/2021', undefined, 'no_such_day'],
    ['30/2', undefined, 'no_such_day'],
    ['05/13/2021', undefined, 'no_such_day'],
    ['29 - 11', undefined, 'year_missing'],
    ['08/01/21', undefined, 'two_digit_year'],
    ['08/01-2021', undefined, 'not_a_date'],
    ['trước 31/12/2021', undefined, 'not_a_date'],
    ['hôm qua', undefined, 'not_a_date'],
    ['', undefined, 'empty'],
  ])('"%s" (year %s) is %s', (text, year, expected) => expect(read(text, year)).toBe(expected))

  it.each([
    ['26/02 – 30/4/2021', '2021-02-26 2021-04-30'],
    ['từ ngày 26/02 – 30/4/2021', '2021-02-26 2021-04-30'],
    ['14/5/1951-14/5/2021', '1951-05-14 2021-05-14'],
    ['từ ngày 01/01/2021 đến hết ngày 30/6/2021', '2021-01-01 2021-06-30'],
    ['26/12 - 15/01/2021', '2020-12-26 2021-01-15'],
    ['20-25/11/2025', '2025-11-20 2025-11-25'],
    ['2021-01-08 - 2021-02-01', '2021-01-08 2021-02-01'],
    ['30/4/2021 – 26/02/2021', 'range_reversed'],
    ['25 - 20/11/2025', 'range_reversed'],
    ['29/2 – 1/1/2021', 'not_a_date'],
    ['29 - 11', 'not_a_date'],
    ['', 'empty'],
  ])('the span "%s" is %s', (text, expected) => expect(readRange(text)).toBe(expected))

  it('are printed with leading zeros for days below 10 and the months 1 and 2', () => {
    expect(printLongDate('2025-12-03')).toBe('ngày 03 tháng 12 năm 2025')
    expect(printLongDate('2025-02-15')).toBe('ngày 15 tháng 02 năm 2025')
    expect(printLongDate('2025-03-05')).toBe('ngày 05 tháng 3 năm 2025')
    expect(printDate('2021-01-08')).toBe('08/01/2021')
    expect(printDateRange({ from: '2021-02-26', to: '2021-04-30' })).toBe('26/02/2021 – 30/04/2021')
  })

  it('are read back from every form they are printed in', () => {
    fc.assert(
      fc.property(days, (date) => {
        expect([read(printDate(date)), read(printLongDate(date)), read(date)]).toEqual([date, date, date])
      }),
    )
  })

  it('spans are read back as printed', () => {
    fc.assert(
      fc.property(days, fc.nat({ max: 9_000 }), (from, length) => {
        const to = addDays(from, length)
        expect(readRange(printDateRange({ from, to }))).toBe(`${from} ${to}`)
      }),
    )
  })
})

describe('calendar days', () => {
  it('know leap years', () => {
    expect(['2020-02-29', '2000-02-29', '1900-02-29', '2021-02-29', '2021-1-8'].map(isIsoDate)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
    expect(isoDate(2021, 0, 1)).toBeUndefined()
    expect(isoDate(2021, 1, 0)).toBeUndefined()
  })

  it('are counted without a zone', () => {
    expect(daysBetween('2020-12-31', '2021-01-08')).toBe(8)
    expect(daysBetween('2021-01-08', '2020-12-31')).toBe(-8)
    expect(daysBetween('1951-05-14', '2021-05-14')).toBe(25_568)
    expect(addDays('2021-02-28', 1)).toBe('2021-03-01')
    expect(addDays('2021-01-01', -1)).toBe('2020-12-31')
  })

  it('agree with the calendar of the machine, read in UTC', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5_000, max: 5_000 }), (date, step) => {
        const moved = new Date(Date.parse(`${date}T00:00:00Z`) + step * 86_400_000)
        expect(addDays(date, step)).toBe(moved.toISOString().slice(0, 10))
        expect(weekday(addDays(date, step)) % 7).toBe(moved.getUTCDay())
        expect(daysBetween(date, addDays(date, step))).toBe(step)
      }),
    )
  })

  it('have Vietnamese names', () => {
    expect(weekdayName('2021-10-16')).toBe('Thứ Bảy')
    expect(weekdayName('2021-10-17')).toBe('Chủ nhật')
  })

  it('lie in the future only after today', () => {
    expect(['2021-01-07', '2021-01-08', '2021-01-09'].map((date) => isFuture(date, '2021-01-08'))).toEqual([
      false,
      false,
      true,
    ])
  })

  it('outside the calendar are bugs', () => {
    expect(() => dateParts('08/01/2021')).toThrow(RangeError)
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
  })
})
