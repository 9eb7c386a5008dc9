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

/** Whose targets belong to the year. */
export function circleOf(ask: Ask) {
  const { year, bloc, members } = yearOf(ask)
  return { year, blocId: bloc.id, unitIds: members.map((unit) => unit.id) }
}
