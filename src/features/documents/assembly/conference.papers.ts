import type { Paper } from '../../../domain/documents/paper.ts'
import {
  buildConferenceMinutes,
  type MinutesDecision,
} from '../../../domain/documents/papers/conference-minutes.ts'
import { buildInvitation } from '../../../domain/documents/papers/invitation.ts'
import { buildTallyMinutes } from '../../../domain/documents/papers/tally-minutes.ts'
import {
  type ConferenceFacts,
  findConferenceFacts,
  listAgenda,
  listAttendance,
  listCountedPolls,
  listRemarks,
  listTellers,
} from './conference.store.ts'
import { attendanceOf, chairOf, guestsOf, hourOf, meetingOf, secretaryOf } from './meeting.ts'
import { issueOf, minutesIssue, partiesOf, signerOf } from './parties.ts'
import { decisionOf, tallyPoll, wasByBallot } from './polls.ts'
import { listDirections } from './report.store.ts'
import { type Assembly, linesOf, markOf, stated, writtenLines, writtenOr } from './request.ts'

/** Giấy mời to a conference of the bloc. */
export async function assembleInvitation(assembly: Assembly): Promise<Paper | undefined> {
  const { db, year, request } = assembly
  const parties = await partiesOf(assembly)
  const conference = await conferenceOf(assembly)
  const time = conference && hourOf(conference)
  if (!parties || !conference?.heldOn || !time) return undefined
  const guests = guestsOf(await listAttendance(db, conference.id), false)
  const agenda = await listAgenda(db, conference.id)
  const chair = chairOf(conference)
  return buildInvitation({
    bloc: parties.bloc,
    issue: issueOf(request),
    signer: signerOf(request, parties.leaders.get(year.headUnitId ?? '')),
    subject: `Dự ${conference.title}`,
    invited: [
      ...guests.map(({ name, capacity, mark }) => ({
        text: [name, capacity].filter((part) => part !== '').join(', '),
        ...(mark ? { mark } : {}),
      })),
      ...writtenLines(request, 'invited'),
      { text: `Thủ trưởng ${year.members.length} đơn vị thành viên ${year.bloc.name}` },
    ],
    contents: agenda.map((item) => item.title),
    chair: {
      text:
        [chair.name, chair.capacity].filter((part) => part !== '').join(', ') ||
        `${year.bloc.headLabel} ${year.bloc.name}`,
      ...(chair.mark && chair.name !== '' ? { mark: chair.mark } : {}),
    },
    date: conference.heldOn,
    time,
    venue: conference.place,
    requests: writtenOr(request, 'requests', []),
    recipients: writtenOr(request, 'recipients', ['Như trên', 'Lưu: VT']),
  })
}

/** Biên bản hội nghị. */
export async function assembleConferenceMinutes(assembly: Assembly): Promise<Paper | undefined> {
  const { db, year, request } = assembly
  const parties = await partiesOf(assembly)
  const conference = await conferenceOf(assembly)
  if (!parties || !conference?.heldOn) return undefined
  const attendance = await listAttendance(db, conference.id)
  const agenda = await listAgenda(db, conference.id)
  const remarks = await listRemarks(db, conference.id)
  const names = new Map(year.members.map((unit) => [unit.id, unit.name]))
  return buildConferenceMinutes({
    bloc: parties.bloc,
    issue: minutesIssue(request),
    conference: conference.title,
    meeting: meetingOf(conference, conference.heldOn),
    chair: chairOf(conference),
    secretary: secretaryOf(conference),
    guests: guestsOf(attendance, true),
    attendance: attendanceOf(year, attendance),
    agenda: agenda.map(({ title, presenter }) =>
      stated(presenter === '' ? title : `${title} (${presenter})`, conference.illustrative),
    ),
    remarks: [
      ...remarks.map((remark) => ({
        speaker:
          [remark.speaker, names.get(remark.unitId ?? '') ?? ''].filter((part) => part !== '').join(', ') ||
          'Đại biểu',
        remark: stated(remark.body + answerText(remark), remark.illustrative),
      })),
      ...attendance
        .filter((line) => line.unitId !== null && line.writtenOpinion !== '')
        .map((line) => ({
          speaker: `${names.get(line.unitId ?? '') ?? ''} (ý kiến bằng văn bản)`,
          remark: stated(line.writtenOpinion, line.illustrative),
        })),
    ],
    decisions: await decisionsOf(assembly, conference),
    conclusion: [
      ...linesOf(conference.conclusion).map((line) => stated(line, conference.illustrative)),
      ...writtenLines(request, 'conclusion'),
    ],
    recipients: writtenOr(request, 'recipients', ['Các đơn vị thành viên', 'Lưu: VT']),
  })
}

function answerText({
  takenUp,
  answer,
}: {
  readonly takenUp: boolean | null
  readonly answer: string
}): string {
  const verdict = takenUp === null ? '' : takenUp ? 'tiếp thu' : 'không tiếp thu'
  const text = [verdict, answer].filter((part) => part !== '').join(': ')
  return text === '' ? '' : ` (${text})`
}

async function decisionsOf(
  { db, year }: Assembly,
  conference: ConferenceFacts,
): Promise<readonly MinutesDecision[]> {
  const polls = await listCountedPolls(db, { conferenceId: conference.id }, year.year)
  const voted = polls.map((poll) => decisionOf(poll, year.bloc.headLabel, year.bloc.deputyLabel))
  const reportVoted = polls.some((poll) => poll.purpose === 'report')
  const report =
    conference.reportAdopted && !reportVoted
      ? [{ decision: stated('Thông qua dự thảo báo cáo', conference.illustrative), manner: '' }]
      : []
  const directions = conference.kind === 'year_end' ? await listDirections(db, year.id) : []
  return [
    ...report,
    ...voted,
    ...directions.map(({ body, illustrative }) => ({
      decision: stated(`Phương hướng, nhiệm vụ năm ${year.year + 1}: ${body}`, illustrative),
      manner: '',
    })),
  ]
}

/** Biên bản kiểm phiếu: all ballots of a conference, or the one that is asked for. */
export async function assembleTallyMinutes(assembly: Assembly): Promise<Paper | undefined> {
  const { db, year, request } = assembly
  const parties = await partiesOf(assembly)
  const conference = await conferenceOf(assembly)
  if (!parties || !conference?.heldOn) return undefined
  const polls = (await listCountedPolls(db, { conferenceId: conference.id }, year.year)).filter(
    (poll) => wasByBallot(poll) && (request.pollId === null || poll.id === request.pollId),
  )
  const tellers = await listTellers(db, conference.id)
  if (polls.length === 0 || tellers.length < 2) return undefined
  const names = new Map(year.members.map((unit) => [unit.id, unit.name]))
  const voters = Math.max(...polls.map((poll) => poll.entitled))
  const voted = Math.max(...polls.map((poll) => poll.returned))
  const { absent } = attendanceOf(year, await listAttendance(db, conference.id))
  const [founding = 'được hội nghị biểu quyết thông qua'] = writtenOr(request, 'founding', [])
  return buildTallyMinutes({
    bloc: parties.bloc,
    issue: minutesIssue(request),
    conference: conference.title,
    meeting: meetingOf(conference, conference.heldOn),
    founding,
    tellers: tellers.map(({ name, unitId }) => ({
      name,
      capacity: names.get(unitId ?? '') ?? '',
      ...markOf(conference.illustrative),
    })),
    voters,
    voted,
    // Names stand beside the number only where they explain it.
    notVoted: absent.length === voters - voted ? absent : [],
    polls: polls.map(tallyPoll),
    recipients: writtenOr(request, 'recipients', ['Chủ trì hội nghị', 'Lưu: VT']),
  })
}

async function conferenceOf({ db, year, request }: Assembly): Promise<ConferenceFacts | undefined> {
  return request.conferenceId === null ? undefined : findConferenceFacts(db, year.id, request.conferenceId)
}
