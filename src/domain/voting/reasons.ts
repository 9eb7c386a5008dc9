import type { Bilingual } from '../bilingual.ts'
import type { CandidateResult, CountReason } from './outcome.ts'

/** The word for what became of a candidate. */
export const candidateResultLabels: Readonly<Record<CandidateResult, Bilingual>> = {
  taken: { vi: 'được chọn', en: 'taken' },
  tied: { vi: 'bằng phiếu, chờ quyết định', en: 'tied, to be decided' },
  no_seat: { vi: 'đạt nhưng hết chỉ tiêu', en: 'passed, no seat left' },
  not_passed: { vi: 'không đạt', en: 'not passed' },
  no_quorum: { vi: 'không đủ thành viên', en: 'no quorum' },
}

/** The sentence of a reason, as minutes print it. */
export function countReasonText(reason: CountReason): Bilingual {
  switch (reason.code) {
    case 'mark_met':
      return {
        vi: `${reason.votes}/${reason.of} phiếu đồng ý, đạt mức cần ${reason.needed}`,
        en: `${reason.votes} of ${reason.of} in favour, ${reason.needed} needed`,
      }
    case 'mark_missed':
      return {
        vi: `${reason.votes}/${reason.of} phiếu đồng ý, chưa đạt mức cần ${reason.needed}`,
        en: `${reason.votes} of ${reason.of} in favour, short of the ${reason.needed} needed`,
      }
    case 'passed_before':
      return { vi: 'đã đạt mức phiếu ở lần một', en: 'passed in the first ballot' }
    case 'no_votes':
      return { vi: 'không có phiếu đồng ý', en: 'no votes in favour' }
    case 'seat_by_votes':
      return {
        vi: `xếp thứ ${reason.place} theo số phiếu, trong ${reason.seats} chỉ tiêu`,
        en: `place ${reason.place} by votes, within ${reason.seats} ${reason.seats === 1 ? 'seat' : 'seats'}`,
      }
    case 'seats_full':
      return {
        vi: `số phiếu thấp hơn ${reason.seats} trường hợp đã lấy đủ`,
        en: `fewer votes than the ${reason.seats} taken`,
      }
    case 'tied_at_last_seat':
      return {
        vi: `${reason.tied} trường hợp bằng phiếu cho ${reason.seatsLeft} chỉ tiêu còn lại`,
        en: `${reason.tied} equal in votes for ${reason.seatsLeft} seats left`,
      }
    case 'tie_by_score':
      return {
        vi: `bằng phiếu, xét theo điểm thi đua ${reason.score.replace('.', ',')}`,
        en: `equal in votes, decided by score ${reason.score}`,
      }
    case 'tie_by_decision':
      return reason.by === 'chair'
        ? {
            vi: `bằng phiếu, Chủ tịch Hội đồng quyết định: ${reason.reason}`,
            en: `tie decided by the chair: ${reason.reason}`,
          }
        : {
            vi: `bằng phiếu, Trưởng khối và Phó Trưởng khối quyết định: ${reason.reason}`,
            en: `tie decided by head and deputy: ${reason.reason}`,
          }
    case 'quorum_missed':
      return {
        vi: `có ${reason.have} thành viên tham gia, cần ${reason.needed}`,
        en: `${reason.have} took part, ${reason.needed} needed`,
      }
  }
}
