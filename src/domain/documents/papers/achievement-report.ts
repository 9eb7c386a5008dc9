import { column, heading, paragraph, row } from '../blocks.ts'
import type { Annex, Block, Figure, Mark, Paper, Signature, Table } from '../paper.ts'
import { signatureOf } from '../signing.ts'
import { marked } from '../words.ts'
import { type Signer, type Statement, said, type UnitParty, unitIssuer, unitSignature } from './parties.ts'

/** An award or title on record. */
export interface EarlierAward {
  /** "2021". */
  readonly year: string
  readonly name: string
  /** Number, date and authority of the decision. */
  readonly decision: string
  readonly mark?: Mark
}

/** What a báo cáo thành tích says. */
export interface AchievementReportInput {
  readonly unit: UnitParty
  /** Who is proposed: the unit itself or a person in it. */
  readonly receiver: string
  readonly award: string
  readonly year: number
  /** ISO date. */
  readonly date: string | null
  readonly signer: Signer
  /** Who confirms ("Xác nhận của Khối thi đua"), left; null when no confirmation is asked. */
  readonly confirmation: {
    readonly title: string
    readonly person: { readonly name: string; readonly mark?: Mark } | null
  } | null
  /** I. Sơ lược đặc điểm, tình hình. */
  readonly situation: readonly Statement[]
  /** II. Thành tích đạt được, in parts with headings. */
  readonly achievements: readonly { readonly title: string; readonly statements: readonly Statement[] }[]
  /** III. 1. Danh hiệu thi đua. */
  readonly titles: readonly EarlierAward[]
  /** III. 2. Hình thức khen thưởng. */
  readonly awards: readonly EarlierAward[]
  /** Figures over time, for an annex. */
  readonly tables: readonly Table[]
  readonly charts: readonly Figure[]
}

/**
 * Báo cáo thành tích in its three usual parts: confirmation of the superior left, head of unit right. Which numbered
 * form of Nghị định 152/2025/NĐ-CP applies is partly unverified, so that no form number is printed.
 */
export function buildAchievementReport(input: AchievementReportInput): Paper {
  const { unit } = input
  return {
    code: 'form',
    issuer: unitIssuer(unit),
    symbol: null,
    place: unit.place,
    date: input.date,
    name: 'Báo cáo thành tích',
    subject: `Đề nghị tặng ${input.award} cho ${input.receiver} năm ${input.year}`,
    addressees: [],
    bases: [],
    orientation: 'portrait',
    body: body(input),
    endMark: true,
    signatures: { kind: 'several', signatures: signatures(input) },
    recipients: [],
    annexes: annexes(input),
  }
}

function signatures({ confirmation, signer }: AchievementReportInput): readonly Signature[] {
  const head = unitSignature(signer)
  if (confirmation === null) return [signatureOf('Người lập báo cáo', null), head]
  return [signatureOf(confirmation.title, confirmation.person), head]
}

function body(input: AchievementReportInput): readonly Block[] {
  return [
    heading('group', 1, 'Sơ lược đặc điểm, tình hình'),
    ...input.situation.map((statement) => paragraph(said(statement))),
    heading('group', 2, 'Thành tích đạt được'),
    ...input.achievements.flatMap(({ title, statements }, index) => [
      heading('clause', index + 1, title),
      ...statements.map((statement) => paragraph(said(statement))),
    ]),
    heading('group', 3, 'Các hình thức khen thưởng đã được tặng'),
    heading('clause', 1, 'Danh hiệu thi đua'),
    awardTable(input.titles, 'Danh hiệu thi đua'),
    heading('clause', 2, 'Hình thức khen thưởng'),
    awardTable(input.awards, 'Hình thức khen thưởng'),
    paragraph(`${input.unit.name} cam đoan những nội dung báo cáo là đúng sự thật`),
  ]
}

function annexes({ tables, charts }: AchievementReportInput): readonly Annex[] {
  if (tables.length + charts.length === 0) return []
  return [{ title: 'Số liệu và biểu đồ', orientation: 'portrait', blocks: [...tables, ...charts] }]
}

function awardTable(awards: readonly EarlierAward[], label: string): Block {
  if (awards.length === 0) return paragraph('Chưa có.')
  return {
    kind: 'table',
    columns: [column(22, 'centre'), column(63), column(80)],
    head: [row(['Năm', label, 'Số, ngày, tháng, năm quyết định; cơ quan ban hành'])],
    rows: awards.map((award) => row([award.year, marked(award.name, award.mark), award.decision])),
  }
}
