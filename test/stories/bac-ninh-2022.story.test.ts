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

  it('draws its scoring table from a few lines and has it adopted', async () => {
    const head = await as('ld.skhdt')
    await head.open(at('bang-diem'))
    await head.send('Lập bảng điểm', {
      'Bắt đầu từ': 'Các dòng dán',
      lines: [
        'I; Nhiệm vụ chuyên môn; 60',
        'I.1; Kim ngạch xuất khẩu; 30',
        'I.2; Tập huấn doanh nghiệp; 30',
        'II; Phong trào thi đua; 40',
        'II.1; Tham gia hoạt động khối; 20',
        'II.2; Gương điển hình; 20',
      ].join('\n'),
    })
    expect(await head.reads()).toContain('Các con số khớp nhau')
    await head.open(at('bang-diem', 'thong-qua'))
    await head.send('Ghi nhận thông qua', {
      'Ngày thông qua': '2022-03-01',
      'Thông qua bằng cách nào': 'Hội nghị ký giao ước',
    })
  })

  it('has its pledge signed by three leaders on screen and by one on paper', async () => {
    const head = await as('ld.skhdt')
    await head.open(at('chuyen-buoc'))
    await head.send('Chuyển bước', { 'Lý do': 'Các đơn vị còn lại đăng ký bổ sung trong tháng 3.' })
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

  it('freezes the scoring table; every unit scores itself, the head corrects one figure with a reason', async () => {
    const head = await as('ld.skhdt')
    await head.open(at('bang-diem', 'chot'))
    await head.send('Chốt bảng điểm')
    await head.open(at('chuyen-buoc'))
    await head.send('Chuyển bước', { 'Lý do': 'Đến hạn tự chấm.' })
    itIs(site, '2022-11-12')
    for (const [place, unit] of units.entries()) {
      const officer = await as(`cv.${unit.key}`)
      await officer.open(at('cham-diem', unit.slug))
      await officer.send('Lưu bảng', {
        'points.I.1': String(29 - place),
        'points.I.2': '28,5',
        'points.II.1': '20',
        'points.II.2': String(18 - place),
      })
      await officer.send('Gửi bảng tự chấm')
    }
    await head.open(at('chuyen-buoc'))
    await head.send('Chuyển bước', { 'Lý do': 'Các đơn vị đã gửi bảng tự chấm.' })
    await head.open(at('tham-dinh', sct))
    expect(await head.sendInVain('Lưu thẩm định', { 'points.I.1': '26', finish: true })).toContain(
      'cần ghi rõ lý do',
    )
    await head.send('Lưu thẩm định', { 'note.I.1': 'Số liệu thống kê thấp hơn.' })
    expect(await head.told()).toBe('Đã lưu: 90,5 điểm, 1 chỗ sửa.')
    const deputy = await as('ld.stc')
    for (const [who, unit] of [
      [deputy, units[0]],
      [head, units[1]],
      [head, units[3]],
    ] as const) {
      await who.open(at('tham-dinh', unit.slug))
      await who.send('Lưu thẩm định', { finish: true })
    }
  })

  let conference = ''

  it('holds the year-end conference with all four units present', async () => {
    itIs(site, '2022-11-29')
    const head = await as('ld.skhdt')
    await head.open(at('chuyen-buoc'))
    await head.send('Chuyển bước', { 'Lý do': 'Đã thẩm định xong.' })
    await head.open(at('hoi-nghi', 'moi'))
    await head.send('Lưu', {
      'Loại hội nghị': 'Tổng kết',
      'Tên hội nghị': 'Hội nghị tổng kết năm 2022',
      'Ngày họp': '2022-11-29',
      'Giờ bắt đầu': '8:00',
      'Địa điểm': 'Hội trường Sở Kế hoạch và Đầu tư',
      'Người chủ trì': 'Lãnh đạo Sở Kế hoạch và Đầu tư',
      'Chương trình': 'Báo cáo tổng kết | Thư ký | 20\nBình xét thi đua\nBầu Trưởng khối',
    })
    conference = head.path()
    await head.send('Mời các đơn vị')
    const leader = await as('ld.kcn')
    await leader.open(conference)
    await leader.send('Gửi', { 'Dự họp': 'dự', delegateName: 'Trưởng ban' })
    await head.open(`${conference}/diem-danh`)
    await head.send('Lưu điểm danh', Object.fromEntries(units.map(({ name }) => [`Dự họp, ${name}`, 'dự'])))
    await head.open(conference)
    await head.send('Khai mạc hội nghị')
    expect(await head.told()).toBe('Hội nghị đã khai mạc.')
    await head.open(at('tham-dinh', 'thong-nhat'))
    await head.send('Ghi điểm khối thống nhất', { 'Thống nhất tại đâu': 'Hội nghị tổng kết ngày 29/11/2022' })
    await head.open(at('xep-hang', 'chot'))
    await head.send('Chốt xếp hạng')
    expect(await head.reads()).toContain('Sở Công thương\t3\t90,5')
  })

  it('votes in secret on one award: four leaders, each from the to-do list or the page', async () => {
    const head = await as('ld.skhdt')
    await head.open(`${conference}/bieu-quyet/moi?muc=award`)
    await head.send('Lưu nội dung', {
      'Hình thức khen thưởng': 'Cờ thi đua của UBND tỉnh',
      'Đơn vị được đưa ra': ['Sở Tài chính', 'Sở Công thương', 'Ban Quản lý các KCN tỉnh'],
      'Số lượng được chọn': '2',
      'Hình thức': 'bỏ phiếu kín',
    })
    const poll = head.path()
    await head.follow('Mở bỏ phiếu')
    await head.send('Mở bỏ phiếu')
    const ballots = {
      skhdt: ['Sở Tài chính', 'Sở Công thương'],
      stc: ['Sở Tài chính', 'Sở Công thương'],
      sct: ['Sở Công thương', 'Ban Quản lý các KCN tỉnh'],
      kcn: ['Sở Tài chính', 'Ban Quản lý các KCN tỉnh'],
    } as const
    for (const [key, choice] of Object.entries(ballots)) {
      const leader = await as(`ld.${key}`)
      await leader.open('/viec-can-lam')
      await leader.follow('Bỏ phiếu: Đề nghị tặng Cờ thi đua của UBND tỉnh')
      await leader.send('Bỏ phiếu', { choice })
      expect(await leader.told()).toBe('Phiếu của bạn đã vào hòm phiếu.')
      expect(await leader.reads()).not.toContain('Kết quả kiểm phiếu')
    }
    await head.open(poll)
    await head.follow('Đóng bỏ phiếu')
    await head.send('Đóng bỏ phiếu')
    const result = await head.reads()
    expect(result).toContain('Được chọn: Sở Tài chính; Sở Công thương. Mức cần: 3 phiếu.')
    expect(result).toContain('2/4 phiếu đồng ý, chưa đạt mức cần 3')
  })

  it('agrees on another award, elects the next head by show of hands and closes', async () => {
    const head = await as('ld.skhdt')
    await head.open(`${conference}/bieu-quyet/moi?muc=award`)
    await head.send('Lưu nội dung', {
      'Hình thức khen thưởng': 'Cờ thi đua của Chính phủ',
      'Đơn vị được đưa ra': ['Sở Kế hoạch và Đầu tư'],
      'Số lượng được chọn': '1',
      'Hình thức': 'thống nhất',
    })
    await head.send('Ghi kết quả', { agreed: ['Sở Kế hoạch và Đầu tư'] })
    await head.open(`${conference}/bieu-quyet/moi?muc=head`)
    await head.send('Lưu nội dung', {
      candidates: ['Ban Quản lý các KCN tỉnh'],
      'Hình thức': 'biểu quyết giơ tay',
    })
    await head.send('Ghi kết quả', { 'Đồng ý, Ban Quản lý các KCN tỉnh': '4' })
    await head.send('Ghi nhận người được bầu', { 'Từ ngày': '2023-01-01' })
    await head.open(`${conference}/phuong-huong`)
    await head.send('Thêm phương hướng', {
      'Phương hướng, nhiệm vụ': 'Phấn đấu 100% đơn vị hoàn thành tốt nhiệm vụ',
      'Mục tiêu': '100',
      'Đơn vị tính': '% đơn vị',
    })
    await head.open(`${conference}/be-mac`)
    await head.send('Bế mạc', { 'Kết luận của chủ trì': 'Các đơn vị thống nhất kết quả bình xét.' })
    expect(await head.reads()).toContain('đã bế mạc')
  })

  it('proposes one, two and three units (three without names), submits them and hears what the province decided', async () => {
    const head = await as('ld.skhdt')
    const reason = 'Thống nhất tại hội nghị ngày 29/11/2022.'
    const reasons = { departureReason: reason, overrideReason: reason }
    for (const [award, unit, mode] of [
      ['co_chinh_phu', 'Sở Kế hoạch và Đầu tư', 'Hội nghị thống nhất'],
      ['co_ubnd_tinh', 'Sở Tài chính', 'Bỏ phiếu'],
      ['co_ubnd_tinh', 'Sở Công thương', 'Bỏ phiếu'],
    ] as const) {
      await head.open(at('khen-thuong', 'de-nghi', award))
      await head.send('Đề nghị', { 'Đơn vị': unit, mode, ...reasons })
    }
    await head.open(at('khen-thuong', 'de-nghi', 'bang_khen_chu_tich_tinh'))
    await head.follow('Chưa nêu tên')
    await head.send('Đề nghị', { 'Số đơn vị': '3', mode: 'Hội nghị thống nhất', ...reasons })
    await head.open(at('khen-thuong', 'trinh'))
    expect(await head.sendInVain('Trình khen thưởng', { number: '15/TTr-KTĐ' })).toContain('xác nhận')
    await head.send('Trình khen thưởng', { confirmed: true })
    expect(await head.told()).toBe('Đã trình 6 đề nghị.')

    itIs(site, '2022-12-20')
    const province = await as('tinh')
    await province.open(at('khen-thuong', 'ket-qua'))
    await province.send('Ghi kết quả', {
      proposalIds: ['Sở Tài chính'],
      outcome: 'Có quyết định khen thưởng',
      on: '2022-12-19',
      number: '1511/QĐ-UBND',
      issuer: 'Chủ tịch UBND tỉnh',
      confirmed: true,
    })
    await head.open(at('khen-thuong'))
    expect(await head.reads()).toContain('Đã có quyết định')
    await head.follow('Sở Tài chính')
    expect(await head.reads()).toContain('1511/QĐ-UBND')
  })

  it('hands over to the elected head, who accepts; the next year opens under that head', async () => {
    const head = await as('ld.skhdt')
    const next = await as('ld.kcn')
    await head.open(at('ban-giao'))
    await head.send('Lưu biên bản', { 'Người chứng kiến': 'Cán bộ Thi đua - Khen thưởng tỉnh' })
    await head.send('Ký bàn giao')
    await next.open(at('ban-giao'))
    await next.send('Ký nhận bàn giao')
    await head.open(at('nam-moi'))
    await head.send('Mở năm')
    await next.open(`/khoi/${bloc}/2023`)
    expect(await next.reads()).toContain('Trưởng khối: Ban Quản lý các KCN tỉnh')
  })

  it('prints its papers as DOCX and PDF', async () => {
    const head = await as('ld.skhdt')
    await head.open(at('van-ban'))
    const row = head.page.locator('tr', { hasText: 'Bản giao ước thi đua' })
    const docx = await head.download(row.getByRole('link', { name: 'DOCX' }))
    const pdfFile = await head.download(row.getByRole('link', { name: 'PDF' }))
    expect(docx.subarray(0, 2).toString()).toBe('PK')
    expect(docx.length).toBeGreaterThan(5_000)
    expect(pdfFile.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdfFile.length).toBeGreaterThan(5_000)
  })

  it('publishes its news, in which the public reads the awards but neither votes nor withheld names', async () => {
    const editor = await as('bientap')
    await editor.open(at('tin-tuc'))
    await editor.send('Soạn tin', { 'Hội nghị': 'Hội nghị tổng kết năm 2022' })
    await editor.send('Lưu bản nháp', { 'Tác giả': 'Tổ thư ký khối' })
    const item = editor.path()
    const reader = await hall.person()
    await reader.open('/tin-tuc')
    expect(await reader.reads()).toContain('Chưa có tin nào được đăng.')

    const approver = await as('duyettin')
    await approver.open(item)
    await approver.send('Duyệt')
    await approver.send('Đăng')
    await reader.open('/tin-tuc')
    await reader.follow('tổng kết công tác thi đua, khen thưởng năm 2022')
    const text = await reader.reads()
    expect(text).toContain('Cờ thi đua của UBND tỉnh cho Sở Tài chính và Sở Công thương')
    expect(text).toContain('Bằng khen của Chủ tịch UBND tỉnh cho 3 đơn vị')
    expect(text).not.toMatch(/phiếu|\d\/4/)
    for (const path of ['/', '/tin-tuc', '/khen-thuong']) {
      await reader.open(path)
      expect(await reader.page.content(), path).not.toMatch(/3\/4|2\/4|phiếu đồng ý/)
    }
    expect((await reader.open(at('khen-thuong')))?.url()).toContain('/dang-nhap')
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
