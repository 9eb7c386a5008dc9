import { nameWithoutTitle } from '../../../domain/documents/names.ts'
import type { Paper } from '../../../domain/documents/paper.ts'
import {
  type AchievementReportInput,
  buildAchievementReport,
  type EarlierAward,
} from '../../../domain/documents/papers/achievement-report.ts'
import { buildAppraisalMinutes } from '../../../domain/documents/papers/appraisal-minutes.ts'
import type { Statement } from '../../../domain/documents/papers/parties.ts'
import { buildSubmission } from '../../../domain/documents/papers/submission.ts'
import { printDate } from '../../../domain/vietnamese/index.ts'
import { listYearFigures } from '../../../records/figures.store.ts'
import {
  type EarlierFacts,
  findSubmission,
  listEarlierAwards,
  listProposals,
  listRatings,
  type ProposalFacts,
  type RatingFacts,
} from './awards.store.ts'
import {
  findChoosingConference,
  findConferenceFacts,
  listAttendance,
  listCountedPolls,
  listRemarks,
  type PollFacts,
} from './conference.store.ts'
import { basesOf } from './law.ts'
import { attendanceOf, chairOf, meetingOf, secretaryOf } from './meeting.ts'
import { findUnitFacts } from './parties.store.ts'
import { issueOf, minutesIssue, partiesOf, signerOf, unitParty } from './parties.ts'
import { votesOf } from './polls.ts'
import { provinceText } from './provinces.ts'
import { listNarratives } from './report.store.ts'
import { type Assembly, linesOf, markOf, stated, writtenLines, writtenOr } from './request.ts'
import { readSummary, type ScoreTableFacts } from './scores.papers.ts'
import { assembleSeries } from './series.ts'
import { onDay, stopped } from './wording.ts'

/** Biên bản bình xét: who is proposed, on which ground, and why the ranking was departed from. */
export async function assembleAppraisalMinutes(assembly: Assembly): Promise<Paper | undefined> {
  const { db, year, request } = assembly
  const parties = await partiesOf(assembly)
  const conferenceId = request.conferenceId ?? (await findChoosingConference(db, year.id))
  const conference = conferenceId ? await findConferenceFacts(db, year.id, conferenceId) : undefined
  const proposals = await listProposals(db, year)
  if (!parties || !conference?.heldOn || proposals.length === 0) return undefined
  const grounds = await groundsOf(assembly)
  const remarks = await listRemarks(db, conference.id)
  const names = new Map(year.members.map((unit) => [unit.id, unit.name]))
  const submission = await findSubmission(db, year.id)
  const paper = buildAppraisalMinutes({
    bloc: parties.bloc,
    issue: minutesIssue(request),
    year: year.year,
    meeting: meetingOf(conference, conference.heldOn),
    chair: chairOf(conference),
    secretary: secretaryOf(conference),
    attendance: attendanceOf(year, await listAttendance(db, conference.id)),
    manner: [...mannerOf(proposals), ...writtenLines(request, 'manner')],
    opinions: [
      ...remarks.map((remark) => {
        const speaker = [remark.speaker, names.get(remark.unitId ?? '') ?? '']
          .filter((part) => part !== '')
          .join(', ')
        return stated(
          stopped(speaker === '' ? remark.body : `${speaker}: ${remark.body}`),
          remark.illustrative,
        )
      }),
      ...linesOf(submission?.leftOutReason ?? '').map((line) =>
        stated(`Lý do không đề nghị đơn vị đã được gợi ý theo xếp hạng, bỏ phiếu: ${line}`, false),
      ),
      ...writtenLines(request, 'opinions'),
    ],
    proposals: proposals.map((one) => ({
      award: one.awardName,
      receiver: one.receiver,
      ground: groundText(one, grounds),
      departure: one.departureReason,
      ...markOf(one.illustrative),
    })),
    recipients: writtenOr(request, 'recipients', ['Các đơn vị thành viên', 'Lưu: VT']),
  })
  return { ...paper, bases: await basesOf(assembly, 'appraisal-minutes', conference.heldOn) }
}

/** Tờ trình with the danh sách trích ngang. */
export async function assembleSubmission(assembly: Assembly): Promise<Paper | undefined> {
  const { db, year, request } = assembly
  const parties = await partiesOf(assembly)
  const proposals = await listProposals(db, year)
  if (!parties || proposals.length === 0) return undefined
  const grounds = await groundsOf(assembly)
  const earlier = await listEarlierAwards(db, year)
  const submission = await findSubmission(db, year.id)
  const paper = buildSubmission({
    bloc: parties.bloc,
    year: year.year,
    issue: issueOf(request),
    signer: signerOf(request, parties.leaders.get(year.headUnitId ?? '')),
    addressees: writtenOr(request, 'addressees', [
      submission?.addressee || `Hội đồng Thi đua - Khen thưởng ${provinceText(year.province.name)}`,
    ]),
    bases: [],
    process: [
      ...(await processOf(assembly, grounds)),
      ...mannerOf(proposals),
      ...writtenLines(request, 'process'),
    ],
    receivers: proposals.map((one) => {
      const leader = parties.leaders.get(one.unitId ?? '')
      return {
        award: one.awardName,
        receiver: one.receiver,
        details:
          one.recipient === 'collective' && leader?.capacity === '' && leader.name !== ''
            ? `${leader.title || 'Thủ trưởng'}: ${nameWithoutTitle(leader.name)}`
            : '',
        score: grounds.scores?.byUnit.get(one.unitId ?? '')?.total ?? '',
        votes: voteText(one, grounds.polls),
        earlierAwards: earlierOf(one, earlier)
          .slice(0, 3)
          .map((award) => `${award.awardName} (${award.year})`)
          .join('; '),
        merits: one.achievement,
        ...markOf(one.illustrative || (leader?.illustrative ?? false)),
      }
    }),
    enclosures: writtenOr(request, 'enclosures', enclosuresOf(grounds, proposals)),
    recipients: writtenOr(request, 'recipients', ['Như trên', 'Các đơn vị thành viên', 'Lưu: VT']),
  })
  return { ...paper, bases: await basesOf(assembly, 'submission', submission?.sentOn ?? null) }
}

/** What the choice stood on. */
type Grounds = { readonly polls: readonly PollFacts[]; readonly scores: ScoreTableFacts | undefined }

async function groundsOf(assembly: Assembly): Promise<Grounds> {
  const { db, year } = assembly
  return {
    polls: await listCountedPolls(db, { blocYearId: year.id }, year.year),
    scores: await readSummary(assembly),
  }
}

function groundText(proposal: ProposalFacts, grounds: Grounds): string {
  const score = proposal.unitId === null ? undefined : grounds.scores?.byUnit.get(proposal.unitId)
  const rank = proposal.rank ?? score?.rank ?? null
  const votes = voteText(proposal, grounds.polls)
  return [
    score && proposal.recipient === 'collective' ? `${score.total} điểm` : '',
    rank === null ? '' : `xếp thứ ${rank}`,
    votes === '' ? '' : `${votes} phiếu đồng ý`,
    proposal.mode === 'consensus' ? 'hội nghị thống nhất' : '',
  ]
    .filter((part) => part !== '')
    .join(', ')
}

function voteText(proposal: ProposalFacts, polls: readonly PollFacts[]): string {
  const poll =
    polls.find((one) => one.id === proposal.pollId) ??
    polls.findLast((one) => one.purpose === 'award' && one.awardCode === proposal.awardCode)
  return poll ? votesOf(poll, proposal.unitId, proposal.receiver) : ''
}

const modeTexts: Readonly<Record<ProposalFacts['mode'], string>> = {
  score: 'theo điểm và thứ hạng thi đua',
  vote: 'bằng biểu quyết, bỏ phiếu',
  vote_among_top: 'bằng bỏ phiếu trong số các đơn vị có điểm cao nhất',
  consensus: 'trên cơ sở thống nhất của hội nghị',
}

/** How each award was chosen, one sentence an award. */
function mannerOf(proposals: readonly ProposalFacts[]): readonly Statement[] {
  const awards = [...new Set(proposals.map((one) => one.awardName))]
  return awards.map((award) => {
    const own = proposals.filter((one) => one.awardName === award)
    const modes = [...new Set(own.map((one) => modeTexts[one.mode]))]
    return stated(
      `${award}: xét ${modes.join('; ')}.`,
      own.every((one) => one.illustrative),
    )
  })
}

async function processOf({ db, year }: Assembly, grounds: Grounds): Promise<readonly Statement[]> {
  const conferenceId = await findChoosingConference(db, year.id)
  const conference = conferenceId ? await findConferenceFacts(db, year.id, conferenceId) : undefined
  if (!conference) return []
  const { members, absent } = attendanceOf(year, await listAttendance(db, conference.id))
  const { illustrative } = conference
  const scored = grounds.scores?.units.filter((unit) => unit.total !== '').length ?? 0
  return [
    ...(scored === 0
      ? []
      : [
          stated(
            `${scored}/${members} đơn vị thành viên đã được chấm điểm thi đua năm ${year.year}.`,
            illustrative,
          ),
        ]),
    stated(
      `${conference.title}${onDay(conference.heldOn)} có ${members - absent.length}/${members} đơn vị thành viên tham dự, đã bình xét và thống nhất đề nghị khen thưởng.`,
      illustrative,
    ),
  ]
}

function enclosuresOf(grounds: Grounds, proposals: readonly ProposalFacts[]): readonly string[] {
  return [
    'Biên bản bình xét',
    ...(grounds.polls.some((poll) => poll.source === 'box' || poll.source === 'paper')
      ? ['Biên bản kiểm phiếu']
      : []),
    `Báo cáo thành tích của các tập thể, cá nhân được đề nghị (${proposals.length} bản)`,
  ]
}

/** Báo cáo thành tích of a unit, or of the receiver of one proposal. */
export async function assembleAchievementReport(assembly: Assembly): Promise<Paper | undefined> {
  const { db, year, request } = assembly
  const parties = await partiesOf(assembly)
  const proposals = await listProposals(db, year)
  const proposal = proposals.find((one) =>
    request.proposalId === null ? one.unitId === request.unitId : one.id === request.proposalId,
  )
  const unit = proposal?.unitId ? await findUnitFacts(db, proposal.unitId, year.year) : undefined
  if (!parties || !proposal || !unit) return undefined
  const earlier = earlierOf(proposal, await listEarlierAwards(db, year))
  return buildAchievementReport({
    unit: unitParty(unit, assembly),
    receiver: proposal.receiver,
    award: proposal.awardName,
    year: year.year,
    date: request.issuedOn,
    signer: signerOf(request, parties.leaders.get(unit.id)),
    confirmation: { title: `Xác nhận của ${year.bloc.label}`, person: null },
    situation: [...(await contextOf(assembly, unit.id)), ...writtenLines(request, 'situation')],
    achievements: await achievementsOf(assembly, proposal, unit.id),
    titles: earlier.filter((award) => award.kind === 'title').map(earlierAward),
    awards: earlier.filter((award) => award.kind !== 'title').map(earlierAward),
    ...(proposal.recipient === 'collective'
      ? await assembleSeries(assembly, unit.id)
      : { tables: [], charts: [] }),
  })
}

async function contextOf({ db, year }: Assembly, unitId: string): Promise<readonly Statement[]> {
  const narratives = await listNarratives(db, year, '')
  return narratives
    .filter((one) => one.unitId === unitId && one.part === 'context')
    .flatMap((one) => linesOf(one.body).map((line) => stated(stopped(line), one.illustrative)))
}

async function achievementsOf(
  assembly: Assembly,
  proposal: ProposalFacts,
  unitId: string,
): Promise<AchievementReportInput['achievements']> {
  const { db, year, request } = assembly
  const ofUnit = proposal.recipient === 'collective'
  const figures = ofUnit
    ? (await listYearFigures(db, year.id)).filter((figure) => figure.unitId === unitId)
    : []
  const narratives = ofUnit ? await listNarratives(db, year, '') : []
  const ratings = ofUnit ? await listRatings(db, unitId, year.year) : []
  const parts = [
    {
      title: 'Kết quả thực hiện nhiệm vụ',
      statements: [
        ...figures.map(({ sentence, illustrative }) => stated(stopped(sentence), illustrative)),
        ...narratives
          .filter((one) => one.unitId === unitId && one.part === 'results')
          .flatMap((one) => linesOf(one.body).map((line) => stated(stopped(line), one.illustrative))),
      ],
    },
    { title: 'Mức độ hoàn thành nhiệm vụ', statements: ratings.map(ratingStatement) },
    {
      title: 'Tóm tắt thành tích',
      statements: [
        ...linesOf(proposal.achievement).map((line) => stated(stopped(line), proposal.illustrative)),
        ...writtenLines(request, 'achievements'),
      ],
    },
  ]
  return parts.filter((part) => part.statements.length > 0)
}

const levelTexts: Readonly<Record<RatingFacts['level'], string>> = {
  excellent: 'hoàn thành xuất sắc nhiệm vụ',
  good: 'hoàn thành tốt nhiệm vụ',
  completed: 'hoàn thành nhiệm vụ',
  not_completed: 'không hoàn thành nhiệm vụ',
}

function ratingStatement(rating: RatingFacts): Statement {
  const subject = rating.subject === 'unit' ? 'Đơn vị' : 'Tổ chức đảng'
  const source = [
    rating.decision,
    rating.decidedOn === null ? '' : onDay(rating.decidedOn).trim(),
    rating.decidedBy,
  ]
    .filter((part) => part !== '')
    .join(', ')
  return stated(
    `${subject} được xếp loại ${levelTexts[rating.level]}${source === '' ? '' : ` (${source})`}.`,
    rating.illustrative,
  )
}

function earlierOf(proposal: ProposalFacts, earlier: readonly EarlierFacts[]): readonly EarlierFacts[] {
  return earlier.filter((award) =>
    proposal.recipient === 'collective'
      ? award.unitId !== null && award.unitId === proposal.unitId
      : proposal.recipientName !== '' && award.recipientName === proposal.recipientName,
  )
}

function earlierAward(award: EarlierFacts): EarlierAward {
  return {
    year: String(award.year),
    name: award.awardName,
    decision: [
      award.decisionNumber,
      award.decidedOn === null ? '' : `ngày ${printDate(award.decidedOn)}`,
      award.decidedBy,
    ]
      .filter((part) => part !== '')
      .join(', '),
    ...markOf(award.illustrative),
  }
}
