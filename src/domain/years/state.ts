import type { Bilingual } from '../bilingual.ts'

/** The states of the year of a bloc (năm thi đua của khối), in order. */
export const yearStates = [
  'setup',
  'pledging',
  'running',
  'scoring',
  'appraisal',
  'conference',
  'submitted',
  'decided',
  'closed',
] as const

/** A state of a bloc's year. The mid-year review (sơ kết) is an event inside `running`, not a state. */
export type YearState = (typeof yearStates)[number]

/** Who moves the year into a state. */
export type YearMover = 'province' | 'head' | 'province_or_head'

/** What a state means to those who see it. */
export type YearStateInfo = {
  readonly label: Bilingual
  readonly enteredWhen: Bilingual
  readonly mover: YearMover
  /** The paper that proves the state was reached; null where none is made. */
  readonly proof: Bilingual | null
}

/** Label, condition of entry, mover and proof of each state. */
export const yearStateInfo: Readonly<Record<YearState, YearStateInfo>> = {
  setup: {
    label: { vi: 'chuẩn bị', en: 'set-up' },
    enteredWhen: {
      vi: 'đã có khối và các đơn vị thành viên của năm',
      en: 'bloc and members of the year exist',
    },
    mover: 'province_or_head',
    proof: {
      vi: 'quyết định thành lập hoặc kiện toàn, biên bản bàn giao',
      en: 'founding or renewal decision, handover record',
    },
  },
  pledging: {
    label: { vi: 'ký giao ước', en: 'pledge' },
    enteredWhen: {
      vi: 'dự thảo quy chế, bảng điểm, giao ước đã lấy ý kiến và thông qua; đã đăng ký danh hiệu, chỉ tiêu',
      en: 'drafts of regulation, score table and pledge circulated and adopted; titles and targets registered',
    },
    mover: 'head',
    proof: { vi: 'bản giao ước, quy chế, bảng tiêu chí', en: 'pledge, regulation, criteria' },
  },
  running: {
    label: { vi: 'thực hiện', en: 'running' },
    enteredWhen: {
      vi: 'giao ước đã ký, hoặc đã ghi nhận việc chưa ký',
      en: 'pledge signed, or its absence noted',
    },
    mover: 'head',
    proof: null,
  },
  scoring: {
    label: { vi: 'tự chấm', en: 'self-scoring' },
    enteredWhen: { vi: 'bảng điểm đã chốt; đến hạn báo cáo kết quả', en: 'score table frozen; results due' },
    mover: 'head',
    proof: { vi: 'bảng tự chấm điểm của từng đơn vị', en: 'self-score sheet of each unit' },
  },
  appraisal: {
    label: { vi: 'thẩm định', en: 'appraisal' },
    enteredWhen: {
      vi: 'các đơn vị đã nộp bảng tự chấm, hoặc đã ghi nhận đơn vị không nộp',
      en: 'self-scores are in, or recorded as missing',
    },
    mover: 'head',
    proof: { vi: 'phiếu thẩm định, biên bản kiểm tra', en: 'appraisal sheets, check records' },
  },
  conference: {
    label: { vi: 'tổng kết – bình xét', en: 'conference and choice' },
    enteredWhen: { vi: 'điểm thẩm định đã gửi các thành viên', en: 'appraised scores shown to the members' },
    mover: 'head',
    proof: {
      vi: 'báo cáo, biên bản hội nghị, biên bản kiểm phiếu, biên bản bình xét',
      en: 'report, minutes of conference, of count and of choice',
    },
  },
  submitted: {
    label: { vi: 'đã trình', en: 'submitted' },
    enteredWhen: {
      vi: 'đã chốt đề nghị; tờ trình đã ban hành và gửi',
      en: 'proposals fixed; submission issued and sent',
    },
    mover: 'head',
    proof: { vi: 'tờ trình và hồ sơ', en: 'submission and dossiers' },
  },
  decided: {
    label: { vi: 'có quyết định', en: 'decided' },
    enteredWhen: { vi: 'đã có kết quả đầu tiên của cấp trên', en: 'the first outcome is in' },
    mover: 'province',
    proof: { vi: 'quyết định khen thưởng', en: 'award decision' },
  },
  closed: {
    label: { vi: 'lưu hồ sơ', en: 'closed' },
    enteredWhen: {
      vi: 'mọi đề nghị đã có kết quả; đã bàn giao',
      en: 'every proposal has an outcome; handover done',
    },
    mover: 'head',
    proof: { vi: 'danh mục hồ sơ', en: 'list of records' },
  },
}

/** The state after `state`, or null when the year is closed. */
export function nextState(state: YearState): YearState | null {
  return yearStates[yearStates.indexOf(state) + 1] ?? null
}

/** True when `state` is `other` or comes after it. */
export function reached(state: YearState, other: YearState): boolean {
  return yearStates.indexOf(state) >= yearStates.indexOf(other)
}
