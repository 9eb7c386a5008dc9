import { addDirection } from '../../../src/features/conferences/report.actions.ts'
import { writeNarrative } from '../../../src/features/results/reports.actions.ts'
import { advanceYear } from '../../../src/features/years/years.actions.ts'
import {
  type Cast,
  type CastUnit,
  enterAccount,
  enterBloc,
  enterProvince,
  enterUnits,
  enterYear,
} from '../cast.ts'
import { enterIndicators, reportFigures } from '../figures.ts'
import {
  callConference,
  endConference,
  launchInHouse,
  moveYear,
  openHall,
  type Pen,
  pledgeOnPaper,
  publishConferenceNews,
  receiveRest,
  registerAll,
  takeUp,
} from '../steps.ts'
import type { Storyteller } from '../storyteller.ts'

const PROVINCE = 'Hà Nam'
const OFFICER = 'tinh.hanam'

/**
 * Hà Nam 2021 (the province is inferred): the year-end review by fields of work, with figures for three of the
 * eight fields and words for the others; targets are given to the bloc and to each unit.
 */
export async function tellHaNam2021(teller: Storyteller, cast: Cast): Promise<void> {
  const begin = teller.on('2021-01-05')
  const provinceId = await enterProvince(begin, cast, PROVINCE, {
    certainty: 'inferred',
    note: 'Suy đoán từ số dân (896.000 thuê bao, 105 thuê bao/100 dân) và quy mô xuất khẩu; bài gốc không ghi tên tỉnh.',
  })
  await enterAccount(
    begin,
    cast,
    { username: OFFICER, name: 'Cán bộ Thi đua - Khen thưởng tỉnh Hà Nam (minh họa)' },
    'province_officer',
    { provinceId },
  )
  const units = await enterUnits(begin, cast, OFFICER, PROVINCE, [
    {
      key: 'skhcn',
      kind: 'department',
      name: 'Sở Khoa học và Công nghệ',
      shortName: 'Sở KH&CN',
      fields: ['science'],
      said: true,
    },
    {
      key: 'snn',
      kind: 'department',
      name: 'Sở Nông nghiệp và Phát triển nông thôn',
      shortName: 'Sở NN&PTNT',
      fields: ['agriculture'],
      said: false,
    },
    {
      key: 'sct',
      kind: 'department',
      name: 'Sở Công Thương',
      shortName: 'Sở Công Thương',
      fields: ['industry_trade'],
      said: false,
    },
    {
      key: 'kcn',
      kind: 'management_board',
      name: 'Ban Quản lý các khu công nghiệp tỉnh',
      shortName: 'Ban QL các KCN',
      fields: ['industrial_zones'],
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
    {
      key: 'stnmt',
      kind: 'department',
      name: 'Sở Tài nguyên và Môi trường',
      shortName: 'Sở TN&MT',
      fields: ['environment'],
      said: false,
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
      key: 'sxd',
      kind: 'department',
      name: 'Sở Xây dựng',
      shortName: 'Sở Xây dựng',
      fields: ['construction'],
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
      name: 'Khối thi đua Kinh tế ngành',
      shortName: 'Khối Kinh tế ngành',
      kind: 'Kinh tế ngành',
      aliases: ['KTĐKTN'],
    },
    Object.keys(units).map((key) => ({ unit: of(key), said: key === 'skhcn' })),
    '2020-01-01',
  )
  const head = of('skhcn')
  const blocYearId = await enterYear(begin, OFFICER, bloc, 2021, { unit: head, said: false, how: 'unknown' })

  const indicators = await enterIndicators(begin, head.leader, { blocYearId }, [
    { code: 'du-an-moi', name: 'dự án đầu tư mới', unit: 'dự án', field: 'industrial_zones', decimals: 0 },
    {
      code: 'du-an-fdi',
      name: 'dự án FDI',
      unit: 'dự án',
      field: 'industrial_zones',
      decimals: 0,
      partOf: 'du-an-moi',
    },
    {
      code: 'du-an-trong-nuoc',
      name: 'dự án đầu tư trong nước',
      unit: 'dự án',
      field: 'industrial_zones',
      decimals: 0,
      partOf: 'du-an-moi',
    },
    {
      code: 'du-an-dieu-chinh',
      name: 'lượt dự án điều chỉnh',
      unit: 'lượt dự án',
      field: 'industrial_zones',
      decimals: 0,
    },
    {
      code: 'von-ngoai-te',
      name: 'vốn cấp mới và tăng thêm (ngoại tệ)',
      unit: 'triệu USD',
      field: 'industrial_zones',
    },
    {
      code: 'von-noi-te',
      name: 'vốn cấp mới và tăng thêm (nội tệ)',
      otherCurrencyOf: 'von-ngoai-te',
      unit: 'tỷ đồng',
      field: 'industrial_zones',
    },
    {
      code: 'gtsx-cong-nghiep',
      name: 'giá trị sản xuất công nghiệp',
      unit: 'tỷ đồng',
      field: 'industry_trade',
    },
    {
      code: 'ban-le-dich-vu',
      name: 'tổng mức bán lẻ hàng hóa và doanh thu dịch vụ',
      unit: 'tỷ đồng',
      field: 'industry_trade',
    },
    { code: 'xuat-khau', name: 'giá trị hàng hóa xuất khẩu', unit: 'triệu USD', field: 'industry_trade' },
    {
      code: 'thue-bao',
      name: 'tổng số thuê bao điện thoại',
      unit: 'thuê bao',
      field: 'information',
      decimals: 0,
    },
    {
      code: 'thue-bao-100-dan',
      name: 'máy điện thoại bình quân trên 100 dân',
      unit: 'thuê bao/100 dân',
      field: 'information',
      decimals: 0,
    },
  ])
  await registerAll(
    { teller: teller.filledIn, head: head.leader, blocYearId },
    '2021-02-20',
    members.map((unit, index) => ({ unit, flag: index < 3, certificate: index < 6 })),
  )
  await pledgeOnPaper(
    { teller: teller.filledIn, head: head.leader, blocYearId },
    {
      title: 'Giao ước thi đua năm 2021',
      preamble: 'Các đơn vị trong khối cùng giao ước:',
      contents: [
        'Hoàn thành chỉ tiêu, kế hoạch Tỉnh ủy, UBND tỉnh giao cho khối và cho từng đơn vị.',
        'Vừa phòng, chống dịch vừa giữ tiến độ công việc.',
      ],
      signedOn: '2021-03-10',
    },
    members,
  )
  await launchInHouse(
    { teller: teller.filledIn, head: head.leader, blocYearId },
    '2021-03-20',
    await takeUp(
      { teller: teller.filledIn, head: head.leader, blocYearId },
      '2021-03-10',
      null,
      'Thi đua hoàn thành nhiệm vụ năm 2021',
    ),
    members,
  )
  for (const state of ['setup', 'pledging'] as const) {
    await begin.on('2021-03-15').filledIn.do(head.leader, advanceYear, {
      blocYearId,
      from: state,
      reason: 'Ghi lại từ bản tin tổng kết năm 2021.',
    })
  }
  const end = teller.on('2021-12-28')
  await reportFigures(end, head.leader, { blocYearId, unitId: null }, indicators, [
    { code: 'du-an-moi', value: '32', fieldCode: 'industrial_zones', printed: '32 dự án' },
    {
      code: 'du-an-fdi',
      value: '18',
      fieldCode: 'industrial_zones',
      partOf: 'du-an-moi',
      printed: '18 dự án',
    },
    {
      code: 'du-an-trong-nuoc',
      value: '14',
      fieldCode: 'industrial_zones',
      partOf: 'du-an-moi',
      printed: '14 dự án',
    },
    { code: 'du-an-dieu-chinh', value: '170', fieldCode: 'industrial_zones', printed: '170 lượt dự án' },
    { code: 'von-ngoai-te', value: '376.958', fieldCode: 'industrial_zones', printed: '376,958 triệu USD' },
    { code: 'von-noi-te', value: '9105.326', fieldCode: 'industrial_zones', printed: '9.105,326 tỷ đồng' },
    {
      code: 'gtsx-cong-nghiep',
      value: '150764',
      isEstimate: true,
      fieldCode: 'industry_trade',
      printed: '150.764 tỷ đồng',
      comparisons: [{ kind: 'lastYear', direction: 'up', percent: '12.5', base: 'năm 2020' }],
    },
    {
      code: 'ban-le-dich-vu',
      value: '31502',
      isEstimate: true,
      fieldCode: 'industry_trade',
      printed: '31.502 tỷ đồng',
    },
    {
      code: 'xuat-khau',
      value: '3720',
      isEstimate: true,
      bound: 'over',
      qualifier: 'trên',
      fieldCode: 'industry_trade',
      printed: 'trên 3.720 triệu USD',
    },
    { code: 'thue-bao', value: '896000', fieldCode: 'information', printed: '896.000 thuê bao' },
    { code: 'thue-bao-100-dan', value: '105', fieldCode: 'information', printed: '105 thuê bao' },
  ])
  await tellInWords(end, head.leader, blocYearId)
  await tellConference({ teller, head: head.leader, blocYearId }, members)
}

/** Fields that the document reports in words only, retold; and the year's context. */
async function tellInWords(teller: Storyteller, head: string, blocYearId: string): Promise<void> {
  const write = (part: 'context' | 'results', fieldCode: string | null, body: string) =>
    teller.asSaid.do(head, writeNarrative, { blocYearId, unitId: null, fieldCode, part, period: '', body })
  await write(
    'context',
    null,
    'Dịch Covid-19 kéo dài, nhiều đợt giãn cách; các đơn vị vừa chống dịch vừa giữ tiến độ công việc. Chỉ tiêu các lĩnh vực của khối nhìn chung đạt và vượt kế hoạch.',
  )
  await write(
    'results',
    'transport',
    'Tham mưu văn bản quản lý theo yêu cầu của UBND tỉnh và Bộ Giao thông vận tải; tập trung an toàn giao thông, kiểm soát tải trọng xe, quản lý kết cấu hạ tầng.',
  )
  await write(
    'results',
    'construction',
    'Phối hợp với các huyện, thị xã, thành phố trong quy hoạch, phát triển đô thị, thẩm định và cấp phép xây dựng.',
  )
  await write(
    'results',
    'science',
    'Hoàn thành vượt mức nhiệm vụ quản lý về sở hữu trí tuệ, an toàn bức xạ, tiêu chuẩn đo lường chất lượng.',
  )
  await write(
    'results',
    'agriculture',
    'Tham mưu Tỉnh ủy, UBND tỉnh ban hành chính sách thúc đẩy sản xuất nông nghiệp và văn bản quản lý của ngành.',
  )
  await write('results', 'environment', 'Đạt kết quả tích cực ở các lĩnh vực quản lý của ngành.')
}

/** The conference, whose day the document does not give, and next year's tasks. */
async function tellConference(pen: Pen, members: readonly CastUnit[]): Promise<void> {
  const filled: Pen = { ...pen, teller: pen.teller.filledIn }
  const day = '2021-12-30'
  await moveYear(
    filled,
    [
      ['running', '2021-12-01'],
      ['scoring', '2021-12-10'],
      ['appraisal', '2021-12-20'],
    ],
    'Tài liệu gốc không nói đến chấm điểm (minh họa).',
  )
  const conferenceId = await callConference(filled, '2021-12-20', {
    kind: 'year_end',
    title: 'Hội nghị tổng kết công tác thi đua, khen thưởng năm 2021, triển khai nhiệm vụ năm 2022',
    heldOn: null,
  })
  await openHall(filled, day, conferenceId, members)
  const directions = [
    'Học tập, quán triệt chủ trương của Đảng, pháp luật của Nhà nước về thi đua, khen thưởng; đổi mới theo tư tưởng Hồ Chí Minh.',
    'Đổi mới nội dung, phương thức tổ chức; tập trung vào nhiệm vụ chính trị của từng ngành, từng lĩnh vực.',
    'Phối hợp với Ban Thi đua - Khen thưởng, Sở Nội vụ triển khai kịp thời các văn bản về thi đua, khen thưởng.',
    'Phát động phong trào thi đua hoàn thành tốt chỉ tiêu, kế hoạch Tỉnh ủy, UBND tỉnh giao cho khối và cho từng đơn vị năm 2022.',
  ]
  for (const body of directions) {
    await pen.teller
      .on(day)
      .do(pen.head, addDirection, { conferenceId, body, aimValue: null, aimUnit: '', forYear: 2022 })
  }
  await endConference(
    pen,
    day,
    conferenceId,
    'Các chỉ tiêu của khối cơ bản đạt và vượt kế hoạch; thống nhất nhiệm vụ năm 2022.',
  )
  await receiveRest(filled, day, members, [
    'targets',
    'mid_report',
    'year_report',
    'evidence',
    'self_score',
    'cross_check',
    'appraisal',
    'achievement_report',
  ])
  await publishConferenceNews(pen, '2021-12-31', conferenceId, { source: 'Sở Khoa học và Công nghệ' })
}
