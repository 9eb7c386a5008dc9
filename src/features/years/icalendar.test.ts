import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeText, foldLine, writeCalendar } from './icalendar.ts'

const stamp = new Date('2026-03-01T02:00:00Z')

describe('a calendar file', () => {
  it('writes a deadline as a whole day that ends on the next one, with every line ended by CR LF', () => {
    const text = writeCalendar(
      'Khối Kinh tế 2026',
      [{ uid: 'a@b', on: '2026-12-31', title: 'Hạn: Tự chấm', remindDays: 3 }],
      stamp,
    )
    expect(text.split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Giao Uoc//Nam thi dua//VI',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:Khối Kinh tế 2026',
      'BEGIN:VEVENT',
      'UID:a@b',
      'DTSTAMP:20260301T020000Z',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:Hạn: Tự chấm',
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:Hạn: Tự chấm',
      'TRIGGER:-P3D',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  it('writes an hour of Vietnam in UTC', () => {
    const text = writeCalendar(
      'x',
      [{ uid: 'a', on: '2026-12-05', at: '08:00:00', title: 'Hội nghị' }],
      stamp,
    )
    expect(text).toContain('DTSTART:20261205T010000Z\r\n')
  })

  it('escapes what has a meaning of its own', () => {
    expect(escapeText('Sở A, Sở B; hội trường\\tầng 2\r\nphòng 1')).toBe(
      'Sở A\\, Sở B\\; hội trường\\\\tầng 2\\nphòng 1',
    )
  })

  it('folds every line to at most 75 octets without cutting a letter, and unfolding gives the line back', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'ặ', 'Đ', '🏆', ' ', ','), maxLength: 400 }),
        (line) => {
          const folded = foldLine(line)
          for (const piece of folded.split('\r\n')) expect(Buffer.byteLength(piece)).toBeLessThanOrEqual(75)
          expect(folded.replaceAll('\r\n ', '')).toBe(line)
        },
      ),
    )
  })
})
