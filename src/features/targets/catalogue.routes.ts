import { rolesIn } from '../../domain/permissions/index.ts'
import { type Ask, keyOrNone, keyParam, mayHere, query, yearOf } from '../../http/ask.ts'
import { type FormAgain, page, type Route, write } from '../../http/feature.ts'
import { figureTabs, figureTabsLabel } from '../../http/figure-tabs.ts'
import { parseForm } from '../../http/form.ts'
import { frameOf } from '../../http/frame.ts'
import { inYear } from '../../http/places.ts'
import { catalogueWords } from './catalogue.messages.ts'
import { CataloguePage } from './catalogue.page.tsx'
import { IndicatorPage } from './indicator.page.tsx'
import { addIndicator, restoreIndicator, retireIndicator, reviseIndicator } from './indicators.actions.ts'
import {
  findIndicator,
  findUse,
  listFields,
  listIndicators,
  listIndicatorVersions,
  listRetired,
} from './indicators.store.ts'
import { indicatorForm, retireForm, reviseForm } from './targets.forms.ts'
import { targetsWords } from './targets.messages.ts'
import { targetsPaths } from './targets.paths.ts'
import { linksOf } from './targets.reading.ts'

const { route } = targetsPaths

/** The catalogue of indicators and each indicator in it. */
export const catalogueRoutes: readonly Route[] = [
  page({ path: route.catalogue, permission: 'year.read', place: inYear, show: showCatalogue }),
  write({
    path: route.catalogue,
    permission: 'indicator.manage',
    audit: 'indicator.added',
    place: inYear,
    action: addIndicator,
    read: (ask, body) => {
      const form = parseForm(indicatorForm, body)
      return form.ok ? { ok: true, value: { ...form.value, blocYearId: yearOf(ask).id } } : form
    },
    next: (ask) => linksOf(ask).catalogue,
    said: (ask) => targetsWords(ask.lang).indicatorAdded,
    again: showCatalogue,
  }),
  page({ path: route.indicator, permission: 'year.read', place: inYear, show: showIndicator }),
  write({
    path: route.indicator,
    permission: 'indicator.manage',
    audit: 'indicator.revised',
    place: inYear,
    action: reviseIndicator,
    read: (ask, body) => {
      const form = parseForm(reviseForm, body)
      return form.ok ? { ok: true, value: { ...form.value, ...indicatorPlace(ask) } } : form
    },
    next: (ask, { indicatorId }) => linksOf(ask).indicator(indicatorId),
    said: (ask, { isNewVersion }) => {
      const c = catalogueWords(ask.lang)
      return isNewVersion ? c.versionMade : c.revised
    },
    again: showIndicator,
  }),
  write({
    path: route.retireIndicator,
    permission: 'indicator.manage',
    audit: 'indicator.retired',
    place: inYear,
    action: retireIndicator,
    read: (ask, body) => {
      const form = parseForm(retireForm, body)
      return form.ok ? { ok: true, value: { ...form.value, ...indicatorPlace(ask) } } : form
    },
    next: (ask) => linksOf(ask).catalogue,
    said: (ask) => catalogueWords(ask.lang).retired,
    again: showIndicator,
  }),
  write({
    path: route.restoreIndicator,
    permission: 'indicator.manage',
    audit: 'indicator.restored',
    place: inYear,
    action: restoreIndicator,
    read: (ask) => ({ ok: true, value: indicatorPlace(ask) }),
    next: (ask) => linksOf(ask).indicator(keyOrNone(ask, 'indicator')),
    said: (ask) => catalogueWords(ask.lang).restored,
    again: showIndicator,
  }),
]

function indicatorPlace(ask: Ask) {
  return { blocYearId: yearOf(ask).id, indicatorId: keyOrNone(ask, 'indicator') }
}

async function showCatalogue(ask: Ask, again?: FormAgain) {
  const { province } = yearOf(ask)
  const sector = query(ask, 'linh-vuc')
  const all = await listIndicators(ask.db, province.id)
  return CataloguePage({
    frame: frameOf(ask),
    tabs: figureTabs(ask, 'catalogue'),
    tabsLabel: figureTabsLabel(ask),
    links: linksOf(ask),
    indicators: sector === '' ? all : all.filter((one) => one.fieldCode === sector),
    choices: all,
    retired: sector === '' ? await listRetired(ask.db, province.id) : [],
    sector,
    fields: await listFields(ask.db),
    mayManage: mayHere(ask, 'indicator.manage'),
    again,
  })
}

async function showIndicator(ask: Ask, again?: FormAgain) {
  const { province, bloc } = yearOf(ask)
  const key = keyParam(ask, 'indicator')
  const indicator = key ? await findIndicator(ask.db, key, province.id) : undefined
  if (!indicator) return ask.c.notFound()
  const use = await findUse(ask.db, indicator.id, bloc.id)
  const mayManage = mayHere(ask, 'indicator.manage')
  const isProvince = rolesIn(ask.actor, ask.scope).has('province')
  return IndicatorPage({
    frame: frameOf(ask),
    links: linksOf(ask),
    indicator,
    versions: await listIndicatorVersions(ask.db, indicator),
    use,
    indicators: await listIndicators(ask.db, province.id),
    fields: await listFields(ask.db),
    mayManage,
    mayRevise: mayManage && !indicator.shared && indicator.isCurrent && (use.elsewhere === 0 || isProvince),
    again,
  })
}
