import { printNumber } from '../../../domain/vietnamese/index.ts'
import {
  Alert,
  Button,
  Card,
  type Column,
  DataTable,
  EmptyState,
  Form,
  Hidden,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
  ProgressBar,
  Tabs,
} from '../../../ui/index.ts'
import { recomputePath, scoringPaths } from '../scoring.paths.ts'
import { recomputeWords } from './recompute.messages.ts'
import type { RecomputedRow, RecomputeRun } from './recompute.store.ts'

type RecomputePageProps = {
  readonly frame: PageFrame
  readonly provinceName: string
  readonly years: readonly number[]
  readonly year: number
  readonly run: RecomputeRun | undefined
  /** When the run shown began or ended, in the reader's notation. */
  readonly when: string
  readonly rows: readonly RecomputedRow[]
}

/** Seconds between two looks at a run under way. */
const LOOK_AGAIN = 2

/** A province's scores computed from the records once more, beside what the units gave themselves. */
export function RecomputePage({ frame, provinceName, years, year, run, when, rows }: RecomputePageProps) {
  const t = recomputeWords(frame.lang)
  const isOpen = run?.state === 'waiting' || run?.state === 'running'
  const blocs = [...Map.groupBy(rows, (row) => row.blocSlug).values()]
  return (
    <Layout frame={frame} title={t.title} {...(isOpen ? { refresh: LOOK_AGAIN } : {})}>
      <PageHeader
        eyebrow={provinceName}
        title={t.title}
        lead={t.lead}
        actions={years.length > 0 && !isOpen ? <Ask frame={frame} year={year} /> : null}
      />
      {years.length > 1 ? (
        <Tabs
          label={t.years}
          tabs={years.map((one) => ({
            label: String(one),
            href: `${recomputePath}?nam=${one}`,
            current: one === year,
          }))}
        />
      ) : null}
      <div class="gu-stack">
        {run ? <Run frame={frame} run={run} when={when} /> : null}
        {years.length === 0 ? <EmptyState icon="users" title={t.noYears} /> : null}
        {years.length > 0 && rows.length === 0 && !isOpen ? (
          <EmptyState icon="refresh" title={t.none} text={t.noneText} />
        ) : null}
        {blocs.map((ofBloc) => (
          <BlocCard frame={frame} rows={ofBloc} year={year} />
        ))}
      </div>
    </Layout>
  )
}

function Ask({ frame, year }: { frame: PageFrame; year: number }) {
  const t = recomputeWords(frame.lang)
  return (
    <Form action={recomputePath} bare>
      <Hidden name="year" value={String(year)} />
      <Button kind="primary" icon="refresh">
        {t.ask(String(year))}
      </Button>
    </Form>
  )
}

function Run({ frame, run, when }: { frame: PageFrame; run: RecomputeRun; when: string }) {
  const t = recomputeWords(frame.lang)
  if (run.state === 'failed') {
    return (
      <Alert tone="danger" title={t.failed}>
        {t.failedText}
      </Alert>
    )
  }
  if (run.state === 'done') {
    return (
      <p class="gu-muted">
        {t.lastRun(when, run.askedByName ?? '')} {t.points(printNumber(String(run.pointsDone)))}.
      </p>
    )
  }
  return (
    <Card title={t[run.state]}>
      <div class="gu-stack">
        <div role="status">
          {run.state === 'running' ? (
            <ProgressBar
              label={t.progress}
              figure={t.progressFigure(String(run.blocsDone), String(run.blocs))}
              parts={[{ amount: run.blocsDone, tone: 'good', label: t.progress }]}
              total={Math.max(1, run.blocs)}
            />
          ) : (
            t.waitingText
          )}
        </div>
        <div>
          <LinkButton href={frame.path} icon="refresh" size="small">
            {t.refresh}
          </LinkButton>
        </div>
      </div>
    </Card>
  )
}

function BlocCard({ frame, rows, year }: { frame: PageFrame; rows: readonly RecomputedRow[]; year: number }) {
  const t = recomputeWords(frame.lang)
  const first = rows[0]
  if (!first) return null
  const links = scoringPaths.at(first.blocSlug, year)
  const columns: Column<RecomputedRow>[] = [
    {
      header: t.unit,
      width: 'wide',
      cell: (row) => (
        <>
          <a href={links.sheet(row.unitSlug)} aria-label={t.openSheet(row.unitName)}>
            {row.unitName}
          </a>{' '}
          {row.illustrative ? <Mark kind="sample" /> : null}
        </>
      ),
    },
    { header: t.place, numeric: true, width: 'fit', cell: (row) => row.place ?? '–' },
    { header: t.total, numeric: true, cell: (row) => printNumber(row.total) },
    {
      header: t.own,
      numeric: true,
      cell: (row) => (row.ownTotal === null ? t.notScored : printNumber(row.ownTotal)),
    },
    {
      header: t.differing,
      numeric: true,
      cell: (row) => {
        if (row.ownTotal === null) return '–'
        return row.differing === 0 ? t.same : t.differingCount(String(row.differing))
      },
    },
    {
      header: t.missing,
      numeric: true,
      hideOnPhone: true,
      cell: (row) => (row.missing === 0 ? '–' : t.differingCount(String(row.missing))),
    },
  ]
  return (
    <Card title={first.blocName}>
      <DataTable
        caption={first.blocName}
        captionHidden
        rows={rows}
        columns={columns}
        rowKind={(row) => (row.differing > 0 ? 'mine' : undefined)}
      />
    </Card>
  )
}
