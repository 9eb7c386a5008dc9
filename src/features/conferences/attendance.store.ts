import { sql } from 'kysely'
import type { Reading, Writing } from '../../db/database.ts'
import type { ConferenceRow } from './conferences.store.ts'

export type Presence = 'invited' | 'present' | 'stand_in' | 'absent'

export type AttendanceRow = {
  readonly id: string
  readonly unitId: string | null
  readonly personId: string | null
  readonly name: string
  readonly guest: string
  readonly delegateName: string
  readonly delegateTitle: string
  readonly presence: Presence
  readonly writtenOpinion: string
  readonly note: string
  readonly channel: string
  readonly illustrative: boolean
  readonly version: number
}

/** Everybody invited, members in the bloc's order first, then persons, then guests. */
export async function listAttendance(db: Reading, conferenceId: string): Promise<readonly AttendanceRow[]> {
  const found = await sql<AttendanceRow>`
    select a.id, a.unit_id, a.person_id, a.guest, a.delegate_name, a.delegate_title, a.presence, a.written_opinion,
      a.note, a.channel, a.illustrative, a.version, coalesce(n.name, pe.full_name, a.guest) as name
    from attendance a
    join conference c on c.id = a.conference_id
    left join bloc_year y on y.id = c.bloc_year_id
    left join membership m on m.unit_id = a.unit_id and m.bloc_id = y.bloc_id
      and m.from_date <= make_date(y.year, 12, 31) and (m.to_date is null or m.to_date >= make_date(y.year, 12, 31))
    left join person pe on pe.id = a.person_id
    left join lateral (
      select name from unit_name where unit_id = a.unit_id
        and valid_from <= coalesce(make_date(y.year, 12, 31), c.held_on, current_date)
      order by valid_from desc limit 1) n on true
    where a.conference_id = ${conferenceId}
    order by a.guest <> '', a.unit_id is null, m.position nulls last, name collate "vi-x-icu"`.execute(db)
  return found.rows
}

/** Invites whoever belongs to the conference: the member units of the year, or the persons of the council. */
export async function inviteMembers(
  trx: Writing,
  conference: ConferenceRow,
  unitIds: readonly string[],
): Promise<number> {
  if (conference.councilId) {
    const invited = await sql`
      insert into attendance (conference_id, person_id)
      select ${conference.id}, person_id from council_member
      where council_id = ${conference.councilId} and from_date <= coalesce(${conference.heldOn}::date, current_date)
        and (to_date is null or to_date >= coalesce(${conference.heldOn}::date, current_date))
      on conflict on constraint attendance_once do nothing`.execute(trx)
    return Number(invited.numAffectedRows ?? 0n)
  }
  if (unitIds.length === 0) return 0
  const invited = await trx
    .insertInto('attendance')
    .values(unitIds.map((unitId) => ({ conferenceId: conference.id, unitId })))
    .onConflict((conflict) => conflict.constraint('attendance_once').doNothing())
    .executeTakeFirst()
  return Number(invited.numInsertedOrUpdatedRows ?? 0n)
}

export async function insertGuest(
  trx: Writing,
  conferenceId: string,
  guest: string,
  delegateTitle: string,
): Promise<string> {
  const row = await trx
    .insertInto('attendance')
    .values({ conferenceId, guest, delegateTitle })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export type AttendanceChange = {
  readonly presence: Presence
  readonly delegateName: string
  readonly delegateTitle: string
  readonly writtenOpinion: string
  readonly note: string
  readonly channel: string
  readonly recordedBy: string | null
}

/** Names one line of the list: exactly one of the three. */
export type Invited = { readonly unitId?: string; readonly personId?: string; readonly attendanceId?: string }

/** Records the presence of a unit, a person or a guest of the conference. */
export async function updateAttendance(
  trx: Writing,
  conferenceId: string,
  who: Invited & { readonly version?: number },
  change: AttendanceChange,
): Promise<boolean> {
  const changed = await trx
    .updateTable('attendance')
    .set({ ...change, recordedAt: sql<Date>`now()`, version: sql<number>`version + 1` })
    .where('conferenceId', '=', conferenceId)
    .$if(who.unitId !== undefined, (query) => query.where('unitId', '=', who.unitId ?? ''))
    .$if(who.personId !== undefined, (query) => query.where('personId', '=', who.personId ?? ''))
    .$if(who.attendanceId !== undefined, (query) => query.where('id', '=', who.attendanceId ?? ''))
    .$if(who.version !== undefined, (query) => query.where('version', '=', who.version ?? 0))
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/**
 * Who may vote: the units that are members on the day of the conference and still exist, or the persons then in the
 * council. Their number is the base of "all members".
 */
export async function listEntitled(
  db: Reading,
  conference: Pick<ConferenceRow, 'id' | 'councilId' | 'blocYearId'>,
  day: string,
): Promise<readonly string[]> {
  const found = conference.councilId
    ? await sql<{ id: string }>`
        select distinct person_id as id from council_member
        where council_id = ${conference.councilId} and from_date <= ${day}::date
          and (to_date is null or to_date >= ${day}::date)`.execute(db)
    : await sql<{ id: string }>`
        select distinct m.unit_id as id from bloc_year y
        join membership m on m.bloc_id = y.bloc_id
        join unit u on u.id = m.unit_id
        where y.id = ${conference.blocYearId} and m.from_date <= ${day}::date
          and (m.to_date is null or m.to_date >= ${day}::date)
          and (u.dissolved_on is null or u.dissolved_on > ${day}::date)`.execute(db)
  return found.rows.map((row) => row.id)
}

/** The person behind an account, for votes in a council. */
export async function personOfAccount(db: Reading, accountId: string): Promise<string | undefined> {
  const row = await db.selectFrom('person').select('id').where('accountId', '=', accountId).executeTakeFirst()
  return row?.id
}
