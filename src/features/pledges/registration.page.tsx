import { conflictsOf, formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import type { MemberUnit } from '../../scopes/scopes.store.ts'
import { stepWords } from '../../steps/step.messages.ts'
import { stepBadge } from '../../steps/step-badge.ts'
import type { UnitStep } from '../../steps/steps.store.ts'
import {
  Alert,
  Button,
  Card,
  type Column,
  ConflictNotice,
  DataTable,
  Form,
  Hidden,
  Layout,
  Mark,
  NumberInput,
  type PageFrame,
  PageHeader,
  Select,
  StateBadge,
  type Tab,
  Tabs,
  TextArea,
} from '../../ui/index.ts'
import { pledgesWords } from './pledges.messages.ts'
import type { PledgeLinks } from './pledges.paths.ts'
import type { AwardRow, ProposalCount, RegistrationRow } from './registration.store.ts'

type SummaryProps = {
  readonly frame: PageFrame
  readonly tabs: readonly Tab[]
  readonly links: PledgeLinks
  readonly year: number
  readonly members: readonly MemberUnit[]
  readonly mine: readonly string[]
  readonly rows: readonly RegistrationRow[]
  readonly steps: readonly UnitStep[]
  readonly proposals: readonly ProposalCount[]
  readonly awards: readonly AwardRow[]
  /** From the scoring on, reached and proposed stand beside registered. */
  readonly withOutcome: boolean
}

/** What all units registered; at the end of the year beside what was reached and proposed. */
export function RegistrationsPage(props: SummaryProps) {
  const { frame, tabs, year, links, members, mine } = props
  const t = pledgesWords(frame.lang)
  const own = members.find((unit) => mine.includes(unit.id))
  return (
    <Layout frame={frame} title={t.registrations} wide>
      <PageHeader
        title={t.registrations}
        aside={t.yearAside(String(year))}
        lead={t.registrationLead}
        actions={
          own ? (
            <a class="btn btn-primary" href={links.registration(own.slug)}>
              {t.myRegistration}
            </a>
          ) : null
        }
      />
      <Tabs label={t.tabs} tabs={[...tabs]} />
      <DataTable
        caption={t.summary}
        dense
        columns={summaryColumns(props)}
        rows={members}
        rowKind={(unit) => (mine.includes(unit.id) ? 'mine' : undefined)}
        note={props.withOutcome ? t.summaryNote : undefined}
      />
    </Layout>
  )
}

/** One line of registration: an award for collectives or persons, or initiatives. */
type Line = {
  readonly kind: RegistrationRow['kind']
  readonly awardCode: string | null
  readonly label: string
}

function summaryColumns(props: SummaryProps): readonly Column<MemberUnit>[] {
  const { frame, links, steps, rows } = props
  const t = pledgesWords(frame.lang)
  return [
    {
      header: t.unit,
      width: 'wide',
      cell: (unit) => (
        <>
          <a href={links.registration(unit.slug)}>{unit.name}</a>{' '}
          {rows.some((row) => row.unitId === unit.id && row.illustrative) ? <Mark kind="sample" /> : null}
        </>
      ),
      total: t.total,
    },
    {
      header: t.state,
      width: 'fit',
      cell: (unit) => (
        <StateBadge
          {...stepBadge(
            steps.find((step) => step.unitId === unit.id),
            frame.lang,
          )}
        />
      ),
    },
    ...linesIn(props).flatMap((line) => lineColumns(props, line)),
  ]
}

/** Only what somebody registered or was proposed for becomes a column. */
function linesIn({ frame, rows, proposals, withOutcome, awards }: SummaryProps): readonly Line[] {
  const t = pledgesWords(frame.lang)
  const lines = new Map<string, Line>()
  for (const row of [...rows].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))) {
    const label =
      row.kind === 'initiative' ? t.initiatives : ((frame.lang === 'vi' ? row.awardVi : row.awardEn) ?? '')
    const key = `${row.kind} ${row.awardCode}`
    if (!lines.has(key)) lines.set(key, { kind: row.kind, awardCode: row.awardCode, label })
  }
  for (const award of withOutcome ? awards : []) {
    const isProposed = proposals.some((one) => one.awardCode === award.code)
    const key = `collective ${award.code}`
    if (!isProposed || lines.has(key)) continue
    lines.set(key, {
      kind: 'collective',
      awardCode: award.code,
      label: frame.lang === 'vi' ? award.nameVi : award.nameEn,
    })
  }
  return [...lines.values()]
}

const ORDER: readonly RegistrationRow['kind'][] = ['collective', 'personal', 'initiative']

function lineColumns(props: SummaryProps, line: Line): readonly Column<MemberUnit>[] {
  const { frame, members, withOutcome } = props
  const t = pledgesWords(frame.lang)
  const column = (header: string, count: (unit: MemberUnit) => number | null): Column<MemberUnit> => {
    const sum = members.reduce((total, unit) => total + (count(unit) ?? 0), 0)
    return {
      header,
      numeric: true,
      group: line.label,
      cell: (unit) => count(unit) ?? '',
      total: String(sum),
    }
  }
  const registered = column(t.registered, (unit) => rowOf(props, unit, line)?.quantity ?? null)
  if (!withOutcome) return [registered]
  const reached = column(t.reached, (unit) => reachedOf(props, unit, line))
  if (line.kind !== 'collective') return [registered, reached]
  return [registered, reached, column(t.proposed, (unit) => proposalOf(props, unit, line)?.proposed ?? null)]
}

function rowOf({ rows }: SummaryProps, unit: MemberUnit, line: Line): RegistrationRow | undefined {
  return rows.find(
    (row) => row.unitId === unit.id && row.kind === line.kind && row.awardCode === line.awardCode,
  )
}

function reachedOf(props: SummaryProps, unit: MemberUnit, line: Line): number | null {
  return (
    rowOf(props, unit, line)?.reached ??
    (line.kind === 'collective' ? (proposalOf(props, unit, line)?.granted ?? null) : null)
  )
}

function proposalOf({ proposals }: SummaryProps, unit: MemberUnit, line: Line): ProposalCount | undefined {
  return proposals.find((one) => one.unitId === unit.id && one.awardCode === line.awardCode)
}

type UnitProps = {
  readonly frame: PageFrame
  readonly links: PledgeLinks
  readonly year: number
  readonly unit: MemberUnit
  readonly awards: readonly AwardRow[]
  readonly rows: readonly RegistrationRow[]
  readonly step: UnitStep | undefined
  readonly mayWrite: boolean
  readonly maySend: boolean
  readonly mayDecide: boolean
  /** Somebody else enters it for the unit: asks how it came in. */
  readonly onBehalf: boolean
  readonly withOutcome: boolean
  readonly again: FormAgain | undefined
}

/** The registration of one unit: form, sending, the head's opinion. */
export function RegistrationPage(props: UnitProps) {
  const { frame, links, unit, year, step, again } = props
  const t = pledgesWords(frame.lang)
  const s = stepWords(frame.lang)
  const labels = labelsOf(props)
  const conflicts = conflictsOf(again, labels)
  return (
    <Layout
      frame={frame}
      title={t.registrationOf(unit.shortName)}
      breadcrumb={[{ label: t.registrations, href: links.registrations }, { label: unit.shortName }]}
    >
      <PageHeader
        title={t.registrationOf(unit.name)}
        aside={t.yearAside(String(year))}
        lead={<StateBadge {...stepBadge(step, frame.lang)} />}
      />
      {step?.state === 'returned' ? <Alert tone="warning">{s.returnedBecause(step.reason)}</Alert> : null}
      {conflicts.length > 0 ? <ConflictNotice by={t.somebody} at={t.justNow} fields={conflicts} /> : null}
      <div class="gu-split">
        <RegistrationForm {...props} />
        <div class="gu-stack">
          <SendCard {...props} />
          <DecideCard {...props} />
        </div>
      </div>
    </Layout>
  )
}

function labelsOf({ frame, awards }: UnitProps): Readonly<Record<string, string>> {
  const t = pledgesWords(frame.lang)
  const named = awards.flatMap((award) => {
    const name = frame.lang === 'vi' ? award.nameVi : award.nameEn
    return ['collective', 'personal'].map((kind) => [`${kind}.${award.code}`, name] as const)
  })
  return { ...Object.fromEntries(named), initiatives: t.initiatives }
}

function RegistrationForm(props: UnitProps) {
  const { frame, links, unit, awards, rows, step, mayWrite, onBehalf, again } = props
  const t = pledgesWords(frame.lang)
  const action = links.registration(unit.slug)
  const initiative = rows.find((row) => row.kind === 'initiative')
  const closed = step?.state === 'sent' && !onBehalf
  return (
    <Card title={t.registrations} subtitle={t.registrationFormLead}>
      <Form
        action={action}
        bare={!mayWrite || closed}
        submitLabel={t.saveDraft}
        {...formState(again, action)}
      >
        <Hidden name="version" value={String(step?.version ?? 0)} />
        {onBehalf && mayWrite ? <ChannelChoice frame={frame} /> : <Hidden name="channel" value="screen" />}
        <AwardTable
          {...props}
          kind="collective"
          awards={awards.filter((award) => award.recipient !== 'person')}
        />
        <AwardTable
          {...props}
          kind="personal"
          awards={awards.filter((award) => award.recipient !== 'collective')}
        />
        <div class="gu-columns">
          <NumberInput name="initiatives" label={t.initiatives} value={countOf(initiative?.quantity)} />
          {props.withOutcome ? (
            <NumberInput name="initiativesReached" label={t.reached} value={countOf(initiative?.reached)} />
          ) : null}
        </div>
        <TextArea
          name="initiativesNote"
          label={t.initiativesNote}
          value={initiative?.note ?? ''}
          rows={3}
          optional
        />
      </Form>
    </Card>
  )
}

function AwardTable({
  frame,
  kind,
  awards,
  rows,
  withOutcome,
}: UnitProps & { readonly kind: 'collective' | 'personal' }) {
  const t = pledgesWords(frame.lang)
  const name = (award: AwardRow) => (frame.lang === 'vi' ? award.nameVi : award.nameEn)
  const row = (award: AwardRow) => rows.find((one) => one.kind === kind && one.awardCode === award.code)
  const columns: Column<AwardRow>[] = [
    { header: t.award, width: 'wide', cell: name },
    {
      header: t.registered,
      unit: kind === 'collective' ? t.numberOfCollectives : t.numberOfPersons,
      cell: (award) => (
        <NumberInput
          name={`${kind}.${award.code}`}
          label={name(award)}
          labelHidden
          value={countOf(row(award)?.quantity)}
        />
      ),
    },
  ]
  if (withOutcome) {
    columns.push({
      header: t.reached,
      cell: (award) => (
        <NumberInput
          name={`${kind}Reached.${award.code}`}
          label={`${name(award)}: ${t.reached}`}
          labelHidden
          value={countOf(row(award)?.reached)}
        />
      ),
    })
  }
  return (
    <DataTable
      caption={kind === 'collective' ? t.collective : t.personal}
      columns={columns}
      rows={awards}
      dense
    />
  )
}

function countOf(count: number | null | undefined): string {
  return count === null || count === undefined ? '' : String(count)
}

function ChannelChoice({ frame }: { readonly frame: PageFrame }) {
  const t = pledgesWords(frame.lang)
  const s = stepWords(frame.lang)
  const choices = (['screen', 'paper', 'file'] as const).map((value) => ({ value, label: s[value] }))
  return (
    <Select name="channel" label={t.enteredFrom} choices={choices} value="paper" placeholder={false} narrow />
  )
}

function SendCard({ frame, links, unit, rows, step, maySend, mayDecide, onBehalf, again }: UnitProps) {
  const t = pledgesWords(frame.lang)
  const s = stepWords(frame.lang)
  if (step?.state === 'sent') return mayDecide ? null : <Alert tone="info">{t.waiting}</Alert>
  if (step?.state === 'accepted') return <Alert tone="success">{t.done}</Alert>
  if (!maySend) return null
  const action = links.send(unit.slug)
  return (
    <Card kind="accent" title={s.send} subtitle={t.sendWhen}>
      <Form action={action} bare {...formState(again, action)}>
        {onBehalf ? <ChannelChoice frame={frame} /> : <Hidden name="channel" value="screen" />}
        <Button kind="primary" disabledBecause={rows.length === 0 ? t.nothingRegistered : undefined}>
          {step?.state === 'returned' ? s.sendAgain : s.send}
        </Button>
      </Form>
    </Card>
  )
}

function DecideCard({ frame, links, unit, step, mayDecide, again }: UnitProps) {
  const t = pledgesWords(frame.lang)
  const s = stepWords(frame.lang)
  if (!mayDecide || (step?.state !== 'sent' && step?.state !== 'accepted')) return null
  return (
    <Card title={t.decide} subtitle={step.state === 'sent' ? t.waitingToSee : undefined}>
      {step.state === 'sent' ? (
        <form method="post" action={links.accept(unit.slug)}>
          <Button kind="primary">{s.accept}</Button>
        </form>
      ) : null}
      <Form action={links.giveBack(unit.slug)} bare {...formState(again, links.giveBack(unit.slug))}>
        <TextArea name="reason" label={s.reason} hint={s.reasonHint} rows={2} required />
        <Button icon="return">{s.giveBack}</Button>
      </Form>
    </Card>
  )
}
