import { printDate } from '../../domain/vietnamese/index.ts'
import { conflictsOf, formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import { nameOf } from '../../i18n/words.ts'
import {
  Alert,
  Avatar,
  Card,
  ConflictNotice,
  DataTable,
  DateInput,
  DefinitionList,
  FieldGroup,
  FileInput,
  Form,
  Hidden,
  Icon,
  initialsOf,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
  Select,
  Tag,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { handoverStateNames, handoversWords } from './handovers.messages.ts'
import type { handoversPaths } from './handovers.paths.ts'
import type { HandoverRow, ItemRow } from './handovers.store.ts'
import { NextLeader, type NextLeaderProps } from './next-leader.page.tsx'

type UnitName = { readonly id: string; readonly name: string }

/** One of the two heads in the picture. */
export type HeadSide = {
  readonly unit: UnitName | null
  readonly person: string
  readonly deputy: string | null
  /** Since when it leads the next year; null while the day is open. */
  readonly from: string | null
}

export type HandoverPageProps = {
  readonly frame: PageFrame
  readonly links: ReturnType<typeof handoversPaths.at>
  readonly year: number
  readonly old: HeadSide
  readonly next: HeadSide
  readonly handover: HandoverRow | null
  /** The list as it is, or as it is proposed. */
  readonly items: readonly ItemRow[]
  readonly members: readonly UnitName[]
  readonly conference: {
    readonly id: string
    readonly title: string
    readonly place: string
    readonly heldOn: string | null
  } | null
  readonly today: string
  readonly mayManage: boolean
  readonly maySignAsOld: boolean
  readonly mayAccept: boolean
  readonly chooser: Omit<NextLeaderProps, 'again'> | null
  readonly paperHref: string | null
  /** Why the last press was refused as a whole; its form may be gone by now. */
  readonly problem?: string | undefined
  readonly again?: FormAgain | undefined
}

/** From one head to the next: who, what is handed over, who has signed, and what is to do now. */
export function HandoverPage(props: HandoverPageProps) {
  const { frame, handover, old, next, mayManage, chooser, again } = props
  const t = handoversWords(frame.lang)
  const editable = mayManage && (handover === null || handover.state === 'draft')
  return (
    <Layout frame={frame} title={t.title}>
      <PageHeader
        title={t.title}
        eyebrow={
          handover ? (
            <>
              <Tag tone={handover.state === 'accepted' ? 'good' : 'info'}>
                {nameOf(handoverStateNames, handover.state, frame.lang)}
              </Tag>{' '}
              {handover.illustrative ? <Mark kind="sample" /> : null}
            </>
          ) : undefined
        }
        lead={
          <>
            {old.unit && next.unit ? t.lead(old.unit.name, next.unit.name) : t.leadOpen} {nextStep(props)}
          </>
        }
        actions={
          props.paperHref && handover ? (
            <LinkButton href={props.paperHref} icon="paper">
              {t.paper}
            </LinkButton>
          ) : null
        }
      />
      <div class="gu-stack-large">
        {props.problem ? (
          <Alert tone="danger" live>
            {props.problem}
          </Alert>
        ) : null}
        <Heads {...props} />
        {chooser && !handover ? <NextLeader {...chooser} again={again} /> : null}
        {handover ? <Signing {...props} handover={handover} /> : null}
        {handover ? <Record {...props} handover={handover} /> : null}
        {editable && !handover && next.unit ? (
          <Card title={t.record} kind="accent">
            <DraftForm {...props} />
          </Card>
        ) : null}
        {editable && handover ? (
          <Card>
            <details open={again?.action === props.links.act('lap')}>
              <summary>{t.edit}</summary>
              <DraftForm {...props} />
            </details>
          </Card>
        ) : null}
        {chooser && handover ? <NextLeader {...chooser} again={again} /> : null}
      </div>
    </Layout>
  )
}

function nextStep({ frame, handover, next }: HandoverPageProps): string {
  const t = handoversWords(frame.lang)
  if (!handover) return next.unit ? t.nextPlan : ''
  if (handover.state === 'draft') return t.nextGive
  if (handover.state === 'given') return t.nextAccept
  return t.finished(handover.acceptedOn ? printDate(handover.acceptedOn) : '')
}

/** The picture of the two heads. */
function Heads({ frame, year, old, next }: HandoverPageProps) {
  const t = handoversWords(frame.lang)
  const side = (which: HeadSide, of: number, line: string) => (
    <Card title={t.headOf(String(of))}>
      <p>
        {which.unit ? <Avatar initials={initialsOf(which.unit.name)} /> : null}{' '}
        <strong>{which.unit?.name ?? t.notChosen}</strong>
        {which.person ? <small class="gu-muted"> {which.person}</small> : null}
      </p>
      <p class="gu-hint">
        {t.deputyOf(String(of))}: {which.deputy ?? t.noDeputy}
      </p>
      <p class="gu-hint">
        <Icon name="arrow-right" size={16} /> {line}
      </p>
    </Card>
  )
  return (
    <section class="gu-grid" aria-label={t.heads}>
      {side(old, year, t.until(String(year)))}
      {side(next, year + 1, next.from ? t.from(printDate(next.from)) : t.fromHandover)}
    </section>
  )
}

function Record({
  frame,
  handover,
  items,
  conference,
}: HandoverPageProps & { readonly handover: HandoverRow }) {
  const t = handoversWords(frame.lang)
  const signed = (by: string, on: string | null) => (on ? t.signedLine(by, printDate(on)) : t.unsigned)
  return (
    <Card title={t.record}>
      <div class="gu-stack">
        <DefinitionList
          items={[
            ...(handover.heldOn ? [{ term: t.held, value: printDate(handover.heldOn) }] : []),
            ...(handover.conferenceId && conference
              ? [{ term: t.atConference, value: conference.title }]
              : []),
            ...(handover.place ? [{ term: t.place, value: handover.place }] : []),
            ...(handover.witness ? [{ term: t.witness, value: handover.witness }] : []),
            { term: t.giver, value: signed(handover.givenBy, handover.givenOn) },
            { term: t.receiver, value: signed(handover.acceptedBy, handover.acceptedOn) },
            ...(handover.channel === 'paper' && handover.givenOn
              ? [{ term: t.state, value: t.onPaper }]
              : []),
            ...(handover.scanFileId
              ? [{ term: t.scan, value: <a href={`/tep/${handover.scanFileId}`}>{t.openScan}</a> }]
              : []),
            ...(handover.note ? [{ term: t.note, value: handover.note }] : []),
          ]}
        />
        <DataTable
          caption={t.items}
          empty={t.noItems}
          rows={items}
          columns={[
            { header: t.item, width: 'wide', cell: (item) => item.title },
            { header: t.quantity, cell: (item) => item.quantity },
            { header: t.itemNote, cell: (item) => item.note, hideOnPhone: true },
            {
              header: t.file,
              width: 'fit',
              cell: (item) => (item.fileId ? <a href={`/tep/${item.fileId}`}>{t.openFile}</a> : ''),
            },
          ]}
        />
      </div>
    </Card>
  )
}

function Signing(props: HandoverPageProps & { readonly handover: HandoverRow }) {
  const { frame, links, handover, today, maySignAsOld, mayAccept, mayManage, again } = props
  const t = handoversWords(frame.lang)
  const [give, accept, both] = [links.act('giao'), links.act('nhan'), links.act('giay')]
  return (
    <>
      {handover.state === 'draft' && maySignAsOld ? (
        <Card title={t.give} kind="accent" subtitle={t.confirmGive}>
          <Form action={give} submitLabel={t.give} {...formState(again, give)}>
            <Hidden name="handoverId" value={handover.id} />
            <Hidden name="channel" value="screen" />
            <DateInput name="givenOn" label={t.givenOn} required value={today} />
          </Form>
        </Card>
      ) : null}
      {handover.state === 'given' && mayAccept ? (
        <Card title={t.accept} kind="accent" subtitle={t.confirmAccept}>
          <Form action={accept} submitLabel={t.accept} {...formState(again, accept)}>
            <Hidden name="handoverId" value={handover.id} />
            <DateInput name="acceptedOn" label={t.givenOn} required value={today} />
            <TextInput name="acceptedBy" label={t.acceptedBy} value={frame.user?.name} />
          </Form>
        </Card>
      ) : null}
      {handover.state !== 'accepted' && mayManage ? (
        <Card>
          <details open={again?.action === both}>
            <summary>{t.both}</summary>
            <p class="gu-hint">{t.bothHint}</p>
            <Form action={both} submitLabel={t.both} multipart {...formState(again, both)}>
              <Hidden name="handoverId" value={handover.id} />
              <DateInput name="signedOn" label={t.givenOn} required value={handover.heldOn ?? today} />
              <FieldGroup legend={t.record} columns>
                <TextInput name="givenBy" label={t.givenBy} required value={handover.givenBy} />
                <TextInput name="acceptedBy" label={t.acceptedBy} required />
              </FieldGroup>
              <FileInput
                name="file"
                label={t.scan}
                accept=".pdf,.png,.jpg,.jpeg"
                acceptWords={t.scanWords}
                maxMegabytes={25}
              />
            </Form>
          </details>
          {handover.state === 'draft' && !maySignAsOld ? (
            <details open={again?.action === give}>
              <summary>{t.giveOnPaper}</summary>
              <Form action={give} submitLabel={t.giveOnPaper} multipart {...formState(again, give)}>
                <Hidden name="handoverId" value={handover.id} />
                <Hidden name="channel" value="paper" />
                <DateInput name="givenOn" label={t.givenOn} required value={today} />
                <TextInput name="givenBy" label={t.givenBy} required />
                <FileInput
                  name="file"
                  label={t.scan}
                  accept=".pdf,.png,.jpg,.jpeg"
                  acceptWords={t.scanWords}
                  maxMegabytes={25}
                />
              </Form>
            </details>
          ) : null}
        </Card>
      ) : null}
    </>
  )
}

function DraftForm({
  frame,
  links,
  handover,
  items,
  members,
  next,
  conference,
  today,
  again,
}: HandoverPageProps) {
  const t = handoversWords(frame.lang)
  const action = links.act('lap')
  const conflicts = conflictsOf(again?.action === action ? again : undefined, {
    heldOn: t.held,
    place: t.place,
    witness: t.witness,
    note: t.note,
  })
  const lines = [...items, ...[0, 1, 2].map(() => ({ title: '', quantity: '', note: '', fileId: null }))]
  const numbered = lines.map((item, line) => ({ ...item, line }))
  return (
    <Form action={action} submitLabel={t.save} {...formState(again, action)}>
      {conflicts.length > 0 ? (
        <ConflictNotice by={t.otherSavedBy} at={t.otherSavedAt} fields={conflicts} />
      ) : null}
      <Hidden name="version" value={String(handover?.version ?? 0)} />
      {conference ? <Hidden name="conferenceId" value={conference.id} /> : null}
      {next.unit ? (
        <Hidden name="toUnitId" value={next.unit.id} />
      ) : (
        <Select
          name="toUnitId"
          label={t.toUnit}
          hint={t.toUnitHint}
          required
          choices={members.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <FieldGroup legend={t.record} columns>
        <DateInput name="heldOn" label={t.held} value={handover?.heldOn ?? conference?.heldOn ?? today} />
        <TextInput name="place" label={t.place} value={handover?.place ?? conference?.place} />
        <TextInput name="witness" label={t.witness} hint={t.witnessHint} value={handover?.witness} />
      </FieldGroup>
      <DataTable
        caption={t.items}
        dense
        rows={numbered}
        note={t.itemsHint}
        columns={[
          {
            header: t.item,
            width: 'wide',
            cell: ({ line, title, fileId }) => (
              <>
                <TextInput name={`title.${line}`} label={`${t.item} ${line + 1}`} labelHidden value={title} />
                {fileId ? <Hidden name={`fileId.${line}`} value={fileId} /> : null}
              </>
            ),
          },
          {
            header: t.quantity,
            cell: ({ line, quantity }) => (
              <TextInput
                name={`quantity.${line}`}
                label={`${t.quantity} ${line + 1}`}
                labelHidden
                value={quantity}
              />
            ),
          },
          {
            header: t.itemNote,
            cell: ({ line, note }) => (
              <TextInput
                name={`itemNote.${line}`}
                label={`${t.itemNote} ${line + 1}`}
                labelHidden
                value={note}
              />
            ),
          },
        ]}
      />
      <TextArea name="note" label={t.note} hint={t.noteHint} rows={3} value={handover?.note} />
    </Form>
  )
}
