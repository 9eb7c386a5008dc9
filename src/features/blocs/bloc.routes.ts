import { ok, type Result } from '../../domain/result.ts'
import { dateParts, isIsoDate } from '../../domain/vietnamese/index.ts'
import { type Ask, mayHere, param, query } from '../../http/ask.ts'
import { type FormAgain, type Place, page, type Route, write } from '../../http/feature.ts'
import { type FieldFaults, parseForm } from '../../http/form.ts'
import { frameOf } from '../../http/frame.ts'
import { inBloc, inOwnProvince } from '../../http/places.ts'
import { findYear, scopeOfYear } from '../../scopes/scopes.store.ts'
import { BlocPage } from './bloc.page.tsx'
import { ChangeBlocPage, FoundBlocPage, LeadershipPage, MembersPage } from './bloc-forms.page.tsx'
import { changeBloc, foundBloc } from './blocs.actions.ts'
import { changeForm, endMemberForm, foundForm, leadershipForm, memberForm, orderForm } from './blocs.forms.ts'
import { blocsWords } from './blocs.messages.ts'
import { BlocsPage } from './blocs.page.tsx'
import { blocsPaths } from './blocs.paths.ts'
import { findBlocBySlug, lastChangeOf, listBlocs, listProvinces, listYears } from './blocs.store.ts'
import { setLeadership } from './leadership.actions.ts'
import { listLeadership } from './leadership.store.ts'
import { addMember, endMembership, orderMembers } from './members.actions.ts'
import { listMemberships, listUnitChoices } from './members.store.ts'

const one = ':bloc'

export const blocRoutes: readonly Route[] = [
  page({ path: blocsPaths.list, permission: 'bloc.read', place: inOwnProvince, show: showBlocs }),
  page({ path: blocsPaths.found, permission: 'bloc.manage', place: inOwnProvince, show: showFound }),
  write({
    path: blocsPaths.found,
    permission: 'bloc.manage',
    audit: 'bloc.founded',
    place: inOwnProvince,
    action: foundBloc,
    read: (_ask, body) => parseForm(foundForm, body),
    next: (_ask, value) => blocsPaths.show(value.slug),
    said: (ask) => blocsWords(ask.lang).founded,
    again: showFound,
  }),
  page({
    path: blocsPaths.show(one),
    permission: 'bloc.read',
    place: inBlocWithYear,
    keep: true,
    show: showBloc,
  }),
  page({ path: blocsPaths.change(one), permission: 'bloc.manage', place: inBloc, show: showChange }),
  write({
    path: blocsPaths.change(one),
    permission: 'bloc.manage',
    audit: 'bloc.changed',
    place: inBloc,
    action: changeBloc,
    read: (ask, body) => withBloc(ask, parseForm(changeForm, body)),
    next: (ask) => blocsPaths.show(param(ask, 'bloc')),
    said: (ask) => blocsWords(ask.lang).changed,
    again: showChange,
  }),
  page({ path: blocsPaths.members(one), permission: 'bloc.manage', place: inBloc, show: showMembers }),
  write({
    path: blocsPaths.members(one),
    permission: 'bloc.manage',
    audit: 'membership.added',
    place: inBloc,
    action: addMember,
    read: (ask, body) => withBloc(ask, parseForm(memberForm, body)),
    next: (ask) => blocsPaths.members(param(ask, 'bloc')),
    said: (ask) => blocsWords(ask.lang).memberAdded,
    again: showMembers,
  }),
  write({
    path: blocsPaths.endMember(one),
    permission: 'bloc.manage',
    audit: 'membership.ended',
    place: inBloc,
    action: endMembership,
    read: (_ask, body) => parseForm(endMemberForm, body),
    next: (ask) => blocsPaths.members(param(ask, 'bloc')),
    said: (ask) => blocsWords(ask.lang).memberEnded,
    again: showMembers,
  }),
  write({
    path: blocsPaths.order(one),
    permission: 'bloc.manage',
    audit: 'membership.ordered',
    place: inBloc,
    action: orderMembers,
    read: (ask, body) => {
      const form = parseForm(orderForm, body)
      return form.ok ? ok({ blocId: ask.scope.blocId ?? '', positions: form.value.position }) : form
    },
    next: (ask) => blocsPaths.members(param(ask, 'bloc')),
    said: (ask) => blocsWords(ask.lang).ordered,
    again: showMembers,
  }),
  page({
    path: blocsPaths.leadership(one),
    permission: 'leadership.manage',
    place: inBloc,
    show: showLeadership,
  }),
  write({
    path: blocsPaths.leadership(one),
    permission: 'leadership.manage',
    audit: 'leadership.set',
    place: inBloc,
    action: setLeadership,
    read: (ask, body) => withBloc(ask, parseForm(leadershipForm, body)),
    next: (ask) => blocsPaths.show(param(ask, 'bloc')),
    said: (ask) => blocsWords(ask.lang).leadershipSet,
    again: showLeadership,
  }),
]

/** The bloc with the rights of its newest year, so that a member or head is known as such on its page. */
async function inBlocWithYear(ask: Parameters<Place>[0]) {
  const place = await inBloc(ask)
  const [newest] = place ? await listYears(ask.db, place.scope.blocId ?? '') : []
  const year = newest && (await findYear(ask.db, ask.c.req.param('bloc') ?? '', newest.year, ask.today))
  return year ? { scope: scopeOfYear(year) } : place
}

function withBloc<T>(ask: Ask, form: Result<T, FieldFaults>): Result<T & { blocId: string }, FieldFaults> {
  return form.ok ? ok({ ...form.value, blocId: ask.scope.blocId ?? '' }) : form
}

async function showBlocs(ask: Ask) {
  return BlocsPage({
    frame: frameOf(ask),
    blocs: await listBlocs(ask.db, ask.today),
    may: {
      found: mayHere(ask, 'bloc.manage'),
      provinceRules: mayHere(ask, 'rule.province'),
      recompute: mayHere(ask, 'score.recompute'),
    },
  })
}

async function showFound(ask: Ask, again?: FormAgain) {
  const all = await listProvinces(ask.db)
  const provinces = all.filter(({ id }) => mayHere(ask, 'bloc.manage', { provinceId: id }))
  return FoundBlocPage({ frame: frameOf(ask), again, provinces })
}

/** The bloc of the address; its place has found it already. */
async function blocOf(ask: Ask) {
  const bloc = await findBlocBySlug(ask.db, param(ask, 'bloc'))
  if (!bloc) throw new Error('The bloc went away while it was being read')
  return bloc
}

async function showBloc(ask: Ask) {
  const bloc = await blocOf(ask)
  const on = isIsoDate(query(ask, 'ngay')) ? query(ask, 'ngay') : ask.today
  const [stays, leadership, years] = await Promise.all([
    listMemberships(ask.db, bloc.id, on),
    listLeadership(ask.db, bloc.id),
    listYears(ask.db, bloc.id),
  ])
  return BlocPage({
    frame: frameOf(ask),
    bloc,
    on,
    members: stays.filter((stay) => stay.fromDate <= on && (stay.toDate === null || stay.toDate >= on)),
    former: stays.filter((stay) => stay.toDate !== null && stay.toDate < on),
    leadership,
    years,
    may: {
      manage: mayHere(ask, 'bloc.manage'),
      lead: mayHere(ask, 'leadership.manage'),
      open: mayHere(ask, 'year.open'),
      readYears: mayHere(ask, 'year.read'),
    },
    openYearHref: years[0] ? `/khoi/${bloc.slug}/${years[0].year}/nam-moi` : `/khoi/${bloc.slug}/mo-nam`,
  })
}

async function showChange(ask: Ask, again?: FormAgain) {
  const bloc = await blocOf(ask)
  const lastChange = again?.differences ? await lastChangeOf(ask.db, bloc.id) : undefined
  return ChangeBlocPage({ frame: frameOf(ask), again, bloc, lastChange })
}

async function showMembers(ask: Ask, again?: FormAgain) {
  const bloc = await blocOf(ask)
  const [stays, units] = await Promise.all([
    listMemberships(ask.db, bloc.id, ask.today),
    listUnitChoices(ask.db, bloc.provinceId, ask.today),
  ])
  return MembersPage({ frame: frameOf(ask), again, bloc, stays, units, today: ask.today })
}

async function showLeadership(ask: Ask, again?: FormAgain) {
  const bloc = await blocOf(ask)
  const stays = await listMemberships(ask.db, bloc.id, ask.today)
  const years = await listYears(ask.db, bloc.id)
  const units = stays
    .filter((stay) => stay.toDate === null || stay.toDate >= ask.today)
    .map((stay) => ({ id: stay.unitId, name: stay.unitName }))
  return LeadershipPage({
    frame: frameOf(ask),
    again,
    bloc,
    units,
    year: years[0]?.year ?? dateParts(ask.today).year,
    today: ask.today,
  })
}
