import type { Child } from 'hono/jsx'
import { formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import { nameOf } from '../../i18n/words.ts'
import {
  Card,
  CheckboxList,
  type Choice,
  DateInput,
  EmptyState,
  FileInput,
  Form,
  Layout,
  LinkButton,
  type PageFrame,
  PageHeader,
  RadioGroup,
  Select,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { awardsWords, outcomeNames } from './awards.messages.ts'
import type { OriginPaths } from './awards.paths.ts'
import { awardText, whoOf } from './awards.view.ts'
import { channelChoices } from './proposal-list.tsx'
import type { ProposalRow } from './proposals.store.ts'

export type StepPageProps = {
  readonly frame: PageFrame
  readonly paths: OriginPaths
  readonly listTitle: string
  /** The proposals that can take the step. */
  readonly proposals: readonly ProposalRow[]
  /** Ticked when the page opens. */
  readonly chosen: readonly string[]
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly addressee: string
  /** Units that are suggested, not proposed and not explained. */
  readonly leftOut: readonly string[]
  readonly today: string
  readonly again: FormAgain | undefined
}

/** The list goes up: what goes, to whom, with which paper. */
export function SubmitPage(props: StepPageProps) {
  const { frame, paths, again, addressee, leftOut, today } = props
  const t = awardsWords(frame.lang)
  return (
    <StepLayout {...props} title={t.submit} lead={t.submitLead} nothing={t.nothingToSubmit}>
      <Form
        action={paths.submit}
        multipart
        {...formState(again, paths.submit)}
        submitLabel={t.submit}
        cancelHref={paths.list}
      >
        <ProposalBoxes {...props} label={t.goesUp} />
        {leftOut.length > 0 ? (
          <TextArea
            name="leftOutReason"
            label={t.leftOutReason}
            hint={leftOut.join('; ')}
            required
            rows={2}
          />
        ) : null}
        <TextInput name="addressee" label={t.addressee} required value={addressee} />
        <DateInput name="sentOn" label={t.sentOn} required value={today} max={today} />
        <TextInput name="number" label={t.documentNumber} hint={t.documentNumberHint} narrow />
        <RadioGroup
          name="channel"
          label={t.channel}
          required
          value="paper"
          choices={channelChoices(frame.lang)}
        />
        <FileInput name="scan" label={t.signedScan} optional acceptWords={t.fileWords} maxMegabytes={25} />
        <TextArea name="note" label={t.note} optional rows={2} />
        <Confirmation sentence={t.confirmSubmit} lang={frame.lang} />
      </Form>
    </StepLayout>
  )
}

/** What the competent authority answered, from its paper. */
export function OutcomePage(props: StepPageProps) {
  const { frame, paths, again, units, today, proposals } = props
  const { lang } = frame
  const t = awardsWords(lang)
  const choices: readonly Choice[] = Object.keys(outcomeNames).map((value) => ({
    value,
    label: nameOf(outcomeNames, value, lang),
  }))
  return (
    <StepLayout {...props} title={t.outcomeTitle} lead={t.outcomeLead} nothing={t.outcomeNothing}>
      <Form
        action={paths.outcome}
        multipart
        {...formState(again, paths.outcome)}
        submitLabel={t.recordOutcome}
        cancelHref={paths.list}
      >
        <ProposalBoxes {...props} label={t.chooseProposals} />
        <RadioGroup name="outcome" label={t.outcome} required choices={choices} />
        <DateInput name="on" label={t.outcomeOn} required value={today} max={today} />
        <TextInput name="number" label={t.outcomeNumber} hint={t.outcomeNumberHint} narrow />
        <TextInput name="issuer" label={t.issuer} />
        <TextArea name="reason" label={t.outcomeReason} hint={t.outcomeReasonHint} rows={2} />
        {proposals.some((one) => one.unitId === null && one.recipientName === '') ? (
          <Select
            name="unitId"
            label={t.receiver}
            hint={t.receiverHint}
            choices={units.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
        <RadioGroup
          name="channel"
          label={t.receivedBy}
          required
          value="paper"
          choices={channelChoices(lang)}
        />
        <FileInput name="file" label={t.decisionFile} optional acceptWords={t.fileWords} maxMegabytes={25} />
        <Confirmation sentence={t.confirmOutcome} lang={lang} />
      </Form>
    </StepLayout>
  )
}

/** Awards handed over at a ceremony. */
export function PresentPage(props: StepPageProps) {
  const { frame, paths, again, today } = props
  const t = awardsWords(frame.lang)
  return (
    <StepLayout {...props} title={t.presentTitle} lead={t.presentLead} nothing={t.presentNothing}>
      <Form
        action={paths.present}
        {...formState(again, paths.present)}
        submitLabel={t.present}
        cancelHref={paths.list}
      >
        <ProposalBoxes {...props} label={t.chooseProposals} />
        <DateInput name="presentedOn" label={t.presentedOn} required value={today} max={today} />
        <TextInput name="presentedAt" label={t.presentedAt} required />
        <input type="hidden" name="channel" value="paper" />
        <Confirmation sentence={t.confirmPresent} lang={frame.lang} />
      </Form>
    </StepLayout>
  )
}

type StepLayoutProps = StepPageProps & {
  readonly title: string
  readonly lead: string
  readonly nothing: string
  readonly children?: Child
}

function StepLayout({ frame, paths, listTitle, proposals, title, lead, nothing, children }: StepLayoutProps) {
  const t = awardsWords(frame.lang)
  return (
    <Layout
      frame={frame}
      title={title}
      breadcrumb={[{ label: listTitle, href: paths.list }, { label: title }]}
    >
      <PageHeader title={title} lead={proposals.length > 0 ? lead : undefined} />
      <Card>
        {proposals.length > 0 ? (
          children
        ) : (
          <EmptyState
            icon="trophy"
            title={nothing}
            action={<LinkButton href={paths.list}>{t.backToList}</LinkButton>}
          />
        )}
      </Card>
    </Layout>
  )
}

function ProposalBoxes({ frame, proposals, chosen, label }: StepPageProps & { readonly label: string }) {
  return (
    <CheckboxList
      name="proposalIds"
      label={label}
      required
      chosen={chosen}
      choices={proposals.map((one) => ({
        value: one.id,
        label: whoOf(one, frame.lang, true),
        hint: awardText(one, frame.lang).name,
      }))}
    />
  )
}

function Confirmation({ sentence, lang }: { readonly sentence: string; readonly lang: PageFrame['lang'] }) {
  const t = awardsWords(lang)
  return (
    <CheckboxList name="confirmed" label={t.confirm} required choices={[{ value: '1', label: sentence }]} />
  )
}
