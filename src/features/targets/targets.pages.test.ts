import { describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import { addIndicator } from './indicators.actions.ts'

describe('the pages of targets', async () => {
  const site = await openSite('2026-03-10')
  const world = await buildWorld(site, { state: 'pledging' })
  const [, , unit] = world.unitSlugs
  const { indicatorId } = await site.did('thuky', addIndicator, {
    blocYearId: world.blocYearId,
    code: '',
    name: 'Kim ngạch nhập khẩu',
    unitOfMeasure: 'triệu USD',
    direction: 'up',
    decimals: 3,
    kind: 'level',
    fieldCode: 'industry_trade',
    partOfId: null,
    convertsToId: null,
    conversionFactor: null,
  })
  const enter = world.at('chi-tieu', unit, 'nhap')
  const form = {
    indicatorId,
    rule: 'at_least',
    value: '980 USD',
    setBy: 'several',
    channel: 'screen',
    version: '0',
  }

  it('ask what 980 USD means, keep what was typed, and save it with a reason', async () => {
    const browse = await site.browse('cv3')
    const asked = await browse.post(enter, form)
    expect(asked.status).toBe(422)
    expect(asked.text).toContain('Có phải 980 triệu USD không?')
    expect(asked.text).toContain('value="980 USD"')
    expect((await browse.post(enter, { ...form, suspiciousReason: 'Văn bản gốc in như vậy' })).status).toBe(
      303,
    )
    const shown = await browse.get(world.at('chi-tieu', unit))
    expect(shown.text).toContain('≥ 980 USD')
    expect(shown.text).toContain('Giữ nguyên vì: Văn bản gốc in như vậy')
  })

  it('do not take the same target twice', async () => {
    const again = await (await site.browse('cv3')).post(enter, { ...form, value: '980' })
    expect(again.text).toContain('Chỉ tiêu này đã có trong năm.')
  })

  it('understand "dưới 5%" and the comparison printed beside it', async () => {
    const browse = await site.browse('thuky')
    const words = { ...form, value: 'dưới 5%', comparisons: 'tăng 18% so với năm 2025', channel: 'paper' }
    const path = world.at('chi-tieu', world.unitSlugs[3])
    expect(
      (await browse.post(`${path}/nhap`, { ...words, value: '5', comparisons: 'cao hơn nhiều' })).text,
    ).toContain('Chưa hiểu câu “cao hơn nhiều”.')
    const asked = await browse.post(`${path}/nhap`, words)
    expect(asked.text).toContain('khác đơn vị tính của chỉ tiêu (triệu USD)')
    await browse.post(`${path}/nhap`, { ...words, suspiciousReason: 'Tỷ lệ' })
    const shown = await browse.get(path)
    expect(shown.text).toContain('dưới 5%')
    expect(shown.text).toContain('tăng 18% so với năm 2025')
    expect(shown.text).toContain('nhập thay')
  })

  it('show the head what was sent, and let it be returned with a reason', async () => {
    const leader = await site.browse('ld3')
    await leader.post(world.at('chi-tieu', unit, 'gui'), { channel: 'screen' })
    const head = await site.browse('ld1')
    expect((await head.get(world.at('chi-tieu', unit))).text).toContain('chờ bạn xem')
    expect((await head.post(world.at('chi-tieu', unit, 'tra-lai'), { reason: '' })).text).toContain(
      'Cần ghi rõ lý do.',
    )
    await head.post(world.at('chi-tieu', unit, 'tra-lai'), { reason: 'Thiếu văn bản giao' })
    expect((await leader.get(world.at('chi-tieu', unit))).text).toContain(
      'Trả lại với lý do: Thiếu văn bản giao',
    )
  })

  it('list the catalogue, and add to it only for who may', async () => {
    const path = world.at('chi-tieu', 'danh-muc')
    const member = await site.browse('ld3')
    expect((await member.get(path)).text).not.toContain('Thêm vào danh mục')
    const indicator = { name: 'Kim ngạch nhập khẩu', kind: 'level', direction: 'up', decimals: '3' }
    expect((await member.post(path, indicator)).status).toBe(403)
    const secretary = await site.browse('thuky')
    expect((await secretary.post(path, indicator)).text).toContain('Mã này đã có trong danh mục.')
  })

  it('are seen by every role of the bloc and by no stranger', async () => {
    for (const role of ['ld1', 'ld2', 'cv4', 'thuky', 'tinh', 'quantri']) {
      const browse = await site.browse(role)
      for (const path of [world.at('chi-tieu'), world.at('chi-tieu', unit), world.at('chi-tieu', 'khoi')]) {
        expect([role, path, (await browse.get(path)).status]).toEqual([role, path, 200])
      }
    }
    expect((await (await site.browse('nguoila')).get(world.at('chi-tieu'))).status).toBe(403)
  })
})
