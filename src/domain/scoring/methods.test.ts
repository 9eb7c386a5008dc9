import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { err, ok } from '../result.ts'
import {
  comparesUnits,
  defaultRounding,
  emptyField,
  evaluate,
  explainEvaluationProblem,
  explainStep,
  type Facts,
  factsNeeded,
  type Method,
  methodKinds,
  parseMethod,
  type Rounding,
  surveyField,
} from './index.ts'

function points(method: unknown, maximum: string, facts: Facts, bloc: readonly Facts[] = [facts]): string {
  const result = scored(method, maximum, facts, bloc)
  return result.ok ? result.value.points.toFixed() : result.error.code
}

function scored(method: unknown, maximum: string, facts: Facts, bloc: readonly Facts[] = [facts]) {
  const parsed = parseMethod(method)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  const field = surveyField(parsed.value, bloc)
  return evaluate(parsed.value, maximum, facts, { field, rounding: defaultRounding })
}

function said(method: unknown, maximum: string, facts: Facts, bloc?: readonly Facts[]): string {
  const result = scored(method, maximum, facts, bloc)
  if (!result.ok) return explainEvaluationProblem(result.error, 'vi')
  return result.value.explanation.map((step) => explainStep(step, 'vi')).join(' ')
}

describe('rules against a plan', () => {
  it('the ratio rule gives (b ÷ a) × maximum', () => {
    expect(points({ kind: 'ratio' }, '40', { part: '85', whole: '100' })).toBe('34')
    expect(points({ kind: 'ratio', of: 'attainment' }, '10', { result: '9', target: '12' })).toBe('7.5')
  })

  it('the ratio rule never gives more than the maximum and says that it held', () => {
    expect(points({ kind: 'ratio' }, '20', { part: '12', whole: '10' })).toBe('20')
    expect(said({ kind: 'ratio' }, '20', { part: '12', whole: '10' })).toContain('lấy 20 điểm')
  })

  it('a whole of zero leaves the criterion unscored instead of scoring 0', () => {
    expect(points({ kind: 'ratio' }, '20', { part: '0', whole: '0' })).toBe('wholeIsZero')
    expect(points({ kind: 'ratio', of: 'attainment' }, '20', { result: '5', target: '0' })).toBe(
      'targetIsZero',
    )
  })

  it('one percent of the plan is one point, two percent one point, capped', () => {
    const one = { kind: 'pointsPerPercent', percentPerPoint: 1 }
    const two = { kind: 'pointsPerPercent', percentPerPoint: 2 }
    expect(points(one, '100', { result: '87', target: '100' })).toBe('87')
    expect(points(two, '50', { result: '87', target: '100' })).toBe('43.5')
    expect(points(two, '50', { result: '130', target: '100' })).toBe('50')
    expect(points({ ...one, cap: 80 }, '100', { result: '87', target: '100' })).toBe('80')
  })

  it.each([
    { result: '8', expected: '2', because: 'below the target: half of 5 times 8/10' },
    { result: '10', expected: '2.5', because: 'on target: half of 5' },
    { result: '20', expected: '5', because: 'the leader: all of 5' },
    { result: '15', expected: '3.75', because: 'between: 2.5 + 50/100 × 2.5' },
  ])('leader-relative, maximum 5, target 10: result $result gives $expected ($because)', (example) => {
    const bloc = ['8', '10', '15', '20'].map((result) => ({ result, target: '10' }))
    expect(points({ kind: 'leaderRelative' }, '5', { result: example.result, target: '10' }, bloc)).toBe(
      example.expected,
    )
  })

  it('whoever exceeds most by rate leads, not whoever has most; leaders may share the lead', () => {
    const bloc = [
      { result: '30', target: '10' },
      { result: '60', target: '20' },
      { result: '100', target: '90' },
    ]
    expect(bloc.map((facts) => points({ kind: 'leaderRelative' }, '10', facts, bloc))).toEqual([
      '10',
      '10',
      '5.28',
    ])
  })

  it('a bloc all exactly on target has no leader: everyone gets half', () => {
    const bloc = [
      { result: '7', target: '7' },
      { result: '12', target: '12' },
    ]
    expect(bloc.map((facts) => points({ kind: 'leaderRelative' }, '5', facts, bloc))).toEqual(['2.5', '2.5'])
  })

  it('a result without target is compared with the best of those without target only', () => {
    const bloc = [
      { result: '500', target: '400' },
      { result: '20', target: null },
      { result: '15', target: null },
    ]
    expect(points({ kind: 'leaderRelative' }, '10', { result: '15', target: null }, bloc)).toBe('7.5')
    expect(points({ kind: 'noTargetRelative' }, '10', { result: '15' }, bloc.slice(1))).toBe('7.5')
  })

  it('a target nobody entered is missing, which is not the same as no target', () => {
    expect(points({ kind: 'leaderRelative' }, '5', { result: '8' })).toBe('factMissing')
    expect(said({ kind: 'leaderRelative' }, '5', { result: '8' })).toBe('Chưa có số liệu: chỉ tiêu.')
  })
})

describe('rules with edges', () => {
  const bands = {
    kind: 'bands',
    bands: [
      { from: 88, to: 90, points: 2 },
      { from: 90, to: 95, points: 3 },
      { from: 95, to: 100, toStrict: true, points: 4 },
      { from: 100, points: 5 },
    ],
  }

  it.each([
    ['87.99', '0'],
    ['88', '2'],
    ['89.9', '2'],
    ['90', '3'],
    ['92', '3'],
    ['95', '4'],
    ['99.99', '4'],
    ['100', '5'],
  ])('%s%% falls in the band of %s points, double edges to the higher band', (part, expected) => {
    expect(points(bands, '5', { part, whole: '100' })).toBe(expected)
  })

  it('double edges go to the lower band when the table says so, and the explanation says it', () => {
    const lower = { ...bands, doubleEdge: 'lower' }
    expect(points(lower, '5', { part: '90', whole: '100' })).toBe('2')
    expect(points(lower, '5', { part: '95', whole: '100' })).toBe('3')
    expect(said(lower, '5', { part: '90', whole: '100' })).toContain('mốc chung của hai khung')
  })

  it('a strict edge does not belong to its band', () => {
    const strict = {
      kind: 'bands',
      of: 'result',
      bands: [{ from: 10, fromStrict: true, to: 20, toStrict: true, points: 3 }],
    }
    expect(['10', '10.01', '19.99', '20'].map((result) => points(strict, '3', { result }))).toEqual([
      '0',
      '3',
      '3',
      '0',
    ])
  })

  it('a share just under an edge stays under it, however it would print', () => {
    expect(points(bands, '5', { part: '89999999', whole: '100000000' })).toBe('2')
  })

  it('land clearance: 95% and more gives 2,5, below nothing', () => {
    const rule = { kind: 'threshold', of: 'share', op: '>=', edge: 95 }
    expect(points(rule, '2.5', { part: '95', whole: '100' })).toBe('2.5')
    expect(points(rule, '2.5', { part: '94.9', whole: '100' })).toBe('0')
    expect(points({ ...rule, op: '>' }, '2.5', { part: '95', whole: '100' })).toBe('0')
  })

  it('thresholds from above serve where less is better', () => {
    expect(points({ kind: 'threshold', of: 'result', op: '<=', edge: 5 }, '10', { result: '5' })).toBe('10')
    expect(
      points({ kind: 'threshold', of: 'result', op: '<', edge: 5, otherwise: 3 }, '10', { result: '5' }),
    ).toBe('3')
  })

  it('at or above the city average: full, below: nothing', () => {
    const rule = { kind: 'againstAverage', average: 'given', points: 2, below: 0 }
    expect(points(rule, '2', { result: '88.5', average: '88.5' })).toBe('2')
    expect(points(rule, '2', { result: '88.49', average: '88.5' })).toBe('0')
    expect(points(rule, '2', { result: '88.5' })).toBe('factMissing')
  })

  it('the average of the bloc is exact, thirds included', () => {
    const bloc = ['1', '1', '2'].map((result) => ({ result }))
    expect(points({ kind: 'againstAverage' }, '4', { result: '1.3333333333' }, bloc)).toBe('0')
    expect(points({ kind: 'againstAverage' }, '4', { result: '1.3333333334' }, bloc)).toBe('4')
  })

  it('no incident: all, any incident: nothing', () => {
    expect(points({ kind: 'noIncident' }, '2.5', { count: '0' })).toBe('2.5')
    expect(points({ kind: 'noIncident' }, '2.5', { count: '1' })).toBe('0')
  })

  it('done or not done', () => {
    expect(points({ kind: 'yesNo' }, '10', { done: true })).toBe('10')
    expect(points({ kind: 'yesNo', no: 2 }, '10', { done: false })).toBe('2')
  })
})

describe('rules that count', () => {
  it('a sample of 50 at 0,4 points: 37 positives are 14,8', () => {
    const rule = { kind: 'sampling', sampleSize: 50, pointPerPositive: 0.4 }
    expect(points(rule, '20', { count: '37' })).toBe('14.8')
    expect(points(rule, '20', { count: '50' })).toBe('20')
    expect(points(rule, '20', { count: '51' })).toBe('sampleTooSmall')
  })

  it('direct points are count × point up to the cap', () => {
    const rule = { kind: 'direct', pointPerUnit: 1.5, cap: 10 }
    expect(points(rule, '10', { count: '4' })).toBe('6')
    expect(points(rule, '10', { count: '40' })).toBe('10')
    expect(points(rule, '10', { count: '-1' })).toBe('factNegative')
  })

  it('praise +3, criticism −3, held between the limits', () => {
    const rule = { kind: 'plusMinus', plus: 3, minus: 3, lowest: -3, highest: 3 }
    expect(points(rule, '3', { plusCount: '1', minusCount: '0' })).toBe('3')
    expect(points(rule, '3', { plusCount: '0', minusCount: '2' })).toBe('-3')
    expect(points(rule, '3', { plusCount: '2', minusCount: '2' })).toBe('0')
  })

  it('places: 60, 45, 30, 15, 0, and nothing beyond', () => {
    const rule = { kind: 'rankPoints', points: [60, 45, 30, 15, 0] }
    expect([1, 2, 3, 4, 5, 6].map((rank) => points(rule, '60', { rank }))).toEqual([
      '60',
      '45',
      '30',
      '15',
      '0',
      '0',
    ])
    expect(points(rule, '60', { rank: 0 })).toBe('noSuchPlace')
  })

  it('several departments rank: the mean of the places is put in order, equal means share a place', () => {
    const rule = { kind: 'rankPoints', by: 'averageRank', better: 'lower', points: [60, 45, 30, 15, 0] }
    const bloc = [{ ranks: [1, 3] }, { ranks: [2, 2] }, { ranks: [3, 1, 5] }, { ranks: [4, 4] }]
    expect(bloc.map((facts) => points(rule, '60', facts, bloc))).toEqual(['60', '60', '30', '15'])
  })

  it('flags: 10 for the province’s, 15 for the Government’s; the higher one counts unless the table adds them', () => {
    const rule = { kind: 'flagBonus', flags: { provinceFlag: 10, governmentFlag: 15 } }
    expect(points(rule, '15', { flags: [] })).toBe('0')
    expect(points(rule, '15', { flags: ['provinceFlag'] })).toBe('10')
    expect(points(rule, '15', { flags: ['provinceFlag', 'governmentFlag'] })).toBe('15')
    expect(points({ ...rule, several: 'sum' }, '25', { flags: ['provinceFlag', 'governmentFlag'] })).toBe(
      '25',
    )
    expect(points(rule, '15', { flags: ['cup'] })).toBe('unknownFlag')
  })

  it('bonus adds per case, penalty takes away per case, both within the maximum', () => {
    expect(points({ kind: 'bonus', pointPerUnit: 1 }, '3', { count: '2' })).toBe('2')
    expect(points({ kind: 'penalty', pointPerUnit: 1 }, '3', { count: '2' })).toBe('-2')
    expect(points({ kind: 'penalty', pointPerUnit: 1 }, '3', { count: '9' })).toBe('-3')
  })
})

describe('rules of judgement and record', () => {
  it('a judge stays within the maximum and on the steps', () => {
    expect(points({ kind: 'judgement' }, '1.25', { judged: '1.25' })).toBe('1.25')
    expect(points({ kind: 'judgement' }, '1.25', { judged: '1.26' })).toBe('outsideMaximum')
    expect(points({ kind: 'judgement', step: 0.25 }, '1.25', { judged: '0.75' })).toBe('0.75')
    expect(points({ kind: 'judgement', step: 0.25 }, '1.25', { judged: '0.8' })).toBe('offStep')
  })

  it('a judged 0 is a score', () => {
    expect(points({ kind: 'judgement' }, '5', { judged: '0' })).toBe('0')
  })

  it('without plan and proof the criterion gets nothing, and the reader learns what is lacking', () => {
    const rule = {
      kind: 'precondition',
      needs: ['plan', 'proof'],
      rule: { kind: 'sampling', sampleSize: 50, pointPerPositive: 0.4 },
    }
    expect(points(rule, '20', { count: '50', evidence: ['plan', 'proof'] })).toBe('20')
    expect(points(rule, '20', { count: '50', evidence: ['plan'] })).toBe('0')
    expect(said(rule, '20', { count: '50' })).toBe(
      'Thiếu kế hoạch, tài liệu minh chứng: tiêu chí không được tính điểm.',
    )
  })

  it('a unit without evidence does not lead the others', () => {
    const rule = { kind: 'precondition', needs: ['proof'], rule: { kind: 'leaderRelative' } }
    const proven = { result: '15', target: '10', evidence: ['proof'] }
    const unproven = { result: '90', target: '10' }
    expect(points(rule, '5', proven, [proven, unproven])).toBe('5')
  })

  it('the bloc’s own record: reports on time, attendance, pledge, late papers', () => {
    const rule = {
      kind: 'ownRecord',
      parts: [
        { as: 'share', record: 'reportsOnTime', of: 'reportsDue', points: 4 },
        { as: 'share', record: 'meetingsAttended', of: 'meetingsHeld', points: 3 },
        { as: 'flag', record: 'pledgeSigned', points: 2 },
        { as: 'flag', record: 'launched', points: 1 },
        { as: 'minusEach', record: 'reportsLate', points: 0.5 },
      ],
    }
    const record = {
      reportsOnTime: '3',
      reportsDue: '4',
      meetingsAttended: '2',
      meetingsHeld: '3',
      pledgeSigned: true,
      launched: false,
      reportsLate: '1',
    }
    expect(points(rule, '10', { record })).toBe('6.5')
    expect(points(rule, '10', { record: { pledgeSigned: true } })).toBe('factMissing')
    expect(said(rule, '10', { record })).toContain('không có phát động thi đua tại đơn vị')
  })

  it('no launch, no pledge, no registration: minus 8 of 1.000', () => {
    const duties = ['launched', 'pledgeSigned', 'registered']
    const rule = { kind: 'deduction', points: 8, duties }
    const record = (launched: boolean, pledgeSigned: boolean, registered: boolean) => ({
      record: { launched, pledgeSigned, registered },
    })
    expect(points(rule, '8', record(true, true, true))).toBe('0')
    expect(points(rule, '8', record(true, false, true))).toBe('-8')
    expect(points({ ...rule, when: 'all' }, '8', record(true, false, true))).toBe('0')
    expect(points({ ...rule, when: 'all' }, '8', record(false, false, false))).toBe('-8')
  })

  it('a formula gives its points within the maximum; without its facts the criterion stays unscored', () => {
    const method: Method = { kind: 'formula', expression: '2 × kết_quả' }
    const read = (facts: Facts) =>
      evaluate(method, '10', facts, { field: emptyField, rounding: defaultRounding })
    expect(read({ result: '6' })).toMatchObject({ ok: true, value: { points: { c: [1], e: 1 } } })
    expect(read({})).toEqual(err({ code: 'factMissing', fact: 'result' }))
  })
})

describe('rounding', () => {
  const third = { part: '1', whole: '3' }
  const half = { part: '1', whole: '8' }
  const give = (facts: Facts, rounding: Rounding) => {
    const result = evaluate({ kind: 'ratio', of: 'share' }, '1', facts, { field: emptyField, rounding })
    return result.ok ? result.value.points.toFixed() : ''
  }

  it('rounds a leaf once, half up, to two decimals by default', () => {
    expect(give(third, defaultRounding)).toBe('0.33')
    expect(give(half, defaultRounding)).toBe('0.13')
  })

  it('follows the table where it says otherwise', () => {
    expect(give(half, { decimals: 2, mode: 'halfEven' })).toBe('0.12')
    expect(give(half, { decimals: 2, mode: 'down' })).toBe('0.12')
    expect(give(half, { decimals: 3, mode: 'halfUp' })).toBe('0.125')
    expect(give(third, { decimals: 0, mode: 'halfUp' })).toBe('0')
  })

  it('does not round twice: 2/3 of 0,0149999 stays below the half', () => {
    const result = evaluate(
      { kind: 'ratio', of: 'share' },
      '0.0074999',
      { part: '2', whole: '3' },
      {
        field: emptyField,
        rounding: defaultRounding,
      },
    )
    expect(result.ok && result.value.points.toFixed()).toBe('0')
  })

  it('rounds penalties away from zero as it rounds points', () => {
    expect(points({ kind: 'penalty', pointPerUnit: 0.125 }, '3', { count: '1' })).toBe('-0.13')
  })
})

describe('explanations', () => {
  it('tell the way in Vietnamese with Vietnamese numbers, and in English', () => {
    const result = scored({ kind: 'ratio' }, '40', { part: '1463', whole: '1498.3' })
    if (!result.ok) throw new Error(result.error.code)
    const [share, product, rounded] = result.value.explanation
    if (share === undefined || product === undefined || rounded === undefined) throw new Error('too short')
    expect(explainStep(share, 'vi')).toBe('Đạt 1.463 trên 1.498,3, bằng 97,64%.')
    expect(explainStep(share, 'en')).toBe('1,463 of 1,498.3, which is 97.64%.')
    expect(explainStep(product, 'vi')).toBe('Tỷ lệ nhân điểm tối đa 40 được 39,0576 điểm.')
    expect(explainStep(rounded, 'vi')).toBe('Làm tròn đến 2 chữ số thập phân: 39,06 điểm.')
  })

  it('are plain data that survive storage', () => {
    const result = scored({ kind: 'ratio' }, '40', { part: '3', whole: '7' })
    if (!result.ok) throw new Error(result.error.code)
    expect(JSON.parse(JSON.stringify(result.value.explanation))).toEqual(result.value.explanation)
  })

  it('use the table’s own names for its codes', () => {
    const step = { code: 'preconditionMissing', params: { missing: 'broadcast' } } as const
    expect(explainStep(step, 'vi', { broadcast: { vi: 'nội dung phát thanh' } })).toContain(
      'Thiếu nội dung phát thanh',
    )
  })

  it('refuse to print a sentence with a hole', () => {
    expect(() => explainStep({ code: 'counted', params: {} }, 'vi')).toThrow('lacks the value')
  })
})

describe('rules as data', () => {
  it('every kind is read back as it was written', () => {
    const examples: readonly Method[] = [
      { kind: 'ratio', of: 'attainment' },
      { kind: 'pointsPerPercent', of: 'attainment', percentPerPoint: '2', cap: '50' },
      { kind: 'leaderRelative' },
      { kind: 'noTargetRelative' },
      { kind: 'sampling', sampleSize: '50', pointPerPositive: '0.4' },
      {
        kind: 'bands',
        of: 'share',
        bands: [{ from: '88', points: '2' }],
        otherwise: '0',
        doubleEdge: 'lower',
      },
      { kind: 'threshold', of: 'share', op: '>', edge: '95', points: '2' },
      { kind: 'againstAverage', of: 'result', average: 'given', points: '1', below: '0' },
      { kind: 'noIncident' },
      { kind: 'direct', pointPerUnit: '1' },
      { kind: 'plusMinus', plus: '3', minus: '3', lowest: '-3', highest: '3' },
      { kind: 'rankPoints', by: 'result', better: 'higher', points: ['60', '45'] },
      { kind: 'flagBonus', flags: { provinceFlag: '10' }, several: 'sum' },
      { kind: 'judgement', step: '0.5' },
      { kind: 'yesNo', yes: '3' },
      { kind: 'bonus', pointPerUnit: '1' },
      { kind: 'penalty', pointPerUnit: '1' },
      { kind: 'precondition', needs: ['proof'], rule: { kind: 'noIncident' } },
      { kind: 'ownRecord', parts: [{ as: 'flag', record: 'pledgeSigned', points: '2' }] },
      { kind: 'deduction', points: '8', duties: ['launched'], when: 'any' },
      { kind: 'formula', expression: 'a + b' },
    ]
    expect(examples.map(({ kind }) => kind)).toEqual([...methodKinds])
    for (const method of examples) {
      expect(parseMethod(JSON.parse(JSON.stringify(method)))).toEqual(ok(method))
      expect(factsNeeded(method).length).toBeGreaterThan(0)
    }
    expect(examples.filter(comparesUnits).map(({ kind }) => kind)).toEqual([
      'leaderRelative',
      'noTargetRelative',
      'rankPoints',
    ])
  })

  it.each([
    [null, 'method', 'expectedObject'],
    [{ kind: 'eval' }, 'method.kind', 'expectedOneOf'],
    [{ kind: 'direct', pointPerUnit: '1,5' }, 'method.pointPerUnit', 'expectedDecimal'],
    [{ kind: 'direct', pointPerUnit: 1e21 }, 'method.pointPerUnit', 'expectedDecimal'],
    [{ kind: 'direct', pointPerUnit: -1 }, 'method.pointPerUnit', 'expectedNotNegative'],
    [{ kind: 'pointsPerPercent', percentPerPoint: 0 }, 'method.percentPerPoint', 'expectedPositive'],
    [{ kind: 'bands', bands: [] }, 'method.bands', 'listIsEmpty'],
    [{ kind: 'bands', bands: [{ from: 'x', points: 1 }] }, 'method.bands.0.from', 'expectedDecimal'],
    [{ kind: 'precondition', needs: ['a'], rule: { kind: 'x' } }, 'method.rule.kind', 'expectedOneOf'],
    [{ kind: 'formula', expression: ' ' }, 'method.expression', 'expectedText'],
  ])('refuses %j at %s: %s', (data, path, code) => {
    const parsed = parseMethod(data)
    expect(parsed.ok ? [] : parsed.error).toContainEqual(expect.objectContaining({ path, code }))
  })

  it('refuses preconditions nested without end', () => {
    const nest = (depth: number): unknown =>
      depth === 0 ? { kind: 'noIncident' } : { kind: 'precondition', needs: ['a'], rule: nest(depth - 1) }
    expect(parseMethod(nest(8)).ok).toBe(true)
    expect(parseMethod(nest(9)).ok).toBe(false)
  })
})

const decimal = fc
  .tuple(fc.nat({ max: 2_000_000 }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, places]) => {
    const text = String(digits).padStart(places + 1, '0')
    return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`
  })

describe('for all figures', () => {
  const growing: readonly Method[] = [
    { kind: 'ratio', of: 'attainment' },
    { kind: 'pointsPerPercent', of: 'attainment', percentPerPoint: '1' },
    { kind: 'leaderRelative' },
    { kind: 'noTargetRelative' },
    { kind: 'threshold', of: 'result', op: '>=', edge: '95' },
    { kind: 'againstAverage', of: 'result', average: 'given' },
  ]

  it('a better result never lowers one’s own points, and points stay between 0 and the maximum', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...growing),
        decimal,
        decimal,
        decimal.filter((target) => Number(target) > 0),
        fc.array(decimal, { maxLength: 5 }),
        (method, one, two, target, others) => {
          const [less, more] = Number(one) <= Number(two) ? [one, two] : [two, one]
          const rest = others.map((result) => ({ result, target }))
          const give = (result: string) => {
            const facts = { result, target, average: '1000' }
            const context = { field: surveyField(method, [...rest, facts]), rounding: defaultRounding }
            return evaluate(method, '10', facts, context)
          }
          const low = give(less)
          const high = give(more)
          if (!low.ok || !high.ok) return
          expect(high.value.points.gte(low.value.points)).toBe(true)
          expect(low.value.points.gte(0)).toBe(true)
          expect(high.value.points.lte(10)).toBe(true)
        },
      ),
    )
  })

  it('evaluating again gives the same points', () => {
    fc.assert(
      fc.property(decimal, decimal, (part, whole) => {
        const facts = { part, whole }
        expect(scored({ kind: 'ratio' }, '10', facts)).toEqual(scored({ kind: 'ratio' }, '10', facts))
      }),
    )
  })

  it('the order of the units makes no difference to what the bloc is compared by', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(decimal, decimal), { minLength: 1, maxLength: 8 }), (pairs) => {
        const units = pairs.map(([result, target]) => ({ result, target }))
        for (const method of growing) {
          const own = units[0] ?? {}
          const context = (all: readonly Facts[]) => ({
            field: surveyField(method, all),
            rounding: defaultRounding,
          })
          expect(evaluate(method, '10', own, context(units.toReversed()))).toEqual(
            evaluate(method, '10', own, context(units)),
          )
        }
      }),
    )
  })
})
