import type { Bilingual } from '../bilingual.ts'
import type { Mark } from '../law/mark.ts'

/** What keeps a unit from being proposed, for a while or altogether. */
export const barCodes = [
  'under_review',
  'same_achievement',
  'dissolved_unit',
  'violation_list',
  'no_self_score',
  'below_good',
] as const

/** Code of a bar. */
export type BarCode = (typeof barCodes)[number]

/** A bar recorded against a unit: from a day until it is lifted. */
export type Bar = {
  readonly unitId: string
  readonly code: BarCode
  readonly from: string
  /** The first day on which it no longer holds; null while it holds. */
  readonly liftedOn: string | null
  /** Instrument and article, or the paper that reports it. */
  readonly basis: string
  readonly mark: Mark
}

/** `suspends`: the case rests and goes on after a clearing conclusion. `bars`: no proposal this year. */
export type BarEffect = 'suspends' | 'bars'

/** What each bar does. Only an open review suspends (Nghị định 152/2025/NĐ-CP, Điều 4 khoản 4). */
export const barEffects: Readonly<Record<BarCode, BarEffect>> = {
  under_review: 'suspends',
  same_achievement: 'bars',
  dissolved_unit: 'bars',
  violation_list: 'bars',
  no_self_score: 'bars',
  below_good: 'bars',
}

/** Words of the bars. */
export const barLabels: Readonly<Record<BarCode, Bilingual>> = {
  under_review: {
    vi: 'đang xem xét kỷ luật, thanh tra, kiểm tra, điều tra hoặc xác minh đơn thư',
    en: 'discipline, inspection, investigation or a complaint is open',
  },
  same_achievement: { vi: 'thành tích này đã được khen', en: 'this achievement was already rewarded' },
  dissolved_unit: { vi: 'đơn vị đã giải thể sau sắp xếp', en: 'the unit was dissolved' },
  violation_list: { vi: 'có tên trong danh sách vi phạm', en: 'on a list of violations' },
  no_self_score: { vi: 'không tự chấm điểm', en: 'no self-score' },
  below_good: { vi: 'xếp loại dưới mức hoàn thành tốt', en: 'rated below good' },
}

/** The bars that hold against a unit on a day. */
export function barsOn(bars: readonly Bar[], unitId: string, date: string): readonly Bar[] {
  return bars.filter(
    (bar) => bar.unitId === unitId && bar.from <= date && (bar.liftedOn === null || date < bar.liftedOn),
  )
}

/** A bar of confirmed law cannot be overridden; one that is a habit or unverified gives way to a recorded reason. */
export function isHard(bar: Bar): boolean {
  return bar.mark === 'confirmed'
}

/** Yearly rating of a unit (xếp loại mức độ hoàn thành nhiệm vụ), best first. */
export const ratings = ['excellent', 'good', 'completed', 'not_completed'] as const

/** A yearly rating. */
export type Rating = (typeof ratings)[number]

/** Words of the ratings. */
export const ratingLabels: Readonly<Record<Rating, Bilingual>> = {
  excellent: { vi: 'hoàn thành xuất sắc nhiệm vụ', en: 'excellent completion' },
  good: { vi: 'hoàn thành tốt nhiệm vụ', en: 'good completion' },
  completed: { vi: 'hoàn thành nhiệm vụ', en: 'completed' },
  not_completed: { vi: 'không hoàn thành nhiệm vụ', en: 'not completed' },
}

/**
 * The rating after a discipline of head or deputy of the unit: khiển trách allows at most "good", cảnh cáo at most
 * "completed", and a unit without self-score has not completed (Cần Thơ, Quyết định 2579/QĐ-UBND 2025; a rule of that
 * province, elsewhere a proposal).
 */
export function cappedRating(
  rating: Rating,
  facts: { readonly leaderDiscipline: 'none' | 'khien_trach' | 'canh_cao'; readonly selfScored: boolean },
): Rating {
  if (!facts.selfScored) return 'not_completed'
  const cap: Rating =
    facts.leaderDiscipline === 'canh_cao'
      ? 'completed'
      : facts.leaderDiscipline === 'khien_trach'
        ? 'good'
        : 'excellent'
  return ratings.indexOf(rating) < ratings.indexOf(cap) ? cap : rating
}
