import { blocScopeBySlug, findYear, scopeOfYear, unitScopeBySlug } from '../scopes/scopes.store.ts'
import type { Place } from './feature.ts'

/** The site as a whole: no scope; what is public, or follows from being signed in or administrator. */
export const onSite: Place = async () => ({ scope: {} })

/** A province officer's desk: the province(s) the actor is appointed for; the first one. */
export const inOwnProvince: Place = async (ask) => {
  const provinceId = ask.actor.appointments.find((one) => one.provinceId !== null)?.provinceId
  return { scope: provinceId ? { provinceId } : {} }
}

/** Below `/khoi/:bloc/:year`. */
export const inYear: Place = async (ask) => {
  const slug = ask.c.req.param('bloc') ?? ''
  const year = Number(ask.c.req.param('year'))
  if (!Number.isInteger(year)) return undefined
  const blocYear = await findYear(ask.db, slug, year, ask.today)
  return blocYear && { scope: scopeOfYear(blocYear), blocYear }
}

/** Below `/khoi/:bloc/:year/…/:unit`, the thing of one member unit (address part `unit` holds its slug). */
export const inYearOfUnit: Place = async (ask) => {
  const place = await inYear(ask)
  if (!place?.blocYear) return undefined
  const member = place.blocYear.members.find((one) => one.slug === ask.c.req.param('unit'))
  return member && { blocYear: place.blocYear, scope: scopeOfYear(place.blocYear, member.id) }
}

/** Below `/khoi/:bloc`, whatever the year. */
export const inBloc: Place = async (ask) => {
  const scope = await blocScopeBySlug(ask.db, ask.c.req.param('bloc') ?? '')
  return scope && { scope }
}

/** Below `/don-vi/:unit`, by slug. */
export const ofUnit: Place = async (ask) => {
  const scope = await unitScopeBySlug(ask.db, ask.c.req.param('unit') ?? '')
  return scope && { scope }
}
