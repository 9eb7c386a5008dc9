import { type Layer, layerNames } from '../../../domain/scoring/index.ts'
import type { StepBadge } from '../../../steps/step-badge.ts'
import {
  type Column,
  DataTable,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
  StateBadge,
  Tabs,
} from '../../../ui/index.ts'
import { scoringWords } from '../scoring.messages.ts'
import type { ScoringLinks } from '../scoring.paths.ts'
import { scoringTabs } from '../scoring-tabs.ts'
import { appraisalWords } from './appraisal.messages.ts'

import type { AppraisedUnit } from './appraisal.page.tsx'

/** One unit on the way through the layers. */
export type AppraisalRow = AppraisedUnit & {
  readonly mine: boolean
  readonly self: StepBadge
  readonly cross: StepBadge
  readonly appraisal: StepBadge
  readonly checkers: readonly string[]
  readonly steppedBack: string
  /** Totals of the layers the reader may see. */
  readonly totals: Readonly<Partial<Record<Layer, string>>>
  /** The reader may fill in a layer here. */
  readonly mayFill: boolean
}

type BoardProps = {
  readonly frame: PageFrame
  readonly year: number
  readonly links: ScoringLinks
  readonly layers: readonly Layer[]
  readonly rows: readonly AppraisalRow[]
  readonly done: number
  readonly frozen: boolean
  readonly mayAssign: boolean
  readonly mayAdopt: boolean
  readonly hidden: boolean
}

/** All units on their way through the layers after the self-score. */
export function AppraisalsPage(props: BoardProps) {
  const { frame, year, links, layers, rows, done, frozen, mayAssign, mayAdopt } = props
  const { lang } = frame
  const t = appraisalWords(lang)
  const s = scoringWords(lang)
  const columns: Column<AppraisalRow>[] = [
    {
      header: s.unit,
      width: 'wide',
      cell: (row) => (
        <>
          <a href={links.appraisal(row.slug)}>{row.name}</a>{' '}
          {row.illustrative ? <Mark kind="sample" /> : null}
          {row.steppedBack ? <div class="gu-muted">{row.steppedBack}</div> : null}
        </>
      ),
    },
    {
      header: t.sheetState,
      width: 'fit',
      cell: (row) => <StateBadge state={row.self.state} label={row.self.label} />,
    },
    ...(layers.includes('cross')
      ? [
          {
            header: t.cross,
            width: 'fit' as const,
            cell: (row: AppraisalRow) => <StateBadge state={row.cross.state} label={row.cross.label} />,
          },
          {
            header: t.checkers,
            hideOnPhone: true,
            cell: (row: AppraisalRow) => row.checkers.join(', ') || <span class="gu-muted">{t.none}</span>,
          },
        ]
      : []),
    {
      header: t.appraisal,
      width: 'fit',
      cell: (row) => <StateBadge state={row.appraisal.state} label={row.appraisal.label} />,
    },
    ...layers.map((layer) => ({
      header: layerNames[layer][lang],
      group: s.points,
      numeric: true,
      cell: (row: AppraisalRow) => row.totals[layer] ?? '',
    })),
    {
      header: t.next,
      width: 'fit',
      cell: (row) => (
        <LinkButton href={links.appraisal(row.slug)} size="small" kind={row.mayFill ? 'secondary' : 'quiet'}>
          {row.mayFill ? t.open : t.openRead}
        </LinkButton>
      ),
    },
  ]
  return (
    <Layout frame={frame} title={t.title} wide>
      <PageHeader
        title={t.title}
        aside={String(year)}
        lead={
          frozen
            ? `${t.lead(done, rows.length)} ${t.leadLayers(layers.map((layer) => layerNames[layer][lang]).join(' → '))}`
            : s.tableNotFrozen
        }
        actions={
          frozen ? (
            <>
              {mayAdopt ? (
                <LinkButton href={links.final} kind="primary" icon="check">
                  {t.adoptFinal}
                </LinkButton>
              ) : null}
              {mayAssign ? (
                <LinkButton href={links.assign} icon="users">
                  {t.assign}
                </LinkButton>
              ) : null}
            </>
          ) : null
        }
      />
      <Tabs label={s.tabs} tabs={scoringTabs(lang, links, 'appraisals')} />
      <DataTable
        caption={t.title}
        captionHidden
        rows={rows}
        rowKind={(row) => (row.mine ? 'mine' : undefined)}
        columns={columns}
        note={props.hidden ? s.hiddenAppraised : undefined}
      />
    </Layout>
  )
}
