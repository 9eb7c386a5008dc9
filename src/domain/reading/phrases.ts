import { syllableKey } from './syllable.ts'
import type { Token } from './tokens.ts'

interface Node {
  readonly next: Map<string, Node>
  value: string | undefined
}

/** A list of phrases that can be found in a row of tokens in time that does not depend on the list's length. */
export interface Phrases {
  /** Longest phrase that begins at token `at`: how many tokens it takes, and the value given to it. */
  match(
    tokens: readonly Token[],
    at: number,
    before: number,
  ): { readonly length: number; readonly value: string } | null
}

/**
 * Builds a list of phrases, one to a line or parted by `|`; "phrase = value" gives a value, else the phrase is its own.
 * With `loose`, the signs and the "và" between words may differ: "Lao động, Thương binh và Xã hội".
 */
export function phrases(list: string, loose = false): Phrases {
  const root: Node = { next: new Map(), value: undefined }
  for (const entry of list.split(/[\n|]/)) {
    const [phrase = '', value] = entry.split('=').map((part) => part.trim())
    if (phrase === '') continue
    let node = root
    for (const word of phrase.split(loose ? /[\s,]+/ : /\s+/)) {
      if (loose && isJoint(syllableKey(word))) continue
      const key = syllableKey(word)
      let next = node.next.get(key)
      if (next === undefined) {
        next = { next: new Map(), value: undefined }
        node.next.set(key, next)
      }
      node = next
    }
    node.value = value ?? phrase
  }
  return { match: (tokens, at, before) => walk(root, tokens, at, before, loose) }
}

function walk(root: Node, tokens: readonly Token[], at: number, before: number, loose: boolean) {
  let node = root
  let best: { length: number; value: string } | null = null
  for (let index = at; index < before; index++) {
    const token = tokens[index]
    if (token === undefined) break
    const next = node.next.get(token.key)
    if (next === undefined) {
      if (loose && index > at && isJoint(token.key)) continue
      break
    }
    node = next
    if (node.value !== undefined) best = { length: index - at + 1, value: node.value }
  }
  return best
}

function isJoint(key: string): boolean {
  return key === ',' || key === '-' || key === '&' || key === 'và'
}
