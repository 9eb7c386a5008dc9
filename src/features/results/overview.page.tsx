import type { VerdictTally } from '../../domain/targets/index.ts'
import type { MemberUnit } from '../../scopes/scopes.store.ts'
import { SpreadsheetBar } from '../../spreadsheets/bar.tsx'
import { stepBadge } from '../../steps/step-badge.ts'
import type { UnitStep } from '../../steps/steps.store.ts'
import {
  type BarPart,
  Card,
  type Column,
  DataTable,
  EmptyState,
  Layout,
  LinkButton,
  type PageFrame,
  PageHeader,
  ProgressBar,
  StateBadge,
  type Tab,
  Tabs,
} from '../../ui/index.ts'
import { type FigureView, flatViews } from './figure-view.ts'
import {
  Findings,
  figureWords,
  Growth,
  IndicatorName,
  targetWords,
  Verdict,
  WithTwin,
} from './figure-words.tsx'
import type { RatingRow } from './reports.store.ts'
import { resultsWords } from './results.messages.ts'
import { type ResultLinks, WHOLE_BLOC } from './results.paths.ts'

/** One unit (or the bloc) with what its figures amount to. */
export type TallyLine = {
  readonly key: string
  readonly name: string
  readonly slug: string
  readonly unit: MemberUnit | undefined
  readonly tally: VerdictTally
  readonly warned: number
}

type OverviewProps = {
  readonly frame: PageFrame
  readonly tabs: readonly Tab[]
  readonly tabsLabel: string
  readonly links: ResultLinks
  readonly year: number
  readonly lines: readonly TallyLine[]
  readonly fields: readonly { readonly name: string; readonly tally: VerdictTally }[]
  readonly whole: VerdictTally
  readonly steps: readonly UnitStep[]
  readonly ratings: readonly RatingRow[]
  readonly mine: readonly string[]
  readonly mayManageBloc: boolean
}

/** The results of a year at a glance: targets reached, reports sent, ratings. */
export function ResultsPage(props: OverviewProps) {
  const { frame, tabs, tabsLabel, links, year, lines, fields, whole, mine, mayManageBloc } = props
  const t = resultsWords(frame.lang)
  const own = lines.find((line) => line.unit && mine.includes(line.unit.id))
  return (
    <Layout frame={frame} title={t.title}>
      <PageHeader
        title={t.title}
        aside={t.yearAside(String(year))}
        lead={t.lead}
        actions={
          <>
            {own ? (
              <LinkButton href={links.sheet(own.slug)} kind="primary" icon="edit">
                {t.mine}
              </LinkButton>
            ) : null}
            {mayManageBloc ? <LinkButton href={links.sheet(WHOLE_BLOC)}>{t.ofBlocOpen}</LinkButton> : null}
          </>
        }
      />
      <Tabs label={tabsLabel} tabs={[...tabs]} />
      <SpreadsheetBar file={links.overviewFile} />
      <div class="gu-stack">
        <Card>
          <TallyBar frame={frame} label={t.tallyPicture} tally={whole} withKey />
        </Card>
        <DataTable
          caption={t.tallyCaption}
          columns={unitColumns(props)}
          rows={lines}
          rowKind={(line) => (line.unit && mine.includes(line.unit.id) ? 'mine' : undefined)}
        />
        {fields.length > 1 ? (
          <Card title={t.tallyByField}>
            <div class="gu-stack">
              {fields.map((field) => (
                <TallyBar frame={frame} label={field.name} tally={field.tally} />
              ))}
            </div>
          </Card>
        ) : null}
      </div>
    </Layout>
  )
}

function TallyBar({
  frame,
  label,
  tally,
  withKey = false,
}: {
  readonly frame: PageFrame
  readonly label: string
  readonly tally: VerdictTally
  readonly withKey?: boolean
}) {
  const t = resultsWords(frame.lang)
  const part = (amount: number, tone: BarPart['tone'], name: string): BarPart => ({
    amount,
    tone,
    label: `${name}: ${amount}`,
  })
  const parts = [
    part(tally.exceeded, 'good', t.exceeded),
    part(tally.met, 'info', t.met),
    part(tally.missed, 'bad', t.missed),
    part(tally.notComparable, 'warning', t.notComparable),
    part(tally.noResult, 'neutral', t.noResult),
  ]
  return (
    <ProgressBar
      label={label}
      figure={`${tally.reached}/${tally.assigned}`}
      parts={parts}
      total={tally.assigned}
      withKey={withKey}
    />
  )
}

function unitColumns(props: OverviewProps): readonly Column<TallyLine>[] {
  const { frame, links, steps, ratings, whole } = props
  const t = resultsWords(frame.lang)
  const step = (line: TallyLine, name: string) =>
    steps.find((one) => one.unitId === line.unit?.id && one.step === name)
  const badge = (name: 'mid_report' | 'year_report' | 'evidence'): Column<TallyLine> => ({
    header: t[name],
    width: 'fit',
    cell: (line) => (line.unit ? <StateBadge {...stepBadge(step(line, name), frame.lang)} /> : ''),
  })
  const count = (header: string, of: (tally: VerdictTally) => number): Column<TallyLine> => ({
    header,
    numeric: true,
    cell: (line) => of(line.tally) || '',
    total: String(of(whole)),
  })
  return [
    {
      header: t.unit,
      width: 'wide',
      cell: (line) => <a href={links.sheet(line.slug)}>{line.name}</a>,
      total: t.total,
    },
    count(t.exceeded, (tally) => tally.exceeded),
    count(t.met, (tally) => tally.met),
    count(t.missed, (tally) => tally.missed),
    count(t.noResult, (tally) => tally.noResult),
    count(t.assigned, (tally) => tally.assigned),
    {
      header: t.warned,
      numeric: true,
      cell: (line) => line.warned || '',
      total: String(props.lines.reduce((sum, line) => sum + line.warned, 0)),
    },
    badge('year_report'),
    badge('evidence'),
    {
      header: t.rating,
      cell: (line) => <RatingWords frame={frame} ratings={ratings} unitId={line.unit?.id} />,
      hideOnPhone: true,
    },
  ]
}

function RatingWords({
  frame,
  ratings,
  unitId,
}: {
  readonly frame: PageFrame
  readonly ratings: readonly RatingRow[]
  readonly unitId: string | undefined
}) {
  const t = resultsWords(frame.lang)
  const rating = ratings.find((one) => one.unitId === unitId && one.subject === 'unit')
  return <>{rating ? t[`level_${rating.downgradedTo ?? rating.level}`] : t.none}</>
}

type FiguresProps = {
  readonly frame: PageFrame
  readonly tabs: readonly Tab[]
  readonly tabsLabel: string
  readonly links: ResultLinks
  readonly year: number
  readonly rows: readonly { readonly name: string; readonly slug: string; readonly view: FigureView }[]
  readonly onlyWarned: boolean
  /** The views of all figures, with how many there are of each. */
  readonly views: (counts: { readonly all: number; readonly warned: number }) => readonly Tab[]
}

/** Every figure of the year with what looks wrong about it: the head's page. */
export function FiguresPage({ frame, tabs, tabsLabel, links, year, rows, onlyWarned, views }: FiguresProps) {
  const t = resultsWords(frame.lang)
  const isWarned = (row: (typeof rows)[number]) =>
    flatViews([row.view]).some((view) => view.findings.length > 0)
  const shown = onlyWarned ? rows.filter(isWarned) : rows
  const warned = rows.filter(isWarned).length
  const { lang } = frame
  const columns: readonly Column<FiguresProps['rows'][number]>[] = [
    {
      header: t.indicator,
      width: 'wide',
      cell: ({ view, slug }) => (
        <>
          <IndicatorName view={view} lang={lang} href={(one) => links.figure(slug, one.indicator.id)} />
          <WithTwin view={view} show={(one) => <Findings view={one} lang={lang} />} />
        </>
      ),
    },
    { header: t.unit, cell: (row) => <a href={links.sheet(row.slug)}>{row.name}</a> },
    {
      header: t.target,
      cell: ({ view }) => <WithTwin view={view} show={(one) => targetWords(one, lang)} />,
    },
    {
      header: t.result,
      cell: ({ view }) => <WithTwin view={view} show={(one) => figureWords(one.result, lang) || t.none} />,
    },
    {
      header: t.attained,
      width: 'fit',
      cell: ({ view }) => <WithTwin view={view} show={(one) => <Verdict view={one} lang={lang} />} />,
    },
    {
      header: t.growth,
      numeric: true,
      cell: ({ view }) => <WithTwin view={view} show={(one) => <Growth view={one} />} />,
    },
  ]
  return (
    <Layout frame={frame} title={t.figuresTitle} wide>
      <PageHeader title={t.figuresTitle} aside={t.yearAside(String(year))} lead={t.figuresLead} />
      <Tabs label={tabsLabel} tabs={[...tabs]} />
      <SpreadsheetBar file={links.overviewFile} />
      <Tabs label={t.figures} tabs={[...views({ all: rows.length, warned })]} />
      {shown.length === 0 ? (
        <EmptyState
          icon={onlyWarned ? 'check-circle' : 'chart'}
          title={onlyWarned ? t.nothingWarned : t.noFigures}
        />
      ) : (
        <DataTable caption={t.figuresTitle} captionHidden columns={columns} rows={shown} dense />
      )}
    </Layout>
  )
}
