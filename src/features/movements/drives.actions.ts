import { action, done } from '../../actions/action.ts'
import { refuse, refuseField, refuseStale } from '../../actions/failure.ts'
import type { Reading } from '../../db/database.ts'
import { type DriveState, moveDriveTo } from '../../domain/movements/index.ts'
import type { Scope } from '../../domain/permissions/index.ts'
import { type Attachment, keepAttachment } from '../../files/keep.ts'
import { unitScope } from '../../scopes/scopes.store.ts'
import {
  deleteParticipant,
  findDriveFacts,
  findParticipant,
  insertParticipant,
  listCouncilsOf,
  updateParticipant,
} from './drives.store.ts'
import type { MovementText } from './movements.actions.ts'
import {
  findMovement,
  findMovementScope,
  holdMovement,
  insertMovement,
  updateMovement,
} from './movements.store.ts'

export type LaunchDriveInput = MovementText & {
  readonly provinceId: string
  /** The unit that launches it; null: the province itself. */
  readonly ownerUnitId: string | null
  readonly councilId: string | null
  /** The movement it is part of, if any. */
  readonly parentId: string | null
  readonly year: number
  /** ISO date; null: it is only being prepared. */
  readonly launchedOn: string | null
  readonly file: Attachment
  /** Number and date of the plan, or another proof in words. */
  readonly note: string
  readonly channel: 'screen' | 'paper' | 'file'
}

/** A unit (or the province) launches a special drive, or prepares one. */
export const launchDrive = action({
  permission: 'drive.manage',
  audit: 'drive.launched',
  scope: async (db, input: LaunchDriveInput): Promise<Scope | undefined> =>
    input.ownerUnitId ? unitScope(db, input.ownerUnitId) : { provinceId: input.provinceId },
  constraintFields: { movement_dates_order: 'endsOn', movement_title_missing: 'title' },
  run: async (trx, input, deed) => {
    const provinceId = deed.scope.provinceId ?? input.provinceId
    if (!(await isOwnCouncil(trx, input.councilId, { provinceId, unitId: input.ownerUnitId })))
      return refuseField('councilId', 'choice_required')
    const kept = await keepAttachment(trx, input.file, 'file', {
      provinceId,
      unitId: input.ownerUnitId,
      uploadedBy: deed.accountId,
    })
    if (!kept.ok) return kept
    const { ownerUnitId, file: _file, note, provinceId: _province, ...text } = input
    const movement = {
      ...text,
      provinceId,
      level: ownerUnitId ? 'unit' : 'province',
      unitId: ownerUnitId,
      blocId: null,
      kind: 'special',
      proofFileId: kept.value,
      proofNote: note,
      onBehalf: deed.onBehalf,
      state: input.launchedOn ? 'launched' : 'planned',
    } as const
    const movementId = await insertMovement(trx, { ...movement, createdBy: deed.accountId })
    return done({ movementId }, { entity: 'movement', entityId: movementId, after: movement })
  },
})

export type ReviseDriveInput = MovementText & {
  readonly movementId: string
  readonly councilId: string | null
  readonly version: number
}

/** The plan of a drive is mended while it is not closed. */
export const reviseDrive = action({
  permission: 'drive.manage',
  audit: 'drive.revised',
  scope: (db, input: ReviseDriveInput) => findMovementScope(db, input.movementId),
  constraintFields: { movement_dates_order: 'endsOn' },
  run: async (trx, input) => {
    const before = await holdMovement(trx, input.movementId)
    if (before?.kind !== 'special') return refuse('not_found')
    if (before.state === 'closed') return refuse('drive_closed')
    if (before.version !== input.version) {
      const fields = ['title', 'occasion', 'theme', 'contents', 'standards', 'startsOn', 'endsOn'] as const
      return refuseStale(
        fields
          .filter((field) => (input[field] ?? '') !== (before[field] ?? ''))
          .map((field) => ({ field, before: input[field] ?? '', after: before[field] ?? '' })),
      )
    }
    if (!(await isOwnCouncil(trx, input.councilId, before)))
      return refuseField('councilId', 'choice_required')
    const { movementId, version: _version, ...change } = input
    await updateMovement(trx, movementId, change)
    return done({ movementId }, { entity: 'movement', entityId: movementId, before, after: change })
  },
})

export type AddParticipantInput = {
  readonly movementId: string
  readonly kind: 'collective' | 'person'
  readonly name: string
  /** "Phòng, đơn vị thuộc Sở", "Phòng Kinh tế và Hạ tầng các huyện"; for persons, where they work. */
  readonly groupName: string
  /** The unit, when it is in the register (its own account may then report). */
  readonly unitId: string | null
}

/** A collective or a person takes part in a drive. */
export const addParticipant = action({
  permission: 'drive.manage',
  audit: 'drive.participant_added',
  scope: (db, input: AddParticipantInput) => findMovementScope(db, input.movementId),
  constraintFields: { participant_once: 'name', participant_name_missing: 'name' },
  run: async (trx, input) => {
    const drive = await holdMovement(trx, input.movementId)
    if (drive?.kind !== 'special') return refuse('not_found')
    if (drive.state === 'closed') return refuse('drive_closed')
    const participantId = await insertParticipant(trx, input)
    return done({ participantId }, { entity: 'movement_participant', entityId: participantId, after: input })
  },
})

export type AddParticipantsInput = {
  readonly movementId: string
  readonly kind: 'collective' | 'person'
  readonly groupName: string
  readonly names: readonly string[]
}

/** Several participants of one group at once. */
export const addParticipants = action({
  permission: 'drive.manage',
  audit: 'drive.participants_added',
  scope: (db, input: AddParticipantsInput) => findMovementScope(db, input.movementId),
  constraintFields: { participant_once: 'names', participant_name_missing: 'names' },
  run: async (trx, input) => {
    const drive = await holdMovement(trx, input.movementId)
    if (drive?.kind !== 'special') return refuse('not_found')
    if (drive.state === 'closed') return refuse('drive_closed')
    const { movementId, kind, groupName, names } = input
    for (const name of names)
      await insertParticipant(trx, { movementId, kind, groupName, name, unitId: null })
    return done({ added: names.length }, { entity: 'movement', entityId: movementId, after: input })
  },
})

export type RemoveParticipantInput = { readonly participantId: string }

/** A participant entered by mistake is taken off, as long as nothing was recorded of it. */
export const removeParticipant = action({
  permission: 'drive.manage',
  audit: 'drive.participant_removed',
  scope: (db, input: RemoveParticipantInput) => participantScope(db, input.participantId),
  run: async (trx, input) => {
    const before = await findParticipant(trx, input.participantId)
    if (!before) return refuse('not_found')
    if (before.reportedOn || before.checkOn || before.advice) return refuse('participant_has_record')
    await deleteParticipant(trx, before.id)
    return done(
      { movementId: before.movementId },
      { entity: 'movement_participant', entityId: before.id, before },
    )
  },
})

export type ReportParticipantInput = {
  readonly participantId: string
  readonly report: string
  readonly file: Attachment
  /** ISO date; today when left out. */
  readonly reportedOn?: string
  readonly channel: 'screen' | 'paper' | 'file'
  /** True: the participant's own unit sends it; otherwise the owner of the drive records it. */
  readonly ofParticipant?: boolean
}

/** The report of a participant at the end of a drive, as text, as file, or both. */
export const reportParticipant = action({
  permission: 'drive.report',
  audit: 'drive.participant_reported',
  scope: (db, input: ReportParticipantInput) =>
    participantScope(db, input.participantId, input.ofParticipant === true),
  run: async (trx, input, deed) => {
    const before = await findParticipant(trx, input.participantId)
    const drive = before && (await holdMovement(trx, before.movementId))
    if (!drive) return refuse('not_found')
    if (drive.state !== 'launched' && drive.state !== 'reviewing') return refuse('drive_not_running')
    if (input.report.trim() === '' && !input.file) return refuseField('report', 'drive_report_empty')
    const kept = await keepAttachment(trx, input.file, 'file', {
      provinceId: drive.provinceId,
      unitId: drive.unitId,
      uploadedBy: deed.accountId,
    })
    if (!kept.ok) return kept
    const after = {
      report: input.report,
      reportFileId: kept.value ?? before.reportFileId,
      reportedOn: input.reportedOn ?? deed.today,
      reportChannel: input.channel,
      reportOnBehalf: input.ofParticipant !== true,
    }
    await updateParticipant(trx, before.id, after)
    return done(
      { movementId: drive.id },
      { entity: 'movement_participant', entityId: before.id, before, after },
    )
  },
})

export type RecordFieldCheckInput = {
  readonly participantId: string
  /** ISO date. */
  readonly checkOn: string
  readonly team: string
  readonly findings: string
}

/** What a check on the spot found at a participant. */
export const recordFieldCheck = action({
  permission: 'drive.manage',
  audit: 'drive.field_check_recorded',
  scope: (db, input: RecordFieldCheckInput) => participantScope(db, input.participantId),
  run: async (trx, input) => {
    const before = await findParticipant(trx, input.participantId)
    const drive = before && (await holdMovement(trx, before.movementId))
    if (!drive) return refuse('not_found')
    if (drive.state !== 'launched' && drive.state !== 'reviewing') return refuse('drive_not_running')
    const after = { checkOn: input.checkOn, checkTeam: input.team, checkFindings: input.findings }
    await updateParticipant(trx, before.id, after)
    return done(
      { movementId: drive.id },
      { entity: 'movement_participant', entityId: before.id, before, after },
    )
  },
})

export type AdviseParticipantInput = {
  readonly participantId: string
  readonly advice: 'commend' | 'not'
  /** Needed when the advice is not to commend. */
  readonly reason: string
  /** ISO date; today when left out. */
  readonly advisedOn?: string
}

/** The standing members of the council advise it on one participant. */
export const adviseParticipant = action({
  permission: 'drive.advise',
  audit: 'drive.advised',
  scope: (db, input: AdviseParticipantInput) => participantScope(db, input.participantId),
  run: async (trx, input, deed) => {
    const before = await findParticipant(trx, input.participantId)
    const drive = before && (await holdMovement(trx, before.movementId))
    if (!drive) return refuse('not_found')
    if (drive.state !== 'launched' && drive.state !== 'reviewing') return refuse('drive_not_running')
    if (input.advice === 'not' && input.reason.trim() === '') return refuseField('reason', 'reason_required')
    const after = {
      advice: input.advice,
      adviceReason: input.reason,
      advisedOn: input.advisedOn ?? deed.today,
    }
    await updateParticipant(trx, before.id, after)
    return done(
      { movementId: drive.id },
      { entity: 'movement_participant', entityId: before.id, before, after, reason: input.reason },
    )
  },
})

export type MoveDriveInput = {
  readonly movementId: string
  readonly to: DriveState
  /** Needed for a step back, and for a step forward in spite of what is missing. */
  readonly reason: string
  /** ISO date of the launch when `to` is 'launched', else of the step; today when left out. */
  readonly on?: string
}

/** A drive goes one step on (launched, before the council, closed), or back with a reason. */
export const moveDrive = action({
  permission: 'drive.manage',
  audit: 'drive.moved',
  scope: (db, input: MoveDriveInput) => findMovementScope(db, input.movementId),
  run: async (trx, input, deed) => {
    const drive = await holdMovement(trx, input.movementId)
    if (drive?.kind !== 'special') return refuse('not_found')
    const on = input.on ?? deed.today
    const facts = await findDriveFacts(trx, drive, on)
    const moved = moveDriveTo(facts, input.to, input.reason)
    if (!moved.ok) {
      const { code } = moved.error
      return code === 'not_next' ? refuse('drive_not_next') : refuseField('reason', code)
    }
    const launches = input.to === 'launched' && drive.state === 'planned'
    await updateMovement(trx, drive.id, { state: input.to, ...(launches ? { launchedOn: on } : {}) })
    return done(
      { movementId: drive.id },
      {
        entity: 'movement',
        entityId: drive.id,
        before: { state: drive.state },
        after: { state: input.to, on, lacks: moved.value },
        reason: input.reason,
      },
    )
  },
})

/** A drive goes before a council of its owner, or before none yet. */
async function isOwnCouncil(
  db: Reading,
  councilId: string | null,
  owner: { readonly provinceId: string; readonly unitId: string | null },
): Promise<boolean> {
  if (councilId === null) return true
  const own = await listCouncilsOf(db, owner.provinceId, owner.unitId)
  return own.some((council) => council.id === councilId)
}

/** Rights over a participant follow the drive; as its own unit, they follow that unit. */
async function participantScope(
  db: Reading,
  participantId: string,
  asItsUnit = false,
): Promise<Scope | undefined> {
  const participant = await findParticipant(db, participantId)
  if (!participant) return undefined
  if (asItsUnit) return participant.unitId ? unitScope(db, participant.unitId) : undefined
  const drive = await findMovement(db, participant.movementId)
  return drive && findMovementScope(db, drive.id)
}
