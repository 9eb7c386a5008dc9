import { dashes, paragraph } from '../blocks.ts'
import { writtenDate, writtenTime } from '../dates.ts'
import type { Block, Mark } from '../paper.ts'
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
  readonly opened: TimeOfDay
  readonly closed: TimeOfDay | null
  readonly venue: string
}

/** A person or unit named in minutes ("Trần Văn Mẫu", "Giám đốc Sở Công Thương"). */
export interface Participant {
  readonly name: string
  readonly capacity: string
  readonly mark?: Mark
}

/** "Hôm nay, vào hồi 08 giờ 00 phút, ngày …, tại …". */
export function openingSentence(meeting: MeetingPlace, what: string): string {
  return `Vào hồi ${writtenTime(meeting.opened)}, ${writtenDate(meeting.date)}, tại ${meeting.venue}, ${what}.`
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
  return dashes(
    participants.map(({ name, capacity, mark }) =>
      marked([name, capacity].filter((part) => part !== '').join(', '), mark),
    ),
  )
}

/** Who attends: members of the bloc present and absent, with the reason of the absent. */
export interface Attendance {
  readonly members: number
  readonly present: readonly Participant[]
  readonly absent: readonly { readonly name: string; readonly reason: string }[]
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

function absence({ name, reason }: { readonly name: string; readonly reason: string }): string {
  return reason === '' ? name : `${name} (lý do: ${reason})`
}
