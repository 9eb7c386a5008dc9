import {
  DataTable,
  EmptyState,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
} from '../../ui/index.ts'
import { councilsWords } from './councils.messages.ts'
import { councilsPaths } from './councils.paths.ts'
import type { CouncilRow } from './councils.store.ts'

type CouncilsPageProps = {
  readonly frame: PageFrame
  readonly councils: readonly CouncilRow[]
  readonly mayFound: boolean
}

/** The councils of provinces and units. */
export function CouncilsPage({ frame, councils, mayFound }: CouncilsPageProps) {
  const t = councilsWords(frame.lang)
  const found = mayFound ? (
    <LinkButton href={councilsPaths.found} kind="primary" icon="plus">
      {t.found}
    </LinkButton>
  ) : null
  return (
    <Layout frame={frame} title={t.title} description={t.lead}>
      <PageHeader title={t.title} lead={t.lead} actions={councils.length > 0 ? found : null} />
      {councils.length === 0 ? (
        <EmptyState icon="users" title={t.empty} text={t.emptyText} action={found} />
      ) : (
        <DataTable
          caption={t.title}
          captionHidden
          rows={councils}
          columns={[
            {
              header: t.council,
              width: 'wide',
              cell: (row) => (
                <>
                  <a href={councilsPaths.show(row.id)}>{row.name}</a>{' '}
                  {row.illustrative ? <Mark kind="sample" /> : null}
                </>
              ),
            },
            { header: t.owner, cell: (row) => row.unitName ?? row.provinceName },
            { header: t.basis, cell: (row) => row.basis },
            { header: t.members, numeric: true, cell: (row) => String(row.members) },
          ]}
        />
      )}
    </Layout>
  )
}
