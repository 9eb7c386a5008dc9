import { readPrintedNumber } from './printed-number.ts'
import { isSyllable, splitGlued, syllableKey } from './syllable.ts'

/** One word, number, sign or line end of the normalised text. `start` and `end` are offsets into it. */
export interface Token {
  readonly kind: 'word' | 'number' | 'sign' | 'line'
  readonly text: string
  /** The form to compare: syllable key of a word, the sign itself, "#" for a number. */
  readonly key: string
  readonly start: number
  readonly end: number
  /** No space stands before it. */
  readonly glued: boolean
  /** Exact value of a number, null when it is no proper number ("12.3.2021"). */
  readonly value: string | null
}

/** Cuts normalised text into tokens. Words printed without a space between them are parted. Linear. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = []
  let at = 0
  let spaced = true
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === 32 || code === 9) {
      // A tab parts the cells of a table, so it is a sign of its own.
      if (code === 9) tokens.push(sign('\t', at))
      spaced = true
      at++
    } else if (code === 10) {
      tokens.push({ kind: 'line', text: '\n', key: '\n', start: at, end: at + 1, glued: false, value: null })
      spaced = true
      at++
    } else if (isDigit(code)) {
      const number = readPrintedNumber(text, at, tokens.at(-1)?.kind ?? 'line')
      tokens.push({
        kind: 'number',
        text: text.slice(at, number.end),
        key: '#',
        start: at,
        end: number.end,
        glued: !spaced,
        value: number.value,
      })
      at = number.end
      spaced = false
    } else if (isLetter(code)) {
      let end = at + 1
      while (end < text.length && isLetter(text.charCodeAt(end))) end++
      if (isUnitOfArea(text, at, end)) end++
      pushWords(tokens, text.slice(at, end), at, !spaced)
      at = end
      spaced = false
    } else {
      tokens.push({ ...sign(text.charAt(at), at), glued: !spaced })
      at++
      spaced = false
    }
  }
  return tokens
}

/** Letters of the Latin alphabets, Vietnamese ones included, and the raised 2 and 3 of "m²". */
export function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
  if (code <= 0x24f) return (code >= 0xc0 && code !== 0xd7 && code !== 0xf7) || code === 0xb2 || code === 0xb3
  return code >= 0x1e00 && code <= 0x1eff
}

/** A decimal digit. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

function sign(text: string, at: number): Token {
  return { kind: 'sign', text, key: text, start: at, end: at + 1, glued: false, value: null }
}

function isUnitOfArea(text: string, at: number, end: number): boolean {
  const next = text.charCodeAt(end)
  if (next !== 0x32 && next !== 0x33) return false
  return (
    !isDigit(text.charCodeAt(end + 1)) &&
    /^(?:k|d|c|m)?m$/i.test(text.slice(at, Math.min(end, at + 3))) &&
    end - at <= 2
  )
}

function pushWords(tokens: Token[], run: string, at: number, glued: boolean): void {
  let from = at
  let first = true
  for (const piece of piecesOf(run)) {
    tokens.push({
      kind: 'word',
      text: piece,
      key: syllableKey(piece).replace('²', '2').replace('³', '3'),
      start: from,
      end: from + piece.length,
      glued: first ? glued : true,
      value: null,
    })
    from += piece.length
    first = false
  }
}

const CASE_CHANGE = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu}{2})(?=[^\p{Lu}])/u

function piecesOf(run: string): readonly string[] {
  if (run.length < 4 || run.length > 60) return [run]
  if (!CASE_CHANGE.test(run)) return splitGlued(run)
  const parts = run.split(CASE_CHANGE)
  const readable =
    parts.some((part) => /[^ -~]/.test(part) && isSyllable(part.toLowerCase())) ||
    parts.every((part) => isSyllable(part.toLowerCase()))
  return readable ? parts.flatMap((part) => splitGlued(part)) : [run]
}
