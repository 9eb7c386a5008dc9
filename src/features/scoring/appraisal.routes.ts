import { err, ok } from '../../domain/result.ts'
import {
  checkCrossChecks,
  explainAppraisal,
  explainCrossCheckProblem,
  type Layer,
  planCrossChecks,
} from '../../domain/scoring/index.ts'
import { printNumber } from '../../domain/vietnamese/index.ts'
import { type Ask, mayHere, query, unitIdsOf, yearOf } from '../../http/ask.ts'
import { type FormAgain, page, type Route, write } from '../../http/feature.ts'
import { type FormBody, parseForm } from '../../http/form.ts'
import { inYear, inYearOfUnit } from '../../http/places.ts'
import { scopeOfYear } from '../../scopes/scopes.store.ts'
import { stepBadge } from '../../steps/step-badge.ts'
import { findStep, listSteps } from '../../steps/steps.store.ts'
import { checksPaths } from '../checks/checks.paths.ts'
import {
  type AppraisalSaved,
  adoptFinalScores,
  assignAppraisers,
  entriesBefore,
  saveAgencyScores,
  saveCrossCheck,
  saveHeadAppraisal,
} from './appraisal.actions.ts'
import { appraisalWords } from './appraisal.messages.ts'
import { AppraisalPage, type AppraisalRow, AppraisalsPage, type LayeredLine } from './appraisal.page.tsx'
import { AssignPage, FinalPage } from './appraisal-plan.page.tsx'
import { type AppraisingAs, appraisingAs, rolesOfYear } from './appraiser.ts'
import { layerChanges, layerSums } from './layer-view.ts'
import { linksOf, memberOf } from './links.ts'
import { observedAt } from './observed.ts'
import {
  type Assignment,
  findBook,
  findCrossPlan,
  findScoresVersion,
  listAssignments,
} from './scores.store.ts'
import { appraisalForm, assignForm, finalForm } from './scoring.forms.ts'
import { scoringWords } from './scoring.messages.ts'
import { scoringPaths } from './scoring.paths.ts'
import { scoringFrame } from './scoring-frame.ts'
import { maySee, readSheet } from './sheet.routes.ts'
import { stampOf } from './sheet.ts'
import { printEntry, sheetLines } from './sheet-view.ts'
import { scoreIn } from './standings.ts'
import { findTable } from './table.store.ts'
import type { YearTable } from './table-model.ts'

const { route } = scoringPaths
const filled = ['cross', 'head', 'agency'] as const
type Filled = (typeof filled)[number]
const permissionOf = { cross: 'score.cross', head: 'score.appraise', agency: 'score.agency' } as const

export const appraisalRoutes: readonly Route[] = [
  page({ path: route.appraisals, permission: 'score.read', place: inYear, show: showAll }),
  page({ path: route.assign, permission: 'score_table.manage', place: inYear, show: showAssign }),
  write({
    path: route.assign,
    permission: 'score_table.manage',
    audit: 'score.appraisers_assigned',
    place: inYear,
    action: assignAppraisers,
    read: readAssignments,
    next: (ask) => linksOf(ask).appraisals,
    said: (ask) => appraisalWords(ask.lang).assignedSaid,
    again: showAssign,
  }),
  page({ path: route.final, permission: 'score.adopt', place: inYear, show: showFinal }),
  write({
    path: route.final,
    permission: 'score.adopt',
    audit: 'score.final_adopted',
    place: inYear,
    action: adoptFinalScores,
    read: readFinal,
    next: (ask) => linksOf(ask).ranking,
    said: (ask, { scores }) => appraisalWords(ask.lang).adoptedSaid(scores),
    again: showFinal,
  }),
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
  const assignments = await listAssignments(ask.db, year.id)
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
      checkers: assignments
        .filter((one) => one.layer === 'cross' && one.unitId === member.id)
        .map((one) => names.get(one.appraiserUnitId) ?? ''),
      totals: Object.fromEntries(totals),
      mayFill: table?.state === 'frozen' && fillableFor(ask, table, member.id, assignments).length > 0,
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

type Fillable = { readonly layer: Filled; readonly as: AppraisingAs }

/** The layers somebody may fill in for a unit. */
function fillableFor(
  ask: Ask,
  table: YearTable,
  unitId: string,
  assignments: readonly Assignment[],
): readonly Fillable[] {
  const scope = scopeOfYear(yearOf(ask), unitId)
  const roles = rolesOfYear(scope, assignments)
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
  }
  if (table?.state !== 'frozen')
    return AppraisalPage({ ...common, ...empty, why: s.tableNotFrozen, hidden: false })
  const assignments = await listAssignments(ask.db, year.id)
  const sheet = await readSheet(ask, table, unit.id, 'self')
  const layersOfUnit = sheet.book.layers.get(unit.id)
  const step = await findStep(ask.db, year.id, unit.id, 'self_score')
  const sent = step?.state === 'sent' || step?.state === 'accepted'
  const fillable = fillableFor(ask, table, unit.id, assignments).filter(
    ({ layer }) => sent && !laterOpened(table, layer, (later) => layersOfUnit?.has(later) === true),
  )
  const asked = again?.action ? layerOfPath(ask, again.action, unit.slug) : query(ask, 'buoc')
  const chosen = fillable.find(({ layer }) => layer === asked) ?? fillable.at(-1)
  const before = chosen && entriesBefore(table, layersOfUnit, chosen.layer)
  const filling = chosen && before ? chosen.layer : undefined
  // Who checks a unit has to see what it says of itself.
  const seen = table.layers.filter(
    (layer) => maySee(ask, unit.id, layer) || (chosen && (layer === 'self' || layer === chosen.layer)),
  )
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
    why: sent ? whyNot(ask, table, unit.id, assignments, fillable) : appraisalWords(ask.lang).notSent,
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
        typed:
          own && !(held?.state === 'scored' && held.points.eq(own.points)) ? printNumber(own.points) : '',
        typedReason: own?.reason ?? '',
        before: printEntry(held, ''),
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
} as const

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
  assignments: readonly Assignment[],
  fillable: readonly Fillable[],
): string {
  const scope = scopeOfYear(yearOf(ask), unitId)
  // Whoever could have filled in a layer learns that a later one closed it.
  if (fillableFor(ask, table, unitId, assignments).length > fillable.length && fillable.length === 0) {
    return appraisalWords(ask.lang).closed
  }
  const layer = (['head', 'agency', 'cross'] as const).find(
    (one) => table.layers.includes(one) && mayHere(ask, permissionOf[one], scope),
  )
  if (fillable.length > 0 || !layer) return ''
  const { decision } = appraisingAs(ask.actor, scope, unitId, layer, rolesOfYear(scope, assignments))
  return decision.allowed ? '' : explainAppraisal(decision.reason, ask.lang)
}

async function showAssign(ask: Ask, again?: FormAgain) {
  const year = yearOf(ask)
  const table = await findTable(ask.db, year.id)
  const assignments = await listAssignments(ask.db, year.id)
  const units = year.members
  const ids = units.map((unit) => unit.id)
  const names = new Map(units.map((unit) => [unit.id, unit.name]))
  const perUnit = Number(query(ask, 'moi'))
  const plan = Number.isInteger(perUnit) && perUnit > 0 ? planCrossChecks(ids, perUnit) : undefined
  const checks = plan?.ok
    ? plan.value
    : assignments
        .filter((one) => one.layer === 'cross')
        .map(({ unitId, appraiserUnitId }) => ({ checker: appraiserUnitId, checked: unitId }))
  const nameOf = (unit: string) => names.get(unit) ?? unit
  const problems = [
    ...(plan && !plan.ok ? [explainCrossCheckProblem(plan.error, ask.lang)] : []),
    ...(checks.length > 0
      ? checkCrossChecks(ids, checks).map((problem) => explainCrossCheckProblem(problem, ask.lang, nameOf))
      : []),
  ]
  const checkers = Map.groupBy(checks, (one) => one.checked)
  const head = units.find((unit) => unit.id === year.headUnitId)
  const teams = await findCrossPlan(ask.db, year.id)
  return AssignPage({
    teams: teams && { title: teams.title, href: checksPaths.at(year.bloc.slug, year.year).plan(teams.id) },
    frame: scoringFrame(ask),
    links: linksOf(ask),
    units,
    head,
    deputy: units.find((unit) => unit.id === year.deputyUnitId),
    withCross: table?.layers.includes('cross') ?? false,
    checkers: new Map([...checkers].map(([unit, own]) => [unit, own.map((one) => one.checker)])),
    named: assignments.find((one) => one.layer === 'head' && one.unitId === head?.id)?.appraiserUnitId ?? '',
    problems,
    again,
  })
}

async function showFinal(ask: Ask, again?: FormAgain) {
  const year = yearOf(ask)
  const table = await findTable(ask.db, year.id)
  const steps = await listSteps(ask.db, year.id)
  const done = new Set(
    steps.filter((step) => step.step === 'appraisal' && step.state === 'accepted').map((step) => step.unitId),
  )
  return FinalPage({
    frame: scoringFrame(ask),
    links: linksOf(ask),
    units: year.members,
    criteria: table?.leafRows ?? [],
    unfinished: year.members.filter((member) => !done.has(member.id)).map((member) => member.name),
    again,
  })
}

function readAppraisal(ask: Ask, body: FormBody) {
  const form = parseForm(appraisalForm, body)
  if (!form.ok) return form
  const { points, note, ...rest } = form.value
  const codes = new Set([...Object.keys(points), ...Object.keys(note)])
  const lines = Object.fromEntries(
    [...codes].map((code) => [code, { points: points[code] ?? null, reason: note[code] ?? '' }]),
  )
  return ok({ ...rest, lines, blocYearId: yearOf(ask).id, unitId: memberOf(ask).id })
}

function readAssignments(ask: Ask, body: FormBody) {
  const form = parseForm(assignForm, body)
  if (!form.ok) return err(form.error)
  const assignments = Object.entries(form.value.by).flatMap(([unitId, appraisers]) =>
    appraisers.filter((one) => one !== '').map((appraiserUnitId) => ({ unitId, appraiserUnitId })),
  )
  return ok({ blocYearId: yearOf(ask).id, layer: form.value.layer, assignments })
}

function readFinal(ask: Ask, body: FormBody) {
  const form = parseForm(finalForm, body)
  if (!form.ok) return form
  const { how, unitId, code, points, reason } = form.value
  const changes = unitId && code && points !== null ? [{ unitId, code, points, reason }] : []
  return ok({ blocYearId: yearOf(ask).id, how, changes })
}
