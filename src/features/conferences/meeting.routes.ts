import { type Ask, keyParam } from '../../http/ask.ts'
import { page, type Route, type Show, write } from '../../http/feature.ts'
import { type FormBody, parseForm } from '../../http/form.ts'
import { confirmAttendance, recordAttendance } from './attendance.actions.ts'
import type { Ground } from './conference-place.ts'
import {
  answerForm,
  attendanceForm,
  changeForm,
  closeForm,
  confirmForm,
  directionForm,
  guestForm,
  openForm,
  planForm,
  readForm,
  remarkForm,
  removeDirectionForm,
  tellersForm,
} from './conferences.forms.ts'
import { conferencesWords } from './conferences.messages.ts'
import { deeds } from './conferences.paths.ts'
import { and } from './form-and.ts'
import {
  changeConference,
  closeConference,
  inviteGuest,
  inviteMembers,
  openConference,
  planConference,
} from './meeting.actions.ts'
import {
  showAttendance,
  showChange,
  showClose,
  showConference,
  showDirections,
  showList,
  showPlan,
  showReport,
} from './meeting.shows.ts'
import { showPolls } from './polls.shows.ts'
import {
  addDirection,
  addRemark,
  adoptReport,
  answerRemark,
  appointTellers,
  readReport,
  removeDirection,
} from './report.actions.ts'

/** Routes of the meeting itself: plan, invitation, attendance, report, directions. The same below a year and with a council. */
export function meetingRoutes(ground: Ground): readonly Route[] {
  const { route, place, placeOfConference, links } = ground
  const conferenceId = (ask: Ask) => keyParam(ask, 'conference') ?? ''
  const to = (deed: string) => (ask: Ask) => links(ask).act(conferenceId(ask), deed)
  const toConference = (ask: Ask) => links(ask).show(conferenceId(ask))
  const view = (path: string, show: Show) =>
    page({ path, permission: 'conference.read', place: placeOfConference, show })
  const [conference, attendance, report] = [
    showConference(ground),
    showAttendance(ground),
    showReport(ground),
  ]
  const [directions, change, close, plan] = [
    showDirections(ground),
    showChange(ground),
    showClose(ground),
    showPlan(ground),
  ]

  return [
    page({ path: route.list, permission: 'conference.read', place, show: showList(ground) }),
    page({ path: route.plan, permission: 'conference.manage', place, show: plan }),
    write({
      path: route.plan,
      permission: 'conference.manage',
      audit: 'conference.planned',
      place,
      action: planConference,
      read: (ask, body) => and(parseForm(planForm, body), ground.owner(ask)),
      next: (ask, done) => links(ask).show(done.conferenceId),
      said: (ask) => conferencesWords(ask.lang).planned,
      again: plan,
    }),
    view(route.show, conference),
    page({
      path: route.act(deeds.change),
      permission: 'conference.manage',
      place: placeOfConference,
      show: change,
    }),
    write({
      path: route.act(deeds.change),
      permission: 'conference.manage',
      audit: 'conference.changed',
      place: placeOfConference,
      action: changeConference,
      read: (ask, body) => and(parseForm(changeForm, body), { conferenceId: conferenceId(ask) }),
      next: toConference,
      said: (ask) => conferencesWords(ask.lang).changed,
      again: change,
    }),
    write({
      path: route.act(deeds.invite),
      permission: 'conference.manage',
      audit: 'conference.invited',
      place: placeOfConference,
      action: inviteMembers,
      read: (ask) => ({ ok: true, value: { conferenceId: conferenceId(ask) } }),
      next: to(deeds.attendance),
      said: (ask, done) => conferencesWords(ask.lang).invited(String(done.invited)),
      again: conference,
    }),
    write({
      path: route.act(deeds.guest),
      permission: 'conference.manage',
      audit: 'conference.guest_invited',
      place: placeOfConference,
      action: inviteGuest,
      read: (ask, body) => and(parseForm(guestForm, body), { conferenceId: conferenceId(ask) }),
      next: to(deeds.attendance),
      said: (ask) => conferencesWords(ask.lang).guestAdded,
      again: attendance,
    }),
    write({
      path: route.act(deeds.open),
      permission: 'conference.manage',
      audit: 'conference.opened',
      place: placeOfConference,
      action: openConference,
      read: (ask, body) => {
        const form = parseForm(openForm, body)
        if (!form.ok) return form
        const { heldOn } = form.value
        return { ok: true, value: { conferenceId: conferenceId(ask), ...(heldOn ? { heldOn } : {}) } }
      },
      next: toConference,
      said: (ask) => conferencesWords(ask.lang).opened,
      again: conference,
    }),
    page({
      path: route.act(deeds.close),
      permission: 'conference.manage',
      place: placeOfConference,
      show: close,
    }),
    write({
      path: route.act(deeds.close),
      permission: 'conference.manage',
      audit: 'conference.closed',
      place: placeOfConference,
      action: closeConference,
      read: (ask, body) => and(parseForm(closeForm, body), { conferenceId: conferenceId(ask) }),
      next: toConference,
      said: (ask) => conferencesWords(ask.lang).closed,
      again: close,
    }),
    view(route.act(deeds.attendance), attendance),
    write({
      path: route.act(deeds.attendance),
      permission: 'attendance.record',
      audit: 'attendance.recorded',
      place: placeOfConference,
      action: recordAttendance,
      read: (ask, body) => readAttendance(conferenceId(ask), body),
      next: to(deeds.attendance),
      said: (ask) => conferencesWords(ask.lang).attendanceSaved,
      again: attendance,
    }),
    write({
      path: route.act(deeds.confirm),
      permission: 'attendance.confirm',
      audit: 'attendance.confirmed',
      place: placeOfConference,
      action: confirmAttendance,
      read: (ask, body) => and(parseForm(confirmForm, body), { conferenceId: conferenceId(ask) }),
      next: toConference,
      said: (ask) => conferencesWords(ask.lang).confirmed,
      again: conference,
    }),
    view(route.act(deeds.report), report),
    write({
      path: route.act(deeds.read),
      permission: 'conference.manage',
      audit: 'conference.report_read',
      place: placeOfConference,
      action: readReport,
      read: (ask, body) => and(parseForm(readForm, body), { conferenceId: conferenceId(ask) }),
      next: to(deeds.report),
      said: (ask) => conferencesWords(ask.lang).reportWasSet,
      again: report,
    }),
    write({
      path: route.act(deeds.adopt),
      permission: 'conference.manage',
      audit: 'conference.report_adopted',
      place: placeOfConference,
      action: adoptReport,
      read: (ask) => ({ ok: true, value: { conferenceId: conferenceId(ask) } }),
      next: to(deeds.report),
      said: (ask) => conferencesWords(ask.lang).reportWasAdopted,
      again: report,
    }),
    write({
      path: route.act(deeds.remark),
      permission: 'remark.add',
      audit: 'remark.added',
      place: placeOfConference,
      action: addRemark,
      read: (ask, body) => and(parseForm(remarkForm, body), { conferenceId: conferenceId(ask) }),
      next: to(deeds.report),
      said: (ask) => conferencesWords(ask.lang).remarkAdded,
      again: report,
    }),
    write({
      path: route.act(deeds.answer),
      permission: 'conference.manage',
      audit: 'remark.answered',
      place: placeOfConference,
      action: answerRemark,
      read: (_ask, body) => parseForm(answerForm, body),
      next: to(deeds.report),
      said: (ask) => conferencesWords(ask.lang).answered,
      again: report,
    }),
    view(route.act(deeds.directions), directions),
    write({
      path: route.act(deeds.directions),
      permission: 'conference.manage',
      audit: 'direction.added',
      place: placeOfConference,
      action: addDirection,
      read: (ask, body) => and(parseForm(directionForm, body), { conferenceId: conferenceId(ask) }),
      next: to(deeds.directions),
      said: (ask) => conferencesWords(ask.lang).directionAdded,
      again: directions,
    }),
    write({
      path: route.act(deeds.removeDirection),
      permission: 'conference.manage',
      audit: 'direction.removed',
      place: placeOfConference,
      action: removeDirection,
      read: (ask, body) => and(parseForm(removeDirectionForm, body), { conferenceId: conferenceId(ask) }),
      next: to(deeds.directions),
      said: (ask) => conferencesWords(ask.lang).directionRemoved,
      again: directions,
    }),
    write({
      path: route.act(deeds.tellers),
      permission: 'poll.manage',
      audit: 'tellers.appointed',
      place: placeOfConference,
      action: appointTellers,
      read: (ask, body) => readTellers(conferenceId(ask), body),
      next: to(deeds.polls),
      said: (ask) => conferencesWords(ask.lang).tellersSaved,
      again: showPolls(ground),
    }),
  ]
}

function readAttendance(conferenceId: string, body: FormBody) {
  const form = parseForm(attendanceForm, body)
  if (!form.ok) return form
  const { channel, presence, delegateName, delegateTitle, writtenOpinion, note, version } = form.value
  const lines = Object.entries(presence).map(([attendanceId, state]) => ({
    attendanceId,
    presence: state,
    delegateName: delegateName[attendanceId] ?? '',
    delegateTitle: delegateTitle[attendanceId] ?? '',
    writtenOpinion: writtenOpinion[attendanceId] ?? '',
    note: note[attendanceId] ?? '',
    ...(version[attendanceId] === undefined ? {} : { version: version[attendanceId] }),
  }))
  return { ok: true, value: { conferenceId, channel, lines } } as const
}

function readTellers(conferenceId: string, body: FormBody) {
  const form = parseForm(tellersForm, body)
  if (!form.ok) return form
  const { name, unitId } = form.value
  const tellers = Object.entries(name)
    .filter(([, teller]) => teller !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([line, teller]) => ({
      name: teller,
      unitId: unitId[line] ?? null,
      duty: line === '0' ? ('head' as const) : ('member' as const),
    }))
  return { ok: true, value: { conferenceId, tellers } } as const
}
