import { sql } from 'kysely'
import type { Reading, Writing } from '../../db/database.ts'
import type { CorrectionState, Party, TeamPerson, VisitState } from '../../domain/checks/index.ts'

/** What a plan says. */
export type PlanText = {
  readonly title: string
  readonly purpose: string
  readonly contents: string
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly basis: string
  readonly scoresCross: boolean
}

/** The plan of one round of checks. */
export type PlanRow = PlanText & {
  readonly id: string
  readonly blocYearId: string
  readonly basisFileId: string | null
  readonly basisFileName: string | null
  readonly announcedOn: string | null
  readonly illustrative: boolean
  readonly version: number
}

function selectPlans(db: Reading) {
  return db
    .selectFrom('checkPlan as p')
    .leftJoin('file as f', 'f.id', 'p.basisFileId')
    .select(['p.id', 'p.blocYearId', 'p.title', 'p.purpose', 'p.contents', 'p.startsOn', 'p.endsOn'])
    .select(['p.basis', 'p.basisFileId', 'p.scoresCross', 'p.announcedOn', 'p.illustrative', 'p.version'])
    .select('f.name as basisFileName')
}

/** The rounds of a year, latest first. */
export async function listPlans(db: Reading, blocYearId: string): Promise<readonly PlanRow[]> {
  return selectPlans(db)
    .where('p.blocYearId', '=', blocYearId)
    .orderBy(sql`p.starts_on desc nulls first`)
    .orderBy('p.createdAt', 'desc')
    .execute()
}

export async function findPlan(db: Reading, planId: string): Promise<PlanRow | undefined> {
  return selectPlans(db).where('p.id', '=', planId).executeTakeFirst()
}

export async function insertPlan(
  trx: Writing,
  plan: PlanText & {
    readonly blocYearId: string
    readonly basisFileId: string | null
    readonly createdBy: string | null
  },
): Promise<string> {
  const row = await trx.insertInto('checkPlan').values(plan).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** Rewrites a plan, if it is still the one the form was opened on. */
export async function updatePlan(
  trx: Writing,
  planId: string,
  version: number,
  change: PlanText & { readonly basisFileId?: string },
): Promise<boolean> {
  const changed = await trx
    .updateTable('checkPlan')
    .set({ ...change, version: version + 1 })
    .where('id', '=', planId)
    .where('version', '=', version)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

export async function setAnnounced(trx: Writing, planId: string, on: string): Promise<void> {
  await trx
    .updateTable('checkPlan')
    .set({ announcedOn: on, version: sql<number>`version + 1` })
    .where('id', '=', planId)
    .execute()
}

/** Takes a draft away with its teams and the visits set for them. */
export async function deletePlan(trx: Writing, planId: string): Promise<void> {
  await trx.deleteFrom('checkVisit').where('checkPlanId', '=', planId).execute()
  await trx.deleteFrom('checkPlan').where('id', '=', planId).execute()
}

/** Whoever changes the teams or visits of a plan waits for the others. */
export async function lockPlan(trx: Writing, planId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`check plan ${planId}`}))`.execute(trx)
}

/** Somebody of a team, by unit. */
export type Person = Pick<TeamPerson, 'name' | 'title' | 'duty'> & { readonly unitId: string }

/** A team with its units, the leading one first, and its persons. */
export type TeamRow = {
  readonly id: string
  readonly planId: string
  readonly name: string
  readonly leadingUnitId: string
  readonly unitIds: readonly string[]
  readonly persons: readonly Person[]
  readonly illustrative: boolean
  readonly version: number
}

export async function listTeams(db: Reading, planId: string): Promise<readonly TeamRow[]> {
  const found = await sql<TeamRow>`
    select t.id, t.check_plan_id as plan_id, t.name, t.leading_unit_id, t.illustrative, t.version,
      (select json_agg(x.unit_id order by x.unit_id <> t.leading_unit_id, x.unit_id) from check_team_unit x
        where x.check_team_id = t.id) as unit_ids,
      coalesce((select json_agg(json_build_object('unitId', m.unit_id, 'name', m.name, 'title', m.title,
        'duty', m.duty) order by m.position) from check_team_member m where m.check_team_id = t.id), '[]') as persons
    from check_team t where t.check_plan_id = ${planId}
    order by t.position, t.name`.execute(db)
  return found.rows
}

export type TeamText = {
  readonly name: string
  readonly leadingUnitId: string
  readonly unitIds: readonly string[]
  readonly persons: readonly Person[]
}

export async function insertTeam(
  trx: Writing,
  planId: string,
  position: number,
  team: TeamText,
): Promise<string> {
  const { name, leadingUnitId } = team
  const row = await trx
    .insertInto('checkTeam')
    .values({ checkPlanId: planId, position, name, leadingUnitId })
    .returning('id')
    .executeTakeFirstOrThrow()
  await fillTeam(trx, row.id, team)
  return row.id
}

/** Rewrites a team, if it is still the one the form was opened on. */
export async function updateTeam(
  trx: Writing,
  teamId: string,
  version: number,
  team: TeamText,
): Promise<boolean> {
  const { name, leadingUnitId } = team
  const changed = await trx
    .updateTable('checkTeam')
    .set({ name, leadingUnitId, version: version + 1 })
    .where('id', '=', teamId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) return false
  await trx.deleteFrom('checkTeamUnit').where('checkTeamId', '=', teamId).execute()
  await trx.deleteFrom('checkTeamMember').where('checkTeamId', '=', teamId).execute()
  await fillTeam(trx, teamId, team)
  return true
}

async function fillTeam(trx: Writing, checkTeamId: string, { unitIds, persons }: TeamText): Promise<void> {
  await trx
    .insertInto('checkTeamUnit')
    .values(unitIds.map((unitId) => ({ checkTeamId, unitId })))
    .execute()
  if (persons.length === 0) return
  await trx
    .insertInto('checkTeamMember')
    .values(persons.map((one, position) => ({ ...one, checkTeamId, position })))
    .execute()
}

/** Takes a team away; what it was to visit has nobody then. */
export async function deleteTeam(trx: Writing, teamId: string): Promise<void> {
  await trx
    .deleteFrom('checkVisit')
    .where('checkTeamId', '=', teamId)
    .where('state', '=', 'planned')
    .execute()
  await trx.deleteFrom('checkTeam').where('id', '=', teamId).execute()
}

/** A visit as a line of a list. */
export type VisitRow = {
  readonly id: string
  readonly planId: string
  readonly teamId: string
  readonly teamName: string
  readonly leadingUnitId: string
  readonly teamUnitIds: readonly string[]
  readonly unitId: string
  readonly plannedOn: string | null
  readonly plannedAt: string | null
  readonly place: string
  readonly state: VisitState
  readonly movedFrom: string | null
  readonly reason: string
  readonly heldOn: string | null
  readonly signedOn: string | null
  readonly signedBy: readonly Party[]
  readonly corrections: readonly { readonly state: CorrectionState; readonly dueOn: string }[]
  readonly illustrative: boolean
}

/** The visits of a year, or of one of its plans, by day. */
export async function listVisits(
  db: Reading,
  where: { readonly blocYearId: string } | { readonly planId: string },
): Promise<readonly VisitRow[]> {
  const condition =
    'planId' in where ? sql`p.id = ${where.planId}` : sql`p.bloc_year_id = ${where.blocYearId}`
  const found = await sql<VisitRow>`
    select v.id, p.id as plan_id, t.id as team_id, t.name as team_name, t.leading_unit_id, v.unit_id, v.planned_on,
      to_char(v.planned_at, 'HH24:MI') as planned_at, v.place, v.state, v.moved_from, v.reason, v.held_on, v.signed_on,
      v.illustrative,
      (select json_agg(x.unit_id) from check_team_unit x where x.check_team_id = t.id) as team_unit_ids,
      coalesce((select json_agg(s.party) from check_signature s join check_minutes m on m.id = s.check_minutes_id
        where m.check_visit_id = v.id and m.version_number = v.minutes_version), '[]') as signed_by,
      coalesce((select json_agg(json_build_object('state', c.state, 'dueOn', c.due_on)) from check_correction c
        where c.check_visit_id = v.id), '[]') as corrections
    from check_visit v
    join check_plan p on p.id = v.check_plan_id
    join check_team t on t.id = v.check_team_id
    where ${condition}
    order by coalesce(v.held_on, v.planned_on) nulls last, v.planned_at nulls last, t.position, v.id`.execute(
    db,
  )
  return found.rows
}

/** Where and when a team goes to a unit. */
export type VisitPlan = {
  readonly unitId: string
  readonly teamId: string
  readonly plannedOn: string | null
  readonly plannedAt: string | null
  readonly place: string
}

export async function insertVisit(trx: Writing, planId: string, visit: VisitPlan): Promise<void> {
  const { unitId, teamId, plannedOn, plannedAt, place } = visit
  await trx
    .insertInto('checkVisit')
    .values({ unitId, plannedOn, plannedAt, place, checkPlanId: planId, checkTeamId: teamId })
    .execute()
}

/** Sets a visit anew; with a reason when a day that was announced moves. */
export async function moveVisit(
  trx: Writing,
  visitId: string,
  visit: Omit<VisitPlan, 'unitId'>,
  move: { readonly movedFrom: string | null; readonly reason: string },
): Promise<void> {
  const { teamId, plannedOn, plannedAt, place } = visit
  await trx
    .updateTable('checkVisit')
    .set({ plannedOn, plannedAt, place, ...move, checkTeamId: teamId, version: sql<number>`version + 1` })
    .where('id', '=', visitId)
    .execute()
}

export async function deleteVisit(trx: Writing, visitId: string): Promise<void> {
  await trx.deleteFrom('checkVisit').where('id', '=', visitId).execute()
}

export async function cancelVisit(trx: Writing, visitId: string, reason: string): Promise<void> {
  await trx
    .updateTable('checkVisit')
    .set({ state: 'cancelled', reason, version: sql<number>`version + 1` })
    .where('id', '=', visitId)
    .execute()
}
