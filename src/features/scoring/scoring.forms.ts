import { z } from 'zod'
import { err, ok, type Result } from '../../domain/result.ts'
import { type Facts, normalisations } from '../../domain/scoring/index.ts'
import { parseNumber } from '../../domain/vietnamese/index.ts'
import {
  choice,
  date,
  decimal,
  flag,
  id,
  manyUploads,
  optionalDate,
  optionalDecimal,
  optionalId,
  optionalText,
  optionalUpload,
  text,
  version,
  whole,
} from '../../http/fields.ts'
import type { FieldFaults } from '../../http/form.ts'
import { barKinds } from './ranking/bars.store.ts'
import { offeredKinds } from './table/method-form.ts'

export const layers = ['self', 'cross', 'head', 'final', 'agency'] as const

/** The choice "the whole sheet" among the criteria of a form. */
export const WHOLE_SHEET = '*'

/** Any number of texts under one name: ticked boxes. */
const many = () =>
  z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.string()),
  )

/** A group of fields `name.<code>` of one kind, absent when the form has none. */
const perCode = <T extends z.ZodType>(field: T) =>
  z
    .record(z.string(), field)
    .optional()
    .default({} as never)

export const startForm = z.object({
  title: text(200),
  from: choice(['empty', 'earlier', 'reference', 'lines']),
  reference: optionalText(100),
  maximum: optionalDecimal(),
  lines: optionalText(60_000),
})

export const frameForm = z.object({
  version: version(),
  title: text(200),
  total: decimal(),
  decimals: whole(0, 6),
  bonusMaximum: optionalDecimal(),
  penaltyMaximum: optionalDecimal(),
  layers: many().transform((chosen) => layers.filter((layer) => chosen.includes(layer))),
  counts: choice(['latestComplete', ...layers]),
  normalisation: z
    .preprocess((way) => way ?? 'none', choice(['none', ...normalisations]))
    .transform((way) => (way === 'none' ? null : way)),
  basis: optionalText(500),
})

export const criterionForm = z.object({
  version: version(),
  kind: choice([...offeredKinds, 'group']),
  parentId: optionalId(),
  code: text(40),
  name: text(1000),
  maxPoints: decimal(),
  side: choice(['normal', 'bonus', 'penalty']),
  m: z
    .record(z.string(), z.union([z.string(), z.array(z.string())]))
    .optional()
    .default({}),
  needs: many(),
  /** The rule that was edited, so that what the form does not know is kept. */
  before: optionalText(20_000),
  indicatorId: optionalId(),
  needsEvidence: flag(),
  note: optionalText(2000),
})

export const moveForm = z.object({ direction: choice(['up', 'down']) })

export const adoptForm = z.object({ adoptedOn: date(), how: text(300), basis: optionalText(500) })

export const reasonForm = z.object({ reason: text(1000) })

export const sheetForm = z.object({
  stamp: optionalText(40),
  channel: choice(['screen', 'paper', 'file']),
  points: perCode(optionalDecimal()),
  note: perCode(optionalText(2000)),
  exempt: perCode(flag()),
  fact: z
    .record(z.string(), z.union([z.string(), z.array(z.string())]))
    .optional()
    .default({}),
  file: perCode(optionalUpload()),
})

export const sendForm = z.object({ channel: choice(['screen', 'paper', 'file']) })

export const appraisalForm = z.object({
  stamp: optionalText(40),
  channel: choice(['screen', 'paper', 'file']),
  finish: flag(),
  points: perCode(optionalDecimal()),
  note: perCode(optionalText(2000)),
  seen: perCode(flag()),
})

export const showAppraisalForm = z.object({ dueOn: optionalDate(), reason: optionalText(1000) })

export const reopenForm = z.object({ dueOn: date(), reason: text(1000) })

export const appealForm = z.object({
  code: text(40).transform((code) => (code === WHOLE_SHEET ? null : code)),
  kind: choice(['explanation', 'appeal']),
  body: text(8000),
  askedPoints: optionalDecimal(),
  files: manyUploads(),
  channel: choice(['screen', 'paper']),
})

export const answerForm = z.object({
  outcome: choice(['kept', 'changed', 'conference']),
  code: optionalText(40),
  points: optionalDecimal(),
  answer: text(4000),
})

export const recusalForm = z.object({
  who: choice(['unit', 'person']),
  appraiserUnitId: optionalId(),
  unitId: id(),
  code: optionalText(40),
  reason: text(1000),
})

export const assignForm = z.object({
  layer: choice(['cross', 'head']),
  by: z.record(z.string(), many()).optional().default({}),
})

export const finalForm = z.object({
  how: text(300),
  unitId: optionalId(),
  code: optionalText(40),
  points: optionalDecimal(),
  reason: optionalText(1000),
})

export const barForm = z.object({
  unitId: id(),
  kind: choice(barKinds),
  detail: optionalText(1000),
  source: text(300),
  openedOn: date(),
})

export const clearBarForm = z.object({ clearedOn: date(), reason: text(1000) })

export const rulesForm = z.object({
  version: version(),
  basis: choice(['percentWhenNotAssigned', 'total', 'percent']),
  classesBy: choice(['value', 'percent']),
  tie: perCode(optionalText(120)),
  classCode: perCode(optionalText(40)),
  className: perCode(optionalText(120)),
  classNameEn: perCode(optionalText(120)),
  classEdge: perCode(optionalDecimal()),
  classOp: perCode(optionalText(2)),
  classZero: perCode(flag()),
  classFloor: perCode(optionalDecimal()),
  classFloorOf: perCode(optionalText(20)),
  barEffect: perCode(optionalText(20)),
  barBasis: perCode(optionalText(300)),
  awardFrom: optionalText(2),
  source: perCode(optionalText(300)),
})

/** Keys are `code unit`. */
export const outsideForm = z.object({ figures: perCode(optionalDecimal()), source: text(300) })

export const freezeRankingForm = z.object({ layer: choice(layers), reason: optionalText(1000) })

export const publishForm = z.object({ rankingId: id(), word: optionalText(40) })

/** What has to be typed before a ranking is published. */
export const PUBLISH_WORD = 'công bố'

type TypedFact = string | readonly string[]

/**
 * Facts of a sheet from fields `fact.<code>:<name>`; numbers in Vietnamese notation. What is left empty is absent.
 */
export function readFacts(
  typed: Readonly<Record<string, TypedFact>>,
): Result<Readonly<Record<string, Facts>>, FieldFaults> {
  const found: Record<string, Record<string, unknown>> = {}
  const faults: Record<string, { code: string; params: string[] }> = {}
  for (const [key, value] of Object.entries(typed)) {
    const [code, name] = splitLast(key)
    const read = readFact(name, value)
    if (read === undefined) continue
    if (read === 'unreadable') {
      faults[`fact.${key}`] = { code: 'number_unreadable', params: [String(value)] }
      continue
    }
    const facts = found[code] ?? {}
    found[code] = facts
    if (name.startsWith('record/')) {
      facts.record = { ...(facts.record as object | undefined), [name.slice('record/'.length)]: read }
    } else facts[name] = read
  }
  return Object.keys(faults).length > 0 ? err(faults) : ok(found as Record<string, Facts>)
}

function splitLast(key: string): readonly [string, string] {
  const at = key.lastIndexOf(':')
  return [key.slice(0, at), key.slice(at + 1)]
}

function readFact(name: string, value: TypedFact): unknown {
  if (name === 'flags' || name === 'evidence') {
    const all = (Array.isArray(value) ? value : [value]).filter((one) => one !== '')
    return all.length > 0 ? all : undefined
  }
  const text = (typeof value === 'string' ? value : (value[0] ?? '')).trim()
  if (text === '') return undefined
  if (text === 'yes' || text === 'no') return text === 'yes'
  if (name === 'ranks') {
    const places = text.split(/[;\s]+/).map(Number)
    return places.every((place) => Number.isInteger(place) && place > 0) ? places : 'unreadable'
  }
  const parsed = parseNumber(text)
  if (!parsed.ok) return 'unreadable'
  return name === 'rank' ? parsed.value.toNumber() : parsed.value.toFixed()
}
