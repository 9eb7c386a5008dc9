import { pollBaseLabels, pollMethodLabels, tieStepLabels } from '../../domain/voting/index.ts'
import type { FormAgain } from '../../http/feature.ts'
import {
  Alert,
  Button,
  Card,
  DefinitionList,
  Form,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
  ProgressBar,
  Tag,
} from '../../ui/index.ts'
import { Ballot } from './ballot.page.tsx'
import type { ConferenceProps } from './conference-frame.tsx'
import { deeds, pollDeeds } from './conferences.paths.ts'
import { CountForm } from './count-forms.page.tsx'
import { ElectedForm, TieForm } from './poll-after.page.tsx'
import type { PollDefaults } from './poll-defaults.ts'
import { Source } from './poll-draft.page.tsx'
import { CountFigures, PollResult } from './poll-result.page.tsx'
import { pollsWords } from './polls.messages.ts'
import { PollStateTag } from './polls.page.tsx'
import type { CandidateRow, CountRow, PollRow } from './polls.store.ts'
import { shareName } from './quorum.page.tsx'
import { Problem } from './said-again.tsx'

/** How the reader stands to the poll. */
export type Voting = {
  readonly unitId: string | null
  readonly name: string
  readonly standing: 'may_vote' | 'has_voted' | 'waits' | 'not_on_roll'
}

export type PollPageProps = ConferenceProps & {
  readonly poll: PollRow
  readonly candidates: readonly CandidateRow[]
  readonly count: CountRow | null
  readonly voting: Voting | null
  readonly turnout: {
    readonly voted: number
    readonly voters: number
    readonly missing: readonly string[]
  } | null
  /** How many vote, as it stands now. */
  readonly voters: number
  readonly writers: number
  readonly sources: PollDefaults['sources'] | null
  readonly mayManage: boolean
  readonly mayCount: boolean
  readonly second: { readonly title: string; readonly href: string } | null
  readonly first: { readonly title: string; readonly href: string } | null
  readonly elected: Parameters<typeof ElectedForm>[0] | null
  readonly tallyHref: string | null
  readonly again?: FormAgain | undefined
}

/** One matter of the conference: the ballot while it is open, the way there before, the result after. */
export function PollPage(props: PollPageProps) {
  const { frame, links, conference, poll, candidates, count, voting, first, tallyHref, again } = props
  const t = pollsWords(frame.lang)
  const at = (deed: string) => links.pollAct(conference.id, poll.id, deed)
  // The ballot and the form for the count name everybody already.
  const asked = voting?.standing === 'may_vote' || mayRecord(props)
  return (
    <Layout
      frame={frame}
      title={poll.title}
      breadcrumb={[
        { label: conference.title, href: links.show(conference.id) },
        { label: t.title, href: links.act(conference.id, deeds.polls) },
        { label: poll.title },
      ]}
    >
      <PageHeader
        title={poll.title}
        eyebrow={
          <>
            {pollMethodLabels[poll.method][frame.lang]} <PollStateTag state={poll.state} frame={frame} />{' '}
            {poll.round === 2 ? <Tag>{t.round2}</Tag> : null}{' '}
            {poll.illustrative ? <Mark kind="sample" /> : null}
          </>
        }
        lead={
          first ? (
            <>
              {t.secondOf} <a href={first.href}>{first.title}</a>
            </>
          ) : undefined
        }
        actions={<Actions {...props} />}
      />
      <Problem problem={props.problem} />
      <div class="gu-split">
        <div class="gu-stack">
          {voting?.standing === 'may_vote' ? (
            <Ballot
              lang={frame.lang}
              poll={poll}
              candidates={candidates}
              voter={voting}
              action={at(pollDeeds.vote)}
              again={again}
            />
          ) : null}
          <Standing {...props} />
          {count ? <PollResult frame={frame} poll={poll} candidates={candidates} count={count} /> : null}
          {count && props.mayManage ? (
            <TieForm
              lang={frame.lang}
              candidates={candidates}
              count={count}
              council={conference.councilId !== null}
              action={at(pollDeeds.tie)}
              secondAction={at(pollDeeds.second)}
              second={props.second}
              again={again}
            />
          ) : null}
          {props.elected ? <ElectedForm {...props.elected} again={again} /> : null}
          <Record {...props} />
          {count || asked ? null : <Candidates frame={frame} candidates={candidates} />}
          {tallyHref ? (
            <p>
              <LinkButton href={tallyHref} icon="paper">
                {t.tallyPaper}
              </LinkButton>
            </p>
          ) : null}
        </div>
        <div class="gu-stack">
          <Turnout {...props} />
          {count ? (
            <CountFigures
              frame={frame}
              count={count}
              scanHref={count.scanFileId ? `/tep/${count.scanFileId}` : null}
            />
          ) : null}
          <Rules {...props} />
        </div>
      </div>
    </Layout>
  )
}

function Actions({ frame, links, conference, poll, mayManage }: PollPageProps) {
  const t = pollsWords(frame.lang)
  const at = (deed: string) => links.pollAct(conference.id, poll.id, deed)
  if (!mayManage) return null
  if (poll.state === 'open') {
    return (
      <LinkButton href={at(pollDeeds.close)} kind="primary" icon="lock">
        {t.close}
      </LinkButton>
    )
  }
  if (poll.state !== 'draft') return null
  return (
    <>
      {poll.method === 'secret' || poll.method === 'paper' ? (
        <LinkButton
          href={at(pollDeeds.open)}
          kind="primary"
          icon="ballot"
          disabledBecause={conference.state === 'open' ? undefined : t.openConference}
        >
          {t.open}
        </LinkButton>
      ) : null}
      <Form action={at(pollDeeds.discard)} bare>
        <Button kind="quiet">{t.discard}</Button>
      </Form>
    </>
  )
}

/** Said to a voter who is not asked for a ballot now. */
function Standing({ frame, poll, voting, mayManage }: PollPageProps) {
  const t = pollsWords(frame.lang)
  if (voting?.standing === 'has_voted' && poll.state === 'open') {
    return (
      <Alert tone="success" title={t.voted}>
        {t.votedText}
      </Alert>
    )
  }
  if (voting?.standing === 'not_on_roll' && poll.state === 'open') return <Alert>{t.closedForYou}</Alert>
  if (poll.state !== 'draft') return null
  if (!mayManage) return poll.method === 'secret' && voting ? <Alert>{t.waitOpen}</Alert> : null
  const next = { secret: t.draftSecret, paper: t.draftPaper, hands: t.draftHands, consensus: t.draftHands }
  return <Alert title={t.next}>{next[poll.method]}</Alert>
}

/** What happened in the hall is entered as long as the conference is open; a secret ballot counts itself. */
function mayRecord({ conference, poll, count, mayCount }: PollPageProps): boolean {
  return count === null && mayCount && poll.method !== 'secret' && conference.state === 'open'
}

function Record(props: PollPageProps) {
  const { frame, links, conference, poll, candidates, voters, writers, again } = props
  if (poll.method === 'secret' || !mayRecord(props)) return null
  return (
    <CountForm
      lang={frame.lang}
      poll={poll}
      candidates={candidates}
      voters={voters}
      writers={writers}
      action={links.pollAct(conference.id, poll.id, pollDeeds[poll.method])}
      again={again}
    />
  )
}

function Candidates({ frame, candidates }: { frame: PageFrame; candidates: readonly CandidateRow[] }) {
  const t = pollsWords(frame.lang)
  return (
    <Card title={t.list}>
      <ol>
        {candidates.map(({ name, note }) => (
          <li>
            {name}
            {note ? <small class="gu-muted"> {note}</small> : null}
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Turnout({ frame, poll, turnout }: PollPageProps) {
  const t = pollsWords(frame.lang)
  if (!turnout || poll.state !== 'open') return null
  const { voted, voters, missing } = turnout
  return (
    <Card title={t.turnout}>
      <ProgressBar
        label={t.turnout}
        figure={`${voted}/${voters}`}
        total={voters}
        parts={[{ amount: voted, tone: 'good', label: t.turnout }]}
      />
      {missing.length > 0 ? (
        <p>
          {t.notYet}: {missing.join('; ')}
        </p>
      ) : null}
      <p class="gu-hint">{t.resultLater}</p>
    </Card>
  )
}

function Rules({ frame, poll, sources }: PollPageProps) {
  const t = pollsWords(frame.lang)
  const { lang } = frame
  const from = (key: keyof PollDefaults['sources']) =>
    sources ? (
      <small class="gu-hint">
        <Source source={sources[key]} lang={lang} />
      </small>
    ) : null
  return (
    <Card title={t.rules}>
      <DefinitionList
        items={[
          {
            term: t.passMark,
            value: (
              <>
                {poll.passMark ? shareName(poll.passMark, lang) : t.noMark}{' '}
                {poll.passMark ? from('passMark') : null}
              </>
            ),
          },
          {
            term: t.base,
            value: (
              <>
                {pollBaseLabels[poll.base][lang]} {from('base')}
              </>
            ),
          },
          {
            term: t.quorum,
            value: (
              <>
                {poll.quorum ? shareName(poll.quorum, lang) : t.quorumNone} {from('quorum')}
              </>
            ),
          },
          { term: t.seats, value: poll.seats ?? t.seatsAll },
          {
            term: t.selfVote,
            value: (
              <>
                {poll.selfVote ? t.allowed : t.notAllowed} {from('selfVote')}
              </>
            ),
          },
          { term: t.ties, value: poll.ties.map((step) => tieStepLabels[step][lang]).join('; ') },
        ]}
      />
    </Card>
  )
}
