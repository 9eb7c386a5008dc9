import {
  Alert,
  BarList,
  Card,
  DataTable,
  EmptyState,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
  ProgressBar,
  StateBadge,
  type Tab,
  Tabs,
  Tag,
  type Tone,
} from '../../../ui/index.ts'
import { scoringWords } from '../scoring.messages.ts'
import type { ScoringLinks } from '../scoring.paths.ts'
import { scoringTabs } from '../scoring-tabs.ts'
import { judgesWords } from './judges.messages.ts'

/** One unit a judge judges in a layer. */
export type JudgingLine = {
  readonly unit: string
  readonly slug: string
  readonly layer: string
  readonly due: string
  readonly looked: number
  readonly all: number
  readonly state: 'done' | 'waiting' | 'not_due'
  readonly openAppeals: number
  readonly href: string
  readonly illustrative: boolean
}

/** One judge with all units of a layer. */
export type JudgeProgress = {
  readonly judge: string
  readonly layer: string
  readonly mine: boolean
  readonly finished: number
  readonly units: number
  readonly looked: number
  readonly all: number
  readonly last: string
  readonly steppedBack: string
}

type JudgesPageProps = {
  readonly frame: PageFrame
  readonly year: number
  readonly links: ScoringLinks
  readonly frozen: boolean
  readonly mine: readonly JudgingLine[]
  readonly next: JudgingLine | undefined
  /** For those who lead: everybody. */
  readonly all: readonly JudgeProgress[] | undefined
}

/** A judge's own work, and for those who lead the progress of all judges. */
export function JudgesPage({ frame, year, links, frozen, mine, next, all }: JudgesPageProps) {
  const t = judgesWords(frame.lang)
  const s = scoringWords(frame.lang)
  return (
    <Layout frame={frame} title={t.title}>
      <PageHeader
        title={t.title}
        aside={String(year)}
        lead={frozen ? t.lead : s.tableNotFrozen}
        actions={
          <>
            {next ? (
              <LinkButton href={next.href} kind="primary">
                {t.nextUnit(next.unit)}
              </LinkButton>
            ) : null}
            <LinkButton href={links.recusals}>{t.recusals}</LinkButton>
            {all ? <LinkButton href={links.judgesCompared}>{t.compare}</LinkButton> : null}
          </>
        }
      />
      <Tabs label={s.tabs} tabs={scoringTabs(frame.lang, links, 'judges')} />
      <div class="gu-stack">
        <Card title={t.mine}>
          {mine.length === 0 ? <p class="gu-muted">{t.mineNone}</p> : <MineTable mine={mine} frame={frame} />}
        </Card>
        {all ? (
          <Card title={t.all}>
            {all.length === 0 ? (
              <p class="gu-muted">{t.assignedNone}</p>
            ) : (
              <AllTable all={all} frame={frame} />
            )}
          </Card>
        ) : null}
      </div>
    </Layout>
  )
}

function MineTable({ mine, frame }: { mine: readonly JudgingLine[]; frame: PageFrame }) {
  const t = judgesWords(frame.lang)
  const words = { done: t.finished, waiting: t.waiting, not_due: t.notSent }
  return (
    <DataTable
      caption={t.mine}
      captionHidden
      rows={mine}
      columns={[
        {
          header: scoringWords(frame.lang).unit,
          width: 'wide',
          cell: (line) => (
            <>
              <a href={line.href}>{line.unit}</a> {line.illustrative ? <Mark kind="sample" /> : null}
            </>
          ),
        },
        { header: t.layer, width: 'fit', hideOnPhone: true, cell: (line) => line.layer },
        {
          header: t.progress,
          width: 'wide',
          cell: (line) => <Looked looked={line.looked} all={line.all} frame={frame} />,
        },
        {
          header: t.state,
          width: 'fit',
          cell: (line) => <StateBadge state={line.state} label={words[line.state]} />,
        },
        { header: t.openQuestions, numeric: true, cell: (line) => line.openAppeals || '' },
        { header: t.due, width: 'fit', cell: (line) => line.due },
      ]}
    />
  )
}

function AllTable({ all, frame }: { all: readonly JudgeProgress[]; frame: PageFrame }) {
  const t = judgesWords(frame.lang)
  return (
    <DataTable
      caption={t.all}
      captionHidden
      rows={all}
      rowKind={(one) => (one.mine ? 'mine' : undefined)}
      columns={[
        {
          header: t.judge,
          width: 'wide',
          cell: (one) => (
            <>
              {one.judge}
              {one.steppedBack ? <div class="gu-muted">{one.steppedBack}</div> : null}
            </>
          ),
        },
        { header: t.layer, width: 'fit', hideOnPhone: true, cell: (one) => one.layer },
        { header: t.units, width: 'fit', cell: (one) => t.unitsOf(String(one.finished), String(one.units)) },
        {
          header: t.progress,
          width: 'wide',
          cell: (one) => <Looked looked={one.looked} all={one.all} frame={frame} />,
        },
        { header: t.last, width: 'fit', cell: (one) => one.last },
      ]}
    />
  )
}

function Looked({ looked, all, frame }: { looked: number; all: number; frame: PageFrame }) {
  const t = judgesWords(frame.lang)
  return (
    <ProgressBar
      label={t.progressOf(String(looked), String(all))}
      figure={all === 0 ? '' : `${Math.floor((100 * looked) / all)}%`}
      parts={[{ amount: looked, tone: looked === all ? 'good' : 'accent', label: t.progress }]}
      total={all}
    />
  )
}

/** One judge beside the others, all figures printed. */
export type ComparedJudge = {
  readonly judge: string
  readonly sheets: string
  readonly lines: string
  readonly toSelf: string
  /** The same to be drawn. */
  readonly amount: number
  readonly toAfter: string
  readonly z: string
  readonly verdict: string
  readonly tone: Tone
  readonly drift: string
  readonly driftNoticed: boolean
  readonly criteria: readonly string[]
}

type ComparePageProps = {
  readonly frame: PageFrame
  readonly year: number
  readonly links: ScoringLinks
  readonly layerTabs: readonly Tab[]
  readonly judges: readonly ComparedJudge[]
  readonly how: string
  readonly normalisation: string
}

/** The judges of a layer side by side; it warns and changes nothing. */
export function CompareJudgesPage(props: ComparePageProps) {
  const { frame, year, links, layerTabs, judges, how, normalisation } = props
  const t = judgesWords(frame.lang)
  return (
    <Layout
      frame={frame}
      title={t.compare}
      wide
      breadcrumb={[{ label: t.title, href: links.judges }, { label: t.compare }]}
    >
      <PageHeader title={t.compare} aside={String(year)} lead={t.compareLead} />
      <div class="gu-stack">
        {layerTabs.length > 1 ? <Tabs label={t.layer} tabs={layerTabs} /> : null}
        {judges.length === 0 ? (
          <EmptyState icon="chart" title={t.noJudges} text={t.noJudgesText} />
        ) : (
          <>
            <CompareTable judges={judges} frame={frame} />
            <Card title={t.picture} subtitle={t.pictureLead}>
              <BarList
                label={t.picture}
                items={judges.map((one) => ({
                  label: one.judge,
                  figure: one.toSelf,
                  amount: Math.abs(one.amount),
                  tone: one.tone === 'warning' ? ('warning' as const) : ('accent' as const),
                }))}
              />
            </Card>
          </>
        )}
        <Alert>
          {how} <Mark kind="unverified" /> {normalisation}
        </Alert>
      </div>
    </Layout>
  )
}

function CompareTable({ judges, frame }: { judges: readonly ComparedJudge[]; frame: PageFrame }) {
  const t = judgesWords(frame.lang)
  return (
    <DataTable
      caption={t.compare}
      captionHidden
      rows={judges}
      columns={[
        { header: t.judge, width: 'wide', cell: (one) => one.judge },
        { header: t.sheets, numeric: true, width: 'fit', cell: (one) => one.sheets },
        { header: t.lines, numeric: true, width: 'fit', hideOnPhone: true, cell: (one) => one.lines },
        { header: t.toSelf, unit: '%', numeric: true, cell: (one) => one.toSelf },
        { header: t.toAfter, unit: '%', numeric: true, hideOnPhone: true, cell: (one) => one.toAfter },
        { header: t.z, numeric: true, cell: (one) => one.z },
        { header: t.verdict, cell: (one) => <Tag tone={one.tone}>{one.verdict}</Tag> },
        {
          header: t.drift,
          cell: (one) => (
            <>
              {one.drift} {one.driftNoticed ? <Tag tone="warning">{t.driftNoticed}</Tag> : null}
            </>
          ),
        },
        { header: t.criteriaApart, hideOnPhone: true, cell: (one) => one.criteria.join('; ') },
      ]}
    />
  )
}
