import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readReport } from '../../../src/domain/reading/reading.ts'
import type {
  Award,
  Comparison,
  Head,
  Indicator,
  Reading,
} from '../../../src/domain/reading/reading.types.ts'
import { syllableKey } from '../../../src/domain/reading/syllable.ts'

/** What a careful reader finds in one report. A figure is written "value unit", "x/y unit" or "low-high unit". */
export interface Expectation {
  readonly bloc: string | null
  readonly year: number | null
  readonly province: string | null
  readonly figures: readonly string[]
  /** May be found or left out. */
  readonly optional: readonly string[]
  readonly awards: readonly Pick<Award, 'kind' | 'recipients' | 'count' | 'status'>[]
  readonly heads: readonly Pick<Head, 'role' | 'unit' | 'forYear' | 'how' | 'fromUnit'>[]
  readonly warnings?: readonly string[]
  readonly documents?: readonly string[]
  readonly targets?: readonly string[]
  readonly comparisons?: Readonly<Record<string, readonly Partial<Comparison>[]>>
  readonly reporters?: Readonly<Record<string, string>>
}

/** Hits, misses and inventions of one kind of fact. */
export interface Score {
  found: number
  missed: string[]
  invented: string[]
}

export type Kind = 'figures' | 'awards' | 'heads' | 'year' | 'bloc'

export type Scores = Readonly<Record<Kind, Score>>

/** A report of the folder with what is expected of it. */
export interface Case {
  readonly name: string
  readonly text: string
  readonly expected: Expectation
}

/** The committed reports. */
export function readCases(folder: string): readonly Case[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => ({
      name: file.replace('.txt', ''),
      text: readFileSync(join(folder, file), 'utf8'),
      expected: JSON.parse(readFileSync(join(folder, file.replace('.txt', '.json')), 'utf8')) as Expectation,
    }))
}

/** Compares a reading with what is expected. */
export function scoreReading(reading: Reading, expected: Expectation): Scores {
  return {
    figures: matchAll(
      expected.figures.map(plainFigure),
      reading.indicators.map(writeFigure),
      expected.optional.map(plainFigure),
    ),
    awards: matchAll(expected.awards.map(writeAward), reading.awards.map(writeAward), []),
    heads: matchAll(expected.heads.map(writeHead), reading.heads.map(writeHead), []),
    year: matchAll([String(expected.year)], [String(reading.year)], []),
    bloc:
      expected.bloc === null ? empty() : matchAll([fold(expected.bloc)], [fold(reading.blocName ?? '')], []),
  }
}

/** Adds scores up. */
export function addScores(all: readonly Scores[]): Scores {
  const sum = (kind: Kind): Score => ({
    found: all.reduce((total, one) => total + one[kind].found, 0),
    missed: all.flatMap((one) => one[kind].missed),
    invented: all.flatMap((one) => one[kind].invented),
  })
  return {
    figures: sum('figures'),
    awards: sum('awards'),
    heads: sum('heads'),
    year: sum('year'),
    bloc: sum('bloc'),
  }
}

/** Precision, recall and F1; 1 when there was nothing to find and nothing was invented. */
export function ratesOf(score: Score): {
  readonly precision: number
  readonly recall: number
  readonly f1: number
} {
  const wanted = score.found + score.missed.length
  const given = score.found + score.invented.length
  const precision = given === 0 ? 1 : score.found / given
  const recall = wanted === 0 ? 1 : score.found / wanted
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  }
}

/** "value unit" of a figure read, in the writing of the expectations. */
export function writeFigure(figure: Pick<Indicator, 'value' | 'valueMax' | 'total' | 'unit'>): string {
  const total = figure.total === undefined ? '' : `/${figure.total}`
  const most = figure.valueMax === undefined ? '' : `-${figure.valueMax}`
  return `${figure.value}${most}${total} ${fold(figure.unit)}`
}

/** One writing for names that differ in case, tone place and spaces around signs. */
export function fold(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[–—]/g, '-')
    .replace(/["“”]/g, '')
    .split(/\s+/)
    .map((word) => syllableKey(word))
    .join(' ')
    .replace(/\s*([-,])\s*/g, '$1')
    .trim()
}

function empty(): Score {
  return { found: 0, missed: [], invented: [] }
}

function matchAll(expected: readonly string[], found: readonly string[], optional: readonly string[]): Score {
  const left = [...found]
  const missed: string[] = []
  for (const one of expected) {
    const at = left.indexOf(one)
    if (at < 0) missed.push(one)
    else left.splice(at, 1)
  }
  for (const one of optional) {
    const at = left.indexOf(one)
    if (at >= 0) left.splice(at, 1)
  }
  return { found: expected.length - missed.length, missed, invented: left }
}

function plainFigure(written: string): string {
  const [value = '', ...unit] = written.split(' ')
  return `${value} ${fold(unit.join(' '))}`
}

function writeAward(award: Pick<Award, 'kind' | 'recipients' | 'count' | 'status'>): string {
  const names = award.recipients.map(fold).sort().join(' + ')
  return `${fold(award.kind)} → ${names === '' ? (award.count ?? '') : names} (${award.status})`
}

function writeHead(head: Pick<Head, 'role' | 'unit' | 'forYear' | 'how'>): string {
  return `${fold(head.role)} ${head.forYear ?? ''} = ${fold(head.unit)} (${head.how})`
}

/** Prints the scores of the committed reports: `node test/cases/reading/score.ts [name]`. */
function main(only: string | undefined): void {
  const cases = readCases(import.meta.dirname).filter((one) => only === undefined || one.name.includes(only))
  const all = cases.map((one) => ({
    name: one.name,
    scores: scoreReading(readReport(one.text), one.expected),
  }))
  for (const { name, scores } of all) {
    for (const kind of Object.keys(scores) as Kind[]) {
      for (const missed of scores[kind].missed) console.log(`${name} ${kind} − ${missed}`)
      for (const invented of scores[kind].invented) console.log(`${name} ${kind} + ${invented}`)
    }
  }
  const total = addScores(all.map((one) => one.scores))
  for (const kind of Object.keys(total) as Kind[]) {
    const { precision, recall, f1 } = ratesOf(total[kind])
    console.log(
      `${kind.padEnd(8)} precision ${precision.toFixed(3)} recall ${recall.toFixed(3)} F1 ${f1.toFixed(3)} (${total[kind].found} found)`,
    )
  }
}

if (process.argv[1] === import.meta.filename) main(process.argv[2])
