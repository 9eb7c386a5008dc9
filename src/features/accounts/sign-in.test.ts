import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openSite, SECRET, sessionCookie } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import { createApp } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { addAccount, installSite } from './accounts.actions.ts'
import { ADDRESS_HEADER } from './accounts.auth.ts'
import { SIGN_IN_TRIES } from './accounts.store.ts'

const PASSWORD = ' một câu dễ nhớ '

describe('signing in', async () => {
  const site = await openSite('2026-03-10')
  await buildWorld(site)
  const { accountId } = await site.did('quantri', addAccount, {
    name: 'Chuyên viên',
    username: 'rieng',
    password: PASSWORD,
  })

  it('takes the password as it was typed, blanks at its ends included', async () => {
    const browse = await site.browse()
    expect(
      (await browse.post('/dang-nhap', { username: 'rieng', password: PASSWORD.trim(), ve: '' })).status,
    ).toBe(422)
    expect((await browse.post('/dang-nhap', { username: 'rieng', password: PASSWORD, ve: '' })).status).toBe(
      303,
    )
  })

  it('answers a wrong password and an unknown name with the same page', async () => {
    const browse = await site.browse()
    const known = await browse.post('/dang-nhap', { username: 'cv1', password: 'sai rồi sai rồi', ve: '' })
    const unknown = await browse.post('/dang-nhap', { username: 'zz9', password: 'sai rồi sai rồi', ve: '' })
    expect([known.status, unknown.status]).toEqual([422, 422])
    expect(unknown.text.replaceAll('zz9', 'cv1')).toBe(known.text)
  })

  it.each([
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    'https://elsewhere.example',
    '/\n/elsewhere.example',
  ])('leads on to no other site (%j)', async (ve) => {
    const browse = await site.browse()
    expect((await browse.post('/dang-nhap', { username: 'rieng', password: PASSWORD, ve })).location).toBe(
      '/',
    )
    const preferred = await browse.get(`/tuy-chon?lang=vi&ve=${encodeURIComponent(ve)}`)
    expect(preferred.location).toBe('/')
  })

  it('is tried only so often by one name, from whatever address; the right password does not help then, time does', async () => {
    const browse = await site.browse()
    const sign = (password: string) => browse.post('/dang-nhap', { username: 'Rieng', password, ve: '' })
    for (let tried = 0; tried < SIGN_IN_TRIES; tried++)
      expect((await sign('sai rồi sai rồi')).text).toContain('không đúng')
    expect((await sign(PASSWORD)).text).toContain('Thử quá nhiều lần')
    site.clock.now = new Date(site.clock.now.getTime() + 6 * 60_000)
    expect((await sign(PASSWORD)).status).toBe(303)
    for (let tried = 0; tried < 3; tried++) await sign('sai rồi sai rồi')
    expect((await sign(PASSWORD)).status).toBe(303)
  })

  it('knows the address from the connection, not from what the client writes', async () => {
    const address = await site.listen()
    const form = new URLSearchParams({ username: 'rieng', password: PASSWORD, ve: '' })
    const seen = await fetch(`${address}/dang-nhap`, {
      method: 'POST',
      body: form,
      redirect: 'manual',
      headers: { [ADDRESS_HEADER]: '203.0.113.7', origin: 'http://giaouoc.test' },
    })
    expect(seen.status).toBe(303)
    const sessions = await sql<{ ipAddress: string }>`
      select "ipAddress" from accounts.session where "userId" = ${accountId} order by "createdAt" desc limit 1`.execute(
      site.db,
    )
    expect(sessions.rows[0]?.ipAddress).toMatch(/127\.0\.0\.1|^(0*:)+0*1$/)
  })

  it('lasts as long as one comes by: a session of yesterday is renewed, an ended one is not', async () => {
    const cookie = (await sessionCookie(site.db, 'rieng')).split(';')[0] ?? ''
    const visit = () => site.server.request('http://giaouoc.test/tai-khoan', { headers: { cookie } })
    expect((await visit()).headers.getSetCookie()).toEqual([])
    const age = (days: number, left: number) =>
      sql`update accounts.session set "updatedAt" = now() - make_interval(days => ${days}),
        "expiresAt" = now() + make_interval(days => ${left}) where "userId" = ${accountId}`.execute(site.db)
    await age(2, 12)
    const [renewed = ''] = (await visit()).headers.getSetCookie()
    expect(renewed.split(';')[0]).toBe(cookie)
    expect(renewed).toMatch(/Max-Age=1209600.*HttpOnly.*SameSite=Lax/i)
    const left = await sql<{ days: number }>`
      select max(extract(day from "expiresAt" - now()))::int as days from accounts.session where "userId" = ${accountId}`.execute(
      site.db,
    )
    expect(left.rows[0]?.days).toBeGreaterThanOrEqual(13)
    await age(15, -1)
    expect((await visit()).headers.get('location')).toContain('/dang-nhap')
  })

  it('works behind https, with a cookie that no plain connection carries', async () => {
    const baseUrl = 'https://giaouoc.example'
    const app = await createApp(
      readConfig({ BASE_URL: baseUrl, AUTH_SECRET: SECRET, DATA_DIR: '/nonexistent' }),
      { db: site.db, connection: site.connection, embedded: undefined, close: async () => undefined },
      () => site.clock.now,
    )
    const body = new URLSearchParams({ username: 'rieng', password: PASSWORD, ve: '' })
    const signedIn = await app.server.request(`${baseUrl}/dang-nhap`, {
      method: 'POST',
      body,
      headers: { origin: baseUrl },
    })
    const cookie = signedIn.headers.getSetCookie().find((one) => one.includes('session_token')) ?? ''
    expect(cookie).toMatch(/; Secure/)
    expect(cookie).toMatch(/; HttpOnly/)
    const own = await app.server.request(`${baseUrl}/tai-khoan`, {
      headers: { cookie: cookie.split(';')[0] ?? '' },
    })
    expect(own.status).toBe(200)
    await app.close()
  })
})

describe('the first run', async () => {
  const site = await openSite('2026-03-10')
  const first = { provinceName: 'Bắc Ninh', name: 'Quản trị', username: 'dau', password: 'một câu dễ nhớ' }

  it('of two at one moment one succeeds; afterwards its page is closed', async () => {
    const both = await Promise.all([
      site.act('', installSite, first),
      site.act('', installSite, { ...first, provinceName: 'Hà Nam', username: 'hai' }),
    ])
    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(both.filter((outcome) => !outcome.ok)).toMatchObject([
      { error: { code: 'site_already_installed' } },
    ])
    const browse = await site.browse()
    expect((await browse.get('/cai-dat')).location).toBe('/dang-nhap')
    const again = await browse.post('/cai-dat', { ...first, username: 'ba' })
    expect(again.status).not.toBe(200)
    expect((await sql`select 1 from accounts."user"`.execute(site.db)).rows).toHaveLength(1)
  })
})
