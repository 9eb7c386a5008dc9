import { guidingPaperName, guidingPaperTypes } from '../../domain/documents/guiding-paper.ts'
import { conflictsOf, formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import {
  CheckboxList,
  ConflictNotice,
  DateInput,
  FieldGroup,
  FileInput,
  Form,
  Hidden,
  Layout,
  type PageFrame,
  PageHeader,
  Select,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { libraryWords } from './library.messages.ts'
import { libraryPaths } from './library.paths.ts'
import type { AddresseeRow, GuidingPaperRow, ProvinceChoice } from './library.store.ts'

/** Units that can be ticked, under the name of their bloc. */
export type AddresseeGroup = {
  readonly label: string
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly chosen: boolean
}

type PaperFormPageProps = {
  readonly frame: PageFrame
  readonly action: string
  readonly back: string
  readonly addressees: readonly AddresseeGroup[]
  /** For a paper of the province: which one, and for which year. */
  readonly provinces?: readonly ProvinceChoice[]
  readonly year?: string
  /** The paper that is completed; none when a new one is added. */
  readonly paper?: GuidingPaperRow
  readonly again?: FormAgain | undefined
}

/** Adding a guiding paper, or completing one whose number, issuer or date were not known. */
export function PaperFormPage(props: PaperFormPageProps) {
  const { frame, action, back, provinces, year, paper, addressees, again } = props
  const t = libraryWords(frame.lang)
  const title = paper ? t.reviseTitle : t.addTitle
  const labels = {
    type: t.type,
    number: t.number,
    issuer: t.issuer,
    issuedOn: t.issuedOn,
    title: t.titleField,
    summary: t.summary,
  }
  const conflicts = conflictsOf(again, labels)
  return (
    <Layout
      frame={frame}
      title={title}
      breadcrumb={[{ label: t.title, href: libraryPaths.list }, { label: title }]}
    >
      <div class="gu-prose">
        <PageHeader title={title} lead={t.addLead} />
        {conflicts.length > 0 ? <ConflictNotice by={t.somebody} at={t.justNow} fields={conflicts} /> : null}
        <Form action={action} multipart submitLabel={t.save} cancelHref={back} {...formState(again, action)}>
          {paper ? <Hidden name="version" value={String(paper.version)} /> : null}
          {provinces ? (
            <FieldGroup legend={t.from} columns>
              <Select
                name="provinceId"
                label={t.province}
                placeholder={false}
                required
                choices={provinces.map(({ id, name }) => ({ value: id, label: name }))}
              />
              <TextInput name="year" label={t.year} value={year} narrow />
            </FieldGroup>
          ) : null}
          <FieldGroup legend={t.paper} columns>
            <TextInput
              name="type"
              label={t.type}
              hint={t.typeHint}
              list={guidingPaperTypes}
              value={paper?.type}
            />
            <TextInput name="number" label={t.number} hint={t.numberHint} value={paper?.number} />
            <TextInput name="issuer" label={t.issuer} value={paper?.issuer} />
            <DateInput name="issuedOn" label={t.issuedOn} value={paper?.issuedOn ?? undefined} />
          </FieldGroup>
          <TextInput name="title" label={t.titleField} value={paper?.title} required />
          <TextArea name="summary" label={t.summary} value={paper?.summary} />
          <FileInput
            name="file"
            label={t.file}
            accept=".pdf,.docx,.doc,.png,.jpg,.jpeg"
            acceptWords={t.fileWords}
            maxMegabytes={25}
          />
          <Addressees
            groups={addressees}
            legend={paper ? t.moreAddressees : t.addressees}
            hint={t.addresseesHint}
          />
        </Form>
      </div>
    </Layout>
  )
}

function Addressees({
  groups,
  legend,
  hint,
}: {
  readonly groups: readonly AddresseeGroup[]
  readonly legend: string
  readonly hint: string
}) {
  if (groups.length === 0) return null
  return (
    <FieldGroup legend={legend} hint={hint}>
      {groups.map((group, index) => (
        <CheckboxList
          name={`addresseeIds.${index}`}
          label={group.label || legend}
          labelHidden={group.label === ''}
          inline
          choices={group.units.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={group.chosen ? group.units.map((unit) => unit.id) : []}
        />
      ))}
    </FieldGroup>
  )
}

type ReceiptPageProps = {
  readonly frame: PageFrame
  readonly paper: GuidingPaperRow
  readonly addressee: AddresseeRow
  readonly today: string
  readonly again?: FormAgain | undefined
}

/** Recording from the delivery book that a unit received the paper. */
export function ReceiptPage({ frame, paper, addressee, today, again }: ReceiptPageProps) {
  const t = libraryWords(frame.lang)
  const action = libraryPaths.receipt(paper.id, addressee.unitSlug)
  const name = guidingPaperName(paper, frame.lang)
  const title = t.receiptTitle(addressee.unitName)
  return (
    <Layout
      frame={frame}
      title={title}
      breadcrumb={[
        { label: t.title, href: libraryPaths.list },
        { label: name, href: libraryPaths.show(paper.id) },
        { label: t.recordReceipt },
      ]}
    >
      <div class="gu-prose">
        <PageHeader title={title} lead={name} />
        <Form
          action={action}
          submitLabel={t.receiptSave}
          cancelHref={libraryPaths.show(paper.id)}
          {...formState(again, action)}
        >
          <DateInput name="on" label={t.receiptOn} value={today} required />
          <TextInput name="note" label={t.receiptNote} required />
        </Form>
      </div>
    </Layout>
  )
}
