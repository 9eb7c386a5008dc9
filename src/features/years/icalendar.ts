import { addDays } from '../../domain/vietnamese/index.ts'

/** One entry of a calendar that lasts a day, or begins at a time in Vietnam. */
export type CalendarEvent = {
  /** The same for the same thing in every download, so that a calendar replaces it instead of doubling it. */
  readonly uid: string
  /** ISO date. */
  readonly on: string
  /** "08:00:00" */
  readonly at?: string | null
  readonly title: string
  readonly text?: string
  readonly place?: string
  readonly url?: string
  /** Days before which a reminder is wanted. */
  readonly remindDays?: number
}

/**
 * A calendar file for Outlook, Google Calendar and telephones (RFC 5545): lines end in CR LF, are folded after 75
 * octets, and texts are escaped. Vietnam has one time zone and no summer time, so times are written in UTC.
 */
export function writeCalendar(name: string, events: readonly CalendarEvent[], stamp: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Giao Uoc//Nam thi dua//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${foldLine(line)}\r\n`).join('')
}

/** A text value: backslash, semicolon, comma and line ends are escaped. */
export function escapeText(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replace(/\r\n|\r|\n/g, '\\n')
}

/** A line in pieces of at most 75 octets; no letter is cut, and every further piece begins with a space. */
export function foldLine(line: string): string {
  const pieces: string[] = []
  let piece = ''
  let octets = 0
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (octets + size > LONGEST) {
      pieces.push(piece)
      piece = ' '
      octets = 1
    }
    piece += letter
    octets += size
  }
  return [...pieces, piece].join('\r\n')
}

const LONGEST = 75

function eventLines(event: CalendarEvent, stamp: Date): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(event.uid)}`,
    `DTSTAMP:${utc(stamp)}`,
    ...timeLines(event),
    `SUMMARY:${escapeText(event.title)}`,
    ...(event.text ? [`DESCRIPTION:${escapeText(event.text)}`] : []),
    ...(event.place ? [`LOCATION:${escapeText(event.place)}`] : []),
    ...(event.url ? [`URL:${event.url}`] : []),
    ...(event.at ? [] : ['TRANSP:TRANSPARENT']),
    ...(event.remindDays ? alarmLines(event) : []),
    'END:VEVENT',
  ]
}

function timeLines({ on, at }: CalendarEvent): readonly string[] {
  if (at) return [`DTSTART:${utc(new Date(`${on}T${at}+07:00`))}`]
  return [`DTSTART;VALUE=DATE:${plain(on)}`, `DTEND;VALUE=DATE:${plain(addDays(on, 1))}`]
}

function alarmLines({ title, remindDays }: CalendarEvent): readonly string[] {
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escapeText(title)}`,
    `TRIGGER:-P${remindDays}D`,
    'END:VALARM',
  ]
}

function plain(date: string): string {
  return date.replaceAll('-', '')
}

function utc(time: Date): string {
  return time.toISOString().replace(/[-:]|\.\d+/g, '')
}
