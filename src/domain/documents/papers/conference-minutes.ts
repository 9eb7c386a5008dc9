import { dashes, heading, paragraph } from '../blocks.ts'
import type { Block, Paper, Words } from '../paper.ts'
import { signatureOf } from '../signing.ts'
import { marked } from '../words.ts'
import {
  type Attendance,
  attendanceBlocks,
  closingSentence,
  type MeetingPlace,
  openingSentence,
  type Participant,
  participantList,
  presented,
} from './meeting.ts'
import {
  allSaid,
  type BlocParty,
  blocIssuer,
  blocSymbol,
  type Issue,
  type Statement,
  said,
} from './parties.ts'

/** A remark made at a conference. */
export interface MinutesRemark {
  readonly speaker: string
  readonly remark: Statement
}

/** A decision of a conference with how it was taken ("biểu quyết giơ tay: 12/12 đơn vị đồng ý"). */
export interface MinutesDecision {
  readonly decision: Statement
  readonly manner: string
}

/** What happened at a conference of the bloc. */
export interface ConferenceMinutesInput {
  readonly bloc: BlocParty
  /** Null when the minutes bear no number. */
  readonly issue: Issue | null
  /** "Hội nghị tổng kết công tác thi đua, khen thưởng năm 2022". */
  readonly conference: string
  readonly meeting: MeetingPlace
  readonly chair: Participant
  readonly secretary: Participant
  readonly guests: readonly Participant[]
  readonly attendance: Attendance
  readonly agenda: readonly Statement[]
  readonly remarks: readonly MinutesRemark[]
  readonly decisions: readonly MinutesDecision[]
  readonly conclusion: readonly Statement[]
  readonly recipients: readonly string[]
}

/** Biên bản hội nghị: secretary signs left, chair right. */
export function buildConferenceMinutes(input: ConferenceMinutesInput): Paper {
  const { bloc, issue } = input
  return {
    code: 'BB',
    issuer: blocIssuer(bloc),
    symbol: issue === null ? null : blocSymbol(bloc, issue),
    place: bloc.place,
    date: input.meeting.date,
    name: 'Biên bản',
    subject: input.conference,
    addressees: [],
    bases: [],
    orientation: 'portrait',
    body: body(input),
    endMark: true,
    signatures: {
      kind: 'several',
      signatures: [signatureOf('Thư ký', input.secretary), signatureOf('Chủ trì', input.chair)],
    },
    recipients: input.recipients,
    annexes: [],
  }
}

function body(input: ConferenceMinutesInput): readonly Block[] {
  const parts: readonly (readonly [string, readonly Block[]])[] = [
    ['Thành phần', attendance(input)],
    ['Nội dung', dashes(allSaid(input.agenda))],
    ['Ý kiến tại hội nghị', input.remarks.map(remark)],
    ['Nội dung thống nhất', dashes(input.decisions.map(decision))],
    ['Kết luận của chủ trì', input.conclusion.map((statement) => paragraph(said(statement)))],
  ]
  return [
    paragraph(openingSentence(input.meeting, `${input.bloc.name} tổ chức ${lowered(input.conference)}`)),
    ...parts
      .filter(([, blocks]) => blocks.length > 0)
      .flatMap(([title, blocks], index) => [heading('group', index + 1, title), ...blocks]),
    paragraph(closingSentence(input.meeting, 'Hội nghị')),
  ]
}

function attendance(input: ConferenceMinutesInput): readonly Block[] {
  const guests =
    input.guests.length === 0 ? [] : [paragraph('Đại biểu mời dự:'), ...participantList(input.guests)]
  return [
    presented('Chủ trì', input.chair),
    presented('Thư ký', input.secretary),
    ...guests,
    ...attendanceBlocks(input.attendance),
  ]
}

function remark({ speaker, remark: { text, mark } }: MinutesRemark): Block {
  return paragraph([{ text: `${speaker}: `, bold: true }, ...marked(text, mark)])
}

function decision({ decision: { text, mark }, manner }: MinutesDecision): Words {
  return [...marked(text, mark), { text: manner === '' ? '' : ` (${manner})` }]
}

/** A name inside a sentence: its first letter small. */
function lowered(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}
