import { describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import { stationKeys } from '../../domain/years/index.ts'
import { duties, dutiesAt, guideRoles } from './duties.ts'
import { guidePaths } from './guide.paths.ts'

describe('the duties of the guide', () => {
  it('leave no station without something to do', () => {
    for (const key of stationKeys) expect(dutiesAt(key).length, key).toBeGreaterThan(0)
  })

  it('leave no role without something to do in the year', () => {
    for (const role of guideRoles) {
      expect(
        duties.some((one) => one.roles.includes(role)),
        role,
      ).toBe(true)
    }
  })

  it('hold each sentence once a station', () => {
    for (const key of stationKeys) {
      const said = dutiesAt(key).map((one) => one.word)
      expect(new Set(said).size, key).toBe(said.length)
    }
  })

  it('give a role its own part alone', () => {
    expect(dutiesAt('conference', new Set(['teller'])).map((one) => one.word)).toEqual(['dutyCount'])
    expect(dutiesAt('setup', new Set(['teller']))).toEqual([])
  })
})

describe('the guide', async () => {
  const site = await openSite()
  const world = await buildWorld(site, { state: 'scoring' })

  it('is open to everybody, in both languages, and asks to sign in', async () => {
    const browse = await site.browse()
    const { status, text } = await browse.get(guidePaths.show)
    expect(status).toBe(200)
    expect(text).toContain('Đăng nhập để thấy năm của khối mình')
    expect(text).toContain('10. Lưu hồ sơ')
    await browse.get('/tuy-chon?lang=en&ve=/huong-dan')
    expect((await browse.get(guidePaths.show)).text).toContain('The year of a bloc, step by step')
  })

  it('tells an officer what their unit does at the present step, and where', async () => {
    const { text } = await (await site.browse('cv3')).get(guidePaths.show)
    expect(mine(text)).toContain(`<a href="${world.at('cham-diem')}">Tự chấm điểm và gửi</a>`)
    expect(mine(text)).toContain('Bước sau: Thẩm định')
    expect(mine(text)).not.toContain('Đôn đốc')
  })

  it('tells the head what the head does', async () => {
    const { text } = await (await site.browse('ld1')).get(guidePaths.show)
    expect(mine(text)).toContain(`<a href="${world.at('don-doc')}">Đôn đốc đơn vị còn nợ việc</a>`)
  })

  it('speaks of the chosen year among the reader’s own', async () => {
    await site.db
      .insertInto('blocYear')
      .values({ blocId: world.blocId, year: 2025, state: 'decided' })
      .execute()
    const browse = await site.browse('ld1')
    expect(mine((await browse.get(guidePaths.inYear(world.blocSlug, 2026))).text)).toContain('năm 2026')
    expect(mine((await browse.get(guidePaths.inYear(world.blocSlug, 2025))).text)).toContain('năm 2025')
  })

  it('says so to somebody who belongs to no bloc', async () => {
    const { text } = await (await site.browse('nguoila')).get(guidePaths.show)
    expect(text).toContain('chưa tham gia năm thi đua')
  })

  it('is linked from the foot of every page', async () => {
    const { text } = await (await site.browse()).get('/khoi')
    expect(text).toContain('href="/huong-dan"')
    expect(text).toContain('href="/kiem-tra-van-ban"')
    expect(text).not.toContain('openapi')
  })

  it('leads to pages that exist', async () => {
    const browse = await site.browse('ld1')
    const { text } = await browse.get(guidePaths.inYear(world.blocSlug, 2026))
    const content = text.slice(text.indexOf('<main'), text.indexOf('</main>'))
    const addresses = new Set([...content.matchAll(/href="(\/[^"]*)"/g)].map((one) => one[1] as string))
    expect(addresses.size).toBeGreaterThan(20)
    for (const address of addresses) {
      const { status } = await browse.get(address)
      expect([200, 303], address).toContain(status)
    }
  })
})

/** The part of the page that is about the reader. */
function mine(html: string): string {
  const start = html.indexOf('Việc của bạn ở bước này')
  return html.slice(start, html.indexOf('Một năm của khối, từng bước', start))
}
