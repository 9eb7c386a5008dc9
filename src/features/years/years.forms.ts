import { z } from 'zod'
import { boardColumns, yearStates } from '../../domain/years/index.ts'
import {
  choice,
  date,
  flag,
  optionalDate,
  optionalText,
  optionalUpload,
  text,
  whole,
} from '../../http/fields.ts'

export const advanceForm = z.object({ from: choice(yearStates), reason: optionalText(1000) })

export const stepBackForm = z.object({
  from: choice(yearStates),
  to: choice(yearStates),
  reason: optionalText(1000),
})

export const midYearForm = z.object({
  midYear: choice(['held', 'skipped', 'open']),
  reason: optionalText(1000),
})

export const openYearForm = z.object({ year: whole(1990, 2200) })

const perStep = <T extends z.ZodType>(field: T) =>
  z.object(
    Object.fromEntries(boardColumns.map((column) => [column, field])) as Record<
      (typeof boardColumns)[number],
      T
    >,
  )

export const deadlinesForm = z.object({
  due: perStep(optionalDate()),
  was: perStep(optionalDate()),
  basis: perStep(optionalText(300)),
})

export const decideForm = z.object({
  decision: choice(['accept', 'return', 'excuse', 'extend']),
  reason: optionalText(500),
  dueOn: optionalDate(),
})

export const paperForm = z.object({
  receivedOn: date(),
  note: text(300),
  scan: optionalUpload(),
  accepted: flag(),
})
