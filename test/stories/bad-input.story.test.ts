import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Hall, openHall, type Person } from '../support/browser.ts'
import { openSite } from '../support/site.ts'
import { buildWorld } from '../support/world.ts'
import { castingOf, itIs, PASSWORD } from './cast.ts'

const megabyte = 1024 * 1024
const program = new Uint8Array([0x4d, 0x5a, 0x90, 0x00, 0x03, 0x00, 0x00, 0x00])

/** A PDF of a size, for what it begins with. */
function pdfOf(bytes: number): Uint8Array {
  const file = new Uint8Array(bytes)
  file.set(new TextEncoder().encode('%PDF-1.4\n'))
  return file
}

describe('what cannot be right', async () => {
  const site = await openSite('2026-02-01')
  const world = await buildWorld(site, { state: 'setup' })
  let hall: Hall
  let head: Person
  let secretary: Person
  let officer: Person

  beforeAll(async () => {
    const cast = await castingOf(site)
    await cast('cv3.moi', 'Chuyên viên Sở Tài chính', 'unit_officer', { unitId: world.unitIds[2] })
    hall = await openHall(site)
    head = await hall.person('ld1')
    secretary = await hall.person('thuky')
  })

  const count = async (table: string): Promise<number> => {
    const { rows } = await sql<{ n: string }>`select count(*) as n from ${sql.table(table)}`.execute(site.db)
    return Number(rows[0]?.n)
  }

  it('a wrong password is told without saying whether the name exists', async () => {
    officer = await hall.person()
    await officer.open('/dang-nhap')
    const known = await officer.sendInVain('Đăng nhập', { username: 'cv3.moi', password: 'không phải' })
    const unknown = await officer.sendInVain('Đăng nhập', { username: 'khong.co', password: 'không phải' })
    expect(known).toBe(unknown)
    expect(await officer.typed('username')).toBe('khong.co')
    expect(await officer.typed('password')).toBe('')
    await officer.send('Đăng nhập', { username: 'cv3.moi', password: PASSWORD })
    expect(await officer.told()).toContain('Chuyên viên Sở Tài chính')
  })

  it('missing fields are named on top and beside each field, and what was typed stays', async () => {
    await head.open(world.at('du-thao', 'moi'))
    const faults = await head.sendInVain('Lưu dự thảo', { 'Nội dung': 'Điều 1. Phạm vi.' })
    expect(faults).toContain('Có 2 chỗ cần sửa')
    expect(await head.page.locator('.gu-field .gu-error').count()).toBe(2)
    expect(await head.typed('body')).toBe('Điều 1. Phạm vi.')
    await head.page.locator('.gu-error-summary a').first().click()
    expect(await head.page.evaluate('document.activeElement.name')).toBe('kind')
    expect(await count('draft')).toBe(0)
  })

  it.each([
    ['a program with the name of a paper', 'quy-che.pdf', program],
    ['a paper above 25 MB', 'quy-che.pdf', pdfOf(26 * megabyte)],
  ])('%s is refused at the field and nothing of the form is saved', async (_what, file, bytes) => {
    await head.open(world.at('du-thao', 'moi'))
    const faults = await head.sendInVain('Lưu dự thảo', {
      Loại: 'Quy chế',
      'Tên dự thảo': 'Quy chế của khối',
      'Tệp dự thảo': { file, bytes },
    })
    expect(faults).toContain('Có 1 chỗ cần sửa')
    expect(await head.page.locator('.gu-field:has([name="file"]) .gu-error').count()).toBe(1)
    expect(await head.typed('title')).toBe('Quy chế của khối')
    expect(await count('draft')).toBe(0)
    expect(await count('file')).toBe(0)
  })

  it('a body beyond all measure is answered with a page, not with a broken connection', async () => {
    await head.open(world.at('du-thao', 'moi'))
    await head.sendInVain('Lưu dự thảo', {
      'Tên dự thảo': 'Quy chế của khối',
      'Tệp dự thảo': { file: 'quy-che.pdf', bytes: pdfOf(61 * megabyte) },
    })
    expect(await head.reads()).toContain('25 MB')
    expect(await count('file')).toBe(0)
  })

  it('a step out of order lists what is lacking and moves nothing', async () => {
    await head.open(world.at('chuyen-buoc'))
    expect(await head.reads()).toContain('Quy chế chưa được thông qua')
    expect(await head.reads()).toContain('4 đơn vị chưa đăng ký danh hiệu thi đua')
    expect(await head.sendInVain('Chuyển bước')).toContain('lý do')
    expect(await head.reads()).toContain('Quy chế chưa được thông qua')
    await head.open(world.at())
    expect(await head.reads()).toContain('Chuẩn bị\n(đang ở bước này)')
  })

  it('the second of two who change the same text sees what the first one changed', async () => {
    await head.open(world.at('giao-uoc', 'soan'))
    await head.send('Lưu', { contents: 'Hoàn thành chỉ tiêu.' })
    await head.open(world.at('giao-uoc', 'soan'))
    await secretary.open(world.at('giao-uoc', 'soan'))
    await head.send('Lưu', { contents: 'Hoàn thành và hoàn thành vượt mức chỉ tiêu.' })
    await secretary.sendInVain('Lưu', { contents: 'Hoàn thành chỉ tiêu đúng hạn.' })
    const seen = await secretary.reads()
    expect(seen).toContain('Hoàn thành và hoàn thành vượt mức chỉ tiêu.')
    expect(await secretary.typed('contents')).toBe('Hoàn thành chỉ tiêu đúng hạn.')
    await head.open(world.at('giao-uoc'))
    expect(await head.reads()).toContain('Hoàn thành và hoàn thành vượt mức chỉ tiêu.')
    expect(await head.reads()).not.toContain('đúng hạn')
  })

  it('a grid with one unreadable figure saves none of its figures', async () => {
    await sql`update bloc_year set state = 'running'`.execute(site.db)
    itIs(site, '2026-11-05')
    const indicators = { 'Kim ngạch qua cửa khẩu': 'triệu USD', 'Số hộ được tập huấn': 'hộ' }
    for (const [name, measure] of Object.entries(indicators)) {
      await head.open(world.at('chi-tieu', 'danh-muc'))
      await head.send('Thêm vào danh mục', { 'Tên chỉ tiêu': name, 'Đơn vị tính': measure })
      await officer.open(world.at('chi-tieu', world.unitSlugs[2], 'nhap'))
      await officer.send('Lưu', { 'Chỉ tiêu': name, value: '100', 'Cơ quan giao': 'UBND tỉnh' })
    }
    await officer.open(world.at('ket-qua', world.unitSlugs[2]))
    const faults = await officer.sendInVain('Lưu tất cả', {
      'Kim ngạch qua cửa khẩu': '1,234.5.6',
      'Số hộ được tập huấn': '120',
    })
    expect(faults).toContain('“1,234.5.6” không phải là một con số')
    expect(await count('result')).toBe(0)
    expect(await officer.page.getByLabel('Số hộ được tập huấn', { exact: true }).inputValue()).toBe('120')
  })

  it('the second of two who enter the same figure is shown the first one’s figure', async () => {
    const leader = await hall.person('ld3')
    await leader.open(world.at('ket-qua', world.unitSlugs[2]))
    await officer.send('Lưu tất cả', { 'Kim ngạch qua cửa khẩu': '101', 'Số hộ được tập huấn': '120' })
    await leader.sendInVain('Lưu tất cả', { 'Kim ngạch qua cửa khẩu': '99' })
    expect(await leader.reads()).toContain('101')
    await officer.open(world.at('ket-qua', world.unitSlugs[2]))
    expect(await officer.page.getByLabel('Kim ngạch qua cửa khẩu', { exact: true }).inputValue()).toBe('101')
  })
})
