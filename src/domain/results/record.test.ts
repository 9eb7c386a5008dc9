import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Comparison,
  comparisonOf,
  comparisonRecord,
  type FigureRecord,
  figureOf,
  findingSentence,
  needsReason,
  parseComparison,
  printComparison,
  printFigureWithNotes,
  suspicions,
} from './index.ts'

const stored: FigureRecord = {
  value: '3720',
  valueMax: null,
  total: null,
  unitOfMeasure: 'triệu USD',
  isEstimate: true,
  bound: 'over',
  qualifier: 'trên',
  asOf: null,
  outsidePlan: false,
}

describe('a stored figure', () => {
  it.each<[Partial<FigureRecord>, string]>([
    [{}, 'ước đạt trên 3.720 triệu USD'],
    [{ value: '100', isEstimate: false, unitOfMeasure: 'nhãn hiệu', qualifier: 'hơn' }, 'hơn 100 nhãn hiệu'],
    [{ value: '3', total: '4', bound: null, isEstimate: false, unitOfMeasure: 'dự án' }, '3/4 dự án'],
    [
      {
        value: '4248.7',
        bound: null,
        isEstimate: false,
        unitOfMeasure: 'ha',
        outsidePlan: true,
        asOf: '2020-11-10',
      },
      '4.248,7 ha (đến ngày 10/11/2020, ngoài kế hoạch)',
    ],
    [
      { value: '96.4', valueMax: '128', bound: null, isEstimate: false, unitOfMeasure: '%' },
      'từ 96,4% đến 128%',
    ],
  ])('%j prints as reports do', (more, printed) => {
    const figure = figureOf({ ...stored, ...more })
    expect(figure && printFigureWithNotes(figure)).toBe(printed)
  })

  it('in words only is no figure', () => expect(figureOf({ ...stored, value: null })).toBeUndefined())
})

describe('a printed comparison', () => {
  it.each<[string, Comparison]>([
    [
      'tăng 12,5% so với năm 2020',
      { kind: 'lastYear', direction: 'up', percent: new Big('12.5'), base: 'năm 2020', decimals: 1 },
    ],
    [
      'tăng 5,40% so với cùng kỳ năm 2019',
      { kind: 'samePeriod', direction: 'up', percent: new Big('5.4'), base: 'cùng kỳ năm 2019', decimals: 2 },
    ],
    ['đạt 98% kế hoạch', { kind: 'plan', percent: new Big(98), decimals: 0 }],
    [
      'vượt 1.000 triệu đồng kế hoạch',
      { kind: 'plan', direction: 'up', amount: new Big(1000), amountUnit: 'triệu đồng', decimals: 0 },
    ],
    ['gấp 1,8 lần so với năm trước', { kind: 'lastYear', times: new Big('1.8'), decimals: 1 }],
    [
      'giảm 3 vụ so với năm 2019.',
      {
        kind: 'lastYear',
        direction: 'down',
        amount: new Big(3),
        amountUnit: 'vụ',
        base: 'năm 2019',
        decimals: 0,
      },
    ],
    ['không đổi so với năm 2019', { kind: 'lastYear', direction: 'same', base: 'năm 2019' }],
    [
      'tăng 2% so với đầu nhiệm kỳ',
      { kind: 'other', direction: 'up', percent: new Big(2), base: 'đầu nhiệm kỳ', decimals: 0 },
    ],
  ])('"%s" is understood', (text, expected) => {
    const read = parseComparison(text)
    expect(read.ok && comparisonRecord(read.value)).toEqual(comparisonRecord(expected))
  })

  it.each(['cao hơn nhiều', 'tăng 1,2.3%', 'đạt kết quả tốt', 'tăng', ''])('"%s" is refused', (text) => {
    expect(parseComparison(text).ok).toBe(false)
  })

  const percent = fc.integer({ min: 1, max: 99_999 }).map((value) => new Big(value).div(100))
  const comparison: fc.Arbitrary<Comparison> = fc.record(
    {
      kind: fc.constantFrom('plan', 'lastYear', 'samePeriod'),
      direction: fc.constantFrom('up', 'down'),
      percent,
      decimals: fc.constant(2),
    },
    { requiredKeys: ['kind', 'percent', 'decimals'] },
  )

  it('reads back what it prints', () => {
    fc.assert(
      fc.property(comparison, (one) => {
        const read = parseComparison(printComparison(one))
        expect(read.ok && comparisonRecord(read.value)).toEqual(comparisonRecord(one))
      }),
    )
  })

  it('is stored and taken out unchanged', () => {
    fc.assert(
      fc.property(comparison, (one) => {
        expect(comparisonRecord(comparisonOf(comparisonRecord(one)))).toEqual(comparisonRecord(one))
      }),
    )
  })
})

describe('a suspicion', () => {
  const usd = (value: number, unit: string) =>
    suspicions({ value: new Big(value), unit }, { indicatorUnit: 'triệu USD' })

  it('falls on 980 USD where the indicator is in triệu USD, though no neighbour is known', () => {
    const [found] = usd(980, 'USD')
    expect(found && needsReason(found)).toBe(true)
    expect(found && findingSentence(found, 'vi')).toBe(
      'Đơn vị tính “USD” khác đơn vị tính của chỉ tiêu (triệu USD). Có phải 980 triệu USD không?',
    )
  })

  it.each([
    [1_500_000, 'USD'],
    [2, 'tỷ USD'],
    [980, 'triệu USD'],
  ])('does not fall on %s %s, which says as much as the indicator asks', (value, unit) => {
    expect(usd(value, unit)).toEqual([])
  })

  it('is told once when a neighbour shows the same slip', () => {
    const found = suspicions(
      { value: new Big(980), unit: 'USD' },
      { indicatorUnit: 'triệu USD', lastYear: { value: new Big(875), unit: 'triệu USD' } },
    )
    expect(found.map(({ code }) => code)).toEqual(['power_of_ten'])
  })
})
