import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FigureRecord } from '../results/index.ts'
import type { TargetRecord } from './record.ts'
import { goalOf, seriesOf } from './series.ts'

function told(value: string | null, more: Partial<FigureRecord> = {}): FigureRecord {
  const flags = { isEstimate: false, bound: null, qualifier: '', asOf: null, outsidePlan: false }
  return { value, valueMax: null, total: null, unitOfMeasure: 'ha', ...flags, ...more }
}

function set(value: string, more: Partial<TargetRecord> = {}): TargetRecord {
  const rest = { strict: false, valueMax: null, byDate: null, baseValue: null, baseYear: null }
  return { kind: 'at_least', value, unitOfMeasure: 'ha', ...rest, ...more }
}

describe('one indicator over time', () => {
  it('rises against the target of the year: quarter I, 6, 9 and 12 months', () => {
    const target = set('1498.3')
    const points = seriesOf('ha', 'up', [
      { period: '2020Q1', result: told('210'), target },
      { period: '2020H1', result: undefined, target },
      { period: '2020M9', result: told('1200', { isEstimate: true }), target },
      { period: '2020', result: told('1463'), target },
    ])
    expect(points.map(({ percent }) => percent?.toFixed(2))).toEqual(['14.02', undefined, '80.09', '97.64'])
    expect(points.map(({ goal }) => goal?.toFixed())).toEqual(['1498.3', '1498.3', '1498.3', '1498.3'])
    expect(points.map(({ isEstimate }) => isEstimate)).toEqual([false, false, true, false])
  })

  it('is one series though years were told in other units; a gap is a gap and has no growth', () => {
    const exports = (value: string, unitOfMeasure: string) => told(value, { unitOfMeasure })
    const points = seriesOf('triệu USD', 'up', [
      { period: '2018', result: exports('875', 'triệu USD'), target: undefined },
      { period: '2019', result: exports('0.98', 'tỷ USD'), target: undefined },
      { period: '2020', result: undefined, target: undefined },
      { period: '2021', result: exports('1218', 'triệu USD'), target: undefined },
    ])
    expect(points.map(({ value }) => value?.toFixed())).toEqual(['875', '980', undefined, '1218'])
    expect(points.map((point) => point.growth?.toFixed())).toEqual([undefined, '12', undefined, undefined])
  })

  it('leaves out what cannot be drawn beside the others: words, and units that do not convert', () => {
    const points = seriesOf('ha', 'up', [
      { period: '2020', result: told(null), target: undefined },
      { period: '2021', result: told('5', { unitOfMeasure: 'dự án' }), target: set('3') },
    ])
    expect(points.map(({ value, percent }) => [value, percent])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ])
  })

  it('has as its goal the bound, or the level a growth rate means', () => {
    expect(goalOf({ kind: 'at_most', value: Big(5), unit: '%' })).toMatchObject({ unit: '%' })
    const rate = { kind: 'growth', percent: Big(18), unit: 'tỷ đồng' } as const
    expect(goalOf({ ...rate, base: Big(37680) })?.value.toFixed()).toBe('44462.4')
    expect(goalOf(rate)).toBeUndefined()
    expect(goalOf({ kind: 'at_least', value: Big(3), unit: '' })).toEqual({ value: Big(3) })
    expect(goalOf({ kind: 'range', min: Big(1), max: Big(2), unit: '%' })).toBeUndefined()
    expect(seriesOf('', 'up', [{ period: '2020', result: told('1'), target: undefined }])).toHaveLength(1)
  })

  it('keeps as many points as it was given, in their order, each value as it was told', () => {
    const values = fc.array(fc.option(fc.bigInt({ min: 1n, max: 10n ** 30n })), { maxLength: 8 })
    fc.assert(
      fc.property(values, (given) => {
        const entries = given.map((value, index) => ({
          period: String(2000 + index),
          result: value === null ? undefined : told(String(value)),
          target: undefined,
        }))
        const points = seriesOf('ha', 'up', entries)
        expect(points.map(({ period, value }) => [period, value?.toFixed() ?? null])).toEqual(
          given.map((value, index) => [String(2000 + index), value === null ? null : String(value)]),
        )
      }),
    )
  })
})
