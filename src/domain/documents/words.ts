import type { Block, Mark, Paper, Run, Sheet, Signatures, Words } from './paper.ts'

/** The words of each mark, as printed in brackets beside the marked statement. */
export const markWords: Readonly<Record<Mark, string>> = {
  illustrative: 'minh họa',
  unverified: 'chưa kiểm chứng',
  habit: 'thông lệ, chưa có căn cứ',
}

const noteWords: Readonly<Record<Mark, string>> = {
  illustrative: 'số liệu minh họa, không phải số liệu thật',
  unverified: 'có nội dung chưa kiểm chứng',
  habit: 'có nội dung theo thông lệ',
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
 * Words as runs that are ready to print: every mark has become a run of its own, in italics and brackets, and is
 * the only kind of run that still bears the mark.
 *
 * @example
 * printedRuns([{ text: '92,5', mark: 'illustrative' }])
 * // [{ text: '92,5 ' }, { text: '(minh họa)', italic: true, mark: 'illustrative' }]
 */
export function printedRuns(words: Words): readonly Run[] {
  if (typeof words === 'string') return words === '' ? [] : [{ text: words }]
  return words.flatMap((run) => {
    const { mark, ...plain } = run
    if (mark === undefined) return [plain]
    const note: Run = { text: `(${markWords[mark]})`, italic: true, mark }
    return plain.text === '' ? [note] : [{ ...plain, text: `${plain.text} ` }, note]
  })
}

/** Words as bare text, marks included. */
export function plainText(words: Words): string {
  return printedRuns(words)
    .map((run) => run.text)
    .join('')
}

/**
 * The note for the top of every page, null when the paper contains no mark and bears no code: a reader of a single
 * loose page must see that its figures are not real, and by which code the print can be checked.
 */
export function noteOf(paper: Paper): string | null {
  const found = new Set<Mark>(
    [...wordsOf(paper)].flatMap((words) =>
      typeof words === 'string' ? [] : words.flatMap((run) => run.mark ?? []),
    ),
  )
  for (const { mark } of signersOf(paper.signatures)) if (mark !== undefined) found.add(mark)
  const notes = (['illustrative', 'unverified', 'habit'] as const).filter((mark) => found.has(mark))
  const codes = paper.verification === undefined ? [] : [`mã kiểm tra văn bản: ${paper.verification}`]
  const note = [...notes.map((mark) => noteWords[mark]), ...codes].join('; ')
  return note === '' ? null : note.slice(0, 1).toUpperCase() + note.slice(1)
}

/** All blocks of a paper, annexes included. */
export function allBlocks(paper: Paper): readonly Block[] {
  return [...flatBlocks(paper.body), ...paper.annexes.flatMap((annex) => annex.blocks)]
}

/** All blocks of a body or annex, those on sheets of their own included. */
export function flatBlocks(blocks: readonly (Block | Sheet)[]): readonly Block[] {
  return blocks.flatMap((block) => (block.kind === 'sheet' ? block.blocks : [block]))
}

function signersOf(signatures: Signatures): readonly { readonly mark?: Mark }[] {
  if (signatures.kind === 'one') return [signatures.signature]
  return signatures.kind === 'several' ? signatures.signatures : [...signatures.rows, signatures.leader ?? {}]
}

function* wordsOf(paper: Paper): Iterable<Words> {
  yield* paper.bases
  yield* blockWords(allBlocks(paper))
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

/** Words whose closing punctuation is replaced by `end`; after a mark in brackets the end follows the mark. */
export function endedWith(words: Words, end: string): readonly Run[] {
  const runs: readonly Run[] = typeof words === 'string' ? [{ text: words }] : words
  const last = runs.at(-1)
  if (last === undefined) return []
  if (last.mark !== undefined) return [...runs, { text: end }]
  return [...runs.slice(0, -1), { ...last, text: last.text.replace(/[\s.;,/]+$/u, '') + end }]
}
