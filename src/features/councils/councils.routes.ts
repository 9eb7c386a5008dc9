import { type Ask, keyOrNone, keyParam, mayHere, param, unitIdsOf } from '../../http/ask.ts'
import { type Feature, type FormAgain, type Place, page, write } from '../../http/feature.ts'
import { parseForm } from '../../http/form.ts'
import { frameOf } from '../../http/frame.ts'
import { inOwnProvince, onSite } from '../../http/places.ts'
import { unitScope } from '../../scopes/scopes.store.ts'
import { CouncilPage, EndMemberPage, FoundCouncilPage } from './council.page.tsx'
import { addCouncilMember, endCouncilMember, foundCouncil } from './councils.actions.ts'
import { addMemberForm, endMemberForm, foundForm } from './councils.forms.ts'
import { councilsEvents, councilsFaults, councilsWords } from './councils.messages.ts'
import { CouncilsPage } from './councils.page.tsx'
import { councilsPaths, councilsRoutes } from './councils.paths.ts'
import {
  findCouncil,
  findCouncilScope,
  listCouncilMembers,
  listCouncils,
  listDrivesOfCouncil,
  listOwnerUnits,
} from './councils.store.ts'

/** Below `/hoi-dong/:council`. */
const ofCouncil: Place = async (ask) => {
  const key = keyParam(ask, 'council')
  const scope = key ? await findCouncilScope(ask.db, key) : undefined
  return scope && { scope }
}

/** Whoever may found one: for the unit of the first appointment, or for the province. */
const ofFounder: Place = async (ask) => {
  const [unitId] = unitIdsOf(ask)
  const scope = unitId ? await unitScope(ask.db, unitId) : undefined
  return scope ? { scope } : inOwnProvince(ask)
}

export const councils: Feature = {
  name: 'councils',
  faults: councilsFaults,
  events: councilsEvents,
  routes: [
    page({ path: councilsRoutes.list, permission: 'unit.read', place: onSite, show: showCouncils }),
    page({ path: councilsRoutes.found, permission: 'council.manage', place: ofFounder, show: showFound }),
    write({
      path: councilsRoutes.found,
      permission: 'council.manage',
      audit: 'council.founded',
      place: ofFounder,
      action: foundCouncil,
      read: (_ask, body) => parseForm(foundForm, body),
      next: (_ask, { councilId }) => councilsPaths.show(councilId),
      said: (ask) => councilsWords(ask.lang).founded,
      again: showFound,
    }),
    page({ path: councilsRoutes.show, permission: 'unit.read', place: ofCouncil, show: showCouncil }),
    write({
      path: councilsRoutes.addMember,
      permission: 'council.manage',
      audit: 'council.member_added',
      place: ofCouncil,
      action: addCouncilMember,
      read: (ask, body) => {
        const form = parseForm(addMemberForm, body)
        const place = { councilId: param(ask, 'council'), personId: null, unitId: ask.scope.unitId ?? null }
        return form.ok ? { ok: true, value: { ...form.value, ...place } } : form
      },
      next: (ask) => councilsPaths.show(param(ask, 'council')),
      said: (ask) => councilsWords(ask.lang).added,
      again: showCouncil,
    }),
    page({ path: councilsRoutes.endMember, permission: 'council.manage', place: ofCouncil, show: showEnd }),
    write({
      path: councilsRoutes.endMember,
      permission: 'council.manage',
      audit: 'council.member_left',
      place: ofCouncil,
      action: endCouncilMember,
      read: (ask, body) => {
        const form = parseForm(endMemberForm, body)
        return form.ok ? { ok: true, value: { ...form.value, memberId: keyOrNone(ask, 'member') } } : form
      },
      next: (_ask, { councilId }) => councilsPaths.show(councilId),
      said: (ask) => councilsWords(ask.lang).ended,
      again: showEnd,
    }),
  ],
}

async function showCouncils(ask: Ask) {
  const founder = await ofFounder(ask)
  return CouncilsPage({
    frame: frameOf(ask),
    councils: await listCouncils(ask.db, ask.today),
    mayFound: mayHere(ask, 'council.manage', founder?.scope),
  })
}

async function showFound(ask: Ask, again?: FormAgain) {
  const { provinceId } = ask.scope
  if (!provinceId) return ask.c.notFound()
  const unitIds = unitIdsOf(ask)
  const ofProvince = unitIds.length === 0
  return FoundCouncilPage({
    frame: frameOf(ask),
    provinceId,
    ofProvince,
    units: await listOwnerUnits(ask.db, { unitIds, provinceId: ofProvince ? provinceId : null }, ask.today),
    again,
  })
}

async function showCouncil(ask: Ask, again?: FormAgain) {
  const councilId = param(ask, 'council')
  const council = await findCouncil(ask.db, councilId, ask.today)
  if (!council) return ask.c.notFound()
  const mayManage = mayHere(ask, 'council.manage')
  // Persons are named to those who belong to the council or its unit alone.
  const inside = mayManage || mayHere(ask, 'proposal.read')
  return CouncilPage({
    frame: frameOf(ask),
    council,
    members: inside ? await listCouncilMembers(ask.db, councilId) : undefined,
    drives: await listDrivesOfCouncil(ask.db, councilId),
    mayManage,
    today: ask.today,
    again,
  })
}

async function showEnd(ask: Ask, again?: FormAgain) {
  const councilId = param(ask, 'council')
  const council = await findCouncil(ask.db, councilId, ask.today)
  const members = await listCouncilMembers(ask.db, councilId)
  const member = members.find((one) => one.id === param(ask, 'member'))
  if (!council || !member) return ask.c.notFound()
  return EndMemberPage({ frame: frameOf(ask), council, member, today: ask.today, again })
}
