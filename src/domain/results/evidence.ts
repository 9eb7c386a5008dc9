import { type IsoDate, type PeriodId, periodStart, printDate, printNumber } from '../vietnamese/index.ts'

/** A file beside a figure, as far as one can tell how well it proves it. */
export type EvidenceFacts = {
  readonly name: string
  readonly mediaType: string
  /** Bytes. */
  readonly size: number
  /** Day on which the very same content was first put into the system, by whomever. */
  readonly firstSeenOn: IsoDate
  /** Other figures that the same content is put beside. */
  readonly alsoProves: readonly string[]
}

/** Why a file is weak evidence. It warns and never blocks. */
export type Weakness =
  | { readonly code: 'reused'; readonly for: readonly string[] }
  | { readonly code: 'too_small'; readonly size: number }
  | { readonly code: 'before_period'; readonly seenOn: IsoDate; readonly from: IsoDate }

/**
 * What is weak about a file as proof of a figure of a period: the same content proves other figures too, it is too small
 * to hold more than an empty page, or it was there before the period began.
 *
 * @example evidenceWeaknesses({ name: 'a.txt', mediaType: 'text/plain', size: 3, … }, '2026') // [{ code: 'too_small', size: 3 }]
 */
export function evidenceWeaknesses(evidence: EvidenceFacts, period: PeriodId): readonly Weakness[] {
  const { alsoProves, size, mediaType, firstSeenOn } = evidence
  const from = periodStart(period)
  return [
    ...(alsoProves.length > 0 ? [{ code: 'reused', for: alsoProves } as const] : []),
    ...(size < leastSize(mediaType) ? [{ code: 'too_small', size } as const] : []),
    ...(firstSeenOn < from ? [{ code: 'before_period', seenOn: firstSeenOn, from } as const] : []),
  ]
}

/**
 * A weakness in one sentence.
 *
 * @example weaknessSentence({ code: 'reused', for: ['Trồng rừng'] }, 'vi') // 'Cùng một tệp còn dùng cho: Trồng rừng.'
 */
export function weaknessSentence(weakness: Weakness, lang: 'vi' | 'en'): string {
  switch (weakness.code) {
    case 'reused': {
      const figures = weakness.for.join(', ')
      return lang === 'vi'
        ? `Cùng một tệp còn dùng cho: ${figures}.`
        : `The same file is used for: ${figures}.`
    }
    case 'too_small': {
      const size = printNumber(String(weakness.size))
      return lang === 'vi'
        ? `Tệp chỉ có ${size} byte, có thể là trang trống.`
        : `The file has ${size} bytes only and may be an empty page.`
    }
    case 'before_period': {
      const [seen, from] = [printDate(weakness.seenOn), printDate(weakness.from)]
      return lang === 'vi'
        ? `Tệp này đã có từ ngày ${seen}, trước khi kỳ báo cáo bắt đầu (${from}).`
        : `This file was there on ${seen}, before the period began (${from}).`
    }
  }
}

/** Below these sizes a file of its kind is an empty sheet; habits, not rules. */
function leastSize(mediaType: string): number {
  if (mediaType.startsWith('text/')) return 20
  if (mediaType === 'application/pdf') return 1_000
  return 3_000
}
