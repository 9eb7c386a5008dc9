import { todayOf } from '../../../actions/action.ts'
import type { Database, Reading } from '../../../db/database.ts'
import type { Job } from '../../../jobs/jobs.ts'
import { readOutside } from '../ranking/outside.ts'
import { readStanding } from '../ranking/standing.store.ts'
import { conditionsOf } from '../ranking/standings.ts'
import { papersNeeded, recordCodes } from '../sheet/proposal.ts'
import { type RecordsWanted, readRecords } from '../sheet/records.store.ts'
import { findTable } from '../table/table.store.ts'
import type { YearTable } from '../table/table-model.ts'
import {
  listOpenRuns,
  listYearsToRecompute,
  noteProgress,
  type RecomputeRun,
  readUnitEntries,
  releaseRecomputeLock,
  replaceRecomputed,
  tryRecomputeLock,
  type YearToRecompute,
} from './recompute.store.ts'
import { recomputeYear } from './recompute.ts'

/** Name of the job. */
export const RECOMPUTE = 'recompute'

/** Years worked on at once: while one is being read, another is being computed. */
const AT_ONCE = 4

/** Progress is written down after so many blocs. */
const STEP = 20

/** The job that does what was asked for. */
export function recomputeJob(db: Database, now: () => Date): Job {
  return { name: RECOMPUTE, work: () => recomputeWaiting(db, todayOf({ now })) }
}

/**
 * Does all runs that wait, one after the other. One process works at a time; a run that was broken off is begun again,
 * which changes nothing but the time it takes.
 */
export async function recomputeWaiting(db: Database, today: string): Promise<void> {
  await db.connection().execute(async (holder) => {
    if (!(await tryRecomputeLock(holder))) return
    try {
      for (const run of await listOpenRuns(db)) await recomputeRun(db, run, today)
    } finally {
      await releaseRecomputeLock(holder)
    }
  })
}

async function recomputeRun(db: Reading, run: RecomputeRun, today: string): Promise<void> {
  const years = await listYearsToRecompute(db, run.provinceId, run.year)
  const progress = { state: 'running' as const, blocs: years.length, blocsDone: 0, pointsDone: 0 }
  await noteProgress(db, run.id, progress)
  const waiting = years.values()
  const work = async () => {
    for (const year of waiting) {
      progress.pointsDone += await recomputeBlocYear(db, year, today)
      progress.blocsDone += 1
      if (progress.blocsDone % STEP === 0) await noteProgress(db, run.id, progress)
    }
  }
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    await noteProgress(db, run.id, { ...progress, state: 'done' })
  } catch (error) {
    await noteProgress(db, run.id, { ...progress, state: 'failed', problem: (error as Error).message })
    throw error
  }
}

/** Recomputes one bloc's year and stores it; returns how many points there are now. */
export async function recomputeBlocYear(db: Reading, year: YearToRecompute, today: string): Promise<number> {
  const { blocYearId, unitIds, state } = year
  const table = await findTable(db, blocYearId)
  if (!table) return 0
  const [standing, records, entries, outside] = [
    await readStanding(db, blocYearId, today),
    await readRecords(db, blocYearId, table.id, unitIds, today, wantedBy(table)),
    await readUnitEntries(db, table.id),
    await readOutside(db, table),
  ]
  const conditions = (unit: string) => (standing ? conditionsOf(unit, state, standing) : [])
  const sheets = recomputeYear(table, { units: unitIds, records, ...entries, ...outside, conditions })
  await replaceRecomputed(db, table.id, sheets)
  return sheets.reduce((sum, sheet) => sum + Object.keys(sheet.points).length, 0)
}

/** The records that some rule of the table looks at. */
function wantedBy({ leafRows }: YearTable): RecordsWanted {
  const methods = leafRows.flatMap(({ method }) => method ?? [])
  return {
    own: methods.some((method) => recordCodes(method).length > 0),
    evidence: methods.some((method) => papersNeeded(method).length > 0),
  }
}
