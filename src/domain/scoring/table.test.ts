import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkTable,
  compareTables,
  explainParseProblem,
  explainProblem,
  findNode,
  leaves,
  mayFreeze,
  nodes,
  parseTable,
  pathTo,
  rescaleTable,
  type ScoringTable,
} from './index.ts'

function table(children: readonly unknown[], frame: Record<string, unknown> = {}): ScoringTable {
  const parsed = parseTable({ code: 't', name: 'Bảng thử', maximum: 100, children, ...frame })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value
}

const leaf = (
  code: string,
  maxPoints: number,
  method: object | undefined = { kind: 'judgement' },
  more = {},
) => ({
  code,
  name: `Tiêu chí ${code}`,
  maxPoints,
  ...(method === undefined ? {} : { method }),
  ...more,
})

const codes = (of: ScoringTable) => checkTable(of).map(({ code }) => code)

describe('a table', () => {
  const deep = table([
    {
      code: 'I',
      name: 'I',
      maxPoints: 100,
      children: [
        { code: 'I.1', name: 'I.1', maxPoints: 100, children: [leaf('I.1a', 60), leaf('I.1b', 40)] },
      ],
    },
  ])

  it('is a tree of any depth; side and kind follow from the place', () => {
    expect(nodes(deep).map(({ code, kind, side }) => `${code} ${kind} ${side}`)).toEqual([
      'I group normal',
      'I.1 group normal',
      'I.1a leaf normal',
      'I.1b leaf normal',
    ])
    expect(pathTo(deep, 'I.1b')).toEqual(['I', 'I.1', 'I.1b'])
    expect(pathTo(deep, 'x')).toEqual([])
    expect(findNode(deep, 'I.1')?.maxPoints).toBe('100')
  })

  it('without contradictions has no problems', () => {
    expect(checkTable(deep)).toEqual([])
  })

  it('that is no table is refused with every place that is wrong', () => {
    const parsed = parseTable({
      code: 't',
      maximum: 0,
      children: [{ code: 'a', name: 'a', maxPoints: 'nhiều' }],
    })
    expect(parsed.ok ? [] : parsed.error.map((problem) => explainParseProblem(problem, 'vi'))).toEqual([
      'table.name: cần chữ, không để trống.',
      'table.maximum: số phải lớn hơn 0.',
      'table.children.0.maxPoints: cần một số.',
    ])
  })
})

describe('contradictions', () => {
  it('children that do not add up to their group', () => {
    const wrong = table([
      { code: 'I', name: 'Mục I', maxPoints: 100, children: [leaf('1', 60), leaf('2', 30)] },
    ])
    const [problem] = checkTable(wrong)
    expect(problem?.severity).toBe('error')
    expect(problem && explainProblem(problem, 'vi')).toBe(
      '“Mục I”: các tiêu chí con cộng lại 90 điểm, điểm tối đa ghi 100.',
    )
  })

  it('children on another scale than their group', () => {
    expect(
      codes(table([{ code: 'I', name: 'I', maxPoints: 100, children: [leaf('1', 4), leaf('2', 6)] }])),
    ).toEqual(['mixedScales'])
  })

  it('sections that do not add up to the total, and a stated total that fits nothing', () => {
    expect(codes(table([leaf('1', 90)]))).toEqual(['totalMismatch'])
    expect(codes(table([leaf('1', 100)], { statedTotal: 1000 }))).toEqual(['statedTotalMismatch'])
  })

  it('a stated total that holds only with all bonus', () => {
    const hue = table([leaf('1', 950), leaf('2', 50, { kind: 'judgement' }, { side: 'bonus' })], {
      maximum: 950,
      statedTotal: 1000,
    })
    const [problem] = checkTable(hue)
    expect(problem && explainProblem(problem, 'en')).toBe(
      'The total of 1,000 points includes the bonus; without it 950 is the most.',
    )
  })

  it('bonus and penalty beside their limits', () => {
    const sides = table(
      [
        leaf('1', 100),
        leaf('2', 5, { kind: 'bonus', pointPerUnit: 1 }, { side: 'bonus' }),
        leaf('3', 5, { kind: 'penalty', pointPerUnit: 1 }, { side: 'penalty' }),
      ],
      { bonusMaximum: 3, penaltyMaximum: 3 },
    )
    expect(codes(sides)).toEqual(['bonusMismatch', 'penaltyMismatch'])
  })

  it('codes used twice, a criterion without rule, an empty group, an empty table', () => {
    expect(codes(table([leaf('1', 50), leaf('1', 50)]))).toEqual(['duplicateCode'])
    const unruled = { code: '1', name: 'a', maxPoints: 100 }
    expect(codes(table([unruled]))).toEqual(['leafWithoutMethod'])
    expect(codes(table([{ code: '1', name: 'a', maxPoints: 100, children: [] }]))).toEqual([
      'groupWithoutChildren',
    ])
    expect(codes(table([]))).toEqual(['emptyTable'])
  })

  it('maxima below and at zero', () => {
    expect(codes(table([leaf('1', 100), leaf('2', 0)]))).toEqual(['maximumZero'])
    expect(codes(table([leaf('1', 101), leaf('2', -1)]))).toContain('maximumNegative')
  })

  it('a rule that never reaches the maximum: 2 points, the rule gives 1', () => {
    const ddci = { kind: 'againstAverage', average: 'given', points: 1, below: 0 }
    const [problem] = checkTable(table([leaf('1', 98), leaf('2', 2, ddci)]))
    expect(problem).toMatchObject({ code: 'ruleCannotReachMaximum', severity: 'warning' })
    expect(problem && explainProblem(problem, 'vi')).toBe(
      '“Tiêu chí 2”: điểm tối đa 2 nhưng cách tính chỉ cho nhiều nhất 1.',
    )
  })

  it.each([
    [{ kind: 'sampling', sampleSize: 50, pointPerPositive: 0.4 }, 20, undefined],
    [{ kind: 'sampling', sampleSize: 40, pointPerPositive: 0.4 }, 20, 'ruleCannotReachMaximum'],
    [{ kind: 'sampling', sampleSize: 60, pointPerPositive: 0.4 }, 20, 'ruleCanExceedMaximum'],
    [{ kind: 'pointsPerPercent', percentPerPoint: 2 }, 50, undefined],
    [{ kind: 'pointsPerPercent', percentPerPoint: 1 }, 50, 'ruleCanExceedMaximum'],
    [{ kind: 'rankPoints', points: [60, 45] }, 60, undefined],
    [{ kind: 'rankPoints', points: [45, 60] }, 60, 'placesNotDescending'],
    [{ kind: 'plusMinus', plus: 3, minus: 3, lowest: -3, highest: 3 }, 5, 'ruleCannotReachMaximum'],
    [{ kind: 'direct', pointPerUnit: 1, cap: 8 }, 10, 'ruleCannotReachMaximum'],
    [{ kind: 'flagBonus', flags: { a: 10, b: 15 }, several: 'sum' }, 15, 'ruleCanExceedMaximum'],
    [{ kind: 'precondition', needs: ['a'], rule: { kind: 'yesNo', yes: 4 } }, 5, 'ruleCannotReachMaximum'],
    [{ kind: 'ownRecord', parts: [{ as: 'base', points: 5 }] }, 5, undefined],
    [{ kind: 'formula', expression: 'kết_quả' }, 5, 'formulaNotChecked'],
    [{ kind: 'deduction', points: 5, duties: ['launched'] }, 5, 'methodNotForSide'],
  ])('%j with a maximum of %s: %s', (method, maximum, expected) => {
    expect(codes(table([leaf('1', maximum, method)], { maximum }))).toEqual(
      expected === undefined ? [] : [expected],
    )
  })

  it('a penalty side that does not deduct', () => {
    const wrong = table([leaf('1', 100), leaf('2', 3, { kind: 'judgement' }, { side: 'penalty' })])
    expect(codes(wrong)).toEqual(['methodNotForSide'])
  })

  it('a criterion on another side than its group', () => {
    const mixed = {
      code: 'I',
      name: 'I',
      maxPoints: 100,
      children: [leaf('1', 90), leaf('2', 10, { kind: 'judgement' }, { side: 'bonus' })],
    }
    expect(codes(table([mixed]))).toEqual(['sideDiffersFromParent'])
  })

  it('maxima finer than the rounding', () => {
    const fine = table([leaf('1', 98.75), leaf('2', 1.25)], { rounding: { decimals: 1, mode: 'halfUp' } })
    expect(codes(fine)).toEqual(['finerThanRounding', 'finerThanRounding'])
  })

  it('a footnote that rescales to 10 where the section has 20', () => {
    const section = { code: '5', name: 'Tiêu chí khác', maxPoints: 20, rescale: { to: 20, stated: 10 } }
    const [problem] = checkTable(table([leaf('1', 80), { ...section, children: [leaf('5.1', 20)] }]))
    expect(problem && explainProblem(problem, 'vi')).toBe(
      '“Tiêu chí khác”: khi có nội dung không giao, văn bản quy về 10 điểm nhưng nhóm có 20 điểm.',
    )
  })

  it('warnings do not keep a table from being frozen, errors do', () => {
    expect(mayFreeze(checkTable(table([leaf('1', 100, { kind: 'formula', expression: 'kết_quả' })])))).toBe(
      true,
    )
    expect(mayFreeze(checkTable(table([leaf('1', 90)])))).toBe(false)
  })
})

describe('edges of bands', () => {
  const bands = (...list: readonly object[]) =>
    checkTable(table([leaf('1', 100, { kind: 'bands', bands: list })])).filter(({ code }) =>
      code.startsWith('band'),
    )

  it('88–90, 90–95, 95–<100, 100: the edges 90 and 95 belong to two bands', () => {
    const found = bands(
      { from: 88, to: 90, points: 2 },
      { from: 90, to: 95, points: 3 },
      { from: 95, to: 100, toStrict: true, points: 4 },
      { from: 100, points: 100 },
    )
    expect(found.map((problem) => explainProblem(problem, 'vi'))).toEqual([
      '“Tiêu chí 1”: mốc 90 thuộc hai khung điểm.',
      '“Tiêu chí 1”: mốc 95 thuộc hai khung điểm.',
    ])
  })

  it.each([
    ['a gap', { from: 0, to: 40, points: 1 }, { from: 50, points: 100 }, 'bandGap'],
    [
      'an edge nobody has',
      { to: 40, toStrict: true, points: 1 },
      { from: 40, fromStrict: true, points: 100 },
      'bandGapAtEdge',
    ],
    ['an overlap', { from: 0, to: 60, points: 1 }, { from: 50, points: 100 }, 'bandOverlap'],
    ['two open ends', { from: 0, points: 1 }, { from: 50, points: 100 }, 'bandOverlap'],
  ])('%s is reported', (_, lower, upper, code) => {
    expect(bands(upper, lower).map((problem) => problem.code)).toEqual([code])
  })

  it('a band upside down is an error', () => {
    expect(bands({ from: 9, to: 3, points: 100 })).toEqual([
      expect.objectContaining({ code: 'bandInverted', severity: 'error' }),
    ])
  })
})

describe('two tables side by side', () => {
  const old = table([
    { code: 'I', name: 'I', maxPoints: 60, children: [leaf('1', 20), leaf('2', 40)] },
    leaf('3', 40),
  ])

  it('the same table is the same, however its numbers are written', () => {
    const again = table([
      { code: 'I', name: 'I', maxPoints: '60.00', children: [leaf('1', 20), leaf('2', 40)] },
      leaf('3', 40),
    ])
    expect(compareTables(old, again).same).toBe(true)
  })

  it('shows what was added, dropped, changed and moved', () => {
    const now = table([
      { code: 'I', name: 'I', maxPoints: 50, children: [leaf('1', 20), leaf('3', 30, { kind: 'yesNo' })] },
      leaf('4', 50),
    ])
    const compared = compareTables(old, now)
    expect(compared.same).toBe(false)
    expect(compared.lines.map(({ code, status, changes }) => [code, status, changes.join()])).toEqual([
      ['I', 'changed', 'maxPoints'],
      ['1', 'same', ''],
      ['3', 'changed', 'maxPoints,method,parent'],
      ['4', 'added', ''],
      ['2', 'removed', ''],
    ])
  })

  it('another rounding is another table', () => {
    expect(compareTables(old, { ...old, rounding: { decimals: 1, mode: 'halfUp' } }).same).toBe(false)
  })
})

describe('another scale', () => {
  it('from 1.000 to 100 points, rules included', () => {
    const thousand = table(
      [
        leaf('1', 700, { kind: 'direct', pointPerUnit: 5, cap: 700 }),
        leaf('2', 300, { kind: 'pointsPerPercent', percentPerPoint: '0.333333' }),
      ],
      { maximum: 1000 },
    )
    const hundred = rescaleTable(thousand, '100')
    expect(leaves(hundred).map(({ maxPoints }) => maxPoints)).toEqual(['70', '30'])
    expect(leaves(hundred)[0]?.method).toEqual({ kind: 'direct', pointPerUnit: '0.5', cap: '70' })
  })

  it('shares what does not divide evenly so that parts still add up', () => {
    const thirds = rescaleTable(table([leaf('1', 1), leaf('2', 1), leaf('3', 1)], { maximum: 3 }), '100')
    expect(leaves(thirds).map(({ maxPoints }) => maxPoints)).toEqual(['33.34', '33.33', '33.33'])
    expect(checkTable(thirds)).toEqual([])
  })

  it('for all tables and scales: the parts add up', () => {
    const group = (code: string, parts: readonly number[]) => ({
      code,
      name: code,
      maxPoints: parts.reduce((sum, part) => sum + part, 0),
      children: parts.map((part, i) => leaf(`${code}.${i}`, part)),
    })
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 6 }), {
          minLength: 1,
          maxLength: 5,
        }),
        fc.integer({ min: 10, max: 5000 }),
        (parts, scale) => {
          const maximum = parts.flat().reduce((sum, part) => sum + part, 0)
          const from = table(
            parts.map((each, i) => group(`g${i}`, each)),
            { maximum },
          )
          const sums = checkTable(rescaleTable(from, String(scale))).filter(
            ({ severity }) => severity === 'error',
          )
          expect(sums).toEqual([])
        },
      ),
    )
  })
})
