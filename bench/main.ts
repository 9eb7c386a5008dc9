import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DEMO_PASSWORD } from '../seed/demo/cast.ts'
import { type Figure, timings } from './figure.ts'
import { firstLoads } from './first-load.ts'
import { loadOf } from './load.ts'
import { writePapers } from './papers.ts'
import { readReports } from './reader.ts'
import { recomputeStored } from './recompute.ts'
import { type RunningSite, signIn, startSite } from './site.ts'
import { measureSpreadsheets } from './spreadsheets.ts'
import { countBallots } from './votes.ts'

/** A bloc of the demo with its twelve units, looked at by the officer of its province, who sees all of it. */
const YEAR = '/khoi/bac-ninh-khoi-kinh-te-ky-thuat/2022'
const READER = 'tinh'
const COLD_STARTS = 5

const asJson = process.argv.includes('--json')

/** A figure that cannot be measured is left out, and the reason goes to stderr. */
async function measure(
  what: string,
  work: () => Promise<readonly Figure[]> | readonly Figure[],
): Promise<void> {
  try {
    for (const figure of await work()) print(figure)
  } catch (error) {
    process.stderr.write(`${what} left out: ${(error as Error).message}\n`)
  }
}

function print(figure: Figure): void {
  if (asJson) {
    process.stdout.write(`${JSON.stringify(figure)}\n`)
    return
  }
  const { name, value, unit, n, p50, p95, p99, note } = figure
  const spread = p50 === undefined ? '' : `  p50 ${p50}, p95 ${p95}, p99 ${p99}`
  process.stdout.write(`${name.padEnd(24)}${String(value).padStart(10)} ${unit.padEnd(6)} n=${n}${spread}\n`)
  process.stdout.write(`${' '.repeat(24)}${note}\n`)
}

async function measureSite(dataDir: string): Promise<void> {
  await measure('first_start_ms', async () => {
    const first = await startSite(dataDir)
    await first.stop()
    const note = 'empty DATA_DIR: database created, tables, law and the whole demo, to /readyz 200'
    return [timings('first_start_ms', [first.readyAfter], note)]
  })
  await measure('cold_start_ms', async () => {
    const samples: number[] = []
    for (let start = 0; start < COLD_STARTS; start++) {
      const again = await startSite(dataDir)
      await again.stop()
      samples.push(again.readyAfter)
    }
    return [timings('cold_start_ms', samples, 'the demo is there already; process start to /readyz 200')]
  })
  const site = await startSite(dataDir).catch((error: Error) => {
    process.stderr.write(`the pages left out: ${error.message}\n`)
  })
  if (!site) return
  try {
    await measurePages(site)
  } finally {
    await site.stop()
  }
}

async function measurePages(site: RunningSite): Promise<void> {
  const cookie = await signIn(site.url, READER, DEMO_PASSWORD)
  const board = site.url + YEAR
  await measure('year_board', () => loadOf('year_board', board, cookie))
  await measure('ranking', () => loadOf('ranking', `${board}/xep-hang`, cookie))
  await measure('year_board_anew', () => loadOf('year_board_anew', board, cookie, 'anew'))
  await measure('ranking_anew', () => loadOf('ranking_anew', `${board}/xep-hang`, cookie, 'anew'))
  await measure('first_load', () =>
    firstLoads([
      { name: 'first_load_public_kb', url: `${site.url}/`, cookie: '', what: 'the front page' },
      { name: 'first_load_signed_in_kb', url: board, cookie, what: 'the year board of twelve units' },
    ]),
  )
  await measure('rss_mb', async () => [
    {
      name: 'rss_mb',
      value: await site.highestMemory(),
      unit: 'MB',
      n: 1,
      note: 'highest resident memory of the app process during the measurements of the pages; PostgreSQL is apart',
    },
  ])
}

const dataDir = mkdtempSync(join(tmpdir(), 'giaouoc-bench-'))
try {
  await measure('paper', writePapers)
  await measure('reader', readReports)
  await measure('recompute', recomputeStored)
  await measure('spreadsheets', measureSpreadsheets)
  await measure('count_10k_ms', () => [countBallots()])
  await measureSite(dataDir)
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}
