import { describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import { keepReports } from './reading.actions.ts'

const REPORT = `BÁO CÁO TỔNG KẾT KHỐI THI ĐUA KINH TẾ NĂM 2026
Sở Công Thương: Kim ngạch <b>xuất khẩu</b> đạt 1.218 triệu USD, kim ngạch nhập khẩu đạt 980 USD.`

const upload = (name: string, body: string) => new File([body], name)

describe('the pages of reading reports', async () => {
  const site = await openSite('2026-12-20')
  const world = await buildWorld(site)
  const list = world.at('doc-bao-cao')
  const ofUnit = world.at('doc-bao-cao', 'don-vi', world.unitSlugs[2])

  it('open for the head, the secretary and the province, and for a unit its own', async () => {
    for (const username of ['ld1', 'thuky', 'tinh'])
      expect((await (await site.browse(username)).get(list)).status, username).toBe(200)
    const own = await site.browse('cv3')
    expect((await own.get(list)).status).toBe(403)
    expect((await own.get(ofUnit)).text).toContain('Đọc báo cáo của Sở Tài chính')
    expect((await (await site.browse('cv4')).get(ofUnit)).status).toBe(403)
    expect((await (await site.browse()).get(list)).location).toContain('/dang-nhap')
  })

  it('lead from one file straight to its figures, with every sign of the text escaped', async () => {
    const head = await site.browse('ld1')
    const sent = await head.post(list, { files: upload('bao-cao.txt', REPORT) })
    expect(sent.status).toBe(303)
    const page = await head.get(sent.location)
    expect(page.text).toContain('Có phải 980 triệu USD?')
    expect(page.text).toMatch(/<span id="s\d+" class="gu-anchor">/)
    expect(page.text).not.toContain('<b>xuất')
    const refused = await head.post(sent.location, { version: '2', 'take.1': '1', 'figure.1': 'chín trăm' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('“chín trăm” không phải là một con số')
    // Those of the unit's circle who do not write only see where figures come from.
    const member = await (await site.browse('ld4')).get(sent.location)
    expect(member.status).toBe(200)
    expect(member.text).not.toContain('Lưu các số đã đánh dấu')
    expect((await (await site.browse('nguoila')).get(sent.location)).status).toBe(403)
  })

  it('say beside the field why a file is not taken, and keep the good ones of several', async () => {
    const head = await site.browse('ld1')
    const refused = await head.post(list, { files: upload('anh.exe', 'x') })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Tệp “anh.exe” không thuộc loại được nhận')
    const some = await head.post(list, { files: [upload('anh.exe', 'x'), upload('a.txt', REPORT)] as never })
    const page = await head.get(some.location)
    expect(page.text).toContain('Đã nhận 1 tệp. Không nhận: Tệp “anh.exe”')
  })

  it('name the reason where a file cannot be read', async () => {
    const head = await site.browse('ld1')
    await head.post(list, { files: upload('trong.txt', '  \n ') })
    expect((await head.get(list)).text).toContain('Không đọc được: tệp không có chữ nào.')
  })

  it('show how far reading is, and reload by themselves until all is read', async () => {
    const files = ['1', '2', '3'].map((name) => ({
      name: `${name}.txt`,
      bytes: new TextEncoder().encode(REPORT),
    }))
    await site.did('ld1', keepReports, { blocYearId: world.blocYearId, unitId: null, files })
    const head = await site.browse('ld1')
    const waiting = await head.get(list)
    expect(waiting.text).toContain('0/3 tệp')
    expect(waiting.headers.get('refresh')).toBe('2')
    expect((await head.post(world.at('doc-bao-cao', 'doc-tiep'), {})).status).toBe(303)
    await expect.poll(async () => (await head.get(list)).headers.get('refresh'), { timeout: 5000 }).toBeNull()
  })

  it('speak English throughout', async () => {
    const head = await site.browse('ld1')
    await head.get('/tuy-chon?lang=en')
    const sent = await head.post(list, { files: upload('bao-cao.txt', REPORT) })
    const page = await head.get(sent.location)
    expect(page.text).toContain('Nothing is saved yet')
    expect(page.text).toContain('Should it be 980 triệu USD?')
  })
})
