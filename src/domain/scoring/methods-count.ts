import { err } from '../result.ts'
import { countOf, type EvaluationContext, type OutcomeResult, outcome, step } from './evaluation.ts'
import {
  compare,
  fraction,
  greatest,
  least,
  minus,
  negated,
  plus,
  roundedText,
  textOf,
  times,
  zero,
} from './exact.ts'
import { measure } from './measure.ts'
import type {
  Decimal,
  Facts,
  FlagBonusMethod,
  PlusMinusMethod,
  RankPointsMethod,
  SamplingMethod,
} from './method.ts'

/** Positives × points; more positives than the sample holds is a mistake to mend, not a score to cap. */
export function sampling(method: SamplingMethod, facts: Facts): OutcomeResult {
  const count = countOf(facts, 'count')
  if (!count.ok) return count
  if (compare(count.value, fraction(method.sampleSize)) > 0) {
    return err({ code: 'sampleTooSmall', count: textOf(facts.count), sampleSize: method.sampleSize })
  }
  const value = times(count.value, fraction(method.pointPerPositive))
  return outcome(
    value,
    step('sample', {
      count: textOf(facts.count),
      sampleSize: method.sampleSize,
      point: method.pointPerPositive,
      points: roundedText(value, 4),
    }),
  )
}

/** min(count × point, cap); the cap is applied by the leaf's limits. */
export function direct(pointPerUnit: Decimal, facts: Facts): OutcomeResult {
  const count = countOf(facts, 'count')
  if (!count.ok) return count
  const value = times(count.value, fraction(pointPerUnit))
  return outcome(
    value,
    step('counted', { count: textOf(facts.count), point: pointPerUnit, points: roundedText(value, 4) }),
  )
}

/** −(count × point). */
export function penalty(pointPerUnit: Decimal, facts: Facts): OutcomeResult {
  const counted = direct(pointPerUnit, facts)
  if (!counted.ok) return counted
  return outcome(
    negated(counted.value.value),
    step('penalised', {
      count: textOf(facts.count),
      point: pointPerUnit,
      points: roundedText(counted.value.value, 4),
    }),
  )
}

/** clamp(Σ plus − Σ minus, lowest, highest). */
export function plusMinus(method: PlusMinusMethod, facts: Facts): OutcomeResult {
  const up = countOf(facts, 'plusCount')
  if (!up.ok) return up
  const down = countOf(facts, 'minusCount')
  if (!down.ok) return down
  const raw = minus(times(up.value, fraction(method.plus)), times(down.value, fraction(method.minus)))
  const value = least(greatest(raw, fraction(method.lowest)), fraction(method.highest))
  return outcome(
    value,
    step('plusMinus', {
      plusCount: textOf(facts.plusCount),
      plus: method.plus,
      minusCount: textOf(facts.minusCount),
      minus: method.minus,
      raw: roundedText(raw, 4),
    }),
    ...(compare(raw, value) === 0
      ? []
      : [step('clamped', { lowest: method.lowest, highest: method.highest, points: roundedText(value, 4) })]),
  )
}

/** Points of the place; equal values share the better place and its points. */
export function rankPoints(
  method: RankPointsMethod,
  facts: Facts,
  context: EvaluationContext,
): OutcomeResult {
  if (method.by === 'given') {
    if (facts.rank === undefined) return err({ code: 'factMissing', fact: 'rank' })
    if (!Number.isInteger(facts.rank) || facts.rank < 1)
      return err({ code: 'noSuchPlace', rank: String(facts.rank) })
    return pointsOfPlace(method, facts.rank)
  }
  const measured = measure(method.by, facts)
  if (!measured.ok) return measured
  const own = measured.value.value
  const ahead = context.field.placed.filter((other) =>
    method.better === 'higher' ? compare(other, own) > 0 : compare(other, own) < 0,
  )
  return pointsOfPlace(method, ahead.length + 1)
}

/** Points for flags: the highest one, or all together, as declared. */
export function flagBonus(method: FlagBonusMethod, facts: Facts): OutcomeResult {
  if (facts.flags === undefined) return err({ code: 'factMissing', fact: 'flags' })
  const received = [...new Set(facts.flags)]
  const unknown = received.find((flag) => !Object.hasOwn(method.flags, flag))
  if (unknown !== undefined) return err({ code: 'unknownFlag', flag: unknown })
  if (received.length === 0) return outcome(zero, step('noFlag'))
  const points = received.map((flag) => fraction(method.flags[flag] ?? '0'))
  const value = points.reduce(method.several === 'sum' ? plus : greatest)
  const code = received.length > 1 && method.several === 'highest' ? 'flagHighest' : 'flag'
  return outcome(value, step(code, { flags: received.toSorted().join(','), points: roundedText(value, 4) }))
}

function pointsOfPlace(method: RankPointsMethod, rank: number): OutcomeResult {
  const points = method.points[rank - 1]
  if (points === undefined) return outcome(zero, step('placeWithoutPoints', { rank: String(rank) }))
  return outcome(fraction(points), step('place', { rank: String(rank), points }))
}
