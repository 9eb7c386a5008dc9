import { formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import type { Lang } from '../../i18n/words.ts'
import { Button, Card, CheckboxList, Form, Hidden, RadioGroup } from '../../ui/index.ts'
import { pollsWords } from './polls.messages.ts'
import type { CandidateRow, PollRow } from './polls.store.ts'

type BallotProps = {
  readonly lang: Lang
  readonly poll: PollRow
  readonly candidates: readonly CandidateRow[]
  /** For whom it is cast. */
  readonly voter: { readonly unitId: string | null; readonly name: string }
  readonly action: string
  readonly again?: FormAgain | undefined
}

/** The ballot itself: large answers, one button, what is secret and that it is final. */
export function Ballot({ lang, poll, candidates, voter, action, again }: BallotProps) {
  const t = pollsWords(lang)
  return (
    <Card title={t.ballotOf(voter.name)} subtitle={hintOf(poll, lang)} kind="accent" id="phieu">
      <Form action={action} bare {...formState(again, action)}>
        {voter.unitId ? <Hidden name="unitId" value={voter.unitId} /> : null}
        {poll.form === 'yes_no' ? (
          <Stances lang={lang} candidates={candidates} />
        ) : (
          <Choices lang={lang} candidates={candidates} poll={poll} />
        )}
        <p class="gu-hint">{t.ballotSecret}</p>
        <Button kind="primary" size="large" icon="ballot" full>
          {t.cast}
        </Button>
      </Form>
    </Card>
  )
}

function hintOf(poll: PollRow, lang: Lang): string {
  const t = pollsWords(lang)
  if (poll.form === 'yes_no') return t.ballotYesNo
  if (poll.maxChoices === 1) return t.ballotOne
  return poll.maxChoices === null ? t.ballotAny : t.ballotChoose(String(poll.maxChoices))
}

function Stances({ lang, candidates }: Pick<BallotProps, 'lang' | 'candidates'>) {
  const t = pollsWords(lang)
  return (
    <>
      <Hidden name="asked" value={candidates.map(({ id }) => id).join(' ')} />
      {candidates.map(({ id, name }) => (
        <RadioGroup
          name={`stance.${id}`}
          label={name}
          inline
          choices={[
            { value: 'for', label: t.for },
            { value: 'against', label: t.against },
            { value: 'abstain', label: t.abstain },
          ]}
        />
      ))}
    </>
  )
}

function Choices({ lang, candidates, poll }: Pick<BallotProps, 'lang' | 'candidates' | 'poll'>) {
  const t = pollsWords(lang)
  const choices = candidates.map(({ id, name, note }) => ({
    value: id,
    label: name,
    ...(note ? { hint: note } : {}),
  }))
  return poll.maxChoices === 1 ? (
    <RadioGroup
      name="choice"
      label={poll.title}
      labelHidden
      choices={[...choices, { value: 'none', label: t.nobodyChosen }]}
    />
  ) : (
    <CheckboxList name="choice" label={poll.title} labelHidden choices={choices} />
  )
}
