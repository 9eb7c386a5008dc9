import { printNumber } from '../../domain/vietnamese/index.ts'
import { formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import {
  Button,
  Card,
  type Column,
  DataTable,
  Form,
  Layout,
  Mark,
  type PageFrame,
  PageHeader,
  Select,
  type Tab,
  Tabs,
} from '../../ui/index.ts'
import { catalogueWords } from './catalogue.messages.ts'
import { IndicatorFields } from './indicator-fields.tsx'
import type { FieldRow, IndicatorRow } from './indicators.store.ts'
import { targetsWords } from './targets.messages.ts'
import type { TargetLinks } from './targets.paths.ts'

type CatalogueProps = {
  readonly frame: PageFrame
  readonly tabs: readonly Tab[]
  readonly tabsLabel: string
  readonly links: TargetLinks
  readonly indicators: readonly IndicatorRow[]
  /** All indicators, to point to. */
  readonly choices: readonly IndicatorRow[]
  readonly retired: readonly IndicatorRow[]
  /** Code of the field of work that alone is shown; '' for all. */
  readonly sector: string
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
        <SectorChoice {...props} />
        <DataTable
          caption={t.catalogue}
          captionHidden
          columns={columnsOf(props)}
          rows={indicators}
          dense
          empty={t.noIndicators}
        />
        {mayManage && !props.again ? <AddCard {...props} /> : null}
        {props.retired.length > 0 ? (
          <DataTable
            caption={catalogueWords(frame.lang).retiredList}
            columns={columnsOf(props)}
            rows={props.retired}
            dense
          />
        ) : null}
      </div>
    </Layout>
  )
}

function columnsOf({ frame, links }: CatalogueProps): readonly Column<IndicatorRow>[] {
  const t = targetsWords(frame.lang)
  const c = catalogueWords(frame.lang)
  return [
    {
      header: t.name,
      width: 'wide',
      cell: (one) => (
        <>
          <a href={links.indicator(one.id)}>{one.name}</a> {one.illustrative ? <Mark kind="sample" /> : null}
          {one.versionNumber > 1 ? (
            <span class="gu-muted"> ({c.versionWords(String(one.versionNumber))})</span>
          ) : null}
          {one.otherCurrencyOfName ? <div class="gu-muted">{c.alsoIn(one.otherCurrencyOfName)}</div> : null}
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

function AddCard(props: CatalogueProps) {
  const { frame, links, again } = props
  const t = targetsWords(frame.lang)
  return (
    <Card title={t.addIndicator}>
      <Form action={links.catalogue} submitLabel={t.addIndicator} {...formState(again, links.catalogue)}>
        <IndicatorFields {...props} indicators={props.choices} />
      </Form>
    </Card>
  )
}

/** One field of work at a time, without a script. */
function SectorChoice({ frame, links, fields, sector }: CatalogueProps) {
  const c = catalogueWords(frame.lang)
  const choices = fields.map((field) => ({
    value: field.code,
    label: frame.lang === 'vi' ? field.nameVi : field.nameEn,
  }))
  return (
    <form method="get" action={links.catalogue} class="gu-inline-form">
      <Select
        name="linh-vuc"
        label={c.bySector}
        choices={[{ value: '', label: c.allSectors }, ...choices]}
        value={sector}
        placeholder={false}
      />
      <Button>{c.show}</Button>
    </form>
  )
}
