import { err, ok, type Result } from '../result.ts'
import type { Unit } from '../vietnamese/index.ts'
import { type EvaluationContext, type EvaluationProblem, type Step, step } from './evaluation.ts'
import {
  compare,
  type Fraction,
  fraction,
  greatest,
  hundred,
  least,
  minus,
  negated,
  over,
  plus,
  roundedText,
  roundFraction,
  roundOnce,
  sign,
  times,
} from './exact.ts'
import { factUnitOf, isPercent, kindOf, unitOfDimension } from './formula-kind.ts'
import { problemAt } from './formula-lexer.ts'
import type { Formula } from './formula-parse.ts'
import type { FormulaFact, FormulaOperator } from './formula-words.ts'
import type { Facts, FormulaMethod } from './method.ts'

/** What a formula is worked out with. */
export interface FormulaInput {
  readonly facts: Facts
  readonly maximum: Fraction
  readonly context: EvaluationContext
}

/** The exact value of a formula and the way to it: numbers put in, then one step after the other. */
export interface FormulaValue {
  readonly value: Fraction
  readonly steps: readonly Step[]
}

type Value = Fraction | boolean
type ValueResult = Result<Value, EvaluationProblem>

/**
 * Works out a checked formula for one unit. Exact throughout; only the branch of an "if" that applies is looked
 * at, so what it divides by need not be there for the others.
 */
export function evaluateFormula(
  formula: Formula,
  method: FormulaMethod,
  input: FormulaInput,
): Result<FormulaValue, EvaluationProblem> {
  const work = new Work(factUnitOf(method.unit), input)
  const value = work.valueOf(formula)
  if (!value.ok) return value
  const filled = step('formulaFilled', { text: work.filled(formula) })
  const result = asNumber(value.value)
  return ok({ value: result, steps: formula.kind === 'number' ? [] : [filled, ...work.steps] })
}

/** Beyond so many digits a value is no score; the limits of the text keep any formula far below it. */
const largest = fraction(`1${'0'.repeat(400)}`)

const signs: Readonly<Record<FormulaOperator, string>> = {
  '+': '+',
  '-': '−',
  '*': '×',
  '/': '÷',
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
  '==': '=',
  '!=': '≠',
  '&&': 'và',
  '||': 'hoặc',
  '!': 'không',
}

class Work {
  readonly steps: Step[] = []
  readonly #factUnit: Unit | undefined
  readonly #input: FormulaInput

  constructor(factUnit: Unit | undefined, input: FormulaInput) {
    this.#factUnit = factUnit
    this.#input = input
  }

  valueOf(formula: Formula): ValueResult {
    switch (formula.kind) {
      case 'number':
        return ok(this.#amount(formula.value, formula.unit))
      case 'fact':
        return this.#factValue(formula.fact)
      case 'unary': {
        const of = this.valueOf(formula.of)
        if (!of.ok) return of
        if (formula.operator === '!') return ok(of.value !== true)
        return ok(formula.operator === '-' ? negated(asNumber(of.value)) : of.value)
      }
      case 'binary':
        return this.#binary(formula)
      case 'call':
        return this.#call(formula)
    }
  }

  /** The formula with the numbers put in, in plain decimals. */
  filled(formula: Formula, inner = false): string {
    switch (formula.kind) {
      case 'number':
        return this.#print(formula, this.#amount(formula.value, formula.unit))
      case 'fact': {
        const value = this.#factValue(formula.fact)
        return value.ok ? this.#print(formula, value.value) : '…'
      }
      case 'unary':
        return formula.operator === '!'
          ? `${signs['!']} (${this.filled(formula.of)})`
          : `${formula.operator === '-' ? '−' : ''}${this.filled(formula.of, true)}`
      case 'binary': {
        const { left, operator, right } = formula
        const text = `${this.filled(left, true)} ${signs[operator]} ${this.filled(right, true)}`
        return inner ? `(${text})` : text
      }
      case 'call':
        return `${formula.text}(${formula.values.map((one) => this.filled(one)).join('; ')})`
    }
  }

  #binary(formula: Formula & { readonly kind: 'binary' }): ValueResult {
    const { operator, right } = formula
    const a = this.valueOf(formula.left)
    if (!a.ok) return a
    if (operator === '&&' && a.value === false) return a
    if (operator === '||' && a.value === true) return a
    const b = this.valueOf(right)
    if (!b.ok) return b
    if (operator === '&&' || operator === '||') return b
    const [x, y] = [asNumber(a.value), asNumber(b.value)]
    if (operator === '/' && sign(y) === 0) return failed(problemAt(right.column, 'divisionByZero'))
    const value = calculate(operator, x, y)
    if (typeof value !== 'boolean' && isTooLarge(value)) return failed(problemAt(right.column, 'tooLarge'))
    const [left, other] = [this.#print(formula.left, x), this.#print(right, y)]
    this.#say(formula, `${left} ${signs[operator]} ${other}`, value)
    return ok(value)
  }

  #call(formula: Formula & { readonly kind: 'call' }): ValueResult {
    const [first, second, third] = formula.values
    if (formula.name === 'if' && first && second && third) {
      const test = this.valueOf(first)
      if (!test.ok) return test
      return this.valueOf(test.value === true ? second : third)
    }
    const values: Fraction[] = []
    for (const each of formula.values) {
      const value = this.valueOf(each)
      if (!value.ok) return value
      values.push(asNumber(value.value))
    }
    const value = this.#apply(formula, values)
    const printed = formula.values.map((one, i) => this.#print(one, values[i] ?? hundred)).join('; ')
    this.#say(formula, `${formula.text}(${printed})`, value)
    return ok(value)
  }

  #apply(
    { name, values: [first] }: Formula & { readonly kind: 'call' },
    values: readonly Fraction[],
  ): Fraction {
    const [value = hundred, decimals] = values
    switch (name) {
      case 'min':
        return values.reduce(least)
      case 'max':
        return values.reduce(greatest)
      case 'abs':
        return sign(value) < 0 ? negated(value) : value
      case 'round': {
        const mode = {
          decimals: decimals === undefined ? 0 : Number(roundedText(decimals)),
          mode: 'halfUp',
        } as const
        const factor = first && this.#isPercent(first) ? hundred : fraction('1')
        return over(fraction(roundFraction(times(value, factor), mode)), factor)
      }
      default:
        return values.reduce(plus)
    }
  }

  #factValue(fact: FormulaFact): ValueResult {
    const { facts, maximum, context } = this.#input
    const { placed, average } = context.field
    switch (fact) {
      case 'maximum':
        return ok(maximum)
      case 'average':
      case 'highest':
      case 'lowest': {
        const value = { average, highest: placed[0], lowest: placed.at(-1) }[fact]
        return value === undefined ? err({ code: 'nothingToCompare' }) : ok(this.#asFigure(value))
      }
      default: {
        const given = facts[fact]
        if (given === undefined || given === null) return err({ code: 'factMissing', fact })
        const value = fraction(given)
        return ok(fact === 'result' || fact === 'target' ? this.#asFigure(value) : value)
      }
    }
  }

  #asFigure(value: Fraction): Fraction {
    return isPercent(this.#factUnit) ? over(value, hundred) : value
  }

  /** A number of the text in the unit it is calculated in. */
  #amount(value: Fraction, unit: Unit | undefined): Fraction {
    if (unit === undefined) return value
    if (isPercent(unit)) return over(value, hundred)
    const to = unit.dimension === 'count' ? undefined : unitOfDimension(unit, this.#factUnit)
    const power = unit.power - (to?.power ?? 0)
    const factor = fraction(`1${'0'.repeat(Math.abs(power))}`)
    return power >= 0 ? times(value, factor) : over(value, factor)
  }

  #isPercent(formula: Formula): boolean {
    const kind = kindOf(formula, this.#factUnit)
    return kind.ok && kind.value.is === 'amount' && isPercent(kind.value.unit)
  }

  #print(formula: Formula, value: Value): string {
    if (typeof value === 'boolean') return value ? 'đúng' : 'sai'
    const kind = kindOf(formula, this.#factUnit)
    const unit = kind.ok && kind.value.is === 'amount' ? kind.value.unit : undefined
    if (unit === undefined) return roundedText(value, 4)
    if (isPercent(unit)) return `${roundedText(times(value, hundred), 4)}%`
    return `${roundedText(value, 4)} ${unitOfDimension(unit, this.#factUnit).name}`
  }

  #say(formula: Formula, text: string, value: Value): void {
    if (typeof value === 'boolean') {
      this.steps.push(step(value ? 'formulaTrue' : 'formulaFalse', { text }))
      return
    }
    const { exact } = roundOnce(value, { decimals: 4, mode: 'halfUp' })
    const result = this.#print(formula, value)
    this.steps.push(step('formulaStep', { text: `${text} ${exact ? '=' : '≈'} ${result}` }))
  }
}

function calculate(operator: FormulaOperator, a: Fraction, b: Fraction): Value {
  switch (operator) {
    case '+':
      return plus(a, b)
    case '-':
      return minus(a, b)
    case '*':
      return times(a, b)
    case '/':
      return over(a, b)
    default:
      return compares(operator, compare(a, b))
  }
}

function compares(operator: FormulaOperator, order: number): boolean {
  switch (operator) {
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
    case '!=':
      return order !== 0
    default:
      return order === 0
  }
}

function isTooLarge(value: Fraction): boolean {
  const size = sign(value) < 0 ? negated(value) : value
  return compare(size, largest) > 0 || compare({ n: value.d, d: 1 }, largest) > 0
}

function failed({ error }: ReturnType<typeof problemAt>): ValueResult {
  return err({ code: 'formulaFailed', problem: error })
}

/** Kinds were checked before, so a condition never stands where a number is needed. */
function asNumber(value: Value): Fraction {
  return typeof value === 'boolean' ? fraction(value ? '1' : '0') : value
}
