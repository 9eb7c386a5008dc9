import {
  Card,
  DataTable,
  EmptyState,
  Layout,
  LinkButton,
  type PageFrame,
  PageHeader,
} from '../../ui/index.ts'
import { accountsWords } from './accounts.messages.ts'
import type { AuditRow } from './accounts.store.ts'

type AuditPageProps = {
  readonly frame: PageFrame
  readonly eyebrow: string
  readonly rows: readonly AuditRow[]
  /** What an event is called in the reader's language. */
  readonly eventName: (event: string) => string
  /** The next page of older entries. */
  readonly olderHref: string | null
}

/** What was done, by whom, on whose behalf, with before, after and reason. */
export function AuditPage({ frame, eyebrow, rows, eventName, olderHref }: AuditPageProps) {
  const t = accountsWords(frame.lang)
  return (
    <Layout frame={frame} title={t.auditTitle}>
      <PageHeader {...(eyebrow ? { eyebrow } : {})} title={t.auditTitle} lead={t.auditLead} />
      {rows.length === 0 ? (
        <EmptyState icon="history" title={t.auditEmpty} />
      ) : (
        <Card flush>
          <DataTable
            caption={t.auditTitle}
            captionHidden
            rows={rows}
            columns={[
              {
                header: t.when,
                width: 'fit',
                cell: (row) => row.happenedAt.toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' }),
              },
              {
                header: t.who,
                cell: (row) => (
                  <>
                    {row.who || t.nobody}
                    {row.onBehalfOf ? <div class="gu-muted">{t.onBehalf(row.onBehalfOf)}</div> : null}
                  </>
                ),
              },
              {
                header: t.what,
                width: 'wide',
                cell: (row) => (
                  <>
                    {eventName(row.event)}
                    {row.reason ? (
                      <div class="gu-muted">
                        {t.reason}: {row.reason}
                      </div>
                    ) : null}
                  </>
                ),
              },
              { header: t.details, cell: (row) => <Details row={row} frame={frame} /> },
            ]}
          />
        </Card>
      )}
      {olderHref ? <LinkButton href={olderHref}>{t.older}</LinkButton> : null}
    </Layout>
  )
}

/** The record itself, for whoever must know exactly: folded away, as it was written. */
function Details({ row, frame }: { row: AuditRow; frame: PageFrame }) {
  const t = accountsWords(frame.lang)
  if (row.before === null && row.after === null) return null
  return (
    <details>
      <summary>{t.show}</summary>
      {row.before === null ? null : (
        <>
          <b>{t.before}</b>
          <pre class="gu-record">{JSON.stringify(row.before, null, 1)}</pre>
        </>
      )}
      {row.after === null ? null : (
        <>
          <b>{t.after}</b>
          <pre class="gu-record">{JSON.stringify(row.after, null, 1)}</pre>
        </>
      )}
    </details>
  )
}
