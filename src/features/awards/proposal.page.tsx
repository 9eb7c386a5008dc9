import { printDate } from '../../domain/vietnamese/index.ts'
import { conflictsOf, formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import { nameOf } from '../../i18n/words.ts'
import {
  Alert,
  Button,
  Card,
  CheckboxList,
  ConfirmForm,
  ConflictNotice,
  DateInput,
  type Definition,
  DefinitionList,
  FileInput,
  Form,
  Hidden,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
  RadioGroup,
  Select,
  TextArea,
  Timeline,
  type TimelineEntry,
  YearPath,
} from '../../ui/index.ts'
import { filesPaths } from '../files/files.paths.ts'
import { awardsWords, modeNames } from './awards.messages.ts'
import type { OriginPaths } from './awards.paths.ts'
import { awardText, departs, stateLook, stationsOfProposal } from './awards.view.ts'
import { channelChoices, IllustrativeMark, modeChoices, StateTag, sentenceCase } from './proposal-list.tsx'
import type { ProposalRow, ProposalStepRow } from './proposals.store.ts'
import type { AwardRecordRow } from './records.store.ts'
import { warningText } from './warnings.ts'

export type ProposalPageProps = {
  readonly frame: PageFrame
  readonly paths: OriginPaths
  readonly listTitle: string
  readonly proposal: ProposalRow
  readonly who: string
  readonly pastAwards: readonly AwardRecordRow[]
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly pollHref: string | undefined
  readonly mayManage: boolean
  readonly mayWrite: boolean
  readonly mayAnswer: boolean
  readonly today: string
  readonly again: FormAgain | undefined
}

/** One proposal: how far it is, what it rests on, its report, its way. */
export function ProposalPage(props: ProposalPageProps) {
  const { frame, proposal, paths, who, listTitle } = props
  const { lang } = frame
  const t = awardsWords(lang)
  const { name, catalogue } = awardText(proposal, lang)
  return (
    <Layout
      frame={frame}
      title={`${who}: ${name}`}
      breadcrumb={[{ label: listTitle, href: paths.list }, { label: who }]}
    >
      <PageHeader
        eyebrow={
          <>
            {name} <IllustrativeMark of={proposal} />
          </>
        }
        title={who}
        lead={catalogue ? t.catalogue(catalogue) : undefined}
        actions={<ProposalActions {...props} />}
      />
      <YearPath stations={stationsOfProposal(proposal, lang)} label={t.wayOfProposal} />
      <div class="gu-split">
        <div class="gu-stack">
          <ReportCard {...props} />
          {proposal.nameWithheld && props.mayManage && isOpen(proposal) ? <NameCard {...props} /> : null}
          <Card title={t.history}>
            <Timeline entries={proposal.steps.map((step) => entryOf(step, lang))} />
          </Card>
        </div>
        <div class="gu-stack">
          <Card title={t.grounds} aside={<StateTag of={proposal} />}>
            <DefinitionList items={groundsOf(props)} />
          </Card>
          <PastAwards {...props} />
        </div>
      </div>
    </Layout>
  )
}

/** Asks once more before a proposal is taken back. */
export function WithdrawPage({ frame, paths, proposal, who, listTitle, today, again }: ProposalPageProps) {
  const t = awardsWords(frame.lang)
  const action = paths.showAct(proposal.id, 'rut')
  return (
    <Layout
      frame={frame}
      title={t.withdraw}
      breadcrumb={[
        { label: listTitle, href: paths.list },
        { label: who, href: paths.show(proposal.id) },
        { label: t.withdraw },
      ]}
    >
      {again?.problem ? <Alert tone="danger">{again.problem}</Alert> : null}
      <ConfirmForm
        title={t.withdrawQuestion(who)}
        action={action}
        consequences={[t.withdrawKept, t.withdrawFrees]}
        irreversible
        danger
        confirmLabel={t.withdraw}
        cancelHref={paths.show(proposal.id)}
        {...formState(again, action)}
      >
        <TextArea name="reason" label={t.reason} required rows={3} />
        <DateInput name="on" label={t.on} required value={today} max={today} />
      </ConfirmForm>
    </Layout>
  )
}

function ProposalActions({ frame, proposal, paths, mayManage, mayAnswer }: ProposalPageProps) {
  const t = awardsWords(frame.lang)
  const { state, presentedOn } = proposal
  const withdrawable = ['proposed', 'submitted', 'returned', 'council'].includes(state)
  return (
    <>
      {mayAnswer && (state === 'submitted' || state === 'council') ? (
        <LinkButton href={`${paths.outcome}?de-nghi=${proposal.id}`} kind="primary" icon="paper">
          {t.recordOutcome}
        </LinkButton>
      ) : null}
      {mayAnswer && state === 'granted' && presentedOn === null ? (
        <LinkButton href={`${paths.present}?de-nghi=${proposal.id}`} kind="primary" icon="trophy">
          {t.present}
        </LinkButton>
      ) : null}
      {mayManage && withdrawable ? (
        <LinkButton href={paths.showAct(proposal.id, 'rut')} kind="quiet" icon="crossed">
          {t.withdraw}
        </LinkButton>
      ) : null}
    </>
  )
}

function groundsOf({ frame, proposal, pollHref }: ProposalPageProps): Definition[] {
  const { lang } = frame
  const t = awardsWords(lang)
  const items: Definition[] = [
    { term: t.chosenBy, value: sentenceCase(nameOf(modeNames, proposal.mode, lang)) },
  ]
  const add = (term: string, value: Definition['value'] | null) => {
    if (value !== null && value !== '') items.push({ term, value })
  }
  add(t.place2, proposal.rank === null ? null : String(proposal.rank))
  add(
    t.poll,
    proposal.pollTitle && pollHref ? <a href={pollHref}>{proposal.pollTitle}</a> : proposal.pollTitle,
  )
  add(
    t.warned,
    proposal.warnings.length === 0
      ? null
      : proposal.warnings.map((warning) => (
          <div>
            {sentenceCase(warningText(warning)[lang])}{' '}
            {warning.code === 'over_ceiling' ? <Mark kind={warning.mark} /> : null}
          </div>
        )),
  )
  add(departs(proposal) ? t.departure : t.reason, proposal.departureReason)
  add(t.override, proposal.overrideReason)
  if (proposal.decidedOn) {
    add(t.decision, t.decisionOf(proposal.decisionNumber, printDate(proposal.decidedOn), proposal.decidedBy))
  }
  if (proposal.decisionFileId)
    add(t.file, <a href={filesPaths.show(proposal.decisionFileId)}>{t.decisionFile}</a>)
  if (proposal.presentedOn)
    add(
      t.stationPresented,
      [printDate(proposal.presentedOn), proposal.presentedAt].filter(Boolean).join(', '),
    )
  return items
}

function ReportCard(props: ProposalPageProps) {
  const { frame, proposal, mayWrite } = props
  const t = awardsWords(frame.lang)
  const empty = proposal.achievement === '' && proposal.achievementFileId === null
  return (
    <Card title={t.achievement} id="bao-cao">
      {mayWrite && isOpen(proposal) ? (
        <ReportForm {...props} />
      ) : (
        <>
          {empty ? (
            <p class="gu-muted">{t.achievementNone}</p>
          ) : (
            <p class="gu-wording">{proposal.achievement}</p>
          )}
          {mayWrite ? <p class="gu-muted">{t.achievementClosed}</p> : null}
        </>
      )}
      {proposal.achievementFileId ? (
        <p>
          {t.achievementFile}:{' '}
          <a href={filesPaths.show(proposal.achievementFileId)}>{proposal.achievementFileName}</a>
        </p>
      ) : null}
    </Card>
  )
}

function ReportForm({ frame, proposal, paths, again }: ProposalPageProps) {
  const t = awardsWords(frame.lang)
  const action = paths.showAct(proposal.id, 'bao-cao')
  const conflicts = conflictsOf(again, { achievement: t.achievement })
  return (
    <>
      {conflicts.length > 0 ? <ConflictNotice by={t.somebody} at={t.justNow} fields={conflicts} /> : null}
      <Form action={action} multipart bare {...formState(again, action)}>
        <input type="hidden" name="version" value={String(proposal.version)} />
        <TextArea
          name="achievement"
          label={t.achievement}
          labelHidden
          hint={t.achievementHint}
          rows={12}
          value={proposal.achievement}
        />
        <FileInput
          name="file"
          label={t.achievementFile}
          optional
          acceptWords={t.fileWords}
          maxMegabytes={25}
        />
        <RadioGroup
          name="channel"
          label={t.channel}
          inline
          value="screen"
          choices={channelChoices(frame.lang)}
        />
        <div class="gu-form-actions">
          <Button kind="primary" name="send" value="1">
            {t.handIn}
          </Button>
          <Button>{t.keepDraft}</Button>
        </div>
      </Form>
    </>
  )
}

function NameCard({ frame, proposal, paths, units, again }: ProposalPageProps) {
  const t = awardsWords(frame.lang)
  const action = paths.showAct(proposal.id, 'neu-ten')
  return (
    <Card title={t.nameIt} id="neu-ten">
      <Form action={action} {...formState(again, action)} submitLabel={t.nameIt}>
        <Select
          name="unitId"
          label={t.unit}
          required
          value={proposal.unitId ?? ''}
          choices={units.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <RadioGroup name="mode" label={t.mode} value={proposal.mode} choices={modeChoices(frame.lang)} />
        <TextArea
          name="departureReason"
          label={t.departureReason}
          hint={t.departureHint}
          rows={2}
          value={proposal.departureReason}
        />
        <CheckboxList
          name="keepUnnamed"
          label={t.keepUnnamed}
          labelHidden
          choices={[{ value: '1', label: t.keepUnnamed }]}
        />
        <Hidden name="from" value="neu-ten" />
      </Form>
    </Card>
  )
}

function PastAwards({ frame, pastAwards }: ProposalPageProps) {
  const t = awardsWords(frame.lang)
  if (pastAwards.length === 0) return null
  return (
    <Card title={t.pastAwards}>
      <ul>
        {pastAwards.slice(0, 12).map((record) => (
          <li>
            {record.year}: {awardText(record, frame.lang).name} <IllustrativeMark of={record} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function entryOf(step: ProposalStepRow, lang: PageFrame['lang']): TimelineEntry {
  const look = stateLook(step.step, lang)
  const t = awardsWords(lang)
  const channel = channelChoices(lang).find((one) => one.value === step.channel)?.label ?? ''
  const proof = [step.number, step.issuer, step.place, step.step === 'proposed' ? '' : channel]
    .filter(Boolean)
    .join(' · ')
  return {
    title: look.label,
    time: printDate(step.happenedOn),
    datetime: step.happenedOn,
    icon: look.icon,
    tone: look.tone === 'award' || look.tone === 'accent' || look.tone === 'warning' ? look.tone : 'neutral',
    ...(step.recordedBy ? { who: step.recordedBy } : {}),
    text: (
      <>
        {proof}
        {step.reason ? <div>{`${t.reason}: ${step.reason}`}</div> : null}
        {step.fileId ? (
          <div>
            <a href={filesPaths.show(step.fileId)}>{step.fileName}</a>
          </div>
        ) : null}
      </>
    ),
  }
}

function isOpen(proposal: ProposalRow): boolean {
  return proposal.state === 'proposed' || proposal.state === 'returned'
}
