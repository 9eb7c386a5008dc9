import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import { renameUnit } from '../units/units.actions.ts'
import { addAccount, addProvince, appoint, dismiss } from './accounts.actions.ts'
import { findAccount } from './accounts.store.ts'

const nowhere = { provinceId: null, blocId: null, unitId: null, councilId: null }

describe('accounts', async () => {
  const site = await openSite('2026-03-10')
  const world = await buildWorld(site)
  const account = { name: 'Chuyên viên mới', username: 'moi', password: 'một câu dễ nhớ' }

  it('are made by the administrator, sign in, and may do nothing until they are given a role', async () => {
    const { accountId } = await site.did('quantri', addAccount, account)
    const browser = await site.browse()
    const signedIn = await browser.post('/dang-nhap', { username: 'moi', password: 'một câu dễ nhớ', ve: '' })
    expect(signedIn.status).toBe(303)
    expect((await browser.get(world.at())).status).toBe(403)

    await site.did('quantri', appoint, {
      ...nowhere,
      accountId,
      role: 'unit_officer',
      unitId: world.unitIds[2],
      fromDate: '2026-03-01',
      toDate: null,
      basis: 'Giấy giới thiệu',
    })
    expect((await browser.get(world.at())).status).toBe(200)
  })

  it('lose a role on the day it is ended, while the record of it stays', async () => {
    const row = await sql<{ id: string }>`select id from accounts."user" where username = 'moi'`.execute(
      site.db,
    )
    const accountId = row.rows[0]?.id ?? ''
    const [role] = (await findAccount(site.db, accountId))?.appointments ?? []
    await site.did('quantri', dismiss, { appointmentId: role?.id ?? '' })
    expect((await findAccount(site.db, accountId))?.appointments).toMatchObject([
      { role: 'unit_officer', toDate: '2026-03-10' },
    ])
  })

  it('cannot share a user name, and the form says so beside the field', async () => {
    const seen = await (await site.browse('quantri')).post('/quan-tri/tai-khoan', {
      name: 'Người khác',
      username: 'MOI',
      email: '',
      password: 'đủ tám ký tự',
    })
    expect(seen.status).toBe(422)
    expect(seen.text).toContain('Tên đăng nhập này đã có người dùng.')
    expect(seen.text).not.toContain('đủ tám ký tự')
  })

  it('are given a role only somewhere', async () => {
    const row = await sql<{ id: string }>`select id from accounts."user" where username = 'moi'`.execute(
      site.db,
    )
    const refused = await site.act('quantri', appoint, {
      ...nowhere,
      accountId: row.rows[0]?.id ?? '',
      role: 'teller',
      fromDate: '2026-03-01',
      toDate: null,
      basis: '',
    })
    expect(refused).toMatchObject({ ok: false, error: { code: 'appointment_scope_given' } })
  })

  it('and provinces are the administrator’s alone', async () => {
    const province = { name: 'Hà Nam', certainty: 'inferred' as const, note: '' }
    expect(await site.act('tinh', addProvince, province)).toMatchObject({
      ok: false,
      error: { code: 'not_your_role' },
    })
    expect(await site.did('quantri', addProvince, province)).toMatchObject({ provinceId: expect.any(String) })
    expect((await (await site.browse('ld1')).get('/quan-tri/tai-khoan')).status).toBe(403)
  })
})

describe('one’s own account', async () => {
  const site = await openSite('2026-03-10')
  await buildWorld(site)

  it('changes its password only with the present one, and is then signed out elsewhere', async () => {
    await site.did('quantri', addAccount, {
      name: 'Chuyên viên',
      username: 'rieng',
      password: 'mật khẩu thứ nhất',
    })
    const here = await site.browse()
    const there = await site.browse()
    const present = { username: 'rieng', password: 'mật khẩu thứ nhất', ve: '' }
    await here.post('/dang-nhap', present)
    await there.post('/dang-nhap', present)

    const wrong = await here.post('/tai-khoan/mat-khau', { current: 'sai rồi', next: 'mật khẩu thứ hai' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Mật khẩu đang dùng không đúng.')

    await here.post('/tai-khoan/mat-khau', { current: 'mật khẩu thứ nhất', next: 'mật khẩu thứ hai' })
    expect((await here.get('/tai-khoan')).status).toBe(200)
    expect((await there.get('/tai-khoan')).location).toContain('/dang-nhap')
  })

  it('ends the sessions on other devices and keeps this one', async () => {
    const here = await site.browse('cv1')
    const there = await site.browse('cv1')
    expect((await here.get('/tai-khoan')).text).toContain('phiên này')
    await here.post('/tai-khoan/phien', {})
    expect((await here.get('/tai-khoan')).status).toBe(200)
    expect((await there.get('/tai-khoan')).location).toContain('/dang-nhap')
  })
})

describe('the audit', async () => {
  const site = await openSite('2026-03-10')
  const world = await buildWorld(site)

  it('names events of every topic in words, to the administrator and the province of the place', async () => {
    await site.did('tinh', renameUnit, {
      unitId: world.unitIds[0],
      name: 'Sở Công Thương và Năng lượng',
      shortName: 'SCT',
      from: '2026-03-01',
      basis: '',
    })
    for (const user of ['quantri', 'tinh']) {
      const page = await (await site.browse(user)).get('/nhat-ky')
      expect(page.text).toContain('Đổi tên đơn vị')
      expect(page.text).not.toContain('unit.renamed')
      expect(page.text).toContain('Sở Công Thương và Năng lượng')
      expect(page.text).not.toMatch(/gu-record|[0-9a-f]{8}-[0-9a-f]{4}-/)
    }
    expect((await (await site.browse('ld3')).get('/nhat-ky')).status).toBe(403)
  })

  it('of a year is open to those who lead it', async () => {
    expect((await (await site.browse('ld1')).get(world.at('nhat-ky'))).status).toBe(200)
    expect((await (await site.browse('nguoila')).get(world.at('nhat-ky'))).status).toBe(403)
  })
})
