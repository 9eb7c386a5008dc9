import type { Paper } from '../../../domain/documents/paper.ts'
import type { PaperTypeId } from '../../../domain/documents/paper-types.ts'
import { assembleAchievementReport, assembleAppraisalMinutes, assembleSubmission } from './awards.papers.ts'
import { assembleCheckMinutes } from './checks.papers.ts'
import { assembleConferenceMinutes, assembleInvitation, assembleTallyMinutes } from './conference.papers.ts'
import { assembleScoreExplanation } from './explanation.papers.ts'
import { assembleHandoverMinutes } from './handover.papers.ts'
import { assemblePledge, assembleRegistration } from './pledge.papers.ts'
import { assembleReport } from './report.papers.ts'
import type { Assembly } from './request.ts'
import { assembleScoreSummary, assembleSelfScore } from './scores.papers.ts'
import { assembleCommentSummary, assembleReminder } from './setup.papers.ts'

type Assembler = (assembly: Assembly) => Promise<Paper | undefined>

const assemblers: Readonly<Record<PaperTypeId, Assembler>> = {
  'comment-summary': assembleCommentSummary,
  registration: assembleRegistration,
  pledge: assemblePledge,
  invitation: assembleInvitation,
  reminder: assembleReminder,
  'mid-year-report': (assembly) => assembleReport(assembly, 'mid-year'),
  'self-score': assembleSelfScore,
  'score-summary': assembleScoreSummary,
  'check-minutes': assembleCheckMinutes,
  'score-explanation': assembleScoreExplanation,
  'year-end-report': (assembly) => assembleReport(assembly, 'year-end'),
  'conference-minutes': assembleConferenceMinutes,
  'tally-minutes': assembleTallyMinutes,
  'appraisal-minutes': assembleAppraisalMinutes,
  submission: assembleSubmission,
  'achievement-report': assembleAchievementReport,
  'handover-minutes': assembleHandoverMinutes,
}

/** The paper as the records of the year say it today; undefined while they do not say enough. */
export async function assemblePaper(assembly: Assembly): Promise<Paper | undefined> {
  const paper = await assemblers[assembly.request.type](assembly)
  const { verification } = assembly.request
  return paper && (verification === null ? paper : { ...paper, verification })
}
