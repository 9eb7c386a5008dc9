import jsep from 'jsep'
import { ok, type Result } from '../result.ts'
import type { Unit } from '../vietnamese/index.ts'
import type { Fraction } from './exact.ts'
import { formulaLimits, problemAt, type Token, tokensOf } from './formula-lexer.ts'
import type { FormulaProblem } from './formula-problem.ts'
import {
  type FormulaFact,
  type FormulaFunction,
  type FormulaOperator,
  functionArity,
} from './formula-words.ts'

/** A formula that was read: a tree of numbers, facts, operators and functions, each with its place. */
export type Formula = { readonly column: number; readonly text: string } & (
  | { readonly kind: 'number'; readonly value: Fraction; readonly unit?: Unit }
  | { readonly kind: 'fact'; readonly fact: FormulaFact }
  | { readonly kind: 'unary'; readonly operator: FormulaOperator; readonly of: Formula }
  | {
      readonly kind: 'binary'
      readonly operator: FormulaOperator
      readonly left: Formula
      readonly right: Formula
    }
  | { readonly kind: 'call'; readonly name: FormulaFunction; readonly values: readonly Formula[] }
)

/**
 * Reads the text of a formula. The library builds the tree (precedence, parentheses, calls); nothing of the text
 * is ever run as code, and only what stands in {@link Formula} can come out.
 *
 * @example parseFormula('kết_quả ÷ chỉ_tiêu × điểm_tối_đa')
 */
export function parseFormula(text: string): Result<Formula, FormulaProblem> {
  const tokens = tokensOf(text)
  if (!tokens.ok) return tokens
  const order = checkOrder(tokens.value)
  if (!order.ok) return order
  return treeOf(tokens.value)
}

/** Values and operators in turn, parentheses in pairs: said here with the place, so that the tree always comes out. */
function checkOrder(tokens: readonly Token[]): Result<null, FormulaProblem> {
  const open: { readonly column: number; readonly call: boolean }[] = []
  let wantsValue = true
  for (const [i, token] of tokens.entries()) {
    const { column } = token
    switch (token.kind) {
      case 'number':
      case 'fact':
        if (!wantsValue) return problemAt(column, 'missingOperator', { name: token.text })
        wantsValue = false
        break
      case 'function':
        if (!wantsValue) return problemAt(column, 'missingOperator', { name: token.text })
        if (tokens[i + 1]?.kind !== 'open') return problemAt(column, 'functionAlone', { name: token.text })
        break
      case 'open':
        if (!wantsValue) return problemAt(column, 'missingOperator', { name: '(' })
        open.push({ column, call: tokens[i - 1]?.kind === 'function' })
        if (open.length > formulaLimits.depth) {
          return problemAt(column, 'tooDeep', { limit: String(formulaLimits.depth) })
        }
        break
      case 'close':
        if (open.length === 0) return problemAt(column, 'unexpectedClose')
        if (wantsValue) return problemAt(column, 'missingOperand')
        open.pop()
        break
      case 'separator':
        if (open.at(-1)?.call !== true) return problemAt(column, 'separatorOutside')
        if (wantsValue) return problemAt(column, 'missingOperand')
        wantsValue = true
        break
      case 'operator': {
        const sign = token.operator
        if (wantsValue ? !['-', '+', '!'].includes(sign) : sign === '!') {
          return wantsValue
            ? problemAt(column, 'missingOperand')
            : problemAt(column, 'missingOperator', { name: token.text })
        }
        wantsValue = true
      }
    }
  }
  const last = tokens.at(-1)
  const unclosed = open.at(-1)
  if (wantsValue && last) return problemAt(last.column + last.text.length, 'missingOperand')
  return unclosed ? problemAt(unclosed.column, 'unclosed') : ok(null)
}

/** Letters of the private use area stand for the tokens, so that every leaf of the library's tree leads back to its place. */
const firstStandIn = 0xe000

function treeOf(tokens: readonly Token[]): Result<Formula, FormulaProblem> {
  const written = tokens.map((token, i) => {
    if (token.kind === 'operator') return token.operator
    if (token.kind === 'open') return '('
    if (token.kind === 'close') return ')'
    return token.kind === 'separator' ? ',' : String.fromCharCode(firstStandIn + i)
  })
  try {
    return formulaOf(jsep(written.join(' ')), tokens)
  } catch {
    return problemAt(1, 'unreadable')
  }
}

function formulaOf(node: jsep.Expression, tokens: readonly Token[]): Result<Formula, FormulaProblem> {
  switch (node.type) {
    case 'Identifier': {
      const token = tokenOf(node, tokens)
      if (token?.kind === 'number' || token?.kind === 'fact') return ok(token)
      return problemAt(token?.column ?? 1, 'unreadable')
    }
    case 'UnaryExpression': {
      const of = formulaOf(node.argument as jsep.Expression, tokens)
      if (!of.ok) return of
      const { column, text } = of.value
      return ok({ kind: 'unary', operator: node.operator as FormulaOperator, of: of.value, column, text })
    }
    case 'BinaryExpression':
    case 'LogicalExpression': {
      const left = formulaOf(node.left as jsep.Expression, tokens)
      if (!left.ok) return left
      const right = formulaOf(node.right as jsep.Expression, tokens)
      if (!right.ok) return right
      return ok({
        kind: 'binary',
        operator: node.operator as FormulaOperator,
        left: left.value,
        right: right.value,
        column: left.value.column,
        text: left.value.text,
      })
    }
    case 'CallExpression':
      return callOf(node, tokens)
    default:
      return problemAt(1, 'unreadable')
  }
}

function callOf(node: jsep.Expression, tokens: readonly Token[]): Result<Formula, FormulaProblem> {
  const token = tokenOf(node.callee as jsep.Expression, tokens)
  if (token?.kind !== 'function') return problemAt(token?.column ?? 1, 'unreadable')
  const { name, column, text } = token
  const values: Formula[] = []
  for (const each of node.arguments as readonly jsep.Expression[]) {
    const value = formulaOf(each, tokens)
    if (!value.ok) return value
    values.push(value.value)
  }
  const [least, most] = functionArity[name]
  if (values.length < least || values.length > most) {
    const needs = least === most ? String(least) : `${least}–${most}`
    return problemAt(column, 'argumentCount', { name: text, needs, given: String(values.length) })
  }
  return ok({ kind: 'call', name, values, column, text })
}

function tokenOf(node: jsep.Expression, tokens: readonly Token[]): Token | undefined {
  const name = typeof node.name === 'string' ? node.name : ''
  return tokens[name.charCodeAt(0) - firstStandIn]
}
