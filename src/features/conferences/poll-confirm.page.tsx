import { type SecrecyRisk, secrecyRiskText } from '../../domain/voting/index.ts'
import { formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import { Alert, ConfirmForm, Layout, TextInput } from '../../ui/index.ts'
import type { ConferenceProps } from './conference-frame.tsx'
import { deeds, pollDeeds } from './conferences.paths.ts'
import { Written } from './count-forms.page.tsx'
import { pollsWords } from './polls.messages.ts'
import type { CandidateRow, PollRow } from './polls.store.ts'

type ConfirmProps = ConferenceProps & { readonly poll: PollRow; readonly again?: FormAgain | undefined }

type OpenProps = ConfirmProps & {
  readonly members: number
  readonly voters: number
  readonly recorded: boolean
  /** Members needed when too few are there. */
  readonly short: { readonly have: number; readonly needed: number } | null
  readonly risks: readonly SecrecyRisk[]
}

/** The second step of opening: what is frozen, and what a small roll would reveal. */
export function OpenPollPage({
  frame,
  links,
  conference,
  poll,
  members,
  voters,
  recorded,
  short,
  risks,
  again,
}: OpenProps) {
  const t = pollsWords(frame.lang)
  const action = links.pollAct(conference.id, poll.id, pollDeeds.open)
  const { problem, ...typed } = formState(again, action)
  return (
    <Layout frame={frame} title={t.open} breadcrumb={crumbs({ frame, links, conference, poll }, t.open)}>
      <h1 class="visually-hidden">{t.open}</h1>
      <div class="gu-stack">
        {problem ? (
          <Alert tone="danger" live>
            {problem}
          </Alert>
        ) : null}
        {short ? (
          <Alert tone="warning">{t.openNoQuorum(String(short.have), String(short.needed))}</Alert>
        ) : null}
        {risks.map((risk) => (
          <Alert tone="warning">{secrecyRiskText(risk)[frame.lang]}</Alert>
        ))}
        <ConfirmForm
          title={t.openQuestion(poll.title)}
          action={action}
          consequences={[
            recorded ? t.openRoll(String(voters), String(members)) : t.openAll(String(members)),
            t.openFixed,
            ...(poll.method === 'secret' ? [t.openSecret] : []),
          ]}
          irreversible
          confirmLabel={t.open}
          cancelHref={links.poll(conference.id, poll.id)}
          {...typed}
        />
      </div>
    </Layout>
  )
}

type CloseProps = ConfirmProps & {
  readonly candidates: readonly CandidateRow[]
  readonly voted: number
  readonly voters: number
  readonly writers: number
}

/** The second step of closing: nothing is accepted afterwards; absent members' opinions are entered with it. */
export function ClosePollPage({
  frame,
  links,
  conference,
  poll,
  candidates,
  voted,
  voters,
  writers,
  again,
}: CloseProps) {
  const t = pollsWords(frame.lang)
  const action = links.pollAct(conference.id, poll.id, pollDeeds.close)
  const secret = poll.method === 'secret'
  const { problem, ...typed } = formState(again, action)
  return (
    <Layout frame={frame} title={t.close} breadcrumb={crumbs({ frame, links, conference, poll }, t.close)}>
      <h1 class="visually-hidden">{t.close}</h1>
      <div class="gu-stack">
        {problem ? (
          <Alert tone="danger" live>
            {problem}
          </Alert>
        ) : null}
        <ConfirmForm
          title={t.closeQuestion(poll.title)}
          action={action}
          consequences={secret ? [t.closeVoted(String(voted), String(voters)), t.closeCount] : [t.closePaper]}
          irreversible
          confirmLabel={t.close}
          cancelHref={links.poll(conference.id, poll.id)}
          {...typed}
        >
          {secret ? (
            <>
              <Written lang={frame.lang} poll={poll} candidates={candidates} writers={writers} />
              {writers > 0 ? <TextInput name="note" label={t.note} /> : null}
            </>
          ) : null}
        </ConfirmForm>
      </div>
    </Layout>
  )
}

function crumbs(
  { frame, links, conference, poll }: ConferenceProps & { readonly poll: PollRow },
  last: string,
) {
  return [
    { label: conference.title, href: links.show(conference.id) },
    { label: pollsWords(frame.lang).title, href: links.act(conference.id, deeds.polls) },
    { label: poll.title, href: links.poll(conference.id, poll.id) },
    { label: last },
  ]
}
