import type Big from 'big.js'
import { ok } from '../../../domain/result.ts'
import { explainAppraisal, type Layer } from '../../../domain/scoring/index.ts'
import { printNumber } from '../../../domain/vietnamese/index.ts'
import { type Ask, mayHere, query, unitIdsOf, yearOf } from '../../../http/ask.ts'
import { type FormAgain, page, type Route, write } from '../../../http/feature.ts'
import { type FormBody, parseForm } from '../../../http/form.ts'
import { inYear, inYearOfUnit } from '../../../http/places.ts'
import { scopeOfYear } from '../../../scopes/scopes.store.ts'
import { stepBadge } from '../../../steps/step-badge.ts'
import { findStep, listSteps } from '../../../steps/steps.store.ts'
import { readShowing, seenLayers } from '../fairness/appeals.ts'
import { listJudgedLines } from '../fairness/judges.store.ts'
import { steppedBackWords } from '../fairness/recusal.routes.ts'
import { listRecusals, type RecusalRow } from '../fairness/recusal.store.ts'
import { linksOf, memberOf } from '../links.ts'
import { scoreIn } from '../ranking/standings.ts'
import { type Assignment, findBook, findScoresVersion, listAssignments } from '../scores.store.ts'
import { appraisalForm } from '../scoring.forms.ts'
import { scoringWords } from '../scoring.messages.ts'
import { scoringPaths } from '../scoring.paths.ts'
import { scoringFrame } from '../scoring-frame.ts'
import { observedAt } from '../sheet/observed.ts'
import { maySee, readSheet } from '../sheet/sheet.routes.ts'
import { stampOf } from '../sheet/sheet.ts'
import { printEntry, sheetLines } from '../sheet/sheet-view.ts'
import { findTable } from '../table/table.store.ts'
import type { YearTable } from '../table/table-model.ts'
import {
  type AppraisalSaved,
  saveAgencyScores,
  saveCrossCheck,
  saveHeadAppraisal,
} from './appraisal.actions.ts'
import { appraisalWords } from './appraisal.messages.ts'
import { AppraisalPage, type LayeredLine } from './appraisal.page.tsx'
import { entriesBefore } from './appraisal-lines.ts'
import { type AppraisalRow, AppraisalsPage } from './appraisals.page.tsx'
import { type AppraisingAs, appraisingAs, recusedCriteria, rolesOfYear } from './appraiser.ts'
import { layerChanges, layerSums } from './layer-view.ts'
import { type NormalisedBook, normalisedCrossChecks, withNormalised } from './normalised.ts'

const { route } = scoringPaths
const filled = ['cross', 'head', 'agency'] as const
type Filled = (typeof filled)[number]
const permissionOf = { cross: 'score.cross', head: 'score.appraise', agency: 'score.agency' } as const

export const appraisalRoutes: readonly Route[] = [
  page({ path: route.appraisals, permission: 'score.read', place: inYear, show: showAll }),
  page({ path: route.appraisal, permission: 'score.read', place: inYearOfUnit, show: showUnit }),
  write({
    path: route.cross,
    permission: 'score.cross',
    audit: 'score.cross_checked',
    place: inYearOfUnit,
    action: saveCrossCheck,
    ...savedLayer(),
  }),
  write({
    path: route.head,
    permission: 'score.appraise',
    audit: 'score.appraised',
    place: inYearOfUnit,
    action: saveHeadAppraisal,
    ...savedLayer(),
  }),
  write({
    path: route.agency,
    permission: 'score.agency',
    audit: 'score.agency_accepted',
    place: inYearOfUnit,
    action: saveAgencyScores,
    ...savedLayer(),
  }),
]

function savedLayer() {
  return {
    read: readAppraisal,
    next: (ask: Ask) => linksOf(ask).appraisals,
    said: (ask: Ask, { total, changes, finished }: AppraisalSaved) => {
      const t = appraisalWords(ask.lang)
      const saved = t.savedSaid(printNumber(total), changes)
      return finished ? saved : `${saved} ${t.notFinished}`
    },
    again: showUnit,
  }
}

async function showAll(ask: Ask) {
  const year = yearOf(ask)
  const table = await findTable(ask.db, year.id)
  const steps = new Map((await listSteps(ask.db, year.id)).map((one) => [`${one.unitId} ${one.step}`, one]))
  const plan: Plan = {
    assignments: await listAssignments(ask.db, year.id),
    recusals: await listRecusals(ask.db, year.id),
  }
  const book = table && (await findBook(ask.db, table.id, await findScoresVersion(ask.db, table.id)))
  const layers = table?.layers ?? []
  const names = new Map(year.members.map((member) => [member.id, member.name]))
  const own = unitIdsOf(ask)
  const rows = year.members.map((member): AppraisalRow => {
    const totals = layers.flatMap((layer) => {
      const entries = book?.layers.get(member.id)
      if (!table || !entries?.has(layer) || !maySee(ask, member.id, layer)) return []
      return [[layer, printNumber(scoreIn(table, entries, layer).total)] as const]
    })
    const badge = (step: string) => stepBadge(steps.get(`${member.id} ${step}`), ask.lang)
    return {
      ...member,
      illustrative: member.illustrative || (table?.illustrative ?? false),
      mine: own.includes(member.id),
      self: badge('self_score'),
      cross: badge('cross_check'),
      appraisal: badge('appraisal'),
      checkers: plan.assignments
        .filter((one) => one.layer === 'cross' && one.unitId === member.id)
        .map((one) => names.get(one.appraiserUnitId) ?? ''),
      steppedBack: steppedBackWords(plan.recusals, member.id, (id) => names.get(id ?? '') ?? '', ask.lang),
      totals: Object.fromEntries(totals),
      mayFill: table?.state === 'frozen' && fillableFor(ask, table, member.id, plan).length > 0,
    }
  })
  return AppraisalsPage({
    frame: scoringFrame(ask),
    year: year.year,
    links: linksOf(ask),
    layers,
    rows,
    done: [...steps.values()].filter((step) => step.step === 'appraisal' && step.state === 'accepted').length,
    frozen: table?.state === 'frozen',
    mayAssign: mayHere(ask, 'score_table.manage'),
    mayAdopt: layers.includes('final') && mayHere(ask, 'score.adopt'),
    hidden: year.members.some((member) => !maySee(ask, member.id, 'head')),
  })
}

/** Who was assigned, and who stepped back since. */
type Plan = { readonly assignments: readonly Assignment[]; readonly recusals: readonly RecusalRow[] }

const noneNormalised: NormalisedBook = new Map()

type Fillable = { readonly layer: Filled; readonly as: AppraisingAs }

/** The layers somebody may fill in for a unit. */
function fillableFor(
  ask: Ask,
  table: YearTable,
  unitId: string,
  { assignments, recusals }: Plan,
): readonly Fillable[] {
  const scope = scopeOfYear(yearOf(ask), unitId)
  const roles = rolesOfYear(scope, assignments, recusals)
  return filled.flatMap((layer) => {
    if (!table.layers.includes(layer) || !mayHere(ask, permissionOf[layer], scope)) return []
    const as = appraisingAs(ask.actor, scope, unitId, layer, roles)
    return as.decision.allowed ? [{ layer, as }] : []
  })
}

async function showUnit(ask: Ask, again?: FormAgain) {
  const year = yearOf(ask)
  const table = await findTable(ask.db, year.id)
  const member = memberOf(ask)
  const unit = { ...member, illustrative: member.illustrative || (table?.illustrative ?? false) }
  const s = scoringWords(ask.lang)
  const links = linksOf(ask)
  const common = { frame: scoringFrame(ask), year: year.year, links, unit, again }
  const empty = {
    layers: [],
    lines: [],
    totals: {},
    sums: [],
    filling: undefined,
    fillable: [],
    recordingFor: '',
    stamp: '',
    steppedBack: '',
    looked: 0,
  }
  if (table?.state !== 'frozen')
    return AppraisalPage({ ...common, ...empty, why: s.tableNotFrozen, hidden: false })
  const plan: Plan = {
    assignments: await listAssignments(ask.db, year.id),
    recusals: await listRecusals(ask.db, year.id),
  }
  const sheet = await readSheet(ask, table, unit.id, 'self')
  const layersOfUnit = sheet.book.layers.get(unit.id)
  const step = await findStep(ask.db, year.id, unit.id, 'self_score')
  const sent = step?.state === 'sent' || step?.state === 'accepted'
  const fillable = fillableFor(ask, table, unit.id, plan).filter(
    ({ layer }) => sent && !laterOpened(table, layer, (later) => layersOfUnit?.has(later) === true),
  )
  const asked = again?.action ? layerOfPath(ask, again.action, unit.slug) : query(ask, 'buoc')
  // Whoever checks as a member and appraises as deputy is asked for the earlier layer first.
  const chosen =
    fillable.find(({ layer }) => layer === asked) ??
    fillable.find(({ layer }) => layersOfUnit?.has(layer) !== true) ??
    fillable.at(-1)
  const allJudged = await listJudgedLines(ask.db, table.id)
  const normalised =
    chosen?.layer === 'head' ? normalisedCrossChecks(table, sheet.book, allJudged) : noneNormalised
  const entered = chosen && entriesBefore(table, layersOfUnit, chosen.layer)
  const before = entered && withNormalised(entered, normalised, unit.id)
  const filling = chosen && before ? chosen.layer : undefined
  const shown = seenLayers(table, ask, await readShowing(ask.db, year.id))
  // Who checks a unit has to see what it says of itself.
  const seen = table.layers.filter(
    (layer) => shown.includes(layer) || (chosen && (layer === 'self' || layer === chosen.layer)),
  )
  const judged = filling ? allJudged.filter((one) => one.unitId === unit.id && one.layer === filling) : []
  const notMine = recusedCriteria(plan.recusals, unit.id, {
    accountId: ask.actor.accountId,
    unitId: chosen?.as.unitId ?? null,
  })
  const opened = seen.filter((layer) => layersOfUnit?.has(layer))
  const names = new Map(year.members.map((member) => [member.id, member.name]))
  const lines = sheetLines({ ...sheet, table, layer: 'self', links, unitSlug: unit.slug, lang: ask.lang })
  const observed = await observedAt(ask.db, year, unit.id)
  const scoreOf = new Map(opened.map((layer) => [layer, scoreIn(table, layersOfUnit, layer)]))
  return AppraisalPage({
    ...common,
    layers: seen,
    totals: Object.fromEntries([...scoreOf].map(([layer, score]) => [layer, printNumber(score.total)])),
    sums: layerSums(
      opened,
      new Map([...scoreOf].map(([layer, score]) => [layer, score.total])),
      layersOfUnit,
      sheet.scores,
      ask.lang,
    ),
    filling,
    fillable: fillable.map(({ layer }) => layer),
    recordingFor: chosen?.as.recorded ? (names.get(chosen.as.unitId ?? '') ?? '') : '',
    steppedBack: steppedBackWords(plan.recusals, unit.id, (id) => names.get(id ?? '') ?? '', ask.lang),
    looked: judged.length,
    why: sent ? whyNot(ask, table, unit.id, plan, fillable) : appraisalWords(ask.lang).notSent,
    stamp: filling ? stampOf(sheet.scores, filling) : '',
    hidden: seen.length < table.layers.length && !chosen,
    lines: lines.map((line): LayeredLine => {
      if (line.kind === 'group') {
        const points = [...scoreOf].flatMap(([layer, score]) => {
          const node = score.nodes.get(line.code)
          return node?.points ? [[layer, printNumber(node.points)] as const] : []
        })
        return {
          ...groupBase,
          code: line.code,
          name: line.name,
          max: line.max,
          points: Object.fromEntries(points),
        }
      }
      const { code } = line.row
      const rows = sheet.scores.filter((one) => one.code === code)
      const own = filling && rows.find((one) => one.layer === filling)
      const held = before?.get(code)
      const points = opened.map(
        (layer) => [layer, printEntry(layersOfUnit?.get(layer)?.get(code), s.notAssigned)] as const,
      )
      return {
        code,
        name: line.row.name,
        isGroup: false,
        max: printNumber(line.row.maxPoints),
        rule: line.rule,
        note: line.note,
        exempt: line.exempt !== undefined,
        evidence: line.evidence,
        points: Object.fromEntries(points),
        changes: layerChanges(code, opened, layersOfUnit, rows),
        observed: observed.get(code) ?? [],
        normalised: normalisedWords(normalised.get(unit.id)?.get(code)),
        typed:
          own && !(held?.state === 'scored' && held.points.eq(own.points)) ? printNumber(own.points) : '',
        typedReason: own?.reason ?? '',
        before: printEntry(held, ''),
        seen: judged.some((one) => one.code === code),
        notMine: notMine.has(code),
      }
    }),
  })
}

const groupBase = {
  isGroup: true,
  rule: '',
  note: '',
  exempt: false,
  evidence: [],
  changes: [],
  observed: [],
  typed: '',
  typedReason: '',
  before: '',
  seen: false,
  notMine: false,
  normalised: '',
} as const

/** "8 → 8,4": the raw cross-checked point and what the appraisal starts from; empty where they are the same. */
function normalisedWords(found: { readonly raw: Big; readonly points: Big } | undefined): string {
  if (!found || found.raw.eq(found.points)) return ''
  return `${printNumber(found.raw)} → ${printNumber(found.points)}`
}

function laterOpened(table: YearTable, layer: Layer, isOpened: (layer: Layer) => boolean): boolean {
  return table.layers.slice(table.layers.indexOf(layer) + 1).some(isOpened)
}

function layerOfPath(ask: Ask, action: string, slug: string): Filled | undefined {
  const links = linksOf(ask)
  return filled.find((layer) => links[layer](slug) === action)
}

/** Why somebody who appraises others does not appraise this unit. */
function whyNot(
  ask: Ask,
  table: YearTable,
  unitId: string,
  plan: Plan,
  fillable: readonly Fillable[],
): string {
  const scope = scopeOfYear(yearOf(ask), unitId)
  // Whoever could have filled in a layer learns that a later one closed it.
  if (fillableFor(ask, table, unitId, plan).length > fillable.length && fillable.length === 0) {
    return appraisalWords(ask.lang).closed
  }
  const layer = (['head', 'agency', 'cross'] as const).find(
    (one) => table.layers.includes(one) && mayHere(ask, permissionOf[one], scope),
  )
  if (fillable.length > 0 || !layer) return ''
  const roles = rolesOfYear(scope, plan.assignments, plan.recusals)
  const { decision } = appraisingAs(ask.actor, scope, unitId, layer, roles)
  return decision.allowed ? '' : explainAppraisal(decision.reason, ask.lang)
}

function readAppraisal(ask: Ask, body: FormBody) {
  const form = parseForm(appraisalForm, body)
  if (!form.ok) return form
  const { points, note, seen, ...rest } = form.value
  const looked = Object.keys(seen).filter((code) => seen[code])
  const codes = new Set([...Object.keys(points), ...Object.keys(note)])
  const lines = Object.fromEntries(
    [...codes].map((code) => [code, { points: points[code] ?? null, reason: note[code] ?? '' }]),
  )
  return ok({ ...rest, lines, looked, blocYearId: yearOf(ask).id, unitId: memberOf(ask).id })
}
