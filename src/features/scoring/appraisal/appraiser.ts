import type { Deed } from '../../../actions/action.ts'
import { type Actor, rolesIn, type Scope } from '../../../domain/permissions/index.ts'
import {
  type AppraisalDecision,
  type AppraisalReason,
  type AppraisalRoles,
  type Layer,
  lacksAppraiser,
  mayAppraise,
} from '../../../domain/scoring/index.ts'
import type { RecusalRow } from '../fairness/recusal.store.ts'
import type { Assignment } from '../scores.store.ts'

/** Who appraises: a unit by one of its own people, or somebody who writes down what that unit decided. */
export type AppraisingAs = {
  readonly decision: AppraisalDecision
  /** The unit whose appraisal it is; null for the standing agency. */
  readonly unitId: string | null
  /** Written down for that unit by the secretary or the province's officer. */
  readonly recorded: boolean
}

/** Offices of a year, with the persons who stepped back beside the units. */
export type YearRoles = AppraisalRoles & {
  readonly recusedPersons: readonly { readonly accountId: string; readonly appraised: string }[]
}

/** Offices of a year as the rules of appraisal look at them. */
export function rolesOfYear(
  scope: Scope,
  assignments: readonly Assignment[],
  recusals: readonly RecusalRow[],
): YearRoles {
  const whole = recusals.filter((one) => one.liftedOn === null && one.criterionCode === null)
  const head = scope.year?.headUnitIds[0] ?? ''
  const deputy = scope.year?.deputyUnitIds[0]
  const named = assignments.find((one) => one.layer === 'head' && one.unitId === head)?.appraiserUnitId
  return {
    head,
    ...(deputy ? { deputy } : {}),
    ...(named ? { named } : {}),
    crossChecks: assignments
      .filter((one) => one.layer === 'cross')
      .map(({ unitId, appraiserUnitId }) => ({ checker: appraiserUnitId, checked: unitId })),
    recused: whole.flatMap(({ accountId, appraiserUnitId, unitId }) =>
      accountId === null && appraiserUnitId !== null
        ? [{ appraiser: appraiserUnitId, appraised: unitId }]
        : [],
    ),
    recusedPersons: whole.flatMap(({ accountId, unitId }) =>
      accountId === null ? [] : [{ accountId, appraised: unitId }],
    ),
  }
}

/** Criteria of a unit that somebody does not judge, as a person or as the unit they act for. */
export function recusedCriteria(
  recusals: readonly RecusalRow[],
  appraised: string,
  by: { readonly accountId: string | null; readonly unitId: string | null },
): ReadonlySet<string> {
  return new Set(
    recusals.flatMap((one) => {
      if (one.liftedOn !== null || one.criterionCode === null || one.unitId !== appraised) return []
      const own = one.accountId === null ? one.appraiserUnitId === by.unitId : one.accountId === by.accountId
      return own ? [one.criterionCode] : []
    }),
  )
}

/**
 * As whom somebody appraises a unit in a layer. Whoever belongs to the appraised unit is refused even when they
 * also are the bloc's secretary, and so is a person who stepped back. Where nobody inside the bloc can appraise a
 * unit, the province's officer does.
 *
 * @param forUnitId for the secretary and the province: whose appraisal they write down
 */
export function appraisingAs(
  actor: Actor,
  scope: Scope,
  appraised: string,
  layer: Layer,
  roles: YearRoles,
  forUnitId?: string,
): AppraisingAs {
  const held = rolesIn(actor, { ...scope, unitId: appraised })
  const steppedBack = roles.recusedPersons.some(
    (one) => one.accountId === actor.accountId && one.appraised === appraised,
  )
  if (steppedBack && layer !== 'final' && layer !== 'self') return refusedAs('recused')
  if (layer === 'agency') {
    return {
      decision: mayAppraise({ kind: 'agency' }, appraised, layer, roles),
      unitId: null,
      recorded: false,
    }
  }
  const own = held.has('own_leader') || held.has('own_officer')
  if (own && layer !== 'final' && layer !== 'self') return refusedAs('ownUnit')
  const units = unitsOf(actor, scope)
  for (const unitId of units) {
    const decision = mayAppraise({ kind: 'unit', unit: unitId }, appraised, layer, roles)
    if (decision.allowed) return { decision, unitId, recorded: false }
  }
  if (held.has('province') && layer === 'head' && lacksAppraiser(appraised, roles)) {
    return { decision: { allowed: true, reason: 'agency' }, unitId: null, recorded: false }
  }
  if (held.has('secretary') || held.has('province')) {
    const unitId = forUnitId ?? usualAppraiser(appraised, layer, roles)
    const decision = mayAppraise({ kind: 'unit', unit: unitId }, appraised, layer, roles)
    return { decision, unitId, recorded: true }
  }
  const first = units[0]
  return first
    ? {
        decision: mayAppraise({ kind: 'unit', unit: first }, appraised, layer, roles),
        unitId: first,
        recorded: false,
      }
    : refusedAs('onlyHeadOrDeputy')
}

/** The same for an act under way. */
export function appraisingIn(
  deed: Deed,
  appraised: string,
  layer: Layer,
  assignments: readonly Assignment[],
  recusals: readonly RecusalRow[],
  forUnitId?: string,
): AppraisingAs {
  return appraisingAs(
    deed.actor,
    deed.scope,
    appraised,
    layer,
    rolesOfYear(deed.scope, assignments, recusals),
    forUnitId,
  )
}

/** Who appraises a unit when nobody says otherwise. */
function usualAppraiser(appraised: string, layer: Layer, roles: AppraisalRoles): string {
  if (layer === 'cross') return roles.crossChecks.find((one) => one.checked === appraised)?.checker ?? ''
  if (appraised === roles.head) return roles.deputy ?? roles.named ?? ''
  const headCan = mayAppraise({ kind: 'unit', unit: roles.head }, appraised, layer, roles).allowed
  return headCan ? roles.head : (roles.deputy ?? roles.head)
}

/** Member units somebody works for. */
export function unitsOf(actor: Actor, scope: Scope): readonly string[] {
  const members = scope.year?.memberUnitIds ?? []
  return actor.appointments.flatMap(({ unitId, role }) =>
    unitId && members.includes(unitId) && (role === 'unit_leader' || role === 'unit_officer') ? [unitId] : [],
  )
}

function refusedAs(reason: AppraisalReason): AppraisingAs {
  return { decision: { allowed: false, reason }, unitId: null, recorded: false }
}
