import { type UnitKind, unitKindLabels, unitKinds } from '../../domain/units/index.ts'
import { printDate } from '../../domain/vietnamese/index.ts'
import type { Lang } from '../../i18n/words.ts'
import {
  Button,
  Card,
  DataTable,
  EmptyState,
  Form,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
  Select,
  Tag,
  TextInput,
} from '../../ui/index.ts'
import type { ChoiceRow, FieldRow } from './unit.store.ts'
import { unitsWords } from './units.messages.ts'
import { unitsPaths } from './units.paths.ts'
import type { UnitFilter, UnitRow } from './units.store.ts'

type UnitsPageProps = {
  readonly frame: PageFrame
  readonly units: readonly UnitRow[]
  readonly filter: UnitFilter
  readonly provinces: readonly ChoiceRow[]
  readonly fields: readonly FieldRow[]
  readonly mayFound: boolean
}

/** The register of units. */
export function UnitsPage({ frame, units, filter, provinces, fields, mayFound }: UnitsPageProps) {
  const t = unitsWords(frame.lang)
  return (
    <Layout frame={frame} title={t.title} description={t.lead}>
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={
          mayFound ? (
            <LinkButton href={unitsPaths.found} kind="primary" icon="plus">
              {t.found}
            </LinkButton>
          ) : null
        }
      />
      <div class="gu-stack">
        <Card>
          <FilterForm frame={frame} filter={filter} provinces={provinces} fields={fields} />
        </Card>
        {units.length === 0 ? (
          <EmptyState icon="building" title={t.noneFound} text={t.noneFoundText} />
        ) : (
          <Card flush>
            <DataTable
              caption={t.count(units.length)}
              rows={units}
              rowKind={(unit) => (unit.dissolvedOn ? 'muted' : undefined)}
              columns={[
                {
                  header: t.name,
                  width: 'wide',
                  cell: (unit) => (
                    <>
                      <a href={unitsPaths.show(unit.slug)}>{unit.name}</a>{' '}
                      {unit.illustrative ? <Mark kind="sample" /> : null}
                      {unit.dissolvedOn ? <Tag>{t.endedOn(printDate(unit.dissolvedOn))}</Tag> : null}
                    </>
                  ),
                },
                { header: t.shortName, cell: (unit) => unit.shortName, hideOnPhone: true },
                { header: t.kind, cell: (unit) => kindName(unit.kind, frame.lang) },
                {
                  header: t.blocs,
                  cell: (unit) =>
                    unit.blocs.map((bloc, index) => (
                      <>
                        {index > 0 ? ', ' : ''}
                        <a href={`/khoi/${bloc.slug}`}>{bloc.shortName}</a>
                      </>
                    )),
                },
                { header: t.province, cell: (unit) => unit.provinceName, hideOnPhone: true },
              ]}
            />
          </Card>
        )}
      </div>
    </Layout>
  )
}

function FilterForm({ frame, filter, provinces, fields }: Omit<UnitsPageProps, 'units' | 'mayFound'>) {
  const t = unitsWords(frame.lang)
  return (
    <div class="gu-filter">
      <Form action={unitsPaths.list} method="get" bare>
        <TextInput name="tim" label={t.search} type="search" hint={t.searchHint} value={filter.search} />
        <Select
          name="loai"
          label={t.kind}
          placeholder={t.allKinds}
          value={filter.kind}
          choices={unitKinds.map((kind) => ({ value: kind, label: unitKindLabels[kind][frame.lang] }))}
        />
        <Select
          name="tinh"
          label={t.province}
          placeholder={t.allProvinces}
          value={filter.provinceId}
          choices={provinces.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          name="linh-vuc"
          label={t.field}
          placeholder={t.allFields}
          value={filter.field}
          choices={fields.map((field) => ({
            value: field.code,
            label: frame.lang === 'vi' ? field.nameVi : field.nameEn,
          }))}
        />
        <Select
          name="tinh-trang"
          label={t.life}
          placeholder={false}
          value={filter.life}
          choices={[
            { value: 'living', label: t.living },
            { value: 'ended', label: t.ended },
            { value: 'all', label: t.all },
          ]}
        />
        <Button icon="search">{t.filter}</Button>
      </Form>
    </div>
  )
}

/** The word of a kind of unit. */
export function kindName(kind: string, lang: Lang): string {
  return unitKindLabels[kind as UnitKind]?.[lang] ?? ''
}
