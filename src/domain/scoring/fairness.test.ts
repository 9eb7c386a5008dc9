import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  appealPeriod,
  compareJudges,
  countingLayer,
  type Entry,
  isOpenAppeal,
  type JudgedLine,
  type Layer,
  lastDayToAppeal,
  mayAppeal,
  moveAppeal,
  normalisePoints,
  parseTable,
  type RawPoint,
} from './index.ts'

const rounding = { decimals: 2, mode: 'halfUp' } as const

describe('a question on points', () => {
  const shown = { shownOn: '2026-12-01', dueOn: '2026-12-06' }

  it('is answered, put to the conference, closed by it, or withdrawn; a settled one stays settled', () => {
    expect(moveAppeal('sent', 'answer')).toMatchObject({ value: 'answered' })
    expect(moveAppeal('sent', 'refer')).toMatchObject({ value: 'conference' })
    expect(moveAppeal('conference', 'close')).toMatchObject({ value: 'closed' })
    expect(moveAppeal('conference', 'withdraw')).toMatchObject({ value: 'withdrawn' })
    expect(moveAppeal('conference', 'answer')).toMatchObject({ error: { code: 'withConference' } })
    for (const state of ['answered', 'withdrawn', 'closed'] as const)
      for (const move of ['withdraw', 'answer', 'refer', 'close'] as const)
        expect(moveAppeal(state, move)).toMatchObject({ error: { code: 'settled' } })
  })

  it('is waited for while it asks for points and nobody answered', () => {
    expect(isOpenAppeal('appeal', 'sent')).toBe(true)
    expect(isOpenAppeal('appeal', 'conference')).toBe(true)
    expect(isOpenAppeal('appeal', 'answered')).toBe(false)
    expect(isOpenAppeal('explanation', 'sent')).toBe(false)
  })

  it('is possible from the day the points are shown to the last day, both included', () => {
    expect(lastDayToAppeal('2026-12-01', 5)).toBe('2026-12-06')
    const facts = { period: appealPeriod(shown, undefined), adopted: false, changed: true }
    expect(mayAppeal({ ...facts, today: '2026-11-30' })).toMatchObject({ error: 'notShown' })
    expect(mayAppeal({ ...facts, today: '2026-12-01' }).ok).toBe(true)
    expect(mayAppeal({ ...facts, today: '2026-12-06' }).ok).toBe(true)
    expect(mayAppeal({ ...facts, today: '2026-12-07' })).toMatchObject({ error: 'late' })
  })

  it('is not possible for what nobody changed, before anything was shown, or after the adoption', () => {
    const facts = {
      today: '2026-12-02',
      period: appealPeriod(shown, undefined),
      adopted: false,
      changed: true,
    }
    expect(mayAppeal({ ...facts, changed: false })).toMatchObject({ error: 'notChanged' })
    expect(mayAppeal({ ...facts, period: undefined })).toMatchObject({ error: 'notShown' })
    expect(mayAppeal({ ...facts, adopted: true })).toMatchObject({ error: 'adopted' })
  })

  it('is possible longer for a unit for which it was opened again', () => {
    const own = { shownOn: '2026-12-08', dueOn: '2026-12-10' }
    expect(appealPeriod(shown, own)).toEqual({ from: '2026-12-01', until: '2026-12-10', reopened: true })
    expect(appealPeriod(undefined, own)).toEqual({ from: '2026-12-08', until: '2026-12-10', reopened: true })
    expect(appealPeriod(shown, { shownOn: '2026-12-01', dueOn: '2026-12-02' })).toMatchObject({
      until: '2026-12-06',
      reopened: false,
    })
    expect(appealPeriod(undefined, undefined)).toBeUndefined()
  })
})

describe('the layer that counts', () => {
  const parsed = parseTable({
    code: 't',
    name: 'T',
    maximum: '10',
    children: [{ code: '1', name: 'A', maxPoints: '10', method: { kind: 'judgement' } }],
  })
  const table = parsed.ok ? parsed.value : undefined
  const order: readonly Layer[] = ['self', 'cross', 'head', 'final', 'agency']

  it('is the last complete one in the order of the rules, however high the others are: never a highest of them', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 5 }), (points) => {
        if (!table) throw new Error('the table of this test cannot be read')
        const layers = new Map(
          points.map((one, index) => [
            order[index] as Layer,
            new Map<string, Entry>([['1', { state: 'scored', points: new Big(one) }]]),
          ]),
        )
        const counted = countingLayer(table, layers, { order, counts: 'latestComplete' })
        expect(counted.ok && counted.value.layer).toBe(order[points.length - 1])
        expect(counted.ok && counted.value.score.total.toNumber()).toBe(points.at(-1))
      }),
    )
  })
})

/** A judge's lines: for each unit, so many criteria of 10 points, self-score 8, moved by `by`. */
function linesOf(judge: string, by: readonly number[], criteria = 5): readonly JudgedLine[] {
  return by.flatMap((moved, index) =>
    Array.from({ length: criteria }, (_, at) => ({
      judge,
      unit: `${judge}${index}`,
      code: `C${at}`,
      maximum: new Big(10),
      self: new Big(8),
      points: new Big(8).plus(moved),
      at: `2026-12-0${index + 1}`,
    })),
  )
}

describe('judges beside each other', () => {
  it('worked example: three take away little, the fourth much, and stands 13 deviations apart', () => {
    // Means in hundredths of the maximum: −5, −10, −7.5 … the fourth −40.
    const reports = compareJudges([
      ...linesOf('a', [-0.5, -0.5]),
      ...linesOf('b', [-1, -1]),
      ...linesOf('c', [-0.5, -1]),
      ...linesOf('d', [-4, -4]),
    ])
    expect(reports.map((one) => [one.judge, one.toSelf.toFixed(2), one.verdict])).toEqual([
      ['a', '-5.00', 'usual'],
      ['b', '-10.00', 'usual'],
      ['c', '-7.50', 'usual'],
      ['d', '-40.00', 'stricter'],
    ])
    // Others: mean −7.5, sample deviation 2.5; (−40 + 7.5) ÷ 2.5 = −13.
    expect(reports[3]?.z?.toFixed(2)).toBe('-13.00')
    expect(reports[3]?.criteria.map((one) => one.verdict)).toEqual(Array(5).fill('stricter'))
  })

  it('says nothing with too few lines or too few judges', () => {
    const few = compareJudges([...linesOf('a', [0]), ...linesOf('b', [-4, -4]), ...linesOf('c', [0, 0])])
    expect(few.map((one) => one.verdict)).toEqual(['tooFew', 'tooFew', 'tooFew'])
    expect(few.every((one) => one.z === undefined && one.drift === undefined)).toBe(true)
  })

  it('has no z-score where the others are all alike, and says so', () => {
    const reports = compareJudges([
      ...linesOf('a', [0, 0]),
      ...linesOf('b', [0, 0]),
      ...linesOf('c', [0, 0]),
      ...linesOf('d', [-2, -2]),
    ])
    expect(reports[3]).toMatchObject({ verdict: 'alone', z: undefined })
    expect(reports[0]?.verdict).toBe('usual')
  })

  it('shows who becomes stricter from the first half of the sheets to the second', () => {
    const [report] = compareJudges(linesOf('a', [0, -0.2, -1, -0.8, -1]))
    expect(report?.drift).toMatchObject({ noticeable: true })
    // First two sheets 0 and −2, last two −8 and −10; the third of five is left out.
    expect(report?.drift?.difference.toFixed(2)).toBe('-8.00')
    expect(compareJudges(linesOf('a', [0, 0, 0]))[0]?.drift).toBeUndefined()
  })

  it('looks at what the layer after made of the points', () => {
    const lines = linesOf('a', [-2, -2]).map((line) => ({ ...line, after: line.points.plus(1) }))
    expect(compareJudges(lines)[0]?.toAfter?.toFixed(2)).toBe('10.00')
  })

  it('does not depend on the order of lines, nor on the names of the units', () => {
    const lines = [
      ...linesOf('a', [0, -1]),
      ...linesOf('b', [-1, -2]),
      ...linesOf('c', [-1, 0]),
      ...linesOf('d', [-3, -4]),
    ]
    const plain = JSON.stringify(
      compareJudges(lines).map(({ judge, z, toSelf, verdict }) => ({ judge, z, toSelf, verdict })),
    )
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), (shuffled) => {
        const renamed = shuffled.map((line) => ({ ...line, unit: `x${line.unit}` }))
        const again = compareJudges(renamed).map(({ judge, z, toSelf, verdict }) => ({
          judge,
          z,
          toSelf,
          verdict,
        }))
        expect(JSON.stringify(again)).toBe(plain)
      }),
    )
  })
})

describe('points brought to one measure', () => {
  const of = (judge: string, points: readonly string[], maximum = '10'): readonly RawPoint[] =>
    points.map((one, index) => ({
      judge,
      unit: `${judge}${index}`,
      code: '1',
      points: new Big(one),
      maximum: new Big(maximum),
    }))
  const texts = (points: readonly { normalised: Big }[]) => points.map((one) => one.normalised.toFixed())

  it('worked example, mean shift: 6, 7, 8 and 8, 9, 10 both become 7, 8, 9', () => {
    const raw = [...of('A', ['6', '7', '8']), ...of('B', ['8', '9', '10'])]
    expect(texts(normalisePoints(raw, 'meanShift', rounding))).toEqual(['7', '8', '9', '7', '8', '9'])
  })

  it('worked example, z-score: the spread becomes the common one too', () => {
    // Means 7 and 7; variances 2/3 and 6, of all 10/3: A is stretched by √5, B by √(5/9).
    const raw = [...of('A', ['6', '7', '8']), ...of('B', ['4', '7', '10'])]
    const both = ['4.76', '7', '9.24']
    expect(texts(normalisePoints(raw, 'zScore', rounding))).toEqual([...both, ...both])
  })

  it('leaves judges of fewer than three units alone, and everybody when there is one judge', () => {
    const raw = [...of('A', ['6', '7', '8']), ...of('B', ['10', '10'])]
    expect(texts(normalisePoints(raw, 'meanShift', rounding))).toEqual(['6', '7', '8', '10', '10'])
    expect(texts(normalisePoints(of('A', ['1', '2', '3']), 'zScore', rounding))).toEqual(['1', '2', '3'])
  })

  const points = fc.array(
    fc.integer({ min: 0, max: 40 }).map((quarter) => String(quarter / 4)),
    {
      minLength: 3,
      maxLength: 6,
    },
  )
  const method = fc.constantFrom('meanShift' as const, 'zScore' as const)

  it('changes nothing when all judges give the same', () => {
    fc.assert(
      fc.property(points, method, (same, how) => {
        const raw = [...of('A', same), ...of('B', same), ...of('C', same)]
        expect(texts(normalisePoints(raw, how, rounding))).toEqual(raw.map((one) => one.points.toFixed()))
      }),
    )
  })

  it('stays between 0 and the maximum, keeps the order of a judge’s units, and does not depend on any order', () => {
    fc.assert(
      fc.property(points, points, method, (a, b, how) => {
        const raw = [...of('A', a), ...of('B', b)]
        const out = normalisePoints(raw, how, rounding)
        for (const one of out) {
          expect(one.normalised.gte(0) && one.normalised.lte(one.maximum)).toBe(true)
          for (const other of out) {
            if (one.judge === other.judge && one.points.lt(other.points))
              expect(one.normalised.lte(other.normalised)).toBe(true)
          }
        }
        const back = normalisePoints(raw.toReversed(), how, rounding).toReversed()
        expect(texts(back)).toEqual(texts(out))
      }),
    )
  })
})
