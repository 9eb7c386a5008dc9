import { type Ask, keyParam, mayHere, query } from '../../http/ask.ts'
import { type Feature, type FormAgain, type Place, page, type Route, write } from '../../http/feature.ts'
import { parseForm } from '../../http/form.ts'
import { frameOf } from '../../http/frame.ts'
import { inYear } from '../../http/places.ts'
import { conferencesPaths } from '../conferences/conferences.paths.ts'
import { writeAchievement } from './achievement.actions.ts'
import { awardsEvents, awardsFaults } from './awards.faults.ts'
import {
  achievementForm,
  nameForm,
  outcomeForm,
  presentForm,
  proposeParticipantForm,
  submitForm,
  withdrawForm,
} from './awards.forms.ts'
import { awardsWords } from './awards.messages.ts'
import { AwardsPage } from './awards.page.tsx'
import { awardsPaths } from './awards.paths.ts'
import { linesOf, whoOf, withoutTraces } from './awards.view.ts'
import { yearAwardSheets } from './awards.workbook.ts'
import { listAwardPolls } from './candidates.store.ts'
import { choiceLines, chooseRoutes } from './choose.routes.ts'
import { DriveAwardsPage } from './drive.page.tsx'
import {
  groundOf,
  inDrive,
  originKeys,
  pathsHere,
  proposalHere,
  proposalInDrive,
  proposalInYear,
  rightsHere,
  unitsHere,
} from './ground.ts'
import { unexplainedUnits } from './left-out.ts'
import { presentAward, recordOutcome } from './outcome.actions.ts'
import { proposeParticipant } from './participant.actions.ts'
import { ProposalPage, WithdrawPage } from './proposal.page.tsx'
import { listDriveParticipants, listProposals, listSubmissions, type ProposalRow } from './proposals.store.ts'
import { nameProposal, withdrawProposal } from './propose.actions.ts'
import { recordsRoutes } from './records.routes.ts'
import { listRecordsOfUnit } from './records.store.ts'
import { OutcomePage, PresentPage, SubmitPage } from './steps.page.tsx'
import { submitProposals } from './submit.actions.ts'

const { route } = awardsPaths

/** Proposals in a year of a bloc and at the end of a drive, and the lifelong award record. */
export const awards: Feature = {
  name: 'awards',
  faults: awardsFaults,
  events: awardsEvents,
  yearSheets: { permission: 'proposal.read', sheets: yearAwardSheets },
  routes: [
    page({ path: route.list, permission: 'proposal.read', place: inYear, show: showYear }),
    ...chooseRoutes,
    ...wayRoutes(inYear, proposalInYear, {
      submit: route.submit,
      outcome: route.outcome,
      present: route.present,
      show: route.show,
      act: route.showAct,
    }),
    page({ path: route.drive, permission: 'proposal.read', place: inDrive, show: showDrive }),
    write({
      path: route.driveAct('de-nghi'),
      permission: 'proposal.manage',
      audit: 'proposal.made_in_drive',
      place: inDrive,
      action: proposeParticipant,
      read: (ask, body) => {
        const form = parseForm(proposeParticipantForm, body)
        return form.ok
          ? { ok: true, value: { ...form.value, movementId: keyParam(ask, 'movement') ?? '' } }
          : form
      },
      next: (ask) => pathsHere(ask).list,
      said: (ask) => awardsWords(ask.lang).saved,
      again: showDrive,
    }),
    ...wayRoutes(inDrive, proposalInDrive, {
      submit: route.driveAct('trinh'),
      outcome: route.driveAct('ket-qua'),
      present: route.driveAct('trao'),
      show: route.driveShow,
      act: route.driveShowAct,
    }),
    ...recordsRoutes,
  ],
}

type WayPatterns = {
  readonly submit: string
  readonly outcome: string
  readonly present: string
  readonly show: string
  readonly act: (deed: string) => string
}

/** The way from the list to the ceremony is the same below a year and below a drive. */
function wayRoutes(place: Place, ofProposal: Place, at: WayPatterns): readonly Route[] {
  return [
    page({ path: at.submit, permission: 'proposal.submit', place, show: showSubmit }),
    write({
      path: at.submit,
      permission: 'proposal.submit',
      audit: 'proposal.submitted',
      place,
      action: submitProposals,
      read: (ask, body) => {
        const form = parseForm(submitForm, body)
        return form.ok ? { ok: true, value: { ...form.value, ...originKeys(ask) } } : form
      },
      next: (ask) => pathsHere(ask).list,
      said: (ask, { sent }) => awardsWords(ask.lang).submitted(String(sent)),
      again: showSubmit,
    }),
    page({ path: at.outcome, permission: 'proposal.outcome', place, show: showOutcome }),
    write({
      path: at.outcome,
      permission: 'proposal.outcome',
      audit: 'proposal.outcome_recorded',
      place,
      action: recordOutcome,
      read: (_ask, body) => parseForm(outcomeForm, body),
      next: (ask) => pathsHere(ask).list,
      said: (ask, { recorded }) => awardsWords(ask.lang).outcomeSaved(String(recorded)),
      again: showOutcome,
    }),
    page({ path: at.present, permission: 'proposal.outcome', place, show: showPresent }),
    write({
      path: at.present,
      permission: 'proposal.outcome',
      audit: 'proposal.presented',
      place,
      action: presentAward,
      read: (_ask, body) => parseForm(presentForm, body),
      next: (ask) => pathsHere(ask).list,
      said: (ask, { presented }) => awardsWords(ask.lang).presentedSaved(String(presented)),
      again: showPresent,
    }),
    page({ path: at.show, permission: 'proposal.read', place: ofProposal, show: showProposal }),
    write({
      path: at.act('bao-cao'),
      permission: 'achievement.write',
      audit: 'proposal.achievement_written',
      place: ofProposal,
      action: writeAchievement,
      read: (ask, body) => {
        const form = parseForm(achievementForm, body)
        return form.ok
          ? { ok: true, value: { ...form.value, proposalId: keyParam(ask, 'proposal') ?? '' } }
          : form
      },
      next: (ask, { proposalId }) => pathsHere(ask).show(proposalId),
      said: (ask, { sent }) =>
        sent ? awardsWords(ask.lang).achievementSent : awardsWords(ask.lang).achievementSaved,
      again: showProposal,
    }),
    write({
      path: at.act('neu-ten'),
      permission: 'proposal.manage',
      audit: 'proposal.named',
      place: ofProposal,
      action: nameProposal,
      read: (ask, body) => {
        const form = parseForm(nameForm, body)
        if (!form.ok) return form
        const { keepUnnamed, ...value } = form.value
        return {
          ok: true,
          value: { ...value, named: !keepUnnamed, proposalId: keyParam(ask, 'proposal') ?? '' },
        }
      },
      next: (ask, { proposalId }) => pathsHere(ask).show(proposalId),
      said: (ask) => awardsWords(ask.lang).named,
      again: showProposal,
    }),
    page({ path: at.act('rut'), permission: 'proposal.manage', place: ofProposal, show: showWithdraw }),
    write({
      path: at.act('rut'),
      permission: 'proposal.manage',
      audit: 'proposal.withdrawn',
      place: ofProposal,
      action: withdrawProposal,
      read: (ask, body) => {
        const form = parseForm(withdrawForm, body)
        return form.ok
          ? { ok: true, value: { ...form.value, proposalId: keyParam(ask, 'proposal') ?? '' } }
          : form
      },
      next: (ask) => pathsHere(ask).list,
      said: (ask) => awardsWords(ask.lang).withdrawn,
      again: showWithdraw,
    }),
  ]
}

async function showYear(ask: Ask) {
  const { origin, paths, year } = await groundOf(ask)
  const proposals = await listProposals(ask.db, origin)
  const rights = rightsHere(ask)
  return AwardsPage({
    frame: frameOf(ask),
    year,
    paths,
    proposals,
    lines: linesOf(proposals, ask.lang, rights.manage),
    submissions: await listSubmissions(ask.db, origin),
    choices: rights.manage ? await choiceLines(ask, proposals) : [],
    rights,
  })
}

async function showDrive(ask: Ask, again?: FormAgain) {
  const { origin, paths, drive } = await groundOf(ask)
  if (!drive || !('movementId' in origin)) throw new Error('This route is not below a drive')
  const proposals = await listProposals(ask.db, origin)
  const polls = (await listAwardPolls(ask.db, origin)).filter((poll) => poll.state === 'counted')
  const taken = polls.flatMap((poll) => poll.candidates.filter((candidate) => candidate.taken))
  const rights = rightsHere(ask)
  const participants = await listDriveParticipants(ask.db, drive.id)
  return DriveAwardsPage({
    frame: frameOf(ask),
    drive,
    paths,
    proposals,
    lines: linesOf(proposals, ask.lang, rights.manage),
    participants: participants.map((participant) => ({
      participant,
      taken: taken.some((one) =>
        one.unitId === null ? one.name === participant.name : one.unitId === participant.unitId,
      ),
      proposed: proposals.some(
        (one) =>
          one.state !== 'withdrawn' &&
          one.recipient === participant.kind &&
          one.recipientName === participant.name,
      ),
    })),
    submissions: await listSubmissions(ask.db, origin),
    rights,
    voted: polls.length > 0,
    today: ask.today,
    again,
  })
}

async function proposalProps(ask: Ask, again: FormAgain | undefined) {
  const { paths, listTitle } = await groundOf(ask)
  const proposal = await proposalHere(ask)
  const { manage, outcome } = rightsHere(ask)
  const ofRecipient = proposal.unitId ? { ...ask.scope, unitId: proposal.unitId } : ask.scope
  const mayWrite = mayHere(ask, 'achievement.write', ofRecipient)
  const knows = manage || mayWrite || !proposal.nameWithheld
  return {
    frame: frameOf(ask),
    paths,
    listTitle,
    proposal: knows ? proposal : withoutTraces(proposal),
    who: whoOf(proposal, ask.lang, manage || mayWrite),
    pastAwards: knows && proposal.unitId ? await earlierRecords(ask, proposal.unitId, proposal.id) : [],
    units: manage ? await unitsHere(ask.db, ask) : [],
    pollHref: knows ? pollHref(ask, proposal) : undefined,
    mayManage: manage,
    mayWrite,
    mayAnswer: outcome,
    today: ask.today,
    again,
  }
}

async function showProposal(ask: Ask, again?: FormAgain) {
  return ProposalPage(await proposalProps(ask, again))
}

async function showWithdraw(ask: Ask, again?: FormAgain) {
  return WithdrawPage(await proposalProps(ask, again))
}

async function stepProps(
  ask: Ask,
  again: FormAgain | undefined,
  fits: (proposal: ProposalRow) => boolean,
  all = false,
) {
  const { origin, paths, listTitle } = await groundOf(ask)
  const proposals = (await listProposals(ask.db, origin)).filter(fits)
  const wanted = query(ask, 'de-nghi')
  const chosen = proposals.filter((one) => (wanted === '' ? all : one.id === wanted)).map((one) => one.id)
  const t = awardsWords(ask.lang)
  return {
    frame: frameOf(ask),
    paths,
    listTitle,
    proposals,
    chosen,
    units: await unitsHere(ask.db, ask),
    addressee: t.usualAddressee,
    leftOut: ask.blocYear ? await unexplainedUnits(ask.db, ask.blocYear.id, ask.today, ask.today) : [],
    today: ask.today,
    again,
  }
}

async function showSubmit(ask: Ask, again?: FormAgain) {
  const fits = ({ state }: ProposalRow) => state === 'proposed' || state === 'returned'
  return SubmitPage(await stepProps(ask, again, fits, true))
}

async function showOutcome(ask: Ask, again?: FormAgain) {
  return OutcomePage(
    await stepProps(ask, again, ({ state }) => ['submitted', 'council', 'returned'].includes(state)),
  )
}

async function showPresent(ask: Ask, again?: FormAgain) {
  const fits = ({ state, presentedOn }: ProposalRow) => state === 'granted' && presentedOn === null
  return PresentPage(await stepProps(ask, again, fits))
}

async function earlierRecords(ask: Ask, unitId: string, proposalId: string) {
  const records = await listRecordsOfUnit(ask.db, unitId)
  return records.filter((record) => record.proposalId !== proposalId)
}

function pollHref(ask: Ask, proposal: ProposalRow): string | undefined {
  if (!ask.blocYear || !proposal.pollId || !proposal.pollConferenceId) return undefined
  const { bloc, year } = ask.blocYear
  return conferencesPaths.at(bloc.slug, year).poll(proposal.pollConferenceId, proposal.pollId)
}
