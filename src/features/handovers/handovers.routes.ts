import { rotationOrder } from '../../domain/blocs/index.ts'
import { handoverChecklist, handoverItemLabels } from '../../domain/handover/index.ts'
import { type Ask, mayHere, yearOf } from '../../http/ask.ts'
import { type Feature, type FormAgain, page, write } from '../../http/feature.ts'
import { type FormBody, parseForm } from '../../http/form.ts'
import { frameOf } from '../../http/frame.ts'
import { inYear } from '../../http/places.ts'
import { findChosen, listTerms } from '../../scopes/leadership.store.ts'
import { scopeOfYear } from '../../scopes/scopes.store.ts'
import { documentsPaths } from '../documents/documents.paths.ts'
import { HandoverPage, type HeadSide } from './handover.page.tsx'
import {
  acceptHandover,
  appointNextLeader,
  draftHandover,
  giveHandover,
  recordSignedHandover,
} from './handovers.actions.ts'
import { acceptForm, draftForm, giveForm, leaderForm, signedForm } from './handovers.forms.ts'
import { handoversEvents, handoversFaults, handoversWords } from './handovers.messages.ts'
import { handoversPaths } from './handovers.paths.ts'
import {
  findHandoverOf,
  findLastConference,
  type HandoverRow,
  type ItemRow,
  listItems,
  listYearThings,
} from './handovers.store.ts'

const { route } = handoversPaths

/** The handover at the end of a year, and the choice of the next head where nobody is elected. */
export const handovers: Feature = {
  name: 'handovers',
  faults: handoversFaults,
  events: handoversEvents,
  routes: [
    page({ path: route.show, permission: 'year.read', place: inYear, show: showHandover }),
    write({
      path: route.act('lap'),
      permission: 'handover.manage',
      audit: 'handover.drafted',
      place: inYear,
      action: draftHandover,
      read: (ask, body) => readDraft(yearOf(ask).id, body),
      next: linkBack,
      said: (ask) => handoversWords(ask.lang).saved,
      again: showHandover,
    }),
    write({
      path: route.act('giao'),
      permission: 'handover.manage',
      audit: 'handover.given',
      place: inYear,
      action: giveHandover,
      read: (_ask, body) => parseForm(giveForm, body),
      next: linkBack,
      said: (ask) => handoversWords(ask.lang).given,
      again: showHandover,
    }),
    write({
      path: route.act('nhan'),
      permission: 'handover.accept',
      audit: 'handover.accepted',
      place: inYear,
      action: acceptHandover,
      read: (_ask, body) => parseForm(acceptForm, body),
      next: linkBack,
      said: (ask) => handoversWords(ask.lang).accepted,
      again: showHandover,
    }),
    write({
      path: route.act('giay'),
      permission: 'handover.manage',
      audit: 'handover.recorded',
      place: inYear,
      action: recordSignedHandover,
      read: (_ask, body) => parseForm(signedForm, body),
      next: linkBack,
      said: (ask) => handoversWords(ask.lang).bothSaved,
      again: showHandover,
    }),
    write({
      path: route.act('truong-khoi'),
      permission: 'handover.manage',
      audit: 'leadership.appointed_next',
      place: inYear,
      action: appointNextLeader,
      read: (ask, body) => {
        const form = parseForm(leaderForm, body)
        return form.ok ? { ok: true, value: { ...form.value, blocYearId: yearOf(ask).id } } : form
      },
      next: linkBack,
      said: (ask) => handoversWords(ask.lang).chosen,
      again: showHandover,
    }),
  ],
}

function linkBack(ask: Ask): string {
  return linksOf(ask).show
}

function linksOf(ask: Ask) {
  const { bloc, year } = yearOf(ask)
  return handoversPaths.at(bloc.slug, year)
}

async function showHandover(ask: Ask, again?: FormAgain) {
  const blocYear = yearOf(ask)
  const { year, bloc, members } = blocYear
  const handover = (await findHandoverOf(ask.db, blocYear.id)) ?? null
  const [old, next] = await Promise.all([
    sideOf(ask, year, blocYear.headUnitId),
    sideOf(ask, year + 1, handover?.toUnitId ?? null),
  ])
  const conference = (await findLastConference(ask.db, blocYear.id)) ?? null
  const mayManage = mayHere(ask, 'handover.manage')
  return HandoverPage({
    frame: frameOf(ask),
    links: linksOf(ask),
    year,
    old: handover ? { ...old, unit: nameIn(ask, handover.fromUnitId) } : old,
    next,
    handover,
    items: handover ? await listItems(ask.db, handover.id) : await proposedItems(ask),
    members,
    conference,
    today: ask.today,
    mayManage,
    maySignAsOld: handover !== null && leads(ask, handover.fromUnitId),
    mayAccept: handover !== null && mayHere(ask, 'handover.accept', scopeOfYear(blocYear, handover.toUnitId)),
    chooser: mayManage ? await chooserOf(ask, handover) : null,
    paperHref: mayHere(ask, 'paper.write')
      ? documentsPaths.at(bloc.slug, year).view({ type: 'handover-minutes' })
      : null,
    problem: again?.problem,
    again: again && { ...again, problem: undefined },
  })
}

/** Head and deputy of a year; whoever was chosen, else the unit named. */
async function sideOf(ask: Ask, forYear: number, otherwise: string | null): Promise<HeadSide> {
  const blocId = yearOf(ask).bloc.id
  const head = await findChosen(ask.db, { blocId, role: 'head', forYear })
  const deputy = await findChosen(ask.db, { blocId, role: 'deputy', forYear })
  return {
    unit: nameIn(ask, head?.unitId ?? otherwise),
    person: [head?.personName, head?.personTitle].filter(Boolean).join(', '),
    deputy: nameIn(ask, deputy?.unitId ?? null)?.name ?? null,
    from: head?.fromDate ?? null,
  }
}

function nameIn(ask: Ask, unitId: string | null) {
  return yearOf(ask).members.find(({ id }) => id === unitId) ?? null
}

function leads(ask: Ask, unitId: string): boolean {
  return ask.actor.appointments.some((one) => one.role === 'unit_leader' && one.unitId === unitId)
}

/** Offices of the next year that nobody holds yet, with the units in the order of their turns. */
async function chooserOf(ask: Ask, handover: HandoverRow | null) {
  const { bloc, members, year } = yearOf(ask)
  if (handover?.state === 'accepted') return null
  const taken = await Promise.all(
    (['head', 'deputy'] as const).map(async (role) =>
      // A drafted handover names the next head already.
      (role === 'head' && handover) ||
      (await findChosen(ask.db, { blocId: bloc.id, role, forYear: year + 1 }))
        ? []
        : [role],
    ),
  )
  const terms = await listTerms(ask.db, bloc.id)
  const order = rotationOrder(
    members.map(({ id }) => id),
    terms.map(({ unitId, role, forYear }) => ({
      unitId,
      office: role,
      year: forYear,
      how: 'rotation',
      decidedOn: null,
      handoverSignedOn: null,
    })),
  )
  return {
    lang: ask.lang,
    action: linksOf(ask).act('truong-khoi'),
    offices: taken.flat(),
    units: order.flatMap((id) => members.find((member) => member.id === id) ?? []),
    how: 'rotation' as const,
    fromDate: `${year + 1}-01-01`,
  }
}

/** The usual list, then the papers of the year with their numbers and files. */
async function proposedItems(ask: Ask): Promise<readonly ItemRow[]> {
  const usual = handoverChecklist.map(({ kind }) => ({
    title: handoverItemLabels[kind].vi,
    quantity: '',
    note: '',
    fileId: null,
  }))
  const things = await listYearThings(ask.db, yearOf(ask).id)
  return [
    ...usual,
    ...things.map(({ title, reference, fileId }) => ({ title, quantity: reference, note: '', fileId })),
  ]
}

function readDraft(blocYearId: string, body: FormBody) {
  const form = parseForm(draftForm, body)
  if (!form.ok) return form
  const { title, quantity, itemNote, fileId, toUnitId, version, ...facts } = form.value
  const items = Object.entries(title)
    .filter(([, name]) => name !== '')
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([line, name]) => ({
      title: name,
      quantity: quantity[line] ?? '',
      note: itemNote[line] ?? '',
      fileId: fileId[line] ?? null,
    }))
  const value = { ...facts, blocYearId, items, version, ...(toUnitId ? { toUnitId } : {}) }
  return { ok: true, value } as const
}
