import type { ChecksStanding } from '../../domain/checks/index.ts'
import { daysBetween, printDate } from '../../domain/vietnamese/index.ts'
import {
  type BoardColumn,
  boardColumnInfo,
  boardColumns,
  type Cell,
  type CellKind,
  cellOf,
  type Lack as GateLack,
  gate,
  lackText,
  type MemberFacts,
  type YearState,
  yearStateInfo,
} from '../../domain/years/index.ts'
import { isBelow } from '../../http/year-topics.ts'
import type { Lang } from '../../i18n/words.ts'
import type { BlocYear } from '../../scopes/scopes.store.ts'
import type { BoardCell, BoardRow, BoardStep, Lack } from '../../ui/index.ts'
import { checkLinks, standingOf, visitNoteOf } from './board-checks.ts'
import { factsOf, memberFacts, type RecordedStep, type YearRecords } from './facts.store.ts'
import { yearsWords } from './years.messages.ts'
import { listOf, thingOf, type YearLinks } from './years.paths.ts'

/** How far all units together are with one step. */
export type StepProgress = {
  readonly column: BoardColumn
  readonly label: string
  readonly done: number
  readonly waiting: number
  readonly late: number
  readonly all: number
}

export type Board = {
  readonly steps: readonly BoardStep[]
  readonly rows: readonly BoardRow[]
  readonly lacks: readonly Lack[]
  readonly progress: readonly StepProgress[]
  /** The next state in words; empty when the year is closed. */
  readonly next: string
  readonly deadline: string
  /** How the year stands with its checks on the spot; undefined when nobody is visited. */
  readonly checks: ChecksStanding | undefined
}

export type BoardReader = {
  readonly lang: Lang
  readonly today: string
  /** Units of the reader. */
  readonly unitIds: readonly string[]
  readonly links: YearLinks
  /** Topics of the year that the reader may not open: what lies there is shown without a link. */
  readonly closed: readonly string[]
}

/** The board of a year as its reader sees it: cells with words and addresses, lacks gathered, progress counted. */
export function boardOf(year: BlocYear, records: YearRecords, reader: BoardReader): Board {
  const members = memberFacts(year, records)
  const cells = new Map(members.map((member) => [member.unitId, cellsOf(member, reader.today)]))
  const { next, lacks } = gate(year.state as YearState, factsOf(year, records))
  return {
    steps: boardColumns.map((column) => headOf(column, records, reader)),
    rows: rowsOf(year, records, members, cells, reader),
    lacks: gatherLacks(lacks, year, cells, reader),
    progress: stepsInSight(year.state as YearState).map((column) =>
      countStep(column, [...cells.values()], reader.lang),
    ),
    next: next === null ? '' : yearStateInfo[next].label[reader.lang],
    deadline: deadlineOf(year.state as YearState, records, reader),
    checks: standingOf(records.visits, reader.today),
  }
}

type Cells = ReadonlyMap<BoardColumn, Cell>

function cellsOf(member: MemberFacts, today: string): Cells {
  return new Map(
    boardColumns.map((column) => [
      column,
      cellOf(member.steps[column] ?? { state: 'none', due: null }, today),
    ]),
  )
}

function headOf(column: BoardColumn, records: YearRecords, { lang }: BoardReader): BoardStep {
  const t = yearsWords(lang)
  const due = records.deadlines[column]
  return {
    label: capital(boardColumnInfo[column].label[lang]),
    group: t[groups[column]],
    ...(due ? { due: t.dueDay(shortDay(due)) } : {}),
  }
}

const groups = {
  registration: 'groupStart',
  targets: 'groupStart',
  pledge: 'groupStart',
  launch: 'groupStart',
  mid_report: 'groupMiddle',
  year_report: 'groupEnd',
  evidence: 'groupEnd',
  self_score: 'groupEnd',
  cross_check: 'groupCheck',
  appraisal: 'groupCheck',
  conference: 'groupClose',
  achievement_report: 'groupClose',
} as const

function rowsOf(
  year: BlocYear,
  records: YearRecords,
  members: readonly MemberFacts[],
  cells: ReadonlyMap<string, Cells>,
  reader: BoardReader,
): readonly BoardRow[] {
  const touched = new Map(records.steps.map((step) => [`${step.unitId} ${step.step}`, step]))
  const t = yearsWords(reader.lang)
  const links = checkLinks(year.bloc.slug, year.year)
  return members.map(({ unitId }, index) => {
    const member = year.members[index]
    const slug = member?.slug ?? ''
    const office =
      unitId === year.headUnitId
        ? year.bloc.headLabel
        : unitId === year.deputyUnitId
          ? year.bloc.deputyLabel
          : ''
    const note = [office, member?.illustrative ? t.sample : ''].filter(Boolean).join(' · ')
    const mine = reader.unitIds.includes(unitId)
    return {
      unit: member?.name ?? '',
      href: reader.links.unit(slug),
      ...(note ? { note } : {}),
      mine,
      cells: boardColumns.map((column) => {
        const visit = column === 'cross_check' ? visitNoteOf(records.visits, unitId, reader) : undefined
        return faceOf(
          cells.get(unitId)?.get(column),
          touched.get(`${unitId} ${column}`),
          reader,
          visit ? links.visit(visit.id) : placeOfCell(reader, slug, column, mine),
          visit?.text ?? '',
        )
      }),
    }
  })
}

/** Only a unit itself opens the form of its launch; others read it among the movements. */
function placeOfCell({ links }: BoardReader, slug: string, column: BoardColumn, mine: boolean): string {
  return column === 'launch' && !mine ? links.other('phong-trao') : thingOf(links, slug, column)
}

/** What one cell shows: its state, days in words, the reason, and where it leads. */
function faceOf(
  cell: Cell | undefined,
  step: RecordedStep | undefined,
  reader: BoardReader,
  href: string,
  visit: string,
): BoardCell {
  const t = yearsWords(reader.lang)
  const state = cell?.kind ?? 'not_asked'
  const days = cell?.lateDays ?? 0
  const notes = [
    state === 'waiting' && days > 0 ? t.sentLate(days) : '',
    step && state !== 'late' ? t.sentOn(printDate(step.changedOn)) : '',
    step?.onBehalf && state !== 'on_behalf' ? t.behalfChannel : '',
    step?.reason ?? '',
    visit,
    step?.illustrative ? t.sample : '',
  ].filter(Boolean)
  return {
    state,
    ...(state === 'not_asked' ? {} : hrefFor(reader, href)),
    ...(state === 'late' ? { label: t.lateDays(days) } : {}),
    ...(state === 'absence_noted' ? { label: t.absent } : {}),
    ...(notes.length > 0 ? { note: notes.join(' · ') } : {}),
  }
}

function hrefFor({ closed, links }: BoardReader, href: string): { href?: string } {
  return isBelow(closed, links.board, href) ? {} : { href }
}

/** More than this many units with the same lack are counted instead of named. */
const NAMED = 2

function gatherLacks(
  lacks: readonly GateLack[],
  year: BlocYear,
  cells: ReadonlyMap<string, Cells>,
  reader: BoardReader,
): readonly Lack[] {
  const byCode = new Map<string, GateLack[]>()
  for (const lack of lacks) byCode.set(lack.code, [...(byCode.get(lack.code) ?? []), lack])
  const lines = [...byCode.values()].flatMap((same) =>
    same.length > NAMED
      ? [countedLack(same, cells, reader)]
      : same.map((lack) => namedLack(lack, year, cells, reader)),
  )
  return lines.sort((a, b) => urgency(a.state) - urgency(b.state))
}

function countedLack(
  same: readonly GateLack[],
  cells: ReadonlyMap<string, Cells>,
  reader: BoardReader,
): Lack {
  const t = yearsWords(reader.lang)
  const [first] = same as [GateLack]
  const worst = same
    .map((lack) => cellOfLack(lack, cells))
    .reduce((one, other) => (urgency(other?.kind) < urgency(one?.kind) ? other : one))
  const { unitId: _unit, ...what } = first
  return {
    text: t.manyLack(same.length, lackText(what, () => '')[reader.lang]),
    ...stateOfLack(first, worst, reader.lang),
    ...hrefFor(reader, first.owedBy === 'unit' ? reader.links.remind : placeOfLack(first, '', reader.links)),
  }
}

function namedLack(
  lack: GateLack,
  year: BlocYear,
  cells: ReadonlyMap<string, Cells>,
  reader: BoardReader,
): Lack {
  const member = year.members.find((one) => one.id === lack.unitId)
  return {
    text: lackText(lack, () => member?.shortName ?? '')[reader.lang],
    ...stateOfLack(lack, cellOfLack(lack, cells), reader.lang),
    ...hrefFor(reader, placeOfLack(lack, member?.slug ?? '', reader.links, year.bloc.slug)),
  }
}

function cellOfLack(lack: GateLack, cells: ReadonlyMap<string, Cells>): Cell | undefined {
  const column = columnOfLack(lack)
  return column && lack.unitId ? cells.get(lack.unitId)?.get(column) : undefined
}

function columnOfLack(lack: GateLack): BoardColumn | undefined {
  return boardColumns.find((column) => lack.code === `${column}_missing`)
}

function stateOfLack(lack: GateLack, cell: Cell | undefined, lang: Lang): Pick<Lack, 'state' | 'stateLabel'> {
  const t = yearsWords(lang)
  if (cell?.kind === 'late') return { state: 'late', stateLabel: t.overdueDays(cell.lateDays) }
  if (cell?.kind === 'returned') return { state: 'returned' }
  if (lack.severity === 'advised') return { state: 'not_due', stateLabel: t.advised }
  return { state: 'waiting', stateLabel: lack.owedBy === 'province' ? t.ofProvince : t.needed }
}

const order: readonly (CellKind | undefined)[] = ['late', 'returned', 'waiting', 'not_due']

function urgency(state: CellKind | undefined): number {
  const at = order.indexOf(state)
  return at < 0 ? order.length : at
}

function placeOfLack(lack: GateLack, unit: string, links: YearLinks, bloc = ''): string {
  const column = columnOfLack(lack)
  if (column) return unit && column !== 'launch' ? thingOf(links, unit, column) : listOf(links, column)
  switch (lack.code) {
    case 'members_missing':
    case 'head_missing':
      return bloc ? `/khoi/${bloc}` : links.board
    case 'regulation_not_adopted':
      return links.other('du-thao')
    case 'score_table_not_adopted':
    case 'score_table_not_frozen':
      return links.other('bang-diem')
    case 'pledge_text_not_adopted':
      return links.other('giao-uoc')
    case 'mid_year_open':
      return links.midYear
    case 'scores_not_shown':
      return links.other('tham-dinh')
    case 'appeals_open':
      return links.other('kien-nghi')
    case 'minutes_not_signed':
      return links.other('van-ban')
    case 'handover_not_done':
      return links.other('ban-giao')
    case 'conference_not_held':
    case 'scores_not_adopted':
    case 'next_head_not_chosen':
      return links.other('hoi-nghi')
    default:
      return links.other('khen-thuong')
  }
}

/** The steps that matter in a state; earlier ones are history. */
function stepsInSight(state: YearState): readonly BoardColumn[] {
  switch (state) {
    case 'setup':
    case 'pledging':
      return ['registration', 'targets', 'pledge', 'launch']
    case 'running':
      return ['mid_report', 'year_report', 'evidence']
    case 'scoring':
      return ['year_report', 'evidence', 'self_score']
    case 'appraisal':
      return ['self_score', 'cross_check', 'appraisal']
    default:
      return ['appraisal', 'conference', 'achievement_report']
  }
}

const finished: ReadonlySet<CellKind> = new Set(['done', 'by_paper', 'on_behalf', 'absence_noted'])

/** How far all units are with some steps. */
export function progressOf(
  year: BlocYear,
  records: YearRecords,
  columns: readonly BoardColumn[],
  { lang, today }: Pick<BoardReader, 'lang' | 'today'>,
): readonly StepProgress[] {
  const cells = memberFacts(year, records).map((member) => cellsOf(member, today))
  return columns.map((column) => countStep(column, cells, lang))
}

function countStep(column: BoardColumn, cells: readonly Cells[], lang: Lang): StepProgress {
  const kinds = cells.map((row) => row.get(column)?.kind ?? 'not_asked')
  return {
    column,
    label: capital(boardColumnInfo[column].label[lang]),
    done: kinds.filter((kind) => finished.has(kind)).length,
    waiting: kinds.filter((kind) => kind === 'waiting').length,
    late: kinds.filter((kind) => kind === 'late' || kind === 'returned').length,
    all: kinds.filter((kind) => kind !== 'not_asked').length,
  }
}

/** The step whose last day closes a state. */
const closing: Readonly<Partial<Record<YearState, BoardColumn>>> = {
  setup: 'registration',
  pledging: 'pledge',
  running: 'year_report',
  scoring: 'self_score',
  appraisal: 'appraisal',
  conference: 'conference',
}

function deadlineOf(state: YearState, records: YearRecords, { lang, today }: BoardReader): string {
  const t = yearsWords(lang)
  const column = closing[state]
  const due = column && records.deadlines[column]
  if (!due) return ''
  const left = daysBetween(today, due)
  if (left === 0) return t.deadlineToday(printDate(due))
  return left > 0 ? t.deadlineLeft(printDate(due), left) : t.deadlinePast(printDate(due), -left)
}

function shortDay(date: string): string {
  return printDate(date).slice(0, 5)
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
