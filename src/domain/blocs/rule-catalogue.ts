import type { Bilingual } from '../bilingual.ts'
import type { Mark } from '../law/mark.ts'
import {
  type PollBase,
  type PollMethod,
  pollBaseLabels,
  pollMethodLabels,
  type ShareName,
  shareLabels,
  type TieStep,
  tieStepLabels,
} from '../voting/poll.ts'

/** How candidates for an award arise (bình xét theo điểm, bỏ phiếu, bỏ phiếu trong nhóm đầu). */
export type ChoiceMode = 'by_score' | 'by_vote' | 'vote_among_top_n'

/** Day of the following year, "month-day", until which an estimate may stand in place of the official figure. */
export type EstimatesUntil = '01-31' | '02-28' | '03-31' | '04-30' | '06-30'

/** Values of all rules a province or a bloc can set. */
export type RuleValues = {
  readonly 'voting.voters': 'one_per_unit'
  readonly 'voting.stand_in': 'written' | 'none'
  readonly 'voting.quorum': ShareName
  readonly 'voting.method': PollMethod
  readonly 'voting.base': PollBase
  readonly 'voting.pass_mark': ShareName
  readonly 'voting.self_vote': boolean
  readonly 'voting.order': 'lowest_award_first' | 'as_listed'
  readonly 'voting.over_quota': 'highest_votes_first'
  readonly 'voting.ties': readonly TieStep[]
  readonly 'voting.absent': 'written_opinion' | 'not_counted'
  readonly 'drafts.silence': 'counts_as_agreement' | 'counts_as_no_opinion'
  readonly 'choice.government_flag': ChoiceMode
  readonly 'choice.province_flag': ChoiceMode
  readonly 'choice.certificate': ChoiceMode
  readonly 'choice.top_n': number
  readonly 'choice.head': 'elected' | 'rotation' | 'appointed'
  readonly 'scoring.appeal_days': number
  readonly 'figures.estimates_until': EstimatesUntil
}

/** Key of a rule. */
export type RuleKey = keyof RuleValues

/** What a rule accepts, its default and where the default comes from. */
export type RuleDefinition<V> = {
  readonly label: Bilingual
  readonly type: RuleType
  readonly default: V
  readonly mark: Mark
  readonly basis: Bilingual
}

/** The form of a rule's value, for checking and for drawing the field. */
export type RuleType =
  | { readonly kind: 'choice' | 'list'; readonly options: Readonly<Record<string, Bilingual>> }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }

const habit = (vi: string, en: string) => ({ mark: 'habit', basis: { vi, en } }) as const

const modes: Readonly<Record<ChoiceMode, Bilingual>> = {
  by_score: { vi: 'theo điểm', en: 'by score' },
  by_vote: { vi: 'theo bỏ phiếu', en: 'by vote' },
  vote_among_top_n: { vi: 'bỏ phiếu trong nhóm điểm cao nhất', en: 'vote among the top n' },
}

const daysOfNextYear: Readonly<Record<EstimatesUntil, Bilingual>> = {
  '01-31': { vi: '31/01 năm sau', en: '31/01 of the next year' },
  '02-28': { vi: '28/02 năm sau', en: '28/02 of the next year' },
  '03-31': { vi: '31/3 năm sau', en: '31/3 of the next year' },
  '04-30': { vi: '30/4 năm sau', en: '30/4 of the next year' },
  '06-30': { vi: '30/6 năm sau', en: '30/6 of the next year' },
}

const choiceHabit = habit(
  'hai cách đều gặp trong thực tế; chưa có căn cứ',
  'both ways are met in practice; no basis found',
)

/**
 * The rules of a bloc with proposed defaults. Neither law nor decree fixes them inside a bloc; each is a setting shown in
 * the bloc's regulation (quy chế) with its mark.
 */
export const ruleCatalogue: { readonly [K in RuleKey]: RuleDefinition<RuleValues[K]> } = {
  'voting.voters': {
    label: { vi: 'người biểu quyết', en: 'voters' },
    type: {
      kind: 'choice',
      options: { one_per_unit: { vi: 'mỗi đơn vị một phiếu', en: 'one vote per unit' } },
    },
    default: 'one_per_unit',
    ...habit('các khối đều ngầm hiểu, chưa thấy quy định', 'implied everywhere, stated nowhere'),
  },
  'voting.stand_in': {
    label: { vi: 'người dự thay', en: 'stand-in' },
    type: {
      kind: 'choice',
      options: {
        written: { vi: 'được, bằng văn bản', en: 'allowed, in writing' },
        none: { vi: 'không được', en: 'not allowed' },
      },
    },
    default: 'written',
    ...habit(
      'theo Thông tư 25/2025 của Bộ KH&CN, Điều 23 (hội đồng của bộ)',
      'after Circular 25/2025 of the Ministry of Science, Article 23 (a ministry council)',
    ),
  },
  'voting.quorum': {
    label: { vi: 'số thành viên tối thiểu', en: 'quorum' },
    type: { kind: 'choice', options: shareLabels },
    default: 'two_thirds',
    ...habit(
      'mượn quy định của Hội đồng tỉnh Bắc Ninh; trong khối chưa có căn cứ',
      'borrowed from the council of Bắc Ninh; no basis inside a bloc',
    ),
  },
  'voting.method': {
    label: { vi: 'hình thức biểu quyết', en: 'ballot' },
    type: { kind: 'choice', options: pollMethodLabels },
    default: 'secret',
    ...habit('thực tế có cả kín và công khai', 'both secret and open are met'),
  },
  'voting.base': {
    label: { vi: 'cơ sở tính tỷ lệ', en: 'base of the percentage' },
    type: { kind: 'choice', options: pollBaseLabels },
    default: 'all',
    ...habit(
      'theo cách tính của Nghị định 98/2023, Điều 30 khoản 7 (cho Hội đồng)',
      'as Decree 98/2023, Article 30.7 counts for councils',
    ),
  },
  'voting.pass_mark': {
    label: { vi: 'mức phiếu đạt', en: 'pass mark' },
    type: { kind: 'choice', options: shareLabels },
    default: 'more_than_half',
    ...habit(
      'mức 80% và 90% là của Hội đồng, không phải của khối',
      '80% and 90% belong to the councils, not to blocs',
    ),
  },
  'voting.self_vote': {
    label: { vi: 'được tự bỏ phiếu cho mình', en: 'a unit may vote for itself' },
    type: { kind: 'boolean' },
    default: true,
    ...habit('chưa thấy quy định; pháp luật không nói đến', 'no rule found; the law does not speak'),
  },
  'voting.order': {
    label: { vi: 'thứ tự bình xét', en: 'order of awards' },
    type: {
      kind: 'choice',
      options: {
        lowest_award_first: { vi: 'từ hình thức thấp đến cao', en: 'lowest award first' },
        as_listed: { vi: 'theo danh sách', en: 'as listed' },
      },
    },
    default: 'lowest_award_first',
    ...habit(
      'theo Thông tư 01/2024 của TANDTC, Điều 29 (ngành tòa án)',
      'after Circular 01/2024 of the Supreme Court, Article 29 (courts)',
    ),
  },
  'voting.over_quota': {
    label: { vi: 'khi số đạt nhiều hơn chỉ tiêu', en: 'when more pass than the ceiling' },
    type: {
      kind: 'choice',
      options: { highest_votes_first: { vi: 'lấy từ phiếu cao xuống', en: 'highest votes first' } },
    },
    default: 'highest_votes_first',
    ...habit(
      'theo Thông tư 25/2025 của Bộ KH&CN, Điều 23',
      'after Circular 25/2025 of the Ministry of Science, Article 23',
    ),
  },
  'voting.ties': {
    label: { vi: 'khi bằng phiếu', en: 'ties' },
    type: { kind: 'list', options: tieStepLabels },
    default: ['second_ballot', 'score', 'head_and_deputy'],
    ...habit(
      'theo Thông tư 01/2024 của TANDTC và cách làm của Cần Thơ',
      'after Circular 01/2024 of the Supreme Court and the practice of Cần Thơ',
    ),
  },
  'voting.absent': {
    label: { vi: 'đơn vị vắng mặt', en: 'absent unit' },
    type: {
      kind: 'choice',
      options: {
        written_opinion: {
          vi: 'lấy ý kiến bằng văn bản, ghi vào biên bản',
          en: 'written opinion, entered in the minutes',
        },
        not_counted: { vi: 'không lấy ý kiến', en: 'not asked' },
      },
    },
    default: 'written_opinion',
    ...habit(
      'theo Nghị định 98/2023, Điều 30 (cho Hội đồng)',
      'as Decree 98/2023, Article 30 has it for councils',
    ),
  },
  'drafts.silence': {
    label: { vi: 'không trả lời khi lấy ý kiến', en: 'no answer to a draft' },
    type: {
      kind: 'choice',
      options: {
        counts_as_agreement: { vi: 'coi là thống nhất', en: 'counts as agreement' },
        counts_as_no_opinion: { vi: 'coi là không có ý kiến', en: 'counts as no opinion' },
      },
    },
    default: 'counts_as_agreement',
    ...habit('cách ghi quen dùng trong công văn lấy ý kiến', 'usual wording of circulation letters'),
  },
  'choice.government_flag': {
    label: { vi: 'cách chọn Cờ thi đua của Chính phủ', en: 'how the Government flag is chosen' },
    type: { kind: 'choice', options: modes },
    default: 'vote_among_top_n',
    ...choiceHabit,
  },
  'choice.province_flag': {
    label: { vi: 'cách chọn Cờ thi đua của UBND tỉnh', en: 'how the flag of the province is chosen' },
    type: { kind: 'choice', options: modes },
    default: 'vote_among_top_n',
    ...choiceHabit,
  },
  'choice.certificate': {
    label: { vi: 'cách chọn Bằng khen của Chủ tịch UBND tỉnh', en: 'how certificates of merit are chosen' },
    type: { kind: 'choice', options: modes },
    default: 'by_score',
    ...choiceHabit,
  },
  'choice.top_n': {
    label: { vi: 'số đơn vị điểm cao nhất được đưa ra bỏ phiếu', en: 'how many of the best are voted on' },
    type: { kind: 'integer', min: 1, max: 100 },
    default: 5,
    ...habit('đề xuất của phần mềm, chưa có căn cứ', 'proposed here, no basis found'),
  },
  'choice.head': {
    label: { vi: 'cách chọn Trưởng khối', en: 'how the head is chosen' },
    type: {
      kind: 'choice',
      options: {
        elected: { vi: 'bầu', en: 'election' },
        rotation: { vi: 'luân phiên', en: 'rotation' },
        appointed: { vi: 'phân công', en: 'appointment' },
      },
    },
    default: 'elected',
    ...habit(
      'Hướng dẫn 1122/BTĐKT-VI (2011): bầu luân phiên tại tổng kết năm',
      'Guidance 1122/BTĐKT-VI (2011): elected by turns at the year-end',
    ),
  },
  'scoring.appeal_days': {
    label: {
      vi: 'số ngày đơn vị được kiến nghị về điểm thẩm định',
      en: 'days in which a unit may question its appraised points',
    },
    type: { kind: 'integer', min: 1, max: 60 },
    default: 5,
    mark: 'unverified',
    basis: {
      vi: 'đề xuất của phần mềm, tính theo ngày lịch kể từ ngày điểm được gửi cho đơn vị; chưa thấy quy định',
      en: 'proposed here, calendar days from the day the points are shown; no rule was found',
    },
  },
  'figures.estimates_until': {
    label: {
      vi: 'số ước phải thay bằng số chính thức sau ngày',
      en: 'estimates give way to official figures after',
    },
    type: { kind: 'choice', options: daysOfNextYear },
    default: '03-31',
    ...habit(
      'đề xuất của phần mềm: hết quý I năm sau; chưa có căn cứ',
      'proposed here: the end of the first quarter of the next year; no basis found',
    ),
  },
}

/** All rule keys, in the order they are shown. */
export const ruleKeys = Object.keys(ruleCatalogue) as readonly RuleKey[]
