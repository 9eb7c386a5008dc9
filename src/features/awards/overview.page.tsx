import { type AwardCode, awards } from '../../domain/awards/index.ts'
import type { GovernmentFlagShare } from '../../domain/quotas/index.ts'
import {
  Alert,
  Card,
  type Column,
  DataTable,
  EmptyState,
  Layout,
  Mark,
  type PageFrame,
  PageHeader,
  Tabs,
} from '../../ui/index.ts'
import { awardsWords } from './awards.messages.ts'
import { awardsPaths } from './awards.paths.ts'
import { awardText, whoOf } from './awards.view.ts'
import { IllustrativeMark, StateTag } from './proposal-list.tsx'
import type { ProposalRow } from './proposals.store.ts'

export type OverviewPageProps = {
  readonly frame: PageFrame
  readonly provinceName: string
  readonly year: number
  readonly years: readonly number[]
  readonly proposals: readonly ProposalRow[]
  readonly share: GovernmentFlagShare
  readonly printedPercent: string
}

/** All proposals of a province in a year, by award, with the share of Government flags. */
export function OverviewPage(props: OverviewPageProps) {
  const { frame, provinceName, year, years, proposals, share, printedPercent } = props
  const t = awardsWords(frame.lang)
  const codes = [...new Set(proposals.map((one) => one.awardCode))]
  return (
    <Layout
      frame={frame}
      title={t.overviewTitle}
      breadcrumb={[{ label: t.toRecords, href: awardsPaths.records }, { label: t.overviewTitle }]}
    >
      <PageHeader
        eyebrow={provinceName}
        title={t.overviewTitle}
        aside={t.yearAside(String(year))}
        lead={t.overviewLead}
      />
      {years.length > 1 ? (
        <Tabs
          label={t.years}
          tabs={years.map((one) => ({
            label: String(one),
            href: `${awardsPaths.overview}?nam=${one}`,
            current: one === year,
          }))}
        />
      ) : null}
      <div class="gu-stack-large">
        {share.flags > 0 ? (
          <Alert tone={share.within ? 'info' : 'warning'} title={t.share}>
            {t.shareText(String(share.flags), String(share.leading), printedPercent)}{' '}
            {share.within ? t.shareWithin : t.shareOver}
            <div class="gu-muted">
              {t.shareBasis} <Mark kind="unverified" />
            </div>
          </Alert>
        ) : null}
        {proposals.length === 0 ? (
          <Card>
            <EmptyState icon="trophy" title={t.overviewEmpty} />
          </Card>
        ) : (
          codes.map((code) => (
            <AwardCard frame={frame} code={code} rows={proposals.filter((one) => one.awardCode === code)} />
          ))
        )}
      </div>
    </Layout>
  )
}

function AwardCard({
  frame,
  code,
  rows,
}: {
  frame: PageFrame
  code: AwardCode
  rows: readonly ProposalRow[]
}) {
  const { lang } = frame
  const t = awardsWords(lang)
  const columns: Column<ProposalRow>[] = [
    {
      header: t.recipient,
      width: 'wide',
      total: `${t.total}: ${rows.length}`,
      cell: (row) => (
        <>
          <a href={awardsPaths.at(row.blocSlug ?? '', row.year).show(row.id)}>{whoOf(row, lang, true)}</a>{' '}
          <IllustrativeMark of={row} />
        </>
      ),
    },
    { header: t.bloc, width: 'wide', cell: ({ blocShortName }) => blocShortName ?? '' },
    { header: t.wording, hideOnPhone: true, cell: (row) => awardText(row, lang).name },
    { header: t.state, width: 'fit', cell: (row) => <StateTag of={row} /> },
  ]
  return (
    <Card title={awards[code].name[lang]} flush>
      <DataTable caption={awards[code].name[lang]} captionHidden columns={columns} rows={rows} />
    </Card>
  )
}
