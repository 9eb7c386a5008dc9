import type { Result } from '../../domain/result.ts'
import { type Ask, keyParam } from '../../http/ask.ts'
import { type Route, write } from '../../http/feature.ts'
import { parseForm } from '../../http/form.ts'
import { inYearOfUnit } from '../../http/places.ts'
import {
  acceptReport,
  addEvidence,
  downgradeRating,
  rateUnit,
  returnReport,
  sendReport,
  withdrawEvidence,
} from './reports.actions.ts'
import {
  acceptForm,
  downgradeForm,
  evidenceForm,
  ratingForm,
  returnForm,
  sendForm,
  withdrawForm,
} from './results.forms.ts'
import { resultsWords } from './results.messages.ts'
import { resultsPaths } from './results.paths.ts'
import { linksOf, ownerOf, unitPlace } from './results.reading.ts'
import { showFigure, showSheet } from './results.show.ts'

const { route } = resultsPaths

/** Sending, returning and accepting reports, evidence, ratings: always of one unit. */
export const reportRoutes: readonly Route[] = [
  write({
    path: route.send,
    permission: 'report.send',
    audit: 'report.sent',
    place: inYearOfUnit,
    action: sendReport,
    read: (ask, body) => ofUnit(ask, parseForm(sendForm, body)),
    next: sheetPath,
    said: (ask) => resultsWords(ask.lang).sent,
    again: showSheet,
  }),
  write({
    path: route.giveBack,
    permission: 'report.decide',
    audit: 'report.returned',
    place: inYearOfUnit,
    action: returnReport,
    read: (ask, body) => ofUnit(ask, parseForm(returnForm, body)),
    next: sheetPath,
    said: (ask) => resultsWords(ask.lang).returned,
    again: showSheet,
  }),
  write({
    path: route.accept,
    permission: 'report.decide',
    audit: 'report.accepted',
    place: inYearOfUnit,
    action: acceptReport,
    read: (ask, body) => ofUnit(ask, parseForm(acceptForm, body)),
    next: sheetPath,
    said: (ask) => resultsWords(ask.lang).accepted,
    again: showSheet,
  }),
  write({
    path: route.evidence,
    permission: 'result.write',
    audit: 'evidence.added',
    place: inYearOfUnit,
    action: addEvidence,
    read: (ask, body) => ofUnit(ask, parseForm(evidenceForm, body)),
    next: figurePath,
    said: (ask) => resultsWords(ask.lang).evidenceAdded,
    again: showFigure,
  }),
  write({
    path: route.withdrawEvidence,
    permission: 'result.write',
    audit: 'evidence.withdrawn',
    place: inYearOfUnit,
    action: withdrawEvidence,
    read: (ask, body) => ofUnit(ask, parseForm(withdrawForm, body)),
    next: figurePath,
    said: (ask) => resultsWords(ask.lang).evidenceWithdrawn,
    again: showFigure,
  }),
  write({
    path: route.rating,
    permission: 'rating.write',
    audit: 'rating.recorded',
    place: inYearOfUnit,
    action: rateUnit,
    read: (ask, body) => ofUnit(ask, parseForm(ratingForm, body)),
    next: sheetPath,
    said: (ask) => resultsWords(ask.lang).rated,
    again: showSheet,
  }),
  write({
    path: route.downgrade,
    permission: 'rating.write',
    audit: 'rating.downgraded',
    place: inYearOfUnit,
    action: downgradeRating,
    read: (ask, body) => ofUnit(ask, parseForm(downgradeForm, body)),
    next: sheetPath,
    said: (ask) => resultsWords(ask.lang).lowered,
    again: showSheet,
  }),
]

function ofUnit<T, E>(ask: Ask, form: Result<T, E>): Result<T & ReturnType<typeof unitPlace>, E> {
  return form.ok ? { ok: true, value: { ...form.value, ...unitPlace(ask) } } : form
}

function sheetPath(ask: Ask): string {
  return linksOf(ask).sheet(ownerOf(ask).slug)
}

function figurePath(ask: Ask): string {
  return linksOf(ask).figure(ownerOf(ask).slug, keyParam(ask, 'indicator') ?? '')
}
