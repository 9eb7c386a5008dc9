import { column, heading, numbered, paragraph, row } from '../blocks.ts'
import { nameWithoutTitle } from '../names.ts'
import type { Block, Mark, Paper, UnitSignature } from '../paper.ts'
import { marked } from '../words.ts'
import { type BlocParty, blocIssuer, type Statement, said } from './parties.ts'

/** A target in the joint pledge; `unitName` null for a target of the whole bloc. */
export interface PledgedTarget {
  readonly unitName: string | null
  readonly name: string
  /** Printed with its unit of measure: "ít nhất 1.334,251 tỷ đồng". */
  readonly value: string
  readonly mark?: Mark
}

/** What the units of a bloc pledge together for a year. */
export interface PledgeInput {
  readonly bloc: BlocParty
  readonly year: number
  /** ISO date of signing. */
  readonly date: string | null
  readonly bases: readonly string[]
  /** Contents of the pledge by heading. */
  readonly contents: readonly { readonly title: string; readonly items: readonly Statement[] }[]
  readonly targets: readonly PledgedTarget[]
  readonly signatures: readonly UnitSignature[]
}

/** Bản giao ước thi đua, signed by the head of every unit; it bears no number. */
export function buildPledge(input: PledgeInput): Paper {
  const { bloc, year } = input
  return {
    code: 'form',
    issuer: blocIssuer(bloc),
    symbol: null,
    place: bloc.place,
    date: input.date,
    name: 'Bản giao ước thi đua',
    subject: `Năm ${year}`,
    addressees: [],
    bases: input.bases,
    orientation: 'portrait',
    body: body(input),
    endMark: true,
    signatures: {
      kind: 'units',
      rows: input.signatures.map((unit) => ({
        ...unit,
        name: unit.name === null ? null : nameWithoutTitle(unit.name),
      })),
      leader: null,
    },
    recipients: [],
    annexes: [],
  }
}

function body({ bloc, year, contents, targets, signatures }: PledgeInput): readonly Block[] {
  const opening = `${signatures.length} đơn vị thành viên ${bloc.name} thống nhất giao ước thi đua năm ${year} với các nội dung sau:`
  const last = contents.length + 1
  return [
    paragraph(opening),
    ...contents.flatMap(({ title, items }, index) => [
      heading('group', index + 1, title),
      ...items.map((item, at) => numbered('clause', at + 1, said(item))),
    ]),
    ...(targets.length === 0 ? [] : [heading('group', last, 'Chỉ tiêu giao ước'), targetTable(targets)]),
    paragraph('Các đơn vị ký tên dưới đây cam kết thực hiện bản giao ước này'),
  ]
}

function targetTable(targets: readonly PledgedTarget[]): Block {
  return {
    kind: 'table',
    columns: [column(10, 'centre'), column(45), column(65), column(45, 'right')],
    head: [row(['TT', 'Đơn vị', 'Chỉ tiêu', 'Mức giao ước'])],
    rows: targets.map((target, index) =>
      row([`${index + 1}`, target.unitName ?? 'Toàn khối', marked(target.name, target.mark), target.value]),
    ),
  }
}
