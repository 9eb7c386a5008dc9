import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completion, REASON_CODES, type TargetVerdict } from './completion.ts'
import { growth } from './growth.ts'
import type { FigureResult, Target, TargetResult } from './target.ts'
import { reasonSentence, verdictLabels } from './words.ts'

function figure(value: string, unit?: string, more: Partial<FigureResult> = {}): FigureResult {
  return { kind: 'figure', value: new Big(value), ...(unit !== undefined && { unit }), ...more }
}

function atLeast(value: string, unit: string, inclusive?: boolean): Target {
  return { kind: 'at_least', value: new Big(value), unit, ...(inclusive !== undefined && { inclusive }) }
}

/** "verdict reason", with the percentage to two decimals where there is one. */
function judge(target: Target, result: TargetResult | undefined): string {
  const { verdict, reasons, percent } = completion(target, result)
  return [verdict, reasons[0]?.code, percent?.toFixed(2)].filter(Boolean).join(' ')
}

describe('a lower bound', () => {
  const planted = atLeast('1498.3', 'ha')

  it('of 1.498,3 ha is missed by 1.463 ha, attained to 97,64%, however the report rounds it', () => {
    expect(judge(planted, figure('1463', 'ha'))).toBe('missed below_target 97.64')
  })

  it.each([
    ['1498.3', 'met equals_target 100.00'],
    ['1498.31', 'exceeded above_target 100.00'],
    ['0', 'missed below_target 0.00'],
  ])('of 1.498,3 ha with %s ha is %s', (value, expected) => {
    expect(judge(planted, figure(value, 'ha'))).toBe(expected)
  })

  it('compares across units of one dimension exactly', () => {
    expect(judge(atLeast('44462', 'tỷ đồng'), figure('44462000', 'triệu đồng'))).toBe(
      'met equals_target 100.00',
    )
  })

  it('that leaves its number out ("trên 100") is met only above it', () => {
    expect(judge(atLeast('100', 'nhãn hiệu', false), figure('100', 'nhãn hiệu'))).toBe(
      'missed equals_target 100.00',
    )
    expect(judge(atLeast('100', 'nhãn hiệu', false), figure('101', 'nhãn hiệu'))).toBe(
      'met above_target 101.00',
    )
  })

  it('of zero or less gives no percentage', () => {
    expect(judge(atLeast('0', 'vụ'), figure('3', 'vụ'))).toBe('exceeded above_target')
    expect(judge(atLeast('-3', '%'), figure('-5', '%'))).toBe('missed below_target')
  })

  it('in percent reads x/y as its share', () => {
    expect(judge(atLeast('75', '%'), figure('3', 'dự án', { total: new Big(4) }))).toBe(
      'met equals_target 100.00',
    )
  })
})

describe('an upper bound', () => {
  const prices: Target = { kind: 'at_most', value: new Big(5), unit: '%', inclusive: false }
  const poverty: Target = { kind: 'at_most', value: new Big(5), unit: '%', lowerIsBetter: true }

  it.each([
    ['3.2', 'met within_limit'],
    ['5', 'missed over_limit'],
    ['5.1', 'missed over_limit'],
  ])('"dưới 5%%" with %s%% is %s and has no percentage', (value, expected) => {
    expect(judge(prices, figure(value, '%'))).toBe(expected)
  })

  it('that is itself allowed is met at its value', () => {
    expect(judge({ kind: 'at_most', value: new Big(5), unit: '%' }, figure('5', '%'))).toBe(
      'met within_limit',
    )
  })

  it('where lower is better is exceeded below its value', () => {
    expect(judge(poverty, figure('4', '%'))).toBe('exceeded within_limit')
    expect(judge(poverty, figure('5', '%'))).toBe('met within_limit')
    expect(judge(poverty, figure('6', '%'))).toBe('missed over_limit')
  })
})

describe('other kinds of target', () => {
  const range: Target = { kind: 'range', min: new Big(95), max: new Big(105), unit: '%' }
  const ladder = ['không hoàn thành', 'hoàn thành', 'hoàn thành tốt', 'hoàn thành xuất sắc']
  const level: Target = { kind: 'level', level: 'hoàn thành tốt', ladder }
  const exports: Target = { kind: 'growth', percent: new Big(18), base: new Big('1032.2'), unit: 'triệu USD' }
  const emissions: Target = { kind: 'growth', percent: new Big(-5), base: new Big(200), unit: 'vụ' }
  const soon: Target = { kind: 'by_date', date: '2021-12-31' }

  it.each<[string, Target, TargetResult, string]>([
    ['a range below', range, figure('94.9', '%'), 'missed below_range'],
    ['a range at its end', range, figure('105', '%'), 'met within_range'],
    ['a range above', range, figure('105.1', '%'), 'missed above_range'],
    ['a level', level, { kind: 'level', level: 'hoàn thành tốt' }, 'met at_level'],
    ['a higher level', level, { kind: 'level', level: 'hoàn thành xuất sắc' }, 'exceeded above_level'],
    ['a lower level', level, { kind: 'level', level: 'hoàn thành' }, 'missed below_level'],
    ['a level off the ladder', level, { kind: 'level', level: 'giỏi' }, 'not_comparable unknown_level'],
    ['a date before', soon, { kind: 'date', date: '2021-12-30' }, 'met in_time'],
    ['the day itself, "trước"', soon, { kind: 'date', date: '2021-12-31' }, 'missed late'],
    [
      'the day itself, "chậm nhất"',
      { ...soon, inclusive: true },
      { kind: 'date', date: '2021-12-31' },
      'met in_time',
    ],
    ['done', { kind: 'yes_no' }, { kind: 'done', done: true }, 'met done'],
    ['not done', { kind: 'yes_no' }, { kind: 'done', done: false }, 'missed not_done'],
    ['growth of 18% reached', exports, figure('1218', 'triệu USD'), 'exceeded above_target 100.00'],
    ['growth of 18% missed', exports, figure('1200', 'triệu USD'), 'missed below_target 98.52'],
    ['a reduction reached', emissions, figure('190', 'vụ'), 'met within_limit'],
    ['a reduction exceeded', emissions, figure('180', 'vụ'), 'exceeded within_limit'],
    ['a reduction missed', emissions, figure('195', 'vụ'), 'missed over_limit'],
    [
      'growth without base',
      { ...exports, base: undefined },
      figure('1218', 'triệu USD'),
      'not_comparable no_base',
    ],
    ['a date for a number', range, { kind: 'date', date: '2021-12-31' }, 'not_comparable other_kind'],
    ['a number for a date', soon, figure('1'), 'not_comparable other_kind'],
    ['a number for a level', level, figure('1'), 'not_comparable other_kind'],
    ['a number for yes or no', { kind: 'yes_no' }, figure('1'), 'not_comparable other_kind'],
  ])('%s', (_, target, result, expected) => expect(judge(target, result)).toBe(expected))

  it('a growth rate may be the indicator itself: 3,5% against a plan of 3,5% is 100%', () => {
    expect(judge(atLeast('3.5', '%'), figure('3.5', '%'))).toBe('met equals_target 100.00')
  })

  it('margins say how far, in the unit of the target, in points, in days', () => {
    expect(completion(range, figure('94', '%')).margin?.toFixed()).toBe('-1')
    expect(completion(range, figure('96', '%')).margin?.toFixed()).toBe('1')
    expect(completion(range, figure('108', '%')).margin?.toFixed()).toBe('-3')
    expect(completion(emissions, figure('180', 'vụ')).margin?.toFixed()).toBe('5')
    expect(completion(soon, { kind: 'date', date: '2022-01-10' }).margin?.toFixed()).toBe('-10')
  })
})

describe('what is not a plain figure', () => {
  const target = atLeast('100', 'ha')

  it('"không giao" stays so whatever is reported, and is never zero', () => {
    expect(judge({ kind: 'not_assigned' }, figure('5', 'ha'))).toBe('not_assigned not_assigned')
    expect(judge({ kind: 'not_assigned' }, undefined)).toBe('not_assigned not_assigned')
  })

  it('a missing result is no zero', () => expect(judge(target, undefined)).toBe('no_result no_result'))

  it('a narrative cannot be compared', () => {
    expect(judge(target, { kind: 'narrative' })).toBe('not_comparable narrative_only')
  })

  it('a figure outside the plan (4.248,7 ha) has no percentage', () => {
    expect(judge(target, figure('4248.7', 'ha', { outsidePlan: true }))).toBe('not_comparable outside_plan')
  })

  it('a unit of another dimension is not converted', () => {
    expect(judge(target, figure('500', 'tấn'))).toBe('not_comparable other_unit')
  })

  it('estimates and missing units are judged and noted', () => {
    const { verdict, reasons } = completion(target, figure('120', undefined, { estimate: true }))
    expect(verdict).toBe('exceeded')
    expect(reasons).toEqual([
      { code: 'above_target' },
      { code: 'estimate' },
      { code: 'unit_assumed', with: { unit: 'ha' } },
    ])
  })

  it.each<[string, 'over' | 'under' | 'about', string]>([
    ['120', 'over', 'exceeded above_target 120.00'],
    ['100', 'over', 'met equals_target 100.00'],
    ['80', 'over', 'not_comparable bound_leaves_open'],
    ['80', 'under', 'missed below_target 80.00'],
    ['120', 'under', 'not_comparable bound_leaves_open'],
    ['120', 'about', 'exceeded above_target 120.00'],
  ])('a bound decides only when it leaves nothing open: %s with %s', (value, bound, expected) => {
    expect(judge(target, figure(value, 'ha', { bound }))).toBe(expected)
  })

  it.each<[string, 'over' | 'under', string]>([
    ['5', 'over', 'not_comparable bound_leaves_open'],
    ['12', 'over', 'not_comparable bound_leaves_open'],
    ['16', 'over', 'missed above_range'],
    ['16', 'under', 'not_comparable bound_leaves_open'],
    ['9', 'under', 'missed below_range'],
  ])('a bound against the range 10 to 15: %s with %s', (value, bound, expected) => {
    const range: Target = { kind: 'range', min: new Big(10), max: new Big(15), unit: 'ha' }
    expect(judge(range, figure(value, 'ha', { bound }))).toBe(expected)
  })
})

describe('completion', () => {
  const rank: Readonly<Record<string, number>> = { missed: 0, met: 1, exceeded: 2 }
  const number = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((value) => new Big(value).div(100))
  const positive = fc.integer({ min: 1, max: 1_000_000 }).map((value) => new Big(value).div(100))

  function rankOf(target: Target, value: Big): number {
    return rank[completion(target, { kind: 'figure', value, unit: 'ha' }).verdict] ?? -1
  }

  it('never gets worse with more, for lower bounds and growth', () => {
    fc.assert(
      fc.property(number, number, number, positive, fc.boolean(), (a, b, value, base, inclusive) => {
        const [less, more] = a.lt(b) ? [a, b] : [b, a]
        const targets: Target[] = [
          { kind: 'at_least', value, unit: 'ha', inclusive },
          { kind: 'growth', percent: value.abs(), base, unit: 'ha' },
        ]
        for (const target of targets)
          expect(rankOf(target, more)).toBeGreaterThanOrEqual(rankOf(target, less))
      }),
    )
  })

  it('never gets worse with less, for upper bounds and reductions', () => {
    fc.assert(
      fc.property(number, number, number, positive, fc.boolean(), (a, b, value, base, inclusive) => {
        const [less, more] = a.lt(b) ? [a, b] : [b, a]
        const targets: Target[] = [
          { kind: 'at_most', value, unit: 'ha', inclusive, lowerIsBetter: true },
          { kind: 'growth', percent: value.abs().plus(1).neg(), base, unit: 'ha' },
        ]
        for (const target of targets)
          expect(rankOf(target, less)).toBeGreaterThanOrEqual(rankOf(target, more))
      }),
    )
  })

  it('in percent grows with the value', () => {
    fc.assert(
      fc.property(number, number, positive, (a, b, value) => {
        const [less, more] = a.lt(b) ? [a, b] : [b, a]
        const target: Target = { kind: 'at_least', value, unit: 'ha' }
        const percent = (of: Big) => completion(target, { kind: 'figure', value: of, unit: 'ha' }).percent
        expect(percent(more)?.gte(percent(less) ?? 0)).toBe(true)
      }),
    )
  })

  it('has words for every verdict and reason in both languages', () => {
    const verdicts: TargetVerdict[] = [
      'exceeded',
      'met',
      'missed',
      'no_result',
      'not_assigned',
      'not_comparable',
    ]
    expect(new Set(verdicts.map((verdict) => verdictLabels[verdict].vi)).size).toBe(6)
    expect(new Set(verdicts.map((verdict) => verdictLabels[verdict].en)).size).toBe(6)
    const values = { result: 'tấn', target: 'ha', unit: 'ha', level: 'giỏi', bound: 'over' }
    for (const code of REASON_CODES) {
      const sentences = (['vi', 'en'] as const).map((lang) => reasonSentence({ code, with: values }, lang))
      for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}[^{}]+\.$/u)
    }
    expect(reasonSentence({ code: 'bound_leaves_open', with: { bound: 'under' } }, 'vi')).toContain('“dưới”')
    expect(reasonSentence({ code: 'unknown_level' }, 'en')).toBe('There is no level “” on the scale.')
  })
})

describe('growth', () => {
  it.each([
    ['980', '875', '12'],
    ['150764', '134012', '12.50'],
    ['44462', '37680', '18.00'],
    ['1218', '1032.2', '18.00'],
    ['435.310', '411.4', '5.81'],
    ['1334.251', '1265.9', '5.40'],
    ['3831.602', '3738.5', '2.49'],
    ['90', '100', '-10'],
    ['-5', '-10', '50'],
  ])('%s after %s is %s percent', (value, base, percent) => {
    expect(growth(value, base)?.toFixed(percent.split('.')[1]?.length ?? 0)).toBe(percent)
  })

  it('has no rate from nothing', () => expect(growth('5', '0')).toBeUndefined())
})
