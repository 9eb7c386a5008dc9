import type { Child } from 'hono/jsx'
import type { EffectiveRule, EstimatesUntil } from '../../domain/blocs/index.ts'
import { findingSentence, weaknessSentence } from '../../domain/results/index.ts'
import { printDate, printPeriod } from '../../domain/vietnamese/index.ts'
import { stepBadge } from '../../steps/step-badge.ts'
import type { UnitStep } from '../../steps/steps.store.ts'
import {
  Alert,
  Card,
  type Column,
  DataTable,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
  StateBadge,
  type Tab,
  Tabs,
  Tag,
} from '../../ui/index.ts'
import { filesPaths } from '../files/files.paths.ts'
import type { FigureView } from './figure-view.ts'
import { figureWords, targetWords } from './figure-words.tsx'
import { questionsWords } from './questions.messages.ts'
import { type ReportsProps, SendForm } from './report-cards.page.tsx'
import { resultsWords } from './results.messages.ts'
import type { ResultLinks } from './results.paths.ts'
import { reviewWords } from './review.messages.ts'
import { openPointsOf, type Review } from './review.ts'

type ReviewProps = Pick<ReportsProps, 'reports' | 'steps' | 'maySend' | 'wordsWritten'> & {
  readonly frame: PageFrame
  readonly links: ResultLinks
  readonly name: string
  readonly slug: string
  readonly period: string
  readonly review: Review
  /** Until when estimates stand, with its mark. */
  readonly estimates: EffectiveRule<EstimatesUntil>
  readonly estimatesUntil: string
  readonly onBehalf: boolean
}

/** Everything that deserves a second look before a report is sent; the head reads the same. */
export function ReviewPage(props: ReviewProps) {
  const { frame, links, name, slug, period, review, wordsWritten } = props
  const t = reviewWords(frame.lang)
  const r = resultsWords(frame.lang)
  const { written, all } = wordsWritten
  return (
    <Layout
      frame={frame}
      title={t.title(name)}
      breadcrumb={[
        { label: r.title, href: links.overview },
        { label: name, href: links.sheet(slug, period) },
        { label: t.short },
      ]}
    >
      <PageHeader title={t.title(name)} aside={printPeriod(period, frame.lang)} lead={t.lead} />
      <div class="gu-stack">
        {openPointsOf(review) === 0 ? <Alert tone="success">{t.allClear}</Alert> : null}
        <Findings {...props} />
        <Missing {...props} />
        <WithoutEvidence {...props} />
        <WeakEvidence {...props} />
        <Estimates {...props} />
        <Questions {...props} />
        <Card
          title={r.reports}
          subtitle={t.words(String(written), String(all))}
          kind={props.maySend && !props.onBehalf ? 'accent' : 'plain'}
        >
          <SendForm {...props} again={undefined} />
          <div class="gu-button-row">
            <LinkButton href={links.sheet(slug, period)} kind="quiet">
              {t.back}
            </LinkButton>
          </div>
        </Card>
      </div>
    </Layout>
  )
}

type Line = { readonly view: FigureView }

/** A list of figures with what is to be said of each; nothing where there is none. */
function Lines<Row extends Line>({
  frame,
  links,
  slug,
  title,
  lead,
  rows,
  columns,
}: Pick<ReviewProps, 'frame' | 'links' | 'slug'> & {
  readonly title: string
  readonly lead?: Child
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
}) {
  const t = reviewWords(frame.lang)
  if (rows.length === 0) return null
  return (
    <Card title={title} subtitle={lead} flush>
      <DataTable
        caption={title}
        captionHidden
        rows={rows}
        columns={[
          {
            header: t.indicator,
            width: 'wide',
            cell: ({ view }) => (
              <>
                <a href={links.figure(slug, view.indicator.id, view.period)}>{view.indicator.name}</a>
                {view.indicator.unitOfMeasure ? (
                  <span class="gu-muted"> ({view.indicator.unitOfMeasure})</span>
                ) : null}
              </>
            ),
          },
          ...columns,
        ]}
      />
    </Card>
  )
}

function Findings(props: ReviewProps) {
  const { frame, review } = props
  const { lang } = frame
  const t = reviewWords(lang)
  return (
    <Lines
      {...props}
      title={t.findings(String(review.findings.length))}
      lead={t.findingsLead}
      rows={review.findings}
      columns={[
        { header: t.figure, cell: ({ view }) => figureWords(view.result, lang) },
        {
          header: t.what,
          width: 'wide',
          cell: ({ view, finding }) => (
            <>
              {findingSentence(finding, lang)}
              {view.result?.overrideReason ? (
                <div class="gu-muted">{resultsWords(lang).standsBecause(view.result.overrideReason)}</div>
              ) : null}
            </>
          ),
        },
      ]}
    />
  )
}

function Missing(props: ReviewProps) {
  const { frame, review } = props
  const t = reviewWords(frame.lang)
  return (
    <Lines
      {...props}
      title={t.missing(String(review.missing.length))}
      lead={t.missingLead}
      rows={review.missing.map((view) => ({ view }))}
      columns={[{ header: t.target, cell: ({ view }) => targetWords(view, frame.lang) }]}
    />
  )
}

function WithoutEvidence(props: ReviewProps) {
  const { frame, review } = props
  const t = reviewWords(frame.lang)
  return (
    <Lines
      {...props}
      title={t.withoutEvidence(String(review.withoutEvidence.length))}
      lead={t.withoutEvidenceLead}
      rows={review.withoutEvidence.map((view) => ({ view }))}
      columns={[{ header: t.figure, cell: ({ view }) => figureWords(view.result, frame.lang) }]}
    />
  )
}

function WeakEvidence(props: ReviewProps) {
  const { frame, review } = props
  const t = reviewWords(frame.lang)
  return (
    <Lines
      {...props}
      title={t.weakEvidence(String(review.weakEvidence.length))}
      rows={review.weakEvidence}
      columns={[
        {
          header: t.file,
          cell: ({ evidence }) => <a href={filesPaths.show(evidence.fileId)}>{evidence.name}</a>,
        },
        {
          header: t.what,
          width: 'wide',
          cell: ({ weaknesses }) => weaknesses.map((one) => <div>{weaknessSentence(one, frame.lang)}</div>),
        },
      ]}
    />
  )
}

function Estimates(props: ReviewProps) {
  const { frame, review, estimates, estimatesUntil } = props
  const t = reviewWords(frame.lang)
  return (
    <Lines
      {...props}
      title={t.estimates(String(review.estimates.length))}
      lead={
        <>
          {t.estimatesLead(printDate(estimatesUntil))} <Mark kind={estimates.mark} />
        </>
      }
      rows={review.estimates.map((view) => ({ view }))}
      columns={[{ header: t.figure, cell: ({ view }) => figureWords(view.result, frame.lang) }]}
    />
  )
}

function Questions({ frame, links, slug, review }: ReviewProps) {
  const t = reviewWords(frame.lang)
  const q = questionsWords(frame.lang)
  if (review.questions.length === 0) return null
  return (
    <Card title={t.questions(String(review.questions.length))} flush>
      <DataTable
        caption={q.list}
        captionHidden
        rows={review.questions}
        columns={[
          {
            header: t.indicator,
            width: 'wide',
            cell: (question) => (
              <a href={`${links.figure(slug, question.indicatorId, question.period)}#hoi-dap`}>
                {question.indicatorName}
              </a>
            ),
          },
          { header: q.question, width: 'wide', cell: (question) => question.remarks.at(-1)?.body ?? '' },
          {
            header: t.state,
            width: 'fit',
            cell: (question) => (
              <Tag tone={question.state === 'open' ? 'warning' : 'info'}>{q[question.state]}</Tag>
            ),
          },
        ]}
      />
    </Card>
  )
}

type ReviewsProps = {
  readonly frame: PageFrame
  readonly tabs: readonly Tab[]
  readonly tabsLabel: string
  readonly views: readonly Tab[]
  readonly links: ResultLinks
  readonly year: number
  readonly rows: readonly {
    readonly name: string
    readonly slug: string
    readonly review: Review
    readonly step: UnitStep | undefined
  }[]
}

/** The reviews of all units side by side: the head's page. */
export function ReviewsPage({ frame, tabs, tabsLabel, views, links, year, rows }: ReviewsProps) {
  const t = reviewWords(frame.lang)
  const r = resultsWords(frame.lang)
  const count = (
    header: string,
    of: (review: Review) => readonly unknown[],
  ): Column<ReviewsProps['rows'][number]> => ({
    header,
    numeric: true,
    cell: ({ review }) => of(review).length || '',
    total: String(rows.reduce((sum, { review }) => sum + of(review).length, 0)),
  })
  return (
    <Layout frame={frame} title={t.reviews} wide>
      <PageHeader title={t.reviews} aside={r.yearAside(String(year))} lead={t.reviewsLead} />
      <Tabs label={tabsLabel} tabs={[...tabs]} />
      <Tabs label={r.figures} tabs={[...views]} />
      <DataTable
        caption={t.reviews}
        captionHidden
        rows={rows}
        columns={[
          {
            header: t.unit,
            width: 'wide',
            cell: ({ name, slug }) => <a href={links.review(slug)}>{name}</a>,
            total: t.total,
          },
          count(t.colFindings, (review) => review.findings),
          count(t.colMissing, (review) => review.missing),
          count(t.colWithout, (review) => review.withoutEvidence),
          count(t.colWeak, (review) => review.weakEvidence),
          count(t.colEstimates, (review) => review.estimates),
          count(t.colQuestions, (review) => review.questions),
          {
            header: t.report,
            width: 'fit',
            cell: ({ step }) => <StateBadge {...stepBadge(step, frame.lang)} />,
          },
        ]}
      />
    </Layout>
  )
}
