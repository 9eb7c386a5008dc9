import { ok, type Result } from '../result.ts'
import {
  type Evaluation,
  type EvaluationContext,
  type EvaluationProblem,
  type OutcomeResult,
  outcome,
  type Step,
  step,
} from './evaluation.ts'
import { compare, type Fraction, fraction, least, minus, roundedText, roundOnce, zero } from './exact.ts'
import type { Decimal, Facts, Method } from './method.ts'
import { direct, flagBonus, penalty, plusMinus, rankPoints, sampling } from './methods-count.ts'
import { againstAverage, bands, noIncident, threshold, yesNo } from './methods-edge.ts'
import { deduction, formula, judgement, ownRecord } from './methods-record.ts'
import { leaderRelative, noTargetRelative, pointsPerPercent, ratio } from './methods-target.ts'

/**
 * Points of one leaf for one unit: the rule's exact value, held within the leaf's limits, rounded once.
 *
 * @param maximum the leaf's maximum in points; on the penalty side the most that can be taken away
 * @returns points and the way to them, or why the leaf cannot be scored yet (which is not zero)
 * @throws RangeError when a figure is not a plain decimal
 * @example
 * evaluate({ kind: 'ratio', of: 'share' }, '40', { part: '85', whole: '100' }, { field: emptyField, rounding: defaultRounding })
 * // points 34
 */
export function evaluate(
  method: Method,
  maximum: Decimal,
  facts: Facts,
  context: EvaluationContext,
): Result<Evaluation, EvaluationProblem> {
  const limit = fraction(maximum)
  const raw = applyRule(method, limit, facts, context)
  if (!raw.ok) return raw
  const [lowest, highest] = limits(method, limit)
  const steps: Step[] = [...raw.value.steps]
  let value = raw.value.value
  if (compare(value, highest) > 0) {
    value = highest
    steps.push(step('capped', { limit: roundedText(highest, 4) }))
  } else if (compare(value, lowest) < 0) {
    value = lowest
    steps.push(step('raised', { limit: roundedText(lowest, 4) }))
  }
  const { points, exact } = roundOnce(value, context.rounding)
  if (!exact) {
    steps.push(step('rounded', { decimals: String(context.rounding.decimals), points: points.toFixed() }))
  }
  return ok({ points, explanation: steps })
}

function applyRule(
  method: Method,
  maximum: Fraction,
  facts: Facts,
  context: EvaluationContext,
): OutcomeResult {
  switch (method.kind) {
    case 'ratio':
      return ratio(method, maximum, facts)
    case 'pointsPerPercent':
      return pointsPerPercent(method, facts)
    case 'leaderRelative':
      return leaderRelative(maximum, facts, context)
    case 'noTargetRelative':
      return noTargetRelative(maximum, facts, context)
    case 'sampling':
      return sampling(method, facts)
    case 'bands':
      return bands(method, facts)
    case 'threshold':
      return threshold(method, maximum, facts)
    case 'againstAverage':
      return againstAverage(method, maximum, facts, context)
    case 'noIncident':
      return noIncident(maximum, facts)
    case 'direct':
    case 'bonus':
      return direct(method.pointPerUnit, facts)
    case 'penalty':
      return penalty(method.pointPerUnit, facts)
    case 'plusMinus':
      return plusMinus(method, facts)
    case 'rankPoints':
      return rankPoints(method, facts, context)
    case 'flagBonus':
      return flagBonus(method, facts)
    case 'judgement':
      return judgement(method, maximum, facts)
    case 'yesNo':
      return yesNo(method, maximum, facts)
    case 'precondition':
      return onEvidence(method.needs, facts) ?? applyRule(method.rule, maximum, facts, context)
    case 'ownRecord':
      return ownRecord(method, facts)
    case 'deduction':
      return deduction(method, facts)
    case 'formula':
      return formula(method, maximum, facts, context)
  }
}

function onEvidence(needs: readonly string[], facts: Facts): OutcomeResult | undefined {
  const missing = needs.filter((need) => !facts.evidence?.includes(need))
  if (missing.length === 0) return undefined
  return outcome(zero, step('preconditionMissing', { missing: missing.join(',') }))
}

function limits(method: Method, maximum: Fraction): readonly [Fraction, Fraction] {
  switch (method.kind) {
    case 'penalty':
    case 'deduction':
      return [minus(zero, maximum), zero]
    case 'plusMinus':
      return [fraction(method.lowest), least(fraction(method.highest), maximum)]
    case 'direct':
    case 'pointsPerPercent':
      return [zero, method.cap === undefined ? maximum : least(fraction(method.cap), maximum)]
    case 'precondition':
      return limits(method.rule, maximum)
    default:
      return [zero, maximum]
  }
}
