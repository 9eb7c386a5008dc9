import { err, ok, type Result } from '../result.ts'
import { type Unit, unitOf } from '../vietnamese/index.ts'
import { type Fraction, fraction } from './exact.ts'
import type { FormulaProblem, FormulaProblemCode } from './formula-problem.ts'
import {
  type FormulaFact,
  type FormulaFunction,
  type FormulaOperator,
  meaningOf,
  nearestName,
  operatorSigns,
} from './formula-words.ts'

/** One piece of a formula and where it stands. */
export type Token = { readonly column: number; readonly text: string } & (
  | { readonly kind: 'number'; readonly value: Fraction; readonly unit?: Unit }
  | { readonly kind: 'fact'; readonly fact: FormulaFact }
  | { readonly kind: 'function'; readonly name: FormulaFunction }
  | { readonly kind: 'operator'; readonly operator: FormulaOperator }
  | { readonly kind: 'open' | 'close' | 'separator' }
)

/** Limits that keep any formula small: no number, however often multiplied, grows beyond a few thousand digits. */
export const formulaLimits = { characters: 500, parts: 200, depth: 16, digits: 18 } as const

/** A problem at a place. */
export function problemAt(
  column: number,
  code: FormulaProblemCode,
  params: Readonly<Record<string, string>> = {},
): { readonly ok: false; readonly error: FormulaProblem } {
  return err({ code, column, params })
}

/** Cuts a formula into its pieces, in Vietnamese or plain notation. */
export function tokensOf(source: string): Result<readonly Token[], FormulaProblem> {
  const text = source.normalize('NFC')
  if (text.trim() === '') return problemAt(1, 'empty')
  if (text.length > formulaLimits.characters) {
    return problemAt(1, 'tooLong', { limit: String(formulaLimits.characters) })
  }
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    if (/\s/.test(text[at] ?? '')) {
      at += 1
      continue
    }
    const token = tokenAt(text, at)
    if (!token.ok) return token
    if (tokens.length >= formulaLimits.parts) {
      return problemAt(at + 1, 'tooManyParts', { limit: String(formulaLimits.parts) })
    }
    tokens.push(token.value)
    at += token.value.text.length
  }
  return ok(tokens)
}

function tokenAt(text: string, at: number): Result<Token, FormulaProblem> {
  const rest = text.slice(at)
  const column = at + 1
  if (/^\d/.test(rest)) return numberAt(rest, column)
  if (/^\p{L}/u.test(rest)) return wordAt(rest, column)
  const bracket = ({ '(': 'open', ')': 'close', ';': 'separator', ',': 'separator' } as const)[rest[0] ?? '']
  if (bracket) return ok({ kind: bracket, column, text: rest[0] ?? '' })
  const sign = operatorSigns.find(([written]) => rest.startsWith(written))
  if (sign) return ok({ kind: 'operator', operator: sign[1], column, text: sign[0] })
  if (rest.startsWith('^')) return problemAt(column, 'noPower')
  return problemAt(column, 'badCharacter', { character: [...rest][0] ?? '' })
}

function numberAt(rest: string, column: number): Result<Token, FormulaProblem> {
  const written = /^\d+(?:[.,]\d+)*/.exec(rest)?.[0] ?? ''
  const value = readNumber(written, column)
  if (!value.ok) return value
  const percent = /^\s*%/.exec(rest.slice(written.length))?.[0]
  const found = percent
    ? { text: percent, unit: unitOf('%') }
    : unitAfter(rest.slice(written.length), column + written.length)
  if ('ok' in found) return found
  const token = { kind: 'number', column, text: written + found.text, value: value.value } as const
  return ok(found.unit ? { ...token, unit: found.unit } : token)
}

type UnitFound = { readonly text: string; readonly unit?: Unit | undefined }

/** The longest run of words behind a number that names a unit; a word with another meaning ends it. */
function unitAfter(
  rest: string,
  column: number,
): UnitFound | { readonly ok: false; readonly error: FormulaProblem } {
  const words = /^\s*(?:\p{L}[\p{L}\d²³]*(?:\s+|$|(?=[^\p{L}])))+/u.exec(rest)?.[0] ?? ''
  const ends = [...words.matchAll(/\p{L}[\p{L}\d²³]*/gu)].map((word) => word.index + word[0].length)
  for (const end of ends.toReversed()) {
    const unit = unitOf(words.slice(0, end).trim())
    if (unit) return { text: words.slice(0, end), unit }
  }
  const [first] = ends
  if (first === undefined || startsWithName(rest.trimStart())) return { text: '' }
  return problemAt(column + words.search(/\S/), 'unknownUnit', { unit: words.slice(0, first).trim() })
}

function readNumber(written: string, column: number): Result<Fraction, FormulaProblem> {
  if (written.replace(/\D/g, '').length > formulaLimits.digits) {
    return problemAt(column, 'numberTooLong', { number: written, limit: String(formulaLimits.digits) })
  }
  if (/^[1-9]\d{0,2}\.\d{3}$/.test(written)) {
    const params = { number: written, whole: written.replace('.', ''), decimal: written.replace('.', ',') }
    return problemAt(column, 'ambiguousNumber', params)
  }
  if (/^\d+(?:[.,]\d+)?$/.test(written)) return ok(fraction(written.replace(',', '.')))
  if (/^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/.test(written)) {
    return ok(fraction(written.replace(/\./g, '').replace(',', '.')))
  }
  return problemAt(column, 'badNumber', { number: written })
}

const longestName = 5

function wordAt(rest: string, column: number): Result<Token, FormulaProblem> {
  const found = nameAt(rest)
  if (!found) {
    const name = /^[\p{L}\d_]+/u.exec(rest)?.[0] ?? ''
    const nearest = nearestName(name)
    return nearest === undefined
      ? problemAt(column, 'unknownName', { name })
      : problemAt(column, 'unknownNameNear', { name, nearest })
  }
  const { text, meaning } = found
  if (meaning.is === 'fact') return ok({ kind: 'fact', fact: meaning.fact, column, text })
  if (meaning.is === 'function') return ok({ kind: 'function', name: meaning.name, column, text })
  return ok({ kind: 'operator', operator: meaning.operator, column, text })
}

function startsWithName(rest: string): boolean {
  return nameAt(rest) !== undefined
}

/** The longest run of words that is a known name: "lớn nhất khối" before "lớn nhất". */
function nameAt(rest: string) {
  const run = /^\p{L}[\p{L}\d]*(?:[_ ]+\p{L}[\p{L}\d]*)*/u.exec(rest)?.[0] ?? ''
  const ends = [...run.matchAll(/\p{L}[\p{L}\d]*/gu)].map((word) => word.index + word[0].length)
  for (const end of ends.slice(0, longestName).toReversed()) {
    const text = run.slice(0, end)
    const meaning = meaningOf(text)
    if (meaning && run[end] !== '_') return { text, meaning }
  }
  return undefined
}
