import { z } from 'zod'
import { err, ok, type Result } from '../../domain/result.ts'
import {
  choice,
  flag,
  manyUploads,
  optionalDate,
  optionalText,
  optionalWhole,
  whole,
} from '../../http/fields.ts'
import { type FieldFaults, type FormBody, parseForm } from '../../http/form.ts'
import { optionalQuantity } from '../../http/quantity-field.ts'
import type { ConfirmedFigure, ConfirmReportInput } from './confirm.actions.ts'
import type { OwnerCode } from './proposal.ts'

export const uploadForm = z.object({ files: manyUploads() })

const many = <T extends z.ZodType>(field: T) => z.record(z.string(), field).default({})

const confirmForm = z.object({
  version: whole(),
  changeReason: optionalText(500),
  counts: flag().optional(),
  take: many(flag()),
  name: many(optionalText(300)),
  owner: many(optionalText(80)),
  kind: many(choice(['result', 'target'])),
  period: many(optionalText(12)),
  asOf: many(optionalDate()),
  withComparisons: many(flag()),
  overrideReason: many(optionalText(500)),
  seenPlace: many(optionalText(200)),
  seenVersion: many(optionalWhole()),
})

const figuresForm = z.object({ figure: many(optionalQuantity()) })

/** Reads the confirming form: figures that are dropped are not asked anything. */
export function readConfirmForm(body: FormBody): Result<Omit<ConfirmReportInput, 'fileId'>, FieldFaults> {
  const form = parseForm(confirmForm, body)
  if (!form.ok) return form
  const { version, changeReason, counts = false, take } = form.value
  const taken = Object.keys(take).filter((index) => take[index])
  const texts = Object.fromEntries(
    Object.entries(body.texts).filter(([name]) => taken.some((index) => name === `figure.${index}`)),
  )
  const typed = parseForm(figuresForm, { texts, files: {} })
  const faults: Record<string, FieldFaults[string]> = typed.ok ? {} : { ...typed.error }
  const figures: ConfirmedFigure[] = []
  for (const index of taken) {
    const quantity = typed.ok ? typed.value.figure[index] : undefined
    const owner = form.value.owner[index] ?? ''
    const name = form.value.name[index] ?? ''
    if (typed.ok && !quantity) faults[`figure.${index}`] = { code: 'required' }
    if (!isOwner(owner)) faults[`owner.${index}`] = { code: 'choice_required' }
    if (name === '') faults[`name.${index}`] = { code: 'required' }
    if (!quantity || !isOwner(owner)) continue
    figures.push({
      index: Number(index),
      ...quantity,
      name,
      owner,
      kind: form.value.kind[index] ?? 'result',
      period: form.value.period[index] ?? '',
      asOf: form.value.asOf[index] ?? null,
      withoutComparisons: !(form.value.withComparisons[index] ?? false),
      overrideReason: form.value.overrideReason[index] ?? '',
      seen: {
        placeKey: form.value.seenPlace[index] ?? '',
        version: form.value.seenVersion[index] ?? 0,
      },
    })
  }
  return Object.keys(faults).length > 0 ? err(faults) : ok({ version, changeReason, counts, figures })
}

export function isOwner(text: string): text is OwnerCode {
  return text === 'bloc' || /^unit:[0-9a-f-]{36}$/.test(text) || /^field:[\w-]+$/.test(text)
}
