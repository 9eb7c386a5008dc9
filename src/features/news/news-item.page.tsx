import { raw } from 'hono/html'
import { printDate } from '../../domain/vietnamese/index.ts'
import { nameOf } from '../../i18n/words.ts'
import { Card, Layout, LinkButton, Mark, type PageFrame } from '../../ui/index.ts'
import { newsWords, sectionNames } from './news.messages.ts'
import { newsPaths } from './news.paths.ts'
import type { NewsItem, NewsPicture, Related } from './news.store.ts'
import { appearedOn, viewsOf } from './news-list.page.tsx'

type NewsItemPageProps = {
  readonly frame: PageFrame
  readonly item: NewsItem
  readonly pictures: readonly NewsPicture[]
  readonly related: readonly Related[]
  /** The full address, for sending it on. */
  readonly url: string
}

/** A published item as everybody reads it; prints without the site around it. */
export function NewsItemPage({ frame, item, pictures, related, url }: NewsItemPageProps) {
  const t = newsWords(frame.lang)
  return (
    <Layout
      frame={frame}
      title={item.title}
      description={item.lead}
      breadcrumb={[
        { label: nameOf(sectionNames, item.section, frame.lang), href: newsPaths.list },
        { label: item.title },
      ]}
    >
      <div class="gu-split">
        <article class="gu-prose">
          <h1>{item.title}</h1>
          <p class="gu-muted">
            {[`${t.publishedOn} ${appearedOn(item)}`, viewsOf(item, frame.lang)].join(' · ')}{' '}
            {item.illustrative ? <Mark kind="sample" /> : null}
          </p>
          <NewsText item={item} pictures={pictures} />
          <p class="gu-muted">
            {[
              item.author ? `${t.author}: ${item.author}` : '',
              item.source ? `${t.source}: ${item.source}` : '',
              item.originalSource ? t.original(item.originalSource) : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <p class="gu-button-row gu-no-print">
            <LinkButton
              href={`mailto:?subject=${encodeURIComponent(item.title)}&body=${encodeURIComponent(url)}`}
              icon="mail"
            >
              {t.mail}
            </LinkButton>
            <LinkButton href={newsPaths.html(item.slug)}>{t.copyHtml}</LinkButton>
            <LinkButton href={newsPaths.docx(item.slug)} icon="download">
              {t.copyWord}
            </LinkButton>
          </p>
        </article>
        <aside class="gu-no-print">
          {related.length > 0 ? (
            <Card title={t.related} level={2}>
              <ul class="gu-plain-list">
                {related.map((one) => (
                  <li>
                    <a href={newsPaths.item(one.slug)}>{one.title}</a>{' '}
                    <span class="gu-muted">({printDate(one.publishedOn)})</span>
                  </li>
                ))}
              </ul>
            </Card>
          ) : null}
        </aside>
      </div>
    </Layout>
  )
}

/** Lead, pictures and paragraphs. */
export function NewsText({
  item,
  pictures,
}: {
  readonly item: Pick<NewsItem, 'lead' | 'body'>
  readonly pictures: readonly NewsPicture[]
}) {
  return (
    <>
      <p class="gu-lead">
        <strong>{item.lead}</strong>
      </p>
      {pictures.map((picture) => (
        <figure>
          <img src={`/tep/${picture.fileId}`} alt={picture.alt} />
          <figcaption>
            {[picture.caption, picture.author, picture.source].filter(Boolean).join(' – ')}
          </figcaption>
        </figure>
      ))}
      {paragraphsOf(item.body).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </>
  )
}

/** Paragraphs are parted by empty lines. */
export function paragraphsOf(body: string): readonly string[] {
  return body
    .split(/\n\s*\n/)
    .map((one) => one.trim())
    .filter(Boolean)
}

/** The item alone as clean HTML, for a unit's own site: no classes, no scripts, full addresses of pictures. */
export function newsHtml(item: NewsItem, pictures: readonly NewsPicture[], baseUrl: string): string {
  const parts = (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang="vi">
        <head>
          <meta charset="utf-8" />
          <title>{item.title}</title>
        </head>
        <body>
          <h1>{item.title}</h1>
          <p>
            <strong>{item.lead}</strong>
          </p>
          {pictures.map((picture) => (
            <figure>
              <img src={`${baseUrl}/tep/${picture.fileId}`} alt={picture.alt} />
              <figcaption>
                {[picture.caption, picture.author, picture.source].filter(Boolean).join(' – ')}
              </figcaption>
            </figure>
          ))}
          {paragraphsOf(item.body).map((paragraph) => (
            <p>{paragraph}</p>
          ))}
          <p>
            <em>{[item.author, item.source].filter(Boolean).join(' – ')}</em>
          </p>
        </body>
      </html>
    </>
  )
  return String(parts)
}
