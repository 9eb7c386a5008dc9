import { may } from '../../domain/permissions/index.ts'
import { keyParam } from '../../http/ask.ts'
import type { Place } from '../../http/feature.ts'
import { inYear } from '../../http/places.ts'
import { findVisit } from '../../records/visits.store.ts'
import { scopeOfYear } from '../../scopes/scopes.store.ts'
import { findPlan } from './checks.store.ts'

/** Below a plan of the year; a draft is there only for those who prepare it. */
export const ofPlan: Place = async (ask) => {
  const place = await inYear(ask)
  const key = keyParam(ask, 'plan')
  const plan = place?.blocYear && key ? await findPlan(ask.db, key) : undefined
  if (!place?.blocYear || plan?.blocYearId !== place.blocYear.id) return undefined
  const open = plan.announcedOn !== null || may(ask.actor, 'check.manage', place.scope).ok
  return open ? place : undefined
}

/** Below a visit of the year; one of a draft is there only for those who prepare it. */
export const ofVisit: Place = async (ask) => {
  const place = await inYear(ask)
  const key = keyParam(ask, 'visit')
  const visit = place?.blocYear && key ? await findVisit(ask.db, key) : undefined
  if (!place?.blocYear || visit?.blocYearId !== place.blocYear.id) return undefined
  const open = visit.announcedOn !== null || may(ask.actor, 'check.manage', place.scope).ok
  return open ? place : undefined
}

/** The visited unit's own part of a visit. */
export const ofVisitedUnit: Place = async (ask) => {
  const place = await ofVisit(ask)
  const visit = await findVisit(ask.db, keyParam(ask, 'visit') ?? '')
  return place?.blocYear && visit
    ? { blocYear: place.blocYear, scope: scopeOfYear(place.blocYear, visit.unitId) }
    : undefined
}

/** Below a visit, the side of one unit (address part `unit` holds its slug). */
export const ofVisitParty: Place = async (ask) => {
  const place = await ofVisit(ask)
  const member = place?.blocYear?.members.find((one) => one.slug === ask.c.req.param('unit'))
  return place?.blocYear && member
    ? { blocYear: place.blocYear, scope: scopeOfYear(place.blocYear, member.id) }
    : undefined
}
