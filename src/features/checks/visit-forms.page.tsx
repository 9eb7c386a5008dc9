import type { Child } from 'hono/jsx'
import type { Party } from '../../domain/checks/index.ts'
import { printDate } from '../../domain/vietnamese/index.ts'
import { conflictsOf, formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import { type Correction, currentMinutes, type VisitRecord } from '../../records/visit-record.ts'
import {
  Alert,
  ConflictNotice,
  DateInput,
  FieldGroup,
  FileInput,
  Form,
  Hidden,
  Layout,
  type PageFrame,
  PageHeader,
  RadioGroup,
  Select,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { filesPaths } from '../files/files.paths.ts'
import { checksWords } from './checks.messages.ts'
import type { CheckLinks } from './checks.paths.ts'
import { unitOfParty } from './minutes.page.tsx'
import { observationNames, partyNames, visitsWords } from './visits.messages.ts'
import type { Subjects } from './visits.store.ts'

type VisitFormProps = {
  readonly frame: PageFrame
  readonly links: CheckLinks
  readonly visit: VisitRecord
  readonly again?: FormAgain | undefined
}

type FrameProps = VisitFormProps & {
  readonly title: string
  readonly lead?: Child
  readonly action: string
  readonly submitLabel: string
  readonly multipart?: boolean
  /** The act changes what both sides sign. */
  readonly changes?: boolean
  readonly children?: Child
}

/** One form about a visit; where somebody has signed already, it asks why the content changes. */
function VisitForm(props: FrameProps) {
  const { frame, links, visit, again, title, action, multipart } = props
  const t = visitsWords(frame.lang)
  const asksReason = props.changes === true && currentMinutes(visit) !== undefined
  return (
    <Layout
      frame={frame}
      title={title}
      breadcrumb={[
        { label: checksWords(frame.lang).title, href: links.checks },
        { label: t.visitTitle(visit.unitName), href: links.visit(visit.id) },
        { label: title },
      ]}
    >
      <div class="gu-prose">
        <PageHeader title={title} eyebrow={visit.teamName} lead={props.lead} />
        {asksReason ? <Alert tone="warning">{t.changeWarn}</Alert> : null}
        <Form
          action={action}
          submitLabel={props.submitLabel}
          cancelHref={links.visit(visit.id)}
          {...(multipart ? { multipart } : {})}
          {...formState(again, action)}
        >
          {props.children}
          {asksReason ? (
            <TextArea
              name="changeReason"
              label={t.changeReason}
              hint={t.changeReasonHint}
              rows={2}
              required
            />
          ) : null}
        </Form>
      </div>
    </Layout>
  )
}

/** Day, hours, place, who was present, what was checked. */
export function RecordPage(props: VisitFormProps & { readonly today: string; readonly planned: string }) {
  const { frame, links, visit, today, again } = props
  const t = visitsWords(frame.lang)
  const c = checksWords(frame.lang)
  const conflicts = conflictsOf(again, {
    heldOn: t.heldOn,
    heldFrom: t.heldFrom,
    heldTo: t.heldTo,
    place: c.place,
    attendedTeam: t.attendedTeam,
    attendedUnit: t.attendedUnit,
    contents: t.checkedContents,
  })
  const persons = visit.persons.map(({ name, title }) => [name, title].filter(Boolean).join(', ')).join('\n')
  return (
    <VisitForm
      {...props}
      title={t.recordTitle(visit.unitName)}
      lead={t.recordLead}
      action={links.record(visit.id)}
      submitLabel={c.save}
      changes
    >
      {conflicts.length > 0 ? <ConflictNotice by={c.somebody} at={c.justNow} fields={conflicts} /> : null}
      <Hidden name="version" value={String(visit.version)} />
      <FieldGroup legend={t.heldOn} columns>
        <DateInput
          name="heldOn"
          label={t.heldOn}
          max={today}
          value={visit.heldOn ?? visit.plannedOn ?? undefined}
          required
        />
        <TextInput
          name="heldFrom"
          label={t.heldFrom}
          hint={t.timeHint}
          value={visit.heldFrom ?? visit.plannedAt ?? undefined}
        />
        <TextInput name="heldTo" label={t.heldTo} value={visit.heldTo ?? undefined} />
      </FieldGroup>
      <TextInput name="place" label={c.place} value={visit.place} />
      <TextArea
        name="attendedTeam"
        label={t.attendedTeam}
        hint={t.attendedHint}
        rows={4}
        value={visit.attendedTeam || (visit.state === 'planned' ? persons : '')}
      />
      <TextArea
        name="attendedUnit"
        label={t.attendedUnit}
        hint={t.attendedHint}
        rows={3}
        value={visit.attendedUnit}
      />
      <TextArea
        name="contents"
        label={t.checkedContents}
        hint={c.contentsHint}
        rows={5}
        value={visit.contents || (visit.state === 'planned' ? props.planned : '')}
      />
    </VisitForm>
  )
}

/** A strength or a shortcoming, and what it is about. */
export function ObservePage(props: VisitFormProps & { readonly subjects: Subjects }) {
  const { frame, links, visit, subjects } = props
  const { lang } = frame
  const t = visitsWords(lang)
  return (
    <VisitForm
      {...props}
      title={t.addObservation}
      action={links.observe(visit.id)}
      submitLabel={checksWords(lang).save}
      changes
    >
      <RadioGroup
        name="kind"
        label={t.observationKind}
        inline
        required
        value="strength"
        choices={(['strength', 'shortcoming'] as const).map((kind) => ({
          value: kind,
          label: observationNames[kind][lang],
        }))}
      />
      <TextArea name="body" label={t.observationBody} rows={4} required />
      {subjects.criteria.length > 0 ? (
        <Select
          name="criterionCode"
          label={t.criterion}
          hint={t.criterionHint}
          placeholder={t.aboutNothing}
          choices={subjects.criteria.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
        />
      ) : null}
      {subjects.indicators.length > 0 ? (
        <Select
          name="indicatorId"
          label={t.indicator}
          placeholder={t.aboutNoFigure}
          choices={subjects.indicators.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
    </VisitForm>
  )
}

/** Something the unit has to put right by a day. */
export function AskPage(props: VisitFormProps) {
  const { frame, links, visit } = props
  const t = visitsWords(frame.lang)
  return (
    <VisitForm
      {...props}
      title={t.askMore}
      action={links.ask(visit.id)}
      submitLabel={checksWords(frame.lang).save}
      changes
    >
      <TextArea name="body" label={t.askBody} rows={4} required />
      <DateInput name="dueOn" label={t.dueOn} min={visit.heldOn ?? undefined} required />
    </VisitForm>
  )
}

/** Asks once more before something is taken out. */
export function DropPage(props: VisitFormProps & { readonly body: string; readonly action: string }) {
  const t = visitsWords(props.frame.lang)
  return <VisitForm {...props} title={t.dropOf(props.body)} submitLabel={t.drop} changes />
}

/** The words of the visited unit in the minutes. */
export function OpinionPage(props: VisitFormProps) {
  const { frame, links, visit } = props
  const t = visitsWords(frame.lang)
  return (
    <VisitForm
      {...props}
      title={t.opinion}
      action={links.opinion(visit.id)}
      submitLabel={t.opinionSave}
      changes
    >
      <TextArea name="opinion" label={t.opinion} rows={6} value={visit.opinion} />
    </VisitForm>
  )
}

type CorrectionFormProps = VisitFormProps & { readonly correction: Correction }

/** The unit says what it did. */
export function AnswerPage(props: CorrectionFormProps) {
  const { frame, links, visit, correction } = props
  const t = visitsWords(frame.lang)
  return (
    <VisitForm
      {...props}
      title={t.answer}
      lead={`${correction.body} (${t.due(printDate(correction.dueOn))})`}
      action={links.answer(visit.id, correction.id)}
      submitLabel={t.answer}
      multipart
    >
      {correction.verdict ? <Alert tone="warning">{t.verdictOf(correction.verdict)}</Alert> : null}
      <TextArea name="answer" label={t.answerLabel} rows={5} value={correction.answer} required />
      <FileInput name="files" label={t.answerFiles} optional multiple maxMegabytes={25} />
    </VisitForm>
  )
}

/** Team or head conclude whether it was put right. */
export function SettlePage(props: CorrectionFormProps) {
  const { frame, links, visit, correction } = props
  const t = visitsWords(frame.lang)
  return (
    <VisitForm
      {...props}
      title={t.settleLegend}
      lead={correction.body}
      action={links.settle(visit.id, correction.id)}
      submitLabel={t.settleButton}
    >
      <p>
        {t.answeredOn(printDate(correction.answeredOn ?? ''))} {correction.answer}{' '}
        {correction.files.map((file) => (
          <>
            <a href={filesPaths.show(file.fileId)}>{file.fileName}</a>{' '}
          </>
        ))}
      </p>
      <RadioGroup
        name="decision"
        label={t.decision}
        required
        choices={[
          { value: 'settle', label: t.settle },
          { value: 'return', label: t.giveBack },
        ]}
      />
      <TextArea name="verdict" label={t.verdict} hint={t.verdictHint} rows={3} />
    </VisitForm>
  )
}

/** A visit that will not take place. */
export function CancelPage(props: VisitFormProps) {
  const { frame, links, visit } = props
  const t = visitsWords(frame.lang)
  return (
    <VisitForm {...props} title={t.cancel} action={links.cancel(visit.id)} submitLabel={t.cancelConfirm}>
      <TextArea name="reason" label={t.cancelReason} rows={3} required />
    </VisitForm>
  )
}

type SignPageProps = VisitFormProps & {
  readonly party: Party
  readonly signer: { readonly name: string; readonly title: string }
  readonly pdf: string
}

/** One side signs on screen. */
export function SignPage(props: SignPageProps) {
  const { frame, links, visit, party, signer, pdf } = props
  const { lang } = frame
  const t = visitsWords(lang)
  const unit = unitOfParty(visit, party)
  return (
    <VisitForm
      {...props}
      title={t.signTitle(partyNames[party][lang])}
      lead={
        <>
          {unit.name}. {t.signLead} <a href={pdf}>{t.asPdf}</a>
        </>
      }
      action={links.sign(visit.id, unit.slug)}
      submitLabel={t.sign}
    >
      <SignerFields lang={lang} signer={signer} />
    </VisitForm>
  )
}

/** One side has signed on paper. */
export function PaperPage(props: SignPageProps & { readonly today: string }) {
  const { frame, links, visit, party, signer, today } = props
  const { lang } = frame
  const t = visitsWords(lang)
  const unit = unitOfParty(visit, party)
  return (
    <VisitForm
      {...props}
      title={t.recordPaperOf(partyNames[party][lang], unit.name)}
      lead={t.recordPaperLead}
      action={links.paper(visit.id, unit.slug)}
      submitLabel={t.recordPaper}
      multipart
    >
      <SignerFields lang={lang} signer={signer} />
      <DateInput name="signedOn" label={t.signedOn} min={visit.heldOn ?? undefined} max={today} required />
      <FileInput name="scan" label={t.scan} optional maxMegabytes={25} />
    </VisitForm>
  )
}

function SignerFields({
  lang,
  signer,
}: {
  readonly lang: 'vi' | 'en'
  readonly signer: SignPageProps['signer']
}) {
  const t = visitsWords(lang)
  return (
    <>
      <TextInput name="signerName" label={t.signerName} value={signer.name} required autocomplete="name" />
      <TextInput name="signerTitle" label={t.signerTitle} value={signer.title} required />
      <Select
        name="capacity"
        label={t.capacity}
        placeholder={false}
        choices={(['', 'TM.', 'KT.', 'TL.', 'TUQ.', 'Q.'] as const).map((value) => ({
          value,
          label: t[`capacity_${value}`],
        }))}
      />
    </>
  )
}
