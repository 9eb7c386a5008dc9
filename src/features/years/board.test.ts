import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import { findActor } from '../../scopes/actors.store.ts'
import { moveStep } from '../../steps/steps.store.ts'
import { setDeadlines } from './deadlines.actions.ts'
import { countToDos, listToDos } from './todos.store.ts'

describe('the year board', async () => {
  const site = await openSite('2026-11-21')
  const world = await buildWorld(site, { state: 'scoring' })
  const step = { blocYearId: world.blocYearId, step: 'self_score' as const, accountId: null }

  beforeAll(async () => {
    await site.did('ld1', setDeadlines, {
      blocYearId: world.blocYearId,
      deadlines: [{ step: 'self_score', dueOn: '2026-11-18', basis: '' }],
    })
    await site.db.transaction().execute(async (trx) => {
      await moveStep(trx, { ...step, unitId: world.unitIds[0], state: 'accepted', channel: 'paper' })
      await moveStep(trx, { ...step, unitId: world.unitIds[1], state: 'sent' })
      await moveStep(trx, {
        ...step,
        unitId: world.unitIds[2],
        state: 'returned',
        reason: 'Thiếu minh chứng',
      })
    })
  })

  it('says in word and state how each unit stands, and leads to the thing itself', async () => {
    const { text } = await (await site.browse('ld3')).get(world.at())
    expect(text).toContain('gu-cell-by_paper')
    expect(text).toContain('gu-cell-waiting')
    expect(text).toContain('gu-cell-returned')
    expect(text).toMatch(/aria-label="Quỹ Đầu tư phát triển, Tự chấm, trễ 3 ngày"/)
    expect(text).toContain(`href="${world.at('cham-diem', world.unitSlugs[3])}"`)
    expect(text).toContain('Thiếu minh chứng')
  })

  it('lists under the path what is missing before the next step, the latest first', async () => {
    const { text } = await (await site.browse('ld1')).get(world.at())
    const lacks = text.slice(text.indexOf('Còn thiếu trước khi'), text.indexOf('gu-board-page'))
    expect(lacks.indexOf('quá hạn 3 ngày')).toBeGreaterThan(0)
    expect(lacks.indexOf('quá hạn 3 ngày')).toBeLessThan(
      lacks.indexOf('Sở Tài chính: chưa nộp bảng tự chấm điểm'),
    )
    expect(lacks).toContain('4 đơn vị còn thiếu minh chứng')
  })

  it('offers the move to the head, not to a member', async () => {
    expect((await (await site.browse('ld1')).get(world.at())).text).toContain('Chuyển sang thẩm định')
    expect((await (await site.browse('ld3')).get(world.at())).text).not.toContain('Chuyển sang thẩm định')
  })

  it('is closed to people outside the bloc', async () => {
    expect((await (await site.browse('nguoila')).get(world.at())).status).toBe(403)
    expect((await (await site.browse()).get(world.at())).location).toContain('/dang-nhap')
  })

  it('marks the reader’s own unit', async () => {
    const { text } = await (await site.browse('cv2')).get(world.at())
    expect(text).toMatch(/gu-row-mine.*?Sở Xây dựng/s)
  })

  it('is complete in English', async () => {
    const browser = await site.browse('ld1')
    await browser.get('/tuy-chon?lang=en&ve=/')
    const { text } = await browser.get(world.at())
    expect(text).toContain('Units × steps')
    expect(text).toContain('3 days overdue')
  })

  it('gives per unit what is owed, a text to paste and the way to the reminder letter', async () => {
    const { text } = await (await site.browse('ld1')).get(world.at('don-doc'))
    expect(text).toContain('Quỹ Đầu tư phát triển – năm thi đua 2026')
    expect(text).toContain('quá hạn 3 ngày (hạn 18/11/2026)')
    expect(text).toContain(`${world.at('van-ban')}?loai=reminder&amp;don-vi=${world.unitSlugs[3]}`)
    expect(text).not.toContain('Sở Công Thương – năm thi đua')
    expect((await (await site.browse('ld3')).get(world.at('don-doc'))).status).toBe(403)
  })

  it('opens the whole year of one unit, where only those who lead may handle a step', async () => {
    const path = world.at('viec', world.unitSlugs[3])
    expect((await (await site.browse('ld1')).get(path)).text).toContain('Xử lý')
    expect((await (await site.browse('ld4')).get(path)).text).not.toContain('Xử lý')
  })
})

describe('what waits for somebody', async () => {
  const site = await openSite('2026-11-21')
  const world = await buildWorld(site, { state: 'scoring' })
  const waiting = async (user: string) => {
    const actor = await findActor(site.db, user, '2026-11-21')
    if (!actor) throw new Error(user)
    const todos = await listToDos(site.db, actor, '2026-11-21')
    // The badge on every page and the page behind it must never disagree.
    expect(await countToDos(site.db, actor, '2026-11-21')).toBe(todos.length)
    return todos.map((one) => [one.kind, one.step ?? one.title ?? one.amount])
  }

  it('is nothing where nothing is due', async () => {
    expect(await waiting('ld3')).toEqual([])
    expect(await waiting('nguoila')).toEqual([])
  })

  it('is a step that is late or due within two weeks, or was sent back', async () => {
    await site.did('ld1', setDeadlines, {
      blocYearId: world.blocYearId,
      deadlines: [
        { step: 'self_score', dueOn: '2026-11-18', basis: '' },
        { step: 'evidence', dueOn: '2026-12-05', basis: '' },
        { step: 'year_report', dueOn: '2026-12-06', basis: '' },
      ],
    })
    const sent = { blocYearId: world.blocYearId, unitId: world.unitIds[2], accountId: null }
    await site.db.transaction().execute(async (trx) => {
      await moveStep(trx, { ...sent, step: 'year_report', state: 'returned', reason: 'Sai số' })
      await moveStep(trx, { ...sent, step: 'self_score', state: 'sent' })
    })
    expect(await waiting('cv3')).toEqual([
      ['step', 'evidence'],
      ['step', 'year_report'],
    ])
    expect(await waiting('cv4')).toEqual([
      ['step', 'self_score'],
      ['step', 'evidence'],
    ])
  })

  it('is, for the head and the secretary, what was sent and who is late', async () => {
    expect(await waiting('thuky')).toEqual([
      ['late', 3],
      ['decide', 'self_score'],
    ])
    expect(await waiting('ld1')).toEqual([
      ['late', 3],
      ['step', 'self_score'],
      ['step', 'evidence'],
      ['decide', 'self_score'],
    ])
  })

  it('is a draft to comment on until the unit has, and a pledge that only a leader signs', async () => {
    const draft = await sql<{ id: string }>`insert into draft (bloc_year_id, kind, title, state, due_on)
      values (${world.blocYearId}, 'report', 'Báo cáo tổng kết', 'circulating', '2026-11-25') returning id`.execute(
      site.db,
    )
    await sql`insert into pledge (bloc_year_id, state) values (${world.blocYearId}, 'signing')`.execute(
      site.db,
    )
    expect(await waiting('cv3')).toContainEqual(['draft', 'Báo cáo tổng kết'])
    expect(await waiting('cv3')).not.toContainEqual(['pledge', 1])
    expect(await waiting('ld3')).toContainEqual(['pledge', 1])
    await sql`insert into draft_comment (draft_id, unit_id, agrees, said_on)
      values (${draft.rows[0]?.id}, ${world.unitIds[2]}, true, '2026-11-21')`.execute(site.db)
    expect(await waiting('cv3')).not.toContainEqual(['draft', 'Báo cáo tổng kết'])
    expect(await waiting('cv4')).toContainEqual(['draft', 'Báo cáo tổng kết'])
  })

  it('is, for the province, a year whose proposals wait for their outcome', async () => {
    await sql`insert into award (code, name_vi, name_en, kind, recipient, level) values ('co', 'Cờ', 'Flag', 'flag', 'collective', 'province')
      on conflict do nothing`.execute(site.db)
    await sql`insert into proposal (bloc_year_id, award_code, recipient, unit_id, state)
      values (${world.blocYearId}, 'co', 'collective', ${world.unitIds[0]}, 'submitted')`.execute(site.db)
    expect(await waiting('tinh')).toEqual([])
    await site.db.updateTable('blocYear').set({ state: 'submitted' }).execute()
    expect(await waiting('tinh')).toEqual([['outcome', 1]])
  })

  it('is listed with links, and leads to the year with the most pressing work', async () => {
    const browser = await site.browse('ld3')
    const page = await browser.get('/viec-can-lam')
    expect(page.text).toContain('Ký giao ước thi đua')
    expect(page.text).toContain(`href="${world.at('giao-uoc')}"`)
    expect((await browser.get('/nam-thi-dua')).location).toBe(world.at())
    expect((await browser.get('/khoi/kinh-te/nam')).location).toBe(world.at())
    expect((await (await site.browse()).get('/viec-can-lam')).location).toContain('/dang-nhap')
  })
})

describe('a board that was drawn before', async () => {
  const site = await openSite('2026-11-21')
  const world = await buildWorld(site, { state: 'scoring' })

  it('is never shown once anything it is made of has changed', async () => {
    const browser = await site.browse('ld3')
    const first = (await browser.get(world.at())).text
    expect((await browser.get(world.at())).text).toBe(first)
    const cell = {
      blocYearId: world.blocYearId,
      unitId: world.unitIds[0],
      step: 'targets' as const,
      accountId: null,
    }
    await site.db.transaction().execute((trx) => moveStep(trx, { ...cell, state: 'sent' }))
    expect((await browser.get(world.at())).text).toContain('Sở Công Thương, Chỉ tiêu, chờ duyệt')
    await sql`insert into unit_name (unit_id, name, short_name, valid_from)
      values (${world.unitIds[0]}, 'Sở Công nghiệp', 'SCN', '2026-02-01')`.execute(site.db)
    expect((await browser.get(world.at())).text).toContain('Sở Công nghiệp, Chỉ tiêu, chờ duyệt')
    site.clock.now = new Date('2026-11-22T12:00:00+07:00')
    await site.did('ld1', setDeadlines, {
      blocYearId: world.blocYearId,
      deadlines: [{ step: 'self_score', dueOn: '2026-11-21', basis: '' }],
    })
    expect((await browser.get(world.at())).text).toContain('trễ 1 ngày')
    site.clock.now = new Date('2026-11-23T12:00:00+07:00')
    expect((await browser.get(world.at())).text).toContain('trễ 2 ngày')
  })

  it('marks the own unit of each reader, whoever came first', async () => {
    const mine = (text: string) => /gu-row-mine.*?gu-board-unit"?>(?:<a[^>]*>)?([^<]+)/s.exec(text)?.[1]
    expect(mine((await (await site.browse('ld3')).get(world.at())).text)).toBe('Sở Tài chính')
    expect(mine((await (await site.browse('ld4')).get(world.at())).text)).toBe('Quỹ Đầu tư phát triển')
  })
})
