import { column, dashes, paragraph, row } from '../blocks.ts'
import { writtenDate } from '../dates.ts'
import type { Block, Mark, Paper, Words } from '../paper.ts'
import { marked } from '../words.ts'
import {
  type BlocParty,
  blocIssuer,
  blocSignature,
  blocSymbol,
  type Issue,
  type Signer,
  type Statement,
} from './parties.ts'

/** A comment of a unit on the draft and what became of it. */
export interface DraftComment {
  readonly unitName: string
  /** "Điều 5", "Mục II"; empty for the whole. */
  readonly place: string
  readonly comment: string
  /** `null` while the head has not answered. */
  readonly accepted: boolean | null
  readonly reason: string
  readonly mark?: Mark
}

/** The comments on a draft that was circulated. */
export interface CommentSummaryInput {
  readonly bloc: BlocParty
  readonly issue: Issue
  readonly signer: Signer
  /** "Quy chế hoạt động của Khối năm 2022". */
  readonly draft: string
  /** ISO dates of sending and of the deadline. */
  readonly sent: string
  readonly deadline: string
  /** Units that agree without a comment. */
  readonly agreeing: readonly Statement[]
  /** Units that did not answer. */
  readonly silent: readonly Statement[]
  /** What silence counts as by the rules of the bloc ("coi như đồng ý"); empty when the rules do not say. */
  readonly silenceCountsAs: string
  readonly comments: readonly DraftComment[]
  readonly recipients: readonly string[]
}

/** Báo cáo tổng hợp ý kiến góp ý on a draft, on landscape sheets. */
export function buildCommentSummary(input: CommentSummaryInput): Paper {
  const { bloc } = input
  return {
    code: 'BC',
    issuer: blocIssuer(bloc),
    symbol: blocSymbol(bloc, input.issue),
    place: bloc.place,
    date: input.issue.date,
    name: 'Báo cáo',
    subject: `Tổng hợp, tiếp thu ý kiến góp ý đối với dự thảo ${input.draft}`,
    addressees: [],
    bases: [],
    orientation: 'landscape',
    body: body(input),
    endMark: true,
    signatures: { kind: 'one', signature: blocSignature(bloc, input.signer) },
    recipients: input.recipients,
    annexes: [],
  }
}

function body(input: CommentSummaryInput): readonly Block[] {
  const commenting = new Set(input.comments.map((comment) => comment.unitName)).size
  const silence = input.silenceCountsAs === '' ? '' : ` (${input.silenceCountsAs})`
  const answers = [
    `Có ý kiến góp ý: ${commenting} đơn vị, ${input.comments.length} ý kiến`,
    named('Nhất trí với dự thảo', input.agreeing),
    named(`Không có văn bản góp ý${silence}`, input.silent),
  ]
  const table = input.comments.length === 0 ? [] : [commentTable(input.comments)]
  return [
    paragraph(
      `Dự thảo được gửi lấy ý kiến các đơn vị thành viên ${writtenDate(input.sent)}, hạn góp ý ${writtenDate(input.deadline)}. Kết quả như sau:`,
    ),
    ...dashes(answers),
    ...table,
    paragraph(`Trên đây là tổng hợp ý kiến góp ý của các đơn vị thành viên ${input.bloc.name}`),
  ]
}

function named(label: string, units: readonly Statement[]): Words {
  const count = { text: `${label}: ${units.length} đơn vị` }
  if (units.length === 0) return [count]
  const names = units.flatMap(({ text, mark }, index) => [
    { text: index === 0 ? '' : '; ' },
    ...marked(text, mark),
  ])
  return [count, { text: ' (' }, ...names, { text: ')' }]
}

function commentTable(comments: readonly DraftComment[]): Block {
  return {
    kind: 'table',
    columns: [column(10, 'centre'), column(48), column(30), column(84), column(80)],
    head: [row(['TT', 'Đơn vị', 'Điều, mục', 'Nội dung góp ý', 'Tiếp thu, giải trình'])],
    rows: comments.map((comment, index) =>
      row([
        `${index + 1}`,
        marked(comment.unitName, comment.mark),
        comment.place,
        comment.comment,
        answer(comment),
      ]),
    ),
  }
}

function answer({ accepted, reason }: DraftComment): string {
  if (accepted === null) return 'Đang xem xét'
  const verdict = accepted ? 'Tiếp thu' : 'Không tiếp thu'
  return reason === '' ? verdict : `${verdict}: ${reason}`
}
