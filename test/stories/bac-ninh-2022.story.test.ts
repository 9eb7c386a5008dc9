import { type RawBuilder, sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { addMember } from '../../src/features/blocs/members.actions.ts'
import { foundUnit } from '../../src/features/units/units.actions.ts'
import { type Hall, openHall, type Person } from '../support/browser.ts'
import { openSite, type Site } from '../support/site.ts'
import { castingOf, itIs, PASSWORD } from './cast.ts'

const bloc = 'bac-ninh-khoi-kinh-te-ky-thuat'
const at = (...rest: readonly string[]) => ['/khoi', bloc, '2022', ...rest].join('/')

const pdf = new TextEncoder().encode(
  '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)

/** The four units of the story: key of the accounts, name, slug. */
const units = [
  { key: 'skhdt', name: 'Sở Kế hoạch và Đầu tư', short: 'Sở KH&ĐT', slug: 'bac-ninh-so-ke-hoach-va-dau-tu' },
  { key: 'stc', name: 'Sở Tài chính', short: 'Sở Tài chính', slug: 'bac-ninh-so-tai-chinh' },
  { key: 'sct', name: 'Sở Công thương', short: 'Sở Công thương', slug: 'bac-ninh-so-cong-thuong' },
  {
    key: 'kcn',
    name: 'Ban Quản lý các KCN tỉnh',
    short: 'Ban QL các KCN',
    slug: 'bac-ninh-ban-quan-ly-cac-kcn-tinh',
  },
] as const
const sct = units[2].slug

describe('the year 2022 of the bloc of Bắc Ninh, from set-up to published news', async () => {
  const site = await openSite('2022-01-04')
  let hall: Hall
  const people = new Map<string, Person>()
  /** Everybody keeps one browser window through the story. */
  const as = async (username: string): Promise<Person> => {
    const known = people.get(username)
    if (known) return known
    const person = await hall.person(username)
    people.set(username, person)
    return person
  }

  beforeAll(async () => {
    hall = await openHall(site)
  })

  it('is installed by the administrator, who enters a province, accounts and roles', async () => {
    const administrator = await hall.person()
    await administrator.open('/dang-nhap')
    expect(administrator.path()).toBe('/cai-dat')
    await administrator.send('Bắt đầu dùng', {
      'Tỉnh, thành phố': 'Bắc Ninh',
      'Họ và tên, hoặc chức danh': 'Quản trị hệ thống',
      'Tên đăng nhập': 'quantri',
      'Mật khẩu': PASSWORD,
    })
    await administrator.send('Đăng nhập', { 'Tên đăng nhập': 'quantri', 'Mật khẩu': PASSWORD })
    expect(await administrator.told()).toContain('Quản trị hệ thống')

    await administrator.open('/quan-tri/tai-khoan')
    const name = 'Cán bộ Thi đua - Khen thưởng tỉnh'
    await administrator.send('Lập tài khoản', { name, username: 'tinh', password: PASSWORD })
    await administrator.send('Giao vai trò', {
      accountId: 'tinh',
      role: name,
      provinceId: 'Bắc Ninh',
      fromDate: '2022-01-01',
    })
    expect(await administrator.reads()).toContain(name)
  })

  it('has units and a bloc, entered by the officer of the province', async () => {
    const officer = await hall.signIn('tinh', PASSWORD)
    people.set('tinh', officer)
    await officer.open('/don-vi/moi')
    await officer.send('Thêm đơn vị', {
      'Tên đơn vị': 'Sở Kế hoạch và Đầu tư',
      'Tên viết gọn': 'Sở KH&ĐT',
      kind: 'Sở',
    })
    await officer.open('/khoi/moi')
    await officer.send('Lập cụm, khối', {
      'Tên đầy đủ': 'Khối thi đua các sở, ban, ngành tham mưu và quản lý Nhà nước về kinh tế, kỹ thuật',
      'Tên ngắn': 'Khối Kinh tế - Kỹ thuật',
    })
    expect(officer.path()).toBe(`/khoi/${bloc}`)
    const cast = await castingOf(site)
    const [provinceId = ''] = Object.values(await idsOf(site, sql`select slug, id from province`))

    for (const [position, unit] of units.entries()) {
      if (position > 0) await site.did('tinh', foundUnit, unitOf(provinceId, unit))
    }
    const unitIds = await idsOf(site, sql`select slug, id from unit`)
    const [blocId = ''] = Object.values(await idsOf(site, sql`select slug, id from bloc`))
    for (const [position, { key, name, slug }] of units.entries()) {
      const unitId = unitIds[slug] ?? ''
      await site.did('tinh', addMember, {
        blocId,
        unitId,
        fromDate: '2021-01-01',
        toDate: null,
        basis: '',
        position,
      })
      await cast(`ld.${key}`, `Lãnh đạo ${name}`, 'unit_leader', { unitId })
      await cast(`cv.${key}`, `Chuyên viên ${name}`, 'unit_officer', { unitId })
    }
    await cast('thuky', 'Thư ký khối', 'bloc_secretary', { blocId })
    await cast('bientap', 'Biên tập tin', 'news_editor', { blocId })
    await cast('duyettin', 'Duyệt tin', 'news_approver', { blocId })
    await officer.open(`/khoi/${bloc}`)
    expect(await officer.reads()).toContain('4. Ban Quản lý các KCN tỉnh')
  })

  it('gets a head and a deputy, and the year is opened', async () => {
    const officer = await as('tinh')
    for (const [role, unit] of [
      ['Trưởng khối', 'Sở Kế hoạch và Đầu tư'],
      ['Phó Trưởng khối', 'Sở Tài chính'],
    ]) {
      await officer.open(`/khoi/${bloc}/truong-khoi`)
      await officer.send('Ghi', {
        role: role ?? '',
        'Đơn vị': unit ?? '',
        'Cho năm': '2022',
        'Cách chọn': 'bầu',
      })
    }
    const secretary = await as('thuky')
    await secretary.open(`/khoi/${bloc}`)
    await secretary.follow('Mở năm thi đua')
    await secretary.send('Mở năm', { 'Năm thi đua': '2022' })
    expect(await secretary.told()).toBe('Đã mở năm thi đua.')
    expect(await secretary.reads()).toContain('Bảng điểm chưa được thông qua')
  })

  it('sends three drafts round; a member comments, the head answers and they are adopted', async () => {
    const head = await hall.signIn('ld.skhdt', PASSWORD)
    people.set('ld.skhdt', head)
    const drafts: string[] = []
    itIs(site, '2022-01-20')
    for (const [kind, title] of [
      ['Quy chế', 'Quy chế hoạt động của khối năm 2022'],
      ['Bảng điểm', 'Bảng tiêu chí chấm điểm năm 2022'],
      ['Bản giao ước', 'Giao ước thi đua năm 2022'],
    ] as const) {
      await head.open(at('du-thao', 'moi'))
      await head.send('Lưu dự thảo', {
        Loại: kind,
        'Tên dự thảo': title,
        'Nội dung': 'Điều 1. Nội dung chung.',
      })
      drafts.push(head.path())
      await head.follow('Gửi xin ý kiến')
      await head.send('Gửi xin ý kiến', { 'Hạn góp ý': '2022-02-20' })
    }
    const member = await as('cv.sct')
    await member.open('/viec-can-lam')
    await member.follow('Góp ý dự thảo “Quy chế hoạt động của khối năm 2022”')
    if (!member.path().includes('/gop-y/')) await member.follow('Gửi ý kiến')
    await member.send('Gửi ý kiến', {
      'Ý kiến': 'Có góp ý',
      'Góp ý vào mục, điều': 'Điều 1',
      'Nội dung góp ý': 'Đề nghị ghi rõ số lần họp trong năm.',
    })

    itIs(site, '2022-03-01')
    await head.open(drafts[0] ?? '')
    expect(await head.reads()).toContain('2 nhất trí, 1 có góp ý')
    await head.follow('Trả lời')
    await head.send('Lưu trả lời', { 'Trả lời': 'tiếp thu' })
    for (const draft of drafts) {
      await head.open(draft)
      await head.follow('Thông qua')
      await head.send('Thông qua', { 'Cách thông qua': 'tại hội nghị' })
      expect(await head.told()).toBe('Dự thảo đã được thông qua.')
    }
  })

  it('takes the registration of a unit from its officer; the head accepts it', async () => {
    const officer = await as('cv.sct')
    await officer.open(at('dang-ky', sct))
    await officer.send('Lưu', {
      'collective.co_ubnd_tinh': '1',
      'collective.bang_khen_chu_tich_tinh': '1',
      'personal.cstdcs': '4',
      initiatives: '6',
    })
    await officer.send('Gửi Trưởng khối')
    const head = await as('ld.skhdt')
    await head.open(at('dang-ky', sct))
    await head.send('Chấp nhận')
    expect(await head.told()).toBe('Đã chấp nhận bản đăng ký.')
  })

  it('keeps what was typed when a figure cannot be read, and asks about a unit of measure that does not fit', async () => {
    const head = await as('ld.skhdt')
    for (const [name, measure] of [
      ['Kim ngạch xuất khẩu qua các KCN', 'triệu USD'],
      ['Số doanh nghiệp được tập huấn', 'doanh nghiệp'],
    ] as const) {
      await head.open(at('chi-tieu', 'danh-muc'))
      await head.send('Thêm vào danh mục', { 'Tên chỉ tiêu': name, 'Đơn vị tính': measure })
    }
    const officer = await as('cv.sct')
    await officer.open(at('chi-tieu', sct, 'nhap'))
    expect(
      await officer.sendInVain('Lưu', {
        'Chỉ tiêu': 'Kim ngạch xuất khẩu qua các KCN',
        value: '1,234.5.6',
        'Cơ quan giao': 'UBND tỉnh',
      }),
    ).toContain('“1,234.5.6” không phải là một con số')
    expect(await officer.typed('value')).toBe('1,234.5.6')
    expect(await officer.sendInVain('Lưu', { value: '980 USD' })).toContain('Có phải 980 triệu USD không?')
    await officer.send('Lưu', { value: '980 triệu USD' })
    await officer.open(at('chi-tieu', sct, 'nhap'))
    await officer.send('Lưu', {
      'Chỉ tiêu': 'Số doanh nghiệp được tập huấn',
      value: '120',
      'Cơ quan giao': 'UBND tỉnh',
    })
    expect(await officer.reads()).toContain('≥ 980 triệu USD')
    await officer.send('Gửi Trưởng khối')
    await head.open(at('chi-tieu', sct))
    await head.send('Chấp nhận')
  })

  it('has its pledge signed by three leaders on screen and by one on paper', async () => {
    const head = await as('ld.skhdt')
    await head.open(at('chuyen-buoc'))
    await head.send('Chuyển bước', { 'Lý do': 'Bảng điểm thông qua cùng ngày tại hội nghị.' })
    await head.open(at('giao-uoc'))
    await head.follow('Soạn bản giao ước')
    await head.send('Lưu', {
      'Tên bản giao ước': 'Giao ước thi đua năm 2022',
      contents: 'Hoàn thành chỉ tiêu được giao.',
    })
    await head.send('Mở ký')
    for (const key of ['skhdt', 'stc', 'sct']) {
      const leader = await as(`ld.${key}`)
      await leader.open(at('giao-uoc'))
      await leader.send('Ký giao ước', { 'Chức vụ': 'Giám đốc' })
      expect(await leader.told()).toBe('Đã ký giao ước.')
    }
    await head.open(at('giao-uoc', 'ban-giay', units[3].slug))
    await head.send('Ghi chữ ký trên giấy', {
      'Họ và tên người ký': 'Lãnh đạo Ban Quản lý các KCN tỉnh',
      'Chức vụ': 'Trưởng ban',
      'Ngày ký': '2022-03-01',
      'Bản quét': { file: 'chu-ky.pdf', bytes: pdf },
    })
    await head.open(at('giao-uoc'))
    expect(await head.reads()).toContain('4/4')
  })

  it('takes results and a report, which is returned with a reason, mended and accepted', async () => {
    const head = await as('ld.skhdt')
    await head.open(at('chuyen-buoc'))
    await head.send('Chuyển bước', { 'Lý do': 'Giao ước đã ký xong.' })
    itIs(site, '2022-11-05')
    const officer = await as('cv.sct')
    await officer.open(at('ket-qua', sct))
    expect(
      await officer.sendInVain('Lưu tất cả', {
        'Kim ngạch xuất khẩu qua các KCN': '1,234.5.6',
        'Số doanh nghiệp được tập huấn': '126',
      }),
    ).toContain('“1,234.5.6” không phải là một con số')
    expect(
      await officer.page.getByLabel('Kim ngạch xuất khẩu qua các KCN', { exact: true }).inputValue(),
    ).toBe('1,234.5.6')
    await officer.send('Lưu tất cả', { 'Kim ngạch xuất khẩu qua các KCN': '1.012,5' })
    await officer.send('Gửi báo cáo năm')
    await head.open(at('ket-qua', sct))
    await head.send('Trả lại', { 'Lý do': 'Số xuất khẩu chưa khớp báo cáo thống kê.' })
    await officer.open(at('ket-qua', sct))
    expect(await officer.reads()).toContain('Số xuất khẩu chưa khớp báo cáo thống kê.')
    await officer.send('Lưu tất cả', { 'Kim ngạch xuất khẩu qua các KCN': '1.015' })
    await officer.send('Gửi báo cáo năm')
    await head.open(at('ket-qua', sct))
    await head.send('Chấp nhận báo cáo năm')
    expect(await head.reads()).toContain('1.015')
  })
})

function unitOf(provinceId: string, { name, short }: (typeof units)[number]) {
  return {
    provinceId,
    kind: 'department',
    name,
    shortName: short,
    parentId: null,
    foundedOn: null,
    basis: '',
    fields: [],
    aliases: [],
  }
}

async function idsOf(site: Site, query: RawBuilder<unknown>): Promise<Record<string, string>> {
  const { rows } = await query.execute(site.db)
  return Object.fromEntries((rows as { slug: string; id: string }[]).map(({ slug, id }) => [slug, id]))
}
