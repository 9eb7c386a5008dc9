import type { Attendance, MeetingPlace } from './meeting.ts'
import type { BlocParty, Issue, Signer, Statement, UnitParty } from './parties.ts'
import type { BlocReportInput } from './report.ts'
import type { UnitScores } from './score-summary.ts'
import type { SelfScoreLine } from './self-score.ts'

/** Members of the bloc. */
export const unitNames = [
  'Sở Công Thương',
  'Sở Xây dựng',
  'Sở Tài chính',
  'Ban Quản lý các khu công nghiệp',
  'Sở Khoa học và Công nghệ',
  'Quỹ Đầu tư phát triển',
] as const

/** Family names of their directors. */
export const surnames = ['Nguyễn', 'Trần', 'Phạm', 'Vũ', 'Đặng', 'Ngô'] as const

/** The bloc. */
export const bloc: BlocParty = {
  name: 'Khối thi đua Kinh tế - Kỹ thuật',
  label: 'Khối thi đua',
  headLabel: 'Trưởng khối',
  headUnit: { name: 'Sở Công Thương', symbol: 'SCT' },
  superior: 'Ủy ban nhân dân tỉnh Mẫu',
  place: 'Mẫu Thành',
}

/** Its head unit, as an issuer. */
export const unit: UnitParty = {
  name: 'Sở Công Thương',
  superior: 'Ủy ban nhân dân tỉnh Mẫu',
  symbol: 'SCT',
  place: 'Mẫu Thành',
}

/** The director of the head unit. */
export const signer: Signer = { name: 'TS. Nguyễn Văn Mẫu', title: 'Giám đốc' }
/** A deputy director who signs for the director. */
export const deputy: Signer = {
  name: 'Trần Thị Mẫu',
  title: 'Phó Giám đốc',
  onBehalf: { code: 'KT.', of: 'Giám đốc' },
}
/** Who chairs the conference. */
export const chair = { name: 'Nguyễn Văn Mẫu', capacity: 'Giám đốc Sở Công Thương, Trưởng khối' }
/** Who keeps its minutes. */
export const secretary = { name: 'Phan Thị Mẫu', capacity: 'Chánh Văn phòng Sở Công Thương' }
/** Nơi nhận of every paper. */
export const recipients = ['Như trên', 'Các đơn vị thành viên', 'Lưu: VT, VP']
/** Căn cứ of every paper. */
export const bases = [
  'Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022',
  'Căn cứ Quy chế hoạt động của Khối thi đua Kinh tế - Kỹ thuật',
]

/** When and where the conference was held. */
export const meeting: MeetingPlace = {
  date: '2025-11-28',
  opened: { hour: 8, minute: 0 },
  closed: { hour: 11, minute: 30 },
  venue: 'Hội trường Sở Công Thương',
}

/** Who came. */
export const attendance: Attendance = {
  members: 6,
  present: unitNames.slice(0, 5).map((name, index) => ({
    name: `${surnames[index]} Văn Mẫu`,
    capacity: name,
    ...(index > 2 ? { mark: 'illustrative' as const } : {}),
  })),
  absent: [{ name: 'Quỹ Đầu tư phát triển', reason: 'họp tại trung ương' }],
}

/** Scores by group. */
export const scores = {
  groups: [
    { name: 'Nhiệm vụ chính trị', maximum: '50' },
    { name: 'Chủ trương, pháp luật', maximum: '20' },
    { name: 'Công tác thi đua', maximum: '20' },
    { name: 'Điểm thưởng', maximum: '10' },
  ],
  totalMaximum: '100',
  units: unitNames.map(
    (unitName, index): UnitScores => ({
      unitName,
      points: ['49,5', '20', '19', `${10 - index}`],
      total: `${98 - index},5`,
      rank: `${index + 1}`,
      note: '',
      mark: 'illustrative',
    }),
  ),
}

/** Lines of a table of four groups of eight criteria. */
export const scoreLines: readonly SelfScoreLine[] = [1, 2, 3, 4].flatMap((group) => [
  {
    label: ['I', 'II', 'III', 'IV'][group - 1] ?? '',
    name: `Nhóm tiêu chí thứ ${group}`,
    group: true,
    maximum: '25',
    self: '24,5',
    explanation: '',
  },
  ...[1, 2, 3, 4, 5, 6, 7, 8].map(
    (criterion): SelfScoreLine => ({
      label: `${group}.${criterion}`,
      name: `Tiêu chí ${criterion} của nhóm ${group}, nêu việc phải làm và cách chấm điểm`,
      group: false,
      maximum: '3',
      self: '2,9',
      explanation: criterion === 2 ? 'Chậm 03 ngày so với hạn; minh chứng gửi kèm' : 'Minh chứng gửi kèm',
      mark: 'illustrative',
    }),
  ),
])

/** The year-end report. */
export const report: BlocReportInput = {
  bloc,
  occasion: 'year-end',
  year: 2025,
  issue: issue(7, '2025-11-28'),
  signer,
  addressees: ['Sở Nội vụ'],
  bases: [],
  members: unitNames.map((text, index) => (index > 3 ? { text, mark: 'illustrative' } : { text })),
  situation: statements('Năm 2025 là năm sắp xếp đơn vị hành chính và bộ máy của tỉnh.'),
  organisation: statements('Khối đã ký giao ước, phân công theo dõi và giao ban hằng quý.'),
  figures: [
    {
      field: 'Công nghiệp, thương mại',
      unitName: 'Sở Công Thương',
      sentence: 'Giá trị sản xuất công nghiệp ước đạt 1.334,251 tỷ đồng, tăng 5,40% so với năm 2024',
    },
    {
      field: 'Công nghiệp, thương mại',
      unitName: null,
      sentence: 'Tổng mức bán lẻ hàng hóa đạt 31.502 tỷ đồng, đạt 98% kế hoạch',
      mark: 'illustrative',
    },
    {
      field: null,
      unitName: 'Sở Xây dựng',
      sentence: 'Hoàn thành 12/12 nhiệm vụ được giao',
      mark: 'unverified',
    },
    {
      field: null,
      unitName: null,
      sentence: 'Toàn khối có 41 chỉ tiêu, trong đó vượt 12, đạt 27, không đạt 2',
    },
  ],
  verdicts: statements('Các đơn vị cơ bản hoàn thành chỉ tiêu đã giao ước.'),
  awards: [
    { name: 'Đề nghị tặng Cờ thi đua của Ủy ban nhân dân tỉnh', receivers: statements('Sở Công Thương') },
    {
      name: 'Đề nghị tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh',
      receivers: [{ text: 'Sở Xây dựng' }, { text: 'Sở Tài chính', mark: 'illustrative' }],
    },
  ],
  activities: statements('Tổ chức hội thao và thăm hỏi gia đình chính sách.'),
  shortcomings: statements('Một số báo cáo gửi chậm so với quy định', 'Phát hiện điển hình tiên tiến còn ít'),
  causes: statements('Khối lượng công việc tăng sau sắp xếp'),
  directions: statements(
    'Thực hiện chỉ tiêu do Tỉnh ủy, Hội đồng nhân dân, Ủy ban nhân dân giao',
    'Đổi mới nội dung',
  ),
  requests: statements('Sở Nội vụ sớm hướng dẫn khung điểm năm 2026'),
  recipients,
  scores,
  tables: [],
  charts: [
    {
      kind: 'figure',
      chart: {
        shape: 'bar',
        categories: unitNames,
        series: [{ name: 'Tổng điểm', values: ['98.5', '97.5', '96.5', '95.5', '94.5', '93.5'] }],
        unit: 'điểm',
      },
      caption: 'Biểu đồ 1. Tổng điểm của các đơn vị (minh họa)',
      alternative: 'Tổng điểm từ 93,5 đến 98,5, cao nhất là Sở Công Thương.',
    },
  ],
}

/** Number and date of a paper. */
export function issue(number: number | null, date: string): Issue {
  return { number, date }
}

/** Statements without marks. */
export function statements(...texts: readonly string[]): readonly Statement[] {
  return texts.map((text) => ({ text }))
}
