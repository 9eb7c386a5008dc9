import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convert, knownUnits, MULTIPLIERS, sameDimension, unitOf } from './units.ts'

describe('units of measure', () => {
  it.each([
    ['đồng', 'đồng', 'vnd', 0],
    ['nghìn đồng', 'nghìn đồng', 'vnd', 3],
    ['triệu đồng', 'triệu đồng', 'vnd', 6],
    ['tỷ đồng', 'tỷ đồng', 'vnd', 9],
    ['tỉ đồng', 'tỷ đồng', 'vnd', 9],
    ['TỶ ĐỒNG', 'tỷ đồng', 'vnd', 9],
    ['ty dong', 'tỷ đồng', 'vnd', 9],
    ['USD', 'USD', 'usd', 0],
    ['triệuUSD', 'triệu USD', 'usd', 6],
    ['ha', 'ha', 'area', 4],
    ['m²', 'm2', 'area', 0],
    ['km2', 'km2', 'area', 6],
    ['km', 'km', 'length', 3],
    ['vạn tấn', 'vạn tấn', 'mass', 7],
    ['nghìn cây', 'nghìn cây', 'tree', 3],
    ['ngàn cây', 'nghìn cây', 'tree', 3],
    ['lượt', 'lượt', 'turn', 0],
    ['lượt người', 'lượt người', 'person_turn', 0],
    ['dự án', 'dự án', 'project', 0],
    ['tin', 'tin', 'news_item', 0],
    ['bản tin', 'bản tin', 'news_item', 0],
    ['tin bài', 'tin bài', 'news_item', 0],
    ['thuê bao', 'thuê bao', 'subscriber', 0],
    ['Thuê bao / 100 dân', 'thuê bao/100 dân', 'subscriber/100 dân', 0],
    ['thôn', 'thôn', 'village', 0],
    ['nhãn hiệu', 'nhãn hiệu', 'trademark', 0],
    ['%', '%', 'percent', 0],
    ['%/nam', '%/năm', 'percent/năm', 0],
    ['triệu đồng/người/năm', 'triệu đồng/người/năm', 'vnd/người/năm', 6],
    ['đơn vị', 'đơn vị', 'organisation', 0],
    ['điểm', 'điểm', 'point', 0],
    ['triệu', 'triệu', 'count', 6],
  ])('"%s" is %s, dimension %s, power %i', (text, name, dimension, power) => {
    expect(unitOf(text)).toEqual({ name, dimension, power })
  })

  it.each(['', 'xyz', 'đồng/', 'triệu xyz', 'tán'])('"%s" is not known', (text) => {
    expect(unitOf(text)).toBeUndefined()
  })

  it('are found again by their own name, with every multiplier', () => {
    for (const unit of knownUnits()) {
      expect(unitOf(unit.name)).toEqual(unit)
      for (const { name, power } of MULTIPLIERS) {
        expect(unitOf(`${name} ${unit.name}`)).toMatchObject({
          dimension: unit.dimension,
          power: unit.power + power,
        })
      }
    }
  })

  it('measure the same thing or not', () => {
    expect(sameDimension('ha', 'km2')).toBe(true)
    expect(sameDimension('triệu USD', 'USD')).toBe(true)
    expect(sameDimension('USD', 'tỷ đồng')).toBe(false)
    expect(sameDimension('lượt', 'lượt người')).toBe(false)
    expect(sameDimension('tổ hợp tác', 'Tổ  hợp tác')).toBe(true)
    expect(sameDimension('tổ hợp tác', 'hợp tác xã')).toBe(false)
  })
})

describe('conversion', () => {
  it.each([
    ['435.310', 'tỷ đồng', 'đồng', '435310000000'],
    ['1', 'đồng', 'tỷ đồng', '0.000000001'],
    ['3611.73', 'ha', 'km2', '36.1173'],
    ['27', 'vạn tấn', 'tấn', '270000'],
    ['980', 'USD', 'triệu USD', '0.00098'],
  ])('%s %s in %s... is exact', (value, from, to, expected) => {
    const converted = convert(value, from, to)
    expect(converted.ok && converted.value.toFixed()).toBe(expected)
  })

  it('is refused between dimensions and for unknown units', () => {
    expect(convert('1', 'USD', 'đồng')).toMatchObject({ error: { code: 'other_dimension' } })
    expect(convert('1', 'xyz', 'đồng')).toEqual({ ok: false, error: { code: 'unknown_unit', unit: 'xyz' } })
    expect(convert('1', 'đồng', 'xyz')).toEqual({ ok: false, error: { code: 'unknown_unit', unit: 'xyz' } })
  })

  it('there and back is the same number at any size', () => {
    const money = fc.constantFrom('đồng', 'nghìn đồng', 'triệu đồng', 'tỷ đồng')
    fc.assert(
      fc.property(fc.bigInt(), money, money, (value, from, to) => {
        const there = convert(value.toString(), from, to)
        const back = there.ok ? convert(there.value, to, from) : there
        expect(back.ok && back.value.eq(new Big(value.toString()))).toBe(true)
      }),
    )
  })
})
