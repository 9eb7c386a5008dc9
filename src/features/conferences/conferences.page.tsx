import { printDate } from '../../domain/vietnamese/index.ts'
import { nameOf } from '../../i18n/words.ts'
import {
  DataTable,
  EmptyState,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
  Tag,
  type Tone,
} from '../../ui/index.ts'
import { conferenceStateNames, conferencesWords, kindNames } from './conferences.messages.ts'
import type { ConferenceLinks } from './conferences.paths.ts'
import type { ConferenceRow } from './conferences.store.ts'

type ConferencesPageProps = {
  readonly frame: PageFrame
  readonly links: ConferenceLinks
  readonly conferences: readonly ConferenceRow[]
  readonly council: boolean
  readonly mayManage: boolean
}

/** The conferences of a year, or the meetings of a council. */
export function ConferencesPage({ frame, links, conferences, council, mayManage }: ConferencesPageProps) {
  const t = conferencesWords(frame.lang)
  const title = council ? t.councilTitle : t.title
  const plan = mayManage ? (
    <LinkButton href={links.plan} kind="primary" icon="plus">
      {t.plan}
    </LinkButton>
  ) : null
  return (
    <Layout frame={frame} title={title}>
      <PageHeader
        title={title}
        lead={council ? t.councilLead : t.lead}
        actions={conferences.length > 0 ? plan : null}
      />
      {conferences.length === 0 ? (
        <EmptyState title={t.empty} text={mayManage ? t.emptyText : undefined} icon="users" action={plan} />
      ) : (
        <DataTable
          caption={title}
          captionHidden
          rows={conferences}
          columns={[
            {
              header: t.name,
              width: 'wide',
              cell: (row) => (
                <>
                  <a href={links.show(row.id)}>{row.title}</a>{' '}
                  {row.illustrative ? <Mark kind="sample" /> : null}
                </>
              ),
            },
            { header: t.kind, cell: (row) => nameOf(kindNames, row.kind, frame.lang), hideOnPhone: true },
            {
              header: t.heldOn,
              width: 'fit',
              cell: (row) => (row.heldOn ? printDate(row.heldOn) : t.notSet),
            },
            { header: t.place, cell: (row) => row.place, hideOnPhone: true },
            {
              header: t.state,
              width: 'fit',
              cell: (row) => <ConferenceState state={row.state} frame={frame} />,
            },
          ]}
        />
      )}
    </Layout>
  )
}

const tones: Readonly<Record<ConferenceRow['state'], Tone>> = {
  planned: 'neutral',
  invited: 'info',
  open: 'accent',
  closed: 'good',
}

/** The state of a conference in a word. */
export function ConferenceState({ state, frame }: { state: ConferenceRow['state']; frame: PageFrame }) {
  return <Tag tone={tones[state]}>{nameOf(conferenceStateNames, state, frame.lang)}</Tag>
}
