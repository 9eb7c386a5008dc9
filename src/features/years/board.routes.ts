import { rolesIn } from '../../domain/permissions/index.ts'
import { nextState, reached, type YearState, yearStateInfo } from '../../domain/years/index.ts'
import { type Ask, mayHere, unitIdsOf, yearOf } from '../../http/ask.ts'
import { page, type Route } from '../../http/feature.ts'
import { frameOf, stationsOf } from '../../http/frame.ts'
import { inYear } from '../../http/places.ts'
import { closedTopics } from '../../http/year-topics.ts'
import type { BlocYear } from '../../scopes/scopes.store.ts'
import { BoardPage } from './board.page.tsx'
import type { BoardReader } from './board.ts'
import { drawnBoard } from './drawn-boards.ts'
import { readRecords, readRecordsText } from './facts.store.ts'
import { openingScope } from './opening.store.ts'
import { RemindPage } from './remind.page.tsx'
import { debtsOf } from './remind.ts'
import { listToDos } from './todos.store.ts'
import { toDoLines } from './todos.ts'
import { yearsWords } from './years.messages.ts'
import { yearsPaths } from './years.paths.ts'

export const boardRoutes: readonly Route[] = [
  page({ path: yearsPaths.route.board, permission: 'year.read', place: inYear, keep: true, show: showBoard }),
  page({ path: yearsPaths.route.remind, permission: 'step.remind', place: inYear, show: showDebts }),
]

/** Who looks at a year: what their board needs to know of them. */
export function readerOf(ask: Ask): BoardReader {
  const { bloc, year } = yearOf(ask)
  return {
    lang: ask.lang,
    today: ask.today,
    unitIds: unitIdsOf(ask),
    links: yearsPaths.at(bloc.slug, year),
    closed: closedTopics(ask),
  }
}

async function showBoard(ask: Ask) {
  const year = yearOf(ask)
  const reader = readerOf(ask)
  const [records, toDos] = await Promise.all([
    readRecordsText(ask.db, year.id),
    ask.todoCount > 0 ? listToDos(ask.db, ask.actor, ask.today) : [],
  ])
  const here = toDos.filter((one) => one.blocSlug === year.bloc.slug && one.year === year.year)
  return BoardPage({
    frame: frameOf(ask),
    title: year.bloc.name,
    year: year.year,
    eyebrow: eyebrowOf(ask, year),
    stations: stationsOf(ask, year),
    ...drawnBoard(year, records, reader),
    toDo: toDoLines(here, ask.lang, ask.today),
    links: reader.links,
    closed: reader.closed,
    blocHref: `/khoi/${year.bloc.slug}`,
    may: {
      advance: mayHere(ask, 'year.advance'),
      remind: mayHere(ask, 'step.remind'),
      audit: mayHere(ask, 'audit.read'),
      openNext: await mayOpenNext(ask, year),
    },
    blocked: blockOf(ask, year),
  })
}

/** From its conference on, the latest year shows the way to the next one to whoever may open it. */
async function mayOpenNext(ask: Ask, year: BlocYear): Promise<boolean> {
  if (year.years.some((one) => one > year.year) || !reached(year.state as YearState, 'conference'))
    return false
  return mayHere(ask, 'year.open', await openingScope(ask.db, ask.scope, ask.today))
}

/** Only the province says that decisions are in: the head sees why the button is not theirs. */
function blockOf(ask: Ask, year: Pick<BlocYear, 'state'>): string {
  const next = nextState(year.state as YearState)
  if (next === null || yearStateInfo[next].mover !== 'province') return ''
  return rolesIn(ask.actor, ask.scope).has('province') ? '' : yearsWords(ask.lang).onlyProvince
}

function eyebrowOf(ask: Ask, year: BlocYear): string {
  const t = yearsWords(ask.lang)
  const head = year.members.find((one) => one.id === year.headUnitId)
  return [
    t.province(year.province.name),
    t.unitsCount(year.members.length),
    head ? t.leads(year.bloc.headLabel, head.name) : t.noHead,
  ].join(' · ')
}

async function showDebts(ask: Ask) {
  const year = yearOf(ask)
  const debts = debtsOf(year, await readRecords(ask.db, year), readerOf(ask))
  return RemindPage({
    frame: frameOf(ask),
    year: year.year,
    debts,
    wholeText: debts.map((debt) => debt.text).join('\n'),
  })
}
