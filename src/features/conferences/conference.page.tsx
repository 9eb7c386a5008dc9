import { formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import {
  Alert,
  Button,
  Card,
  ConfirmForm,
  DataTable,
  DefinitionList,
  Form,
  Layout,
  LinkButton,
  TextArea,
} from '../../ui/index.ts'
import { ConferenceFrame, type ConferenceProps, whenAndWhere } from './conference-frame.tsx'
import { conferencesWords } from './conferences.messages.ts'
import { deeds } from './conferences.paths.ts'
import type { AgendaItem } from './conferences.store.ts'
import { AskOfUnit, type OwnLine } from './confirm-attendance.page.tsx'
import { type OpenVote, OpenVotes } from './open-votes.page.tsx'
import { Quorum, type QuorumProps } from './quorum.page.tsx'

type ConferencePageProps = ConferenceProps & {
  readonly agenda: readonly AgendaItem[]
  readonly mayManage: boolean
  /** The reader's own unit on the list, when it is asked. */
  readonly own: OwnLine | null
  readonly openVotes: readonly OpenVote[]
  readonly quorum: QuorumProps['quorum']
  readonly papers: readonly { readonly label: string; readonly href: string }[]
  readonly again?: FormAgain | undefined
}

/** A conference at a glance: what is asked of the reader, its programme, who takes part, how it ended. */
export function ConferencePage(props: ConferencePageProps) {
  const { frame, links, conference, problem, agenda, mayManage, own, openVotes, quorum, papers, again } =
    props
  const t = conferencesWords(frame.lang)
  return (
    <ConferenceFrame
      frame={frame}
      links={links}
      conference={conference}
      problem={problem}
      part="overview"
      lead={leadOf(props)}
      actions={mayManage ? <Actions {...props} /> : null}
    >
      <OpenVotes votes={openVotes} lang={frame.lang} />
      {own && conference.state !== 'closed' ? (
        <AskOfUnit frame={frame} links={links} conference={conference} own={own} again={again} />
      ) : null}
      <div class="gu-split">
        <div class="gu-stack">
          <Card title={t.agenda} flush>
            <DataTable
              caption={t.agenda}
              captionHidden
              empty={t.noAgenda}
              rows={agenda}
              columns={[
                { header: t.agendaItem, width: 'wide', cell: (item) => item.title },
                { header: t.presenter, cell: (item) => item.presenter },
                { header: t.minutes, numeric: true, width: 'fit', cell: (item) => item.minutes ?? '' },
              ]}
            />
          </Card>
          {conference.state === 'closed' || conference.conclusion ? (
            <Card title={t.conclusion}>
              <p class="gu-wording">{conference.conclusion || t.noConclusion}</p>
            </Card>
          ) : null}
        </div>
        <div class="gu-stack">
          <Quorum lang={frame.lang} quorum={quorum} />
          <Card title={t.people}>
            <DefinitionList
              items={[
                { term: t.chair, value: conference.chairName || t.notSet },
                { term: t.chairTitle, value: conference.chairTitle || t.notSet },
                { term: t.secretary, value: conference.secretaryName || t.notSet },
                { term: t.place, value: conference.place || t.notSet },
              ]}
            />
          </Card>
          {papers.length > 0 ? (
            <div class="gu-button-row">
              {papers.map(({ label, href }) => (
                <LinkButton href={href} icon="paper" size="small">
                  {label}
                </LinkButton>
              ))}
            </div>
          ) : null}
        </div>
      </div>
    </ConferenceFrame>
  )
}

function leadOf({ frame, conference, mayManage }: ConferencePageProps) {
  const t = conferencesWords(frame.lang)
  const next = { planned: t.nextPlanned, invited: t.nextInvited, open: t.nextOpen, closed: t.closedLine }
  const when = whenAndWhere(conference)
  const asked = mayManage || conference.state === 'closed' || conference.state === 'open'
  return (
    <>
      {when}
      {when && asked ? '. ' : ''}
      {asked ? next[conference.state] : ''}
    </>
  )
}

function Actions({ frame, links, conference }: ConferencePageProps) {
  const t = conferencesWords(frame.lang)
  const { state, id } = conference
  if (state === 'closed') return null
  const edit = (
    <LinkButton href={links.act(id, deeds.change)} icon="edit">
      {t.edit}
    </LinkButton>
  )
  if (state === 'open') {
    return (
      <>
        <LinkButton href={links.act(id, deeds.close)} kind="primary">
          {t.close}
        </LinkButton>
        {edit}
      </>
    )
  }
  const [deed, label] =
    state === 'planned'
      ? [deeds.invite, conference.councilId ? t.inviteCouncil : t.invite]
      : [deeds.open, t.open]
  return (
    <>
      <Form action={links.act(id, deed)} bare>
        <Button kind="primary">{label}</Button>
      </Form>
      {edit}
    </>
  )
}

type ClosePageProps = ConferenceProps & { readonly again?: FormAgain | undefined }

/** The second step of closing: what it means, and the conclusion. */
export function CloseConferencePage({ frame, links, conference, again }: ClosePageProps) {
  const t = conferencesWords(frame.lang)
  const action = links.act(conference.id, deeds.close)
  const crumbs = [
    { label: t.title, href: links.list },
    { label: conference.title, href: links.show(conference.id) },
    { label: t.close },
  ]
  const { problem, ...typed } = formState(again, action)
  return (
    <Layout frame={frame} title={t.close} breadcrumb={crumbs}>
      <h1 class="visually-hidden">{t.close}</h1>
      {problem ? (
        <Alert tone="danger" live>
          {problem}
        </Alert>
      ) : null}
      <ConfirmForm
        title={t.closeQuestion(conference.title)}
        action={action}
        consequences={[
          t.closeEffect,
          t.closeNext,
          ...(conference.reportDraftId && !conference.reportAdopted ? [t.closeReport] : []),
        ]}
        irreversible
        confirmLabel={t.confirmClose}
        cancelHref={links.show(conference.id)}
        {...typed}
      >
        <TextArea name="conclusion" label={t.conclusion} rows={5} value={conference.conclusion} />
      </ConfirmForm>
    </Layout>
  )
}
