import { type Ask, mayHere, yearOf } from '../http/ask.ts'
import { type Feature, page } from '../http/feature.ts'
import { inYear } from '../http/places.ts'
import { inYearPath } from '../http/year-path.ts'
import { fileNameOf, workbookAnswer } from './answer.ts'
import { importWords } from './import.messages.ts'
import { yearWorkbookPaths } from './year-workbook.paths.ts'

/** The year as one workbook: the sheets of every topic that the reader may see on its own pages. */
export function yearWorkbook(topics: readonly Pick<Feature, 'yearSheets'>[]): Feature {
  return {
    name: 'year-workbook',
    faults: () => ({}),
    events: {},
    routes: [page({ path: yearWorkbookPaths.route, permission: 'year.read', place: inYear, show: send })],
  }

  async function send(ask: Ask) {
    const { bloc, year } = yearOf(ask)
    const sheets = []
    for (const { yearSheets } of topics) {
      if (yearSheets && mayHere(ask, yearSheets.permission)) sheets.push(...(await yearSheets.sheets(ask)))
    }
    if (sheets.length === 0) return ask.c.redirect(inYearPath(bloc.slug, year), 303)
    const t = importWords(ask.lang)
    const title = t.yearTitle(bloc.name, String(year))
    return workbookAnswer(fileNameOf('nam', String(year), bloc.name), { title, sheets })
  }
}
