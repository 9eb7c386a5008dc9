import { comparisonOf, printComparison } from '../../domain/results/index.ts'
import { reasonSentence, type SeriesPoint } from '../../domain/targets/index.ts'
import { printDate, printNumber, printPercent, printPeriod } from '../../domain/vietnamese/index.ts'
import { conflictsOf, formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import { stepWords } from '../../steps/step.messages.ts'
import {
  Button,
  Card,
  CheckboxList,
  ConflictNotice,
  DataTable,
  DateInput,
  DefinitionList,
  FieldGroup,
  FileInput,
  Form,
  Hidden,
  Layout,
  NumberInput,
  type PageFrame,
  PageHeader,
  Select,
  Tag,
  TextArea,
  TextInput,
  Timeline,
} from '../../ui/index.ts'
import { filesPaths } from '../files/files.paths.ts'
import { isWorthDrawing } from './figure-series.ts'
import { type ComparedLine, comparedLines, type FigureView } from './figure-view.ts'
import {
  bareFigure,
  convertedWords,
  Findings,
  figureWords,
  Growth,
  targetWords,
  Verdict,
} from './figure-words.tsx'
import { ObservedCard, type ObservedFigure } from './observed.page.tsx'
import { QuestionsCard } from './questions.page.tsx'
import type { QuestionRow } from './questions.store.ts'
import type { EvidenceRow } from './reports.store.ts'
import { resultsWords } from './results.messages.ts'
import type { ResultLinks } from './results.paths.ts'
import type { ResultRow } from './results.store.ts'
import { ProgressCard, YearsCard } from './series-charts.page.tsx'

type FigureProps = {
  readonly frame: PageFrame
  readonly links: ResultLinks
  readonly name: string
  readonly slug: string
  readonly view: FigureView
  /** The figure through its year, and over the years. */
  readonly progress: readonly SeriesPoint[]
  readonly years: readonly SeriesPoint[]
  readonly versions: readonly ResultRow[]
  readonly evidence: readonly EvidenceRow[]
  readonly fields: readonly { readonly code: string; readonly name: string }[]
  /** Set for a figure of the bloc: it belongs to a field of work. */
  readonly asksField: boolean
  readonly questions: readonly QuestionRow[]
  readonly mayAsk: boolean
  readonly mayAnswer: boolean
  readonly mayWrite: boolean
  readonly mayAddEvidence: boolean
  readonly onBehalf: boolean
  readonly wasSent: boolean
  readonly observed: readonly ObservedFigure[]
  readonly again: FormAgain | undefined
}

/** One figure: what it says, how it compares, what proves it, how it came about. */
export function FigurePage(props: FigureProps) {
  const { frame, links, name, slug, view, again } = props
  const t = resultsWords(frame.lang)
  const conflicts = conflictsOf(again, { value: t.result })
  return (
    <Layout
      frame={frame}
      title={view.indicator.name}
      breadcrumb={[
        { label: t.title, href: links.overview },
        { label: name, href: links.sheet(slug, view.period) },
        { label: view.indicator.name },
      ]}
    >
      <PageHeader title={view.indicator.name} aside={printPeriod(view.period, frame.lang)} eyebrow={name} />
      {conflicts.length > 0 ? <ConflictNotice by={t.somebody} at={t.justNow} fields={conflicts} /> : null}
      <div class="gu-split">
        <div class="gu-stack">
          <Facts {...props} />
          {isWorthDrawing(props.progress) ? (
            <ProgressCard frame={frame} indicator={view.indicator} points={props.progress} />
          ) : null}
          {isWorthDrawing(props.years) ? (
            <YearsCard
              frame={frame}
              indicator={view.indicator}
              points={props.years}
              moreHref={links.years(view.indicator.id, slug)}
            />
          ) : null}
          {props.mayWrite ? <FigureForm {...props} /> : null}
        </div>
        <div class="gu-stack">
          <ObservedCard lines={props.observed} lang={frame.lang} />
          <QuestionsCard
            {...props}
            indicatorId={view.indicator.id}
            period={view.period}
            isOfBloc={props.asksField}
          />
          <Evidence {...props} />
          <History {...props} />
        </div>
      </div>
    </Layout>
  )
}

function Facts({ frame, view }: FigureProps) {
  const { lang } = frame
  const t = resultsWords(lang)
  const reasons = view.completion?.reasons ?? []
  const lines = comparedLines(view)
  const items = [
    { term: t.result, value: figureWords(view.result, lang) || t.none },
    ...(view.target ? [{ term: t.target, value: targetWords(view, lang) }] : []),
    ...(view.lastYear ? [{ term: t.lastYear, value: figureWords(view.lastYear, lang) }] : []),
    ...(view.completion
      ? [
          {
            term: t.attained,
            value: (
              <>
                <Verdict view={view} lang={lang} />{' '}
                {reasons.map((reason) => reasonSentence(reason, lang)).join(' ')}
              </>
            ),
          },
        ]
      : []),
    ...(view.growth ? [{ term: t.growth, value: <Growth view={view} /> }] : []),
  ]
  return (
    <Card title={t.checks}>
      <DefinitionList items={items} />
      <Findings view={view} lang={lang} />
      {view.converted ? <p>{convertedWords(view, lang)}</p> : null}
      {view.result?.narrative ? <p class="gu-prose">{view.result.narrative}</p> : null}
      {lines.length > 0 ? <Compared frame={frame} lines={lines} /> : null}
    </Card>
  )
}

/** Printed claims beside what the numbers give. */
function Compared({ frame, lines }: { readonly frame: PageFrame; readonly lines: readonly ComparedLine[] }) {
  const t = resultsWords(frame.lang)
  return (
    <DataTable
      caption={t.comparisonsField}
      captionHidden
      rows={lines}
      columns={[
        { header: t.printedClaim, width: 'wide', cell: (line) => printComparison(line.printed) },
        { header: t.computed, numeric: true, cell: (line) => computedWords(line) || t.none },
        {
          header: '',
          width: 'fit',
          cell: (line) =>
            line.agrees === undefined ? (
              <span class="gu-muted">{t.cannotCheck}</span>
            ) : (
              <Tag tone={line.agrees ? 'good' : 'warning'}>{line.agrees ? t.agrees : t.differs}</Tag>
            ),
        },
      ]}
    />
  )
}

function computedWords({ computed, measure }: ComparedLine): string {
  if (!computed) return ''
  return measure === 'percent' ? printPercent(computed) : printNumber(computed.round(2, 1))
}

function FigureForm(props: FigureProps) {
  const { frame, links, slug, view, again, onBehalf, wasSent, asksField, fields } = props
  const t = resultsWords(frame.lang)
  const s = stepWords(frame.lang)
  const { result, indicator, period } = view
  const action = links.figure(slug, indicator.id).split('?')[0] ?? ''
  const channels = (['paper', 'file', 'screen'] as const).map((value) => ({ value, label: s[value] }))
  const printed = (result?.comparisons ?? []).map((one) => printComparison(comparisonOf(one))).join('\n')
  return (
    <Card title={t.record}>
      <Form
        action={action}
        submitLabel={t.saveFigure}
        cancelHref={links.sheet(slug, period)}
        {...formState(again, action)}
      >
        <Hidden name="period" value={period} />
        <Hidden name="version" value={String(result?.version ?? 0)} />
        <FieldGroup legend={t.result} columns>
          <NumberInput
            name="value"
            label={t.result}
            value={bareFigure(result, indicator.unitOfMeasure)}
            unit={indicator.unitOfMeasure || undefined}
            hint={t.valueHint}
          />
          <TextInput
            name="unitOfMeasure"
            label={t.unitOfMeasure}
            hint={t.unitHint}
            value={result?.unitOfMeasure ?? ''}
            narrow
          />
          <DateInput name="asOf" label={t.asOf} value={result?.asOf ?? ''} />
          {asksField ? (
            <Select
              name="fieldCode"
              label={t.field}
              choices={fields.map((field) => ({ value: field.code, label: field.name }))}
              value={result?.fieldCode ?? indicator.fieldCode ?? ''}
              narrow
            />
          ) : null}
        </FieldGroup>
        <CheckboxList
          name="isEstimate"
          label={t.flags}
          choices={[{ value: '1', label: t.isEstimate }]}
          chosen={result?.isEstimate ? ['1'] : []}
        />
        <CheckboxList
          name="outsidePlan"
          label={t.flags}
          labelHidden
          choices={[{ value: '1', label: t.isOutsidePlan }]}
          chosen={result?.outsidePlan ? ['1'] : []}
        />
        <TextInput
          name="overrideReason"
          label={t.overrideReason}
          value={result?.overrideReason ?? ''}
          optional
        />
        <TextArea
          name="comparisons"
          label={t.comparisonsField}
          hint={t.comparisonsHint}
          value={printed}
          rows={2}
          optional
        />
        <TextInput name="printed" label={t.printed} value={result?.printed ?? ''} optional />
        <TextArea name="narrative" label={t.narrative} value={result?.narrative ?? ''} rows={3} optional />
        {wasSent ? <TextInput name="changeReason" label={t.changeReason} hint={t.changeReasonHint} /> : null}
        {onBehalf ? (
          <Select
            name="channel"
            label={t.channel}
            choices={channels}
            value={result?.channel ?? 'file'}
            placeholder={false}
            narrow
          />
        ) : (
          <Hidden name="channel" value="screen" />
        )}
      </Form>
    </Card>
  )
}

function Evidence(props: FigureProps) {
  const { frame, links, slug, view, evidence, mayAddEvidence, again } = props
  const t = resultsWords(frame.lang)
  const [action, withdrawing] = [
    links.evidence(slug, view.indicator.id),
    links.withdrawEvidence(slug, view.indicator.id),
  ]
  return (
    <Card title={t.evidence}>
      {evidence.length === 0 ? <p class="gu-muted">{t.noEvidence}</p> : null}
      <ul>
        {evidence.map((one) => (
          <li>
            <a href={filesPaths.show(one.fileId)}>{one.name}</a>
            {one.note ? <span class="gu-muted"> {one.note}</span> : null}
            {one.alsoProves.length > 0 ? (
              <p class="gu-note">{t.alsoProves(one.alsoProves.join(', '))}</p>
            ) : null}
            {mayAddEvidence ? (
              <form method="post" action={withdrawing} class="gu-inline-form">
                <Hidden name="evidenceId" value={one.id} />
                <Button kind="quiet" size="small">
                  {t.withdraw}
                </Button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
      {mayAddEvidence && !view.result ? <p class="gu-muted">{t.evidenceAfterFigure}</p> : null}
      {mayAddEvidence && view.result ? (
        <Form action={action} multipart bare {...formState(again, action)}>
          <Hidden name="resultId" value={view.result.id} />
          <FileInput
            name="file"
            label={t.evidenceFile}
            maxMegabytes={25}
            acceptWords={t.fileTypes}
            required
          />
          <TextInput name="note" label={t.evidenceNote} optional />
          <div class="gu-form-actions">
            <Button icon="attach">{t.addEvidence}</Button>
          </div>
        </Form>
      ) : null}
    </Card>
  )
}

function History({ frame, links, versions }: FigureProps) {
  const t = resultsWords(frame.lang)
  if (versions.length === 0) return null
  return (
    <Card title={t.history}>
      <Timeline
        entries={versions.map((one) => ({
          title: figureWords(one, frame.lang),
          time: printDate(one.createdAt.toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })),
          icon: one.state === 'current' ? 'check' : 'history',
          who: whoWords(one, frame.lang),
          text: (
            <>
              {one.changeReason ? t.because(one.changeReason) : ''}
              {one.sourceQuote ? <div>{t.quote(one.sourceQuote)}</div> : null}
              {one.sourceFileId ? (
                <a href={links.source(one.sourceFileId, one.sourceStart)}>{t.fromFile}</a>
              ) : null}
            </>
          ),
        }))}
      />
    </Card>
  )
}

function whoWords(row: ResultRow, lang: 'vi' | 'en'): string {
  const t = resultsWords(lang)
  const how = { screen: '', paper: t.byPaper, file: t.byFile }[row.channel]
  return [t.version(String(row.versionNumber)), row.createdByName ?? '', row.onBehalf ? t.onBehalf : '', how]
    .filter(Boolean)
    .join(', ')
}
