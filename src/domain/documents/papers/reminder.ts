import { column, paragraph, row } from '../blocks.ts'
import { shortDate, writtenDate } from '../dates.ts'
import type { Block, Mark, Paper } from '../paper.ts'
import { marked } from '../words.ts'
import { type BlocParty, blocIssuer, blocSignature, blocSymbol, type Issue, type Signer } from './parties.ts'

/** One thing that a unit owes. */
export interface OwedItem {
  readonly unitName: string
  readonly what: string
  /** ISO date by which it was due; null when no date was set. */
  readonly due: string | null
  readonly mark?: Mark
}

/** Whom the head reminds of what. */
export interface ReminderInput {
  readonly bloc: BlocParty
  readonly year: number
  readonly issue: Issue
  readonly signer: Signer
  readonly owed: readonly OwedItem[]
  /** ISO date by which everything is asked for. */
  readonly deadline: string
  /** Where to send it; empty when it is known. */
  readonly contact: string
  readonly recipients: readonly string[]
}

/** Công văn đôn đốc to the units that owe something, with a table of what is owed. */
export function buildReminder(input: ReminderInput): Paper {
  const { bloc } = input
  const units = [...new Set(input.owed.map((item) => item.unitName))]
  return {
    code: 'letter',
    issuer: blocIssuer(bloc),
    symbol: blocSymbol(bloc, input.issue),
    place: bloc.place,
    date: input.issue.date,
    name: null,
    subject: `đôn đốc thực hiện nhiệm vụ thi đua, khen thưởng năm ${input.year}`,
    addressees: units,
    bases: [],
    orientation: 'portrait',
    body: body(input),
    endMark: true,
    signatures: { kind: 'one', signature: blocSignature(bloc, input.signer) },
    recipients: input.recipients,
    annexes: [],
  }
}

function body(input: ReminderInput): readonly Block[] {
  const contact = input.contact === '' ? '' : ` về ${input.contact}`
  return [
    paragraph(
      `Theo chương trình công tác năm ${input.year} của ${input.bloc.name}, đến nay còn những nội dung sau chưa hoàn thành:`,
    ),
    {
      kind: 'table',
      columns: [column(10, 'centre'), column(55), column(70), column(30, 'centre')],
      head: [row(['TT', 'Đơn vị', 'Nội dung', 'Hạn hoàn thành'])],
      rows: input.owed.map((item, index) =>
        row([
          `${index + 1}`,
          marked(item.unitName, item.mark),
          item.what,
          item.due === null ? '' : shortDate(item.due),
        ]),
      ),
    },
    paragraph(
      `${input.bloc.headLabel} đề nghị các đơn vị hoàn thành, gửi${contact} trước ${writtenDate(input.deadline)}. ` +
        'Đơn vị có vướng mắc đề nghị phản ánh kịp thời để cùng giải quyết.',
    ),
    paragraph(`${input.bloc.name} đề nghị các đơn vị quan tâm thực hiện`),
  ]
}
