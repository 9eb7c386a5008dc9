import type Big from 'big.js'
import { type Fraction, fraction, hundred, minus, over, times } from './exact.ts'
import { mean, shown, zAgainst } from './statistics.ts'

/** One line a judge (người chấm) looked at: taken over as it was, or changed. */
export interface JudgedLine {
  /** The unit that cross-checked, or the person that appraised. */
  readonly judge: string
  readonly unit: string
  readonly code: string
  readonly maximum: Big
  /** The unit's own score. */
  readonly self: Big
  readonly points: Big
  /** What the layer after made of it, when that was filled. */
  readonly after?: Big
  /** When it was judged, as sortable text. */
  readonly at: string
}

/**
 * Below these numbers nothing is said of a judge: chance alone would speak. Chosen for blocs of five to twenty units;
 * no instrument fixes them (unverified).
 */
export const leastNumbers = { lines: 10, otherJudges: 3, linesOfCriterion: 2, sheetsForDrift: 4 } as const

/** From which distance a judge is pointed at: standard deviations, and points in a hundred for drift. */
export const noticeable = { z: 2, drift: 5 } as const

/**
 * What is said of a judge. `alone`: the others are all alike and this one is not, so that no z-score exists.
 */
export type JudgeVerdict = 'tooFew' | 'usual' | 'stricter' | 'milder' | 'alone'

/** How far a judge lies from the others, in points of a hundred. */
export interface JudgeDistance {
  readonly lines: number
  /** Mean of (points − self-score) ÷ maximum × 100. */
  readonly toSelf: Big
  /** Standard deviations from the other judges. */
  readonly z: Big | undefined
  readonly verdict: JudgeVerdict
}

/** How a judge changed from the first half of the sheets to the second. */
export interface Drift {
  readonly first: Big
  readonly second: Big
  readonly difference: Big
  readonly noticeable: boolean
}

/** Everything said of one judge. */
export interface JudgeReport extends JudgeDistance {
  readonly judge: string
  /** Units judged. */
  readonly sheets: number
  /** Mean of (layer after − points) ÷ maximum × 100; absent while no layer after was filled. */
  readonly toAfter: Big | undefined
  /** Absent with too few sheets. */
  readonly drift: Drift | undefined
  /** Criteria of which enough is known, in the order met. */
  readonly criteria: readonly (JudgeDistance & { readonly code: string })[]
}

/**
 * Compares the judges of one layer: distance to the self-scores and to the layer after, z-score against the other
 * judges over all and by criterion, drift from the first half of the sheets to the second. It only points at what
 * people should look at together; no score is changed by it.
 *
 * Differences are taken in hundredths of the maximum so that criteria of 5 and of 60 points weigh alike.
 */
export function compareJudges(lines: readonly JudgedLine[]): readonly JudgeReport[] {
  const usable = lines.filter((line) => line.maximum.gt(0))
  const byJudge = Map.groupBy(usable, (line) => line.judge)
  const overall = distances(usable, leastNumbers.lines)
  const codes = [...new Set(usable.map((line) => line.code))]
  const byCode = new Map(
    codes.map((code) => [
      code,
      distances(
        usable.filter((line) => line.code === code),
        leastNumbers.linesOfCriterion,
      ),
    ]),
  )
  return [...byJudge]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([judge, own]) => {
      const whole = overall.get(judge)
      if (!whole) throw new Error(`a judge without lines: ${judge}`)
      const after = own.flatMap((line) =>
        line.after ? [departure(line.points, line.after, line.maximum)] : [],
      )
      return {
        judge,
        ...whole,
        sheets: new Set(own.map((line) => line.unit)).size,
        toAfter: after.length > 0 ? shown(mean(after)) : undefined,
        drift: driftOf(own),
        criteria: codes.flatMap((code) => {
          const distance = byCode.get(code)?.get(judge)
          return distance && distance.verdict !== 'tooFew' ? [{ code, ...distance }] : []
        }),
      }
    })
}

function distances(lines: readonly JudgedLine[], least: number): ReadonlyMap<string, JudgeDistance> {
  const means = [...Map.groupBy(lines, (line) => line.judge)].map(([judge, own]) => ({
    judge,
    lines: own.length,
    mean: mean(own.map((line) => departure(line.self, line.points, line.maximum))),
  }))
  const counted = means.filter((one) => one.lines >= least)
  return new Map(
    means.map((one) => {
      const others = counted.filter((other) => other.judge !== one.judge).map((other) => other.mean)
      const base = { lines: one.lines, toSelf: shown(one.mean) }
      if (one.lines < least || others.length < leastNumbers.otherJudges)
        return [one.judge, { ...base, z: undefined, verdict: 'tooFew' as const }]
      return [one.judge, { ...base, ...verdictOf(one.mean, others) }]
    }),
  )
}

function verdictOf(own: Fraction, others: readonly Fraction[]): Pick<JudgeDistance, 'z' | 'verdict'> {
  const z = zAgainst(own, others)
  if (z === 'alike') {
    const apart = !shown(minus(own, mean(others))).eq(0)
    return { z: undefined, verdict: apart ? 'alone' : 'usual' }
  }
  if (z.abs().lt(noticeable.z)) return { z, verdict: 'usual' }
  return { z, verdict: z.lt(0) ? 'stricter' : 'milder' }
}

/** Sheets in the order they were judged; of an odd number the one in the middle is left out. */
function driftOf(lines: readonly JudgedLine[]): Drift | undefined {
  const sheets = [...Map.groupBy(lines, (line) => line.unit)]
    .map(([unit, own]) => ({
      unit,
      at: own.reduce((first, line) => (line.at < first ? line.at : first), own[0]?.at ?? ''),
      mean: mean(own.map((line) => departure(line.self, line.points, line.maximum))),
    }))
    .toSorted((a, b) => (`${a.at} ${a.unit}` < `${b.at} ${b.unit}` ? -1 : 1))
  if (sheets.length < leastNumbers.sheetsForDrift) return undefined
  const half = Math.floor(sheets.length / 2)
  const first = mean(sheets.slice(0, half).map((sheet) => sheet.mean))
  const second = mean(sheets.slice(-half).map((sheet) => sheet.mean))
  const difference = shown(minus(second, first))
  return {
    first: shown(first),
    second: shown(second),
    difference,
    noticeable: difference.abs().gte(noticeable.drift),
  }
}

function departure(from: Big, to: Big, maximum: Big): Fraction {
  return times(over(minus(fraction(to), fraction(from)), fraction(maximum)), hundred)
}
