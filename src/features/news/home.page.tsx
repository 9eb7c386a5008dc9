import { type YearState, yearStateInfo } from '../../domain/years/index.ts'
import { Card, EmptyState, Layout, LinkButton, type PageFrame, PageHeader } from '../../ui/index.ts'
import { yearsPaths } from '../years/years.paths.ts'
import type { HomeBloc } from './home.store.ts'
import { newsWords } from './news.messages.ts'
import { newsPaths } from './news.paths.ts'
import type { NewsItem } from './news.store.ts'
import { NewsCard } from './news-list.page.tsx'

type HomePageProps = {
  readonly frame: PageFrame
  readonly items: readonly NewsItem[]
  readonly blocs: readonly HomeBloc[]
}

/** The front page: what is new, and the blocs by province. */
export function HomePage({ frame, items, blocs }: HomePageProps) {
  const t = newsWords(frame.lang)
  return (
    <Layout frame={frame} title={t.homeTitle} description={t.homeLead}>
      <PageHeader
        title={t.homeTitle}
        lead={t.homeLead}
        actions={frame.user ? <OwnWork frame={frame} /> : null}
      />
      <div class="gu-split">
        <section class="gu-stack" aria-labelledby="tin-moi">
          <h2 id="tin-moi">{t.homeNews}</h2>
          {items.length === 0 ? <EmptyState title={t.empty} text={t.emptyText} /> : null}
          {items.map((item) => (
            <NewsCard item={item} lang={frame.lang} />
          ))}
          {items.length > 0 ? (
            <p>
              <LinkButton href={newsPaths.list}>{t.homeAll}</LinkButton>
            </p>
          ) : null}
        </section>
        <aside class="gu-stack">
          {provincesOf(blocs).map(([province, own]) => (
            <Card title={province} level={2}>
              <ul class="gu-plain-list">
                {own.map((bloc) => (
                  <li>
                    <a href={`/khoi/${bloc.slug}`}>{bloc.name}</a>
                    <br />
                    <span class="gu-muted">
                      {[
                        bloc.units > 0 ? t.homeUnits(bloc.units) : '',
                        bloc.year && bloc.state
                          ? t.homeBlocYear(
                              bloc.year,
                              yearStateInfo[bloc.state as YearState].label[frame.lang],
                            )
                          : '',
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </li>
                ))}
              </ul>
            </Card>
          ))}
        </aside>
      </div>
    </Layout>
  )
}

/** Whoever is signed in came for their own work first. */
function OwnWork({ frame }: { frame: PageFrame }) {
  const t = newsWords(frame.lang)
  return (
    <>
      <LinkButton href={yearsPaths.toDo} kind="primary" icon="arrow-right">
        {t.homeToDo(frame.todoCount ?? 0)}
      </LinkButton>
      <LinkButton href={yearsPaths.mine}>{t.homeYear}</LinkButton>
    </>
  )
}

function provincesOf(blocs: readonly HomeBloc[]): readonly (readonly [string, readonly HomeBloc[]])[] {
  const groups = new Map<string, HomeBloc[]>()
  for (const bloc of blocs) groups.set(bloc.provinceName, [...(groups.get(bloc.provinceName) ?? []), bloc])
  return [...groups]
}
