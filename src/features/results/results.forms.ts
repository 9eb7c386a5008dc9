import { z } from 'zod'
import {
  choice,
  date,
  flag,
  id,
  optionalDate,
  optionalText,
  optionalUpload,
  optionalWhole,
  text,
  upload,
  version,
} from '../../http/fields.ts'
import { comparisons, optionalQuantity, type TypedQuantity } from '../../http/quantity-field.ts'
import type { FigureInput } from './record-figure.ts'
import { narrativeParts, ratingLevels, reportSteps } from './report-parts.ts'

const channel = choice(['screen', 'paper', 'file'])

/** The grid: one group of fields an indicator, told apart by its key behind the dot. */
export const sheetForm = z
  .object({
    period: text(12),
    value: z.record(z.string(), optionalQuantity()).default({}),
    kind: z.record(z.string(), z.string()).default({}),
    estimate: z.record(z.string(), flag()).default({}),
    asOf: z.record(z.string(), optionalDate()).default({}),
    overrideReason: z.record(z.string(), optionalText(500)).default({}),
    version: z.record(z.string(), optionalWhole()).default({}),
    changeReason: optionalText(500),
    sourceFile: optionalUpload(),
    channel,
  })
  .transform(({ value, kind, estimate, asOf, overrideReason, version: versions, ...rest }) => {
    const indicatorIds = Object.keys(versions)
    return {
      ...rest,
      figures: indicatorIds.map((indicatorId): FigureInput => {
        const isDate = kind[indicatorId] === 'date'
        const day = asOf[indicatorId] ?? null
        return {
          indicatorId,
          ...figureInput(value[indicatorId] ?? null),
          ...(isDate ? { value: day ? '1' : null, asOf: day } : {}),
          isEstimate: (estimate[indicatorId] ?? false) || (value[indicatorId]?.isEstimate ?? false),
          overrideReason: overrideReason[indicatorId] ?? '',
          version: versions[indicatorId] ?? 0,
        }
      }),
    }
  })

/** Everything about one figure. */
export const figureForm = z
  .object({
    period: text(12),
    value: optionalQuantity(),
    unitOfMeasure: optionalText(60),
    isEstimate: flag(),
    outsidePlan: flag(),
    asOf: optionalDate(),
    comparisons: comparisons(),
    printed: optionalText(1000),
    narrative: optionalText(4000),
    overrideReason: optionalText(500),
    changeReason: optionalText(500),
    fieldCode: optionalText(60).transform((code) => code || null),
    channel,
    version: version(),
  })
  .transform(({ value: typed, unitOfMeasure, isEstimate, ...rest }) => ({
    ...rest,
    ...figureInput(typed),
    unitOfMeasure: typed?.unitOfMeasure || unitOfMeasure,
    isEstimate: isEstimate || (typed?.isEstimate ?? false),
  }))

export const wordsForm = z.object({
  part: choice(narrativeParts),
  fieldCode: optionalText(60).transform((code) => code || null),
  period: optionalText(12),
  body: optionalText(20_000),
  channel,
  version: version(),
})

export const sendForm = z.object({ step: choice(reportSteps), channel })
export const returnForm = z.object({ step: choice(reportSteps), reason: optionalText(1000) })
export const acceptForm = z.object({ step: choice(reportSteps) })

export const evidenceForm = z.object({ resultId: id(), file: upload(), note: optionalText(300) })
export const withdrawForm = z.object({ evidenceId: id() })

const subject = choice(['unit', 'party'])

export const ratingForm = z.object({
  subject,
  level: choice(ratingLevels),
  decidedBy: text(200),
  decision: optionalText(200),
  decidedOn: optionalDate(),
  version: optionalWhole().transform((opened) => opened ?? undefined),
})

export const downgradeForm = z.object({
  subject,
  downgradedTo: choice(['good', 'completed', 'not_completed']),
  downgradedOn: date(),
  reason: optionalText(1000),
})

function figureInput(typed: TypedQuantity | null) {
  if (!typed) return { value: null, valueMax: null, total: null, bound: null, qualifier: '' }
  const { value, valueMax, total, unitOfMeasure, bound, qualifier } = typed
  return { value, valueMax, total, unitOfMeasure, bound, qualifier }
}
