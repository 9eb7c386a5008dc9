import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readReport } from '../../../src/domain/reading/reading.ts'
import type { Comparison, Reading } from '../../../src/domain/reading/reading.types.ts'
import { addScores, fold, type Kind, ratesOf, readCases, scoreReading, writeFigure } from './score.ts'

const cases = readCases(import.meta.dirname)

/** What unseen reports are asked for; the committed ones must not fall below. */
const WANTED: Readonly<Record<Kind, number>> = {
  figures: 0.92,
  awards: 0.9,
  heads: 0.9,
  year: 0.95,
  bloc: 0.95,
}

describe('the committed reports', () => {
  it('are at least twenty-five', () => expect(cases.length).toBeGreaterThanOrEqual(25))

  it.each(cases)(
    '$name: figures, awards, heads, year and bloc are what a careful reader finds',
    ({ text, expected }) => {
      const scores = scoreReading(readReport(text), expected)
      for (const kind of Object.keys(scores) as Kind[]) {
        expect({ kind, missed: scores[kind].missed, invented: scores[kind].invented }).toEqual({
          kind,
          missed: [],
          invented: [],
        })
      }
    },
  )

  it.each(cases.filter((one) => one.expected.province !== null))(
    '$name: the province is told',
    ({ text, expected }) => {
      expect(readReport(text).province).toBe(expected.province)
    },
  )

  it.each(cases.filter((one) => one.expected.comparisons !== undefined))(
    '$name: ratio and change are kept apart',
    ({ text, expected }) => {
      const reading = readReport(text)
      for (const [written, comparisons] of Object.entries(expected.comparisons ?? {})) {
        const found = figureNamed(reading, written)?.comparisons ?? []
        expect(found.map(withoutBase)).toMatchObject(comparisons)
        for (const [index, wanted] of comparisons.entries())
          expect(found[index]?.direction).toBe(wanted.direction)
      }
    },
  )

  it.each(cases.filter((one) => one.expected.targets !== undefined))(
    '$name: goals are told from results',
    ({ text, expected }) => {
      const reading = readReport(text)
      for (const written of expected.targets ?? [])
        expect(figureNamed(reading, written)?.target, written).toBe(true)
      const goals = reading.indicators.filter((figure) => figure.target === true).length
      expect(goals).toBeGreaterThanOrEqual(expected.targets?.length ?? 0)
    },
  )

  it.each(cases.filter((one) => one.expected.reporters !== undefined))(
    '$name: who reports a figure is told by the order of the text',
    ({ text, expected }) => {
      const reading = readReport(text)
      for (const [written, unit] of Object.entries(expected.reporters ?? {}))
        expect(figureNamed(reading, written)?.reportingUnit).toBe(unit)
    },
  )

  it.each(cases.filter((one) => one.expected.warnings !== undefined))(
    '$name: what does not fit is said',
    ({ text, expected }) => {
      expect(
        readReport(text)
          .warnings.map((warning) => warning.code)
          .sort(),
      ).toEqual([...(expected.warnings ?? [])].sort())
    },
  )

  it.each(cases.filter((one) => one.expected.documents !== undefined))(
    '$name: papers are found by their numbers',
    ({ text, expected }) => {
      expect(readReport(text).documents.map((paper) => paper.number)).toEqual(expected.documents)
    },
  )

  it('together reach the precision and recall that unseen reports are asked for', () => {
    const total = addScores(cases.map((one) => scoreReading(readReport(one.text), one.expected)))
    for (const kind of Object.keys(total) as Kind[])
      expect(ratesOf(total[kind]).f1, kind).toBeGreaterThanOrEqual(WANTED[kind])
  })
})

const seedsDir = process.env.SEEDS_DIR

/** Their sentences belong to others, so they are not kept here: name a folder with `facts.json` and the texts. */
describe.skipIf(seedsDir === undefined || !existsSync(join(seedsDir, 'facts.json')))(
  'the source documents (skipped unless SEEDS_DIR names their folder)',
  () => {
    const facts = seedsDir === undefined ? [] : seedFacts(seedsDir)

    it.each(facts)('$source.name: every fact that is not optional is found', (expected) => {
      const reading = readReport(expected.text)
      const figures = reading.indicators.map(writeFigure)
      for (const figure of expected.indicators.filter((one) => one.optional !== true))
        expect(figures).toContain(writeFigure(figure))
      const allowed = expected.indicators.map(writeFigure)
      expect(figures.filter((figure) => !allowed.includes(figure))).toEqual([])
      expect(
        reading.awards.map((award) => [
          fold(award.kind),
          award.recipients.map(fold),
          award.count,
          award.status,
        ]),
      ).toEqual(
        expected.awards.map((award) => [
          fold(award.kind),
          award.recipients.map(fold),
          award.count,
          award.status,
        ]),
      )
      const heads = (list: Reading['heads']) =>
        list.map((head) => [fold(head.role), fold(head.unit), head.forYear, head.how].join(' ')).sort()
      expect(heads(reading.heads)).toEqual(heads(expected.heads))
      expect(reading.dates.map((date) => [date.iso, date.start, date.end])).toEqual(
        expected.dates.map((date) => [date.iso, date.start, date.end]),
      )
      expect(reading.documents.map((paper) => [paper.number, paper.date])).toEqual(
        expected.documents.map((paper) => [paper.number, paper.date]),
      )
      expect([fold(reading.blocName ?? ''), reading.year, reading.province]).toEqual([
        fold(expected.blocName ?? ''),
        expected.year,
        expected.province,
      ])
      expect(reading.units.map(fold)).toEqual(expect.arrayContaining(expected.units.map(fold)))
    })
  },
)

type SeedFacts = Omit<Reading, 'indicators'> & {
  readonly source: { readonly name: string }
  readonly text: string
  readonly indicators: readonly (Reading['indicators'][number] & { readonly optional?: boolean })[]
}

function seedFacts(folder: string): readonly SeedFacts[] {
  const facts = JSON.parse(readFileSync(join(folder, 'facts.json'), 'utf8')) as SeedFacts[]
  return facts.map((one) => ({ ...one, text: readFileSync(join(folder, one.source.name), 'utf8') }))
}

function figureNamed(reading: Reading, written: string) {
  const [value = '', ...unit] = written.split(' ')
  return reading.indicators.find((figure) => writeFigure(figure) === `${value} ${fold(unit.join(' '))}`)
}

function withoutBase(comparison: Comparison): Omit<Comparison, 'base'> {
  const { base: _, ...rest } = comparison
  return rest
}
