import { ok } from '../../domain/result.ts'
import { slug } from '../../domain/vietnamese/index.ts'
import { boardColumns } from '../../domain/years/index.ts'
import { type Ask, mayHere, yearOf } from '../../http/ask.ts'
import { type FormAgain, page, type Route, write } from '../../http/feature.ts'
import { type FormBody, parseForm } from '../../http/form.ts'
import { frameOf } from '../../http/frame.ts'
import { inYear } from '../../http/places.ts'
import { progressOf } from './board.ts'
import { CalendarPage, DeadlinesPage } from './calendar.page.tsx'
import { listPlanned } from './calendar.store.ts'
import { calendarOf, eventsOf } from './calendar.ts'
import { setDeadlines } from './deadlines.actions.ts'
import { listDeadlines } from './deadlines.store.ts'
import { readRecords } from './facts.store.ts'
import { writeCalendar } from './icalendar.ts'
import { deadlinesForm } from './years.forms.ts'
import { yearsWords } from './years.messages.ts'
import { yearsPaths } from './years.paths.ts'

const { route } = yearsPaths

export const calendarRoutes: readonly Route[] = [
  page({ path: route.calendar, permission: 'year.read', place: inYear, show: showCalendar }),
  page({ path: route.ics, permission: 'year.read', place: inYear, show: sendCalendar }),
  page({ path: route.deadlines, permission: 'year.deadlines', place: inYear, show: showDeadlines }),
  write({
    path: route.deadlines,
    permission: 'year.deadlines',
    audit: 'year.deadlines_set',
    place: inYear,
    action: setDeadlines,
    read: readDeadlines,
    next: (ask) => linksOf(ask).calendar,
    said: (ask) => yearsWords(ask.lang).deadlinesSaved,
    again: showDeadlines,
  }),
]

function linksOf(ask: Ask) {
  const { bloc, year } = yearOf(ask)
  return yearsPaths.at(bloc.slug, year)
}

async function linesOf(ask: Ask) {
  const year = yearOf(ask)
  const [deadlines, planned] = await Promise.all([
    listDeadlines(ask.db, year.id),
    listPlanned(ask.db, year.id),
  ])
  return calendarOf(deadlines, planned, ask.lang, linksOf(ask))
}

async function showCalendar(ask: Ask) {
  const year = yearOf(ask)
  return CalendarPage({
    frame: frameOf(ask),
    year: year.year,
    today: ask.today,
    lines: await linesOf(ask),
    progress: progressOf(year, await readRecords(ask.db, year), boardColumns, ask),
    links: linksOf(ask),
    mayEdit: mayHere(ask, 'year.deadlines'),
  })
}

async function sendCalendar(ask: Ask) {
  const year = yearOf(ask)
  const events = eventsOf(await linesOf(ask), year, ask.lang, ask.baseUrl)
  const name = `${year.bloc.shortName} ${year.year}`
  return ask.c.body(writeCalendar(name, events, ask.now), 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': `attachment; filename="${slug(name)}.ics"`,
  })
}

async function showDeadlines(ask: Ask, again?: FormAgain) {
  const year = yearOf(ask)
  return DeadlinesPage({
    frame: frameOf(ask),
    year: year.year,
    deadlines: await listDeadlines(ask.db, year.id),
    links: linksOf(ask),
    again,
  })
}

function readDeadlines(ask: Ask, body: FormBody) {
  const form = parseForm(deadlinesForm, body)
  if (!form.ok) return form
  const { due, was, basis } = form.value
  return ok({
    blocYearId: yearOf(ask).id,
    deadlines: boardColumns.map((step) => ({ step, dueOn: due[step], was: was[step], basis: basis[step] })),
  })
}
