import { readBlocName, readMembers, readProvince, readYear } from './about.ts'
import { type PrintedAward, readAwards } from './awards.ts'
import { isoDay, type PrintedDate, readDates } from './dates.ts'
import { readDocuments } from './documents.ts'
import { type Doubt, findDoubts } from './doubts.ts'
import { type PrintedHead, readHeads } from './heads.ts'
import { type PrintedIndicator, readIndicators } from './indicators.ts'
import { type Normalised, normalise } from './normalise.ts'
import { readOrganisations } from './organisations.ts'
import type {
  Award,
  DateMention,
  DocumentMention,
  Head,
  Indicator,
  Place,
  Reading,
  ReadingWarning,
} from './reading.types.ts'
import { type Line, readLines, readSentences, type Sentence } from './sections.ts'
import { readTables } from './tables.ts'
import { type Token, tokenise } from './tokens.ts'

/**
 * Reads a report: which bloc and year it is about, its figures, awards, heads, papers and dates, each with the
 * words it came from, and what is doubtful. Pure and deterministic; time grows in line with the length.
 *
 * @example readReport('Thu ngân sách đạt 9.105,326 tỷ đồng.').indicators[0]?.value === '9105.326'
 */
export function readReport(given: string): Reading {
  const normal = normalise(given)
  const tokens = tokenise(normal.text)
  const lines = readLines(tokens)
  const sentences = readSentences(tokens, lines)
  const dates = readDates(tokens).filter((date) => !isInTail(lines, date.from))
  const papers = readDocuments(tokens, dates).filter((paper) => !isInTail(lines, paper.from))
  const taken = markTaken(tokens.length, [...dates, ...papers])
  const met = dates.find((date) => date.year !== null)?.year ?? null
  const year = readYear(tokens, lines, met)
  const page: Page = { given, normal, tokens }

  const printedFigures = inOrder(
    withoutRepeats([...readIndicators(tokens, sentences, taken, year), ...readTables(tokens, lines, year)]),
  )
  const doubts = findDoubts(printedFigures)
  const awards = dropTitles(allAwards(tokens, sentences, lines))
  const heads = strongest(
    sentences.flatMap((sentence) => readHeads(tokens, sentence.from, sentence.to, year)),
  )
  const isoDates = dates.flatMap((date) => dateMention(page, date, dates, year))
  const blocName = readBlocName(tokens, sentences)
  return {
    blocName,
    year,
    province: readProvince(tokens, lines),
    units: unitsOf(tokens, sentences, blocName, awards, heads, printedFigures),
    indicators: printedFigures.map((figure, index) => indicatorOf(page, figure, doubts, index)),
    awards: awards.map((award) => awardOf(page, award)),
    heads: heads.map((head) => headOf(page, head)),
    documents: papers.map((paper): DocumentMention => {
      const iso = paper.date === undefined ? null : isoOf(paper.date, dates, year)
      return {
        number: paper.number,
        ...(iso === null ? {} : { date: iso }),
        ...placeOf(page, paper.from, paper.to),
      }
    }),
    dates: isoDates,
    warnings: warningsOf(page, printedFigures, doubts, year),
  }
}

interface Page {
  readonly given: string
  readonly normal: Normalised
  readonly tokens: readonly Token[]
}

function placeOf(page: Page, from: number, to: number): Place {
  const first = page.tokens[from]
  const last = page.tokens[Math.max(from, to - 1)]
  const start = page.normal.startOf(first?.start ?? 0)
  const end = page.normal.endOf((last?.end ?? 1) - 1)
  return { quote: page.given.slice(start, end), start, end }
}

function isInTail(lines: readonly Line[], token: number): boolean {
  return lineOf(lines, token)?.kind === 'tail'
}

function lineOf(lines: readonly Line[], token: number): Line | undefined {
  let low = 0
  let high = lines.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const line = lines[middle]
    if (line === undefined) return undefined
    if (token < line.from) high = middle - 1
    else if (token >= line.to) low = middle + 1
    else return line
  }
  return undefined
}

function markTaken(
  size: number,
  spans: readonly { readonly from: number; readonly to: number }[],
): Uint8Array {
  const taken = new Uint8Array(size)
  for (const span of spans) taken.fill(1, span.from, span.to)
  return taken
}

/** The same figure in the title, the lead and the text is one fact: the one told most fully is kept. */
function withoutRepeats(figures: readonly PrintedIndicator[]): readonly PrintedIndicator[] {
  const kept = new Map<string, PrintedIndicator>()
  for (const figure of figures) {
    const key = `${figure.value}|${figure.valueMax ?? ''}|${figure.total ?? ''}|${figure.unit.toLowerCase()}|${figure.name.toLowerCase()}`
    const before = kept.get(key)
    if (before === undefined || before.comparisons.length < figure.comparisons.length) kept.set(key, figure)
  }
  return [...kept.values()]
}

function inOrder(figures: readonly PrintedIndicator[]): readonly PrintedIndicator[] {
  return [...figures].sort((left, right) => left.from - right.from || left.to - right.to)
}

interface LocatedAward extends PrintedAward {
  readonly title: boolean
}

function allAwards(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  lines: readonly Line[],
): readonly LocatedAward[] {
  const firstArticle = lines.find((line) => line.kind === 'body' && line.words >= 25)
  return sentences.flatMap((sentence, index) => {
    const opened = tokens[sentence.to - 1]?.key === ':'
    const to = opened ? listEnd(tokens, sentences, index) : sentence.to
    const context = contextFrom(tokens, sentences, index)
    const title =
      firstArticle !== undefined &&
      sentence.from < firstArticle.from &&
      !/[.;:]/.test(tokens[sentence.to - 1]?.key ?? '')
    return readAwards(tokens, sentence.from, to, context).map((award) => ({ ...award, title }))
  })
}

/** A sentence that ends with ":" goes on in the lines of its list. */
function listEnd(tokens: readonly Token[], sentences: readonly Sentence[], index: number): number {
  let to = sentences[index]?.to ?? 0
  for (let next = index + 1; next < Math.min(sentences.length, index + 25); next++) {
    const sentence = sentences[next]
    if (
      sentence === undefined ||
      sentence.line.words > LIST_ITEM_WORDS ||
      tokens[sentence.to - 1]?.key === ':'
    )
      break
    to = sentence.to
  }
  return to
}

/** What was said before a list ("đề nghị khen thưởng, cụ thể:", "III. Đề nghị khen thưởng") holds for its items. */
function contextFrom(tokens: readonly Token[], sentences: readonly Sentence[], index: number): number {
  let from = sentences[index]?.from ?? 0
  if ((sentences[index]?.line.words ?? 99) > LIST_ITEM_WORDS) return from
  for (let before = index - 1; before >= Math.max(0, index - 25); before--) {
    const sentence = sentences[before]
    if (sentence === undefined) break
    const opens = tokens[sentence.to - 1]?.key === ':'
    if (opens || sentence.line.kind === 'heading') from = sentence.from
    if (sentence.line.kind === 'heading' || sentence.line.words > LIST_ITEM_WORDS) break
  }
  return from
}

/** A line of more words is no item of a list. */
const LIST_ITEM_WORDS = 25

/** A headline repeats what the text tells more exactly; the same award told twice is one. */
function dropTitles(awards: readonly LocatedAward[]): readonly PrintedAward[] {
  const told = awards.some((award) => !award.title)
  const kept: PrintedAward[] = []
  for (const award of awards) {
    if (told && award.title) continue
    const same = kept.findIndex((other) => isSameAward(other, award))
    if (same < 0) kept.push(award)
    else if (award.recipients.length > (kept[same]?.recipients.length ?? 0)) kept[same] = award
  }
  return kept
}

function isSameAward(left: PrintedAward, right: PrintedAward): boolean {
  const kind = (award: PrintedAward) => award.kind.toLowerCase().split(' ').slice(0, 2).join(' ')
  if (kind(left) !== kind(right)) return false
  if (
    !left.kind.toLowerCase().includes(right.kind.toLowerCase()) &&
    !right.kind.toLowerCase().includes(left.kind.toLowerCase())
  )
    return false
  if (left.recipients.length > 0 && right.recipients.length > 0) {
    const names = new Set(left.recipients.map((name) => name.toLowerCase()))
    return (
      right.recipients.length === left.recipients.length &&
      right.recipients.every((name) => names.has(name.toLowerCase()))
    )
  }
  const size = (award: PrintedAward) => award.count ?? award.recipients.length
  return size(left) === size(right)
}

/** "Sở Thông tin" is short for the only longer name that begins so. */
function withFullNames(
  heads: readonly PrintedHead[],
  tokens: readonly Token[],
  sentences: readonly Sentence[],
): readonly PrintedHead[] {
  if (heads.length === 0) return heads
  const names = new Set(
    sentences.flatMap((sentence) =>
      readOrganisations(tokens, sentence.from, sentence.to).map((unit) => unit.name),
    ),
  )
  const full = (name: string) => {
    const longer = [...names].filter((other) => other.startsWith(`${name} và `))
    return name.startsWith('Sở ') && longer.length === 1 ? (longer[0] ?? name) : name
  }
  return heads.map((head) => ({
    ...head,
    unit: full(head.unit),
    ...(head.fromUnit === undefined ? {} : { fromUnit: full(head.fromUnit) }),
  }))
}

const STRENGTH: readonly Head['how'][] = ['handover', 'elected', 'assigned', 'current']

/** One unit in one role for one year is one fact: what happened is kept before what merely is. */
function strongest(heads: readonly PrintedHead[]): readonly PrintedHead[] {
  const kept = new Map<string, PrintedHead>()
  for (const head of heads) {
    const key = `${head.deputy}|${head.unit.toLowerCase()}|${head.forYear ?? ''}`
    const before = kept.get(key)
    if (before === undefined || STRENGTH.indexOf(head.how) < STRENGTH.indexOf(before.how)) kept.set(key, head)
  }
  return [...kept.values()]
}

function unitsOf(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  blocName: string | null,
  awards: readonly PrintedAward[],
  heads: readonly PrintedHead[],
  figures: readonly PrintedIndicator[],
): readonly string[] {
  const names = [
    // A text about one unit, not about a bloc.
    ...(blocName === null || /^(?:khối|cụm)/i.test(blocName) ? [] : [blocName]),
    ...readMembers(tokens, sentences).map((unit) => unit.name),
    ...awards.flatMap((award) => award.recipients),
    ...heads.flatMap((head) => [head.unit, ...(head.fromUnit === undefined ? [] : [head.fromUnit])]),
    ...figures.flatMap((figure) =>
      figure.reportingUnit !== undefined && /^Sở /.test(figure.reportingUnit) ? [figure.reportingUnit] : [],
    ),
  ]
  const seen = new Map<string, string>()
  for (const name of names) if (!seen.has(name.toLowerCase())) seen.set(name.toLowerCase(), name)
  const all = [...seen.values()]
  return all.filter((name) => !all.some((other) => other.startsWith(`${name} và `)))
}

function indicatorOf(
  page: Page,
  figure: PrintedIndicator,
  doubts: readonly Doubt[],
  index: number,
): Indicator {
  const own = doubts.filter((doubt) => doubt.indicator === index)
  return {
    name: figure.name,
    value: figure.value,
    ...(figure.valueMax === undefined ? {} : { valueMax: figure.valueMax }),
    ...(figure.total === undefined ? {} : { total: figure.total }),
    unit: figure.unit,
    ...(figure.qualifier === undefined ? {} : { qualifier: figure.qualifier }),
    ...(figure.comparisons.length === 0 ? {} : { comparisons: figure.comparisons }),
    ...(figure.target ? { target: true } : {}),
    ...(figure.period === undefined ? {} : { period: figure.period }),
    ...(figure.reportingUnit === undefined ? {} : { reportingUnit: figure.reportingUnit }),
    ...(own.length === 0 ? {} : { warnings: ['suspicious', ...own.map((doubt) => doubt.code)] }),
    ...placeOf(page, figure.from, figure.to),
  }
}

function awardOf(page: Page, award: PrintedAward): Award {
  return {
    kind: award.kind,
    recipients: award.recipients,
    ...(award.count === undefined ? {} : { count: award.count }),
    status: award.status,
    ...placeOf(page, award.from, award.to),
  }
}

function headOf(page: Page, head: PrintedHead): Head {
  return {
    role: head.role,
    unit: head.unit,
    ...(head.forYear === null ? {} : { forYear: head.forYear }),
    how: head.how,
    ...(head.fromUnit === undefined ? {} : { fromUnit: head.fromUnit }),
    ...placeOf(page, head.from, head.to),
  }
}

function dateMention(
  page: Page,
  date: PrintedDate,
  dates: readonly PrintedDate[],
  year: number | null,
): DateMention[] {
  const iso = isoOf(date, dates, year)
  return iso === null ? [] : [{ iso, ...placeOf(page, date.from, date.to) }]
}

function isoOf(date: PrintedDate, dates: readonly PrintedDate[], reviewed: number | null): string | null {
  const year = date.year ?? yearNear(date, dates, reviewed)
  if (year === null) return null
  const first = isoDay(date.day, date.month, year)
  if (first === null || date.until === undefined) return first
  const last = isoDay(date.until.day, date.until.month, date.until.year ?? year)
  return last === null ? first : `${first}/${last}`
}

/** The year of a day printed without one: the latest that is not after the page's own date; else by the year reviewed. */
function yearNear(date: PrintedDate, dates: readonly PrintedDate[], reviewed: number | null): number | null {
  const stamp = dates.find(
    (other) =>
      other.year !== null && (reviewed === null || (other.year >= reviewed && other.year <= reviewed + 1)),
  )
  if (stamp === undefined || stamp.year === null)
    return reviewed === null ? null : date.month <= 3 ? reviewed + 1 : reviewed
  const later = date.month > stamp.month || (date.month === stamp.month && date.day > stamp.day)
  return later ? stamp.year - 1 : stamp.year
}

function warningsOf(
  page: Page,
  figures: readonly PrintedIndicator[],
  doubts: readonly Doubt[],
  year: number | null,
): readonly ReadingWarning[] {
  const warnings: ReadingWarning[] = doubts.flatMap((doubt) => {
    const figure = figures[doubt.indicator]
    if (figure === undefined) return []
    const { start, end } = placeOf(page, figure.from, figure.to)
    return [{ code: doubt.code, message: doubt.message, start, end }]
  })
  if (year !== null && (year < 1950 || year > 2100))
    warnings.push({ code: 'year-impossible', message: `Năm ${year} khó có thể đúng.` })
  return warnings
}
