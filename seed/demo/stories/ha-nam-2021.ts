import { writeNarrative } from '../../../src/features/results/reports.actions.ts'
import { advanceYear } from '../../../src/features/years/years.actions.ts'
import { type Cast, enterAccount, enterBloc, enterProvince, enterUnits, enterYear } from '../cast.ts'
import { enterIndicators, reportFigures } from '../figures.ts'
import type { Storyteller } from '../storyteller.ts'

const PROVINCE = 'Hà Nam'
const OFFICER = 'tinh.hanam'

/**
 * Hà Nam 2021 (the province is inferred): the year-end review by fields of work, with figures for three of the
 * eight fields and words for the others; targets are given to the bloc and to each unit.
 */
export async function tellHaNam2021(
  teller: Storyteller,
  cast: Cast,
): Promise<{ blocYearId: string; blocId: string; head: string }> {
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
  const of = (key: string) => units[key] as NonNullable<(typeof units)[string]>
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
  return { blocYearId, blocId: bloc.id, head: head.leader }
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
