import { dashes, heading, paragraph } from '../blocks.ts'
import { writtenDate, writtenTime } from '../dates.ts'
import type { Block, Mark, Paper, Signature, Signed } from '../paper.ts'
import { signedWords } from '../signing.ts'
import { type MeetingPlace, openingSentence, type Participant, participantList } from './meeting.ts'
import { type BlocParty, blocIssuer, blocSymbol, type Issue, type Signer, unitSignature } from './parties.ts'

/** Something the team saw, and the criterion or figure it is about; empty when it is about the work as a whole. */
export interface CheckObservation {
  readonly text: string
  readonly about: string
  readonly mark?: Mark
}

/** One side of a check: the unit, who came for it, and how it has signed (null leaves room to sign). */
export interface CheckSide {
  readonly unitName: string
  readonly persons: readonly Participant[]
  readonly signature: { readonly signer: Signer; readonly signed: Signed } | null
}

/** Who checked whom, what was found, what has to be put right, and who has signed. */
export interface CheckMinutesInput {
  readonly bloc: BlocParty
  readonly issue: Issue | null
  readonly year: number
  /** "Kế hoạch số 100/KH-CTĐ …"; empty when the record names none. */
  readonly basis: string
  readonly plan: string
  readonly meeting: MeetingPlace
  readonly team: CheckSide & { readonly name: string; readonly units: readonly string[] }
  readonly visited: CheckSide
  readonly contents: readonly string[]
  readonly strengths: readonly CheckObservation[]
  readonly shortcomings: readonly CheckObservation[]
  readonly corrections: readonly { readonly text: string; readonly dueOn: string }[]
  /** What the visited unit says to it. */
  readonly opinion: readonly string[]
  /** SHA-256 of what was signed; empty while nobody has signed. */
  readonly fingerprint: string
  readonly recipients: readonly string[]
}

/** Biên bản kiểm tra: the visited unit signs left, the team right. */
export function buildCheckMinutes(input: CheckMinutesInput): Paper {
  const { bloc, issue } = input
  return {
    code: 'BB',
    issuer: blocIssuer(bloc),
    symbol: issue === null ? null : blocSymbol(bloc, issue),
    place: bloc.place,
    date: input.meeting.date,
    name: 'Biên bản kiểm tra',
    subject: `Thực hiện nhiệm vụ thi đua năm ${input.year} tại ${input.visited.unitName}`,
    addressees: [],
    bases: input.basis === '' ? [] : [`Căn cứ ${input.basis}`],
    orientation: 'portrait',
    body: body(input),
    endMark: true,
    signatures: {
      kind: 'several',
      signatures: [
        signatureOfSide('Đại diện đơn vị được kiểm tra', input.visited),
        signatureOfSide('Đại diện đoàn kiểm tra', input.team),
      ],
    },
    recipients: input.recipients,
    annexes: [],
  }
}

function body(input: CheckMinutesInput): readonly Block[] {
  const { team, visited, meeting } = input
  const parts: readonly (readonly [string, readonly Block[]])[] = [
    [
      'Thành phần',
      [
        paragraph(`${team.name}, do ${team.unitName} chủ trì, gồm các đơn vị: ${team.units.join(', ')}.`),
        ...participantList(team.persons),
        paragraph(`Đơn vị được kiểm tra: ${visited.unitName}.`),
        ...participantList(visited.persons),
      ],
    ],
    ['Nội dung kiểm tra', dashes(input.contents)],
    [
      'Kết quả kiểm tra',
      [...observed('Ưu điểm', 1, input.strengths), ...observed('Tồn tại, hạn chế', 2, input.shortcomings)],
    ],
    [
      'Yêu cầu khắc phục',
      input.corrections.length === 0
        ? [paragraph('Đoàn kiểm tra không có yêu cầu khắc phục.')]
        : dashes(
            input.corrections.map(
              ({ text, dueOn }) => `${bare(text)}; hạn hoàn thành: ${writtenDate(dueOn)}`,
            ),
          ),
    ],
    [
      'Ý kiến của đơn vị được kiểm tra',
      input.opinion.length === 0
        ? [paragraph('Đơn vị được kiểm tra không có ý kiến khác.')]
        : input.opinion.map((line) => paragraph(line)),
    ],
  ]
  return [
    paragraph(
      openingSentence(
        meeting,
        `${team.name} tiến hành kiểm tra ${visited.unitName} theo kế hoạch “${input.plan}”`,
      ),
    ),
    ...parts
      .filter(([, blocks]) => blocks.length > 0)
      .flatMap(([title, blocks], index) => [heading('group', index + 1, title), ...blocks]),
    ...(input.fingerprint === ''
      ? []
      : [
          {
            kind: 'paragraph' as const,
            align: 'left' as const,
            words: [{ text: `Dấu vân tay nội dung đã ký (SHA-256): ${input.fingerprint}`, italic: true }],
          },
        ]),
    paragraph(closing(meeting)),
  ]
}

function observed(title: string, number: number, lines: readonly CheckObservation[]): readonly Block[] {
  if (lines.length === 0) return []
  return [
    heading('clause', number, title),
    ...dashes(
      lines.map(({ text, about, mark }) => [
        { text: bare(text), ...(mark ? { mark } : {}) },
        ...(about === '' ? [] : [{ text: ` (về: ${about})`, italic: true }]),
      ]),
    ),
  ]
}

function closing({ closed }: MeetingPlace): string {
  const ended = closed === null ? 'cùng ngày' : `vào hồi ${writtenTime(closed)} cùng ngày`
  return `Việc kiểm tra kết thúc ${ended}; biên bản được đọc lại cho hai bên cùng nghe, nhất trí và ký tên, mỗi bên giữ một bản`
}

function signatureOfSide(title: string, { signature }: CheckSide): Signature {
  if (signature === null) return { lines: [{ title }], name: null }
  const own = unitSignature(signature.signer, signedWords(signature.signed))
  return { ...own, lines: [{ title }, ...own.lines] }
}

/** A text without its last stop, for what follows it in the sentence. */
function bare(text: string): string {
  return text.trim().replace(/[.;]$/, '')
}
