import type { DriveLack, DriveState } from '../../domain/movements/index.ts'
import { conflictsOf, formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import {
  Alert,
  ConfirmForm,
  ConflictNotice,
  DateInput,
  FieldGroup,
  FileInput,
  Form,
  Hidden,
  Layout,
  type PageFrame,
  PageHeader,
  Select,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { lackText } from './drive.page.tsx'
import { drivesWords } from './drives.messages.ts'
import type { CouncilChoice, OwnerChoice } from './drives.store.ts'
import { MovementFields } from './launch.page.tsx'
import { movementsWords } from './movements.messages.ts'
import { drivesPaths } from './movements.paths.ts'
import type { GuidingPaperBrief, MovementRow } from './movements.store.ts'

type DriveFormPageProps = {
  readonly frame: PageFrame
  readonly action: string
  readonly back: string
  /** Units the reader may launch for; none: for the province. */
  readonly owners: readonly OwnerChoice[]
  readonly provinceId: string
  readonly year: string
  readonly councils: readonly CouncilChoice[]
  readonly guidingPapers: readonly GuidingPaperBrief[]
  /** The drive whose plan is revised. */
  readonly drive?: MovementRow
  readonly again?: FormAgain | undefined
}

/** Setting up a drive, or revising its plan. */
export function DriveFormPage(props: DriveFormPageProps) {
  const { frame, action, back, councils, guidingPapers, drive, again } = props
  const t = drivesWords(frame.lang)
  const m = movementsWords(frame.lang)
  const title = drive ? t.reviseTitle : t.launchTitle
  const conflicts = conflictsOf(again, {
    title: m.titleField,
    occasion: m.occasion,
    theme: m.theme,
    contents: m.contents,
    standards: m.standards,
    startsOn: m.startsOn,
    endsOn: m.endsOn,
  })
  return (
    <Layout
      frame={frame}
      title={title}
      breadcrumb={[
        { label: t.title, href: drivesPaths.list },
        ...(drive ? [{ label: drive.title, href: drivesPaths.show(drive.id) }] : []),
        { label: title },
      ]}
    >
      <div class="gu-prose">
        <PageHeader title={title} lead={drive ? drive.title : t.launchLead} />
        {conflicts.length > 0 ? <ConflictNotice by={t.somebody} at={t.justNow} fields={conflicts} /> : null}
        <Form action={action} multipart submitLabel={t.save} cancelHref={back} {...formState(again, action)}>
          {drive ? <Hidden name="version" value={String(drive.version)} /> : <Owner {...props} />}
          <MovementFields frame={frame} guidingPapers={guidingPapers} held={drive} />
          {councils.length > 0 ? (
            <Select
              name="councilId"
              label={t.council}
              value={drive ? (drive.councilId ?? '') : councils[0]?.id}
              choices={councils.map(({ id, name }) => ({ value: id, label: name }))}
            />
          ) : null}
          {drive ? null : (
            <FieldGroup legend={m.proof}>
              <DateInput name="launchedOn" label={t.dayOfLaunch} />
              <TextInput name="note" label={t.note} />
              <FileInput
                name="file"
                label={t.file}
                accept=".pdf,.docx,.doc,.png,.jpg,.jpeg"
                acceptWords={t.fileWords}
                maxMegabytes={25}
              />
            </FieldGroup>
          )}
        </Form>
      </div>
    </Layout>
  )
}

function Owner({ frame, owners, provinceId, year }: DriveFormPageProps) {
  const t = drivesWords(frame.lang)
  return (
    <>
      <Hidden name="provinceId" value={provinceId} />
      <FieldGroup legend={t.owner} columns>
        <Select
          name="ownerUnitId"
          label={t.ownerField}
          placeholder={owners.length === 0 ? t.ownerProvince : false}
          choices={owners.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextInput name="year" label={t.year} value={year} required narrow />
      </FieldGroup>
    </>
  )
}

type DriveMovePageProps = {
  readonly frame: PageFrame
  readonly drive: MovementRow
  readonly to: DriveState
  readonly toLabel: string
  readonly backwards: boolean
  readonly lacks: readonly DriveLack[]
  readonly today: string
  readonly again?: FormAgain | undefined
}

/** One step of a drive, with what is missing before it. */
export function DriveMovePage(props: DriveMovePageProps) {
  const { frame, drive, to, toLabel, backwards, lacks, today, again } = props
  const t = drivesWords(frame.lang)
  const action = drivesPaths.move(drive.id)
  const needsReason = backwards || lacks.length > 0
  return (
    <Layout
      frame={frame}
      title={t.move}
      breadcrumb={[
        { label: t.title, href: drivesPaths.list },
        { label: drive.title, href: drivesPaths.show(drive.id) },
        { label: t.move },
      ]}
    >
      <ConfirmForm
        title={backwards ? t.moveBackTitle(toLabel) : t.moveTitle(toLabel)}
        action={action}
        consequences={[t.moveRecords]}
        confirmLabel={backwards ? t.moveBack : t.moveConfirm}
        cancelHref={drivesPaths.show(drive.id)}
        hidden={{ to }}
        {...formState(again, action)}
      >
        {lacks.length > 0 ? (
          <Alert tone="warning" title={t.lacks}>
            <ul>
              {lacks.map((lack) => (
                <li>{lackText(frame, lack)}</li>
              ))}
            </ul>
          </Alert>
        ) : null}
        <DateInput name="on" label={t.moveDay} value={today} required />
        {needsReason ? (
          <TextArea name="reason" label={t.reason} hint={t.reasonHint} rows={2} required />
        ) : null}
      </ConfirmForm>
    </Layout>
  )
}
