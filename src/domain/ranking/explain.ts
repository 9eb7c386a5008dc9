import { fill, type Language, type Sentence } from '../scoring/index.ts'
import type { Place, Ranking, Unranked } from './rank.ts'

const unrankedSentences: Record<Unranked['reason'], Sentence> = {
  barred: { vi: 'Không được xếp hạng.', en: 'Not ranked.' },
  nothingAssigned: {
    vi: 'Không được giao nội dung nào nên không xếp hạng.',
    en: 'Nothing was assigned, so there is nothing to rank.',
  },
  notScored: { vi: 'Chưa có điểm nên chưa xếp hạng.', en: 'No score yet, so not ranked yet.' },
}

/** Why a unit stands outside the ranking; its bars are told one by one by `explainBar`. */
export function explainUnranked(unranked: Unranked, language: Language): string {
  return fill(unrankedSentences[unranked.reason], {}, language)
}

const placeSentences = {
  percent: {
    vi: 'Thứ {rank}: {total} trên {reachable} điểm, đạt {value}%.',
    en: 'Place {rank}: {total} of {reachable} points, {value}%.',
  },
  total: { vi: 'Thứ {rank}: {value} điểm.', en: 'Place {rank}: {value} points.' },
  shared: { vi: 'Đồng hạng với {=others}.', en: 'Shared with {=others}.' },
  incomplete: {
    vi: 'Còn tiêu chí chưa có điểm, thứ hạng là tạm tính.',
    en: 'Some criteria have no score yet; the place is provisional.',
  },
} as const satisfies Record<string, Sentence>

/** The sentences of a place: where, with what, shared with whom. Tie-break steps and bars have sentences of their own. */
export function explainPlace(
  place: Place,
  basis: Ranking['basis'],
  language: Language,
  nameOf: (unit: string) => string = (unit) => unit,
): string {
  const params = {
    rank: String(place.rank),
    value: place.value.toFixed(),
    total: place.total.toFixed(),
    reachable: place.reachable.toFixed(),
    others: place.sharedWith.map(nameOf).join(', '),
  }
  const parts: Sentence[] = [placeSentences[basis]]
  if (place.sharedWith.length > 0) parts.push(placeSentences.shared)
  if (!place.complete) parts.push(placeSentences.incomplete)
  return parts.map((part) => fill(part, params, language)).join(' ')
}
