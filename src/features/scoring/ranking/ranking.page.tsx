import { describeRules, outsideFigures } from '../../../domain/ranking/index.ts'
import { type Layer, layerNames } from '../../../domain/scoring/index.ts'
import { printDate } from '../../../domain/vietnamese/index.ts'
import type { Lang } from '../../../i18n/words.ts'
import { SpreadsheetBar } from '../../../spreadsheets/bar.tsx'
import {
  Alert,
  BarList,
  Card,
  type Column,
  DataTable,
  EmptyState,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
  type Tab,
  Tabs,
  Tag,
} from '../../../ui/index.ts'
import { scoringWords } from '../scoring.messages.ts'
import type { ScoringLinks } from '../scoring.paths.ts'
import { scoringTabs } from '../scoring-tabs.ts'
import type { YearTable } from '../table/table-model.ts'
import { rankingWords } from './ranking.messages.ts'
import { rulesWords } from './rules.messages.ts'
import type { FrozenRanking } from './standing.store.ts'

/** One line of the ranking, written for the reader. */
export type PlaceRow = {
  readonly name: string
  readonly slug: string
  readonly mine: boolean
  readonly illustrative: boolean
  /** Empty outside the ranking. */
  readonly rank: string
  readonly shared: boolean
  /** What units are ranked by, and the same as a plain number to draw. */
  readonly value: string
  readonly amount: number
  readonly total: string
  readonly reachable: string
  readonly toNext: string
  readonly decided: string
  /** Empty where the rules know no classes. */
  readonly className: string
  /** What gave a lower class than the points alone would. */
  readonly classWhy: readonly string[]
  readonly conditions: readonly string[]
  readonly suspended: boolean
  readonly complete: boolean
}

export type RankingPageProps = {
  readonly frame: PageFrame
  readonly year: number
  readonly links: ScoringLinks
  readonly rows: readonly PlaceRow[]
  readonly layer: Layer | undefined
  readonly layerTabs: readonly Tab[]
  readonly groupTabs: readonly Tab[]
  readonly basis: 'total' | 'percent'
  readonly frozen: FrozenRanking | null
  readonly mayFreeze: boolean
  readonly mayPublish: boolean
  readonly mayBar: boolean
  /** Set when nothing may be shown: why. */
  readonly empty?: { readonly title: string; readonly text: string }
  readonly withTabs: boolean
  /** The table whose rules rank here; absent where a frozen ranking is shown to the public. */
  readonly rules?: YearTable
}

/** The ranking: places, distances, what decided equal points, what suspends. */
export function RankingPage(props: RankingPageProps) {
  const { frame, year, links, rows, layer, frozen, basis } = props
  const t = rankingWords(frame.lang)
  const s = scoringWords(frame.lang)
  const provisional = rows.some((row) => !row.complete)
  return (
    <Layout frame={frame} title={t.title}>
      <PageHeader
        title={t.title}
        aside={String(year)}
        lead={
          layer ? [t.lead(layerNames[layer][frame.lang]), basis === 'percent' ? ` ${t.leadPercent}` : ''] : ''
        }
        actions={<RankingActions {...props} />}
      />
      {props.withTabs ? <Tabs label={s.tabs} tabs={scoringTabs(frame.lang, links, 'ranking')} /> : null}
      {rows.length > 0 ? <SpreadsheetBar file={rankingFile(props)} /> : null}
      {props.empty ? (
        <EmptyState icon="chart" title={props.empty.title} text={props.empty.text} />
      ) : (
        <div class="gu-stack">
          {props.layerTabs.length > 1 ? <Tabs label={t.layer} tabs={props.layerTabs} /> : null}
          {provisional ? <Alert tone="warning">{t.provisional}</Alert> : null}
          <RankingTable {...props} />
          <Card title={t.distance}>
            <BarList
              label={t.distance}
              from={startOf(rows)}
              items={rows
                .filter((row) => row.rank !== '')
                .map((row) => ({
                  label: row.name,
                  figure: row.value,
                  amount: row.amount,
                  rank: row.rank,
                  mine: row.mine,
                  ...(row.suspended ? { tone: 'warning' as const } : {}),
                }))}
            />
          </Card>
          {props.groupTabs.length > 1 ? <Tabs label={t.byGroup} tabs={props.groupTabs} /> : null}
          {props.rules ? <Rules table={props.rules} links={links} lang={frame.lang} /> : null}
          {frozen ? <Frozen frozen={frozen} frame={frame} /> : null}
        </div>
      )}
    </Layout>
  )
}

function RankingActions(props: RankingPageProps) {
  const { frame, links, frozen, mayFreeze, mayPublish, mayBar, layer } = props
  const t = rankingWords(frame.lang)
  const publishable = mayPublish && frozen !== null && !frozen.published
  return (
    <>
      {publishable ? (
        <LinkButton href={links.publish} kind="primary" icon="globe">
          {t.publish}
        </LinkButton>
      ) : null}
      {mayFreeze && layer ? (
        <LinkButton href={links.freezeRanking} kind={publishable ? 'secondary' : 'primary'} icon="lock">
          {t.freeze}
        </LinkButton>
      ) : null}
      {mayBar ? (
        <LinkButton href={links.bars} icon="flag">
          {t.bars}
        </LinkButton>
      ) : null}
      {props.rules ? (
        <>
          <LinkButton href={`${links.heatMap}?buoc=${layer}`} icon="chart">
            {t.heatMap}
          </LinkButton>
          <LinkButton href={`${links.tryRanking}?buoc=${layer}`} icon="scale">
            {t.tryOut}
          </LinkButton>
          {mayFreeze && outsideFigures(props.rules.rules).length > 0 ? (
            <LinkButton href={links.outside} icon="list">
              {rulesWords(frame.lang).outside}
            </LinkButton>
          ) : null}
          <LinkButton href={links.rankingVersions} kind="quiet">
            {t.versions}
          </LinkButton>
        </>
      ) : null}
    </>
  )
}

function RankingTable({ frame, links, rows, basis, withTabs }: RankingPageProps) {
  const t = rankingWords(frame.lang)
  const s = scoringWords(frame.lang)
  const classed = rows.some((row) => row.className !== '')
  const decided = rows.some((row) => row.decided !== '')
  const conditional = rows.some((row) => row.suspended || row.conditions.length > 0)
  const columns: Column<PlaceRow>[] = [
    {
      header: s.unit,
      width: 'wide',
      cell: (row) => (
        <>
          {row.name} {row.illustrative ? <Mark kind="sample" /> : null}
        </>
      ),
    },
    {
      header: t.place,
      numeric: true,
      width: 'fit',
      cell: (row) => (
        <>
          <b>{row.rank || '–'}</b>
          {row.shared ? <div class="gu-muted">{t.shared}</div> : null}
        </>
      ),
    },
    ...(basis === 'percent'
      ? [{ header: t.percent, unit: '%', numeric: true, cell: (row: PlaceRow) => row.value }]
      : []),
    { header: t.value, numeric: true, cell: (row) => row.total },
    { header: t.reachable, numeric: true, hideOnPhone: true, cell: (row) => row.reachable },
    { header: t.toNext, numeric: true, cell: (row) => row.toNext },
    ...(classed
      ? [
          {
            header: t.class,
            cell: (row: PlaceRow) => (
              <>
                {row.className}
                {row.classWhy.map((why) => (
                  <div class="gu-muted">{why}</div>
                ))}
              </>
            ),
          },
        ]
      : []),
    ...(decided ? [{ header: t.decided, cell: (row: PlaceRow) => row.decided }] : []),
    ...(conditional
      ? [
          {
            header: t.standing,
            cell: (row: PlaceRow) => (
              <>
                {row.suspended ? <Tag tone="warning">{t.suspended}</Tag> : null} {row.conditions.join('; ')}
              </>
            ),
          },
        ]
      : []),
    ...(withTabs
      ? [
          {
            header: t.explain,
            width: 'fit' as const,
            cell: (row: PlaceRow) => <a href={links.explain(row.slug)}>{t.explain}</a>,
          },
        ]
      : []),
  ]
  return (
    <DataTable
      caption={t.title}
      captionHidden
      rows={rows}
      columns={columns}
      rowKind={(row) => (row.mine ? 'mine' : row.rank === '' ? 'muted' : undefined)}
    />
  )
}

function Frozen({ frozen, frame }: { frozen: FrozenRanking; frame: PageFrame }) {
  const t = rankingWords(frame.lang)
  return (
    <Alert tone="success">
      {t.frozenLine(String(frozen.versionNumber), printDate(frozen.frozenOn))}{' '}
      {frozen.published ? t.publishedLine : ''} {t.fingerprint}:{' '}
      <code>{frozen.fingerprint.slice(0, 16)}</code>
    </Alert>
  )
}

/** The rules that rank here, each as one sentence; what they rest on stands on their own page. */
function Rules({ table, links, lang }: { table: YearTable; links: ScoringLinks; lang: Lang }) {
  const t = rulesWords(lang)
  return (
    <Card title={t.title} aside={<a href={links.rules}>{t.basis}</a>}>
      <ul>
        {describeRules(table.rules, table.table, lang).map(({ text, basis }) => (
          <li>
            {text} {basis === undefined ? <Mark kind="unverified" /> : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Bars begin below the last so that close totals can be told apart. */
function startOf(rows: readonly PlaceRow[]): number {
  const amounts = rows.filter((row) => row.rank !== '').map((row) => row.amount)
  if (amounts.length === 0) return 0
  const least = Math.min(...amounts)
  const most = Math.max(...amounts)
  return Math.max(0, least - Math.max((most - least) / 4, most / 50))
}

/** The layer and group that are looked at, as a workbook. */
function rankingFile({ links, layerTabs, groupTabs }: RankingPageProps): string {
  const shown = groupTabs.find((tab) => tab.current) ?? layerTabs.find((tab) => tab.current)
  return `${links.rankingFile}${shown?.href.slice(shown.href.indexOf('?')) ?? ''}`
}
