import {
  type DriveState,
  driveLacks,
  driveStateLabels,
  driveStates,
  driveStation,
  driveStationLabels,
  driveStations,
  nextDriveState,
} from '../../domain/movements/index.ts'
import { type Ask, keyParam, mayHere, param, query, unitIdsOf } from '../../http/ask.ts'
import { type FormAgain, type Place, page, type Route, write } from '../../http/feature.ts'
import { parseForm } from '../../http/form.ts'
import { frameOf } from '../../http/frame.ts'
import { inOwnProvince, onSite } from '../../http/places.ts'
import { unitScope } from '../../scopes/scopes.store.ts'
import type { YearStation } from '../../ui/index.ts'
import { DrivePage } from './drive.page.tsx'
import { DriveFormPage, DriveMovePage } from './drive-form.page.tsx'
import { DriveParticipantPage } from './drive-participant.page.tsx'
import {
  addParticipants,
  adviseParticipant,
  launchDrive,
  moveDrive,
  recordFieldCheck,
  removeParticipant,
  reportParticipant,
  reviseDrive,
} from './drives.actions.ts'
import { drivesWords } from './drives.messages.ts'
import { DrivesPage } from './drives.page.tsx'
import {
  findDriveFacts,
  findParticipant,
  listCouncilsOf,
  listDriveProposals,
  listDriveTargets,
  listOwners,
  listParticipants,
  listSessions,
} from './drives.store.ts'
import {
  adviseForm,
  checkForm,
  launchDriveForm,
  moveForm,
  ownReportForm,
  participantsForm,
  reportForm,
  reviseDriveForm,
} from './movements.forms.ts'
import { drivesPaths, drivesRoutes } from './movements.paths.ts'
import { findMovement, listDrives, listGuidingPapers, type MovementRow, scopeOf } from './movements.store.ts'

/** Below `/dot-thi-dua/:movement`: rights follow its owner and its council. */
const ofDrive: Place = async (ask) => {
  const key = keyParam(ask, 'movement')
  const drive = key ? await findMovement(ask.db, key) : undefined
  return drive?.kind === 'special' ? { scope: scopeOf(drive) } : undefined
}

const ofParticipant: Place = async (ask) => {
  const place = await ofDrive(ask)
  const key = keyParam(ask, 'participant')
  const participant = key ? await findParticipant(ask.db, key) : undefined
  return participant?.movementId === ask.c.req.param('movement') ? place : undefined
}

/** The participant's own unit, where it is in the register. */
const ofParticipantUnit: Place = async (ask) => {
  if (!(await ofParticipant(ask))) return undefined
  const participant = await findParticipant(ask.db, ask.c.req.param('participant') ?? '')
  const scope = participant?.unitId ? await unitScope(ask.db, participant.unitId) : undefined
  return scope && { scope }
}

/** Whoever may launch: for the unit of the first appointment, or for the province. */
const ofLauncher: Place = async (ask) => {
  const [unitId] = unitIdsOf(ask)
  const scope = unitId ? await unitScope(ask.db, unitId) : undefined
  return scope ? { scope } : inOwnProvince(ask)
}

/** Special drives, of a unit or of a province, outside any bloc. */
export const driveRoutes: readonly Route[] = [
  page({ path: drivesRoutes.list, permission: 'movement.read', place: onSite, show: showDrives }),
  page({ path: drivesRoutes.launch, permission: 'drive.manage', place: ofLauncher, show: showLaunch }),
  write({
    path: drivesRoutes.launch,
    permission: 'drive.manage',
    audit: 'drive.launched',
    place: ofLauncher,
    action: launchDrive,
    read: (_ask, body) => parseForm(launchDriveForm, body),
    next: (_ask, { movementId }) => drivesPaths.show(movementId),
    said: (ask) => drivesWords(ask.lang).launched,
    again: showLaunch,
  }),
  page({ path: drivesRoutes.show, permission: 'movement.read', place: ofDrive, show: showDrive }),
  page({ path: drivesRoutes.revise, permission: 'drive.manage', place: ofDrive, show: showRevise }),
  write({
    path: drivesRoutes.revise,
    permission: 'drive.manage',
    audit: 'drive.revised',
    place: ofDrive,
    action: reviseDrive,
    read: (ask, body) => {
      const form = parseForm(reviseDriveForm, body)
      return form.ok ? { ok: true, value: { ...form.value, movementId: param(ask, 'movement') } } : form
    },
    next: (_ask, { movementId }) => drivesPaths.show(movementId),
    said: (ask) => drivesWords(ask.lang).revised,
    again: showRevise,
  }),
  page({ path: drivesRoutes.move, permission: 'drive.manage', place: ofDrive, show: showMove }),
  write({
    path: drivesRoutes.move,
    permission: 'drive.manage',
    audit: 'drive.moved',
    place: ofDrive,
    action: moveDrive,
    read: (ask, body) => {
      const form = parseForm(moveForm, body)
      return form.ok ? { ok: true, value: { ...form.value, movementId: param(ask, 'movement') } } : form
    },
    next: (_ask, { movementId }) => drivesPaths.show(movementId),
    said: (ask) => drivesWords(ask.lang).moved,
    again: showMove,
  }),
  write({
    path: drivesRoutes.participants,
    permission: 'drive.manage',
    audit: 'drive.participants_added',
    place: ofDrive,
    action: addParticipants,
    read: (ask, body) => {
      const form = parseForm(participantsForm, body)
      return form.ok ? { ok: true, value: { ...form.value, movementId: param(ask, 'movement') } } : form
    },
    next: (ask) => drivesPaths.show(param(ask, 'movement')),
    said: (ask) => drivesWords(ask.lang).added,
    again: showDrive,
  }),
  page({
    path: drivesRoutes.participant,
    permission: 'proposal.read',
    place: ofParticipant,
    show: showParticipant,
  }),
  page({
    path: drivesRoutes.reportAsOwn,
    permission: 'drive.report',
    place: ofParticipantUnit,
    show: showParticipant,
  }),
  write({
    path: drivesRoutes.reportAsOwn,
    permission: 'drive.report',
    audit: 'drive.participant_reported',
    place: ofParticipantUnit,
    action: reportParticipant,
    read: (ask, body) => {
      const form = parseForm(ownReportForm, body)
      return form.ok ? { ok: true, value: { ...form.value, participantId: param(ask, 'participant') } } : form
    },
    next: (_ask, { movementId }) => drivesPaths.show(movementId),
    said: (ask) => drivesWords(ask.lang).reportSaved,
    again: showParticipant,
  }),
  write({
    path: drivesRoutes.report,
    permission: 'drive.report',
    audit: 'drive.participant_reported',
    place: ofParticipant,
    action: reportParticipant,
    read: (ask, body) => {
      const form = parseForm(reportForm, body)
      return form.ok ? { ok: true, value: { ...form.value, participantId: param(ask, 'participant') } } : form
    },
    next: backToParticipant,
    said: (ask) => drivesWords(ask.lang).reportSaved,
    again: showParticipant,
  }),
  write({
    path: drivesRoutes.check,
    permission: 'drive.manage',
    audit: 'drive.field_check_recorded',
    place: ofParticipant,
    action: recordFieldCheck,
    read: (ask, body) => {
      const form = parseForm(checkForm, body)
      return form.ok ? { ok: true, value: { ...form.value, participantId: param(ask, 'participant') } } : form
    },
    next: backToParticipant,
    said: (ask) => drivesWords(ask.lang).checkSaved,
    again: showParticipant,
  }),
  write({
    path: drivesRoutes.advise,
    permission: 'drive.advise',
    audit: 'drive.advised',
    place: ofParticipant,
    action: adviseParticipant,
    read: (ask, body) => {
      const form = parseForm(adviseForm, body)
      return form.ok ? { ok: true, value: { ...form.value, participantId: param(ask, 'participant') } } : form
    },
    next: backToParticipant,
    said: (ask) => drivesWords(ask.lang).adviseSaved,
    again: showParticipant,
  }),
  write({
    path: drivesRoutes.remove,
    permission: 'drive.manage',
    audit: 'drive.participant_removed',
    place: ofParticipant,
    action: removeParticipant,
    read: (ask) => ({ ok: true, value: { participantId: param(ask, 'participant') } }),
    next: (_ask, { movementId }) => drivesPaths.show(movementId),
    said: (ask) => drivesWords(ask.lang).removed,
    again: showParticipant,
  }),
]

function backToParticipant(ask: Ask): string {
  return drivesPaths.participant(param(ask, 'movement'), param(ask, 'participant'))
}

async function showDrives(ask: Ask) {
  const launcher = await ofLauncher(ask)
  return DrivesPage({
    frame: frameOf(ask),
    drives: await listDrives(ask.db),
    mayLaunch: mayHere(ask, 'drive.manage', launcher?.scope),
  })
}

async function showDrive(ask: Ask, again?: FormAgain) {
  const drive = await driveOf(ask)
  const facts = await findDriveFacts(ask.db, drive, ask.today)
  const next = nextDriveState(facts.state)
  const participants = await listParticipants(ask.db, drive.id)
  const inside = mayHere(ask, 'proposal.read') || mayHere(ask, 'drive.manage')
  const mine = participants.filter((one) => one.unitId && unitIdsOf(ask).includes(one.unitId))
  const mayManage = mayHere(ask, 'drive.manage')
  return DrivePage({
    frame: frameOf(ask),
    drive,
    stations: stationsOf(ask, driveStation(facts)),
    lacks: next && mayManage ? driveLacks(facts, next) : undefined,
    next,
    targets: await listDriveTargets(ask.db, drive.id),
    participants,
    inside,
    mine: mine.filter((one) => one.unitId !== drive.unitId),
    sessions: inside ? await listSessions(ask.db, drive.id) : [],
    proposals: inside ? await listDriveProposals(ask.db, drive.id) : [],
    mayManage,
    maySetTargets: drive.unitId !== null && drive.state !== 'closed' && mayHere(ask, 'target.write'),
    again,
  })
}

function stationsOf(ask: Ask, at: (typeof driveStations)[number]): readonly YearStation[] {
  const present = driveStations.indexOf(at)
  return driveStations.map((station, index) => ({
    label: driveStationLabels[station][ask.lang],
    status: index < present ? 'past' : index === present ? 'present' : 'ahead',
  }))
}

async function showLaunch(ask: Ask, again?: FormAgain) {
  const unitIds = unitIdsOf(ask)
  const owners = await listOwners(ask.db, unitIds, ask.today)
  const { provinceId } = ask.scope
  if (!provinceId) return ask.c.notFound()
  const councils = await Promise.all(
    [...owners.map((owner) => owner.id), ...(owners.length === 0 ? [null] : [])].map((unitId) =>
      listCouncilsOf(ask.db, provinceId, unitId),
    ),
  )
  return DriveFormPage({
    frame: frameOf(ask),
    action: drivesPaths.launch,
    back: drivesPaths.list,
    owners,
    provinceId,
    year: ask.today.slice(0, 4),
    councils: councils.flat(),
    guidingPapers: await listGuidingPapers(ask.db, { provinceId, blocId: null }),
    again,
  })
}

async function showRevise(ask: Ask, again?: FormAgain) {
  const drive = await driveOf(ask)
  return DriveFormPage({
    frame: frameOf(ask),
    action: drivesPaths.revise(drive.id),
    back: drivesPaths.show(drive.id),
    owners: [],
    provinceId: drive.provinceId,
    year: String(drive.year),
    councils: await listCouncilsOf(ask.db, drive.provinceId, drive.unitId),
    guidingPapers: await listGuidingPapers(ask.db, { provinceId: drive.provinceId, blocId: null }),
    drive,
    again,
  })
}

async function showMove(ask: Ask, again?: FormAgain) {
  const drive = await driveOf(ask)
  const facts = await findDriveFacts(ask.db, drive, ask.today)
  const back = driveStates[driveStates.indexOf(facts.state) - 1]
  const wanted = driveStates.find((state) => state === query(ask, 'sang'))
  const typed = again?.values.to as DriveState | undefined
  const to = typed ?? wanted ?? nextDriveState(facts.state) ?? back
  if (!to) return ask.c.notFound()
  return DriveMovePage({
    frame: frameOf(ask),
    drive,
    to,
    toLabel: driveStateLabels[to][ask.lang],
    backwards: to === back,
    lacks: to === back ? [] : driveLacks(facts, to),
    today: ask.today,
    again,
  })
}

async function showParticipant(ask: Ask, again?: FormAgain) {
  const drive = await driveOf(ask)
  const participant = await findParticipant(ask.db, param(ask, 'participant'))
  if (!participant) return ask.c.notFound()
  const scope = scopeOf(drive)
  const running = drive.state === 'launched' || drive.state === 'reviewing'
  const own = participant.unitId ? await unitScope(ask.db, participant.unitId) : undefined
  return DriveParticipantPage({
    frame: frameOf(ask),
    drive,
    participant,
    mayReport: running && mayHere(ask, 'drive.report', scope),
    mayReportOwn:
      running &&
      own !== undefined &&
      mayHere(ask, 'drive.report', own) &&
      !mayHere(ask, 'drive.report', scope),
    mayCheck: running && mayHere(ask, 'drive.manage', scope),
    mayAdvise: running && mayHere(ask, 'drive.advise', scope),
    maySeeAdvice: mayHere(ask, 'proposal.read', scope),
    today: ask.today,
    again,
  })
}

/** The drive of the address; its place has found it. */
async function driveOf(ask: Ask): Promise<MovementRow> {
  const drive = await findMovement(ask.db, param(ask, 'movement'))
  if (!drive) throw new Error('The place of this route finds the drive')
  return drive
}
