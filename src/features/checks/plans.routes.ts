import {
  checksStanding,
  crossChecksOf,
  explainTeamRefusal,
  mayReadVisit,
  proposeTeams,
  usualTeamCount,
  visitPartOf,
} from '../../domain/checks/index.ts'
import { checkCrossChecks, explainCrossCheckProblem } from '../../domain/scoring/index.ts'
import { type Ask, keyOrNone, mayHere, query, unitIdsOf, yearOf } from '../../http/ask.ts'
import { type FormAgain, page, type Route, write } from '../../http/feature.ts'
import { parseForm } from '../../http/form.ts'
import { frameOf } from '../../http/frame.ts'
import { inYear } from '../../http/places.ts'
import {
  addPlanForm,
  addTeamForm,
  adoptForm,
  revisePlanForm,
  reviseTeamForm,
  scheduleForm,
} from './checks.forms.ts'
import { checksWords } from './checks.messages.ts'
import { ChecksPage } from './checks.page.tsx'
import { checksPaths } from './checks.paths.ts'
import { ofPlan } from './checks.place.ts'
import { findPlan, listPlans, listTeams, listVisits, type TeamRow, type VisitRow } from './checks.store.ts'
import { AnnouncePage, PlanFormPage, PlanPage, type TeamLine } from './plan.page.tsx'
import {
  addPlan,
  addTeam,
  adoptTeams,
  announcePlan,
  discardPlan,
  removeTeam,
  revisePlan,
  reviseTeam,
  scheduleVisits,
} from './plans.actions.ts'
import { ProposePage, SchedulePage, TeamPage } from './team.page.tsx'
import { visitLines } from './visit-line.ts'
import { dutyNames } from './visits.messages.ts'

const { route } = checksPaths
const manage = 'check.manage' as const

export const planRoutes: readonly Route[] = [
  page({ path: route.checks, permission: 'check.read', place: inYear, show: showChecks }),
  page({ path: route.addPlan, permission: manage, place: inYear, show: showAddPlan }),
  write({
    path: route.addPlan,
    permission: manage,
    audit: 'check.plan_added',
    place: inYear,
    action: addPlan,
    read: (ask, body) => withYear(ask, parseForm(addPlanForm, body)),
    next: (ask, { planId }) => linksOf(ask).plan(planId),
    said: (ask) => checksWords(ask.lang).planSaved,
    again: showAddPlan,
  }),
  page({ path: route.plan, permission: 'check.read', place: ofPlan, show: showPlan }),
  page({ path: route.revisePlan, permission: manage, place: ofPlan, show: showRevisePlan }),
  write({
    path: route.revisePlan,
    permission: manage,
    audit: 'check.plan_revised',
    place: ofPlan,
    action: revisePlan,
    read: (ask, body) => withPlan(ask, parseForm(revisePlanForm, body)),
    next: (ask, { planId }) => linksOf(ask).plan(planId),
    said: (ask) => checksWords(ask.lang).planSaved,
    again: showRevisePlan,
  }),
  page({ path: route.announce, permission: manage, place: ofPlan, show: showAnnounce }),
  write({
    path: route.announce,
    permission: manage,
    audit: 'check.plan_announced',
    place: ofPlan,
    action: announcePlan,
    read: (ask) => ({ ok: true, value: { planId: keyOrNone(ask, 'plan') } }),
    next: (ask) => linksOf(ask).plan(keyOrNone(ask, 'plan')),
    said: (ask, { visits }) => checksWords(ask.lang).announcedSaid(visits),
    again: showAnnounce,
  }),
  write({
    path: route.discardPlan,
    permission: manage,
    audit: 'check.plan_discarded',
    place: ofPlan,
    action: discardPlan,
    read: (ask) => ({ ok: true, value: { planId: keyOrNone(ask, 'plan') } }),
    next: (ask) => linksOf(ask).checks,
    said: (ask) => checksWords(ask.lang).planDiscarded,
    again: showPlan,
  }),
  page({ path: route.propose, permission: manage, place: ofPlan, show: showPropose }),
  write({
    path: route.propose,
    permission: manage,
    audit: 'check.teams_adopted',
    place: ofPlan,
    action: adoptTeams,
    read: (ask, body) => {
      const form = parseForm(adoptForm, body)
      // Names of teams stand in papers, so they are Vietnamese whatever the reader's language.
      return form.ok
        ? withPlan(ask, { ok: true, value: { ...form.value, name: checksWords('vi').teamNumbered } })
        : form
    },
    next: (ask) => linksOf(ask).schedule(keyOrNone(ask, 'plan')),
    said: (ask, { teams }) => checksWords(ask.lang).adopted(teams),
    again: showPropose,
  }),
  page({ path: route.addTeam, permission: manage, place: ofPlan, show: showTeam }),
  write({
    path: route.addTeam,
    permission: manage,
    audit: 'check.team_added',
    place: ofPlan,
    action: addTeam,
    read: (ask, body) => withPlan(ask, parseForm(addTeamForm, body)),
    next: (ask) => linksOf(ask).plan(keyOrNone(ask, 'plan')),
    said: (ask) => checksWords(ask.lang).teamSaved,
    again: showTeam,
  }),
  page({ path: route.team, permission: manage, place: ofPlan, show: showTeam }),
  write({
    path: route.team,
    permission: manage,
    audit: 'check.team_revised',
    place: ofPlan,
    action: reviseTeam,
    read: (ask, body) => withTeam(ask, parseForm(reviseTeamForm, body)),
    next: (ask) => linksOf(ask).plan(keyOrNone(ask, 'plan')),
    said: (ask) => checksWords(ask.lang).teamSaved,
    again: showTeam,
  }),
  write({
    path: route.removeTeam,
    permission: manage,
    audit: 'check.team_removed',
    place: ofPlan,
    action: removeTeam,
    read: (ask) => withTeam(ask, { ok: true, value: {} }),
    next: (ask) => linksOf(ask).plan(keyOrNone(ask, 'plan')),
    said: (ask) => checksWords(ask.lang).teamRemoved,
    again: showTeam,
  }),
  page({ path: route.schedule, permission: manage, place: ofPlan, show: showSchedule }),
  write({
    path: route.schedule,
    permission: manage,
    audit: 'check.visits_scheduled',
    place: ofPlan,
    action: scheduleVisits,
    read: (ask, body) => withPlan(ask, parseForm(scheduleForm, body)),
    next: (ask) => linksOf(ask).plan(keyOrNone(ask, 'plan')),
    said: (ask, { changed }) => checksWords(ask.lang).scheduled(changed),
    again: showSchedule,
  }),
]

type Parsed<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

function withYear<T, E>(ask: Ask, form: Parsed<T, E>): Parsed<T & { blocYearId: string }, E> {
  return form.ok ? { ok: true, value: { ...form.value, blocYearId: yearOf(ask).id } } : form
}

function withPlan<T, E>(ask: Ask, form: Parsed<T, E>): Parsed<T & { planId: string }, E> {
  return form.ok ? { ok: true, value: { ...form.value, planId: keyOrNone(ask, 'plan') } } : form
}

function withTeam<T, E>(ask: Ask, form: Parsed<T, E>): Parsed<T & { planId: string; teamId: string }, E> {
  const at = { planId: keyOrNone(ask, 'plan'), teamId: keyOrNone(ask, 'team') }
  return form.ok ? { ok: true, value: { ...form.value, ...at } } : form
}

/** Links of the checks of the year of the address. */
export function linksOf(ask: Ask) {
  const { bloc, year } = yearOf(ask)
  return checksPaths.at(bloc.slug, year)
}

/** Visits as the reader may know them: what has to be put right is told to others once both sides have signed. */
async function visitsFor(ask: Ask, where: Parameters<typeof listVisits>[1]): Promise<readonly VisitRow[]> {
  return (await listVisits(ask.db, where)).map((visit) => {
    const part = visitPartOf(ask.actor, ask.scope, visit)
    return mayReadVisit(part, visit.signedOn !== null) ? visit : { ...visit, corrections: [] }
  })
}

function readerOf(ask: Ask) {
  return { lang: ask.lang, today: ask.today, unitIds: unitIdsOf(ask), links: linksOf(ask) }
}

async function showChecks(ask: Ask) {
  const year = yearOf(ask)
  const mayManage = mayHere(ask, manage)
  const plans = (await listPlans(ask.db, year.id)).filter((plan) => mayManage || plan.announcedOn)
  const visits = await visitsFor(ask, { blocYearId: year.id })
  const announced = new Set(plans.flatMap((plan) => (plan.announcedOn ? [plan.id] : [])))
  return ChecksPage({
    frame: frameOf(ask),
    year: year.year,
    links: linksOf(ask),
    standing: checksStanding(
      visits
        .filter((visit) => announced.has(visit.planId))
        .map((visit) => ({ ...visit, signed: visit.signedOn !== null })),
      ask.today,
    ),
    plans: plans.map((plan) => ({
      plan,
      lines: visitLines(
        visits.filter((visit) => visit.planId === plan.id),
        year,
        readerOf(ask),
      ),
    })),
    mayManage,
  })
}

async function showAddPlan(ask: Ask, again?: FormAgain) {
  return PlanFormPage({ frame: frameOf(ask), links: linksOf(ask), again })
}

async function showRevisePlan(ask: Ask, again?: FormAgain) {
  const plan = await findPlan(ask.db, keyOrNone(ask, 'plan'))
  return plan ? PlanFormPage({ frame: frameOf(ask), links: linksOf(ask), plan, again }) : ask.c.notFound()
}

async function showPlan(ask: Ask, again?: FormAgain) {
  const year = yearOf(ask)
  const plan = await findPlan(ask.db, keyOrNone(ask, 'plan'))
  if (!plan) return ask.c.notFound()
  const teams = await listTeams(ask.db, plan.id)
  const visits = await visitsFor(ask, { planId: plan.id })
  return PlanPage({
    frame: frameOf(ask),
    links: linksOf(ask),
    plan,
    teams: teams.map((team) => teamLine(ask, team, visits)),
    lines: visitLines(visits, year, readerOf(ask)),
    problems: teams.length > 0 ? problemsOf(ask, teams, visits) : [],
    mayManage: mayHere(ask, manage),
    again,
  })
}

function namesOf(ask: Ask): ReadonlyMap<string, string> {
  return new Map(yearOf(ask).members.map((member) => [member.id, member.name]))
}

function teamLine(ask: Ask, team: TeamRow, visits: readonly VisitRow[]): TeamLine {
  const names = namesOf(ask)
  const name = (unitId: string) => names.get(unitId) ?? ''
  return {
    id: team.id,
    name: team.name,
    leader: name(team.leadingUnitId),
    others: team.unitIds.filter((unitId) => unitId !== team.leadingUnitId).map(name),
    persons: team.persons.map((person) =>
      [person.name, person.title, dutyNames[person.duty][ask.lang]].filter(Boolean).join(', '),
    ),
    visits: visits
      .filter((visit) => visit.teamId === team.id && visit.state !== 'cancelled')
      .map((visit) => name(visit.unitId)),
  }
}

/** What is uneven or mutual in the assignment as it stands; units nobody visits are named too. */
function problemsOf(ask: Ask, teams: readonly TeamRow[], visits: readonly VisitRow[]): readonly string[] {
  const names = namesOf(ask)
  const work = teams.map((team) => ({
    units: team.unitIds,
    visits: visits
      .filter((visit) => visit.teamId === team.id && visit.state !== 'cancelled')
      .map((visit) => visit.unitId),
  }))
  return checkCrossChecks([...names.keys()], crossChecksOf(work)).map((problem) =>
    explainCrossCheckProblem(problem, ask.lang, (unit) => names.get(unit) ?? unit),
  )
}

async function showAnnounce(ask: Ask, again?: FormAgain) {
  const plan = await findPlan(ask.db, keyOrNone(ask, 'plan'))
  if (!plan) return ask.c.notFound()
  if (plan.announcedOn) return ask.c.redirect(linksOf(ask).plan(plan.id), 303)
  const visits = await listVisits(ask.db, { planId: plan.id })
  const undated = visits.filter((visit) => visit.plannedOn === null).length
  return AnnouncePage({ frame: frameOf(ask), links: linksOf(ask), plan, undated, again })
}

async function showPropose(ask: Ask, again?: FormAgain) {
  const year = yearOf(ask)
  const plan = await findPlan(ask.db, keyOrNone(ask, 'plan'))
  if (!plan) return ask.c.notFound()
  const ids = year.members.map((member) => member.id)
  const typed = Number(query(ask, 'so-doan') || again?.values.teams)
  const count = Number.isInteger(typed) && typed > 0 ? typed : usualTeamCount(ids.length)
  const leaders = [year.headUnitId, year.deputyUnitId].filter((unitId) => unitId !== null)
  const proposal = proposeTeams(ids, count, leaders)
  const names = namesOf(ask)
  const name = (unitId: string) => names.get(unitId) ?? ''
  return ProposePage({
    frame: frameOf(ask),
    links: linksOf(ask),
    plan,
    count,
    most: ids.length,
    teams: proposal.ok
      ? proposal.value.teams.map(({ leader, units, visits }, at) => ({
          name: `${checksWords('vi').teamNumbered} ${at + 1}`,
          leader: name(leader),
          others: units.filter((unit) => unit !== leader).map(name),
          visits: visits.map(name),
        }))
      : [],
    refused: proposal.ok ? '' : explainTeamRefusal(proposal.error, ask.lang),
    problems: proposal.ok
      ? proposal.value.problems.map((problem) => explainCrossCheckProblem(problem, ask.lang, name))
      : [],
    again,
  })
}

async function showTeam(ask: Ask, again?: FormAgain) {
  const plan = await findPlan(ask.db, keyOrNone(ask, 'plan'))
  if (!plan) return ask.c.notFound()
  const teams = await listTeams(ask.db, plan.id)
  const key = ask.c.req.param('team')
  const team = teams.find((one) => one.id === key)
  if (key && !team) return ask.c.notFound()
  return TeamPage({
    frame: frameOf(ask),
    links: linksOf(ask),
    plan,
    units: yearOf(ask).members,
    team,
    proposedName: `${checksWords('vi').teamNumbered} ${teams.length + 1}`,
    mayRemove: plan.announcedOn === null,
    again,
  })
}

async function showSchedule(ask: Ask, again?: FormAgain) {
  const plan = await findPlan(ask.db, keyOrNone(ask, 'plan'))
  if (!plan) return ask.c.notFound()
  const visits = await listVisits(ask.db, { planId: plan.id })
  return SchedulePage({
    frame: frameOf(ask),
    links: linksOf(ask),
    plan,
    units: yearOf(ask).members,
    teams: await listTeams(ask.db, plan.id),
    visits: new Map(visits.map((visit) => [visit.unitId, visit])),
    again,
  })
}
