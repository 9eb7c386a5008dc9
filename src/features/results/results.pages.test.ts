import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'

describe('the pages of results', async () => {
  const site = await openSite('2026-11-20')
  const world = await buildWorld(site)
  const [, , unit] = world.unitSlugs
  const [, , unitId] = world.unitIds
  const indicator = async (name: string, unitOfMeasure: string, kind = 'level') => {
    const found = await sql<{
      id: string
    }>`insert into indicator (province_id, code, name, unit_of_measure, kind)
      values (${world.provinceId}, ${name}, ${name}, ${unitOfMeasure}, ${kind}) returning id`.execute(site.db)
    return found.rows[0]?.id ?? ''
  }
  const imports = await indicator('Kim ngạch nhập khẩu', 'triệu USD')
  const planted = await indicator('Trồng rừng', 'ha')
  const plan = await indicator('Phê duyệt quy hoạch', '', 'date')
  await sql`insert into target (indicator_id, year, unit_id, kind, value, unit_of_measure) values
    (${imports}, 2026, ${unitId}, 'at_least', 875, 'triệu USD'), (${planted}, 2026, ${unitId}, 'at_least', 1498.3, 'ha')`.execute(
    site.db,
  )
  await sql`insert into target (indicator_id, year, unit_id, kind, by_date) values
    (${plan}, 2026, ${unitId}, 'by_date', '2026-06-30')`.execute(site.db)
  const sheet = world.at('ket-qua', unit)
  const filled = {
    period: '2026',
    channel: 'screen',
    [`version.${imports}`]: '0',
    [`value.${imports}`]: '980 USD',
    [`version.${planted}`]: '0',
    [`value.${planted}`]: 'ước đạt 1.463',
    [`version.${plan}`]: '0',
    [`kind.${plan}`]: 'date',
    [`asOf.${plan}`]: '2026-06-30',
  }

  it('say at the field what is wrong, keep all that was typed and save nothing', async () => {
    const browse = await site.browse('cv3')
    const wrong = await browse.post(sheet, { ...filled, [`value.${planted}`]: '1,234.5.6' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('“1,234.5.6” không phải là một con số.')
    expect(wrong.text).toContain('value="980 USD"')
    const asked = await browse.post(sheet, filled)
    expect(asked.text).toContain('Có phải 980 triệu USD không?')
    const { rows } = await sql`select 1 from result`.execute(site.db)
    expect(rows).toEqual([])
  })

  it('take the mended grid and show completion beside it', async () => {
    const browse = await site.browse('cv3')
    const saved = await browse.post(sheet, { ...filled, [`value.${imports}`]: '980' })
    expect([saved.status, saved.location]).toEqual([303, sheet])
    const { text } = await browse.get(sheet)
    expect(text).toContain('112%')
    expect(text).toContain('97,64%')
    expect(text).toContain('không đạt')
  })

  it('show the second writer what the first one saved', async () => {
    const late = await (await site.browse('ld3')).post(sheet, { ...filled, [`value.${imports}`]: '990' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Có người vừa sửa mục này')
    expect(late.text).toContain('980 triệu USD')
  })

  it('tell one figure in full: printed beside computed, evidence, history', async () => {
    const browse = await site.browse('cv3')
    const path = world.at('ket-qua', unit, 'so', planted)
    const figure = {
      period: '2026',
      value: '1.463',
      comparisons: 'đạt 98% kế hoạch',
      channel: 'screen',
      version: '1',
    }
    expect((await browse.post(path, figure)).status).toBe(303)
    const { text } = await browse.get(path)
    expect(text).toContain('97,64%')
    expect(text).toContain('khớp')
    const resultId = /name="resultId" value="([^"]+)"/.exec(text)?.[1] ?? ''
    const proof = { resultId, note: '', file: new File(['biên bản'], 'bien-ban.txt', { type: 'text/plain' }) }
    expect((await browse.post(`${path}/minh-chung`, proof)).status).toBe(303)
    expect((await browse.get(path)).text).toContain('bien-ban.txt')
  })

  it('say so when a file is missing or of an unknown kind', async () => {
    const browse = await site.browse('cv3')
    const path = world.at('ket-qua', unit, 'so', planted)
    const resultId = /name="resultId" value="([^"]+)"/.exec((await browse.get(path)).text)?.[1] ?? ''
    expect((await browse.post(`${path}/minh-chung`, { resultId })).text).toContain('Hãy chọn một tệp.')
    const wrong = { resultId, file: new File([new Uint8Array([77, 90, 0])], 'a.exe') }
    expect((await browse.post(`${path}/minh-chung`, wrong)).text).toContain('không thuộc loại được nhận')
  })

  it('let the unit send, the head return with a reason, and the unit see it', async () => {
    const leader = await site.browse('ld3')
    await leader.post(`${sheet}/gui`, { step: 'year_report', channel: 'screen' })
    const head = await site.browse('ld1')
    expect((await head.get(sheet)).text).toContain('Chấp nhận báo cáo năm')
    await head.post(`${sheet}/tra-lai`, { step: 'year_report', reason: 'Xem lại số nhập khẩu' })
    expect((await leader.get(sheet)).text).toContain('Trả lại với lý do: Xem lại số nhập khẩu')
  })

  it('count targets by unit, and list what has to be asked again', async () => {
    const head = await site.browse('ld1')
    const { text } = await head.get(world.at('ket-qua'))
    expect(text).toContain('Vượt: 1')
    expect(text).toContain('Không đạt: 1')
    expect((await head.get(world.at('ket-qua', 'so-lieu'))).text).toContain('Trồng rừng')
  })

  it('take the words of the unit part by part', async () => {
    const browse = await site.browse('cv3')
    const part = { part: 'causes', fieldCode: '', body: 'Thời tiết.', channel: 'screen', version: '0' }
    expect((await browse.post(`${sheet}/loi`, part)).status).toBe(303)
    expect((await browse.get(`${sheet}/loi`)).text).toContain('Thời tiết.')
    expect((await browse.post(`${sheet}/loi`, { ...part, body: 'Khác' })).status).toBe(409)
  })

  it('record a rating and refuse a decision of tomorrow', async () => {
    const browse = await site.browse('cv3')
    const rating = {
      subject: 'unit',
      level: 'good',
      decidedBy: 'UBND tỉnh',
      decision: '',
      decidedOn: '2026-11-21',
    }
    expect((await browse.post(`${sheet}/xep-loai`, rating)).text).toContain('không thể sau hôm nay')
    await browse.post(`${sheet}/xep-loai`, { ...rating, decidedOn: '2026-11-20' })
    expect((await browse.get(sheet)).text).toContain('Hoàn thành tốt nhiệm vụ')
  })

  it('draw the way of a target through its year and over the years, each with its table', async () => {
    const more = [
      ['2026Q1', 2026, 210],
      ['2026H1', 2026, 640],
      ['2026M9', 2026, 1190],
      ['2024', 2024, 1300],
      ['2025', 2025, 1400],
    ] as const
    for (const [period, year, value] of more) {
      await sql`insert into result (indicator_id, year, period, unit_id, value, unit_of_measure) values
        (${planted}, ${year}, ${period}, ${unitId}, ${value}, 'ha')`.execute(site.db)
    }
    const browse = await site.browse('cv3')
    const figure = (await browse.get(world.at('ket-qua', unit, 'so', planted))).text
    expect(figure).toContain('Tiến độ năm 2026 (ha)')
    expect(figure).toContain('Quý I: 210 ha, chỉ tiêu 1.498,3 ha; 6 tháng: 640 ha')
    expect(figure).toContain('14,02%')
    expect(figure).toContain('2024: 1.300 ha; 2025: 1.400 ha; 2026: 1.463 ha, chỉ tiêu 1.498,3 ha')
    expect((await browse.get(sheet)).text).toContain('class="gu-spark"')
    const years = (await browse.get(`${world.at('ket-qua', 'nhieu-nam')}?chi-tieu=${planted}&don-vi=${unit}`))
      .text
    expect(years).toContain('Trồng rừng: các đơn vị qua các năm')
    expect(years).toContain('+7,69%')
    expect((await (await site.browse('nguoila')).get(world.at('ket-qua', 'nhieu-nam'))).status).toBe(403)
    const nowhere = await browse.get(`${world.at('ket-qua', 'nhieu-nam')}?chi-tieu=x&don-vi=khong-co`)
    expect(nowhere.status).toBe(200)
  })

  it('are read by the bloc and by nobody else; who may not write sees no form', async () => {
    for (const role of ['ld1', 'ld2', 'cv4', 'thuky', 'tinh']) {
      expect([role, (await (await site.browse(role)).get(sheet)).status]).toEqual([role, 200])
    }
    expect((await (await site.browse('cv4')).get(sheet)).text).not.toContain('Lưu tất cả')
    for (const role of ['nguoila', 'quantri']) {
      expect((await (await site.browse(role)).get(sheet)).status).toBe(403)
    }
  })
})
