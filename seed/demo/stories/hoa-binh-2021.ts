import { proposeParticipant } from '../../../src/features/awards/participant.actions.ts'
import { recordAttendance } from '../../../src/features/conferences/attendance.actions.ts'
import { recordHands } from '../../../src/features/conferences/counts.actions.ts'
import {
  closeConference,
  inviteMembers,
  openConference,
  planConference,
} from '../../../src/features/conferences/meeting.actions.ts'
import { draftPoll, openPoll } from '../../../src/features/conferences/polls.actions.ts'
import { addCouncilMember, foundCouncil } from '../../../src/features/councils/councils.actions.ts'
import {
  addParticipant,
  adviseParticipant,
  launchDrive,
  moveDrive,
  recordFieldCheck,
  reportParticipant,
} from '../../../src/features/movements/drives.actions.ts'
import { approveNews, draftDriveNews, publishNews } from '../../../src/features/news/news.actions.ts'
import { type Cast, type CastUnit, enterAccount, enterProvince, enterUnits } from '../cast.ts'
import { enterIndicators, enterTargets } from '../figures.ts'
import type { Storyteller } from '../storyteller.ts'

const PROVINCE = 'Hòa Bình'
const OFFICER = 'tinh.hoabinh'
const SECRETARY = 'thukyhd.hoabinh'
const STANDING = 'thuongtruc.hoabinh'
const BASIS = 'Chỉ tiêu Tỉnh ủy, HĐND, UBND tỉnh giao năm 2021'

/**
 * Hòa Bình 2021: a special drive of the industry and trade sector for its 70th day, with theme, targets, participants
 * and dates; how it ended is not told by the document and is filled in: reports, field check, council, giấy khen.
 */
export async function tellHoaBinh2021(teller: Storyteller, cast: Cast): Promise<void> {
  const begin = teller.on('2021-02-22')
  const provinceId = await enterProvince(begin, cast, PROVINCE, {
    note: 'Bài gốc không ghi tên tỉnh; suy từ tin liên quan của Sở Công Thương tỉnh Hòa Bình, gần như chắc chắn.',
  })
  await enterAccount(
    begin,
    cast,
    { username: OFFICER, name: 'Cán bộ Thi đua - Khen thưởng tỉnh Hòa Bình (minh họa)' },
    'province_officer',
    { provinceId },
  )
  const units = await enterUnits(begin, cast, OFFICER, PROVINCE, [
    {
      key: 'sct',
      kind: 'department',
      name: 'Sở Công Thương',
      shortName: 'Sở Công Thương',
      fields: ['industry_trade'],
      said: true,
    },
  ])
  const owner = units.sct as CastUnit
  const council = await tellCouncil(begin, cast, provinceId, owner)
  const movementId = await launch(teller, provinceId, owner, council.councilId)
  await tellTargets(teller, provinceId, owner, movementId)
  const participants = await tellParticipants(teller, owner, movementId)
  await publish(teller, owner, movementId)
  await tellEnd(teller.filledIn, owner, movementId, participants)
  await tellSession(teller.filledIn, council, movementId, participants.rooms)
}

async function tellCouncil(
  teller: Storyteller,
  cast: Cast,
  provinceId: string,
  owner: CastUnit,
): Promise<{ councilId: string; memberCount: number }> {
  const { councilId } = await teller.asSaid.do(OFFICER, foundCouncil, {
    provinceId,
    unitId: owner.id,
    name: 'Hội đồng Thi đua - Khen thưởng ngành Công Thương',
    basis: '',
    foundedOn: null,
  })
  const seats = [
    ['chair', 'Chủ tịch Hội đồng (minh họa)', 'Giám đốc Sở'],
    ['deputy_chair', 'Phó Chủ tịch Hội đồng (minh họa)', 'Phó Giám đốc Sở'],
    ['standing', 'Ủy viên Thường trực (minh họa)', 'Chánh Văn phòng Sở'],
    ['secretary', 'Thư ký Hội đồng (minh họa)', 'Chuyên viên Văn phòng Sở'],
    ['member', 'Ủy viên 1 (minh họa)', 'Trưởng phòng'],
    ['member', 'Ủy viên 2 (minh họa)', 'Trưởng phòng'],
    ['member', 'Ủy viên 3 (minh họa)', 'Chủ tịch Công đoàn'],
  ] as const
  for (const [duty, fullName, position] of seats) {
    await teller.filledIn.do(OFFICER, addCouncilMember, {
      councilId,
      personId: null,
      fullName,
      position,
      unitId: owner.id,
      duty,
      fromDate: '2020-01-01',
    })
  }
  await enterAccount(
    teller,
    cast,
    { username: SECRETARY, name: 'Thư ký Hội đồng ngành Công Thương Hòa Bình (minh họa)' },
    'council_secretary',
    { councilId },
  )
  await enterAccount(
    teller,
    cast,
    { username: STANDING, name: 'Thường trực Hội đồng ngành Công Thương Hòa Bình (minh họa)' },
    'council_standing',
    { councilId },
  )
  return { councilId, memberCount: seats.length }
}

async function launch(
  teller: Storyteller,
  provinceId: string,
  owner: CastUnit,
  councilId: string,
): Promise<string> {
  const { movementId } = await teller.on('2021-02-26').do(owner.leader, launchDrive, {
    provinceId,
    ownerUnitId: owner.id,
    councilId,
    parentId: null,
    year: 2021,
    title: 'Đợt thi đua đặc biệt lập thành tích chào mừng 70 năm ngày truyền thống ngành Công Thương',
    occasion: 'chào mừng 70 năm ngày truyền thống ngành Công Thương (14/5/1951 - 14/5/2021)',
    theme: 'Phát huy truyền thống, chủ động, sáng tạo, hoàn thành xuất sắc nhiệm vụ chính trị được giao',
    contents: [
      'Hoàn thành xuất sắc các chỉ tiêu Tỉnh ủy, HĐND, UBND tỉnh giao năm 2021.',
      'Thúc đẩy sản xuất công nghiệp; phát triển thị trường xuất khẩu, nhập khẩu và thị trường nội địa.',
      'Cải cách hành chính, thông tin truyền thông, phòng chống tham nhũng, lãng phí.',
      'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.',
      'Phát hiện, bồi dưỡng, tổng kết, nhân điển hình tiên tiến.',
    ].join('\n'),
    standards:
      'Kết thúc đợt thi đua, căn cứ báo cáo của các phòng, đơn vị và kết quả kiểm tra thực tế, Thường trực Hội đồng tham mưu để Hội đồng họp, bình xét tập thể, cá nhân xuất sắc, tặng thưởng theo quy định.',
    startsOn: '2021-02-26',
    endsOn: '2021-04-30',
    guidingPaperId: null,
    launchedOn: '2021-02-26',
    file: null,
    note: '',
    channel: 'paper',
  })
  return movementId
}

/** The six targets; the import figure stands as printed, with what it must mean beside it. */
async function tellTargets(
  teller: Storyteller,
  provinceId: string,
  owner: CastUnit,
  movementId: string,
): Promise<void> {
  const day = teller.on('2021-02-26')
  const indicators = await enterIndicators(day, OFFICER, { blocYearId: null, provinceId }, [
    {
      code: 'iip',
      name: 'chỉ số sản xuất công nghiệp bình quân',
      unit: '%/năm',
      field: 'industry_trade',
      kind: 'growth',
      decimals: 1,
    },
    {
      code: 'ban-le-dich-vu',
      name: 'tổng mức bán lẻ hàng hóa và doanh thu dịch vụ',
      unit: 'tỷ đồng',
      field: 'industry_trade',
    },
    {
      code: 'cpi',
      name: 'chỉ số giá tiêu dùng bình quân cả năm',
      unit: '%',
      field: 'industry_trade',
      kind: 'growth',
      direction: 'down',
      decimals: 2,
    },
    { code: 'xuat-khau', name: 'kim ngạch xuất khẩu', unit: 'triệu USD', field: 'industry_trade' },
    {
      code: 'nhap-khau',
      name: 'kim ngạch nhập khẩu',
      unit: 'triệu USD',
      field: 'industry_trade',
      direction: 'none',
    },
    {
      code: 'luoi-dien',
      name: 'tỷ lệ số hộ sử dụng lưới điện quốc gia',
      unit: '%',
      field: 'industry_trade',
      kind: 'share',
      decimals: 2,
    },
  ])
  const common = {
    setBy: 'several',
    setByNote: 'Tỉnh ủy, HĐND, UBND tỉnh',
    basis: BASIS,
    movementId,
  } as const
  const up = (percent: string) => [{ kind: 'lastYear', direction: 'up', percent, base: 'năm 2020' }] as const
  await enterTargets(day, owner.leader, { blocYearId: null, unitId: owner.id }, indicators, [
    { ...common, code: 'iip', kind: 'growth', value: '8', unitOfMeasure: '%/năm', printed: 'tăng 8%/năm' },
    {
      ...common,
      code: 'ban-le-dich-vu',
      kind: 'at_least',
      value: '44462',
      unitOfMeasure: 'tỷ đồng',
      printed: '44.462 tỷ đồng, tăng 18% so với năm 2020',
      comparisons: up('18'),
    },
    {
      ...common,
      code: 'cpi',
      kind: 'at_most',
      strict: true,
      value: '5',
      unitOfMeasure: '%',
      printed: 'tăng dưới 5%',
    },
    {
      ...common,
      code: 'xuat-khau',
      kind: 'at_least',
      value: '1218',
      unitOfMeasure: 'triệu USD',
      printed: '1.218 triệu USD, tăng 18% so với năm 2020',
      comparisons: up('18'),
    },
    {
      ...common,
      code: 'nhap-khau',
      kind: 'at_least',
      value: '980',
      unitOfMeasure: 'USD',
      baseValue: '875',
      baseYear: 2020,
      printed: '980 USD, tăng 12% so với năm 2020',
      comparisons: up('12'),
      suspiciousReason:
        'Bản gốc in “980 USD”; đứng cạnh 1.218 triệu USD và tăng 12% thì phải là 980 triệu USD (năm 2020: 875 triệu USD). Giữ nguyên số in.',
    },
    { ...common, code: 'luoi-dien', kind: 'at_least', value: '99.82', unitOfMeasure: '%', printed: '99,82%' },
  ])
}

type Participants = { readonly rooms: readonly { readonly id: string; readonly name: string }[] }

async function tellParticipants(
  teller: Storyteller,
  owner: CastUnit,
  movementId: string,
): Promise<Participants> {
  const day = teller.on('2021-02-26')
  const add = async (as: Storyteller, kind: 'collective' | 'person', name: string, groupName: string) => {
    const { participantId } = await as.do(owner.leader, addParticipant, {
      movementId,
      kind,
      name,
      groupName,
      unitId: null,
    })
    return { id: participantId, name }
  }
  for (const [kind, name] of [
    ['collective', 'Các phòng chuyên môn, đơn vị thuộc Sở'],
    ['person', 'Cán bộ, công chức, viên chức, người lao động ngành Công Thương'],
    ['collective', 'Tập thể, cá nhân phòng Kinh tế và Hạ tầng các huyện'],
    ['collective', 'Tập thể, cá nhân phòng Kinh tế thành phố'],
  ] as const) {
    await add(day.asSaid, kind, name, '')
  }
  const rooms: { id: string; name: string }[] = []
  for (const room of [
    'Phòng Quản lý Công nghiệp',
    'Phòng Quản lý Thương mại',
    'Phòng Quản lý Năng lượng',
    'Trung tâm Khuyến công',
  ]) {
    rooms.push(
      await add(day.filledIn, 'collective', `${room} (minh họa)`, 'Các phòng chuyên môn, đơn vị thuộc Sở'),
    )
  }
  return { rooms }
}

async function publish(teller: Storyteller, owner: CastUnit, movementId: string): Promise<void> {
  const day = teller.on('2021-03-02')
  const { itemId } = await day.do(owner.leader, draftDriveNews, {
    movementId,
    source: 'Văn phòng Sở Công Thương',
    originalSource: 'Trang tin Sở Công Thương tỉnh Hòa Bình',
    originalPublishedAt: '2021-03-02T00:00',
    originalViews: 167,
  })
  await day.do(owner.leader, approveNews, { itemId })
  await day.do(owner.leader, publishNews, { itemId })
}

/** Reports, field check, advice of the standing members. */
async function tellEnd(
  teller: Storyteller,
  owner: CastUnit,
  movementId: string,
  { rooms }: Participants,
): Promise<void> {
  for (const [index, room] of rooms.entries()) {
    await teller.on('2021-05-05').do(owner.leader, reportParticipant, {
      participantId: room.id,
      report: 'Báo cáo kết quả đợt thi đua: nhiệm vụ được giao hoàn thành đúng hạn (minh họa).',
      file: null,
      reportedOn: '2021-05-05',
      channel: 'paper',
    })
    await teller.on('2021-05-07').do(owner.leader, recordFieldCheck, {
      participantId: room.id,
      checkOn: '2021-05-07',
      team: 'Tổ kiểm tra của Văn phòng Sở (minh họa)',
      findings: 'Kết quả khớp với báo cáo (minh họa).',
    })
    await teller.on('2021-05-08').do(STANDING, adviseParticipant, {
      participantId: room.id,
      advice: index < 2 ? 'commend' : 'not',
      reason: index < 2 ? '' : 'Hoàn thành nhiệm vụ ở mức bình thường (minh họa).',
      advisedOn: '2021-05-08',
    })
  }
  await teller.on('2021-05-08').do(owner.leader, moveDrive, {
    movementId,
    to: 'reviewing',
    reason: 'Các nhóm tham gia báo cáo chung theo đơn vị (minh họa).',
    on: '2021-05-08',
  })
}

/** The council meets, votes by hands, and proposes giấy khen. */
async function tellSession(
  teller: Storyteller,
  council: { readonly councilId: string; readonly memberCount: number },
  movementId: string,
  rooms: Participants['rooms'],
): Promise<void> {
  const held = '2021-05-10'
  const day = teller.on(held)
  const { conferenceId } = await teller.on('2021-05-08').do(SECRETARY, planConference, {
    blocYearId: null,
    councilId: council.councilId,
    movementId,
    kind: 'council',
    title: 'Họp Hội đồng Thi đua - Khen thưởng ngành Công Thương xét đợt thi đua đặc biệt',
    heldOn: held,
    timeText: 'buổi sáng',
    startsAt: null,
    place: 'Phòng họp Sở Công Thương (minh họa)',
    chairName: 'Chủ tịch Hội đồng (minh họa)',
    chairTitle: 'Giám đốc Sở',
    secretaryName: 'Thư ký Hội đồng (minh họa)',
    agenda: ['Thường trực Hội đồng báo cáo kết quả', 'Bình xét, biểu quyết'].map((title) => ({
      title,
      presenter: '',
      minutes: null,
    })),
  })
  await day.do(SECRETARY, inviteMembers, { conferenceId })
  const persons = await councilPersons(teller, council.councilId)
  await day.do(SECRETARY, recordAttendance, {
    conferenceId,
    channel: 'paper',
    lines: persons.map((personId) => ({
      personId,
      presence: 'present' as const,
      delegateName: '',
      delegateTitle: '',
      writtenOpinion: '',
      note: '',
    })),
  })
  await day.do(SECRETARY, openConference, { conferenceId, heldOn: held })
  const chosen = rooms.slice(0, 2)
  const { pollId, candidateIds } = await day.do(SECRETARY, draftPoll, {
    conferenceId,
    purpose: 'award',
    awardCode: 'giay_khen',
    forYear: null,
    title: '',
    candidates: chosen.map((room) => ({ unitId: null, name: room.name })),
    seats: null,
    method: 'hands',
  })
  await day.do(SECRETARY, openPoll, { pollId })
  const all = { for: council.memberCount, against: 0, abstain: 0 }
  await day.do(SECRETARY, recordHands, {
    pollId,
    votes: Object.fromEntries(candidateIds.map((id) => [id, all])),
  })
  await day.do(SECRETARY, closeConference, {
    conferenceId,
    conclusion: 'Hội đồng thống nhất đề nghị tặng giấy khen (minh họa).',
  })
  for (const room of chosen) {
    await day.do(SECRETARY, proposeParticipant, {
      movementId,
      participantId: room.id,
      awardCode: 'giay_khen',
      printedWording: '',
      mode: 'vote',
      pollId,
      departureReason: '',
      proposedOn: held,
    })
  }
}

async function councilPersons({ db }: Storyteller, councilId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('councilMember')
    .select('personId')
    .where('councilId', '=', councilId)
    .execute()
  return rows.map((row) => row.personId)
}
