import type { SeriesPoint } from '../../domain/targets/index.ts'
import { SpreadsheetBar } from '../../spreadsheets/bar.tsx'
import {
  Button,
  type Choice,
  type ChoiceGroup,
  type Column,
  DataTable,
  EmptyState,
  Layout,
  type PageFrame,
  PageHeader,
  Select,
  type Tab,
  Tabs,
} from '../../ui/index.ts'
import { isWorthDrawing } from './figure-series.ts'
import { resultsWords } from './results.messages.ts'
import type { ResultLinks } from './results.paths.ts'
import type { IndicatorRow } from './results.store.ts'
import { seriesWords } from './series.messages.ts'
import { seriesNumber, YearsCard } from './series-charts.page.tsx'

/** One owner with its years. */
export type YearsLine = {
  readonly name: string
  readonly slug: string
  readonly points: readonly SeriesPoint[]
}

type YearsProps = {
  readonly frame: PageFrame
  readonly tabs: readonly Tab[]
  readonly tabsLabel: string
  readonly views: readonly Tab[]
  readonly links: ResultLinks
  /** Indicators that have figures of at least one whole year. */
  readonly indicators: readonly ChoiceGroup[]
  readonly owners: readonly Choice[]
  readonly indicator: IndicatorRow | undefined
  readonly lines: readonly YearsLine[]
  readonly chosen: YearsLine | undefined
}

/** One indicator over several years: every unit in a table, one of them in a picture. */
export function YearsPage(props: YearsProps) {
  const { frame, tabs, tabsLabel, views, indicator, chosen } = props
  const t = seriesWords(frame.lang)
  const r = resultsWords(frame.lang)
  return (
    <Layout frame={frame} title={t.pageTitle} wide>
      <PageHeader title={t.pageTitle} lead={t.pageLead} />
      <Tabs label={tabsLabel} tabs={[...tabs]} />
      <Tabs label={r.figures} tabs={[...views]} />
      {indicator ? (
        <div class="gu-stack">
          <Choose {...props} indicator={indicator} />
          {chosen ? <SpreadsheetBar file={props.links.yearsFile(indicator.id, chosen.slug)} /> : null}
          {chosen && isWorthDrawing(chosen.points) ? (
            <YearsCard frame={frame} indicator={indicator} points={chosen.points} owner={chosen.name} />
          ) : (
            <p class="gu-muted">{t.notEnough}</p>
          )}
          <Lines {...props} indicator={indicator} />
        </div>
      ) : (
        <EmptyState icon="chart" title={t.empty} text={t.emptyText} />
      )}
    </Layout>
  )
}

function Choose({
  frame,
  links,
  indicators,
  owners,
  indicator,
  chosen,
}: YearsProps & { readonly indicator: IndicatorRow }) {
  const t = seriesWords(frame.lang)
  return (
    <form method="get" action={links.years()} class="gu-inline-form">
      <Select
        name="chi-tieu"
        label={t.indicator}
        groups={indicators}
        value={indicator.id}
        placeholder={false}
      />
      <Select name="don-vi" label={t.owner} choices={owners} value={chosen?.slug ?? ''} placeholder={false} />
      <Button>{t.show}</Button>
    </form>
  )
}

function Lines({ frame, links, lines, indicator }: YearsProps & { readonly indicator: IndicatorRow }) {
  const t = seriesWords(frame.lang)
  const years = [...new Set(lines.flatMap(({ points }) => points.map((point) => point.period)))].toSorted()
  const columns: readonly Column<YearsLine>[] = years.map((period) => ({
    header: period,
    unit: indicator.unitOfMeasure,
    numeric: true,
    cell: ({ points }) => {
      const point = points.find((one) => one.period === period)
      if (!point?.value) return t.none
      return (
        <>
          {seriesNumber(point.value, indicator)}
          {point.isEstimate ? <span class="gu-muted"> *</span> : null}
        </>
      )
    },
  }))
  return (
    <DataTable
      caption={t.allOwners(indicator.name)}
      rows={lines}
      columns={[
        {
          header: t.owner,
          width: 'wide',
          cell: ({ name, slug }) => <a href={links.years(indicator.id, slug)}>{name}</a>,
        },
        ...columns,
      ]}
      note={
        lines.some(({ points }) => points.some((point) => point.isEstimate)) ? `* ${t.estimate}` : undefined
      }
    />
  )
}
