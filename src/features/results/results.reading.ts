import { rolesIn } from '../../domain/permissions/index.ts'
import { type Ask, yearOf } from '../../http/ask.ts'
import type { ChoiceGroup, Tab } from '../../ui/index.ts'
import type { Surroundings } from './figure-neighbours.ts'
import { findEstimatesRule } from './official-figures.store.ts'
import { resultsWords } from './results.messages.ts'
import { resultsPaths, WHOLE_BLOC } from './results.paths.ts'
import { type IndicatorRow, listIndicators, listResults, listTargets } from './results.store.ts'

/** The links of the year one is in. */
export function linksOf(ask: Ask) {
  const year = yearOf(ask)
  return resultsPaths.at(year.bloc.slug, year.year)
}

/** The views of all figures of the year; `counts` stands behind those that are known. */
export function figureViews(
  ask: Ask,
  current: 'all' | 'warned' | 'reviews' | 'questions' | 'years',
  counts: Partial<Record<'all' | 'warned' | 'reviews' | 'questions' | 'years', number>> = {},
): readonly Tab[] {
  const t = resultsWords(ask.lang)
  const links = linksOf(ask)
  const tab = (key: typeof current, label: string, href: string): Tab => ({
    label,
    href,
    current: key === current,
    ...(counts[key] === undefined ? {} : { count: counts[key] }),
  })
  return [
    tab('all', t.allFigures, links.figures),
    tab('warned', t.onlyWarned, `${links.figures}?loc=can-xem`),
    tab('reviews', t.reviews, links.reviews),
    tab('questions', t.questions, links.questions),
    tab('years', t.manyYears, links.years()),
  ]
}

/** The unit of the address, or the bloc. */
export function ownerOf(ask: Ask) {
  const year = yearOf(ask)
  const unit = year.members.find((one) => one.id === ask.scope.unitId)
  return unit
    ? { unitId: unit.id, blocId: null, name: unit.name, slug: unit.slug, unit }
    : {
        unitId: null,
        blocId: year.bloc.id,
        name: resultsWords(ask.lang).wholeBloc,
        slug: WHOLE_BLOC,
        unit: undefined,
      }
}

/** What actions on the owner's figures are told. */
export function ownerPlace(ask: Ask) {
  return { blocYearId: yearOf(ask).id, unitId: ask.scope.unitId ?? null }
}

/** What actions on the unit's reports are told. */
export function unitPlace(ask: Ask) {
  return { blocYearId: yearOf(ask).id, unitId: ask.scope.unitId ?? '' }
}

/** True when whoever enters is not of the unit. */
export function isOnBehalf(ask: Ask): boolean {
  const roles = rolesIn(ask.actor, ask.scope)
  return ask.scope.unitId !== undefined && !roles.has('own_leader') && !roles.has('own_officer')
}

/** Everything the figures of the year are held against. */
export async function surroundings(ask: Ask): Promise<Surroundings> {
  const year = yearOf(ask)
  const circle = { blocId: year.bloc.id, unitIds: year.members.map((unit) => unit.id) }
  const [indicators, targets, results, rule] = await Promise.all([
    listIndicators(ask.db, year.province.id),
    listTargets(ask.db, circle, year.year),
    listResults(ask.db, circle, year.year),
    findEstimatesRule(ask.db, year),
  ])
  const names = new Map(year.members.map((unit) => [unit.id, unit.shortName]))
  const estimatesUntil = rule.value
  return { indicators, targets, targetYear: year.year, results, names, today: ask.today, estimatesUntil }
}

/** Indicators to choose from, under their fields of work. */
export function choicesOf(indicators: readonly IndicatorRow[], ask: Ask): readonly ChoiceGroup[] {
  const { noField } = resultsWords(ask.lang)
  const groups = Map.groupBy(indicators, (one) => (ask.lang === 'vi' ? one.fieldVi : one.fieldEn) ?? noField)
  return [...groups].map(([label, members]) => ({
    label,
    choices: members.map((one) => ({
      value: one.id,
      label: one.unitOfMeasure ? `${one.name} (${one.unitOfMeasure})` : one.name,
    })),
  }))
}
