import { printDecimal } from '../../../domain/scoring/index.ts'
import { printDate } from '../../../domain/vietnamese/index.ts'
import type { Lang } from '../../../i18n/words.ts'
import { SpreadsheetBar } from '../../../spreadsheets/bar.tsx'
import type { StepBadge } from '../../../steps/step-badge.ts'
import {
  DataTable,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
  StateBadge,
  Tabs,
} from '../../../ui/index.ts'
import { scoringWords } from '../scoring.messages.ts'
import type { ScoringLinks } from '../scoring.paths.ts'
import { scoringTabs } from '../scoring-tabs.ts'
import { sheetWords } from './sheet.messages.ts'

/** One unit of the round, as far as the reader may see it. */
export type RoundRow = {
  readonly unitId: string
  readonly slug: string
  readonly name: string
  readonly mine: boolean
  readonly illustrative: boolean
  readonly badge: StepBadge
  /** Undefined when the reader may not see it yet. */
  readonly total: string | undefined
  readonly missing: number | undefined
  readonly evidence: number | undefined
}

type RoundPageProps = {
  readonly frame: PageFrame
  readonly year: number
  readonly links: ScoringLinks
  readonly rows: readonly RoundRow[]
  readonly sent: number
  readonly due: string | undefined
  readonly frozen: boolean
  readonly maximum: string
  readonly someHidden: boolean
}

/** The round: who has scored, sent, got it back. */
export function RoundPage({
  frame,
  year,
  links,
  rows,
  sent,
  due,
  frozen,
  maximum,
  someHidden,
}: RoundPageProps) {
  const t = sheetWords(frame.lang)
  const s = scoringWords(frame.lang)
  const mine = rows.find((row) => row.mine)
  return (
    <Layout frame={frame} title={t.title}>
      <PageHeader
        title={t.title}
        aside={String(year)}
        lead={
          frozen
            ? [t.leadBoard(sent, rows.length), due ? ` ${t.leadDue(printDate(due))}` : '']
            : s.tableNotFrozen
        }
        actions={
          frozen && mine ? (
            <LinkButton href={links.sheet(mine.slug)} kind="primary" icon="edit">
              {t.myScore}
            </LinkButton>
          ) : frozen ? null : (
            <LinkButton href={links.table} kind="primary">
              {s.openTable}
            </LinkButton>
          )
        }
      />
      <Tabs label={s.tabs} tabs={scoringTabs(frame.lang, links, 'selfScores')} />
      {frozen ? <SpreadsheetBar file={links.sheetsFile} /> : null}
      <DataTable
        caption={t.title}
        captionHidden
        rows={rows}
        rowKind={(row) => (row.mine ? 'mine' : undefined)}
        note={someHidden ? s.hiddenSelf : undefined}
        columns={[
          {
            header: s.unit,
            width: 'wide',
            cell: (row) => (
              <>
                <a href={links.sheet(row.slug)}>{row.name}</a>{' '}
                {row.illustrative ? <Mark kind="sample" /> : null}
              </>
            ),
          },
          {
            header: t.state,
            width: 'fit',
            cell: (row) => <StateBadge state={row.badge.state} label={row.badge.label} />,
          },
          {
            header: t.selfTotal,
            unit: `/ ${maximum}`,
            numeric: true,
            cell: (row) => row.total ?? <span class="gu-muted">{s.hidden}</span>,
          },
          {
            header: t.missing,
            width: 'fit',
            cell: (row) => (row.missing === undefined ? '' : t.missingCount(row.missing)),
          },
          {
            header: t.evidence,
            width: 'fit',
            hideOnPhone: true,
            cell: (row) => (row.evidence === undefined ? '' : t.evidenceCount(row.evidence)),
          },
          {
            header: t.explainLink,
            width: 'fit',
            hideOnPhone: true,
            cell: (row) =>
              row.total === undefined ? '' : <a href={links.explain(row.slug)}>{t.explainLink}</a>,
          },
        ]}
      />
    </Layout>
  )
}

/** The maximum of a table as it stands in the head of a column. */
export function maximumText(maximum: string, lang: Lang): string {
  return printDecimal(maximum, lang)
}
