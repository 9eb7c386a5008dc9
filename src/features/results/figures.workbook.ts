import { figureOf, findingSentence, printFigureWithNotes } from '../../domain/results/index.ts'
import {
  completionLevels,
  targetOf,
  targetStatement,
  type VerdictTally,
  verdictLabels,
} from '../../domain/targets/index.ts'
import { knownUnits, printPercent } from '../../domain/vietnamese/index.ts'
import type { Lang } from '../../i18n/words.ts'
import { guideSheet } from '../../spreadsheets/guide.ts'
import type { CellContent, SheetColumn, SheetModel, SheetRow } from '../../spreadsheets/workbook.ts'
import type { FigureView } from './figure-view.ts'
import { bareFigure } from './figure-words.tsx'
import { figuresWords } from './figures.messages.ts'
import type { IndicatorRow, ResultRow } from './results.store.ts'

type TemplateParts = {
  readonly lang: Lang
  readonly owner: string
  readonly period: string
  readonly views: readonly FigureView[]
  readonly indicators: readonly IndicatorRow[]
}

/** The form of one owner and period: what is known filled in, what is asked open. */
export function figuresTemplate({
  lang,
  owner,
  period,
  views,
  indicators,
}: TemplateParts): readonly SheetModel[] {
  const t = figuresWords(lang)
  const yesNo = lang === 'vi' ? ['Có', 'Không'] : ['yes', 'no']
  const units = [
    ...new Set([
      ...views.map((view) => view.indicator.unitOfMeasure),
      ...knownUnits().map((one) => one.name),
    ]),
  ]
  const columns: readonly SheetColumn[] = [
    { title: t.code, width: 14 },
    { title: t.indicator, width: 38 },
    { title: t.unitOfMeasure, width: 14, open: true, choices: units.filter(Boolean), hint: t.unitHint },
    { title: t.lastYear, width: 14, kind: 'figure' },
    { title: t.target, width: 18 },
    { title: t.result, width: 17, kind: 'figure', open: true, hint: t.resultHint },
    { title: t.estimate, width: 8, open: true, choices: yesNo },
    { title: t.asOf, width: 12, kind: 'day', open: true },
    { title: t.narrative, width: 24, open: true },
    { title: t.reason, width: 18, open: true, hint: t.reasonHint },
  ]
  const rows = byField(views, lang, (view): SheetRow => {
    const { indicator, result, lastYear } = view
    return {
      cells: [
        indicator.code,
        `${view.isPart ? '– ' : ''}${indicator.name}`,
        result?.unitOfMeasure || indicator.unitOfMeasure,
        cellOf(lastYear, view, lang),
        planOf(view, lang),
        cellOf(result, view, lang),
        result?.isEstimate ? (yesNo[0] ?? '') : '',
        result?.asOf && indicator.kind !== 'date' ? { day: result.asOf } : '',
        result?.narrative ?? '',
        result?.overrideReason ?? '',
      ],
    }
  })
  return [
    {
      name: t.sheet,
      title: t.templateTitle(owner, period),
      lead: [t.templateLead],
      columns,
      rows,
      spareRows: 15,
      locked: true,
      orientation: 'landscape',
    },
    guideSheet(lang, [t.templateLead, t.unitHint, t.reasonHint]),
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

type ExportParts = Pick<TemplateParts, 'lang' | 'owner' | 'period' | 'views'>

/** The figures of one owner as they stand, to be read and printed. */
export function figuresSheet({ lang, owner, period, views }: ExportParts): SheetModel {
  const t = figuresWords(lang)
  let number = 0
  const rows = byField(
    views,
    lang,
    (view): SheetRow => ({ cells: [String(++number), ...figureCells(view, lang)] }),
  )
  return {
    name: t.sheet,
    title: t.exportTitle(owner, period),
    columns: [{ title: t.number, width: 5 }, ...figureColumns(lang)],
    rows,
    notes: notesOf(views, lang),
    orientation: 'landscape',
  }
}

/** The figures of all owners in one table. */
export function allFiguresSheet(
  bloc: string,
  year: string,
  rows: readonly { readonly name: string; readonly view: FigureView }[],
  lang: Lang,
): SheetModel {
  const t = figuresWords(lang)
  return {
    name: t.figuresSheet,
    title: t.figuresTitle(bloc, year),
    columns: [{ title: t.unit, width: 22 }, ...figureColumns(lang)],
    rows: rows.map(({ name, view }) => ({ cells: [name, ...figureCells(view, lang)] })),
    notes: notesOf(
      rows.map((row) => row.view),
      lang,
    ),
    orientation: 'landscape',
  }
}

/** How many targets each owner reached. */
export function talliesSheet(
  bloc: string,
  year: string,
  lines: readonly { readonly name: string; readonly tally: VerdictTally }[],
  whole: VerdictTally,
  lang: Lang,
): SheetModel {
  const t = figuresWords(lang)
  const count = (number: number) => ({ figure: String(number) })
  const cells = (name: string, tally: VerdictTally): CellContent[] => [
    name,
    count(tally.assigned),
    count(tally.exceeded),
    count(tally.met),
    count(tally.missed),
    count(tally.noResult),
    count(tally.notAssigned),
  ]
  const heads = [t.assigned, t.exceeded, t.met, t.missed, t.noResult, t.notAssigned]
  return {
    name: t.overviewSheet,
    title: t.overviewTitle(bloc, year),
    columns: [
      { title: t.unit, width: 40 },
      ...heads.map((title) => ({ title, width: 10, kind: 'figure' as const })),
    ],
    rows: [
      ...lines.map(({ name, tally }) => ({ cells: cells(name, tally) })),
      { cells: cells(t.total, whole), kind: 'total' },
    ],
  }
}

function figureColumns(lang: Lang): readonly SheetColumn[] {
  const t = figuresWords(lang)
  return [
    { title: t.indicator, width: 38 },
    { title: t.unitOfMeasure, width: 13 },
    { title: t.lastYear, width: 14, kind: 'figure' },
    { title: t.target, width: 20 },
    { title: t.result, width: 16, kind: 'figure' },
    { title: t.attained, width: 16 },
    { title: t.growth, width: 11, kind: 'figure' },
    { title: t.note, width: 30 },
  ]
}

function figureCells(view: FigureView, lang: Lang): readonly CellContent[] {
  const { indicator, result, lastYear, completion, growth } = view
  const verdict = completion ? verdictLabels[completion.verdict][lang] : ''
  const percent = completion?.percent ? printPercent(completion.percent) : ''
  return [
    `${view.isPart ? '– ' : ''}${indicator.name}`,
    result?.unitOfMeasure || indicator.unitOfMeasure,
    cellOf(lastYear, view, lang),
    planOf(view, lang),
    cellOf(result, view, lang),
    [verdict, percent].filter(Boolean).join(' '),
    growth ? { figure: growth.round(2).toFixed() } : '',
    noteOf(view, lang),
  ]
}

function noteOf({ result, target, findings }: FigureView, lang: Lang): string {
  const t = figuresWords(lang)
  const figure = result && figureOf(result)
  const isMore = figure && (result.isEstimate || result.asOf || result.outsidePlan)
  return [
    isMore ? printFigureWithNotes(figure) : '',
    result?.narrative ?? '',
    ...findings.map((finding) => findingSentence(finding, lang)),
    result?.illustrative || target?.illustrative ? t.sample : '',
  ]
    .filter(Boolean)
    .join('; ')
}

function notesOf(views: readonly FigureView[], lang: Lang): readonly string[] {
  const some = views.some((view) => view.result?.illustrative || view.target?.illustrative)
  return some ? [figuresWords(lang).illustrative] : []
}

/** A figure as a number where it is one alone, in its words where more belongs to it. */
function cellOf(result: ResultRow | undefined, { indicator, target }: FigureView, lang: Lang): CellContent {
  if (!result || result.value === null) return ''
  if (indicator.kind === 'date') return result.asOf ? { day: result.asOf } : ''
  if (target?.kind === 'level') return completionLevels[Number(result.value) - 1]?.[lang] ?? result.value
  if (indicator.kind === 'yes_no') return answer(result.value, lang)
  const isAlone = result.valueMax === null && result.total === null && result.bound === null
  const inItsUnit = !result.unitOfMeasure || result.unitOfMeasure === indicator.unitOfMeasure
  return isAlone && inItsUnit ? { figure: result.value } : bareFigure(result, indicator.unitOfMeasure)
}

function answer(value: string, lang: Lang): string {
  if (lang === 'vi') return value === '1' ? 'Có' : 'Không'
  return value === '1' ? 'yes' : 'no'
}

function planOf({ target, indicator }: FigureView, lang: Lang): string {
  return target ? targetStatement(targetOf(target, indicator.direction), lang) : ''
}

/** The lines under the headings of their fields of work. */
function byField(
  views: readonly FigureView[],
  lang: Lang,
  rowOf: (view: FigureView) => SheetRow,
): readonly SheetRow[] {
  const groups = Map.groupBy(
    views,
    ({ indicator }) => (lang === 'vi' ? indicator.fieldVi : indicator.fieldEn) ?? '',
  )
  return [...groups].flatMap(([field, members]) => [
    ...(field === '' ? [] : [{ cells: ['', field], kind: 'group' as const }]),
    ...members.map(rowOf),
  ])
}
