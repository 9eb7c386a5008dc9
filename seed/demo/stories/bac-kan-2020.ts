import { appointElected } from '../../../src/features/conferences/elected.actions.ts'
import { addGuidingPaper } from '../../../src/features/library/library.actions.ts'
import { writeNarrative } from '../../../src/features/results/reports.actions.ts'
import {
  type Cast,
  type CastUnit,
  enterAccount,
  enterBloc,
  enterProvince,
  enterUnits,
  enterYear,
} from '../cast.ts'
import { enterIndicators, enterTargets, reportFigures } from '../figures.ts'
import {
  callConference,
  endConference,
  launchInHouse,
  moveYear,
  openHall,
  type Pen,
  pledgeOnPaper,
  propose,
  publishConferenceNews,
  receiveRest,
  registerAll,
  settle,
  takeUp,
} from '../steps.ts'
import type { Storyteller } from '../storyteller.ts'

const PROVINCE = 'Bắc Kạn'
const OFFICER = 'tinh.backan'
const DAY = '2021-01-08'
const REST = [
  'targets',
  'mid_report',
  'year_report',
  'evidence',
  'self_score',
  'cross_check',
  'appraisal',
  'achievement_report',
] as const
const NOT_SCORED = 'Khối bình xét tại hội nghị; tài liệu gốc không nêu điểm và xếp hạng.'

/**
 * Bắc Kạn 2020: launch and guidance at the start of the year, registration and pledge, four figures of the sector, the
 * conference of 08/01/2021 for the year 2020, one flag (to the head unit itself), three certificates, head and deputy.
 */
export async function tellBacKan2020(teller: Storyteller, cast: Cast): Promise<void> {
  const begin = teller.on('2020-01-06')
  const provinceId = await enterProvince(begin, cast, PROVINCE)
  await enterAccount(
    begin,
    cast,
    { username: OFFICER, name: 'Cán bộ Thi đua - Khen thưởng tỉnh Bắc Kạn (minh họa)' },
    'province_officer',
    { provinceId },
  )
  const units = await enterUnits(begin, cast, OFFICER, PROVINCE, [
    {
      key: 'snn',
      kind: 'department',
      name: 'Sở Nông nghiệp và PTNT',
      shortName: 'Sở NN&PTNT',
      fields: ['agriculture'],
      said: true,
    },
    {
      key: 'stnmt',
      kind: 'department',
      name: 'Sở Tài nguyên - Môi trường',
      shortName: 'Sở TN-MT',
      fields: ['environment'],
      said: true,
    },
    {
      key: 'sct',
      kind: 'department',
      name: 'Sở Công thương',
      shortName: 'Sở Công thương',
      fields: ['industry_trade'],
      said: true,
    },
    {
      key: 'sxd',
      kind: 'department',
      name: 'Sở Xây dựng',
      shortName: 'Sở Xây dựng',
      fields: ['construction'],
      said: true,
    },
    {
      key: 'qlda',
      kind: 'project_board',
      name: 'Ban QLDA đầu tư xây dựng công trình giao thông',
      shortName: 'Ban QLDA giao thông',
      fields: ['transport'],
      said: true,
    },
    {
      key: 'babe',
      kind: 'national_park',
      name: 'Ban Quản lý Vườn Quốc gia Ba Bể',
      shortName: 'VQG Ba Bể',
      fields: ['forestry'],
      said: true,
    },
    {
      key: 'sgtvt',
      kind: 'department',
      name: 'Sở Giao thông vận tải',
      shortName: 'Sở GTVT',
      fields: ['transport'],
      said: false,
    },
    {
      key: 'skhcn',
      kind: 'department',
      name: 'Sở Khoa học và Công nghệ',
      shortName: 'Sở KH&CN',
      fields: ['science'],
      said: false,
    },
    {
      key: 'stttt',
      kind: 'department',
      name: 'Sở Thông tin và Truyền thông',
      shortName: 'Sở TT&TT',
      fields: ['information'],
      said: false,
    },
  ])
  const of = (key: string) => units[key] as CastUnit
  const members = Object.keys(units).map(of)
  const bloc = await enterBloc(
    begin,
    cast,
    OFFICER,
    PROVINCE,
    {
      name: 'Khối thi đua Kinh tế - Kỹ thuật',
      shortName: 'Khối KTKT',
      kind: 'Kinh tế - Kỹ thuật',
      aliases: ['Khối thi đua KTKT', 'Khối thi đua các cơ quan, đơn vị Kinh tế - Kỹ thuật'],
    },
    members.map((unit, index) => ({ unit, said: index < 6 })),
    '2019-01-01',
  )
  const head = of('snn')
  const blocYearId = await enterYear(begin, OFFICER, bloc, 2020, { unit: head, said: true, how: 'unknown' })
  const pen: Pen = { teller, head: head.leader, blocYearId }
  const filled: Pen = { ...pen, teller: teller.filledIn }

  await tellStart(pen, filled, members, { provinceId, blocId: bloc.id })
  await tellFigures(pen)
  await moveYear(
    filled,
    [
      ['running', '2020-11-25'],
      ['scoring', '2020-12-10'],
      ['appraisal', '2020-12-25'],
    ],
    NOT_SCORED,
  )
  await tellConference(pen, of, members)
  await receiveRest(filled, DAY, members, REST)
}

async function tellStart(
  pen: Pen,
  filled: Pen,
  members: readonly CastUnit[],
  at: { readonly provinceId: string; readonly blocId: string },
): Promise<void> {
  for (const title of [
    'Hướng dẫn các đơn vị thành viên xây dựng kế hoạch thực hiện công tác thi đua, khen thưởng năm 2020',
    'Hướng dẫn đăng ký danh hiệu thi đua và giao ước thi đua trong khối năm 2020',
  ]) {
    await pen.teller.on('2020-02-03').do(pen.head, addGuidingPaper, {
      ...at,
      year: 2020,
      type: 'Hướng dẫn',
      number: '',
      issuer: 'Khối thi đua Kinh tế - Kỹ thuật',
      issuedOn: null,
      title,
      summary: '',
      file: null,
      addresseeIds: members.map((unit) => unit.id),
    })
  }
  await registerAll(
    filled,
    '2020-02-20',
    members.map((unit, index) => ({ unit, flag: index < 2, certificate: index < 6 })),
  )
  await moveYear(filled, [['setup', '2020-02-25']], NOT_SCORED)
  await pledgeOnPaper(
    filled,
    {
      title: 'Giao ước thi đua năm 2020',
      preamble: 'Các đơn vị trong khối cùng giao ước:',
      contents: [
        'Thực hiện thắng lợi nhiệm vụ phát triển kinh tế - xã hội năm 2020.',
        'Hoàn thành chỉ tiêu UBND tỉnh giao cho từng đơn vị.',
        'Đổi mới nội dung, hình thức tổ chức phong trào thi đua.',
      ],
      signedOn: '2020-02-26',
    },
    members,
  )
  const movementId = await takeUp(
    pen,
    '2020-02-26',
    null,
    'Thi đua thực hiện thắng lợi nhiệm vụ phát triển kinh tế - xã hội năm 2020',
  )
  await launchInHouse(pen, '2020-03-05', movementId, members)
  await moveYear(filled, [['pledging', '2020-03-06']], NOT_SCORED)
}

async function tellFigures({ teller, head, blocYearId }: Pen): Promise<void> {
  const indicators = await enterIndicators(teller.on('2020-03-06'), head, { blocYearId }, [
    {
      code: 'grdp-cong-nghiep',
      name: 'tổng sản phẩm (GRDP) khu vực công nghiệp',
      unit: 'tỷ đồng',
      field: 'industry',
    },
    { code: 'gtsx-cong-nghiep', name: 'giá trị sản xuất công nghiệp', unit: 'tỷ đồng', field: 'industry' },
    {
      code: 'grdp-dich-vu',
      name: 'tổng sản phẩm (GRDP) khu vực dịch vụ',
      unit: 'tỷ đồng',
      field: 'services',
    },
    {
      code: 'tang-truong-nong-lam',
      name: 'tốc độ tăng trưởng GRDP ngành nông, lâm nghiệp, thủy sản',
      unit: '%',
      field: 'agriculture',
      kind: 'growth',
      decimals: 1,
    },
  ])
  await enterTargets(teller.on('2020-03-06'), head, { blocYearId, unitId: null }, indicators, [
    {
      code: 'tang-truong-nong-lam',
      kind: 'growth',
      value: '3.5',
      unitOfMeasure: '%',
      printed: 'tăng 3,5% so với năm 2019',
      setBy: 'unknown',
      note: 'Suy từ “đạt 100% kế hoạch” của kết quả 3,5%.',
    },
  ])
  const end = teller.on('2021-01-05')
  await reportFigures(end, head, { blocYearId, unitId: null }, indicators, [
    {
      code: 'grdp-cong-nghiep',
      value: '435.310',
      isEstimate: true,
      fieldCode: 'industry',
      printed: '435,310 tỷ đồng',
      comparisons: [{ kind: 'samePeriod', direction: 'up', percent: '5.81', base: 'cùng kỳ năm 2019' }],
    },
    {
      code: 'gtsx-cong-nghiep',
      value: '1334.251',
      isEstimate: true,
      fieldCode: 'industry',
      printed: '1.334,251 tỷ đồng',
      comparisons: [{ kind: 'lastYear', direction: 'up', percent: '5.40', base: 'năm 2019', decimals: 2 }],
    },
    {
      code: 'grdp-dich-vu',
      value: '3831.602',
      isEstimate: true,
      fieldCode: 'services',
      printed: '3.831,602 tỷ đồng',
      comparisons: [{ kind: 'lastYear', direction: 'up', percent: '2.49', base: 'năm 2019' }],
    },
    {
      code: 'tang-truong-nong-lam',
      value: '3.5',
      fieldCode: 'agriculture',
      printed: 'tăng 3,5% so với năm 2019, đạt 100% kế hoạch',
      comparisons: [
        { kind: 'lastYear', direction: 'up', percent: '3.5', base: 'năm 2019' },
        { kind: 'plan', percent: '100' },
      ],
    },
  ])
  await end.do(head, writeNarrative, {
    blocYearId,
    unitId: null,
    fieldCode: null,
    part: 'context',
    period: '',
    body: 'Năm 2020 diễn ra Đại hội Đảng bộ tỉnh lần thứ XII, tiến tới Đại hội XIII của Đảng, và Đại hội Thi đua yêu nước tỉnh lần thứ V.',
  })
}

async function tellConference(
  pen: Pen,
  of: (key: string) => CastUnit,
  members: readonly CastUnit[],
): Promise<void> {
  const filled: Pen = { ...pen, teller: pen.teller.filledIn }
  const conferenceId = await callConference(pen, '2021-01-04', {
    kind: 'year_end',
    title: 'Hội nghị tổng kết phong trào thi đua và công tác khen thưởng năm 2020',
    heldOn: DAY,
    timeText: 'buổi chiều',
    agenda: [
      'Báo cáo tổng kết năm 2020',
      'Bình xét, đề nghị khen thưởng',
      'Bầu Trưởng khối, Phó Trưởng khối năm 2021',
    ],
  })
  await openHall(filled, DAY, conferenceId, members)
  const flag = [of('snn')]
  const certificates = [of('stnmt'), of('sct'), of('sxd')]
  await settle(filled, DAY, conferenceId, {
    purpose: 'award',
    awardCode: 'bang_khen_chu_tich_tinh',
    method: 'consensus',
    chosen: certificates,
    present: members.length,
  })
  await settle(filled, DAY, conferenceId, {
    purpose: 'award',
    awardCode: 'co_ubnd_tinh',
    method: 'consensus',
    chosen: flag,
    present: members.length,
  })
  await propose(pen, DAY, 'co_ubnd_tinh', 'Cờ thi đua của UBND tỉnh', flag, '')
  await propose(pen, DAY, 'bang_khen_chu_tich_tinh', 'Bằng khen của UBND tỉnh', certificates, '')
  for (const [purpose, unit] of [
    ['head', of('qlda')],
    ['deputy', of('babe')],
  ] as const) {
    const pollId = await settle(filled, DAY, conferenceId, {
      purpose,
      forYear: 2021,
      method: 'hands',
      chosen: [unit],
      present: members.length,
    })
    await pen.teller.on(DAY).do(pen.head, appointElected, {
      pollId,
      fromDate: DAY,
      personName: '',
      personTitle: '',
      basis: '',
    })
  }
  await endConference(
    pen,
    DAY,
    conferenceId,
    'Hội nghị thống nhất danh sách đề nghị khen thưởng năm 2020 và kết quả bầu năm 2021.',
  )
  await publishConferenceNews(pen, '2021-01-11', conferenceId, {
    source: 'Trang tin của tỉnh Bắc Kạn',
    at: '2021-01-11T00:00',
  })
}
