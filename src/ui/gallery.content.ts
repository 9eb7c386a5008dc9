import type { CellKind } from '../domain/years/cell.ts'
import type { BarPart, RankedBar } from './bars.tsx'
import type { ChartColumn } from './column-chart.tsx'
import type { Definition } from './definition-list.tsx'
import type { PageFrame } from './page-frame.ts'
import type { TimelineEntry } from './timeline.tsx'
import type { BoardCell, BoardRow, BoardStep } from './year-board.tsx'
import type { Lack, YearStation } from './year-path.tsx'

/** Invented but lifelike content that shows every component as officials meet it. */
export const stations: readonly YearStation[] = [
  { label: 'chuẩn bị', status: 'past', note: '05/01', href: '#chuan-bi' },
  { label: 'ký giao ước', status: 'past', note: '12/03', href: '#ky' },
  { label: 'thực hiện', status: 'past', note: '12/03', href: '#thuc-hien' },
  { label: 'sơ kết', status: 'past', event: true, note: '18/07', href: '#so-ket' },
  { label: 'tự chấm', status: 'present', note: 'từ 01/11', href: '#tu-cham' },
  { label: 'thẩm định', status: 'ahead' },
  { label: 'tổng kết – bình xét', status: 'ahead' },
  { label: 'đã trình', status: 'ahead' },
  { label: 'có quyết định', status: 'ahead' },
  { label: 'lưu hồ sơ', status: 'ahead' },
]

export const skippedStations: readonly YearStation[] = stations.map((station, index) => ({
  label: station.label,
  event: station.event,
  status: index === 3 ? 'skipped' : index < 6 ? 'past' : index === 6 ? 'present' : 'ahead',
}))

export const lacks: readonly Lack[] = [
  { state: 'late', stateLabel: 'quá hạn 3 ngày', text: 'Quỹ Đầu tư phát triển chưa tự chấm', href: '#quy' },
  { state: 'returned', text: 'Sở Xây dựng sửa 2 chỉ tiêu', href: '#so-xay-dung' },
  { state: 'waiting', text: 'Điện lực tỉnh gửi minh chứng', href: '#dien-luc' },
]

export const chart = {
  title: 'Trồng rừng năm 2026 (ha)',
  label: 'Trồng rừng: quý I 210 ha; 6 tháng 640 ha; 9 tháng 1.190 ha; chỉ tiêu cả năm 1.498,3 ha',
  legend: { value: 'Kết quả', goal: 'Chỉ tiêu cả năm', soft: 'Số ước' },
  columns: [
    { label: 'Quý I', figure: '210', amount: 210, goal: 1498.3 },
    { label: '6 tháng', figure: '640', amount: 640, goal: 1498.3 },
    { label: '9 tháng', figure: '1.190', amount: 1190, goal: 1498.3, soft: true },
    { label: 'Cả năm', figure: '', amount: null, goal: 1498.3 },
  ],
} satisfies {
  readonly title: string
  readonly label: string
  readonly legend: { readonly value: string; readonly goal: string; readonly soft: string }
  readonly columns: readonly ChartColumn[]
}

export const frame: PageFrame = {
  lang: 'vi',
  theme: 'auto',
  path: '/khoi-kinh-te/2026',
  user: {
    name: 'Trần Minh Châu',
    roleLabel: 'Chuyên viên thi đua',
    initials: 'TC',
    unitName: 'Sở Công Thương',
  },
  todoCount: 4,
  csrf: 'mau',
  nav: [
    { label: 'Năm thi đua', href: '#nam', current: true },
    { label: 'Chỉ tiêu', href: '#chi-tieu' },
    { label: 'Chấm điểm', href: '#cham-diem' },
    { label: 'Hội nghị', href: '#hoi-nghi' },
    { label: 'Khen thưởng', href: '#khen-thuong' },
    { label: 'Văn bản', href: '#van-ban' },
    { label: 'Tin tức', href: '#tin-tuc' },
  ],
  bloc: {
    name: 'Khối thi đua các cơ quan Kinh tế – Kỹ thuật',
    shortName: 'Khối Kinh tế – Kỹ thuật',
    provinceName: 'Tỉnh Bắc Ninh',
    href: '#khoi',
    years: [
      { year: 2027, href: '#2027', note: 'chuẩn bị' },
      { year: 2026, href: '#2026', note: 'tự chấm', current: true },
      { year: 2025, href: '#2025', note: 'có quyết định' },
      { year: 2024, href: '#2024', note: 'lưu hồ sơ' },
    ],
  },
  yearPath: { stations, href: '#nam' },
  flash: { kind: 'success', text: 'Đã gửi bảng tự chấm của Sở Công Thương lúc 14:05.' },
}

export const boardSteps: readonly BoardStep[] = [
  { label: 'Đăng ký', group: 'Đầu năm', due: '15/02' },
  { label: 'Chỉ tiêu', group: 'Đầu năm', due: '28/02' },
  { label: 'Ký giao ước', group: 'Đầu năm', due: '12/03' },
  { label: 'Phát động nội bộ', group: 'Đầu năm', due: '31/03' },
  { label: 'Báo cáo 6 tháng', group: 'Giữa năm', due: '20/06' },
  { label: 'Báo cáo năm', group: 'Cuối năm', due: '05/11' },
  { label: 'Minh chứng', group: 'Cuối năm', due: '10/11' },
  { label: 'Tự chấm', group: 'Cuối năm', due: '18/11' },
  { label: 'Kiểm tra chéo', group: 'Bình xét', due: '30/11' },
  { label: 'Thẩm định', group: 'Bình xét', due: '05/12' },
  { label: 'Dự hội nghị', group: 'Bình xét', due: '20/12' },
  { label: 'Báo cáo thành tích', group: 'Bình xét', due: '10/12' },
]

/** One letter a cell: d done, w waiting, r returned, l late, p paper, b behalf, n not due, x not asked, a absence. */
const letters: Readonly<Record<string, CellKind>> = {
  d: 'done',
  w: 'waiting',
  r: 'returned',
  l: 'late',
  p: 'by_paper',
  b: 'on_behalf',
  n: 'not_due',
  x: 'not_asked',
  a: 'absence_noted',
}

function cells(word: string, late?: string): readonly BoardCell[] {
  return [...word].map((letter, index) => ({
    state: letters[letter] ?? 'not_due',
    href: `#o-${index}`,
    label: letter === 'l' ? late : undefined,
    note: letter === 'p' ? 'nộp ngày 12/03, có bản quét' : undefined,
  }))
}

export const boardRows: readonly BoardRow[] = [
  { unit: 'Sở Công Thương', note: 'Trưởng khối', mine: true, cells: cells('ddddddddwnnn') },
  { unit: 'Sở Khoa học và Công nghệ', note: 'Phó trưởng khối', cells: cells('dddddddddnnn') },
  { unit: 'Sở Nông nghiệp và Môi trường', cells: cells('ddddddddwnnn') },
  { unit: 'Sở Xây dựng', cells: cells('ddddddrrnnnn') },
  { unit: 'Sở Tài chính', cells: cells('ddddddddwnnn') },
  { unit: 'Ban Quản lý các khu công nghiệp tỉnh', cells: cells('dddddddddnnn') },
  { unit: 'Quỹ Đầu tư phát triển', cells: cells('ddddddwlnnnx', 'trễ 3 ngày') },
  { unit: 'Cục Thống kê tỉnh', cells: cells('ddpdddpddnnn') },
  { unit: 'Ban Quản lý dự án giao thông', cells: cells('dbdddbddwnnn') },
  { unit: 'Chi cục Hải quan', cells: cells('dddadddddnnn') },
  { unit: 'Điện lực tỉnh', cells: cells('dddddwwnnnnx') },
  { unit: 'Văn phòng Điều phối nông thôn mới', cells: cells('ddddddddwnnn') },
].map((row) => ({ ...row, href: '#don-vi' }))

export type TargetRow = {
  name: string
  unit: string
  assigned: string
  result: string
  rate: string
  state: 'over' | 'met' | 'missed' | 'none'
  mark?: 'unverified'
  parent?: boolean
}

export const targets: readonly TargetRow[] = [
  { name: 'Tăng trưởng', unit: '', assigned: '', result: '', rate: '', state: 'none', parent: true },
  {
    name: 'Chỉ số sản xuất công nghiệp',
    unit: '%',
    assigned: '8,50',
    result: '9,12',
    rate: '107,29',
    state: 'over',
  },
  {
    name: 'Kim ngạch xuất khẩu',
    unit: 'triệu USD',
    assigned: '42.500',
    result: '42.510,5',
    rate: '100,02',
    state: 'met',
  },
  {
    name: 'Kim ngạch nhập khẩu',
    unit: 'triệu USD',
    assigned: '1.050',
    result: '980',
    rate: '93,33',
    state: 'missed',
    mark: 'unverified',
  },
  { name: 'Môi trường', unit: '', assigned: '', result: '', rate: '', state: 'none', parent: true },
  { name: 'Tỷ lệ che phủ rừng', unit: '%', assigned: '52,10', result: '', rate: '', state: 'none' },
]

export type ScoreRow = {
  rank: string
  unit: string
  scores: readonly string[]
  total: string
  award: boolean
  mine?: boolean
}

export const scores: readonly ScoreRow[] = [
  {
    rank: '1',
    unit: 'Sở Khoa học và Công nghệ',
    scores: ['398,50', '295,00', '189,00', '90,00'],
    total: '972,50',
    award: true,
  },
  {
    rank: '2',
    unit: 'Sở Công Thương',
    scores: ['396,25', '292,00', '190,00', '90,00'],
    total: '968,25',
    award: true,
    mine: true,
  },
  {
    rank: '2',
    unit: 'Ban Quản lý các khu công nghiệp',
    scores: ['395,00', '293,25', '190,00', '90,00'],
    total: '968,25',
    award: false,
  },
  {
    rank: '4',
    unit: 'Chi cục Hải quan',
    scores: ['390,00', '288,00', '188,00', '85,00'],
    total: '951,00',
    award: false,
  },
]

export const ranking: readonly RankedBar[] = [
  { rank: '1', label: 'Sở Khoa học và Công nghệ', figure: '972,50', amount: 972.5 },
  { rank: '2', label: 'Sở Công Thương', figure: '968,25', amount: 968.25, mine: true },
  { rank: '2', label: 'Ban Quản lý các KCN', figure: '968,25', amount: 968.25 },
  { rank: '4', label: 'Chi cục Hải quan', figure: '951,00', amount: 951 },
]

export const progress: readonly BarPart[] = [
  { amount: 39, tone: 'good', label: '39 vượt' },
  { amount: 32, tone: 'info', label: '32 đạt' },
  { amount: 13, tone: 'warning', label: '13 chưa đạt' },
]

export const timeline: readonly TimelineEntry[] = [
  {
    title: 'Chuyển sang tự chấm',
    time: '01/11/2026 08:15',
    who: 'Sở Công Thương, Trưởng khối',
    icon: 'flag',
    tone: 'accent',
  },
  {
    title: 'Sơ kết 6 tháng',
    time: '18/07/2026',
    text: 'Biên bản số 14/BB-KTĐ, vắng 1 đơn vị.',
    icon: 'users',
    tone: 'good',
  },
  {
    title: 'Trả lại chỉ tiêu của Sở Xây dựng',
    time: '02/04/2026 16:40',
    text: 'Lý do: thiếu đơn vị tính.',
    icon: 'return',
    tone: 'warning',
  },
  { title: 'Trao Cờ thi đua của tỉnh năm 2025', time: '12/03/2026', icon: 'trophy', tone: 'award' },
]

export const definitions: readonly Definition[] = [
  { term: 'Trưởng khối', value: 'Sở Công Thương (bầu tại hội nghị tổng kết 2025)' },
  { term: 'Phó trưởng khối', value: 'Sở Khoa học và Công nghệ' },
  { term: 'Hạn nộp hồ sơ', value: 'trước ngày 10/12/2026' },
]

/** The sentences of the gallery itself. */
export const words = {
  home: 'Giao Ước',
  columns: {
    target: 'Chỉ tiêu',
    measure: 'Đơn vị tính',
    assigned: 'Giao',
    year: 'Năm 2026',
    result: 'Thực hiện',
    rate: 'Tỷ lệ',
    verdict: 'Đánh giá',
    unit: 'Đơn vị',
    rank: 'Hạng',
    total: 'Tổng',
    points: 'điểm',
  },
  title: 'Bộ thành phần giao diện',
  boardTitle: 'Khối Kinh tế – Kỹ thuật',
  boardAside: 'năm 2026',
  eyebrow: 'Tỉnh Bắc Ninh · 12 đơn vị · Trưởng khối: Sở Công Thương',
  lead: 'Còn ba việc trước khi thẩm định; hai đơn vị cần được đôn đốc.',
  nextLabel: 'thẩm định',
  deadline: 'Hạn 10/12/2026, còn 19 ngày',
  moveOn: 'Chuyển sang thẩm định',
  remind: 'Đôn đốc',
  calendar: 'Lịch',
  board: 'Đơn vị × công việc',
  boardSubtitle: 'Bấm vào một ô để mở đúng việc đó.',
  mine: 'Việc của tôi',
  mineTitle: 'Rà soát 2 chỉ tiêu Sở Xây dựng trả lại',
  mineText: 'Kim ngạch nhập khẩu ghi “980 USD”; năm trước 875 triệu USD. Có phải 980 triệu USD?',
  openTarget: 'Mở chỉ tiêu',
  disabled: 'Còn 2 đơn vị chưa tự chấm',
  award: 'Đề nghị tặng Cờ thi đua của tỉnh',
  awardText: 'Sở Khoa học và Công nghệ xếp thứ nhất, 972,50 điểm.',
}
