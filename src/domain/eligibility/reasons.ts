import type { Bilingual } from '../bilingual.ts'
import { markLabels } from '../law/mark.ts'
import { type BarEffect, barRules } from './bars.ts'
import type { CandidateReason, Standing } from './candidates.ts'

/** Words of the standings. */
export const standingLabels: Readonly<Record<Standing, Bilingual>> = {
  suggested: { vi: 'nên đề nghị', en: 'suggested' },
  to_vote: { vi: 'đưa ra bỏ phiếu', en: 'to be voted on' },
  possible: { vi: 'có thể, cần nêu lý do', en: 'possible, with a reason' },
  suspended: { vi: 'tạm dừng', en: 'suspended' },
  barred: { vi: 'không đủ điều kiện', en: 'barred' },
}

/** The sentence of a reason, with the basis behind a bar and its mark when it is not confirmed. */
export function candidateReasonText(reason: CandidateReason): Bilingual {
  switch (reason.code) {
    case 'rank':
      return {
        vi: `xếp thứ ${reason.rank}, ${reason.score.replace('.', ',')} điểm`,
        en: `rank ${reason.rank}, ${reason.score} points`,
      }
    case 'registered':
      return { vi: 'đã đăng ký từ đầu năm', en: 'registered at the start of the year' }
    case 'not_registered':
      return { vi: 'không đăng ký từ đầu năm', en: 'not registered at the start of the year' }
    case 'voted':
      return { vi: 'được hội nghị bỏ phiếu chọn', en: 'taken by the vote' }
    case 'not_voted':
      return { vi: 'không được chọn trong bỏ phiếu', en: 'not taken by the vote' }
    case 'awaits_vote':
      return { vi: 'chờ bỏ phiếu', en: 'awaits the vote' }
    case 'within_ceiling':
      return { vi: `trong mức trần ${reason.ceiling}`, en: `within the ceiling of ${reason.ceiling}` }
    case 'beyond_ceiling':
      return { vi: `ngoài mức trần ${reason.ceiling}`, en: `beyond the ceiling of ${reason.ceiling}` }
    case 'tied_at_ceiling':
      return {
        vi: `bằng điểm ở suất cuối của mức trần ${reason.ceiling}`,
        en: `equal at the last place of the ceiling of ${reason.ceiling}`,
      }
    case 'outside_top_n':
      return { vi: `ngoài ${reason.topN} đơn vị điểm cao nhất`, en: `outside the best ${reason.topN}` }
    case 'moves_up':
      return {
        vi: `tiến ${reason.places} bậc vì đơn vị xếp trên không được xét`,
        en: `moves up ${reason.places} because others before it cannot be considered`,
      }
    case 'barred':
      return barText(reason.bar)
  }
}

const effectLabels: Readonly<Record<BarEffect, Bilingual>> = {
  suspends: { vi: 'tạm dừng', en: 'suspended' },
  bars: { vi: 'không xét', en: 'barred' },
  warns: { vi: 'lưu ý', en: 'note' },
}

function barText(bar: (CandidateReason & { readonly code: 'barred' })['bar']): Bilingual {
  const { effect, label } = barRules[bar.code]
  const does = effectLabels[effect]
  const mark = bar.mark === 'confirmed' ? null : markLabels[bar.mark]
  return {
    vi: `${does.vi}: ${label.vi} (${bar.basis}${mark === null ? '' : `; ${mark.vi}`})`,
    en: `${does.en}: ${label.en} (${bar.basis}${mark === null ? '' : `; ${mark.en}`})`,
  }
}
