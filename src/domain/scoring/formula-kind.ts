import { ok, type Result } from '../result.ts'
import { knownUnits, type Unit, unitOf } from '../vietnamese/index.ts'
import { compare, fraction, isWhole } from './exact.ts'
import { problemAt } from './formula-lexer.ts'
import type { Formula } from './formula-parse.ts'
import type { FormulaProblem } from './formula-problem.ts'
import type { FormulaFact, FormulaOperator } from './formula-words.ts'

/**
 * What a part of a formula is: a condition, a bare number, a ratio of two like amounts (which may stand beside
 * numbers and percentages), or an amount in a unit.
 */
export type Kind =
  | { readonly is: 'condition' | 'number' | 'ratio' }
  | { readonly is: 'amount'; readonly unit: Unit }

const condition: Kind = { is: 'condition' }
const number: Kind = { is: 'number' }
const ratio: Kind = { is: 'ratio' }

/** Facts that are counted in the unit of the figure the rule looks at. */
const measured: readonly FormulaFact[] = ['result', 'target', 'average', 'highest', 'lowest']

/**
 * What a part of a formula is, or why its units do not fit. Needs no figures, so a formula is checked before it
 * is saved, every branch of it.
 *
 * @param factUnit the unit of result and target, where the table declares one
 */
export function kindOf(formula: Formula, factUnit: Unit | undefined): Result<Kind, FormulaProblem> {
  switch (formula.kind) {
    case 'number':
      return ok(kindOfUnit(formula.unit))
    case 'fact':
      return ok(measured.includes(formula.fact) ? kindOfUnit(factUnit) : number)
    case 'unary': {
      const of = kindOf(formula.of, factUnit)
      if (!of.ok) return of
      return formula.operator === '!' ? conditionOf(of.value, formula.of) : numeric(of.value, formula.of)
    }
    case 'binary': {
      const left = kindOf(formula.left, factUnit)
      if (!left.ok) return left
      const right = kindOf(formula.right, factUnit)
      if (!right.ok) return right
      return kindOfPair(formula.operator, left.value, right.value, formula)
    }
    case 'call':
      return kindOfCall(formula, factUnit)
  }
}

/** Whether a percentage, kept as a hundredth of what is written. */
export function isPercent(unit: Unit | undefined): boolean {
  return unit?.dimension === 'percent'
}

/** The unit amounts of a dimension are calculated in: the one of the facts where it fits, else its base. */
export function unitOfDimension(unit: Unit, factUnit: Unit | undefined): Unit {
  if (factUnit?.dimension === unit.dimension) return factUnit
  const base = knownUnits().find((one) => one.dimension === unit.dimension && one.power === 0)
  return base ?? unit
}

function kindOfUnit(unit: Unit | undefined): Kind {
  return unit === undefined || unit.dimension === 'count' || unit.dimension === 'point'
    ? number
    : { is: 'amount', unit }
}

type Pair = Formula & { readonly kind: 'binary' }

function kindOfPair(
  operator: FormulaOperator,
  left: Kind,
  right: Kind,
  pair: Pair,
): Result<Kind, FormulaProblem> {
  if (operator === '&&' || operator === '||') {
    const first = conditionOf(left, pair.left)
    return first.ok ? conditionOf(right, pair.right) : first
  }
  const first = numeric(left, pair.left)
  if (!first.ok) return first
  const second = numeric(right, pair.right)
  if (!second.ok) return second
  if (operator === '*') return product(left, right, pair)
  if (operator === '/') return quotient(left, right, pair)
  const together = like(left, right, pair.right)
  return together.ok && operator !== '+' && operator !== '-' ? ok(condition) : together
}

/** What two amounts make when they are added or compared. */
function like(left: Kind, right: Kind, at: Formula): Result<Kind, FormulaProblem> {
  if (left.is === 'amount' && right.is === 'amount') {
    if (left.unit.dimension === right.unit.dimension) return ok(left)
    return problemAt(at.column, 'differentUnits', { left: left.unit.name, right: right.unit.name })
  }
  const amount = left.is === 'amount' ? left : right
  const other = left.is === 'amount' ? right : left
  if (amount.is !== 'amount') return ok(left.is === 'ratio' && right.is === 'ratio' ? ratio : number)
  if (isPercent(amount.unit) && other.is === 'ratio') return ok(ratio)
  return problemAt(at.column, 'unitAgainstNumber', { unit: amount.unit.name })
}

function product(left: Kind, right: Kind, { right: at }: Pair): Result<Kind, FormulaProblem> {
  const share = (kind: Kind) => kind.is === 'amount' && isPercent(kind.unit)
  if (left.is !== 'amount' && right.is !== 'amount') {
    return ok(left.is === 'ratio' && right.is === 'ratio' ? ratio : number)
  }
  if (share(left)) return ok(share(right) ? ratio : right)
  if (share(right)) return ok(left)
  if (left.is === 'amount' && right.is === 'amount') {
    return problemAt(at.column, 'unitTimesUnit', { left: left.unit.name, right: right.unit.name })
  }
  return ok(left.is === 'amount' ? left : right)
}

function quotient(left: Kind, right: Kind, { right: at }: Pair): Result<Kind, FormulaProblem> {
  if (right.is !== 'amount') return ok(left.is === 'amount' ? left : ratio)
  if (left.is === 'amount' && left.unit.dimension === right.unit.dimension) return ok(ratio)
  if (isPercent(right.unit)) return ok(left)
  if (left.is !== 'amount') return problemAt(at.column, 'unitBelow', { right: right.unit.name })
  return problemAt(at.column, 'differentUnits', { left: left.unit.name, right: right.unit.name })
}

function kindOfCall(
  call: Formula & { readonly kind: 'call' },
  factUnit: Unit | undefined,
): Result<Kind, FormulaProblem> {
  const kinds: Kind[] = []
  for (const value of call.values) {
    const kind = kindOf(value, factUnit)
    if (!kind.ok) return kind
    kinds.push(kind.value)
  }
  const [test, ...branches] = call.values
  if (call.name === 'if' && test) {
    const asked = conditionOf(kinds[0] ?? number, test)
    return asked.ok ? together(kinds.slice(1), branches) : asked
  }
  if (call.name === 'round') return kindOfRounding(call.values, kinds)
  return together(kinds, call.values)
}

function kindOfRounding(values: readonly Formula[], kinds: readonly Kind[]): Result<Kind, FormulaProblem> {
  const [value, decimals] = values
  if (decimals !== undefined && !isDecimalCount(decimals)) return problemAt(decimals.column, 'roundDecimals')
  return value && kinds[0] ? numeric(kinds[0], value) : ok(number)
}

function isDecimalCount(formula: Formula): boolean {
  if (formula.kind !== 'number' || formula.unit !== undefined) return false
  return isWhole(formula.value) && compare(formula.value, fraction('6')) <= 0
}

function together(kinds: readonly Kind[], values: readonly Formula[]): Result<Kind, FormulaProblem> {
  let all: Kind | undefined
  for (const [i, kind] of kinds.entries()) {
    const at = values[i]
    if (!at) continue
    const each = numeric(kind, at)
    if (!each.ok) return each
    const joined: Result<Kind, FormulaProblem> = all === undefined ? ok(kind) : like(all, kind, at)
    if (!joined.ok) return joined
    all = joined.value
  }
  return ok(all ?? number)
}

function numeric(kind: Kind, { column }: Formula): Result<Kind, FormulaProblem> {
  return kind.is === 'condition' ? problemAt(column, 'needsNumber') : ok(kind)
}

function conditionOf(kind: Kind, { column }: Formula): Result<Kind, FormulaProblem> {
  return kind.is === 'condition' ? ok(kind) : problemAt(column, 'needsCondition')
}

/** The unit a table declares for its figures, when it is known. */
export function factUnitOf(name: string | undefined): Unit | undefined {
  return name === undefined || name === '' ? undefined : unitOf(name)
}
