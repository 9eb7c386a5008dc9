import type { SeriesPoint } from '../../domain/targets/index.ts'
import { periodOf, printNumber, printPercent } from '../../domain/vietnamese/index.ts'
import type { Lang } from '../../i18n/words.ts'
import {
  Card,
  type ChartColumn,
  type Column,
  ColumnChart,
  ColumnSpark,
  DataTable,
  type PageFrame,
} from '../../ui/index.ts'
import type { IndicatorRow } from './results.store.ts'
import { seriesWords } from './series.messages.ts'

type SeriesProps = {
  readonly frame: PageFrame
  readonly indicator: IndicatorRow
  readonly points: readonly SeriesPoint[]
}

/** How a target moved through its year: picture and table. */
export function ProgressCard(props: SeriesProps) {
  const { frame, points } = props
  const t = seriesWords(frame.lang)
  const year = points[0] ? String(periodOf(points[0].period).year) : ''
  return <SeriesCard {...props} title={t.progress(year)} lead={t.progressLead} withGrowth={false} />
}

/** One indicator over several years: picture and table. */
export function YearsCard(props: SeriesProps & { readonly moreHref?: string; readonly owner?: string }) {
  const t = seriesWords(props.frame.lang)
  const title = props.owner ? `${props.owner}: ${props.indicator.name}` : t.years
  return <SeriesCard {...props} title={title} lead={t.yearsLead} withGrowth />
}

function SeriesCard({
  frame,
  indicator,
  points,
  title,
  lead,
  withGrowth,
  moreHref,
}: SeriesProps & {
  readonly title: string
  readonly lead: string
  readonly withGrowth: boolean
  readonly moreHref?: string
}) {
  const t = seriesWords(frame.lang)
  const unit = indicator.unitOfMeasure
  const growth: readonly Column<SeriesPoint>[] = withGrowth
    ? [{ header: t.growth, numeric: true, cell: (point) => growthWords(point) || t.none }]
    : []
  return (
    <Card title={unit ? `${title} (${unit})` : title} subtitle={lead}>
      <ColumnChart
        label={`${indicator.name}. ${spokenOf(points, indicator, frame.lang)}`}
        columns={columnsOf(points, indicator, frame.lang)}
        legend={{ value: t.value, goal: t.goal, soft: t.estimate }}
      />
      <DataTable
        caption={title}
        captionHidden
        dense
        rows={points}
        columns={[
          {
            header: withGrowth ? t.year : t.period,
            cell: (point) => periodWords(point.period, points, frame.lang),
          },
          {
            header: t.value,
            numeric: true,
            cell: (point) => (
              <>
                {point.value ? seriesNumber(point.value, indicator) : t.none}
                {point.isEstimate ? (
                  <span class="gu-muted"> ({t.estimate.toLocaleLowerCase('vi')})</span>
                ) : null}
              </>
            ),
          },
          {
            header: t.goal,
            numeric: true,
            cell: (point) => (point.goal ? seriesNumber(point.goal, indicator) : t.none),
          },
          {
            header: t.percent,
            numeric: true,
            cell: (point) => (point.percent ? printPercent(point.percent) : t.none),
          },
          ...growth,
        ]}
      />
      {moreHref ? (
        <p>
          <a href={moreHref}>{t.more}</a>
        </p>
      ) : null}
    </Card>
  )
}

/** The progress of a target in the height of a line of the sheet. */
export function ProgressSpark({
  indicator,
  points,
  lang,
}: Omit<SeriesProps, 'frame'> & { readonly lang: Lang }) {
  return (
    <ColumnSpark label={spokenOf(points, indicator, lang)} columns={columnsOf(points, indicator, lang)} />
  )
}

/** The name of a period under its column: parts of a year by their names, years of a row of years as they are. */
function periodWords(period: string, points: readonly SeriesPoint[], lang: Lang): string {
  const t = seriesWords(lang)
  const part = period.slice(4)
  if (part === 'Q1' || part === 'H1' || part === 'M9') return t[part]
  return points.some((one) => one.period.length > 4) ? t.whole : period
}

function columnsOf(
  points: readonly SeriesPoint[],
  indicator: IndicatorRow,
  lang: Lang,
): readonly ChartColumn[] {
  return points.map(({ period, value, goal, isEstimate }) => ({
    label: periodWords(period, points, lang),
    figure: value ? seriesNumber(value, indicator) : '',
    // A drawing has no more than pixel precision; the figure above it keeps every digit.
    amount: value ? value.toNumber() : null,
    goal: goal ? goal.toNumber() : null,
    soft: isEstimate,
  }))
}

function spokenOf(points: readonly SeriesPoint[], indicator: IndicatorRow, lang: Lang): string {
  const t = seriesWords(lang)
  const unit = indicator.unitOfMeasure
  const figure = (value: NonNullable<SeriesPoint['value']>) =>
    `${seriesNumber(value, indicator)} ${unit}`.trim()
  return points
    .map(({ period, value, goal }) => {
      const told = t.told(periodWords(period, points, lang), value ? figure(value) : t.notTold)
      return goal ? `${told}, ${t.goalTold(figure(goal))}` : told
    })
    .join('; ')
}

function growthWords({ growth }: SeriesPoint): string {
  if (!growth) return ''
  return `${growth.gt(0) ? '+' : ''}${printPercent(growth)}`
}

/** A figure keeps the digits it was told with; only what was converted may have more than are worth reading. */
export function seriesNumber(
  value: NonNullable<SeriesPoint['value']>,
  { decimals }: Pick<IndicatorRow, 'decimals'>,
): string {
  return printNumber(value.round(Math.max(decimals, 6)))
}
