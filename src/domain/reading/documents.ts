import type { PrintedDate } from './dates.ts'
import { phrases } from './phrases.ts'
import type { Token } from './tokens.ts'

/** A paper named by its number: tokens `from` up to `to`. */
export interface PrintedDocument {
  readonly from: number
  readonly to: number
  readonly number: string
  readonly date?: PrintedDate
}

/** Finds papers ("298/CTr-UBND", "Quyết định số “1511”", "Nghị quyết 18") with the date printed after the number. */
export function readDocuments(
  tokens: readonly Token[],
  dates: readonly PrintedDate[],
): readonly PrintedDocument[] {
  const found: PrintedDocument[] = []
  const dateFrom = new Map(dates.map((date) => [date.from, date]))
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]?.kind !== 'number') continue
    const kind = kindBefore(tokens, at)
    const coded = codedNumber(tokens, at)
    const bare = coded ?? (kind !== null && (kind.said || kind.bare) ? bareNumber(tokens, at) : null)
    if (bare === null) continue
    const after =
      ['"', "'"].includes(tokens[bare.to]?.key ?? '') && kind?.quoted === true ? bare.to + 1 : bare.to
    const date = dateFrom.get(skipComma(tokens, after))
    found.push({
      from: kind?.from ?? at,
      to: date?.to ?? after,
      number: bare.number,
      ...(date === undefined ? {} : { date }),
    })
    at = (date?.to ?? after) - 1
  }
  return found
}

/** Is the word at `at` the last word of a kind of paper? Its number is then no figure. */
export function isPaperKind(tokens: readonly Token[], at: number): boolean {
  return kindEndingAt(tokens, at) !== null
}

// Kinds marked "bare" are named by a number alone; after the others a bare number may be a figure ("kế hoạch 1.500 ha").
const KINDS =
  phrases(`quyết định = bare | nghị quyết = bare | chỉ thị = bare | nghị định = bare | thông tư = bare | đề án = bare | kết luận = bare | công văn = bare | luật = bare
  kế hoạch = said | chương trình = said | hướng dẫn = said | thông báo = said | tờ trình = said | báo cáo = said | văn bản = said | công điện = said | biên bản = said | giấy mời = said | chương trình hành động = said | quy chế = said`)

function kindEndingAt(tokens: readonly Token[], at: number): { from: number; value: string } | null {
  for (let length = 4; length >= 1; length--) {
    const from = at - length + 1
    const match = from < 0 ? null : KINDS.match(tokens, from, at + 1)
    if (match?.length === length) return { from, value: match.value }
  }
  return null
}

function kindBefore(
  tokens: readonly Token[],
  at: number,
): { from: number; said: boolean; bare: boolean; quoted: boolean } | null {
  let last = at - 1
  const quoted = tokens[last]?.key === '"' || tokens[last]?.key === "'"
  if (quoted) last--
  if (tokens[last]?.key === ':') last--
  const said = tokens[last]?.key === 'số'
  if (said) last--
  const kind = kindEndingAt(tokens, last)
  if (kind === null) return null
  // "một số quyết định 5 dự án" is rare; a capital or "số" marks the name of a paper.
  const bare = kind.value === 'bare' && /^\p{Lu}/u.test(tokens[kind.from]?.text ?? '')
  return { from: kind.from, said, bare, quoted }
}

function codedNumber(tokens: readonly Token[], at: number): { number: string; to: number } | null {
  let next = at + 1
  if (
    tokens[next]?.key === '/' &&
    /^(?:19|20)\d\d$/.test(tokens[next + 1]?.text ?? '') &&
    tokens[next + 2]?.key === '/'
  )
    next += 2
  if (tokens[next]?.key !== '/' && tokens[next]?.key !== '-') return null
  const code = tokens[next + 1]
  if (
    code?.kind !== 'word' ||
    !/^\p{Lu}.*\p{Lu}/u.test(code.text) ||
    (KNOWN_PLAN_WORDS.has(code.text) && !['-', '/'].includes(tokens[next + 2]?.key ?? ''))
  )
    return null
  if (tokens[next]?.key === '-' && tokens[next + 2]?.key !== '/' && tokens[next + 2]?.key !== '-') return null
  let to = next + 2
  while (
    (tokens[to]?.key === '-' || tokens[to]?.key === '/' || tokens[to]?.key === '.') &&
    tokens[to + 1]?.kind === 'word' &&
    tokens[to + 1]?.glued === true &&
    /^\p{Lu}/u.test(tokens[to + 1]?.text ?? '')
  )
    to += 2
  if (tokens[to]?.kind === 'number' && tokens[to]?.glued === true) to++
  let number = ''
  for (let index = at; index < to; index++) number += tokens[index]?.text ?? ''
  return { number, to }
}

/** After a slash these are units or words of a plan, not the code of an issuer: "45/KH 50". */
const KNOWN_PLAN_WORDS = new Set(['KH', 'DT', 'CT', 'USD'])

function bareNumber(tokens: readonly Token[], at: number): { number: string; to: number } | null {
  const token = tokens[at]
  if (token === undefined || !/^\d{1,5}$/.test(token.text)) return null
  if (/^(?:19|20)\d\d$/.test(token.text) && tokens[at - 1]?.key !== 'số' && tokens[at - 1]?.key !== '"')
    return null
  if (tokens[at + 1]?.key === '/' && tokens[at + 2]?.kind === 'number')
    return { number: `${token.text}/${tokens[at + 2]?.text ?? ''}`, to: at + 3 }
  return { number: token.text, to: at + 1 }
}

function skipComma(tokens: readonly Token[], at: number): number {
  return tokens[at]?.key === ',' || tokens[at]?.key === '(' ? at + 1 : at
}
