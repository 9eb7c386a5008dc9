import { rolesIn } from '../../../domain/permissions/index.ts'
import { ok } from '../../../domain/result.ts'
import {
  appealKindNames,
  appealOutcomeNames,
  appealStateNames,
  explainAppraisal,
  isOpenAppeal,
  lastDayToAppeal,
  layerNames,
} from '../../../domain/scoring/index.ts'
import { printDate, printNumber } from '../../../domain/vietnamese/index.ts'
import { type Ask, keyOrNone, mayHere, unitIdsOf, yearOf } from '../../../http/ask.ts'
import { type FormAgain, page, type Route, write } from '../../../http/feature.ts'
import { type FormBody, parseForm } from '../../../http/form.ts'
import { inYear, inYearOfUnit } from '../../../http/places.ts'
import { scopeOfYear } from '../../../scopes/scopes.store.ts'
import type { Tone } from '../../../ui/index.ts'
import { appraisingAs, recusedCriteria, rolesOfYear } from '../appraisal/appraiser.ts'
import { linksOf, memberOf } from '../links.ts'
import { findBook, findScoresVersion, listAssignments, listScores } from '../scores.store.ts'
import { answerForm, appealForm, reopenForm, showAppraisalForm, WHOLE_SHEET } from '../scoring.forms.ts'
import { scoringPaths } from '../scoring.paths.ts'
import { scoringFrame } from '../scoring-frame.ts'
import { findTable } from '../table/table.store.ts'
import { answerAppeal, reopenAppeals, sendAppeal, showAppraisal, withdrawAppeal } from './appeal.actions.ts'
import { appealWords } from './appeal.messages.ts'
import { AppealPage, UnitAppealsPage } from './appeal.page.tsx'
import { type AppealRow, listAppeals } from './appeal.store.ts'
import { type AppealLine, AppealsPage, periodWords } from './appeals.page.tsx'
import {
  changedPoints,
  isAdopted,
  mayReadAppeal,
  periodOf,
  questionedLayer,
  readShowing,
  seenLayers,
} from './appeals.ts'
import { listRecusals } from './recusal.store.ts'

const { route } = scoringPaths

export const appealRoutes: readonly Route[] = [
  page({ path: route.appeals, permission: 'score.read', place: inYear, show: showAll }),
  write({
    path: route.appeals,
    permission: 'appeal.open',
    audit: 'appeal.shown',
    place: inYear,
    action: showAppraisal,
    read: (ask, body) => {
      const form = parseForm(showAppraisalForm, body)
      return form.ok ? ok({ ...form.value, blocYearId: yearOf(ask).id }) : form
    },
    next: (ask) => linksOf(ask).appeals,
    said: (ask, { dueOn }) => appealWords(ask.lang).shownSaid(printDate(dueOn)),
    again: showAll,
  }),
  page({ path: route.appealsOf, permission: 'score.read', place: inYearOfUnit, show: showUnit }),
  write({
    path: route.appealsOf,
    permission: 'appeal.send',
    audit: 'appeal.sent',
    place: inYearOfUnit,
    action: sendAppeal,
    read: (ask, body) => {
      const form = parseForm(appealForm, body)
      return form.ok ? ok({ ...form.value, ...sheetOf(ask) }) : form
    },
    next: (ask) => linksOf(ask).appealsOf(memberOf(ask).slug),
    said: (ask) => appealWords(ask.lang).sentSaid,
    again: showUnit,
  }),
  write({
    path: route.reopenAppeals,
    permission: 'appeal.open',
    audit: 'appeal.reopened',
    place: inYearOfUnit,
    action: reopenAppeals,
    read: (ask, body) => {
      const form = parseForm(reopenForm, body)
      return form.ok ? ok({ ...form.value, ...sheetOf(ask) }) : form
    },
    next: (ask) => linksOf(ask).appealsOf(memberOf(ask).slug),
    said: (ask, { dueOn }) => appealWords(ask.lang).reopenedSaid(printDate(dueOn)),
    again: showUnit,
  }),
  page({ path: route.appeal, permission: 'score.read', place: inYearOfUnit, show: showOne }),
  write({
    path: route.appeal,
    permission: 'appeal.answer',
    audit: 'appeal.answered',
    place: inYearOfUnit,
    action: answerAppeal,
    read: readAnswer,
    next: (ask) => linksOf(ask).appeals,
    said: (ask) => appealWords(ask.lang).answeredSaid,
    again: showOne,
  }),
  write({
    path: route.withdrawAppeal,
    permission: 'appeal.send',
    audit: 'appeal.withdrawn',
    place: inYearOfUnit,
    action: withdrawAppeal,
    read: (ask) => ok({ ...sheetOf(ask), appealId: keyOrNone(ask, 'appeal') }),
    next: (ask) => linksOf(ask).appealsOf(memberOf(ask).slug),
    said: (ask) => appealWords(ask.lang).withdrawnSaid,
    again: showOne,
  }),
]

function sheetOf(ask: Ask) {
  return { blocYearId: yearOf(ask).id, unitId: memberOf(ask).id }
}

function readAnswer(ask: Ask, body: FormBody) {
  const form = parseForm(answerForm, body)
  return form.ok ? ok({ ...form.value, ...sheetOf(ask), appealId: keyOrNone(ask, 'appeal') }) : form
}

async function showAll(ask: Ask, again?: FormAgain) {
  const year = yearOf(ask)
  const table = await findTable(ask.db, year.id)
  const showing = await readShowing(ask.db, year.id)
  const appeals = table ? await listAppeals(ask.db, table.id) : []
  const seen = await readableAppeals(ask, table?.id, appeals)
  const own = unitIdsOf(ask)
  const members = new Map(year.members.map((member) => [member.id, member]))
  const announced = showing.windows.find((one) => one.unitId === null)
  const { value, mark } = showing.days
  return AppealsPage({
    frame: scoringFrame(ask),
    year: year.year,
    links: linksOf(ask),
    lines: seen.map((appeal) => appealLine(ask, appeal, members.get(appeal.unitId))),
    open: seen.filter(({ kind, state }) => isOpenAppeal(kind, state)).length,
    period: periodWords(periodOf(showing, ''), ask.today, ask.lang),
    own: year.members.filter((member) => own.includes(member.id)),
    hidden: !readsAll(ask),
    showing:
      table?.state === 'frozen' && mayHere(ask, 'appeal.open')
        ? {
            again: announced !== undefined,
            dueOn: announced?.dueOn ?? lastDayToAppeal(ask.today, value),
            days: String(value),
            mark,
            unfinished: year.members
              .filter((member) => !showing.finished.has(`${member.id} head`))
              .map((member) => member.name),
          }
        : undefined,
    again,
  })
}

function readsAll(ask: Ask): boolean {
  const roles = rolesIn(ask.actor, ask.scope)
  return roles.has('head') || roles.has('deputy') || roles.has('secretary') || roles.has('province')
}

async function readableAppeals(ask: Ask, tableId: string | undefined, appeals: readonly AppealRow[]) {
  if (!tableId || appeals.length === 0) return []
  const year = yearOf(ask)
  const assignments = await listAssignments(ask.db, year.id)
  const adopted = isAdopted(await findBook(ask.db, tableId, await findScoresVersion(ask.db, tableId)))
  return appeals.filter((appeal) =>
    mayReadAppeal(ask.actor, scopeOfYear(year, appeal.unitId), assignments, adopted),
  )
}

async function showUnit(ask: Ask, again?: FormAgain) {
  const year = yearOf(ask)
  const member = memberOf(ask)
  const table = await findTable(ask.db, year.id)
  const showing = await readShowing(ask.db, year.id)
  const unit = { ...member, illustrative: member.illustrative || (table?.illustrative ?? false) }
  const seen = table ? seenLayers(table, { ...ask, scope: ask.scope }, showing) : []
  const book = table && (await findBook(ask.db, table.id, await findScoresVersion(ask.db, table.id)))
  const layer = table && book && questionedLayer(table, book, member.id, (one) => seen.includes(one))
  const scores = table && layer ? await listScores(ask.db, table.id, member.id) : []
  const names = new Map(table?.leafRows.map((row) => [row.code, row.name]))
  const appeals = table ? await listAppeals(ask.db, table.id, member.id) : []
  return UnitAppealsPage({
    frame: scoringFrame(ask),
    year: year.year,
    links: linksOf(ask),
    unit,
    appraised: layer !== undefined,
    changed:
      table && layer && seen.includes('self')
        ? changedPoints(table, scores, layer).map((one) => ({
            ...one,
            name: names.get(one.code) ?? '',
            self: printNumber(one.self),
            points: printNumber(one.points),
          }))
        : [],
    lines: (await readableAppeals(ask, table?.id, appeals)).map((appeal) => appealLine(ask, appeal, member)),
    period: periodWords(periodOf(showing, member.id), ask.today, ask.lang),
    maySend: mayHere(ask, 'appeal.send') && book !== undefined && !isAdopted(book),
    onBehalf: !unitIdsOf(ask).includes(member.id),
    mayReopen:
      mayHere(ask, 'appeal.open') && table?.state === 'frozen' && book !== undefined && !isAdopted(book),
    today: ask.today,
    whole: WHOLE_SHEET,
    again,
  })
}

async function showOne(ask: Ask, again?: FormAgain) {
  const year = yearOf(ask)
  const member = memberOf(ask)
  const table = await findTable(ask.db, year.id)
  const appeals = table ? await listAppeals(ask.db, table.id, member.id) : []
  const id = keyOrNone(ask, 'appeal')
  const appeal = (await readableAppeals(ask, table?.id, appeals)).find((one) => one.id === id)
  if (!table || !appeal) return ask.c.notFound()
  const decision = await answerRight(ask, appeal)
  const waits = appeal.state === 'sent'
  return AppealPage({
    frame: scoringFrame(ask),
    links: linksOf(ask),
    unit: member,
    line: appealLine(ask, appeal, member),
    layer: layerNames[appeal.layer][ask.lang],
    mayAnswer: waits && decision === '',
    why: waits && mayHere(ask, 'appeal.answer') ? decision : '',
    mayWithdraw: mayHere(ask, 'appeal.send') && (waits || appeal.state === 'conference'),
    withConference: table.layers.includes('final'),
    criteria: appeal.code === null ? table.leafRows : [],
    again,
  })
}

/** The empty text when the reader may answer; else the sentence that says why not. */
async function answerRight(ask: Ask, appeal: AppealRow): Promise<string> {
  const year = yearOf(ask)
  if (!mayHere(ask, 'appeal.answer')) return explainAppraisal('onlyHeadOrDeputy', ask.lang)
  const scope = scopeOfYear(year, appeal.unitId)
  const recusals = await listRecusals(ask.db, year.id)
  const roles = rolesOfYear(scope, await listAssignments(ask.db, year.id), recusals)
  const as = appraisingAs(ask.actor, scope, appeal.unitId, 'head', roles)
  if (!as.decision.allowed) return explainAppraisal(as.decision.reason, ask.lang)
  const by = { accountId: ask.actor.accountId, unitId: as.unitId }
  const notMine = recusedCriteria(recusals, appeal.unitId, by)
  return appeal.code !== null && notMine.has(appeal.code) ? explainAppraisal('recused', ask.lang) : ''
}

const tones: Readonly<Record<AppealRow['state'], Tone>> = {
  sent: 'warning',
  withdrawn: 'neutral',
  answered: 'good',
  conference: 'info',
  closed: 'good',
}

/** A question in the words of its reader. */
export function appealLine(
  ask: Pick<Ask, 'lang'>,
  appeal: AppealRow,
  unit: { readonly name: string; readonly slug: string } | undefined,
): AppealLine {
  const { lang } = ask
  const t = appealWords(lang)
  const { pointsThen, askedPoints, pointsAfter, outcome } = appeal
  const after = outcome === 'changed' && pointsAfter !== null ? ` → ${printNumber(pointsAfter)}` : ''
  const points = [
    pointsThen === null ? '' : `${printNumber(pointsThen)}${after}`,
    askedPoints === null ? '' : t.asks(printNumber(askedPoints)),
  ]
  return {
    id: appeal.id,
    unit: unit?.name ?? '',
    slug: unit?.slug ?? '',
    about: appeal.code === null ? t.whole : `${appeal.code} ${appeal.criterionName ?? ''}`,
    kind: appealKindNames[appeal.kind][lang],
    body: appeal.body,
    points: points.filter((part) => part !== '').join('; '),
    state: [appealStateNames[appeal.state][lang], outcome ? appealOutcomeNames[outcome][lang] : '']
      .filter((part) => part !== '')
      .join(': '),
    tone: tones[appeal.state],
    sent: t.sent(appeal.sentByName ?? '', printDate(appeal.sentOn)),
    answer: appeal.answer,
    answered: appeal.answeredOn ? t.answered(appeal.answeredByName ?? '', printDate(appeal.answeredOn)) : '',
    illustrative: appeal.illustrative,
    files: appeal.files,
  }
}
