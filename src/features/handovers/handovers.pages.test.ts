import { describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'

describe('the page of the handover', async () => {
  const site = await openSite('2026-12-20')
  const world = await buildWorld(site, { state: 'conference' })
  const path = world.at('ban-giao')

  it('leads from the choice of the next head over the record to both signatures', async () => {
    const secretary = await site.browse('thuky')
    expect((await secretary.get(path)).text).toContain('chưa chọn')
    const choice = {
      role: 'head',
      unitId: world.unitIds[2],
      how: 'rotation',
      fromDate: '2027-01-01',
      basis: '',
      personName: '',
      personTitle: '',
    }
    const refused = await secretary.post(`${path}/truong-khoi`, choice)
    expect(refused.text).toContain('Ghi căn cứ chọn')
    await secretary.post(`${path}/truong-khoi`, { ...choice, basis: 'Thứ tự luân phiên' })
    const proposed = (await secretary.get(path)).text
    expect(proposed).toContain('Sổ theo dõi công tác thi đua của khối')
    await secretary.post(`${path}/lap`, {
      toUnitId: world.unitIds[2],
      heldOn: '2026-12-20',
      place: '',
      witness: '',
      note: '',
      version: '0',
      'title.0': 'Sổ theo dõi',
      'quantity.0': '01 quyển',
      'title.1': '',
    })
    const head = await site.browse('ld1')
    const page = (await head.get(path)).text
    expect(page).toContain('Sở Công Thương bàn giao công tác Trưởng khối cho Sở Tài chính.')
    const handoverId = /name="handoverId" value="([0-9a-f-]+)"/.exec(page)?.[1] ?? ''
    await head.post(`${path}/giao`, { handoverId, channel: 'screen', givenOn: '2026-12-20', givenBy: '' })
    const next = await site.browse('ld3')
    expect((await next.get(path)).text).toContain('Ký nhận bàn giao')
    await next.post(`${path}/nhan`, { handoverId, acceptedOn: '2026-12-20', acceptedBy: '' })
    const done = (await next.get(path)).text
    expect(done).toContain('Đã bàn giao xong ngày 20/12/2026.')
    expect(done).toContain('Điều hành từ ngày 20/12/2026.')
  })

  it('is read by members and closed to strangers', async () => {
    expect((await (await site.browse('cv4')).get(path)).text).not.toContain(
      'Chọn Trưởng khối, Phó Trưởng khối năm sau',
    )
    expect((await (await site.browse('nguoila')).get(path)).status).toBe(403)
  })
})
