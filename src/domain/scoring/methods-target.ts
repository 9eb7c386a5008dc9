import { err } from '../result.ts'
import { type EvaluationContext, type OutcomeResult, outcome, step } from './evaluation.ts'
import {
  compare,
  type Fraction,
  fraction,
  greatest,
  hundred,
  minus,
  one,
  over,
  plus,
  roundedText,
  sign,
  textOf,
  times,
} from './exact.ts'
import { attainmentRate, attainmentStep, measure } from './measure.ts'
import type { Facts, PointsPerPercentMethod, RatioMethod } from './method.ts'

const half = fraction('0.5')

/** (b ÷ a) × maximum. */
export function ratio(method: RatioMethod, maximum: Fraction, facts: Facts): OutcomeResult {
  const measured = measure(method.of, facts)
  if (!measured.ok) return measured
  const value = times(over(measured.value.value, hundred), maximum)
  return outcome(
    value,
    measured.value.step,
    step('timesMaximum', { maximum: roundedText(maximum, 4), points: roundedText(value, 4) }),
  )
}

/** Attained percent ÷ percent per point, up to the cap. */
export function pointsPerPercent(method: PointsPerPercentMethod, facts: Facts): OutcomeResult {
  const measured = measure(method.of, facts)
  if (!measured.ok) return measured
  const value = over(measured.value.value, fraction(method.percentPerPoint))
  return outcome(
    value,
    measured.value.step,
    step('perPercent', { percentPerPoint: method.percentPerPoint, points: roundedText(value, 4) }),
  )
}

/**
 * Half for reaching the target, the rest for the distance to the leader:
 * below the target ½·MS·A/T; at it ½·MS; the leader MS; between ½·MS + ½·MS·(A/T − 1)/(L − 1).
 *
 * A leader is who exceeds its target by the highest rate; several may share the lead. A unit without target but
 * with a result is compared with the best of those without target.
 */
export function leaderRelative(maximum: Fraction, facts: Facts, context: EvaluationContext): OutcomeResult {
  if (facts.target === null) return noTargetRelative(maximum, facts, context)
  const rate = attainmentRate(facts)
  if (rate === undefined) return missingRate(facts)
  const halfMaximum = times(half, maximum)
  const from = attainmentStep(facts, rate)
  const params = { half: roundedText(halfMaximum, 4), maximum: roundedText(maximum, 4) }
  const order = compare(rate, one)
  if (order < 0) {
    const value = times(halfMaximum, rate)
    return outcome(value, from, step('belowTarget', { ...params, points: roundedText(value, 4) }))
  }
  if (order === 0) return outcome(halfMaximum, from, step('onTarget', params))
  const lead = greatest(rate, context.field.leaderRate ?? rate)
  if (compare(rate, lead) === 0) return outcome(maximum, from, step('leader', params))
  const excess = over(minus(rate, one), minus(lead, one))
  const value = plus(halfMaximum, times(halfMaximum, excess))
  return outcome(
    value,
    from,
    step('aboveTarget', {
      ...params,
      exceed: roundedText(times(minus(rate, one), hundred)),
      leaderExceed: roundedText(times(minus(lead, one), hundred)),
      points: roundedText(value, 4),
    }),
  )
}

/** A ÷ highest A among the units without target × maximum. */
export function noTargetRelative(maximum: Fraction, facts: Facts, context: EvaluationContext): OutcomeResult {
  if (facts.result === undefined) return err({ code: 'factMissing', fact: 'result' })
  const result = fraction(facts.result)
  const highest = greatest(result, context.field.highestWithoutTarget ?? result)
  if (sign(highest) <= 0) return err({ code: 'nothingToCompare' })
  const value = times(over(result, highest), maximum)
  return outcome(
    value,
    step('withoutTarget', {
      result: textOf(facts.result),
      highest: roundedText(highest, 4),
      maximum: roundedText(maximum, 4),
      points: roundedText(value, 4),
    }),
  )
}

function missingRate(facts: Facts): OutcomeResult {
  const measured = measure('attainment', facts)
  return measured.ok ? err({ code: 'nothingToCompare' }) : measured
}
