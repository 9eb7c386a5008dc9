import { ok, type Result } from '../result.ts'
import { factUnitOf, kindOf } from './formula-kind.ts'
import { problemAt } from './formula-lexer.ts'
import { type Formula, parseFormula } from './formula-parse.ts'
import type { FormulaProblem } from './formula-problem.ts'
import type { FormulaFact } from './formula-words.ts'

/** The text of a formula and the unit its figures are in. */
export interface FormulaText {
  readonly expression: string
  readonly unit?: string
}

/** Facts of a unit a formula may look at. */
type UnitFact = 'result' | 'target' | 'count' | 'part' | 'whole'

/**
 * Reads a formula and checks its units, without any figures: what may be saved in a table.
 *
 * @param unit the unit of result and target, where the table declares one
 * @example checkFormula('kết_quả + 5 ha', 'tỷ đồng') // err differentUnits at column 11
 */
export function checkFormula(expression: string, unit?: string): Result<Formula, FormulaProblem> {
  const factUnit = factUnitOf(unit)
  if (unit && !factUnit) return problemAt(1, 'unknownUnit', { unit })
  const formula = parseFormula(expression)
  if (!formula.ok) return formula
  const kind = kindOf(formula.value, factUnit)
  if (!kind.ok) return kind
  if (kind.value.is === 'condition') return problemAt(1, 'resultIsCondition')
  if (kind.value.is === 'amount') return problemAt(1, 'resultHasUnit', { unit: kind.value.unit.name })
  return ok(formula.value)
}

/** Rules never change, so each formula is read once for all units and years. */
const read = new WeakMap<FormulaText, Result<Formula, FormulaProblem>>()

/** The formula of a rule, read. */
export function formulaOf(method: FormulaText): Result<Formula, FormulaProblem> {
  const known = read.get(method)
  if (known) return known
  const fresh = checkFormula(method.expression, method.unit)
  read.set(method, fresh)
  return fresh
}

const factOf: Readonly<Record<FormulaFact, UnitFact | undefined>> = {
  result: 'result',
  target: 'target',
  count: 'count',
  part: 'part',
  whole: 'whole',
  maximum: undefined,
  average: 'result',
  highest: 'result',
  lowest: 'result',
}

/** The facts of a unit a formula names; all it could name while it cannot be read. */
export function factsOfFormula(method: FormulaText): readonly UnitFact[] {
  const formula = formulaOf(method)
  if (!formula.ok) return ['result', 'target', 'count', 'part', 'whole']
  return [...new Set(namedIn(formula.value).flatMap((fact) => factOf[fact] ?? []))]
}

/** Whether a formula looks at the other units of the bloc. */
export function formulaComparesUnits(method: FormulaText): boolean {
  const formula = formulaOf(method)
  return formula.ok && namedIn(formula.value).some((fact) => ['average', 'highest', 'lowest'].includes(fact))
}

function namedIn(formula: Formula): readonly FormulaFact[] {
  switch (formula.kind) {
    case 'number':
      return []
    case 'fact':
      return [formula.fact]
    case 'unary':
      return namedIn(formula.of)
    case 'binary':
      return [...namedIn(formula.left), ...namedIn(formula.right)]
    case 'call':
      return formula.values.flatMap(namedIn)
  }
}
