import type { Block, Paper, Run, Sheet, Words } from './paper.ts'
import { endedWith } from './words.ts'

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
