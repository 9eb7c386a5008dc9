import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuantity } from '../vietnamese/index.ts'
import type { Comparison } from './comparison.ts'
import type { Amount, Figure } from './figure.ts'
import { findingSentence } from './findings.ts'
import type { Neighbours } from './neighbours.ts'
import { plausibility } from './plausibility.ts'

/** A figure as a report prints it. */
function figure(text: string, more: Partial<Figure> = {}): Figure {
  const read = parseQuantity(text)
  if (!read.ok) throw new Error(`${text}: ${read.error.code}`)
  return { ...read.value, ...more }
}

function amount(value: string, unit?: string): Amount {
  return { value: new Big(value), ...(unit !== undefined && { unit }) }
}

function up(percent: string, kind: Comparison['kind'] = 'lastYear'): Comparison {
  return { kind, direction: 'up', percent: new Big(percent), decimals: percent.split('.')[1]?.length ?? 0 }
}

/** What is found, in Vietnamese. */
function say(given: Figure, neighbours: Neighbours): readonly string[] {
  return plausibility(given, neighbours).map((finding) => findingSentence(finding, 'vi'))
}

function codes(given: Figure, neighbours: Neighbours): readonly string[] {
  return plausibility(given, neighbours).map(({ code }) => code)
}

describe('the figures of the source reports', () => {
  it('"980 USD" beside 875 triệu USD of last year is asked about, and only once', () => {
    const findings = plausibility(figure('980 USD'), {
      indicatorUnit: 'triệu USD',
      lastYear: amount('875', 'triệu USD'),
      comparisons: [up('12')],
    })
    expect(findings.map((finding) => findingSentence(finding, 'vi'))).toEqual([
      '980 USD nhỏ hơn năm trước (875 triệu USD) khoảng 1.000.000 lần. Có phải 980 triệu USD không?',
    ])
    expect(findings[0]?.wouldBe).toMatchObject({ unit: 'triệu USD' })
    expect(findings[0]?.wouldBe?.value.toFixed()).toBe('980')
  })

  it('980 triệu USD, +12% on 875 triệu USD, is right', () => {
    const neighbours = { indicatorUnit: 'USD', lastYear: amount('875', 'triệu USD'), comparisons: [up('12')] }
    expect(codes(figure('980 triệu USD'), neighbours)).toEqual([])
  })

  it('1.463/1.498,3 ha may print as 98% of the plan, and not as 98,0%', () => {
    const planted = figure('1.463/1.498,3 ha')
    const plan: Comparison = { kind: 'plan', percent: new Big(98) }
    expect(codes(planted, { comparisons: [plan] })).toEqual([])
    expect(say(planted, { comparisons: [{ ...plan, decimals: 1 }] })).toEqual([
      'Ghi đạt 98% nhưng 1.463/1.498,3 ha là 97,64%. Có phải 97,6% không?',
    ])
  })

  it('5.711,7 ha is 1.463 and 4.248,7 ha', () => {
    expect(codes(figure('5.711,7 ha'), { parts: [amount('1463', 'ha'), amount('4248.7', 'ha')] })).toEqual([])
  })

  it('1.128 tin bài are 95, 336, 682 and 15', () => {
    const parts = ['95', '336', '682', '15'].map((value) => amount(value, 'tin bài'))
    expect(codes(figure('1.128 tin bài'), { parts })).toEqual([])
    expect(say(figure('1.182 tin bài'), { parts })).toEqual([
      'Tổng ghi 1.182 tin bài nhưng cộng các phần được 1.128 tin bài (chênh 54 tin bài). Có phải 1.128 tin bài không?',
    ])
  })

  it('32 dự án are 18 FDI and 14 trong nước', () => {
    expect(codes(figure('32 dự án'), { parts: [amount('18', 'dự án'), amount('14', 'dự án')] })).toEqual([])
  })

  it('2.982,7 nghìn cây on 1.988 ha are about 1.500 trees per ha', () => {
    const rate = { per: amount('1988', 'ha'), low: new Big('1.49'), high: new Big('1.51') }
    expect(codes(figure('2.982,7 nghìn cây'), { rate })).toEqual([])
    expect(codes(figure('2.892,7 nghìn cây'), { rate })).toEqual(['rate_unlikely'])
  })

  it('03/04 dự án is 75%', () => {
    const projects = figure('03/04 dự án')
    expect(codes(projects, { comparisons: [{ kind: 'plan', percent: new Big(75) }] })).toEqual([])
    expect(codes(projects, { comparisons: [{ kind: 'plan', percent: new Big(80) }] })).toEqual([
      'ratio_differs',
    ])
  })

  it('330 lượt at 541 thôn are fewer than one each: ask the unit', () => {
    const rate = { per: amount('541', 'thôn'), low: new Big(1) }
    expect(say(figure('330 lượt'), { rate })).toEqual([
      '330 lượt trên 541 thôn là 0,61, thấp hơn mức thấp nhất thường gặp (1); cần hỏi lại đơn vị.',
    ])
  })

  it('896.000 thuê bao at 105/100 dân are 853.333 people', () => {
    const per = amount('105', 'thuê bao/100 dân')
    const subscribers = figure('896.000 thuê bao')
    expect(subscribers.value.times(100).div(per.value).toFixed(0)).toBe('853333')
    expect(codes(subscribers, { rate: { per, low: new Big(8500), high: new Big(8600) } })).toEqual([])
    expect(codes(subscribers, { rate: { per, high: new Big(8000) } })).toEqual(['rate_unlikely'])
  })

  it.each([
    ['150.764 tỷ đồng', '134012', '12.5'],
    ['435,310 tỷ đồng', '411.4', '5.81'],
    ['1.334,251 tỷ đồng', '1265.9', '5.40'],
    ['3.831,602 tỷ đồng', '3738.5', '2.49'],
    ['44.462 tỷ đồng', '37680', '18'],
  ])('%s over %s tỷ đồng is +%s%%', (text, base, percent) => {
    const lastYear = amount(base, 'tỷ đồng')
    expect(codes(figure(text), { lastYear, comparisons: [up(percent)] })).toEqual([])
    expect(codes(figure(text), { lastYear, comparisons: [up('30')] })).toEqual(['growth_differs'])
  })

  it('1.218 triệu USD over 1.032,2 is +18%', () => {
    const lastYear = amount('1032.2', 'triệu USD')
    expect(codes(figure('1.218 triệu USD'), { lastYear, comparisons: [up('18')] })).toEqual([])
  })

  it('a growth rate of 3,5% against a plan of 3,5% is 100% of the plan', () => {
    const neighbours = {
      plan: amount('3.5', '%'),
      comparisons: [{ kind: 'plan', percent: new Big(100) }] as const,
    }
    expect(codes(figure('3,5%'), neighbours)).toEqual([])
  })
})

describe('units', () => {
  it('that are missing are named', () => {
    expect(say(figure('980'), { indicatorUnit: 'triệu USD' })).toEqual([
      'Thiếu đơn vị tính; chỉ tiêu này tính bằng triệu USD. Có phải 980 triệu USD không?',
    ])
  })

  it('of another dimension are named, with a proposal only when a multiplier stands alone', () => {
    expect(say(figure('980 tỷ đồng'), { indicatorUnit: 'triệu USD' })).toEqual([
      'Đơn vị tính “tỷ đồng” khác đơn vị tính của chỉ tiêu (triệu USD).',
    ])
    expect(say(figure('980 triệu'), { indicatorUnit: 'triệu USD' })).toEqual([
      'Đơn vị tính “triệu” khác đơn vị tính của chỉ tiêu (triệu USD). Có phải 980 triệu USD không?',
    ])
  })

  it('of one dimension are no matter, and no unit is asked where the indicator has none', () => {
    expect(codes(figure('36,1173 km2'), { indicatorUnit: 'ha', lastYear: amount('3600', 'ha') })).toEqual([])
    expect(codes(figure('07'), { indicatorUnit: '' })).toEqual([])
    expect(codes(figure('07'), {})).toEqual([])
  })
})

describe('scale', () => {
  it('finds a comma typed for a thousands dot, against the plan too', () => {
    expect(say(figure('44,462 tỷ đồng'), { lastYear: amount('37680', 'tỷ đồng') })).toEqual([
      '44,462 tỷ đồng nhỏ hơn năm trước (37.680 tỷ đồng) khoảng 1.000 lần. Có phải 44.462 tỷ đồng không?',
    ])
    expect(say(figure('44.462.000 tỷ đồng'), { plan: amount('37680', 'tỷ đồng') })).toEqual([
      '44.462.000 tỷ đồng lớn hơn kế hoạch (37.680 tỷ đồng) khoảng 1.000 lần. Có phải 44.462 tỷ đồng không?',
    ])
  })

  it('reads a figure without unit in the indicator’s', () => {
    expect(codes(figure('980'), { indicatorUnit: 'USD', lastYear: amount('875', 'triệu USD') })).toEqual([
      'unit_missing',
      'power_of_ten',
    ])
  })

  it('is not compared with nothing, with losses or across dimensions', () => {
    expect(codes(figure('980 USD'), { lastYear: amount('0', 'triệu USD') })).toEqual([])
    expect(codes(figure('-980 USD'), { lastYear: amount('875', 'triệu USD') })).toEqual([])
    expect(codes(figure('980 USD'), { lastYear: amount('875', 'tỷ đồng') })).toEqual([])
  })

  it('is asked about for every slip by a power and for no plausible change', () => {
    const value = fc.integer({ min: 100, max: 1_000_000 })
    fc.assert(
      fc.property(
        value,
        fc.constantFrom(3, 6, 9, -3, -6, -9),
        fc.integer({ min: 50, max: 200 }),
        (base, power, change) => {
          const meant = new Big(base).times(change).div(100)
          const slipped = { value: meant.times(`1e${-power}`), unit: 'ha' }
          const neighbours = { lastYear: amount(String(base), 'ha') }
          const [finding] = plausibility(slipped, neighbours)
          expect(finding?.code).toBe('power_of_ten')
          expect(finding?.wouldBe?.value.eq(meant)).toBe(true)
          expect(codes({ value: meant, unit: 'ha' }, neighbours)).toEqual([])
        },
      ),
    )
  })
})

describe('own years', () => {
  const ownYears = ['100', '110', '120', '130', '140'].map((value) => amount(value, 'ha'))

  it('show what lies far from them', () => {
    expect(codes(figure('154 ha'), { ownYears })).toEqual([])
    expect(say(figure('400 ha'), { ownYears })).toEqual([
      '400 ha nằm xa các năm trước của đơn vị (5 năm, thường từ 50 ha đến 190 ha).',
    ])
    expect(codes(figure('10 ha'), { ownYears })).toEqual(['outlier'])
  })

  it('that never changed leave room for half as much', () => {
    const steady = Array.from({ length: 4 }, () => amount('12', 'đơn vị'))
    expect(codes(figure('14 đơn vị'), { ownYears: steady })).toEqual([])
    expect(codes(figure('19 đơn vị'), { ownYears: steady })).toEqual(['outlier'])
    expect(codes(figure('19'), { ownYears: steady.map(({ value }) => ({ value })) })).toEqual(['outlier'])
  })

  it('fewer than four tell nothing; other dimensions do not count', () => {
    expect(codes(figure('400 ha'), { ownYears: ownYears.slice(0, 3) })).toEqual([])
    expect(codes(figure('400 tấn'), { ownYears })).toEqual([])
  })

  it('do not repeat a slip of scale', () => {
    expect(codes(figure('120.000 ha'), { ownYears, lastYear: amount('140', 'ha') })).toEqual(['power_of_ten'])
  })
})

describe('sums and rates', () => {
  it('a total may be the rounded sum of finer parts', () => {
    const parts = [amount('1.24', 'ha'), amount('1.24', 'ha')]
    expect(codes(figure('2,5 ha'), { parts })).toEqual([])
    expect(codes(figure('2,4 ha'), { parts })).toEqual(['parts_differ'])
  })

  it('parts are added across units, and not at all across dimensions', () => {
    expect(
      codes(figure('2 tỷ đồng'), { parts: [amount('1', 'tỷ đồng'), amount('1000', 'triệu đồng')] }),
    ).toEqual([])
    expect(codes(figure('2 tỷ đồng'), { parts: [amount('1', 'tỷ đồng'), amount('5', 'ha')] })).toEqual([])
    expect(codes(figure('3'), { parts: [amount('1'), amount('1')] })).toEqual(['parts_differ'])
  })

  it('the parts of a total are its parts in any order', () => {
    const list = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(list, fc.integer({ min: 1, max: 1000 }), (values, off) => {
        const parts = values.map((value) => ({ value: new Big(value).div(100), unit: 'ha' }))
        const sum = new Big(values.reduce((total, value) => total + value, 0)).div(100)
        expect(codes({ value: sum, unit: 'ha' }, { parts: parts.toReversed() })).toEqual([])
        expect(codes({ value: sum.plus(off), unit: 'ha', decimals: 2 }, { parts })).toEqual(['parts_differ'])
      }),
    )
  })

  it('a plan beside the figure or in the comparison is the whole of a ratio', () => {
    const wrong: Comparison = { kind: 'plan', percent: new Big(90) }
    expect(codes(figure('50 ha'), { plan: amount('100', 'ha'), comparisons: [wrong] })).toEqual([
      'ratio_differs',
    ])
    expect(codes(figure('50 ha'), { comparisons: [{ ...wrong, planValue: new Big(100) }] })).toEqual([
      'ratio_differs',
    ])
    expect(codes(figure('50 ha'), { comparisons: [wrong] })).toEqual([])
    expect(codes(figure('50'), { plan: amount('100'), comparisons: [wrong] })).toEqual(['ratio_differs'])
  })

  it('changes in amount and times are held against both values', () => {
    const lastYear = amount('100', 'tỷ đồng')
    const more = (value: string, unit?: string): Comparison => ({
      kind: 'lastYear',
      direction: 'up',
      amount: new Big(value),
      ...(unit !== undefined && { amountUnit: unit }),
    })
    const given = figure('135 tỷ đồng')
    expect(codes(given, { lastYear, comparisons: [more('35', 'tỷ đồng')] })).toEqual([])
    expect(codes(given, { lastYear, comparisons: [more('35000', 'triệu đồng')] })).toEqual([])
    expect(codes(given, { lastYear, comparisons: [more('35', 'ha')] })).toEqual([])
    expect(say(given, { lastYear, comparisons: [more('30')] })).toEqual([
      'Ghi tăng 30 tỷ đồng nhưng 135 tỷ đồng so với 100 tỷ đồng là tăng 35 tỷ đồng. Có phải tăng 35 tỷ đồng không?',
    ])
    expect(say(given, { lastYear, comparisons: [{ kind: 'lastYear', times: new Big('1.8') }] })).toEqual([
      'Ghi gấp 1,8 lần nhưng 135 tỷ đồng so với 100 tỷ đồng là gấp 1,35 lần. Có phải gấp 1,4 lần không?',
    ])
  })

  it('a growth claimed for a fall is named', () => {
    const lastYear = amount('100', 'ha')
    expect(say(figure('90 ha'), { lastYear, comparisons: [up('10')] })).toEqual([
      'Ghi tăng 10% nhưng 90 ha so với 100 ha là giảm 10%. Có phải giảm 10% không?',
    ])
  })

  it('an excess over the plan is held against the plan', () => {
    const plan = amount('100', 'ha')
    expect(codes(figure('105 ha'), { plan, comparisons: [up('5', 'plan')] })).toEqual([])
    expect(codes(figure('105 ha'), { plan, comparisons: [up('9', 'plan')] })).toEqual(['growth_differs'])
  })

  it('comparisons with something else, without number or without base are left alone', () => {
    const lastYear = amount('100', 'ha')
    expect(codes(figure('105 ha'), { lastYear, comparisons: [up('50', 'other')] })).toEqual([])
    expect(
      codes(figure('105 ha'), { lastYear, comparisons: [{ kind: 'lastYear', direction: 'up' }] }),
    ).toEqual([])
    expect(codes(figure('105 ha'), { comparisons: [up('50')] })).toEqual([])
  })

  it('bounds and ranges cannot be summed or divided exactly', () => {
    const neighbours = {
      lastYear: amount('3000', 'triệu USD'),
      parts: [amount('1', 'triệu USD')],
      comparisons: [up('5')],
    }
    expect(codes(figure('trên 3.720 triệu USD'), neighbours)).toEqual([])
    expect(codes(figure('từ 3.000 đến 3.720 triệu USD'), neighbours)).toEqual([])
    expect(codes(figure('3.720 triệu USD'), neighbours)).toEqual(['parts_differ', 'growth_differs'])
  })

  it('a rate per nothing is no rate', () => {
    expect(codes(figure('330 lượt'), { rate: { per: amount('0', 'thôn'), low: new Big(1) } })).toEqual([])
  })
})

describe('dates and repetition', () => {
  it('an estimate is normal at the conference and overdue after the day set for the official figure', () => {
    const estimate = figure('ước đạt 31.502 tỷ đồng')
    expect(codes(estimate, { today: '2021-03-31', estimatesUntil: '2021-03-31' })).toEqual([])
    expect(say(estimate, { today: '2021-04-01', estimatesUntil: '2021-03-31' })).toEqual([
      'Vẫn là số ước; số chính thức cần có từ sau ngày 31/03/2021.',
    ])
    expect(codes(figure('31.502 tỷ đồng'), { today: '2021-04-01', estimatesUntil: '2021-03-31' })).toEqual([])
    expect(codes(estimate, { today: '2021-04-01' })).toEqual([])
  })

  it('a figure cannot be as of a day to come', () => {
    const planted = figure('5.711,7 ha', { asOf: '2020-11-10' })
    expect(codes(planted, { today: '2020-11-10' })).toEqual([])
    expect(codes(planted, {})).toEqual([])
    expect(say(planted, { today: '2020-11-09' })).toEqual([
      'Số liệu ghi đến ngày 10/11/2020, sau hôm nay (09/11/2020).',
    ])
  })

  it('one indicator reported twice counts once, or has to be agreed', () => {
    const elsewhere = (value: string, unit?: string) => ({
      reportedElsewhere: [{ ...amount(value, unit), reporter: 'Sở Công Thương' }],
    })
    expect(say(figure('2 tỷ đồng'), elsewhere('2000', 'triệu đồng'))).toEqual([
      'Sở Công Thương cũng báo cáo 2.000 triệu đồng; chỉ tính một lần.',
    ])
    expect(say(figure('2 tỷ đồng'), elsewhere('3', 'tỷ đồng'))).toEqual([
      'Sở Công Thương báo cáo 3 tỷ đồng, ở đây ghi 2 tỷ đồng; cần thống nhất một số.',
    ])
    expect(say(figure('2'), elsewhere('2'))).toEqual(['Sở Công Thương cũng báo cáo 2; chỉ tính một lần.'])
    expect(say(figure('2 tỷ đồng'), elsewhere('2', 'ha'))[0]).toContain('cần thống nhất')
  })
})
