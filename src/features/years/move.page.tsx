import type { FormAgain } from '../../http/feature.ts'
import {
  Card,
  ConfirmForm,
  DataTable,
  FieldGroup,
  Form,
  type Lack,
  Layout,
  type PageFrame,
  PageHeader,
  RadioGroup,
  Select,
  StateBadge,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { yearsWords } from './years.messages.ts'
import type { YearLinks } from './years.paths.ts'

type MoveProps = {
  readonly frame: PageFrame
  readonly year: number
  readonly links: YearLinks
  readonly again?: FormAgain | undefined
}

type AdvancePageProps = MoveProps & {
  readonly from: string
  readonly fromLabel: string
  readonly toLabel: string
  readonly asks: string
  readonly proof: string
  readonly lacks: readonly Lack[]
  readonly reasonNeeded: boolean
}

/** Asks before the year moves on: what will happen, what lacks, and why one goes on all the same. */
export function AdvancePage({ frame, year, links, again, ...move }: AdvancePageProps) {
  const t = yearsWords(frame.lang)
  const title = t.advanceTitle(year, move.toLabel)
  return (
    <Layout frame={frame} title={title}>
      {again?.problem ? <p role="alert">{again.problem}</p> : null}
      <ConfirmForm
        {...(again ? { values: again.values, errors: again.errors } : {})}
        title={title}
        action={links.advance}
        hidden={{ from: move.from }}
        consequences={[
          t.advanceWill(move.fromLabel, move.toLabel),
          t.advanceAsks(move.asks),
          ...(move.proof ? [t.advanceProof(move.proof)] : []),
          t.advanceSeen,
          move.lacks.length > 0 ? t.advanceLacks(move.lacks.length) : t.advanceClear,
        ]}
        confirmLabel={t.advanceDo}
        cancelHref={links.board}
      >
        {move.lacks.length > 0 ? <LackTable lacks={move.lacks} frame={frame} /> : null}
        <TextArea
          name="reason"
          label={t.reason}
          rows={3}
          hint={move.reasonNeeded ? t.reasonHintNeeded : t.reasonHint}
          required={move.reasonNeeded}
        />
      </ConfirmForm>
    </Layout>
  )
}

function LackTable({ lacks, frame }: { lacks: readonly Lack[]; frame: PageFrame }) {
  const t = yearsWords(frame.lang)
  return (
    <DataTable
      caption={t.lacksTitle}
      rows={lacks}
      columns={[
        {
          header: t.what,
          width: 'wide',
          cell: (lack) => (lack.href ? <a href={lack.href}>{lack.text}</a> : lack.text),
        },
        {
          header: t.weight,
          width: 'fit',
          cell: (lack) => (
            <StateBadge
              state={lack.state ?? 'waiting'}
              {...(lack.stateLabel ? { label: lack.stateLabel } : {})}
            />
          ),
        },
      ]}
    />
  )
}

type StepBackPageProps = MoveProps & {
  readonly from: string
  readonly states: readonly { readonly value: string; readonly label: string }[]
}

/** Takes the year back to an earlier state. */
export function StepBackPage({ frame, year, links, again, from, states }: StepBackPageProps) {
  const t = yearsWords(frame.lang)
  const title = t.stepBackTitle(year)
  return (
    <Layout frame={frame} title={title}>
      <ConfirmForm
        {...(again ? { values: again.values, errors: again.errors } : {})}
        title={title}
        action={links.stepBack}
        hidden={{ from }}
        consequences={[t.stepBackWill, t.advanceSeen]}
        confirmLabel={t.stepBackDo}
        cancelHref={links.board}
      >
        <Select
          name="to"
          label={t.stepBackTo}
          choices={[...states]}
          value={states.at(-1)?.value ?? ''}
          required
        />
        <TextArea name="reason" label={t.reason} rows={3} required />
      </ConfirmForm>
    </Layout>
  )
}

/** Records that the mid-year review was held or is left out. */
export function MidYearPage({ frame, year, links, again, now }: MoveProps & { readonly now: string }) {
  const t = yearsWords(frame.lang)
  const title = t.midYearTitle(year)
  return (
    <Layout frame={frame} title={title}>
      <div class="gu-narrow-page">
        <PageHeader title={title} lead={t.midYearWill} />
        <Card>
          <Form action={links.midYear} submitLabel={t.midYearDo} cancelHref={links.board} {...again}>
            <RadioGroup
              name="midYear"
              label={t.midYearQuestion}
              value={now}
              choices={[
                { value: 'held', label: t.midYearHeld },
                { value: 'skipped', label: t.midYearSkipped },
                { value: 'open', label: t.midYearOpen },
              ]}
            />
            <TextArea name="reason" label={t.reason} hint={t.midYearReason} rows={3} />
          </Form>
        </Card>
      </div>
    </Layout>
  )
}

type OpenYearPageProps = {
  readonly frame: PageFrame
  readonly blocName: string
  readonly action: string
  readonly back: string
  readonly year: number
  readonly disabledBecause: string
  readonly again?: FormAgain | undefined
}

/** Opens a further year of a bloc. */
export function OpenYearPage({
  frame,
  blocName,
  action,
  back,
  year,
  disabledBecause,
  again,
}: OpenYearPageProps) {
  const t = yearsWords(frame.lang)
  const title = t.openYearTitle(blocName)
  return (
    <Layout frame={frame} title={title}>
      <div class="gu-narrow-page">
        <PageHeader title={title} lead={t.openYearLead} />
        {disabledBecause ? <p class="gu-hint">{disabledBecause}</p> : null}
        <Card>
          <Form action={action} submitLabel={t.openYear} cancelHref={back} {...again}>
            <FieldGroup legend={t.yearField}>
              <TextInput name="year" label={t.yearField} value={String(year)} narrow required />
            </FieldGroup>
          </Form>
        </Card>
      </div>
    </Layout>
  )
}
