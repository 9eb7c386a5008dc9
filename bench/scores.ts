import { type Candidate, defaultRankingRules, rankUnits } from '../src/domain/ranking/index.ts'
import { parseTable, type ScoringTable, scoreUnits, type UnitFacts } from '../src/domain/scoring/index.ts'
import { type Figure, timings } from './figure.ts'

const BLOCS = 12
const UNITS = 12
const CRITERIA = 40
const RUNS = 15

/** A province scored by the rules and ranked: 12 blocs of 12 units with 40 criteria. */
export function recomputeProvince(): Figure {
  const table = exampleTable()
  const blocs = Array.from({ length: BLOCS }, (_, bloc) => factsOf(bloc))
  const samples: number[] = []
  for (let run = 0; run < RUNS + 3; run++) {
    const began = performance.now()
    for (const units of blocs) {
      const candidates = scoreUnits(table, units).map(({ unit, score }): Candidate => ({ unit, score }))
      rankUnits(candidates, defaultRankingRules)
    }
    if (run >= 3) samples.push(performance.now() - began)
  }
  return timings(
    'recompute_province_ms',
    samples,
    `${BLOCS} blocs of ${UNITS} units × ${CRITERIA} criteria (${BLOCS * UNITS * CRITERIA} results) scored with explanations and ranked; computed, not stored`,
  )
}

function exampleTable(): ScoringTable {
  const methods = [
    { kind: 'ratio', of: 'attainment' },
    { kind: 'ratio', of: 'share' },
    { kind: 'judgement', step: '0.5' },
    { kind: 'yesNo' },
  ]
  const read = parseTable({
    code: 'do',
    name: 'Bảng điểm mẫu',
    maximum: '400',
    children: [1, 2, 3, 4].map((group) => ({
      code: String(group),
      name: `Nhóm ${group}`,
      maxPoints: '100',
      children: Array.from({ length: CRITERIA / 4 }, (_, n) => ({
        code: `${group}.${n + 1}`,
        name: `Tiêu chí ${group}.${n + 1}`,
        maxPoints: '10',
        method: methods[n % methods.length],
      })),
    })),
  })
  if (!read.ok) throw new Error(`The example table cannot be read: ${JSON.stringify(read.error)}`)
  return read.value
}

function factsOf(bloc: number): readonly UnitFacts[] {
  return Array.from({ length: UNITS }, (_, unit) => ({
    unit: `b${bloc}u${unit}`,
    facts: new Map(
      Array.from({ length: CRITERIA }, (_, n) => {
        const code = `${Math.floor(n / 10) + 1}.${(n % 10) + 1}`
        const seed = bloc * 7919 + unit * 104_729 + n * 1299
        const facts = [
          { result: `${9000 + (seed % 2000)}.${seed % 997}`, target: '9800' },
          { part: String(60 + (seed % 40)), whole: '100' },
          { judged: String((seed % 20) / 2) },
          { done: seed % 5 !== 0 },
        ]
        return [code, facts[(n % 10) % 4] ?? {}] as const
      }),
    ),
  }))
}
