import type { Bilingual } from '../bilingual.ts'
import type { Reason, ReasonCode, TargetVerdict } from './completion.ts'

/** The words for a verdict, as tables and papers use them. */
export const verdictLabels: Readonly<Record<TargetVerdict, Bilingual>> = {
  exceeded: { vi: 'vượt', en: 'exceeded' },
  met: { vi: 'đạt', en: 'met' },
  missed: { vi: 'không đạt', en: 'missed' },
  no_result: { vi: 'chưa có số', en: 'no figure yet' },
  not_assigned: { vi: 'không giao', en: 'not assigned' },
  not_comparable: { vi: 'chưa so sánh được', en: 'cannot be compared' },
}

/**
 * A reason of a completion in words.
 *
 * @example reasonSentence({ code: 'within_limit' }, 'vi') // 'Nằm trong mức trần.'
 */
export function reasonSentence(reason: Reason, lang: 'vi' | 'en'): string {
  return SENTENCES[reason.code][lang].replace(/\{(\w+)\}/g, (_, name: string) =>
    wordOf(reason.with?.[name], lang),
  )
}

const BOUNDS: Readonly<Record<string, Bilingual>> = {
  over: { vi: 'trên', en: 'above' },
  under: { vi: 'dưới', en: 'below' },
}

const SENTENCES: Readonly<Record<ReasonCode, Bilingual>> = {
  above_target: { vi: 'Cao hơn chỉ tiêu.', en: 'Above the target.' },
  equals_target: { vi: 'Đúng bằng mức chỉ tiêu.', en: 'Exactly at the target.' },
  below_target: { vi: 'Thấp hơn chỉ tiêu.', en: 'Below the target.' },
  within_limit: { vi: 'Nằm trong mức trần.', en: 'Within the limit.' },
  over_limit: { vi: 'Quá mức trần.', en: 'Over the limit.' },
  within_range: { vi: 'Nằm trong khoảng được giao.', en: 'Within the range.' },
  below_range: { vi: 'Thấp hơn khoảng được giao.', en: 'Below the range.' },
  above_range: { vi: 'Cao hơn khoảng được giao.', en: 'Above the range.' },
  in_time: { vi: 'Hoàn thành đúng hạn.', en: 'Done in time.' },
  late: { vi: 'Hoàn thành sau hạn.', en: 'Done after the deadline.' },
  done: { vi: 'Đã thực hiện.', en: 'Done.' },
  not_done: { vi: 'Chưa thực hiện.', en: 'Not done.' },
  above_level: { vi: 'Cao hơn mức được giao.', en: 'Above the level set.' },
  at_level: { vi: 'Đúng mức được giao.', en: 'At the level set.' },
  below_level: { vi: 'Thấp hơn mức được giao.', en: 'Below the level set.' },
  no_result: { vi: 'Chưa có số liệu.', en: 'No figure has been reported.' },
  not_assigned: { vi: 'Chỉ tiêu không giao cho đơn vị.', en: 'The target is not assigned to this unit.' },
  narrative_only: { vi: 'Kết quả chỉ ghi bằng lời.', en: 'The result is in words only.' },
  outside_plan: {
    vi: 'Kết quả ngoài kế hoạch, không tính tỷ lệ hoàn thành.',
    en: 'Outside the plan, so there is no percentage.',
  },
  other_unit: {
    vi: 'Đơn vị tính của kết quả ({result}) không quy đổi được sang đơn vị tính của chỉ tiêu ({target}).',
    en: 'The unit of the result ({result}) cannot be converted to the unit of the target ({target}).',
  },
  other_kind: {
    vi: 'Kết quả không cùng loại với chỉ tiêu.',
    en: 'The result is of another kind than the target.',
  },
  unknown_level: {
    vi: 'Không có mức “{level}” trong thang.',
    en: 'There is no level “{level}” on the scale.',
  },
  no_base: {
    vi: 'Chưa có số gốc để tính tốc độ tăng.',
    en: 'There is no base value to compute the growth from.',
  },
  bound_leaves_open: {
    vi: 'Kết quả chỉ ghi “{bound}” một mức, chưa đủ để kết luận.',
    en: 'The result only says “{bound}” a value, which leaves it open.',
  },
  estimate: { vi: 'Số ước, chờ số chính thức.', en: 'An estimate; the official figure is to follow.' },
  unit_assumed: {
    vi: 'Kết quả thiếu đơn vị tính, hiểu là {unit}.',
    en: 'The result has no unit and is read as {unit}.',
  },
}

function wordOf(value: string | undefined, lang: 'vi' | 'en'): string {
  return value === undefined ? '' : (BOUNDS[value]?.[lang] ?? value)
}
