import type { AdoptionLack, Silence } from '../../domain/drafts/index.ts'
import { printDate } from '../../domain/vietnamese/index.ts'
import { formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import {
  Alert,
  Card,
  ConfirmForm,
  DateInput,
  FieldGroup,
  Form,
  Layout,
  type PageFrame,
  PageHeader,
  RadioGroup,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { adoptedHowNames, answerNames, draftsWords } from './drafts.messages.ts'
import type { draftsPaths } from './drafts.paths.ts'
import type { CommentRow, DraftRow } from './drafts.store.ts'

type DecisionProps = {
  readonly frame: PageFrame
  readonly paths: ReturnType<typeof draftsPaths>
  readonly draft: DraftRow
  readonly again?: FormAgain | undefined
}

/** Sending a draft round: deadline, and what silence will count as. */
export function CirculatePage({
  frame,
  paths,
  draft,
  asked,
  silence,
  today,
  again,
}: DecisionProps & { readonly asked: number; readonly silence: Silence; readonly today: string }) {
  const t = draftsWords(frame.lang)
  const action = paths.circulate(draft.id)
  return (
    <Layout frame={frame} title={t.circulate} breadcrumb={crumbs(frame, paths, draft, t.circulate)}>
      <div class="gu-prose">
        <PageHeader title={t.circulateTitle(draft.title)} lead={t.circulateLead(String(asked))} />
        <Form
          action={action}
          submitLabel={t.circulate}
          cancelHref={paths.show(draft.id)}
          {...formState(again, action)}
        >
          <FieldGroup legend={t.dueOn} columns>
            <DateInput name="circulatedOn" label={t.circulatedOn} value={today} required />
            <DateInput name="dueOn" label={t.dueOn} min={today} required />
          </FieldGroup>
          <RadioGroup
            name="silenceMeans"
            label={t.silence}
            hint={t.silenceByRules}
            value={silence}
            required
            choices={[
              { value: 'agrees', label: t.silenceAgrees },
              { value: 'no_opinion', label: t.silenceNoOpinion },
            ]}
          />
        </Form>
      </div>
    </Layout>
  )
}

/** The head's answer to one comment. */
export function AnswerPage({
  frame,
  paths,
  draft,
  comment,
  unitName,
  again,
}: DecisionProps & { readonly comment: CommentRow; readonly unitName: string }) {
  const t = draftsWords(frame.lang)
  const action = paths.answer(draft.id, comment.id)
  const title = t.answerTitle(unitName)
  return (
    <Layout frame={frame} title={title} breadcrumb={crumbs(frame, paths, draft, t.answer)}>
      <div class="gu-prose">
        <PageHeader title={title} />
        <Card title={comment.passage || t.whole}>
          <p class="gu-wording">{comment.body}</p>
          {comment.fileId ? (
            <p>
              <a href={`/tep/${comment.fileId}`}>{comment.fileName}</a>
            </p>
          ) : null}
        </Card>
        <Form
          action={action}
          submitLabel={t.answerSave}
          cancelHref={paths.show(draft.id)}
          {...formState(again, action)}
        >
          <RadioGroup
            name="answer"
            label={t.answer}
            required
            value={comment.answer ?? undefined}
            choices={Object.entries(answerNames).map(([value, name]) => ({
              value,
              label: name[frame.lang],
            }))}
          />
          <TextArea
            name="reason"
            label={t.answerReason}
            hint={t.answerReasonHint}
            value={comment.answerReason}
          />
        </Form>
      </div>
    </Layout>
  )
}

/** Adopting a draft, with what is still missing. */
export function AdoptPage({
  frame,
  paths,
  draft,
  lacks,
  today,
  again,
}: DecisionProps & { readonly lacks: readonly AdoptionLack[]; readonly today: string }) {
  const t = draftsWords(frame.lang)
  const action = paths.adopt(draft.id)
  return (
    <Layout frame={frame} title={t.adopt} breadcrumb={crumbs(frame, paths, draft, t.adopt)}>
      <div class="gu-prose gu-stack">
        <PageHeader title={t.adoptTitle(draft.title)} />
        {lacks.length > 0 ? (
          <Alert tone="warning" title={t.lacks}>
            <ul>
              {lacks.map((lack) => (
                <li>{lackText(frame, lack)}</li>
              ))}
            </ul>
          </Alert>
        ) : null}
        <Form
          action={action}
          submitLabel={t.adopt}
          cancelHref={paths.show(draft.id)}
          {...formState(again, action)}
        >
          <RadioGroup
            name="how"
            label={t.adoptHow}
            required
            choices={Object.entries(adoptedHowNames).map(([value, name]) => ({
              value,
              label: name[frame.lang],
            }))}
          />
          <DateInput name="adoptedOn" label={t.adoptedOn} value={today} required />
          <TextInput name="note" label={t.adoptNote} />
          {lacks.length > 0 ? (
            <TextArea name="reason" label={t.adoptReason} hint={t.adoptReasonHint} rows={2} />
          ) : null}
        </Form>
      </div>
    </Layout>
  )
}

/** Taking a draft back. */
export function WithdrawPage({ frame, paths, draft, again }: DecisionProps) {
  const t = draftsWords(frame.lang)
  const action = paths.withdraw(draft.id)
  return (
    <Layout frame={frame} title={t.withdraw} breadcrumb={crumbs(frame, paths, draft, t.withdraw)}>
      <ConfirmForm
        title={t.withdrawTitle(draft.title)}
        action={action}
        consequences={[t.withdrawKeeps, t.withdrawStops]}
        irreversible
        danger
        confirmLabel={t.withdraw}
        cancelHref={paths.show(draft.id)}
        {...formState(again, action)}
      >
        <TextArea name="reason" label={t.reason} rows={2} required />
      </ConfirmForm>
    </Layout>
  )
}

function crumbs(frame: PageFrame, paths: DecisionProps['paths'], draft: DraftRow, last: string) {
  const t = draftsWords(frame.lang)
  return [
    { label: t.title, href: paths.list },
    { label: draft.title, href: paths.show(draft.id) },
    { label: last },
  ]
}

function lackText(frame: PageFrame, lack: AdoptionLack): string {
  const t = draftsWords(frame.lang)
  switch (lack.code) {
    case 'never_circulated':
      return t.lackNever
    case 'comments_unanswered':
      return t.lackUnanswered(String(lack.count))
    case 'deadline_not_over':
      return t.lackDeadline(printDate(lack.dueOn))
    case 'less_than_half_agree':
      return t.lackHalf(String(lack.agreeing), String(lack.asked))
  }
}
