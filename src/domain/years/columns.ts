import type { Bilingual } from '../bilingual.ts'
import type { Mark } from '../law/mark.ts'
import { addDays } from '../vietnamese/calendar.ts'

/** The columns of the year board (bảng theo dõi năm), in the order of the year. */
export const boardColumns = [
  'registration',
  'targets',
  'pledge',
  'launch',
  'mid_report',
  'year_report',
  'evidence',
  'self_score',
  'cross_check',
  'appraisal',
  'conference',
  'achievement_report',
] as const

/** A step a unit goes through in the year. */
export type BoardColumn = (typeof boardColumns)[number]

/** Who acts in a column: the unit itself, or the head (or whom it names) about the unit. */
export type ColumnActor = 'unit' | 'head'

/** A day of the year. `before` excludes the day itself, as in "trước ngày 10/12". */
export type Deadline = {
  /** 'MM-DD' */
  readonly monthDay: string
  readonly bound: 'by' | 'before'
  /** 1 when the day falls in the calendar year after the cycle year. */
  readonly yearOffset: 0 | 1
}

/** A column with its words, its actor and the deadline proposed when the bloc sets none. */
export type BoardColumnInfo = {
  readonly label: Bilingual
  /** What is asked of the unit, as an object of "còn thiếu" / "still owes". */
  readonly thing: Bilingual
  readonly actor: ColumnActor
  readonly deadline: Deadline
  readonly mark: Mark
  readonly basis: Bilingual
}

const practice: Bilingual = {
  vi: 'thông lệ của các khối thi đua, chưa có căn cứ',
  en: 'practice of emulation blocs, no basis found',
}

function habit(label: Bilingual, thing: Bilingual, actor: ColumnActor, monthDay: string): BoardColumnInfo {
  return {
    label,
    thing,
    actor,
    deadline: { monthDay, bound: 'by', yearOffset: 0 },
    mark: 'habit',
    basis: practice,
  }
}

/**
 * Words and default deadlines of the columns. Pledges are signed in the first quarter, mid-year reviews meet from
 * June to early August, self-scores and cross-checks fall in November. Only the dossier day has a basis, and only in
 * the province that set it: Bắc Ninh, Quyết định 86/2025/QĐ-UBND, Điều 6, before 10/12.
 */
export const boardColumnInfo: Readonly<Record<BoardColumn, BoardColumnInfo>> = {
  registration: habit(
    { vi: 'đăng ký', en: 'registration' },
    { vi: 'bản đăng ký danh hiệu thi đua', en: 'registration of titles' },
    'unit',
    '03-15',
  ),
  targets: habit(
    { vi: 'chỉ tiêu', en: 'targets' },
    { vi: 'chỉ tiêu thi đua', en: 'targets' },
    'unit',
    '03-15',
  ),
  pledge: habit(
    { vi: 'ký giao ước', en: 'pledge' },
    { vi: 'chữ ký trên bản giao ước thi đua', en: 'signature on the pledge' },
    'unit',
    '03-31',
  ),
  launch: habit(
    { vi: 'phát động nội bộ', en: 'in-house launch' },
    { vi: 'minh chứng phát động thi đua trong đơn vị', en: 'proof of the in-house launch' },
    'unit',
    '03-31',
  ),
  mid_report: habit(
    { vi: 'báo cáo 6 tháng', en: 'six-month report' },
    { vi: 'báo cáo 6 tháng đầu năm', en: 'six-month report' },
    'unit',
    '07-10',
  ),
  year_report: habit(
    { vi: 'báo cáo năm', en: 'year report' },
    { vi: 'báo cáo kết quả năm', en: 'report of the year' },
    'unit',
    '11-10',
  ),
  evidence: habit(
    { vi: 'minh chứng', en: 'evidence' },
    { vi: 'minh chứng kèm kết quả', en: 'evidence of results' },
    'unit',
    '11-10',
  ),
  self_score: habit(
    { vi: 'tự chấm', en: 'self-score' },
    { vi: 'bảng tự chấm điểm', en: 'self-score sheet' },
    'unit',
    '11-15',
  ),
  cross_check: habit(
    { vi: 'kiểm tra chéo', en: 'cross-check' },
    { vi: 'biên bản kiểm tra chéo', en: 'cross-check record' },
    'head',
    '11-22',
  ),
  appraisal: habit(
    { vi: 'thẩm định', en: 'appraisal' },
    { vi: 'phiếu thẩm định điểm', en: 'appraisal sheet' },
    'head',
    '11-25',
  ),
  conference: habit(
    { vi: 'dự hội nghị', en: 'conference' },
    { vi: 'dự hội nghị tổng kết', en: 'attendance at the year-end conference' },
    'unit',
    '12-05',
  ),
  achievement_report: {
    label: { vi: 'báo cáo thành tích', en: 'achievement report' },
    thing: { vi: 'báo cáo thành tích và hồ sơ đề nghị khen thưởng', en: 'achievement report and dossier' },
    actor: 'unit',
    deadline: { monthDay: '12-10', bound: 'before', yearOffset: 0 },
    mark: 'confirmed',
    basis: {
      vi: 'Bắc Ninh: Quyết định 86/2025/QĐ-UBND, Điều 6; tỉnh khác phải tự đặt hạn',
      en: 'Bắc Ninh: Decision 86/2025/QĐ-UBND, Article 6; another province sets its own day',
    },
  },
}

/**
 * The last day on which a step is still on time in a cycle year.
 *
 * @example
 * dueOn({ monthDay: '12-10', bound: 'before', yearOffset: 0 }, 2026) // '2026-12-09'
 */
export function dueOn(deadline: Deadline, year: number): string {
  const named = `${year + deadline.yearOffset}-${deadline.monthDay}`
  return deadline.bound === 'before' ? addDays(named, -1) : named
}

/** The default last day of every column in a cycle year. */
export function defaultDeadlines(year: number): Readonly<Record<BoardColumn, string>> {
  return Object.fromEntries(
    boardColumns.map((column) => [column, dueOn(boardColumnInfo[column].deadline, year)]),
  ) as Record<BoardColumn, string>
}
