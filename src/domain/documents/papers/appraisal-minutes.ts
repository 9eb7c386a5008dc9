import { column, heading, paragraph, row } from '../blocks.ts'
import type { Block, Mark, Paper } from '../paper.ts'
import { signatureOf } from '../signing.ts'
import { marked } from '../words.ts'
import {
  type Attendance,
  attendanceBlocks,
  closingSentence,
  type MeetingPlace,
  openingSentence,
  type Participant,
  presented,
} from './meeting.ts'
import { type BlocParty, blocIssuer, blocSymbol, type Issue, type Statement, said } from './parties.ts'

/** One outcome of the bình xét. */
export interface AppraisedProposal {
  readonly award: string
  readonly receiver: string
  /** "98,5 điểm, xếp thứ 1" or "11/12 phiếu (91,67%)". */
  readonly ground: string
  /** Why the ranking was departed from; empty when it was followed. */
  readonly departure: string
  readonly mark?: Mark
}

/** What was appraised and proposed. */
export interface AppraisalMinutesInput {
  readonly bloc: BlocParty
  readonly issue: Issue | null
  readonly year: number
  readonly meeting: MeetingPlace
  readonly chair: Participant
  readonly secretary: Participant
  readonly attendance: Attendance
  /** How it was done: by score, by vote, vote among the first. */
  readonly manner: readonly Statement[]
  readonly opinions: readonly Statement[]
  readonly proposals: readonly AppraisedProposal[]
  readonly recipients: readonly string[]
}

/** Biên bản bình xét: who is proposed for what, on which ground; secretary signs left, chair right. */
export function buildAppraisalMinutes(input: AppraisalMinutesInput): Paper {
  const { bloc, issue } = input
  return {
    code: 'BB',
    issuer: blocIssuer(bloc),
    symbol: issue === null ? null : blocSymbol(bloc, issue),
    place: bloc.place,
    date: input.meeting.date,
    name: 'Biên bản',
    subject: `Bình xét thi đua, đề nghị khen thưởng năm ${input.year}`,
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

function body(input: AppraisalMinutesInput): readonly Block[] {
  const parts: readonly (readonly [string, readonly Block[]])[] = [
    [
      'Thành phần',
      [
        presented('Chủ trì', input.chair),
        presented('Thư ký', input.secretary),
        ...attendanceBlocks(input.attendance),
      ],
    ],
    ['Cách thức bình xét', input.manner.map((statement) => paragraph(said(statement)))],
    ['Ý kiến', input.opinions.map((statement) => paragraph(said(statement)))],
    ['Kết quả bình xét', input.proposals.length === 0 ? [] : [proposalTable(input.proposals)]],
  ]
  return [
    paragraph(openingSentence(input.meeting, `${input.bloc.name} họp bình xét thi đua năm ${input.year}`)),
    ...parts
      .filter(([, blocks]) => blocks.length > 0)
      .flatMap(([title, blocks], index) => [heading('group', index + 1, title), ...blocks]),
    paragraph(closingSentence(input.meeting, 'Cuộc họp')),
  ]
}

function proposalTable(proposals: readonly AppraisedProposal[]): Block {
  return {
    kind: 'table',
    columns: [column(10, 'centre'), column(52), column(43), column(60)],
    head: [row(['TT', 'Danh hiệu, hình thức khen thưởng', 'Tập thể, cá nhân', 'Căn cứ bình xét'])],
    rows: proposals.map((proposal, index) =>
      row([
        `${index + 1}`,
        proposal.award,
        marked(proposal.receiver, proposal.mark),
        proposal.departure === ''
          ? proposal.ground
          : `${proposal.ground}\nLý do khác thứ tự xếp hạng: ${proposal.departure}`,
      ]),
    ),
  }
}
