import { printDate } from '../../domain/vietnamese/index.ts'
import { formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import {
  Alert,
  Card,
  DateInput,
  FieldGroup,
  FileInput,
  Form,
  Layout,
  type PageFrame,
  PageHeader,
  RadioGroup,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { draftsWords } from './drafts.messages.ts'
import type { draftsPaths } from './drafts.paths.ts'
import type { CommentRow, DraftRow } from './drafts.store.ts'

type CommentPageProps = {
  readonly frame: PageFrame
  readonly paths: ReturnType<typeof draftsPaths>
  readonly draft: DraftRow
  readonly unit: { readonly name: string; readonly slug: string }
  /** The reader speaks for the unit; otherwise the opinion is recorded for it. */
  readonly own: boolean
  readonly before: readonly CommentRow[]
  readonly today: string
  readonly again?: FormAgain | undefined
}

/** A unit agrees or comments; or its answer is recorded from paper or e-mail. */
export function CommentPage(props: CommentPageProps) {
  const { frame, paths, draft, unit, own, before, today, again } = props
  const t = draftsWords(frame.lang)
  const action = paths.comment(draft.id, unit.slug)
  const title = own ? t.yourOpinion(unit.name) : t.recordTitle(unit.name)
  const silence = draft.silenceMeans === 'agrees' ? t.silenceAgrees : t.silenceNoOpinion
  const lead = own && draft.dueOn ? t.yourOpinionLead(printDate(draft.dueOn), silence) : t.recordLead
  return (
    <Layout
      frame={frame}
      title={title}
      breadcrumb={[
        { label: t.title, href: paths.list },
        { label: draft.title, href: paths.show(draft.id) },
        { label: title },
      ]}
    >
      <div class="gu-prose">
        <PageHeader title={title} lead={lead} eyebrow={draft.title} />
        {before.length > 0 ? <Alert>{t.already}</Alert> : null}
        {draft.body ? (
          <Card title={t.text}>
            <p class="gu-wording">{draft.body}</p>
          </Card>
        ) : null}
        <Form
          action={action}
          multipart
          submitLabel={own ? t.send : t.record}
          cancelHref={paths.show(draft.id)}
          {...formState(again, action)}
        >
          {own ? null : (
            <FieldGroup legend={t.channel} columns>
              <RadioGroup
                name="channel"
                label={t.channel}
                labelHidden
                value="paper"
                inline
                choices={[
                  { value: 'paper', label: t.channelPaper },
                  { value: 'file', label: t.channelFile },
                ]}
              />
              <DateInput name="saidOn" label={t.saidOn} value={today} required />
              <TextInput name="signer" label={t.signer} required />
            </FieldGroup>
          )}
          <RadioGroup
            name="opinion"
            label={t.opinion}
            required
            choices={[
              { value: 'agrees', label: t.agree },
              { value: 'comments', label: t.comment },
            ]}
          />
          <TextInput name="passage" label={t.passage} hint={t.passageHint} narrow />
          <TextArea name="body" label={t.commentBody} rows={5} />
          <FileInput
            name="file"
            label={t.commentFile}
            accept=".pdf,.docx,.doc,.png,.jpg,.jpeg"
            acceptWords={t.fileWords}
            maxMegabytes={25}
          />
        </Form>
      </div>
    </Layout>
  )
}
