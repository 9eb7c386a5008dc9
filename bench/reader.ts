import { readdirSync, readFileSync } from 'node:fs'
import { readReport } from '../src/domain/reading/reading.ts'
import { type Figure, round, timings } from './figure.ts'

const REPORTS = new URL('../test/cases/reading/', import.meta.url)
const TOTAL_BYTES = 1_000_000
const PAGE_CHARACTERS = 3000
const RUNS = 30

/** Text to facts: a megabyte of reports one after the other, and one page. */
export function readReports(): readonly Figure[] {
  const reports = readdirSync(REPORTS)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readFileSync(new URL(name, REPORTS), 'utf8'))
  const page = reports.join('\n\n').slice(0, PAGE_CHARACTERS)
  const pages: number[] = []
  for (let run = 0; run < RUNS + 5; run++) {
    const began = performance.now()
    readReport(page)
    if (run >= 5) pages.push(performance.now() - began)
  }
  let bytes = 0
  let read = 0
  const began = performance.now()
  while (bytes < TOTAL_BYTES) {
    const report = reports[read % reports.length] ?? ''
    readReport(report)
    bytes += Buffer.byteLength(report)
    read++
  }
  const seconds = (performance.now() - began) / 1000
  return [
    {
      name: 'reader_mb_per_s',
      value: round(bytes / 1e6 / seconds),
      unit: 'MB/s',
      n: read,
      note: `${read} short reports of many layouts, ${round(bytes / 1e6)} MB of UTF-8 text in all`,
    },
    timings('reader_page_ms', pages, `one text of ${PAGE_CHARACTERS} characters, dense with figures`),
  ]
}
