import { type MidYear, type YearState, yearPath } from '../domain/years/index.ts'
import type { BlocYear } from '../scopes/scopes.store.ts'
import { initialsOf, type PageFrame, type YearStation } from '../ui/index.ts'
import { type Ask, mayHere } from './ask.ts'
import { navigationOf, roleLabelOf, yearChoices } from './navigation.ts'
import { inYearPath } from './year-path.ts'

/** Everything around a page: menu, bloc and year, year path, account, message. */
export function frameOf(ask: Ask): PageFrame {
  const year = ask.blocYear
  const url = new URL(ask.c.req.url)
  return {
    lang: ask.lang,
    theme: ask.theme,
    path: url.pathname + url.search,
    nav: navigationOf(ask),
    ...(ask.actor.accountId
      ? {
          user: {
            name: ask.actor.name,
            roleLabel: roleLabelOf(ask),
            initials: initialsOf(ask.actor.name.replace(/\s*\([^)]*\)/g, '')),
          },
          todoCount: ask.todoCount,
        }
      : {}),
    ...(year
      ? {
          bloc: {
            name: year.bloc.name,
            shortName: year.bloc.shortName,
            provinceName: year.province.name,
            href: `/khoi/${year.bloc.slug}`,
            inferred: year.province.certainty === 'inferred',
            illustrative: year.illustrative,
            years: yearChoices(ask, year),
          },
          yearPath: {
            stations: stationsOf(ask, year),
            ...(mayHere(ask, 'year.read') ? { href: inYearPath(year.bloc.slug, year.year) } : {}),
          },
        }
      : {}),
    ...(ask.flash ? { flash: ask.flash } : {}),
  }
}

/** The ten stations of a year in the reader's language. */
export function stationsOf(ask: Pick<Ask, 'lang'>, year: Pick<BlocYear, 'state' | 'midYear'>): YearStation[] {
  return yearPath(year.state as YearState, year.midYear as MidYear).map((station) => ({
    label: sentenceCase(station.label[ask.lang]),
    status: station.status,
    event: station.key === 'mid_year',
  }))
}

function sentenceCase(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
