import { type IRunOptions, TextRun } from 'docx'
import { cleanText } from '../../../charts/printable.ts'
import type { Run, Words } from '../../../domain/documents/paper.ts'
import { printedRuns } from '../../../domain/documents/words.ts'

/** Words as runs of Word text; line feeds become line breaks. `base` styles all of them. */
export function textRuns(words: Words, base: IRunOptions = {}): TextRun[] {
  return printedRuns(words).flatMap((run) => linesOf(run, base))
}

function linesOf(run: Run, base: IRunOptions): TextRun[] {
  return cleanText(run.text)
    .split('\n')
    .map((text, index) => new TextRun({ ...base, ...styleOf(run), text, ...(index > 0 ? { break: 1 } : {}) }))
}

function styleOf(run: Run): IRunOptions {
  return { ...(run.bold ? { bold: true } : {}), ...(run.italic ? { italics: true } : {}) }
}
