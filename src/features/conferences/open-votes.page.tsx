import type { Lang } from '../../i18n/words.ts'
import { Alert, LinkButton } from '../../ui/index.ts'
import { pollsWords } from './polls.messages.ts'

/** A poll the reader may vote in now. */
export type OpenVote = { readonly title: string; readonly href: string }

/** What the reader is asked to vote on, before anything else. */
export function OpenVotes({ votes, lang }: { votes: readonly OpenVote[]; lang: Lang }) {
  const t = pollsWords(lang)
  return (
    <>
      {votes.map(({ title, href }) => (
        <Alert
          title={t.votingNow}
          actions={
            <LinkButton href={href} kind="primary" icon="ballot">
              {t.goVote}
            </LinkButton>
          }
        >
          {t.voteFor(title)}
        </Alert>
      ))}
    </>
  )
}
