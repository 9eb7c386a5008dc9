import { conflictsOf, formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import type { MemberUnit } from '../../scopes/scopes.store.ts'
import {
  Alert,
  Button,
  Card,
  CheckboxList,
  ConflictNotice,
  DataTable,
  DateInput,
  FieldGroup,
  Form,
  Hidden,
  Layout,
  NumberInput,
  type PageFrame,
  PageHeader,
  Select,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { PERSON_ROWS } from './checks.forms.ts'
import { checksWords } from './checks.messages.ts'
import type { CheckLinks } from './checks.paths.ts'
import type { PlanRow, TeamRow, VisitRow } from './checks.store.ts'
import { type TeamLine, TeamUnits } from './plan.page.tsx'
import { dutyNames } from './visits.messages.ts'

type Common = {
  readonly frame: PageFrame
  readonly links: CheckLinks
  readonly plan: PlanRow
  readonly again?: FormAgain | undefined
}

function crumbs({ frame, links, plan }: Common, title: string) {
  return [
    { label: checksWords(frame.lang).title, href: links.checks },
    { label: plan.title, href: links.plan(plan.id) },
    { label: title },
  ]
}

type TeamPageProps = Common & {
  readonly units: readonly MemberUnit[]
  readonly team?: TeamRow | undefined
  readonly proposedName: string
  readonly mayRemove: boolean
}

/** A team is put together: its units, who leads, its persons. */
export function TeamPage(props: TeamPageProps) {
  const { frame, links, plan, units, team, again } = props
  const t = checksWords(frame.lang)
  const action = team ? links.team(plan.id, team.id) : links.addTeam(plan.id)
  const title = team ? team.name : t.addTeam
  const choices = units.map((unit) => ({ value: unit.id, label: unit.name }))
  const conflicts = conflictsOf(again, { name: t.teamName })
  return (
    <Layout frame={frame} title={title} breadcrumb={crumbs(props, title)}>
      <PageHeader title={title} />
      <div class="gu-stack">
        {conflicts.length > 0 ? <ConflictNotice by={t.somebody} at={t.justNow} fields={conflicts} /> : null}
        {again?.problem && again.action !== action ? (
          <Alert tone="danger" live>
            {again.problem}
          </Alert>
        ) : null}
        <Form
          action={action}
          submitLabel={t.save}
          cancelHref={links.plan(plan.id)}
          {...formState(again, action)}
        >
          {team ? <Hidden name="version" value={String(team.version)} /> : null}
          <TextInput name="name" label={t.teamName} value={team?.name ?? props.proposedName} required />
          <CheckboxList
            name="units"
            label={t.units}
            chosen={team?.unitIds ?? []}
            choices={choices}
            required
          />
          <Select
            name="leadingUnitId"
            label={t.leadingUnit}
            hint={t.leadingUnitHint}
            value={team?.leadingUnitId}
            choices={choices}
            required
          />
          <Persons {...props} />
        </Form>
        {team && props.mayRemove ? (
          <Form action={links.removeTeam(plan.id, team.id)} bare>
            <Button kind="quiet" icon="trash">
              {t.removeTeam}
            </Button>
          </Form>
        ) : null}
      </div>
    </Layout>
  )
}

function Persons({ frame, units, team }: TeamPageProps) {
  const t = checksWords(frame.lang)
  const persons = team?.persons ?? []
  const shown = Math.min(PERSON_ROWS, Math.max(4, persons.length + 2))
  return (
    <FieldGroup legend={t.persons} hint={t.personsHint}>
      <DataTable
        caption={t.persons}
        captionHidden
        rows={Array.from({ length: shown }, (_, row) => row)}
        columns={[
          {
            header: t.personName,
            width: 'wide',
            cell: (row) => (
              <TextInput
                name={`personName.${row}`}
                label={`${t.person(row + 1)}: ${t.personName}`}
                labelHidden
                value={persons[row]?.name}
              />
            ),
          },
          {
            header: t.personTitle,
            width: 'wide',
            cell: (row) => (
              <TextInput
                name={`personTitle.${row}`}
                label={`${t.person(row + 1)}: ${t.personTitle}`}
                labelHidden
                value={persons[row]?.title}
              />
            ),
          },
          {
            header: t.personUnit,
            width: 'wide',
            cell: (row) => (
              <Select
                name={`personUnit.${row}`}
                label={`${t.person(row + 1)}: ${t.personUnit}`}
                labelHidden
                value={persons[row]?.unitId}
                choices={units.map((unit) => ({ value: unit.id, label: unit.shortName }))}
              />
            ),
          },
          {
            header: t.personDuty,
            width: 'wide',
            cell: (row) => (
              <Select
                name={`personDuty.${row}`}
                label={`${t.person(row + 1)}: ${t.personDuty}`}
                labelHidden
                placeholder={false}
                value={persons[row]?.duty ?? 'member'}
                choices={(['member', 'leader', 'secretary'] as const).map((duty) => ({
                  value: duty,
                  label: dutyNames[duty][frame.lang],
                }))}
              />
            ),
          },
        ]}
      />
    </FieldGroup>
  )
}

type ProposePageProps = Common & {
  readonly count: number
  readonly most: number
  readonly teams: readonly Omit<TeamLine, 'id' | 'persons'>[]
  /** Why no division is possible with this number. */
  readonly refused: string
  readonly problems: readonly string[]
}

/** The proposed division, with what makes it fair and what it cannot keep. */
export function ProposePage(props: ProposePageProps) {
  const { frame, links, plan, count, most, teams, refused, problems, again } = props
  const t = checksWords(frame.lang)
  const action = links.propose(plan.id)
  return (
    <Layout frame={frame} title={t.proposeTitle} breadcrumb={crumbs(props, t.proposeTitle)} wide>
      <PageHeader title={t.proposeTitle} lead={t.proposeLead} />
      <div class="gu-stack-large">
        <Card>
          <Form action={action} method="get" bare>
            <NumberInput name="so-doan" label={t.proposeCount} value={String(count)} unit={`2 – ${most}`} />
            <Button>{t.proposeShow}</Button>
          </Form>
        </Card>
        {refused ? <Alert tone="warning">{refused}</Alert> : null}
        {again?.problem ? (
          <Alert tone="danger" live>
            {again.problem}
          </Alert>
        ) : null}
        {teams.length > 0 ? (
          <>
            <div class="gu-grid">
              {teams.map((team) => (
                <Card title={team.name} level={3}>
                  <TeamUnits team={team} leads={t.leads} />
                  <p>
                    <strong>{t.visits}:</strong> {team.visits.join(', ')}
                  </p>
                </Card>
              ))}
            </div>
            <Alert title={t.proposeWhy}>
              <ul>
                <li>{t.whyOnce}</li>
                <li>{t.whyEven}</li>
                <li>{t.whyNotItself}</li>
                {problems.length === 0 ? <li>{t.whyNotChecker}</li> : null}
              </ul>
            </Alert>
            {problems.length > 0 ? (
              <Alert tone="warning" title={t.proposeNot}>
                <p>{t.proposeNotHint}</p>
                <ul>
                  {problems.map((problem) => (
                    <li>{problem}</li>
                  ))}
                </ul>
              </Alert>
            ) : null}
            <Form
              action={action}
              submitLabel={t.proposeAdopt}
              cancelHref={links.plan(plan.id)}
              {...formState(again, action)}
            >
              <p class="gu-hint">{t.proposeReplaces}</p>
              <Hidden name="teams" value={String(count)} />
            </Form>
          </>
        ) : null}
      </div>
    </Layout>
  )
}

type SchedulePageProps = Common & {
  readonly units: readonly MemberUnit[]
  readonly teams: readonly TeamRow[]
  readonly visits: ReadonlyMap<string, VisitRow>
}

/** Team, day, time and place of every unit in one grid. */
export function SchedulePage(props: SchedulePageProps) {
  const { frame, links, plan, units, teams, visits, again } = props
  const t = checksWords(frame.lang)
  const action = links.schedule(plan.id)
  // What was held or cancelled is history.
  const open = units.filter((unit) => (visits.get(unit.id)?.state ?? 'planned') === 'planned')
  return (
    <Layout frame={frame} title={t.schedule} breadcrumb={crumbs(props, t.schedule)} wide>
      <PageHeader title={t.schedule} lead={t.scheduleLead} />
      <Form
        action={action}
        submitLabel={t.save}
        cancelHref={links.plan(plan.id)}
        {...formState(again, action)}
      >
        <DataTable
          caption={t.schedule}
          captionHidden
          rows={open}
          columns={[
            { header: t.unit, width: 'wide', cell: (unit) => unit.name },
            {
              header: t.team,
              width: 'wide',
              cell: (unit) => (
                <Select
                  name={`team.${unit.id}`}
                  label={t.teamOf(unit.name)}
                  labelHidden
                  placeholder={t.noTeam}
                  value={visits.get(unit.id)?.teamId}
                  choices={teams
                    .filter((team) => !team.unitIds.includes(unit.id))
                    .map((team) => ({ value: team.id, label: team.name }))}
                />
              ),
            },
            {
              header: t.day,
              cell: (unit) => (
                <DateInput
                  name={`plannedOn.${unit.id}`}
                  label={t.dayFor(unit.name)}
                  labelHidden
                  value={visits.get(unit.id)?.plannedOn ?? undefined}
                />
              ),
            },
            {
              header: t.time,
              cell: (unit) => (
                <TextInput
                  name={`plannedAt.${unit.id}`}
                  label={t.timeFor(unit.name)}
                  labelHidden
                  value={visits.get(unit.id)?.plannedAt ?? undefined}
                />
              ),
            },
            {
              header: t.place,
              width: 'wide',
              cell: (unit) => (
                <TextInput
                  name={`place.${unit.id}`}
                  label={t.placeFor(unit.name)}
                  labelHidden
                  value={visits.get(unit.id)?.place}
                />
              ),
            },
          ]}
        />
        {plan.announcedOn ? (
          <TextArea name="reason" label={t.moveReason} hint={t.moveReasonHint} rows={2} />
        ) : null}
      </Form>
    </Layout>
  )
}
