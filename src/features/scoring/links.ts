import { type Ask, yearOf } from '../../http/ask.ts'
import type { MemberUnit } from '../../scopes/scopes.store.ts'
import { type ScoringLinks, scoringPaths } from './scoring.paths.ts'

/** The links of the year of the address. */
export function linksOf(ask: Ask): ScoringLinks {
  const { bloc, year } = yearOf(ask)
  return scoringPaths.at(bloc.slug, year)
}

/** The member unit of the address; only for routes whose place lets only members in. */
export function memberOf(ask: Ask): MemberUnit {
  const member = yearOf(ask).members.find((one) => one.id === ask.scope.unitId)
  if (!member) throw new Error('The place of this route lets only members in')
  return member
}
