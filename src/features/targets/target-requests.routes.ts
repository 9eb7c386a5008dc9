import { type Ask, keyOrNone } from '../../http/ask.ts'
import { type Route, type Show, write } from '../../http/feature.ts'
import { parseForm } from '../../http/form.ts'
import { inYearOfUnit } from '../../http/places.ts'
import {
  agreeTargetChange,
  refuseTargetChange,
  requestTargetChange,
  takeBackTargetChange,
} from './target-requests.actions.ts'
import { requestsWords } from './target-requests.messages.ts'
import { agreeForm, changeForm, refuseForm } from './targets.forms.ts'
import { targetsPaths } from './targets.paths.ts'
import { ownPath, unitPlace } from './targets.reading.ts'

const { route } = targetsPaths

/** A change of a signed own target: asked for by the unit, decided by the head. */
export function requestRoutes(again: Show): readonly Route[] {
  return [
    write({
      path: route.request,
      permission: 'target.write',
      audit: 'target.change_requested',
      place: inYearOfUnit,
      action: requestTargetChange,
      read: (ask, body) => {
        const form = parseForm(changeForm, body)
        return form.ok ? { ok: true, value: { ...form.value, ...placeOf(ask) } } : form
      },
      next: ownPath,
      said: (ask) => requestsWords(ask.lang).sent,
      again,
    }),
    write({
      path: route.agree,
      permission: 'target.consent',
      audit: 'target.change_agreed',
      place: inYearOfUnit,
      action: agreeTargetChange,
      read: (ask, body) => {
        const form = parseForm(agreeForm, body)
        return form.ok ? { ok: true, value: { ...form.value, ...placeOf(ask) } } : form
      },
      next: ownPath,
      said: (ask) => requestsWords(ask.lang).agreedNow,
      again,
    }),
    write({
      path: route.refuse,
      permission: 'target.consent',
      audit: 'target.change_refused',
      place: inYearOfUnit,
      action: refuseTargetChange,
      read: (ask, body) => {
        const form = parseForm(refuseForm, body)
        return form.ok ? { ok: true, value: { ...form.value, ...placeOf(ask) } } : form
      },
      next: ownPath,
      said: (ask) => requestsWords(ask.lang).refusedNow,
      again,
    }),
    write({
      path: route.takeBack,
      permission: 'target.write',
      audit: 'target.change_taken_back',
      place: inYearOfUnit,
      action: takeBackTargetChange,
      read: (ask) => ({ ok: true, value: placeOf(ask) }),
      next: ownPath,
      said: (ask) => requestsWords(ask.lang).takenBack,
      again,
    }),
  ]
}

function placeOf(ask: Ask) {
  return { ...unitPlace(ask), targetId: keyOrNone(ask, 'target') }
}
