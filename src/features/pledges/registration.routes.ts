import { rolesIn } from '../../domain/permissions/index.ts'
import { reached, type YearState } from '../../domain/years/index.ts'
import { type Ask, mayHere, unitIdsOf, yearOf } from '../../http/ask.ts'
import { type FormAgain, page, type Route, write } from '../../http/feature.ts'
import { type FormBody, parseForm } from '../../http/form.ts'
import { frameOf } from '../../http/frame.ts'
import { inYear, inYearOfUnit } from '../../http/places.ts'
import { findStep, listSteps } from '../../steps/steps.store.ts'
import { registrationForm, returnForm, sendForm } from './pledges.forms.ts'
import { pledgesWords } from './pledges.messages.ts'
import { pledgesPaths } from './pledges.paths.ts'
import { pledgeTabs } from './pledges.tabs.ts'
import {
  acceptRegistration,
  registerTitles,
  returnRegistration,
  sendRegistration,
} from './registration.actions.ts'
import { RegistrationPage } from './registration.page.tsx'
import { countProposals, listAwards, listRegistrations } from './registration.store.ts'
import { RegistrationsPage } from './registrations.page.tsx'

const { route } = pledgesPaths

/** What the units register, and its summary. */
export const registrationRoutes: readonly Route[] = [
  page({ path: route.registrations, permission: 'year.read', place: inYear, show: showSummary }),
  page({ path: route.registration, permission: 'year.read', place: inYearOfUnit, show: showUnit }),
  write({
    path: route.registration,
    permission: 'registration.write',
    audit: 'registration.saved',
    place: inYearOfUnit,
    action: registerTitles,
    read: readRegistration,
    next: unitPath,
    said: (ask) => pledgesWords(ask.lang).saved,
    again: showUnit,
  }),
  write({
    path: route.send,
    permission: 'registration.send',
    audit: 'registration.sent',
    place: inYearOfUnit,
    action: sendRegistration,
    read: (ask, body) => {
      const form = parseForm(sendForm, body)
      return form.ok ? { ok: true, value: { ...placeOf(ask), ...form.value } } : form
    },
    next: unitPath,
    said: (ask) => pledgesWords(ask.lang).sent,
    again: showUnit,
  }),
  write({
    path: route.giveBack,
    permission: 'step.decide',
    audit: 'registration.returned',
    place: inYearOfUnit,
    action: returnRegistration,
    read: (ask, body) => {
      const form = parseForm(returnForm, body)
      return form.ok ? { ok: true, value: { ...placeOf(ask), ...form.value } } : form
    },
    next: unitPath,
    said: (ask) => pledgesWords(ask.lang).returned,
    again: showUnit,
  }),
  write({
    path: route.accept,
    permission: 'step.decide',
    audit: 'registration.accepted',
    place: inYearOfUnit,
    action: acceptRegistration,
    read: (ask) => ({ ok: true, value: placeOf(ask) }),
    next: unitPath,
    said: (ask) => pledgesWords(ask.lang).accepted,
    again: showUnit,
  }),
]

function readRegistration(ask: Ask, body: FormBody) {
  const form = parseForm(registrationForm, body)
  if (!form.ok) return form
  const { collective, collectiveReached, personal, personalReached, initiatives, ...rest } = form.value
  return {
    ok: true as const,
    value: {
      ...placeOf(ask),
      ...rest,
      collective: titlesOf(collective, collectiveReached),
      personal: titlesOf(personal, personalReached),
      initiatives: initiatives ?? 0,
    },
  }
}

type Counts = Readonly<Record<string, number | null>>

function titlesOf(quantities: Counts, reachedCounts: Counts) {
  return Object.entries(quantities).flatMap(([awardCode, quantity]) =>
    quantity === null ? [] : [{ awardCode, quantity, reached: reachedCounts[awardCode] ?? null }],
  )
}

function placeOf(ask: Ask): { readonly blocYearId: string; readonly unitId: string } {
  return { blocYearId: yearOf(ask).id, unitId: ask.scope.unitId ?? '' }
}

function linksOf(ask: Ask) {
  const year = yearOf(ask)
  return pledgesPaths.at(year.bloc.slug, year.year)
}

function unitPath(ask: Ask): string {
  return linksOf(ask).registration(unitOf(ask)?.slug ?? '')
}

function unitOf(ask: Ask) {
  return yearOf(ask).members.find((unit) => unit.id === ask.scope.unitId)
}

function withOutcome(ask: Ask): boolean {
  return reached(yearOf(ask).state as YearState, 'scoring')
}

async function showSummary(ask: Ask) {
  const year = yearOf(ask)
  const [rows, steps, proposals] = await Promise.all([
    listRegistrations(ask.db, year.id),
    listSteps(ask.db, year.id),
    countProposals(ask.db, year.id),
  ])
  return RegistrationsPage({
    frame: frameOf(ask),
    tabs: pledgeTabs(ask, 'registrations'),
    links: linksOf(ask),
    year: year.year,
    members: year.members,
    mine: unitIdsOf(ask),
    rows,
    steps: steps.filter((step) => step.step === 'registration'),
    proposals,
    awards: await listAwards(ask.db),
    withOutcome: withOutcome(ask),
  })
}

async function showUnit(ask: Ask, again?: FormAgain) {
  const year = yearOf(ask)
  const unit = unitOf(ask)
  if (!unit) return ask.c.notFound()
  const roles = rolesIn(ask.actor, ask.scope)
  return RegistrationPage({
    frame: frameOf(ask),
    links: linksOf(ask),
    year: year.year,
    unit,
    awards: await listAwards(ask.db),
    rows: await listRegistrations(ask.db, year.id, unit.id),
    step: await findStep(ask.db, year.id, unit.id, 'registration'),
    mayWrite: mayHere(ask, 'registration.write'),
    maySend: mayHere(ask, 'registration.send'),
    mayDecide: mayHere(ask, 'step.decide'),
    onBehalf: !roles.has('own_leader') && !roles.has('own_officer'),
    withOutcome: withOutcome(ask),
    again,
  })
}
