import { type Ask, keyParam, mayHere, query, unitIdsOf, yearOf } from '../../http/ask.ts'
import { type Feature, type Place, page, type Route, write } from '../../http/feature.ts'
import { figureTabs, figureTabsLabel } from '../../http/figure-tabs.ts'
import { parseForm } from '../../http/form.ts'
import { frameOf } from '../../http/frame.ts'
import { inYear, inYearOfUnit } from '../../http/places.ts'
import { scopeOfYear } from '../../scopes/scopes.store.ts'
import { importFaults } from '../../spreadsheets/import.messages.ts'
import { stepFaults } from '../../steps/step.messages.ts'
import { listSteps } from '../../steps/steps.store.ts'
import { flatViews, tallyOf } from './figure-view.ts'
import { figuresEvents } from './figures.messages.ts'
import { figuresRoutes, yearFigureSheets } from './figures.routes.ts'
import { FiguresPage, ResultsPage } from './overview.page.tsx'
import { questionsEvents, questionsFaults } from './questions.messages.ts'
import { questionRoutes } from './questions.routes.ts'
import { writeNarrative } from './reports.actions.ts'
import { reportRoutes } from './reports.routes.ts'
import { listRatings } from './reports.store.ts'
import { recordResult, saveFigures } from './results.actions.ts'
import { figureForm, sheetForm, wordsForm } from './results.forms.ts'
import { resultsEvents, resultsFaults, resultsWords } from './results.messages.ts'
import { resultsPaths } from './results.paths.ts'
import { figureViews, linksOf, ownerOf, ownerPlace } from './results.reading.ts'
import { showFigure, showSheet, showWords } from './results.show.ts'
import { reviewRoutes } from './review.routes.ts'
import { viewsOfYear } from './year-views.ts'
import { yearsRoutes } from './years.routes.ts'

const { route } = resultsPaths

/** Results of units and of the bloc, their reports, evidence and ratings. The bloc's own addresses come first. */
export const results: Feature = {
  name: 'results',
  faults: (lang) => ({
    ...stepFaults(lang),
    ...importFaults(lang),
    ...resultsFaults(lang),
    ...questionsFaults(lang),
  }),
  events: { ...resultsEvents, ...figuresEvents, ...questionsEvents },
  yearSheets: { permission: 'result.read', sheets: yearFigureSheets },
  routes: [
    page({ path: route.overview, permission: 'result.read', place: inYear, show: showOverview }),
    page({ path: route.figures, permission: 'result.read', place: inYear, show: showFigures }),
    ...yearsRoutes,
    ...figuresRoutes,
    ...questionRoutes,
    ...reviewRoutes,
    ...ownerRoutes(inYear, route.ofBloc),
    ...ownerRoutes(inYearOfUnit, route.ofUnit),
    ...reportRoutes,
  ],
}

/** The same pages for a unit and for the bloc as a whole. */
function ownerRoutes(
  place: Place,
  paths: Readonly<Record<'sheet' | 'figure' | 'words', string>>,
): readonly Route[] {
  return [
    page({ path: paths.sheet, permission: 'result.read', place, show: showSheet }),
    write({
      path: paths.sheet,
      permission: 'result.write',
      audit: 'results.saved',
      place,
      action: saveFigures,
      read: (ask, body) => {
        const form = parseForm(sheetForm, body)
        return form.ok ? { ok: true, value: { ...form.value, ...ownerPlace(ask) } } : form
      },
      next: (ask, { period }) => linksOf(ask).sheet(ownerOf(ask).slug, period),
      said: (ask) => resultsWords(ask.lang).saved,
      again: showSheet,
    }),
    page({ path: paths.figure, permission: 'result.read', place, show: showFigure }),
    write({
      path: paths.figure,
      permission: 'result.write',
      audit: 'result.recorded',
      place,
      action: recordResult,
      read: (ask, body) => {
        const form = parseForm(figureForm, body)
        const indicatorId = keyParam(ask, 'indicator') ?? ''
        return form.ok ? { ok: true, value: { ...form.value, ...ownerPlace(ask), indicatorId } } : form
      },
      next: (ask, { period }) =>
        linksOf(ask).figure(ownerOf(ask).slug, keyParam(ask, 'indicator') ?? '', period),
      said: (ask) => resultsWords(ask.lang).savedFigure,
      again: showFigure,
    }),
    page({ path: paths.words, permission: 'result.read', place, show: showWords }),
    write({
      path: paths.words,
      permission: 'result.write',
      audit: 'narrative.written',
      place,
      action: writeNarrative,
      read: (ask, body) => {
        const form = parseForm(wordsForm, body)
        return form.ok ? { ok: true, value: { ...form.value, ...ownerPlace(ask) } } : form
      },
      next: (ask) => linksOf(ask).words(ownerOf(ask).slug),
      said: (ask) => resultsWords(ask.lang).wordsSaved,
      again: showWords,
    }),
  ]
}

async function showOverview(ask: Ask) {
  const year = yearOf(ask)
  const owners = await viewsOfYear(ask)
  const all = owners.flatMap((owner) => flatViews(owner.views))
  const { noField } = resultsWords(ask.lang)
  const fields = Map.groupBy(
    all.filter((view) => view.completion),
    ({ indicator }) => (ask.lang === 'vi' ? indicator.fieldVi : indicator.fieldEn) ?? noField,
  )
  return ResultsPage({
    frame: frameOf(ask),
    tabs: figureTabs(ask, 'results'),
    tabsLabel: figureTabsLabel(ask),
    links: linksOf(ask),
    year: year.year,
    lines: owners.map(({ line, views }) => ({
      ...line,
      tally: tallyOf(views),
      warned: flatViews(views).filter((view) => view.findings.length > 0).length,
    })),
    fields: [...fields].map(([name, views]) => ({ name, tally: tallyOf(views) })),
    whole: tallyOf(all),
    steps: await listSteps(ask.db, year.id),
    ratings: await listRatings(
      ask.db,
      year.members.map((unit) => unit.id),
      year.year,
    ),
    mine: unitIdsOf(ask),
    mayManageBloc: mayHere(ask, 'result.write', scopeOfYear(year)),
  })
}

async function showFigures(ask: Ask) {
  const owners = await viewsOfYear(ask)
  const rows = owners.flatMap(({ name, slug, views }) =>
    views
      .filter((view) => flatViews([view]).some((one) => one.result || one.target))
      .map((view) => ({ name, slug, view })),
  )
  const onlyWarned = query(ask, 'loc') === 'can-xem'
  return FiguresPage({
    frame: frameOf(ask),
    tabs: figureTabs(ask, 'figures'),
    tabsLabel: figureTabsLabel(ask),
    links: linksOf(ask),
    year: yearOf(ask).year,
    rows,
    views: (counts) => figureViews(ask, onlyWarned ? 'warned' : 'all', counts),
    onlyWarned,
  })
}
