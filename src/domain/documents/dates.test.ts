import { describe, expect, it } from 'vitest'
import { isCalendarDate, placeAndDate, shortDate, writtenDate, writtenTime } from './dates.ts'

describe('dates of papers', () => {
  it('writes place and date as the decree shows them', () => {
    expect(placeAndDate('Bắc Ninh', '2025-12-03')).toBe('Bắc Ninh, ngày 03 tháng 12 năm 2025')
  })

  it('puts a 0 before days below 10 and before the months 1 and 2 alone', () => {
    expect(writtenDate('2022-01-09')).toBe('ngày 09 tháng 01 năm 2022')
    expect(writtenDate('2022-02-10')).toBe('ngày 10 tháng 02 năm 2022')
    expect(writtenDate('2022-03-09')).toBe('ngày 09 tháng 3 năm 2022')
  })

  it('leaves room where the date is not known yet', () => {
    expect(writtenDate(null)).toMatch(/^ngày {3,}tháng {3,}năm 20 +$/)
  })

  it('writes dates and hours in figures', () => {
    expect(shortDate('2022-01-05')).toBe('05/01/2022')
    expect(writtenTime({ hour: 8, minute: 0 })).toBe('08 giờ 00 phút')
  })

  it('knows which dates are in the calendar', () => {
    expect(['2024-02-29', '2022-11-29', '2000-02-29'].every(isCalendarDate)).toBe(true)
    expect(
      ['2023-02-29', '1900-02-29', '2022-13-01', '2022-04-31', '2022-00-10', '22-1-1'].some(isCalendarDate),
    ).toBe(false)
  })
})
