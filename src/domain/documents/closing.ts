import type { Block, Paper, Run, Sheet, Words } from './paper.ts'

/**
 * Căn cứ as printed: italic, each ends with ";", the last with ".".
 *
 * @example
 * printedBases(['Căn cứ Luật A', 'Căn cứ Luật B;']) // 'Căn cứ Luật A;', 'Căn cứ Luật B.'
 */
export function printedBases(bases: readonly Words[]): readonly (readonly Run[])[] {
  return bases.map((basis, index) =>
    endedWith(basis, index === bases.length - 1 ? '.' : ';').map((run) => ({ ...run, italic: true })),
  )
}

/**
 * The body with the end mark "./." after its last words; after a table or a figure it stands on a line of its own.
 */
export function closedBody(paper: Paper): readonly (Block | Sheet)[] {
  if (!paper.endMark) return paper.body
  const last = paper.body.at(-1)
  if (last === undefined) return []
  return [...paper.body.slice(0, -1), ...closedBlock(last)]
}

function closedBlock(block: Block | Sheet): readonly (Block | Sheet)[] {
  if (block.kind === 'paragraph' || block.kind === 'numbered') {
    return [{ ...block, words: endedWith(block.words, './.') }]
  }
  const item = block.kind === 'list' ? block.items.at(-1) : undefined
  if (block.kind === 'list' && item !== undefined) {
    return [{ ...block, items: [...block.items.slice(0, -1), endedWith(item, './.')] }]
  }
  return [block, { kind: 'paragraph', words: './.', align: 'left' }]
}

/** Words whose closing punctuation is replaced by `end`; after a mark in brackets the end follows the mark. */
function endedWith(words: Words, end: string): readonly Run[] {
  const runs: readonly Run[] = typeof words === 'string' ? [{ text: words }] : words
  const last = runs.at(-1)
  if (last === undefined) return []
  if (last.mark !== undefined) return [...runs, { text: end }]
  return [...runs.slice(0, -1), { ...last, text: last.text.replace(/[\s.;,/]+$/u, '') + end }]
}
