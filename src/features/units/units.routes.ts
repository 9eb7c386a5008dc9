import { type Ask, query } from '../../http/ask.ts'
import { type Feature, type FormAgain, page, write } from '../../http/feature.ts'
import { parseForm } from '../../http/form.ts'
import { frameOf } from '../../http/frame.ts'
import { onSite } from '../../http/places.ts'
import { foundUnit } from './units.actions.ts'
import { foundForm } from './units.forms.ts'
import { unitsEvents, unitsFaults, unitsWords } from './units.messages.ts'
import { UnitsPage } from './units.page.tsx'
import { unitsPaths } from './units.paths.ts'
import { listUnits } from './units.store.ts'

export const units: Feature = {
  name: 'units',
  faults: unitsFaults,
  events: unitsEvents,
  routes: [
    page({ path: unitsPaths.list, permission: 'unit.read', place: onSite, show: showUnits }),
    write({
      path: unitsPaths.found,
      permission: 'unit.manage',
      audit: 'unit.founded',
      place: onSite,
      action: foundUnit,
      read: (_ask, body) => parseForm(foundForm, body),
      next: () => unitsPaths.list,
      said: (ask) => unitsWords(ask.lang).founded,
      again: showUnits,
    }),
  ],
}

async function showUnits(ask: Ask, again?: FormAgain) {
  const search = query(ask, 'tim')
  return UnitsPage({
    frame: frameOf(ask),
    units: await listUnits(ask.db, ask.today, {
      search,
      kind: '',
      provinceId: '',
      field: '',
      life: 'living',
    }),
    search,
    again,
  })
}
