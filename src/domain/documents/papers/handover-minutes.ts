import { column, heading, paragraph, row } from '../blocks.ts'
import type { Block, Mark, Paper, Signature } from '../paper.ts'
import { signatureOf } from '../signing.ts'
import { marked } from '../words.ts'
import {
  closingSentence,
  type MeetingPlace,
  openingSentence,
  type Participant,
  participantList,
} from './meeting.ts'
import { type BlocParty, blocIssuer, blocSymbol, type Issue, type Statement, said } from './parties.ts'

/** One thing handed over. */
export interface HandoverItem {
  readonly name: string
  /** "01 bản giấy", "12 tệp". */
  readonly quantity: string
  readonly note: string
  readonly mark?: Mark
}

/** Who hands over to whom, and what. */
export interface HandoverMinutesInput {
  readonly bloc: BlocParty
  readonly issue: Issue | null
  /** Year whose head hands over; the new head leads the next one. */
  readonly year: number
  readonly meeting: MeetingPlace
  readonly giver: { readonly unitName: string; readonly persons: readonly Participant[] }
  readonly taker: { readonly unitName: string; readonly persons: readonly Participant[] }
  /** Null when nobody witnessed the handover. */
  readonly witness: { readonly unitName: string; readonly persons: readonly Participant[] } | null
  /** Work that is still open. */
  readonly openWork: readonly Statement[]
  readonly items: readonly HandoverItem[]
  readonly recipients: readonly string[]
}

/** Biên bản bàn giao with the danh mục hồ sơ as its annex; giver left, taker right, witness below. */
export function buildHandoverMinutes(input: HandoverMinutesInput): Paper {
  const { bloc, issue } = input
  return {
    code: 'BB',
    issuer: blocIssuer(bloc),
    symbol: issue === null ? null : blocSymbol(bloc, issue),
    place: bloc.place,
    date: input.meeting.date,
    name: 'Biên bản bàn giao',
    subject: `Nhiệm vụ ${bloc.headLabel} ${bloc.name} năm ${input.year + 1}`,
    addressees: [],
    bases: [],
    orientation: 'portrait',
    body: body(input),
    endMark: true,
    signatures: { kind: 'several', signatures: signatures(input) },
    recipients: input.recipients,
    annexes: [
      { title: 'Danh mục hồ sơ bàn giao', orientation: 'portrait', blocks: [itemTable(input.items)] },
    ],
  }
}

function body(input: HandoverMinutesInput): readonly Block[] {
  const parts: readonly (readonly [string, readonly Block[]])[] = [
    [`Bên giao: ${input.giver.unitName}`, participantList(input.giver.persons)],
    [`Bên nhận: ${input.taker.unitName}`, participantList(input.taker.persons)],
    ...(input.witness === null
      ? []
      : [[`Chứng kiến: ${input.witness.unitName}`, participantList(input.witness.persons)] as const]),
  ]
  const open =
    input.openWork.length === 0
      ? [paragraph('Không còn công việc nào của năm chưa hoàn thành.')]
      : input.openWork.map((statement) => paragraph(said(statement)))
  return [
    paragraph(openingSentence(input.meeting, `các bên tiến hành bàn giao nhiệm vụ ${input.bloc.headLabel}`)),
    ...parts.flatMap(([title, blocks], index) => [heading('group', index + 1, title), ...blocks]),
    heading('group', parts.length + 1, 'Nội dung bàn giao'),
    paragraph(`Bên giao bàn giao cho bên nhận ${input.items.length} mục hồ sơ theo danh mục kèm theo.`),
    heading('group', parts.length + 2, 'Công việc đang thực hiện'),
    ...open,
    paragraph(closingSentence(input.meeting, 'Việc bàn giao')),
  ]
}

function signatures({ giver, taker, witness }: HandoverMinutesInput): readonly Signature[] {
  const first = (persons: readonly Participant[]) => persons[0] ?? null
  return [
    signatureOf('Đại diện bên giao', first(giver.persons)),
    signatureOf('Đại diện bên nhận', first(taker.persons)),
    ...(witness === null ? [] : [signatureOf('Người chứng kiến', first(witness.persons))]),
  ]
}

function itemTable(items: readonly HandoverItem[]): Block {
  return {
    kind: 'table',
    columns: [column(12, 'centre'), column(88), column(30, 'centre'), column(35)],
    head: [row(['TT', 'Tên hồ sơ, tài liệu', 'Số lượng', 'Ghi chú'])],
    rows: items.map((item, index) =>
      row([`${index + 1}`, marked(item.name, item.mark), item.quantity, item.note]),
    ),
  }
}
