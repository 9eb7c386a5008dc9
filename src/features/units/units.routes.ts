import { ok, type Result } from '../../domain/result.ts'
import { type Ask, mayHere, query } from '../../http/ask.ts'
import { type Feature, type FormAgain, page, write } from '../../http/feature.ts'
import { type FieldFaults, parseForm } from '../../http/form.ts'
import { frameOf } from '../../http/frame.ts'
import { inOwnProvince, ofUnit } from '../../http/places.ts'
import { findYear, scopeOfYear } from '../../scopes/scopes.store.ts'
import { dissolveUnit, mergeUnit, splitUnit } from './life.actions.ts'
import { consequencesOf } from './life.store.ts'
import { UnitPage } from './unit.page.tsx'
import {
  findUnit,
  listAwards,
  listEvents,
  listFields,
  listOffices,
  listOthers,
  listParts,
  listProvinces,
  listStays,
  type UnitStay,
} from './unit.store.ts'
import { ChangePage, DissolvePage, FoundPage, MergePage, RenamePage, SplitPage } from './unit-forms.page.tsx'
import { changeUnit, foundUnit, renameUnit } from './units.actions.ts'
import { changeForm, dissolveForm, foundForm, mergeForm, renameForm, splitForm } from './units.forms.ts'
import { unitsEvents, unitsFaults, unitsWords } from './units.messages.ts'
import { UnitsPage } from './units.page.tsx'
import { unitsPaths } from './units.paths.ts'
import { listNames, listUnits } from './units.store.ts'

const one = ':unit'

export const units: Feature = {
  name: 'units',
  faults: unitsFaults,
  events: unitsEvents,
  routes: [
    page({ path: unitsPaths.list, permission: 'unit.read', place: inOwnProvince, show: showUnits }),
    page({ path: unitsPaths.found, permission: 'unit.manage', place: inOwnProvince, show: showFound }),
    write({
      path: unitsPaths.found,
      permission: 'unit.manage',
      audit: 'unit.founded',
      place: inOwnProvince,
      action: foundUnit,
      read: (_ask, body) => parseForm(foundForm, body),
      next: (_ask, value) => unitsPaths.show(value.slug),
      said: (ask) => unitsWords(ask.lang).founded,
      again: showFound,
    }),
    page({ path: unitsPaths.show(one), permission: 'unit.read', place: ofUnit, show: showUnit }),
    page({ path: unitsPaths.change(one), permission: 'unit.manage', place: ofUnit, show: showChange }),
    write({
      path: unitsPaths.change(one),
      permission: 'unit.manage',
      audit: 'unit.changed',
      place: ofUnit,
      action: changeUnit,
      read: (ask, body) => withUnit(ask, parseForm(changeForm, body)),
      next: back,
      said: (ask) => unitsWords(ask.lang).changed,
      again: showChange,
    }),
    page({ path: unitsPaths.rename(one), permission: 'unit.manage', place: ofUnit, show: showRename }),
    write({
      path: unitsPaths.rename(one),
      permission: 'unit.manage',
      audit: 'unit.renamed',
      place: ofUnit,
      action: renameUnit,
      read: (ask, body) => withUnit(ask, parseForm(renameForm, body)),
      next: back,
      said: (ask) => unitsWords(ask.lang).renamed,
      again: showRename,
    }),
    page({ path: unitsPaths.merge(one), permission: 'unit.manage', place: ofUnit, show: showMerge }),
    write({
      path: unitsPaths.merge(one),
      permission: 'unit.manage',
      audit: 'unit.merged',
      place: ofUnit,
      action: mergeUnit,
      read: (ask, body) => withUnit(ask, parseForm(mergeForm, body)),
      next: back,
      said: (ask) => unitsWords(ask.lang).merged,
      again: showMerge,
    }),
    page({ path: unitsPaths.split(one), permission: 'unit.manage', place: ofUnit, show: showSplit }),
    write({
      path: unitsPaths.split(one),
      permission: 'unit.manage',
      audit: 'unit.split',
      place: ofUnit,
      action: splitUnit,
      read: (ask, body) => withUnit(ask, parseForm(splitForm, body)),
      next: back,
      said: (ask) => unitsWords(ask.lang).split,
      again: showSplit,
    }),
    page({ path: unitsPaths.dissolve(one), permission: 'unit.manage', place: ofUnit, show: showDissolve }),
    write({
      path: unitsPaths.dissolve(one),
      permission: 'unit.manage',
      audit: 'unit.dissolved',
      place: ofUnit,
      action: dissolveUnit,
      read: (ask, body) => withUnit(ask, parseForm(dissolveForm, body)),
      next: back,
      said: (ask) => unitsWords(ask.lang).dissolved,
      again: showDissolve,
    }),
  ],
}

function back(ask: Ask): string {
  return unitsPaths.show(ask.c.req.param('unit') ?? '')
}

function withUnit<T>(ask: Ask, form: Result<T, FieldFaults>): Result<T & { unitId: string }, FieldFaults> {
  return form.ok ? ok({ ...form.value, unitId: ask.scope.unitId ?? '' }) : form
}

async function showUnits(ask: Ask) {
  const filter = {
    search: query(ask, 'tim').trim(),
    kind: query(ask, 'loai'),
    provinceId: query(ask, 'tinh'),
    field: query(ask, 'linh-vuc'),
    life: query(ask, 'tinh-trang') || 'living',
  }
  const [units, provinces, fields] = await Promise.all([
    listUnits(ask.db, ask.today, filter),
    listProvinces(ask.db),
    listFields(ask.db),
  ])
  return UnitsPage({
    frame: frameOf(ask),
    units,
    filter,
    provinces,
    fields,
    mayFound: mayHere(ask, 'unit.manage'),
  })
}

async function showFound(ask: Ask, again?: FormAgain) {
  const all = await listProvinces(ask.db)
  const mine = all.filter(({ id }) => mayHere(ask, 'unit.manage', { provinceId: id }))
  const parents = await Promise.all(mine.map(({ id }) => listOthers(ask.db, id, null)))
  return FoundPage({
    frame: frameOf(ask),
    again,
    provinces: mine,
    parents: parents.flat(),
    fields: await listFields(ask.db),
  })
}

/** The unit of the address; its place has found it already. */
async function unitOf(ask: Ask) {
  const unit = await findUnit(ask.db, ask.scope.unitId ?? '')
  if (!unit) throw new Error('The unit went away while it was being read')
  return unit
}

async function showUnit(ask: Ask) {
  const unit = await unitOf(ask)
  const [names, events, stays, offices, awards, parts] = await Promise.all([
    listNames(ask.db, unit.id),
    listEvents(ask.db, unit.id),
    listStays(ask.db, unit.id),
    listOffices(ask.db, unit.id),
    listAwards(ask.db, unit.id),
    listParts(ask.db, unit.id),
  ])
  return UnitPage({
    frame: frameOf(ask),
    unit,
    names,
    events,
    stays,
    readable: await readableYears(ask, unit.id, stays),
    offices,
    awards,
    parts,
    mayManage: mayHere(ask, 'unit.manage'),
  })
}

/** The years of a unit whose figures the reader may open, as "bloc year". */
async function readableYears(ask: Ask, unitId: string, stays: readonly UnitStay[]) {
  const readable = new Set<string>()
  if (!ask.actor.accountId) return readable
  for (const { blocSlug, years } of stays) {
    for (const year of years) {
      const found = await findYear(ask.db, blocSlug, year, ask.today)
      const member = found?.members.some(({ id }) => id === unitId)
      if (found && member && mayHere(ask, 'result.read', scopeOfYear(found, unitId)))
        readable.add(`${blocSlug} ${year}`)
    }
  }
  return readable
}

async function showChange(ask: Ask, again?: FormAgain) {
  const unit = await unitOf(ask)
  const parents = await listOthers(ask.db, unit.provinceId, unit.id)
  return ChangePage({ frame: frameOf(ask), again, unit, parents, fields: await listFields(ask.db) })
}

async function showRename(ask: Ask, again?: FormAgain) {
  return RenamePage({ frame: frameOf(ask), again, unit: await unitOf(ask) })
}

async function endOf(ask: Ask, again: FormAgain | undefined) {
  const unit = await unitOf(ask)
  const [others, consequences] = await Promise.all([
    listOthers(ask.db, unit.provinceId, unit.id),
    consequencesOf(ask.db, unit.id, ask.today),
  ])
  return { frame: frameOf(ask), again, unit, others, consequences }
}

async function showMerge(ask: Ask, again?: FormAgain) {
  return MergePage(await endOf(ask, again))
}

async function showSplit(ask: Ask, again?: FormAgain) {
  return SplitPage(await endOf(ask, again))
}

async function showDissolve(ask: Ask, again?: FormAgain) {
  return DissolvePage(await endOf(ask, again))
}
