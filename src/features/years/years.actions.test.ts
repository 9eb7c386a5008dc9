import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import { setDeadlines } from './deadlines.actions.ts'
import { listDeadlines } from './deadlines.store.ts'
import { decideStep, receivePaper } from './steps.actions.ts'
import { advanceYear, markMidYear, openYear, stepBackYear } from './years.actions.ts'
import { listStateChanges } from './years.store.ts'

const PDF = new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')

describe('opening a year', async () => {
  const site = await openSite('2026-12-20')
  const world = await buildWorld(site, { state: 'scoring' })

  it('waits until the year before has reached its conference', async () => {
    expect(await site.act('ld1', openYear, { blocId: world.blocId, year: 2027 })).toMatchObject({
      ok: false,
      error: { fields: { year: { code: 'year_before_not_ready' } } },
    })
  })

  it('is done by the head of the year before, and takes over its days a year later', async () => {
    await site.did('ld1', setDeadlines, {
      blocYearId: world.blocYearId,
      deadlines: [{ step: 'self_score', dueOn: '2026-11-12', basis: 'Quy chế của khối' }],
    })
    await site.db.updateTable('blocYear').set({ state: 'conference' }).execute()
    const opened = await site.did('ld1', openYear, { blocId: world.blocId, year: 2027 })
    expect(await listDeadlines(site.db, opened.blocYearId)).toEqual([
      { step: 'self_score', dueOn: '2027-11-12', mark: 'confirmed', basis: 'Quy chế của khối' },
    ])
  })

  it('happens once a year, and a plain member may not', async () => {
    expect(await site.act('tinh', openYear, { blocId: world.blocId, year: 2027 })).toMatchObject({
      ok: false,
      error: { fields: { year: { code: 'bloc_year_once' } } },
    })
    expect(await site.act('ld3', openYear, { blocId: world.blocId, year: 2028 })).toMatchObject({
      ok: false,
      error: { code: 'not_your_role' },
    })
  })

  it('is also for the unit chosen to lead the year to come, from the day its term begins', async () => {
    const term = { blocId: world.blocId, unitId: world.unitIds[2], role: 'head', forYear: 2028 }
    await site.db
      .insertInto('leadership')
      .values({ ...term, fromDate: '2026-12-21', toDate: null, how: 'elected', basis: '' })
      .execute()
    const open2028 = () => site.act('ld3', openYear, { blocId: world.blocId, year: 2028 })
    expect(await open2028()).toMatchObject({ ok: false, error: { code: 'not_your_role' } })
    await site.db
      .updateTable('leadership')
      .set({ fromDate: '2026-12-20' })
      .where('forYear', '=', 2028)
      .execute()
    await site.db.updateTable('blocYear').set({ state: 'conference' }).where('year', '=', 2027).execute()
    expect(await open2028()).toMatchObject({ ok: true })
  })

  it('proposes the usual days for the first year of a bloc, marked as habits', async () => {
    const past = await site.did('tinh', openYear, { blocId: world.blocId, year: 2020 })
    const days = await listDeadlines(site.db, past.blocYearId)
    expect(days).toHaveLength(12)
    expect(days.find((one) => one.step === 'self_score')).toMatchObject({
      dueOn: '2020-11-15',
      mark: 'habit',
    })
    // Only one province has decided this day; here it is not confirmed.
    expect(days.find((one) => one.step === 'achievement_report')).toMatchObject({
      dueOn: '2020-12-09',
      mark: 'unverified',
    })
  })
})

describe('moving a year', async () => {
  const site = await openSite('2026-11-21')
  const world = await buildWorld(site, { state: 'scoring' })
  const forward = { blocYearId: world.blocYearId, from: 'scoring' as const, reason: '' }

  it('asks for a reason while something needed is lacking', async () => {
    expect(await site.act('ld1', advanceYear, forward)).toMatchObject({
      ok: false,
      error: { fields: { reason: { code: 'year_reason_needed' } } },
    })
  })

  it('goes on with a reason, and keeps who lacked what', async () => {
    await site.did('ld1', advanceYear, { ...forward, reason: 'Hai đơn vị nộp sau', on: '2026-11-20' })
    const [move] = await listStateChanges(site.db, world.blocYearId)
    expect(move).toMatchObject({
      fromState: 'scoring',
      toState: 'appraisal',
      reason: 'Hai đơn vị nộp sau',
      by: 'Lãnh đạo Sở Công Thương',
    })
    expect(move?.lacks.filter((lack) => lack.code === 'self_score_missing')).toHaveLength(4)
    expect(move?.changedAt.toISOString()).toBe('2026-11-20T05:00:00.000Z')
    const [entry] = await site.db
      .selectFrom('audit.entry')
      .select(['reason', 'event'])
      .where('event', '=', 'year.advanced')
      .execute()
    expect(entry).toEqual({ event: 'year.advanced', reason: 'Hai đơn vị nộp sau' })
  })

  it('cannot be done twice by two people at once', async () => {
    expect(await site.act('tinh', advanceYear, { ...forward, reason: 'x' })).toMatchObject({
      ok: false,
      error: { code: 'year_moved_meanwhile' },
    })
  })

  it('back needs a reason and an earlier step', async () => {
    const back = {
      blocYearId: world.blocYearId,
      from: 'appraisal' as const,
      to: 'scoring' as const,
      reason: '',
    }
    expect(await site.act('ld1', stepBackYear, back)).toMatchObject({
      ok: false,
      error: { fields: { reason: { code: 'year_reason_needed' } } },
    })
    expect(await site.act('ld1', stepBackYear, { ...back, to: 'conference', reason: 'x' })).toMatchObject({
      ok: false,
      error: { code: 'year_not_a_step_back' },
    })
    await site.did('ld1', stepBackYear, { ...back, reason: 'Mở lại để một đơn vị sửa' })
    const year = await site.db.selectFrom('blocYear').select('state').executeTakeFirstOrThrow()
    expect(year.state).toBe('scoring')
  })

  it('is not for deputy, secretary or members', async () => {
    for (const user of ['ld2', 'thuky', 'ld3', 'nguoila']) {
      expect(await site.act(user, advanceYear, { ...forward, reason: 'x' })).toMatchObject({
        ok: false,
        error: { code: 'not_your_role' },
      })
    }
  })

  it('into “có quyết định” is the province’s', async () => {
    await site.db.updateTable('blocYear').set({ state: 'submitted' }).execute()
    const decided = { blocYearId: world.blocYearId, from: 'submitted' as const, reason: 'Đã có quyết định' }
    expect(await site.act('ld1', advanceYear, decided)).toMatchObject({
      ok: false,
      error: { code: 'only_province_moves' },
    })
    expect(await site.did('tinh', advanceYear, decided)).toMatchObject({ to: 'decided' })
  })

  it('ends when it is closed', async () => {
    await site.db.updateTable('blocYear').set({ state: 'closed' }).execute()
    expect(await site.act('ld1', advanceYear, { blocYearId: world.blocYearId, reason: 'x' })).toMatchObject({
      ok: false,
      error: { code: 'year_already_closed' },
    })
  })
})

describe('the gates', async () => {
  const site = await openSite('2026-02-10')
  const world = await buildWorld(site, { state: 'setup' })

  it('read drafts, pledge and score table from the records of those topics', async () => {
    await sql`insert into draft (bloc_year_id, kind, title, state) values
      (${world.blocYearId}, 'regulation', 'Quy chế', 'adopted'), (${world.blocYearId}, 'regulation', 'Quy chế cũ', 'drafting'),
      (${world.blocYearId}, 'pledge', 'Giao ước', 'withdrawn')`.execute(site.db)
    await sql`insert into pledge (bloc_year_id, state) values (${world.blocYearId}, 'signing')`.execute(
      site.db,
    )
    const page = await (await site.browse('ld1')).get(world.at('chuyen-buoc'))
    expect(page.text).toContain('Bảng điểm chưa được thông qua')
    expect(page.text).not.toContain('Quy chế chưa được thông qua')
    expect(page.text).not.toContain('Nội dung giao ước chưa được thông qua')
  })

  it('say in the form what is missing when the reason is', async () => {
    const seen = await (await site.browse('ld1')).post(world.at('chuyen-buoc'), {
      from: 'setup',
      reason: ' ',
    })
    expect(seen.status).toBe(422)
    expect(seen.text).toContain('Hãy nêu lý do.')
  })
})

describe('the mid-year review', async () => {
  const site = await openSite('2026-07-15')
  const world = await buildWorld(site)

  it('is marked as held, and skipped only with a reason', async () => {
    const skip = { blocYearId: world.blocYearId, midYear: 'skipped' as const, reason: '' }
    expect(await site.act('ld1', markMidYear, skip)).toMatchObject({
      ok: false,
      error: { fields: { reason: { code: 'year_reason_needed' } } },
    })
    await site.did('ld1', markMidYear, { ...skip, midYear: 'held' })
    expect(await site.db.selectFrom('blocYear').select('midYear').executeTakeFirst()).toEqual({
      midYear: 'held',
    })
  })
})

describe('deadlines', async () => {
  const site = await openSite('2026-03-10')
  const world = await buildWorld(site)

  it('are set from the form, and the second writer sees the day the first one moved', async () => {
    const browser = await site.browse('thuky')
    const form = (day: string, was: string) => ({
      'due.self_score': day,
      'was.self_score': was,
      'basis.self_score': '',
    })
    expect((await browser.post(world.at('lich', 'han'), form('2026-11-15', ''))).location).toBe(
      world.at('lich'),
    )
    const late = await browser.post(world.at('lich', 'han'), form('2026-11-20', ''))
    expect(late.status).toBe(409)
    expect(late.text).toContain('15/11/2026')
    expect(late.text).toContain('value="2026-11-20"')
  })

  it('are shown in the calendar and its file, and taken away when left empty', async () => {
    const browser = await site.browse('cv3')
    expect((await browser.get(world.at('lich'))).text).toContain('15/11/2026')
    const file = await browser.get(world.at('lich.ics'))
    expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(file.text).toContain('DTSTART;VALUE=DATE:20261115\r\n')
    await site.did('ld1', setDeadlines, {
      blocYearId: world.blocYearId,
      deadlines: [{ step: 'self_score', dueOn: null, basis: '' }],
    })
    expect((await browser.get(world.at('lich.ics'))).text).not.toContain('20261115')
  })

  it('are not a member’s to set', async () => {
    const days = { blocYearId: world.blocYearId, deadlines: [] }
    expect(await site.act('ld3', setDeadlines, days)).toMatchObject({
      ok: false,
      error: { code: 'not_your_role' },
    })
  })
})

describe('a unit’s step', async () => {
  const site = await openSite('2026-11-21')
  const world = await buildWorld(site, { state: 'scoring' })
  const step = {
    blocYearId: world.blocYearId,
    unitId: world.unitIds[2],
    step: 'self_score' as const,
    reason: '',
  }
  const cell = () =>
    site.db
      .selectFrom('unitStep')
      .select(['state', 'channel', 'onBehalf', 'reason', 'dueOn'])
      .where('unitId', '=', world.unitIds[2])
      .where('step', '=', 'self_score')
      .executeTakeFirst()

  it('cannot be sent back before it was sent, nor excused without a reason', async () => {
    expect(await site.act('ld1', decideStep, { ...step, decision: 'return', reason: 'Thiếu' })).toMatchObject(
      {
        ok: false,
        error: { code: 'step_nothing_to_return' },
      },
    )
    expect(await site.act('ld1', decideStep, { ...step, decision: 'excuse' })).toMatchObject({
      ok: false,
      error: { fields: { reason: { code: 'year_reason_needed' } } },
    })
  })

  it('may get a later day of its own', async () => {
    await site.did('thuky', decideStep, {
      ...step,
      decision: 'extend',
      reason: 'Mới sáp nhập',
      dueOn: '2026-11-30',
    })
    expect(await cell()).toMatchObject({ state: 'draft', dueOn: '2026-11-30', reason: 'Mới sáp nhập' })
  })

  it('comes in on paper with the day, the signer and the scan, recorded on behalf of the unit', async () => {
    const paper = {
      ...step,
      receivedOn: '2026-11-19',
      note: 'BC 12, KT. Giám đốc',
      scan: { name: 'ban-quet.pdf', bytes: PDF },
      accepted: false,
    }
    const { scanId } = await site.did('ld1', receivePaper, paper)
    expect(await cell()).toMatchObject({
      state: 'sent',
      channel: 'paper',
      onBehalf: true,
      reason: 'BC 12, KT. Giám đốc',
    })
    expect(scanId).toMatch(/^[0-9a-f-]{36}$/)
    const entry = await site.db
      .selectFrom('audit.entry')
      .select(['onBehalfOf', 'after'])
      .where('event', '=', 'step.paper_received')
      .executeTakeFirst()
    expect(entry).toMatchObject({ onBehalfOf: world.unitIds[2], after: { receivedOn: '2026-11-19', scanId } })
  })

  it('stays a paper when it is sent back or accepted, and shows its past', async () => {
    await site.did('ld1', decideStep, { ...step, decision: 'return', reason: 'Thiếu chữ ký' })
    expect(await cell()).toMatchObject({ state: 'returned', channel: 'paper', reason: 'Thiếu chữ ký' })
    await site.did('ld1', decideStep, { ...step, decision: 'accept' })
    expect(await cell()).toMatchObject({ state: 'accepted', channel: 'paper' })
    const page = await (await site.browse('ld1')).get(world.at('viec', world.unitSlugs[2], 'self_score'))
    expect(page.text).toContain('Thiếu chữ ký')
    expect(page.text).toContain('Ngày nhận: 19/11/2026')
    expect(page.text).toMatch(/href="\/tep\/[0-9a-f-]{36}">Mở bản quét/)
  })

  it('is not received in the future, and not decided by a member', async () => {
    const paper = { ...step, receivedOn: '2026-12-19', note: 'x', scan: null, accepted: true }
    expect(await site.act('ld1', receivePaper, paper)).toMatchObject({
      ok: false,
      error: { fields: { receivedOn: { code: 'receipt_in_future' } } },
    })
    expect(await site.act('ld3', decideStep, { ...step, decision: 'accept' })).toMatchObject({
      ok: false,
      error: { code: 'not_your_role' },
    })
  })

  it('belongs to a member of the year', async () => {
    const elsewhere = { ...step, unitId: '00000000-0000-4000-8000-000000000000', decision: 'accept' as const }
    expect(await site.act('ld1', decideStep, elsewhere)).toMatchObject({
      ok: false,
      error: { code: 'not_found' },
    })
  })
})
