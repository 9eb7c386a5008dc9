import { describe, expect, test } from 'vitest'
import {
  type CountReason,
  countReasonText,
  type PaperDifference,
  paperDifferenceText,
  secrecyRisks,
  secrecyRiskText,
} from './index.ts'

describe('the sentences of a count', () => {
  test.each<[CountReason, string]>([
    [{ code: 'mark_met', votes: 8, needed: 7, of: 12 }, '8/12 phiếu đồng ý, đạt mức cần 7'],
    [{ code: 'mark_missed', votes: 6, needed: 7, of: 12 }, '6/12 phiếu đồng ý, chưa đạt mức cần 7'],
    [{ code: 'passed_before' }, 'đã đạt mức phiếu ở lần một'],
    [{ code: 'no_votes' }, 'không có phiếu đồng ý'],
    [{ code: 'seat_by_votes', place: 1, seats: 2 }, 'xếp thứ 1 theo số phiếu, trong 2 chỉ tiêu'],
    [{ code: 'seats_full', seats: 2 }, 'số phiếu thấp hơn 2 trường hợp đã lấy đủ'],
    [{ code: 'tied_at_last_seat', seatsLeft: 1, tied: 2 }, '2 trường hợp bằng phiếu cho 1 chỉ tiêu còn lại'],
    [{ code: 'tie_by_score', score: '97.25' }, 'bằng phiếu, xét theo điểm thi đua 97,25'],
    [
      { code: 'tie_by_decision', by: 'head_and_deputy', reason: 'nổi trội' },
      'bằng phiếu, Trưởng khối và Phó Trưởng khối quyết định: nổi trội',
    ],
    [{ code: 'tie_by_decision', by: 'chair', reason: 'x' }, 'bằng phiếu, Chủ tịch Hội đồng quyết định: x'],
    [{ code: 'quorum_missed', have: 7, needed: 8 }, 'có 7 thành viên tham gia, cần 8'],
  ])('%j', (reason, vi) => {
    expect(countReasonText(reason).vi).toBe(vi)
    expect(countReasonText(reason).en).not.toBe('')
  })
})

test('a risk to secrecy names how many vote and where', () => {
  const [few] = secrecyRisks('paper', { screen: 0, paper: 3 })
  const [apart] = secrecyRisks('secret', { screen: 10, paper: 2 })
  expect(few && secrecyRiskText(few).vi).toContain('Chỉ có 3 người bỏ phiếu')
  expect(apart && secrecyRiskText(apart).vi).toContain('Chỉ có 2 phiếu bằng phiếu giấy')
})

test('every difference of a paper count has its figures in its sentence', () => {
  const codes: readonly PaperDifference['code'][] = [
    'issued_exceeds_roll',
    'returned_exceeds_issued',
    'not_all_returned',
    'returned_not_valid_and_invalid',
    'votes_exceed_valid',
    'choices_exceed_ballots',
  ]
  for (const code of codes) {
    const text = paperDifferenceText({ code, found: 13, limit: 12, severity: 'error' }, () => '')
    expect(text.vi, code).toMatch(/13.*12/)
    expect(text.en, code).toMatch(/13.*12/)
  }
})
