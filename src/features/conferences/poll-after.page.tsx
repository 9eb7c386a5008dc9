import { printDate } from '../../domain/vietnamese/index.ts'
import { formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import type { Lang } from '../../i18n/words.ts'
import {
  Alert,
  Button,
  ButtonRow,
  Card,
  CheckboxList,
  DateInput,
  FieldGroup,
  Form,
  LinkButton,
  Select,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { pollsWords } from './polls.messages.ts'
import type { CandidateRow, CountRow } from './polls.store.ts'

type TieProps = {
  readonly lang: Lang
  readonly candidates: readonly CandidateRow[]
  readonly count: CountRow
  readonly council: boolean
  readonly action: string
  readonly secondAction: string
  /** The second ballot, when there is one already. */
  readonly second: { readonly title: string; readonly href: string } | null
  readonly again?: FormAgain | undefined
}

/** Equals at the last seat: a second ballot, or whoever decides with a reason. */
export function TieForm({ lang, candidates, count, council, action, secondAction, second, again }: TieProps) {
  const t = pollsWords(lang)
  const tie = count.outcome.tie
  if (!tie) return null
  const tied = candidates.filter(({ id }) => tie.candidateIds.includes(id))
  const lead = t.tieLead(tied.map(({ name }) => name).join('; '), String(tie.seatsLeft))
  if (second) {
    return (
      <Alert tone="warning" title={t.tie} actions={<LinkButton href={second.href}>{t.secondIs}</LinkButton>}>
        {lead}
      </Alert>
    )
  }
  if (tie.step === 'second_ballot') {
    return (
      <Card title={t.tie} subtitle={lead} kind="accent">
        <p>{t.tieSecondLead}</p>
        <Form action={secondAction} bare {...formState(again, secondAction)}>
          <ButtonRow>
            <Button kind="primary">{t.tieSecond}</Button>
          </ButtonRow>
        </Form>
      </Card>
    )
  }
  return (
    <Card title={t.tie} subtitle={lead} kind="accent">
      <Form action={action} submitLabel={t.decide} {...formState(again, action)}>
        <CheckboxList
          name="chosen"
          label={t.tieChoose}
          hint={council ? t.tieChair : t.tieHead}
          choices={tied.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextArea name="reason" label={t.tieReason} rows={3} />
      </Form>
    </Card>
  )
}

type ElectedProps = {
  readonly lang: Lang
  readonly elected: readonly { readonly id: string; readonly name: string }[]
  readonly forYear: number
  /** Already recorded. */
  readonly recorded: { readonly name: string; readonly from: string } | null
  readonly handoverHref: string
  readonly action: string
  readonly again?: FormAgain | undefined
}

/** From the vote to the office: who was elected, from when, represented by whom. */
export function ElectedForm({ lang, elected, forYear, recorded, handoverHref, action, again }: ElectedProps) {
  const t = pollsWords(lang)
  if (recorded) {
    return (
      <Alert tone="success" actions={<LinkButton href={handoverHref}>{t.handover}</LinkButton>}>
        {t.alreadyAppointed(recorded.name, printDate(recorded.from))}
      </Alert>
    )
  }
  const names = elected.map(({ name }) => name).join('; ')
  return (
    <Card title={t.appoint} subtitle={t.appointLead(names, String(forYear))} kind="accent">
      <Form action={action} submitLabel={t.appoint} {...formState(again, action)}>
        {elected.length > 1 ? (
          <Select
            name="unitId"
            label={t.elected}
            required
            choices={elected.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
        <DateInput name="fromDate" label={t.fromDate} required value={`${forYear}-01-01`} />
        <FieldGroup legend={t.person} columns>
          <TextInput name="personName" label={t.person} />
          <TextInput name="personTitle" label={t.personTitle} />
        </FieldGroup>
        <TextInput name="basis" label={t.basis} hint={t.basisHint} />
      </Form>
    </Card>
  )
}
