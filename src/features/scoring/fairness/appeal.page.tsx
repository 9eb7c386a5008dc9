import { layerNames } from '../../../domain/scoring/index.ts'
import { formState } from '../../../http/again.ts'
import type { FormAgain } from '../../../http/feature.ts'
import {
  Alert,
  Button,
  Card,
  DataTable,
  DateInput,
  DefinitionList,
  FileInput,
  Form,
  Hidden,
  Layout,
  LinkButton,
  Mark,
  NumberInput,
  type PageFrame,
  PageHeader,
  RadioGroup,
  Select,
  Tag,
  TextArea,
} from '../../../ui/index.ts'
import { scoringWords } from '../scoring.messages.ts'
import type { ScoringLinks } from '../scoring.paths.ts'
import { sheetWords } from '../sheet/sheet.messages.ts'
import { appealWords } from './appeal.messages.ts'
import { type AppealLine, AppealTable, type PeriodWords } from './appeals.page.tsx'
import type { ChangedPoint } from './appeals.ts'

type Unit = { readonly name: string; readonly slug: string; readonly illustrative: boolean }

/** A changed point with the criterion's name; points as printed. */
export type ChangedLine = ChangedPoint & { readonly name: string }

type UnitAppealsProps = {
  readonly frame: PageFrame
  readonly year: number
  readonly links: ScoringLinks
  readonly unit: Unit
  readonly changed: readonly ChangedLine[]
  /** A layer after the self-score is finished and shown to the reader. */
  readonly appraised: boolean
  readonly lines: readonly AppealLine[]
  readonly period: PeriodWords
  /** The reader speaks for the unit, or writes down what came on paper. */
  readonly maySend: boolean
  readonly onBehalf: boolean
  readonly mayReopen: boolean
  readonly today: string
  /** The value of the choice "whole sheet". */
  readonly whole: string
  readonly again?: FormAgain | undefined
}

/** What became of a unit's points, and its questions on them. */
export function UnitAppealsPage(props: UnitAppealsProps) {
  const { frame, year, links, unit, changed, lines, period, maySend, mayReopen } = props
  const { lang } = frame
  const t = appealWords(lang)
  const title = t.ofUnit(unit.name)
  return (
    <Layout
      frame={frame}
      title={title}
      breadcrumb={[{ label: t.title, href: links.appeals }, { label: unit.name }]}
    >
      <PageHeader
        title={title}
        aside={String(year)}
        {...(unit.illustrative ? { eyebrow: <Mark kind="sample" /> } : {})}
        actions={<LinkButton href={links.explain(unit.slug)}>{sheetWords(lang).explainLink}</LinkButton>}
      />
      <div class="gu-stack">
        <Alert tone={period.open ? 'success' : 'info'}>{period.text}</Alert>
        <Card title={t.changedTitle}>
          {changed.length === 0 ? (
            <p class="gu-muted">{props.appraised ? t.changedNone : t.changedNotYet}</p>
          ) : (
            <ChangedTable changed={changed} frame={frame} />
          )}
        </Card>
        {lines.length > 0 ? (
          <Card title={t.listTitle}>
            <AppealTable lines={lines} links={links} frame={frame} />
          </Card>
        ) : null}
        {maySend && period.open && changed.length > 0 ? <SendForm {...props} /> : null}
        {mayReopen ? <ReopenForm {...props} /> : null}
      </div>
    </Layout>
  )
}

function ChangedTable({ changed, frame }: { changed: readonly ChangedLine[]; frame: PageFrame }) {
  const t = appealWords(frame.lang)
  const s = scoringWords(frame.lang)
  return (
    <DataTable
      caption={t.changedTitle}
      captionHidden
      rows={changed}
      columns={[
        {
          header: s.criterion,
          width: 'wide',
          cell: (line) => (
            <>
              <b class="gu-figure">{line.code}</b> {line.name}
            </>
          ),
        },
        { header: t.self, numeric: true, width: 'fit', cell: (line) => line.self },
        { header: t.now, numeric: true, width: 'fit', cell: (line) => line.points },
        { header: t.changedBy, cell: (line) => layerNames[line.by][frame.lang] },
        { header: s.reason, width: 'wide', cell: (line) => line.reason },
      ]}
    />
  )
}

function SendForm({ frame, links, unit, changed, onBehalf, whole, again }: UnitAppealsProps) {
  const t = appealWords(frame.lang)
  const s = scoringWords(frame.lang)
  const action = links.appealsOf(unit.slug)
  return (
    <Card title={t.sendTitle} kind="accent">
      <Form {...formState(again, action)} action={action} multipart submitLabel={t.send}>
        {onBehalf ? (
          <RadioGroup
            name="channel"
            label={t.channel}
            inline
            value="paper"
            choices={[
              { value: 'paper', label: t.channelPaper },
              { value: 'screen', label: t.channelScreen },
            ]}
          />
        ) : (
          <Hidden name="channel" value="screen" />
        )}
        <Select
          name="code"
          label={t.about}
          required
          choices={[
            ...changed.map((line) => ({
              value: line.code,
              label: `${line.code} ${line.name}: ${line.self} → ${line.points}`,
            })),
            { value: whole, label: t.aboutWhole },
          ]}
        />
        <RadioGroup
          name="kind"
          label={t.kind}
          required
          choices={[
            { value: 'appeal', label: t.kindAppeal },
            { value: 'explanation', label: t.kindExplanation },
          ]}
        />
        <TextArea name="body" label={t.body} hint={t.bodyHint} rows={5} required />
        <NumberInput name="askedPoints" label={t.asked} unit={s.points} optional />
        <FileInput
          name="files"
          label={t.files}
          accept=".pdf,.docx,.doc,.xlsx,.png,.jpg,.jpeg"
          acceptWords={t.fileWords}
          multiple
          optional
        />
      </Form>
    </Card>
  )
}

function ReopenForm({ frame, links, unit, today, again }: UnitAppealsProps) {
  const t = appealWords(frame.lang)
  const s = scoringWords(frame.lang)
  const action = links.reopenAppeals(unit.slug)
  return (
    <Card title={t.reopenTitle} subtitle={t.reopenLead}>
      <Form {...formState(again, action)} action={action} submitLabel={t.reopen}>
        <DateInput name="dueOn" label={t.dueOn} min={today} required />
        <TextArea name="reason" label={s.reason} rows={2} required />
      </Form>
    </Card>
  )
}

type AppealPageProps = {
  readonly frame: PageFrame
  readonly links: ScoringLinks
  readonly unit: Unit
  readonly line: AppealLine
  readonly layer: string
  /** The reader decides on it. */
  readonly mayAnswer: boolean
  /** Why somebody who answers others does not answer this one. */
  readonly why: string
  readonly mayWithdraw: boolean
  readonly withConference: boolean
  /** For a question on the whole sheet: the criteria one of which may be changed. */
  readonly criteria: readonly { readonly code: string; readonly name: string }[]
  readonly again?: FormAgain | undefined
}

/** One question with its answer, or the form to answer it. */
export function AppealPage(props: AppealPageProps) {
  const { frame, links, unit, line, mayAnswer, why, mayWithdraw } = props
  const t = appealWords(frame.lang)
  const title = `${line.about}: ${unit.name}`
  return (
    <Layout
      frame={frame}
      title={title}
      breadcrumb={[
        { label: t.title, href: links.appeals },
        { label: unit.name, href: links.appealsOf(unit.slug) },
        { label: line.about },
      ]}
    >
      <PageHeader
        title={line.about}
        eyebrow={
          <>
            {unit.name} {line.illustrative ? <Mark kind="sample" /> : null}
          </>
        }
        lead={<Tag tone={line.tone}>{line.state}</Tag>}
      />
      <div class="gu-stack">
        <Card title={t.body}>
          <p class="gu-wording">{line.body}</p>
          <DefinitionList
            items={[
              { term: t.kind, value: line.kind },
              { term: t.pointsWay, value: line.points },
              { term: t.listTitle, value: line.sent },
              ...(line.files.length > 0
                ? [
                    {
                      term: t.files,
                      value: line.files.map((file) => (
                        <>
                          <a href={`/tep/${file.fileId}`}>{file.fileName}</a>{' '}
                        </>
                      )),
                    },
                  ]
                : []),
              ...(line.answer ? [{ term: t.answer, value: line.answer }] : []),
              ...(line.answered ? [{ term: t.state, value: line.answered }] : []),
            ]}
          />
          {mayWithdraw ? (
            <Form action={links.withdrawAppeal(unit.slug, line.id)} bare>
              <Button size="small">{t.withdraw}</Button>
            </Form>
          ) : null}
        </Card>
        {why ? <Alert>{t.notYours(why)}</Alert> : null}
        {mayAnswer ? <AnswerForm {...props} /> : null}
      </div>
    </Layout>
  )
}

function AnswerForm({ frame, links, unit, line, layer, withConference, criteria, again }: AppealPageProps) {
  const t = appealWords(frame.lang)
  const s = scoringWords(frame.lang)
  const action = links.appeal(unit.slug, line.id)
  return (
    <Card title={t.answerTitle} kind="accent">
      <Form {...formState(again, action)} action={action} submitLabel={t.sendAnswer}>
        <RadioGroup
          name="outcome"
          label={t.outcome}
          required
          choices={[
            { value: 'kept', label: t.outcomeKept },
            { value: 'changed', label: t.outcomeChanged, hint: t.outcomeChangedHint(layer) },
            ...(withConference
              ? [{ value: 'conference', label: t.outcomeConference, hint: t.outcomeConferenceHint }]
              : []),
          ]}
        />
        {criteria.length > 0 ? (
          <Select
            name="code"
            label={t.whichCriterion}
            choices={criteria.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
          />
        ) : null}
        <NumberInput name="points" label={t.newPoints} unit={s.points} />
        <TextArea name="answer" label={t.answerBody} rows={4} required />
      </Form>
    </Card>
  )
}
