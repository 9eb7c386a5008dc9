import type { Bilingual } from '../bilingual.ts'
import type { Mark } from '../law/mark.ts'

/** What keeps a unit from being proposed, for a while or altogether, or is only shown beside its name. */
export const barCodes = [
  'discipline',
  'inspection',
  'complaint',
  'violation_list',
  'no_self_score',
  'no_pledge',
  'head_reprimanded',
  'head_warned',
  'head_dismissed',
  'staff_prosecuted',
  'corruption',
  'disunity',
  'below_good',
  'same_achievement',
  'dissolved_unit',
  'other',
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

/** `suspends`: the case rests and goes on after a clearing conclusion. `bars`: no proposal this year. `warns`: shown. */
export type BarEffect = 'suspends' | 'bars' | 'warns'

/** What a bar does, where it stands, and how sure that is. */
export type BarRule = {
  readonly effect: BarEffect
  readonly basis: string
  readonly mark: Mark
  readonly label: Bilingual
}

const underReview = {
  effect: 'suspends',
  basis: 'Nghị định 152/2025/NĐ-CP, Điều 4 khoản 4',
  mark: 'confirmed',
} as const
const canTho = {
  effect: 'bars',
  basis: 'Cần Thơ, Quyết định 2579/QĐ-UBND năm 2025',
  mark: 'unverified',
} as const

/** It lowers the class, and the class decides about awards; beside a proposal it is shown. */
const capsRating = { ...canTho, effect: 'warns' } as const

/**
 * The rule behind each bar. Only discipline, inspection and complaints under way suspend (Điều 4 khoản 4). What one
 * province has ruled is unverified for the others; a province confirms it with its own decision.
 */
export const barRules: Readonly<Record<BarCode, BarRule>> = {
  discipline: { ...underReview, label: { vi: 'đang xem xét kỷ luật', en: 'discipline under consideration' } },
  inspection: {
    ...underReview,
    label: {
      vi: 'đang điều tra, thanh tra, kiểm tra, kiểm toán có dấu hiệu vi phạm',
      en: 'investigation, inspection or audit with signs of violation',
    },
  },
  complaint: {
    ...underReview,
    label: {
      vi: 'đang xác minh khiếu nại, tố cáo hoặc báo chí phản ánh',
      en: 'a complaint or press report is being verified',
    },
  },
  violation_list: {
    effect: 'bars',
    basis: 'Bắc Ninh, Quyết định 86/2025/QĐ-UBND, Điều 10',
    mark: 'unverified',
    label: { vi: 'có tên trong danh sách vi phạm', en: 'on a list of violations' },
  },
  no_self_score: { ...canTho, label: { vi: 'không tự chấm điểm', en: 'no self-score' } },
  no_pledge: {
    effect: 'warns',
    basis: 'Thừa Thiên Huế, Hướng dẫn 804/HD-SNV năm 2018 (trừ 8/1.000 điểm)',
    mark: 'unverified',
    label: {
      vi: 'không phát động, ký giao ước hoặc đăng ký đầu năm',
      en: 'no launch, pledge or registration',
    },
  },
  head_reprimanded: {
    ...capsRating,
    label: { vi: 'người đứng đầu hoặc cấp phó bị khiển trách', en: 'the head or a deputy was reprimanded' },
  },
  head_warned: {
    ...capsRating,
    label: { vi: 'người đứng đầu hoặc cấp phó bị cảnh cáo', en: 'the head or a deputy was warned' },
  },
  head_dismissed: {
    ...capsRating,
    label: { vi: 'lãnh đạo, quản lý bị cách chức trở lên', en: 'a leader was removed from office or worse' },
  },
  staff_prosecuted: {
    ...capsRating,
    label: { vi: 'có người bị xử lý hình sự', en: 'somebody of the unit was prosecuted' },
  },
  corruption: { ...capsRating, label: { vi: 'để xảy ra tham nhũng, lãng phí', en: 'corruption or waste' } },
  disunity: {
    ...capsRating,
    label: { vi: 'mất đoàn kết nội bộ nghiêm trọng', en: 'grave internal disunity' },
  },
  below_good: { ...canTho, label: { vi: 'xếp loại dưới mức hoàn thành tốt', en: 'rated below good' } },
  same_achievement: {
    effect: 'bars',
    basis: 'Luật Thi đua, khen thưởng 06/2022/QH15, Điều 5',
    mark: 'confirmed',
    label: { vi: 'thành tích này đã được khen', en: 'this achievement was already rewarded' },
  },
  dissolved_unit: {
    effect: 'bars',
    basis: 'Thông tư 15/2025/TT-BNV',
    mark: 'confirmed',
    label: { vi: 'đơn vị đã giải thể sau sắp xếp', en: 'the unit was dissolved' },
  },
  other: {
    effect: 'bars',
    basis: 'chưa ghi căn cứ',
    mark: 'unverified',
    label: { vi: 'lý do khác', en: 'another reason' },
  },
}

/** A bar as it is recorded, with the basis and mark of its rule. */
export function barOf(
  recorded: Pick<Bar, 'unitId' | 'code' | 'from' | 'liftedOn'>,
  ruled: Partial<Pick<Bar, 'basis' | 'mark'>> = {},
): Bar {
  const { basis, mark } = barRules[recorded.code]
  return { ...recorded, basis, mark, ...ruled }
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
