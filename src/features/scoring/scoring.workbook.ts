import type { Chart } from '../../domain/documents/paper.ts'
import { type Layer, layerNames, type Score } from '../../domain/scoring/index.ts'
import { parseNumber } from '../../domain/vietnamese/index.ts'
import type { Lang } from '../../i18n/words.ts'
import type { CellContent, SheetModel, SheetRow } from '../../spreadsheets/workbook.ts'
import type { PlaceRow } from './ranking/ranking.page.tsx'
import type { ExplainedLine } from './sheet/explain.page.tsx'
import type { SheetLine } from './sheet/sheet-view.ts'
import { methodInWords } from './table/method-words.ts'
import type { CriterionRow, YearTable } from './table/table-model.ts'
import { workbookWords } from './workbook.messages.ts'

/** The form of a unit's self-score: the criteria with their rules, what stands filled in. */
export function selfScoreTemplate(
  unit: string,
  year: string,
  lines: readonly SheetLine[],
  lang: Lang,
): SheetModel {
  const t = workbookWords(lang)
  return {
    name: t.selfSheet,
    title: t.templateTitle(unit, year),
    lead: [t.templateLead],
    columns: [
      { title: t.code, width: 9 },
      { title: t.criterion, width: 46 },
      { title: t.max, width: 9, kind: 'figure' },
      { title: t.rule, width: 30 },
      { title: t.proposed, width: 11, kind: 'figure' },
      { title: t.points, width: 11, kind: 'figure', open: true },
      { title: t.exempt, width: 9, open: true, choices: [t.yes, t.no] },
      { title: t.note, width: 30, open: true },
    ],
    rows: lines.map((line): SheetRow => {
      if (line.kind === 'group') return { cells: [line.code, line.name, printed(line.max)], kind: 'group' }
      const { row, rule, proposed, points, exempt, note } = line
      return {
        cells: [
          row.code,
          row.name,
          { figure: row.maxPoints },
          rule,
          figureOr(proposed),
          figureOr(exempt === undefined ? points : ''),
          exempt === undefined ? '' : t.yes,
          exempt ?? note,
        ],
      }
    }),
    locked: true,
    orientation: 'landscape',
  }
}

/** The scoring table: tree, maxima and rules. */
export function tableSheet(table: YearTable, lang: Lang): SheetModel {
  const t = workbookWords(lang)
  const leaves = new Set(table.leafRows)
  return {
    name: t.tableSheet,
    title: t.tableTitle(table.title),
    lead: table.basis === '' ? [] : [table.basis],
    columns: [
      { title: t.code, width: 9 },
      { title: t.criterion, width: 60 },
      { title: t.max, width: 10, kind: 'figure' },
      { title: t.rule, width: 44 },
      { title: t.criterionNote, width: 26 },
    ],
    rows: [
      ...table.criteria.map((row): SheetRow => {
        const side = row.side === 'normal' ? '' : t[`side_${row.side}`]
        return {
          cells: [
            row.code,
            row.name,
            { figure: row.maxPoints },
            leaves.has(row) ? methodInWords(row.method, lang, table.frame.labels) : '',
            [side, row.note].filter(Boolean).join('; '),
          ],
          ...(leaves.has(row) ? {} : { kind: 'group' as const }),
        }
      }),
      { cells: ['', t.total, { figure: table.total }], kind: 'total' },
    ],
    notes: table.illustrative ? [t.illustrative] : [],
    orientation: 'landscape',
  }
}

type Explained = {
  readonly unit: string
  readonly year: string
  readonly lines: readonly ExplainedLine[]
  readonly score: Score
  /** The layers the reader may see, in their order. */
  readonly layers: readonly Layer[]
  readonly lang: Lang
}

/** Every point of a unit, the layers side by side, each with what it was made from. */
export function explainSheet({ unit, year, lines, score, layers, lang }: Explained): SheetModel {
  const t = workbookWords(lang)
  const total = (words: string, value: CellContent): SheetRow => ({
    cells: ['', words, value],
    kind: 'total',
  })
  return {
    name: t.explainSheet,
    title: t.explainTitle(unit, year),
    columns: [
      { title: t.code, width: 8 },
      { title: t.criterion, width: 40 },
      { title: t.max, width: 9, kind: 'figure' },
      ...layers.map((layer) => ({ title: layerNames[layer][lang], width: 11, kind: 'figure' as const })),
      { title: t.rule, width: 28 },
      { title: t.way, width: 40 },
      { title: t.note, width: 28 },
      { title: t.evidence, width: 20 },
    ],
    rows: [
      ...lines.map((line): SheetRow => {
        if (line.isGroup) return { cells: [line.code, line.name, printed(line.max)], kind: 'group' }
        const { code, name, max, rule, figures, steps, points, exempt, evidence } = line
        const notes = points.flatMap((point) =>
          point.note === '' ? [] : [`${layerNames[point.layer][lang]}: ${point.note}`],
        )
        return {
          cells: [
            code,
            name,
            printed(max),
            ...layers.map(
              (layer): CellContent =>
                printed(
                  points.find((point) => point.layer === layer)?.points ??
                    (exempt === undefined ? '' : t.notAssigned),
                ),
            ),
            rule,
            [...figures.map((fact) => `${fact.label}: ${fact.value}`), ...steps].join('\n'),
            [...(exempt ? [exempt] : []), ...notes].join('\n'),
            evidence.map((one) => one.fileName).join('\n'),
          ],
        }
      }),
      total(t.total, { figure: score.total.toFixed() }),
      total(t.reachable, { figure: score.reachable.toFixed() }),
      ...(score.percent ? [total(t.percent, { figure: score.percent.round(2).toFixed() })] : []),
    ],
    orientation: 'landscape',
  }
}

/** One unit's points in a layer; undefined where the reader may not see them. */
export type UnitScore = { readonly name: string; readonly score: Score | undefined }

/** The points of all units side by side in one layer. */
export function scoresSheet(
  table: YearTable,
  layer: Layer,
  year: string,
  units: readonly UnitScore[],
  lang: Lang,
): SheetModel {
  const t = workbookWords(lang)
  const leaves = new Set(table.leafRows)
  const sums = (words: string, of: (score: Score) => string | undefined): SheetRow => ({
    cells: ['', words, '', ...units.map(({ score }): CellContent => figureOr(score && of(score)))],
    kind: 'total',
  })
  return {
    name: t.scoresSheet(layerNames[layer][lang]),
    title: t.scoresTitle(layerNames[layer][lang], year),
    columns: [
      { title: t.code, width: 8 },
      { title: t.criterion, width: 40 },
      { title: t.max, width: 9, kind: 'figure' },
      ...units.map(({ name }) => ({ title: name, width: 11, kind: 'figure' as const })),
    ],
    rows: [
      ...table.criteria.map(
        (row): SheetRow => ({
          cells: [
            row.code,
            row.name,
            { figure: row.maxPoints },
            ...units.map(({ score }): CellContent => figureOr(score?.nodes.get(row.code)?.points?.toFixed())),
          ],
          ...(leaves.has(row) ? {} : { kind: 'group' as const }),
        }),
      ),
      sums(t.total, (score) => score.total.toFixed()),
      sums(t.reachable, (score) => score.reachable.toFixed()),
      sums(t.percent, (score) => score.percent?.round(2).toFixed()),
    ],
    notes: [
      ...(units.some(({ score }) => score === undefined) ? [t.hidden] : []),
      ...(table.illustrative ? [t.illustrative] : []),
    ],
    orientation: 'landscape',
  }
}

/** The ranking as its page shows it. */
export function rankingSheet(
  rows: readonly PlaceRow[],
  layer: Layer | undefined,
  year: string,
  lang: Lang,
): SheetModel {
  const t = workbookWords(lang)
  return {
    name: t.rankingSheet,
    title: t.rankingTitle(year, layer ? layerNames[layer][lang] : ''),
    columns: [
      { title: t.rank, width: 7, kind: 'figure' },
      { title: t.unit, width: 40 },
      { title: t.value, width: 12, kind: 'figure' },
      { title: t.total, width: 11, kind: 'figure' },
      { title: t.reachable, width: 11, kind: 'figure' },
      { title: t.toNext, width: 11, kind: 'figure' },
      { title: t.decided, width: 40 },
    ],
    rows: rows.map((row) => ({
      cells: [
        printed(row.rank),
        row.name,
        printed(row.value),
        printed(row.total),
        printed(row.reachable),
        printed(row.toNext),
        [row.decided, ...row.conditions].filter(Boolean).join('; '),
      ],
    })),
    notes: [
      ...(rows.some((row) => !row.complete) ? [t.provisional] : []),
      ...(rows.some((row) => row.illustrative) ? [t.illustrative] : []),
    ],
    orientation: 'landscape',
  }
}

/** A printed figure as a number again; other words as they are. */
function printed(words: string): CellContent {
  const parsed = parseNumber(words)
  return parsed.ok ? { figure: parsed.value.toFixed() } : words
}

function figureOr(figure: string | undefined): CellContent {
  return figure === undefined || figure === '' ? '' : { figure }
}

/** The points units are ranked by, place by place. */
export function rankingChart(rows: readonly PlaceRow[], lang: Lang): Chart {
  const placed = rows.filter((row) => row.rank !== '')
  return {
    shape: 'bar',
    categories: placed.map((row) => `${row.rank}. ${row.name}`),
    series: [{ name: workbookWords(lang).value, values: placed.map((row) => plain(row.value || row.total)) }],
    unit: null,
  }
}

/** Units × sections: what each has of the maximum, in percent. */
export function scoresChart(table: YearTable, units: readonly UnitScore[]): Chart {
  const sections = table.criteria.filter((row) => row.parentId === null && row.side === 'normal')
  const shareOf = (score: Score | undefined, { code, maxPoints }: CriterionRow) => {
    const points = score?.nodes.get(code)?.points
    return points && Number(maxPoints) > 0 ? points.times(100).div(maxPoints).round(1).toFixed() : null
  }
  return {
    shape: 'heat',
    categories: units.map(({ name }) => name),
    series: sections.map((row) => ({
      name: `${row.code}. ${row.name}`,
      values: units.map(({ score }) => shareOf(score, row)),
    })),
    unit: '%',
  }
}

function plain(words: string): string | null {
  const parsed = parseNumber(words)
  return parsed.ok ? parsed.value.toFixed() : null
}
