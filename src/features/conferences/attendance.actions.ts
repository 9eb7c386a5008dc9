import { action, done } from '../../actions/action.ts'
import { refuse, refuseField, refuseStale } from '../../actions/failure.ts'
import type { Writing } from '../../db/database.ts'
import { moveStep, type StepState } from '../../steps/steps.store.ts'
import {
  type AttendanceRow,
  type Invited,
  listAttendance,
  type Presence,
  updateAttendance,
} from './attendance.store.ts'
import { type ConferenceRow, conferenceScope, findConference } from './conferences.store.ts'
import { defaultsOf } from './poll-rules.ts'

/** What is recorded of one line of the list. */
export type PresenceRecord = {
  readonly presence: Presence
  readonly delegateName: string
  readonly delegateTitle: string
  /** What an absent member says in writing; entered in the minutes. */
  readonly writtenOpinion: string
  /** The paper that names the stand-in, or the reason of absence. */
  readonly note: string
}

export type AttendanceLine = PresenceRecord & Invited & { readonly version?: number }

export type RecordAttendanceInput = {
  readonly conferenceId: string
  readonly lines: readonly AttendanceLine[]
  /** 'paper' when it is taken from the signed list. */
  readonly channel: 'screen' | 'paper'
}

/** The secretary records who is there, all in one form or from the signed list. */
export const recordAttendance = action({
  permission: 'attendance.record',
  audit: 'attendance.recorded',
  scope: (db, input: RecordAttendanceInput, today) => conferenceScope(db, input.conferenceId, today),
  run: async (trx, input, deed) => {
    const conference = await findConference(trx, input.conferenceId, 'share')
    if (!conference) return refuse('not_found')
    if (conference.state === 'closed') return refuse('conference_closed')
    const listed = await listAttendance(trx, conference.id)
    const { standInAllowed } = await defaultsOf(trx, conference, null, deed.today)
    const changes = input.lines.map((line) => ({ line, row: listed.find((row) => isSame(row, line)) }))
    if (changes.some(({ row }) => row === undefined)) return refuse('not_invited')
    const known = changes.flatMap(({ line, row }) => (row && differs(row, line) ? [{ line, row }] : []))
    const stale = known.filter(({ line, row }) => line.version !== undefined && line.version !== row.version)
    if (stale.length > 0) {
      return refuseStale(
        stale.map(({ line, row }) => ({ field: row.name, before: line.presence, after: row.presence })),
      )
    }
    for (const { line, row } of known) {
      if (line.presence === 'stand_in' && !standInAllowed)
        return refuseField(`presence.${row.id}`, 'stand_in_not_allowed')
      if (line.presence === 'stand_in' && line.delegateName === '')
        return refuseField(`delegateName.${row.id}`, 'stand_in_unnamed')
      await updateAttendance(
        trx,
        conference.id,
        { attendanceId: row.id },
        {
          ...recordOf(line),
          channel: input.channel,
          recordedBy: deed.accountId,
        },
      )
      await markStep(trx, conference, row, line, {
        state: 'accepted',
        channel: input.channel,
        accountId: deed.accountId,
      })
    }
    return done(
      { recorded: known.length },
      {
        entity: 'conference',
        entityId: conference.id,
        after: {
          channel: input.channel,
          lines: known.map(({ line, row }) => ({ who: row.name, ...recordOf(line) })),
        },
      },
    )
  },
})

export type ConfirmAttendanceInput = PresenceRecord & {
  readonly conferenceId: string
  readonly unitId: string
  readonly presence: 'present' | 'stand_in' | 'absent'
}

/** A unit says itself who comes for it, or sends its opinion in writing. */
export const confirmAttendance = action({
  permission: 'attendance.confirm',
  audit: 'attendance.confirmed',
  scope: (db, input: ConfirmAttendanceInput, today) =>
    conferenceScope(db, input.conferenceId, today, input.unitId),
  run: async (trx, input, deed) => {
    const conference = await findConference(trx, input.conferenceId, 'share')
    if (!conference) return refuse('not_found')
    if (conference.state === 'closed') return refuse('conference_closed')
    const row = (await listAttendance(trx, conference.id)).find(({ unitId }) => unitId === input.unitId)
    if (!row) return refuse('not_invited')
    if (input.presence !== 'absent' && input.delegateName === '')
      return refuseField('delegateName', 'delegate_unnamed')
    const { standInAllowed } = await defaultsOf(trx, conference, null, deed.today)
    if (input.presence === 'stand_in' && !standInAllowed)
      return refuseField('presence', 'stand_in_not_allowed')
    await updateAttendance(
      trx,
      conference.id,
      { attendanceId: row.id },
      {
        ...recordOf(input),
        channel: 'screen',
        recordedBy: deed.accountId,
      },
    )
    await markStep(trx, conference, row, input, {
      state: 'sent',
      channel: 'screen',
      accountId: deed.accountId,
    })
    return done(
      {},
      { entity: 'conference', entityId: conference.id, after: { unitId: input.unitId, ...recordOf(input) } },
    )
  },
})

type Marking = {
  readonly state: StepState
  readonly channel: 'screen' | 'paper'
  readonly accountId: string | null
}

/** The year board shows attendance at the year-end alone; an absence is noted there with its reason. */
async function markStep(
  trx: Writing,
  conference: ConferenceRow,
  row: AttendanceRow,
  record: PresenceRecord,
  { state, ...how }: Marking,
): Promise<void> {
  if (conference.kind !== 'year_end' || !conference.blocYearId || !row.unitId) return
  const at = { blocYearId: conference.blocYearId, unitId: row.unitId, step: 'conference', ...how } as const
  if (record.presence === 'invited') {
    await moveStep(trx, { ...at, state: 'draft' })
  } else if (record.presence === 'absent') {
    await moveStep(trx, { ...at, state: 'excused', reason: record.note })
  } else {
    await moveStep(trx, { ...at, state })
  }
}

function recordOf(line: PresenceRecord): PresenceRecord {
  const { presence, delegateName, delegateTitle, writtenOpinion, note } = line
  return { presence, delegateName, delegateTitle, writtenOpinion, note }
}

function isSame(row: AttendanceRow, line: Invited): boolean {
  if (line.attendanceId !== undefined) return row.id === line.attendanceId
  if (line.unitId !== undefined) return row.unitId === line.unitId
  return line.personId !== undefined && row.personId === line.personId
}

function differs(row: AttendanceRow, line: PresenceRecord): boolean {
  return (
    row.presence !== line.presence ||
    row.delegateName !== line.delegateName ||
    row.delegateTitle !== line.delegateTitle ||
    row.writtenOpinion !== line.writtenOpinion ||
    row.note !== line.note
  )
}
