import { z } from 'zod'
import {
  choice,
  id,
  optionalDate,
  optionalDecimal,
  optionalId,
  optionalText,
  optionalWhole,
  text,
  version,
} from '../../http/fields.ts'

export const yearKinds = ['launch', 'mid_year', 'year_end', 'award_meeting'] as const
export const presences = ['invited', 'present', 'stand_in', 'absent'] as const

const plan = {
  title: text(300),
  heldOn: optionalDate(),
  timeText: optionalText(100),
  startsAt: optionalText(5).transform((value, context) => {
    if (value === '') return null
    if (/^([01]?\d|2[0-3]):[0-5]\d$/.test(value)) return value
    context.addIssue({ code: 'custom', message: 'time_unreadable' })
    return z.NEVER
  }),
  place: optionalText(300),
  chairName: optionalText(150),
  chairTitle: optionalText(200),
  secretaryName: optionalText(150),
  agenda: optionalText(5000).transform(agendaOf),
}

/** `movementId` is the drive a council meets about. */
export const planForm = z.object({
  ...plan,
  kind: choice([...yearKinds, 'council']),
  movementId: optionalId(),
})
export const changeForm = z.object({ ...plan, kind: choice([...yearKinds, 'council']), version: version() })

/** One item a line; presenter and minutes behind bars: "Báo cáo tổng kết | Thư ký | 20". */
export function agendaOf(lines: string) {
  return lines
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()))
    .filter(([title]) => title)
    .map(([title = '', presenter = '', minutes = '']) => ({
      title,
      presenter,
      minutes: /^\d{1,4}$/.test(minutes) ? Number(minutes) : null,
    }))
}

export const guestForm = z.object({ guest: text(200), title: optionalText(200) })

export const attendanceForm = z.object({
  channel: choice(['screen', 'paper']),
  presence: z.record(z.string(), choice(presences)).default({}),
  delegateName: z.record(z.string(), optionalText(150)).default({}),
  delegateTitle: z.record(z.string(), optionalText(200)).default({}),
  writtenOpinion: z.record(z.string(), optionalText(2000)).default({}),
  note: z.record(z.string(), optionalText(500)).default({}),
  version: z.record(z.string(), version()).default({}),
})

export const confirmForm = z.object({
  unitId: id(),
  presence: choice(['present', 'stand_in', 'absent']),
  delegateName: optionalText(150),
  delegateTitle: optionalText(200),
  writtenOpinion: optionalText(2000),
  note: optionalText(500),
})

export const readForm = z.object({ draftId: id() })
export const remarkForm = z.object({ unitId: optionalId(), speaker: optionalText(150), body: text(4000) })
export const answerForm = z.object({
  remarkId: id(),
  takenUp: choice(['yes', 'no']).transform((value) => value === 'yes'),
  answer: optionalText(2000),
})
export const directionForm = z.object({
  body: text(2000),
  aimValue: optionalDecimal(),
  aimUnit: optionalText(60),
  forYear: optionalWhole(1990, 2200),
})
export const removeDirectionForm = z.object({ directionId: id() })
export const openForm = z.object({ heldOn: optionalDate() })
export const closeForm = z.object({ conclusion: optionalText(5000) })

/** Three lines of tellers; a line without a name is left out. The first is the head. */
export const tellersForm = z.object({
  name: z.record(z.string(), optionalText(150)).default({}),
  unitId: z.record(z.string(), optionalId()).default({}),
})
