import { type FigureRecord, figureOf, printFigure } from '../../domain/results/index.ts'
import { completionLevels, targetOf, targetStatement } from '../../domain/targets/index.ts'
import { knownUnits, printNumber } from '../../domain/vietnamese/index.ts'
import type { Lang } from '../../i18n/words.ts'
import { guideSheet } from '../../spreadsheets/guide.ts'
import type { CellContent, SheetColumn, SheetModel, SheetRow } from '../../spreadsheets/workbook.ts'
import type { IndicatorRow } from './indicators.store.ts'
import { setters } from './setters.ts'
import { ruleNames } from './targets.forms.ts'
import { targetsWords } from './targets.messages.ts'
import type { TargetRow } from './targets.store.ts'
import { ruleWords } from './targets-table.ts'
import { workbookWords } from './workbook.messages.ts'

type TemplateParts = {
  readonly lang: Lang
  readonly owner: string
  readonly year: string
  readonly targets: readonly TargetRow[]
  readonly indicators: readonly IndicatorRow[]
  readonly lastYears: ReadonlyMap<string, FigureRecord>
}

/** The form of one owner's targets: those that stand, and those with a figure of the year before. */
export function targetsTemplate(parts: TemplateParts): readonly SheetModel[] {
  const { lang, owner, year, targets, indicators, lastYears } = parts
  const t = workbookWords(lang)
  const stored = new Map(targets.map((one) => [one.indicatorId, one]))
  const listed = indicators.filter((one) => stored.has(one.id) || lastYears.has(one.id))
  const groups = Map.groupBy(listed, (one) => (lang === 'vi' ? one.fieldVi : one.fieldEn) ?? '')
  const rows = [...groups].flatMap(([field, members]): SheetRow[] => [
    ...(field === '' ? [] : [{ cells: ['', field], kind: 'group' as const }]),
    ...members.map((one) => ({ cells: templateCells(one, stored.get(one.id), lastYears.get(one.id), lang) })),
  ])
  return [
    {
      name: t.sheet,
      title: t.templateTitle(owner, year),
      lead: [t.templateLead],
      columns: templateColumns(listed, lang),
      rows,
      spareRows: 15,
      locked: true,
      orientation: 'landscape',
    },
    guideSheet(lang, [t.templateLead, t.unitHint]),
    {
      name: t.catalogue,
      title: t.catalogueTitle,
      columns: [
        { title: t.code, width: 24 },
        { title: t.indicator, width: 60 },
        { title: t.unitOfMeasure, width: 16 },
        { title: t.field, width: 30 },
      ],
      rows: indicators.map((one) => ({
        cells: [one.code, one.name, one.unitOfMeasure, (lang === 'vi' ? one.fieldVi : one.fieldEn) ?? ''],
      })),
    },
  ]
}

function templateColumns(listed: readonly IndicatorRow[], lang: Lang): readonly SheetColumn[] {
  const t = workbookWords(lang)
  const w = targetsWords(lang)
  const units = [
    ...new Set([...listed.map((one) => one.unitOfMeasure), ...knownUnits().map((one) => one.name)]),
  ]
  return [
    { title: t.code, width: 14 },
    { title: t.indicator, width: 36 },
    { title: t.unitOfMeasure, width: 13, open: true, choices: units.filter(Boolean), hint: t.unitHint },
    { title: t.lastYear, width: 14, kind: 'figure' },
    { title: t.rule, width: 20, open: true, choices: ruleNames.map((name) => w[`rule_${name}`]) },
    { title: t.value, width: 16, kind: 'figure', open: true, hint: t.valueHint },
    { title: t.setBy, width: 16, open: true, choices: setters.map((name) => w[`setBy_${name}`]) },
    { title: t.basis, width: 20, open: true },
    { title: t.note, width: 18, open: true },
    { title: t.reason, width: 16, open: true },
  ]
}

function templateCells(
  indicator: IndicatorRow,
  target: TargetRow | undefined,
  lastYear: FigureRecord | undefined,
  lang: Lang,
): readonly CellContent[] {
  return [
    indicator.code,
    indicator.name,
    target?.unitOfMeasure || indicator.unitOfMeasure,
    lastYearCell(lastYear, indicator),
    target ? ruleWords(target, lang) : '',
    target ? amountCell(target, lang) : '',
    target ? targetsWords(lang)[`setBy_${target.setBy}`] : '',
    target?.basis ?? '',
    target?.note ?? '',
    target?.suspiciousReason ?? '',
  ]
}

function lastYearCell(record: FigureRecord | undefined, indicator: IndicatorRow): CellContent {
  const figure = record && figureOf(record)
  if (!record || !figure) return ''
  const isAlone = record.valueMax === null && record.total === null && record.bound === null
  const inItsUnit = !record.unitOfMeasure || record.unitOfMeasure === indicator.unitOfMeasure
  return isAlone && inItsUnit ? { figure: figure.value.toFixed() } : printFigure(figure)
}

/** The amount of a target as an import reads it back. */
function amountCell(target: TargetRow, lang: Lang): CellContent {
  const { kind, value, valueMax, byDate } = target
  if (kind === 'by_date') return byDate ? { day: byDate } : ''
  if (kind === 'level') return completionLevels[Number(value) - 1]?.[lang] ?? ''
  if (kind === 'range' && value !== null && valueMax !== null) {
    return `từ ${printNumber(value)} đến ${printNumber(valueMax)}`
  }
  return value === null ? '' : { figure: value }
}

/** The targets of one owner as they stand, to be read and printed. */
export function targetsSheet(
  owner: string,
  year: string,
  targets: readonly TargetRow[],
  lang: Lang,
): SheetModel {
  const t = workbookWords(lang)
  return {
    name: t.sheet,
    title: t.exportTitle(owner, year),
    columns: [{ title: t.number, width: 5 }, ...exportColumns(lang)],
    rows: targets.map((target, at) => ({ cells: [String(at + 1), ...exportCells(target, lang)] })),
    notes: targets.some((one) => one.illustrative) ? [t.illustrative] : [],
    orientation: 'landscape',
  }
}

/** The targets of all owners in one table. */
export function allTargetsSheet(
  bloc: string,
  year: string,
  rows: readonly { readonly name: string; readonly target: TargetRow }[],
  lang: Lang,
): SheetModel {
  const t = workbookWords(lang)
  return {
    name: t.sheet,
    title: t.exportTitle(bloc, year),
    columns: [{ title: t.unit, width: 24 }, ...exportColumns(lang)],
    rows: rows.map(({ name, target }) => ({ cells: [name, ...exportCells(target, lang)] })),
    notes: rows.some(({ target }) => target.illustrative) ? [t.illustrative] : [],
    orientation: 'landscape',
  }
}

function exportColumns(lang: Lang): readonly SheetColumn[] {
  const t = workbookWords(lang)
  return [
    { title: t.indicator, width: 38 },
    { title: t.target, width: 26 },
    { title: t.lastYear, width: 14, kind: 'figure' },
    { title: t.setBy, width: 18 },
    { title: t.basis, width: 26 },
    { title: t.note, width: 22 },
  ]
}

function exportCells(target: TargetRow, lang: Lang): readonly CellContent[] {
  const t = workbookWords(lang)
  return [
    target.indicatorName,
    targetStatement(targetOf(target, target.direction), lang),
    target.baseValue === null ? '' : { figure: target.baseValue },
    targetsWords(lang)[`setBy_${target.setBy}`],
    target.basis,
    [target.note, target.illustrative ? t.sample : ''].filter(Boolean).join('; '),
  ]
}
