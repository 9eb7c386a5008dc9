import type { Reading } from '../../db/database.ts'
import { type AttendanceRow, listAttendance, listEntitled } from './attendance.store.ts'
import type { ConferenceRow } from './conferences.store.ts'
import { blocDefaults, councilDefaults, type PollDefaults } from './poll-defaults.ts'
import { listRuleRows, yearOfConference } from './polls.store.ts'

/** The rules a poll of a conference starts from: those of the bloc's year, or of a council. */
export async function defaultsOf(
  db: Reading,
  conference: Pick<ConferenceRow, 'id' | 'councilId' | 'heldOn' | 'blocYearId'>,
  awardCode: string | null,
  today: string,
): Promise<PollDefaults> {
  if (conference.councilId) return councilDefaults(awardCode, conference.heldOn ?? today)
  const year = await yearOfConference(db, conference.id)
  return blocDefaults(await listRuleRows(db, conference.id), year)
}

/** Who is entitled, who is there, and who wrote instead of coming. */
export type Assembly = {
  readonly entitled: readonly string[]
  /** Those who vote: present or represented; all members as long as no attendance is recorded. */
  readonly voters: readonly string[]
  /** Absent members with an opinion in writing. */
  readonly wrote: readonly string[]
  readonly recorded: boolean
}

/** The members on the day of the conference and what the attendance list says of them. */
export async function assemblyOf(db: Reading, conference: ConferenceRow, today: string): Promise<Assembly> {
  const entitled = await listEntitled(db, conference, conference.heldOn ?? today)
  const lines = await listAttendance(db, conference.id)
  const byVoter = new Map(lines.map((line) => [voterOf(line), line]))
  const recorded = lines.some((line) => voterOf(line) !== null && line.presence !== 'invited')
  const presence = (id: string) => byVoter.get(id)?.presence
  return {
    entitled,
    voters: recorded
      ? entitled.filter((id) => presence(id) === 'present' || presence(id) === 'stand_in')
      : entitled,
    wrote: entitled.filter((id) => presence(id) === 'absent' && byVoter.get(id)?.writtenOpinion !== ''),
    recorded,
  }
}

function voterOf(line: Pick<AttendanceRow, 'unitId' | 'personId'>): string | null {
  return line.unitId ?? line.personId
}
