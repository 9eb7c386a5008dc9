import { periodOf } from '../../domain/vietnamese/index.ts'
import { type Ask, query, unitIdsOf, yearOf } from '../../http/ask.ts'
import { page, type Route } from '../../http/feature.ts'
import { figureTabs, figureTabsLabel } from '../../http/figure-tabs.ts'
import { frameOf } from '../../http/frame.ts'
import { inYear } from '../../http/places.ts'
import { fileNameOf, workbookAnswer } from '../../spreadsheets/answer.ts'
import { pictureOf } from '../../spreadsheets/picture.ts'
import { yearsOf } from './figure-series.ts'
import { resultsWords } from './results.messages.ts'
import { resultsPaths, WHOLE_BLOC } from './results.paths.ts'
import { choicesOf, figureViews, linksOf, surroundings } from './results.reading.ts'
import { listTargetsOfYears } from './results.store.ts'
import { YearsPage } from './years.page.tsx'
import { yearsChart, yearsSheet } from './years.workbook.ts'

/** Figures of several years side by side. */
export const yearsRoutes: readonly Route[] = [
  page({ path: resultsPaths.route.years, permission: 'result.read', place: inYear, show: showYears }),
  page({ path: resultsPaths.route.yearsFile, permission: 'result.read', place: inYear, show: sendYears }),
]

/** The indicator and the owner that are asked for, or the first worth looking at. */
async function yearsAsked(ask: Ask) {
  const year = yearOf(ask)
  const around = await surroundings(ask)
  const whole = around.results.filter((one) => periodOf(one.period).kind === 'year' && one.value !== null)
  const told = around.indicators.filter((one) => whole.some((result) => result.indicatorId === one.id))
  const indicator = told.find((one) => one.id === query(ask, 'chi-tieu')) ?? widest(told, whole)
  const targets = indicator ? await targetsOf(ask, indicator.id) : []
  const owners = [
    ...year.members.map((unit) => ({ unitId: unit.id, blocId: null, name: unit.name, slug: unit.slug })),
    { unitId: null, blocId: year.bloc.id, name: resultsWords(ask.lang).wholeBloc, slug: WHOLE_BLOC },
  ]
  const lines = indicator
    ? owners.flatMap(({ unitId, blocId, name, slug }) => {
        const points = yearsOf({ unitId, blocId }, indicator, year.year, around, targets)
        return points.some((point) => point.value) ? [{ name, slug, unitId, points }] : []
      })
    : []
  const mine = unitIdsOf(ask)
  const chosen =
    lines.find((line) => line.slug === query(ask, 'don-vi')) ??
    lines.find((line) => line.unitId !== null && mine.includes(line.unitId)) ??
    lines[0]
  return { told, indicator, lines, chosen }
}

async function showYears(ask: Ask) {
  const { told, indicator, lines, chosen } = await yearsAsked(ask)
  return YearsPage({
    frame: frameOf(ask),
    tabs: figureTabs(ask, 'figures'),
    tabsLabel: figureTabsLabel(ask),
    views: figureViews(ask, 'years'),
    links: linksOf(ask),
    indicators: choicesOf(told, ask),
    owners: lines.map(({ name, slug }) => ({ value: slug, label: name })),
    indicator,
    lines,
    chosen,
  })
}

async function sendYears(ask: Ask) {
  const { indicator, lines, chosen } = await yearsAsked(ask)
  if (!indicator || !chosen) return ask.c.redirect(linksOf(ask).years(), 303)
  const sheet = yearsSheet(indicator, lines, ask.lang)
  const picture = await pictureOf(
    yearsChart(indicator, chosen, ask.lang),
    `${chosen.name}: ${indicator.name}`,
  )
  return workbookAnswer(fileNameOf('nhieu-nam', indicator.name, String(yearOf(ask).year)), {
    title: sheet.title,
    sheets: [{ ...sheet, pictures: [picture] }],
  })
}

/** The indicator told for most years and units: the first thing worth looking at. */
function widest<I extends { readonly id: string }>(
  indicators: readonly I[],
  results: readonly { readonly indicatorId: string }[],
): I | undefined {
  const count = (one: I) => results.filter((result) => result.indicatorId === one.id).length
  return indicators.toSorted((a, b) => count(b) - count(a))[0]
}

function targetsOf(ask: Ask, indicatorId: string) {
  const { bloc, members, year } = yearOf(ask)
  const circle = { blocId: bloc.id, unitIds: members.map((unit) => unit.id) }
  return listTargetsOfYears(ask.db, circle, indicatorId, year)
}
