import { action, type Deed, done } from '../../actions/action.ts'
import { type FieldFault, refuse, refuseField, refuseStale } from '../../actions/failure.ts'
import type { Reading, Writing } from '../../db/database.ts'
import { proposeTeams } from '../../domain/checks/index.ts'
import type { Scope } from '../../domain/permissions/index.ts'
import { type Attachment, keepAttachment } from '../../files/keep.ts'
import { yearScope } from '../../scopes/scopes.store.ts'
import { showOnBoard } from './board-step.ts'
import {
  deletePlan,
  deleteTeam,
  deleteVisit,
  findPlan,
  insertPlan,
  insertTeam,
  insertVisit,
  listTeams,
  listVisits,
  lockPlan,
  moveVisit,
  type PlanRow,
  type PlanText,
  setAnnounced,
  type TeamRow,
  type TeamText,
  updatePlan,
  updateTeam,
  type VisitPlan,
  type VisitRow,
} from './checks.store.ts'

export type AddPlanInput = PlanText & { readonly blocYearId: string; readonly file: Attachment }

/** Head or secretary begin the plan of a round of checks. */
export const addPlan = action({
  permission: 'check.manage',
  audit: 'check.plan_added',
  scope: (db, input: AddPlanInput, today) => yearScope(db, input.blocYearId, today),
  constraintFields: { check_plan_period_ordered: 'endsOn' },
  run: async (trx, input, deed) => {
    const { file, ...plan } = input
    const kept = await keepAttachment(trx, file, 'file', ownerOf(deed))
    if (!kept.ok) return kept
    const planId = await insertPlan(trx, { ...plan, basisFileId: kept.value, createdBy: deed.accountId })
    return done({ planId }, { entity: 'check_plan', entityId: planId, after: plan })
  },
})

export type RevisePlanInput = PlanText & {
  readonly planId: string
  /** A newer basis; null keeps the one there is. */
  readonly file: Attachment
  readonly version: number
}

/** A plan is worded anew. */
export const revisePlan = action({
  permission: 'check.manage',
  audit: 'check.plan_revised',
  scope: (db, input: RevisePlanInput, today) => planScope(db, input.planId, today),
  constraintFields: { check_plan_period_ordered: 'endsOn' },
  run: async (trx, input, deed) => {
    const before = await findPlan(trx, input.planId)
    if (!before) return refuse('not_found')
    const { planId, file, version, ...plan } = input
    const kept = await keepAttachment(trx, file, 'file', ownerOf(deed))
    if (!kept.ok) return kept
    const change = { ...plan, ...(kept.value ? { basisFileId: kept.value } : {}) }
    if (!(await updatePlan(trx, planId, version, change)))
      return refuseStale(differencesBetween(plan, before))
    return done({ planId }, { entity: 'check_plan', entityId: planId, before, after: change })
  },
})

export type PlanInput = { readonly planId: string }

/** The plan goes to the members: from now on they see teams and days, and a move needs a reason. */
export const announcePlan = action({
  permission: 'check.manage',
  audit: 'check.plan_announced',
  scope: (db, input: PlanInput, today) => planScope(db, input.planId, today),
  run: async (trx, { planId }, deed) => {
    const plan = await lockedPlan(trx, planId)
    if (!plan) return refuse('not_found')
    if (plan.announcedOn) return refuse('check_plan_announced')
    const visits = await listVisits(trx, { planId })
    if (visits.length === 0) return refuse('check_plan_without_visits')
    await setAnnounced(trx, planId, deed.today)
    for (const { unitId } of visits) await showOnBoard(trx, plan.blocYearId, unitId, deed)
    return done(
      { visits: visits.length },
      { entity: 'check_plan', entityId: planId, after: { announcedOn: deed.today } },
    )
  },
})

/** A draft nobody was told of is taken away. */
export const discardPlan = action({
  permission: 'check.manage',
  audit: 'check.plan_discarded',
  scope: (db, input: PlanInput, today) => planScope(db, input.planId, today),
  run: async (trx, { planId }) => {
    const plan = await lockedPlan(trx, planId)
    if (!plan) return refuse('not_found')
    if (plan.announcedOn) return refuse('check_plan_announced')
    await deletePlan(trx, planId)
    return done({ planId }, { entity: 'check_plan', entityId: planId, before: plan })
  },
})

export type AdoptTeamsInput = {
  readonly planId: string
  readonly teams: number
  /** "Đoàn số", to which the number of the team is added. */
  readonly name: string
}

/** Takes the proposed division of a draft: its teams and whom they visit take the place of what was there. */
export const adoptTeams = action({
  permission: 'check.manage',
  audit: 'check.teams_adopted',
  scope: (db, input: AdoptTeamsInput, today) => planScope(db, input.planId, today),
  run: async (trx, { planId, teams: count, name }, deed) => {
    const plan = await lockedPlan(trx, planId)
    if (!plan) return refuse('not_found')
    if (plan.announcedOn) return refuse('check_plan_announced')
    const year = deed.scope.year
    const leaders = [...(year?.headUnitIds ?? []), ...(year?.deputyUnitIds ?? [])]
    const proposal = proposeTeams(year?.memberUnitIds ?? [], count, leaders)
    if (!proposal.ok) return refuseField('teams', proposal.error.code, String(proposal.error.units))
    for (const team of await listTeams(trx, planId)) await deleteTeam(trx, team.id)
    const { teams, problems } = proposal.value
    for (const [at, { leader, units, visits }] of teams.entries()) {
      const teamId = await insertTeam(trx, planId, at, {
        name: `${name} ${at + 1}`,
        leadingUnitId: leader,
        unitIds: units,
        persons: [],
      })
      for (const unitId of visits) {
        await insertVisit(trx, planId, { unitId, teamId, plannedOn: null, plannedAt: null, place: '' })
      }
    }
    return done(
      { teams: teams.length },
      { entity: 'check_plan', entityId: planId, after: { teams, problems } },
    )
  },
})

export type AddTeamInput = TeamText & { readonly planId: string }

/** A team is put together by hand. */
export const addTeam = action({
  permission: 'check.manage',
  audit: 'check.team_added',
  scope: (db, input: AddTeamInput, today) => planScope(db, input.planId, today),
  constraintFields: { check_team_name_taken: 'name' },
  run: async (trx, { planId, ...team }, deed) => {
    if (!(await lockedPlan(trx, planId))) return refuse('not_found')
    const fault = faultOfTeam(team, [], deed)
    if (fault) return fault
    const teamId = await insertTeam(trx, planId, (await listTeams(trx, planId)).length, team)
    return done({ teamId }, { entity: 'check_team', entityId: teamId, after: team })
  },
})

export type ReviseTeamInput = TeamText & {
  readonly planId: string
  readonly teamId: string
  readonly version: number
}

/** Units or persons of a team change. What it has already signed stays as it was signed. */
export const reviseTeam = action({
  permission: 'check.manage',
  audit: 'check.team_revised',
  scope: (db, input: ReviseTeamInput, today) => planScope(db, input.planId, today),
  constraintFields: { check_team_name_taken: 'name' },
  run: async (trx, { planId, teamId, version, ...team }, deed) => {
    const before = await lockedTeam(trx, planId, teamId)
    if (!before) return refuse('not_found')
    const visits = (await listVisits(trx, { planId })).filter((visit) => visit.teamId === teamId)
    const fault = faultOfTeam(team, visits, deed)
    if (fault) return fault
    if (!(await updateTeam(trx, teamId, version, team))) {
      return refuseStale([{ field: 'name', before: team.name, after: before.name }])
    }
    return done({ teamId }, { entity: 'check_team', entityId: teamId, before, after: team })
  },
})

export type RemoveTeamInput = { readonly planId: string; readonly teamId: string }

/** A team is taken away while nothing of it was announced. */
export const removeTeam = action({
  permission: 'check.manage',
  audit: 'check.team_removed',
  scope: (db, input: RemoveTeamInput, today) => planScope(db, input.planId, today),
  run: async (trx, { planId, teamId }) => {
    const before = await lockedTeam(trx, planId, teamId)
    if (!before) return refuse('not_found')
    const plan = await findPlan(trx, planId)
    const visits = (await listVisits(trx, { planId })).filter((visit) => visit.teamId === teamId)
    if (plan?.announcedOn && visits.length > 0) return refuse('check_team_has_visits')
    await deleteTeam(trx, teamId)
    return done({ teamId }, { entity: 'check_team', entityId: teamId, before })
  },
})

export type ScheduleVisitsInput = {
  readonly planId: string
  /** A line a unit; without a team the unit is not visited in this round. */
  readonly visits: readonly (Omit<VisitPlan, 'teamId'> & { readonly teamId: string | null })[]
  /** Why a visit that the members were told of moves. */
  readonly reason: string
}

/** Who visits whom, when and where. What was held or cancelled stays as it is. */
export const scheduleVisits = action({
  permission: 'check.manage',
  audit: 'check.visits_scheduled',
  scope: (db, input: ScheduleVisitsInput, today) => planScope(db, input.planId, today),
  run: async (trx, { planId, visits, reason }, deed) => {
    const plan = await lockedPlan(trx, planId)
    if (!plan) return refuse('not_found')
    const teams = new Map((await listTeams(trx, planId)).map((team) => [team.id, team]))
    const held = new Map((await listVisits(trx, { planId })).map((visit) => [visit.unitId, visit]))
    const changes = visits.filter((one) => isChange(one, held.get(one.unitId)))
    const faults = faultsOfSchedule(changes, { plan, teams, held, deed, reason })
    if (Object.keys(faults).length > 0) return { ok: false, error: { code: 'fields_wrong', fields: faults } }
    for (const { unitId, teamId, ...when } of changes) {
      const before = held.get(unitId)
      if (!teamId) {
        if (before) await deleteVisit(trx, before.id)
      } else if (before) {
        const isMove = isTold(plan, before)
        await moveVisit(
          trx,
          before.id,
          { ...when, teamId },
          {
            movedFrom: isMove ? (before.movedFrom ?? before.plannedOn) : before.movedFrom,
            reason: isMove ? reason.trim() : before.reason,
          },
        )
      } else await insertVisit(trx, planId, { ...when, unitId, teamId })
      if (plan.announcedOn) await showOnBoard(trx, plan.blocYearId, unitId, deed)
    }
    return done(
      { changed: changes.length },
      { entity: 'check_plan', entityId: planId, before: [...held.values()], after: changes, reason },
    )
  },
})

type ScheduleLine = ScheduleVisitsInput['visits'][number]

type Schedule = {
  readonly plan: PlanRow
  readonly teams: ReadonlyMap<string, TeamRow>
  readonly held: ReadonlyMap<string, VisitRow>
  readonly deed: Deed
  readonly reason: string
}

function faultsOfSchedule(
  changes: readonly ScheduleLine[],
  { plan, teams, held, deed, reason }: Schedule,
): Record<string, FieldFault> {
  const faults: Record<string, FieldFault> = {}
  const members = deed.scope.year?.memberUnitIds ?? []
  for (const { unitId, teamId } of changes) {
    const before = held.get(unitId)
    const team = teamId ? teams.get(teamId) : undefined
    if (!members.includes(unitId) || (teamId && !team)) faults[`team.${unitId}`] = { code: 'choice_required' }
    else if (team?.unitIds.includes(unitId)) faults[`team.${unitId}`] = { code: 'check_team_visits_itself' }
    else if (!teamId && plan.announcedOn && before)
      faults[`team.${unitId}`] = { code: 'check_visit_cancel_instead' }
    else if (before && isTold(plan, before) && reason.trim() === '')
      faults.reason = { code: 'reason_required' }
  }
  return faults
}

/** The members know of this day: moving it takes a reason. */
function isTold(plan: PlanRow, before: VisitRow): boolean {
  return plan.announcedOn !== null && before.plannedOn !== null
}

function isChange(line: ScheduleLine, before: VisitRow | undefined): boolean {
  if (!before) return line.teamId !== null
  if (before.state !== 'planned') return false
  return (['teamId', 'plannedOn', 'plannedAt', 'place'] as const).some((key) => line[key] !== before[key])
}

function faultOfTeam(team: TeamText, visits: readonly VisitRow[], deed: Deed) {
  const members = deed.scope.year?.memberUnitIds ?? []
  if (team.unitIds.length === 0) return refuseField('units', 'required')
  if (team.unitIds.some((unitId) => !members.includes(unitId))) return refuse('not_a_member')
  if (!team.unitIds.includes(team.leadingUnitId))
    return refuseField('leadingUnitId', 'check_leader_not_of_team')
  const stranger = team.persons.findIndex((person) => !team.unitIds.includes(person.unitId))
  if (stranger >= 0) return refuseField(`personUnit.${stranger}`, 'check_person_not_of_team')
  if (visits.some((visit) => team.unitIds.includes(visit.unitId)))
    return refuseField('units', 'check_team_visits_itself')
  return undefined
}

async function lockedPlan(trx: Writing, planId: string): Promise<PlanRow | undefined> {
  await lockPlan(trx, planId)
  return findPlan(trx, planId)
}

async function lockedTeam(trx: Writing, planId: string, teamId: string): Promise<TeamRow | undefined> {
  await lockPlan(trx, planId)
  return (await listTeams(trx, planId)).find((team) => team.id === teamId)
}

async function planScope(db: Reading, planId: string, today: string): Promise<Scope | undefined> {
  const plan = await findPlan(db, planId)
  return plan && yearScope(db, plan.blocYearId, today)
}

function ownerOf({ scope, accountId }: Deed) {
  const { provinceId = null, blocId = null } = scope
  return { provinceId, blocId, uploadedBy: accountId }
}

function differencesBetween(mine: PlanText, stored: PlanRow) {
  const fields = ['title', 'purpose', 'contents', 'startsOn', 'endsOn', 'basis'] as const
  return fields.flatMap((field) =>
    (mine[field] ?? '') === (stored[field] ?? '')
      ? []
      : [{ field, before: mine[field] ?? '', after: stored[field] ?? '' }],
  )
}
