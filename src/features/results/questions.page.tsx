import { printDate, printPeriod } from '../../domain/vietnamese/index.ts'
import { formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import {
  Button,
  Card,
  DataTable,
  DateInput,
  EmptyState,
  Form,
  Hidden,
  Layout,
  Mark,
  type PageFrame,
  PageHeader,
  type Tab,
  Tabs,
  Tag,
  TextArea,
  Timeline,
  type Tone,
} from '../../ui/index.ts'
import { questionsWords } from './questions.messages.ts'
import type { QuestionRow, QuestionState } from './questions.store.ts'
import { resultsWords } from './results.messages.ts'
import type { ResultLinks } from './results.paths.ts'

const tones: Readonly<Record<QuestionState, Tone>> = { open: 'warning', answered: 'info', settled: 'good' }

type QuestionsProps = {
  readonly frame: PageFrame
  readonly links: ResultLinks
  readonly slug: string
  readonly indicatorId: string
  readonly period: string
  readonly questions: readonly QuestionRow[]
  readonly isOfBloc: boolean
  readonly mayAsk: boolean
  readonly mayAnswer: boolean
  readonly again: FormAgain | undefined
}

/** What was asked about one figure and answered, and the next word for whoever has it. */
export function QuestionsCard(props: QuestionsProps) {
  const { frame, questions, mayAsk } = props
  const t = questionsWords(frame.lang)
  const unsettled = questions.some((question) => question.state !== 'settled')
  if (questions.length === 0 && !mayAsk) return null
  return (
    <Card title={t.title} id="hoi-dap" kind={unsettled ? 'accent' : 'plain'}>
      <div class="gu-stack">
        {questions.map((question) => (
          <Conversation {...props} question={question} />
        ))}
        {mayAsk && !unsettled ? <AskForm {...props} /> : null}
      </div>
    </Card>
  )
}

function Conversation(props: QuestionsProps & { readonly question: QuestionRow }) {
  const { frame, question, mayAsk, mayAnswer } = props
  const t = questionsWords(frame.lang)
  const due = question.state === 'open' && question.dueOn ? ` ${t.due(printDate(question.dueOn))}` : ''
  return (
    <div>
      <p>
        <Tag tone={tones[question.state]}>{`${t[question.state]}${due}`}</Tag>{' '}
        {question.illustrative ? <Mark kind="sample" /> : null}
      </p>
      <Timeline
        entries={question.remarks.map((remark) => ({
          title: remark.ofOwner ? t.ofUnit : t.ofAsker,
          time: printDate(remark.writtenAt.toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })),
          icon: remark.ofOwner ? 'return' : 'info',
          who: [remark.writtenByName ?? t.unknown, remark.onBehalf ? t.onBehalf : '']
            .filter(Boolean)
            .join(', '),
          text: <span class="gu-prose">{remark.body}</span>,
        }))}
      />
      {question.state === 'open' && mayAnswer ? <AnswerForm {...props} /> : null}
      {question.state !== 'settled' && mayAsk ? <FollowUp {...props} /> : null}
    </div>
  )
}

function AskForm({ frame, links, slug, indicatorId, period, isOfBloc, again }: QuestionsProps) {
  const t = questionsWords(frame.lang)
  const action = links.ask(slug, indicatorId)
  return (
    <details open={again?.action === action}>
      <summary>{isOfBloc ? t.askBloc : t.ask}</summary>
      <Form action={action} bare {...formState(again, action)}>
        <Hidden name="period" value={period} />
        <TextArea name="question" label={t.body} hint={t.bodyHint} rows={3} required />
        <DateInput name="answerBy" label={t.dueOn} />
        <div class="gu-form-actions">
          <Button icon="send">{t.send}</Button>
        </div>
      </Form>
    </details>
  )
}

type FormProps = QuestionsProps & { readonly question: QuestionRow }

function AnswerForm({ frame, links, slug, indicatorId, period, question, again }: FormProps) {
  const t = questionsWords(frame.lang)
  const action = links.answer(slug, indicatorId, question.id)
  return (
    <Form action={action} bare {...formState(again, action)}>
      <Hidden name="period" value={period} />
      <Hidden name="version" value={String(question.version)} />
      <TextArea name="answer" label={t.answerBody} hint={t.answerHint} rows={3} required />
      <div class="gu-form-actions">
        <Button kind="primary" icon="send">
          {t.answer}
        </Button>
      </div>
    </Form>
  )
}

/** Whoever asked may ask further or close; after an answer one of the two is due. */
function FollowUp({ frame, links, slug, indicatorId, period, question, again }: FormProps) {
  const t = questionsWords(frame.lang)
  const [further, settle] = [
    links.askAgain(slug, indicatorId, question.id),
    links.settle(slug, indicatorId, question.id),
  ]
  return (
    <>
      <details open={again?.action === settle || question.state === 'answered'}>
        <summary>{t.settle}</summary>
        <Form action={settle} bare {...formState(again, settle)}>
          <Hidden name="period" value={period} />
          <Hidden name="version" value={String(question.version)} />
          <TextArea name="conclusion" label={t.settleBody} rows={2} optional />
          <div class="gu-form-actions">
            <Button icon="check">{t.settle}</Button>
          </div>
        </Form>
      </details>
      <details open={again?.action === further}>
        <summary>{t.askAgain}</summary>
        <Form action={further} bare {...formState(again, further)}>
          <Hidden name="period" value={period} />
          <Hidden name="version" value={String(question.version)} />
          <TextArea name="further" label={t.askAgainBody} rows={2} required />
          <DateInput name="answerBy" label={t.dueOn} value={question.dueOn ?? ''} />
          <div class="gu-form-actions">
            <Button icon="send">{t.askAgain}</Button>
          </div>
        </Form>
      </details>
    </>
  )
}

type ListProps = {
  readonly frame: PageFrame
  readonly tabs: readonly Tab[]
  readonly tabsLabel: string
  readonly views: readonly Tab[]
  readonly links: ResultLinks
  readonly year: number
  readonly rows: readonly { readonly name: string; readonly slug: string; readonly question: QuestionRow }[]
}

/** All questions of a year about figures: those not settled first. */
export function QuestionsPage({ frame, tabs, tabsLabel, views, links, year, rows }: ListProps) {
  const t = questionsWords(frame.lang)
  const r = resultsWords(frame.lang)
  return (
    <Layout frame={frame} title={t.list}>
      <PageHeader title={t.list} aside={r.yearAside(String(year))} />
      <Tabs label={tabsLabel} tabs={[...tabs]} />
      <Tabs label={r.figures} tabs={[...views]} />
      {rows.length === 0 ? (
        <EmptyState icon="info" title={t.none} />
      ) : (
        <DataTable
          caption={t.list}
          captionHidden
          rows={rows}
          columns={[
            {
              header: t.figure,
              width: 'wide',
              cell: ({ question, slug }) => (
                <>
                  <a href={`${links.figure(slug, question.indicatorId, question.period)}#hoi-dap`}>
                    {question.indicatorName}
                  </a>{' '}
                  <span class="gu-muted">{printPeriod(question.period, frame.lang)}</span>
                </>
              ),
            },
            { header: t.unit, cell: ({ name }) => name },
            {
              header: t.question,
              width: 'wide',
              cell: ({ question }) => question.remarks.at(-1)?.body ?? '',
            },
            {
              header: t.state,
              width: 'fit',
              cell: ({ question }) => (
                <>
                  <Tag tone={tones[question.state]}>{t[question.state]}</Tag>
                  {question.dueOn && question.state === 'open' ? (
                    <div class="gu-muted">{t.due(printDate(question.dueOn))}</div>
                  ) : null}
                </>
              ),
            },
          ]}
        />
      )}
    </Layout>
  )
}
