import { mayReadVisit, mayWriteVisit, type Party, partyOf, visitPartOf } from '../../domain/checks/index.ts'
import type { Permission } from '../../domain/permissions/index.ts'
import { type Ask, keyOrNone, mayHere, yearOf } from '../../http/ask.ts'
import { type FormAgain, page, type Route, write } from '../../http/feature.ts'
import { parseForm } from '../../http/form.ts'
import { frameOf } from '../../http/frame.ts'
import { type Correction, currentMinutes, type VisitRecord } from '../../records/visit-record.ts'
import { findVisit } from '../../records/visits.store.ts'
import { scopeOfYear } from '../../scopes/scopes.store.ts'
import { documentsPaths } from '../documents/documents.paths.ts'
import {
  answerForm,
  askForm,
  cancelForm,
  dropForm,
  observeForm,
  opinionForm,
  paperForm,
  recordForm,
  settleForm,
  signForm,
} from './checks.forms.ts'
import { checksPaths } from './checks.paths.ts'
import { ofVisit, ofVisitedUnit, ofVisitParty } from './checks.place.ts'
import { findPlan } from './checks.store.ts'
import { answerCorrection, askCorrection, dropCorrection, settleCorrection } from './corrections.actions.ts'
import { recordMinutesSignature, signMinutes } from './minutes.actions.ts'
import { unitOfParty } from './minutes.page.tsx'
import { linksOf } from './plans.routes.ts'
import { VisitPage, type VisitRights } from './visit.page.tsx'
import {
  AnswerPage,
  AskPage,
  CancelPage,
  DropPage,
  ObservePage,
  OpinionPage,
  PaperPage,
  RecordPage,
  SettlePage,
  SignPage,
} from './visit-forms.page.tsx'
import { visitBadge } from './visit-line.ts'
import { cancelCheckVisit, dropObservation, giveOpinion, observe, recordVisit } from './visits.actions.ts'
import { visitsWords } from './visits.messages.ts'
import { findVisitSigner, readSubjects } from './visits.store.ts'

const { route } = checksPaths

export const visitRoutes: readonly Route[] = [
  page({ path: route.visit, permission: 'check.read', place: ofVisit, show: showVisit }),
  page({ path: route.record, permission: 'check.write', place: ofVisit, show: writing(showRecord) }),
  write({
    path: route.record,
    permission: 'check.write',
    audit: 'check.visit_recorded',
    place: ofVisit,
    action: recordVisit,
    read: (ask, body) => withVisit(ask, parseForm(recordForm, body)),
    next: toVisit,
    said: (ask) => visitsWords(ask.lang).recorded,
    again: writing(showRecord),
  }),
  page({ path: route.cancel, permission: 'check.manage', place: ofVisit, show: showCancel }),
  write({
    path: route.cancel,
    permission: 'check.manage',
    audit: 'check.visit_cancelled',
    place: ofVisit,
    action: cancelCheckVisit,
    read: (ask, body) => withVisit(ask, parseForm(cancelForm, body)),
    next: toVisit,
    said: (ask) => visitsWords(ask.lang).cancelledSaid,
    again: showCancel,
  }),
  page({ path: route.observe, permission: 'check.write', place: ofVisit, show: writing(showObserve) }),
  write({
    path: route.observe,
    permission: 'check.write',
    audit: 'check.observed',
    place: ofVisit,
    action: observe,
    read: (ask, body) => {
      const form = parseForm(observeForm, body)
      return form.ok
        ? withVisit(ask, {
            ok: true,
            value: { ...form.value, kind: form.value.kind as 'strength' | 'shortcoming' },
          })
        : form
    },
    next: (ask) => `${toVisit(ask)}#nhan-xet`,
    said: (ask) => visitsWords(ask.lang).observed,
    again: writing(showObserve),
  }),
  page({
    path: route.dropObservation,
    permission: 'check.write',
    place: ofVisit,
    show: writing(showDropObservation),
  }),
  write({
    path: route.dropObservation,
    permission: 'check.write',
    audit: 'check.observation_dropped',
    place: ofVisit,
    action: dropObservation,
    read: (ask, body) =>
      withVisit(ask, parseForm(dropForm, body), { observationId: keyOrNone(ask, 'observation') }),
    next: toVisit,
    said: (ask) => visitsWords(ask.lang).dropped,
    again: writing(showDropObservation),
  }),
  page({ path: route.ask, permission: 'check.write', place: ofVisit, show: writing(showAsk) }),
  write({
    path: route.ask,
    permission: 'check.write',
    audit: 'check.correction_asked',
    place: ofVisit,
    action: askCorrection,
    read: (ask, body) => withVisit(ask, parseForm(askForm, body)),
    next: (ask) => `${toVisit(ask)}#khac-phuc`,
    said: (ask) => visitsWords(ask.lang).askedSaid,
    again: writing(showAsk),
  }),
  page({
    path: route.dropCorrection,
    permission: 'check.write',
    place: ofVisit,
    show: writing(showDropCorrection),
  }),
  write({
    path: route.dropCorrection,
    permission: 'check.write',
    audit: 'check.correction_dropped',
    place: ofVisit,
    action: dropCorrection,
    read: (ask, body) => withVisit(ask, parseForm(dropForm, body), correctionOf(ask)),
    next: toVisit,
    said: (ask) => visitsWords(ask.lang).dropped,
    again: writing(showDropCorrection),
  }),
  page({ path: route.answer, permission: 'check.answer', place: ofVisitedUnit, show: showAnswer }),
  write({
    path: route.answer,
    permission: 'check.answer',
    audit: 'check.correction_answered',
    place: ofVisitedUnit,
    action: answerCorrection,
    read: (ask, body) => withVisit(ask, parseForm(answerForm, body), correctionOf(ask)),
    next: (ask) => `${toVisit(ask)}#khac-phuc`,
    said: (ask) => visitsWords(ask.lang).answeredSaid,
    again: showAnswer,
  }),
  page({ path: route.settle, permission: 'check.write', place: ofVisit, show: writing(showSettle) }),
  write({
    path: route.settle,
    permission: 'check.write',
    audit: 'check.correction_settled',
    place: ofVisit,
    action: settleCorrection,
    read: (ask, body) => {
      const form = parseForm(settleForm, body)
      if (!form.ok) return form
      const decision = form.value.decision === 'settle' ? ('settle' as const) : ('return' as const)
      return withVisit(ask, { ok: true, value: { ...form.value, decision } }, correctionOf(ask))
    },
    next: (ask) => `${toVisit(ask)}#khac-phuc`,
    said: (ask, { decision }) =>
      decision === 'settle' ? visitsWords(ask.lang).settledSaid : visitsWords(ask.lang).returnedSaid,
    again: writing(showSettle),
  }),
  page({ path: route.opinion, permission: 'check.answer', place: ofVisitedUnit, show: showOpinion }),
  write({
    path: route.opinion,
    permission: 'check.answer',
    audit: 'check.opinion_given',
    place: ofVisitedUnit,
    action: giveOpinion,
    read: (ask, body) => withVisit(ask, parseForm(opinionForm, body)),
    next: toVisit,
    said: (ask) => visitsWords(ask.lang).opinionSaved,
    again: showOpinion,
  }),
  page({ path: route.sign, permission: 'check.sign', place: ofVisitParty, show: showSign }),
  write({
    path: route.sign,
    permission: 'check.sign',
    audit: 'check.minutes_signed',
    place: ofVisitParty,
    action: signMinutes,
    read: (ask, body) => withVisit(ask, parseForm(signForm, body), unitOf(ask)),
    next: (ask) => `${toVisit(ask)}#bien-ban`,
    said: (ask, { complete }) =>
      complete ? visitsWords(ask.lang).signedComplete : visitsWords(ask.lang).signed,
    again: showSign,
  }),
  page({ path: route.paper, permission: 'check.record_paper', place: ofVisitParty, show: showPaper }),
  write({
    path: route.paper,
    permission: 'check.record_paper',
    audit: 'check.signature_recorded',
    place: ofVisitParty,
    action: recordMinutesSignature,
    read: (ask, body) => withVisit(ask, parseForm(paperForm, body), unitOf(ask)),
    next: (ask) => `${toVisit(ask)}#bien-ban`,
    said: (ask) => visitsWords(ask.lang).paperRecorded,
    again: showPaper,
  }),
]

type Parsed<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

function withVisit<T, E, M extends object = object>(
  ask: Ask,
  form: Parsed<T, E>,
  more: M = {} as M,
): Parsed<T & M & { visitId: string }, E> {
  return form.ok ? { ok: true, value: { ...form.value, ...more, visitId: keyOrNone(ask, 'visit') } } : form
}

function correctionOf(ask: Ask) {
  return { correctionId: keyOrNone(ask, 'correction') }
}

function unitOf(ask: Ask) {
  return { unitId: ask.scope.unitId ?? '' }
}

function toVisit(ask: Ask): string {
  return linksOf(ask).visit(keyOrNone(ask, 'visit'))
}

function visitOf(ask: Ask): Promise<VisitRecord | undefined> {
  return findVisit(ask.db, keyOrNone(ask, 'visit'))
}

type VisitForm = (ask: Ask, again?: FormAgain) => ReturnType<typeof showAsk>

/** A form of the team, for those only who write at this visit. */
function writing(show: VisitForm): VisitForm {
  return async (ask, again) => {
    const visit = await visitOf(ask)
    const part = visit && visitPartOf(ask.actor, ask.scope, visit)
    return mayWriteVisit(part) ? show(ask, again) : ask.c.redirect(toVisit(ask), 303)
  }
}

async function showVisit(ask: Ask) {
  const visit = await visitOf(ask)
  if (!visit) return ask.c.notFound()
  const { bloc, year } = yearOf(ask)
  const papers = documentsPaths.at(bloc.slug, year)
  const part = visitPartOf(ask.actor, ask.scope, visit)
  const signedBy = (currentMinutes(visit)?.signatures ?? []).map((one) => one.party)
  return VisitPage({
    frame: frameOf(ask),
    links: linksOf(ask),
    visit,
    today: ask.today,
    ...visitBadge({ ...visit, signedBy }, ask.today, ask.lang),
    shown: mayReadVisit(part, visit.signedOn !== null),
    rights: rightsAt(ask, visit, signedBy),
    pdf: papers.visitFile(visit.id, 'pdf'),
    docx: papers.visitFile(visit.id, 'docx'),
  })
}

function rightsAt(ask: Ask, visit: VisitRecord, signedBy: readonly Party[]): VisitRights {
  const part = visitPartOf(ask.actor, ask.scope, visit)
  const held = visit.state === 'held'
  const may = (permission: Permission, unitId: string) =>
    held && mayHere(ask, permission, scopeOfYear(yearOf(ask), unitId))
  const unsigned = (['team', 'visited'] as const).filter((party) => !signedBy.includes(party))
  const of = (permission: Permission) =>
    unsigned.filter((party) => may(permission, unitOfParty(visit, party).id))
  return {
    write: mayWriteVisit(part),
    manage: mayHere(ask, 'check.manage'),
    answer: may('check.answer', visit.unitId),
    sign: of('check.sign'),
    recordPaper: of('check.record_paper'),
  }
}

async function formProps(ask: Ask, again?: FormAgain) {
  const visit = await visitOf(ask)
  return visit && { frame: frameOf(ask), links: linksOf(ask), visit, again }
}

async function showRecord(ask: Ask, again?: FormAgain) {
  const props = await formProps(ask, again)
  if (!props) return ask.c.notFound()
  const plan = await findPlan(ask.db, props.visit.planId)
  return RecordPage({ ...props, today: ask.today, planned: plan?.contents ?? '' })
}

async function showObserve(ask: Ask, again?: FormAgain) {
  const props = await formProps(ask, again)
  if (!props) return ask.c.notFound()
  const { blocYearId, unitId, year } = props.visit
  return ObservePage({ ...props, subjects: await readSubjects(ask.db, blocYearId, unitId, year) })
}

async function showAsk(ask: Ask, again?: FormAgain) {
  const props = await formProps(ask, again)
  return props ? AskPage(props) : ask.c.notFound()
}

async function showCancel(ask: Ask, again?: FormAgain) {
  const props = await formProps(ask, again)
  return props ? CancelPage(props) : ask.c.notFound()
}

async function showOpinion(ask: Ask, again?: FormAgain) {
  const props = await formProps(ask, again)
  return props ? OpinionPage(props) : ask.c.notFound()
}

async function showDropObservation(ask: Ask, again?: FormAgain) {
  const props = await formProps(ask, again)
  const one = props?.visit.observations.find((own) => own.id === ask.c.req.param('observation'))
  if (!props || !one) return ask.c.notFound()
  return DropPage({ ...props, body: one.body, action: props.links.dropObservation(props.visit.id, one.id) })
}

async function showDropCorrection(ask: Ask, again?: FormAgain) {
  const found = await correctionProps(ask, again)
  if (!found) return ask.c.notFound()
  const { correction, ...props } = found
  const action = props.links.dropCorrection(props.visit.id, correction.id)
  return DropPage({ ...props, body: correction.body, action })
}

async function showAnswer(ask: Ask, again?: FormAgain) {
  const props = await correctionProps(ask, again)
  return props ? AnswerPage(props) : ask.c.notFound()
}

async function showSettle(ask: Ask, again?: FormAgain) {
  const props = await correctionProps(ask, again)
  return props ? SettlePage(props) : ask.c.notFound()
}

async function correctionProps(ask: Ask, again?: FormAgain) {
  const props = await formProps(ask, again)
  const correction: Correction | undefined = props?.visit.corrections.find(
    (one) => one.id === ask.c.req.param('correction'),
  )
  return props && correction && { ...props, correction }
}

async function showSign(ask: Ask, again?: FormAgain) {
  const props = await signProps(ask, again)
  return props ? SignPage(props) : ask.c.notFound()
}

async function showPaper(ask: Ask, again?: FormAgain) {
  const props = await signProps(ask, again)
  return props ? PaperPage({ ...props, today: ask.today }) : ask.c.notFound()
}

async function signProps(ask: Ask, again?: FormAgain) {
  const props = await formProps(ask, again)
  const { unitId } = unitOf(ask)
  const party = props && partyOf(unitId, props.visit)
  if (!props || !party) return undefined
  const { bloc, year, id } = yearOf(ask)
  const known = await findVisitSigner(ask.db, id, unitId)
  return {
    ...props,
    party,
    signer: known ?? { name: '', title: '' },
    pdf: documentsPaths.at(bloc.slug, year).visitFile(props.visit.id, 'pdf'),
  }
}
