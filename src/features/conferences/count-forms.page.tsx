import { formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import type { Lang } from '../../i18n/words.ts'
import {
  Card,
  CheckboxList,
  type Column,
  DataTable,
  FieldGroup,
  FileInput,
  Form,
  NumberInput,
  TextInput,
} from '../../ui/index.ts'
import { pollsWords } from './polls.messages.ts'
import type { CandidateRow, PollRow } from './polls.store.ts'

type CountFormProps = {
  readonly lang: Lang
  readonly poll: PollRow
  readonly candidates: readonly CandidateRow[]
  readonly voters: number
  /** Absent members who wrote and are counted with. */
  readonly writers: number
  readonly action: string
  readonly again?: FormAgain | undefined
}

/** Entering what happened in the hall: agreement, hands, or the count of paper ballots. */
export function CountForm(props: CountFormProps) {
  if (props.poll.method === 'consensus') return <ConsensusForm {...props} />
  return props.poll.method === 'hands' ? <HandsForm {...props} /> : <PaperForm {...props} />
}

function ConsensusForm({ lang, poll, candidates, writers, action, again }: CountFormProps) {
  const t = pollsWords(lang)
  return (
    <Card title={t.recordConsensus} kind="accent">
      <Form action={action} submitLabel={t.saveCount} {...formState(again, action)}>
        <CheckboxList
          name="agreed"
          label={t.agreed}
          hint={t.agreedHint}
          choices={candidates.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Written lang={lang} poll={poll} candidates={candidates} writers={writers} />
        <TextInput name="note" label={t.note} />
      </Form>
    </Card>
  )
}

function HandsForm({ lang, poll, candidates, voters, writers, action, again }: CountFormProps) {
  const t = pollsWords(lang)
  return (
    <Card title={t.recordHands} subtitle={t.handsLead(String(voters))} kind="accent">
      <Form action={action} submitLabel={t.saveCount} {...formState(again, action)}>
        <VotesTable lang={lang} poll={poll} candidates={candidates} pro="for" against="against" />
        <Written lang={lang} poll={poll} candidates={candidates} writers={writers} />
        <TextInput name="note" label={t.note} />
      </Form>
    </Card>
  )
}

function PaperForm({ lang, poll, candidates, voters, writers, action, again }: CountFormProps) {
  const t = pollsWords(lang)
  return (
    <Card title={t.recordPaper} subtitle={t.paperLead(String(voters))} kind="accent">
      <Form action={action} submitLabel={t.saveCount} multipart {...formState(again, action)}>
        <FieldGroup legend={t.recordPaper} columns>
          <NumberInput name="issued" label={t.issued} required value={String(voters)} />
          <NumberInput name="returned" label={t.returned} required />
          <NumberInput name="valid" label={t.valid} required />
          <NumberInput name="invalid" label={t.invalid} required value="0" />
        </FieldGroup>
        <VotesTable lang={lang} poll={poll} candidates={candidates} pro="for" against="against" />
        <Written lang={lang} poll={poll} candidates={candidates} writers={writers} />
        <TextInput name="note" label={t.note} hint={t.noteHint} />
        <FileInput
          name="file"
          label={t.scan}
          accept=".pdf,.png,.jpg,.jpeg"
          acceptWords={t.scanWords}
          maxMegabytes={25}
        />
      </Form>
    </Card>
  )
}

type VotesProps = Pick<CountFormProps, 'lang' | 'poll' | 'candidates'>

/** The opinions of absent members; nothing where nobody wrote or the rules do not count it. */
export function Written({ lang, poll, candidates, writers }: VotesProps & { readonly writers: number }) {
  const t = pollsWords(lang)
  if (writers === 0) return null
  return (
    <FieldGroup legend={t.writtenTitle} hint={t.writtenLead(String(writers))}>
      <NumberInput name="writtenCount" label={t.writtenCount} />
      <VotesTable lang={lang} poll={poll} candidates={candidates} pro="writtenFor" against="writtenAgainst" />
    </FieldGroup>
  )
}

function VotesTable({
  lang,
  poll,
  candidates,
  pro,
  against,
}: VotesProps & { readonly pro: string; readonly against: string }) {
  const t = pollsWords(lang)
  const box = (name: string, label: string): Column<CandidateRow> => ({
    header: label,
    numeric: true,
    cell: (candidate) => (
      <NumberInput name={`${name}.${candidate.id}`} label={`${label}, ${candidate.name}`} labelHidden />
    ),
  })
  return (
    <DataTable
      caption={poll.title}
      captionHidden
      rows={candidates}
      columns={[
        { header: t.candidate, cell: (candidate) => candidate.name },
        box(pro, t.votesFor),
        ...(poll.form === 'yes_no' ? [box(against, t.votesAgainst)] : []),
      ]}
    />
  )
}
