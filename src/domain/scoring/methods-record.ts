import { err, ok, type Result } from '../result.ts'
import {
  countOf,
  type EvaluationContext,
  type EvaluationProblem,
  type OutcomeResult,
  outcome,
  type Step,
  step,
} from './evaluation.ts'
import {
  compare,
  type Fraction,
  fraction,
  isWhole,
  minus,
  negated,
  one,
  over,
  plus,
  roundedText,
  sign,
  textOf,
  times,
  zero,
} from './exact.ts'
import { formulaOf } from './formula.ts'
import { evaluateFormula } from './formula-evaluate.ts'
import type {
  DeductionMethod,
  Facts,
  FormulaMethod,
  JudgementMethod,
  OwnRecordMethod,
  RecordPart,
} from './method.ts'

/** Points a judge gives, within the maximum and on the declared steps. */
export function judgement(method: JudgementMethod, maximum: Fraction, facts: Facts): OutcomeResult {
  const judged = countOf(facts, 'judged')
  if (!judged.ok) return judged
  const points = textOf(facts.judged)
  if (compare(judged.value, maximum) > 0) {
    return err({ code: 'outsideMaximum', points, maximum: roundedText(maximum, 4) })
  }
  if (method.step !== undefined && !isMultiple(judged.value, fraction(method.step))) {
    return err({ code: 'offStep', points, step: method.step })
  }
  return outcome(judged.value, step('judged', { points, maximum: roundedText(maximum, 4) }))
}

/** Scores what the bloc itself recorded: the sum of the parts. */
export function ownRecord(method: OwnRecordMethod, facts: Facts): OutcomeResult {
  let value = zero
  const steps: Step[] = []
  for (const part of method.parts) {
    const scored = recordPart(part, facts)
    if (!scored.ok) return scored
    value = plus(value, scored.value.points)
    steps.push(scored.value.step)
  }
  return outcome(value, ...steps)
}

/** A fixed deduction when one (or all) of the recorded duties was not met. */
export function deduction(method: DeductionMethod, facts: Facts): OutcomeResult {
  const unmet: string[] = []
  for (const duty of method.duties) {
    const met = facts.record?.[duty]
    if (met === undefined) return err({ code: 'factMissing', fact: duty })
    if (met === false || (met !== true && sign(fraction(met)) <= 0)) unmet.push(duty)
  }
  const due = method.when === 'any' ? unmet.length > 0 : unmet.length === method.duties.length
  if (!due) return outcome(zero, step('dutiesMet'))
  const points = fraction(method.points)
  return outcome(negated(points), step('dutiesMissed', { duties: unmet.join(','), points: method.points }))
}

/** Works out the formula the table's authors wrote. */
export function formula(
  method: FormulaMethod,
  maximum: Fraction,
  facts: Facts,
  context: EvaluationContext,
): OutcomeResult {
  const read = formulaOf(method)
  if (!read.ok) return err({ code: 'formulaFailed', problem: read.error })
  const found = evaluateFormula(read.value, method, { facts, maximum, context })
  if (!found.ok) return found
  const { value, steps } = found.value
  const told = step('formula', { expression: method.expression, points: roundedText(value, 4) })
  return outcome(value, told, ...steps)
}

interface PartPoints {
  readonly points: Fraction
  readonly step: Step
}

function recordPart(part: RecordPart, facts: Facts): Result<PartPoints, EvaluationProblem> {
  if (part.as === 'base') {
    return ok({ points: fraction(part.points), step: step('recordBase', { points: part.points }) })
  }
  const recorded = recordedAmount(facts, part.record)
  if (!recorded.ok) return recorded
  const amount = recorded.value
  const points = fraction(part.points)
  if (part.as === 'flag') {
    return sign(amount) > 0
      ? ok({ points, step: step('recordFlag', { record: part.record, points: part.points }) })
      : ok({ points: zero, step: step('recordFlagMissing', { record: part.record }) })
  }
  if (part.as === 'minusEach') {
    const taken = times(amount, points)
    const params = { record: part.record, count: roundedText(amount, 4), points: roundedText(taken, 4) }
    return ok({ points: minus(zero, taken), step: step('recordMinus', params) })
  }
  const whole = recordedAmount(facts, part.of)
  if (!whole.ok) return whole
  if (sign(whole.value) === 0) return err({ code: 'wholeIsZero' })
  const share = times(over(amount, whole.value), points)
  const params = {
    record: part.record,
    of: part.of,
    part: roundedText(amount, 4),
    whole: roundedText(whole.value, 4),
    points: roundedText(share, 4),
  }
  return ok({ points: share, step: step('recordShare', params) })
}

function recordedAmount(facts: Facts, code: string): Result<Fraction, EvaluationProblem> {
  const recorded = facts.record?.[code]
  if (recorded === undefined) return err({ code: 'factMissing', fact: code })
  if (typeof recorded === 'boolean') return ok(recorded ? one : zero)
  const value = fraction(recorded)
  return sign(value) < 0 ? err({ code: 'factNegative', fact: code }) : ok(value)
}

function isMultiple(value: Fraction, unit: Fraction): boolean {
  return isWhole(over(value, unit))
}
