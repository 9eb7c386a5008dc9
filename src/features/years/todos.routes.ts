import { landingYear, type YearState, yearPath } from '../../domain/years/index.ts'
import { type Ask, param } from '../../http/ask.ts'
import { page, type Route } from '../../http/feature.ts'
import { frameOf } from '../../http/frame.ts'
import { inBloc, onSite } from '../../http/places.ts'
import { listOwnYears, type OwnYear } from '../../scopes/own-years.store.ts'
import { listYearsBySlug } from './landing.store.ts'
import { ToDosPage } from './todos.page.tsx'
import { listToDos, type ToDo } from './todos.store.ts'
import { toDoLines } from './todos.ts'
import { yearsPaths } from './years.paths.ts'

export const toDoRoutes: readonly Route[] = [
  page({ path: yearsPaths.toDo, permission: 'account.own', place: onSite, show: showToDos }),
  page({ path: yearsPaths.mine, permission: 'account.own', place: onSite, show: goToMyYear }),
  page({ path: yearsPaths.route.landing, permission: 'bloc.read', place: inBloc, show: goToYear }),
]

async function showToDos(ask: Ask) {
  const [todos, years] = await Promise.all([
    listToDos(ask.db, ask.actor, ask.today),
    listOwnYears(ask.db, ask.actor),
  ])
  return ToDosPage({
    frame: frameOf(ask),
    lines: toDoLines(todos, ask.lang, ask.today),
    years: years.slice(0, 12).map((one) => ({
      name: one.blocName,
      year: one.year,
      href: openingOf(one),
      state: stateLabel(one, ask),
    })),
  })
}

function stateLabel(year: OwnYear, ask: Ask): string {
  return (
    yearPath(year.state as YearState, 'open').find((station) => station.key === year.state)?.label[
      ask.lang
    ] ?? ''
  )
}

/** The year with this person's most pressing work, whichever bloc it is in. */
async function goToMyYear(ask: Ask) {
  const todos = await listToDos(ask.db, ask.actor, ask.today)
  const years = await listOwnYears(ask.db, ask.actor)
  const pressing = todos.find((one) => one.dueOn !== null && one.blocSlug !== null)
  const slug = pressing?.blocSlug ?? years[0]?.blocSlug
  if (!slug) return ask.c.redirect('/khoi', 303)
  const year = landing(
    years.filter((one) => one.blocSlug === slug),
    todos,
  )
  const own = years.find((one) => one.blocSlug === slug && one.year === year)
  return ask.c.redirect(own ? openingOf(own) : `/khoi/${slug}`, 303)
}

/** Where a year is opened: at its board, or at its news by those who only write them. */
function openingOf({ blocSlug, year, newsOnly }: OwnYear): string {
  const links = yearsPaths.at(blocSlug, year)
  return newsOnly ? links.other('tin-tuc') : links.board
}

async function goToYear(ask: Ask) {
  const slug = param(ask, 'bloc')
  const todos = ask.actor.accountId ? await listToDos(ask.db, ask.actor, ask.today) : []
  const year = landing(await listYearsBySlug(ask.db, slug), todos)
  return ask.c.redirect(year === null ? `/khoi/${slug}` : yearsPaths.at(slug, year).board, 303)
}

function landing(years: readonly OwnYear[], todos: readonly ToDo[]): number | null {
  return landingYear(
    years.map(({ blocSlug, year, state }) => ({
      year,
      state: state as YearState,
      nextDue:
        todos.find((one) => one.blocSlug === blocSlug && one.year === year && one.dueOn !== null)?.dueOn ??
        null,
    })),
  )
}
