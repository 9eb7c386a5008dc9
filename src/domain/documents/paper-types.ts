import type { PaperCode } from './type-codes.ts'

/** Who puts their name under a paper. */
export type PaperSigner =
  | 'unit-head'
  | 'bloc-head'
  | 'all-unit-heads'
  | 'secretary-and-chair'
  | 'tellers'
  | 'giver-and-taker'
  | 'team-and-visited'

/** What is known of a type of paper before one is written. */
export interface PaperType {
  readonly vi: string
  readonly en: string
  readonly code: PaperCode
  readonly signer: PaperSigner
  /** Name of the function that builds it, in `domain/documents/papers`. */
  readonly builder: string
}

/** The papers of a bloc's year, in the order in which the year needs them (who signs: by practice, unverified). */
export const paperTypes = {
  'comment-summary': {
    vi: 'Tổng hợp ý kiến góp ý dự thảo',
    en: 'Summary of comments on a draft',
    code: 'BC',
    signer: 'bloc-head',
    builder: 'buildCommentSummary',
  },
  registration: {
    vi: 'Bản đăng ký thi đua',
    en: 'Emulation registration',
    code: 'form',
    signer: 'unit-head',
    builder: 'buildRegistration',
  },
  pledge: {
    vi: 'Bản giao ước thi đua',
    en: 'Emulation pledge',
    code: 'form',
    signer: 'all-unit-heads',
    builder: 'buildPledge',
  },
  invitation: {
    vi: 'Giấy mời',
    en: 'Invitation',
    code: 'GM',
    signer: 'bloc-head',
    builder: 'buildInvitation',
  },
  reminder: {
    vi: 'Công văn đôn đốc',
    en: 'Reminder letter',
    code: 'letter',
    signer: 'bloc-head',
    builder: 'buildReminder',
  },
  'mid-year-report': {
    vi: 'Báo cáo sơ kết',
    en: 'Mid-year report',
    code: 'BC',
    signer: 'bloc-head',
    builder: 'buildBlocReport',
  },
  'self-score': {
    vi: 'Bảng tự chấm điểm',
    en: 'Self-score table',
    code: 'form',
    signer: 'unit-head',
    builder: 'buildSelfScore',
  },
  'score-summary': {
    vi: 'Bảng tổng hợp điểm',
    en: 'Summary of scores',
    code: 'form',
    signer: 'bloc-head',
    builder: 'buildScoreSummary',
  },
  'check-minutes': {
    vi: 'Biên bản kiểm tra',
    en: 'Minutes of a check',
    code: 'BB',
    signer: 'team-and-visited',
    builder: 'buildCheckMinutes',
  },
  'score-explanation': {
    vi: 'Bảng giải trình điểm',
    en: 'Explanation of scores',
    code: 'form',
    signer: 'bloc-head',
    builder: 'buildScoreExplanation',
  },
  'year-end-report': {
    vi: 'Báo cáo tổng kết',
    en: 'Year-end report',
    code: 'BC',
    signer: 'bloc-head',
    builder: 'buildBlocReport',
  },
  'conference-minutes': {
    vi: 'Biên bản hội nghị',
    en: 'Minutes of the conference',
    code: 'BB',
    signer: 'secretary-and-chair',
    builder: 'buildConferenceMinutes',
  },
  'tally-minutes': {
    vi: 'Biên bản kiểm phiếu',
    en: 'Minutes of the count',
    code: 'BB',
    signer: 'tellers',
    builder: 'buildTallyMinutes',
  },
  'appraisal-minutes': {
    vi: 'Biên bản bình xét',
    en: 'Minutes of the appraisal',
    code: 'BB',
    signer: 'secretary-and-chair',
    builder: 'buildAppraisalMinutes',
  },
  submission: {
    vi: 'Tờ trình',
    en: 'Submission',
    code: 'TTr',
    signer: 'bloc-head',
    builder: 'buildSubmission',
  },
  'achievement-report': {
    vi: 'Báo cáo thành tích',
    en: 'Achievement report',
    code: 'form',
    signer: 'unit-head',
    builder: 'buildAchievementReport',
  },
  'handover-minutes': {
    vi: 'Biên bản bàn giao',
    en: 'Handover minutes',
    code: 'BB',
    signer: 'giver-and-taker',
    builder: 'buildHandoverMinutes',
  },
} as const satisfies Readonly<Record<string, PaperType>>

/** A paper by its id. */
export type PaperTypeId = keyof typeof paperTypes
