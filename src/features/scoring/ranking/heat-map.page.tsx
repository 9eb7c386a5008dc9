import { type HeatCell, type HeatMap, shadeEdges } from '../../../domain/ranking/index.ts'
import { type Layer, layerNames, printDecimal } from '../../../domain/scoring/index.ts'
import type { Lang } from '../../../i18n/words.ts'
import {
  type Column,
  DataTable,
  Layout,
  Mark,
  type PageFrame,
  PageHeader,
  type Tab,
  Tabs,
} from '../../../ui/index.ts'
import { scoringWords } from '../scoring.messages.ts'
import type { ScoringLinks } from '../scoring.paths.ts'
import { picturesWords } from './pictures.messages.ts'
import { rankingWords } from './ranking.messages.ts'

/** One unit of the map with its place. */
export type HeatRow = {
  readonly name: string
  readonly rank: string
  readonly total: string
  readonly mine: boolean
  readonly illustrative: boolean
  readonly cells: readonly HeatCell[]
}

type HeatMapPageProps = {
  readonly frame: PageFrame
  readonly links: ScoringLinks
  readonly layer: Layer
  readonly columns: HeatMap['columns']
  readonly rows: readonly HeatRow[]
  readonly layerTabs: readonly Tab[]
  readonly levelTabs: readonly Tab[]
  readonly sectionTabs: readonly Tab[]
}

/** So many columns carry their names; beyond that codes, with the names under the table. */
const namedColumns = 6

/** Units × criteria: a table whose cells are the darker the nearer they are to the maximum. */
export function HeatMapPage(props: HeatMapPageProps) {
  const { frame, links, layer, columns, rows, layerTabs, levelTabs, sectionTabs } = props
  const t = picturesWords(frame.lang)
  return (
    <Layout
      frame={frame}
      title={t.heatMap}
      breadcrumb={[{ label: rankingWords(frame.lang).title, href: links.ranking }, { label: t.heatMap }]}
    >
      <PageHeader title={t.heatMap} lead={t.heatLead(layerNames[layer][frame.lang])} />
      <div class="gu-stack">
        {layerTabs.length > 1 ? <Tabs label={t.layer} tabs={layerTabs} /> : null}
        {levelTabs.length > 1 ? <Tabs label={t.level} tabs={levelTabs} /> : null}
        {sectionTabs.length > 1 ? <Tabs label={t.within} tabs={sectionTabs} /> : null}
        <DataTable
          caption={t.heatMap}
          captionHidden
          dense={columns.length > namedColumns}
          rows={rows}
          rowKind={(row) => (row.mine ? 'mine' : undefined)}
          columns={columnsOf(columns, frame.lang)}
          note={<Key lang={frame.lang} />}
        />
        {columns.length > namedColumns ? <Names columns={columns} lang={frame.lang} /> : null}
      </div>
    </Layout>
  )
}

function columnsOf(columns: HeatMap['columns'], lang: Lang): readonly Column<HeatRow>[] {
  const t = picturesWords(lang)
  const s = scoringWords(lang)
  return [
    {
      header: s.unit,
      width: 'wide',
      cell: (row) => (
        <>
          {row.rank === '' ? null : <b class="gu-figure">{row.rank}. </b>}
          {row.name} {row.illustrative ? <Mark kind="sample" /> : null}
        </>
      ),
    },
    ...columns.map(
      (column, i): Column<HeatRow> => ({
        header: columns.length > namedColumns ? column.code : `${column.code}. ${column.name}`,
        unit: `/${printDecimal(column.maxPoints, lang)}`,
        numeric: true,
        cell: (row) => <Cell cell={row.cells[i]} lang={lang} />,
      }),
    ),
    { header: t.value, numeric: true, cell: (row) => <b>{row.total}</b> },
  ]
}

/** The shade says the share, the figure the points; a reader who sees neither hears both. */
function Cell({ cell, lang }: { cell: HeatCell | undefined; lang: Lang }) {
  const t = picturesWords(lang)
  if (cell?.state !== 'scored') {
    const words = cell?.state === 'notAssigned' ? t.notAssigned : t.missing
    return (
      <span class="gu-heat gu-heat-none" title={words}>
        <span aria-hidden="true">{cell?.state === 'notAssigned' ? '×' : '–'}</span>
        <span class="visually-hidden">{words}</span>
      </span>
    )
  }
  const percent = t.percentOf(printDecimal(cell.percent.toFixed(), lang))
  return (
    <span class={`gu-heat gu-heat-${cell.shade}`} title={percent}>
      {printDecimal(cell.points.toFixed(), lang)}
      <span class="visually-hidden">, {percent}</span>
    </span>
  )
}

function Key({ lang }: { lang: Lang }) {
  const t = picturesWords(lang)
  const [first, second, third, fourth] = shadeEdges
  const steps = [
    t.keyBelow(first),
    t.keyFrom(first, second),
    t.keyFrom(second, third),
    t.keyFrom(third, fourth),
    t.keyAbove(fourth),
  ]
  return (
    <span class="gu-heat-key">
      {t.key}:{' '}
      {steps.map((words, i) => (
        <span class={`gu-heat gu-heat-${i + 1}`}>{words}</span>
      ))}
      <span class="gu-heat gu-heat-none">× {t.notAssigned}</span>
      <span class="gu-heat gu-heat-none">– {t.missing}</span>
    </span>
  )
}

function Names({ columns, lang }: { columns: HeatMap['columns']; lang: Lang }) {
  const t = picturesWords(lang)
  return (
    <details>
      <summary>{t.names}</summary>
      <ul>
        {columns.map(({ code, name, maxPoints }) => (
          <li>
            <b class="gu-figure">{code}</b> {name} ({t.of(printDecimal(maxPoints, lang))})
          </li>
        ))}
      </ul>
    </details>
  )
}
