import { fold } from '../vietnamese/index.ts'

/** What a formula may name: facts of the unit, the maximum, and what the whole bloc reached. */
export type FormulaFact =
  | 'result'
  | 'target'
  | 'count'
  | 'part'
  | 'whole'
  | 'maximum'
  | 'average'
  | 'highest'
  | 'lowest'

/** Functions of the formula language. */
export type FormulaFunction = 'if' | 'min' | 'max' | 'sum' | 'round' | 'abs'

/** Operators of the formula language, as they are kept. */
export type FormulaOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '<'
  | '<='
  | '>'
  | '>='
  | '=='
  | '!='
  | '&&'
  | '||'
  | '!'

/** Spellings of each fact: the Vietnamese one first, then the English one, then others. */
export const formulaFacts: Readonly<Record<FormulaFact, readonly [string, string, ...string[]]>> = {
  result: ['kết_quả', 'result'],
  target: ['chỉ_tiêu', 'target'],
  count: ['số_lượng', 'count'],
  part: ['tử_số', 'part', 'số_đạt', 'numerator'],
  whole: ['mẫu_số', 'whole', 'tổng_số', 'denominator'],
  maximum: ['điểm_tối_đa', 'maximum', 'max_points'],
  average: ['trung_bình_khối', 'bloc_average', 'bình_quân_khối'],
  highest: ['lớn_nhất_khối', 'bloc_max', 'cao_nhất_khối'],
  lowest: ['nhỏ_nhất_khối', 'bloc_min', 'thấp_nhất_khối'],
}

/** Spellings of each function, in the same order. */
export const formulaFunctions: Readonly<Record<FormulaFunction, readonly [string, string, ...string[]]>> = {
  if: ['nếu', 'if'],
  min: ['nhỏ_nhất', 'min'],
  max: ['lớn_nhất', 'max'],
  sum: ['tổng', 'sum'],
  round: ['làm_tròn', 'round'],
  abs: ['trị_tuyệt_đối', 'abs', 'giá_trị_tuyệt_đối'],
}

/** How many values each function takes: at least, at most. */
export const functionArity: Readonly<Record<FormulaFunction, readonly [number, number]>> = {
  if: [3, 3],
  min: [2, 40],
  max: [2, 40],
  sum: [2, 40],
  round: [1, 2],
  abs: [1, 1],
}

/** Signs of the operators, the longer before the shorter. */
export const operatorSigns: readonly (readonly [string, FormulaOperator])[] = [
  ['<=', '<='],
  ['>=', '>='],
  ['<>', '!='],
  ['!=', '!='],
  ['==', '=='],
  ['&&', '&&'],
  ['||', '||'],
  ['=', '=='],
  ['<', '<'],
  ['>', '>'],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '!='],
  ['+', '+'],
  ['-', '-'],
  ['−', '-'],
  ['–', '-'],
  ['*', '*'],
  ['×', '*'],
  ['·', '*'],
  ['/', '/'],
  [':', '/'],
  ['÷', '/'],
  ['!', '!'],
]

const operatorWords: readonly (readonly [string, FormulaOperator])[] = [
  ['và', '&&'],
  ['and', '&&'],
  ['hoặc', '||'],
  ['or', '||'],
  ['không', '!'],
  ['not', '!'],
]

/** What a word means. */
export type Meaning =
  | { readonly is: 'fact'; readonly fact: FormulaFact }
  | { readonly is: 'function'; readonly name: FormulaFunction }
  | { readonly is: 'operator'; readonly operator: FormulaOperator }

const meanings = new Map<string, Meaning>([
  ...Object.entries(formulaFacts).flatMap(([fact, names]) =>
    names.map((name) => [keyOf(name), { is: 'fact', fact: fact as FormulaFact }] as const),
  ),
  ...Object.entries(formulaFunctions).flatMap(([name, names]) =>
    names.map((one) => [keyOf(one), { is: 'function', name: name as FormulaFunction }] as const),
  ),
  ...operatorWords.map(([word, operator]) => [keyOf(word), { is: 'operator', operator }] as const),
])

/** The meaning of a name; spaces and underscores, capitals and diacritics make no difference. */
export function meaningOf(name: string): Meaning | undefined {
  return meanings.get(keyOf(name))
}

/** The known name that is written most like this one; nothing when none comes near. */
export function nearestName(name: string): string | undefined {
  const key = keyOf(name)
  const known = [...Object.values(formulaFacts), ...Object.values(formulaFunctions)].flat()
  const [best] = known
    .map((one) => ({ one, distance: editDistance(key, keyOf(one)) }))
    .toSorted((a, b) => a.distance - b.distance)
  return best && key.length > 2 && best.distance <= Math.ceil(key.length / 4) ? best.one : undefined
}

function keyOf(name: string): string {
  return fold(name)
    .replace(/[\s_]+/g, ' ')
    .trim()
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (letter === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
