import { column, heading, paragraph, row } from '../blocks.ts'
import type { Block, Mark, Paper, Table } from '../paper.ts'
import { marked } from '../words.ts'
import { type Signer, type UnitParty, unitIssuer, unitSignature } from './parties.ts'

/** A target as it is registered: printed value, unit of measure, the paper that set it. */
export interface RegisteredTarget {
  readonly name: string
  readonly unitOfMeasure: string
  /** Printed in Vietnamese notation: "1.334,251". */
  readonly value: string
  /** Who set it, by which paper; empty for an own target. */
  readonly basis: string
  readonly mark?: Mark
}

/** A title or award that the unit strives for; `count` for personal titles. */
export interface RegisteredTitle {
  readonly name: string
  readonly count: string | null
  readonly mark?: Mark
}

/** An initiative or topic that the unit registers. */
export interface RegisteredInitiative {
  readonly name: string
  readonly owner: string
  readonly mark?: Mark
}

/** What a unit registers for a year. */
export interface RegistrationInput {
  readonly unit: UnitParty
  readonly blocName: string
  readonly year: number
  /** ISO date of signing. */
  readonly date: string | null
  readonly signer: Signer
  readonly bases: readonly string[]
  readonly collectiveTitles: readonly RegisteredTitle[]
  readonly personalTitles: readonly RegisteredTitle[]
  readonly targets: readonly RegisteredTarget[]
  readonly initiatives: readonly RegisteredInitiative[]
  readonly recipients: readonly string[]
}

/** Bản đăng ký thi đua of a unit, signed by its head; it bears no number. */
export function buildRegistration(input: RegistrationInput): Paper {
  const { unit, year } = input
  return {
    code: 'form',
    issuer: unitIssuer(unit),
    symbol: null,
    place: unit.place,
    date: input.date,
    name: 'Bản đăng ký thi đua',
    subject: `Năm ${year}`,
    addressees: [input.blocName],
    bases: input.bases,
    orientation: 'portrait',
    body: body(input),
    endMark: true,
    signatures: { kind: 'one', signature: unitSignature(input.signer) },
    recipients: input.recipients,
    annexes: [],
  }
}

function body(input: RegistrationInput): readonly Block[] {
  const parts: readonly (readonly [string, readonly Block[]])[] = [
    ['Danh hiệu thi đua, hình thức khen thưởng tập thể', titlePart(input.collectiveTitles, 'Số tập thể')],
    ['Danh hiệu thi đua, hình thức khen thưởng cá nhân', titlePart(input.personalTitles, 'Số cá nhân')],
    ['Chỉ tiêu thi đua', [targetTable(input.targets)]],
    ['Đề tài, sáng kiến', [initiativeTable(input.initiatives)]],
  ]
  const filled = parts.filter((_, index) => partSizes(input)[index] !== 0)
  return [
    paragraph(
      `${input.unit.name} đăng ký với ${input.blocName} các nội dung thi đua năm ${input.year} như sau:`,
    ),
    ...filled.flatMap(([title, blocks], index) => [heading('group', index + 1, title), ...blocks]),
    paragraph(`${input.unit.name} cam kết thực hiện đầy đủ những nội dung đã đăng ký`),
  ]
}

function partSizes(input: RegistrationInput): readonly number[] {
  return [
    input.collectiveTitles.length,
    input.personalTitles.length,
    input.targets.length,
    input.initiatives.length,
  ]
}

function titlePart(titles: readonly RegisteredTitle[], countLabel: string): readonly Block[] {
  return [
    {
      kind: 'table',
      columns: [column(12, 'centre'), column(113), column(40, 'centre')],
      head: [row(['TT', 'Danh hiệu, hình thức', countLabel])],
      rows: titles.map((title, index) =>
        row([`${index + 1}`, marked(title.name, title.mark), title.count ?? '']),
      ),
    },
  ]
}

function targetTable(targets: readonly RegisteredTarget[]): Table {
  return {
    kind: 'table',
    columns: [column(10, 'centre'), column(67), column(26, 'centre'), column(26, 'right'), column(36)],
    head: [row(['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Giá trị', 'Căn cứ giao'])],
    rows: targets.map((target, index) =>
      row([
        `${index + 1}`,
        marked(target.name, target.mark),
        target.unitOfMeasure,
        target.value,
        target.basis,
      ]),
    ),
  }
}

function initiativeTable(initiatives: readonly RegisteredInitiative[]): Table {
  return {
    kind: 'table',
    columns: [column(12, 'centre'), column(100), column(53)],
    head: [row(['TT', 'Tên đề tài, sáng kiến', 'Tác giả, đơn vị thực hiện'])],
    rows: initiatives.map((item, index) => row([`${index + 1}`, marked(item.name, item.mark), item.owner])),
  }
}
