import type { Stance, StanceCount } from '../../domain/drafts/index.ts'
import { printDate } from '../../domain/vietnamese/index.ts'
import { nameOf } from '../../i18n/words.ts'
import {
  type Column,
  DataTable,
  EmptyState,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
  type Tab,
  Tabs,
} from '../../ui/index.ts'
import { DraftState, StanceBadge } from './draft-state.page.tsx'
import { draftKindNames, draftsWords } from './drafts.messages.ts'
import type { draftsPaths } from './drafts.paths.ts'
import type { DraftRow } from './drafts.store.ts'

type DraftsPageProps = {
  readonly frame: PageFrame
  readonly paths: ReturnType<typeof draftsPaths>
  readonly tabs: readonly Tab[]
  readonly rows: readonly {
    readonly draft: DraftRow
    readonly count: StanceCount
    /** Where the reader's own unit stands on a draft that is out for comment. */
    readonly own: Stance | undefined
  }[]
  readonly mayManage: boolean
}

/** The drafts of a year. */
export function DraftsPage({ frame, paths, tabs, rows, mayManage }: DraftsPageProps) {
  const t = draftsWords(frame.lang)
  const start = (
    <LinkButton href={paths.start} kind="primary" icon="edit">
      {t.start}
    </LinkButton>
  )
  return (
    <Layout frame={frame} title={t.title}>
      <PageHeader title={t.title} lead={t.lead} actions={mayManage && rows.length > 0 ? start : null} />
      <Tabs label={t.views} tabs={tabs} />
      {rows.length === 0 ? (
        <EmptyState
          icon="edit"
          title={t.empty}
          text={mayManage ? t.emptyText : t.emptyForMember}
          action={mayManage ? start : null}
        />
      ) : (
        <DataTable
          caption={t.title}
          captionHidden
          rows={rows}
          columns={[
            {
              header: t.draft,
              width: 'wide',
              cell: ({ draft }) => (
                <>
                  <a href={paths.show(draft.id)}>{draft.title}</a>{' '}
                  {draft.illustrative ? <Mark kind="sample" /> : null}
                </>
              ),
            },
            {
              header: t.kind,
              width: 'fit',
              cell: ({ draft }) =>
                `${nameOf(draftKindNames, draft.kind, frame.lang)}, ${t.versionOf(String(draft.versionNumber))}`,
            },
            {
              header: t.state,
              width: 'fit',
              cell: ({ draft }) => <DraftState draft={draft} lang={frame.lang} />,
            },
            {
              header: t.due,
              width: 'fit',
              cell: ({ draft }) => (draft.dueOn ? printDate(draft.dueOn) : ''),
            },
            {
              header: t.answered,
              width: 'fit',
              cell: ({ draft, count }) =>
                draft.circulatedOn
                  ? t.counted(String(count.agrees + count.commented), String(count.asked))
                  : '',
            },
            ...(rows.some((row) => row.own) ? [ownColumn(frame)] : []),
          ]}
        />
      )}
    </Layout>
  )
}

function ownColumn(frame: PageFrame): Column<DraftsPageProps['rows'][number]> {
  return {
    header: draftsWords(frame.lang).yours,
    width: 'fit',
    cell: ({ own }) => (own ? <StanceBadge stance={own} lang={frame.lang} /> : null),
  }
}
