import type { Bilingual } from '../bilingual.ts'
import { isOwed } from './cell.ts'
import { type BoardColumn, boardColumnInfo } from './columns.ts'
import type { DraftProgress, YearFacts } from './facts.ts'
import { nextState, type YearState } from './state.ts'

/** Who has to act on a lack. */
export type LackOwner = 'province' | 'head' | 'unit'

/** `needed`: the next state asks for it. `advised`: good practice, its absence is only shown. */
export type LackSeverity = 'needed' | 'advised'

/** What can be lacking. Column lacks are named after the column of the board. */
export type LackCode =
  | `${BoardColumn}_missing`
  | 'members_missing'
  | 'head_missing'
  | 'regulation_not_adopted'
  | 'score_table_not_adopted'
  | 'pledge_text_not_adopted'
  | 'mid_year_open'
  | 'score_table_not_frozen'
  | 'scores_not_shown'
  | 'appeals_open'
  | 'conference_not_held'
  | 'scores_not_adopted'
  | 'minutes_not_signed'
  | 'next_head_not_chosen'
  | 'proposals_not_fixed'
  | 'submission_not_sent'
  | 'no_outcome_yet'
  | 'proposal_without_outcome'
  | 'handover_not_done'

/** Something the next state asks for and the records do not show. */
export type Lack = {
  readonly code: LackCode
  readonly unitId?: string
  readonly proposalId?: string
  readonly owedBy: LackOwner
  readonly severity: LackSeverity
}

/** What stands between a state and the next one. `next` is null when the year is closed. */
export type Gate = { readonly next: YearState | null; readonly lacks: readonly Lack[] }

/**
 * The gate out of a state. Gates are soft: lacks never forbid, they ask for a reason.
 *
 * @example
 * gate('pledging', facts).lacks // [{ code: 'pledge_missing', unitId: 'so-xay-dung', owedBy: 'unit', … }]
 */
export function gate(state: YearState, facts: YearFacts): Gate {
  return { next: nextState(state), lacks: lacksOf[state](facts) }
}

/** The sentence shown for a lack; `nameOf` gives the name of a unit as of the year. */
export function lackText(lack: Lack, nameOf: (unitId: string) => string): Bilingual {
  const text = lackTexts[lack.code]
  if (lack.unitId === undefined) return text
  const name = nameOf(lack.unitId)
  return { vi: `${name}: ${text.vi}`, en: `${name}: ${text.en}` }
}

const lacksOf: Readonly<Record<YearState, (facts: YearFacts) => readonly Lack[]>> = {
  setup: (facts) => [
    ...when(facts.members.length === 0, 'members_missing', 'province'),
    ...when(facts.headUnitId === null, 'head_missing', 'province'),
    ...draft(facts.drafts.regulation, 'regulation_not_adopted'),
    ...draft(facts.drafts.scoreTable, 'score_table_not_adopted'),
    ...draft(facts.drafts.pledge, 'pledge_text_not_adopted'),
    // Titles and targets are usually still coming in when the signing opens; they are asked for in earnest there.
    ...column(facts, 'registration', 'advised'),
    ...column(facts, 'targets', 'advised'),
  ],
  pledging: (facts) => [
    ...column(facts, 'registration'),
    ...column(facts, 'targets'),
    ...column(facts, 'pledge'),
    ...column(facts, 'launch', 'advised'),
  ],
  running: (facts) => [
    ...when(!facts.scoreTableFrozen, 'score_table_not_frozen', 'head'),
    ...when(facts.midYear === 'open', 'mid_year_open', 'head', 'advised'),
    ...column(facts, 'mid_report', 'advised'),
    ...column(facts, 'year_report'),
  ],
  scoring: (facts) => [...column(facts, 'self_score'), ...column(facts, 'evidence', 'advised')],
  appraisal: (facts) => [
    ...column(facts, 'appraisal'),
    ...column(facts, 'cross_check', 'advised'),
    ...when(!facts.scoresShown, 'scores_not_shown', 'head'),
    // What is left open is settled by the conference; it is better answered before.
    ...when(facts.openAppeals > 0, 'appeals_open', 'head', 'advised'),
  ],
  conference: (facts) => [
    ...when(!facts.conferenceHeld, 'conference_not_held', 'head'),
    ...when(!facts.scoresAdopted, 'scores_not_adopted', 'head'),
    ...when(facts.openAppeals > 0, 'appeals_open', 'head'),
    ...when(!facts.minutesSigned, 'minutes_not_signed', 'head'),
    ...when(!facts.proposalsFixed, 'proposals_not_fixed', 'head'),
    ...when(!facts.submissionSent, 'submission_not_sent', 'head'),
    ...column(proposedOnly(facts), 'achievement_report'),
    ...when(!facts.nextHeadChosen, 'next_head_not_chosen', 'head', 'advised'),
    ...column(facts, 'conference', 'advised'),
  ],
  submitted: (facts) =>
    when(
      facts.proposals.length > 0 && !facts.proposals.some((proposal) => proposal.hasOutcome),
      'no_outcome_yet',
      'province',
    ),
  decided: (facts) => [
    ...facts.proposals
      .filter((proposal) => !proposal.hasOutcome)
      .map(
        (proposal): Lack => ({
          code: 'proposal_without_outcome',
          proposalId: proposal.id,
          ...(proposal.unitId === null ? {} : { unitId: proposal.unitId }),
          owedBy: 'province',
          severity: 'needed',
        }),
      ),
    ...when(!facts.handoverDone, 'handover_not_done', 'head'),
  ],
  closed: () => [],
}

function when(
  lacking: boolean,
  code: LackCode,
  owedBy: LackOwner,
  severity: LackSeverity = 'needed',
): readonly Lack[] {
  return lacking ? [{ code, owedBy, severity }] : []
}

function draft(progress: DraftProgress, code: LackCode): readonly Lack[] {
  return when(progress !== 'adopted', code, 'head')
}

function column(facts: YearFacts, name: BoardColumn, severity: LackSeverity = 'needed'): readonly Lack[] {
  const owedBy = boardColumnInfo[name].actor
  return facts.members
    .filter((member) => isOwed(member.steps[name] ?? { state: 'none', due: null }))
    .map((member) => ({ code: `${name}_missing`, unitId: member.unitId, owedBy, severity }))
}

/** Only a proposed unit owes an achievement report. */
function proposedOnly(facts: YearFacts): YearFacts {
  const proposed = new Set(facts.proposals.map((proposal) => proposal.unitId))
  return { ...facts, members: facts.members.filter((member) => proposed.has(member.unitId)) }
}

const lackTexts: Readonly<Record<LackCode, Bilingual>> = {
  registration_missing: { vi: 'chưa đăng ký danh hiệu thi đua', en: 'titles not registered' },
  targets_missing: { vi: 'chưa đăng ký chỉ tiêu', en: 'targets not registered' },
  pledge_missing: { vi: 'chưa ký giao ước', en: 'pledge not signed' },
  launch_missing: { vi: 'chưa có minh chứng phát động nội bộ', en: 'no proof of an in-house launch' },
  mid_report_missing: { vi: 'chưa gửi báo cáo 6 tháng', en: 'six-month report not sent' },
  year_report_missing: { vi: 'chưa gửi báo cáo năm', en: 'year report not sent' },
  evidence_missing: { vi: 'còn thiếu minh chứng', en: 'evidence is missing' },
  self_score_missing: { vi: 'chưa nộp bảng tự chấm điểm', en: 'self-score not sent' },
  cross_check_missing: { vi: 'chưa được kiểm tra chéo', en: 'not yet cross-checked' },
  appraisal_missing: { vi: 'chưa được thẩm định điểm', en: 'score not yet appraised' },
  conference_missing: { vi: 'chưa ghi nhận dự hội nghị', en: 'attendance at the conference not recorded' },
  achievement_report_missing: { vi: 'chưa gửi báo cáo thành tích', en: 'achievement report not sent' },
  members_missing: { vi: 'Khối chưa có đơn vị thành viên', en: 'The bloc has no members' },
  head_missing: { vi: 'Chưa có Trưởng khối', en: 'The bloc has no head' },
  regulation_not_adopted: { vi: 'Quy chế chưa được thông qua', en: 'The regulation is not adopted' },
  score_table_not_adopted: { vi: 'Bảng điểm chưa được thông qua', en: 'The score table is not adopted' },
  pledge_text_not_adopted: {
    vi: 'Nội dung giao ước chưa được thông qua',
    en: 'The pledge text is not adopted',
  },
  mid_year_open: {
    vi: 'Chưa sơ kết, cũng chưa ghi là bỏ qua',
    en: 'Mid-year review neither held nor skipped',
  },
  score_table_not_frozen: { vi: 'Bảng điểm chưa chốt', en: 'The score table is not frozen' },
  scores_not_shown: {
    vi: 'Điểm thẩm định chưa gửi các thành viên',
    en: 'Appraised scores not shown to members',
  },
  appeals_open: {
    vi: 'Còn kiến nghị về điểm chưa trả lời',
    en: 'Questions on points have no answer yet',
  },
  conference_not_held: { vi: 'Chưa họp hội nghị tổng kết', en: 'The year-end conference has not met' },
  scores_not_adopted: { vi: 'Hội nghị chưa thông qua điểm', en: 'The conference has not adopted the scores' },
  minutes_not_signed: { vi: 'Biên bản hội nghị chưa ký', en: 'The minutes are not signed' },
  next_head_not_chosen: { vi: 'Chưa có Trưởng khối năm sau', en: 'Next year has no head yet' },
  proposals_not_fixed: { vi: 'Danh sách đề nghị khen thưởng chưa chốt', en: 'Proposals are not fixed' },
  submission_not_sent: { vi: 'Tờ trình chưa gửi', en: 'The submission has not been sent' },
  no_outcome_yet: { vi: 'Chưa có kết quả nào của cấp trên', en: 'No outcome has come in' },
  proposal_without_outcome: { vi: 'đề nghị khen thưởng chưa có kết quả', en: 'a proposal has no outcome' },
  handover_not_done: { vi: 'Chưa bàn giao Trưởng khối', en: 'The handover is not done' },
}
