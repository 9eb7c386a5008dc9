import { rolesIn } from '../../domain/permissions/index.ts'
import { type Ask, yearOf } from '../../http/ask.ts'
import { targetsWords } from './targets.messages.ts'
import { targetsPaths, WHOLE_BLOC } from './targets.paths.ts'

/** The links of the year one is in. */
export function linksOf(ask: Ask) {
  const year = yearOf(ask)
  return targetsPaths.at(year.bloc.slug, year.year)
}

/** The unit of the address, or the bloc. */
export function ownerOf(ask: Ask) {
  const year = yearOf(ask)
  const unit = year.members.find((one) => one.id === ask.scope.unitId)
  const words = targetsWords(ask.lang)
  return unit
    ? { unitId: unit.id, blocId: null, name: unit.name, slug: unit.slug }
    : { unitId: null, blocId: year.bloc.id, name: words.wholeBloc, slug: WHOLE_BLOC }
}

/** What actions on the owner's targets are told. */
export function ownerPlace(ask: Ask) {
  return { blocYearId: yearOf(ask).id, unitId: ask.scope.unitId ?? null }
}

/** What actions on the unit's list of targets are told. */
export function unitPlace(ask: Ask) {
  return { blocYearId: yearOf(ask).id, unitId: ask.scope.unitId ?? '' }
}

/** The page of the owner's targets. */
export function ownPath(ask: Ask): string {
  return linksOf(ask).of(ownerOf(ask).slug)
}

/** True when whoever enters is not of the unit. */
export function isOnBehalf(ask: Ask): boolean {
  const roles = rolesIn(ask.actor, ask.scope)
  return ask.scope.unitId !== undefined && !roles.has('own_leader') && !roles.has('own_officer')
}

/** The members of the year and the bloc itself. */
export function circleOf(ask: Ask) {
  const { year, bloc, members } = yearOf(ask)
  return { year, blocId: bloc.id, unitIds: members.map((unit) => unit.id) }
}
