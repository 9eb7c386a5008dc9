import { ok, type Result } from '../../domain/result.ts'
import { dateParts } from '../../domain/vietnamese/index.ts'
import {
  gate,
  nextState,
  nextYear,
  reached,
  type YearState,
  yearStateInfo,
  yearStates,
} from '../../domain/years/index.ts'
import { type Ask, param, yearOf } from '../../http/ask.ts'
import { type FormAgain, type Place, page, type Route, write } from '../../http/feature.ts'
import { type FieldFaults, type FormBody, parseForm } from '../../http/form.ts'
import { frameOf } from '../../http/frame.ts'
import { inBloc, inYear } from '../../http/places.ts'
import { readerOf } from './board.routes.ts'
import { boardOf } from './board.ts'
import { factsOf, readRecords } from './facts.store.ts'
import { findBlocName, listYearsBySlug } from './landing.store.ts'
import { AdvancePage, MidYearPage, OpenYearPage, StepBackPage } from './move.page.tsx'
import { openingScope } from './opening.store.ts'
import { advanceYear, markMidYear, openYear, stepBackYear } from './years.actions.ts'
import { advanceForm, midYearForm, openYearForm, stepBackForm } from './years.forms.ts'
import { yearsWords } from './years.messages.ts'
import { yearsPaths } from './years.paths.ts'

const { route } = yearsPaths

/** Below a year, with the rights over opening the next one. */
const inYearToOpenNext: Place = async (ask) => {
  const place = await inYear(ask)
  return place && { ...place, scope: await openingScope(ask.db, place.scope, ask.today) }
}

export const moveRoutes: readonly Route[] = [
  page({ path: route.advance, permission: 'year.advance', place: inYear, show: showAdvance }),
  write({
    path: route.advance,
    permission: 'year.advance',
    audit: 'year.advanced',
    place: inYear,
    action: advanceYear,
    read: (ask, body) => withYear(ask, parseForm(advanceForm, body)),
    next: (ask) => linksOf(ask).board,
    said: (ask) => yearsWords(ask.lang).advanced,
    again: showAdvance,
  }),
  page({ path: route.stepBack, permission: 'year.advance', place: inYear, show: showStepBack }),
  write({
    path: route.stepBack,
    permission: 'year.advance',
    audit: 'year.stepped_back',
    place: inYear,
    action: stepBackYear,
    read: (ask, body) => withYear(ask, parseForm(stepBackForm, body)),
    next: (ask) => linksOf(ask).board,
    said: (ask) => yearsWords(ask.lang).steppedBack,
    again: showStepBack,
  }),
  page({ path: route.midYear, permission: 'year.advance', place: inYear, show: showMidYear }),
  write({
    path: route.midYear,
    permission: 'year.advance',
    audit: 'year.mid_year_marked',
    place: inYear,
    action: markMidYear,
    read: (ask, body) => withYear(ask, parseForm(midYearForm, body)),
    next: (ask) => linksOf(ask).board,
    said: (ask) => yearsWords(ask.lang).midYearDone,
    again: showMidYear,
  }),
  page({ path: route.open, permission: 'year.open', place: inBloc, show: showOpenYear }),
  write({
    path: route.open,
    permission: 'year.open',
    audit: 'year.opened',
    place: inBloc,
    action: openYear,
    read: readOpenYear,
    next: (ask, value) => yearsPaths.at(param(ask, 'bloc'), value.year).board,
    said: (ask) => yearsWords(ask.lang).yearOpened,
    again: showOpenYear,
  }),
  // The same from the latest year, whose head may open the next one.
  page({ path: route.openNext, permission: 'year.open', place: inYearToOpenNext, show: showOpenYear }),
  write({
    path: route.openNext,
    permission: 'year.open',
    audit: 'year.opened',
    place: inYearToOpenNext,
    action: openYear,
    read: readOpenYear,
    next: (ask, value) => yearsPaths.at(param(ask, 'bloc'), value.year).board,
    said: (ask) => yearsWords(ask.lang).yearOpened,
    again: showOpenYear,
  }),
]

function linksOf(ask: Ask) {
  const { bloc, year } = yearOf(ask)
  return yearsPaths.at(bloc.slug, year)
}

function withYear<T>(
  ask: Ask,
  form: Result<T, FieldFaults>,
): Result<T & { blocYearId: string }, FieldFaults> {
  return form.ok ? ok({ ...form.value, blocYearId: yearOf(ask).id }) : form
}

async function showAdvance(ask: Ask, again?: FormAgain) {
  const year = yearOf(ask)
  const from = year.state as YearState
  const to = nextState(from)
  if (to === null) return ask.c.redirect(linksOf(ask).board, 303)
  const records = await readRecords(ask.db, year)
  const info = yearStateInfo[to]
  return AdvancePage({
    frame: frameOf(ask),
    year: year.year,
    links: linksOf(ask),
    again,
    from,
    fromLabel: yearStateInfo[from].label[ask.lang],
    toLabel: info.label[ask.lang],
    asks: info.enteredWhen[ask.lang],
    proof: info.proof?.[ask.lang] ?? '',
    lacks: boardOf(year, records, readerOf(ask)).lacks,
    reasonNeeded: gate(from, factsOf(year, records)).lacks.some((lack) => lack.severity === 'needed'),
  })
}

async function showStepBack(ask: Ask, again?: FormAgain) {
  const year = yearOf(ask)
  const from = year.state as YearState
  const earlier = yearStates.filter((state) => state !== from && reached(from, state))
  if (earlier.length === 0) return ask.c.redirect(linksOf(ask).board, 303)
  return StepBackPage({
    frame: frameOf(ask),
    year: year.year,
    links: linksOf(ask),
    again,
    from,
    states: earlier.map((state) => ({ value: state, label: yearStateInfo[state].label[ask.lang] })),
  })
}

async function showMidYear(ask: Ask, again?: FormAgain) {
  const year = yearOf(ask)
  return MidYearPage({ frame: frameOf(ask), year: year.year, links: linksOf(ask), again, now: year.midYear })
}

async function showOpenYear(ask: Ask, again?: FormAgain) {
  const slug = param(ask, 'bloc')
  const bloc = await findBlocName(ask.db, slug)
  const years = await listYearsBySlug(ask.db, slug)
  const open = nextYear(
    years.map(({ year, state }) => ({ year, state: state as YearState })),
    dateParts(ask.today).year,
  )
  return OpenYearPage({
    frame: frameOf(ask),
    blocName: bloc?.name ?? '',
    action: ask.blocYear ? linksOf(ask).openNext : yearsPaths.open(slug),
    back: `/khoi/${slug}`,
    year: open.year,
    // Only a hint: an earlier year may still be recorded at any time.
    disabledBecause: open.allowed ? '' : yearsWords(ask.lang).openYearNot(open.year),
    again,
  })
}

function readOpenYear(ask: Ask, body: FormBody) {
  const form = parseForm(openYearForm, body)
  return form.ok ? ok({ blocId: ask.scope.blocId ?? '', year: form.value.year }) : form
}
