import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Entries,
  type Entry,
  explainRollUpNote,
  highestTotal,
  leaves,
  maximumOf,
  nodes,
  parseTable,
  percentOf,
  rollUp,
  type ScoringNode,
  type ScoringTable,
  scoreUnits,
} from './index.ts'

function table(children: readonly unknown[], frame: Record<string, unknown> = {}): ScoringTable {
  const parsed = parseTable({ code: 't', name: 'Bảng thử', maximum: 100, children, ...frame })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value
}

const judged = (code: string, maxPoints: number, more: object = {}) => ({
  code,
  name: `Tiêu chí ${code}`,
  maxPoints,
  method: { kind: 'judgement' },
  ...more,
})

const scored = (points: string): Entry => ({ state: 'scored', points: new Big(points) })
const notAssigned: Entry = { state: 'notAssigned' }

function entries(given: Record<string, string | null>): Entries {
  return new Map(
    Object.entries(given).map(([code, points]) => [code, points === null ? notAssigned : scored(points)]),
  )
}

describe('adding up', () => {
  const simple = table([
    { code: 'I', name: 'Mục I', maxPoints: 60, children: [judged('I.1', 20), judged('I.2', 40)] },
    judged('II', 40),
  ])

  it('a group is the sum of its criteria and counts once', () => {
    const score = rollUp(simple, entries({ 'I.1': '15.5', 'I.2': '30.25', II: '40' }))
    expect(score.nodes.get('I')?.points?.toFixed()).toBe('45.75')
    expect(score.total.toFixed()).toBe('85.75')
  })

  it('points written on a group are ignored: it has none of its own', () => {
    const score = rollUp(simple, entries({ I: '60', 'I.1': '10', 'I.2': '10', II: '10' }))
    expect(score.total.toFixed()).toBe('30')
  })

  it('0 is a score; no entry is missing; not assigned is neither', () => {
    const score = rollUp(simple, entries({ 'I.1': '0', II: null }))
    expect(score.completeness).toEqual({
      due: 2,
      scored: 1,
      notAssigned: 1,
      missing: ['I.2'],
      complete: false,
    })
    expect(score.nodes.get('I.1')?.points?.toFixed()).toBe('0')
    expect(score.nodes.get('I.2')?.points).toBeUndefined()
    expect(score.nodes.get('II')?.points).toBeUndefined()
  })

  it('all criteria at 0 is complete', () => {
    const score = rollUp(simple, entries({ 'I.1': '0', 'I.2': '0', II: '0' }))
    expect(score.completeness.complete).toBe(true)
    expect(score.total.toFixed()).toBe('0')
  })

  it('one criterion of 10 points not assigned leaves 990 of 1.000, and the rank value is earned ÷ 990', () => {
    const thousand = table([judged('1', 990), judged('2', 10)], { maximum: 1000 })
    const score = rollUp(thousand, entries({ '1': '900', '2': null }))
    expect(score.reachable.toFixed()).toBe('990')
    expect(score.percent?.toFixed()).toBe('90.91')
    expect(percentOf(new Big(0), new Big(0))).toBeUndefined()
  })

  it('a missing criterion stays in the maximum', () => {
    expect(rollUp(simple, entries({ II: '40' })).reachable.toFixed()).toBe('100')
  })
})

describe('bonus and penalty', () => {
  const withSides = table(
    [
      judged('1', 100),
      {
        code: '2',
        name: 'Thưởng',
        maxPoints: 15,
        side: 'bonus',
        children: [judged('2.1', 10), judged('2.2', 10)],
      },
      {
        code: '3',
        name: 'Trừ',
        maxPoints: 3,
        side: 'penalty',
        method: { kind: 'penalty', pointPerUnit: 1 },
      },
    ],
    { bonusMaximum: 15, penaltyMaximum: 3 },
  )

  it('97 points and a flag worth 10 are 107: a total may pass the table', () => {
    const score = rollUp(withSides, entries({ '1': '97', '2.1': '10', '2.2': '0', '3': '0' }))
    expect(score.total.toFixed()).toBe('107')
    expect(score.percent?.toFixed()).toBe('107')
    expect(highestTotal(withSides)).toBe('115')
  })

  it('bonus is held at the group’s maximum and the note says so', () => {
    const score = rollUp(withSides, entries({ '1': '50', '2.1': '10', '2.2': '9', '3': '-2' }))
    expect(score.bonus.toFixed()).toBe('15')
    expect(score.penalty.toFixed()).toBe('-2')
    expect(score.total.toFixed()).toBe('63')
    const [note] = score.nodes.get('2')?.notes ?? []
    expect(note && explainRollUpNote(note, 'vi')).toBe('Cộng lại 19 điểm, tính ở mức tối đa 15 điểm.')
  })

  it('penalties never push a total below 0', () => {
    const score = rollUp(withSides, entries({ '1': '1', '2.1': '0', '2.2': '0', '3': '-3' }))
    expect(score.total.toFixed()).toBe('0')
  })

  it('penalties in all are held at the table’s limit', () => {
    const twice = table(
      [
        judged('1', 100),
        { code: '2', name: 'a', maxPoints: 3, side: 'penalty', method: { kind: 'penalty', pointPerUnit: 1 } },
        { code: '3', name: 'b', maxPoints: 3, side: 'penalty', method: { kind: 'penalty', pointPerUnit: 1 } },
      ],
      { penaltyMaximum: 4 },
    )
    const score = rollUp(twice, entries({ '1': '50', '2': '-3', '3': '-3' }))
    expect(score.penalty.toFixed()).toBe('-4')
  })
})

describe('scaling up what is not assigned', () => {
  const other = table([
    judged('1', 80),
    {
      code: '2',
      name: 'Khác',
      maxPoints: 20,
      rescale: { to: 20, stated: 10 },
      children: [judged('2.1', 5), judged('2.2', 15)],
    },
  ])

  it('earned ÷ reachable × the section’s maximum, and the base stays whole', () => {
    const score = rollUp(other, entries({ '1': '70', '2.1': '4', '2.2': null }))
    expect(score.nodes.get('2')?.points?.toFixed()).toBe('16')
    expect(score.total.toFixed()).toBe('86')
    expect(score.reachable.toFixed()).toBe('100')
  })

  it('is not applied when everything is assigned', () => {
    const score = rollUp(other, entries({ '1': '70', '2.1': '4', '2.2': '10' }))
    expect(score.nodes.get('2')?.points?.toFixed()).toBe('14')
  })

  it('changes nothing for a unit that was assigned everything, even where it scales to another figure', () => {
    const toTen = table([
      judged('1', 80),
      { code: '2', name: 'Khác', maxPoints: 20, rescale: { to: 10 }, children: [judged('2.1', 20)] },
    ])
    expect(rollUp(toTen, entries({ '1': '70', '2.1': '14' })).total.toFixed()).toBe('84')
  })

  it('a section with nothing assigned leaves the maximum altogether', () => {
    const score = rollUp(other, entries({ '1': '70', '2.1': null, '2.2': null }))
    expect(score.reachable.toFixed()).toBe('80')
    expect(score.percent?.toFixed()).toBe('87.5')
    const [note] = score.nodes.get('2')?.notes ?? []
    expect(note && explainRollUpNote(note, 'vi')).toBe('Không giao: không tính vào điểm tối đa.')
  })
})

describe('scoring a bloc by the rules', () => {
  const mixed = table([
    { code: '1', name: 'Chỉ tiêu', maxPoints: 50, method: { kind: 'leaderRelative' } },
    { code: '2', name: 'Tỷ lệ', maxPoints: 50, method: { kind: 'ratio' } },
  ])

  it('compares units, keeps problems apart, and leaves what is unknown without a score', () => {
    const [a, b] = scoreUnits(mixed, [
      {
        unit: 'a',
        facts: new Map([
          ['1', { result: '20', target: '10' }],
          ['2', { part: '1', whole: '0' }],
        ]),
      },
      {
        unit: 'b',
        facts: new Map<string, 'notAssigned' | { result: string; target: string }>([
          ['1', { result: '15', target: '10' }],
          ['2', 'notAssigned'],
        ]),
      },
    ])
    expect(a?.score.total.toFixed()).toBe('50')
    expect(a?.problems.get('2')).toEqual({ code: 'wholeIsZero' })
    expect(a?.score.completeness.missing).toEqual(['2'])
    expect(b?.score.total.toFixed()).toBe('37.5')
    expect(b?.score.percent?.toFixed()).toBe('75')
    expect(b?.evaluations.get('1')?.explanation.length).toBeGreaterThan(1)
  })
})

/** Tables whose parts add up, of any depth, with entries for some of their criteria. */
const anyNode = fc.letrec<{ node: ScoringNode }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.integer({ min: 1, max: 400 }).map((quarters) => ({
      kind: 'leaf' as const,
      code: '',
      name: 'x',
      maxPoints: new Big(quarters).div(4).toFixed(),
      side: 'normal' as const,
      method: { kind: 'judgement' as const },
    })),
    fc.array(tie('node'), { minLength: 1, maxLength: 4 }).map((children) => ({
      kind: 'group' as const,
      code: '',
      name: 'x',
      side: 'normal' as const,
      maxPoints: children.reduce((sum, child) => sum.plus(child.maxPoints), new Big(0)).toFixed(),
      children,
    })),
  ),
})).node

const anyTable = fc.array(anyNode, { minLength: 1, maxLength: 5 }).map((children): ScoringTable => {
  let next = 0
  const numbered = (node: ScoringNode): ScoringNode => {
    const code = `n${next++}`
    return node.kind === 'leaf' ? { ...node, code } : { ...node, code, children: node.children.map(numbered) }
  }
  return {
    code: 't',
    name: 't',
    maximum: children.reduce((sum, child) => sum.plus(child.maxPoints), new Big(0)).toFixed(),
    rounding: { decimals: 2, mode: 'halfUp' },
    children: children.map(numbered),
  }
})

function someEntries(of: ScoringTable, seeds: readonly number[]): Entries {
  return new Map(
    leaves(of).flatMap(({ code, maxPoints }, i): [string, Entry][] => {
      const seed = seeds[i % seeds.length] ?? 0
      if (seed % 7 === 0) return []
      if (seed % 7 === 1) return [[code, notAssigned]]
      return [
        [
          code,
          scored(
            new Big(maxPoints)
              .times(seed % 101)
              .div(100)
              .round(2, 0)
              .toFixed(),
          ),
        ],
      ]
    }),
  )
}

const seeds = fc.array(fc.nat({ max: 10_000 }), { minLength: 1, maxLength: 40 })

describe('for all tables', () => {
  it('the total is the sum of the scored criteria, parents never counted', () => {
    fc.assert(
      fc.property(anyTable, seeds, (of, numbers) => {
        const given = someEntries(of, numbers)
        const sum = [...given.values()].reduce(
          (all, entry) => (entry.state === 'scored' ? all.plus(entry.points) : all),
          new Big(0),
        )
        expect(rollUp(of, given).total.toFixed()).toBe(sum.toFixed())
      }),
    )
  })

  it('every group is the sum of its children, in points and in what can be reached', () => {
    fc.assert(
      fc.property(anyTable, seeds, (of, numbers) => {
        const score = rollUp(of, someEntries(of, numbers))
        for (const node of nodes(of)) {
          if (node.kind === 'leaf') continue
          const own = score.nodes.get(node.code)
          const children = node.children.map((child) => score.nodes.get(child.code))
          const points = children.reduce((all, child) => all.plus(child?.points ?? 0), new Big(0))
          const reachable = children.reduce((all, child) => all.plus(child?.reachable ?? 0), new Big(0))
          expect((own?.points ?? new Big(0)).toFixed()).toBe(points.toFixed())
          expect(own?.reachable.toFixed()).toBe(reachable.toFixed())
        }
      }),
    )
  })

  it('leaves make up the maximum, and points never pass what can be reached', () => {
    fc.assert(
      fc.property(anyTable, seeds, (of, numbers) => {
        expect(maximumOf(of)).toBe(of.maximum)
        const score = rollUp(of, someEntries(of, numbers))
        expect(score.total.lte(score.reachable)).toBe(true)
        const { scored: got, missing, notAssigned: left } = score.completeness
        expect(got + missing.length + left).toBe(leaves(of).length)
      }),
    )
  })

  it('adding up again gives the same', () => {
    fc.assert(
      fc.property(anyTable, seeds, (of, numbers) => {
        const given = someEntries(of, numbers)
        expect(rollUp(of, given)).toEqual(rollUp(of, new Map([...given].toReversed())))
      }),
    )
  })

  it('more points for a criterion never lower the total', () => {
    fc.assert(
      fc.property(anyTable, seeds, fc.nat(), (of, numbers, pick) => {
        const given = new Map(someEntries(of, numbers))
        const all = leaves(of)
        const leaf = all[pick % all.length]
        if (leaf === undefined) return
        const before = rollUp(of, new Map(given).set(leaf.code, scored('0'))).total
        const after = rollUp(of, new Map(given).set(leaf.code, scored(leaf.maxPoints))).total
        expect(after.gt(before)).toBe(true)
      }),
    )
  })
})
