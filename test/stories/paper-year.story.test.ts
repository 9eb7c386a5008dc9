import { beforeAll, describe, expect, it } from 'vitest'
import { moveTo } from '../../src/features/scoring/scoring.test-support.ts'
import { type Hall, openHall, type Person } from '../support/browser.ts'
import { openSite } from '../support/site.ts'
import { buildWorld } from '../support/world.ts'
import { castingOf, itIs, PASSWORD } from './cast.ts'

const names = ['Sở Công Thương', 'Sở Xây dựng', 'Sở Tài chính', 'Quỹ Đầu tư phát triển'] as const
const scan = {
  file: 'ban-quet.pdf',
  bytes: new TextEncoder().encode(
    '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  ),
}

describe('a year whose signatures, lists and ballots are of paper', async () => {
  const site = await openSite('2026-03-02')
  const world = await buildWorld(site, { state: 'pledging', names })
  let hall: Hall
  let head: Person
  let conference = ''

  beforeAll(async () => {
    const cast = await castingOf(site)
    await cast('truongkhoi', 'Trưởng khối', 'unit_leader', { unitId: world.unitIds[0] })
    hall = await openHall(site)
  })

  it('records the pledge that all four units signed by hand', async () => {
    head = await hall.signIn('truongkhoi', PASSWORD)
    await head.open(world.at('giao-uoc', 'soan'))
    await head.send('Lưu', { contents: 'Hoàn thành chỉ tiêu được giao.' })
    await head.send('Mở ký')
    for (const [index, name] of names.entries()) {
      await head.open(world.at('giao-uoc', 'ban-giay', world.unitSlugs[index] ?? ''))
      expect(
        await head.sendInVain('Ghi chữ ký trên giấy', { 'Họ và tên người ký': `Lãnh đạo ${name}` }),
      ).toContain('chỗ cần sửa')
      await head.send('Ghi chữ ký trên giấy', {
        'Chức vụ': 'Giám đốc',
        'Ký với tư cách': 'KT. (ký thay người đứng đầu)',
        'Ngày ký': '2026-03-01',
        'Bản quét': scan,
      })
    }
    const pledge = await head.reads()
    expect(pledge).toContain('4/4')
    expect(pledge).toContain('01/03/2026')
    expect(pledge).not.toContain('trên màn hình')
  })

  it('takes a report that came on paper for a unit that wrote none here', async () => {
    await moveTo(site, world, 'running')
    itIs(site, '2026-11-08')
    await head.open(world.at('viec', world.unitSlugs[3], 'year_report'))
    await head.send('Ghi đã nhận bản giấy', {
      receivedOn: '2026-11-07',
      note: 'Báo cáo số 12/BC-QĐT ngày 06/11/2026',
      scan,
    })
    await head.open(world.at())
    expect(await head.reads()).toContain('bản giấy')
  })

  it('takes attendance from the signed list', async () => {
    await moveTo(site, world, 'conference')
    itIs(site, '2026-12-02')
    await head.open(world.at('hoi-nghi', 'moi'))
    await head.send('Lưu', { 'Tên hội nghị': 'Hội nghị tổng kết năm 2026', 'Ngày họp': '2026-12-02' })
    conference = head.path()
    await head.send('Mời các đơn vị')
    await head.send('Lưu điểm danh', {
      ...Object.fromEntries(names.map((name) => [`Dự họp, ${name}`, 'dự'])),
      channel: 'danh sách có chữ ký (giấy)',
    })
    await head.open(conference)
    expect(await head.reads()).toContain('4/4')
    await head.send('Khai mạc hội nghị')
  })

  it('enters what the Ban kiểm phiếu counted; a count that does not add up is explained or refused', async () => {
    await head.open(`${conference}/bieu-quyet`)
    await head.send('Lưu Ban kiểm phiếu', {
      'name.0': 'Trưởng ban kiểm phiếu',
      'unitId.0': names[0],
      'name.1': 'Ủy viên Ban kiểm phiếu',
      'unitId.1': names[1],
    })
    await head.open(`${conference}/bieu-quyet/moi?muc=head`)
    await head.send('Lưu nội dung', {
      candidates: [names[2]],
      'Hình thức': 'phiếu giấy',
      'Tỷ lệ tính trên': 'số phiếu hợp lệ',
    })
    const poll = head.path()
    await head.follow('Mở bỏ phiếu')
    await head.send('Mở bỏ phiếu')
    await head.open(poll)
    const counted = { issued: '4', returned: '3', valid: '2', invalid: '1' }
    const votes = { [`Đồng ý, ${names[2]}`]: '2', [`Không đồng ý, ${names[2]}`]: '0' }
    expect(await head.sendInVain('Ghi kết quả', { ...counted, ...votes, valid: '3' })).toContain(
      'chỗ cần sửa',
    )
    expect(await head.typed('issued')).toBe('4')
    expect(await head.sendInVain('Ghi kết quả', { issued: '5', valid: '2' })).toContain(
      'Phát ra 5 phiếu, nhiều hơn 4 thành viên',
    )
    expect(await head.sendInVain('Ghi kết quả', { issued: '4' })).toContain('chỗ cần sửa')
    await head.send('Ghi kết quả', {
      'Ghi chú': 'Một phiếu phát ra không thu về; một phiếu gạch xóa.',
      file: scan,
    })
    const result = await head.reads()
    expect(result).toContain(`Được chọn: ${names[2]}`)
    expect(result).toMatch(
      /Số phiếu phát ra\s+4\s+Số phiếu thu về\s+3\s+Số phiếu hợp lệ\s+2\s+Số phiếu không hợp lệ\s+1/,
    )
    expect(result).toContain('Một phiếu phát ra không thu về')
    await head.send('Ghi nhận người được bầu', { 'Từ ngày': '2027-01-01' })
    await head.open(`${conference}/be-mac`)
    await head.send('Bế mạc')
  })

  it('records the handover that both sides signed by hand; the next head leads the next year', async () => {
    itIs(site, '2026-12-28')
    await head.open(world.at('ban-giao'))
    await head.send('Lưu biên bản')
    await head.send('Ghi biên bản giấy đã ký đủ hai bên', {
      signedOn: '2026-12-26',
      'Người ký bên giao': 'Lãnh đạo Sở Công Thương',
      'Người ký bên nhận': 'Lãnh đạo Sở Tài chính',
      'Bản chụp biên bản': scan,
    })
    expect(await head.reads()).toContain('26/12/2026')
    await head.open(world.at('nam-moi'))
    await head.send('Mở năm')
    expect(await head.reads()).toContain(`Trưởng khối: ${names[2]}`)
  })
})
