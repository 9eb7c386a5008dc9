import { describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'

describe('the pages of pledge and registration', async () => {
  const site = await openSite('2026-03-10')
  const world = await buildWorld(site, { state: 'pledging' })
  const [, , unit] = world.unitSlugs
  const signature = { signerName: 'Người ký thử', signerTitle: 'Giám đốc', capacity: '' }

  it('tell the head to write the pledge, and a member that there is none', async () => {
    expect((await (await site.browse('ld1')).get(world.at('giao-uoc'))).text).toContain('Soạn bản giao ước')
    const seen = await (await site.browse('ld3')).get(world.at('giao-uoc'))
    expect(seen.text).toContain('Chưa có bản giao ước')
    expect(seen.text).not.toContain('Soạn bản giao ước')
  })

  it('lead from draft to signature: written, opened, signed by the leader of a unit', async () => {
    const head = await site.browse('ld1')
    const text = { title: 'Bản giao ước', preamble: '', contents: 'Điều một.\nĐiều hai.', version: '0' }
    expect((await head.post(world.at('giao-uoc', 'soan'), { ...text, contents: '' })).text).toContain(
      'Mục này cần được điền.',
    )
    expect((await head.post(world.at('giao-uoc', 'soan'), text)).status).toBe(303)
    expect((await head.post(world.at('giao-uoc', 'mo-ky'), {})).status).toBe(303)
    const leader = await site.browse('ld3')
    expect((await leader.get(world.at('giao-uoc'))).text).toContain('Ký thay mặt Sở Tài chính')
    expect((await leader.post(world.at('giao-uoc', 'ky', unit), signature)).location).toBe(
      world.at('giao-uoc'),
    )
    const after = await leader.get(world.at('giao-uoc'))
    expect(after.text).toContain('1/4 đơn vị đã ký.')
    expect(after.text).not.toContain('Ký thay mặt')
  })

  it('offer no signature to an officer, and refuse one', async () => {
    const officer = await site.browse('cv2')
    expect((await officer.get(world.at('giao-uoc'))).text).not.toContain('Ký thay mặt')
    expect((await officer.post(world.at('giao-uoc', 'ky', world.unitSlugs[1]), signature)).status).toBe(403)
  })

  it('keep what was typed when a number in the registration is not one', async () => {
    const officer = await site.browse('cv3')
    const path = world.at('dang-ky', unit)
    const wrong = { 'personal.cstdcs': 'mười', initiatives: '3', channel: 'screen', version: '0' }
    const refused = await officer.post(path, wrong)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('“mười” không phải là một con số.')
    expect(refused.text).toContain('value="mười"')
    expect((await officer.post(path, { ...wrong, 'personal.cstdcs': '10' })).status).toBe(303)
  })

  it('show the summary of all units to the province, with the sum', async () => {
    const seen = await (await site.browse('tinh')).get(world.at('dang-ky'))
    expect(seen.text).toContain('Chiến sĩ thi đua cơ sở')
    expect(seen.text).toContain('Toàn khối')
  })

  it.each(['', 'nguoila'])('are closed to "%s"', async (username) => {
    const browse = await site.browse(username || undefined)
    for (const path of ['giao-uoc', 'dang-ky']) {
      const seen = await browse.get(world.at(path))
      expect([303, 403]).toContain(seen.status)
    }
  })

  it('are in English for who reads English', async () => {
    const browse = await site.browse('ld1')
    await browse.get('/tuy-chon?lang=en')
    const seen = await browse.get(world.at('giao-uoc'))
    expect(seen.text).toContain('Who has signed')
  })
})
