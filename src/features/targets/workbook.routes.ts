import { findingSentence } from '../../domain/results/index.ts'
import { targetOf, targetStatement } from '../../domain/targets/index.ts'
import { type Ask, yearOf } from '../../http/ask.ts'
import { type Place, page, type Route } from '../../http/feature.ts'
import { inYear, inYearOfUnit } from '../../http/places.ts'
import { fileNameOf, workbookAnswer } from '../../spreadsheets/answer.ts'
import { remarksOf } from '../../spreadsheets/guide.ts'
import type { ImportLine, ImportPreview } from '../../spreadsheets/import.page.tsx'
import { importRoutes, type Say } from '../../spreadsheets/import.routes.ts'
import { gridsOf, type ImportInput, stampOfVersions } from '../../spreadsheets/import-source.ts'
import { placeWords } from '../../spreadsheets/where.ts'
import { importTargets } from './import.actions.ts'
import { listIndicators } from './indicators.store.ts'
import { targetsFaults, targetsWords } from './targets.messages.ts'
import { targetsPaths } from './targets.paths.ts'
import { circleOf, linksOf, ownerOf, ownerPlace } from './targets.reading.ts'
import { isSigned, listLastYears, listTargetsOfYear, type TargetContent } from './targets.store.ts'
import { allTargetsSheet, targetsSheet, targetsTemplate } from './targets.workbook.ts'
import { type JudgedTarget, judgeTargets } from './targets-import.ts'
import { readTargetLines } from './targets-table.ts'
import { workbookWords } from './workbook.messages.ts'

const { route } = targetsPaths

/** Targets as workbooks: templates, imports, exports. The bloc's own addresses come first. */
export const workbookRoutes: readonly Route[] = [
  page({ path: route.listFile, permission: 'year.read', place: inYear, show: sendAll }),
  ...ownerRoutes(inYear, route.booksOfBloc),
  ...ownerRoutes(inYearOfUnit, route.booksOfUnit),
]

type OwnerPaths = Readonly<Record<'file' | 'start' | 'template' | 'preview', string>>

function ownerRoutes(place: Place, { file, ...paths }: OwnerPaths): readonly Route[] {
  return [
    page({ path: file, permission: 'year.read', place, show: sendOwn }),
    ...importRoutes({
      paths,
      place,
      permission: 'target.write',
      audit: 'targets.imported',
      action: importTargets,
      faults: targetsFaults,
      target: ownerPlace,
      links: (ask) => linksOf(ask).fill(ownerOf(ask).slug),
      head: (ask) => ({
        title: workbookWords(ask.lang).importTitle(ownerOf(ask).name),
        aside: targetsWords(ask.lang).yearAside(String(yearOf(ask).year)),
        breadcrumb: [
          { label: targetsWords(ask.lang).title, href: linksOf(ask).list },
          { label: ownerOf(ask).name, href: linksOf(ask).of(ownerOf(ask).slug) },
        ],
      }),
      columns: ({ lang }) => {
        const t = workbookWords(lang)
        return [t.code, t.indicator, t.unitOfMeasure, t.value].join(', ')
      },
      template,
      preview,
      written: ({ written }) => written,
    }),
  ]
}

/** The targets of the owner of the address, with the catalogue and the figures of the year before. */
async function known(ask: Ask) {
  const year = yearOf(ask)
  const { unitId, blocId } = ownerOf(ask)
  const all = await listTargetsOfYear(ask.db, circleOf(ask))
  return {
    targets: all.filter((one) => one.unitId === unitId && one.blocId === blocId),
    indicators: await listIndicators(ask.db, year.province.id),
    lastYears: await listLastYears(ask.db, { unitId, blocId }, year.year),
  }
}

async function template(ask: Ask) {
  const { name } = ownerOf(ask)
  const year = String(yearOf(ask).year)
  const sheets = targetsTemplate({ lang: ask.lang, owner: name, year, ...(await known(ask)) })
  return {
    fileName: fileNameOf('mau-chi-tieu', name, year),
    workbook: { title: sheets[0]?.title ?? '', sheets },
  }
}

async function preview(ask: Ask, input: ImportInput, say: Say) {
  const { targets, indicators, lastYears } = await known(ask)
  const grids = gridsOf(input.source)
  if (!grids.ok) return grids.error
  const read = readTargetLines(grids.value, indicators, targets, input)
  if (!read.ok) return read.error
  const { lines, strays, empty } = read.value
  const signed = await isSigned(ask.db, yearOf(ask).id, ownerOf(ask).unitId)
  const judged = judgeTargets(lines, lastYears, signed)
  const catalogues = [workbookWords('vi').catalogue, workbookWords('en').catalogue]
  const found: ImportPreview = {
    lines: judged.filter((line) => line.kind !== 'same').map((line) => lineShown(ask, line, input, say)),
    same: empty + judged.filter((line) => line.kind === 'same').length,
    strays: strays.map(({ where, fault }) => ({ place: placeWords(where, ask.lang), sentence: say(fault) })),
    remarks: remarksOf(read.value, ask.lang, catalogues),
    stamp: stampOfVersions(judged.map(({ indicator, current }) => [indicator.id, current?.version ?? 0])),
    asksChangeReason: false,
  }
  return found
}

function lineShown(ask: Ask, line: JudgedTarget, input: ImportInput, say: Say): ImportLine {
  const { where, indicator, typed, current, content, fault, findings, asksReason } = line
  const statement = (target: TargetContent) =>
    targetStatement(targetOf(target, indicator.direction), ask.lang)
  return {
    key: indicator.id,
    place: placeWords(where, ask.lang),
    name: indicator.unitOfMeasure ? `${indicator.name} (${indicator.unitOfMeasure})` : indicator.name,
    before: current ? statement(current) : '',
    after: content ? statement(content) : typed,
    kind: line.kind === 'wrong' ? 'wrong' : line.kind === 'added' ? 'added' : 'changed',
    typed,
    ...(fault ? { fault: say(fault) } : {}),
    doubts: findings.map((finding) => findingSentence(finding, ask.lang)),
    asksReason,
    reason: input.reasons[indicator.id] ?? content?.suspiciousReason ?? '',
  }
}

async function sendOwn(ask: Ask) {
  const { name } = ownerOf(ask)
  const year = String(yearOf(ask).year)
  const sheet = targetsSheet(name, year, (await known(ask)).targets, ask.lang)
  return workbookAnswer(fileNameOf('chi-tieu', name, year), { title: sheet.title, sheets: [sheet] })
}

async function sendAll(ask: Ask) {
  const { bloc, year } = yearOf(ask)
  const sheets = await yearTargetSheets(ask)
  return workbookAnswer(fileNameOf('chi-tieu', bloc.name, String(year)), {
    title: sheets[0]?.title ?? '',
    sheets,
  })
}

/** The targets of a year as a sheet, unit by unit, the bloc's own at the end. */
export async function yearTargetSheets(ask: Ask) {
  const { bloc, year, members } = yearOf(ask)
  const targets = await listTargetsOfYear(ask.db, circleOf(ask))
  const owners = [
    ...members.map((unit) => ({ id: unit.id, name: unit.shortName })),
    { id: bloc.id, name: targetsWords(ask.lang).wholeBloc },
  ]
  const rows = owners.flatMap(({ id, name }) =>
    targets.filter((one) => (one.unitId ?? one.blocId) === id).map((target) => ({ name, target })),
  )
  return [allTargetsSheet(bloc.name, String(year), rows, ask.lang)]
}
