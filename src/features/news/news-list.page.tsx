import { printDate, printNumber } from '../../domain/vietnamese/index.ts'
import type { FormAgain } from '../../http/feature.ts'
import { type Lang, nameOf } from '../../i18n/words.ts'
import {
  Button,
  Card,
  DataTable,
  EmptyState,
  Form,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
  Select,
  Tag,
  TextInput,
} from '../../ui/index.ts'
import type { ConferenceChoice } from './home.store.ts'
import { newsStateNames, newsWords } from './news.messages.ts'
import { newsPaths } from './news.paths.ts'
import type { NewsItem } from './news.store.ts'

/** The day an item first appeared, wherever that was. */
export function appearedOn(item: Pick<NewsItem, 'originalPublishedAt' | 'publishedAt'>): string {
  if (item.originalPublishedAt) return printDate(item.originalPublishedAt.slice(0, 10))
  return item.publishedAt
    ? printDate(item.publishedAt.toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }))
    : ''
}

/** How often it was read, here and in the original. */
export function viewsOf(item: NewsItem, lang: Lang): string {
  const t = newsWords(lang)
  const own = t.views(printNumber(String(item.views)))
  return item.originalViews === null
    ? own
    : `${t.originalViews(printNumber(String(item.originalViews)))} · ${own}`
}

/** One item in a list. */
export function NewsCard({ item, lang }: { readonly item: NewsItem; readonly lang: Lang }) {
  return (
    <Card level={2}>
      <p class="gu-muted">
        {[appearedOn(item), item.blocName, item.provinceName].filter(Boolean).join(' · ')}
      </p>
      <h3>
        <a href={newsPaths.item(item.slug)}>{item.title}</a>
      </h3>
      <p>{item.lead}</p>
      <p class="gu-muted">
        {viewsOf(item, lang)} {item.illustrative ? <Mark kind="sample" /> : null}
      </p>
    </Card>
  )
}

type NewsListPageProps = {
  readonly frame: PageFrame
  readonly items: readonly NewsItem[]
  readonly search: string
  readonly number: number
  readonly hasOlder: boolean
}

/** The section "Tin hoạt động cụm, khối thi đua". */
export function NewsListPage({ frame, items, search, number, hasOlder }: NewsListPageProps) {
  const t = newsWords(frame.lang)
  const at = (other: number) =>
    `${newsPaths.list}?trang=${other}${search ? `&tim=${encodeURIComponent(search)}` : ''}`
  return (
    <Layout frame={frame} title={t.listTitle} description={t.listLead}>
      <PageHeader title={t.listTitle} lead={t.listLead} />
      <Form action={newsPaths.list} method="get" bare>
        <div class="gu-inline-form">
          <TextInput name="tim" label={t.search} value={search} type="search" />
          <Button kind="secondary" icon="search">
            {t.searchButton}
          </Button>
        </div>
      </Form>
      <div class="gu-stack">
        {items.length === 0 ? (
          <EmptyState title={search ? t.nothingFound : t.empty} text={search ? '' : t.emptyText} />
        ) : null}
        {items.map((item) => (
          <NewsCard item={item} lang={frame.lang} />
        ))}
      </div>
      <p class="gu-button-row">
        {number > 0 ? <LinkButton href={at(number - 1)}>{t.newer}</LinkButton> : null}
        {hasOlder ? <LinkButton href={at(number + 1)}>{t.older}</LinkButton> : null}
      </p>
    </Layout>
  )
}

type NewsOfYearPageProps = {
  readonly frame: PageFrame
  readonly items: readonly NewsItem[]
  readonly conferences: readonly ConferenceChoice[]
  readonly mayWrite: boolean
  readonly action: string
  readonly again?: FormAgain | undefined
}

/** The news of one year, and drafting the next item. */
export function NewsOfYearPage({ frame, items, conferences, mayWrite, action, again }: NewsOfYearPageProps) {
  const t = newsWords(frame.lang)
  return (
    <Layout frame={frame} title={t.ofYearTitle}>
      <PageHeader title={t.ofYearTitle} lead={t.ofYearLead} />
      <div class="gu-split">
        {items.length === 0 ? (
          <EmptyState title={t.empty} text={t.emptyText} />
        ) : (
          <DataTable
            caption={t.ofYearTitle}
            captionHidden
            rows={items}
            columns={[
              { header: t.title, width: 'wide', cell: (item) => titleCell(item, mayWrite) },
              {
                header: t.eventOn,
                width: 'fit',
                cell: (item) => (item.eventOn ? printDate(item.eventOn) : t.unknown),
              },
              {
                header: t.state,
                width: 'fit',
                cell: (item) => (
                  <Tag
                    tone={
                      item.state === 'published' ? 'good' : item.state === 'draft' ? 'warning' : 'neutral'
                    }
                  >
                    {nameOf(newsStateNames, item.state, frame.lang)}
                  </Tag>
                ),
              },
            ]}
          />
        )}
        {mayWrite ? (
          <Card title={t.draftFrom} subtitle={t.draftFromHint} kind="accent" level={2}>
            <Form
              action={action}
              submitLabel={t.draft}
              disabledBecause={conferences.length === 0 ? t.noConference : undefined}
              {...again}
            >
              <Select
                name="conferenceId"
                label={t.conference}
                required
                choices={conferences.map((one) => ({
                  value: one.id,
                  label: one.heldOn ? `${one.title} (${printDate(one.heldOn)})` : one.title,
                }))}
              />
            </Form>
          </Card>
        ) : null}
      </div>
    </Layout>
  )
}

function titleCell(item: NewsItem, mayWrite: boolean) {
  const href = mayWrite
    ? newsPaths.edit(item.id)
    : item.state === 'published'
      ? newsPaths.item(item.slug)
      : undefined
  return href ? <a href={href}>{item.title}</a> : item.title
}
