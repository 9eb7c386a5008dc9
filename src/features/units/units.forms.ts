import { z } from 'zod'
import { unitKinds } from '../../domain/units/index.ts'
import {
  choice,
  date,
  flag,
  id,
  ids,
  optionalDate,
  optionalId,
  optionalText,
  text,
  version,
} from '../../http/fields.ts'

/** Several answers of one name: none, one or a list. */
const codes = z
  .preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.string()),
  )
  .transform((values) => values.filter((value) => value !== ''))

/** One wording a line. */
const lines = optionalText(2000).transform((value) =>
  value
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== ''),
)

export const foundForm = z.object({
  provinceId: id(),
  kind: choice(unitKinds),
  name: text(200),
  shortName: text(80),
  parentId: optionalId(),
  foundedOn: optionalDate(),
  basis: optionalText(300),
  fields: codes,
  aliases: lines,
})

export const changeForm = z.object({
  kind: choice(unitKinds),
  parentId: optionalId(),
  foundedOn: optionalDate(),
  fields: codes,
  aliases: lines,
  version: version(),
})

export const renameForm = z.object({
  name: text(200),
  shortName: text(80),
  from: date(),
  basis: optionalText(300),
  version: version(),
})

export const mergeForm = z.object({
  successorId: id(),
  on: date(),
  basis: text(300),
  note: optionalText(500),
  successorJoins: flag(),
  targets: choice(['pass_on', 'close']),
})

export const splitForm = z.object({
  successorIds: ids(),
  on: date(),
  basis: text(300),
  note: optionalText(500),
  ends: flag(),
  successorsJoin: flag(),
})

export const dissolveForm = z.object({ on: date(), basis: text(300), note: text(500) })
