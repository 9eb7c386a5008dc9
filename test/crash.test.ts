import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { type Attempt, startLoad } from './support/crash-load.ts'
import { runProgram } from './support/crash-program.ts'
import { type CrashWorld, prepareCrashWorld } from './support/crash-world.ts'

const KILLS = 20

/** Everything that is looked at afterwards. */
type Left = {
  /** Request id → how many entries the audit has of it. */
  readonly entries: ReadonlyMap<string, number>
  readonly results: readonly { unitId: string; value: string; version: number }[]
  readonly scores: readonly { unitId: string; points: string; n: number }[]
  readonly polls: readonly { pollId: string; voted: string[]; ballots: string[] }[]
}

describe('a program that is killed over and over while it is used', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'giaouoc-crash-'))
  let world: CrashWorld
  let attempts: readonly Attempt[] = []
  let left: Left
  let exitCode: number | null
  let starts = 0

  beforeAll(async () => {
    world = await prepareCrashWorld(dataDir, KILLS)
    const program = await runProgram(dataDir)
    const load = startLoad(program.url, world)
    for (let kill = 1; kill <= KILLS; kill++) {
      // Now and then the next kill comes while what was killed is still being started.
      load.release(kill)
      if (kill % 5 !== 0) await program.untilReady().then(load.untilSaved)
      await sleep(Math.random() * 250)
      if (kill % 2 === 0) program.killApp()
      else program.killDatabase(kill % 3 === 0)
    }
    await program.untilReady().then(load.untilSaved)
    await load.stop()
    exitCode = await program.stop()
    attempts = load.attempts
    starts = program.counts.starts
    left = await lookAt(dataDir, world)
    if (process.env.CRASH_REPORT) report(attempts, starts)
  }, 180_000)
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

  const of = (kind: Attempt['kind'], told?: Attempt['told']) =>
    attempts.filter((one) => one.kind === kind && (told === undefined || one.told === told))
  const saving = (kind: Attempt['kind']) => new Set(of(kind, 'done').map(({ unitId }) => unitId))
  const entriesOf = ({ requestId }: Attempt) => left.entries.get(requestId) ?? 0

  it('was under load the whole time, and was killed in the middle of it', () => {
    for (const kind of ['result', 'score', 'ballot'] as const) {
      expect(of(kind, 'done').length).toBeGreaterThan(KILLS / 2)
      expect(of(kind, 'unknown').length).toBeGreaterThan(0)
    }
  })

  it('came back after each kill, and ended cleanly when it was asked to', () => {
    expect(starts).toBeGreaterThan(KILLS / 2)
    expect(exitCode).toBe(0)
  })

  it('has one audit entry of each acknowledged write, and none of a refused one', () => {
    expect(attempts.filter((one) => one.told === 'done' && entriesOf(one) !== 1)).toEqual([])
    expect(attempts.filter((one) => one.told === 'refused' && entriesOf(one) !== 0)).toEqual([])
    expect(attempts.filter((one) => entriesOf(one) > 1)).toEqual([])
    const sent = new Set(attempts.map(({ requestId }) => requestId))
    expect([...left.entries.keys()].filter((id) => !sent.has(id))).toEqual([])
  })

  it('refused nothing but the second ballot of a unit that had no answer to its first', () => {
    const refused = attempts.filter((one) => one.told === 'refused')
    const withoutCause = refused.filter(
      ({ kind, unitId, pollId }) =>
        kind !== 'ballot' ||
        !attempts.some(
          (one) =>
            one.pollId === pollId && one.unitId === unitId && one.told === 'unknown' && entriesOf(one) === 1,
        ),
    )
    expect(withoutCause).toEqual([])
  })

  it('holds the figures of the last write as a whole, written as often as the audit says', () => {
    for (const unitId of saving('result')) {
      const happened = of('result').filter((one) => one.unitId === unitId && entriesOf(one) === 1)
      const rows = left.results.filter((one) => one.unitId === unitId)
      const last = String(happened.at(-1)?.value)
      expect(rows).toEqual(world.indicatorIds.map(() => ({ unitId, value: last, version: happened.length })))
    }
  })

  it('holds the points of the last sheet as a whole', () => {
    for (const unitId of saving('score')) {
      const happened = of('score').filter((one) => one.unitId === unitId && entriesOf(one) === 1)
      const rows = left.scores.filter((one) => one.unitId === unitId)
      expect(rows).toEqual([{ unitId, points: String(happened.at(-1)?.value), n: 4 }])
    }
  })

  it('has as many ballots in each box as voters on its roll: those who were told so, nobody twice', () => {
    expect(left.polls).toHaveLength(world.polls.length)
    for (const { pollId, voted, ballots } of left.polls) {
      const cast = of('ballot').filter((one) => one.pollId === pollId && entriesOf(one) === 1)
      expect(new Set(voted).size).toBe(voted.length)
      expect([...voted].sort()).toEqual(cast.map(({ unitId }) => unitId).sort())
      expect(ballots).toHaveLength(voted.length)
    }
  })
})

async function lookAt(dataDir: string, world: CrashWorld): Promise<Left> {
  const store = await openStore(readConfig({ DATA_DIR: dataDir }))
  const { db } = store
  try {
    const entries = await sql<{ requestId: string; n: number }>`
      select request_id, count(*)::int as n from audit.entry
      where event in ('results.saved', 'score.self_saved', 'ballot.cast') group by 1`.execute(db)
    const results = await sql<Left['results'][number]>`
      select unit_id, trim_scale(value)::text as value, version from result
      where state = 'current' and unit_id = any(${[...world.unitIds]}) order by unit_id, indicator_id`.execute(
      db,
    )
    const scores = await sql<Left['scores'][number]>`
      select unit_id, trim_scale(points)::text as points, count(*)::int as n from score group by 1, 2`.execute(
      db,
    )
    const polls = await sql<Left['polls'][number]>`
      select poll_id, voted, ballots from roll.roll join box.box using (poll_id)`.execute(db)
    const known = new Map(entries.rows.map(({ requestId, n }) => [requestId, n]))
    return { entries: known, results: results.rows, scores: scores.rows, polls: polls.rows }
  } finally {
    await store.close()
  }
}

function report(attempts: readonly Attempt[], starts: number): void {
  const counts = Map.groupBy(attempts, (one) => `${one.kind} ${one.told} ${one.answer.slice(0, 3)}`)
  const lines = [...counts].map(([what, all]) => `${what}: ${all.length}`)
  process.stdout.write(`${[...lines, `starts: ${starts}`].join('\n')}\n`)
}
