import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld, type World } from '../../../test/support/world.ts'
import { recordOutcome } from './outcome.actions.ts'
import { proposeParticipant } from './participant.actions.ts'
import { listProposals } from './proposals.store.ts'
import { nameProposal, proposeAward, proposeUnnamed } from './propose.actions.ts'
import { submitProposals } from './submit.actions.ts'

const NAMES = [
  'Sở Công Thương',
  'Sở Thông tin và Truyền thông',
  'Sở Tài chính',
  'Quỹ Đầu tư phát triển',
] as const

describe('the pages of awards', async () => {
  const site = await openSite('2026-12-20')
  const { db } = site
  let world: World
  let movementId = ''
  const ids = { flag: '', unnamed: '', province: '' }

  const one = async (query: ReturnType<typeof sql>) =>
    ((await query.execute(db)).rows[0] as { id: string }).id

  beforeAll(async () => {
    world = await buildWorld(site, { state: 'conference', names: NAMES })
    const table = await one(
      sql`insert into score_table (bloc_year_id, total, state) values (${world.blocYearId}, 100, 'frozen') returning id`,
    )
    const rows = ['98.5', '97.25', '96', '90'].map((total, index) => ({
      unitId: world.unitIds[index],
      rank: index + 1,
      total,
    }))
    await sql`insert into ranking (score_table_id, layer, rows, fingerprint) values (${table}, 'final', ${JSON.stringify(rows)}, 'x')`.execute(
      db,
    )
    await sql`insert into bar (unit_id, year, kind, opened_on, source) values (${world.unitIds[3]}, 2026, 'inspection', '2026-11-01', 'Thanh tra tỉnh')`.execute(
      db,
    )
    const propose = {
      blocYearId: world.blocYearId,
      recipient: 'collective',
      recipientName: '',
      mode: 'consensus',
      departureReason: 'Hội nghị thống nhất',
      overrideReason: '',
      proposedOn: '2026-12-05',
    } as const
    ids.flag = (
      await site.did('ld1', proposeAward, {
        ...propose,
        awardCode: 'co_chinh_phu',
        unitId: world.unitIds[1],
        printedWording: '',
      })
    ).proposalId
    ids.province = (
      await site.did('ld1', proposeAward, {
        ...propose,
        awardCode: 'co_ubnd_tinh',
        unitId: world.unitIds[0],
        printedWording: 'Cờ thi đua (UBND tỉnh)',
      })
    ).proposalId
    const { proposalIds } = await site.did('ld1', proposeUnnamed, {
      blocYearId: world.blocYearId,
      awardCode: 'bang_khen_chu_tich_tinh',
      count: 3,
      printedWording: '',
      mode: 'consensus',
      departureReason: '',
      overrideReason: '',
      proposedOn: '2026-12-05',
    })
    ids.unnamed = proposalIds[0] ?? ''
    await site.did('ld1', nameProposal, {
      proposalId: ids.unnamed,
      unitId: world.unitIds[2],
      mode: 'consensus',
      departureReason: '',
      named: false,
    })
    movementId = await one(
      sql`insert into movement (province_id, level, unit_id, year, kind, title) values (${world.provinceId}, 'unit', ${world.unitIds[0]}, 2026, 'special', 'Thi đua chào mừng ngày truyền thống') returning id`,
    )
    const council = await one(
      sql`insert into council (province_id, unit_id, name) values (${world.provinceId}, ${world.unitIds[0]}, 'Hội đồng Sở') returning id`,
    )
    await sql`update movement set council_id = ${council}`.execute(db)
    await sql`insert into appointment (account_id, role, council_id, from_date) select id, 'council_chair', ${council}, '2020-01-01' from accounts."user" where username = 'ld1'`.execute(
      db,
    )
    for (const [name, kind, advice] of [
      ['Phòng Kinh tế', 'collective', 'commend'],
      ['Trưởng phòng Quản lý thương mại', 'person', 'commend'],
      ['Phòng Hạ tầng', 'collective', 'not'],
    ]) {
      await sql`insert into movement_participant (movement_id, kind, name, advice, report) values (${movementId}, ${kind}, ${name}, ${advice}, 'Đã hoàn thành')`.execute(
        db,
      )
    }
  })

  const see = async (path: string, account?: string) => (await site.browse(account)).get(path)

  describe('the list of a year', () => {
    it('names the award as printed beside the catalogue, and counts units that are not named', async () => {
      const seen = await see(world.at('khen-thuong'), 'ld3')
      expect(seen.status).toBe(200)
      expect(seen.text).toContain('Cờ thi đua (UBND tỉnh)')
      expect(seen.text).toContain('Cờ thi đua của UBND tỉnh')
      expect(seen.text).toContain('3 đơn vị, chưa nêu tên')
      expect(seen.text).toContain('Xếp thứ 2, hội nghị thống nhất')
    })

    it('keeps a withheld name from members, and tells it to those who handle the list', async () => {
      const path = world.at('khen-thuong', 'ho-so', ids.unnamed)
      expect((await see(path, 'ld4')).text).toContain('Một đơn vị, chưa nêu tên')
      expect((await see(path, 'ld4')).text).not.toContain('Sở Tài chính')
      expect((await see(path, 'ld4')).text).not.toContain('Thứ hạng')
      expect((await see(path, 'thuky')).text).toContain('Sở Tài chính')
    })

    it('lets the secretary prepare and says why the sending is not theirs', async () => {
      expect((await see(world.at('khen-thuong'), 'thuky')).text).toContain('Chỉ Trưởng khối')
      expect((await see(world.at('khen-thuong', 'trinh'), 'thuky')).status).toBe(403)
    })

    it('is closed to the public and to strangers', async () => {
      expect((await see(world.at('khen-thuong'))).location).toContain('/dang-nhap')
      expect((await see(world.at('khen-thuong'), 'nguoila')).status).toBe(403)
    })

    it('speaks English completely', async () => {
      const browse = await site.browse('ld1')
      await browse.get('/tuy-chon?lang=en&ve=/')
      const seen = await browse.get(world.at('khen-thuong'))
      expect(seen.text).toContain('3 units, not named yet'.replace('3', '2'))
      expect(seen.text).not.toContain('đề nghị chờ trình')
    })
  })

  describe('the candidates of an award', () => {
    it('stand with rank, bars, ceiling and the share the council needs, each with its mark', async () => {
      const { text } = await see(world.at('khen-thuong', 'de-nghi', 'bang_khen_chu_tich_tinh'), 'ld1')
      expect(text).toContain('đang điều tra, thanh tra, kiểm tra, kiểm toán có dấu hiệu vi phạm')
      expect(text).toContain('Nghị định 152/2025/NĐ-CP, Điều 4 khoản 4')
      expect(text).toContain('trong mức trần 3')
      expect(text).toContain('chưa kiểm chứng')
      expect(text).toContain('Đã đề nghị Cờ Chính phủ')
      const flag = await see(world.at('khen-thuong', 'de-nghi', 'co_ubnd_tinh'), 'ld1')
      expect(flag.text).toContain('Ít nhất 80% tổng số thành viên Hội đồng')
    })

    it('are not for members that do not lead, and an unknown award is no page', async () => {
      expect((await see(world.at('khen-thuong', 'de-nghi', 'co_chinh_phu'), 'ld3')).status).toBe(403)
      expect((await see(world.at('khen-thuong', 'de-nghi', 'huan_chuong'), 'ld1')).status).toBe(404)
    })

    it('give back what was typed, with one sentence at the field', async () => {
      const browse = await site.browse('ld1')
      const seen = await browse.post(world.at('khen-thuong', 'de-nghi', 'co_ubnd_tinh', 'don-vi'), {
        unitId: world.unitIds[2],
        mode: 'consensus',
        proposedOn: '2026-12-05',
        printedWording: 'Cờ của tỉnh',
        departureReason: 'Đồng hạng',
        overrideReason: '',
      })
      expect(seen.status).toBe(422)
      expect(seen.text).toContain('Đây là suất thứ 2, vượt mức trần 1; cần nêu lý do.')
      expect(seen.text).toContain('value="Cờ của tỉnh"')
      expect(await listProposals(db, { blocYearId: world.blocYearId })).toHaveLength(5)
    })
  })

  describe('the record of the site', () => {
    it('shows no proposal and no name before a decision', async () => {
      const { text, status } = await see('/khen-thuong')
      expect(status).toBe(200)
      for (const name of NAMES) expect(text).not.toContain(name)
    })

    it('takes a past award from the province through its form and finds it without accents', async () => {
      const browse = await site.browse('tinh')
      const sent = await browse.post('/khen-thuong/ghi-them', {
        unitId: world.unitIds[3],
        recipientName: '',
        awardCode: 'co_ubnd_tinh',
        printedWording: '',
        year: '2023',
        decisionNumber: '20/QĐ-UBND',
        decidedOn: '2024-01-15',
        decidedBy: 'Chủ tịch UBND tỉnh',
        source: 'Sổ khen thưởng',
      })
      expect([sent.status, sent.location]).toEqual([303, '/khen-thuong'])
      expect((await see('/khen-thuong?tim=quy+dau+tu&nam=2023')).text).toContain(
        'số 20/QĐ-UBND ngày 15/01/2024',
      )
      expect((await see('/khen-thuong?tim=khong+co')).text).toContain('Không có dòng nào khớp')
    })

    it('asks before a mistaken line goes, and keeps others from the form', async () => {
      const record = await one(sql`select id from award_record limit 1`)
      expect((await see(`/khen-thuong/bo/${record}`, 'tinh')).text).toContain(
        'Bỏ dòng khen thưởng của Quỹ Đầu tư phát triển?',
      )
      expect((await see(`/khen-thuong/bo/${record}`, 'ld1')).status).toBe(403)
      expect((await see('/khen-thuong/ghi-them', 'ld1')).status).toBe(403)
    })
  })

  describe('a drive', () => {
    const path = () => `/dot-thi-dua/${movementId}/khen-thuong`

    it('proposes whom the standing members advise; others only with a reason', async () => {
      const part = (name: string) => one(sql`select id from movement_participant where name = ${name}`)
      const input = {
        movementId,
        awardCode: 'giay_khen',
        printedWording: '',
        mode: 'consensus',
        departureReason: '',
        proposedOn: '2026-12-10',
      } as const
      await site.did('ld1', proposeParticipant, { ...input, participantId: await part('Phòng Kinh tế') })
      await site.did('ld1', proposeParticipant, {
        ...input,
        participantId: await part('Trưởng phòng Quản lý thương mại'),
      })
      expect(
        await site.act('ld1', proposeParticipant, { ...input, participantId: await part('Phòng Hạ tầng') }),
      ).toMatchObject({
        ok: false,
        error: { fields: { departureReason: { code: 'proposal_reason_needed' } } },
      })
      expect(
        await site.act('ld1', proposeParticipant, { ...input, participantId: await part('Phòng Kinh tế') }),
      ).toMatchObject({
        ok: false,
        error: { fields: { participantId: { code: 'proposal_once' } } },
      })
      expect(
        await site.act('ld3', proposeParticipant, { ...input, participantId: await part('Phòng Hạ tầng') }),
      ).toMatchObject({
        ok: false,
        error: { code: 'not_your_role' },
      })
    })

    it('goes the same way with the council of its owner, to a record of collectives and persons', async () => {
      expect((await see(path(), 'ld1')).text).toContain('Hội đồng'.slice(0, 4))
      expect((await see(path())).location).toContain('/dang-nhap')
      await site.did('ld1', submitProposals, {
        blocYearId: null,
        movementId,
        sentOn: '2026-12-11',
        addressee: 'Hội đồng Sở',
        number: '',
        channel: 'paper',
        leftOutReason: '',
        note: '',
      })
      const proposals = await listProposals(db, { movementId })
      await site.did('ld1', recordOutcome, {
        proposalIds: proposals.map((each) => each.id),
        outcome: 'granted',
        on: '2026-12-12',
        reason: '',
        number: '99/QĐ-SCT',
        issuer: 'Giám đốc Sở Công Thương',
        channel: 'paper',
      })
      const { text } = await see('/khen-thuong?hinh-thuc=giay_khen')
      expect(text).toContain('Phòng Kinh tế')
      expect(text).toContain('Trưởng phòng Quản lý thương mại')
      expect((await see(`${path()}/ho-so/${proposals[0]?.id}`, 'ld1')).text).toContain('99/QĐ-SCT')
    })
  })

  it('warns the province of too many Government flags, with the mark of an unverified rule', async () => {
    const { text } = await see('/khen-thuong/tong-hop', 'tinh')
    expect(text).toContain('1 Cờ Chính phủ trên 2 tập thể dẫn đầu: 50%.')
    expect(text).toContain('Vượt 20%')
    expect((await see('/khen-thuong/tong-hop', 'ld1')).status).toBe(403)
  })

  it('asks for a tick before the list goes up, then for the outcome', async () => {
    const browse = await site.browse('ld1')
    const waiting = await listProposals(db, { blocYearId: world.blocYearId })
    const form = {
      proposalIds: waiting.map((each) => each.id),
      sentOn: '2026-12-15',
      addressee: 'Hội đồng tỉnh',
      number: '15/TTr',
      channel: 'paper',
      note: '',
      leftOutReason: '',
    }
    const untouched = await browse.post(world.at('khen-thuong', 'trinh'), form)
    expect(untouched.text).toContain('Hãy đánh dấu xác nhận trước khi ghi.')
    const sent = await browse.post(world.at('khen-thuong', 'trinh'), { ...form, confirmed: '1' })
    expect([sent.status, sent.location]).toEqual([303, world.at('khen-thuong')])
    expect((await see(world.at('khen-thuong', 'ket-qua'), 'tinh')).text).toContain(
      'Đơn vị có tên trong quyết định',
    )
    const answered = await (await site.browse('tinh')).post(world.at('khen-thuong', 'ket-qua'), {
      proposalIds: [ids.province],
      outcome: 'granted',
      on: '2026-12-18',
      number: '1511/QĐ-UBND',
      issuer: 'Chủ tịch UBND tỉnh',
      reason: '',
      unitId: '',
      channel: 'paper',
      confirmed: '1',
    })
    expect(answered.status).toBe(303)
    expect((await see('/khen-thuong?nam=2026')).text).toContain('Cờ thi đua (UBND tỉnh)')
    expect((await see(world.at('khen-thuong', 'trao'), 'tinh')).text).toContain('Sở Công Thương')
  })
})
