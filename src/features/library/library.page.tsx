import { guidingPaperName } from '../../domain/documents/guiding-paper.ts'
import {
  Button,
  DataTable,
  EmptyState,
  Form,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
  StateBadge,
  type Tab,
  Tabs,
  TextInput,
} from '../../ui/index.ts'
import { libraryWords } from './library.messages.ts'
import { libraryPaths } from './library.paths.ts'
import type { GuidingPaperRow } from './library.store.ts'

type LibraryPageProps = {
  readonly frame: PageFrame
  readonly papers: readonly GuidingPaperRow[]
  readonly search: string
  readonly level: 'province' | 'bloc' | undefined
  readonly addHref: string | undefined
  /** Set when shown inside a year of a bloc. */
  readonly inYear?: { readonly tabs: readonly Tab[]; readonly blocName: string; readonly year: string }
}

/** The library of guiding papers, of the site or of one year. */
export function LibraryPage({ frame, papers, search, level, addHref, inYear }: LibraryPageProps) {
  const t = libraryWords(frame.lang)
  const add = addHref ? (
    <LinkButton href={addHref} kind="primary" icon="plus">
      {t.add}
    </LinkButton>
  ) : null
  return (
    <Layout frame={frame} title={t.title} description={t.lead}>
      <PageHeader
        title={t.title}
        lead={inYear ? t.leadOfYear(inYear.blocName, inYear.year) : t.lead}
        actions={add}
      />
      <div class="gu-stack">
        {inYear ? <Tabs label={t.title} tabs={inYear.tabs} /> : <Filters {...{ frame, search, level }} />}
        {papers.length === 0 ? (
          <EmptyState icon="paper" title={search ? t.notFound : t.empty} text={search ? '' : t.emptyText} />
        ) : (
          <div>
            <PaperTable frame={frame} papers={papers} ofSite={!inYear} />
          </div>
        )}
      </div>
    </Layout>
  )
}

function Filters({ frame, search, level }: Pick<LibraryPageProps, 'frame' | 'search' | 'level'>) {
  const t = libraryWords(frame.lang)
  const tabs: Tab[] = [
    { label: t.all, href: libraryPaths.list, current: level === undefined },
    { label: t.ofProvince, href: `${libraryPaths.list}?cua=tinh`, current: level === 'province' },
    { label: t.ofBlocs, href: `${libraryPaths.list}?cua=khoi`, current: level === 'bloc' },
  ]
  return (
    <div class="gu-stack">
      <Tabs label={t.views} tabs={tabs} />
      <Form action={libraryPaths.list} method="get" bare>
        <div class="gu-inline-form">
          <TextInput name="tim" label={t.search} type="search" value={search} />
          <Button icon="search">{t.find}</Button>
        </div>
      </Form>
    </div>
  )
}

function PaperTable({
  frame,
  papers,
  ofSite,
}: {
  readonly frame: PageFrame
  readonly papers: readonly GuidingPaperRow[]
  readonly ofSite: boolean
}) {
  const t = libraryWords(frame.lang)
  return (
    <DataTable
      caption={t.title}
      captionHidden
      rows={papers}
      columns={[
        {
          header: t.paper,
          width: 'wide',
          cell: (paper) => (
            <>
              <a href={libraryPaths.show(paper.id)}>{guidingPaperName(paper, frame.lang)}</a>{' '}
              {paper.illustrative ? <Mark kind="sample" /> : null}
            </>
          ),
        },
        { header: t.subject, width: 'wide', cell: (paper) => paper.title },
        ...(ofSite
          ? [{ header: t.from, cell: (paper: GuidingPaperRow) => paper.blocName ?? paper.provinceName }]
          : []),
        {
          header: t.acknowledged,
          width: 'fit',
          cell: (paper) =>
            paper.addressees === 0 ? (
              <span class="gu-muted">{t.nobody}</span>
            ) : (
              <StateBadge
                state={paper.acknowledgedBy === paper.addressees ? 'done' : 'waiting'}
                label={t.counted(String(paper.acknowledgedBy), String(paper.addressees))}
              />
            ),
        },
      ]}
    />
  )
}
