import { err, ok } from '../../../domain/result.ts'
import { checkCrossChecks, explainCrossCheckProblem, planCrossChecks } from '../../../domain/scoring/index.ts'
import { type Ask, query, yearOf } from '../../../http/ask.ts'
import { type FormAgain, page, type Route, write } from '../../../http/feature.ts'
import { type FormBody, parseForm } from '../../../http/form.ts'
import { inYear } from '../../../http/places.ts'
import { scopeOfYear } from '../../../scopes/scopes.store.ts'
import { listSteps } from '../../../steps/steps.store.ts'
import { checksPaths } from '../../checks/checks.paths.ts'
import { appealLine } from '../fairness/appeal.routes.ts'
import { listAppeals } from '../fairness/appeal.store.ts'
import { listRecusals } from '../fairness/recusal.store.ts'
import { linksOf } from '../links.ts'
import { findCrossPlan, listAssignments } from '../scores.store.ts'
import { assignForm, finalForm } from '../scoring.forms.ts'
import { scoringPaths } from '../scoring.paths.ts'
import { scoringFrame } from '../scoring-frame.ts'
import { findTable } from '../table/table.store.ts'
import { adoptFinalScores, assignAppraisers } from './appraisal.actions.ts'
import { appraisalWords } from './appraisal.messages.ts'
import { AssignPage, FinalPage } from './appraisal-plan.page.tsx'
import { rolesOfYear } from './appraiser.ts'

const { route } = scoringPaths

/** Who checks whom, and what the conference adopted. */
export const appraisalPlanRoutes: readonly Route[] = [
  page({ path: route.assign, permission: 'score_table.manage', place: inYear, show: showAssign }),
  write({
    path: route.assign,
    permission: 'score_table.manage',
    audit: 'score.appraisers_assigned',
    place: inYear,
    action: assignAppraisers,
    read: readAssignments,
    next: (ask) => linksOf(ask).appraisals,
    said: (ask) => appraisalWords(ask.lang).assignedSaid,
    again: showAssign,
  }),
  page({ path: route.final, permission: 'score.adopt', place: inYear, show: showFinal }),
  write({
    path: route.final,
    permission: 'score.adopt',
    audit: 'score.final_adopted',
    place: inYear,
    action: adoptFinalScores,
    read: readFinal,
    next: (ask) => linksOf(ask).ranking,
    said: (ask, { scores }) => appraisalWords(ask.lang).adoptedSaid(scores),
    again: showFinal,
  }),
]

async function showAssign(ask: Ask, again?: FormAgain) {
  const year = yearOf(ask)
  const table = await findTable(ask.db, year.id)
  const assignments = await listAssignments(ask.db, year.id)
  const units = year.members
  const ids = units.map((unit) => unit.id)
  const names = new Map(units.map((unit) => [unit.id, unit.name]))
  const scope = scopeOfYear(year)
  const { recused } = rolesOfYear(scope, assignments, await listRecusals(ask.db, year.id))
  const perUnit = Number(query(ask, 'moi'))
  const plan = Number.isInteger(perUnit) && perUnit > 0 ? planCrossChecks(ids, perUnit) : undefined
  const checks = plan?.ok
    ? plan.value
    : assignments
        .filter((one) => one.layer === 'cross')
        .map(({ unitId, appraiserUnitId }) => ({ checker: appraiserUnitId, checked: unitId }))
  const nameOf = (unit: string) => names.get(unit) ?? unit
  const problems = [
    ...(plan && !plan.ok ? [explainCrossCheckProblem(plan.error, ask.lang)] : []),
    ...(checks.length > 0
      ? checkCrossChecks(ids, checks, recused).map((problem) =>
          explainCrossCheckProblem(problem, ask.lang, nameOf),
        )
      : []),
  ]
  const checkers = Map.groupBy(checks, (one) => one.checked)
  const head = units.find((unit) => unit.id === year.headUnitId)
  const teams = await findCrossPlan(ask.db, year.id)
  return AssignPage({
    teams: teams && { title: teams.title, href: checksPaths.at(year.bloc.slug, year.year).plan(teams.id) },
    frame: scoringFrame(ask),
    links: linksOf(ask),
    units,
    head,
    deputy: units.find((unit) => unit.id === year.deputyUnitId),
    withCross: table?.layers.includes('cross') ?? false,
    checkers: new Map([...checkers].map(([unit, own]) => [unit, own.map((one) => one.checker)])),
    named: assignments.find((one) => one.layer === 'head' && one.unitId === head?.id)?.appraiserUnitId ?? '',
    problems,
    again,
  })
}

async function showFinal(ask: Ask, again?: FormAgain) {
  const year = yearOf(ask)
  const table = await findTable(ask.db, year.id)
  const steps = await listSteps(ask.db, year.id)
  const done = new Set(
    steps.filter((step) => step.step === 'appraisal' && step.state === 'accepted').map((step) => step.unitId),
  )
  const appeals = table ? await listAppeals(ask.db, table.id) : []
  const open = appeals.filter(({ state }) => state === 'sent' || state === 'conference')
  return FinalPage({
    open: open.map((appeal) => {
      const member = year.members.find((one) => one.id === appeal.unitId)
      const { unit, about } = appealLine(ask, appeal, member)
      return `${unit}, ${about}`
    }),
    frame: scoringFrame(ask),
    links: linksOf(ask),
    units: year.members,
    criteria: table?.leafRows ?? [],
    unfinished: year.members.filter((member) => !done.has(member.id)).map((member) => member.name),
    again,
  })
}

function readAssignments(ask: Ask, body: FormBody) {
  const form = parseForm(assignForm, body)
  if (!form.ok) return err(form.error)
  const assignments = Object.entries(form.value.by).flatMap(([unitId, appraisers]) =>
    appraisers.filter((one) => one !== '').map((appraiserUnitId) => ({ unitId, appraiserUnitId })),
  )
  return ok({ blocYearId: yearOf(ask).id, layer: form.value.layer, assignments })
}

function readFinal(ask: Ask, body: FormBody) {
  const form = parseForm(finalForm, body)
  if (!form.ok) return form
  const { how, unitId, code, points, reason } = form.value
  const changes = unitId && code && points !== null ? [{ unitId, code, points, reason }] : []
  return ok({ blocYearId: yearOf(ask).id, how, changes })
}
