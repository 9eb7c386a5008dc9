import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from './calendar.ts'
import {
  isPeriodId,
  type PeriodKind,
  parsePeriod,
  periodContains,
  periodEnd,
  periodId,
  periodOf,
  periodStart,
  previousPeriod,
  printPeriod,
  samePeriodLastYear,
} from './periods.ts'

function read(text: string, year?: number): string {
  const result = parsePeriod(text, year === undefined ? {} : { year })
  return result.ok ? result.value : result.error.code
}

const PER_YEAR = { year: 1, quarter: 4, half: 2, nine_months: 1, month: 12, school_year: 1 } as const
const ids = fc
  .tuple(
    fc.constantFrom(...(Object.keys(PER_YEAR) as PeriodKind[])),
    fc.integer({ min: 1946, max: 2999 }),
    fc.nat({ max: 11 }),
  )
  .map(([kind, year, number]) => periodId({ kind, year, number: (number % PER_YEAR[kind]) + 1 }))

describe('reporting periods', () => {
  it.each([
    ['quý III/2025', undefined, '2025Q3'],
    ['Quý 3 năm 2025', undefined, '2025Q3'],
    ['quý IV', 2025, '2025Q4'],
    ['Q1/2025', undefined, '2025Q1'],
    ['6 tháng đầu năm 2025', undefined, '2025H1'],
    ['06 tháng đầu năm', 2025, '2025H1'],
    ['sáu tháng cuối năm 2025', undefined, '2025H2'],
    ['6 tháng', 2025, '2025H1'],
    ['9 tháng năm 2025', undefined, '2025M9'],
    ['9 tháng đầu năm 2025', undefined, '2025M9'],
    ['3 tháng đầu năm 2025', undefined, '2025Q1'],
    ['cả năm 2021', undefined, '2021'],
    ['cả năm', 2021, '2021'],
    ['12 tháng năm 2021', undefined, '2021'],
    ['năm 2021', undefined, '2021'],
    ['2021', undefined, '2021'],
    ['tháng 7/2025', undefined, '2025-07'],
    ['tháng 07 năm 2025', undefined, '2025-07'],
    ['năm học 2024 - 2025', undefined, '2024-2025S'],
    ['năm học 2024–2025', undefined, '2024-2025S'],
    ['2025q3', undefined, '2025Q3'],
    ['năm học 2024 - 2026', undefined, 'not_a_period'],
    ['tháng 13/2025', undefined, 'not_a_period'],
    ['quý V/2025', undefined, 'not_a_period'],
    ['2025-13', undefined, 'not_a_period'],
    ['6 tháng đầu năm', undefined, 'year_missing'],
    ['', undefined, 'empty'],
  ])('"%s" (year %s) is %s', (text, year, expected) => expect(read(text, year)).toBe(expected))

  it.each([
    ['2025', 'năm 2025', '2025-01-01', '2025-12-31', '2024', '2024'],
    ['2025Q1', 'quý I/2025', '2025-01-01', '2025-03-31', '2024Q4', '2024Q1'],
    ['2025Q3', 'quý III/2025', '2025-07-01', '2025-09-30', '2025Q2', '2024Q3'],
    ['2025H1', '6 tháng đầu năm 2025', '2025-01-01', '2025-06-30', '2024H2', '2024H1'],
    ['2025H2', '6 tháng cuối năm 2025', '2025-07-01', '2025-12-31', '2025H1', '2024H2'],
    ['2025M9', '9 tháng năm 2025', '2025-01-01', '2025-09-30', '2024M9', '2024M9'],
    ['2024-02', 'tháng 2/2024', '2024-02-01', '2024-02-29', '2024-01', '2023-02'],
    ['2025-12', 'tháng 12/2025', '2025-12-01', '2025-12-31', '2025-11', '2024-12'],
    ['2024-2025S', 'năm học 2024 - 2025', '2024-09-01', '2025-08-31', '2023-2024S', '2023-2024S'],
  ])('%s is "%s", from %s to %s, after %s, a year after %s', (id, words, start, end, before, lastYear) => {
    expect([
      printPeriod(id),
      periodStart(id),
      periodEnd(id),
      previousPeriod(id),
      samePeriodLastYear(id),
    ]).toEqual([words, start, end, before, lastYear])
  })

  it('are read back from words and from ids', () => {
    fc.assert(
      fc.property(ids, (id) => {
        expect([read(printPeriod(id)), read(id), periodId(periodOf(id))]).toEqual([id, id, id])
      }),
    )
  })

  it('contain their first and last day and nothing beyond', () => {
    fc.assert(
      fc.property(ids, (id) => {
        const edges = [
          addDays(periodStart(id), -1),
          periodStart(id),
          periodEnd(id),
          addDays(periodEnd(id), 1),
        ]
        expect(edges.map((date) => periodContains(id, date))).toEqual([false, true, true, false])
      }),
    )
  })

  it('follow each other without gap, but for the nine months', () => {
    fc.assert(
      fc.property(ids, (id) => {
        if (id.endsWith('M9')) return
        expect(addDays(periodEnd(previousPeriod(id)), 1)).toBe(periodStart(id))
      }),
    )
  })

  it('with a wrong id are bugs', () => {
    expect(['2025Q5', '2025H3', '2025-00', '2025-2027S', 'x'].map(isPeriodId)).toEqual(Array(5).fill(false))
    expect(() => periodOf('2025Q5')).toThrow(RangeError)
  })
})
