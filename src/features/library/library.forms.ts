import { z } from 'zod'
import {
  date,
  id,
  ids,
  optionalDate,
  optionalText,
  optionalUpload,
  optionalWhole,
  text,
  version,
} from '../../http/fields.ts'

/** Ticked units, one field per bloc they are listed under. */
const addressees = z
  .record(z.string(), ids())
  .optional()
  .transform((groups) => [...new Set(Object.values(groups ?? {}).flat())])

const paperFields = {
  type: optionalText(60),
  number: optionalText(60),
  issuer: optionalText(200),
  issuedOn: optionalDate(),
  title: text(400),
  summary: optionalText(4000),
  file: optionalUpload(),
  addresseeIds: addressees,
}

export const addForm = z.object({ ...paperFields, provinceId: id(), year: optionalWhole(1990, 2200) })

export const addInYearForm = z.object(paperFields)

export const reviseForm = z.object({ ...paperFields, version: version() })

export const receiptForm = z.object({ on: date(), note: text(300) })
