import { err, ok, type Result } from '../result.ts'
import { isDecimal } from './exact.ts'
import { fill, type Language, type Sentence } from './sentence.ts'

/** What is wrong with a piece of plain data, and where (`children.0.method.points`). */
export interface ParseProblem {
  readonly path: string
  readonly code:
    | 'expectedObject'
    | 'expectedList'
    | 'expectedText'
    | 'expectedDecimal'
    | 'expectedNotNegative'
    | 'expectedPositive'
    | 'expectedYesNo'
    | 'expectedOneOf'
    | 'listIsEmpty'
    | 'tooDeep'
  /** For `expectedOneOf`: the words allowed. */
  readonly allowed?: string
}

const sentences: Record<ParseProblem['code'], Sentence> = {
  expectedObject: { vi: '{=path}: cần một nhóm giá trị.', en: '{=path}: a group of values is needed.' },
  expectedList: { vi: '{=path}: cần một danh sách.', en: '{=path}: a list is needed.' },
  expectedText: { vi: '{=path}: cần chữ, không để trống.', en: '{=path}: text is needed.' },
  expectedDecimal: { vi: '{=path}: cần một số.', en: '{=path}: a number is needed.' },
  expectedNotNegative: { vi: '{=path}: số không được âm.', en: '{=path}: must not be negative.' },
  expectedPositive: { vi: '{=path}: số phải lớn hơn 0.', en: '{=path}: must be above 0.' },
  expectedYesNo: { vi: '{=path}: cần có hoặc không.', en: '{=path}: yes or no is needed.' },
  expectedOneOf: {
    vi: '{=path}: phải là một trong: {=allowed}.',
    en: '{=path}: must be one of: {=allowed}.',
  },
  listIsEmpty: { vi: '{=path}: danh sách trống.', en: '{=path}: the list is empty.' },
  tooDeep: { vi: '{=path}: lồng nhau quá sâu.', en: '{=path}: nested too deeply.' },
}

/** The sentence of a parse problem. */
export function explainParseProblem(problem: ParseProblem, language: Language): string {
  return fill(sentences[problem.code], { path: problem.path, allowed: problem.allowed ?? '' }, language)
}

/**
 * Reads plain data field by field and gathers every problem instead of stopping at the first. Values read after
 * a problem are stand-ins; {@link Reader.finish} gives the whole only when there was no problem.
 */
export class Reader {
  readonly problems: ParseProblem[] = []

  /** The value as a record; an empty one, with a problem, when it is none. */
  object(value: unknown, path: string): Readonly<Record<string, unknown>> {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Readonly<Record<string, unknown>>
    }
    this.add(path, 'expectedObject')
    return {}
  }

  /** The value as a list. */
  list(value: unknown, path: string, atLeast = 0): readonly unknown[] {
    if (!Array.isArray(value)) {
      this.add(path, 'expectedList')
      return []
    }
    if (value.length < atLeast) this.add(path, 'listIsEmpty')
    return value
  }

  /** A text with something in it. */
  text(value: unknown, path: string): string {
    if (typeof value === 'string' && value.trim() !== '') return value
    this.add(path, 'expectedText')
    return ''
  }

  /** A plain decimal; JSON numbers are taken as they print. */
  decimal(value: unknown, path: string, sign: 'any' | 'notNegative' | 'positive' = 'any'): string {
    const text = typeof value === 'number' ? String(value) : value
    if (typeof text !== 'string' || !isDecimal(text)) {
      this.add(path, 'expectedDecimal')
      return '1'
    }
    const isZero = !/[1-9]/.test(text)
    if (sign !== 'any' && text.startsWith('-') && !isZero) this.add(path, 'expectedNotNegative')
    else if (sign === 'positive' && isZero) this.add(path, 'expectedPositive')
    return text
  }

  /** A yes or no. */
  yesNo(value: unknown, path: string): boolean {
    if (typeof value === 'boolean') return value
    this.add(path, 'expectedYesNo')
    return false
  }

  /** One of a few words. */
  oneOf<const T extends string>(value: unknown, path: string, allowed: readonly [T, ...T[]]): T {
    const found = allowed.find((word) => word === value)
    if (found !== undefined) return found
    this.problems.push({ path, code: 'expectedOneOf', allowed: allowed.join(', ') })
    return allowed[0]
  }

  /** Applies `read` unless the value is absent. */
  optional<T>(value: unknown, read: (value: unknown) => T): T | undefined {
    return value === undefined || value === null ? undefined : read(value)
  }

  /** Records a problem. */
  add(path: string, code: ParseProblem['code']): void {
    this.problems.push({ path, code })
  }

  /** The whole, or everything that is wrong with it. */
  finish<T>(value: T): Result<T, readonly ParseProblem[]> {
    return this.problems.length === 0 ? ok(value) : err(this.problems)
  }
}

/** Drops the keys without a value, so that plain data compares and prints the same everywhere. */
export function compact<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T
}
