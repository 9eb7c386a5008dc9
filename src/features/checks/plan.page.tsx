import { printDate } from '../../domain/vietnamese/index.ts'
import { conflictsOf, formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import {
  Alert,
  Button,
  ButtonRow,
  Card,
  CheckboxList,
  ConfirmForm,
  ConflictNotice,
  DateInput,
  DefinitionList,
  EmptyState,
  FieldGroup,
  FileInput,
  Form,
  Hidden,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
  Tag,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { filesPaths } from '../files/files.paths.ts'
import { checksWords } from './checks.messages.ts'
import { VisitTable } from './checks.page.tsx'
import type { CheckLinks } from './checks.paths.ts'
import type { PlanRow } from './checks.store.ts'
import type { VisitLine } from './visit-line.ts'

/** A team in words. */
export type TeamLine = {
  readonly id: string
  readonly name: string
  readonly leader: string
  readonly others: readonly string[]
  readonly persons: readonly string[]
  readonly visits: readonly string[]
}

type PlanPageProps = {
  readonly frame: PageFrame
  readonly links: CheckLinks
  readonly plan: PlanRow
  readonly teams: readonly TeamLine[]
  readonly lines: readonly VisitLine[]
  /** What is uneven or mutual in the assignment as it stands. */
  readonly problems: readonly string[]
  readonly mayManage: boolean
  readonly again?: FormAgain | undefined
}

/** A plan with its teams and visits. */
export function PlanPage(props: PlanPageProps) {
  const { frame, links, plan, lines, problems, mayManage } = props
  const t = checksWords(frame.lang)
  const isDraft = plan.announcedOn === null
  return (
    <Layout
      frame={frame}
      title={plan.title}
      wide
      breadcrumb={[{ label: t.title, href: links.checks }, { label: plan.title }]}
    >
      <PageHeader
        title={plan.title}
        eyebrow={
          <>
            {plan.announcedOn ? t.announced(printDate(plan.announcedOn)) : t.planDraft}{' '}
            {plan.illustrative ? <Mark kind="sample" /> : null}
          </>
        }
        actions={
          mayManage ? (
            <>
              {isDraft && lines.length > 0 ? (
                <LinkButton href={links.announce(plan.id)} kind="primary" icon="megaphone">
                  {t.announce}
                </LinkButton>
              ) : null}
              <LinkButton href={links.revisePlan(plan.id)} icon="edit">
                {t.revisePlan}
              </LinkButton>
            </>
          ) : null
        }
      />
      <div class="gu-stack-large">
        {props.again?.problem ? (
          <Alert tone="danger" live>
            {props.again.problem}
          </Alert>
        ) : null}
        <PlanText {...props} />
        {problems.length > 0 ? (
          <Alert tone="warning" title={t.problems}>
            <ul>
              {problems.map((problem) => (
                <li>{problem}</li>
              ))}
            </ul>
          </Alert>
        ) : null}
        <Teams {...props} />
        {lines.length > 0 ? (
          <Card
            title={t.schedule}
            aside={mayManage ? <a href={links.schedule(plan.id)}>{t.editSchedule}</a> : null}
            flush
          >
            <VisitTable caption={t.schedule} lines={lines} lang={frame.lang} />
          </Card>
        ) : null}
        {isDraft && mayManage ? (
          <Form action={links.discardPlan(plan.id)} bare>
            <Button kind="quiet" icon="trash">
              {t.discardPlan}
            </Button>
          </Form>
        ) : null}
      </div>
    </Layout>
  )
}

function PlanText({ frame, plan }: PlanPageProps) {
  const t = checksWords(frame.lang)
  const period = [plan.startsOn, plan.endsOn].flatMap((day) => (day ? [printDate(day)] : [])).join(' – ')
  const items = [
    ...(period ? [{ term: t.period, value: period }] : []),
    ...(plan.purpose ? [{ term: t.purpose, value: plan.purpose }] : []),
    ...(plan.contents
      ? [
          {
            term: t.contents,
            value: (
              <ul>
                {plan.contents
                  .split('\n')
                  .filter((line) => line.trim() !== '')
                  .map((line) => (
                    <li>{line}</li>
                  ))}
              </ul>
            ),
          },
        ]
      : []),
    ...(plan.basis || plan.basisFileId
      ? [
          {
            term: t.basis,
            value: (
              <>
                {plan.basis}{' '}
                {plan.basisFileId ? (
                  <a href={filesPaths.show(plan.basisFileId)}>{plan.basisFileName}</a>
                ) : null}
              </>
            ),
          },
        ]
      : []),
    ...(plan.scoresCross ? [{ term: t.scoresCross, value: t.scoresCrossYes }] : []),
  ]
  if (items.length === 0) return null
  return (
    <Card>
      <DefinitionList items={items} />
    </Card>
  )
}

function Teams({ frame, links, plan, teams, mayManage }: PlanPageProps) {
  const t = checksWords(frame.lang)
  const propose =
    mayManage && plan.announcedOn === null ? (
      <LinkButton
        href={links.propose(plan.id)}
        kind={teams.length === 0 ? 'primary' : 'secondary'}
        icon="users"
      >
        {teams.length === 0 ? t.propose : t.proposeAgain}
      </LinkButton>
    ) : null
  const add = mayManage ? (
    <LinkButton href={links.addTeam(plan.id)} icon="plus">
      {t.addTeam}
    </LinkButton>
  ) : null
  if (teams.length === 0) {
    const action = propose || add ? <ButtonRow>{[propose, add]}</ButtonRow> : null
    return <EmptyState icon="users" title={t.noTeams} text={t.noTeamsText} action={action} />
  }
  return (
    <section class="gu-stack">
      <h2>{t.teams}</h2>
      <div class="gu-grid">
        {teams.map((team) => (
          <Card
            title={team.name}
            level={3}
            aside={
              mayManage ? (
                <a href={links.team(plan.id, team.id)} aria-label={t.editTeamOf(team.name)}>
                  {t.editTeam}
                </a>
              ) : null
            }
          >
            <TeamUnits team={team} leads={t.leads} />
            {team.persons.length > 0 ? (
              <ul class="gu-hint">
                {team.persons.map((person) => (
                  <li>{person}</li>
                ))}
              </ul>
            ) : null}
            <p>
              <strong>{t.visits}:</strong>{' '}
              {team.visits.length > 0 ? (
                team.visits.join(', ')
              ) : (
                <span class="gu-muted">{t.visitsNobody}</span>
              )}
            </p>
          </Card>
        ))}
      </div>
      {propose || add ? (
        <ButtonRow>
          {propose}
          {add}
        </ButtonRow>
      ) : null}
    </section>
  )
}

/** The units of a team, the leading one named as such. */
export function TeamUnits({
  team,
  leads,
}: {
  readonly team: Pick<TeamLine, 'leader' | 'others'>
  readonly leads: string
}) {
  return (
    <ul>
      <li>
        {team.leader} <Tag tone="accent">{leads}</Tag>
      </li>
      {team.others.map((unit) => (
        <li>{unit}</li>
      ))}
    </ul>
  )
}

type PlanFormPageProps = {
  readonly frame: PageFrame
  readonly links: CheckLinks
  readonly plan?: PlanRow | undefined
  readonly again?: FormAgain | undefined
}

/** A plan is begun or worded anew. */
export function PlanFormPage({ frame, links, plan, again }: PlanFormPageProps) {
  const t = checksWords(frame.lang)
  const action = plan ? links.revisePlan(plan.id) : links.addPlan
  const title = plan ? t.revisePlan : t.addPlan
  const conflicts = conflictsOf(again, {
    title: t.planTitle,
    purpose: t.purpose,
    contents: t.contents,
    startsOn: t.startsOn,
    endsOn: t.endsOn,
    basis: t.basis,
  })
  return (
    <Layout
      frame={frame}
      title={title}
      breadcrumb={[
        { label: t.title, href: links.checks },
        ...(plan ? [{ label: plan.title, href: links.plan(plan.id) }] : []),
        { label: title },
      ]}
    >
      <div class="gu-prose">
        <PageHeader title={title} />
        {conflicts.length > 0 ? <ConflictNotice by={t.somebody} at={t.justNow} fields={conflicts} /> : null}
        <Form
          action={action}
          multipart
          submitLabel={t.save}
          cancelHref={plan ? links.plan(plan.id) : links.checks}
          {...formState(again, action)}
        >
          {plan ? <Hidden name="version" value={String(plan.version)} /> : null}
          <TextInput name="title" label={t.planTitle} hint={t.planTitleHint} value={plan?.title} required />
          <FieldGroup legend={t.period} columns>
            <DateInput name="startsOn" label={t.startsOn} value={plan?.startsOn ?? undefined} />
            <DateInput name="endsOn" label={t.endsOn} value={plan?.endsOn ?? undefined} />
          </FieldGroup>
          <TextArea name="purpose" label={t.purpose} rows={3} value={plan?.purpose} />
          <TextArea
            name="contents"
            label={t.contents}
            hint={t.contentsHint}
            rows={5}
            value={plan?.contents}
          />
          <TextInput name="basis" label={t.basis} hint={t.basisHint} value={plan?.basis} />
          <FileInput name="file" label={t.basisFile} optional maxMegabytes={25} />
          <CheckboxList
            name="scoresCross"
            label={t.scoresCross}
            chosen={plan?.scoresCross ? ['1'] : []}
            choices={[{ value: '1', label: t.scoresCrossYes, hint: t.scoresCrossHint }]}
          />
        </Form>
      </div>
    </Layout>
  )
}

type AnnouncePageProps = {
  readonly frame: PageFrame
  readonly links: CheckLinks
  readonly plan: PlanRow
  readonly undated: number
  readonly again?: FormAgain | undefined
}

/** Asks once more before the units are told. */
export function AnnouncePage({ frame, links, plan, undated, again }: AnnouncePageProps) {
  const t = checksWords(frame.lang)
  return (
    <Layout
      frame={frame}
      title={t.announceTitle}
      breadcrumb={[
        { label: t.title, href: links.checks },
        { label: plan.title, href: links.plan(plan.id) },
        { label: t.announce },
      ]}
    >
      {again?.problem ? (
        <Alert tone="danger" live>
          {again.problem}
        </Alert>
      ) : null}
      <ConfirmForm
        title={t.announceTitle}
        action={links.announce(plan.id)}
        consequences={[
          t.announceWill,
          t.announceThen,
          ...(undated > 0 ? [t.announceNoDay(undated)] : []),
          ...(plan.scoresCross ? [t.scoresCrossHint] : []),
        ]}
        confirmLabel={t.announce}
        cancelHref={links.plan(plan.id)}
      />
    </Layout>
  )
}
