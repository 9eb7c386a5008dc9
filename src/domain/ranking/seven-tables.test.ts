import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Big from 'big.js'
import { describe, expect, it } from 'vitest'
import {
  explainEvaluationProblem,
  explainProblem,
  explainShares,
  explainStep,
  type Facts,
  leaves,
  type Method,
  parseStatedShares,
  readReferenceTable,
  type ScoringLeaf,
  type ScoringTable,
  scoreUnits,
  sharesAgree,
  type UnitFacts,
} from '../scoring/index.ts'
import { checkClasses, classify, defaultRankingRules, parseRankingRules, rankUnits } from './index.ts'

const folder = join(import.meta.dirname, '../../../seed/reference/scoring')

function read(file: string) {
  const result = readReferenceTable(JSON.parse(readFileSync(join(folder, file), 'utf8')))
  if (!result.ok) throw new Error(`${file}: ${JSON.stringify(result.error)}`)
  const rules = parseRankingRules(result.value.reference.ranking)
  if (!rules.ok) throw new Error(`${file}: ${JSON.stringify(rules.error)}`)
  return { ...result.value, rules: rules.value }
}

const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
const all = new Map(
  files.map((file) => {
    const each = read(file)
    return [each.reference.id, each] as const
  }),
)

function contradictions(id: string): readonly string[] {
  return (all.get(id)?.problems ?? [])
    .filter(({ code }) => code !== 'unverifiedPart')
    .map((problem) => explainProblem(problem, 'vi'))
}

describe('the seven real tables', () => {
  it('are all read, by their own names', () => {
    expect([...all.keys()].map((id) => `${id}.json`).toSorted()).toEqual(files.toSorted())
    expect(all.size).toBe(7)
  })

  it('contain no error that would keep them from being frozen', () => {
    const errors = [...all.values()].flatMap(({ problems }) =>
      problems.filter(({ severity }) => severity === 'error'),
    )
    expect(errors).toEqual([])
  })

  it('Hải Phòng: DDCI has 2 points but its rule gives 1; a footnote rescales 20 points to 10', () => {
    expect(contradictions('hai-phong-212-2025-nguoi-dung-dau')).toEqual([
      '“Tiêu chí khác”: khi có nội dung không giao, văn bản quy về 10 điểm nhưng nhóm có 20 điểm.',
      '“DDCI”: điểm tối đa 2 nhưng cách tính chỉ cho nhiều nhất 1.',
    ])
  })

  it('Cần Thơ 157: the edges 90 and 95 belong to two bands each, and 115 includes the bonus', () => {
    expect(contradictions('can-tho-157-2025')).toEqual([
      'Tổng 115 điểm đã gồm điểm thưởng; không có thưởng chỉ đạt tối đa 100.',
      '“Tỷ lệ nhận không dùng tiền mặt từ 88%”: mốc 90 thuộc hai khung điểm.',
      '“Tỷ lệ nhận không dùng tiền mặt từ 88%”: mốc 95 thuộc hai khung điểm.',
    ])
  })

  it('Thừa Thiên Huế: 1.000 points are reached with all 50 of the bonus only', () => {
    expect(contradictions('thua-thien-hue-804-2018')).toEqual([
      'Tổng 1.000 điểm đã gồm điểm thưởng; không có thưởng chỉ đạt tối đa 950.',
    ])
  })

  it('the others add up: 1.000 points in 176 criteria, 100, 550', () => {
    for (const id of [
      'cong-an-quang-tri-cum',
      'can-tho-2579-2025',
      'tp-hcm-2008-cong-tac-tdkt',
      'khoi-bo-nganh-kinh-te-691-2023',
    ]) {
      expect(contradictions(id)).toEqual([])
    }
    const police = all.get('cong-an-quang-tri-cum')?.reference.table
    const kinds = Object.groupBy(police ? leaves(police) : [], (leaf) => leaf.method?.kind ?? '')
    expect([kinds.direct?.length, kinds.yesNo?.length, kinds.leaderRelative?.length]).toEqual([113, 51, 12])
  })

  it('the thresholds a document prints in two ways are found: a form says 2/3, the procedure 80%', () => {
    const file = join(folder, '../stated-shares.json')
    const shares = parseStatedShares(JSON.parse(readFileSync(file, 'utf8')))
    const [ministry] = shares.ok ? shares.value : []
    if (!ministry) throw new Error('stated-shares.json')
    expect(sharesAgree(ministry)).toBe(false)
    expect(explainShares(ministry, 'vi')).toBe(
      'Quyết định 3621/QĐ-BYT năm 2025, quy trình thủ tục thi đua, khen thưởng: biểu mẫu BM.10 ghi 2/3 (66,67%), phần quy trình ghi 80%; hai ngưỡng khác nhau.',
    )
    const place = { vi: 'a', en: 'a' }
    const stated = (...all: readonly string[]) => ({
      document: 'd',
      stated: all.map((share) => ({ place, share })),
    })
    expect(sharesAgree(stated('4/5', '80%'))).toBe(true)
    expect(parseStatedShares([stated('hai phần ba', '80%')]).ok).toBe(false)
  })

  it('what could not be read is marked, and said', () => {
    for (const { reference, problems } of all.values()) {
      if (reference.read === 'full') continue
      expect(problems.some(({ code }) => code === 'unverifiedPart')).toBe(true)
      expect(reference.notRead.length).toBeGreaterThan(0)
    }
  })

  it('have classes in order and caps to classes that exist', () => {
    for (const { rules } of all.values()) expect(checkClasses(rules.classes, rules.bars)).toEqual([])
  })
})

describe.each([...all.values()])('a generated year with $reference.id', ({ reference, rules }) => {
  const { table } = reference
  const year = scoreUnits(table, generatedYear(table, 8))

  it('scores every unit completely, within the table', () => {
    for (const { score, problems } of year) {
      expect([...problems.values()].map((problem) => explainEvaluationProblem(problem, 'vi'))).toEqual([])
      expect(score.completeness.missing).toEqual([])
      expect(score.normal.lte(score.reachable)).toBe(true)
      expect(score.total.toFixed()).toBe(score.normal.plus(score.bonus).plus(score.penalty).toFixed())
    }
    expect(new Set(year.map(({ score }) => score.total.toFixed())).size).toBeGreaterThan(3)
  })

  it('gives the same points and places again, and whatever the order of the units', () => {
    const units = generatedYear(table, 8)
    const placesOf = (order: readonly UnitFacts[]) =>
      rankUnits(
        scoreUnits(table, order).map(({ unit, score }) => ({ unit, score })),
        rules,
      ).places.map(({ unit, rank, value }) => `${rank} ${unit} ${value.toFixed()}`)
    const once = placesOf(units)
    expect(placesOf(units)).toEqual(once)
    expect(placesOf(units.toReversed())).toEqual(once)
    expect(placesOf([...units.slice(3), ...units.slice(0, 3)])).toEqual(once)
  })

  it('explains every point in both languages', () => {
    for (const { evaluations } of year) {
      for (const { explanation } of evaluations.values()) {
        expect(explanation.length).toBeGreaterThan(0)
        for (const step of explanation) {
          expect(explainStep(step, 'vi', table.labels)).toMatch(/\.$/)
          expect(explainStep(step, 'en', table.labels)).toMatch(/\.$/)
        }
      }
    }
  })

  it('ranks every unit and finds its class', () => {
    const measures = new Map(
      [
        'accountsAndCards',
        'transfers',
        'dataShare',
        'onTimeShare',
        'overTargetShare',
        'unitsDoneShare',
        'unitsGoodShare',
        'targetsDoneShare',
        'criteriaMissedShare',
      ].map((code) => [code, code === 'criteriaMissedShare' ? '5' : '100'] as const),
    )
    const candidates = year.map(({ unit, score }) => ({ unit, score, measures }))
    const ranking = rankUnits(candidates, rules)
    expect(ranking.places.map(({ unit }) => unit).toSorted()).toEqual(year.map(({ unit }) => unit).toSorted())
    for (const { unit, value, bars } of ranking.places) {
      const score = year.find((each) => each.unit === unit)?.score
      if (score === undefined) throw new Error(unit)
      const decision = classify({ value, score, measures, bars }, table, rules.classes)
      expect(decision.class !== undefined).toBe(rules.classes.length > 0)
    }
  })

  it('a unit that is best at everything is first and has the whole table', () => {
    const best = {
      unit: 'best',
      facts: new Map(leaves(table).map((leaf) => [leaf.code, factsFor(leaf, 1)] as const)),
    }
    const others = generatedYear(table, 5)
    const [first] = rankUnits(
      scoreUnits(table, [...others, best]).map(({ unit, score }) => ({ unit, score })),
      { ...defaultRankingRules, basis: 'total' },
    ).places
    expect(first?.unit).toBe('best')
    const unreachable = reference.id.startsWith('hai-phong') ? 1 : 0
    expect(first?.total.minus(table.bonusMaximum ?? maximumBonus(table)).toFixed()).toBe(
      new Big(table.maximum).minus(unreachable).toFixed(),
    )
  })
})

function maximumBonus(table: ScoringTable): string {
  return leaves(table)
    .filter(({ side }) => side === 'bonus')
    .reduce((sum, { maxPoints }) => sum.plus(maxPoints), new Big(0))
    .toFixed()
}

/** A year without chance: how well unit i does at criterion j follows from i and j alone. */
function generatedYear(table: ScoringTable, units: number): readonly UnitFacts[] {
  return Array.from({ length: units }, (_, i) => ({
    unit: `u${i}`,
    facts: new Map<string, Facts | 'notAssigned'>(
      leaves(table).map((leaf, j) => {
        const mayLack = leaves(table).length > 20 && (i * 7 + j) % 23 === 0 && leaf.side === 'normal'
        return [leaf.code, mayLack ? 'notAssigned' : factsFor(leaf, (((i + 1) * 37 + j * 11) % 60) / 60)]
      }),
    ),
  }))
}

/** Facts of a unit that does so well at a criterion, from 0 to 1. */
function factsFor(leaf: ScoringLeaf, quality: number): Facts {
  const percent = Math.floor(quality * 100)
  const maximum = new Big(leaf.maxPoints)
  const facts: Facts = {
    part: String(percent),
    whole: '100',
    result: leaf.method?.kind === 'leaderRelative' ? String(percent + 50) : String(percent),
    target: '100',
    average: '60',
    count: countFor(leaf.method, percent),
    done: percent >= 50,
    judged: maximum.times(percent).div(100).round(2, 0).toFixed(),
    flags: percent > 90 ? ['governmentFlag'] : percent > 50 ? ['provinceFlag'] : [],
    evidence: percent > 10 ? ['plan', 'proof'] : [],
    record: {
      registeredOnTime: percent > 20,
      reportsOnTime: String(Math.floor(percent / 25)),
      reportsDue: '4',
      meetingsAttended: String(Math.floor(percent / 50)),
      meetingsHeld: '2',
      launched: percent > 5,
      pledgeSigned: percent > 15,
      registered: true,
    },
  }
  return leaf.method?.kind === 'leaderRelative' && quality === 1 ? { ...facts, result: '400' } : facts
}

function countFor(method: Method | undefined, percent: number): string {
  switch (method?.kind) {
    case 'noIncident':
      return percent > 40 ? '0' : '1'
    case 'penalty':
      return percent > 70 ? '0' : '2'
    case 'bonus':
      return percent > 60 ? '3' : '1'
    default:
      return String(Math.floor(percent / 2))
  }
}
