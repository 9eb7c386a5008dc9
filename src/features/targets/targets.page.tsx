import { comparisonOf, findingSentence, printComparison } from '../../domain/results/index.ts'
import { targetOf, targetStatement } from '../../domain/targets/index.ts'
import { printNumber } from '../../domain/vietnamese/index.ts'
import { formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import type { MemberUnit } from '../../scopes/scopes.store.ts'
import { SpreadsheetBar } from '../../spreadsheets/bar.tsx'
import { stepWords } from '../../steps/step.messages.ts'
import { stepBadge } from '../../steps/step-badge.ts'
import type { UnitStep } from '../../steps/steps.store.ts'
import {
  Alert,
  Button,
  Card,
  type Column,
  DataTable,
  EmptyState,
  Form,
  Hidden,
  Icon,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
  Select,
  StateBadge,
  type Tab,
  Tabs,
  Tag,
  TextArea,
} from '../../ui/index.ts'
import { targetFindings } from './target-findings.ts'
import { requestsWords } from './target-requests.messages.ts'
import { targetsWords } from './targets.messages.ts'
import type { TargetLinks } from './targets.paths.ts'
import type { TargetRow } from './targets.store.ts'

type OverviewProps = {
  readonly frame: PageFrame
  readonly tabs: readonly Tab[]
  readonly tabsLabel: string
  readonly links: TargetLinks
  readonly year: number
  readonly members: readonly MemberUnit[]
  readonly mine: readonly string[]
  readonly targets: readonly TargetRow[]
  readonly steps: readonly UnitStep[]
  readonly mayManageBloc: boolean
  readonly blocSlug: string
}

/** All targets of a year: how many each unit has, and those of the bloc. */
export function TargetsPage(props: OverviewProps) {
  const { frame, tabs, tabsLabel, links, year, members, mine, targets, mayManageBloc, blocSlug } = props
  const t = targetsWords(frame.lang)
  const own = members.find((unit) => mine.includes(unit.id))
  const ofBloc = targets.filter((target) => target.blocId !== null)
  return (
    <Layout frame={frame} title={t.title}>
      <PageHeader
        title={t.title}
        aside={t.yearAside(String(year))}
        lead={t.lead}
        actions={
          own ? (
            <LinkButton href={links.of(own.slug)} kind="primary" icon="target">
              {t.mine}
            </LinkButton>
          ) : null
        }
      />
      <Tabs label={tabsLabel} tabs={[...tabs]} />
      <SpreadsheetBar file={links.listFile} />
      <div class="gu-stack">
        <DataTable
          caption={t.title}
          captionHidden
          columns={overviewColumns(props)}
          rows={members}
          rowKind={(unit) => (mine.includes(unit.id) ? 'mine' : undefined)}
        />
        <Card
          title={t.ofBloc}
          flush={ofBloc.length > 0}
          aside={mayManageBloc ? <LinkButton href={links.enter(blocSlug)}>{t.add}</LinkButton> : null}
        >
          {ofBloc.length > 0 ? (
            <TargetTable
              frame={frame}
              links={links}
              slug={blocSlug}
              targets={ofBloc}
              mayWrite={mayManageBloc}
              signed={false}
            />
          ) : (
            <p class="gu-muted">{t.emptyBloc}</p>
          )}
        </Card>
      </div>
    </Layout>
  )
}

function overviewColumns({ frame, links, targets, steps }: OverviewProps): readonly Column<MemberUnit>[] {
  const t = targetsWords(frame.lang)
  const of = (unit: MemberUnit) => targets.filter((target) => target.unitId === unit.id)
  const count = (unit: MemberUnit, wanted: (target: TargetRow) => boolean) =>
    of(unit).filter(wanted).length || ''
  return [
    {
      header: t.unit,
      width: 'wide',
      cell: (unit) => <a href={links.of(unit.slug)}>{unit.name}</a>,
    },
    {
      header: t.state,
      width: 'fit',
      cell: (unit) => (
        <StateBadge
          {...stepBadge(
            steps.find((step) => step.unitId === unit.id),
            frame.lang,
          )}
        />
      ),
    },
    { header: t.count, numeric: true, cell: (unit) => of(unit).length },
    { header: t.assigned, numeric: true, cell: (unit) => count(unit, (one) => one.setBy !== 'own') },
    { header: t.own, numeric: true, cell: (unit) => count(unit, (one) => one.setBy === 'own') },
    { header: t.warned, numeric: true, cell: (unit) => count(unit, (one) => findingsOf(one).length > 0) },
  ]
}

type UnitProps = {
  readonly frame: PageFrame
  readonly links: TargetLinks
  readonly year: number
  readonly name: string
  readonly slug: string
  readonly targets: readonly TargetRow[]
  readonly step: UnitStep | undefined
  readonly resultsHref: string
  readonly signed: boolean
  readonly waiting: readonly string[]
  readonly mayWrite: boolean
  readonly maySend: boolean
  readonly mayDecide: boolean
  readonly onBehalf: boolean
  readonly again: FormAgain | undefined
}

/** The targets of one unit, or of the bloc. */
export function UnitTargetsPage(props: UnitProps) {
  const { frame, links, year, name, slug, targets, step, mayWrite, resultsHref } = props
  const t = targetsWords(frame.lang)
  const s = stepWords(frame.lang)
  const add = mayWrite ? (
    <LinkButton href={links.enter(slug)} kind={targets.length === 0 ? 'primary' : 'secondary'} icon="plus">
      {t.add}
    </LinkButton>
  ) : null
  return (
    <Layout
      frame={frame}
      title={t.ofUnit(name)}
      breadcrumb={[{ label: t.title, href: links.list }, { label: name }]}
    >
      <PageHeader
        title={t.ofUnit(name)}
        aside={t.yearAside(String(year))}
        lead={props.maySend || step ? <StateBadge {...stepBadge(step, frame.lang)} /> : undefined}
        actions={
          <>
            {targets.length > 0 ? add : null}
            <LinkButton href={resultsHref} icon="chart">
              {t.results}
            </LinkButton>
          </>
        }
      />
      <SpreadsheetBar file={links.file(slug)} fill={mayWrite ? links.fill(slug) : undefined} />
      {step?.state === 'returned' ? <Alert tone="warning">{s.returnedBecause(step.reason)}</Alert> : null}
      {targets.length === 0 ? (
        <EmptyState icon="target" title={t.empty} text={t.emptyText} action={add} />
      ) : (
        <div class="gu-stack">
          <TargetTable {...props} />
          <SendCard {...props} />
          <DecideCard {...props} />
        </div>
      )}
    </Layout>
  )
}

type TableProps = {
  readonly frame: PageFrame
  readonly links: TargetLinks
  readonly slug: string
  readonly targets: readonly TargetRow[]
  readonly mayWrite: boolean
  readonly signed: boolean
  /** Ids of targets for which a change waits for the head. */
  readonly waiting?: readonly string[]
}

function TargetTable({ frame, links, slug, targets, mayWrite, signed, waiting = [] }: TableProps) {
  const t = targetsWords(frame.lang)
  const columns: Column<TargetRow>[] = [
    { header: t.indicator, width: 'wide', cell: (target) => <Name frame={frame} target={target} /> },
    {
      header: t.target,
      cell: (target) => (
        <>
          <Statement frame={frame} target={target} />
          {waiting.includes(target.id) ? (
            <div>
              <a href={links.change(slug, target.id)}>
                <Tag tone="warning">{requestsWords(frame.lang).waitingMark}</Tag>
              </a>
            </div>
          ) : null}
        </>
      ),
    },
    { header: t.base, numeric: true, cell: (target) => baseWords(target) },
    { header: t.setBy, cell: (target) => <Origin frame={frame} target={target} /> },
  ]
  if (mayWrite) {
    columns.push({
      header: '',
      width: 'fit',
      cell: (target) =>
        signed ? (
          <a href={links.change(slug, target.id)}>{t.change}</a>
        ) : (
          <a href={links.target(slug, target.id)}>{t.edit}</a>
        ),
    })
  }
  return <DataTable caption={t.title} captionHidden columns={columns} rows={targets} />
}

function Name({ frame, target }: { readonly frame: PageFrame; readonly target: TargetRow }) {
  const t = targetsWords(frame.lang)
  return (
    <>
      {target.indicatorName} {target.illustrative ? <Mark kind="sample" /> : null}
      {target.versionNumber > 1 ? (
        <span class="gu-muted"> ({t.version(String(target.versionNumber))})</span>
      ) : null}
      {target.onBehalf ? <span class="gu-muted"> ({t.onBehalf})</span> : null}
      {findingsOf(target).map((finding) => (
        <p class="gu-note">
          <Icon name="warning" size={14} /> {findingSentence(finding, frame.lang)}
          {target.suspiciousReason ? ` ${t.standsBecause(target.suspiciousReason)}` : ''}
        </p>
      ))}
    </>
  )
}

/** What looks wrong about a stored target, without the figure of the year before: that was asked when it was saved. */
function findingsOf(target: TargetRow) {
  return targetFindings(target, target.indicatorUnit, undefined)
}

/** The target in words, its printed comparisons under it. */
export function Statement({ frame, target }: { readonly frame: PageFrame; readonly target: TargetRow }) {
  return (
    <>
      <b>{targetStatement(targetOf(target, target.direction), frame.lang)}</b>
      {target.comparisons.map((one) => (
        <div class="gu-muted">{printComparison(comparisonOf(one))}</div>
      ))}
      {target.printed ? <div class="gu-muted">“{target.printed}”</div> : null}
    </>
  )
}

function baseWords({ baseValue, baseYear }: TargetRow): string {
  if (baseValue === null) return ''
  return baseYear === null ? printNumber(baseValue) : `${printNumber(baseValue)} (${baseYear})`
}

function Origin({ frame, target }: { readonly frame: PageFrame; readonly target: TargetRow }) {
  const t = targetsWords(frame.lang)
  return (
    <>
      {t[`setBy_${target.setBy}`]}
      {target.setByNote ? <div class="gu-muted">{target.setByNote}</div> : null}
      {target.basis ? <div class="gu-muted">{target.basis}</div> : null}
    </>
  )
}

function SendCard({ frame, links, slug, targets, step, maySend, mayDecide, onBehalf, again }: UnitProps) {
  const t = targetsWords(frame.lang)
  const s = stepWords(frame.lang)
  if (step?.state === 'sent') return mayDecide ? null : <Alert tone="info">{t.waiting}</Alert>
  if (step?.state === 'accepted') return <Alert tone="success">{t.acceptedAlready}</Alert>
  if (!maySend) return null
  const action = links.send(slug)
  const choices = (['screen', 'paper', 'file'] as const).map((value) => ({ value, label: s[value] }))
  return (
    <Card kind="accent" title={s.send} subtitle={t.sendWhen}>
      <Form action={action} bare {...formState(again, action)}>
        {onBehalf ? (
          <Select
            name="channel"
            label={t.channel}
            choices={choices}
            value="paper"
            placeholder={false}
            narrow
          />
        ) : (
          <Hidden name="channel" value="screen" />
        )}
        <div class="gu-form-actions">
          <Button kind="primary" disabledBecause={targets.length === 0 ? t.nothingToSend : undefined}>
            {step?.state === 'returned' ? s.sendAgain : s.send}
          </Button>
        </div>
      </Form>
    </Card>
  )
}

function DecideCard({ frame, links, slug, step, mayDecide, again }: UnitProps) {
  const t = targetsWords(frame.lang)
  const s = stepWords(frame.lang)
  if (!mayDecide || (step?.state !== 'sent' && step?.state !== 'accepted')) return null
  return (
    <Card title={t.decide} subtitle={step.state === 'sent' ? t.waitingToSee : undefined}>
      <div class="gu-stack">
        {step.state === 'sent' ? (
          <form method="post" action={links.accept(slug)}>
            <Button kind="primary">{s.accept}</Button>
          </form>
        ) : null}
        <Form action={links.giveBack(slug)} bare {...formState(again, links.giveBack(slug))}>
          <TextArea name="reason" label={s.reason} hint={s.reasonHint} rows={2} required />
          <div class="gu-form-actions">
            <Button icon="return">{s.giveBack}</Button>
          </div>
        </Form>
      </div>
    </Card>
  )
}
