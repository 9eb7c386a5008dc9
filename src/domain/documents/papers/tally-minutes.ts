import { column, heading, numbered, paragraph, row } from '../blocks.ts'
import type { Block, Mark, Paper, Run, Signature } from '../paper.ts'
import { signatureOf } from '../signing.ts'
import { marked } from '../words.ts'
import {
  type Absentee,
  closingSentence,
  described,
  type MeetingPlace,
  openingSentence,
  type Participant,
} from './meeting.ts'
import { type BlocParty, blocIssuer, blocSymbol, type Issue } from './parties.ts'

/** One candidate with the count; `share` printed in per cent of the base ("91,67%"). */
export interface TallyCandidate {
  readonly name: string
  readonly votes: number
  readonly share: string
  readonly reached: boolean
  readonly mark?: Mark
}

/** One question that was voted on, with its own ballots. */
export interface TallyPoll {
  /** "Đề nghị tặng Cờ thi đua của UBND tỉnh". */
  readonly subject: string
  readonly issued: number
  readonly returned: number
  readonly valid: number
  readonly invalid: number
  /** "tổng số đơn vị thành viên (12)", of which the shares are counted. */
  readonly base: string
  /** "trên 50%", with its basis. */
  readonly threshold: string
  readonly candidates: readonly TallyCandidate[]
}

/** What the Ban kiểm phiếu counted. */
export interface TallyMinutesInput {
  readonly bloc: BlocParty
  readonly issue: Issue | null
  readonly conference: string
  readonly meeting: MeetingPlace
  /** The decision that founded the tellers, or "được hội nghị biểu quyết thông qua". */
  readonly founding: string
  /** First the head of the tellers, then the members. */
  readonly tellers: readonly Participant[]
  readonly voters: number
  readonly voted: number
  readonly notVoted: readonly Absentee[]
  readonly polls: readonly TallyPoll[]
  readonly recipients: readonly string[]
}

/** Biên bản kiểm phiếu: candidates by votes, signed by the head of the tellers (right) and the members. */
export function buildTallyMinutes(input: TallyMinutesInput): Paper {
  const { bloc, issue } = input
  return {
    code: 'BB',
    issuer: blocIssuer(bloc),
    symbol: issue === null ? null : blocSymbol(bloc, issue),
    place: bloc.place,
    date: input.meeting.date,
    name: 'Biên bản kiểm phiếu',
    subject: input.conference,
    addressees: [],
    bases: [],
    orientation: 'portrait',
    body: body(input),
    endMark: true,
    signatures: { kind: 'several', signatures: tellerSignatures(input) },
    recipients: input.recipients,
    annexes: [],
  }
}

function body(input: TallyMinutesInput): readonly Block[] {
  const polls = input.polls.flatMap((poll, index) => pollBlocks(poll, index + 1))
  return [
    paragraph(openingSentence(input.meeting, `Ban kiểm phiếu ${input.founding} tiến hành kiểm phiếu`)),
    heading('group', 1, 'Ban kiểm phiếu'),
    ...input.tellers.map((teller, index) =>
      numbered('clause', index + 1, [
        ...described(teller),
        { text: index === 0 ? ' - Trưởng ban' : ' - Thành viên' },
      ]),
    ),
    heading('group', 2, 'Thành viên bỏ phiếu'),
    paragraph([
      { text: `Tổng số thành viên có quyền bỏ phiếu: ${input.voters}; số đã bỏ phiếu: ${input.voted}; ` },
      { text: `số không bỏ phiếu: ${input.voters - input.voted}` },
      ...absentees(input),
      { text: '.' },
    ]),
    heading('group', 3, 'Kết quả kiểm phiếu'),
    ...polls,
    paragraph(closingSentence(input.meeting, 'Việc kiểm phiếu')),
  ]
}

function absentees({ notVoted }: TallyMinutesInput): readonly Run[] {
  if (notVoted.length === 0) return []
  const named = notVoted.flatMap(({ name, reason, mark }, index) => [
    { text: index === 0 ? '' : '; ' },
    ...marked(reason === '' ? name : `${name}: ${reason}`, mark),
  ])
  return [{ text: ' (' }, ...named, { text: ')' }]
}

function pollBlocks(poll: TallyPoll, number: number): readonly Block[] {
  const reached = poll.candidates.filter((candidate) => candidate.reached).length
  return [
    heading('clause', number, poll.subject),
    paragraph(
      `Số phiếu phát ra: ${poll.issued}; số phiếu thu về: ${poll.returned}; ` +
        `số phiếu hợp lệ: ${poll.valid}; số phiếu không hợp lệ: ${poll.invalid}.`,
    ),
    paragraph(`Tỷ lệ tính trên ${poll.base}; mức đạt: ${poll.threshold}.`),
    {
      kind: 'table',
      columns: [
        column(12, 'centre'),
        column(83),
        column(24, 'centre'),
        column(24, 'centre'),
        column(22, 'centre'),
      ],
      head: [row(['TT', 'Tập thể, cá nhân', 'Số phiếu', 'Tỷ lệ', 'Kết quả'])],
      rows: byVotes(poll.candidates).map((candidate, index) =>
        row([
          `${index + 1}`,
          marked(candidate.name, candidate.mark),
          `${candidate.votes}`,
          candidate.share,
          candidate.reached ? 'Đạt' : 'Không đạt',
        ]),
      ),
    },
    paragraph(`Có ${reached} trong số ${poll.candidates.length} tập thể, cá nhân đạt mức quy định.`),
  ]
}

/** Most votes first; equal votes keep the order of the ballot. */
function byVotes(candidates: readonly TallyCandidate[]): readonly TallyCandidate[] {
  return candidates.toSorted((a, b) => b.votes - a.votes)
}

function tellerSignatures({ tellers }: TallyMinutesInput): readonly Signature[] {
  const [head, ...members] = tellers.map((teller, index) =>
    signatureOf(index === 0 ? 'Trưởng ban kiểm phiếu' : 'Thành viên', teller),
  )
  const [first, ...rest] = members
  if (head === undefined) return []
  return first === undefined ? [head] : [first, head, ...rest]
}
