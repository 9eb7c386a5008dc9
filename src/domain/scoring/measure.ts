import { err, ok, type Result } from '../result.ts'
import { countOf, type EvaluationProblem, type Field, type Step, step } from './evaluation.ts'
import {
  compare,
  type Fraction,
  fraction,
  greatest,
  hundred,
  over,
  plus,
  roundedText,
  sign,
  textOf,
  times,
  wholeFraction,
} from './exact.ts'
import { formulaComparesUnits } from './formula.ts'
import type { Facts, Measure, Method } from './method.ts'

/** A measured value (percent or the figure itself) and the step that tells where it comes from. */
export interface Measured {
  readonly value: Fraction
  readonly step: Step
}

/**
 * What a rule looks at, taken from the facts of one unit.
 *
 * @example measure('share', { part: '3', whole: '4' }) // value 75 (percent)
 */
export function measure(of: Measure, facts: Facts): Result<Measured, EvaluationProblem> {
  switch (of) {
    case 'share':
      return measureShare(facts)
    case 'attainment':
      return measureAttainment(facts)
    case 'result':
      return measureResult(facts)
    case 'averageRank':
      return measureAverageRank(facts)
  }
}

/**
 * Surveys the bloc for one leaf: the leader, the average, the order. Units whose facts are absent do not count.
 * Depends on the set of facts only, not on the order of the units.
 */
export function surveyField(method: Method, units: readonly Facts[]): Field {
  switch (method.kind) {
    case 'precondition':
      return surveyField(
        method.rule,
        units.filter((facts) => method.needs.every((need) => facts.evidence?.includes(need))),
      )
    case 'leaderRelative':
      return { ...highestRate(units), ...highestResult(units.filter(hasNoTarget)), placed: [] }
    case 'noTargetRelative':
      return { ...highestResult(units), placed: [] }
    case 'againstAverage':
      return method.average === 'bloc'
        ? { average: mean(values(method.of, units)), placed: [] }
        : { placed: [] }
    case 'rankPoints': {
      if (method.by === 'given') return { placed: [] }
      const sign = method.better === 'higher' ? -1 : 1
      return { placed: values(method.by, units).sort((a, b) => sign * compare(a, b)) }
    }
    case 'formula': {
      if (!formulaComparesUnits(method)) return { placed: [] }
      const results = values('result', units)
      return { average: mean(results), placed: results.sort((a, b) => compare(b, a)) }
    }
    default:
      return { placed: [] }
  }
}

/** Exact mean; nothing of nothing. */
export function mean(all: readonly Fraction[]): Fraction | undefined {
  if (all.length === 0) return undefined
  return over(all.reduce(plus), wholeFraction(all.length))
}

/** Result ÷ target as a bare quotient (2 = twice the target); nothing when either is absent or the target is not positive. */
export function attainmentRate(facts: Facts): Fraction | undefined {
  if (facts.result === undefined || facts.target === undefined || facts.target === null) return undefined
  const target = fraction(facts.target)
  return sign(target) > 0 ? over(fraction(facts.result), target) : undefined
}

/** The step that tells result, target and percentage. */
export function attainmentStep(facts: Facts, rate: Fraction): Step {
  return step('attainment', {
    result: textOf(facts.result),
    target: textOf(facts.target ?? undefined),
    percent: roundedText(times(rate, hundred)),
  })
}

function measureShare(facts: Facts): Result<Measured, EvaluationProblem> {
  const part = countOf(facts, 'part')
  if (!part.ok) return part
  const whole = countOf(facts, 'whole')
  if (!whole.ok) return whole
  if (sign(whole.value) === 0) return err({ code: 'wholeIsZero' })
  const value = times(over(part.value, whole.value), hundred)
  return ok({
    value,
    step: step('share', {
      part: textOf(facts.part),
      whole: textOf(facts.whole),
      percent: roundedText(value),
    }),
  })
}

function measureAttainment(facts: Facts): Result<Measured, EvaluationProblem> {
  if (facts.result === undefined) return err({ code: 'factMissing', fact: 'result' })
  if (facts.target === undefined || facts.target === null) return err({ code: 'factMissing', fact: 'target' })
  const rate = attainmentRate(facts)
  if (rate === undefined) return err({ code: 'targetIsZero' })
  return ok({ value: times(rate, hundred), step: attainmentStep(facts, rate) })
}

function measureResult(facts: Facts): Result<Measured, EvaluationProblem> {
  if (facts.result === undefined) return err({ code: 'factMissing', fact: 'result' })
  return ok({ value: fraction(facts.result), step: step('figure', { result: textOf(facts.result) }) })
}

function measureAverageRank(facts: Facts): Result<Measured, EvaluationProblem> {
  const value = mean((facts.ranks ?? []).map((rank) => fraction(String(rank))))
  if (value === undefined) return err({ code: 'factMissing', fact: 'ranks' })
  return ok({ value, step: step('averageRank', { value: roundedText(value) }) })
}

function values(of: Measure, units: readonly Facts[]): Fraction[] {
  return units.flatMap((facts) => {
    const measured = measure(of, facts)
    return measured.ok ? [measured.value.value] : []
  })
}

function hasNoTarget(facts: Facts): boolean {
  return facts.target === null
}

function highestRate(units: readonly Facts[]): { leaderRate?: Fraction } {
  const rates = units.flatMap((facts) => attainmentRate(facts) ?? [])
  return rates.length === 0 ? {} : { leaderRate: rates.reduce(greatest) }
}

function highestResult(units: readonly Facts[]): { highestWithoutTarget?: Fraction } {
  const results = units.flatMap((facts) => (facts.result === undefined ? [] : fraction(facts.result)))
  return results.length === 0 ? {} : { highestWithoutTarget: results.reduce(greatest) }
}
