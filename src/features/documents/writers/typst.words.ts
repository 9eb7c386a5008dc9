import { drawableText } from '../../../charts/printable.ts'
import type { Run, Words } from '../../../domain/documents/paper.ts'
import { printedRuns } from '../../../domain/documents/words.ts'

/**
 * Text as a string literal of Typst code. What users typed reaches Typst only through here, so that no character of
 * it can be read as markup or code: a string literal knows no escapes but those made of a backslash.
 */
export function literal(text: string): string {
  return quoted(drawableText(text))
}

/** A literal for text that is not printed, such as a drawing, letter by letter as it is. */
export function rawLiteral(text: string): string {
  return quoted(text.toWellFormed())
}

/**
 * Letters outside ASCII are written as escapes. The compiler compares each source with the one before and reads
 * anew only what has changed, byte by byte; where two letters differ in the middle byte alone ("ủ", "ầ") it takes
 * them for the same, and a corrected paper would be printed with its old letter.
 */
function quoted(text: string): string {
  const escaped = text.replace(/["\\]/g, '\\$&')
  return `"${escaped.replace(/[^\x20-\x7e]/gu, (letter) => `\\u{${letter.codePointAt(0)?.toString(16)}}`)}"`
}

/** Words as a Typst expression that yields content. */
export function content(words: Words): string {
  const runs = printedRuns(words).map(runContent)
  return runs.length === 0 ? '[]' : `(${runs.join(' + ')})`
}

function runContent(run: Run): string {
  const lines = run.text.split(/\r\n?|\n/).map((line) => styled(run, `text(${literal(line)})`))
  const joined = lines.join(' + linebreak() + ')
  return run.mark !== undefined && run.text.length <= longestUnbroken ? `unbroken(${joined})` : joined
}

/** Letters of a mark that stay on one line; a longer one would reach out of a narrow cell. */
const longestUnbroken = 20

function styled(run: Run, text: string): string {
  const leaning = run.italic ? `emph(${text})` : text
  return run.bold ? `strong(${leaning})` : leaning
}
