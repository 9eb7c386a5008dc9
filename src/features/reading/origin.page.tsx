import { printDate } from '../../domain/vietnamese/index.ts'
import { Card, DataTable, Layout, type PageFrame, PageHeader, Tag } from '../../ui/index.ts'
import { AlsoRead, type OtherPlaces } from './also-read.tsx'
import { Source } from './confirm.page.tsx'
import type { Span } from './marked-text.tsx'
import { readingWords } from './reading.messages.ts'
import type { ReadingRow } from './reading.store.ts'

type OriginProps = {
  readonly frame: PageFrame
  readonly listHref: string
  readonly year: number
  readonly unitName: string
  readonly reading: ReadingRow
  readonly spans: readonly Span[]
  readonly places: OtherPlaces
}

/** A report after it was settled, or for those who only read: what was saved of it, beside the words it came from. */
export function OriginPage({ frame, listHref, year, unitName, reading, spans, places }: OriginProps) {
  const t = readingWords(frame.lang)
  const rows = (reading.facts?.indicators ?? []).map((fact, index) => ({
    fact,
    index,
    decision: reading.decisions[index],
  }))
  const on = reading.settledAt?.toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })
  return (
    <Layout
      frame={frame}
      title={reading.fileName}
      breadcrumb={[{ label: t.title, href: listHref }, { label: reading.fileName }]}
      wide
    >
      <PageHeader
        eyebrow={unitName || t.wholeBloc}
        title={reading.fileName}
        aside={t.inYear(year)}
        lead={on && reading.settledByName ? t.settledBy(reading.settledByName, printDate(on)) : t.originLead}
      />
      <div class="gu-read">
        <div class="gu-read-side">
          <Source frame={frame} reading={reading} spans={spans} />
        </div>
        <div class="gu-stack">
          <Card title={t.facts} flush>
            <DataTable
              caption={t.facts}
              captionHidden
              rows={rows}
              columns={[
                {
                  header: t.figures,
                  width: 'wide',
                  cell: ({ fact, index }) => (
                    <a id={`f${index}`} href={`#s${fact.start}`}>
                      {fact.quote.replace(/\s+/g, ' ')}
                    </a>
                  ),
                },
                {
                  header: t.state,
                  cell: ({ decision }) =>
                    decision?.saved ? (
                      <Tag tone="good">{t.savedAs(decision.as ?? '')}</Tag>
                    ) : (
                      <span class="gu-muted">{t.notSaved}</span>
                    ),
                },
              ]}
            />
          </Card>
          <AlsoRead frame={frame} facts={reading.facts} places={places} />
        </div>
      </div>
    </Layout>
  )
}
