import type {
  Attendance,
  MeetingPlace,
  Participant,
  TimeOfDay,
} from '../../../domain/documents/papers/meeting.ts'
import type { BlocYear } from '../../../scopes/scopes.store.ts'
import type { AttendanceFacts, ConferenceFacts } from './conference.store.ts'
import { markOf } from './request.ts'

/** Hour of a conference: as planned, else as the words say ("8 giờ 30"); null when nobody knows. */
export function hourOf({
  startsAt,
  timeText,
}: Pick<ConferenceFacts, 'startsAt' | 'timeText'>): TimeOfDay | null {
  const planned = /^(\d{1,2}):(\d{2})/.exec(startsAt ?? '')
  const told = /(\d{1,2})\s*(?:giờ|h|g|:)\s*(\d{2})?/i.exec(timeText)
  const found = planned ?? told
  if (!found) return null
  const time = { hour: Number(found[1]), minute: Number(found[2] ?? 0) }
  return time.hour < 24 && time.minute < 60 ? time : null
}

/** When and where the conference was held; only for one that has a day. */
export function meetingOf(conference: ConferenceFacts, heldOn: string): MeetingPlace {
  const [hour = '', minute = ''] = (conference.closedAt ?? '').split(':')
  const opened = hourOf(conference)
  const closed = conference.closedAt === null ? null : { hour: Number(hour), minute: Number(minute) }
  const later = opened !== null && closed !== null && minutesOf(closed) > minutesOf(opened)
  return { date: heldOn, opened, closed: later ? closed : null, venue: conference.place }
}

function minutesOf({ hour, minute }: TimeOfDay): number {
  return hour * 60 + minute
}

/** Who of the members came; a member nobody recorded counts as absent. */
export function attendanceOf(year: BlocYear, lines: readonly AttendanceFacts[]): Attendance {
  const members = year.members.map((unit) => ({
    unit,
    line: lines.find((one) => one.unitId === unit.id),
  }))
  const came = (line: AttendanceFacts | undefined) =>
    line?.presence === 'present' || line?.presence === 'stand_in'
  return {
    members: members.length,
    present: members.filter(({ line }) => came(line)).map(({ unit, line }) => participantOf(unit, line)),
    absent: members
      .filter(({ line }) => !came(line))
      .map(({ unit, line }) => ({
        name: unit.name,
        reason: [line?.note ?? '', line?.writtenOpinion ? 'có ý kiến bằng văn bản' : '']
          .filter(Boolean)
          .join('; '),
        ...markOf(unit.illustrative || (line?.illustrative ?? false)),
      })),
  }
}

/** Guests who are not members: those who came, or while the list is open those who are invited. */
export function guestsOf(lines: readonly AttendanceFacts[], held: boolean): readonly Participant[] {
  return lines
    .filter((line) => line.unitId === null && line.guest !== '')
    .filter((line) => !held || line.presence === 'present' || line.presence === 'stand_in')
    .map((line) => ({ name: line.guest, capacity: line.delegateTitle, ...markOf(line.illustrative) }))
}

/** Chair of a conference as minutes name it. */
export function chairOf(conference: ConferenceFacts): Participant {
  const { chairName, chairTitle, illustrative } = conference
  return { name: chairName, capacity: chairTitle, ...markOf(illustrative) }
}

/** Secretary of a conference. */
export function secretaryOf({ secretaryName, illustrative }: ConferenceFacts): Participant {
  const [name = '', ...rest] = secretaryName.split(',')
  return { name: name.trim(), capacity: rest.join(',').trim(), ...markOf(illustrative) }
}

function participantOf(unit: BlocYear['members'][number], line: AttendanceFacts | undefined): Participant {
  const mark = markOf(unit.illustrative || (line?.illustrative ?? false))
  const standIn = line?.presence === 'stand_in' ? ' (dự thay)' : ''
  if (!line || line.delegateName === '') return { name: unit.name + standIn, capacity: '', ...mark }
  const capacity = [line.delegateTitle, unit.name].filter((part) => part !== '').join(' ')
  return { name: line.delegateName, capacity: capacity + standIn, ...mark }
}
