import { maySeeScores } from '../../../domain/permissions/index.ts'
import { err, ok } from '../../../domain/result.ts'
import { type Facts, type Layer, rollUp, type Score } from '../../../domain/scoring/index.ts'
import { printNumber } from '../../../domain/vietnamese/index.ts'
import { type Ask, keyParam, mayHere, unitIdsOf, yearOf } from '../../../http/ask.ts'
import { type FormAgain, page, type Route, write } from '../../../http/feature.ts'
import { type FormBody, parseForm } from '../../../http/form.ts'
import { inYear, inYearOfUnit } from '../../../http/places.ts'
import { scopeOfYear } from '../../../scopes/scopes.store.ts'
import { stepBadge } from '../../../steps/step-badge.ts'
import { findStep, listSteps } from '../../../steps/steps.store.ts'
import { linksOf, memberOf } from '../links.ts'
import { scoreIn } from '../ranking/standings.ts'
import { findBook, findScoresVersion, listInputs, listScores, type ScoreRow } from '../scores.store.ts'
import { readFacts, reasonForm, sendForm, sheetForm } from '../scoring.forms.ts'
import { scoringWords } from '../scoring.messages.ts'
import { scoringPaths } from '../scoring.paths.ts'
import { scoringFrame } from '../scoring-frame.ts'
import { findTable } from '../table/table.store.ts'
import type { YearTable } from '../table/table-model.ts'
import { findDeadline } from './deadlines.store.ts'
import { type Proposal, proposeScores, type TypedFacts } from './proposal.ts'
import { listEvidence, readRecords } from './records.store.ts'
import { maximumText, RoundPage, type RoundRow } from './round.page.tsx'
import {
  acceptSelfScores,
  returnSelfScores,
  saveSelfScores,
  sendSelfScores,
  withdrawCriterionEvidence,
} from './sheet.actions.ts'
import { sheetWords } from './sheet.messages.ts'
import { HiddenSheetPage, SheetPage } from './sheet.page.tsx'
import { type SheetEntry, stampOf } from './sheet.ts'
import { sheetLines } from './sheet-view.ts'

const { route } = scoringPaths

export const sheetRoutes: readonly Route[] = [
  page({ path: route.sheets, permission: 'score.read', place: inYear, show: showRound }),
  page({ path: route.sheet, permission: 'score.read', place: inYearOfUnit, show: showSheet }),
  write({
    path: route.sheet,
    permission: 'score.self',
    audit: 'score.self_saved',
    place: inYearOfUnit,
    action: saveSelfScores,
    read: (ask, body) => withUnit(ask, readSheetForm(body)),
    next: (ask) => linksOf(ask).sheet(memberOf(ask).slug),
    said: (ask, { total }) => sheetWords(ask.lang).savedSaid(printNumber(total)),
    again: showSheet,
  }),
  write({
    path: route.send,
    permission: 'score.self_send',
    audit: 'score.self_sent',
    place: inYearOfUnit,
    action: sendSelfScores,
    read: (ask, body) => withUnit(ask, parseForm(sendForm, body)),
    next: (ask) => linksOf(ask).sheet(memberOf(ask).slug),
    said: (ask) => sheetWords(ask.lang).sentSaid,
    again: showSheet,
  }),
  write({
    path: route.giveBack,
    permission: 'step.decide',
    audit: 'score.self_returned',
    place: inYearOfUnit,
    action: returnSelfScores,
    read: (ask, body) => withUnit(ask, parseForm(reasonForm, body)),
    next: (ask) => linksOf(ask).sheets,
    said: (ask) => sheetWords(ask.lang).returnedSaid,
    again: showSheet,
  }),
  write({
    path: route.accept,
    permission: 'step.decide',
    audit: 'score.self_accepted',
    place: inYearOfUnit,
    action: acceptSelfScores,
    read: (ask) => withUnit(ask, ok({})),
    next: (ask) => linksOf(ask).sheets,
    said: (ask) => sheetWords(ask.lang).acceptedSaid,
    again: showSheet,
  }),
  write({
    path: route.withdraw,
    permission: 'score.self',
    audit: 'score.evidence_withdrawn',
    place: inYearOfUnit,
    action: withdrawCriterionEvidence,
    read: (ask) => withUnit(ask, ok({ evidenceId: keyParam(ask, 'evidence') ?? '' })),
    next: (ask) => linksOf(ask).sheet(memberOf(ask).slug),
    said: (ask) => sheetWords(ask.lang).withdrawnSaid,
    again: showSheet,
  }),
]

/** May the reader see a layer of a member's points? */
export function maySee(ask: Ask, unitId: string, layer: Layer): boolean {
  return maySeeScores(ask.actor, scopeOfYear(yearOf(ask), unitId), layer)
}

async function showRound(ask: Ask) {
  const year = yearOf(ask)
  const table = await findTable(ask.db, year.id)
  const steps = new Map(
    (await listSteps(ask.db, year.id))
      .filter((one) => one.step === 'self_score')
      .map((one) => [one.unitId, one]),
  )
  const book = table && (await findBook(ask.db, table.id, await findScoresVersion(ask.db, table.id)))
  const unitIds = year.members.map((member) => member.id)
  const evidence = table ? await listEvidence(ask.db, table.id, unitIds) : []
  const own = unitIdsOf(ask)
  const rows = year.members.map((member): RoundRow => {
    const step = steps.get(member.id)
    const seen = table && book && maySee(ask, member.id, 'self')
    const layers = seen ? book.layers.get(member.id) : undefined
    const score = table && layers?.has('self') ? scoreIn(table, layers, 'self') : undefined
    return {
      unitId: member.id,
      slug: member.slug,
      name: member.name,
      mine: own.includes(member.id),
      illustrative: member.illustrative || (table?.illustrative ?? false),
      badge: stepBadge(step, ask.lang),
      total: seen ? (score ? printNumber(score.total) : '–') : undefined,
      missing: seen ? (score?.completeness.missing.length ?? table.leafRows.length) : undefined,
      evidence: seen ? evidence.filter((one) => one.unitId === member.id).length : undefined,
    }
  })
  return RoundPage({
    frame: scoringFrame(ask),
    year: year.year,
    links: linksOf(ask),
    rows,
    sent: [...steps.values()].filter((step) => step.state === 'sent' || step.state === 'accepted').length,
    due: await findDeadline(ask.db, year.id, 'self_score'),
    frozen: table?.state === 'frozen',
    maximum: table ? maximumText(table.total, ask.lang) : '',
    someHidden: rows.some((row) => row.total === undefined),
  })
}

async function showSheet(ask: Ask, again?: FormAgain) {
  const year = yearOf(ask)
  const table = await findTable(ask.db, year.id)
  const member = memberOf(ask)
  // Points in a table that is filled in are filled in themselves.
  const unit = { ...member, illustrative: member.illustrative || (table?.illustrative ?? false) }
  const step = await findStep(ask.db, year.id, unit.id, 'self_score')
  const badge = stepBadge(step, ask.lang)
  const common = { frame: scoringFrame(ask), links: linksOf(ask), unit, badge }
  const s = scoringWords(ask.lang)
  if (table?.state !== 'frozen') return HiddenSheetPage({ ...common, because: s.tableNotFrozen })
  if (!maySee(ask, unit.id, 'self')) return HiddenSheetPage({ ...common, because: s.hiddenSelf })
  const sheet = await readSheet(ask, table, unit.id, 'self')
  return SheetPage({
    ...common,
    year: year.year,
    lines: sheetLines({
      ...sheet,
      table,
      layer: 'self',
      links: linksOf(ask),
      unitSlug: unit.slug,
      lang: ask.lang,
    }),
    score: sheet.score,
    stepState: step?.state,
    returnedBecause: step?.state === 'returned' ? step.reason : '',
    stamp: stampOf(sheet.scores, 'self'),
    mayWrite: mayHere(ask, 'score.self'),
    mayDecide: mayHere(ask, 'step.decide'),
    onBehalf: !unitIdsOf(ask).includes(unit.id),
    again,
  })
}

/** Everything a page shows of one unit's points. */
export async function readSheet(ask: Ask, table: YearTable, unitId: string, layer: Layer) {
  const members = yearOf(ask).members.map((member) => member.id)
  const scores = await listScores(ask.db, table.id, unitId)
  const book = await findBook(ask.db, table.id, await findScoresVersion(ask.db, table.id))
  const records = await readRecords(ask.db, yearOf(ask).id, table.id, members, ask.today)
  const exemptions = book.exemptions.get(unitId)
  return {
    scores,
    book,
    exemptions,
    score: scoreOf(
      table,
      book.layers.get(unitId)?.has(layer) === true,
      () => scoreIn(table, book.layers.get(unitId), layer),
      exemptions,
    ),
    evidence: records.evidence.filter((one) => one.unitId === unitId),
    proposals: proposalsOf(
      table,
      unitId,
      members,
      records,
      await listInputs(ask.db, table.id, 'self'),
      scores,
    ),
  }
}

/** Before the first point, what is not assigned already leaves the maximum. */
function scoreOf(
  table: YearTable,
  opened: boolean,
  read: () => Score,
  exemptions: ReadonlyMap<string, string> | undefined,
): Score {
  if (opened) return read()
  const left = [...(exemptions?.keys() ?? [])].map(
    (code) => [code, { state: 'notAssigned' as const }] as const,
  )
  return rollUp(table.table, new Map(left))
}

function proposalsOf(
  table: YearTable,
  unitId: string,
  members: readonly string[],
  records: Awaited<ReturnType<typeof readRecords>>,
  inputs: Awaited<ReturnType<typeof listInputs>>,
  scores: readonly ScoreRow[],
): ReadonlyMap<string, Proposal> {
  const typed = new Map<string, Map<string, Facts>>()
  const put = (unit: string, code: string, facts: Facts) => {
    const own = typed.get(unit) ?? new Map<string, Facts>()
    own.set(code, { ...own.get(code), ...facts })
    typed.set(unit, own)
  }
  for (const row of inputs) put(row.unitId, row.code, row.inputs)
  for (const row of scores) if (row.layer === 'self') put(unitId, row.code, { judged: row.points })
  return proposeScores(table, [unitId], members, records, typed as TypedFacts).get(unitId) ?? new Map()
}

function readSheetForm(body: FormBody) {
  const form = parseForm(sheetForm, body)
  if (!form.ok) return form
  const { points, note, exempt, fact, file, stamp, channel } = form.value
  const facts = readFacts(fact)
  if (!facts.ok) return facts
  const codes = new Set([...Object.keys(points), ...Object.keys(note), ...Object.keys(facts.value)])
  const entries = Object.fromEntries(
    [...codes].map((code): [string, SheetEntry] => [
      code,
      {
        points: points[code] ?? null,
        note: note[code] ?? '',
        exempt: exempt[code] ?? false,
        inputs: facts.value[code] ?? {},
      },
    ]),
  )
  return ok({ entries, files: file, stamp, channel })
}

function withUnit<T extends object, E>(ask: Ask, form: { ok: true; value: T } | { ok: false; error: E }) {
  return form.ok
    ? ok({ ...form.value, blocYearId: yearOf(ask).id, unitId: memberOf(ask).id })
    : err(form.error)
}
