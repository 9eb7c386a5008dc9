import { err, ok } from '../../../domain/result.ts'
import {
  compareTables,
  explainFormulaProblem,
  type Method,
  parseMethod,
} from '../../../domain/scoring/index.ts'
import { type Ask, keyParam, mayHere, query, yearOf } from '../../../http/ask.ts'
import { type FormAgain, page, type Route, write } from '../../../http/feature.ts'
import { type FormBody, parseForm } from '../../../http/form.ts'
import { inYear } from '../../../http/places.ts'
import { linksOf } from '../links.ts'
import { adoptForm, criterionForm, frameForm, moveForm, reasonForm, startForm } from '../scoring.forms.ts'
import { scoringPaths } from '../scoring.paths.ts'
import { scoringFrame } from '../scoring-frame.ts'
import {
  addCriterion,
  moveCriterion,
  removeCriterion,
  saveCriterion,
  saveTableFrame,
} from './criteria.actions.ts'
import { CriterionPage } from './criterion.page.tsx'
import { type Tried, tryFormula } from './formula-try.ts'
import { listIndicatorNames } from './indicators.store.ts'
import { formFromMethod, methodFromForm, type OfferedKind, offeredKinds } from './method-form.ts'
import { referenceTables, statedShares } from './reference-tables.ts'
import { startScoreTable } from './start.actions.ts'
import {
  adoptScoreTable,
  discardScoreTable,
  freezeScoreTable,
  newScoreTableVersion,
} from './table.actions.ts'
import { tableWords } from './table.messages.ts'
import { TablePage } from './table.page.tsx'
import { findEarlierTable, findTable, findTableVersion, listTableVersions } from './table.store.ts'
import type { YearTable } from './table-model.ts'
import {
  AdoptTablePage,
  CompareTablesPage,
  DiscardTablePage,
  FreezeTablePage,
  NewVersionPage,
} from './table-moves.page.tsx'
import { NoTablePage, StartTablePage, TableFramePage } from './table-start.page.tsx'

const { route } = scoringPaths
const manage = 'score_table.manage'

/** In the query of a comparison: with the table of the year before, not with a version of this year. */
const EARLIER_YEAR = 'nam-truoc'

export const tableRoutes: readonly Route[] = [
  page({ path: route.table, permission: 'year.read', place: inYear, show: showTable }),
  write({
    path: route.table,
    permission: manage,
    audit: 'score_table.started',
    place: inYear,
    action: startScoreTable,
    read: (ask, body) => inThisYear(ask, parseForm(startForm, body)),
    next: (ask) => linksOf(ask).table,
    said: (ask) => tableWords(ask.lang).started,
    again: showTable,
  }),
  page({ path: route.frame, permission: manage, place: inYear, show: showFrame }),
  write({
    path: route.frame,
    permission: manage,
    audit: 'score_table.saved',
    place: inYear,
    action: saveTableFrame,
    read: (ask, body) => inThisYear(ask, parseForm(frameForm, body)),
    next: (ask) => linksOf(ask).table,
    said: (ask) => tableWords(ask.lang).saved,
    again: showFrame,
  }),
  page({ path: route.add, permission: manage, place: inYear, show: showAdd }),
  write({
    path: route.add,
    permission: manage,
    audit: 'criterion.added',
    place: inYear,
    action: addCriterion,
    read: (ask, body) => inThisYear(ask, readCriterion(body)),
    next: (ask) => linksOf(ask).table,
    said: (ask) => tableWords(ask.lang).added,
    again: showAdd,
  }),
  page({ path: route.criterion, permission: manage, place: inYear, show: showCriterion }),
  write({
    path: route.criterion,
    permission: manage,
    audit: 'criterion.saved',
    place: inYear,
    action: saveCriterion,
    read: (ask, body) => ofThisCriterion(ask, readCriterion(body)),
    next: (ask) => linksOf(ask).table,
    said: (ask) => tableWords(ask.lang).saved,
    again: showCriterion,
  }),
  write({
    path: route.remove,
    permission: manage,
    audit: 'criterion.removed',
    place: inYear,
    action: removeCriterion,
    read: (ask) => ofThisCriterion(ask, ok({})),
    next: (ask) => linksOf(ask).table,
    said: (ask) => tableWords(ask.lang).removed,
    again: showCriterion,
  }),
  write({
    path: route.move,
    permission: manage,
    audit: 'criterion.moved',
    place: inYear,
    action: moveCriterion,
    read: (ask, body) => ofThisCriterion(ask, parseForm(moveForm, body)),
    next: (ask) => linksOf(ask).table,
    said: (ask) => tableWords(ask.lang).moved,
    again: showCriterion,
  }),
  page({ path: route.adopt, permission: manage, place: inYear, show: showMove(AdoptTablePage) }),
  write({
    path: route.adopt,
    permission: manage,
    audit: 'score_table.adopted',
    place: inYear,
    action: adoptScoreTable,
    read: (ask, body) => inThisYear(ask, parseForm(adoptForm, body)),
    next: (ask) => linksOf(ask).table,
    said: (ask) => tableWords(ask.lang).adoptDone,
    again: showMove(AdoptTablePage),
  }),
  page({ path: route.freeze, permission: manage, place: inYear, show: showMove(FreezeTablePage) }),
  write({
    path: route.freeze,
    permission: manage,
    audit: 'score_table.frozen',
    place: inYear,
    action: freezeScoreTable,
    read: (ask) => inThisYear(ask, ok({})),
    next: (ask) => linksOf(ask).sheets,
    said: (ask) => tableWords(ask.lang).freezeDone,
    again: showMove(FreezeTablePage),
  }),
  page({ path: route.newVersion, permission: manage, place: inYear, show: showMove(NewVersionPage) }),
  write({
    path: route.newVersion,
    permission: manage,
    audit: 'score_table.version_begun',
    place: inYear,
    action: newScoreTableVersion,
    read: (ask, body) => inThisYear(ask, parseForm(reasonForm, body)),
    next: (ask) => linksOf(ask).table,
    said: (ask) => tableWords(ask.lang).newVersionDone,
    again: showMove(NewVersionPage),
  }),
  page({ path: route.discard, permission: manage, place: inYear, show: showMove(DiscardTablePage) }),
  write({
    path: route.discard,
    permission: manage,
    audit: 'score_table.discarded',
    place: inYear,
    action: discardScoreTable,
    read: (ask) => inThisYear(ask, ok({})),
    next: (ask) => linksOf(ask).table,
    said: (ask) => tableWords(ask.lang).discardDone,
    again: showMove(DiscardTablePage),
  }),
  page({ path: route.compare, permission: 'year.read', place: inYear, show: showComparison }),
]

async function showTable(ask: Ask, again?: FormAgain) {
  const year = yearOf(ask)
  const common = { frame: scoringFrame(ask), year: year.year, links: linksOf(ask) }
  const table = await findTable(ask.db, year.id)
  const mayManage = mayHere(ask, manage)
  if (!table && !mayManage) return NoTablePage(common)
  if (!table) {
    const earlier = await findEarlierTable(ask.db, year.id)
    const references = await referenceTables()
    const shares = await statedShares()
    return StartTablePage({ ...common, references, shares, earlierYear: earlier?.year, again })
  }
  const indicatorNames = new Map(
    (await listIndicatorNames(ask.db, year.province.id)).map((one) => [one.id, one.name]),
  )
  const versions = await listTableVersions(ask.db, year.id)
  const earlier = await findEarlierTable(ask.db, year.id)
  const earlierYear = earlier && {
    year: String(earlier.year),
    href: `${common.links.compare}?voi=${EARLIER_YEAR}`,
  }
  return TablePage({ ...common, table, versions, earlierYear, indicatorNames, mayManage })
}

async function showFrame(ask: Ask, again?: FormAgain) {
  const year = yearOf(ask)
  const table = await findTable(ask.db, year.id)
  if (!table) return showTable(ask)
  return TableFramePage({ frame: scoringFrame(ask), year: year.year, links: linksOf(ask), table, again })
}

async function showAdd(ask: Ask, refused?: FormAgain) {
  const year = yearOf(ask)
  const table = await findTable(ask.db, year.id)
  if (!table) return showTable(ask)
  const { again, tried } = refused
    ? { again: refused, tried: undefined }
    : triedOut(ask, linksOf(ask).add, table)
  const sent = again?.values.parentId
  const parentId = query(ask, 'trong') || (typeof sent === 'string' ? sent : '')
  return CriterionPage({
    frame: scoringFrame(ask),
    links: linksOf(ask),
    row: undefined,
    parent: table.criteria.find((one) => one.id === parentId),
    isGroup: false,
    kind: kindAsked(ask, again) ?? (parentId ? 'judgement' : 'group'),
    tableVersion: table.version,
    indicators: await listIndicatorNames(ask.db, year.province.id),
    tried,
    again,
  })
}

async function showCriterion(ask: Ask, refused?: FormAgain) {
  const year = yearOf(ask)
  const table = await findTable(ask.db, year.id)
  const row = table?.criteria.find((one) => one.id === keyParam(ask, 'criterion'))
  if (!table || !row) return ask.c.notFound()
  const { again, tried } = refused
    ? { again: refused, tried: undefined }
    : triedOut(ask, linksOf(ask).criterion(row.id), table)
  const isGroup = table.criteria.some((one) => one.parentId === row.id)
  return CriterionPage({
    frame: scoringFrame(ask),
    links: linksOf(ask),
    row,
    parent: table.criteria.find((one) => one.id === row.parentId),
    isGroup,
    kind: kindAsked(ask, again) ?? (isGroup ? 'group' : (formFromMethod(row.method).kind ?? 'judgement')),
    tableVersion: table.version,
    indicators: await listIndicatorNames(ask.db, year.province.id),
    tried,
    again,
  })
}

/** A formula that was sent to be tried: the page comes back as it was typed, with what the formula gives. */
function triedOut(
  ask: Ask,
  action: string,
  table: YearTable,
): { readonly again: FormAgain | undefined; readonly tried: Tried | undefined } {
  if (query(ask, 'thu') === '') return { again: undefined, tried: undefined }
  const values = Object.fromEntries(
    Object.entries(ask.c.req.queries()).map(([name, all]) => [name, all.length > 1 ? all : (all[0] ?? '')]),
  )
  const tried = tryFormula(values, table.decimals)
  const errors = tried.wrong ? { 'm.expression': explainFormulaProblem(tried.wrong, ask.lang) } : {}
  return { again: { action, values, errors }, tried }
}

function kindAsked(ask: Ask, again: FormAgain | undefined): OfferedKind | 'group' | undefined {
  const sent = again?.values.kind
  const asked = (typeof sent === 'string' ? sent : '') || query(ask, 'cach')
  return [...offeredKinds, 'group' as const].find((kind) => kind === asked)
}

type MovePage = typeof AdoptTablePage

function showMove(view: MovePage) {
  return async (ask: Ask, again?: FormAgain) =>
    view({ frame: scoringFrame(ask), year: yearOf(ask).year, links: linksOf(ask), today: ask.today, again })
}

async function showComparison(ask: Ask) {
  const year = yearOf(ask)
  const t = tableWords(ask.lang)
  const after = await findTable(ask.db, year.id)
  const common = { frame: scoringFrame(ask), year: year.year, links: linksOf(ask) }
  if (after && query(ask, 'voi') === EARLIER_YEAR) {
    const earlier = await findEarlierTable(ask.db, year.id)
    if (!earlier) return ask.c.notFound()
    const title = t.compareYears(String(earlier.year), String(year.year))
    return CompareTablesPage({
      ...common,
      title,
      comparison: compareTables(earlier.table.table, after.table),
    })
  }
  const before =
    after && (await findTableVersion(ask.db, year.id, Number(query(ask, 'voi')) || after.versionNumber - 1))
  if (!after || !before) return ask.c.notFound()
  const title = t.compareTitle(String(before.versionNumber), String(after.versionNumber))
  return CompareTablesPage({ ...common, title, comparison: compareTables(before.table, after.table) })
}

function readCriterion(body: FormBody) {
  const form = parseForm(criterionForm, body)
  if (!form.ok) return form
  const { kind, m, needs, before, ...plain } = form.value
  const method = kind === 'group' ? null : methodFromForm(kind, m, needs, ruleBefore(before))
  return ok({ ...plain, method })
}

function ruleBefore(text: string): Method | null {
  const read = text === '' ? undefined : parseMethod(JSON.parse(text))
  return read?.ok ? read.value : null
}

function inThisYear<T extends object, E>(ask: Ask, form: { ok: true; value: T } | { ok: false; error: E }) {
  return form.ok ? ok({ ...form.value, blocYearId: yearOf(ask).id }) : err(form.error)
}

function ofThisCriterion<T extends object, E>(
  ask: Ask,
  form: { ok: true; value: T } | { ok: false; error: E },
) {
  return form.ok
    ? ok({ ...form.value, blocYearId: yearOf(ask).id, criterionId: keyParam(ask, 'criterion') ?? '' })
    : err(form.error)
}
