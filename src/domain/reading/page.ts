import type { PrintedDate } from './dates.ts'
import { isoDay, readDates } from './dates.ts'
import { type PrintedDocument, readDocuments } from './documents.ts'
import { type Normalised, normalise } from './normalise.ts'
import type { Place } from './reading.types.ts'
import { type Line, readLines, readSentences, type Sentence } from './sections.ts'
import { type Token, tokenise } from './tokens.ts'

/** A text made ready for reading: its tokens, lines and sentences, and its dates and papers. */
export interface Page {
  readonly given: string
  readonly normal: Normalised
  readonly tokens: readonly Token[]
  readonly lines: readonly Line[]
  readonly sentences: readonly Sentence[]
  readonly dates: readonly PrintedDate[]
  readonly papers: readonly PrintedDocument[]
  /** 1 at each token of a date or a paper: its numbers are no figures. */
  readonly taken: Uint8Array
}

/** Makes a text ready; `watch` may look at the tokens on their way (a test counts how often they are read). */
export function pageOf(
  given: string,
  watch: (tokens: readonly Token[]) => readonly Token[] = (tokens) => tokens,
): Page {
  const normal = normalise(given)
  const tokens = watch(tokenise(normal.text))
  const lines = readLines(tokens)
  const sentences = readSentences(tokens, lines)
  const tail = markTail(tokens.length, lines)
  const dates = readDates(tokens).filter((date) => tail[date.from] !== 1)
  const papers = readDocuments(tokens, dates).filter((paper) => tail[paper.from] !== 1)
  const taken = new Uint8Array(tokens.length)
  for (const span of [...dates, ...papers]) taken.fill(1, span.from, span.to)
  return { given, normal, tokens, lines, sentences, dates, papers, taken }
}

/** Place of tokens `from` up to `to` in the text as given. */
export function placeOf(page: Page, from: number, to: number): Place {
  const first = page.tokens[from]
  const last = page.tokens[Math.max(from, to - 1)]
  const start = page.normal.startOf(first?.start ?? 0)
  const end = page.normal.endOf((last?.end ?? 1) - 1)
  return { quote: page.given.slice(start, end), start, end }
}

/**
 * ISO form of a printed day or span. A day without a year is the latest that is not after `stamp`, the page's own
 * day; without a stamp it lies in the year under review, or in the first months of the next.
 */
export function isoOf(date: PrintedDate, stamp: PrintedDate | null, reviewed: number | null): string | null {
  const year = date.year ?? yearNear(date, stamp, reviewed)
  if (year === null) return null
  const first = isoDay(date.day, date.month, year)
  if (first === null || date.until === undefined) return first
  const last = isoDay(date.until.day, date.until.month, date.until.year ?? year)
  return last === null ? first : `${first}/${last}`
}

/** The page's own day: the first day printed in full in the year under review or the one after. */
export function stampOf(dates: readonly PrintedDate[], reviewed: number | null): PrintedDate | null {
  const near = (year: number) => reviewed === null || (year >= reviewed && year <= reviewed + 1)
  return dates.find((date) => date.year !== null && near(date.year)) ?? null
}

function markTail(size: number, lines: readonly Line[]): Uint8Array {
  const tail = new Uint8Array(size)
  for (const line of lines) if (line.kind === 'tail') tail.fill(1, line.from, line.to)
  return tail
}

/** Reports of a year are met on until spring of the next. */
const LAST_MONTH_OF_MEETINGS = 3

function yearNear(date: PrintedDate, stamp: PrintedDate | null, reviewed: number | null): number | null {
  if (stamp === null || stamp.year === null) {
    if (reviewed === null) return null
    return date.month <= LAST_MONTH_OF_MEETINGS ? reviewed + 1 : reviewed
  }
  const later = date.month > stamp.month || (date.month === stamp.month && date.day > stamp.day)
  return later ? stamp.year - 1 : stamp.year
}
