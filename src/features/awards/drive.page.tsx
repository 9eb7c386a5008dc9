import { awards } from '../../domain/awards/index.ts'
import { formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import {
  Card,
  type Column,
  DataTable,
  DateInput,
  EmptyState,
  Form,
  Layout,
  type PageFrame,
  PageHeader,
  RadioGroup,
  Select,
  Tag,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { drivesPaths } from '../movements/movements.paths.ts'
import { awardsWords } from './awards.messages.ts'
import { MainActions, NextSteps, type Rights, SubmissionCard } from './awards.page.tsx'
import type { OriginPaths } from './awards.paths.ts'
import type { ProposalLine } from './awards.view.ts'
import { IllustrativeMark, modeChoices, ProposalTable, sentenceCase } from './proposal-list.tsx'
import type { DriveParticipant, DriveRow, ProposalRow, SubmissionRow } from './proposals.store.ts'

/** A participant with what the vote and the list say of it. */
export type ParticipantLine = {
  readonly participant: DriveParticipant
  readonly taken: boolean
  readonly proposed: boolean
}

export type DriveAwardsPageProps = {
  readonly frame: PageFrame
  readonly drive: DriveRow
  readonly paths: OriginPaths
  readonly proposals: readonly ProposalRow[]
  readonly lines: readonly ProposalLine[]
  readonly participants: readonly ParticipantLine[]
  readonly submissions: readonly SubmissionRow[]
  readonly rights: Rights
  readonly voted: boolean
  readonly today: string
  readonly again: FormAgain | undefined
}

/** The awards at the end of a special drive, to collectives and persons. */
export function DriveAwardsPage(props: DriveAwardsPageProps) {
  const { frame, drive, paths, lines, participants, proposals, rights, submissions } = props
  const t = awardsWords(frame.lang)
  return (
    <Layout
      frame={frame}
      title={t.driveTitle}
      breadcrumb={[{ label: drive.title, href: drivesPaths.show(drive.id) }, { label: t.driveTitle }]}
    >
      <PageHeader
        eyebrow={[drive.provinceName, drive.unitName ? t.driveOwner(drive.unitName) : '']
          .filter(Boolean)
          .join(' · ')}
        title={t.driveTitle}
        aside={t.yearAside(String(drive.year))}
        lead={<NextSteps proposals={proposals} lang={frame.lang} />}
        actions={<MainActions proposals={proposals} paths={paths} rights={rights} lang={frame.lang} />}
      />
      <div class="gu-stack-large">
        <Card title={t.proposals} flush={lines.length > 0}>
          {lines.length > 0 ? (
            <ProposalTable lines={lines} paths={paths} />
          ) : (
            <EmptyState icon="trophy" title={t.proposalsEmpty} />
          )}
        </Card>
        <Card title={t.driveCandidates} flush>
          <ParticipantTable lines={participants} lang={frame.lang} />
        </Card>
        {rights.manage && participants.length > 0 ? <ProposeForm {...props} /> : null}
        <SubmissionCard submissions={submissions} lang={frame.lang} />
      </div>
    </Layout>
  )
}

function ParticipantTable({ lines, lang }: { lines: readonly ParticipantLine[]; lang: PageFrame['lang'] }) {
  const t = awardsWords(lang)
  const columns: Column<ParticipantLine>[] = [
    {
      header: t.participant,
      width: 'wide',
      cell: ({ participant }) => (
        <>
          {participant.name} <IllustrativeMark of={participant} />
          <div class="gu-muted">
            {[t[participant.kind], participant.groupName].filter(Boolean).join(' · ')}
          </div>
        </>
      ),
    },
    {
      header: t.report,
      cell: ({ participant }) =>
        participant.report !== '' || participant.reportFileId ? t.reported : t.notReported,
    },
    {
      header: t.advice,
      cell: ({ participant }) => (
        <>
          {participant.advice === 'commend' ? (
            <Tag tone="good">{sentenceCase(t.adviceCommend)}</Tag>
          ) : participant.advice === 'not' ? (
            <Tag tone="bad">{sentenceCase(t.adviceNot)}</Tag>
          ) : (
            <span class="gu-muted">{sentenceCase(t.adviceNone)}</span>
          )}
          {participant.adviceReason ? <div class="gu-muted">{participant.adviceReason}</div> : null}
        </>
      ),
    },
    { header: t.votes, cell: ({ taken }) => (taken ? sentenceCase(t.taken) : t.none) },
    {
      header: t.proposed,
      cell: ({ proposed }) => (proposed ? <Tag tone="award">{sentenceCase(t.already)}</Tag> : t.none),
    },
  ]
  return (
    <DataTable
      caption={t.driveCandidates}
      captionHidden
      columns={columns}
      rows={lines}
      empty={t.driveEmpty}
    />
  )
}

function ProposeForm({ frame, paths, participants, voted, today, again }: DriveAwardsPageProps) {
  const { lang } = frame
  const t = awardsWords(lang)
  const action = paths.act('de-nghi')
  const groups = (['collective', 'person'] as const).map((kind) => ({
    label: sentenceCase(t[kind]),
    choices: participants
      .filter(({ participant }) => participant.kind === kind)
      .map(({ participant, proposed }) => ({
        value: participant.id,
        label: proposed ? `${participant.name} (${t.already})` : participant.name,
      })),
  }))
  const offered = Object.values(awards)
    .filter((award) => !award.chosenByBloc || award.code === 'bang_khen_chu_tich_tinh')
    .sort((a, b) => a.order - b.order)
  return (
    <Card title={t.driveChoose} id="de-nghi">
      <Form action={action} {...formState(again, action)} submitLabel={t.proposeUnit}>
        <Select
          name="participantId"
          label={t.participant}
          required
          groups={groups.filter(({ choices }) => choices.length > 0)}
        />
        <Select
          name="awardCode"
          label={t.award}
          required
          value="giay_khen"
          choices={offered.map((award) => ({ value: award.code, label: award.name[lang] }))}
        />
        <RadioGroup
          name="mode"
          label={t.mode}
          required
          value={voted ? 'vote' : 'consensus'}
          choices={modeChoices(lang)}
        />
        <DateInput name="proposedOn" label={t.proposedOn} required value={today} max={today} />
        <TextInput name="printedWording" label={t.wording} hint={t.wordingHint} />
        <TextArea name="departureReason" label={t.driveDeparture} hint={t.departureHint} rows={2} />
      </Form>
    </Card>
  )
}
