import type { Chart } from '../../domain/documents/paper.ts'
import type { Lang } from '../../i18n/words.ts'
import type { CellContent, SheetModel } from '../../spreadsheets/workbook.ts'
import type { IndicatorRow } from './results.store.ts'
import { seriesWords } from './series.messages.ts'
import type { YearsLine } from './years.page.tsx'

/** One indicator over several years, every owner in a line; an estimate is said beside its figure. */
export function yearsSheet(
  indicator: Pick<IndicatorRow, 'name' | 'unitOfMeasure'>,
  lines: readonly YearsLine[],
  lang: Lang,
): SheetModel {
  const t = seriesWords(lang)
  const years = [...new Set(lines.flatMap(({ points }) => points.map((point) => point.period)))].toSorted()
  const estimates = lines.flatMap(({ name, points }) =>
    points.filter((point) => point.isEstimate && point.value).map((point) => `${name}, ${point.period}`),
  )
  return {
    name: t.years,
    title: t.allOwners(indicator.name),
    columns: [
      { title: t.owner, width: 40 },
      ...years.map((year) => ({
        title: indicator.unitOfMeasure === '' ? year : `${year} (${indicator.unitOfMeasure})`,
        width: 16,
        kind: 'figure' as const,
      })),
    ],
    rows: lines.map(({ name, points }) => ({
      cells: [
        name,
        ...years.map((year): CellContent => {
          const value = points.find((point) => point.period === year)?.value
          return value ? { figure: value.toFixed() } : ''
        }),
      ],
    })),
    notes: estimates.length > 0 ? [`${t.estimate}: ${estimates.join('; ')}.`] : [],
    orientation: 'landscape',
  }
}

/** The years of one owner, result beside target. */
export function yearsChart(
  indicator: Pick<IndicatorRow, 'unitOfMeasure'>,
  { points }: YearsLine,
  lang: Lang,
): Chart {
  const t = seriesWords(lang)
  const goals = points.map((point) => point.goal?.toFixed() ?? null)
  return {
    shape: 'column',
    categories: points.map((point) => point.period),
    series: [
      { name: t.value, values: points.map((point) => point.value?.toFixed() ?? null) },
      ...(goals.some((goal) => goal !== null) ? [{ name: t.goal, values: goals }] : []),
    ],
    unit: indicator.unitOfMeasure || null,
  }
}
