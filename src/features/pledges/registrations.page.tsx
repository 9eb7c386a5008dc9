import type { MemberUnit } from '../../scopes/scopes.store.ts'
import { stepBadge } from '../../steps/step-badge.ts'
import type { UnitStep } from '../../steps/steps.store.ts'
import {
  type Column,
  DataTable,
  Layout,
  Mark,
  type PageFrame,
  PageHeader,
  StateBadge,
  type Tab,
  Tabs,
} from '../../ui/index.ts'
import { pledgesWords } from './pledges.messages.ts'
import type { PledgeLinks } from './pledges.paths.ts'
import type { AwardRow, ProposalCount, RegistrationRow } from './registration.store.ts'

type SummaryProps = {
  readonly frame: PageFrame
  readonly tabs: readonly Tab[]
  readonly links: PledgeLinks
  readonly year: number
  readonly members: readonly MemberUnit[]
  readonly mine: readonly string[]
  readonly rows: readonly RegistrationRow[]
  readonly steps: readonly UnitStep[]
  readonly proposals: readonly ProposalCount[]
  readonly awards: readonly AwardRow[]
  /** From the scoring on, reached and proposed stand beside registered. */
  readonly withOutcome: boolean
}

/** What all units registered; at the end of the year beside what was reached and proposed. */
export function RegistrationsPage(props: SummaryProps) {
  const { frame, tabs, year, links, members, mine } = props
  const t = pledgesWords(frame.lang)
  const own = members.find((unit) => mine.includes(unit.id))
  return (
    <Layout frame={frame} title={t.registrations} wide>
      <PageHeader
        title={t.registrations}
        aside={t.yearAside(String(year))}
        lead={t.registrationLead}
        actions={
          own ? (
            <a class="btn btn-primary" href={links.registration(own.slug)}>
              {t.myRegistration}
            </a>
          ) : null
        }
      />
      <Tabs label={t.tabs} tabs={[...tabs]} />
      <DataTable
        caption={t.summary}
        dense
        columns={summaryColumns(props)}
        rows={members}
        rowKind={(unit) => (mine.includes(unit.id) ? 'mine' : undefined)}
        note={props.withOutcome ? t.summaryNote : undefined}
      />
    </Layout>
  )
}

/** One line of registration: an award for collectives or persons, or initiatives. */
type Line = {
  readonly kind: RegistrationRow['kind']
  readonly awardCode: string | null
  readonly label: string
}

function summaryColumns(props: SummaryProps): readonly Column<MemberUnit>[] {
  const { frame, links, steps, rows } = props
  const t = pledgesWords(frame.lang)
  return [
    {
      header: t.unit,
      width: 'wide',
      cell: (unit) => (
        <>
          <a href={links.registration(unit.slug)}>{unit.name}</a>{' '}
          {rows.some((row) => row.unitId === unit.id && row.illustrative) ? <Mark kind="sample" /> : null}
        </>
      ),
      total: t.total,
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
    ...linesIn(props).flatMap((line) => lineColumns(props, line)),
  ]
}

/** Only what somebody registered or was proposed for becomes a column. */
function linesIn({ frame, rows, proposals, withOutcome, awards }: SummaryProps): readonly Line[] {
  const t = pledgesWords(frame.lang)
  const lines = new Map<string, Line>()
  for (const row of [...rows].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))) {
    const label =
      row.kind === 'initiative' ? t.initiatives : ((frame.lang === 'vi' ? row.awardVi : row.awardEn) ?? '')
    const key = `${row.kind} ${row.awardCode}`
    if (!lines.has(key)) lines.set(key, { kind: row.kind, awardCode: row.awardCode, label })
  }
  for (const award of withOutcome ? awards : []) {
    const isProposed = proposals.some((one) => one.awardCode === award.code)
    const key = `collective ${award.code}`
    if (!isProposed || lines.has(key)) continue
    lines.set(key, {
      kind: 'collective',
      awardCode: award.code,
      label: frame.lang === 'vi' ? award.nameVi : award.nameEn,
    })
  }
  return [...lines.values()]
}

const ORDER: readonly RegistrationRow['kind'][] = ['collective', 'personal', 'initiative']

function lineColumns(props: SummaryProps, line: Line): readonly Column<MemberUnit>[] {
  const { frame, members, withOutcome } = props
  const t = pledgesWords(frame.lang)
  const column = (header: string, count: (unit: MemberUnit) => number | null): Column<MemberUnit> => {
    const sum = members.reduce((total, unit) => total + (count(unit) ?? 0), 0)
    return {
      header,
      numeric: true,
      group: line.label,
      cell: (unit) => count(unit) ?? '',
      total: String(sum),
    }
  }
  const registered = column(t.registered, (unit) => rowOf(props, unit, line)?.quantity ?? null)
  if (!withOutcome) return [registered]
  const reached = column(t.reached, (unit) => reachedOf(props, unit, line))
  if (line.kind !== 'collective') return [registered, reached]
  return [registered, reached, column(t.proposed, (unit) => proposalOf(props, unit, line)?.proposed ?? null)]
}

function rowOf({ rows }: SummaryProps, unit: MemberUnit, line: Line): RegistrationRow | undefined {
  return rows.find(
    (row) => row.unitId === unit.id && row.kind === line.kind && row.awardCode === line.awardCode,
  )
}

function reachedOf(props: SummaryProps, unit: MemberUnit, line: Line): number | null {
  return (
    rowOf(props, unit, line)?.reached ??
    (line.kind === 'collective' ? (proposalOf(props, unit, line)?.granted ?? null) : null)
  )
}

function proposalOf({ proposals }: SummaryProps, unit: MemberUnit, line: Line): ProposalCount | undefined {
  return proposals.find((one) => one.unitId === unit.id && one.awardCode === line.awardCode)
}
