import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { recomputeWaiting } from '../src/features/scoring/recompute/recompute.job.ts'
import { insertRun } from '../src/features/scoring/recompute/recompute.store.ts'
import { foundCountry, YEAR } from './country.ts'
import { type Figure, timings } from './figure.ts'

const PROVINCE_RUNS = 12
const COUNTRY_RUNS = 3
const TODAY = `${YEAR}-11-22`

/** A province and a country recomputed from stored figures to stored points and places, as the job does it. */
export async function recomputeStored(): Promise<readonly Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'giaouoc-country-'))
  const store = await openStore(readConfig({ DATA_DIR: dataDir }))
  const timed = async (provinceId: string | null) => {
    await insertRun(store.db, { provinceId, year: YEAR, askedBy: null })
    const began = performance.now()
    await recomputeWaiting(store.db, TODAY)
    return performance.now() - began
  }
  try {
    const { firstProvinceId } = await foundCountry(store.db)
    const province: number[] = []
    for (let run = 0; run < PROVINCE_RUNS + 2; run++) {
      const took = await timed(firstProvinceId)
      if (run >= 2) province.push(took)
    }
    const country: number[] = []
    for (let run = 0; run < COUNTRY_RUNS; run++) country.push(await timed(null))
    return [
      timings(
        'recompute_province_ms',
        province,
        '12 blocs of 12 units and 40 criteria (5,760 results): read, scored, ranked and stored by the job',
      ),
      timings(
        'recompute_country_ms',
        country,
        '34 provinces, 700 blocs, 7,350 units, 294,000 results: read, scored, ranked and stored by the job, with its progress',
      ),
    ]
  } finally {
    await store.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
