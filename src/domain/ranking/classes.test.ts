import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Entry, type Numeric, parseTable, rollUp } from '../scoring/index.ts'
import {
  type BarRule,
  type ClassRule,
  checkClasses,
  classify,
  classPresets,
  classValue,
  defaultRankingRules,
  describeRules,
  explainBar,
  explainClassesProblem,
  explainClassMiss,
  loweredBy,
  mayBeProposed,
} from './index.ts'

const parsed = parseTable({
  code: 't',
  name: 't',
  maximum: 100,
  children: [
    { code: '1', name: 'Tổ chức', maxPoints: 10, method: { kind: 'judgement' } },
    {
      code: '2',
      name: 'Thực hiện',
      maxPoints: 90,
      children: [
        { code: '2.1', name: 'a', maxPoints: 45, method: { kind: 'judgement' } },
        { code: '2.2', name: 'b', maxPoints: 45, method: { kind: 'judgement' } },
      ],
    },
  ],
})
if (!parsed.ok) throw new Error('table')
const table = parsed.value

const name = (vi: string) => ({ vi, en: vi })
const canTho: readonly ClassRule[] = [
  { code: 'excellent', name: name('Hoàn thành xuất sắc'), edge: '95', noneAtZero: true },
  { code: 'good', name: name('Hoàn thành tốt'), edge: '85', noneAtZero: true },
  { code: 'done', name: name('Hoàn thành'), edge: '75' },
  { code: 'notDone', name: name('Không hoàn thành') },
]
const haiPhong: readonly ClassRule[] = [
  { code: 'excellent', name: name('Xuất sắc'), edge: '90', strict: true },
  { code: 'good', name: name('Tốt'), edge: '80', strict: true },
  { code: 'done', name: name('Hoàn thành'), edge: '50' },
  { code: 'notDone', name: name('Không hoàn thành') },
]

function decide(
  classes: readonly ClassRule[],
  points: readonly string[],
  more: { bars?: readonly BarRule[]; measures?: Record<string, Numeric>; value?: string } = {},
) {
  const entries = new Map(
    ['1', '2.1', '2.2'].flatMap((code, i): [string, Entry][] => {
      const each = points[i]
      return each === undefined ? [] : [[code, { state: 'scored', points: new Big(each) }]]
    }),
  )
  const score = rollUp(table, entries)
  return classify(
    {
      value: more.value === undefined ? score.total : new Big(more.value),
      score,
      measures: new Map(Object.entries(more.measures ?? {})),
      bars: more.bars ?? [],
    },
    table,
    classes,
  )
}

describe('edges', () => {
  it.each([
    ['95', 'excellent'],
    ['94.99', 'good'],
    ['85', 'good'],
    ['75', 'done'],
    ['74.99', 'notDone'],
    ['0', 'notDone'],
  ])('with “≥ 95 / 85 / 75”, %s points are %s', (value, expected) => {
    expect(decide(canTho, ['5', '40', '40'], { value }).class).toBe(expected)
  })

  it.each([
    ['90.01', 'excellent'],
    ['90', 'good'],
    ['80.01', 'good'],
    ['80', 'done'],
    ['50', 'done'],
    ['49.99', 'notDone'],
  ])('with “> 90 / > 80 / ≥ 50”, %s points are %s', (value, expected) => {
    expect(decide(haiPhong, ['5', '40', '40'], { value }).class).toBe(expected)
  })

  it('what was missed is said with the sign of the rule', () => {
    const [step] = decide(haiPhong, ['0', '45', '45']).steps
    expect(step?.missed.map((miss) => explainClassMiss(miss, 'vi'))).toEqual(['Đạt 90, cần > 90.'])
  })
})

describe('floors', () => {
  it('a criterion at 0 costs both upper classes', () => {
    const decision = decide(canTho, ['10', '0', '45'], { value: '96' })
    expect(decision.class).toBe('done')
    expect(decision.steps[0]?.missed.map((miss) => explainClassMiss(miss, 'vi', () => 'a'))).toEqual([
      'Có tiêu chí 0 điểm: a.',
    ])
  })

  it('a criterion without a score is not at 0, but the class is provisional', () => {
    const decision = decide(canTho, ['10', undefined as unknown as string, '45'], { value: '96' })
    expect(decision).toMatchObject({ class: 'excellent', provisional: true })
  })

  const nghean: readonly ClassRule[] = [
    { code: 'excellent', name: name('Xuất sắc'), edge: '90', floorPercent: '85' },
    { code: 'good', name: name('Tốt'), edge: '80', floorPercent: '80' },
    { code: 'done', name: name('Hoàn thành'), edge: '70', floorPercent: '70' },
    { code: 'notDone', name: name('Không hoàn thành') },
  ]

  it('≥ 90 with a floor of 85% per criterion: 91 points with one criterion at 80% are only good', () => {
    const decision = decide(nghean, ['8', '43', '40'])
    expect(decision.class).toBe('good')
    expect(decision.steps[0]?.missed.map((miss) => explainClassMiss(miss, 'vi', () => 'Tổ chức'))).toEqual([
      'Tổ chức đạt 80% điểm tối đa, cần ít nhất 85%.',
    ])
  })

  it('a floor is compared exactly, not as it prints', () => {
    expect(decide(nghean, ['8.5', '45', '38.249'], { value: '91' }).class).toBe('good')
    expect(decide(nghean, ['8.5', '45', '38.25'], { value: '91' }).class).toBe('excellent')
  })

  it('sections may be the measure instead of criteria', () => {
    const bySection = nghean.map((rule) => ({ ...rule, floorOf: 'sections' as const }))
    expect(decide(bySection, ['9', '45', '37']).class).toBe('excellent')
    expect(decide(nghean, ['9', '45', '37']).class).toBe('good')
  })
})

describe('conditions and caps', () => {
  const conditioned: readonly ClassRule[] = [
    {
      code: 'excellent',
      name: name('Xuất sắc'),
      edge: '90',
      conditions: [{ code: 'overTargetShare', name: name('tỷ lệ vượt mức'), op: '>=', value: '50' }],
    },
    { code: 'good', name: name('Tốt') },
  ]

  it('a share from outside the table must be known and met', () => {
    expect(decide(conditioned, ['10', '45', '45'], { measures: { overTargetShare: '50' } }).class).toBe(
      'excellent',
    )
    const missed = decide(conditioned, ['10', '45', '45'], { measures: { overTargetShare: '49.9' } })
    expect(missed.class).toBe('good')
    expect(
      missed.steps[0]?.missed.map((miss) => explainClassMiss(miss, 'vi', () => 'Tỷ lệ vượt mức')),
    ).toEqual(['Tỷ lệ vượt mức: 49,9, cần ≥ 50.'])
    expect(decide(conditioned, ['10', '45', '45']).steps[0]?.missed).toEqual([
      { code: 'conditionUnknown', condition: 'overTargetShare' },
    ])
  })

  it('a reprimand of the head caps at good, a warning at done', () => {
    const reprimand: BarRule = { when: 'headReprimanded', effect: 'capsClass', highestClass: 'good' }
    const warning: BarRule = { when: 'headWarned', effect: 'capsClass', highestClass: 'done' }
    expect(decide(canTho, ['10', '45', '45'], { bars: [reprimand] }).class).toBe('good')
    expect(decide(canTho, ['10', '45', '45'], { bars: [reprimand, warning] }).class).toBe('done')
    expect(decide(canTho, ['1', '1', '1'], { bars: [reprimand] }).class).toBe('notDone')
    const names = new Map(canTho.map((rule) => [rule.code, rule.name]))
    expect(explainBar(reprimand, 'vi', names)).toBe(
      'Người đứng đầu hoặc cấp phó bị khiển trách. Xếp loại cao nhất là “Hoàn thành tốt”.',
    )
  })

  it('only good and better may be proposed for an award', () => {
    expect(
      ['excellent', 'good', 'done', undefined].map((each) => mayBeProposed(each, canTho, 'good')),
    ).toEqual([true, true, false, false])
    expect(mayBeProposed(undefined, [], undefined)).toBe(true)
  })
})

describe('a list of classes', () => {
  it('is checked for its order, its open end and its caps', () => {
    const wrong: readonly ClassRule[] = [
      { code: 'a', name: name('A'), edge: '70' },
      { code: 'b', name: name('B'), edge: '80' },
      { code: 'a', name: name('A'), edge: '60' },
    ]
    const problems = checkClasses(wrong, [{ when: 'x', effect: 'capsClass', highestClass: 'z' }])
    expect(problems.map((problem) => explainClassesProblem(problem, wrong, 'vi'))).toEqual([
      'Mức “B” có ngưỡng không thấp hơn mức đứng trước.',
      'Mức cuối cùng có ngưỡng, nên có đơn vị không thuộc mức nào.',
      'Mức “A” có hai lần.',
      'Quy định khống chế nhắc đến mức “z” không có trong bảng.',
    ])
    expect(checkClasses(canTho, [])).toEqual([])
  })

  it('two classes on one edge are fine when one is strict', () => {
    const pair: readonly ClassRule[] = [
      { code: 'a', name: name('A'), edge: '90', strict: true },
      { code: 'b', name: name('B') },
    ]
    expect(checkClasses(pair, [])).toEqual([])
  })
})

describe('for all values', () => {
  it('a higher value never gets a lower class', () => {
    const place = (value: string) =>
      canTho.findIndex(({ code }) => code === decide(canTho, ['5', '40', '40'], { value }).class)
    fc.assert(
      fc.property(fc.nat({ max: 11_500 }), fc.nat({ max: 11_500 }), (one, two) => {
        const [low, high] = [Math.min(one, two), Math.max(one, two)]
        expect(place(new Big(high).div(100).toFixed())).toBeLessThanOrEqual(
          place(new Big(low).div(100).toFixed()),
        )
      }),
    )
  })
})

describe('what lowered a class', () => {
  it('nothing, when the points alone decide', () => {
    expect(loweredBy(decide(canTho, ['10', '45', '36']))).toEqual([])
    expect(loweredBy(decide(canTho, ['10', '45', '45']))).toEqual([])
  })

  it('a criterion at 0, a floor, a cap: of the class the points would give', () => {
    expect(loweredBy(decide(canTho, ['0', '45', '45']))).toEqual([
      { code: 'criterionAtZero', criterion: '1' },
    ])
    const reprimanded: BarRule = { when: 'headReprimanded', effect: 'capsClass', highestClass: 'good' }
    const capped = decide(canTho, ['10', '45', '45'], { bars: [reprimanded] })
    expect(capped.class).toBe('good')
    expect(loweredBy(capped)).toEqual([{ code: 'capped', when: 'headReprimanded' }])
    const [, , ngheAn] = classPresets
    const floored = decide(ngheAn?.rules.classes ?? [], ['8', '45', '45'])
    expect(floored.class).toBe('good')
    expect(loweredBy(floored)).toEqual([{ code: 'belowFloor', criterion: '1', percent: '80', floor: '85' }])
  })
})

describe('classes in use', () => {
  const [canThoPreset, haiPhongPreset] = classPresets
  const classOf = (preset: typeof canThoPreset, value: string) =>
    decide(preset?.rules.classes ?? [], ['10', '45', '45'], { value }).class

  it('Cần Thơ reaches 95, 85, 75; Hải Phòng has to pass 90 and 80 but reaches 50', () => {
    expect(['95', '94.99', '85', '75', '74.99'].map((value) => classOf(canThoPreset, value))).toEqual([
      'excellent',
      'good',
      'good',
      'done',
      'notDone',
    ])
    expect(
      ['90.01', '90', '80.01', '80', '50', '49.99'].map((value) => classOf(haiPhongPreset, value)),
    ).toEqual(['excellent', 'good', 'good', 'done', 'done', 'notDone'])
  })

  it('are in order, and their caps name classes that exist', () => {
    for (const { rules } of classPresets) expect(checkClasses(rules.classes, rules.bars)).toEqual([])
  })

  it('are said in words with their signs, each with its basis or none', () => {
    const rules = { ...defaultRankingRules, ...haiPhongPreset?.rules, awardFromClass: 'good' }
    const said = describeRules(rules, table, 'vi')
    expect(said.map(({ text }) => text)).toEqual([
      'Xếp hạng theo tổng điểm; khi có nội dung không giao thì theo tỷ lệ điểm đạt trên điểm tối đa đạt được.',
      'Bằng điểm thì đồng hạng.',
      'Hoàn thành xuất sắc nhiệm vụ: > 90%.',
      'Hoàn thành tốt nhiệm vụ: > 80%.',
      'Hoàn thành nhiệm vụ: ≥ 50%.',
      'Không hoàn thành nhiệm vụ: các trường hợp còn lại.',
      'Chỉ đề nghị khen thưởng từ mức “Hoàn thành tốt nhiệm vụ” trở lên.',
    ])
    expect(said.map(({ basis }) => basis !== undefined)).toEqual([
      false,
      false,
      true,
      true,
      true,
      true,
      false,
    ])
    const ties = {
      ...defaultRankingRules,
      tieBreaks: [{ by: 'criterion', code: '2', name: name('x') }],
    } as const
    expect(describeRules(ties, table, 'en')[1]?.text).toBe(
      'Equal points are decided in this order: 2. Thực hiện. What stays equal shares a place.',
    )
  })

  it('judge by percent where they say so, whatever the total of the table', () => {
    const value = new Big(950)
    const score = rollUp(table, new Map([['1', { state: 'scored', points: new Big('9.5') }]]))
    expect(classValue('percent', value, score).toFixed()).toBe('9.5')
    expect(classValue(undefined, value, score).toFixed()).toBe('950')
  })
})
