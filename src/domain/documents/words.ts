import type { Block, Mark, Paper, Run, Sheet, Words } from './paper.ts'

/** The words of each mark, as printed in brackets beside the marked statement. */
export const markWords: Readonly<Record<Mark, string>> = {
  illustrative: 'minh họa',
  unverified: 'chưa kiểm chứng',
  habit: 'thông lệ, chưa có căn cứ',
}

const noteLines: Readonly<Record<Mark, string>> = {
  illustrative: 'Số liệu minh họa: những chỗ ghi “(minh họa)” không phải số liệu thật',
  unverified: 'Những chỗ ghi “(chưa kiểm chứng)” chưa được đối chiếu với văn bản gốc',
  habit: 'Những chỗ ghi “(thông lệ, chưa có căn cứ)” theo thông lệ, chưa có căn cứ',
}

/** A statement followed by its mark, where it has one. */
export function marked(text: string, mark: Mark | undefined): readonly Run[] {
  return [mark === undefined ? { text } : { text, mark }]
}

/** Bold text. */
export function bold(text: string): Run {
  return { text, bold: true }
}

/** Italic text. */
export function italic(text: string): Run {
  return { text, italic: true }
}

/**
 * Words as runs that are ready to print: every mark has become a run of its own, in italics and brackets.
 *
 * @example
 * printedRuns([{ text: '92,5', mark: 'illustrative' }]) // [{ text: '92,5' }, { text: ' (minh họa)', italic: true }]
 */
export function printedRuns(words: Words): readonly Run[] {
  if (typeof words === 'string') return words === '' ? [] : [{ text: words }]
  return words.flatMap((run) => {
    const { mark, ...plain } = run
    if (mark === undefined) return [plain]
    const note: Run = { text: `${plain.text === '' ? '' : ' '}(${markWords[mark]})`, italic: true }
    return plain.text === '' ? [note] : [plain, note]
  })
}

/** Words as bare text, marks included. */
export function plainText(words: Words): string {
  return printedRuns(words)
    .map((run) => run.text)
    .join('')
}

/**
 * Note lines for the top of every page, one for each kind of mark that the paper contains: a reader of a single
 * loose page must see that its figures are not real.
 */
export function notesOf(paper: Paper): readonly string[] {
  const found = new Set<Mark>(
    [...wordsOf(paper)].flatMap((words) =>
      typeof words === 'string' ? [] : words.flatMap((r) => r.mark ?? []),
    ),
  )
  if (paper.signatures.kind === 'units') {
    for (const row of paper.signatures.rows) if (row.mark !== undefined) found.add(row.mark)
  }
  return (['illustrative', 'unverified', 'habit'] as const)
    .filter((m) => found.has(m))
    .map((m) => noteLines[m])
}

/** All blocks of a body or annex, those on sheets of their own included. */
export function flatBlocks(blocks: readonly (Block | Sheet)[]): readonly Block[] {
  return blocks.flatMap((block) => (block.kind === 'sheet' ? block.blocks : [block]))
}

function* wordsOf(paper: Paper): Iterable<Words> {
  yield* paper.bases
  yield* blockWords(flatBlocks(paper.body))
  for (const annex of paper.annexes) yield* blockWords(annex.blocks)
}

function* blockWords(blocks: readonly Block[]): Iterable<Words> {
  for (const block of blocks) {
    if (block.kind === 'heading') yield block.title
    if (block.kind === 'paragraph' || block.kind === 'numbered') yield block.words
    if (block.kind === 'list') yield* block.items
    if (block.kind === 'table')
      yield* [...block.head, ...block.rows].flatMap((r) => r.cells.map((c) => c.words))
  }
}
