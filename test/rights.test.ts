import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AnyAction } from '../src/actions/action.ts'
import {
  addActivity,
  recordParticipation,
  reviseActivity,
} from '../src/features/activities/activities.actions.ts'
import { writeAchievement } from '../src/features/awards/achievement.actions.ts'
import { presentAward, recordOutcome } from '../src/features/awards/outcome.actions.ts'
import { nameProposal, proposeUnnamed, withdrawProposal } from '../src/features/awards/propose.actions.ts'
import { addAwardRecord, removeAwardRecord } from '../src/features/awards/records.actions.ts'
import { submitProposals } from '../src/features/awards/submit.actions.ts'
import { changeBloc, foundBloc } from '../src/features/blocs/blocs.actions.ts'
import { setLeadership } from '../src/features/blocs/leadership.actions.ts'
import { addMember, endMembership, orderMembers } from '../src/features/blocs/members.actions.ts'
import { setProvinceRule, setRule } from '../src/features/blocs/rules.actions.ts'
import { answerCorrection, askCorrection } from '../src/features/checks/corrections.actions.ts'
import { recordMinutesSignature, signMinutes } from '../src/features/checks/minutes.actions.ts'
import {
  addPlan,
  addTeam,
  adoptTeams,
  announcePlan,
  discardPlan,
  scheduleVisits,
} from '../src/features/checks/plans.actions.ts'
import { cancelCheckVisit, giveOpinion, observe, recordVisit } from '../src/features/checks/visits.actions.ts'
import { confirmAttendance, recordAttendance } from '../src/features/conferences/attendance.actions.ts'
import { castBallot } from '../src/features/conferences/ballots.actions.ts'
import { closePoll, recordConsensus } from '../src/features/conferences/counts.actions.ts'
import {
  changeConference,
  closeConference,
  inviteGuest,
  inviteMembers,
  openConference,
  planConference,
} from '../src/features/conferences/meeting.actions.ts'
import { discardPoll, draftPoll, openPoll } from '../src/features/conferences/polls.actions.ts'
import {
  addDirection,
  addRemark,
  answerRemark,
  readReport,
} from '../src/features/conferences/report.actions.ts'
import {
  addCouncilMember,
  endCouncilMember,
  foundCouncil,
} from '../src/features/councils/councils.actions.ts'
import { discardPaper } from '../src/features/documents/life.actions.ts'
import { draftPaper, issuePaper, writePart } from '../src/features/documents/papers.actions.ts'
import {
  adoptDraft,
  circulateDraft,
  commentDraft,
  reviseDraft,
  startDraft,
  withdrawDraft,
} from '../src/features/drafts/drafts.actions.ts'
import {
  appointNextLeader,
  draftHandover,
  giveHandover,
} from '../src/features/handovers/handovers.actions.ts'
import {
  acknowledgePaper,
  addGuidingPaper,
  recordReceipt,
  reviseGuidingPaper,
} from '../src/features/library/library.actions.ts'
import {
  addParticipant,
  launchDrive,
  moveDrive,
  reviseDrive,
} from '../src/features/movements/drives.actions.ts'
import { launchBlocMovement, launchUnitMovement } from '../src/features/movements/movements.actions.ts'
import {
  approveNews,
  draftConferenceNews,
  draftDriveNews,
  editNews,
  writeNews,
} from '../src/features/news/news.actions.ts'
import { draftPledge, recordPaperSignature, signPledge } from '../src/features/pledges/pledges.actions.ts'
import {
  acceptRegistration,
  registerTitles,
  sendRegistration,
} from '../src/features/pledges/registration.actions.ts'
import { importFigures } from '../src/features/results/import.actions.ts'
import {
  answerQuestion,
  askAboutFigure,
  askAgain,
  settleQuestion,
} from '../src/features/results/questions.actions.ts'
import {
  acceptReport,
  addEvidence,
  downgradeRating,
  rateUnit,
  sendReport,
  withdrawEvidence,
  writeNarrative,
} from '../src/features/results/reports.actions.ts'
import { recordResult } from '../src/features/results/results.actions.ts'
import {
  answerAppeal,
  reopenAppeals,
  sendAppeal,
  showAppraisal,
  withdrawAppeal,
} from '../src/features/scoring/fairness/appeal.actions.ts'
import { declareRecusal, liftRecusal } from '../src/features/scoring/fairness/recusal.actions.ts'
import { clearBar, recordBar } from '../src/features/scoring/ranking/bars.actions.ts'
import { importSelfScores } from '../src/features/scoring/sheet/score-sheet-import.actions.ts'
import { saveSelfScores } from '../src/features/scoring/sheet/sheet.actions.ts'
import { startScoreTable } from '../src/features/scoring/table/start.actions.ts'
import { adoptScoreTable } from '../src/features/scoring/table/table.actions.ts'
import { importTargets } from '../src/features/targets/import.actions.ts'
import {
  addIndicator,
  restoreIndicator,
  retireIndicator,
} from '../src/features/targets/indicators.actions.ts'
import {
  agreeTargetChange,
  refuseTargetChange,
  requestTargetChange,
  takeBackTargetChange,
} from '../src/features/targets/target-requests.actions.ts'
import { setTarget, withdrawTarget } from '../src/features/targets/targets.actions.ts'
import { dissolveUnit, mergeUnit } from '../src/features/units/life.actions.ts'
import { renameUnit } from '../src/features/units/units.actions.ts'
import { setDeadlines } from '../src/features/years/deadlines.actions.ts'
import { decideStep, receivePaper } from '../src/features/years/steps.actions.ts'
import { advanceYear, openYear } from '../src/features/years/years.actions.ts'
import { addSecondBloc } from './support/second-bloc.ts'
import { openSite } from './support/site.ts'
import { buildWorld } from './support/world.ts'

const TODAY = '2026-06-15'
/** Refused for who asks, or for a thing that does not lie where it is said to lie: not for what was typed. */
const REFUSED = ['not_your_role', 'not_found']

/** What an import is told besides its place. */
const pastedLines = (heading: string) => ({
  source: { kind: 'text', text: `Mã\t${heading}\nx\t1` },
  mended: {},
  reasons: {},
  stamp: '',
  changeReason: '',
})

type Attempt = readonly [name: string, action: AnyAction, input: unknown]

describe('a bloc beside another bloc', async () => {
  const site = await openSite(TODAY)
  const a = await buildWorld(site, { year: 2026, state: 'running' })
  const b = await addSecondBloc(site, 'b', { provinceId: a.provinceId, year: 2026, state: 'running' })
  const c = await addSecondBloc(site, 'c', { year: 2026, state: 'running' })
  const [head, , third] = a.unitIds
  const file = { name: 'minh-chung.txt', bytes: new TextEncoder().encode('Minh chứng.') }
  const text = {
    title: 'Khác',
    lead: 'Khác',
    body: 'Khác',
    author: '',
    source: '',
    section: 'bloc_activity',
  } as const
  const plan = {
    kind: 'mid_year',
    title: 'Sơ kết',
    heldOn: TODAY,
    timeText: '08 giờ 00',
    startsAt: '08:00',
    place: 'Hội trường',
    chairName: '',
    chairTitle: '',
    secretaryName: '',
    agenda: [],
  } as const
  const drive = {
    title: 'Đợt thi đua đặc biệt',
    occasion: '',
    theme: '',
    contents: '',
    standards: '',
    startsOn: null,
    endsOn: null,
    guidingPaperId: null,
  }
  const round = {
    title: 'Kiểm tra chéo',
    purpose: '',
    contents: '',
    startsOn: null,
    endsOn: null,
    basis: '',
    scoresCross: false,
    file: null,
  } as const
  const nothing = {
    presence: 'absent',
    delegateName: '',
    delegateTitle: '',
    writtenOpinion: '',
    note: 'x',
  } as const
  let attempts: readonly Attempt[] = []

  beforeAll(async () => {
    attempts = attemptsOn(await fill())
  }, 60_000)

  /** One thing of each kind in the first bloc, made by those who may. */
  async function fill() {
    const at = { blocYearId: a.blocYearId, unitId: third }
    const { indicatorId } = await site.did('tinh', addIndicator, {
      blocYearId: a.blocYearId,
      code: 'san-luong',
      name: 'Sản lượng',
      unitOfMeasure: 'tấn',
      direction: 'up',
      decimals: 0,
      kind: 'level',
      fieldCode: null,
      partOfId: null,
      convertsToId: null,
      conversionFactor: null,
    })
    const set = { ...at, indicatorId, kind: 'at_least', setBy: 'own', value: '10' } as const
    const { targetId } = await site.did('cv3', setTarget, set)
    const { questionId } = await site.did('ld1', askAboutFigure, {
      ...at,
      indicatorId,
      period: '2026',
      body: 'Đúng không?',
      dueOn: null,
    })
    const { resultId } = await site.did('cv3', recordResult, { ...at, indicatorId, value: '9' })
    const { evidenceId } = await site.did('cv3', addEvidence, { ...at, resultId, file })
    const { draftId } = await site.did('ld1', startDraft, {
      blocYearId: a.blocYearId,
      kind: 'report',
      title: 'Báo cáo',
      body: 'Dự thảo',
      file: null,
    })
    const { activityId } = await site.did('ld1', addActivity, {
      blocYearId: a.blocYearId,
      kind: 'sport',
      title: 'Hội thao',
      heldOn: TODAY,
      place: '',
      cost: null,
      note: '',
    })
    await site.did('ld1', draftPledge, {
      blocYearId: a.blocYearId,
      title: 'Giao ước',
      preamble: '',
      contents: 'Điều 1',
    })
    await site.did('cv3', registerTitles, { ...at, collective: [], personal: [], initiatives: 2 })
    const { conferenceId } = await site.did('ld1', planConference, {
      ...plan,
      blocYearId: a.blocYearId,
      councilId: null,
      movementId: null,
    })
    await site.did('ld1', inviteMembers, { conferenceId })
    await site.did('ld1', openConference, { conferenceId })
    const { remarkId } = await site.did('ld1', addRemark, {
      conferenceId,
      unitId: head,
      speaker: 'A',
      body: 'Ý kiến',
    })
    const { pollId } = await site.did('ld1', draftPoll, {
      conferenceId,
      purpose: 'motion',
      awardCode: null,
      forYear: null,
      title: 'Thông qua',
      candidates: [],
      seats: null,
    })
    const { proposalIds } = await site.did('ld1', proposeUnnamed, {
      blocYearId: a.blocYearId,
      awardCode: 'bang_khen_chu_tich_tinh',
      count: 1,
      printedWording: '',
      mode: 'score',
      departureReason: 'Theo biên bản',
      overrideReason: 'Theo biên bản',
    })
    const { handoverId } = await site.did('ld1', draftHandover, {
      blocYearId: a.blocYearId,
      toUnitId: third,
      conferenceId: null,
      heldOn: null,
      place: '',
      witness: '',
      note: '',
      items: [],
    })
    const { paperId } = await site.did('ld1', draftPaper, {
      type: 'invitation',
      blocYearId: a.blocYearId,
      conferenceId,
    })
    const { itemId } = await site.did('ld1', writeNews, { ...text, blocYearId: a.blocYearId, eventOn: null })
    const { councilId } = await site.did('ld3', foundCouncil, {
      provinceId: a.provinceId,
      unitId: third,
      name: 'Hội đồng',
      basis: '',
      foundedOn: null,
    })
    const { memberId } = await site.did('ld3', addCouncilMember, {
      councilId,
      personId: null,
      fullName: 'Người thử',
      position: '',
      unitId: null,
      duty: 'member',
      fromDate: TODAY,
    })
    const { movementId } = await site.did('ld3', launchDrive, {
      ...drive,
      provinceId: a.provinceId,
      ownerUnitId: third,
      councilId,
      parentId: null,
      year: 2026,
      launchedOn: TODAY,
      file: null,
      note: 'KH',
      channel: 'screen',
    })
    await site.did('thuky', startScoreTable, { blocYearId: a.blocYearId, title: 'Bảng điểm', from: 'empty' })
    const { paperId: guidingPaperId } = await site.did('thuky', addGuidingPaper, {
      provinceId: a.provinceId,
      blocId: a.blocId,
      year: 2026,
      type: 'CV',
      number: '1',
      issuer: '',
      issuedOn: null,
      title: 'Hướng dẫn',
      summary: '',
      file: null,
      addresseeIds: [third],
    })
    const { barId } = await site.did('ld1', recordBar, {
      ...at,
      kind: 'discipline',
      detail: 'x',
      source: 'x',
      openedOn: TODAY,
    })
    const { recusalId } = await site.did('cv4', declareRecusal, { ...at, reason: 'x' })
    await site.did('cv3', rateUnit, {
      ...at,
      subject: 'unit',
      level: 'good',
      decidedBy: 'UBND',
      decision: '1',
      decidedOn: TODAY,
    })
    const { recordId } = await site.did('tinh', addAwardRecord, {
      provinceId: a.provinceId,
      unitId: third,
      recipientName: '',
      awardCode: 'ttldtt',
      printedWording: '',
      year: 2020,
      decisionNumber: '1',
      decidedOn: '2021-01-02',
      decidedBy: 'UBND',
      source: 'x',
    })
    const { planId } = await site.did('thuky', addPlan, { ...round, blocYearId: a.blocYearId })
    await site.did('thuky', adoptTeams, { planId, teams: 4, name: 'Đoàn số' })
    const visit = await site.db
      .selectFrom('checkVisit')
      .select('id')
      .where('unitId', '=', third)
      .executeTakeFirstOrThrow()
    const membership = await site.db
      .selectFrom('membership')
      .select('id')
      .where('unitId', '=', third)
      .executeTakeFirstOrThrow()
    return {
      planId,
      visitId: visit.id,
      indicatorId,
      targetId,
      questionId,
      resultId,
      evidenceId,
      draftId,
      activityId,
      conferenceId,
      remarkId,
      pollId,
      proposalId: proposalIds[0] ?? '',
      handoverId,
      paperId,
      itemId,
      councilId,
      memberId,
      movementId,
      guidingPaperId,
      barId,
      recusalId,
      recordId,
      membershipId: membership.id,
    }
  }

  /** What strangers try: the first bloc's own addresses, and forms in which ids of two blocs are mixed. */
  function attemptsOn(of: Awaited<ReturnType<typeof fill>>): readonly Attempt[] {
    const own = { blocYearId: a.blocYearId, unitId: third }
    const year = { blocYearId: a.blocYearId }
    const both = (name: string, action: AnyAction, more: object = {}): readonly Attempt[] => [
      [name, action, { ...own, ...more }],
      [
        `${name}, under the stranger's own year`,
        action,
        { blocYearId: b.blocYearId, unitId: third, ...more },
      ],
      [`${name}, as the stranger's own unit`, action, { ...year, unitId: b.unitIds[1], ...more }],
    ]
    const titles = { collective: [], personal: [], initiatives: 9 }
    const target = { indicatorId: of.indicatorId, kind: 'at_least', setBy: 'own', value: '1' }
    const held = {
      heldOn: TODAY,
      heldFrom: null,
      heldTo: null,
      place: '',
      attendedTeam: '',
      attendedUnit: '',
      contents: 'x',
    }
    const signature = { signerName: 'Giả', signerTitle: 'GĐ', capacity: '', signedOn: TODAY }
    const rating = {
      subject: 'unit',
      level: 'not_completed',
      decidedBy: 'x',
      decision: 'x',
      decidedOn: TODAY,
    }
    return [
      ...both('registers titles', registerTitles, titles),
      ...both('sends a registration', sendRegistration),
      ...both('accepts a registration', acceptRegistration),
      ...both('sets a target', setTarget, target),
      ...both('sets targets from a file', importTargets, pastedLines('Mức giao')),
      ...both('withdraws a target', withdrawTarget, { indicatorId: of.indicatorId, reason: 'x' }),
      ...both('records a result', recordResult, { indicatorId: of.indicatorId, value: '1' }),
      ...both('records results from a file', importFigures, { ...pastedLines('Kết quả'), period: '2026' }),
      ...both('writes a narrative', writeNarrative, {
        fieldCode: null,
        part: 'context',
        period: '',
        body: 'x',
      }),
      ...both('sends a report', sendReport, { step: 'year_report', channel: 'paper' }),
      ...both('accepts a report', acceptReport, { step: 'year_report' }),
      ...both('asks about a figure', askAboutFigure, {
        indicatorId: of.indicatorId,
        period: '2026',
        body: 'x',
        dueOn: null,
      }),
      ...both('answers a question', answerQuestion, { questionId: of.questionId, body: 'x', version: 1 }),
      ...both('asks further', askAgain, { questionId: of.questionId, body: 'x', dueOn: null, version: 1 }),
      ...both('settles a question', settleQuestion, { questionId: of.questionId, body: '', version: 1 }),
      ...both('asks for a change of a target', requestTargetChange, {
        ...target,
        targetId: of.targetId,
        reason: 'x',
        version: 1,
      }),
      ...both('agrees to a change', agreeTargetChange, { targetId: of.targetId, answer: 'x' }),
      ...both('refuses a change', refuseTargetChange, { targetId: of.targetId, answer: 'x' }),
      ...both('takes a request back', takeBackTargetChange, { targetId: of.targetId }),
      [
        'retires an indicator',
        retireIndicator,
        { blocYearId: a.blocYearId, indicatorId: of.indicatorId, reason: 'x' },
      ],
      ['restores an indicator', restoreIndicator, { blocYearId: a.blocYearId, indicatorId: of.indicatorId }],
      ...both('adds evidence', addEvidence, { resultId: of.resultId, file }),
      ...both('takes evidence away', withdrawEvidence, { evidenceId: of.evidenceId }),
      ...both('rates a unit', rateUnit, rating),
      ...both('lowers a rating', downgradeRating, {
        subject: 'unit',
        downgradedTo: 'not_completed',
        downgradedOn: TODAY,
        reason: 'x',
      }),
      ...both('signs the pledge', signPledge, signature),
      ...both('records a signature', recordPaperSignature, signature),
      ...both('scores itself', saveSelfScores, { entries: {} }),
      ['plans checks', addPlan, { ...round, ...year }],
      ['announces a plan of checks', announcePlan, { planId: of.planId }],
      ['discards a plan of checks', discardPlan, { planId: of.planId }],
      ['divides into teams', adoptTeams, { planId: of.planId, teams: 2, name: 'x' }],
      ['schedules visits', scheduleVisits, { planId: of.planId, visits: [], reason: 'x' }],
      [
        'adds a team of its own to the plan',
        addTeam,
        {
          planId: of.planId,
          name: 'x',
          leadingUnitId: b.unitIds[0],
          unitIds: [b.unitIds[0]],
          persons: [],
        },
      ],
      ['records a visit', recordVisit, { ...held, visitId: of.visitId }],
      [
        'observes',
        observe,
        { visitId: of.visitId, kind: 'strength', body: 'x', criterionCode: '', indicatorId: null },
      ],
      ['asks for a correction', askCorrection, { visitId: of.visitId, body: 'x', dueOn: TODAY }],
      [
        'answers a correction',
        answerCorrection,
        { visitId: of.visitId, correctionId: of.visitId, answer: 'x', files: [] },
      ],
      ['gives an opinion', giveOpinion, { visitId: of.visitId, opinion: 'x' }],
      ['cancels a visit', cancelCheckVisit, { visitId: of.visitId, reason: 'x' }],
      ...both('signs the minutes of a check', signMinutes, { ...signature, visitId: of.visitId }),
      ...both('records a signature of a check', recordMinutesSignature, {
        ...signature,
        visitId: of.visitId,
        scan: null,
      }),
      ...both('questions points', sendAppeal, { code: null, kind: 'appeal', body: 'x' }),
      ...both('withdraws a question', withdrawAppeal, { appealId: of.barId }),
      ...both('answers a question', answerAppeal, { appealId: of.barId, outcome: 'kept', answer: 'x' }),
      ...both('opens the time for questions again', reopenAppeals, { dueOn: TODAY, reason: 'x' }),
      ['shows the points', showAppraisal, { ...year }],
      ...both('steps back for another', declareRecusal, { appraiserUnitId: a.unitIds[3], reason: 'x' }),
      ['lifts that somebody stepped back', liftRecusal, { ...year, recusalId: of.recusalId, reason: 'x' }],
      [
        "lifts that somebody stepped back, under the stranger's own year",
        liftRecusal,
        { blocYearId: b.blocYearId, recusalId: of.recusalId, reason: 'x' },
      ],
      ...both('scores itself from a file', importSelfScores, pastedLines('Điểm')),
      ...both('records a bar', recordBar, { kind: 'discipline', detail: 'x', source: 'x', openedOn: TODAY }),
      ...both('clears a bar', clearBar, {
        barId: of.barId,
        clearedOn: TODAY,
        reason: 'x',
        clearingReason: 'x',
      }),
      ...both('launches in-house', launchUnitMovement, {
        parentId: null,
        title: 'x',
        launchedOn: TODAY,
        file: null,
        note: 'x',
        channel: 'paper',
      }),
      ...both('decides a step', decideStep, { step: 'registration', decision: 'accept', reason: '' }),
      ...both('receives a paper', receivePaper, {
        step: 'registration',
        receivedOn: TODAY,
        note: 'x',
        scan: null,
        accepted: true,
      }),
      ['starts a draft', startDraft, { ...year, kind: 'report', title: 'x', body: 'x', file: null }],
      [
        'revises a draft',
        reviseDraft,
        { draftId: of.draftId, title: 'x', body: 'x', file: null, changes: '', version: 1 },
      ],
      [
        'circulates a draft',
        circulateDraft,
        { draftId: of.draftId, dueOn: '2026-12-01', silenceMeans: 'agrees' },
      ],
      [
        'comments a draft for its own unit',
        commentDraft,
        {
          draftId: of.draftId,
          unitId: b.unitIds[1],
          agrees: true,
          passage: '',
          body: '',
          channel: 'screen',
          signer: '',
          file: null,
        },
      ],
      ['adopts a draft', adoptDraft, { draftId: of.draftId, adoptedOn: TODAY, adoptedHow: 'meeting' }],
      ['withdraws a draft', withdrawDraft, { draftId: of.draftId, reason: 'x' }],
      [
        'revises an activity',
        reviseActivity,
        {
          activityId: of.activityId,
          version: 1,
          kind: 'sport',
          title: 'x',
          heldOn: null,
          place: '',
          cost: null,
          note: '',
        },
      ],
      ['records participation', recordParticipation, { activityId: of.activityId, parts: [] }],
      ['drafts the pledge', draftPledge, { ...year, title: 'x', preamble: '', contents: 'x' }],
      ['plans a conference', planConference, { ...plan, ...year, councilId: null, movementId: null }],
      [
        'plans a session of the council',
        planConference,
        { ...plan, kind: 'council', blocYearId: null, councilId: of.councilId, movementId: null },
      ],
      [
        'plans a session of the council under its own year',
        planConference,
        { ...plan, blocYearId: b.blocYearId, councilId: of.councilId, movementId: null },
      ],
      [
        'plans a conference of its own about the drive',
        planConference,
        { ...plan, blocYearId: b.blocYearId, councilId: null, movementId: of.movementId },
      ],
      ['changes a conference', changeConference, { ...plan, conferenceId: of.conferenceId, version: 1 }],
      ['closes a conference', closeConference, { conferenceId: of.conferenceId, conclusion: 'x' }],
      ['invites a guest', inviteGuest, { conferenceId: of.conferenceId, guest: 'x', title: '' }],
      [
        'confirms attendance of its own unit',
        confirmAttendance,
        { ...nothing, conferenceId: of.conferenceId, unitId: b.unitIds[1], channel: 'screen' },
      ],
      [
        'records attendance',
        recordAttendance,
        { conferenceId: of.conferenceId, channel: 'screen', lines: [{ ...nothing, unitId: third }] },
      ],
      [
        'remarks',
        addRemark,
        { conferenceId: of.conferenceId, unitId: b.unitIds[1], speaker: 'x', body: 'x' },
      ],
      ['answers a remark', answerRemark, { remarkId: of.remarkId, takenUp: true, answer: '' }],
      ['reads out a report', readReport, { conferenceId: of.conferenceId, draftId: of.draftId }],
      [
        'adds a direction',
        addDirection,
        { conferenceId: of.conferenceId, body: 'x', aimValue: null, aimUnit: '', forYear: null },
      ],
      ['opens a poll', openPoll, { pollId: of.pollId }],
      ['votes', castBallot, { pollId: of.pollId, stances: {}, unitId: b.unitIds[0] }],
      ['closes a poll', closePoll, { pollId: of.pollId }],
      ['records a consensus', recordConsensus, { pollId: of.pollId, agreed: [] }],
      ['discards a poll', discardPoll, { pollId: of.pollId }],
      [
        'proposes',
        proposeUnnamed,
        {
          ...year,
          awardCode: 'ttldtt',
          count: 1,
          printedWording: '',
          mode: 'score',
          departureReason: 'x',
          overrideReason: 'x',
        },
      ],
      [
        'names a proposal',
        nameProposal,
        { proposalId: of.proposalId, unitId: third, mode: 'score', departureReason: 'x', named: true },
      ],
      ['withdraws a proposal', withdrawProposal, { proposalId: of.proposalId, reason: 'x' }],
      [
        'writes an achievement report',
        writeAchievement,
        { proposalId: of.proposalId, achievement: 'x', channel: 'screen', send: true },
      ],
      [
        'submits',
        submitProposals,
        {
          ...year,
          movementId: null,
          sentOn: TODAY,
          addressee: 'x',
          number: '',
          channel: 'paper',
          leftOutReason: 'x',
          note: '',
        },
      ],
      [
        'records an outcome',
        recordOutcome,
        {
          proposalIds: [of.proposalId],
          outcome: 'refused',
          on: TODAY,
          reason: 'x',
          number: '',
          issuer: '',
          channel: 'paper',
        },
      ],
      [
        'presents an award',
        presentAward,
        { proposalIds: [of.proposalId], presentedOn: TODAY, presentedAt: 'x', channel: 'paper' },
      ],
      ['removes an award of record', removeAwardRecord, { recordId: of.recordId, reason: 'x' }],
      [
        'gives the handover',
        giveHandover,
        { handoverId: of.handoverId, givenBy: 'x', channel: 'paper', file: null },
      ],
      [
        'appoints the next head',
        appointNextLeader,
        {
          ...year,
          role: 'head',
          unitId: third,
          how: 'rotation',
          fromDate: TODAY,
          basis: 'x',
          personName: '',
          personTitle: '',
        },
      ],
      [
        'issues a paper',
        issuePaper,
        {
          paperId: of.paperId,
          number: 1,
          symbol: '',
          issuedOn: TODAY,
          place: '',
          signerName: 'x',
          signerTitle: 'x',
          capacity: '',
        },
      ],
      ['writes a part of a paper', writePart, { paperId: of.paperId, key: 'contents', body: 'x' }],
      ['discards a paper', discardPaper, { paperId: of.paperId }],
      ['drafts a paper', draftPaper, { type: 'invitation', ...year, conferenceId: of.conferenceId }],
      ['edits news', editNews, { ...text, itemId: of.itemId, version: 1 }],
      ['approves news', approveNews, { itemId: of.itemId }],
      [
        'drafts news about the conference under its own year',
        draftConferenceNews,
        { blocYearId: b.blocYearId, conferenceId: of.conferenceId },
      ],
      ['drafts news about the drive', draftDriveNews, { movementId: of.movementId }],
      [
        'seats somebody on the council',
        addCouncilMember,
        {
          councilId: of.councilId,
          personId: null,
          fullName: 'x',
          position: '',
          unitId: null,
          duty: 'member',
          fromDate: TODAY,
        },
      ],
      ['ends a seat', endCouncilMember, { memberId: of.memberId, toDate: TODAY }],
      [
        'revises the drive',
        reviseDrive,
        { ...drive, movementId: of.movementId, councilId: null, version: 1 },
      ],
      [
        'adds to the drive',
        addParticipant,
        { movementId: of.movementId, kind: 'person', name: 'x', groupName: '', unitId: null },
      ],
      ['moves the drive', moveDrive, { movementId: of.movementId, to: 'closed', reason: 'x' }],
      [
        'launches for the bloc',
        launchBlocMovement,
        {
          ...drive,
          ...year,
          parentId: null,
          kind: 'yearly',
          launchedOn: TODAY,
          file: null,
          note: 'x',
          channel: 'screen',
        },
      ],
      ['adopts the scoring table', adoptScoreTable, { ...year, adoptedOn: TODAY, how: 'x' }],
      [
        'revises a guiding paper',
        reviseGuidingPaper,
        {
          paperId: of.guidingPaperId,
          type: 'CV',
          number: '2',
          issuer: '',
          issuedOn: null,
          title: 'x',
          summary: '',
          file: null,
          addresseeIds: [],
          version: 1,
        },
      ],
      ['acknowledges a paper', acknowledgePaper, { paperId: of.guidingPaperId, unitId: third }],
      ['records a receipt', recordReceipt, { paperId: of.guidingPaperId, unitId: third, note: 'x' }],
      ['sets a rule', setRule, { ...year, key: 'quorum', value: null, basis: '' }],
      ['sets days', setDeadlines, { ...year, deadlines: [] }],
      ['moves the year on', advanceYear, { ...year, reason: 'x' }],
      ['opens the next year', openYear, { blocId: a.blocId, year: 2027 }],
      ['orders the members', orderMembers, { blocId: a.blocId, positions: {} }],
      ['ends a membership', endMembership, { membershipId: of.membershipId, toDate: TODAY, basis: 'x' }],
      [
        'takes the unit in as a member',
        addMember,
        { blocId: a.blocId, unitId: b.unitIds[0], fromDate: TODAY, toDate: null, basis: '', position: null },
      ],
      [
        'sets the head',
        setLeadership,
        {
          blocId: a.blocId,
          unitId: third,
          role: 'head',
          forYear: 2026,
          fromDate: TODAY,
          how: 'appointed',
          basis: 'x',
          personName: '',
          personTitle: '',
        },
      ],
      ['renames a unit', renameUnit, { unitId: third, name: 'x', shortName: 'x', from: TODAY, basis: '' }],
      ['dissolves a unit', dissolveUnit, { unitId: third, on: TODAY, basis: '', note: '' }],
    ]
  }

  async function countTraces(): Promise<string> {
    const found = await sql<{ count: string }>`select count(*) as count from audit.entry`.execute(site.db)
    return found.rows[0]?.count ?? ''
  }

  it.each(['ld-b-1', 'cv-b-2', 'thuky-b', 'tinh-b', 'ld-c-1', 'tinh-c'])(
    'is closed to %s in every act, whatever ids the form holds',
    async (stranger) => {
      expect(attempts.length).toBeGreaterThan(100)
      const before = await countTraces()
      const open: string[] = []
      for (const [name, action, input] of attempts) {
        const outcome = await site.act(stranger, action, input)
        if (outcome.ok) open.push(`${name}: done`)
        else if (!REFUSED.includes(outcome.error.code)) open.push(`${name}: ${JSON.stringify(outcome.error)}`)
      }
      expect(open).toEqual([])
      expect(await countTraces()).toBe(before)
    },
    60_000,
  )

  it('of another province has nothing to do with its units, rules and awards', async () => {
    const { provinceId } = a
    const tries: readonly Attempt[] = [
      [
        'takes a unit of the other province in, to enter its figures',
        addMember,
        { blocId: c.blocId, unitId: third, fromDate: TODAY, toDate: null, basis: '', position: null },
      ],
      [
        'lets its unit go on as one of the other province',
        mergeUnit,
        {
          unitId: c.unitIds[1],
          successorId: third,
          on: TODAY,
          basis: '',
          note: '',
          successorJoins: true,
          targets: 'pass_on',
        },
      ],
      [
        'addresses a paper to a unit of the other province',
        addGuidingPaper,
        {
          provinceId: c.provinceId,
          blocId: null,
          year: 2026,
          type: 'CV',
          number: '',
          issuer: '',
          issuedOn: null,
          title: 'x',
          summary: '',
          file: null,
          addresseeIds: [third],
        },
      ],
      ['founds a bloc', foundBloc, { provinceId, name: 'x', shortName: 'x', aliases: [] }],
      ['changes a bloc', changeBloc, { blocId: a.blocId, aliases: [], version: 1 }],
      [
        'sets a rule',
        setProvinceRule,
        { provinceId, key: 'quorum', value: null, fromYear: 2026, toYear: null, locked: false, basis: '' },
      ],
    ]
    const before = await countTraces()
    for (const [name, action, input] of tries) {
      expect([name, await site.act('tinh-c', action, input)]).toMatchObject([name, { ok: false }])
    }
    expect(await countTraces()).toBe(before)
  })

  it('cannot send its drive before a council of others', async () => {
    const council = await site.db.selectFrom('council').select('id').executeTakeFirstOrThrow()
    const input = {
      ...drive,
      provinceId: b.provinceId,
      ownerUnitId: b.unitIds[0],
      councilId: council.id,
      parentId: null,
      year: 2026,
      launchedOn: null,
      file: null,
      note: '',
      channel: 'screen',
    } as const
    expect(await site.act('ld-b-1', launchDrive, input)).toMatchObject({
      error: { fields: { councilId: { code: 'choice_required' } } },
    })
  })

  it('keeps the record of who acted for whom: deciding about a unit is not acting on its behalf', async () => {
    const step = { blocYearId: a.blocYearId, unitId: third }
    await site.did('cv3', sendRegistration, step)
    await site.did('ld1', acceptRegistration, step)
    await site.did('thuky', writeNarrative, {
      ...step,
      fieldCode: null,
      part: 'context',
      period: '',
      body: 'Theo công văn',
    })
    const entries = await sql<{ event: string; onBehalfOf: string | null }>`
      select event, on_behalf_of from audit.entry order by id desc limit 3`.execute(site.db)
    expect(entries.rows).toEqual([
      { event: 'narrative.written', onBehalfOf: third },
      { event: 'registration.accepted', onBehalfOf: null },
      { event: 'registration.sent', onBehalfOf: null },
    ])
  })
})
