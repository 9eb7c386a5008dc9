import { rolesIn } from '../permissions/roles.ts'
import type { Actor, Scope } from '../permissions/scope.ts'

/** The units a visit (cuộc kiểm tra) is about: those of the team, the one that leads it, the one that is visited. */
export interface VisitUnits {
  readonly teamUnitIds: readonly string[]
  readonly leadingUnitId: string
  readonly unitId: string
}

/**
 * What somebody is at a visit: of the visited unit, of the team, of those who run the bloc's year, of the province, or
 * somebody else of the bloc.
 */
export type VisitPart = 'visited' | 'team' | 'office' | 'province' | 'other'

/** The two that sign the minutes: the team by its leading unit, and the visited unit. */
export type Party = 'team' | 'visited'

/**
 * What somebody is at a visit. Belonging to the visited unit goes before everything else: not even the head writes what
 * a team found at the head's own unit.
 *
 * @param scope the bloc's year
 * @returns undefined for who has no part in the bloc at all
 */
export function visitPartOf(actor: Actor, scope: Scope, visit: VisitUnits): VisitPart | undefined {
  const works = actor.appointments.flatMap(({ unitId, role }) =>
    unitId !== null && (role === 'unit_leader' || role === 'unit_officer') ? [unitId] : [],
  )
  const roles = rolesIn(actor, scope)
  if (works.includes(visit.unitId)) return 'visited'
  if (works.some((unitId) => visit.teamUnitIds.includes(unitId))) return 'team'
  if (roles.has('head') || roles.has('deputy') || roles.has('secretary')) return 'office'
  if (roles.has('province')) return 'province'
  return roles.has('member') || roles.has('observer') ? 'other' : undefined
}

/** Who reads what a visit found: both sides and those who run the year at once, other members once both have signed. */
export function mayReadVisit(part: VisitPart | undefined, signed: boolean): boolean {
  return part !== undefined && (part !== 'other' || signed)
}

/** Who writes what a visit found, asks for corrections and settles them: never the visited unit itself. */
export function mayWriteVisit(part: VisitPart | undefined): boolean {
  return part === 'team' || part === 'office' || part === 'province'
}

/** Which side a unit signs for; undefined when it is neither. Of a team only the leading unit signs. */
export function partyOf(unitId: string, visit: VisitUnits): Party | undefined {
  if (unitId === visit.unitId) return 'visited'
  return unitId === visit.leadingUnitId ? 'team' : undefined
}
