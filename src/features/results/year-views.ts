import type { VerdictTally } from '../../domain/targets/index.ts'
import { type Ask, yearOf } from '../../http/ask.ts'
import { type FigureView, tallyOf, viewsOf } from './figure-view.ts'
import type { TallyLine } from './overview.page.tsx'
import { resultsWords } from './results.messages.ts'
import { WHOLE_BLOC } from './results.paths.ts'
import { surroundings } from './results.reading.ts'

/** The figures of one owner in a year. */
export type OwnerViews = {
  readonly name: string
  readonly slug: string
  readonly line: Omit<TallyLine, 'tally' | 'warned'>
  readonly views: readonly FigureView[]
}

/** The figures of the year, owner by owner, the bloc's own at the end when it has any. */
export async function viewsOfYear(ask: Ask): Promise<readonly OwnerViews[]> {
  const year = yearOf(ask)
  const around = await surroundings(ask)
  const period = String(year.year)
  const units = year.members.map((unit) => ({
    name: unit.shortName,
    slug: unit.slug,
    line: { key: unit.id, name: unit.name, slug: unit.slug, unit },
    views: viewsOf({ unitId: unit.id, blocId: null }, period, around),
  }))
  const name = resultsWords(ask.lang).wholeBloc
  const line = { key: WHOLE_BLOC, name, slug: WHOLE_BLOC, unit: undefined }
  const views = viewsOf({ unitId: null, blocId: year.bloc.id }, period, around)
  return views.length > 0 ? [...units, { name, slug: WHOLE_BLOC, line, views }] : units
}

/** How many targets each owner reached, and all together. */
export function tallies(owners: readonly OwnerViews[]): {
  readonly lines: readonly { readonly name: string; readonly tally: VerdictTally }[]
  readonly whole: VerdictTally
} {
  return {
    lines: owners.map(({ line, views }) => ({ name: line.name, tally: tallyOf(views) })),
    whole: tallyOf(owners.flatMap((owner) => owner.views)),
  }
}
