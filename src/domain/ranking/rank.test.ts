import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Entry, type Numeric, parseTable, rollUp, type ScoringTable } from '../scoring/index.ts'
import {
  type Candidate,
  canonicalText,
  defaultRankingRules,
  explainBar,
  explainPlace,
  explainTieStep,
  explainUnranked,
  fingerprintInput,
  parseRankingRules,
  type RankingRules,
  rankByGroup,
  rankUnits,
  whatIf,
} from './index.ts'

function tableOf(children: readonly unknown[], maximum = 100): ScoringTable {
  const parsed = parseTable({ code: 't', name: 'Bảng thử', maximum, children })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value
}

const leaf = (code: string, maxPoints: number) => ({
  code,
  name: code,
  maxPoints,
  method: { kind: 'judgement' },
})
const table = tableOf([
  { code: 'I', name: 'Mục I', maxPoints: 60, children: [leaf('I.1', 30), leaf('I.2', 30)] },
  leaf('II', 40),
])

type Points = readonly [string | null | undefined, string | null | undefined, string | null | undefined]

function entriesOf(points: Points): ReadonlyMap<string, Entry> {
  return new Map(
    ['I.1', 'I.2', 'II'].flatMap((code, i): [string, Entry][] => {
      const value = points[i]
      if (value === undefined) return []
      return [[code, value === null ? { state: 'notAssigned' } : { state: 'scored', points: new Big(value) }]]
    }),
  )
}

function candidate(
  unit: string,
  points: Points,
  more: { measures?: Record<string, Numeric>; conditions?: readonly string[] } = {},
): Candidate {
  return {
    unit,
    score: rollUp(table, entriesOf(points)),
    measures: new Map(Object.entries(more.measures ?? {})),
    conditions: more.conditions ?? [],
  }
}

const rules = (more: Partial<RankingRules> = {}): RankingRules => ({ ...defaultRankingRules, ...more })
const places = (candidates: readonly Candidate[], more: Partial<RankingRules> = {}) =>
  rankUnits(candidates, rules(more)).places.map(({ unit, rank }) => `${rank} ${unit}`)

describe('places', () => {
  const units = [
    candidate('a', ['20', '20', '30']),
    candidate('b', ['30', '20', '30']),
    candidate('c', ['20', '30', '30']),
    candidate('d', ['30', '30', '30']),
  ]

  it('equal units share a place and the next one is left out: 1, 2, 2, 4', () => {
    expect(places(units)).toEqual(['1 d', '2 b', '2 c', '4 a'])
  })

  it('say with whom they are shared and how far the next one is', () => {
    const [first, second, , last] = rankUnits(units, rules()).places
    expect(first?.toNext).toBeUndefined()
    expect(second?.toNext?.toFixed()).toBe('10')
    expect(second?.sharedWith).toEqual(['c'])
    expect(last?.toNext?.toFixed()).toBe('10')
    expect(second && explainPlace(second, 'total', 'vi')).toBe('Thứ 2: 80 điểm. Đồng hạng với c.')
  })

  it('twelve equal units are twelve times first', () => {
    const twelve = Array.from({ length: 12 }, (_, i) => candidate(`u${i}`, ['10', '10', '10']))
    expect(rankUnits(twelve, rules()).places.map(({ rank }) => rank)).toEqual(Array(12).fill(1))
  })

  it('a unit not yet fully scored is ranked with a warning, one without any score is not', () => {
    const ranking = rankUnits(
      [candidate('a', ['30', undefined, '40']), candidate('b', [undefined, undefined, undefined])],
      rules(),
    )
    expect(ranking.places.map((place) => explainPlace(place, ranking.basis, 'vi'))).toEqual([
      'Thứ 1: 70 điểm. Còn tiêu chí chưa có điểm, thứ hạng là tạm tính.',
    ])
    expect(ranking.unranked.map((each) => explainUnranked(each, 'vi'))).toEqual([
      'Chưa có điểm nên chưa xếp hạng.',
    ])
  })

  it('0 points are a score and have a place', () => {
    expect(places([candidate('a', ['0', '0', '0'])])).toEqual(['1 a'])
  })
})

describe('what is not assigned', () => {
  const whole = candidate('whole', ['25', '25', '30'])
  const part = candidate('part', ['25', null, '34'])

  it('makes the bloc rank by earned ÷ reachable: 59 of 70 is ahead of 80 of 100', () => {
    const ranking = rankUnits([whole, part], rules())
    expect(ranking.basis).toBe('percent')
    expect(ranking.places.map(({ unit, value }) => [unit, value.toFixed()])).toEqual([
      ['part', '84.29'],
      ['whole', '80'],
    ])
    expect(ranking.places[0] && explainPlace(ranking.places[0], 'percent', 'vi')).toBe(
      'Thứ 1: 59 trên 70 điểm, đạt 84,29%.',
    )
  })

  it('does not matter where the rules rank by points alone', () => {
    expect(places([whole, part], { basis: 'total' })).toEqual(['1 whole', '2 part'])
  })

  it('is ranked on the rounded percentage: what prints equal is equal', () => {
    const tableOf3 = tableOf([leaf('1', 30_000)], 30_000)
    const of = (unit: string, points: string): Candidate => ({
      unit,
      score: rollUp(tableOf3, new Map([['1', { state: 'scored', points: new Big(points) }]])),
    })
    const ranking = rankUnits([of('a', '20000'), of('b', '20001')], rules({ basis: 'percent' }))
    expect(ranking.places.map(({ rank }) => rank)).toEqual([1, 1])
  })
})

describe('tie-break', () => {
  const name = { vi: 'số tài khoản mở mới', en: 'new accounts' }
  const chain: RankingRules['tieBreaks'] = [
    { by: 'criterion', code: 'II', name: { vi: 'điểm mục II', en: 'points of section II' } },
    { by: 'measure', code: 'accounts', name, better: 'higher' },
    { by: 'decision', code: 'vote', name: { vi: 'bỏ phiếu', en: 'a vote' } },
  ]
  const equal = [
    candidate('a', ['20', '20', '30'], { measures: { accounts: '9' } }),
    candidate('b', ['30', '10', '30'], { measures: { accounts: '12' } }),
    candidate('c', ['10', '20', '40'], { measures: { accounts: '1' } }),
    candidate('d', ['25', '15', '30'], { measures: { accounts: '9' } }),
  ]

  it('goes step by step and says which one decided', () => {
    const ranking = rankUnits(equal, rules({ tieBreaks: chain }), new Map([['vote', ['d', 'a']]]))
    expect(ranking.places.map(({ rank, unit, decidedBy }) => [rank, unit, decidedBy?.step.by])).toEqual([
      [1, 'c', 'criterion'],
      [2, 'b', 'measure'],
      [3, 'd', 'decision'],
      [4, 'a', 'decision'],
    ])
    expect(ranking.places[2]?.tieSteps.map((step) => explainTieStep(step, 'vi'))).toEqual([
      'Bằng điểm với a, b, c; điểm mục II: 30, còn đơn vị bằng nhau.',
      'Bằng điểm với a, b; số tài khoản mở mới: 9, còn đơn vị bằng nhau.',
      'Bằng điểm với a; phân định bằng bỏ phiếu: thứ 1.',
    ])
  })

  it('leaves units equal while the vote is still to come, and says so', () => {
    const ranking = rankUnits(equal, rules({ tieBreaks: chain }))
    expect(ranking.places.map(({ rank, unit }) => `${rank} ${unit}`)).toEqual(['1 c', '2 b', '3 a', '3 d'])
    const last = ranking.places[2]?.tieSteps.at(-1)
    expect(last && explainTieStep(last, 'vi')).toBe('Bằng điểm với d; chờ bỏ phiếu.')
  })

  it('passes over a step for all when somebody’s figure is missing: nobody gains by silence', () => {
    const ranking = rankUnits(
      [
        candidate('a', ['20', '20', '30']),
        candidate('b', ['20', '20', '30'], { measures: { accounts: '1' } }),
      ],
      rules({ tieBreaks: [{ by: 'measure', code: 'accounts', name, better: 'higher' }] }),
    )
    expect(ranking.places.map(({ rank }) => rank)).toEqual([1, 1])
    expect(ranking.places[1]?.tieSteps[0]?.outcome).toBe('unknown')
  })

  it('can prefer less, and less penalty', () => {
    const lower: RankingRules['tieBreaks'] = [{ by: 'measure', code: 'accounts', name, better: 'lower' }]
    expect(places(equal, { tieBreaks: lower })[0]).toBe('1 c')
    expect(places(equal, { tieBreaks: [{ by: 'side', side: 'penalty' }] })).toEqual([
      '1 a',
      '1 b',
      '1 c',
      '1 d',
    ])
  })
})

describe('bars', () => {
  it('no pledge and no self-score leave the ranking; the others move up', () => {
    const ranking = rankUnits(
      [
        candidate('a', ['30', '30', '40'], { conditions: ['noPledge'] }),
        candidate('b', ['10', '10', '10']),
        candidate('c', ['30', '30', '30'], { conditions: ['noSelfScore'] }),
      ],
      rules(),
    )
    expect(ranking.places.map(({ unit, rank }) => `${rank} ${unit}`)).toEqual(['1 b'])
    expect(ranking.unranked.map(({ unit, reason }) => [unit, reason])).toEqual([
      ['a', 'barred'],
      ['c', 'barred'],
    ])
    const [bar] = ranking.unranked[0]?.bars ?? []
    expect(bar && explainBar(bar, 'vi')).toBe('Không ký giao ước thi đua. Không được xếp hạng.')
  })

  it('pending discipline suspends: the place is kept', () => {
    const [first] = rankUnits(
      [candidate('a', ['30', '30', '40'], { conditions: ['openDiscipline'] })],
      rules(),
    ).places
    expect(first).toMatchObject({ rank: 1, standing: 'suspended' })
    expect(first?.bars[0] && explainBar(first.bars[0], 'vi')).toContain('Giữ thứ hạng')
  })
})

describe('a group of criteria', () => {
  it('has a ranking of its own', () => {
    const units = [candidate('a', ['30', '30', '0']), candidate('b', ['20', '20', '40'])]
    expect(rankByGroup(units, 'I', rules()).places.map(({ unit }) => unit)).toEqual(['a', 'b'])
    expect(rankByGroup(units, 'II', rules()).places.map(({ unit }) => unit)).toEqual(['b', 'a'])
  })

  it('is ranked by percent when it is not assigned alike', () => {
    const ranking = rankByGroup(
      [candidate('a', ['30', null, '0']), candidate('b', ['25', '25', '0'])],
      'I',
      rules(),
    )
    expect(ranking.places.map(({ unit, value }) => [unit, value.toFixed()])).toEqual([
      ['a', '100'],
      ['b', '83.33'],
    ])
  })
})

describe('what if', () => {
  const trials = [
    { unit: 'a', entries: entriesOf(['30', '20', '20']) },
    { unit: 'b', entries: entriesOf(['20', '20', '35']) },
  ]

  it('another score moves units, and the record stays as it was', () => {
    const before = structuredClone(trials.map(({ entries }) => [...entries.keys()]))
    const answer = whatIf(table, trials, [{ kind: 'points', unit: 'a', code: 'II', points: '30' }], rules())
    expect(
      answer.moves.map(({ unit, from, to, totalBefore, totalAfter }) => [
        unit,
        from,
        to,
        totalBefore.toFixed(),
        totalAfter.toFixed(),
      ]),
    ).toEqual([
      ['a', 2, 1, '70', '80'],
      ['b', 1, 2, '75', '75'],
    ])
    expect(trials.map(({ entries }) => [...entries.keys()])).toEqual(before)
    expect(trials[0]?.entries.get('II')).toEqual({ state: 'scored', points: new Big('20') })
  })

  it('another weight scales the points below it and the total of the table', () => {
    const answer = whatIf(table, trials, [{ kind: 'weight', code: 'II', maxPoints: '10' }], rules())
    expect(answer.moves.map(({ unit, to, totalAfter }) => [unit, to, totalAfter.toFixed()])).toEqual([
      ['a', 1, '55'],
      ['b', 2, '48.75'],
    ])
    expect(answer.after.basis).toBe('total')
  })

  it('a weight deep in the tree moves its parents too', () => {
    const answer = whatIf(table, trials, [{ kind: 'weight', code: 'I.1', maxPoints: '60' }], rules())
    expect(
      answer.after.places.map(({ unit, total, reachable }) => [unit, total.toFixed(), reachable.toFixed()]),
    ).toEqual([
      ['a', '100', '130'],
      ['b', '95', '130'],
    ])
  })

  it('something not assigned after all', () => {
    const answer = whatIf(table, trials, [{ kind: 'notAssigned', unit: 'a', code: 'II' }], rules())
    expect(answer.after.basis).toBe('percent')
    expect(answer.moves[0]).toMatchObject({ from: 2, to: 1 })
  })

  it('nothing supposed, nothing moved', () => {
    const answer = whatIf(table, trials, [], rules())
    expect(answer.after).toEqual(answer.before)
  })
})

describe('the text a fingerprint is taken from', () => {
  const published = (points: string) => ({
    bloc: 'khối 1',
    year: 2026,
    table,
    rules: rules(),
    ranking: rankUnits([candidate('a', [points, '20', '30'])], rules()),
  })

  it('is the same however a number was written, and another for another point', () => {
    expect(fingerprintInput(published('20'))).toBe(fingerprintInput(published('20.00')))
    expect(fingerprintInput(published('20'))).not.toBe(fingerprintInput(published('20.01')))
  })

  it('sorts keys, keeps lists and texts as they are, and refuses what is not plain data', () => {
    expect(canonicalText({ b: new Big('1.50'), a: [2, '05', null], c: undefined })).toBe(
      '{"a":[n2,"05",null],"b":n1.5}',
    )
    expect(canonicalText(new Map([['z', true]]))).toBe('{"z":true}')
    expect(canonicalText(new Big('-0'))).toBe('n0')
    expect(() => canonicalText(0.1)).toThrow('not plain data')
    expect(() => canonicalText(() => 1)).toThrow('not plain data')
  })

  it('takes composed and decomposed Vietnamese as the same', () => {
    expect(canonicalText('khối'.normalize('NFD'))).toBe(canonicalText('khối'.normalize('NFC')))
  })
})

describe('rules as data', () => {
  it('list everything wrong with them', () => {
    const parsed = parseRankingRules({
      basis: 'x',
      tieBreaks: [{ by: 'coin' }],
      bars: [{ when: 'a', effect: 'capsClass' }],
    })
    expect(parsed.ok ? [] : parsed.error.map(({ path }) => path)).toEqual([
      'basis',
      'tieBreaks.0.by',
      'tieBreaks.0.code',
      'tieBreaks.0.name',
      'tieBreaks.0.name.vi',
      'tieBreaks.0.name.en',
      'bars.0.highestClass',
    ])
  })
})

const anyPoints = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 8 })),
  { minLength: 1, maxLength: 12 },
)
const anyUnits = anyPoints.map((all) =>
  all.map(([one, two, three], i) =>
    candidate(
      `u${String(i).padStart(2, '0')}`,
      [String(one * 5), two === 6 ? null : String(two * 5), String(three * 5)],
      {
        measures: { accounts: String((one + two) % 3) },
      },
    ),
  ),
)
const chain: Partial<RankingRules> = {
  tieBreaks: [
    { by: 'criterion', code: 'II', name: { vi: 'mục II', en: 'section II' } },
    { by: 'measure', code: 'accounts', name: { vi: 'số', en: 'number' }, better: 'lower' },
  ],
}

describe('for all blocs', () => {
  it('the order the units come in makes no difference', () => {
    fc.assert(
      fc.property(
        anyUnits.chain((units) =>
          fc.tuple(fc.constant(units), fc.shuffledSubarray(units, { minLength: units.length })),
        ),
        ([units, shuffled]) => {
          expect(rankUnits(shuffled, rules(chain))).toEqual(rankUnits(units, rules(chain)))
        },
      ),
    )
  })

  it('a unit’s rank is one more than the number of units ahead of it', () => {
    fc.assert(
      fc.property(anyUnits, (units) => {
        const { places: all } = rankUnits(units, rules(chain))
        expect(all.length).toBe(units.length)
        for (const { rank, value } of all) {
          expect(rank).toBe(all.filter((other) => other.rank < rank).length + 1)
          expect(all.filter((other) => other.value.gt(value)).every((other) => other.rank < rank)).toBe(true)
        }
      }),
    )
  })

  it('units share a place exactly when nothing set them apart', () => {
    fc.assert(
      fc.property(anyUnits, (units) => {
        for (const { sharedWith, tieSteps, decidedBy } of rankUnits(units, rules(chain)).places) {
          expect(decidedBy !== undefined).toBe(tieSteps.length > 0 && sharedWith.length === 0)
        }
      }),
    )
  })

  it('one more point never costs a place', () => {
    fc.assert(
      fc.property(anyPoints, fc.nat(), (points, pick) => {
        const index = pick % points.length
        const build = (plus: number) =>
          points.map(([one, two, three], i) =>
            candidate(`u${i}`, [
              String(one * 4 + (i === index ? plus : 0)),
              String(two * 5),
              String(three * 5),
            ]),
          )
        const rankOf = (units: readonly Candidate[]) =>
          rankUnits(units, rules()).places.find(({ unit }) => unit === `u${index}`)?.rank ?? 99
        expect(rankOf(build(1))).toBeLessThanOrEqual(rankOf(build(0)))
      }),
    )
  })
})
