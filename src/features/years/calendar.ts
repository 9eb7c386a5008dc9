import { type BoardColumn, boardColumnInfo, boardColumns } from '../../domain/years/index.ts'
import type { Lang } from '../../i18n/words.ts'
import type { BlocYear } from '../../scopes/scopes.store.ts'
import { boardChecksWords } from './board-checks.messages.ts'
import type { PlannedEvent } from './calendar.store.ts'
import type { DeadlineRow } from './deadlines.store.ts'
import type { CalendarEvent } from './icalendar.ts'
import { yearsWords } from './years.messages.ts'
import type { YearLinks } from './years.paths.ts'

/** One line of the calendar page and of the calendar file. */
export type CalendarLine = {
  readonly id: string
  readonly on: string
  readonly at: string | null
  readonly title: string
  readonly place: string
  readonly href: string
  readonly mark: string
  readonly basis: string
  readonly step: BoardColumn | null
  readonly illustrative: boolean
}

/** Deadlines and planned events of a year by day. */
export function calendarOf(
  deadlines: readonly DeadlineRow[],
  planned: readonly PlannedEvent[],
  lang: Lang,
  links: YearLinks,
): readonly CalendarLine[] {
  const days = deadlines.filter(({ step }) => isColumn(step)).map((one) => deadlineLine(one, lang, links))
  const events = planned.map((one) => plannedLine(one, lang, links))
  return [...days, ...events].sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1))
}

/** The same as entries of a calendar file. */
export function eventsOf(
  lines: readonly CalendarLine[],
  year: BlocYear,
  lang: Lang,
  baseUrl: string,
): readonly CalendarEvent[] {
  const t = yearsWords(lang)
  return lines.map((line) => ({
    uid: `${line.id}@${year.id}.giaouoc`,
    on: line.on,
    at: line.at,
    title: line.step ? `${t.due}: ${line.title}` : line.title,
    text: `${year.bloc.name} ${year.year}`,
    place: line.place,
    url: new URL(line.href, baseUrl).href,
    remindDays: line.step ? 3 : 1,
  }))
}

function deadlineLine({ step, dueOn, mark, basis }: DeadlineRow, lang: Lang, links: YearLinks): CalendarLine {
  const column = step as BoardColumn
  const { label } = boardColumnInfo[column]
  return {
    id: step,
    on: dueOn,
    at: null,
    title: label[lang].charAt(0).toLocaleUpperCase('vi') + label[lang].slice(1),
    place: '',
    href: links.board,
    mark,
    basis,
    step: column,
    illustrative: false,
  }
}

function plannedLine(event: PlannedEvent, lang: Lang, links: YearLinks): CalendarLine {
  const places = {
    conference: links.other('hoi-nghi', event.id),
    activity: links.other('hoat-dong'),
    draft: links.other('du-thao', event.id),
    visit: links.other('kiem-tra', 'cuoc', event.id),
  }
  return {
    id: event.id,
    on: event.heldOn,
    at: event.startsAt,
    title: titleOf(event, lang),
    place: event.place,
    href: places[event.kind],
    mark: 'confirmed',
    basis: '',
    step: null,
    illustrative: event.illustrative,
  }
}

function titleOf({ kind, title }: PlannedEvent, lang: Lang): string {
  if (kind === 'draft') return yearsWords(lang).toDoDraft(title)
  return kind === 'visit' ? boardChecksWords(lang).visitOf(title) : title
}

function isColumn(step: string): boolean {
  return (boardColumns as readonly string[]).includes(step)
}
