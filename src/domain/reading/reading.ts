import { readMembers, readProvince, readYear } from './about.ts'
import type { PrintedAward } from './awards.ts'
import { readBlocName } from './bloc.ts'
import { type Doubt, findDoubts } from './doubts.ts'
import { type Announcement, type PrintedHead, readHeads } from './heads.ts'
import { type PrintedIndicator, readIndicators } from './indicators.ts'
import { mergeAwards, mergeHeads, mergeIndicators, mergeNames } from './merging.ts'
import { isoOf, type Page, pageOf, placeOf, stampOf } from './page.ts'
import type { Award, Head, Indicator, Reading, ReadingWarning } from './reading.types.ts'
import { readTables } from './tables.ts'

/**
 * Reads a report: which bloc and year it is about, its figures, awards, heads, papers and dates, each with the
 * words it came from, and what is doubtful. Pure and deterministic; time grows in line with the length.
 *
 * @example readReport('Thu ngân sách đạt 9.105,326 tỷ đồng.').indicators[0]?.value === '9105.326'
 */
export function readReport(given: string): Reading {
  return readPage(pageOf(given))
}

/** Reads a text that was made ready by `pageOf`. */
export function readPage(page: Page): Reading {
  const { tokens, lines, sentences, dates } = page
  const blocName = readBlocName(tokens, sentences)
  const year = readYear(tokens, lines, dates.find((date) => date.year !== null)?.year ?? null)
  const stamp = stampOf(dates, year)
  const figures = mergeIndicators([
    ...readIndicators(tokens, sentences, page.taken, year),
    ...readTables(tokens, lines, year),
  ])
  const doubts = findDoubts(figures)
  const awards = mergeAwards(page)
  const heads = mergeHeads(page, allHeads(page, year))
  return {
    blocName,
    year,
    province: readProvince(tokens, lines),
    units: unitsOf(page, blocName, awards, heads, figures),
    indicators: withDoubts(page, figures, doubts),
    awards: awards.map((award) => placedAward(page, award)),
    heads: heads.map((head) => placedHead(page, head)),
    documents: page.papers.map((paper) => {
      const iso = paper.date === undefined ? null : isoOf(paper.date, stamp, year)
      const date = iso === null ? {} : { date: iso }
      return { number: paper.number, ...date, ...placeOf(page, paper.from, paper.to) }
    }),
    dates: dates.flatMap((date) => {
      const iso = isoOf(date, stamp, year)
      return iso === null ? [] : [{ iso, ...placeOf(page, date.from, date.to) }]
    }),
    warnings: warningsOf(page, figures, doubts, year),
  }
}

/** Heads of all sentences; an election announced in one may be told in one of the next two. */
function allHeads(page: Page, year: number | null): readonly PrintedHead[] {
  const heads: PrintedHead[] = []
  let announced: Announcement | null = null
  let age = 0
  for (const sentence of page.sentences) {
    const found = readHeads(page.tokens, sentence.from, sentence.to, year, announced)
    heads.push(...found.heads)
    age = found.announced === null ? age + 1 : 0
    if (found.announced !== null) announced = found.announced
    else if (age > 1) announced = null
  }
  return heads
}

function unitsOf(
  page: Page,
  blocName: string | null,
  awards: readonly PrintedAward[],
  heads: readonly PrintedHead[],
  figures: readonly PrintedIndicator[],
): readonly string[] {
  // Without a bloc the text is about the one unit that acts in it.
  const alone = blocName === null || /^(?:khối|cụm)/i.test(blocName) ? [] : [blocName]
  return mergeNames([
    ...alone,
    ...readMembers(page.tokens, page.sentences).map((unit) => unit.name),
    ...awards.flatMap((award) => award.recipients),
    ...heads.flatMap((head) => (head.fromUnit === undefined ? [head.unit] : [head.unit, head.fromUnit])),
    ...figures.flatMap((figure) => figure.reportingUnit ?? []).filter((name) => name.startsWith('Sở ')),
  ])
}

function withDoubts(page: Page, figures: readonly PrintedIndicator[], doubts: readonly Doubt[]): Indicator[] {
  const codes = new Map<number, string[]>()
  for (const doubt of doubts)
    codes.set(doubt.indicator, [...(codes.get(doubt.indicator) ?? ['suspicious']), doubt.code])
  return figures.map((figure, index) => placedIndicator(page, figure, codes.get(index)))
}

function placedIndicator(
  page: Page,
  figure: PrintedIndicator,
  warnings: readonly string[] | undefined,
): Indicator {
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
    ...(warnings === undefined ? {} : { warnings }),
    ...placeOf(page, figure.from, figure.to),
  }
}

function placedAward(page: Page, award: PrintedAward): Award {
  return {
    kind: award.kind,
    recipients: award.recipients,
    ...(award.count === undefined ? {} : { count: award.count }),
    status: award.status,
    ...placeOf(page, award.from, award.to),
  }
}

function placedHead(page: Page, head: PrintedHead): Head {
  return {
    role: head.role,
    unit: head.unit,
    ...(head.forYear === null ? {} : { forYear: head.forYear }),
    how: head.how,
    ...(head.fromUnit === undefined ? {} : { fromUnit: head.fromUnit }),
    ...placeOf(page, head.from, head.to),
  }
}

/** Years in which no emulation bloc can have worked. */
const FIRST_YEAR = 1948
const LAST_YEAR = 2100

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
  if (year !== null && (year < FIRST_YEAR || year > LAST_YEAR))
    warnings.push({ code: 'year-impossible', message: `Năm ${year} khó có thể đúng.` })
  return warnings
}
