/** A figure as one of the five source documents prints it, in the order of their reports. */
export type SourceFigure = {
  readonly province: string
  readonly year: number
  /** The unit that reports; null for a figure of the bloc by field. */
  readonly unit: string | null
  readonly field?: string
  readonly indicator: RegExp
  readonly value: string | null
  readonly total?: string
  readonly unitOfMeasure: string
  readonly estimate?: boolean
  readonly bound?: 'over' | 'under'
  readonly asOf?: string
  readonly outsidePlan?: boolean
  readonly comparisons?: readonly Readonly<Record<string, string>>[]
  /** Start of the indicator whose total it is a part of. */
  readonly partOf?: RegExp
}

const haNam = { province: 'Hà Nam', year: 2021, unit: null }
const zones = { ...haNam, field: 'industrial_zones' }
const trade = { ...haNam, field: 'industry_trade' }
const information = { ...haNam, field: 'information' }
const bacKan = { province: 'Bắc Kạn', year: 2020, unit: null }
const haGiang = (unit: string) => ({ province: 'Hà Giang', year: 2020, unit })
const stttt = haGiang('Sở Thông tin và Truyền thông')
const stnmt = haGiang('Sở Tài nguyên và Môi trường')
const skhcn = haGiang('Sở Khoa học và Công nghệ')
const snn = haGiang('Sở Nông nghiệp và PTNT')

/** Every result of the source documents. */
export const sourceFigures: readonly SourceFigure[] = [
  { ...zones, indicator: /^dự án đầu tư mới/, value: '32', unitOfMeasure: 'dự án' },
  { ...zones, indicator: /FDI/, value: '18', unitOfMeasure: 'dự án', partOf: /^dự án đầu tư mới/ },
  { ...zones, indicator: /trong nước/, value: '14', unitOfMeasure: 'dự án', partOf: /^dự án đầu tư mới/ },
  { ...zones, indicator: /điều chỉnh/, value: '170', unitOfMeasure: 'lượt dự án' },
  { ...zones, indicator: /ngoại tệ/, value: '376.958', unitOfMeasure: 'triệu USD' },
  { ...zones, indicator: /nội tệ/, value: '9105.326', unitOfMeasure: 'tỷ đồng' },
  {
    ...trade,
    indicator: /giá trị sản xuất công nghiệp/,
    value: '150764',
    unitOfMeasure: 'tỷ đồng',
    estimate: true,
    comparisons: [{ kind: 'lastYear', direction: 'up', percent: '12.5' }],
  },
  { ...trade, indicator: /bán lẻ/, value: '31502', unitOfMeasure: 'tỷ đồng', estimate: true },
  {
    ...trade,
    indicator: /xuất khẩu/,
    value: '3720',
    unitOfMeasure: 'triệu USD',
    estimate: true,
    bound: 'over',
  },
  { ...information, indicator: /tổng số thuê bao/, value: '896000', unitOfMeasure: 'thuê bao' },
  { ...information, indicator: /100 dân/, value: '105', unitOfMeasure: 'thuê bao/100 dân' },

  {
    ...bacKan,
    indicator: /GRDP\) khu vực công nghiệp/,
    value: '435.31',
    unitOfMeasure: 'tỷ đồng',
    estimate: true,
    comparisons: [{ kind: 'samePeriod', direction: 'up', percent: '5.81' }],
  },
  {
    ...bacKan,
    indicator: /giá trị sản xuất công nghiệp/,
    value: '1334.251',
    unitOfMeasure: 'tỷ đồng',
    estimate: true,
    comparisons: [{ kind: 'lastYear', direction: 'up', percent: '5.4' }],
  },
  {
    ...bacKan,
    indicator: /dịch vụ/,
    value: '3831.602',
    unitOfMeasure: 'tỷ đồng',
    estimate: true,
    comparisons: [{ kind: 'lastYear', direction: 'up', percent: '2.49' }],
  },
  {
    ...bacKan,
    indicator: /nông, lâm nghiệp, thủy sản/,
    value: '3.5',
    unitOfMeasure: '%',
    comparisons: [
      { kind: 'lastYear', direction: 'up', percent: '3.5' },
      { kind: 'plan', percent: '100' },
    ],
  },

  { ...stttt, indicator: /^video, tin bài/, value: '1128', unitOfMeasure: 'tin bài' },
  { ...stttt, indicator: /chia sẻ/, value: '95', unitOfMeasure: 'tin bài', partOf: /^video, tin bài/ },
  { ...stttt, indicator: /trên web/, value: '336', unitOfMeasure: 'tin bài', partOf: /^video, tin bài/ },
  { ...stttt, indicator: /mạng xã hội/, value: '682', unitOfMeasure: 'tin bài', partOf: /^video, tin bài/ },
  { ...stttt, indicator: /Popup/, value: '15', unitOfMeasure: 'tin bài', partOf: /^video, tin bài/ },
  { ...stttt, indicator: /^bản tin video/, value: '23', unitOfMeasure: 'tin' },
  { ...stttt, indicator: /phát thanh được biên tập/, value: '110', unitOfMeasure: 'bản tin' },
  { ...stttt, indicator: /^thôn, bản/, value: '541', unitOfMeasure: 'thôn' },
  { ...stttt, indicator: /^lượt phát thanh/, value: '330', unitOfMeasure: 'lượt' },
  { ...stnmt, indicator: /^dự án chuyển mục đích/, value: '39', unitOfMeasure: 'dự án' },
  { ...stnmt, indicator: /^diện tích của các dự án/, value: '3611.73', unitOfMeasure: 'ha' },
  { ...stnmt, indicator: /^dự án bị thu hồi/, value: '8', unitOfMeasure: 'dự án' },
  { ...stnmt, indicator: /^diện tích đất thu hồi/, value: '239.14', unitOfMeasure: 'ha' },
  { ...stnmt, indicator: /^trụ sở/, value: '5', unitOfMeasure: 'cơ sở' },
  { ...stnmt, indicator: /^kế hoạch định giá/, value: '1', unitOfMeasure: 'kế hoạch' },
  { ...skhcn, indicator: /^chỉ dẫn địa lý/, value: '7', unitOfMeasure: 'chỉ dẫn địa lý' },
  { ...skhcn, indicator: /^nhãn hiệu chứng nhận$/, value: '7', unitOfMeasure: 'nhãn hiệu' },
  { ...skhcn, indicator: /^nhãn hiệu tập thể$/, value: '10', unitOfMeasure: 'nhãn hiệu', bound: 'over' },
  { ...skhcn, indicator: /^nhãn hiệu độc quyền$/, value: '100', unitOfMeasure: 'nhãn hiệu', bound: 'over' },
  { ...skhcn, indicator: /^nhãn hiệu chứng nhận trong danh mục/, value: '1', unitOfMeasure: 'nhãn hiệu' },
  { ...skhcn, indicator: /^nhãn hiệu tập thể trong danh mục/, value: '2', unitOfMeasure: 'nhãn hiệu' },
  { ...skhcn, indicator: /^nhãn hiệu độc quyền trong danh mục/, value: '5', unitOfMeasure: 'nhãn hiệu' },
  { ...skhcn, indicator: /^dự án xây dựng nhãn hiệu/, value: '3', total: '4', unitOfMeasure: 'dự án' },
  { ...haGiang('Sở Giao thông vận tải'), indicator: /bảo trì đường bộ/, value: null, unitOfMeasure: '' },
  { ...snn, indicator: /^trồng rừng$/, value: '5711.7', unitOfMeasure: 'ha', asOf: '2020-11-10' },
  {
    ...snn,
    indicator: /^trồng rừng mới/,
    value: '1463',
    unitOfMeasure: 'ha',
    partOf: /^trồng rừng$/,
    comparisons: [{ kind: 'plan', percent: '98', planValue: '1498.3' }],
  },
  {
    ...snn,
    indicator: /ngoài kế hoạch/,
    value: '4248.7',
    unitOfMeasure: 'ha',
    partOf: /^trồng rừng$/,
    outsidePlan: true,
  },
  { ...snn, indicator: /^trồng cây phân tán/, value: '2982.7', unitOfMeasure: 'nghìn cây' },
  { ...snn, indicator: /quy đổi/, value: '1988', unitOfMeasure: 'ha' },
  { ...snn, indicator: /^chăm sóc rừng/, value: '1738', unitOfMeasure: 'ha' },
  { ...snn, indicator: /^khoán bảo vệ/, value: '131900', unitOfMeasure: 'ha' },
  { ...snn, indicator: /^tuyên truyền bảo vệ rừng/, value: '49515', unitOfMeasure: 'lượt người' },
]

/** The targets of the special drive of 2021; the import figure stands as printed. */
export const driveTargets = [
  {
    indicator: /chỉ số sản xuất công nghiệp/,
    kind: 'growth',
    value: '8',
    unitOfMeasure: '%/năm',
    strict: false,
    percent: null,
  },
  {
    indicator: /bán lẻ/,
    kind: 'at_least',
    value: '44462',
    unitOfMeasure: 'tỷ đồng',
    strict: false,
    percent: '18',
  },
  {
    indicator: /chỉ số giá tiêu dùng/,
    kind: 'at_most',
    value: '5',
    unitOfMeasure: '%',
    strict: true,
    percent: null,
  },
  {
    indicator: /xuất khẩu/,
    kind: 'at_least',
    value: '1218',
    unitOfMeasure: 'triệu USD',
    strict: false,
    percent: '18',
  },
  {
    indicator: /nhập khẩu/,
    kind: 'at_least',
    value: '980',
    unitOfMeasure: 'USD',
    strict: false,
    percent: '12',
  },
  {
    indicator: /lưới điện/,
    kind: 'at_least',
    value: '99.82',
    unitOfMeasure: '%',
    strict: false,
    percent: null,
  },
] as const

/** Awards proposed, with the wording printed. */
export const sourceAwards = [
  {
    province: 'Bắc Ninh',
    year: 2022,
    award: 'co_chinh_phu',
    wording: 'Cờ thi đua của Chính phủ',
    units: ['Sở Thông tin và Truyền thông'],
    unnamed: 0,
  },
  {
    province: 'Bắc Ninh',
    year: 2022,
    award: 'co_ubnd_tinh',
    wording: 'Cờ thi đua của UBND tỉnh',
    units: ['Quỹ đầu tư phát triển', 'Sở Công thương'],
    unnamed: 0,
  },
  {
    province: 'Bắc Ninh',
    year: 2022,
    award: 'bang_khen_chu_tich_tinh',
    wording: 'Bằng khen của Chủ tịch UBND tỉnh',
    units: [],
    unnamed: 3,
  },
  {
    province: 'Bắc Kạn',
    year: 2020,
    award: 'co_ubnd_tinh',
    wording: 'Cờ thi đua của UBND tỉnh',
    units: ['Sở Nông nghiệp và PTNT'],
    unnamed: 0,
  },
  {
    province: 'Bắc Kạn',
    year: 2020,
    award: 'bang_khen_chu_tich_tinh',
    wording: 'Bằng khen của UBND tỉnh',
    units: ['Sở Công thương', 'Sở Tài nguyên - Môi trường', 'Sở Xây dựng'],
    unnamed: 0,
  },
] as const

/** Who leads which year, and how it came about. */
export const sourceLeaders = [
  { province: 'Bắc Ninh', forYear: 2023, role: 'head', unit: 'Ban Quản lý các KCN tỉnh', how: 'elected' },
  { province: 'Bắc Kạn', forYear: 2020, role: 'head', unit: 'Sở Nông nghiệp và PTNT', how: 'unknown' },
  {
    province: 'Bắc Kạn',
    forYear: 2021,
    role: 'head',
    unit: 'Ban QLDA đầu tư xây dựng công trình giao thông',
    how: 'elected',
  },
  {
    province: 'Bắc Kạn',
    forYear: 2021,
    role: 'deputy',
    unit: 'Ban Quản lý Vườn Quốc gia Ba Bể',
    how: 'elected',
  },
  { province: 'Hà Giang', forYear: 2020, role: 'head', unit: 'Sở Thông tin và Truyền thông', how: 'unknown' },
  { province: 'Hà Giang', forYear: 2021, role: 'head', unit: 'Ban Quản lý Khu kinh tế', how: 'handover' },
] as const
