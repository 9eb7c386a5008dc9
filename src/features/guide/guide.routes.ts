import { rolesIn, type Scope } from '../../domain/permissions/index.ts'
import {
  type MidYear,
  type StationKey,
  stationKeys,
  type YearState,
  yearPath,
} from '../../domain/years/index.ts'
import { type Ask, mayHere, query } from '../../http/ask.ts'
import { type Feature, page } from '../../http/feature.ts'
import { frameOf, stationsOf } from '../../http/frame.ts'
import { onSite } from '../../http/places.ts'
import { inYearPath } from '../../http/year-path.ts'
import { listOwnYears, type OwnYear } from '../../scopes/own-years.store.ts'
import { type BlocYear, findYear, scopeOfYear } from '../../scopes/scopes.store.ts'
import { frameLinks } from '../../ui/index.ts'
import { accountsPaths } from '../accounts/accounts.paths.ts'
import { awardsPaths } from '../awards/awards.paths.ts'
import { blocsPaths } from '../blocs/blocs.paths.ts'
import { councilsPaths } from '../councils/councils.paths.ts'
import { documentsPaths } from '../documents/documents.paths.ts'
import { libraryPaths } from '../library/library.paths.ts'
import { drivesPaths } from '../movements/movements.paths.ts'
import { newsPaths } from '../news/news.paths.ts'
import { unitsPaths } from '../units/units.paths.ts'
import { yearsPaths } from '../years/years.paths.ts'
import type { GuideRole } from './duties.ts'
import { guideWords } from './guide.messages.ts'
import { GuidePage, type GuideYear } from './guide.page.tsx'
import { guidePaths } from './guide.paths.ts'

/** How many other years are offered. */
const MOST_OTHERS = 8

export const guide: Feature = {
  name: 'guide',
  faults: () => ({}),
  events: {},
  routes: [page({ path: guidePaths.show, permission: 'bloc.read', place: onSite, show: showGuide })],
}

async function showGuide(ask: Ask) {
  const own = ask.actor.accountId ? await listOwnYears(ask.db, ask.actor) : []
  const chosen =
    own.find((one) => one.blocSlug === query(ask, 'khoi') && String(one.year) === query(ask, 'nam')) ?? own[0]
  const year = chosen && (await findYear(ask.db, chosen.blocSlug, chosen.year, ask.today))
  return GuidePage({
    frame: frameOf(ask),
    stations: labelsOf(ask),
    year: year && guideYear(ask, year),
    others: own
      .filter((one) => one !== chosen)
      .slice(0, MOST_OTHERS)
      .map(guideLink),
    links: linksFor(ask),
    signInHref: accountsPaths.signIn,
    toDoHref: yearsPaths.toDo,
  })
}

function guideYear(ask: Ask, year: BlocYear): GuideYear {
  const { slug } = year.bloc
  const station = year.state as StationKey
  const scope = scopeOfYear(year)
  const ahead = yearPath(year.state as YearState, year.midYear as MidYear).find(
    (one) => one.status === 'ahead',
  )
  return {
    name: year.bloc.shortName,
    year: year.year,
    href: mayHere(ask, 'year.read', scope) ? inYearPath(slug, year.year) : newsPaths.ofYear(slug, year.year),
    station,
    stations: stationsOf(ask, year),
    next: labelsOf(ask).find((one) => one.key === ahead?.key) ?? null,
    roles: guideRolesIn(ask, scope),
    hrefOf: ({ at }) => {
      if (at.startsWith('/')) return at
      return at === '' ? inYearPath(slug, year.year) : inYearPath(slug, year.year, at)
    },
  }
}

/** What the reader is in this year, in the words of the guide. */
function guideRolesIn(ask: Ask, scope: Scope): ReadonlySet<GuideRole> {
  const roles = rolesIn(ask.actor, scope)
  const names = [
    ['member_officer', 'officer'],
    ['member_leader', 'leader'],
    ['head', 'head'],
    ['deputy', 'deputy'],
    ['secretary', 'secretary'],
    ['province', 'province'],
    ['teller', 'teller'],
    ['news_editor', 'editor'],
    ['news_approver', 'editor'],
    ['administrator', 'administrator'],
  ] as const
  return new Set(names.flatMap(([role, name]) => (roles.has(role) ? [name] : [])))
}

function labelsOf(ask: Ask): { key: StationKey; label: string }[] {
  const path = yearPath('setup', 'open')
  return stationKeys.map((key, index) => {
    const label = path[index]?.label[ask.lang] ?? ''
    return { key, label: label.charAt(0).toLocaleUpperCase('vi') + label.slice(1) }
  })
}

function guideLink({ blocSlug, blocName, year }: OwnYear) {
  return { label: `${blocName} ${year}`, href: guidePaths.inYear(blocSlug, year) }
}

function linksFor(ask: Ask) {
  const t = guideWords(ask.lang)
  const own = ask.actor.accountId
    ? [
        { label: t.linkToDo, href: yearsPaths.toDo },
        { label: t.linkYear, href: yearsPaths.mine },
        { label: t.linkAccount, href: frameLinks.account },
      ]
    : []
  return [
    ...own,
    { label: t.linkNews, href: newsPaths.list },
    { label: t.linkBlocs, href: blocsPaths.list },
    { label: t.linkUnits, href: unitsPaths.list },
    { label: t.linkCouncils, href: councilsPaths.list },
    { label: t.linkDrives, href: drivesPaths.list },
    { label: t.linkAwards, href: awardsPaths.records },
    { label: t.linkLibrary, href: libraryPaths.list },
    { label: t.linkVerify, href: documentsPaths.verify },
  ]
}
