import { completionLevels, type SeriesPoint } from '../../domain/targets/index.ts'
import { conflictsOf, formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import { SpreadsheetBar } from '../../spreadsheets/bar.tsx'
import { stepWords } from '../../steps/step.messages.ts'
import {
  Alert,
  Button,
  Card,
  CheckboxList,
  type ChoiceGroup,
  type Column,
  ConflictNotice,
  DataTable,
  DateInput,
  EmptyState,
  FieldGroup,
  FileInput,
  Form,
  Hidden,
  Layout,
  LinkButton,
  NumberInput,
  type PageFrame,
  PageHeader,
  Select,
  type Tab,
  Tabs,
  TextInput,
} from '../../ui/index.ts'
import { type FigureView, flatViews } from './figure-view.ts'
import {
  bareFigure,
  Findings,
  figureWords,
  Growth,
  IndicatorName,
  targetWords,
  WithTwin,
} from './figure-words.tsx'
import { questionsWords } from './questions.messages.ts'
import type { QuestionRow } from './questions.store.ts'
import { DecideCard, type ReportsProps, ReportsSide } from './report-cards.page.tsx'
import { resultsWords } from './results.messages.ts'
import type { ResultLinks } from './results.paths.ts'
import { Attained, Origin, ReadTable } from './sheet-read.page.tsx'

export type SheetProps = ReportsProps & {
  readonly frame: PageFrame
  readonly links: ResultLinks
  readonly year: number
  readonly name: string
  readonly slug: string
  readonly period: string
  readonly periods: readonly Tab[]
  readonly views: readonly FigureView[]
  /** The way of each figure through its year, by indicator. */
  readonly progress: ReadonlyMap<string, readonly SeriesPoint[]>
  /** Indicators that are not in the sheet yet. */
  readonly others: readonly ChoiceGroup[]
  readonly targetsHref: string
  /** Questions about figures of this owner that are not settled, as far as the reader has a part in them. */
  readonly asked: readonly QuestionRow[]
  readonly mayWrite: boolean
  /** The reader enters figures now; who is of another unit first chooses to. */
  readonly enters: boolean
  readonly onBehalf: boolean
  readonly again: FormAgain | undefined
}

/** The figures of one unit, or of the bloc, for a period: entered and checked on one page. */
export function SheetPage(props: SheetProps) {
  const { frame, links, year, name, views, periods, again, targetsHref } = props
  const t = resultsWords(frame.lang)
  const labels = Object.fromEntries(
    flatViews(views).map(({ indicator }) => [`value.${indicator.id}`, indicator.name]),
  )
  const conflicts = conflictsOf(again, labels)
  return (
    <Layout
      frame={frame}
      title={t.ofUnit(name)}
      breadcrumb={[{ label: t.title, href: links.overview }, { label: name }]}
      wide
    >
      <PageHeader
        title={t.ofUnit(name)}
        aside={t.yearAside(String(year))}
        actions={
          <>
            {props.mayWrite && !props.enters ? (
              <LinkButton href={enterHref(props)} icon="behalf">
                {t.enterFor}
              </LinkButton>
            ) : null}
            {props.mayWrite && props.reports.length > 0 ? (
              <LinkButton href={links.readFile(props.slug)} icon="upload">
                {t.readFile}
              </LinkButton>
            ) : null}
            <LinkButton href={targetsHref} icon="target">
              {t.openTargets}
            </LinkButton>
          </>
        }
      />
      <Tabs label={t.period} tabs={[...periods]} />
      <SpreadsheetBar
        file={links.sheetFile(props.slug, props.period)}
        fill={props.mayWrite ? links.sheetImport(props.slug, props.period) : undefined}
      />
      <Returned {...props} />
      <Asked {...props} />
      {conflicts.length > 0 ? <ConflictNotice by={t.somebody} at={t.justNow} fields={conflicts} /> : null}
      <div class="gu-stack">
        {views.length === 0 ? (
          <EmptyState
            icon="target"
            title={t.emptySheet}
            text={t.emptySheetText}
            action={<LinkButton href={targetsHref}>{t.openTargets}</LinkButton>}
          />
        ) : props.enters ? (
          <SheetForm {...props} />
        ) : (
          <ReadTable {...props} />
        )}
        {props.mayDecide ? <DecideCard {...props} /> : null}
        {props.enters ? <AddLine {...props} /> : null}
        <ReportsSide {...props} />
      </div>
    </Layout>
  )
}

function enterHref({ links, slug, period }: SheetProps): string {
  const path = links.sheet(slug, period)
  return `${path}${path.includes('?') ? '&' : '?'}nhap=thay`
}

function Returned({ frame, steps }: SheetProps) {
  const t = resultsWords(frame.lang)
  const s = stepWords(frame.lang)
  return (
    <>
      {steps
        .filter((step) => step.state === 'returned')
        .map((step) => (
          <Alert tone="warning" title={t[step.step as 'year_report']}>
            {s.returnedBecause(step.reason)}
          </Alert>
        ))}
    </>
  )
}

function Asked({ frame, links, slug, asked }: SheetProps) {
  const t = questionsWords(frame.lang)
  if (asked.length === 0) return null
  return (
    <Alert tone="warning" title={t.openCount(String(asked.length))}>
      <ul>
        {asked.map((question) => (
          <li>
            <a href={`${links.figure(slug, question.indicatorId, question.period)}#hoi-dap`}>
              {question.indicatorName}
            </a>
            : {question.remarks.at(-1)?.body} <span class="gu-muted">({t[question.state]})</span>
          </li>
        ))}
      </ul>
    </Alert>
  )
}

function SheetForm(props: SheetProps) {
  const { frame, links, slug, period, views, onBehalf, again } = props
  const t = resultsWords(frame.lang)
  const s = stepWords(frame.lang)
  const action = links.sheet(slug).split('?')[0] ?? ''
  const channels = (['paper', 'file', 'screen'] as const).map((value) => ({ value, label: s[value] }))
  const sent = props.steps.some((step) => ['sent', 'accepted', 'returned'].includes(step.state))
  return (
    <Form action={action} multipart={onBehalf} submitLabel={t.saveAll} {...formState(again, action)}>
      <Hidden name="period" value={period} />
      <DataTable
        caption={t.ofUnit(props.name)}
        captionHidden
        columns={entryColumns(props)}
        rows={views}
        dense
        note={t.valueHint}
      />
      {onBehalf ? (
        <FieldGroup legend={t.source} columns>
          <Select
            name="channel"
            label={t.channel}
            choices={channels}
            value="file"
            placeholder={false}
            narrow
          />
          <FileInput
            name="sourceFile"
            label={t.source}
            hint={t.sourceHint}
            maxMegabytes={25}
            acceptWords={t.fileTypes}
          />
        </FieldGroup>
      ) : (
        <Hidden name="channel" value="screen" />
      )}
      {sent || again?.errors.changeReason ? (
        <TextInput name="changeReason" label={t.changeReason} hint={t.changeReasonHint} />
      ) : null}
    </Form>
  )
}

function entryColumns(props: SheetProps): readonly Column<FigureView>[] {
  const { frame, links, slug, period, progress } = props
  const { lang } = frame
  const t = resultsWords(lang)
  return [
    {
      header: t.indicator,
      width: 'wide',
      cell: (view) => (
        <>
          <IndicatorName
            view={view}
            lang={lang}
            href={(one) => links.figure(slug, one.indicator.id, period)}
          />
          <WithTwin view={view} show={(one) => <Findings view={one} lang={lang} />} />
        </>
      ),
    },
    {
      header: t.result,
      cell: (view) => (
        <>
          {flatViews([view]).map((one) => (
            <>
              {view.twin ? <span class="gu-muted">{one.indicator.unitOfMeasure}</span> : null}
              <Entry {...props} view={one} />
              <Origin frame={frame} links={links} view={one} />
            </>
          ))}
        </>
      ),
    },
    {
      header: t.target,
      cell: (view) => <WithTwin view={view} show={(one) => targetWords(one, lang)} />,
    },
    {
      header: t.lastYear,
      numeric: true,
      cell: (view) => (
        <WithTwin view={view} show={(one) => bareFigure(one.lastYear, one.indicator.unitOfMeasure)} />
      ),
    },
    {
      header: t.attained,
      width: 'fit',
      cell: (view) => (
        <WithTwin view={view} show={(one) => <Attained view={one} lang={lang} progress={progress} />} />
      ),
    },
    {
      header: t.growth,
      numeric: true,
      cell: (view) => <WithTwin view={view} show={(one) => <Growth view={one} />} />,
    },
  ]
}

/** The control that fits the indicator: a number, a day, an answer, a level. */
function Entry({ frame, view, again }: SheetProps & { readonly view: FigureView }) {
  const t = resultsWords(frame.lang)
  const { indicator, result, target } = view
  const { id, name } = indicator
  const version = <Hidden name={`version.${id}`} value={String(result?.version ?? 0)} />
  if (indicator.kind === 'narrative') return <>{figureWords(result, frame.lang) || t.none}</>
  if (indicator.kind === 'date') {
    return (
      <>
        {version}
        <Hidden name={`kind.${id}`} value="date" />
        <DateInput
          name={`asOf.${id}`}
          label={`${name}: ${t.doneOn}`}
          labelHidden
          value={result?.asOf ?? ''}
        />
      </>
    )
  }
  if (indicator.kind === 'yes_no' || target?.kind === 'level') {
    const levels = completionLevels.map((level, index) => ({
      value: String(index + 1),
      label: level[frame.lang],
    }))
    const answers = [
      { value: '1', label: t.yes },
      { value: '0', label: t.no },
    ]
    return (
      <>
        {version}
        <Select
          name={`value.${id}`}
          label={name}
          labelHidden
          choices={target?.kind === 'level' ? levels : answers}
          value={result?.value ?? ''}
        />
      </>
    )
  }
  const asked = again?.errors[`overrideReason.${id}`] !== undefined || Boolean(result?.overrideReason)
  return (
    <>
      {version}
      <NumberInput
        name={`value.${id}`}
        label={name}
        labelHidden
        value={bareFigure(result, indicator.unitOfMeasure)}
      />
      <CheckboxList
        name={`estimate.${id}`}
        label={t.estimateOf(name)}
        labelHidden
        choices={[{ value: '1', label: t.estimate }]}
        chosen={result?.isEstimate ? ['1'] : []}
      />
      {asked ? (
        <TextInput
          name={`overrideReason.${id}`}
          label={t.overrideReason}
          value={result?.overrideReason ?? ''}
        />
      ) : null}
    </>
  )
}

function AddLine({ frame, links, slug, period, others, onBehalf }: SheetProps) {
  const t = resultsWords(frame.lang)
  if (others.length === 0) return null
  return (
    <Card title={t.addAnother}>
      <form method="get" action={links.sheet(slug).split('?')[0]} class="gu-inline-form">
        <Hidden name="ky" value={period} />
        {onBehalf ? <Hidden name="nhap" value="thay" /> : null}
        <Select name="them" label={t.indicator} groups={others} />
        <Button icon="plus">{t.show}</Button>
      </form>
    </Card>
  )
}
