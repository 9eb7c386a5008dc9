import { column, dashes, heading, paragraph, row } from '../blocks.ts'
import type { Annex, Block, Mark, Paper } from '../paper.ts'
import { marked } from '../words.ts'
import {
  type BlocParty,
  blocIssuer,
  blocSignature,
  blocSymbol,
  type Issue,
  type Signer,
  type Statement,
  said,
} from './parties.ts'

/** One line of the danh sách trích ngang. */
export interface ProposedReceiver {
  readonly award: string
  readonly receiver: string
  /** Head of a collective, or title and office of a person. */
  readonly details: string
  /** "98,5", empty where no scores are kept. */
  readonly score: string
  /** "11/12 (91,67%)", empty where there was no vote. */
  readonly votes: string
  /** Earlier awards that the new one builds on. */
  readonly earlierAwards: string
  /** The main merits in short. */
  readonly merits: string
  readonly mark?: Mark
}

/** What the tờ trình of a bloc says. */
export interface SubmissionInput {
  readonly bloc: BlocParty
  readonly year: number
  readonly issue: Issue
  readonly signer: Signer
  readonly addressees: readonly string[]
  readonly bases: readonly string[]
  /** How scores, ranking and vote came about. */
  readonly process: readonly Statement[]
  readonly receivers: readonly ProposedReceiver[]
  readonly enclosures: readonly string[]
  readonly recipients: readonly string[]
}

/** Tờ trình đề nghị khen thưởng of the bloc with the danh sách trích ngang as a landscape annex. */
export function buildSubmission(input: SubmissionInput): Paper {
  const { bloc } = input
  return {
    code: 'TTr',
    issuer: blocIssuer(bloc),
    symbol: blocSymbol(bloc, input.issue),
    place: bloc.place,
    date: input.issue.date,
    name: 'Tờ trình',
    subject: `Về việc đề nghị khen thưởng năm ${input.year}`,
    addressees: input.addressees,
    bases: input.bases,
    orientation: 'portrait',
    body: body(input),
    endMark: true,
    signatures: { kind: 'one', signature: blocSignature(bloc, input.signer) },
    recipients: input.recipients,
    annexes: [listAnnex(input)],
  }
}

function body(input: SubmissionInput): readonly Block[] {
  const enclosures =
    input.enclosures.length === 0 ? [] : [paragraph('Hồ sơ gửi kèm gồm:'), ...dashes(input.enclosures)]
  return [
    heading('clause', 1, 'Quá trình bình xét'),
    ...input.process.map((statement) => paragraph(said(statement))),
    heading('clause', 2, 'Đề nghị khen thưởng'),
    ...proposalBlocks(input),
    paragraph(`${input.bloc.name} chịu trách nhiệm về tính chính xác của hồ sơ và các thông tin nêu trên.`),
    ...enclosures,
    paragraph(`${input.bloc.name} kính trình cấp có thẩm quyền xem xét, quyết định`),
  ]
}

function proposalBlocks({ receivers, bloc }: SubmissionInput): readonly Block[] {
  const awards = [...new Set(receivers.map((receiver) => receiver.award))]
  return [
    paragraph(`${bloc.name} đề nghị khen thưởng (danh sách trích ngang kèm theo):`),
    ...awards.flatMap((award) => {
      const named = receivers.filter((receiver) => receiver.award === award)
      return [
        paragraph([{ text: `${award}: ${named.length}`, bold: true }]),
        ...dashes(named.map(({ receiver, mark }) => marked(receiver, mark))),
      ]
    }),
  ]
}

function listAnnex({ receivers }: SubmissionInput): Annex {
  return {
    title: 'Danh sách trích ngang đề nghị khen thưởng',
    orientation: 'landscape',
    blocks: [
      {
        kind: 'table',
        size: 'small',
        columns: [
          column(10, 'centre'),
          column(44),
          column(38),
          column(38),
          column(18, 'centre'),
          column(24, 'centre'),
          column(36),
          column(44),
        ],
        head: [
          row([
            'TT',
            'Tập thể, cá nhân',
            'Chức vụ, đơn vị',
            'Danh hiệu, hình thức đề nghị',
            'Điểm',
            'Số phiếu',
            'Khen thưởng đã được tặng',
            'Tóm tắt thành tích',
          ]),
        ],
        rows: receivers.map((item, index) =>
          row([
            `${index + 1}`,
            marked(item.receiver, item.mark),
            item.details,
            item.award,
            item.score,
            item.votes,
            item.earlierAwards,
            item.merits,
          ]),
        ),
      },
    ],
  }
}
