import { type Layer, layerNames } from '../../domain/scoring/index.ts'
import { printDate } from '../../domain/vietnamese/index.ts'
import { formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import {
  Alert,
  BarList,
  Button,
  Card,
  type Column,
  ConfirmForm,
  DataTable,
  DateInput,
  EmptyState,
  Form,
  Hidden,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
  Select,
  StateBadge,
  type Tab,
  Tabs,
  Tag,
  TextInput,
} from '../../ui/index.ts'
import type { BarRow } from './bars.store.ts'
import { rankingWords } from './ranking.messages.ts'
import { scoringWords } from './scoring.messages.ts'
import type { ScoringLinks } from './scoring.paths.ts'
import { scoringTabs } from './scoring-tabs.ts'
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
  readonly conditions: readonly string[]
  readonly suspended: boolean
  readonly complete: boolean
}

type RankingPageProps = {
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
          {frozen ? <Frozen frozen={frozen} frame={frame} /> : null}
        </div>
      )}
    </Layout>
  )
}

function RankingActions({ frame, links, frozen, mayFreeze, mayPublish, mayBar, layer }: RankingPageProps) {
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
    </>
  )
}

function RankingTable({ frame, links, rows, basis, withTabs }: RankingPageProps) {
  const t = rankingWords(frame.lang)
  const s = scoringWords(frame.lang)
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

/** Bars begin below the last so that close totals can be told apart. */
function startOf(rows: readonly PlaceRow[]): number {
  const amounts = rows.filter((row) => row.rank !== '').map((row) => row.amount)
  if (amounts.length === 0) return 0
  const least = Math.min(...amounts)
  const most = Math.max(...amounts)
  return Math.max(0, least - Math.max((most - least) / 4, most / 50))
}

type FreezePageProps = {
  readonly frame: PageFrame
  readonly links: ScoringLinks
  readonly layers: readonly Layer[]
  readonly counting: Layer | undefined
  readonly again?: FormAgain | undefined
}

/** Asks before the ranking is frozen. */
export function FreezeRankingPage({ frame, links, layers, counting, again }: FreezePageProps) {
  const t = rankingWords(frame.lang)
  return (
    <Layout frame={frame} title={t.freeze}>
      {again?.problem ? (
        <Alert tone="danger" live>
          {again.problem}
        </Alert>
      ) : null}
      <ConfirmForm
        {...(again ? { values: again.values, errors: again.errors } : {})}
        title={t.freezeTitle}
        action={links.freezeRanking}
        consequences={[t.freezeWill, t.freezeShows, t.freezeAgain]}
        confirmLabel={t.freeze}
        cancelHref={links.ranking}
      >
        <Select
          name="layer"
          label={t.freezeLayer}
          value={counting ?? ''}
          choices={layers.map((layer) => ({ value: layer, label: layerNames[layer][frame.lang] }))}
          required
        />
      </ConfirmForm>
    </Layout>
  )
}

type PublishPageProps = {
  readonly frame: PageFrame
  readonly year: number
  readonly links: ScoringLinks
  readonly frozen: FrozenRanking
  readonly again?: FormAgain | undefined
}

/** Asks for a typed word before a ranking goes out; it cannot be taken back. */
export function PublishPage({ frame, year, links, frozen, again }: PublishPageProps) {
  const t = rankingWords(frame.lang)
  return (
    <Layout frame={frame} title={t.publish}>
      {again?.problem ? (
        <Alert tone="danger" live>
          {again.problem}
        </Alert>
      ) : null}
      <ConfirmForm
        {...(again ? { values: again.values, errors: again.errors } : {})}
        title={t.publishTitle(String(year))}
        action={links.publish}
        hidden={{ rankingId: frozen.id }}
        consequences={[t.publishWill(String(frozen.versionNumber), layerNames[frozen.layer][frame.lang])]}
        irreversible
        danger
        confirmLabel={t.publish}
        cancelHref={links.ranking}
      >
        <TextInput name="word" label={t.publishWord} autocomplete="off" required narrow />
      </ConfirmForm>
    </Layout>
  )
}

type BarsPageProps = {
  readonly frame: PageFrame
  readonly links: ScoringLinks
  readonly today: string
  readonly units: readonly { readonly id: string; readonly name: string; readonly slug: string }[]
  readonly bars: readonly BarRow[]
  readonly kinds: readonly BarRow['kind'][]
  readonly again?: FormAgain | undefined
}

/** What suspends a unit's place: recorded with its source, cleared with its conclusion. */
export function BarsPage({ frame, links, today, units, bars, kinds, again }: BarsPageProps) {
  const t = rankingWords(frame.lang)
  const s = scoringWords(frame.lang)
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  return (
    <Layout
      frame={frame}
      title={t.bars}
      breadcrumb={[{ label: t.title, href: links.ranking }, { label: t.bars }]}
    >
      <PageHeader title={t.bars} lead={t.barsLead} />
      <div class="gu-split">
        <DataTable
          caption={t.bars}
          captionHidden
          rows={bars}
          empty={t.barsNone}
          columns={[
            {
              header: s.unit,
              width: 'wide',
              cell: (bar) => (
                <>
                  {byId.get(bar.unitId)?.name} {bar.illustrative ? <Mark kind="sample" /> : null}
                </>
              ),
            },
            {
              header: t.barKind,
              cell: (bar) => (
                <>
                  {t[bar.kind]}
                  {bar.detail ? <div class="gu-muted">{bar.detail}</div> : null}
                  <div class="gu-muted">{bar.source}</div>
                </>
              ),
            },
            { header: t.barOpened, width: 'fit', cell: (bar) => printDate(bar.openedOn) },
            {
              header: t.barCleared,
              cell: (bar) =>
                bar.clearedOn ? (
                  <>
                    {printDate(bar.clearedOn)}
                    <div class="gu-muted">{bar.clearingReason}</div>
                  </>
                ) : (
                  <ClearForm
                    bar={bar}
                    slug={byId.get(bar.unitId)?.slug ?? ''}
                    {...{ frame, links, today, again }}
                  />
                ),
            },
          ]}
        />
        <Card title={t.barRecordTitle} kind="accent">
          <Form {...formState(again, links.bars)} action={links.bars} submitLabel={t.barRecord}>
            <Select
              name="unitId"
              label={s.unit}
              required
              choices={units.map((unit) => ({ value: unit.id, label: unit.name }))}
            />
            <Select
              name="kind"
              label={t.barKind}
              required
              choices={kinds.map((kind) => ({ value: kind, label: t[kind] }))}
            />
            <TextInput name="detail" label={t.barDetail} optional />
            <TextInput name="source" label={t.barSource} required />
            <DateInput name="openedOn" label={t.barOpened} value={today} required />
          </Form>
        </Card>
      </div>
    </Layout>
  )
}

function ClearForm({
  bar,
  slug,
  frame,
  links,
  today,
  again,
}: Pick<BarsPageProps, 'frame' | 'links' | 'today' | 'again'> & { bar: BarRow; slug: string }) {
  const t = rankingWords(frame.lang)
  const action = links.clearBar(slug, bar.id)
  return (
    <>
      <StateBadge state="waiting" label={t.barOpen} />
      <details>
        <summary>{t.barClearTitle}</summary>
        <Form {...formState(again, action)} action={action} bare>
          <Hidden name="barId" value={bar.id} />
          <DateInput name="clearedOn" label={t.barCleared} value={today} required />
          <TextInput name="reason" label={t.barClearReason} required />
          <Button size="small">{t.barClear}</Button>
        </Form>
      </details>
    </>
  )
}
