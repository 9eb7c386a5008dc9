import { type Ask, mayHere, unitIdsOf } from '../../http/ask.ts'
import type { FormAgain, Show } from '../../http/feature.ts'
import { frameOf } from '../../http/frame.ts'
import { documentsPaths } from '../documents/documents.paths.ts'
import { draftsPaths } from '../drafts/drafts.paths.ts'
import { AttendancePage } from './attendance.page.tsx'
import { listAttendance } from './attendance.store.ts'
import { CloseConferencePage, ConferencePage } from './conference.page.tsx'
import { conferenceOf, type Ground } from './conference-place.ts'
import { yearKinds } from './conferences.forms.ts'
import { conferencesWords } from './conferences.messages.ts'
import { ConferencesPage } from './conferences.page.tsx'
import { deeds } from './conferences.paths.ts'
import {
  type ConferenceRow,
  listAgenda,
  listConferences,
  listCouncilConferences,
  listDirections,
  listDraftChoices,
  listRemarks,
} from './conferences.store.ts'
import { DirectionsPage } from './directions.page.tsx'
import { listDriveChoices } from './drive-choices.store.ts'
import { openVotesOf, ownLineOf, quorumFor } from './meeting-facts.ts'
import { PlanPage } from './plan.page.tsx'
import { ReportPage } from './report.page.tsx'
import { inForm } from './said-again.tsx'

/** What every page of a conference is given. */
export async function frameFor(ground: Ground, ask: Ask, again?: FormAgain) {
  const conference = await conferenceOf(ask)
  return { frame: frameOf(ask), links: ground.links(ask), conference, problem: again?.problem }
}

export function showList(ground: Ground): Show {
  return async (ask) => {
    const { blocYearId, councilId } = ground.owner(ask)
    const conferences = blocYearId
      ? await listConferences(ask.db, blocYearId)
      : await listCouncilConferences(ask.db, councilId ?? '')
    return ConferencesPage({
      frame: frameOf(ask),
      links: ground.links(ask),
      conferences,
      council: blocYearId === null,
      mayManage: mayHere(ask, 'conference.manage'),
    })
  }
}

export function showPlan(ground: Ground): Show {
  return async (ask, again) => {
    const links = ground.links(ask)
    const { blocYearId, councilId } = ground.owner(ask)
    return PlanPage({
      frame: frameOf(ask),
      links,
      action: links.plan,
      kinds: blocYearId ? yearKinds : ['council'],
      drives: councilId ? await listDriveChoices(ask.db, councilId) : [],
      agenda: [],
      again,
    })
  }
}

export function showChange(ground: Ground): Show {
  return async (ask, again) => {
    const { frame, links, conference } = await frameFor(ground, ask, again)
    const kinds = conference.blocYearId ? yearKinds : ['council']
    const agenda = await listAgenda(ask.db, conference.id)
    return PlanPage({
      frame,
      links,
      conference,
      action: links.act(conference.id, deeds.change),
      kinds,
      agenda,
      again,
    })
  }
}

export function showConference(ground: Ground): Show {
  return async (ask, again) => {
    const { frame, links, conference, problem } = await frameFor(ground, ask, again)
    return ConferencePage({
      frame,
      links,
      conference,
      problem,
      agenda: await listAgenda(ask.db, conference.id),
      mayManage: mayHere(ask, 'conference.manage'),
      own: ownLineOf(ask, await listAttendance(ask.db, conference.id)),
      openVotes: await openVotesOf(ask, conference, links),
      quorum: await quorumFor(ask, conference),
      papers: papersOf(ask, conference),
      again: inForm(again),
    })
  }
}

export function showClose(ground: Ground): Show {
  return async (ask, again) => CloseConferencePage({ ...(await frameFor(ground, ask, again)), again })
}

export function showAttendance(ground: Ground): Show {
  return async (ask, again) => {
    const base = await frameFor(ground, ask, again)
    const lines = await listAttendance(ask.db, base.conference.id)
    return AttendancePage({
      ...base,
      lines,
      own: ownLineOf(ask, lines),
      mayRecord: mayHere(ask, 'attendance.record'),
      quorum: await quorumFor(ask, base.conference),
      again: inForm(again),
    })
  }
}

export function showReport(ground: Ground): Show {
  return async (ask, again) => {
    const base = await frameFor(ground, ask, again)
    const mayManage = mayHere(ask, 'conference.manage')
    const members = ask.blocYear?.members ?? []
    const own = unitIdsOf(ask)
    const drafts = draftsPaths(ask.blocYear?.bloc.slug ?? '', ask.blocYear?.year ?? 0)
    return ReportPage({
      ...base,
      drafts: ask.blocYear ? await listDraftChoices(ask.db, ask.blocYear.id) : [],
      draftHref: drafts.show,
      draftsHref: drafts.list,
      remarks: await listRemarks(ask.db, base.conference.id),
      units: mayManage ? members : members.filter(({ id }) => own.includes(id)),
      mayManage,
      mayRemark: mayHere(ask, 'remark.add'),
      again: inForm(again),
    })
  }
}

export function showDirections(ground: Ground): Show {
  return async (ask, again) => {
    const base = await frameFor(ground, ask, again)
    return DirectionsPage({
      ...base,
      directions: await listDirections(ask.db, base.conference.id),
      nextYear: (ask.blocYear?.year ?? Number(ask.today.slice(0, 4))) + 1,
      mayManage: mayHere(ask, 'conference.manage'),
      again: inForm(again),
    })
  }
}

function papersOf(ask: Ask, conference: ConferenceRow) {
  if (!ask.blocYear || !mayHere(ask, 'paper.write')) return []
  const t = conferencesWords(ask.lang)
  const { view } = documentsPaths.at(ask.blocYear.bloc.slug, ask.blocYear.year)
  const paper = (type: string, label: string) => ({
    label,
    href: view({ type, conferenceId: conference.id }),
  })
  const invitation = paper('invitation', t.invitationPaper)
  return conference.state === 'planned' || conference.state === 'invited'
    ? [invitation]
    : [invitation, paper('conference-minutes', t.minutesPaper)]
}
