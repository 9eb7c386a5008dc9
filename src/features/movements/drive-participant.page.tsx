import { printDate } from '../../domain/vietnamese/index.ts'
import { formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import { nameOf } from '../../i18n/words.ts'
import {
  Card,
  DateInput,
  FieldGroup,
  FileInput,
  Form,
  Layout,
  Mark,
  type PageFrame,
  PageHeader,
  RadioGroup,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { AdviceTag } from './drive.page.tsx'
import { adviceNames, drivesWords, participantKindNames } from './drives.messages.ts'
import type { ParticipantRow } from './drives.store.ts'
import { drivesPaths } from './movements.paths.ts'
import type { MovementRow } from './movements.store.ts'

type DriveParticipantPageProps = {
  readonly frame: PageFrame
  readonly drive: MovementRow
  readonly participant: ParticipantRow
  readonly mayReport: boolean
  /** The reader's unit is this participant and does not run the drive. */
  readonly mayReportOwn: boolean
  readonly mayCheck: boolean
  readonly mayAdvise: boolean
  readonly maySeeAdvice: boolean
  readonly today: string
  readonly again?: FormAgain | undefined
}

/** One participant of a drive: report, field check, advice. */
export function DriveParticipantPage(props: DriveParticipantPageProps) {
  const { frame, drive, participant, mayCheck, maySeeAdvice } = props
  const t = drivesWords(frame.lang)
  const untouched = !participant.reportedOn && !participant.checkOn && !participant.advice
  const remove = drivesPaths.remove(drive.id, participant.id)
  return (
    <Layout
      frame={frame}
      title={participant.name}
      breadcrumb={[
        { label: t.title, href: drivesPaths.list },
        { label: drive.title, href: drivesPaths.show(drive.id) },
        { label: participant.name },
      ]}
    >
      <PageHeader
        title={participant.name}
        eyebrow={
          <>
            {[nameOf(participantKindNames, participant.kind, frame.lang), participant.groupName]
              .filter(Boolean)
              .join(' · ')}{' '}
            {participant.illustrative ? <Mark kind="sample" /> : null}
          </>
        }
        lead={maySeeAdvice ? <AdviceTag frame={frame} participant={participant} /> : ''}
      />
      <div class="gu-prose gu-stack-large">
        <ReportCard {...props} />
        {mayCheck || (participant.checkOn && maySeeAdvice) ? <CheckCard {...props} /> : null}
        {maySeeAdvice ? <AdviceCard {...props} /> : null}
        {mayCheck && untouched ? (
          <Form action={remove} submitLabel={t.remove} {...formState(props.again, remove)} />
        ) : null}
      </div>
    </Layout>
  )
}

function ReportCard({
  frame,
  drive,
  participant,
  mayReport,
  mayReportOwn,
  today,
  again,
}: DriveParticipantPageProps) {
  const t = drivesWords(frame.lang)
  const action = mayReportOwn
    ? drivesPaths.reportAsOwn(drive.id, participant.id)
    : drivesPaths.report(drive.id, participant.id)
  const when = participant.reportedOn
    ? [t.reported(printDate(participant.reportedOn)), participant.reportOnBehalf ? t.recordedForIt : '']
    : [t.notReported]
  return (
    <Card title={t.reportTitle} subtitle={when.filter(Boolean).join(' · ')}>
      {participant.report ? <p class="gu-wording">{participant.report}</p> : null}
      {participant.reportFileId ? (
        <p>
          <a href={`/tep/${participant.reportFileId}`}>{participant.reportFileName}</a>
        </p>
      ) : null}
      {mayReport || mayReportOwn ? (
        <details open={participant.reportedOn === null || again?.action === action}>
          <summary>{t.reportSave}</summary>
          <Form action={action} multipart submitLabel={t.reportSave} {...formState(again, action)}>
            {mayReportOwn ? null : (
              <FieldGroup legend={t.channel} columns>
                <RadioGroup
                  name="channel"
                  label={t.channel}
                  labelHidden
                  inline
                  value="screen"
                  choices={[
                    { value: 'screen', label: t.channelScreen },
                    { value: 'paper', label: t.channelPaper },
                    { value: 'file', label: t.channelFile },
                  ]}
                />
                <DateInput name="reportedOn" label={t.reportOn} value={today} required />
              </FieldGroup>
            )}
            <TextArea name="report" label={t.reportText} rows={6} value={participant.report} />
            <FileInput
              name="file"
              label={t.reportFile}
              accept=".pdf,.docx,.doc,.xlsx,.png,.jpg,.jpeg"
              acceptWords={t.fileWords}
              maxMegabytes={25}
            />
          </Form>
        </details>
      ) : null}
    </Card>
  )
}

function CheckCard({ frame, drive, participant, mayCheck, today, again }: DriveParticipantPageProps) {
  const t = drivesWords(frame.lang)
  const action = drivesPaths.check(drive.id, participant.id)
  return (
    <Card
      title={t.checkTitle}
      subtitle={
        participant.checkOn
          ? `${t.checked(printDate(participant.checkOn))} · ${participant.checkTeam}`
          : t.notChecked
      }
    >
      {participant.checkFindings ? <p class="gu-wording">{participant.checkFindings}</p> : null}
      {mayCheck ? (
        <details open={again?.action === action}>
          <summary>{t.checkSave}</summary>
          <Form action={action} submitLabel={t.checkSave} {...formState(again, action)}>
            <DateInput name="checkOn" label={t.checkOn} value={participant.checkOn ?? today} required />
            <TextInput name="team" label={t.checkTeam} value={participant.checkTeam} required />
            <TextArea
              name="findings"
              label={t.checkFindings}
              rows={4}
              value={participant.checkFindings}
              required
            />
          </Form>
        </details>
      ) : null}
    </Card>
  )
}

function AdviceCard({ frame, drive, participant, mayAdvise, again }: DriveParticipantPageProps) {
  const t = drivesWords(frame.lang)
  const action = drivesPaths.advise(drive.id, participant.id)
  if (!mayAdvise && participant.advice === null) return null
  return (
    <Card
      title={t.adviseTitle}
      subtitle={participant.advisedOn ? printDate(participant.advisedOn) : t.adviseLead}
      kind={mayAdvise && participant.advice === null ? 'accent' : 'plain'}
    >
      {participant.adviceReason ? <p class="gu-wording">{participant.adviceReason}</p> : null}
      {mayAdvise ? (
        <Form action={action} submitLabel={t.adviseSave} {...formState(again, action)}>
          <RadioGroup
            name="advice"
            label={t.advice}
            required
            value={participant.advice ?? undefined}
            choices={Object.entries(adviceNames).map(([value, name]) => ({
              value,
              label: name[frame.lang],
            }))}
          />
          <TextArea
            name="reason"
            label={t.adviseReason}
            hint={t.adviseReasonHint}
            rows={2}
            value={participant.adviceReason}
          />
        </Form>
      ) : null}
    </Card>
  )
}
