import { conflictsOf, formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import type { MemberUnit } from '../../scopes/scopes.store.ts'
import {
  Card,
  CheckboxList,
  ConflictNotice,
  DateInput,
  FieldGroup,
  FileInput,
  Form,
  Hidden,
  Layout,
  type PageFrame,
  PageHeader,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { PledgeText, SignerFields } from './pledge.page.tsx'
import { pledgesWords } from './pledges.messages.ts'
import type { PledgeLinks } from './pledges.paths.ts'
import type { PledgeRow } from './pledges.store.ts'

type FormPageProps = {
  readonly frame: PageFrame
  readonly links: PledgeLinks
  readonly again: FormAgain | undefined
}

type DraftPageProps = FormPageProps & {
  readonly pledge: PledgeRow | undefined
  readonly proposedTitle: string
}

/** The text of the pledge while it is a draft. */
export function DraftPledgePage({ frame, links, pledge, proposedTitle, again }: DraftPageProps) {
  const t = pledgesWords(frame.lang)
  const labels = { title: t.titleField, preamble: t.preamble, contents: t.contents }
  const conflicts = conflictsOf(again, labels)
  return (
    <Layout frame={frame} title={t.write}>
      <PageHeader title={pledge ? t.edit : t.write} lead={t.openHint} />
      {conflicts.length > 0 ? <ConflictNotice by={t.somebody} at={t.justNow} fields={conflicts} /> : null}
      <Form action={links.draft} cancelHref={links.pledge} {...formState(again, links.draft)}>
        <Hidden name="version" value={String(pledge?.version ?? 0)} />
        <TextFields frame={frame} pledge={pledge} proposedTitle={proposedTitle} />
      </Form>
    </Layout>
  )
}

/** A new version after signing. */
export function ChangePledgePage({
  frame,
  links,
  pledge,
  again,
}: FormPageProps & { readonly pledge: PledgeRow }) {
  const t = pledgesWords(frame.lang)
  return (
    <Layout frame={frame} title={t.change}>
      <PageHeader title={t.change} lead={t.changeLead} />
      <Form
        action={links.change}
        submitLabel={t.makeVersion}
        cancelHref={links.pledge}
        {...formState(again, links.change)}
      >
        <FieldGroup legend={t.changeReason}>
          <TextArea name="reason" label={t.changeReason} rows={2} required />
          <TextInput name="basis" label={t.changeBasis} required />
          <CheckboxList name="adopted" label={t.adopted} choices={[{ value: '1', label: t.adoptedYes }]} />
        </FieldGroup>
        <TextFields frame={frame} pledge={pledge} proposedTitle={pledge.title} />
      </Form>
    </Layout>
  )
}

/** A signature given on paper. */
export function PaperSignaturePage({
  frame,
  links,
  unit,
  today,
  signer,
  again,
}: FormPageProps & {
  readonly unit: MemberUnit
  readonly today: string
  readonly signer: { readonly name: string; readonly title: string }
}) {
  const t = pledgesWords(frame.lang)
  const action = links.paper(unit.slug)
  return (
    <Layout frame={frame} title={t.recordPaper}>
      <PageHeader title={t.recordPaperOf(unit.name)} lead={t.recordPaperLead} />
      <Card>
        <Form
          action={action}
          multipart
          submitLabel={t.recordPaper}
          cancelHref={links.pledge}
          {...formState(again, action)}
        >
          <SignerFields frame={frame} name={signer.name} title={signer.title} />
          <DateInput name="signedOn" label={t.day} max={today} required />
          <FileInput name="scan" label={t.scan} optional maxMegabytes={25} />
        </Form>
      </Card>
    </Layout>
  )
}

/** An older version, to read. */
export function PledgeVersionPage({
  frame,
  links,
  pledge,
}: Omit<FormPageProps, 'again'> & { readonly pledge: PledgeRow }) {
  const t = pledgesWords(frame.lang)
  return (
    <Layout frame={frame} title={t.versionTitle(String(pledge.versionNumber))}>
      <PageHeader
        title={t.versionTitle(String(pledge.versionNumber))}
        lead={<a href={links.pledge}>{t.back}</a>}
      />
      <PledgeText frame={frame} pledge={pledge} />
    </Layout>
  )
}

function TextFields({
  frame,
  pledge,
  proposedTitle,
}: {
  readonly frame: PageFrame
  readonly pledge: PledgeRow | undefined
  readonly proposedTitle: string
}) {
  const t = pledgesWords(frame.lang)
  return (
    <>
      <TextInput name="title" label={t.titleField} value={pledge?.title ?? proposedTitle} required />
      <TextArea name="preamble" label={t.preamble} value={pledge?.preamble ?? ''} rows={5} />
      <TextArea
        name="contents"
        label={t.contents}
        value={pledge?.contents ?? ''}
        rows={12}
        hint={t.contentsHint}
        required
      />
    </>
  )
}
