import { printNumber } from '../../domain/vietnamese/index.ts'
import { formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import {
  Card,
  type Column,
  DataTable,
  FieldGroup,
  Form,
  Layout,
  Mark,
  NumberInput,
  type PageFrame,
  PageHeader,
  Select,
  type Tab,
  Tabs,
  TextInput,
} from '../../ui/index.ts'
import type { FieldRow, IndicatorRow } from './indicators.store.ts'
import { indicatorGroups } from './target-form.page.tsx'
import { targetsWords } from './targets.messages.ts'
import type { TargetLinks } from './targets.paths.ts'

type CatalogueProps = {
  readonly frame: PageFrame
  readonly tabs: readonly Tab[]
  readonly tabsLabel: string
  readonly links: TargetLinks
  readonly indicators: readonly IndicatorRow[]
  readonly fields: readonly FieldRow[]
  readonly mayManage: boolean
  readonly again: FormAgain | undefined
}

/** What can be measured: the catalogue of indicators, and the form to add one. */
export function CataloguePage(props: CatalogueProps) {
  const { frame, tabs, tabsLabel, indicators, mayManage } = props
  const t = targetsWords(frame.lang)
  return (
    <Layout frame={frame} title={t.catalogue}>
      <PageHeader title={t.catalogue} lead={t.catalogueLead} />
      <Tabs label={tabsLabel} tabs={[...tabs]} />
      <div class="gu-stack">
        {mayManage && props.again ? <AddCard {...props} /> : null}
        <DataTable
          caption={t.catalogue}
          captionHidden
          columns={columnsOf(props)}
          rows={indicators}
          dense
          empty={t.noIndicators}
        />
        {mayManage && !props.again ? <AddCard {...props} /> : null}
      </div>
    </Layout>
  )
}

function columnsOf({ frame }: CatalogueProps): readonly Column<IndicatorRow>[] {
  const t = targetsWords(frame.lang)
  return [
    {
      header: t.name,
      width: 'wide',
      cell: (one) => (
        <>
          {one.name} {one.illustrative ? <Mark kind="sample" /> : null}
          {one.partOfName ? (
            <div class="gu-muted">
              {t.partOf}: {one.partOfName}
            </div>
          ) : null}
          {one.conversionFactor ? (
            <div class="gu-muted">
              {t.conversion(
                printNumber(one.conversionFactor),
                one.convertsToUnit ?? '',
                one.convertsToName ?? '',
              )}
            </div>
          ) : null}
        </>
      ),
    },
    { header: t.field, cell: (one) => (frame.lang === 'vi' ? one.fieldVi : one.fieldEn) ?? t.none },
    { header: t.unitOfMeasure, width: 'fit', cell: (one) => one.unitOfMeasure || t.none },
    { header: t.kind, width: 'fit', cell: (one) => t[`kind_${one.kind}`] },
    { header: t.direction, width: 'fit', cell: (one) => t[`direction_${one.direction}`], hideOnPhone: true },
    {
      header: t.code,
      cell: (one) => (
        <span class="gu-muted">
          {one.code}
          {one.shared ? ` (${t.shared})` : ''}
        </span>
      ),
      hideOnPhone: true,
    },
  ]
}

function AddCard({ frame, links, indicators, fields, again }: CatalogueProps) {
  const t = targetsWords(frame.lang)
  const groups = indicatorGroups(indicators, frame.lang, t.noField)
  const named = fields.map((field) => ({
    value: field.code,
    label: frame.lang === 'vi' ? field.nameVi : field.nameEn,
  }))
  const kinds = (['level', 'share', 'growth', 'date', 'yes_no', 'narrative'] as const).map((value) => ({
    value,
    label: t[`kind_${value}`],
  }))
  const directions = (['up', 'down', 'none'] as const).map((value) => ({
    value,
    label: t[`direction_${value}`],
  }))
  return (
    <Card title={t.addIndicator}>
      <Form action={links.catalogue} submitLabel={t.addIndicator} {...formState(again, links.catalogue)}>
        <FieldGroup legend={t.indicator} columns>
          <TextInput name="name" label={t.name} required />
          <TextInput name="unitOfMeasure" label={t.unitOfMeasure} narrow />
          <Select name="kind" label={t.kind} choices={kinds} placeholder={false} narrow />
          <Select name="direction" label={t.direction} choices={directions} placeholder={false} narrow />
          <Select name="fieldCode" label={t.field} choices={named} narrow />
        </FieldGroup>
        <FieldGroup legend={t.optionalMore} columns>
          <TextInput name="code" label={t.code} hint={t.codeHint} narrow />
          <NumberInput name="decimals" label={t.decimals} value="3" />
          <Select name="partOfId" label={t.partOf} groups={groups} narrow />
          <Select name="convertsToId" label={t.convertsTo} groups={groups} narrow />
          <NumberInput name="conversionFactor" label={t.conversionFactor} />
        </FieldGroup>
      </Form>
    </Card>
  )
}
