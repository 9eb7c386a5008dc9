import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { type Browse, openSite, sessionCookie } from '../../test/support/site.ts'
import { buildWorld } from '../../test/support/world.ts'
import { createKeptPages, type PageView } from './kept-pages.ts'

const noon = new Date('2026-11-22T12:00:00+07:00')
const view: PageView = {
  state: '10:10:',
  address: '/khoi/kinh-te/2026',
  account: 'a',
  lang: 'vi',
  theme: 'auto',
  now: noon,
}

describe('a kept page', () => {
  const kept = () => {
    const pages = createKeptPages()
    pages.find(view)
    pages.keep(view, 'Bảng năm')
    return pages
  }

  it('is found by the same reader in the same state of the database', () => {
    expect(Buffer.from(kept().find(view)?.plain ?? []).toString()).toBe('Bảng năm')
  })

  it.each<Partial<PageView>>([
    { account: 'b' },
    { account: '' },
    { address: '/khoi/kinh-te/2026?nhom=1' },
    { lang: 'en' },
    { theme: 'dark' },
    { now: new Date(noon.getTime() + 60_000) },
    { state: '10:11:' },
  ])('is not found with %o', (other) => {
    expect(kept().find({ ...view, ...other })).toBeUndefined()
  })

  it('is forgotten when the database moves on, and a page of an earlier state is not kept after that', () => {
    const pages = kept()
    pages.find({ ...view, state: '11:11:' })
    pages.keep(view, 'Bảng cũ')
    expect(pages.find({ ...view, state: '11:11:' })).toBeUndefined()
    expect(pages.find(view)).toBeUndefined()
  })

  it('is packed once for those who ask for it so', async () => {
    const page = kept().find(view)
    const packed = await page?.packed()
    expect(gunzipSync(packed ?? new Uint8Array()).toString()).toBe('Bảng năm')
    expect(await page?.packed()).toBe(packed)
  })
})

describe('pages that are answered again', async () => {
  const site = await openSite('2026-11-22')
  const world = await buildWorld(site)
  const board = `/khoi/${world.blocSlug}/${world.year}`
  const rename = (name: string) =>
    sql`update bloc set name = ${name} where id = ${world.blocId}`.execute(site.db)
  const seen = async (browse: Browse) => (await browse.get(board)).text

  it('stay the same while nothing changes, and show a change at once, whoever made it', async () => {
    const head = await site.browse('ld1')
    expect(await seen(head)).toBe(await seen(head))
    await rename('Khối thi đua Hai')
    expect(await seen(head)).toContain('Khối thi đua Hai')
  })

  it('show what a transaction begun before has written once it ends', async () => {
    const head = await site.browse('ld1')
    let finish = () => {}
    const mayFinish = new Promise<void>((resolve) => {
      finish = resolve
    })
    const begun = Promise.withResolvers<void>()
    const slow = site.db.transaction().execute(async (trx) => {
      await sql`update bloc set name = 'Khối thi đua Chậm' where id = ${world.blocId}`.execute(trx)
      begun.resolve()
      await mayFinish
    })
    await begun.promise
    await sql`update unit set version = version + 1`.execute(site.db)
    expect(await seen(head)).not.toContain('Khối thi đua Chậm')
    expect(await seen(head)).not.toContain('Khối thi đua Chậm')
    finish()
    await slow
    expect(await seen(head)).toContain('Khối thi đua Chậm')
  })

  it('belong to one reader: an officer and the public never see the page of the head', async () => {
    const [head, officer, stranger] = [
      await site.browse('ld1'),
      await site.browse('cv3'),
      await site.browse(),
    ]
    const own = await seen(head)
    expect(await seen(officer)).not.toBe(own)
    expect((await stranger.get(board)).status).toBe(303)
  })

  it('are gone with the right to see them', async () => {
    const officer = await site.browse('cv4')
    expect((await officer.get(board)).status).toBe(200)
    await sql`delete from appointment a using accounts."user" u where u.id = a.account_id and u.username = 'cv4'`.execute(
      site.db,
    )
    expect((await officer.get(board)).status).toBe(403)
  })

  it('are gone with the session', async () => {
    const officer = await site.browse('cv3')
    expect((await officer.get(board)).status).toBe(200)
    await sql`delete from accounts.session`.execute(site.db)
    expect((await officer.get(board)).status).toBe(303)
  })

  it('are packed for browsers that unpack them', async () => {
    const cookie = await sessionCookie(site.db, 'ld1')
    const headers = { cookie: cookie.split(';')[0] ?? '', 'accept-encoding': 'gzip, br' }
    const answer = await site.server.request(`http://giaouoc.test${board}`, { headers })
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    expect(answer.headers.get('vary')).toContain('Accept-Encoding')
    expect(gunzipSync(Buffer.from(await answer.arrayBuffer())).toString()).toContain('<!DOCTYPE html>')
  })
})
