import { chainOf, launchesOf } from '../../domain/movements/index.ts'
import { type Ask, keyParam, mayHere, query, unitIdsOf, yearOf } from '../../http/ask.ts'
import { type Feature, type FormAgain, page, type Route, write } from '../../http/feature.ts'
import { parseForm } from '../../http/form.ts'
import { frameOf } from '../../http/frame.ts'
import { movementTabs } from '../../http/movement-tabs.ts'
import { inOwnProvince, inYear, inYearOfUnit } from '../../http/places.ts'
import { scopeOfYear } from '../../scopes/scopes.store.ts'
import { driveRoutes } from './drives.routes.ts'
import { LaunchPage, LaunchUnitPage } from './launch.page.tsx'
import { MovementPage } from './movement.page.tsx'
import { launchBlocMovement, launchProvinceMovement, launchUnitMovement } from './movements.actions.ts'
import { launchBlocForm, launchProvinceForm, launchUnitForm } from './movements.forms.ts'
import { movementsEvents, movementsFaults, movementsWords } from './movements.messages.ts'
import { MovementsPage } from './movements.page.tsx'
import { movementsPaths, movementsRoutes, provinceMovementsPaths } from './movements.paths.ts'
import { findMovement, listGuidingPapers, listMovementsOfYear } from './movements.store.ts'

/** Movements below a year of a bloc, and their launch by a province. */
const movementRoutes: readonly Route[] = [
  page({ path: movementsRoutes.list, permission: 'movement.read', place: inYear, show: showMovements }),
  page({
    path: movementsRoutes.launchBloc,
    permission: 'movement.launch_bloc',
    place: inYear,
    show: showLaunchBloc,
  }),
  write({
    path: movementsRoutes.launchBloc,
    permission: 'movement.launch_bloc',
    audit: 'movement.launched_by_bloc',
    place: inYear,
    action: launchBlocMovement,
    read: (ask, body) => {
      const form = parseForm(launchBlocForm, body)
      return form.ok ? { ok: true, value: { ...form.value, blocYearId: yearOf(ask).id } } : form
    },
    next: (ask) => pathsOf(ask).list,
    said: (ask) => movementsWords(ask.lang).savedBloc,
    again: showLaunchBloc,
  }),
  page({
    path: movementsRoutes.launchUnit,
    permission: 'movement.launch_unit',
    place: inYearOfUnit,
    show: showLaunchUnit,
  }),
  write({
    path: movementsRoutes.launchUnit,
    permission: 'movement.launch_unit',
    audit: 'movement.launched_by_unit',
    place: inYearOfUnit,
    action: launchUnitMovement,
    read: (ask, body) => {
      const form = parseForm(launchUnitForm, body)
      const place = { blocYearId: yearOf(ask).id, unitId: ask.scope.unitId ?? '' }
      return form.ok ? { ok: true, value: { ...form.value, ...place } } : form
    },
    next: (ask) => pathsOf(ask).list,
    said: (ask) => movementsWords(ask.lang).savedUnit,
    again: showLaunchUnit,
  }),
  page({ path: movementsRoutes.show, permission: 'movement.read', place: inYear, show: showMovement }),
  page({
    path: provinceMovementsPaths.launch,
    permission: 'movement.launch_province',
    place: inOwnProvince,
    show: showLaunchProvince,
  }),
  write({
    path: provinceMovementsPaths.launch,
    permission: 'movement.launch_province',
    audit: 'movement.launched_by_province',
    place: inOwnProvince,
    action: launchProvinceMovement,
    read: (_ask, body) => parseForm(launchProvinceForm, body),
    next: () => '/khoi',
    said: (ask) => movementsWords(ask.lang).savedProvince,
    again: showLaunchProvince,
  }),
]

/** Movements, their in-house launches, and special drives. */
export const movements: Feature = {
  name: 'movements',
  faults: movementsFaults,
  events: movementsEvents,
  routes: [...movementRoutes, ...driveRoutes],
}

function pathsOf(ask: Ask) {
  const year = yearOf(ask)
  return movementsPaths(year.bloc.slug, year.year)
}

function movementsOf(ask: Ask) {
  const { province, bloc, year } = yearOf(ask)
  return listMovementsOfYear(ask.db, { provinceId: province.id, blocId: bloc.id, year })
}

async function showMovements(ask: Ask) {
  const year = yearOf(ask)
  const movements = await movementsOf(ask)
  const inside = mayHere(ask, 'year.read')
  return MovementsPage({
    frame: frameOf(ask),
    paths: pathsOf(ask),
    tabs: movementTabs(ask, 'movements'),
    chain: chainOf(movements.filter((movement) => movement.level !== 'unit')),
    launches: inside ? movements.filter((movement) => movement.level === 'unit') : [],
    members: inside ? membersOf(ask) : [],
    blocLabel: year.bloc.shortName,
    mayLaunchBloc: mayHere(ask, 'movement.launch_bloc'),
    mayLaunchProvince: mayHere(ask, 'movement.launch_province'),
  })
}

function membersOf(ask: Ask) {
  const year = yearOf(ask)
  return year.members.map((member) => ({
    ...member,
    mine: unitIdsOf(ask).includes(member.id),
    mayRecord: mayHere(ask, 'movement.launch_unit', scopeOfYear(year, member.id)),
  }))
}

async function showMovement(ask: Ask) {
  const year = yearOf(ask)
  const movementId = keyParam(ask, 'movement')
  const movements = await movementsOf(ask)
  const movement = movements.find((one) => one.id === movementId)
  if (!movement) return ask.c.notFound()
  if (movement.level === 'unit' && !mayHere(ask, 'year.read')) return ask.c.notFound()
  const inside = mayHere(ask, 'year.read') && movement.level === 'bloc'
  const members = inside ? membersOf(ask) : []
  const { owing } = launchesOf(
    movement.id,
    movements,
    members.map((member) => member.id),
  )
  return MovementPage({
    frame: frameOf(ask),
    paths: pathsOf(ask),
    movement,
    parent: movements.find((one) => one.id === movement.parentId),
    members,
    launches: movements.filter((one) => one.parentId === movement.id && one.level === 'unit'),
    owing,
    year: String(year.year),
  })
}

async function showLaunchBloc(ask: Ask, again?: FormAgain) {
  const year = yearOf(ask)
  const movements = await movementsOf(ask)
  const taken = new Set(movements.filter((one) => one.level === 'bloc').map((one) => one.parentId))
  const parents = movements.filter((one) => one.level === 'province' || one.level === 'central')
  const wanted = query(ask, 'phong-trao')
  return LaunchPage({
    frame: frameOf(ask),
    action: pathsOf(ask).launchBloc,
    back: pathsOf(ask).list,
    of: 'bloc',
    year: year.year,
    today: ask.today,
    parents: parents.filter((one) => !taken.has(one.id)),
    parent: parents.find((one) => one.id === wanted),
    guidingPapers: await listGuidingPapers(ask.db, {
      provinceId: year.province.id,
      blocId: year.bloc.id,
    }),
    again,
  })
}

async function showLaunchProvince(ask: Ask, again?: FormAgain) {
  const { provinceId } = ask.scope
  if (!provinceId) return ask.c.notFound()
  return LaunchPage({
    frame: frameOf(ask),
    action: provinceMovementsPaths.launch,
    back: '/khoi',
    of: 'province',
    provinceId,
    year: Number(ask.today.slice(0, 4)),
    today: ask.today,
    parents: [],
    parent: undefined,
    guidingPapers: await listGuidingPapers(ask.db, { provinceId, blocId: null }),
    again,
  })
}

async function showLaunchUnit(ask: Ask, again?: FormAgain) {
  const year = yearOf(ask)
  const member = year.members.find((one) => one.id === ask.scope.unitId)
  if (!member) return ask.c.notFound()
  const movements = await movementsOf(ask)
  const parents = movements.filter((one) => one.level === 'bloc')
  const wanted = query(ask, 'phong-trao') || parents[0]?.id
  const held = movements.find(
    (one) => one.level === 'unit' && one.unitId === member.id && one.parentId === (wanted ?? null),
  )
  return LaunchUnitPage({
    frame: frameOf(ask),
    action: pathsOf(ask).launchUnitAction(member.slug),
    back: pathsOf(ask).list,
    unitName: member.name,
    own: unitIdsOf(ask).includes(member.id),
    parents,
    parentId: wanted,
    held: held && (await findMovement(ask.db, held.id)),
    today: ask.today,
    again,
  })
}
