import { awards } from '../../domain/awards/index.ts'
import { printDate } from '../../domain/vietnamese/index.ts'
import { formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import {
  Alert,
  Card,
  type Column,
  ConfirmForm,
  DataTable,
  DateInput,
  EmptyState,
  FieldGroup,
  Form,
  Layout,
  LinkButton,
  NumberInput,
  type PageFrame,
  PageHeader,
  Pagination,
  Select,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { unitsPaths } from '../units/units.paths.ts'
import { awardsPaths } from './awards.paths.ts'
import { awardText } from './awards.view.ts'
import { AwardName, IllustrativeMark } from './proposal-list.tsx'
import { recordsWords } from './records.messages.ts'
import type { AwardRecordRow, RecordFilter } from './records.store.ts'

export type RecordsPageProps = {
  readonly frame: PageFrame
  readonly filter: RecordFilter
  readonly rows: readonly AwardRecordRow[]
  readonly total: number
  readonly page: number
  readonly pages: number
  readonly years: readonly number[]
  readonly provinces: readonly { readonly id: string; readonly name: string }[]
  readonly mayManageIn: string | undefined
  readonly hrefOf: (page: number) => string
}

/** The lifelong award record, open to everybody. */
export function RecordsPage(props: RecordsPageProps) {
  const { frame, total, page, pages, hrefOf, mayManageIn } = props
  const t = recordsWords(frame.lang)
  return (
    <Layout frame={frame} title={t.title} description={t.lead}>
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={
          mayManageIn ? (
            <>
              <LinkButton href={awardsPaths.addRecord} kind="primary" icon="plus">
                {t.add}
              </LinkButton>
              <LinkButton href={awardsPaths.overview} icon="list">
                {t.overview}
              </LinkButton>
            </>
          ) : null
        }
      />
      <div class="gu-stack-large">
        <SearchCard {...props} />
        <Card title={total > 0 ? t.found(String(total)) : undefined} flush={total > 0}>
          {total > 0 ? <RecordTable {...props} /> : <NothingFound {...props} />}
        </Card>
        <Pagination page={page} pages={pages} hrefOf={hrefOf} />
      </div>
    </Layout>
  )
}

function SearchCard({ frame, filter, years, provinces }: RecordsPageProps) {
  const { lang } = frame
  const t = recordsWords(lang)
  return (
    <Card>
      <Form action={awardsPaths.records} method="get" submitLabel={t.find}>
        <FieldGroup legend={t.searchIn} columns>
          <TextInput name="tim" type="search" label={t.search} value={filter.search} />
          <Select
            name="nam"
            label={t.year}
            placeholder={t.all}
            value={filter.year}
            choices={years.map((year) => ({ value: String(year), label: String(year) }))}
          />
          <Select
            name="hinh-thuc"
            label={t.award}
            placeholder={t.all}
            value={filter.awardCode}
            choices={Object.values(awards)
              .toSorted((a, b) => b.order - a.order)
              .map((award) => ({ value: award.code, label: award.name[lang] }))}
          />
          <Select
            name="tinh"
            label={t.province}
            placeholder={t.all}
            value={filter.provinceId}
            choices={provinces.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </FieldGroup>
      </Form>
    </Card>
  )
}

function RecordTable({ frame, rows, mayManageIn }: RecordsPageProps) {
  const { lang } = frame
  const t = recordsWords(lang)
  const columns: Column<AwardRecordRow>[] = [
    {
      header: t.recipient,
      width: 'wide',
      cell: (row) => (
        <>
          {row.unitSlug ? <a href={unitsPaths.show(row.unitSlug)}>{row.recipientName}</a> : row.recipientName}{' '}
          <IllustrativeMark of={row} />
        </>
      ),
    },
    { header: t.year, width: 'fit', numeric: true, cell: ({ year }) => String(year) },
    { header: t.award, width: 'wide', cell: (row) => <AwardName of={row} /> },
    {
      header: t.decision,
      width: 'wide',
      cell: (row) => decisionOf(row, lang) || <span class="gu-muted">{t.decisionUnknown}</span>,
    },
    {
      header: t.presented,
      width: 'fit',
      hideOnPhone: true,
      cell: ({ presentedOn }) => (presentedOn ? printDate(presentedOn) : '–'),
    },
    { header: t.province, width: 'fit', hideOnPhone: true, cell: ({ provinceName }) => provinceName },
  ]
  if (mayManageIn) {
    columns.push({
      header: t.manage,
      width: 'fit',
      cell: (row) =>
        row.proposalId === null && row.provinceId === mayManageIn ? (
          <LinkButton href={awardsPaths.removeRecord(row.id)} kind="quiet" size="small">
            {t.remove}
          </LinkButton>
        ) : null,
    })
  }
  return <DataTable caption={t.title} captionHidden columns={columns} rows={rows} />
}

function NothingFound({ frame, filter }: RecordsPageProps) {
  const t = recordsWords(frame.lang)
  const narrowed = Object.values(filter).some((value) => value !== '')
  return <EmptyState icon="trophy" title={t.empty} text={narrowed ? t.notFound : t.emptyText} />
}

function decisionOf(row: AwardRecordRow, lang: PageFrame['lang']): string {
  const t = recordsWords(lang)
  const paper = [
    row.decisionNumber ? t.numberOf(row.decisionNumber) : '',
    row.decidedOn ? t.dated(printDate(row.decidedOn)) : '',
  ]
  return [paper.filter(Boolean).join(' '), row.decidedBy].filter(Boolean).join(', ')
}

export type AddRecordPageProps = {
  readonly frame: PageFrame
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly again: FormAgain | undefined
}

/** An award of the past is entered. */
export function AddRecordPage({ frame, units, again }: AddRecordPageProps) {
  const { lang } = frame
  const t = recordsWords(lang)
  const action = awardsPaths.addRecord
  return (
    <Layout
      frame={frame}
      title={t.add}
      breadcrumb={[{ label: t.title, href: awardsPaths.records }, { label: t.add }]}
    >
      <PageHeader title={t.add} lead={t.addLead} />
      <Card>
        <Form
          action={action}
          {...formState(again, action)}
          submitLabel={t.save}
          cancelHref={awardsPaths.records}
        >
          <Select
            name="unitId"
            label={t.unit}
            hint={t.unitHint}
            choices={units.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextInput name="recipientName" label={t.recipientName} hint={t.recipientHint} />
          <Select
            name="awardCode"
            label={t.award}
            required
            choices={Object.values(awards)
              .toSorted((a, b) => b.order - a.order)
              .map((award) => ({ value: award.code, label: award.name[lang] }))}
          />
          <TextInput name="printedWording" label={t.wording} />
          <NumberInput name="year" label={t.year} hint={t.yearHint} required />
          <TextInput name="decisionNumber" label={t.number} narrow />
          <DateInput name="decidedOn" label={t.decidedOn} />
          <TextInput name="decidedBy" label={t.decidedBy} />
          <TextInput name="source" label={t.source} hint={t.sourceHint} />
        </Form>
      </Card>
    </Layout>
  )
}

export type RemoveRecordPageProps = {
  readonly frame: PageFrame
  readonly record: AwardRecordRow
  readonly again: FormAgain | undefined
}

/** Asks once more before a line entered by mistake is taken out. */
export function RemoveRecordPage({ frame, record, again }: RemoveRecordPageProps) {
  const t = recordsWords(frame.lang)
  const action = awardsPaths.removeRecord(record.id)
  return (
    <Layout
      frame={frame}
      title={t.remove}
      breadcrumb={[{ label: t.title, href: awardsPaths.records }, { label: t.remove }]}
    >
      {again?.problem ? <Alert tone="danger">{again.problem}</Alert> : null}
      <ConfirmForm
        title={t.removeQuestion(record.recipientName)}
        action={action}
        consequences={[`${awardText(record, frame.lang).name}, ${record.year}`, t.removeWill]}
        irreversible
        danger
        confirmLabel={t.remove}
        cancelHref={awardsPaths.records}
        {...formState(again, action)}
      >
        <TextArea name="reason" label={t.reason} required rows={2} />
      </ConfirmForm>
    </Layout>
  )
}
