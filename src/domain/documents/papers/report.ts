import { dashes, heading, paragraph } from '../blocks.ts'
import type { Annex, Block, Figure, Mark, Paper, Table } from '../paper.ts'
import { marked } from '../words.ts'
import {
  allSaid,
  type BlocParty,
  blocIssuer,
  blocSignature,
  blocSymbol,
  type Issue,
  type Signer,
  type Statement,
  said,
} from './parties.ts'
import { type ScoreGroup, summaryTable, type UnitScores } from './score-summary.ts'

/**
 * A result as a ready-made Vietnamese sentence ("Giá trị sản xuất công nghiệp ước đạt 150.764 tỷ đồng, tăng 12,5%
 * so với năm 2020."), with the field or unit it is told under.
 */
export interface ReportFigure {
  readonly field: string | null
  readonly unitName: string | null
  readonly sentence: string
  readonly mark?: Mark
}

/** Awards proposed or granted, one line each ("Cờ thi đua của UBND tỉnh: Sở Công Thương"). */
export interface ReportAward {
  readonly name: string
  readonly receivers: readonly Statement[]
}

/** What the year-end or mid-year report of a bloc is made of; a part without content is left out. */
export interface BlocReportInput {
  readonly bloc: BlocParty
  /** `year-end`: báo cáo tổng kết; `mid-year`: báo cáo sơ kết. */
  readonly occasion: 'year-end' | 'mid-year'
  readonly year: number
  readonly issue: Issue
  readonly signer: Signer
  readonly addressees: readonly string[]
  readonly bases: readonly string[]
  /** Names of the members, in the order of the bloc. */
  readonly members: readonly Statement[]
  /** Tình hình. */
  readonly situation: readonly Statement[]
  /** Chỉ đạo, tổ chức. */
  readonly organisation: readonly Statement[]
  /** Kết quả, told by field where given, else by unit, else for the bloc as a whole. */
  readonly figures: readonly ReportFigure[]
  /** "Số chỉ tiêu vượt, đạt, không đạt" and other verdicts on the whole. */
  readonly verdicts: readonly Statement[]
  /** Khen thưởng. */
  readonly awards: readonly ReportAward[]
  /** Hoạt động khối. */
  readonly activities: readonly Statement[]
  /** Hạn chế, nguyên nhân. */
  readonly shortcomings: readonly Statement[]
  readonly causes: readonly Statement[]
  /** Phương hướng, nhiệm vụ. */
  readonly directions: readonly Statement[]
  /** Đề xuất, kiến nghị. */
  readonly requests: readonly Statement[]
  readonly recipients: readonly string[]
  /** Scores of the units for an annex; null when they are not attached. */
  readonly scores: {
    readonly groups: readonly ScoreGroup[]
    readonly totalMaximum: string
    readonly units: readonly UnitScores[]
  } | null
  readonly tables: readonly Table[]
  readonly charts: readonly Figure[]
}

/** Báo cáo tổng kết or báo cáo sơ kết of a bloc, with tables and charts in its annexes. */
export function buildBlocReport(input: BlocReportInput): Paper {
  const { bloc } = input
  return {
    code: 'BC',
    issuer: blocIssuer(bloc),
    symbol: blocSymbol(bloc, input.issue),
    place: bloc.place,
    date: input.issue.date,
    name: 'Báo cáo',
    subject: subjectOf(input),
    addressees: input.addressees,
    bases: input.bases,
    orientation: 'portrait',
    body: body(input),
    endMark: true,
    signatures: { kind: 'one', signature: blocSignature(bloc, input.signer) },
    recipients: input.recipients,
    annexes: annexes(input),
  }
}

function subjectOf({ occasion, year }: BlocReportInput): string {
  return occasion === 'year-end'
    ? `Tổng kết công tác thi đua, khen thưởng năm ${year}; phương hướng, nhiệm vụ năm ${year + 1}`
    : `Sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm ${year}; nhiệm vụ 6 tháng cuối năm ${year}`
}

function body(input: BlocReportInput): readonly Block[] {
  const parts = partsOf(input).filter(([, blocks]) => blocks.length > 0)
  return [
    ...parts.flatMap(([title, blocks], index) => [heading('group', index + 1, title), ...blocks]),
    paragraph(closing(input)),
  ]
}

function partsOf(input: BlocReportInput): readonly (readonly [string, readonly Block[]])[] {
  const next = input.occasion === 'year-end' ? `năm ${input.year + 1}` : `6 tháng cuối năm ${input.year}`
  return [
    ['Đặc điểm, tình hình', [...memberList(input), ...paragraphs(input.situation)]],
    ['Công tác chỉ đạo, tổ chức phong trào thi đua', paragraphs(input.organisation)],
    ['Kết quả thực hiện', results(input)],
    ['Công tác bình xét, khen thưởng', input.awards.flatMap(award)],
    ['Hoạt động của khối', paragraphs(input.activities)],
    ['Hạn chế, nguyên nhân', shortcomings(input)],
    [`Phương hướng, nhiệm vụ ${next}`, dashes(allSaid(input.directions))],
    ['Đề xuất, kiến nghị', dashes(allSaid(input.requests))],
  ]
}

function memberList({ bloc, members, year }: BlocReportInput): readonly Block[] {
  if (members.length === 0) return []
  const names = members.flatMap(({ text, mark }, index) => [
    ...(index === 0 ? [] : [{ text: '; ' }]),
    ...marked(text, mark),
  ])
  return [
    paragraph([
      { text: `Năm ${year}, ${bloc.name} gồm ${members.length} đơn vị thành viên: ` },
      ...names,
      { text: `. ${bloc.headUnit.name} làm ${bloc.headLabel}.` },
    ]),
  ]
}

/** Figures in the order of the first mention of their field or unit. */
function results({ figures, verdicts }: BlocReportInput): readonly Block[] {
  const groups = new Map<string, ReportFigure[]>()
  for (const figure of figures) {
    const title = figure.field ?? figure.unitName ?? ''
    groups.set(title, [...(groups.get(title) ?? []), figure])
  }
  const told = [...groups].filter(([title]) => title !== '')
  return [
    ...paragraphs(verdicts),
    ...(groups.get('') ?? []).map(sentence),
    ...told.flatMap(([title, items], index) => [heading('clause', index + 1, title), ...items.map(sentence)]),
  ]
}

/** Under a field, a sentence names its unit unless the unit is the title or is named already. */
function sentence({ field, unitName, sentence: text, mark }: ReportFigure): Block {
  const named = unitName === null || field === null || text.includes(unitName) ? text : `${unitName}: ${text}`
  const stopped = /[.;!?]$/.test(named) ? named : `${named}.`
  if (mark === undefined) return paragraph(stopped)
  return paragraph([...marked(stopped.replace(/[.;]$/, ''), mark), { text: '.' }])
}

function award({ name, receivers }: ReportAward): readonly Block[] {
  const [only] = receivers
  if (receivers.length === 1 && only !== undefined) {
    return [paragraph([{ text: `${name}: ` }, ...marked(only.text, only.mark), { text: '.' }])]
  }
  return [paragraph(`${name}:`), ...dashes(allSaid(receivers))]
}

function shortcomings({ shortcomings: lacks, causes }: BlocReportInput): readonly Block[] {
  return [
    ...(lacks.length === 0 ? [] : [heading('clause', 1, 'Hạn chế'), ...dashes(allSaid(lacks))]),
    ...(causes.length === 0
      ? []
      : [heading('clause', lacks.length === 0 ? 1 : 2, 'Nguyên nhân'), ...dashes(allSaid(causes))]),
  ]
}

function closing({ bloc, occasion, year }: BlocReportInput): string {
  const what =
    occasion === 'year-end'
      ? `tổng kết công tác thi đua, khen thưởng năm ${year}`
      : `sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm ${year}`
  return `Trên đây là báo cáo ${what} của ${bloc.name}`
}

function annexes({ scores, tables, charts, year }: BlocReportInput): readonly Annex[] {
  const scoreAnnex: readonly Annex[] =
    scores === null
      ? []
      : [
          {
            title: `Bảng tổng hợp điểm thi đua năm ${year}`,
            orientation: 'landscape',
            blocks: [summaryTable(scores)],
          },
        ]
  const figureAnnex: readonly Annex[] =
    tables.length + charts.length === 0
      ? []
      : [{ title: 'Số liệu và biểu đồ', orientation: 'portrait', blocks: [...tables, ...charts] }]
  return [...scoreAnnex, ...figureAnnex]
}

function paragraphs(statements: readonly Statement[]): readonly Block[] {
  return statements.map((statement) => paragraph(said(statement)))
}
