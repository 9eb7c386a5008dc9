import type { Actor, Appointment, Scope } from './scope.ts'

/**
 * What somebody is in a scope. `own_…` is about the unit whose thing it is, `member_…` about any unit of
 * the bloc's year; `member` is either of its two, `council` any duty in the council.
 */
export type Role =
  | 'public'
  | 'signed_in'
  | 'administrator'
  | 'province'
  | 'head'
  | 'deputy'
  | 'secretary'
  | 'member'
  | 'member_leader'
  | 'member_officer'
  | 'own_leader'
  | 'own_officer'
  | 'teller'
  | 'council'
  | 'council_chair'
  | 'council_standing'
  | 'council_secretary'
  | 'council_member'
  | 'news_editor'
  | 'news_approver'
  | 'observer'

/** Every role the actor has in the scope; `public` always. */
export function rolesIn(actor: Actor, scope: Scope): ReadonlySet<Role> {
  const roles = new Set<Role>(['public'])
  if (actor.accountId === null) return roles
  roles.add('signed_in')
  for (const appointment of actor.appointments) {
    for (const role of rolesOf(appointment, scope)) roles.add(role)
  }
  return roles
}

function rolesOf(appointment: Appointment, scope: Scope): readonly Role[] {
  switch (appointment.role) {
    case 'administrator':
      return ['administrator']
    case 'province_officer':
      return followsHere(appointment, scope) ? ['province'] : []
    case 'unit_leader':
    case 'unit_officer':
      return rolesOfUnit(appointment, scope)
    case 'bloc_secretary':
      return same(appointment.blocId, scope.blocId) ? ['secretary'] : []
    case 'teller':
      return same(appointment.blocId, scope.blocId) || same(appointment.councilId, scope.councilId)
        ? ['teller']
        : []
    case 'council_chair':
    case 'council_standing':
    case 'council_secretary':
    case 'council_member':
      return same(appointment.councilId, scope.councilId) ? ['council', appointment.role] : []
    case 'news_editor':
    case 'news_approver':
    case 'observer':
      return watchesHere(appointment, scope) ? [appointment.role] : []
  }
}

/** An officer of the province follows all its blocs, or only the named one. */
function followsHere(appointment: Appointment, scope: Scope): boolean {
  if (!same(appointment.provinceId, scope.provinceId)) return false
  return appointment.blocId === null || same(appointment.blocId, scope.blocId)
}

function watchesHere(appointment: Appointment, scope: Scope): boolean {
  if (appointment.blocId !== null) return same(appointment.blocId, scope.blocId)
  if (appointment.unitId !== null) return same(appointment.unitId, scope.unitId)
  return same(appointment.provinceId, scope.provinceId)
}

function rolesOfUnit(appointment: Appointment, scope: Scope): readonly Role[] {
  const unitId = appointment.unitId
  if (unitId === null) return []
  const leads = appointment.role === 'unit_leader'
  const roles: Role[] = []
  if (unitId === scope.unitId) roles.push(leads ? 'own_leader' : 'own_officer')
  if (scope.year?.memberUnitIds.includes(unitId))
    roles.push('member', leads ? 'member_leader' : 'member_officer')
  if (scope.year?.headUnitIds.includes(unitId)) roles.push('head')
  if (scope.year?.deputyUnitIds.includes(unitId)) roles.push('deputy')
  return roles
}

function same(mine: string | null, there: string | undefined): boolean {
  return mine !== null && there !== undefined && mine === there
}
