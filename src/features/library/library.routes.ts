import { perform } from '../../actions/action.ts'
import {
  type Ask,
  contextOf,
  keyOrNone,
  keyParam,
  mayHere,
  param,
  query,
  unitIdsOf,
  yearOf,
} from '../../http/ask.ts'
import { type Feature, type FormAgain, type Place, page, write } from '../../http/feature.ts'
import { parseForm } from '../../http/form.ts'
import { frameOf } from '../../http/frame.ts'
import { movementTabs } from '../../http/movement-tabs.ts'
import { inOwnProvince, inYear, ofUnit, onSite } from '../../http/places.ts'
import { unitScopeBySlug } from '../../scopes/scopes.store.ts'
import {
  acknowledgePaper,
  addGuidingPaper,
  readGuidingPaper,
  recordReceipt,
  reviseGuidingPaper,
} from './library.actions.ts'
import { addForm, addInYearForm, receiptForm, reviseForm } from './library.forms.ts'
import { libraryEvents, libraryFaults, libraryWords } from './library.messages.ts'
import { LibraryPage } from './library.page.tsx'
import { libraryPaths, libraryRoutes } from './library.paths.ts'
import {
  findOrigin,
  findPaper,
  type GuidingPaperRow,
  listAddressees,
  listBlocsWithMembers,
  listPapers,
  listProvinces,
  originScope,
} from './library.store.ts'
import { PaperPage } from './paper.page.tsx'
import { PaperFormPage, ReceiptPage } from './paper-form.page.tsx'

/** Below `/van-ban-chi-dao/:paper`: rights follow the province, bloc or year the paper belongs to. */
const ofPaper: Place = async (ask) => {
  const paperId = keyParam(ask, 'paper')
  const origin = paperId && (await findOrigin(ask.db, paperId))
  const scope = origin && (await originScope(ask.db, origin, ask.today))
  return scope ? { scope } : undefined
}

/** The same about one addressee, for whoever sent the paper. */
const ofAddressee: Place = async (ask) => {
  const place = await ofPaper(ask)
  const unit = await unitScopeBySlug(ask.db, ask.c.req.param('unit') ?? '')
  return place && unit ? { scope: { ...place.scope, unitId: unit.unitId } } : undefined
}

export const library: Feature = {
  name: 'library',
  faults: libraryFaults,
  events: libraryEvents,
  routes: [
    page({ path: libraryRoutes.list, permission: 'library.read', place: onSite, show: showLibrary }),
    page({ path: libraryRoutes.ofYear, permission: 'library.read', place: inYear, show: showOfYear }),
    page({ path: libraryRoutes.add, permission: 'library.manage', place: inOwnProvince, show: showAdd }),
    write({
      path: libraryRoutes.add,
      permission: 'library.manage',
      audit: 'guiding_paper.added',
      place: inOwnProvince,
      action: addGuidingPaper,
      read: (_ask, body) => {
        const form = parseForm(addForm, body)
        return form.ok ? { ok: true, value: { ...form.value, blocId: null } } : form
      },
      next: (_ask, { paperId }) => libraryPaths.show(paperId),
      said: (ask) => libraryWords(ask.lang).added,
      again: showAdd,
    }),
    page({ path: libraryRoutes.addInYear, permission: 'library.manage', place: inYear, show: showAddInYear }),
    write({
      path: libraryRoutes.addInYear,
      permission: 'library.manage',
      audit: 'guiding_paper.added',
      place: inYear,
      action: addGuidingPaper,
      read: (ask, body) => {
        const form = parseForm(addInYearForm, body)
        const { province, bloc, year } = yearOf(ask)
        if (!form.ok) return form
        return { ok: true, value: { ...form.value, provinceId: province.id, blocId: bloc.id, year } }
      },
      next: (_ask, { paperId }) => libraryPaths.show(paperId),
      said: (ask) => libraryWords(ask.lang).added,
      again: showAddInYear,
    }),
    page({ path: libraryRoutes.show, permission: 'library.read', place: ofPaper, show: showPaper }),
    page({ path: libraryRoutes.revise, permission: 'library.manage', place: ofPaper, show: showRevise }),
    write({
      path: libraryRoutes.revise,
      permission: 'library.manage',
      audit: 'guiding_paper.revised',
      place: ofPaper,
      action: reviseGuidingPaper,
      read: (ask, body) => {
        const form = parseForm(reviseForm, body)
        return form.ok ? { ok: true, value: { ...form.value, paperId: param(ask, 'paper') } } : form
      },
      next: (_ask, { paperId }) => libraryPaths.show(paperId),
      said: (ask) => libraryWords(ask.lang).revised,
      again: showRevise,
    }),
    write({
      path: libraryRoutes.acknowledge,
      permission: 'library.acknowledge',
      audit: 'guiding_paper.acknowledged',
      place: ofUnit,
      action: acknowledgePaper,
      read: (ask) => ({
        ok: true,
        value: { paperId: keyOrNone(ask, 'paper'), unitId: ask.scope.unitId ?? '' },
      }),
      next: (ask) => libraryPaths.show(param(ask, 'paper')),
      said: (ask) => libraryWords(ask.lang).acknowledgedNow,
      again: showPaper,
    }),
    page({
      path: libraryRoutes.receipt,
      permission: 'library.manage',
      place: ofAddressee,
      show: showReceipt,
    }),
    write({
      path: libraryRoutes.receipt,
      permission: 'library.manage',
      audit: 'guiding_paper.receipt_recorded',
      place: ofAddressee,
      action: recordReceipt,
      read: (ask, body) => {
        const form = parseForm(receiptForm, body)
        const place = { paperId: param(ask, 'paper'), unitId: ask.scope.unitId ?? '' }
        return form.ok ? { ok: true, value: { ...form.value, ...place } } : form
      },
      next: (ask) => libraryPaths.show(param(ask, 'paper')),
      said: (ask) => libraryWords(ask.lang).receiptSaved,
      again: showReceipt,
    }),
  ],
}

async function showLibrary(ask: Ask) {
  const search = query(ask, 'tim')
  const wanted = query(ask, 'cua')
  const level = wanted === 'tinh' ? 'province' : wanted === 'khoi' ? 'bloc' : undefined
  const papers = await listPapers(ask.db, { search, ...(level ? { level } : {}) })
  const mayAdd = mayHere(ask, 'library.manage', (await inOwnProvince(ask))?.scope)
  return LibraryPage({
    frame: frameOf(ask),
    papers,
    search,
    level,
    addHref: mayAdd ? libraryPaths.add : undefined,
  })
}

async function showOfYear(ask: Ask) {
  const year = yearOf(ask)
  const papers = await listPapers(ask.db, {
    blocYear: { provinceId: year.province.id, blocId: year.bloc.id, year: year.year },
  })
  const addHref = libraryPaths.addInYear(year.bloc.slug, year.year)
  return LibraryPage({
    frame: frameOf(ask),
    papers,
    search: '',
    level: undefined,
    addHref: mayHere(ask, 'library.manage') ? addHref : undefined,
    inYear: { tabs: movementTabs(ask, 'papers'), blocName: year.bloc.shortName, year: String(year.year) },
  })
}

async function showAdd(ask: Ask, again?: FormAgain) {
  const { provinceId } = ask.scope
  if (!provinceId) return ask.c.notFound()
  const provinces = (await listProvinces(ask.db)).filter((one) => one.id === provinceId)
  return PaperFormPage({
    frame: frameOf(ask),
    action: libraryPaths.add,
    back: libraryPaths.list,
    provinces,
    year: String(new Date(ask.today).getUTCFullYear()),
    addressees: await choicesOfProvince(ask, provinceId),
    again,
  })
}

async function showAddInYear(ask: Ask, again?: FormAgain) {
  const year = yearOf(ask)
  return PaperFormPage({
    frame: frameOf(ask),
    action: libraryPaths.addInYear(year.bloc.slug, year.year),
    back: libraryPaths.ofYear(year.bloc.slug, year.year),
    addressees: [
      { label: '', units: year.members.map(({ id, shortName }) => ({ id, name: shortName })), chosen: true },
    ],
    again,
  })
}

async function showPaper(ask: Ask, again?: FormAgain) {
  const paperId = keyParam(ask, 'paper')
  const paper = paperId ? await findPaper(ask.db, paperId) : undefined
  if (!paper) return ask.c.notFound()
  await noteOpening(ask, paper.id)
  const scope = (await originScope(ask.db, paper, ask.today)) ?? {}
  const mayManage = mayHere(ask, 'library.manage', scope)
  const addressees = await listAddressees(ask.db, paper.id, ask.today)
  const mine = addressees.filter((one) => unitIdsOf(ask).includes(one.unitId))
  const shown = mayManage || mayHere(ask, 'year.read', scope)
  return PaperPage({
    frame: frameOf(ask),
    paper,
    addressees: shown ? addressees : mine,
    mine,
    mayManage,
    again,
  })
}

/** The first opening by somebody of an addressee counts as read. */
async function noteOpening(ask: Ask, paperId: string): Promise<void> {
  if (ask.c.req.method !== 'GET') return
  const addressees = await listAddressees(ask.db, paperId, ask.today)
  const unread = addressees.filter((one) => one.readAt === null && unitIdsOf(ask).includes(one.unitId))
  for (const { unitId } of unread) await perform(readGuidingPaper, contextOf(ask), { paperId, unitId })
}

async function showRevise(ask: Ask, again?: FormAgain) {
  const paper = await findPaper(ask.db, param(ask, 'paper'))
  if (!paper) return ask.c.notFound()
  const addressed = new Set(
    (await listAddressees(ask.db, paper.id, ask.today)).map((addressee) => addressee.unitId),
  )
  const groups = (await addresseeGroups(ask, paper)).map((group) => ({
    ...group,
    chosen: false,
    units: group.units.filter((unit) => !addressed.has(unit.id)),
  }))
  return PaperFormPage({
    frame: frameOf(ask),
    action: libraryPaths.revise(paper.id),
    back: libraryPaths.show(paper.id),
    paper,
    addressees: groups.filter((group) => group.units.length > 0),
    again,
  })
}

async function addresseeGroups(ask: Ask, paper: GuidingPaperRow) {
  const groups = await choicesOfProvince(ask, paper.provinceId)
  return paper.blocId === null ? groups : groups.filter((group) => group.blocId === paper.blocId)
}

async function choicesOfProvince(ask: Ask, provinceId: string) {
  const blocs = await listBlocsWithMembers(ask.db, provinceId, ask.today)
  return blocs.map((bloc) => ({
    blocId: bloc.blocId,
    label: bloc.blocName,
    units: bloc.units,
    chosen: false,
  }))
}

async function showReceipt(ask: Ask, again?: FormAgain) {
  const paper = await findPaper(ask.db, param(ask, 'paper'))
  const addressees = paper ? await listAddressees(ask.db, paper.id, ask.today) : []
  const addressee = addressees.find((one) => one.unitId === ask.scope.unitId)
  if (!paper || !addressee) return ask.c.notFound()
  return ReceiptPage({ frame: frameOf(ask), paper, addressee, today: ask.today, again })
}
