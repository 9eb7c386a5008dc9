import { dashes, paragraph } from '../blocks.ts'
import { writtenDate, writtenTime } from '../dates.ts'
import type { Block, Paper, Words } from '../paper.ts'
import { bold, marked } from '../words.ts'
import {
  allSaid,
  type BlocParty,
  blocIssuer,
  blocSignature,
  blocSymbol,
  type Issue,
  type Signer,
  type Statement,
} from './parties.ts'

/** What a giấy mời to a conference of the bloc says. */
export interface InvitationInput {
  readonly bloc: BlocParty
  readonly issue: Issue
  readonly signer: Signer
  /** "Dự Hội nghị tổng kết công tác thi đua, khen thưởng năm 2022". */
  readonly subject: string
  /** Who is invited, one line each. */
  readonly invited: readonly Statement[]
  /** What is on the agenda, one line each. */
  readonly contents: readonly string[]
  /** "Giám đốc Sở Công Thương, Trưởng khối thi đua". */
  readonly chair: Statement
  /** ISO date and hour of the meeting. */
  readonly date: string
  readonly time: { readonly hour: number; readonly minute: number }
  readonly venue: string
  /** What is asked of the guests (documents to bring, reply by a date). */
  readonly requests: readonly string[]
  readonly recipients: readonly string[]
}

/** Giấy mời, signed for the bloc by its head. */
export function buildInvitation(input: InvitationInput): Paper {
  const { bloc } = input
  return {
    code: 'GM',
    issuer: blocIssuer(bloc),
    symbol: blocSymbol(bloc, input.issue),
    place: bloc.place,
    date: input.issue.date,
    name: 'Giấy mời',
    subject: input.subject,
    addressees: [],
    bases: [],
    orientation: 'portrait',
    body: body(input),
    endMark: true,
    signatures: { kind: 'one', signature: blocSignature(bloc, input.signer) },
    recipients: input.recipients,
    annexes: [],
  }
}

function body(input: InvitationInput): readonly Block[] {
  const time = `${writtenTime(input.time)}, ${writtenDate(input.date)}`
  return [
    paragraph([bold(`${input.bloc.name} trân trọng kính mời:`)]),
    ...dashes(allSaid(input.invited)),
    ...(input.contents.length === 0
      ? []
      : [labelled('Nội dung', 'gồm các việc sau:'), ...dashes(input.contents)]),
    paragraph([bold('Chủ trì: '), ...marked(input.chair.text, input.chair.mark)]),
    labelled('Thời gian', time),
    labelled('Địa điểm', input.venue),
    ...(input.requests.length === 0 ? [] : [labelled('Đề nghị', ''), ...dashes(input.requests)]),
    paragraph('Rất mong sự có mặt đầy đủ, đúng giờ của các đại biểu'),
  ]
}

function labelled(label: string, text: string): Block {
  const words: Words = [bold(`${label}: `), { text }]
  return paragraph(words)
}
