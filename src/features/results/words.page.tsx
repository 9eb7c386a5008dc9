import { printDate } from '../../domain/vietnamese/index.ts'
import { conflictsOf, formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import { stepWords } from '../../steps/step.messages.ts'
import {
  Button,
  Card,
  ConflictNotice,
  Form,
  Hidden,
  Layout,
  Mark,
  type PageFrame,
  PageHeader,
  Select,
  TextArea,
} from '../../ui/index.ts'
import { type NarrativePart, narrativeParts } from './report-parts.ts'
import type { NarrativeRow } from './reports.store.ts'
import { resultsWords } from './results.messages.ts'
import type { ResultLinks } from './results.paths.ts'

type WordsProps = {
  readonly frame: PageFrame
  readonly links: ResultLinks
  readonly name: string
  readonly slug: string
  readonly narratives: readonly NarrativeRow[]
  /** The field of work the parts are about; '' for the whole. */
  readonly fieldCode: string
  readonly fields: readonly { readonly code: string; readonly name: string }[]
  readonly mayWrite: boolean
  readonly onBehalf: boolean
  readonly again: FormAgain | undefined
}

/** The written parts of the report of a unit, or of the bloc by field of work; each is saved by itself. */
export function WordsPage(props: WordsProps) {
  const { frame, links, name, slug, fields, fieldCode, again } = props
  const t = resultsWords(frame.lang)
  const conflicts = conflictsOf(again, { body: t.words })
  return (
    <Layout
      frame={frame}
      title={t.words}
      breadcrumb={[
        { label: t.title, href: links.overview },
        { label: name, href: links.sheet(slug) },
        { label: t.words },
      ]}
    >
      <PageHeader title={t.words} eyebrow={name} lead={t.wordsLead} />
      {conflicts.length > 0 ? <ConflictNotice by={t.somebody} at={t.justNow} fields={conflicts} /> : null}
      {fields.length > 0 ? (
        <form method="get" action={links.words(slug)} class="gu-inline-form">
          <Select
            name="linh-vuc"
            label={t.forField}
            choices={fields.map((field) => ({ value: field.code, label: field.name }))}
            value={fieldCode}
            placeholder={t.wholeReport}
          />
          <Button>{t.details}</Button>
        </form>
      ) : null}
      <div class="gu-stack">
        {narrativeParts.map((part) => (
          <Part {...props} part={part} />
        ))}
      </div>
    </Layout>
  )
}

function Part(props: WordsProps & { readonly part: NarrativePart }) {
  const { frame, links, slug, narratives, fieldCode, part, mayWrite, onBehalf, again } = props
  const t = resultsWords(frame.lang)
  const s = stepWords(frame.lang)
  const written = narratives.find(
    (one) => one.part === part && (one.fieldCode ?? '') === fieldCode && one.period === '',
  )
  const action = links.words(slug)
  const mine = again?.values.part === part ? formState(again, action) : {}
  if (!mayWrite && !written?.body) return null
  return (
    <Card title={t[`part_${part}`]} aside={written?.illustrative ? <Mark kind="sample" /> : null} id={part}>
      {mayWrite ? (
        <Form action={action} bare {...mine}>
          <Hidden name="part" value={part} />
          <Hidden name="fieldCode" value={fieldCode} />
          <Hidden name="version" value={String(written?.version ?? 0)} />
          <TextArea name="body" label={t[`part_${part}`]} labelHidden value={written?.body ?? ''} rows={4} />
          {onBehalf ? (
            <Select
              name="channel"
              label={t.channel}
              choices={(['paper', 'file', 'screen'] as const).map((value) => ({ value, label: s[value] }))}
              value="file"
              placeholder={false}
              narrow
            />
          ) : (
            <Hidden name="channel" value="screen" />
          )}
          <div class="gu-form-actions">
            <Button>{t.savePart}</Button>
          </div>
        </Form>
      ) : (
        <p class="gu-prose">{written?.body}</p>
      )}
      {written?.writtenByName ? (
        <p class="gu-note">
          {t.writtenBy(
            written.writtenByName,
            printDate(written.writtenAt.toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })),
          )}
          {written.onBehalf ? `, ${t.onBehalf}` : ''}
        </p>
      ) : null}
    </Card>
  )
}
