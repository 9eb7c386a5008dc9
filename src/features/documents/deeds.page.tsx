import { paperTypes } from '../../domain/documents/paper-types.ts'
import { conflictsOf, formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import { nameOf } from '../../i18n/words.ts'
import {
  ConfirmForm,
  ConflictNotice,
  DateInput,
  FieldGroup,
  FileInput,
  Form,
  Hidden,
  Layout,
  NumberInput,
  type PageFrame,
  PageHeader,
  Select,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { documentsWords, partNames } from './documents.messages.ts'
import type { DocumentLinks } from './documents.paths.ts'
import type { PaperRow, PartRow } from './papers.store.ts'
import { asksSigner, numbering, type Part } from './parts.ts'

type Common = {
  readonly frame: PageFrame
  readonly links: DocumentLinks
  readonly row: PaperRow
  readonly again?: FormAgain | undefined
}

type PartPageProps = Common & {
  readonly part: Part
  readonly written: PartRow | undefined
  /** Units a part can be given to; empty for who may not give it on. */
  readonly units: readonly { readonly id: string; readonly name: string }[]
  /** Where one comes from: the paper, or the list for a unit that sees only its part. */
  readonly back: string
}

/** One written part of a draft. */
export function PartPage({ frame, links, row, part, written, units, back, again }: PartPageProps) {
  const t = documentsWords(frame.lang)
  const name = paperTypes[row.type][frame.lang]
  const title = t.partTitle(nameOf(partNames, part.key, frame.lang))
  const action = links.part(row.id, part.key)
  const conflicts = conflictsOf(again, { body: t.partBody })
  const hint = { adds: t.partAdds, replaces: t.partReplaces, date: t.partDay }[part.kind]
  return (
    <Layout
      frame={frame}
      title={title}
      breadcrumb={[{ label: t.title, href: links.list }, { label: name, href: back }, { label: t.write }]}
    >
      <div class="gu-prose">
        <PageHeader title={title} eyebrow={name} />
        {conflicts.length > 0 ? <ConflictNotice by={t.somebody} at={t.justNow} fields={conflicts} /> : null}
        <Form action={action} submitLabel={t.savePart} cancelHref={back} {...formState(again, action)}>
          <Hidden name="version" value={String(written?.version ?? 0)} />
          {part.kind === 'date' ? (
            <DateInput
              name="body"
              label={nameOf(partNames, part.key, frame.lang)}
              hint={hint}
              value={written?.body}
            />
          ) : (
            <TextArea name="body" label={t.partBody} hint={hint} rows={10} value={written?.body} />
          )}
          {units.length > 0 ? (
            <Select
              name="ownerUnitId"
              label={t.owner}
              placeholder={t.ownerNone}
              value={written?.ownerUnitId ?? ''}
              choices={units.map(({ id, name: unit }) => ({ value: id, label: unit }))}
            />
          ) : null}
        </Form>
      </div>
    </Layout>
  )
}

type IssuePageProps = Common & {
  readonly today: string
  readonly symbol: string
  readonly place: string
  readonly signer: { readonly name: string; readonly title: string; readonly capacity: string }
}

/** Number, day and signer as the clerk's office gives them. */
export function IssuePage({ frame, links, row, today, symbol, place, signer, again }: IssuePageProps) {
  const t = documentsWords(frame.lang)
  const title = t.issueTitle(paperTypes[row.type][frame.lang])
  const action = links.issue(row.id)
  const numbered = numbering(row.type)
  return (
    <Layout
      frame={frame}
      title={title}
      breadcrumb={[
        { label: t.title, href: links.list },
        { label: paperTypes[row.type][frame.lang], href: links.show(row.id) },
        { label: t.issue },
      ]}
    >
      <div class="gu-prose">
        <PageHeader title={title} lead={t.issueLead} />
        {again?.differences ? <ConflictNotice by={t.somebody} at={t.justNow} fields={[]} /> : null}
        <Form
          action={action}
          multipart
          submitLabel={t.issueNow}
          cancelHref={links.show(row.id)}
          {...formState(again, action)}
        >
          <Hidden name="version" value={String(row.version)} />
          <FieldGroup legend={t.numberAndDate} columns>
            {numbered === 'never' ? null : (
              <NumberInput
                name="number"
                label={t.number}
                hint={numbered === 'always' ? t.numberHint : t.numberHintMinutes}
                required={numbered === 'always'}
              />
            )}
            {numbered === 'never' ? null : (
              <TextInput name="symbol" label={t.symbol} hint={t.symbolHint(symbol)} narrow />
            )}
            <DateInput
              name="issuedOn"
              label={numbered === 'never' ? t.formDate : t.issuedOn}
              value={today}
              required
            />
            <TextInput name="place" label={t.place} value={place} narrow />
          </FieldGroup>
          {asksSigner(row.type) ? (
            <FieldGroup legend={t.signing} hint={t.signingHint} columns>
              <TextInput name="signerName" label={t.signerName} value={signer.name} />
              <TextInput name="signerTitle" label={t.signerTitle} value={signer.title} />
              <Select
                name="capacity"
                label={t.capacity}
                placeholder={t.capacityOwn}
                value={signer.capacity}
                choices={['KT.', 'TL.', 'TUQ.', 'Q.'].map((code) => ({ value: code, label: code }))}
              />
            </FieldGroup>
          ) : null}
          <DateInput name="lawDate" label={t.lawDate} hint={t.lawDateHint} value={row.lawDate ?? undefined} />
          <FileInput
            name="scan"
            label={t.scan}
            accept=".pdf,.png,.jpg,.jpeg"
            acceptWords={t.scanWords}
            maxMegabytes={25}
          />
        </Form>
      </div>
    </Layout>
  )
}

/** The second step before an issued paper stops holding. */
export function WithdrawPage({ frame, links, row, today, again }: Common & { readonly today: string }) {
  const t = documentsWords(frame.lang)
  const title = t.withdrawTitle(row.title)
  const action = links.withdraw(row.id)
  const { values, errors } = formState(again, action)
  return (
    <Layout
      frame={frame}
      title={title}
      breadcrumb={[{ label: t.title, href: links.list }, { label: t.withdraw }]}
    >
      <ConfirmForm
        title={title}
        action={action}
        consequences={[t.withdrawLead]}
        irreversible
        danger
        confirmLabel={t.withdrawNow}
        cancelHref={links.show(row.id)}
        {...(values ? { values } : {})}
        {...(errors ? { errors } : {})}
      >
        <TextInput name="reason" label={t.reason} required />
        <DateInput name="withdrawnOn" label={t.withdrawnOn} value={today} required />
      </ConfirmForm>
    </Layout>
  )
}
