import { type Ask, mayHere, param, unitIdsOf, yearOf } from '../../http/ask.ts'
import { type Feature, type FormAgain, page, write } from '../../http/feature.ts'
import { parseForm } from '../../http/form.ts'
import { frameOf } from '../../http/frame.ts'
import { inYear, inYearOfUnit } from '../../http/places.ts'
import { inYearPath } from '../../http/year-path.ts'
import { type MemberUnit, scopeOfYear } from '../../scopes/scopes.store.ts'
import { stepFaults } from '../../steps/step.messages.ts'
import { PledgePage } from './pledge.page.tsx'
import {
  ChangePledgePage,
  DraftPledgePage,
  PaperSignaturePage,
  PledgeVersionPage,
} from './pledge-forms.page.tsx'
import {
  changePledge,
  closePledgeSigning,
  draftPledge,
  openPledgeSigning,
  recordPaperSignature,
  signPledge,
  statesOf,
} from './pledges.actions.ts'
import { changeForm, closeForm, draftForm, paperForm, signForm } from './pledges.forms.ts'
import { pledgesEvents, pledgesFaults, pledgesWords } from './pledges.messages.ts'
import { pledgesPaths } from './pledges.paths.ts'
import { findSigner, listPledges, listSignatures } from './pledges.store.ts'
import { pledgeTabs } from './pledges.tabs.ts'
import { registrationRoutes } from './registration.routes.ts'

const { route } = pledgesPaths

/** The joint pledge and what the units register. */
export const pledges: Feature = {
  name: 'pledges',
  faults: (lang) => ({ ...stepFaults(lang), ...pledgesFaults(lang) }),
  events: pledgesEvents,
  routes: [
    page({ path: route.pledge, permission: 'year.read', place: inYear, show: showPledge }),
    page({ path: route.draft, permission: 'pledge.manage', place: inYear, show: showDraft }),
    write({
      path: route.draft,
      permission: 'pledge.manage',
      audit: 'pledge.drafted',
      place: inYear,
      action: draftPledge,
      read: (ask, body) => withYear(ask, parseForm(draftForm, body)),
      next: (ask) => linksOf(ask).pledge,
      said: (ask) => pledgesWords(ask.lang).drafted,
      again: showDraft,
    }),
    write({
      path: route.open,
      permission: 'pledge.manage',
      audit: 'pledge.signing_opened',
      place: inYear,
      action: openPledgeSigning,
      read: (ask) => ({ ok: true, value: { blocYearId: yearOf(ask).id } }),
      next: (ask) => linksOf(ask).pledge,
      said: (ask) => pledgesWords(ask.lang).opened,
      again: showPledge,
    }),
    write({
      path: route.close,
      permission: 'pledge.manage',
      audit: 'pledge.signing_closed',
      place: inYear,
      action: closePledgeSigning,
      read: (ask, body) => withYear(ask, parseForm(closeForm, body)),
      next: (ask) => linksOf(ask).pledge,
      said: (ask) => pledgesWords(ask.lang).closed,
      again: showPledge,
    }),
    page({ path: route.change, permission: 'pledge.manage', place: inYear, show: showChange }),
    write({
      path: route.change,
      permission: 'pledge.manage',
      audit: 'pledge.changed',
      place: inYear,
      action: changePledge,
      read: (ask, body) => withYear(ask, parseForm(changeForm, body)),
      next: (ask) => linksOf(ask).pledge,
      said: (ask) => pledgesWords(ask.lang).changed,
      again: showChange,
    }),
    page({ path: route.version, permission: 'year.read', place: inYear, show: showVersion }),
    write({
      path: route.sign,
      permission: 'pledge.sign',
      audit: 'pledge.signed',
      place: inYearOfUnit,
      action: signPledge,
      read: (ask, body) => withUnit(ask, parseForm(signForm, body)),
      next: (ask) => linksOf(ask).pledge,
      said: (ask, { complete }) =>
        complete ? pledgesWords(ask.lang).signedComplete : pledgesWords(ask.lang).signed,
      again: showPledge,
    }),
    page({ path: route.paper, permission: 'pledge.record_paper', place: inYearOfUnit, show: showPaper }),
    write({
      path: route.paper,
      permission: 'pledge.record_paper',
      audit: 'pledge.signature_recorded',
      place: inYearOfUnit,
      action: recordPaperSignature,
      read: (ask, body) => withUnit(ask, parseForm(paperForm, body)),
      next: (ask) => linksOf(ask).pledge,
      said: (ask) => pledgesWords(ask.lang).recorded,
      again: showPaper,
    }),
    ...registrationRoutes,
  ],
}

type Parsed<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

function withYear<T, E>(ask: Ask, form: Parsed<T, E>): Parsed<T & { blocYearId: string }, E> {
  return form.ok ? { ok: true, value: { ...form.value, blocYearId: yearOf(ask).id } } : form
}

function withUnit<T, E>(ask: Ask, form: Parsed<T, E>): Parsed<T & { blocYearId: string; unitId: string }, E> {
  const unitId = ask.scope.unitId ?? ''
  return form.ok ? { ok: true, value: { ...form.value, blocYearId: yearOf(ask).id, unitId } } : form
}

function linksOf(ask: Ask) {
  const year = yearOf(ask)
  return pledgesPaths.at(year.bloc.slug, year.year)
}

async function showPledge(ask: Ask, again?: FormAgain) {
  const year = yearOf(ask)
  const [pledge, ...older] = await listPledges(ask.db, year.id)
  const signatures = await listSignatures(ask.db, year.id)
  const states = statesOf(
    year.members.map((unit) => unit.id),
    pledge ? [pledge, ...older] : [],
    signatures,
  )
  const lines = year.members.map((unit, index) => ({
    unit,
    state: states[index]?.state ?? ('unsigned' as const),
    signature: signatures.findLast((one) => one.unitId === unit.id),
  }))
  const isOpen = pledge?.state === 'signing' || pledge?.state === 'signed'
  const unsigned = lines.filter((line) => line.state !== 'signed').map((line) => line.unit)
  const may = (permission: 'pledge.sign' | 'pledge.record_paper', unit: MemberUnit) =>
    isOpen && mayHere(ask, permission, scopeOfYear(year, unit.id))
  const toSign = unsigned.find((unit) => may('pledge.sign', unit))
  return PledgePage({
    frame: frameOf(ask),
    tabs: pledgeTabs(ask, 'pledge'),
    year: year.year,
    links: linksOf(ask),
    targetsHref: inYearPath(year.bloc.slug, year.year, 'chi-tieu'),
    pledge,
    older,
    lines,
    mayManage: mayHere(ask, 'pledge.manage'),
    mayRecordFor: unsigned.filter((unit) => may('pledge.record_paper', unit)).map((unit) => unit.id),
    signFor: toSign && { unit: toSign, ...(await signerOf(ask, toSign)) },
    again,
  })
}

/** Who probably signs for a unit: the person the year names for it, else the leader who is signed in. */
async function signerOf(
  ask: Ask,
  unit: MemberUnit,
): Promise<{ readonly name: string; readonly title: string }> {
  const year = yearOf(ask)
  const known = await findSigner(ask.db, year.bloc.id, unit.id, year.year)
  if (known) return known
  return { name: unitIdsOf(ask).includes(unit.id) ? ask.actor.name : '', title: '' }
}

async function showDraft(ask: Ask, again?: FormAgain) {
  const [pledge] = await listPledges(ask.db, yearOf(ask).id)
  const { bloc, year } = yearOf(ask)
  if (pledge && pledge.state !== 'draft') return ask.c.redirect(linksOf(ask).change, 303)
  const proposedTitle = pledgesWords(ask.lang).proposedTitle(bloc.name, String(year))
  return DraftPledgePage({ frame: frameOf(ask), links: linksOf(ask), pledge, proposedTitle, again })
}

async function showChange(ask: Ask, again?: FormAgain) {
  const [pledge] = await listPledges(ask.db, yearOf(ask).id)
  if (!pledge || pledge.state === 'draft') return ask.c.redirect(linksOf(ask).draft, 303)
  return ChangePledgePage({ frame: frameOf(ask), links: linksOf(ask), pledge, again })
}

async function showVersion(ask: Ask) {
  const number = Number(param(ask, 'version'))
  const pledge = (await listPledges(ask.db, yearOf(ask).id)).find((one) => one.versionNumber === number)
  if (!pledge) return ask.c.notFound()
  return PledgeVersionPage({ frame: frameOf(ask), links: linksOf(ask), pledge })
}

async function showPaper(ask: Ask, again?: FormAgain) {
  const year = yearOf(ask)
  const unit = year.members.find((one) => one.id === ask.scope.unitId)
  if (!unit) return ask.c.notFound()
  const known = await findSigner(ask.db, year.bloc.id, unit.id, year.year)
  const signer = known ?? { name: '', title: '' }
  return PaperSignaturePage({
    frame: frameOf(ask),
    links: linksOf(ask),
    unit,
    today: ask.today,
    signer,
    again,
  })
}
