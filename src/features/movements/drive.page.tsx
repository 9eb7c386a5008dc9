import type { DriveLack, DriveState } from '../../domain/movements/index.ts'
import { printDate } from '../../domain/vietnamese/index.ts'
import { formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import { nameOf } from '../../i18n/words.ts'
import {
  Card,
  DataTable,
  DefinitionList,
  Form,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
  RadioGroup,
  StateBadge,
  Tag,
  TextArea,
  TextInput,
  withoutMark,
  YearPath,
  type YearStation,
} from '../../ui/index.ts'
import { councilsPaths } from '../councils/councils.paths.ts'
import { driveTargetsPaths } from '../targets/targets.paths.ts'
import { Proposals, Sessions } from './drive-outcome.page.tsx'
import { aimOf } from './drive-target.ts'
import { adviceNames, drivesWords, participantKindNames, targetSetByNames } from './drives.messages.ts'
import type { DriveProposalRow, DriveTargetRow, ParticipantRow, SessionRow } from './drives.store.ts'
import { movementFacts } from './movement.page.tsx'
import { drivesPaths } from './movements.paths.ts'
import type { MovementRow } from './movements.store.ts'

type DrivePageProps = {
  readonly frame: PageFrame
  readonly drive: MovementRow
  readonly stations: readonly YearStation[]
  /** What is missing before the next step; only for whoever runs the drive. */
  readonly lacks: readonly DriveLack[] | undefined
  readonly next: DriveState | null
  readonly targets: readonly DriveTargetRow[]
  readonly participants: readonly ParticipantRow[]
  /** The reader belongs to the drive and sees who reported and what was advised. */
  readonly inside: boolean
  /** Participants the reader's own unit stands for. */
  readonly mine: readonly ParticipantRow[]
  readonly sessions: readonly SessionRow[]
  readonly proposals: readonly DriveProposalRow[]
  readonly mayManage: boolean
  /** The reader enters targets for the unit that owns the drive. */
  readonly maySetTargets: boolean
  readonly again?: FormAgain | undefined
}

/** A special drive from its plan to its awards. */
export function DrivePage(props: DrivePageProps) {
  const { frame, drive, inside, mayManage, mine } = props
  const t = drivesWords(frame.lang)
  return (
    <Layout
      frame={frame}
      title={drive.title}
      description={drive.occasion}
      breadcrumb={[{ label: t.title, href: drivesPaths.list }, { label: drive.title }]}
    >
      <PageHeader
        title={drive.title}
        eyebrow={
          <>
            {drive.unitName ?? drive.provinceName} · {drive.provinceName}{' '}
            {drive.illustrative ? <Mark kind="sample" /> : null}
          </>
        }
        lead={drive.occasion}
        actions={
          mayManage && drive.state !== 'closed' ? (
            <LinkButton href={drivesPaths.revise(drive.id)} icon="edit">
              {t.revise}
            </LinkButton>
          ) : null
        }
      />
      <Path {...props} />
      <div class="gu-stack-large">
        {mine.map((participant) => (
          <OwnReport frame={frame} drive={drive} participant={participant} />
        ))}
        <Card title={t.plan}>
          <DefinitionList
            items={[
              ...movementFacts(drive, frame.lang),
              {
                term: t.council,
                value: drive.councilId ? (
                  <a href={councilsPaths.show(drive.councilId)}>{drive.councilName}</a>
                ) : (
                  <span class="gu-muted">{t.noCouncil}</span>
                ),
              },
            ]}
          />
        </Card>
        <Targets {...props} />
        <Participants {...props} />
        {inside ? <Sessions frame={frame} sessions={props.sessions} /> : null}
        {inside ? <Proposals frame={frame} proposals={props.proposals} /> : null}
      </div>
    </Layout>
  )
}

function Path({ frame, drive, stations, lacks, next }: DrivePageProps) {
  const t = drivesWords(frame.lang)
  const nextLabels = {
    planned: '',
    launched: t.nextLaunched,
    reviewing: t.nextReviewing,
    closed: t.nextClosed,
  }
  return (
    <YearPath
      label={t.path}
      stations={stations}
      {...(lacks && next
        ? {
            lacks: lacks.map((lack) => ({ text: lackText(frame, lack), stateLabel: t.lacking })),
            nextLabel: nextLabels[next],
            deadline:
              drive.endsOn && drive.state === 'launched' ? t.ends(printDate(drive.endsOn)) : undefined,
            action: (
              <LinkButton href={drivesPaths.move(drive.id)} kind="primary" icon="arrow-right">
                {t.move}
              </LinkButton>
            ),
          }
        : {})}
    />
  )
}

function OwnReport({
  frame,
  drive,
  participant,
}: {
  readonly frame: PageFrame
  readonly drive: MovementRow
  readonly participant: ParticipantRow
}) {
  const t = drivesWords(frame.lang)
  return (
    <Card kind="accent" title={`${t.reportTitle}: ${participant.name}`}>
      <LinkButton
        href={drivesPaths.reportAsOwn(drive.id, participant.id)}
        kind={participant.reportedOn ? 'secondary' : 'primary'}
        icon="send"
      >
        {participant.reportedOn ? t.reported(printDate(participant.reportedOn)) : t.reportTitle}
      </LinkButton>
    </Card>
  )
}

function Targets({ frame, drive, targets, maySetTargets }: DrivePageProps) {
  const t = drivesWords(frame.lang)
  const links = driveTargetsPaths.at(drive.id)
  return (
    <Card
      title={t.targets}
      subtitle={targets.length > 0 ? t.targetsLead : t.noTargets}
      aside={
        maySetTargets ? (
          <LinkButton href={links.enter} icon="plus" size="small">
            {t.addTarget}
          </LinkButton>
        ) : null
      }
      flush
    >
      {targets.length === 0 ? null : (
        <DataTable
          caption={t.targets}
          captionHidden
          rows={targets}
          columns={[
            {
              header: t.indicator,
              width: 'wide',
              cell: (row) => (
                <>
                  {row.indicatorName} {row.illustrative ? <Mark kind="sample" /> : null}
                </>
              ),
            },
            {
              header: t.aim,
              cell: (row) => (
                <>
                  {aimOf(row, frame.lang)}{' '}
                  {row.suspiciousReason ? (
                    <Tag tone="warning" icon="warning">
                      {t.suspicious}
                    </Tag>
                  ) : null}
                </>
              ),
            },
            {
              header: t.setBy,
              cell: (row) =>
                [nameOf(targetSetByNames, row.setBy, frame.lang), row.basis].filter(Boolean).join(', '),
            },
            ...(maySetTargets
              ? [
                  {
                    header: '',
                    width: 'fit' as const,
                    cell: (row: DriveTargetRow) => <a href={links.change(row.id)}>{t.changeTarget}</a>,
                  },
                ]
              : []),
          ]}
        />
      )}
    </Card>
  )
}

function Participants(props: DrivePageProps) {
  const { frame, drive, participants, inside, mayManage, again } = props
  const t = drivesWords(frame.lang)
  const collectives = participants.filter((one) => one.kind === 'collective')
  const action = drivesPaths.participants(drive.id)
  // Names of persons are shown to those who belong to the drive alone.
  const shown = inside ? participants : collectives
  return (
    <Card
      title={t.participants}
      subtitle={
        participants.length > 0
          ? t.participantsLead(String(collectives.length), String(participants.length - collectives.length))
          : t.noParticipants
      }
      flush
    >
      {shown.length > 0 ? <ParticipantTable {...props} rows={shown} /> : null}
      {mayManage && drive.state !== 'closed' ? (
        <div class="gu-card-body">
          <details open={again?.action === action}>
            <summary>{t.addTitle}</summary>
            <Form action={action} submitLabel={t.add} {...formState(again, action)}>
              <RadioGroup
                name="kind"
                label={t.kind}
                inline
                value="collective"
                choices={Object.entries(participantKindNames).map(([value, name]) => ({
                  value,
                  label: name[frame.lang],
                }))}
              />
              <TextInput name="groupName" label={t.groupName} hint={t.groupHint} />
              <TextArea name="names" label={t.names} rows={5} required />
            </Form>
          </details>
        </div>
      ) : null}
    </Card>
  )
}

function ParticipantTable({
  frame,
  drive,
  inside,
  mine,
  rows,
}: DrivePageProps & { readonly rows: readonly ParticipantRow[] }) {
  const t = drivesWords(frame.lang)
  return (
    <DataTable
      caption={t.participants}
      captionHidden
      rows={rows}
      rowKind={(row) => (mine.some((one) => one.id === row.id) ? 'mine' : undefined)}
      columns={[
        {
          header: t.name,
          width: 'wide',
          cell: (row) => (
            <>
              {inside ? (
                <a href={drivesPaths.participant(drive.id, row.id)}>{participantName(row)}</a>
              ) : (
                participantName(row)
              )}{' '}
              {row.illustrative ? <Mark kind="sample" /> : null}
            </>
          ),
        },
        {
          header: t.group,
          cell: (row) =>
            [row.kind === 'person' ? nameOf(participantKindNames, row.kind, frame.lang) : '', row.groupName]
              .filter(Boolean)
              .join(' · '),
        },
        ...(inside
          ? [
              {
                header: t.report,
                width: 'fit' as const,
                cell: (row: ParticipantRow) =>
                  row.reportedOn ? (
                    <StateBadge
                      state={row.reportChannel === 'paper' ? 'by_paper' : 'done'}
                      label={t.reported(printDate(row.reportedOn))}
                    />
                  ) : (
                    <StateBadge state="waiting" label={t.notReported} />
                  ),
              },
              {
                header: t.check,
                width: 'fit' as const,
                cell: (row: ParticipantRow) =>
                  row.checkOn ? (
                    <StateBadge state="done" label={t.checked(printDate(row.checkOn))} />
                  ) : (
                    <span class="gu-muted">{t.notChecked}</span>
                  ),
              },
              {
                header: t.advice,
                width: 'fit' as const,
                cell: (row: ParticipantRow) => <AdviceTag frame={frame} participant={row} />,
              },
            ]
          : []),
      ]}
    />
  )
}

/** What the standing members advise, in a word. */
export function AdviceTag({
  frame,
  participant,
}: {
  readonly frame: PageFrame
  readonly participant: ParticipantRow
}) {
  const t = drivesWords(frame.lang)
  if (participant.advice === null) return <span class="gu-muted">{t.notAdvised}</span>
  return (
    <Tag tone={participant.advice === 'commend' ? 'award' : 'neutral'}>
      {nameOf(adviceNames, participant.advice, frame.lang)}
    </Tag>
  )
}

/** One lack of a drive as a sentence. */
export function lackText(frame: PageFrame, lack: DriveLack): string {
  const t = drivesWords(frame.lang)
  switch (lack.code) {
    case 'no_participants':
      return t.lackNobody
    case 'not_over':
      return t.lackNotOver(printDate(lack.endsOn))
    case 'reports_missing':
      return t.lackReports(String(lack.count))
    case 'advice_missing':
      return t.lackAdvice(String(lack.count))
    case 'no_session':
      return t.lackSession
    case 'no_proposal':
      return t.lackProposal
  }
}

/** The mark stands beside the name. */
function participantName({ name, illustrative }: ParticipantRow): string {
  return illustrative ? withoutMark(name) : name
}
