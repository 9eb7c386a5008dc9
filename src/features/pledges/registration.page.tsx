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
  FieldGroup,
  Form,
  Hidden,
  Layout,
  NumberInput,
  type PageFrame,
  PageHeader,
  Select,
  StateBadge,
  TextArea,
} from '../../ui/index.ts'
import { pledgesWords } from './pledges.messages.ts'
import type { PledgeLinks } from './pledges.paths.ts'
import type { AwardRow, RegistrationRow } from './registration.store.ts'

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
      <Form action={action} bare {...formState(again, action)}>
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
        <FieldGroup legend={t.initiatives} columns>
          <NumberInput name="initiatives" label={t.registered} value={countOf(initiative?.quantity)} />
          {props.withOutcome ? (
            <NumberInput name="initiativesReached" label={t.reached} value={countOf(initiative?.reached)} />
          ) : null}
        </FieldGroup>
        <TextArea
          name="initiativesNote"
          label={t.initiativesNote}
          value={initiative?.note ?? ''}
          rows={3}
          optional
        />
        {mayWrite && !closed ? (
          <div class="gu-form-actions">
            <Button kind={rows.length === 0 ? 'primary' : 'secondary'}>{t.saveDraft}</Button>
          </div>
        ) : null}
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
        <div class="gu-form-actions">
          <Button
            kind={rows.length === 0 ? 'secondary' : 'primary'}
            disabledBecause={rows.length === 0 ? t.nothingRegistered : undefined}
          >
            {step?.state === 'returned' ? s.sendAgain : s.send}
          </Button>
        </div>
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
      <div class="gu-stack">
        {step.state === 'sent' ? (
          <form method="post" action={links.accept(unit.slug)}>
            <Button kind="primary">{s.accept}</Button>
          </form>
        ) : null}
        <Form action={links.giveBack(unit.slug)} bare {...formState(again, links.giveBack(unit.slug))}>
          <TextArea name="reason" label={s.reason} hint={s.reasonHint} rows={2} required />
          <div class="gu-form-actions">
            <Button icon="return">{s.giveBack}</Button>
          </div>
        </Form>
      </div>
    </Card>
  )
}
