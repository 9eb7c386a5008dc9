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
import { recordWords } from './audit-record.messages.ts'
import { changesOf, type RecordChange } from './audit-record.ts'

type AuditPageProps = {
  readonly frame: PageFrame
  readonly eyebrow: string
  readonly rows: readonly AuditRow[]
  /** Names of the units that the records speak of, by their key. */
  readonly unitNames: ReadonlyMap<string, string>
  /** What an event is called in the reader's language. */
  readonly eventName: (event: string) => string
  /** The next page of older entries. */
  readonly olderHref: string | null
}

/** What was done, by whom, on whose behalf, with before, after and reason. */
export function AuditPage({ frame, eyebrow, rows, unitNames, eventName, olderHref }: AuditPageProps) {
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
              { header: t.details, cell: (row) => <Details row={row} frame={frame} unitNames={unitNames} /> },
            ]}
          />
        </Card>
      )}
      {olderHref ? <LinkButton href={olderHref}>{t.older}</LinkButton> : null}
    </Layout>
  )
}

/** What was written, part by part; folded away until somebody asks. */
function Details({ row, frame, unitNames }: { row: AuditRow } & Pick<AuditPageProps, 'frame' | 'unitNames'>) {
  const t = accountsWords(frame.lang)
  const changes = changesOf(row.before, row.after, unitNames, frame.lang)
  if (changes.length === 0) return null
  const wasThere = changes.some(({ before }) => before !== '')
  return (
    <details>
      <summary>{t.show}</summary>
      <DataTable
        caption={t.details}
        captionHidden
        rows={changes}
        columns={[
          { header: recordWords(frame.lang).part, cell: ({ part }) => part },
          ...(wasThere ? [{ header: t.before, cell: ({ before }: RecordChange) => before }] : []),
          { header: wasThere ? t.after : recordWords(frame.lang).written, cell: ({ after }) => after },
        ]}
      />
    </details>
  )
}
