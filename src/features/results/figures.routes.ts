import { printPeriod } from '../../domain/vietnamese/index.ts'
import { type Ask, yearOf } from '../../http/ask.ts'
import { type Place, page, type Route } from '../../http/feature.ts'
import { inYear, inYearOfUnit } from '../../http/places.ts'
import { fileNameOf, workbookAnswer } from '../../spreadsheets/answer.ts'
import { importRoutes, type Say } from '../../spreadsheets/import.routes.ts'
import { gridsOf, type ImportInput } from '../../spreadsheets/import-source.ts'
import { findStep } from '../../steps/steps.store.ts'
import { flatViews, viewsOf } from './figure-view.ts'
import { figuresWords } from './figures.messages.ts'
import { allFiguresSheet, figuresSheet, figuresTemplate, talliesSheet } from './figures.workbook.ts'
import { judgeLines } from './figures-import.ts'
import { figuresPreview } from './figures-preview.ts'
import { readFigureLines } from './figures-table.ts'
import { importFigures } from './import.actions.ts'
import { reportOf } from './report-of.ts'
import { resultsFaults, resultsWords } from './results.messages.ts'
import { resultsPaths } from './results.paths.ts'
import { linksOf, ownerOf, ownerPlace, surroundings } from './results.reading.ts'
import { periodAsked } from './results.show.ts'
import { tallies, viewsOfYear } from './year-views.ts'

const { route } = resultsPaths

/** Results as workbooks: templates, imports, exports. The bloc's own addresses come first. */
export const figuresRoutes: readonly Route[] = [
  page({ path: route.overviewFile, permission: 'result.read', place: inYear, show: sendOverview }),
  ...ownerRoutes(inYear, route.ofBloc),
  ...ownerRoutes(inYearOfUnit, route.ofUnit),
]

type OwnerPaths = Readonly<Record<'file' | 'import' | 'template' | 'preview', string>>

function ownerRoutes(place: Place, paths: OwnerPaths): readonly Route[] {
  return [
    page({ path: paths.file, permission: 'result.read', place, show: sendFigures }),
    ...importRoutes({
      paths: { start: paths.import, template: paths.template, preview: paths.preview },
      place,
      permission: 'result.write',
      audit: 'results.imported',
      action: importFigures,
      faults: resultsFaults,
      target: (ask) => ({ ...ownerPlace(ask), period: periodAsked(ask) }),
      links: (ask) => linksOf(ask).sheetImport(ownerOf(ask).slug, periodAsked(ask)),
      head: (ask) => ({
        title: figuresWords(ask.lang).importTitle(ownerOf(ask).name),
        aside: printPeriod(periodAsked(ask)),
        breadcrumb: [
          { label: resultsWords(ask.lang).title, href: linksOf(ask).overview },
          { label: ownerOf(ask).name, href: linksOf(ask).sheet(ownerOf(ask).slug, periodAsked(ask)) },
        ],
      }),
      columns: ({ lang }) => {
        const t = figuresWords(lang)
        return [t.code, t.indicator, t.unitOfMeasure, t.result].join(', ')
      },
      template,
      preview,
      written: ({ written }) => written,
    }),
  ]
}

async function template(ask: Ask) {
  const owner = ownerOf(ask)
  const period = periodAsked(ask)
  const around = await surroundings(ask)
  const views = flatViews(viewsOf(owner, period, around)).map((view) => ({ ...view, owner }))
  const words = printPeriod(period)
  const indicators = around.indicators.filter((one) => one.isCurrent)
  const sheets = figuresTemplate({ lang: ask.lang, owner: owner.name, period: words, views, indicators })
  const title = figuresWords(ask.lang).templateTitle(owner.name, words)
  return { fileName: fileNameOf('mau-ket-qua', owner.name, words), workbook: { title, sheets } }
}

async function preview(ask: Ask, input: ImportInput, say: Say) {
  const { unitId, blocId } = ownerOf(ask)
  const owner = { unitId, blocId }
  const period = periodAsked(ask)
  const around = await surroundings(ask)
  const grids = gridsOf(input.source)
  if (!grids.ok) return grids.error
  const read = readFigureLines(grids.value, around, owner, input)
  if (!read.ok) return read.error
  const { lines } = read.value
  const judged = judgeLines(lines, owner, period, around)
  const step = unitId ? await findStep(ask.db, yearOf(ask).id, unitId, reportOf(period)) : undefined
  const wasSent = step !== undefined && ['sent', 'accepted'].includes(step.state)
  return figuresPreview(read.value, judged, input, wasSent, ask.lang, say)
}

async function sendFigures(ask: Ask) {
  const { unitId, blocId, name } = ownerOf(ask)
  const period = periodAsked(ask)
  const words = printPeriod(period)
  const views = flatViews(viewsOf({ unitId, blocId }, period, await surroundings(ask)))
  const sheet = figuresSheet({ lang: ask.lang, owner: name, period: words, views })
  return workbookAnswer(fileNameOf('ket-qua', name, words), { title: sheet.title, sheets: [sheet] })
}

async function sendOverview(ask: Ask) {
  const year = yearOf(ask)
  const sheets = await yearFigureSheets(ask)
  return workbookAnswer(fileNameOf('ket-qua', year.bloc.name, String(year.year)), {
    title: sheets[0]?.title ?? '',
    sheets,
  })
}

/** The results of a year as sheets: how many targets were reached, and every figure. */
export async function yearFigureSheets(ask: Ask) {
  const { bloc, year } = yearOf(ask)
  const owners = await viewsOfYear(ask)
  const { lines, whole } = tallies(owners)
  const rows = owners.flatMap(({ name, views }) =>
    flatViews(views)
      .filter((view) => view.result || view.target)
      .map((view) => ({ name, view })),
  )
  return [
    talliesSheet(bloc.name, String(year), lines, whole, ask.lang),
    allFiguresSheet(bloc.name, String(year), rows, ask.lang),
  ]
}
