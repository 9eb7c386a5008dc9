import type Big from 'big.js'
import { err, ok, type Result } from '../result.ts'
import { type Fraction, fraction, type Rounding, sign } from './exact.ts'
import type { FormulaProblem } from './formula-problem.ts'
import type { Facts } from './method.ts'
import type { SentenceParams } from './sentence.ts'
import type { StepCode } from './step-sentences.ts'

/** One step of the way to the points: a code and its values; {@link explainStep} makes the sentence. Plain data, may be stored. */
export interface Step {
  readonly code: StepCode
  readonly params: SentenceParams
}

/** Points of one leaf with the way they were reached. */
export interface Evaluation {
  /** Rounded as the table says; at or below zero on the penalty side. */
  readonly points: Big
  readonly explanation: readonly Step[]
}

/**
 * Why a leaf cannot be scored yet. The leaf stays without a score, which is not a score of zero.
 */
export type EvaluationProblem =
  | { readonly code: 'factMissing'; readonly fact: keyof Facts | string }
  | { readonly code: 'factNegative'; readonly fact: keyof Facts | string }
  | { readonly code: 'wholeIsZero' }
  | { readonly code: 'targetIsZero' }
  | { readonly code: 'sampleTooSmall'; readonly count: string; readonly sampleSize: string }
  | { readonly code: 'outsideMaximum'; readonly points: string; readonly maximum: string }
  | { readonly code: 'offStep'; readonly points: string; readonly step: string }
  | { readonly code: 'nothingToCompare' }
  | { readonly code: 'unknownFlag'; readonly flag: string }
  | { readonly code: 'noSuchPlace'; readonly rank: string }
  | { readonly code: 'formulaFailed'; readonly problem: FormulaProblem }

/** What the other units' facts say about one leaf; made by {@link surveyField}, once per leaf and bloc. */
export interface Field {
  /** Highest result ÷ target. */
  readonly leaderRate?: Fraction
  /** Highest result among the units without target. */
  readonly highestWithoutTarget?: Fraction
  /** Mean of the measure. */
  readonly average?: Fraction
  /** Values of the measure, best first; the highest first where a formula asks. */
  readonly placed: readonly Fraction[]
}

/** Nothing known about other units. */
export const emptyField: Field = { placed: [] }

/** What a rule is evaluated with besides the unit's own facts. */
export interface EvaluationContext {
  readonly field: Field
  readonly rounding: Rounding
}

/** Exact points before limits and rounding. */
export interface Outcome {
  readonly value: Fraction
  readonly steps: readonly Step[]
}

/** Outcome of one rule family. */
export type OutcomeResult = Result<Outcome, EvaluationProblem>

/** An outcome with its steps. */
export function outcome(value: Fraction, ...steps: readonly Step[]): OutcomeResult {
  return ok({ value, steps })
}

/** A step. */
export function step(code: StepCode, params: SentenceParams = {}): Step {
  return { code, params }
}

/** A count or amount that must be there and not be negative. */
export function countOf(
  facts: Facts,
  fact: 'count' | 'plusCount' | 'minusCount' | 'part' | 'whole' | 'judged',
) {
  const given = facts[fact]
  if (given === undefined) return err({ code: 'factMissing', fact } as const)
  const value = fraction(given)
  if (sign(value) < 0) return err({ code: 'factNegative', fact } as const)
  return ok(value)
}
