import {
  checkFormula,
  defaultRounding,
  type Evaluation,
  type EvaluationProblem,
  evaluate,
  type Facts,
  type FormulaProblem,
  type Method,
  surveyField,
} from '../../../domain/scoring/index.ts'
import { parseNumber } from '../../../domain/vietnamese/index.ts'

/** Facts that may be filled in to try a formula. */
export const triedFacts = ['result', 'target', 'count', 'part', 'whole'] as const

/** What trying a formula gave: points and the way to them, or why there are none. */
export type Tried = {
  readonly evaluation?: Evaluation
  readonly problem?: EvaluationProblem
  /** The formula itself cannot be read. */
  readonly wrong?: FormulaProblem
}

type Typed = Readonly<Record<string, string | readonly string[] | undefined>>

/** Works out a formula as it was typed with figures made up to try it; nothing is read or stored. */
export function tryFormula(typed: Typed, decimals: number): Tried {
  const text = (name: string) => (typeof typed[name] === 'string' ? typed[name].trim() : '')
  const expression = text('m.expression')
  const unit = text('m.unit')
  const checked = checkFormula(expression, unit)
  if (!checked.ok) return { wrong: checked.error }
  const method: Method = { kind: 'formula', expression, ...(unit ? { unit } : {}) }
  const facts: Facts = Object.fromEntries(
    triedFacts.flatMap((fact) => {
      const value = numberOf(text(`t.${fact}`))
      return value === undefined ? [] : [[fact, value]]
    }),
  )
  const others = text('t.bloc')
    .split(';')
    .flatMap((one) => {
      const result = numberOf(one)
      return result === undefined ? [] : [{ result }]
    })
  const field = surveyField(method, [facts, ...others])
  const maximum = numberOf(text('maxPoints')) ?? '0'
  const found = evaluate(method, maximum, facts, { field, rounding: { ...defaultRounding, decimals } })
  return found.ok ? { evaluation: found.value } : { problem: found.error }
}

function numberOf(text: string): string | undefined {
  const parsed = parseNumber(text.trim())
  return parsed.ok ? parsed.value.toFixed() : undefined
}
