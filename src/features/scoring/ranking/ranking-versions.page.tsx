import { layerNames } from '../../../domain/scoring/index.ts'
import { printDate, printNumber } from '../../../domain/vietnamese/index.ts'
import {
  Alert,
  Button,
  Card,
  DataTable,
  EmptyState,
  Form,
  Layout,
  Mark,
  type PageFrame,
  PageHeader,
  Select,
} from '../../../ui/index.ts'
import { scoringWords } from '../scoring.messages.ts'
import type { ScoringLinks } from '../scoring.paths.ts'
import { picturesWords } from './pictures.messages.ts'
import { rankingWords } from './ranking.messages.ts'
import type { RankedRow, RankingRow } from './ranking.store.ts'

/** One unit in two frozen versions. */
export type VersionPair = {
  readonly unit: string
  readonly before: RankedRow | undefined
  readonly after: RankedRow | undefined
  readonly changed: boolean
}

type VersionsPageProps = {
  readonly frame: PageFrame
  readonly links: ScoringLinks
  readonly versions: readonly RankingRow[]
  readonly compared:
    | { readonly before: RankingRow; readonly after: RankingRow; readonly pairs: readonly VersionPair[] }
    | undefined
}

/** The frozen versions of a year's ranking, and what changed between two of them. */
export function RankingVersionsPage({ frame, links, versions, compared }: VersionsPageProps) {
  const { lang } = frame
  const t = picturesWords(lang)
  return (
    <Layout
      frame={frame}
      title={t.versions}
      breadcrumb={[{ label: rankingWords(lang).title, href: links.ranking }, { label: t.versions }]}
    >
      <PageHeader title={t.versions} lead={t.versionsLead} />
      {versions.length === 0 ? (
        <EmptyState icon="lock" title={t.versionsNone} text={t.versionsNoneText} />
      ) : (
        <div class="gu-stack">
          <DataTable
            caption={t.versions}
            captionHidden
            rows={versions}
            columns={[
              {
                header: t.version,
                cell: (one) => (
                  <>
                    <b class="gu-figure">{one.versionNumber}</b> {layerNames[one.layer][lang]}{' '}
                    {one.illustrative ? <Mark kind="sample" /> : null}
                  </>
                ),
              },
              { header: t.frozenOn, width: 'fit', cell: (one) => dayOf(one.frozenAt) },
              { header: t.frozenBy, cell: (one) => one.frozenByName ?? '' },
              {
                header: t.published,
                width: 'fit',
                cell: (one) => (one.publishedAt ? dayOf(one.publishedAt) : ''),
              },
              { header: t.fingerprint, cell: (one) => <code>{one.fingerprint.slice(0, 16)}</code> },
            ]}
          />
          {versions.length > 1 ? <Chooser {...{ frame, links, versions, compared }} /> : null}
          {compared ? <Comparison frame={frame} compared={compared} /> : null}
        </div>
      )}
    </Layout>
  )
}

function Chooser({ frame, links, versions, compared }: VersionsPageProps) {
  const t = picturesWords(frame.lang)
  const choices = versions.map((one) => ({ value: one.id, label: nameOf(one, frame.lang) }))
  return (
    <Card title={t.compare}>
      <Form action={links.rankingVersions} method="get" bare>
        <div class="gu-columns">
          <Select
            name="a"
            label={t.compareA}
            placeholder={false}
            value={compared?.before.id ?? ''}
            choices={choices}
          />
          <Select
            name="b"
            label={t.compareB}
            placeholder={false}
            value={compared?.after.id ?? ''}
            choices={choices}
          />
        </div>
        <Button>{t.compareShow}</Button>
      </Form>
    </Card>
  )
}

function Comparison({
  frame,
  compared: { before, after, pairs },
}: Pick<VersionsPageProps, 'frame'> & { compared: NonNullable<VersionsPageProps['compared']> }) {
  const { lang } = frame
  const t = picturesWords(lang)
  const count = pairs.filter((pair) => pair.changed).length
  const classed = pairs.some((pair) => pair.before?.class ?? pair.after?.class)
  const pair = (header: string, read: (row: RankedRow) => string, numeric = true) => [
    {
      header: t.compareA,
      group: header,
      numeric,
      cell: (one: VersionPair) => (one.before ? read(one.before) : ''),
    },
    {
      header: t.compareB,
      group: header,
      numeric,
      cell: (one: VersionPair) => (one.after ? read(one.after) : ''),
    },
  ]
  return (
    <>
      <Alert tone={count === 0 ? 'info' : 'warning'}>
        {count === 0 ? t.noDifference : t.changedOnly(count)}
      </Alert>
      <DataTable
        caption={t.compared(nameOf(before, lang), nameOf(after, lang))}
        rows={pairs}
        rowKind={(one) => (one.changed ? undefined : 'muted')}
        columns={[
          { header: scoringWords(lang).unit, width: 'wide', cell: (one) => one.unit },
          ...pair(t.place, (row) => (row.rank === null ? '–' : String(row.rank))),
          ...pair(t.value, (row) => (row.value === null ? '' : printNumber(row.value))),
          ...(classed ? pair(t.class, (row) => row.class?.name[lang] ?? '', false) : []),
        ]}
      />
    </>
  )
}

function nameOf(one: RankingRow, lang: PageFrame['lang']): string {
  return `${one.versionNumber} (${layerNames[one.layer][lang]}, ${dayOf(one.frozenAt)})`
}

function dayOf(moment: Date): string {
  return printDate(moment.toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }))
}
