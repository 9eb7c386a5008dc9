import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadDemo } from '../../../../seed/demo/demo.ts'
import { openSite } from '../../../../test/support/site.ts'
import { askRecompute } from './recompute.actions.ts'
import { recomputeWaiting } from './recompute.job.ts'
import { findLatestRun, findProvinceYears, listRecomputed } from './recompute.store.ts'

const today = '2026-11-22'

describe('the scores of a province computed from the records once more', async () => {
  const site = await openSite(today)
  let provinceId = ''
  let year = 0

  beforeAll(async () => {
    await loadDemo(site.db, () => undefined)
    const province = await sql<{ id: string }>`select id from province where name = 'Bắc Ninh'`.execute(
      site.db,
    )
    provinceId = province.rows[0]?.id ?? ''
    year = (await findProvinceYears(site.db, provinceId)).years.at(-1) ?? 0
  })

  const stored = async () =>
    (
      await sql<{ scores: string }>`
        select md5(string_agg(s.id::text || s.points || s.layer || s.version, ',' order by s.id)) as scores
        from score s`.execute(site.db)
    ).rows[0]?.scores

  it('are asked for by the province alone', async () => {
    const refused = await site.act('truongkhoi', askRecompute, { provinceId, year })
    expect(refused).toMatchObject({ ok: false, error: { code: 'not_your_role' } })
    const elsewhere = await site.act('tinh.hagiang', askRecompute, { provinceId, year })
    expect(elsewhere).toMatchObject({ ok: false, error: { code: 'not_your_role' } })
  })

  it('wait for a process that works, and are asked for once however often the button is pressed', async () => {
    const first = await site.did('tinh', askRecompute, { provinceId, year })
    const second = await site.did('tinh', askRecompute, { provinceId, year })
    expect(second.runId).toBe(first.runId)
    const page = await (await site.browse('tinh')).get(`/tinh-lai-diem?nam=${year}`)
    expect(page.text).toContain('Đang chờ đến lượt')
    expect(page.text).toContain('http-equiv="refresh"')
  })

  it('change no score, and give a total and a place to every unit', async () => {
    const before = await stored()
    await recomputeWaiting(site.db, today)
    expect(await stored()).toBe(before)
    expect(await findLatestRun(site.db, provinceId, year)).toMatchObject({ state: 'done' })
    const rows = await listRecomputed(site.db, provinceId, year)
    expect(rows.length).toBeGreaterThanOrEqual(12)
    expect(rows.some((row) => row.place === 1)).toBe(true)
  })

  it('are the same again when nothing has changed', async () => {
    const before = await listRecomputed(site.db, provinceId, year)
    await site.did('tinh', askRecompute, { provinceId, year })
    await recomputeWaiting(site.db, today)
    const after = await listRecomputed(site.db, provinceId, year)
    const plain = (rows: typeof before) => rows.map((row) => ({ ...row, recomputedAt: null }))
    expect(plain(after)).toEqual(plain(before))
  })

  it('are begun again when the process that worked on them was killed', async () => {
    const { runId } = await site.did('tinh', askRecompute, { provinceId, year })
    await sql`update recompute_run set state = 'running', blocs_done = 1 where id = ${runId}`.execute(site.db)
    await recomputeWaiting(site.db, today)
    expect(await findLatestRun(site.db, provinceId, year)).toMatchObject({ id: runId, state: 'done' })
  })

  it('are computed by one process at a time', async () => {
    const { runId } = await site.did('tinh', askRecompute, { provinceId, year })
    await site.db.connection().execute(async (other) => {
      await sql`select pg_advisory_lock(hashtext('giaouoc recompute'))`.execute(other)
      await recomputeWaiting(site.db, today)
      expect(await findLatestRun(site.db, provinceId, year)).toMatchObject({ id: runId, state: 'waiting' })
      await sql`select pg_advisory_unlock(hashtext('giaouoc recompute'))`.execute(other)
    })
    await recomputeWaiting(site.db, today)
    expect(await findLatestRun(site.db, provinceId, year)).toMatchObject({ id: runId, state: 'done' })
  })

  it('are done by the jobs of a running program, from the button to the table', async () => {
    await site.jobs.start()
    const tinh = await site.browse('tinh')
    const sent = await tinh.post('/tinh-lai-diem', { year: String(year) })
    expect(sent).toMatchObject({ status: 303, location: `/tinh-lai-diem?nam=${year}` })
    await expect
      .poll(async () => (await findLatestRun(site.db, provinceId, year))?.state, { timeout: 20_000 })
      .toBe('done')
    const page = await tinh.get(sent.location)
    expect(page.text).toContain('Lần gần nhất')
    expect(page.text).not.toContain('http-equiv="refresh"')
  })

  it('ask for a year one can read', async () => {
    const tinh = await site.browse('tinh')
    expect((await tinh.post('/tinh-lai-diem', { year: 'năm nay' })).status).toBe(422)
  })
})
