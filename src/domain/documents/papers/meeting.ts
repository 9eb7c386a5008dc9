import { dashes, paragraph } from '../blocks.ts'
import { writtenDate, writtenTime } from '../dates.ts'
import type { Block, Mark, Run, Words } from '../paper.ts'
import { marked } from '../words.ts'

/** An hour of the day. */
export interface TimeOfDay {
  readonly hour: number
  readonly minute: number
}

/** When and where a meeting was held. */
export interface MeetingPlace {
  /** ISO date. */
  readonly date: string
  /** Null when the hour is not known: minutes then name the day alone. */
  readonly opened: TimeOfDay | null
  readonly closed: TimeOfDay | null
  readonly venue: string
}

/** A person or unit named in minutes ("Trần Văn Mẫu", "Giám đốc Sở Công Thương"). */
export interface Participant {
  readonly name: string
  readonly capacity: string
  readonly mark?: Mark
}

/** "Vào hồi 08 giờ 00 phút, ngày …, tại …", without hour or place where they are not known. */
export function openingSentence(meeting: MeetingPlace, what: string): string {
  const { opened, date, venue } = meeting
  const day = writtenDate(date)
  const when = opened === null ? `N${day.slice(1)}` : `Vào hồi ${writtenTime(opened)}, ${day}`
  return `${[when, venue === '' ? '' : `tại ${venue}`, what].filter((part) => part !== '').join(', ')}.`
}

/** The sentence that ends minutes, without its stop. */
export function closingSentence(meeting: MeetingPlace, what: string): string {
  const ended =
    meeting.closed === null
      ? `${what} kết thúc cùng ngày`
      : `${what} kết thúc vào hồi ${writtenTime(meeting.closed)} cùng ngày`
  return `${ended}; biên bản đã được đọc cho các thành viên dự họp cùng nghe và thống nhất`
}

/** Persons as a list: "Trần Văn Mẫu, Giám đốc Sở Công Thương". */
export function participantList(participants: readonly Participant[]): readonly Block[] {
  return dashes(participants.map(described))
}

/** A person with a label: "Chủ trì: Trần Văn Mẫu, Giám đốc Sở Công Thương."; room to write where nobody is named. */
export function presented(label: string, participant: Participant): Block {
  if (participant.name === '') return paragraph([{ text: `${label}: ${'.'.repeat(60)}` }])
  return paragraph([{ text: `${label}: ` }, ...described(participant), { text: '.' }])
}

/** A person with the capacity they attend in, where it is known. */
export function described({ name, capacity, mark }: Participant): readonly Run[] {
  return marked([name, capacity].filter((part) => part !== '').join(', '), mark)
}

/** A unit that did not come or did not vote; an empty reason was not given. */
export interface Absentee {
  readonly name: string
  readonly reason: string
  readonly mark?: Mark
}

/** Who attends: members of the bloc present and absent, with the reason of the absent. */
export interface Attendance {
  readonly members: number
  readonly present: readonly Participant[]
  readonly absent: readonly Absentee[]
}

/** Attendance in words and lists. */
export function attendanceBlocks({ members, present, absent }: Attendance): readonly Block[] {
  const missing =
    absent.length === 0
      ? []
      : [paragraph(`Vắng mặt: ${absent.length} đơn vị`), ...dashes(absent.map((unit) => absence(unit)))]
  return [
    paragraph(`Tổng số đơn vị thành viên: ${members}; có mặt: ${members - absent.length} đơn vị, gồm:`),
    ...participantList(present),
    ...missing,
  ]
}

function absence({ name, reason, mark }: Absentee): Words {
  return marked(reason === '' ? name : `${name} (lý do: ${reason})`, mark)
}
