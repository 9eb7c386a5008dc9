import { column, row } from '../../../domain/documents/blocks.ts'
import type { Figure, Table } from '../../../domain/documents/paper.ts'
import { markWords } from '../../../domain/documents/words.ts'
import { type SeriesPoint, seriesOf } from '../../../domain/targets/index.ts'
import { printNumber, printPercent } from '../../../domain/vietnamese/index.ts'
import type { Assembly } from './request.ts'
import { listSeriesFigures, listSeriesTargets, type SeriesFigure, type SeriesTarget } from './series.store.ts'

/** One indicator of one owner, through its year and over the years. */
type OwnerSeries = {
  readonly name: string
  readonly unit: string
  readonly decimals: number
  readonly progress: readonly SeriesPoint[]
  readonly years: readonly SeriesPoint[]
  readonly illustrative: boolean
}

/** Tables and pictures over time for the annex of a report. */
export type SeriesAnnex = { readonly tables: readonly Table[]; readonly charts: readonly Figure[] }

/** More pictures than these nobody turns over on paper; the tables hold every series. */
const MOST_CHARTS = 4

/**
 * The way of each target through its year and the figures of several years, as tables, with pictures of the longest
 * series.
 *
 * @param unitId the unit whose report it is; null for that of the bloc
 */
export async function assembleSeries(assembly: Assembly, unitId: string | null): Promise<SeriesAnnex> {
  const { db, year } = assembly
  const figures = await listSeriesFigures(db, year, unitId)
  const targets = await listSeriesTargets(db, year, unitId)
  const groups = Map.groupBy(figures, (one) => `${one.unitId} ${one.indicatorId}`)
  const names = new Map(year.members.map((unit) => [unit.id, unit.shortName]))
  const all = [...groups.values()].map((own) => {
    const owner = unitId === null ? names.get(own[0]?.unitId ?? '') : undefined
    return seriesOfOwner(own, targets, year.year, owner)
  })
  const moving = all.filter(({ progress }) => toldIn(progress) > 1)
  const lasting = all.filter(({ years }) => toldIn(years) > 1)
  const drawn = lasting
    .filter(({ years }) => toldIn(years) > 2)
    .toSorted((a, b) => toldIn(b.years) - toldIn(a.years))
    .slice(0, MOST_CHARTS)
  return {
    tables: [
      ...(moving.length > 0 ? [progressTable(moving, year.year)] : []),
      ...(lasting.length > 0 ? [yearsTable(lasting, year.year)] : []),
    ],
    charts: [...moving.slice(0, 1).map((one) => progressChart(one, year.year)), ...drawn.map(yearsChart)],
  }
}

function seriesOfOwner(
  own: readonly SeriesFigure[],
  targets: readonly SeriesTarget[],
  year: number,
  owner: string | undefined,
): OwnerSeries {
  const [first] = own
  const { indicatorName = '', indicatorUnit = '', direction = 'none', decimals = 0 } = first ?? {}
  const targetOf = (of: number) =>
    targets.find(
      (one) => one.year === of && one.indicatorId === first?.indicatorId && one.unitId === first.unitId,
    )
  const resultOf = (period: string) => own.find((one) => one.period === period)
  const progress = ['Q1', 'H1', 'M9', ''].map((part) => ({
    period: `${year}${part}`,
    result: resultOf(`${year}${part}`),
    target: targetOf(year),
  }))
  const years = [3, 2, 1, 0].map((back) => ({
    period: String(year - back),
    result: resultOf(String(year - back)),
    target: targetOf(year - back),
  }))
  return {
    name: owner ? `${owner}: ${indicatorName}` : indicatorName,
    unit: indicatorUnit,
    decimals,
    progress: seriesOf(indicatorUnit, direction, progress),
    years: seriesOf(indicatorUnit, direction, years),
    illustrative: own.some((one) => one.illustrative),
  }
}

function progressTable(series: readonly OwnerSeries[], year: number): Table {
  return {
    kind: 'table',
    caption: `Tiến độ thực hiện chỉ tiêu năm ${year}, cộng dồn từ đầu năm`,
    columns: [
      column(10, 'centre'),
      column(47),
      ...[22, 18, 18, 18, 18, 14].map((width) => column(width, 'right')),
    ],
    head: [row(['TT', 'Chỉ tiêu', 'Chỉ tiêu năm', 'Quý I', '6 tháng', '9 tháng', 'Cả năm', 'Đạt'])],
    rows: series.map((one, index) => {
      const last = one.progress.findLast((point) => point.percent !== undefined)
      return row([
        `${index + 1}`,
        nameCell(one),
        numberOf(one.progress[0]?.goal, one),
        ...one.progress.map((point) => numberOf(point.value, one)),
        last?.percent ? printPercent(last.percent) : '',
      ])
    }),
    size: 'small',
  }
}

function yearsTable(series: readonly OwnerSeries[], year: number): Table {
  const years = [3, 2, 1, 0].map((back) => `Năm ${year - back}`)
  return {
    kind: 'table',
    caption: 'Số liệu qua các năm',
    columns: [column(10, 'centre'), column(67), ...years.map(() => column(22, 'right'))],
    head: [row(['TT', 'Chỉ tiêu', ...years])],
    rows: series.map((one, index) =>
      row([`${index + 1}`, nameCell(one), ...one.years.map((point) => numberOf(point.value, one))]),
    ),
    size: 'small',
  }
}

function progressChart(one: OwnerSeries, year: number): Figure {
  return chartOf(one, one.progress, ['Quý I', '6 tháng', '9 tháng', 'Cả năm'], `tiến độ năm ${year}`)
}

function yearsChart(one: OwnerSeries): Figure {
  const categories = one.years.map(({ period }) => period)
  return chartOf(one, one.years, categories, `các năm ${categories[0]} - ${categories.at(-1)}`)
}

function chartOf(
  one: OwnerSeries,
  points: readonly SeriesPoint[],
  categories: readonly string[],
  what: string,
): Figure {
  const goals = points.map(({ goal }) => goal?.round(Math.max(one.decimals, 6)).toFixed() ?? null)
  const results = points.map(({ value }) => value?.round(Math.max(one.decimals, 6)).toFixed() ?? null)
  return {
    kind: 'figure',
    chart: {
      shape: 'column',
      categories,
      series: [
        { name: 'Kết quả', values: results },
        ...(goals.some((goal) => goal !== null) ? [{ name: 'Chỉ tiêu', values: goals }] : []),
      ],
      unit: one.unit === '' ? null : one.unit,
    },
    caption: `Biểu đồ. ${one.name}, ${what}${one.illustrative ? ` (${markWords.illustrative})` : ''}`,
    alternative: `${one.name}, ${what}; số liệu ở bảng trong phụ lục này.`,
    height: 60,
  }
}

function nameCell({ name, unit, illustrative }: OwnerSeries) {
  const text = unit === '' ? name : `${name} (${unit})`
  return [{ text, ...(illustrative ? { mark: 'illustrative' as const } : {}) }]
}

/** A figure keeps the digits it was told with; only what was converted may have more than are worth printing. */
function numberOf(value: SeriesPoint['value'], { decimals }: OwnerSeries): string {
  return value ? printNumber(value.round(Math.max(decimals, 6))) : ''
}

function toldIn(points: readonly SeriesPoint[]): number {
  return points.filter((point) => point.value !== undefined).length
}
