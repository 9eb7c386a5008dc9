import { type AwardCode, awards } from '../../domain/awards/index.ts'
import type { Bilingual } from '../../domain/bilingual.ts'
import { type Bar, candidateReasonText } from '../../domain/eligibility/index.ts'
import type { Mark } from '../../domain/law/index.ts'

/** What a proposal was warned of when it was entered; kept beside the reason it was made in spite of it. */
export type ProposalWarning =
  | {
      readonly code: 'over_ceiling'
      readonly proposed: number
      readonly most: number
      readonly basis: string
      readonly mark: Mark
    }
  | { readonly code: 'bar'; readonly bar: Bar }
  | { readonly code: 'departs' | 'not_voted' | 'other_mode' | 'not_advised' }
  | { readonly code: 'proposed_higher'; readonly award: AwardCode }

/** The sentence of a warning. */
export function warningText(warning: ProposalWarning): Bilingual {
  switch (warning.code) {
    case 'over_ceiling':
      return {
        vi: `Suất thứ ${warning.proposed}, vượt mức trần ${warning.most} (${warning.basis}).`,
        en: `Number ${warning.proposed}, over the ceiling of ${warning.most} (${warning.basis}).`,
      }
    case 'bar':
      return candidateReasonText({ code: 'barred', bar: warning.bar })
    case 'proposed_higher': {
      const { vi, en } = awards[warning.award].name
      return {
        vi: `Đã được đề nghị hình thức cao hơn: ${vi}.`,
        en: `Already proposed for a higher award: ${en}.`,
      }
    }
    default:
      return plain[warning.code]
  }
}

const plain = {
  departs: { vi: 'Khác với thứ tự xếp hạng.', en: 'Departs from the ranking.' },
  not_voted: { vi: 'Không được chọn trong bỏ phiếu.', en: 'Not taken by the vote.' },
  other_mode: {
    vi: 'Chọn theo cách khác với quy chế của khối.',
    en: 'Chosen in another way than the rules of the bloc say.',
  },
  not_advised: {
    vi: 'Thường trực Hội đồng không hoặc chưa đề xuất.',
    en: 'Not advised, or not yet, by the standing members of the council.',
  },
} as const
