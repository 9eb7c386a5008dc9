import { rolesIn } from '../../domain/permissions/index.ts'
import { type Ask, keyParam, mayHere, unitIdsOf, yearOf } from '../../http/ask.ts'
import { type Feature, type FormAgain, type Place, page, type Route, write } from '../../http/feature.ts'
import { figureTabs, figureTabsLabel } from '../../http/figure-tabs.ts'
import { parseForm } from '../../http/form.ts'
import { frameOf } from '../../http/frame.ts'
import { inYear, inYearOfUnit } from '../../http/places.ts'
import { inYearPath } from '../../http/year-path.ts'
import { scopeOfYear } from '../../scopes/scopes.store.ts'
import { importFaults } from '../../spreadsheets/import.messages.ts'
import { stepFaults } from '../../steps/step.messages.ts'
import { findStep, listSteps } from '../../steps/steps.store.ts'
import { catalogueFaults } from './catalogue.messages.ts'
import { catalogueRoutes } from './catalogue.routes.ts'
import { driveTargetRoutes } from './drive-targets.routes.ts'
import { listIndicators } from './indicators.store.ts'
import { ChangeTargetPage, type FormLinks, TargetFormPage } from './target-form.page.tsx'
import { requestsEvents, requestsFaults, requestsWords } from './target-requests.messages.ts'
import { RequestCard } from './target-requests.page.tsx'
import { requestRoutes } from './target-requests.routes.ts'
import { listRequests, listWaiting } from './target-requests.store.ts'
import {
  acceptTargets,
  changeTarget,
  returnTargets,
  sendTargets,
  setTarget,
  withdrawTarget,
} from './targets.actions.ts'
import { changeForm, returnForm, sendForm, targetForm, withdrawForm } from './targets.forms.ts'
import { targetsEvents, targetsFaults, targetsWords } from './targets.messages.ts'
import { TargetsPage, UnitTargetsPage } from './targets.page.tsx'
import { targetsPaths, WHOLE_BLOC } from './targets.paths.ts'
import { circleOf, isOnBehalf, linksOf, ownerOf, ownerPlace, ownPath, unitPlace } from './targets.reading.ts'
import { findTarget, isSigned, listTargetsOfYear, listVersions, type TargetRow } from './targets.store.ts'
import { workbookEvents } from './workbook.messages.ts'
import { workbookRoutes, yearTargetSheets } from './workbook.routes.ts'

const { route } = targetsPaths

/** Targets of units and of the bloc, and the catalogue they rest on. The bloc's own addresses come first. */
export const targets: Feature = {
  name: 'targets',
  faults: (lang) => ({
    ...stepFaults(lang),
    ...importFaults(lang),
    ...targetsFaults(lang),
    ...catalogueFaults(lang),
    ...requestsFaults(lang),
  }),
  events: { ...targetsEvents, ...workbookEvents, ...requestsEvents },
  yearSheets: { permission: 'year.read', sheets: yearTargetSheets },
  routes: [
    page({ path: route.list, permission: 'year.read', place: inYear, show: showAll }),
    ...catalogueRoutes,
    ...workbookRoutes,
    ...targetRoutes(inYear, {
      list: route.ofBloc,
      enter: route.enterOfBloc,
      target: route.targetOfBloc,
      change: route.changeOfBloc,
      withdraw: route.withdrawOfBloc,
    }),
    ...driveTargetRoutes,
    ...targetRoutes(inYearOfUnit, {
      list: route.ofUnit,
      enter: route.enter,
      target: route.target,
      change: route.change,
      withdraw: route.withdraw,
    }),
    ...requestRoutes(showChange),
    write({
      path: route.send,
      permission: 'registration.send',
      audit: 'targets.sent',
      place: inYearOfUnit,
      action: sendTargets,
      read: (ask, body) => {
        const form = parseForm(sendForm, body)
        return form.ok ? { ok: true, value: { ...unitPlace(ask), ...form.value } } : form
      },
      next: ownPath,
      said: (ask) => targetsWords(ask.lang).sent,
      again: showOwner,
    }),
    write({
      path: route.giveBack,
      permission: 'step.decide',
      audit: 'targets.returned',
      place: inYearOfUnit,
      action: returnTargets,
      read: (ask, body) => {
        const form = parseForm(returnForm, body)
        return form.ok ? { ok: true, value: { ...unitPlace(ask), ...form.value } } : form
      },
      next: ownPath,
      said: (ask) => targetsWords(ask.lang).returned,
      again: showOwner,
    }),
    write({
      path: route.accept,
      permission: 'step.decide',
      audit: 'targets.accepted',
      place: inYearOfUnit,
      action: acceptTargets,
      read: (ask) => ({ ok: true, value: unitPlace(ask) }),
      next: ownPath,
      said: (ask) => targetsWords(ask.lang).accepted,
      again: showOwner,
    }),
  ],
}

type Paths = Readonly<Record<'list' | 'enter' | 'target' | 'change' | 'withdraw', string>>

/** The same pages for a unit and for the bloc as a whole. */
function targetRoutes(place: Place, paths: Paths): readonly Route[] {
  return [
    page({ path: paths.list, permission: 'year.read', place, show: showOwner }),
    page({ path: paths.enter, permission: 'target.write', place, show: showForm }),
    write({
      path: paths.enter,
      permission: 'target.write',
      audit: 'target.set',
      place,
      action: setTarget,
      read: (ask, body) => {
        const form = parseForm(targetForm, body)
        return form.ok ? { ok: true, value: { ...ownerPlace(ask), ...form.value } } : form
      },
      next: ownPath,
      said: (ask) => targetsWords(ask.lang).saved,
      again: showForm,
    }),
    page({ path: paths.target, permission: 'target.write', place, show: showForm }),
    page({ path: paths.change, permission: 'target.write', place, show: showChange }),
    write({
      path: paths.change,
      permission: 'target.write',
      audit: 'target.changed',
      place,
      action: changeTarget,
      read: (ask, body) => {
        const form = parseForm(changeForm, body)
        return form.ok ? { ok: true, value: { ...ownerPlace(ask), ...form.value } } : form
      },
      next: ownPath,
      said: (ask) => targetsWords(ask.lang).changed,
      again: showChange,
    }),
    write({
      path: paths.withdraw,
      permission: 'target.write',
      audit: 'target.withdrawn',
      place,
      action: withdrawTarget,
      read: (ask, body) => {
        const form = parseForm(withdrawForm, body)
        return form.ok ? { ok: true, value: { ...ownerPlace(ask), ...form.value } } : form
      },
      next: ownPath,
      said: (ask) => targetsWords(ask.lang).withdrawn,
      again: showForm,
    }),
  ]
}

async function showAll(ask: Ask) {
  const year = yearOf(ask)
  const steps = await listSteps(ask.db, year.id)
  return TargetsPage({
    frame: frameOf(ask),
    tabs: figureTabs(ask, 'targets'),
    tabsLabel: figureTabsLabel(ask),
    links: linksOf(ask),
    year: year.year,
    members: year.members,
    mine: unitIdsOf(ask),
    targets: await listTargetsOfYear(ask.db, circleOf(ask)),
    steps: steps.filter((step) => step.step === 'targets'),
    mayManageBloc: mayHere(ask, 'target.write', scopeOfYear(year)),
    blocSlug: WHOLE_BLOC,
  })
}

async function showOwner(ask: Ask, again?: FormAgain) {
  const year = yearOf(ask)
  const owner = ownerOf(ask)
  const all = await listTargetsOfYear(ask.db, circleOf(ask))
  const isUnit = owner.unitId !== null
  return UnitTargetsPage({
    frame: frameOf(ask),
    links: linksOf(ask),
    year: year.year,
    name: owner.name,
    slug: owner.slug,
    targets: all.filter((one) => one.unitId === owner.unitId && one.blocId === owner.blocId),
    step: owner.unitId ? await findStep(ask.db, year.id, owner.unitId, 'targets') : undefined,
    resultsHref: inYearPath(year.bloc.slug, year.year, 'ket-qua', owner.slug),
    signed: await isSigned(ask.db, year.id, owner.unitId),
    waiting: await waitingSeen(ask, owner.unitId),
    mayWrite: mayHere(ask, 'target.write'),
    maySend: isUnit && mayHere(ask, 'registration.send'),
    mayDecide: isUnit && mayHere(ask, 'step.decide'),
    onBehalf: isOnBehalf(ask),
    again,
  })
}

/** A unit's wish to change a target is between the unit and whoever decides. */
async function waitingSeen(ask: Ask, unitId: string | null): Promise<readonly string[]> {
  const sees = mayHere(ask, 'target.write') || mayHere(ask, 'target.consent')
  return unitId !== null && sees ? listWaiting(ask.db, yearOf(ask).id) : []
}

async function formParts(ask: Ask, again: FormAgain | undefined) {
  const year = yearOf(ask)
  const { name, slug, unitId, blocId } = ownerOf(ask)
  const target = await targetAsked(ask, again)
  const place = { unitId, blocId, year: year.year, movementId: null }
  const at = linksOf(ask)
  const links: FormLinks = {
    crumbs: [
      { label: targetsWords(ask.lang).title, href: at.list },
      { label: name, href: at.of(slug) },
    ],
    back: at.of(slug),
    enter: at.enter(slug),
    catalogue: at.catalogue,
    change: (targetId) => at.change(slug, targetId),
    withdraw: (targetId) => at.withdraw(slug, targetId),
  }
  return {
    frame: frameOf(ask),
    links,
    name,
    indicators: await listIndicators(ask.db, year.province.id),
    target,
    versions: target ? await listVersions(ask.db, { ...place, indicatorId: target.indicatorId }) : [],
    onBehalf: isOnBehalf(ask),
    again,
  }
}

/** The target of the address, or the one a refused form was about. */
async function targetAsked(ask: Ask, again: FormAgain | undefined): Promise<TargetRow | undefined> {
  const { unitId, blocId } = ownerOf(ask)
  const targetId = keyParam(ask, 'target')
  if (targetId) {
    const found = await findTarget(ask.db, targetId)
    return found?.unitId === unitId && found.blocId === blocId ? found : undefined
  }
  const { indicatorId, version } = again?.values ?? {}
  if (version === undefined || version === '0') return undefined
  const all = await listTargetsOfYear(ask.db, circleOf(ask))
  return all.find((one) => one.indicatorId === indicatorId && one.unitId === unitId && one.blocId === blocId)
}

async function showForm(ask: Ask, again?: FormAgain) {
  const parts = await formParts(ask, again)
  if (keyParam(ask, 'target') && parts.target?.state !== 'current') return ask.c.notFound()
  const { target } = parts
  if (target && (await isSigned(ask.db, yearOf(ask).id, target.unitId))) {
    return ask.c.redirect(parts.links.change(target.id), 303)
  }
  return TargetFormPage(parts)
}

async function showChange(ask: Ask, again?: FormAgain) {
  const parts = await formParts(ask, again)
  const { target } = parts
  if (target?.state !== 'current') return ask.c.notFound()
  const roles = rolesIn(ask.actor, ask.scope)
  const { slug, unitId } = ownerOf(ask)
  const decides = roles.has('head') || roles.has('province') || roles.has('secretary')
  const asks = target.setBy === 'own' && unitId !== null && !decides
  const requests = unitId === null ? [] : await listRequests(ask.db, target.id)
  const waits = requests.some((request) => request.state === 'waiting')
  return ChangeTargetPage({
    ...parts,
    target,
    asksConsent: roles.has('head') || roles.has('secretary'),
    lead: asks ? requestsWords(ask.lang).lead : targetsWords(ask.lang).changeLead,
    before: RequestCard({
      frame: parts.frame,
      links: linksOf(ask),
      slug,
      target,
      requests,
      mayConsent: mayHere(ask, 'target.consent'),
      mayWrite: asks && mayHere(ask, 'target.write'),
      again,
    }),
    ...(asks ? { requestAction: linksOf(ask).request(slug, target.id) } : {}),
    formHidden: waits,
  })
}
