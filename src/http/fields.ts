import { z } from 'zod'
import { parseNumber } from '../domain/vietnamese/index.ts'
import type { Upload } from './form.ts'

// Building blocks of form schemas. Each refusal is a code (with blanks after "|"), whose sentence is in
// `fields.messages.ts`.

/** Fails a field with a code and its blanks. */
function fault(context: z.RefinementCtx, code: string, ...params: readonly string[]): typeof z.NEVER {
  context.addIssue({ code: 'custom', message: [code, ...params].join('|') })
  return z.NEVER
}

const typed = z.preprocess((value) => (Array.isArray(value) ? value[0] : (value ?? '')), z.string('required'))

/** A text that may be empty; trimmed, Unicode composed. */
export function optionalText(longest = 500) {
  return typed.transform((value, context) => {
    const text = value.normalize('NFC').trim()
    return text.length > longest ? fault(context, 'too_long', String(longest)) : text
  })
}

/** A text that must say something. */
export function text(longest = 500) {
  return optionalText(longest).transform((value, context) =>
    value === '' ? fault(context, 'required') : value,
  )
}

/** A day from `<input type="date">`, or the empty text turned into null. */
export function optionalDate() {
  return typed.transform((value, context) => {
    if (value.trim() === '') return null
    return isDate(value.trim()) ? value.trim() : fault(context, 'date_unreadable', value)
  })
}

/** A day that must be given. */
export function date() {
  return optionalDate().transform((value, context) => value ?? fault(context, 'required'))
}

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const day = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)
}

/** A number in Vietnamese notation as exact plain decimal text ("9105.326"), or null when left empty. */
export function optionalDecimal() {
  return typed.transform((value, context) => {
    if (value.trim() === '') return null
    const parsed = parseNumber(value)
    if (parsed.ok) return parsed.value.toFixed()
    const [suggestion] = parsed.error.suggestions
    return suggestion
      ? fault(context, 'number_unclear', value.trim(), suggestion)
      : fault(context, 'number_unreadable', value.trim())
  })
}

/** A number that must be given. */
export function decimal() {
  return optionalDecimal().transform((value, context) => value ?? fault(context, 'required'))
}

/** A count: a whole number from `least` to `most`, or null when left empty. */
export function optionalWhole(least = 0, most = 1_000_000) {
  return optionalDecimal().transform((value, context) => {
    if (value === null) return null
    const number = Number(value)
    if (!Number.isInteger(number)) return fault(context, 'number_not_whole', value)
    return number < least || number > most
      ? fault(context, 'number_outside', String(least), String(most))
      : number
  })
}

/** A count that must be given. */
export function whole(least = 0, most = 1_000_000) {
  return optionalWhole(least, most).transform((value, context) => value ?? fault(context, 'required'))
}

/** One of the offered answers. */
export function choice<const T extends readonly [string, ...string[]]>(offered: T) {
  return typed.transform((value, context): T[number] =>
    offered.includes(value) ? (value as T[number]) : fault(context, 'choice_required'),
  )
}

/** A tick box. */
export function flag() {
  return typed.transform((value) => value !== '' && value !== '0' && value !== 'off')
}

/** The key of a record. */
export function id() {
  return typed.transform((value, context) => (isId(value) ? value : fault(context, 'choice_required')))
}

/** The key of a record, or null when nothing was chosen. */
export function optionalId() {
  return typed.transform((value, context) => {
    if (value === '') return null
    return isId(value) ? value : fault(context, 'choice_required')
  })
}

/** Several keys: ticked boxes of one name. */
export function ids() {
  return z
    .preprocess(
      (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
      z.array(z.string()),
    )
    .transform((values) => values.filter(isId))
}

function isId(value: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
}

const uploads = z.preprocess(
  (value) => (value === undefined || typeof value === 'string' ? [] : value),
  z.array(z.custom<Upload>(isUpload)),
)

function isUpload(value: unknown): value is Upload {
  return typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof Uint8Array
}

/** A chosen file, or null. */
export function optionalUpload() {
  return uploads.transform((files) => files[0] ?? null)
}

/** A file that must be chosen. */
export function upload() {
  return uploads.transform((files, context) => files[0] ?? fault(context, 'file_required'))
}

/** Several files. */
export function manyUploads() {
  return uploads
}

/** The number of the version a form was opened on, for noticing that somebody else saved first. */
export function version() {
  return whole(0)
}
