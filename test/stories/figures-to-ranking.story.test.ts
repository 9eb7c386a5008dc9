import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  confirmAll,
  freezeSample,
  handInAll,
  moveTo,
} from '../../src/features/scoring/scoring.test-support.ts'
import { writeWorkbook } from '../../src/spreadsheets/write.ts'
import { type Hall, openHall, type Person } from '../support/browser.ts'
import { openSite } from '../support/site.ts'
import { buildWorld } from '../support/world.ts'
import { itIs } from './cast.ts'

describe('from a unit’s figures to the published ranking', async () => {
  const site = await openSite('2026-11-10')
  const world = await buildWorld(site)
  const [, , third] = world.unitSlugs
  const sheet = world.at('ket-qua', third)
  let hall: Hall
  let head: Person
  let officer: Person

  /** What stands in the field of a figure. */
  const typed = (figure: string) => officer.page.getByLabel(figure, { exact: true }).inputValue()

  beforeAll(async () => {
    for (const [code, name, unit] of [
      ['sx', 'Giá trị sản xuất của ngành', 'tỷ đồng'],
      ['nk', 'Kim ngạch nhập khẩu', 'triệu USD'],
      ['da', 'Dự án được phê duyệt', 'dự án'],
    ]) {
      await sql`insert into indicator (province_id, code, name, unit_of_measure)
        values (${world.provinceId}, ${code}, ${name}, ${unit})`.execute(site.db)
    }
    await sql`insert into result (indicator_id, year, period, unit_id, value, unit_of_measure)
      select id, 2025, '2025', ${world.unitIds[2]}::uuid, 875, unit_of_measure from indicator where code = 'nk'`.execute(
      site.db,
    )
    await freezeSample(site, world, { layers: ['self', 'cross', 'head', 'final'] })
    hall = await openHall(site)
    head = await hall.person('ld1')
    officer = await hall.person('cv3')
  })

  it('the unit pastes its grid, is warned of “980 USD” and mends it before anything is written', async () => {
    await officer.open(sheet)
    await officer.follow('Dán từ bảng tính')
    await officer.send('Xem trước', {
      'Các dòng đã sao chép': [
        'Chỉ số\tĐơn vị tính\tKết quả',
        'Giá trị sản xuất của ngành\ttỷ đồng\t150.764,125',
        'Kim ngạch nhập khẩu\t\t980 USD',
      ].join('\n'),
    })
    expect(await officer.reads()).toContain('Có phải 980 triệu USD không?')
    const figures = sql<{ n: number }>`select count(*)::int as n from result where year = 2026`
    expect((await figures.execute(site.db)).rows[0]?.n).toBe(0)
    await officer.send('Kiểm tra lại', { 'Sửa thành': '980 triệu USD' })
    expect(await officer.reads()).not.toContain('Có phải 980 triệu USD không?')
    await officer.send('Ghi 2 dòng')
    expect(await officer.told()).toBe('Đã ghi 2 dòng từ bảng tính.')
    expect(await typed('Giá trị sản xuất của ngành')).toBe('150.764,125')
  })

  it('enters the rest from a workbook, whose faults are told by sheet and cell', async () => {
    await officer.follow('Nhập từ Excel')
    await officer.send('Xem trước', { 'Tệp Excel': await workbook('bốn mươi tám') })
    expect(await officer.reads()).toContain('Kết quả, ô C3')
    expect(await officer.reads()).toContain('“bốn mươi tám” không phải là một con số')
    await officer.follow('Chọn tệp khác')
    await officer.send('Xem trước', { 'Tệp Excel': await workbook('48/52') })
    await officer.send('Ghi 1 dòng')
    expect(await typed('Dự án được phê duyệt')).toBe('48/52')
  })

  it('looks its report over and sends it; the head returns it, the unit mends one figure and sends again', async () => {
    await officer.open(`${sheet}/truoc-khi-gui`)
    expect(await officer.reads()).toContain('Kim ngạch nhập khẩu')
    await officer.send('Gửi báo cáo năm')
    await head.open(sheet)
    await head.send('Trả lại', { 'Lý do trả lại': 'Kim ngạch chưa khớp số của hải quan.' })
    await officer.open(sheet)
    expect(await officer.reads()).toContain('Kim ngạch chưa khớp số của hải quan.')
    await officer.send('Lưu tất cả', { 'Kim ngạch nhập khẩu': '982,5' })
    await officer.send('Gửi báo cáo năm')
    await head.open(sheet)
    await head.send('Chấp nhận báo cáo năm')
    expect(await head.reads()).toContain('982,5')
  })

  it('is scored by another unit, which gives its reason for every point it changes', async () => {
    await moveTo(site, world, 'scoring')
    await handInAll(site, world, ['9', '8', '8', '6'])
    await moveTo(site, world, 'appraisal')
    await head.open(world.at('tham-dinh', 'phan-cong'))
    await head.send('Đề xuất phân công')
    await head.send('Lưu')
    const checker = await hall.person('ld2')
    await checker.open(world.at('tham-dinh', third))
    expect(await checker.sendInVain('Lưu thẩm định', { 'points.I.3': '6' })).toContain('cần ghi rõ lý do')
    await checker.send('Lưu thẩm định', { 'note.I.3': 'Chưa có minh chứng áp dụng.', finish: true })
    expect(await checker.told()).toContain('1 chỗ sửa')
    await confirmAll(site, world)
  })

  it('questions the point within its days, and the head answers with other points and why', async () => {
    itIs(site, '2026-11-20')
    await head.open(world.at('kien-nghi'))
    await head.send('Gửi điểm cho đơn vị', { 'Ngày cuối được kiến nghị': '2026-11-25' })
    await officer.open(world.at('kien-nghi', third))
    expect(await officer.reads()).toContain('Chưa có minh chứng áp dụng.')
    await officer.send('Gửi', {
      Về: 'I.3',
      Loại: 'Kiến nghị',
      'Nội dung': 'Sáng kiến đã áp dụng tại ba phòng, kèm quyết định.',
      'Điểm đề nghị': '8',
    })
    await head.open(world.at('xep-hang', 'chot'))
    expect(await head.reads()).toContain('Còn 1 kiến nghị về điểm chưa trả lời.')
    await head.open(world.at('kien-nghi', third))
    await head.follow('I.3')
    await head.send('Gửi trả lời', {
      'Kết quả': 'Sửa điểm',
      'Điểm mới (khi sửa)': '7,5',
      'Câu trả lời, lý do': 'Có quyết định áp dụng ở hai phòng.',
    })
    await officer.open(world.at('cham-diem', third, 'giai-thich'))
    expect(await officer.reads()).toContain('Có quyết định áp dụng ở hai phòng.')
  })

  it('stands in the ranking, which the head freezes and publishes with a typed word', async () => {
    await moveTo(site, world, 'conference')
    await head.open(world.at('tham-dinh', 'thong-nhat'))
    await head.send('Ghi điểm khối thống nhất', { 'Thống nhất tại đâu': 'Hội nghị ngày 28/11/2026' })
    const reader = await hall.person()
    await reader.open(world.at('xep-hang'))
    expect(await reader.reads()).toContain('chưa công bố')
    await head.open(world.at('xep-hang', 'chot'))
    await head.send('Chốt xếp hạng')
    await head.follow('Công bố')
    expect(await head.sendInVain('Công bố', { word: 'có' })).toContain('công bố')
    await head.send('Công bố', { word: 'công bố' })
    await reader.open(world.at('xep-hang'))
    expect(await reader.reads()).toContain('Sở Tài chính')
  })
})

/** A filled workbook as a unit sends it, with one figure. */
async function workbook(result: string) {
  const bytes = await writeWorkbook({
    title: 'Kết quả',
    sheets: [
      {
        name: 'Kết quả',
        title: 'KẾT QUẢ THI ĐUA NĂM 2026',
        columns: ['Mã', 'Chỉ số', 'Kết quả'].map((title) => ({ title, width: 30 })),
        rows: [{ cells: ['da', 'Dự án được phê duyệt', result] }],
      },
    ],
  })
  return { file: 'ket-qua.xlsx', bytes }
}
