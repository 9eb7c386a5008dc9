import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import { dissolveUnit, mergeUnit, splitUnit } from './life.actions.ts'
import { listEvents, listStays } from './unit.store.ts'
import { changeUnit } from './units.actions.ts'

const decision = 'Nghị quyết về sắp xếp tổ chức'

describe('a member that merges within the year', async () => {
  const site = await openSite('2026-06-15')
  const world = await buildWorld(site)
  const [, construction, finance, fund] = world.unitIds
  const merger = {
    unitId: fund,
    successorId: finance,
    on: '2026-06-01',
    basis: decision,
    note: 'Quỹ nhập vào Sở Tài chính',
    successorJoins: true,
    targets: 'pass_on' as const,
  }

  it('cannot merge into itself', async () => {
    expect(await site.act('tinh', mergeUnit, { ...merger, successorId: fund })).toMatchObject({
      ok: false,
      error: { fields: { successorId: { code: 'unit_own_successor' } } },
    })
  })

  it('leaves its bloc the day before, and hands its targets to the successor as new versions with the reason', async () => {
    const targetId = await givenTarget(fund, 'thu-ngan-sach', '100')
    await givenTarget(fund, 'chung', '5')
    await givenTarget(finance, 'chung', '7')

    const done = await site.did('tinh', mergeUnit, merger)

    expect(done).toEqual({ blocs: 1, joined: 0, targetsClosed: 2, targetsPassed: 1 })
    expect(await listStays(site.db, fund)).toMatchObject([{ toDate: '2026-05-31' }])
    const rows = await site.db
      .selectFrom('target')
      .select(['unitId', 'state', 'value', 'replacesId', 'changeReason'])
      .where('replacesId', '=', targetId)
      .execute()
    expect(rows).toEqual([
      {
        unitId: finance,
        state: 'current',
        value: '100',
        replacesId: targetId,
        changeReason: `Quỹ nhập vào Sở Tài chính; ${decision}`,
      },
    ])
    const left = await site.db
      .selectFrom('target')
      .select('id')
      .where('unitId', '=', fund)
      .where('state', '=', 'current')
      .execute()
    expect(left).toEqual([])
  })

  it('shows in the life of both units', async () => {
    expect(await listEvents(site.db, finance)).toMatchObject([
      { kind: 'merged_into', passive: true, otherName: 'Quỹ Đầu tư phát triển' },
    ])
    const page = await (await site.browse()).get(`/don-vi/${world.unitSlugs[2]}`)
    expect(page.text).toContain('Tiếp nhận Quỹ Đầu tư phát triển')
  })

  it('ends only once, and nothing can merge into it afterwards', async () => {
    expect(await site.act('tinh', mergeUnit, merger)).toMatchObject({
      ok: false,
      error: { code: 'unit_already_ended' },
    })
    const into = { ...merger, unitId: construction, successorId: fund, on: '2026-06-10' }
    expect(await site.act('tinh', mergeUnit, into)).toMatchObject({
      ok: false,
      error: { fields: { successorId: { code: 'unit_successor_ended' } } },
    })
  })

  it('is nobody’s business but the province’s', async () => {
    const dissolved = { unitId: construction, on: '2026-06-10', basis: decision, note: 'x' }
    for (const user of ['ld1', 'ld2', 'thuky', 'nguoila']) {
      expect(await site.act(user, dissolveUnit, dissolved)).toMatchObject({
        ok: false,
        error: { code: 'not_your_role' },
      })
    }
  })

  it('splits into units that take its place in the bloc, while its own targets close', async () => {
    await givenTarget(construction, 'xay-dung', '12')
    const done = await site.did('tinh', splitUnit, {
      unitId: construction,
      successorIds: [world.unitIds[0]],
      on: '2026-06-10',
      basis: decision,
      note: 'Chia việc',
      ends: true,
      successorsJoin: true,
    })
    expect(done).toEqual({ blocs: 1, joined: 0, targetsClosed: 1, targetsPassed: 0 })
    const closed = await site.db
      .selectFrom('target')
      .select(['state', 'changeReason'])
      .where('unitId', '=', construction)
      .execute()
    expect(closed).toEqual([{ state: 'withdrawn', changeReason: `Chia việc; ${decision}` }])
  })

  it('asks before it ends a unit, and names the blocs it would leave', async () => {
    const page = await (await site.browse('tinh')).get(`/don-vi/${world.unitSlugs[0]}/giai-the`)
    expect(page.text).toContain('Khối thi đua Kinh tế')
    expect(page.text).toContain('không rút lại được')
  })

  async function givenTarget(unitId: string, code: string, value: string): Promise<string> {
    const indicator = await sql<{ id: string }>`
      insert into indicator (province_id, code, name) values (${world.provinceId}, ${code}, ${code})
      on conflict on constraint indicator_code_taken do update set name = excluded.name returning id`.execute(
      site.db,
    )
    const target = await sql<{ id: string }>`
      insert into target (indicator_id, year, unit_id, kind, value) values (${indicator.rows[0]?.id}, 2026, ${unitId}, 'at_least', ${value})
      returning id`.execute(site.db)
    return target.rows[0]?.id ?? ''
  }
})

describe('the register', async () => {
  const site = await openSite('2026-06-15')
  const world = await buildWorld(site)
  const facts = { kind: 'fund', parentId: null, foundedOn: null, fields: ['industry'], aliases: ['Quỹ ĐTPT'] }

  it('finds a unit by another wording, typed without accents', async () => {
    const [field] = await site.db.selectFrom('fieldOfWork').select('code').limit(1).execute()
    await site.did('tinh', changeUnit, {
      ...facts,
      unitId: world.unitIds[3],
      fields: [field?.code ?? ''],
      version: 1,
    })
    const seen = await (await site.browse()).get('/don-vi?tim=quy%20dtpt')
    expect(seen.text).toContain('Quỹ Đầu tư phát triển')
    expect(seen.text).not.toContain('Sở Tài chính')
  })

  it('tells the second writer what the first one changed', async () => {
    const late = await site.act('tinh', changeUnit, {
      ...facts,
      unitId: world.unitIds[3],
      fields: [],
      aliases: [],
      version: 1,
    })
    expect(late).toMatchObject({
      ok: false,
      error: {
        code: 'changed_meanwhile',
        differences: [{ field: 'aliases', after: 'Quỹ ĐTPT' }, { field: 'fields' }],
      },
    })
  })

  it('keeps a form that was refused, with the reason beside the field', async () => {
    const browser = await site.browse('tinh')
    const seen = await browser.post('/don-vi/moi', {
      provinceId: world.provinceId,
      kind: 'department',
      name: 'Sở Xây dựng',
      shortName: 'SXD',
      parentId: '',
      foundedOn: '',
      basis: '',
    })
    expect(seen.status).toBe(422)
    expect(seen.text).toContain('Tỉnh này đã có một đơn vị cùng tên.')
    expect(seen.text).toContain('value="SXD"')
  })
})
