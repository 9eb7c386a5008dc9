import { type Layer, layerNames } from '../../../domain/scoring/index.ts'
import { printDate } from '../../../domain/vietnamese/index.ts'
import { formState } from '../../../http/again.ts'
import type { FormAgain } from '../../../http/feature.ts'
import {
  Alert,
  Button,
  Card,
  ConfirmForm,
  DataTable,
  DateInput,
  Form,
  Hidden,
  Layout,
  Mark,
  type PageFrame,
  PageHeader,
  Select,
  StateBadge,
  TextArea,
  TextInput,
} from '../../../ui/index.ts'
import { appealWords } from '../fairness/appeal.messages.ts'
import { scoringWords } from '../scoring.messages.ts'
import type { ScoringLinks } from '../scoring.paths.ts'
import type { BarRow } from './bars.store.ts'
import { rankingWords } from './ranking.messages.ts'
import type { FrozenRanking } from './standing.store.ts'

type FreezePageProps = {
  readonly frame: PageFrame
  readonly links: ScoringLinks
  readonly layers: readonly Layer[]
  readonly counting: Layer | undefined
  /** Questions on points without an answer: freezing then needs a reason. */
  readonly openAppeals: number
  readonly again?: FormAgain | undefined
}

/** Asks before the ranking is frozen. */
export function FreezeRankingPage({ frame, links, layers, counting, openAppeals, again }: FreezePageProps) {
  const t = rankingWords(frame.lang)
  const a = appealWords(frame.lang)
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
        consequences={[
          t.freezeWill,
          t.freezeShows,
          t.freezeAgain,
          ...(openAppeals > 0 ? [a.openWarn(openAppeals)] : []),
        ]}
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
        {openAppeals > 0 ? (
          <TextArea
            name="reason"
            label={a.freezeReason}
            hint={<a href={links.appeals}>{a.title}</a>}
            rows={2}
            required
          />
        ) : null}
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
