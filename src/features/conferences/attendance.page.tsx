import { formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import { type Lang, nameOf } from '../../i18n/words.ts'
import {
  Button,
  Card,
  type Column,
  ConflictNotice,
  DataTable,
  EmptyState,
  FieldGroup,
  Form,
  Hidden,
  Mark,
  RadioGroup,
  Select,
  StateBadge,
  Tag,
  TextInput,
  withoutMark,
} from '../../ui/index.ts'
import type { AttendanceRow } from './attendance.store.ts'
import { ConferenceFrame, type ConferenceProps } from './conference-frame.tsx'
import { conferencesWords, presenceNames } from './conferences.messages.ts'
import { deeds } from './conferences.paths.ts'
import { AskOfUnit, type OwnLine } from './confirm-attendance.page.tsx'
import { Quorum, type QuorumProps } from './quorum.page.tsx'

type AttendancePageProps = ConferenceProps & {
  readonly lines: readonly AttendanceRow[]
  readonly own: OwnLine | null
  readonly mayRecord: boolean
  readonly quorum: QuorumProps['quorum']
  readonly again?: FormAgain | undefined
}

/** The list of those invited: to read, to fill in all at once, or to answer for one's own unit. */
export function AttendancePage(props: AttendancePageProps) {
  const { frame, links, conference, problem, lines, own, mayRecord, quorum, again } = props
  const t = conferencesWords(frame.lang)
  const open = conference.state !== 'closed'
  return (
    <ConferenceFrame
      frame={frame}
      links={links}
      conference={conference}
      problem={problem}
      part="attendance"
      lead={t.attendanceLead}
    >
      {own && open && !mayRecord ? (
        <AskOfUnit frame={frame} links={links} conference={conference} own={own} again={again} />
      ) : null}
      <Quorum lang={frame.lang} quorum={quorum} />
      {lines.length === 0 ? (
        <EmptyState
          title={t.nobodyInvited}
          text={t.nobodyInvitedText}
          icon="users"
          action={
            mayRecord && open ? (
              <Form action={links.act(conference.id, deeds.invite)} bare>
                <Button kind="primary">{conference.councilId ? t.inviteCouncil : t.invite}</Button>
              </Form>
            ) : null
          }
        />
      ) : mayRecord && open ? (
        <RecordForm {...props} />
      ) : (
        <ReadOnly {...props} />
      )}
      {mayRecord && open ? <GuestForm {...props} /> : null}
    </ConferenceFrame>
  )
}

function RecordForm({ frame, links, conference, lines, again }: AttendancePageProps) {
  const t = conferencesWords(frame.lang)
  const action = links.act(conference.id, deeds.attendance)
  const presence = (code: string) => nameOf(presenceNames, code, frame.lang)
  const conflicts = (again?.action === action ? (again.differences ?? []) : []).map(
    ({ field, before, after }) => ({
      label: field,
      before: '',
      after: presence(after),
      yours: presence(before),
    }),
  )
  const text = (
    name: 'delegateName' | 'delegateTitle' | 'writtenOpinion' | 'note',
    label: string,
  ): Column<AttendanceRow> => ({
    header: label,
    cell: (line) => (
      <TextInput
        name={`${name}.${line.id}`}
        label={`${label}, ${line.name}`}
        labelHidden
        value={line[name]}
      />
    ),
  })
  return (
    <div class="gu-stack">
      {conflicts.length > 0 ? (
        <ConflictNotice by={t.otherSavedBy} at={t.otherSavedAt} fields={conflicts} />
      ) : null}
      <Form action={action} submitLabel={t.saveAttendance} {...formState(again, action)}>
        <DataTable
          caption={t.tabAttendance}
          captionHidden
          dense
          rows={lines}
          rowKind={(line) => (line.guest ? 'muted' : undefined)}
          columns={[
            {
              header: conference.councilId ? t.member : t.unit,
              cell: (line) => (
                <>
                  <Name line={line} lang={frame.lang} />
                  <Hidden name={`version.${line.id}`} value={String(line.version)} />
                </>
              ),
            },
            {
              header: t.presence,
              cell: (line) => (
                <Select
                  name={`presence.${line.id}`}
                  label={`${t.presence}, ${line.name}`}
                  labelHidden
                  placeholder={false}
                  value={line.presence}
                  choices={Object.keys(presenceNames).map((value) => ({ value, label: presence(value) }))}
                />
              ),
            },
            text('delegateName', t.delegate),
            text('delegateTitle', t.delegateTitle),
            text('writtenOpinion', t.opinion),
            text('note', t.note),
          ]}
          note={t.noteHint}
        />
        <RadioGroup
          name="channel"
          label={t.channel}
          inline
          value="screen"
          choices={[
            { value: 'screen', label: t.channelScreen },
            { value: 'paper', label: t.channelPaper },
          ]}
        />
      </Form>
    </div>
  )
}

function ReadOnly({ frame, conference, lines }: AttendancePageProps) {
  const t = conferencesWords(frame.lang)
  return (
    <DataTable
      caption={t.tabAttendance}
      captionHidden
      rows={lines}
      rowKind={(line) => (line.guest ? 'muted' : undefined)}
      columns={[
        {
          header: conference.councilId ? t.member : t.unit,
          width: 'wide',
          cell: (line) => <Name line={line} lang={frame.lang} />,
        },
        { header: t.presence, width: 'fit', cell: (line) => <Presence line={line} lang={frame.lang} /> },
        {
          header: t.delegate,
          cell: (line) => [line.delegateName, line.delegateTitle].filter(Boolean).join(', '),
        },
        { header: t.opinion, cell: (line) => line.writtenOpinion, hideOnPhone: true },
        { header: t.note, cell: (line) => line.note, hideOnPhone: true },
      ]}
    />
  )
}

function Name({ line, lang }: { line: AttendanceRow; lang: Lang }) {
  const t = conferencesWords(lang)
  return (
    <>
      {line.illustrative ? withoutMark(line.name) : line.name} {line.guest ? <Tag>{t.guest}</Tag> : null}{' '}
      {line.illustrative ? <Mark kind="sample" /> : null}
    </>
  )
}

const states = {
  invited: 'waiting',
  present: 'done',
  stand_in: 'on_behalf',
  absent: 'absence_noted',
} as const

function Presence({ line, lang }: { line: AttendanceRow; lang: Lang }) {
  const t = conferencesWords(lang)
  return (
    <>
      <StateBadge state={states[line.presence]} label={nameOf(presenceNames, line.presence, lang)} />
      {line.channel === 'paper' ? <small class="gu-muted"> {t.byPaper}</small> : null}
    </>
  )
}

function GuestForm({ frame, links, conference, again }: AttendancePageProps) {
  const t = conferencesWords(frame.lang)
  const action = links.act(conference.id, deeds.guest)
  return (
    <Card title={t.addGuest} subtitle={t.voteless}>
      <Form action={action} submitLabel={t.addGuest} {...formState(again, action)}>
        <FieldGroup legend={t.guests} columns>
          <TextInput name="guest" label={t.guest} required />
          <TextInput name="title" label={t.guestTitle} />
        </FieldGroup>
      </Form>
    </Card>
  )
}
