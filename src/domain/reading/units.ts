import { MEASURES, MULTIPLIERS, PER } from './measures.ts'
import type { Token } from './tokens.ts'

/** What the words after a number make of it (see measures.ts); `none` when no known unit follows. */
export type QuantityKind =
  | 'percent'
  | 'money'
  | 'measure'
  | 'count'
  | 'group'
  | 'award'
  | 'span'
  | 'times'
  | 'never'
  | 'none'

/** The known unit at token `at`: its kind, and where it ends; multipliers and "/năm" belong to it. */
export function unitAt(
  tokens: readonly Token[],
  at: number,
  before: number,
): { kind: QuantityKind; from: number; to: number } | null {
  let next = at
  // "95 số tin bài": the small word counts nothing.
  if (tokens[next]?.key === 'số' && MEASURES.match(tokens, next + 1, before)?.value === 'count') next++
  // A stray comma before a multiplier: "1.204,55, triệu đồng".
  if (
    tokens[next]?.key === ',' &&
    MULTIPLIERS.has(tokens[next + 1]?.key ?? '') &&
    MEASURES.match(tokens, next + 2, before)?.value === 'money'
  )
    next++
  const from = next
  while (next < before && MULTIPLIERS.has(tokens[next]?.key ?? '') && !isWordOfName(tokens, next)) {
    next++
    if (tokens[next]?.key === '.' && tokens[next - 1]?.key === 'tr') next++
  }
  const multiplied = next > from
  const noun = MEASURES.match(tokens, next, before)
  const usable = noun !== null && !(tokens[next]?.key === 'đ' && tokens[next]?.glued !== true)
  if (usable) next += noun.length
  if (!multiplied && !usable) return null
  const kind = usable ? (noun.value as QuantityKind) : 'money'
  if (multiplied && (kind === 'span' || kind === 'times' || kind === 'never'))
    return { kind: 'money', from, to: next - (noun?.length ?? 0) }
  return { kind, from, to: perAfter(tokens, next, before) }
}

/** "tỷ lệ", "tỷ trọng", "triệu tập": here the word multiplies nothing. */
function isWordOfName(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.key ?? ''
  return (
    (tokens[at]?.key === 'tỷ' && (next === 'lệ' || next === 'trọng' || next === 'suất' || next === 'giá')) ||
    next === 'tập'
  )
}

function perAfter(tokens: readonly Token[], at: number, before: number): number {
  let to = at
  while (to < before && tokens[to]?.key === '/') {
    let next = to + 1
    if (tokens[next]?.kind === 'number' && /^1(?:0+|0*\.000)?$/.test(tokens[next]?.text ?? '')) next++
    const per = PER.match(tokens, next, before)
    if (per === null) break
    to = next + per.length
  }
  return to
}

/** Text of tokens as one would print it: single spaces, none before a comma or around a slash. */
export function printed(tokens: readonly Token[], from: number, to: number): string {
  let text = ''
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'line' || token.key === '\t') continue
    const previous = tokens[at - 1]
    const tight =
      text === '' ||
      token.key === ',' ||
      token.key === ')' ||
      token.key === '/' ||
      previous?.key === '/' ||
      previous?.key === '(' ||
      (token.kind === 'sign' && token.glued) ||
      (token.glued && previous?.kind === 'sign')
    text += tight ? token.text : ` ${token.text}`
  }
  return text
}
