import type { ChecksStanding } from '../../domain/checks/index.ts'
import { printDate } from '../../domain/vietnamese/index.ts'
import { scoreTabs, scoreTabsLabel } from '../../http/score-tabs.ts'
import type { Lang } from '../../i18n/words.ts'
import {
  Card,
  type Column,
  DataTable,
  EmptyState,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
  Stat,
  StateBadge,
  Tabs,
  Tag,
} from '../../ui/index.ts'
import { checksWords } from './checks.messages.ts'
import type { CheckLinks } from './checks.paths.ts'
import type { PlanRow } from './checks.store.ts'
import type { VisitLine } from './visit-line.ts'

/** A plan with the visits the reader may see. */
export type PlanOfYear = { readonly plan: PlanRow; readonly lines: readonly VisitLine[] }

type ChecksPageProps = {
  readonly frame: PageFrame
  readonly year: number
  readonly links: CheckLinks
  readonly standing: ChecksStanding
  readonly plans: readonly PlanOfYear[]
  readonly mayManage: boolean
}

/** All checks of a year: where they stand, round by round. */
export function ChecksPage({ frame, year, links, standing, plans, mayManage }: ChecksPageProps) {
  const t = checksWords(frame.lang)
  const add = mayManage ? (
    <LinkButton href={links.addPlan} kind={plans.length === 0 ? 'primary' : 'secondary'} icon="plus">
      {t.addPlan}
    </LinkButton>
  ) : null
  return (
    <Layout frame={frame} title={t.title} wide>
      <PageHeader
        title={t.title}
        aside={t.inYear(String(year))}
        lead={t.lead}
        actions={plans.length > 0 ? add : null}
      />
      <Tabs label={scoreTabsLabel(frame.lang)} tabs={scoreTabs(frame.lang, links.other, 'checks')} />
      {plans.length === 0 ? (
        <EmptyState
          icon="calendar"
          title={t.empty}
          text={mayManage ? t.emptyText : t.emptyMember}
          action={add}
        />
      ) : (
        <div class="gu-stack-large">
          {standing.visits > 0 ? <Standing standing={standing} lang={frame.lang} /> : null}
          {plans.map((one) => (
            <PlanCard {...one} links={links} lang={frame.lang} />
          ))}
        </div>
      )}
    </Layout>
  )
}

function Standing({ standing, lang }: { readonly standing: ChecksStanding; readonly lang: Lang }) {
  const t = checksWords(lang)
  const { visits, held, signed, openCorrections, lateCorrections, nextOn } = standing
  return (
    <div class="gu-grid">
      <Stat
        label={t.statHeld}
        value={`${held}/${visits}`}
        {...(nextOn ? { note: t.statNext(printDate(nextOn)) } : {})}
      />
      <Stat label={t.statSigned} value={`${signed}/${visits}`} />
      <Stat
        label={t.statOpen}
        value={String(openCorrections)}
        {...(lateCorrections > 0 ? { note: t.statLate(lateCorrections) } : {})}
      />
    </div>
  )
}

type CardProps = PlanOfYear & { readonly links: CheckLinks; readonly lang: Lang }

function PlanCard({ plan, lines, links, lang }: CardProps) {
  const t = checksWords(lang)
  const period = [plan.startsOn, plan.endsOn].flatMap((day) => (day ? [printDate(day)] : [])).join(' – ')
  return (
    <Card
      title={plan.title}
      subtitle={
        <>
          {[period, plan.announcedOn ? t.announced(printDate(plan.announcedOn)) : t.planDraft]
            .filter(Boolean)
            .join(' · ')}{' '}
          {plan.scoresCross ? <Tag tone="info">{t.scoresCrossTag}</Tag> : null}{' '}
          {plan.illustrative ? <Mark kind="sample" /> : null}
        </>
      }
      aside={<a href={links.plan(plan.id)}>{t.visitPlanLink}</a>}
      flush
    >
      {lines.length > 0 ? (
        <VisitTable caption={plan.title} lines={lines} lang={lang} />
      ) : (
        <EmptyState icon="users" title={t.noTeams} text={t.noTeamsText} />
      )}
    </Card>
  )
}

/** Visits as a table: which unit, by whom, when, how far. */
export function VisitTable({
  caption,
  lines,
  lang,
}: {
  readonly caption: string
  readonly lines: readonly VisitLine[]
  readonly lang: Lang
}) {
  const t = checksWords(lang)
  const columns: Column<VisitLine>[] = [
    {
      header: t.unit,
      width: 'wide',
      cell: (line) => (
        <>
          <a href={line.href} aria-label={t.visitOf(line.unit)}>
            {line.unit}
          </a>{' '}
          {line.illustrative ? <Mark kind="sample" /> : null}
        </>
      ),
    },
    {
      header: t.state,
      width: 'fit',
      cell: (line) => <StateBadge state={line.badge} label={line.badgeLabel} />,
    },
    {
      header: t.day,
      width: 'fit',
      cell: (line) => (
        <>
          {line.day}
          {line.moved ? <div class="gu-hint">{line.moved}</div> : null}
        </>
      ),
    },
    { header: t.team, width: 'fit', cell: (line) => line.team },
    { header: t.place, hideOnPhone: true, cell: (line) => line.place },
    { header: t.corrections, width: 'fit', cell: (line) => line.corrections },
  ]
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={lines}
      rowKind={(line) => (line.mine ? 'mine' : line.badge === 'absence_noted' ? 'muted' : undefined)}
      columns={columns}
    />
  )
}
