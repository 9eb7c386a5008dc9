import {
  addDirection,
  addRemark,
  adoptReport,
  readReport,
} from '../../../src/features/conferences/report.actions.ts'
import { draftHandover, recordSignedHandover } from '../../../src/features/handovers/handovers.actions.ts'
import { addGuidingPaper } from '../../../src/features/library/library.actions.ts'
import { launchProvinceMovement } from '../../../src/features/movements/movements.actions.ts'
import { approveNews, publishNews, writeNews } from '../../../src/features/news/news.actions.ts'
import { writeNarrative } from '../../../src/features/results/reports.actions.ts'
import { openYear } from '../../../src/features/years/years.actions.ts'
import {
  type Cast,
  type CastUnit,
  enterAccount,
  enterBloc,
  enterProvince,
  enterUnits,
  enterYear,
} from '../cast.ts'
import { enterIndicators, type FigureEntry, reportFigures } from '../figures.ts'
import {
  callConference,
  circulate,
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

const PROVINCE = 'Hà Giang'
const OFFICER = 'tinh.hagiang'
const REST = [
  'targets',
  'mid_report',
  'evidence',
  'self_score',
  'cross_check',
  'appraisal',
  'achievement_report',
] as const
const NEWS_SOURCE = 'Trang tin thi đua, khen thưởng tỉnh Hà Giang'

/**
 * Hà Giang 2020: reports of the units with many figures, the draft report read and added to at the conference, the
 * head's duty handed over there (no election is reported), and four other blocs with their listed news.
 */
export async function tellHaGiang2020(teller: Storyteller, cast: Cast): Promise<void> {
  const begin = teller.on('2020-01-06')
  const provinceId = await enterProvince(begin, cast, PROVINCE)
  await enterAccount(
    begin,
    cast,
    { username: OFFICER, name: 'Cán bộ Thi đua - Khen thưởng tỉnh Hà Giang (minh họa)' },
    'province_officer',
    { provinceId },
  )
  const said = { said: true }
  const units = await enterUnits(begin, cast, OFFICER, PROVINCE, [
    {
      key: 'stttt',
      kind: 'department',
      name: 'Sở Thông tin và Truyền thông',
      shortName: 'Sở TT&TT',
      fields: ['information'],
      aliases: ['Sở Thông tin'],
      ...said,
    },
    {
      key: 'kkt',
      kind: 'management_board',
      name: 'Ban Quản lý Khu kinh tế',
      shortName: 'Ban QL KKT',
      fields: ['economic_zones'],
      ...said,
    },
    {
      key: 'snn',
      kind: 'department',
      name: 'Sở Nông nghiệp và PTNT',
      shortName: 'Sở NN&PTNT',
      fields: ['agriculture', 'forestry'],
      ...said,
    },
    {
      key: 'sgtvt',
      kind: 'department',
      name: 'Sở Giao thông vận tải',
      shortName: 'Sở GTVT',
      fields: ['transport'],
      ...said,
    },
    {
      key: 'sct',
      kind: 'department',
      name: 'Sở Công thương',
      shortName: 'Sở Công thương',
      fields: ['industry_trade'],
      ...said,
    },
    {
      key: 'sxd',
      kind: 'department',
      name: 'Sở Xây dựng',
      shortName: 'Sở Xây dựng',
      fields: ['construction'],
      ...said,
    },
    {
      key: 'skhcn',
      kind: 'department',
      name: 'Sở Khoa học và Công nghệ',
      shortName: 'Sở KH&CN',
      fields: ['science'],
      ...said,
    },
    {
      key: 'stnmt',
      kind: 'department',
      name: 'Sở Tài nguyên và Môi trường',
      shortName: 'Sở TN&MT',
      fields: ['environment'],
      ...said,
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
      name: 'Khối Giao ước Thi đua khối Kinh tế ngành',
      shortName: 'Khối Kinh tế ngành',
      kind: 'Kinh tế ngành',
      label: 'Khối giao ước thi đua',
      headLabel: 'Trưởng khối',
    },
    members.map((unit) => ({ unit, said: true })),
    '2019-01-01',
  )
  const head = of('stttt')
  const blocYearId = await enterYear(begin, OFFICER, bloc, 2020, { unit: head, said: true, how: 'unknown' })
  const pen: Pen = { teller, head: head.leader, blocYearId }
  const filled: Pen = { ...pen, teller: teller.filledIn }

  const parentId = await tellPapers(teller, provinceId, members)
  await circulate(filled, {
    kind: 'regulation',
    title: 'Quy chế hoạt động của khối năm 2020',
    body: 'Khối hoạt động trên nguyên tắc tự nguyện, dân chủ; mỗi đơn vị một phiếu; quyết định theo đa số quá nửa.',
    circulatedOn: '2020-01-20',
    dueOn: '2020-02-10',
    adoptedOn: '2020-02-25',
    note: 'Thông qua tại hội nghị ký giao ước (minh họa)',
    agreed: members,
  })
  await registerAll(
    filled,
    '2020-02-20',
    members.map((unit, index) => ({ unit, flag: index < 3, certificate: index < 6 })),
  )
  await moveYear(filled, [['setup', '2020-02-25']], 'Bảng điểm của khối không có trong tài liệu gốc.')
  await pledgeOnPaper(
    filled,
    {
      title: 'Giao ước thi đua năm 2020',
      preamble: 'Hưởng ứng phong trào thi đua do UBND tỉnh phát động, các đơn vị trong khối cùng giao ước:',
      contents: [
        'Hoàn thành và hoàn thành vượt mức chỉ tiêu, nhiệm vụ tỉnh giao năm 2020.',
        'Phát động thi đua đến toàn thể công chức, viên chức, người lao động.',
        'Phát hiện, nhân rộng điển hình tiên tiến.',
      ],
      signedOn: '2020-02-25',
    },
    members,
  )
  const taken = await takeUp(
    filled,
    '2020-02-25',
    parentId,
    'Thi đua hoàn thành và hoàn thành vượt mức chỉ tiêu năm 2020',
  )
  await launchInHouse(pen, '2020-03-02', taken, members)
  await moveYear(filled, [['pledging', '2020-03-02']], 'Chỉ tiêu từng đơn vị không có trong tài liệu gốc.')
  await tellFigures(pen, of)
  await moveYear(
    filled,
    [
      ['running', '2020-11-20'],
      ['scoring', '2020-12-01'],
      ['appraisal', '2020-12-10'],
    ],
    'Khối không chấm điểm trong bản tin; ghi lại các bước để giữ trình tự của năm.',
  )
  await tellConference(pen, of, members)
  await receiveRest(filled, '2020-12-16', members, REST)
  await tellOtherBlocs(teller, cast)
}

async function tellPapers(
  teller: Storyteller,
  provinceId: string,
  members: readonly CastUnit[],
): Promise<string> {
  const paper = {
    provinceId,
    blocId: null,
    year: 2020,
    summary: '',
    file: null,
    addresseeIds: members.map((unit) => unit.id),
  }
  const { paperId } = await teller.on('2020-01-06').do(OFFICER, addGuidingPaper, {
    ...paper,
    type: 'Chương trình',
    number: '298/CTr-UBND',
    issuer: 'UBND tỉnh Hà Giang',
    issuedOn: '2019-12-25',
    title:
      'Phát động phong trào thi đua hoàn thành và hoàn thành vượt mức chỉ tiêu, nhiệm vụ phát triển kinh tế - xã hội năm 2020',
  })
  await teller.on('2020-01-20').do(OFFICER, addGuidingPaper, {
    ...paper,
    type: 'Kế hoạch',
    number: '20/KH-UBND',
    issuer: 'UBND tỉnh Hà Giang',
    issuedOn: '2020-01-15',
    title: 'Kế hoạch tuyển chọn, bảo hộ sở hữu trí tuệ cho sản phẩm đặc sản của tỉnh',
  })
  await teller.on('2020-01-20').do(OFFICER, addGuidingPaper, {
    ...paper,
    type: 'Quyết định',
    number: '1511',
    issuer: '',
    issuedOn: null,
    title: 'Quyết định số “1511” về trồng rừng mới',
  })
  const { movementId } = await teller.on('2020-01-06').do(OFFICER, launchProvinceMovement, {
    provinceId,
    level: 'province',
    kind: 'yearly',
    parentId: null,
    year: 2020,
    title: 'Hoàn thành và hoàn thành vượt mức các chỉ tiêu, nhiệm vụ phát triển kinh tế - xã hội năm 2020',
    occasion: '',
    theme: '',
    contents: '',
    standards: '',
    startsOn: null,
    endsOn: null,
    guidingPaperId: paperId,
    launchedOn: '2019-12-25',
    file: null,
    note: 'Chương trình số 298/CTr-UBND',
    channel: 'paper',
  })
  return movementId
}

/** The figures as printed; three units reported none, and say so by their absence. */
async function tellFigures({ teller, head, blocYearId }: Pen, of: (key: string) => CastUnit): Promise<void> {
  const indicators = await enterIndicators(teller.on('2020-03-02'), head, { blocYearId }, [
    {
      code: 'tin-bai',
      name: 'video, tin bài được tuyên truyền',
      unit: 'tin bài',
      field: 'information',
      decimals: 0,
    },
    {
      code: 'tin-bai-chia-se',
      name: 'tin bài chia sẻ',
      unit: 'tin bài',
      field: 'information',
      decimals: 0,
      partOf: 'tin-bai',
    },
    {
      code: 'tin-bai-web',
      name: 'tin bài truyền thông trên web',
      unit: 'tin bài',
      field: 'information',
      decimals: 0,
      partOf: 'tin-bai',
    },
    {
      code: 'tin-bai-mang-xa-hoi',
      name: 'tin bài truyền thông trên mạng xã hội',
      unit: 'tin bài',
      field: 'information',
      decimals: 0,
      partOf: 'tin-bai',
    },
    {
      code: 'tin-bai-popup',
      name: 'tin bài trên ứng dụng dùng chung bản tin Popup',
      unit: 'tin bài',
      field: 'information',
      decimals: 0,
      partOf: 'tin-bai',
    },
    {
      code: 'ban-tin-video',
      name: 'bản tin video sưu tầm, phát trên hệ thống cụm truyền thanh cơ sở',
      unit: 'tin',
      field: 'information',
      decimals: 0,
    },
    {
      code: 'ban-tin-phat-thanh',
      name: 'bản tin phát thanh được biên tập trên truyền thanh Internet cơ sở',
      unit: 'bản tin',
      field: 'information',
      decimals: 0,
    },
    {
      code: 'thon-phat-thanh',
      name: 'thôn, bản có phát thanh',
      unit: 'thôn',
      field: 'information',
      decimals: 0,
    },
    {
      code: 'luot-phat-thanh',
      name: 'lượt phát thanh tại thôn, bản',
      unit: 'lượt',
      field: 'information',
      decimals: 0,
    },
    {
      code: 'du-an-dat',
      name: 'dự án chuyển mục đích sử dụng đất, giao đất, cho thuê đất, chuyển hình thức thuê đất',
      unit: 'dự án',
      field: 'environment',
      decimals: 0,
    },
    {
      code: 'dien-tich-dat',
      name: 'diện tích của các dự án chuyển mục đích, giao, cho thuê đất',
      unit: 'ha',
      field: 'environment',
      decimals: 2,
    },
    {
      code: 'du-an-thu-hoi',
      name: 'dự án bị thu hồi đất do trả lại hoặc hết hạn sử dụng',
      unit: 'dự án',
      field: 'environment',
      decimals: 0,
      direction: 'none',
    },
    {
      code: 'dien-tich-thu-hoi',
      name: 'diện tích đất thu hồi, giao UBND xã, thị trấn quản lý',
      unit: 'ha',
      field: 'environment',
      decimals: 2,
      direction: 'none',
    },
    {
      code: 'tru-so-thu-hoi',
      name: 'trụ sở, tài sản cũ thu hồi để bán đấu giá',
      unit: 'cơ sở',
      field: 'environment',
      decimals: 0,
      direction: 'none',
    },
    {
      code: 'ke-hoach-dinh-gia',
      name: 'kế hoạch định giá đất cụ thể năm 2020',
      unit: 'kế hoạch',
      field: 'environment',
      decimals: 0,
    },
    { code: 'chi-dan-dia-ly', name: 'chỉ dẫn địa lý', unit: 'chỉ dẫn địa lý', field: 'science', decimals: 0 },
    {
      code: 'nhan-hieu-chung-nhan',
      name: 'nhãn hiệu chứng nhận',
      unit: 'nhãn hiệu',
      field: 'science',
      decimals: 0,
    },
    {
      code: 'nhan-hieu-tap-the',
      name: 'nhãn hiệu tập thể',
      unit: 'nhãn hiệu',
      field: 'science',
      decimals: 0,
    },
    {
      code: 'nhan-hieu-doc-quyen',
      name: 'nhãn hiệu độc quyền',
      unit: 'nhãn hiệu',
      field: 'science',
      decimals: 0,
    },
    {
      code: 'danh-muc-chung-nhan',
      name: 'nhãn hiệu chứng nhận trong danh mục được phê duyệt theo Kế hoạch 20/KH-UBND',
      unit: 'nhãn hiệu',
      field: 'science',
      decimals: 0,
    },
    {
      code: 'danh-muc-tap-the',
      name: 'nhãn hiệu tập thể trong danh mục được phê duyệt theo Kế hoạch 20/KH-UBND',
      unit: 'nhãn hiệu',
      field: 'science',
      decimals: 0,
    },
    {
      code: 'danh-muc-doc-quyen',
      name: 'nhãn hiệu độc quyền trong danh mục được phê duyệt theo Kế hoạch 20/KH-UBND',
      unit: 'nhãn hiệu',
      field: 'science',
      decimals: 0,
    },
    {
      code: 'du-an-nhan-hieu',
      name: 'dự án xây dựng nhãn hiệu tập thể được phê duyệt triển khai',
      unit: 'dự án',
      field: 'science',
      decimals: 0,
    },
    {
      code: 'duong-bo',
      name: 'quản lý, bảo trì đường bộ',
      unit: '',
      field: 'transport',
      kind: 'narrative',
      direction: 'none',
    },
    { code: 'dien-tich-quy-doi', name: 'diện tích quy đổi của cây phân tán', unit: 'ha', field: 'forestry' },
    { code: 'trong-rung', name: 'trồng rừng', unit: 'ha', field: 'forestry' },
    {
      code: 'trong-rung-moi',
      name: 'trồng rừng mới theo Quyết định số “1511”',
      unit: 'ha',
      field: 'forestry',
      partOf: 'trong-rung',
    },
    {
      code: 'trong-rung-ngoai',
      name: 'trồng rừng ngoài kế hoạch',
      unit: 'ha',
      field: 'forestry',
      partOf: 'trong-rung',
    },
    { code: 'cay-phan-tan', name: 'trồng cây phân tán các loại', unit: 'nghìn cây', field: 'forestry' },
    { code: 'cham-soc-rung', name: 'chăm sóc rừng trồng', unit: 'ha', field: 'forestry' },
    {
      code: 'khoan-bao-ve',
      name: 'khoán bảo vệ rừng, khoanh nuôi phục hồi rừng tự nhiên',
      unit: 'ha',
      field: 'forestry',
    },
    {
      code: 'tuyen-truyen-rung',
      name: 'tuyên truyền bảo vệ rừng và phòng cháy, chữa cháy rừng',
      unit: 'lượt người',
      field: 'forestry',
      decimals: 0,
    },
  ])
  const end = teller.on('2020-12-10')
  const report = (unit: CastUnit, figures: readonly FigureEntry[]) =>
    reportFigures(end, head, { blocYearId, unitId: unit.id }, indicators, figures)
  await report(of('stttt'), [
    { code: 'tin-bai', value: '1128', printed: '1.128 tin bài' },
    { code: 'tin-bai-chia-se', value: '95', partOf: 'tin-bai', printed: '95 tin bài' },
    { code: 'tin-bai-web', value: '336', partOf: 'tin-bai', printed: '336 tin bài' },
    { code: 'tin-bai-mang-xa-hoi', value: '682', partOf: 'tin-bai', printed: '682 tin bài' },
    { code: 'tin-bai-popup', value: '15', partOf: 'tin-bai', printed: '15 tin bài' },
    { code: 'ban-tin-video', value: '23', printed: '23 tin' },
    { code: 'ban-tin-phat-thanh', value: '110', printed: '110 bản tin' },
    { code: 'thon-phat-thanh', value: '541', printed: '541 thôn' },
    {
      code: 'luot-phat-thanh',
      value: '330',
      printed: '330 lượt',
      overrideReason: 'Bản tin ghi 330 lượt tại 541 thôn; giữ nguyên số in, cần hỏi lại đơn vị tính.',
    },
  ])
  await report(of('stnmt'), [
    { code: 'du-an-dat', value: '39', printed: '39 dự án' },
    { code: 'dien-tich-dat', value: '3611.73', printed: '3.611,73 ha' },
    { code: 'du-an-thu-hoi', value: '8', printed: '08 dự án' },
    { code: 'dien-tich-thu-hoi', value: '239.14', printed: '239,14 ha' },
    {
      code: 'tru-so-thu-hoi',
      value: '5',
      printed: '5 cơ sở',
      narrative:
        'Phòng Giáo dục - Đào tạo huyện Xín Mần; nhà phụ trợ Kho bạc tỉnh; Công ty kinh tế xổ số; Chi cục Thuế huyện Vị Xuyên; Trung tâm cấp thoát nước và dịch vụ công cộng môi trường huyện Đồng Văn',
    },
    { code: 'ke-hoach-dinh-gia', value: '1', printed: 'kế hoạch định giá đất cụ thể' },
  ])
  await report(of('skhcn'), [
    {
      code: 'chi-dan-dia-ly',
      value: '7',
      printed: '07 chỉ dẫn địa lý',
      narrative: 'đứng đầu cả nước về số sản phẩm được bảo hộ',
    },
    { code: 'nhan-hieu-chung-nhan', value: '7', printed: '07 nhãn hiệu chứng nhận' },
    {
      code: 'nhan-hieu-tap-the',
      value: '10',
      bound: 'over',
      qualifier: 'trên',
      printed: 'trên 10 nhãn hiệu tập thể',
    },
    {
      code: 'nhan-hieu-doc-quyen',
      value: '100',
      bound: 'over',
      qualifier: 'hơn',
      printed: 'hơn 100 nhãn hiệu độc quyền',
    },
    { code: 'danh-muc-chung-nhan', value: '1', printed: '01 nhãn hiệu' },
    { code: 'danh-muc-tap-the', value: '2', printed: '02 nhãn hiệu' },
    { code: 'danh-muc-doc-quyen', value: '5', printed: '05 nhãn hiệu' },
    { code: 'du-an-nhan-hieu', value: '3', total: '4', printed: '03/04 dự án' },
  ])
  await report(of('sgtvt'), [
    {
      code: 'duong-bo',
      value: null,
      narrative:
        'bảo trì các tuyến được giao; huy động phương tiện xử lý điểm sạt lở, điểm tiềm ẩn tai nạn; đẩy nhanh các dự án sửa chữa định kỳ do Tổng cục Đường bộ Việt Nam, UBND tỉnh giao',
    },
  ])
  await report(of('snn'), [
    { code: 'trong-rung', value: '5711.7', asOf: '2020-11-10', printed: '5.711,7 ha' },
    {
      code: 'trong-rung-moi',
      value: '1463',
      partOf: 'trong-rung',
      printed: '1.463/1.498,3 đạt 98% kế hoạch',
      comparisons: [{ kind: 'plan', percent: '98', planValue: '1498.3' }],
    },
    {
      code: 'trong-rung-ngoai',
      value: '4248.7',
      partOf: 'trong-rung',
      outsidePlan: true,
      printed: '4.248,7 ha',
    },
    {
      code: 'cay-phan-tan',
      value: '2982.7',
      printed: '2.982,7 nghìn cây',
      narrative: 'tương đương 1.988 ha',
    },
    { code: 'dien-tich-quy-doi', value: '1988', printed: 'tương đương với 1.988 ha' },
    { code: 'cham-soc-rung', value: '1738', printed: '1.738 ha' },
    { code: 'khoan-bao-ve', value: '131900', printed: '131.900 ha', narrative: 'theo kế hoạch' },
    { code: 'tuyen-truyen-rung', value: '49515', printed: '49.515 lượt người' },
  ])
  await end.do(head, writeNarrative, {
    blocYearId,
    unitId: null,
    fieldCode: null,
    part: 'context',
    period: '',
    body: 'Các đơn vị phát động thi đua đến toàn thể công chức, viên chức và người lao động; chỉ tiêu tỉnh giao cơ bản hoàn thành.',
  })
}

async function tellConference(
  pen: Pen,
  of: (key: string) => CastUnit,
  members: readonly CastUnit[],
): Promise<void> {
  const day = '2020-12-16'
  const { head } = pen
  const on = pen.teller.on(day)
  const draftId = await circulate(
    { ...pen, teller: pen.teller.filledIn },
    {
      kind: 'report',
      title: 'Dự thảo báo cáo tổng kết phong trào thi đua năm 2020',
      body: 'Dự thảo do Sở Thông tin và Truyền thông tổng hợp từ báo cáo của các đơn vị (minh họa).',
      circulatedOn: '2020-12-11',
      dueOn: '2020-12-15',
      adoptedOn: day,
      note: 'Thông qua tại hội nghị',
      agreed: members.slice(1),
    },
  )
  const conferenceId = await callConference(pen, '2020-12-10', {
    kind: 'year_end',
    title: 'Hội nghị tổng kết phong trào thi đua năm 2020, triển khai phương hướng, nhiệm vụ năm 2021',
    heldOn: day,
    timeText: 'buổi chiều',
    attendanceSaid: true,
    place: 'Hội trường Sở Thông tin và Truyền thông tỉnh Hà Giang',
    agenda: [
      'Thông qua dự thảo báo cáo',
      'Thảo luận, bổ sung báo cáo',
      'Phương hướng năm 2021',
      'Bàn giao nhiệm vụ Trưởng khối',
    ],
    guests: [{ name: 'Chuyên viên Ban Thi đua - Khen thưởng', title: 'Sở Nội vụ', said: true }],
  })
  await openHall(pen, day, conferenceId, members)
  await on.do(head, readReport, { conferenceId, draftId })
  for (const unit of members.slice(2, 5)) {
    await on.filledIn.do(head, addRemark, {
      conferenceId,
      unitId: unit.id,
      speaker: 'Đại biểu (minh họa)',
      body: 'Bổ sung kết quả và những mặt còn hạn chế của đơn vị vào báo cáo.',
      takenUp: true,
      answer: 'Tiếp thu, bổ sung vào báo cáo.',
    })
  }
  await on.do(head, adoptReport, { conferenceId })
  const directions = [
    'Quán triệt, tuyên truyền các phong trào thi đua gắn với học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.',
    'Tổ chức các đợt thi đua hướng tới những ngày lễ lớn của đất nước, của tỉnh.',
    'Thi đua thực hiện chỉ tiêu kế hoạch HĐND tỉnh, UBND tỉnh giao năm 2021.',
    'Đổi mới nội dung, hình thức thi đua; sơ kết, tổng kết, khen thưởng kịp thời.',
    'Xây dựng, nhân rộng điển hình tiên tiến, gương người tốt, việc tốt.',
  ]
  for (const body of directions) {
    await on.do(head, addDirection, { conferenceId, body, aimValue: null, aimUnit: '', forYear: 2021 })
  }
  const { handoverId } = await on.do(head, draftHandover, {
    blocYearId: pen.blocYearId,
    toYear: 2021,
    fromUnitId: of('stttt').id,
    toUnitId: of('kkt').id,
    conferenceId,
    heldOn: day,
    place: 'Hội trường Sở Thông tin và Truyền thông tỉnh Hà Giang',
    witness: 'Các đơn vị thành viên',
    note: 'Bàn giao tại hội nghị; tài liệu gốc không nói đến việc bầu.',
    items: [
      { title: 'Giao ước thi đua và bản đăng ký của các đơn vị', quantity: '01 bộ', note: '' },
      {
        title: 'Báo cáo của các đơn vị và báo cáo tổng kết năm 2020',
        quantity: '01 bộ',
        note: '',
      },
    ],
  })
  await on.do(OFFICER, recordSignedHandover, {
    handoverId,
    signedOn: day,
    givenBy: 'Đại diện Sở Thông tin và Truyền thông',
    acceptedBy: 'Đại diện Ban Quản lý Khu kinh tế',
    file: null,
  })
  await endConference(pen, day, conferenceId, 'Hội nghị nhất trí thông qua báo cáo và phương hướng năm 2021.')
  await publishConferenceNews(pen, '2020-12-17', conferenceId, {
    source: NEWS_SOURCE,
    at: '2020-12-16T10:20',
  })
}

/** The other blocs of the province that the page lists, each with its listed item. */
async function tellOtherBlocs(teller: Storyteller, cast: Cast): Promise<void> {
  const others = [
    {
      bloc: {
        name: 'Khối giao ước thi đua các huyện vùng 30a',
        shortName: 'Khối các huyện vùng 30a',
        kind: 'Các huyện vùng 30a',
        label: 'Khối giao ước thi đua',
      },
      items: [
        {
          title: 'Khối các huyện vùng 30a tổng kết phong trào thi đua, công tác khen thưởng năm 2020',
          at: '2020-12-16T09:36',
        },
        {
          title: 'Khối các huyện vùng 30a sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2020',
          at: '2020-08-03T13:53',
        },
      ],
    },
    {
      bloc: {
        name: 'Khối Kinh tế - Tổng hợp',
        shortName: 'Khối Kinh tế - Tổng hợp',
        kind: 'Kinh tế - Tổng hợp',
      },
      items: [
        {
          title: 'Khối Kinh tế - Tổng hợp tổng kết thi đua, khen thưởng năm 2020, bàn nhiệm vụ năm 2021',
          at: '2020-12-15T16:26',
        },
      ],
    },
    {
      bloc: { name: 'Khối Văn hóa - Xã hội', shortName: 'Khối Văn hóa - Xã hội', kind: 'Văn hóa - Xã hội' },
      items: [
        {
          title: 'Khối Văn hóa - Xã hội tổng kết phong trào thi đua, khen thưởng năm 2020',
          at: '2020-12-03T22:30',
        },
      ],
    },
    {
      bloc: { name: 'Khối Nội chính', shortName: 'Khối Nội chính', kind: 'Nội chính' },
      items: [
        { title: 'Khối Nội chính tổng kết phong trào thi đua, khen thưởng năm 2020', at: '2020-12-03T08:47' },
      ],
    },
  ]
  for (const { bloc, items } of others) {
    const entered = await enterBloc(teller.on('2020-01-06'), cast, OFFICER, PROVINCE, bloc, [], '2020-01-01')
    const { blocYearId } = await teller
      .on('2020-01-06')
      .do(OFFICER, openYear, { blocId: entered.id, year: 2020 })
    for (const item of items) {
      const day = teller.on(item.at.slice(0, 10))
      const { itemId } = await day.do(OFFICER, writeNews, {
        blocYearId,
        section: 'bloc_activity',
        title: item.title,
        lead: '',
        body: '',
        author: '',
        source: NEWS_SOURCE,
        eventOn: null,
        originalPublishedAt: item.at,
        originalSource: NEWS_SOURCE,
      })
      await day.do(OFFICER, approveNews, { itemId })
      await day.do(OFFICER, publishNews, { itemId })
    }
  }
}
