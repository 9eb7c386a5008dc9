import { castRefusalTexts, type PaperDifference, paperDifferenceText } from '../../domain/voting/index.ts'
import { defineWords, type Lang, type Word } from '../../i18n/words.ts'

const ownFaults = defineWords(
  {
    poll_rule_locked: 'Tỉnh đã khóa quy định này, không đặt khác cho từng nội dung.',
    award_missing: 'Chọn hình thức khen thưởng.',
    poll_award_code_fkey: 'Chọn một hình thức khen thưởng trong danh mục.',
    candidates_missing: 'Chọn ít nhất một trường hợp đưa ra.',
    candidate_not_member: 'Chỉ đưa ra đơn vị thành viên của năm này.',
    candidate_unnamed: 'Có trường hợp chưa ghi tên.',
    candidate_twice: 'Một trường hợp được ghi hai lần.',
    candidate_is_teller: (name: string) => `${name} thuộc Ban kiểm phiếu nên không được đưa ra bỏ phiếu.`,
    office_needs_unit: 'Trưởng khối, Phó Trưởng khối là một đơn vị thành viên.',
    more_seats_than_candidates: 'Số lượng được chọn nhiều hơn số trường hợp đưa ra.',
    more_choices_than_candidates: 'Số được chọn nhiều hơn số trường hợp đưa ra.',
    poll_not_draft: 'Nội dung này đã mở, không bỏ hay mở lại được.',
    poll_not_open: 'Nội dung này không còn mở.',
    no_voters: 'Chưa có ai được bỏ phiếu: hãy điểm danh trước.',
    poll_of_other_method: 'Nội dung này biểu quyết theo hình thức khác.',
    poll_already_counted: 'Nội dung này đã có kết quả.',
    poll_not_counted: 'Nội dung này chưa có kết quả.',
    poll_elects_nobody: 'Nội dung này không bầu Trưởng khối hay Phó Trưởng khối.',
    more_agreed_than_seats: (seats: string) => `Chỉ được thống nhất nhiều nhất ${seats} trường hợp.`,
    more_votes_than_voters: (_name: string, found: string, limit: string) =>
      `Cộng lại là ${found}, nhiều hơn ${limit} người biểu quyết.`,
    written_not_counted: 'Quy chế của khối không tính ý kiến bằng văn bản của đơn vị vắng.',
    more_written_than_recorded: (n: string) =>
      `Điểm danh chỉ ghi ${n} thành viên vắng có ý kiến bằng văn bản.`,
    no_tie: 'Không còn trường hợp nào bằng phiếu.',
    tie_needs_second_ballot: 'Theo quy chế phải bỏ phiếu lần hai trước.',
    tie_chosen_number: (n: string) => `Chọn đúng ${n} trường hợp.`,
    tie_needs_decision: 'Điểm thi đua không phân định được: chọn trường hợp và nêu lý do.',
    tie_still_open: 'Quyết định này chưa phân định được các trường hợp bằng phiếu.',
    no_second_ballot: 'Không có trường hợp bằng phiếu nào cần bỏ phiếu lần hai.',
    second_ballot_exists: 'Đã lập phiếu lần hai.',
    ballot_incomplete: 'Chọn ý kiến cho trường hợp này; có thể chọn "Không có ý kiến".',
    nobody_elected: 'Chưa có đơn vị nào được bầu.',
    unit_not_elected: 'Chọn đơn vị đã được bầu.',
    term_before_election: 'Ngày bắt đầu phải từ ngày họp trở đi.',
    leadership_one_a_year: 'Năm đó đã có đơn vị giữ vai trò này.',
    candidate_named: 'Ghi tên của từng trường hợp đưa ra.',
    poll_title_missing: 'Cần ghi nội dung biểu quyết.',
    poll_seats_counted: 'Số được chọn phải từ 1 trở lên.',
  },
  {
    poll_rule_locked: 'The province has locked this rule; it cannot be set for one poll.',
    award_missing: 'Choose the award.',
    poll_award_code_fkey: 'Choose an award of the catalogue.',
    candidates_missing: 'Choose at least one candidate.',
    candidate_not_member: 'Only member units of this year can be put forward.',
    candidate_unnamed: 'A candidate has no name.',
    candidate_twice: 'A candidate is named twice.',
    candidate_is_teller: (name) => `${name} is a teller and cannot be voted on.`,
    office_needs_unit: 'Head and deputy are member units.',
    more_seats_than_candidates: 'More may be taken than there are candidates.',
    more_choices_than_candidates: 'More may be chosen than there are candidates.',
    poll_not_draft: 'This has been opened already.',
    poll_not_open: 'This is not open any more.',
    no_voters: 'Nobody may vote yet: record attendance first.',
    poll_of_other_method: 'This is voted on in another way.',
    poll_already_counted: 'This has a result already.',
    poll_not_counted: 'This has no result yet.',
    poll_elects_nobody: 'This elects no head or deputy.',
    more_agreed_than_seats: (seats) => `At most ${seats} can be agreed on.`,
    more_votes_than_voters: (_name, found, limit) => `Together ${found}, more than the ${limit} who vote.`,
    written_not_counted: 'The rules of the bloc do not count opinions in writing.',
    more_written_than_recorded: (n) => `Attendance records only ${n} absent members who wrote.`,
    no_tie: 'Nobody is equal any more.',
    tie_needs_second_ballot: 'By the rules a second ballot comes first.',
    tie_chosen_number: (n) => `Choose exactly ${n}.`,
    tie_needs_decision: 'The scores do not decide: choose, with a reason.',
    tie_still_open: 'This does not decide between the equals yet.',
    no_second_ballot: 'No equals ask for a second ballot.',
    second_ballot_exists: 'The second ballot exists already.',
    ballot_incomplete: 'Give an opinion on this one; "No opinion" is one.',
    nobody_elected: 'Nobody is elected yet.',
    unit_not_elected: 'Choose the unit that was elected.',
    term_before_election: 'The term begins on the day of the conference or later.',
    leadership_one_a_year: 'That year has a unit in this office.',
    candidate_named: 'Give each candidate a name.',
    poll_title_missing: 'Say what is voted on.',
    poll_seats_counted: 'At least one is to be taken.',
  },
)

const paperCodes: readonly PaperDifference['code'][] = [
  'not_a_count',
  'issued_exceeds_roll',
  'returned_exceeds_issued',
  'not_all_returned',
  'returned_not_valid_and_invalid',
  'votes_exceed_valid',
  'choices_exceed_ballots',
  'unknown_candidate',
]

/** Refusals of this topic; those of casting and of paper counts say what the domain says. */
export function pollsFaults(lang: Lang): Readonly<Record<string, Word>> {
  const casting = Object.entries(castRefusalTexts).map(
    ([code, text]) => [`ballot_${code}`, text[lang]] as const,
  )
  const counting = paperCodes.map((code) => {
    const sentence = (name: string, found: string, limit: string) => {
      const difference = { code, found: Number(found), limit: Number(limit), severity: 'error' } as const
      return paperDifferenceText(name ? { ...difference, candidateId: name } : difference, () => name)[lang]
    }
    return [`paper_${code}`, sentence] as const
  })
  return { ...ownFaults(lang), ...Object.fromEntries(casting), ...Object.fromEntries(counting) }
}
