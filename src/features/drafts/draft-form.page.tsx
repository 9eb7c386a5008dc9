import { conflictsOf, formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import {
  ConflictNotice,
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
import { draftKindNames, draftsWords } from './drafts.messages.ts'
import type { draftsPaths } from './drafts.paths.ts'
import type { DraftRow } from './drafts.store.ts'

type DraftFormPageProps = {
  readonly frame: PageFrame
  readonly paths: ReturnType<typeof draftsPaths>
  /** The draft that gets a new wording; none when one is begun. */
  readonly draft?: DraftRow
  readonly again?: FormAgain | undefined
}

/** Writing a draft, or its next version. */
export function DraftFormPage({ frame, paths, draft, again }: DraftFormPageProps) {
  const t = draftsWords(frame.lang)
  const action = draft ? paths.revise(draft.id) : paths.start
  const title = draft ? t.reviseTitle : t.startTitle
  const lead = !draft ? t.startLead : draft.state === 'circulating' ? t.reviseLead : t.reviseInPlace
  const conflicts = conflictsOf(again, { title: t.titleField, body: t.body })
  return (
    <Layout
      frame={frame}
      title={title}
      breadcrumb={[
        { label: t.title, href: paths.list },
        ...(draft ? [{ label: draft.title, href: paths.show(draft.id) }] : []),
        { label: title },
      ]}
    >
      <div class="gu-prose">
        <PageHeader title={title} lead={lead} />
        {conflicts.length > 0 ? <ConflictNotice by={t.somebody} at={t.justNow} fields={conflicts} /> : null}
        <Form
          action={action}
          multipart
          submitLabel={t.save}
          cancelHref={draft ? paths.show(draft.id) : paths.list}
          {...formState(again, action)}
        >
          {draft ? <Hidden name="version" value={String(draft.version)} /> : null}
          {draft ? null : (
            <Select
              name="kind"
              label={t.kind}
              required
              narrow
              choices={Object.entries(draftKindNames).map(([value, name]) => ({
                value,
                label: name[frame.lang],
              }))}
            />
          )}
          <TextInput name="title" label={t.titleField} value={draft?.title} required />
          <TextArea name="body" label={t.body} hint={t.bodyHint} rows={14} value={draft?.body} />
          <FileInput
            name="file"
            label={t.file}
            accept=".pdf,.docx,.doc,.xlsx,.xls,.png,.jpg,.jpeg"
            acceptWords={t.fileWords}
            maxMegabytes={25}
            hint={draft?.fileName ? t.fileKept(draft.fileName) : undefined}
          />
          {draft ? <TextArea name="changes" label={t.changes} rows={3} required /> : null}
        </Form>
      </div>
    </Layout>
  )
}
