import { rolesIn } from '../../../domain/permissions/index.ts'
import { ok } from '../../../domain/result.ts'
import { printDate } from '../../../domain/vietnamese/index.ts'
import { type Ask, keyOrNone, mayHere, yearOf } from '../../../http/ask.ts'
import { type FormAgain, page, type Route, write } from '../../../http/feature.ts'
import { type FormBody, parseForm } from '../../../http/form.ts'
import { inYear } from '../../../http/places.ts'
import { unitsOf } from '../appraisal/appraiser.ts'
import { linksOf } from '../links.ts'
import { reasonForm, recusalForm } from '../scoring.forms.ts'
import { scoringPaths } from '../scoring.paths.ts'
import { scoringFrame } from '../scoring-frame.ts'
import { findTable } from '../table/table.store.ts'
import { declareRecusal, liftRecusal } from './recusal.actions.ts'
import { recusalWords } from './recusal.messages.ts'
import { type RecusalLine, RecusalsPage } from './recusal.page.tsx'
import { listRecusals, type RecusalRow } from './recusal.store.ts'

const { route } = scoringPaths

export const recusalRoutes: readonly Route[] = [
  page({ path: route.recusals, permission: 'score.read', place: inYear, show: showAll }),
  write({
    path: route.recusals,
    permission: 'recusal.declare',
    audit: 'recusal.declared',
    place: inYear,
    action: declareRecusal,
    read: readRecusal,
    next: (ask) => linksOf(ask).recusals,
    said: (ask) => recusalWords(ask.lang).declaredSaid,
    again: showAll,
  }),
  write({
    path: route.liftRecusal,
    permission: 'recusal.lift',
    audit: 'recusal.lifted',
    place: inYear,
    action: liftRecusal,
    read: (ask, body) => {
      const form = parseForm(reasonForm, body)
      return form.ok
        ? ok({ ...form.value, blocYearId: yearOf(ask).id, recusalId: keyOrNone(ask, 'recusal') })
        : form
    },
    next: (ask) => linksOf(ask).recusals,
    said: (ask) => recusalWords(ask.lang).liftedSaid,
    again: showAll,
  }),
]

async function showAll(ask: Ask, again?: FormAgain) {
  const year = yearOf(ask)
  const table = await findTable(ask.db, year.id)
  const recusals = await listRecusals(ask.db, year.id)
  const own = unitsOf(ask.actor, ask.scope)
  const roles = rolesIn(ask.actor, ask.scope)
  const orders = roles.has('head') || roles.has('deputy') || roles.has('province')
  return RecusalsPage({
    frame: scoringFrame(ask),
    year: year.year,
    links: linksOf(ask),
    lines: recusals.map((one) => lineOf(ask, one)),
    mayDeclare: mayHere(ask, 'recusal.declare'),
    judgeUnits: orders ? year.members : year.members.filter((member) => own.includes(member.id)),
    units: year.members,
    criteria: table?.leafRows ?? [],
    again,
  })
}

function lineOf(ask: Ask, recusal: RecusalRow): RecusalLine {
  const t = recusalWords(ask.lang)
  const own = unitsOf(ask.actor, ask.scope)
  const nameOf = (id: string | null) => yearOf(ask).members.find((one) => one.id === id)?.name ?? ''
  const concerned =
    recusal.accountId === ask.actor.accountId ||
    own.includes(recusal.unitId) ||
    (recusal.appraiserUnitId !== null && own.includes(recusal.appraiserUnitId))
  return {
    id: recusal.id,
    judge: judgeName(recusal, nameOf, ask.lang),
    judged: nameOf(recusal.unitId),
    scope: recusal.criterionCode === null ? t.wholeSheet : `${t.criterion} ${recusal.criterionCode}`,
    reason: recusal.reason,
    declared: [recusal.declaredByName ?? '', printDate(recusal.declaredOn)].filter(Boolean).join(', '),
    ordered: recusal.ordered,
    lifted: recusal.liftedOn ? t.lifted(printDate(recusal.liftedOn), recusal.liftingReason) : '',
    mayLift: recusal.liftedOn === null && mayHere(ask, 'recusal.lift') && !concerned,
    illustrative: recusal.illustrative,
  }
}

/** The unit that stepped back, or the person with the unit behind. */
export function judgeName(
  recusal: RecusalRow,
  nameOf: (unitId: string | null) => string,
  lang: Ask['lang'],
): string {
  const unit = nameOf(recusal.appraiserUnitId)
  return recusal.accountId === null ? unit : recusalWords(lang).person(recusal.personName ?? '', unit)
}

/** "Không tham gia chấm đơn vị này: …", or the empty text. */
export function steppedBackWords(
  recusals: readonly RecusalRow[],
  unitId: string,
  nameOf: (unitId: string | null) => string,
  lang: Ask['lang'],
): string {
  const t = recusalWords(lang)
  const names = recusals
    .filter((one) => one.liftedOn === null && one.unitId === unitId)
    .map((one) => {
      const name = judgeName(one, nameOf, lang)
      return one.criterionCode === null ? name : t.steppedBackFrom(name, one.criterionCode)
    })
  return names.length > 0 ? t.steppedBack(names.join(', ')) : ''
}

function readRecusal(ask: Ask, body: FormBody) {
  const form = parseForm(recusalForm, body)
  if (!form.ok) return form
  const { who, ...rest } = form.value
  return ok({ ...rest, person: who === 'person', blocYearId: yearOf(ask).id })
}
