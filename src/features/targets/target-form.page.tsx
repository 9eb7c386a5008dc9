import type { Child } from 'hono/jsx'
import { comparisonOf, printComparison } from '../../domain/results/index.ts'
import { completionLevels, targetOf, targetStatement } from '../../domain/targets/index.ts'
import { printNumber } from '../../domain/vietnamese/index.ts'
import { conflictsOf, formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import { stepWords } from '../../steps/step.messages.ts'
import {
  Card,
  type ChoiceGroup,
  ConflictNotice,
  type Crumb,
  DateInput,
  FieldGroup,
  Form,
  Hidden,
  Layout,
  NumberInput,
  type PageFrame,
  PageHeader,
  Select,
  TextArea,
  TextInput,
  Timeline,
} from '../../ui/index.ts'
import type { IndicatorRow } from './indicators.store.ts'
import { setters } from './setters.ts'
import { requestsWords } from './target-requests.messages.ts'
import { ruleNames, ruleOf } from './targets.forms.ts'
import { targetsWords } from './targets.messages.ts'
import type { TargetRow } from './targets.store.ts'

/** Where a form of targets leads, in a year of a bloc as well as in a drive. */
export type FormLinks = {
  /** The way to the form, without the form itself. */
  readonly crumbs: readonly Crumb[]
  /** The list the targets stand in. */
  readonly back: string
  readonly enter: string
  /** The catalogue of indicators, where the reader may add one. */
  readonly catalogue: string | null
  readonly change: (targetId: string) => string
  readonly withdraw: (targetId: string) => string
}

type FormProps = {
  readonly frame: PageFrame
  readonly links: FormLinks
  readonly name: string
  readonly indicators: readonly IndicatorRow[]
  /** The target that is edited or changed; none when one is added. */
  readonly target: TargetRow | undefined
  readonly versions: readonly TargetRow[]
  readonly onBehalf: boolean
  readonly again: FormAgain | undefined
}

/** A new target, or one nobody has signed yet. */
export function TargetFormPage(props: FormProps) {
  const { frame, links, name, target, again } = props
  const t = targetsWords(frame.lang)
  const title = target ? t.editTitle(target.indicatorName) : t.addOf(name)
  const action = links.enter
  return (
    <FormFrame {...props} title={title}>
      <Form action={action} cancelHref={links.back} {...formState(again, action)}>
        <Hidden name="version" value={String(target?.version ?? 0)} />
        <IndicatorField {...props} />
        <ContentFields {...props} />
      </Form>
      {target ? <WithdrawCard {...props} target={target} /> : null}
    </FormFrame>
  )
}

/** A target that was signed: a new version with reason and paper. */
export function ChangeTargetPage(
  props: FormProps & {
    readonly target: TargetRow
    readonly asksConsent: boolean
    /** What holds for this change. */
    readonly lead: string
    /** Before the form: a change that waits for consent. */
    readonly before?: Child
    /** Where the change is asked for instead of made; own targets of a unit need the head's consent. */
    readonly requestAction?: string
    /** A change waits already, so that no other can be entered. */
    readonly formHidden?: boolean
    /** Taking it out is possible as long as nobody signed. */
    readonly mayWithdraw?: boolean
  },
) {
  const { frame, links, target, again, asksConsent, lead, before, mayWithdraw, requestAction } = props
  const t = targetsWords(frame.lang)
  const action = requestAction ?? links.change(target.id)
  return (
    <FormFrame {...props} title={t.changeTitle(target.indicatorName)} lead={lead}>
      {before}
      {props.formHidden ? null : (
        <Form
          action={action}
          submitLabel={requestAction ? requestsWords(frame.lang).send : t.saveChange}
          cancelHref={links.back}
          {...formState(again, action)}
        >
          <Hidden name="version" value={String(target.version)} />
          <Hidden name="indicatorId" value={target.indicatorId} />
          <TextArea name="reason" label={t.reason} rows={2} required />
          {requestAction ? null : (
            <FieldGroup legend={t.group_change} columns>
              <TextInput name="paperIssuer" label={t.paperIssuer} />
              <TextInput name="paperNumber" label={t.paperNumber} />
              <DateInput name="paperDate" label={t.paperDate} />
              {asksConsent ? (
                <TextInput name="headConsent" label={t.headConsent} hint={t.headConsentHint} />
              ) : null}
            </FieldGroup>
          )}
          <ContentFields {...props} />
        </Form>
      )}
      {mayWithdraw ? <WithdrawCard {...props} target={target} /> : null}
    </FormFrame>
  )
}

function FormFrame(
  props: FormProps & { readonly title: string; readonly lead?: string; readonly children?: Child },
) {
  const { frame, links, title, lead, again, children } = props
  const t = targetsWords(frame.lang)
  const labels = {
    value: t.value,
    valueMax: t.valueMax,
    byDate: t.byDate,
    unitOfMeasure: t.unitOfMeasure,
    kind: t.rule,
    setBy: t.setBy,
    basis: t.basis,
    printed: t.printed,
    note: t.note,
  }
  const conflicts = conflictsOf(again, labels)
  return (
    <Layout frame={frame} title={title} breadcrumb={[...links.crumbs, { label: title }]}>
      <PageHeader title={title} lead={lead} />
      {conflicts.length > 0 ? <ConflictNotice by={t.somebody} at={t.justNow} fields={conflicts} /> : null}
      <div class="gu-stack">
        {children}
        <Versions {...props} />
      </div>
    </Layout>
  )
}

function IndicatorField({ frame, links, indicators, target }: FormProps) {
  const t = targetsWords(frame.lang)
  if (target) return <Hidden name="indicatorId" value={target.indicatorId} />
  return (
    <FieldGroup legend={t.group_what}>
      <Select
        name="indicatorId"
        label={t.indicator}
        groups={indicatorGroups(indicators, frame.lang, t.noField)}
        hint={links.catalogue ? <a href={links.catalogue}>{t.newIndicator}</a> : undefined}
        required
      />
    </FieldGroup>
  )
}

/** Indicators under their fields of work, each with its unit. */
export function indicatorGroups(
  indicators: readonly IndicatorRow[],
  lang: 'vi' | 'en',
  noField: string,
): readonly ChoiceGroup[] {
  const groups = Map.groupBy(indicators, (one) => (lang === 'vi' ? one.fieldVi : one.fieldEn) ?? noField)
  return [...groups].map(([label, members]) => ({
    label,
    choices: members.map((one) => ({
      value: one.id,
      label: one.unitOfMeasure ? `${one.name} (${one.unitOfMeasure})` : one.name,
    })),
  }))
}

function ContentFields({ frame, target, onBehalf }: FormProps) {
  const t = targetsWords(frame.lang)
  const s = stepWords(frame.lang)
  const channels = (['paper', 'file', 'screen'] as const).map((value) => ({ value, label: s[value] }))
  const setBy = setters.map((value) => ({ value, label: t[`setBy_${value}`] }))
  return (
    <>
      <LevelFields frame={frame} target={target} />
      <FieldGroup legend={t.group_origin} columns>
        <Select name="setBy" label={t.setBy} choices={setBy} value={target?.setBy ?? ''} required />
        <TextInput name="basis" label={t.basis} value={target?.basis ?? ''} optional />
        <TextInput name="setByNote" label={t.setByNote} value={target?.setByNote ?? ''} optional />
      </FieldGroup>
      <FieldGroup legend={t.group_print}>
        <TextInput name="printed" label={t.printed} value={target?.printed ?? ''} optional />
        <TextArea
          name="comparisons"
          label={t.comparisons}
          hint={t.comparisonsHint}
          value={(target?.comparisons ?? []).map((one) => printComparison(comparisonOf(one))).join('\n')}
          rows={2}
          optional
        />
        <TextInput name="note" label={t.note} value={target?.note ?? ''} optional />
        {onBehalf ? (
          <Select
            name="channel"
            label={t.channel}
            choices={channels}
            value={target?.channel ?? 'paper'}
            placeholder={false}
            narrow
          />
        ) : (
          <Hidden name="channel" value="screen" />
        )}
      </FieldGroup>
    </>
  )
}

function LevelFields({
  frame,
  target,
}: {
  readonly frame: PageFrame
  readonly target: TargetRow | undefined
}) {
  const t = targetsWords(frame.lang)
  const isLevel = target?.kind === 'level'
  const levels = completionLevels.map((level, index) => ({
    value: String(index + 1),
    label: level[frame.lang],
  }))
  const number = (value: string | null | undefined) =>
    value === null || value === undefined ? '' : printNumber(value)
  return (
    <FieldGroup legend={t.group_level} columns>
      <Select
        name="rule"
        label={t.rule}
        choices={ruleNames.map((value) => ({ value, label: t[`rule_${value}`] }))}
        value={target ? ruleOf(target) : 'at_least'}
        placeholder={false}
        required
      />
      <NumberInput
        name="value"
        label={t.value}
        value={isLevel ? '' : number(target?.value)}
        hint={t.valueHint}
      />
      <TextInput
        name="unitOfMeasure"
        label={t.unitOfMeasure}
        value={target?.unitOfMeasure ?? ''}
        hint={t.unitHint}
        narrow
      />
      <NumberInput
        name="valueMax"
        label={t.valueMax}
        value={number(target?.valueMax)}
        hint={t.valueMaxHint}
      />
      <DateInput name="byDate" label={t.byDate} value={target?.byDate ?? ''} hint={t.byDateHint} />
      <Select
        name="level"
        label={t.level}
        choices={levels}
        value={isLevel ? (target?.value ?? '') : ''}
        hint={t.levelHint}
        narrow
      />
      <TextInput
        name="suspiciousReason"
        label={t.suspiciousReason}
        hint={t.suspiciousHint}
        value={target?.suspiciousReason ?? ''}
        optional
      />
      <NumberInput name="baseValue" label={t.baseValue} value={number(target?.baseValue)} optional />
      <NumberInput
        name="baseYear"
        label={t.baseYear}
        value={target?.baseYear ? String(target.baseYear) : ''}
        optional
      />
    </FieldGroup>
  )
}

function WithdrawCard({ frame, links, target, again }: FormProps & { readonly target: TargetRow }) {
  const t = targetsWords(frame.lang)
  const action = links.withdraw(target.id)
  return (
    <Card title={t.withdraw}>
      <Form action={action} submitLabel={t.withdraw} {...formState(again, action)}>
        <Hidden name="version" value={String(target.version)} />
        <Hidden name="indicatorId" value={target.indicatorId} />
        <TextInput name="reason" label={t.withdrawReason} required />
      </Form>
    </Card>
  )
}

function Versions({ frame, versions }: FormProps) {
  const t = targetsWords(frame.lang)
  if (versions.length < 2) return null
  return (
    <Card title={t.versions}>
      <Timeline
        entries={versions.map((one) => ({
          title: targetStatement(targetOf(one, one.direction), frame.lang),
          time: t.version(String(one.versionNumber)),
          icon: one.state === 'current' ? 'check' : 'history',
          who: one.createdByName ?? '',
          text: [one.changeReason ? t.because(one.changeReason) : '', one.basis].filter(Boolean).join(' '),
        }))}
      />
    </Card>
  )
}
