import { printDecimal, recordLabels } from '../../../domain/scoring/index.ts'
import { conflictsOf, formState } from '../../../http/again.ts'
import type { FormAgain } from '../../../http/feature.ts'
import type { Lang } from '../../../i18n/words.ts'
import {
  Button,
  Card,
  CheckboxList,
  ConflictNotice,
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
} from '../../../ui/index.ts'
import { scoringWords } from '../scoring.messages.ts'
import type { ScoringLinks } from '../scoring.paths.ts'
import { FormulaFields } from './formula-fields.page.tsx'
import type { Tried } from './formula-try.ts'
import {
  formFromMethod,
  type MethodField,
  methodFields,
  type OfferedKind,
  offeredKinds,
  papers,
} from './method-form.ts'
import { labelOf } from './method-words.ts'
import { tableWords } from './table.messages.ts'
import type { CriterionRow } from './table-model.ts'

type CriterionPageProps = {
  readonly frame: PageFrame
  readonly links: ScoringLinks
  /** The criterion that is edited; without one a new one is added. */
  readonly row: CriterionRow | undefined
  readonly parent: CriterionRow | undefined
  readonly isGroup: boolean
  /** The kind of rule whose fields are shown; `group` for none. */
  readonly kind: OfferedKind | 'group'
  readonly tableVersion: number
  readonly indicators: readonly { readonly id: string; readonly name: string }[]
  /** What trying the formula gave. */
  readonly tried?: Tried | undefined
  readonly again?: FormAgain | undefined
}

/** One criterion of a draft: what it is, and its rule by a form of its own for each kind. */
export function CriterionPage(props: CriterionPageProps) {
  const { frame, links, row, again } = props
  const t = tableWords(frame.lang)
  const title = row ? t.criterionTitle(row.code) : t.newCriterion
  const action = row ? links.criterion(row.id) : links.add
  return (
    <Layout
      frame={frame}
      title={title}
      breadcrumb={[{ label: t.title, href: links.table }, { label: title }]}
    >
      <PageHeader title={title} />
      {again?.differences?.length ? (
        <ConflictNotice
          by={scoringWords(frame.lang).conflictBy}
          at={scoringWords(frame.lang).conflictAt}
          fields={conflictsOf(again, { code: t.code, name: t.name, maxPoints: t.maxPoints })}
        />
      ) : null}
      <div class="gu-split">
        <Card>
          <CriterionForm {...props} action={action} />
        </Card>
        <div class="gu-stack">
          <KindChooser {...props} action={action} />
          {row ? <Moves links={links} row={row} lang={frame.lang} /> : null}
        </div>
      </div>
    </Layout>
  )
}

function KindChooser({ frame, action, kind, parent, row }: CriterionPageProps & { action: string }) {
  const t = tableWords(frame.lang)
  return (
    <Card title={t.kind} level={2}>
      <Form action={action} method="get" bare>
        {!row && parent ? <Hidden name="trong" value={parent.id} /> : null}
        <Select
          name="cach"
          label={t.kind}
          hint={t.kindHint}
          placeholder={false}
          value={kind}
          choices={[
            ...offeredKinds.map((one) => ({ value: one, label: t[`kind_${one}`] })),
            { value: 'group', label: t.groupKind },
          ]}
        />
        <Button>{t.showKind}</Button>
      </Form>
    </Card>
  )
}

function CriterionForm(props: CriterionPageProps & { action: string }) {
  const { frame, links, row, parent, kind, tableVersion, indicators, again, action } = props
  const t = tableWords(frame.lang)
  const side = row?.side ?? parent?.side ?? sideOf(kind)
  return (
    <Form {...formState(again, action)} action={action} cancelHref={links.table}>
      <Hidden name="version" value={String(tableVersion)} />
      <Hidden name="kind" value={kind} />
      {row?.method ? <Hidden name="before" value={JSON.stringify(row.method)} /> : null}
      {parent && !row ? <Hidden name="parentId" value={parent.id} /> : null}
      <FieldGroup legend={t.criterionTitle(row?.code ?? '')} columns>
        <TextInput
          name="code"
          label={t.code}
          hint={t.codeHint}
          value={row?.code ?? nextCode(parent)}
          required
          narrow
        />
        <NumberInput
          name="maxPoints"
          label={t.maxPoints}
          value={row ? printDecimal(row.maxPoints, 'vi') : ''}
          unit={scoringWords(frame.lang).points}
          required
        />
      </FieldGroup>
      <TextArea name="name" label={t.name} value={row?.name ?? ''} rows={2} required />
      <Select
        name="side"
        label={t.side}
        placeholder={false}
        value={side}
        choices={[
          { value: 'normal', label: t.sideNormal },
          { value: 'bonus', label: t.sideBonus },
          { value: 'penalty', label: t.sidePenalty },
        ]}
      />
      {kind === 'group' ? null : (
        <>
          <MethodFields row={row} kind={kind} tried={props.tried} action={action} lang={frame.lang} />
          <Select
            name="indicatorId"
            label={t.indicator}
            hint={t.indicatorHint}
            placeholder={t.noIndicator}
            value={row?.indicatorId ?? ''}
            choices={indicators.map((one) => ({ value: one.id, label: one.name }))}
          />
          <CheckboxList
            name="needsEvidence"
            label={t.needsEvidence}
            choices={[{ value: '1', label: t.yes }]}
            chosen={row?.needsEvidence ? ['1'] : []}
          />
        </>
      )}
      <TextArea name="note" label={t.note} value={row?.note ?? ''} rows={2} optional />
    </Form>
  )
}

type MethodFieldsProps = Pick<CriterionPageProps, 'row' | 'tried'> & {
  readonly kind: OfferedKind
  readonly action: string
  readonly lang: Lang
}

function MethodFields({ row, kind, tried, action, lang }: MethodFieldsProps) {
  const t = tableWords(lang)
  const held = formFromMethod(row?.method ?? null)
  const values = held.kind === kind ? held.values : {}
  const fields = methodFields[kind]
  return (
    <FieldGroup legend={t.details} hint={fields.length === 0 ? t.noDetails : t[`kind_${kind}`]}>
      {kind === 'formula' ? (
        <FormulaFields
          expression={textOf(values.expression)}
          unit={textOf(values.unit)}
          {...{ tried, action, lang }}
        />
      ) : (
        fields.map((field) => <MethodInput field={field} value={values[field.key]} lang={lang} />)
      )}
      <CheckboxList
        name="needs"
        label={t.papers}
        inline
        choices={papers.map((code) => ({ value: code, label: labelOf(code, lang) }))}
        chosen={held.needs}
      />
    </FieldGroup>
  )
}

function MethodInput({
  field,
  value,
  lang,
}: {
  field: MethodField
  value: string | readonly string[] | undefined
  lang: Lang
}) {
  const t = tableWords(lang)
  const common = {
    name: `m.${field.key}`,
    label: (t as Readonly<Record<string, unknown>>)[`field_${field.key}`] as string,
  }
  const text = textOf(value)
  switch (field.type) {
    case 'decimal':
      return <NumberInput {...common} value={text} required={!field.optional} />
    case 'choice':
      return (
        <Select
          {...common}
          placeholder={false}
          value={text || (field.choices?.[0] ?? '')}
          choices={(field.choices ?? []).map((one) => ({ value: one, label: choiceLabel(one, lang) }))}
        />
      )
    case 'checks':
      return (
        <CheckboxList
          {...common}
          chosen={Array.isArray(value) ? value : []}
          choices={(field.choices ?? []).map((one) => ({
            value: one,
            label: recordLabels[one]?.[lang] ?? one,
          }))}
        />
      )
    case 'lines':
      return <TextArea {...common} value={text} rows={4} required />
    case 'text':
    case 'formula':
      return <TextInput {...common} value={text} required />
  }
}

function textOf(value: string | readonly string[] | undefined): string {
  return typeof value === 'string' ? value : ''
}

function Moves({ links, row, lang }: { links: ScoringLinks; row: CriterionRow; lang: Lang }) {
  const t = tableWords(lang)
  return (
    <Card title={t.criterionTitle(row.code)} level={2}>
      <div class="gu-button-row">
        <form method="post" action={links.move(row.id)}>
          <Button name="direction" value="up" size="small" icon="arrow-up">
            {t.up}
          </Button>{' '}
          <Button name="direction" value="down" size="small" icon="arrow-down">
            {t.down}
          </Button>
        </form>
        <form method="post" action={links.remove(row.id)}>
          <Button kind="danger" size="small" icon="trash">
            {t.remove}
          </Button>
        </form>
      </div>
      <p class="gu-hint">{t.removeWill}</p>
    </Card>
  )
}

function choiceLabel(choice: string, lang: Lang): string {
  const signs: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤', '>': '>', '<': '<' }
  const word = (tableWords(lang) as Readonly<Record<string, unknown>>)[`choice_${choice}`]
  return signs[choice] ?? (typeof word === 'string' ? word : choice)
}

function nextCode(parent: CriterionRow | undefined): string {
  return parent ? `${parent.code}.` : ''
}

function sideOf(kind: OfferedKind | 'group') {
  if (kind === 'bonus' || kind === 'flagBonus') return 'bonus'
  return kind === 'penalty' || kind === 'deduction' ? 'penalty' : 'normal'
}
