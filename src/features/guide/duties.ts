import type { StationKey } from '../../domain/years/index.ts'
import type { GuideWord } from './guide.messages.ts'

/** Those the guide speaks to. */
export const guideRoles = [
  'officer',
  'leader',
  'head',
  'deputy',
  'secretary',
  'province',
  'teller',
  'editor',
  'administrator',
] as const
export type GuideRole = (typeof guideRoles)[number]

/** One thing to do at a station: by whom, in which words, on which page. */
export type Duty = {
  readonly station: StationKey
  readonly roles: readonly GuideRole[]
  readonly word: GuideWord
  /** Address below the year, or on the site when it begins with a slash. */
  readonly at: string
}

const members: readonly GuideRole[] = ['officer', 'leader']
const desk: readonly GuideRole[] = ['head', 'secretary']
const lead: readonly GuideRole[] = ['head', 'deputy', 'secretary']

/** What there is to do in a year, in its order. */
export const duties: readonly Duty[] = [
  duty('setup', ['administrator'], 'dutyAccounts', '/quan-tri/tai-khoan'),
  duty('setup', ['province'], 'dutyBlocs', '/khoi'),
  duty('setup', ['province', ...lead], 'dutyRules', 'quy-dinh'),
  duty('setup', lead, 'dutyDrafts', 'du-thao'),
  duty('setup', lead, 'dutyScoreTable', 'bang-diem'),
  duty('setup', members, 'dutyComment', 'du-thao'),
  duty('pledging', members, 'dutyRegister', 'dang-ky'),
  duty('pledging', members, 'dutyTargets', 'chi-tieu'),
  duty('pledging', ['leader'], 'dutySign', 'giao-uoc'),
  duty('pledging', lead, 'dutySigning', 'giao-uoc'),
  duty('pledging', ['editor'], 'dutyNews', 'tin-tuc'),
  duty('running', members, 'dutyLaunch', 'phong-trao'),
  duty('running', members, 'dutyResults', 'ket-qua'),
  duty('running', lead, 'dutyActivities', 'hoat-dong'),
  duty('running', lead, 'dutyRemind', 'don-doc'),
  duty('running', ['province'], 'dutyLibrary', '/van-ban-chi-dao'),
  duty('running', members, 'dutyYearReport', 'ket-qua'),
  duty('running', lead, 'dutyFreezeTable', 'bang-diem'),
  duty('mid_year', members, 'dutyMidReport', 'ket-qua'),
  duty('mid_year', lead, 'dutyMidConference', 'hoi-nghi'),
  duty('mid_year', ['editor'], 'dutyNews', 'tin-tuc'),
  duty('scoring', members, 'dutySelfScore', 'cham-diem'),
  duty('scoring', members, 'dutyEvidence', 'ket-qua'),
  duty('scoring', lead, 'dutyRemind', 'don-doc'),
  duty('running', lead, 'dutyPlanChecks', 'kiem-tra'),
  duty('appraisal', members, 'dutyChecks', 'kiem-tra'),
  duty('appraisal', lead, 'dutyAppraise', 'tham-dinh'),
  duty('appraisal', members, 'dutyCross', 'tham-dinh'),
  duty('conference', desk, 'dutyConference', 'hoi-nghi'),
  duty('conference', members, 'dutyAttend', 'hoi-nghi'),
  duty('conference', ['leader'], 'dutyVote', 'hoi-nghi'),
  duty('conference', ['teller'], 'dutyCount', 'hoi-nghi'),
  duty('conference', ['head'], 'dutyRanking', 'xep-hang'),
  duty('conference', desk, 'dutyProposals', 'khen-thuong'),
  duty('conference', members, 'dutyAchievement', 'khen-thuong'),
  duty('conference', desk, 'dutyPapers', 'van-ban'),
  duty('conference', ['head'], 'dutySubmit', 'khen-thuong'),
  duty('submitted', ['province'], 'dutyOutcome', 'khen-thuong'),
  duty('submitted', [...desk, 'editor'], 'dutyNews', 'tin-tuc'),
  duty('submitted', desk, 'dutyHandover', 'ban-giao'),
  duty('decided', ['province'], 'dutyPresent', 'khen-thuong'),
  duty('decided', ['head', 'province'], 'dutyClose', ''),
  duty('closed', members, 'dutyLookBack', '/khen-thuong'),
]

/** What some of these roles do at a station; everything done there when no role is named. */
export function dutiesAt(station: StationKey, roles?: ReadonlySet<GuideRole>): readonly Duty[] {
  return duties.filter(
    (one) => one.station === station && (!roles || one.roles.some((role) => roles.has(role))),
  )
}

function duty(station: StationKey, roles: readonly GuideRole[], word: GuideWord, at: string): Duty {
  return { station, roles, word, at }
}
