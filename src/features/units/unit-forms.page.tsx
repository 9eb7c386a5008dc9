import { unitKindLabels, unitKinds } from '../../domain/units/index.ts'
import { printDate } from '../../domain/vietnamese/index.ts'
import type { FormAgain } from '../../http/feature.ts'
import {
  Alert,
  Card,
  CheckboxList,
  ConfirmForm,
  ConflictNotice,
  DateInput,
  FieldGroup,
  Form,
  Hidden,
  Layout,
  type PageFrame,
  PageHeader,
  RadioGroup,
  Select,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import type { Consequences } from './life.store.ts'
import type { ChoiceRow, FieldRow, UnitCard } from './unit.store.ts'
import { unitsWords } from './units.messages.ts'
import { unitsPaths } from './units.paths.ts'

type Common = { readonly frame: PageFrame; readonly again?: FormAgain | undefined }

type FoundPageProps = Common & {
  readonly provinces: readonly ChoiceRow[]
  readonly parents: readonly ChoiceRow[]
  readonly fields: readonly FieldRow[]
}

/** A new unit. */
export function FoundPage({ frame, again, provinces, parents, fields }: FoundPageProps) {
  const t = unitsWords(frame.lang)
  return (
    <Layout
      frame={frame}
      title={t.foundTitle}
      breadcrumb={[{ label: t.title, href: unitsPaths.list }, { label: t.found }]}
    >
      <PageHeader title={t.foundTitle} />
      <Card>
        <Form action={unitsPaths.found} submitLabel={t.found} cancelHref={unitsPaths.list} {...again}>
          <Select
            name="provinceId"
            label={t.province}
            required
            placeholder={provinces.length === 1 ? false : undefined}
            choices={choicesOf(provinces)}
          />
          <TextInput name="name" label={t.name} required />
          <TextInput name="shortName" label={t.shortName} hint={t.shortNameHint} narrow required />
          <Facts frame={frame} parents={parents} fields={fields} />
          <TextInput name="basis" label={t.basis} hint={t.basisHint} optional />
        </Form>
      </Card>
    </Layout>
  )
}

type ChangePageProps = Common & {
  readonly unit: UnitCard
  readonly parents: readonly ChoiceRow[]
  readonly fields: readonly FieldRow[]
}

/** What a unit is and does. */
export function ChangePage({ frame, again, unit, parents, fields }: ChangePageProps) {
  const t = unitsWords(frame.lang)
  const title = t.changeTitle(unit.name)
  return (
    <Layout frame={frame} title={title}>
      <PageHeader title={title} />
      <Changed frame={frame} again={again} />
      <Card>
        <Form
          action={unitsPaths.change(unit.slug)}
          submitLabel={t.save}
          cancelHref={unitsPaths.show(unit.slug)}
          {...again}
        >
          <Hidden name="version" value={String(unit.version)} />
          <Facts frame={frame} parents={parents} fields={fields} unit={unit} />
        </Form>
      </Card>
    </Layout>
  )
}

function Facts({
  frame,
  parents,
  fields,
  unit,
}: {
  frame: PageFrame
  parents: readonly ChoiceRow[]
  fields: readonly FieldRow[]
  unit?: UnitCard
}) {
  const t = unitsWords(frame.lang)
  return (
    <>
      <FieldGroup legend={t.kind} columns>
        <Select
          name="kind"
          label={t.kind}
          required
          value={unit?.kind ?? ''}
          choices={unitKinds.map((kind) => ({ value: kind, label: unitKindLabels[kind][frame.lang] }))}
        />
        <Select
          name="parentId"
          label={t.parent}
          hint={t.parentHint}
          placeholder={t.noParent}
          value={unit?.parentId ?? ''}
          choices={choicesOf(parents)}
        />
        <DateInput name="foundedOn" label={t.foundedOn} value={unit?.foundedOn ?? ''} optional />
      </FieldGroup>
      <CheckboxList
        name="fields"
        label={t.fields}
        inline
        chosen={[...(unit?.fields ?? [])]}
        choices={fields.map((field) => ({
          value: field.code,
          label: frame.lang === 'vi' ? field.nameVi : field.nameEn,
        }))}
      />
      <TextArea
        name="aliases"
        label={t.aliases}
        hint={t.aliasesHint}
        rows={3}
        value={(unit?.aliases ?? []).join('\n')}
      />
    </>
  )
}

/** A new name from a day on. */
export function RenamePage({ frame, again, unit }: Common & { readonly unit: UnitCard }) {
  const t = unitsWords(frame.lang)
  const title = t.renameTitle(unit.name)
  return (
    <Layout frame={frame} title={title}>
      <PageHeader title={title} lead={t.renameLead} />
      <Changed frame={frame} again={again} />
      <Card>
        <Form
          action={unitsPaths.rename(unit.slug)}
          submitLabel={t.rename}
          cancelHref={unitsPaths.show(unit.slug)}
          {...again}
        >
          <Hidden name="version" value={String(unit.version)} />
          <TextInput name="name" label={t.newName} required />
          <TextInput name="shortName" label={t.shortName} hint={t.shortNameHint} narrow required />
          <DateInput name="from" label={t.from} required />
          <TextInput name="basis" label={t.basis} hint={t.basisHint} optional />
        </Form>
      </Card>
    </Layout>
  )
}

type EndPageProps = Common & {
  readonly unit: UnitCard
  readonly others: readonly ChoiceRow[]
  readonly consequences: Consequences
}

/** The unit goes into another one. */
export function MergePage(props: EndPageProps) {
  const { frame, unit, others } = props
  const t = unitsWords(frame.lang)
  return (
    <EndPage
      {...props}
      title={t.mergeTitle(unit.name)}
      action={unitsPaths.merge(unit.slug)}
      confirm={t.confirmMerge}
    >
      <Select name="successorId" label={t.successor} choices={choicesOf(others)} required />
      <When {...props} />
      <RadioGroup
        name="targets"
        label={t.targets}
        value="pass_on"
        choices={[
          { value: 'pass_on', label: t.passOn },
          { value: 'close', label: t.close },
        ]}
      />
      <CheckboxList
        name="successorJoins"
        label={t.blocs}
        labelHidden
        choices={[{ value: '1', label: t.successorJoins }]}
        chosen={['1']}
      />
    </EndPage>
  )
}

/** Others come out of the unit. */
export function SplitPage(props: EndPageProps) {
  const { frame, unit, others } = props
  const t = unitsWords(frame.lang)
  return (
    <EndPage
      {...props}
      title={t.splitTitle(unit.name)}
      action={unitsPaths.split(unit.slug)}
      confirm={t.confirmSplit}
    >
      <CheckboxList name="successorIds" label={t.successors} choices={choicesOf(others)} inline />
      <When {...props} />
      <CheckboxList name="ends" label={t.ends} labelHidden choices={[{ value: '1', label: t.ends }]} />
      <CheckboxList
        name="successorsJoin"
        label={t.successorsJoin}
        labelHidden
        choices={[{ value: '1', label: t.successorsJoin }]}
      />
    </EndPage>
  )
}

/** The unit ends without a successor. */
export function DissolvePage(props: EndPageProps) {
  const { frame, unit } = props
  const t = unitsWords(frame.lang)
  return (
    <EndPage
      {...props}
      title={t.dissolveTitle(unit.name)}
      action={unitsPaths.dissolve(unit.slug)}
      confirm={t.confirmDissolve}
    >
      <When {...props} />
    </EndPage>
  )
}

type EndFormProps = EndPageProps & {
  readonly title: string
  readonly action: string
  readonly confirm: string
  readonly children?: unknown
}

function EndPage({ frame, again, unit, consequences, title, action, confirm, children }: EndFormProps) {
  const t = unitsWords(frame.lang)
  const { blocs, targets, leads } = consequences
  return (
    <Layout
      frame={frame}
      title={title}
      breadcrumb={[{ label: unit.name, href: unitsPaths.show(unit.slug) }, { label: t.end }]}
    >
      {again?.problem ? (
        <Alert tone="danger" live>
          {again.problem}
        </Alert>
      ) : null}
      <ConfirmForm
        {...(again ? { values: again.values, errors: again.errors } : {})}
        title={title}
        action={action}
        irreversible
        danger
        confirmLabel={confirm}
        cancelHref={unitsPaths.show(unit.slug)}
        consequences={[
          blocs.length > 0 ? t.willLeave(blocs.join(', ')) : t.willLeaveNone,
          t.willTargets(targets),
          ...(leads.length > 0 ? [t.willLeads(leads.join(', '))] : []),
          t.willKeep,
        ]}
      >
        {children as never}
      </ConfirmForm>
    </Layout>
  )
}

function When({ frame }: EndPageProps) {
  const t = unitsWords(frame.lang)
  return (
    <>
      <DateInput name="on" label={t.onDay} hint={t.onDayHint} required />
      <TextInput name="basis" label={t.basis} hint={t.basisHint} required />
      <TextArea name="note" label={t.note} rows={2} />
    </>
  )
}

/** Somebody else saved first: what is different now. */
function Changed({ frame, again }: Common) {
  const t = unitsWords(frame.lang)
  if (!again?.differences) return null
  const labels: Readonly<Record<string, string>> = {
    foundedOn: t.foundedOn,
    aliases: t.aliases,
    fields: t.fields,
    name: t.name,
  }
  const shown = (field: string, value: string) => (field === 'foundedOn' && value ? printDate(value) : value)
  return (
    <ConflictNotice
      by={t.somebody}
      at={t.justNow}
      fields={again.differences.map(({ field, before, after }) => ({
        label: labels[field] ?? '',
        before: shown(field, before),
        after: shown(field, after),
      }))}
    />
  )
}

function choicesOf(rows: readonly ChoiceRow[]) {
  return rows.map(({ id, name }) => ({ value: id, label: name }))
}
