import { z } from 'zod'
import {
  choice,
  optionalDate,
  optionalDecimal,
  optionalText,
  optionalWhole,
  text,
  version,
} from '../../http/fields.ts'

const activityKinds = ['sport', 'heritage_trip', 'social_welfare', 'exchange', 'other'] as const

const activityFields = {
  kind: choice(activityKinds),
  title: text(300),
  heldOn: optionalDate(),
  place: optionalText(300),
  cost: optionalDecimal(),
  note: optionalText(2000),
}

export const addForm = z.object(activityFields)

export const reviseForm = z.object({ ...activityFields, version: version() })

/** A grid: one field per unit in each of the three columns. */
export const partsForm = z
  .object({
    people: z.record(z.string(), optionalWhole(0, 100_000)).default({}),
    contribution: z.record(z.string(), optionalDecimal()).default({}),
    note: z.record(z.string(), optionalText(300)).default({}),
  })
  .transform(({ people, contribution, note }) => ({
    parts: Object.keys(people).map((unitId) => ({
      unitId,
      people: people[unitId] ?? null,
      contribution: contribution[unitId] ?? null,
      note: note[unitId] ?? '',
    })),
  }))
