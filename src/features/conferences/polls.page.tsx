import { pollMethodLabels } from '../../domain/voting/index.ts'
import { formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import { nameOf } from '../../i18n/words.ts'
import {
  Card,
  DataTable,
  EmptyState,
  FieldGroup,
  Form,
  LinkButton,
  Mark,
  type PageFrame,
  Select,
  Tag,
  TextInput,
  type Tone,
} from '../../ui/index.ts'
import { ConferenceFrame, type ConferenceProps } from './conference-frame.tsx'
import { conferencesWords } from './conferences.messages.ts'
import { deeds } from './conferences.paths.ts'
import type { TellerRow } from './conferences.store.ts'
import { type OpenVote, OpenVotes } from './open-votes.page.tsx'
import { pollStateNames, pollsWords } from './polls.messages.ts'
import type { PollRow, PollState } from './polls.store.ts'

/** A poll in the list: with who is taken, once it is counted. */
export type ListedPoll = PollRow & { readonly taken: readonly string[]; readonly tied: boolean }

type PollsPageProps = ConferenceProps & {
  readonly polls: readonly ListedPoll[]
  readonly tellers: readonly TellerRow[]
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly openVotes: readonly OpenVote[]
  readonly mayManage: boolean
  readonly again?: FormAgain | undefined
}

/** Everything the conference votes on, in order. */
export function PollsPage(props: PollsPageProps) {
  const { frame, links, conference, problem, polls, openVotes, mayManage } = props
  const t = pollsWords(frame.lang)
  const changing = mayManage && conference.state !== 'closed'
  const prepare = changing ? (
    <LinkButton href={links.newPoll(conference.id)} kind="primary" icon="plus">
      {t.prepare}
    </LinkButton>
  ) : null
  return (
    <ConferenceFrame
      frame={frame}
      links={links}
      conference={conference}
      problem={problem}
      part="polls"
      lead={conference.councilId ? t.councilLead : t.lead}
      actions={polls.length > 0 ? prepare : null}
    >
      <OpenVotes votes={openVotes} lang={frame.lang} />
      {polls.length === 0 ? (
        <EmptyState title={t.none} text={changing ? t.noneText : undefined} icon="ballot" action={prepare} />
      ) : (
        <DataTable
          caption={t.title}
          captionHidden
          rows={polls}
          columns={[
            {
              header: t.subject,
              width: 'wide',
              cell: (poll) => (
                <>
                  <a href={links.poll(conference.id, poll.id)}>{poll.title}</a>{' '}
                  {poll.round === 2 ? <Tag>{t.round2}</Tag> : null}{' '}
                  {poll.illustrative ? <Mark kind="sample" /> : null}
                </>
              ),
            },
            {
              header: t.method,
              cell: (poll) => pollMethodLabels[poll.method][frame.lang],
              hideOnPhone: true,
            },
            {
              header: t.state,
              width: 'fit',
              cell: (poll) => <PollStateTag state={poll.state} frame={frame} />,
            },
            { header: t.result, cell: (poll) => resultOf(poll, frame) },
          ]}
        />
      )}
      <Tellers {...props} changing={changing} />
    </ConferenceFrame>
  )
}

function resultOf(poll: ListedPoll, frame: PageFrame): string {
  const t = pollsWords(frame.lang)
  if (poll.state !== 'counted') return ''
  if (poll.tied) return t.tie
  return poll.taken.length > 0 ? poll.taken.join('; ') : t.takenNone
}

const tones: Readonly<Record<PollState, Tone>> = {
  draft: 'neutral',
  open: 'accent',
  closed: 'warning',
  counted: 'good',
}

/** The state of a poll in a word. */
export function PollStateTag({ state, frame }: { state: PollState; frame: PageFrame }) {
  return <Tag tone={tones[state]}>{nameOf(pollStateNames, state, frame.lang)}</Tag>
}

function Tellers({
  frame,
  links,
  conference,
  tellers,
  units,
  changing,
  again,
}: PollsPageProps & { changing: boolean }) {
  const t = conferencesWords(frame.lang)
  const action = links.act(conference.id, deeds.tellers)
  const lines = [0, 1, 2]
  return (
    <Card title={t.tellers} subtitle={t.tellersHint}>
      {tellers.length === 0 ? (
        <p class="gu-muted">{t.noTellers}</p>
      ) : (
        <ul>
          {tellers.map(({ name, duty }, index) => (
            <li>
              {name} ({duty === 'head' ? t.tellerHead : t.tellerMember(String(index))})
            </li>
          ))}
        </ul>
      )}
      {changing ? (
        <details open={again?.action === action}>
          <summary>{t.changeTellers}</summary>
          <Form action={action} submitLabel={t.saveTellers} {...formState(again, action)}>
            {lines.map((index) => (
              <FieldGroup legend={index === 0 ? t.tellerHead : t.tellerMember(String(index))} columns>
                <TextInput name={`name.${index}`} label={t.tellerName} value={tellers[index]?.name} />
                {units.length > 0 ? (
                  <Select
                    name={`unitId.${index}`}
                    label={t.tellerUnit}
                    value={tellers[index]?.unitId ?? undefined}
                    choices={units.map(({ id, name }) => ({ value: id, label: name }))}
                  />
                ) : null}
              </FieldGroup>
            ))}
          </Form>
        </details>
      ) : null}
    </Card>
  )
}
