import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreesAsPrinted, type Comparison, checkComparison, printComparison } from './comparison.ts'
import { printFigure, printFigureWithNotes } from './figure.ts'

describe('figures in report words', () => {
  it('carry estimate, bound, total and leading zero', () => {
    expect(printFigure({ value: new Big(3720), unit: 'triệu USD', bound: 'over', estimate: true })).toBe(
      'ước đạt trên 3.720 triệu USD',
    )
    expect(printFigure({ value: new Big(3), total: new Big(4), unit: 'dự án', leadingZero: true })).toBe(
      '03/04 dự án',
    )
    expect(printFigure({ value: new Big('435.31'), unit: 'tỷ đồng', estimate: true, decimals: 3 })).toBe(
      'ước đạt 435,310 tỷ đồng',
    )
  })

  it('carry their day and their place outside the plan where no column does', () => {
    const planted = { value: new Big('5711.7'), unit: 'ha' }
    expect(printFigureWithNotes(planted)).toBe('5.711,7 ha')
    expect(printFigureWithNotes({ ...planted, asOf: '2020-11-10' })).toBe('5.711,7 ha (đến ngày 10/11/2020)')
    expect(printFigureWithNotes({ ...planted, asOf: '2020-11-10', outsidePlan: true })).toBe(
      '5.711,7 ha (đến ngày 10/11/2020, ngoài kế hoạch)',
    )
  })
})

describe('comparisons in report words', () => {
  it.each<[Comparison, string]>([
    [
      { kind: 'lastYear', direction: 'up', percent: new Big('12.5'), base: 'năm 2020' },
      'tăng 12,5% so với năm 2020',
    ],
    [{ kind: 'samePeriod', direction: 'down', percent: new Big(3) }, 'giảm 3% so với cùng kỳ năm trước'],
    [
      { kind: 'samePeriod', direction: 'up', percent: new Big('5.4'), decimals: 2, base: 'cùng kỳ năm 2019' },
      'tăng 5,40% so với cùng kỳ năm 2019',
    ],
    [{ kind: 'plan', percent: new Big(98) }, 'đạt 98% kế hoạch'],
    [{ kind: 'plan', direction: 'up', percent: new Big(5) }, 'vượt 5% kế hoạch'],
    [{ kind: 'plan', direction: 'down', percent: new Big(5) }, 'thấp hơn 5% so với kế hoạch'],
    [{ kind: 'plan', direction: 'same' }, 'đạt 100% kế hoạch'],
    [{ kind: 'lastYear', direction: 'same' }, 'không đổi so với năm trước'],
    [{ kind: 'other', times: new Big('1.8') }, 'gấp 1,8 lần'],
    [{ kind: 'lastYear', times: new Big(2), decimals: 1 }, 'gấp 2,0 lần so với năm trước'],
    [{ kind: 'other', direction: 'up', amount: new Big(35), amountUnit: 'tỷ đồng' }, 'tăng 35 tỷ đồng'],
    [{ kind: 'lastYear', direction: 'down', amount: new Big(3) }, 'giảm 3 so với năm trước'],
    [{ kind: 'samePeriod', percent: new Big(102), base: 'cùng kỳ' }, 'bằng 102% cùng kỳ'],
    [{ kind: 'other', percent: new Big(102) }, 'bằng 102%'],
  ])('%j', (comparison, words) => expect(printComparison(comparison)).toBe(words))
})

describe('a computed number against the printed one', () => {
  it.each([
    ['97.6439', '98', undefined, true],
    ['97.6439', '97.6', undefined, true],
    ['97.6439', '98', 1, false],
    ['97.5', '98', undefined, true],
    ['97.49', '98', undefined, false],
    ['5.81', '5.81', undefined, true],
    ['75', '75', undefined, true],
  ])('%s printed as %s (%s decimals): %s', (computed, printed, decimals, agrees) => {
    expect(agreesAsPrinted(new Big(computed), new Big(printed), decimals)).toBe(agrees)
  })

  it('agrees with its own rounding at every precision', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat({ max: 8 }), (thousandths, decimals) => {
        const computed = new Big(thousandths).div(1000)
        expect(agreesAsPrinted(computed, computed.round(decimals, Big.roundHalfUp), decimals)).toBe(true)
      }),
    )
  })

  it.each<[string, Comparison, string, string, string, boolean]>([
    ['plan', { kind: 'plan', percent: new Big(98) }, '1463', '1498.3', '97.64', true],
    ['growth', { kind: 'lastYear', direction: 'up', percent: new Big(12) }, '980', '875', '12.00', true],
    ['fall', { kind: 'lastYear', direction: 'down', percent: new Big(10) }, '90', '100', '-10.00', true],
    ['wrong side', { kind: 'lastYear', direction: 'up', percent: new Big(10) }, '90', '100', '-10.00', false],
    ['same', { kind: 'lastYear', direction: 'same' }, '100', '100', '0.00', true],
    ['times', { kind: 'lastYear', times: new Big('1.8') }, '180', '100', '1.80', true],
    ['amount', { kind: 'lastYear', direction: 'up', amount: new Big(35) }, '135', '100', '35.00', true],
    [
      'lost amount',
      { kind: 'lastYear', direction: 'down', amount: new Big(35) },
      '65',
      '100',
      '-35.00',
      true,
    ],
  ])('%s is computed from both values', (_, comparison, value, base, computed, agrees) => {
    const check = checkComparison(comparison, new Big(value), new Big(base))
    expect([check?.computed.toFixed(2), check?.agrees]).toEqual([computed, agrees])
  })

  it('claims nothing without a number or against zero', () => {
    expect(checkComparison({ kind: 'lastYear', direction: 'up' }, new Big(1), new Big(1))).toBeUndefined()
    expect(checkComparison({ kind: 'plan', percent: new Big(98) }, new Big(1), new Big(0))).toBeUndefined()
  })
})
