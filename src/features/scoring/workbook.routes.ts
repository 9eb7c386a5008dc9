import type { Layer } from '../../domain/scoring/index.ts'
import { printNumber } from '../../domain/vietnamese/index.ts'
import { type Ask, mayHere, yearOf } from '../../http/ask.ts'
import { page, type Route } from '../../http/feature.ts'
import { inYear, inYearOfUnit } from '../../http/places.ts'
import { fileNameOf, workbookAnswer } from '../../spreadsheets/answer.ts'
import { guideSheet, remarksOf } from '../../spreadsheets/guide.ts'
import type { ImportLine, ImportPreview } from '../../spreadsheets/import.page.tsx'
import { importRoutes, type Say } from '../../spreadsheets/import.routes.ts'
import { gridsOf, type ImportInput } from '../../spreadsheets/import-source.ts'
import { pictureOf } from '../../spreadsheets/picture.ts'
import { placeWords } from '../../spreadsheets/where.ts'
import type { SheetModel } from '../../spreadsheets/workbook.ts'
import { findStep } from '../../steps/steps.store.ts'
import { linksOf, memberOf } from './links.ts'
import type { PlaceRow } from './ranking/ranking.page.tsx'
import { rankingOf } from './ranking/ranking.routes.ts'
import { openedLayers, scoreIn } from './ranking/standings.ts'
import { findBook, findScoresVersion, listScores } from './scores.store.ts'
import { scoringFaults } from './scoring.messages.ts'
import { scoringPaths } from './scoring.paths.ts'
import {
  explainSheet,
  rankingChart,
  rankingSheet,
  scoresChart,
  scoresSheet,
  selfScoreTemplate,
  tableSheet,
} from './scoring.workbook.ts'
import { explanationOf } from './sheet/explain.routes.ts'
import { importSelfScores } from './sheet/score-sheet-import.actions.ts'
import { type JudgedScore, judgeScores } from './sheet/score-sheet-import.ts'
import { mergedEntries, readScoreLines } from './sheet/score-sheet-table.ts'
import { proposeFor } from './sheet/sheet.actions.ts'
import { sheetWords } from './sheet/sheet.messages.ts'
import { maySee, readSheet } from './sheet/sheet.routes.ts'
import { stampOf } from './sheet/sheet.ts'
import { sheetLines } from './sheet/sheet-view.ts'
import { findTable } from './table/table.store.ts'
import type { YearTable } from './table/table-model.ts'
import { workbookWords } from './workbook.messages.ts'

const { route } = scoringPaths

/** Table, sheets and ranking as workbooks. What a page hides from a reader is not in its workbook either. */
export const workbookRoutes: readonly Route[] = [
  page({ path: route.tableFile, permission: 'year.read', place: inYear, show: sendTable }),
  page({ path: route.sheetsFile, permission: 'score.read', place: inYear, show: sendScores }),
  page({ path: route.explainFile, permission: 'score.read', place: inYearOfUnit, show: sendExplanation }),
  page({ path: route.rankingFile, permission: 'bloc.read', place: inYear, show: sendRanking }),
  ...importRoutes({
    paths: { start: route.fill, template: route.fillTemplate, preview: route.fillPreview },
    place: inYearOfUnit,
    permission: 'score.self',
    audit: 'score.self_imported',
    action: importSelfScores,
    faults: scoringFaults,
    target: (ask) => ({ blocYearId: yearOf(ask).id, unitId: memberOf(ask).id }),
    links: (ask) => linksOf(ask).fill(memberOf(ask).slug),
    head: (ask) => ({
      title: workbookWords(ask.lang).importTitle(memberOf(ask).name),
      aside: String(yearOf(ask).year),
      breadcrumb: [
        { label: sheetWords(ask.lang).title, href: linksOf(ask).sheets },
        { label: memberOf(ask).name, href: linksOf(ask).sheet(memberOf(ask).slug) },
      ],
    }),
    columns: ({ lang }) => {
      const t = workbookWords(lang)
      return [t.code, t.points, t.note].join(', ')
    },
    template,
    preview,
    written: ({ written }) => written,
  }),
]

async function template(ask: Ask) {
  const unit = memberOf(ask)
  const links = linksOf(ask)
  const table = await findTable(ask.db, yearOf(ask).id)
  if (table?.state !== 'frozen' || !maySee(ask, unit.id, 'self'))
    return ask.c.redirect(links.sheet(unit.slug), 303)
  const sheet = await readSheet(ask, table, unit.id, 'self')
  const lines = sheetLines({ ...sheet, table, layer: 'self', links, unitSlug: unit.slug, lang: ask.lang })
  const year = String(yearOf(ask).year)
  const model = selfScoreTemplate(unit.name, year, lines, ask.lang)
  return {
    fileName: fileNameOf('mau-tu-cham', unit.name, year),
    workbook: {
      title: model.title,
      sheets: [model, guideSheet(ask.lang, [workbookWords(ask.lang).templateLead])],
    },
  }
}

async function preview(ask: Ask, input: ImportInput, say: Say) {
  const place = { blocYearId: yearOf(ask).id, unitId: memberOf(ask).id }
  const table = await findTable(ask.db, place.blocYearId)
  if (!table) return { code: 'score_table_missing' }
  if (table.state !== 'frozen') return { code: 'score_table_not_frozen' }
  const step = await findStep(ask.db, place.blocYearId, place.unitId, 'self_score')
  if (step?.state === 'sent') return { code: 'step_already_sent' }
  if (step?.state === 'accepted') return { code: 'step_already_accepted' }
  const grids = gridsOf(input.source)
  if (!grids.ok) return grids.error
  const read = readScoreLines(grids.value, table, input)
  if (!read.ok) return read.error
  const { lines, strays, empty } = read.value
  const stored = await listScores(ask.db, table.id, place.unitId)
  const book = await findBook(ask.db, table.id, await findScoresVersion(ask.db, table.id))
  const exemptions = book.exemptions.get(place.unitId) ?? new Map<string, string>()
  const entries = mergedEntries(table, stored, lines)
  const proposals = await proposeFor(ask.db, table, { ...place, entries }, ask)
  const judged = judgeScores(table, place.unitId, lines, entries, stored, exemptions, proposals)
  const found: ImportPreview = {
    lines: judged.filter((one) => one.kind !== 'same').map((one) => lineShown(ask, one, input, say)),
    same: empty + judged.filter((one) => one.kind === 'same').length,
    strays: strays.map(({ where, fault }) => ({ place: placeWords(where, ask.lang), sentence: say(fault) })),
    remarks: remarksOf(read.value, ask.lang),
    stamp: stampOf(stored, 'self'),
    asksChangeReason: false,
  }
  return found
}

function lineShown(ask: Ask, judged: JudgedScore, input: ImportInput, say: Say): ImportLine {
  const { line, before, after, wasExempt, isExempt, kind, fault, asksNote } = judged
  const t = workbookWords(ask.lang)
  const words = (entry: JudgedScore['before'], exempt: boolean) =>
    exempt ? t.notAssigned : entry ? [printNumber(entry.points), entry.note].filter(Boolean).join(' – ') : ''
  const { row, typed } = line
  return {
    key: row.code,
    place: placeWords(line.where, ask.lang),
    name: `${row.code} ${row.name}`,
    before: words(before, wasExempt),
    after: words(after, isExempt) || typed,
    kind: kind === 'wrong' ? 'wrong' : kind === 'added' ? 'added' : 'changed',
    typed,
    ...(fault ? { fault: say(fault) } : {}),
    doubts: [],
    asksReason: asksNote,
    reason: input.reasons[row.code] ?? '',
  }
}

async function sendTable(ask: Ask) {
  const { bloc, year } = yearOf(ask)
  const table = await findTable(ask.db, yearOf(ask).id)
  if (!table) return ask.c.redirect(linksOf(ask).table, 303)
  const sheet = tableSheet(table, ask.lang)
  return workbookAnswer(fileNameOf('bang-diem', bloc.name, String(year)), {
    title: sheet.title,
    sheets: [sheet],
  })
}

async function sendExplanation(ask: Ask) {
  const found = await explanationOf(ask)
  if ('because' in found) return ask.c.redirect(linksOf(ask).explain(memberOf(ask).slug), 303)
  const year = String(yearOf(ask).year)
  const sheet = explainSheet({ ...found, unit: found.unit.name, year, lang: ask.lang })
  return workbookAnswer(fileNameOf('diem', found.unit.name, year), { title: sheet.title, sheets: [sheet] })
}

async function sendRanking(ask: Ask) {
  const { bloc, year } = yearOf(ask)
  const { rows, layer } = await rankingOf(ask)
  if (rows.length === 0) return ask.c.redirect(linksOf(ask).ranking, 303)
  const sheet = await rankingWithPicture(ask, rows, layer)
  return workbookAnswer(fileNameOf('xep-hang', bloc.name, String(year)), {
    title: sheet.title,
    sheets: [sheet],
  })
}

async function sendScores(ask: Ask) {
  const { bloc, year } = yearOf(ask)
  const table = await findTable(ask.db, yearOf(ask).id)
  const sheets = table?.state === 'frozen' ? await scoreSheets(ask, table) : []
  if (sheets.length === 0) return ask.c.redirect(linksOf(ask).sheets, 303)
  return workbookAnswer(fileNameOf('diem', bloc.name, String(year)), {
    title: sheets[0]?.title ?? '',
    sheets,
  })
}

/** The ranking with its picture. */
async function rankingWithPicture(
  ask: Ask,
  rows: readonly PlaceRow[],
  layer: Layer | undefined,
): Promise<SheetModel> {
  const sheet = rankingSheet(rows, layer, String(yearOf(ask).year), ask.lang)
  return { ...sheet, pictures: [await pictureOf(rankingChart(rows, ask.lang), sheet.title)] }
}

/** A sheet for each layer that holds points; of every unit only what the reader may see by now. */
async function scoreSheets(ask: Ask, table: YearTable): Promise<readonly SheetModel[]> {
  const { members, year } = yearOf(ask)
  const book = await findBook(ask.db, table.id, await findScoresVersion(ask.db, table.id))
  const sheetOf = async (layer: Layer): Promise<readonly SheetModel[]> => {
    const units = members.map((unit) => {
      const layers = maySee(ask, unit.id, layer) ? book.layers.get(unit.id) : undefined
      return { name: unit.shortName, score: layers?.has(layer) ? scoreIn(table, layers, layer) : undefined }
    })
    if (!units.some(({ score }) => score)) return []
    const sheet = scoresSheet(table, layer, String(year), units, ask.lang)
    return [{ ...sheet, pictures: [await pictureOf(scoresChart(table, units), sheet.title)] }]
  }
  return (await Promise.all(openedLayers(table, book).map(sheetOf))).flat()
}

/** Table, points and ranking of a year as sheets, each with the rights of its own page. */
export async function yearScoreSheets(ask: Ask): Promise<readonly SheetModel[]> {
  const table = await findTable(ask.db, yearOf(ask).id)
  const scores = table?.state === 'frozen' && mayHere(ask, 'score.read') ? await scoreSheets(ask, table) : []
  const { rows, layer } = await rankingOf(ask)
  return [
    ...(table ? [tableSheet(table, ask.lang)] : []),
    ...scores,
    ...(rows.length > 0 ? [await rankingWithPicture(ask, rows, layer)] : []),
  ]
}
