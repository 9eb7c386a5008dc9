import type { FieldFault } from '../actions/failure.ts'
import { err, ok, type Result } from '../domain/result.ts'
import { checkFile } from '../files/check.ts'
import { FileRefused } from '../files/refusal.ts'
import type { FormBody } from '../http/form.ts'
import { type Grid, gridOfText } from './grid.ts'
import { readWorkbook } from './read.ts'
import { XLSX } from './workbook.ts'

/** What an import is made from: a workbook as it was sent, or lines pasted into the page. */
export type ImportSource =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'text'; readonly text: string }

/** A form that fills in many figures at once, as every topic's import takes it. */
export type ImportInput = {
  readonly source: ImportSource
  /** What the reader typed in place of a cell that was not right, by the key of its line. */
  readonly mended: Readonly<Record<string, string>>
  /** Why a figure in doubt stands, by the key of its line. */
  readonly reasons: Readonly<Record<string, string>>
  /** What the preview was made on. */
  readonly stamp: string
  readonly changeReason: string
}

/** Largest workbook taken for an import, in bytes. */
const LARGEST_IMPORT = 8 * 1024 * 1024

const LONGEST_PASTE = 4_000_000

/**
 * The source that a form sent: a chosen file, the file that a preview holds, or pasted lines. A text file counts as
 * pasted.
 */
export async function takeSource(
  body: FormBody,
): Promise<Result<ImportSource, FieldFault & { field: string }>> {
  const [upload] = body.files.file ?? []
  if (upload) {
    const checked = await checkFile(upload, 'file')
    if (!checked.ok) return err({ field: 'file', ...(checked.error.fields?.file ?? { code: 'field_wrong' }) })
    const { name, mediaType, bytes } = checked.value
    if (mediaType === 'text/plain' || mediaType === 'text/csv') {
      return ok({ kind: 'text', text: new TextDecoder().decode(bytes) })
    }
    if (mediaType !== XLSX) return err({ field: 'file', code: 'workbook_needed', params: [name] })
    if (bytes.length > LARGEST_IMPORT)
      return err({ field: 'file', code: 'file_too_large', params: [name, '8'] })
    return ok({ kind: 'file', name, bytes })
  }
  return heldSource(body.texts)
}

/** The source that a preview carries along. */
export function heldSource(texts: FormBody['texts']): Result<ImportSource, FieldFault & { field: string }> {
  const held = one(texts.held)
  if (held !== '') {
    const bytes = new Uint8Array(Buffer.from(held.slice(0, LARGEST_IMPORT * 2), 'base64url'))
    return ok({ kind: 'file', name: one(texts.heldName) || 'bang-tinh.xlsx', bytes })
  }
  const text = one(texts.pasted)
  if (text.trim() === '') return err({ field: 'file', code: 'import_empty' })
  if (text.length > LONGEST_PASTE)
    return err({ field: 'pasted', code: 'too_long', params: [String(LONGEST_PASTE)] })
  return ok({ kind: 'text', text })
}

/** What a preview keeps of its source in hidden fields: nothing is stored before somebody confirms. */
export function heldFields(source: ImportSource): Readonly<Record<string, string>> {
  return source.kind === 'file'
    ? { held: Buffer.from(source.bytes).toString('base64url'), heldName: source.name }
    : {}
}

/** The sheets of a source, or why it cannot be read. */
export function gridsOf(source: ImportSource): Result<readonly Grid[], FieldFault> {
  if (source.kind === 'text') return ok([gridOfText(source.text)])
  try {
    const sheets = readWorkbook(source.bytes).filter((sheet) => !sheet.hidden)
    return ok(sheets.map(({ name, rows }) => ({ sheet: name, rows })))
  } catch (error) {
    if (error instanceof FileRefused) return err({ code: `workbook_${error.reason.replaceAll('-', '_')}` })
    throw error
  }
}

/** Reads what a confirmed preview sent. */
export function readImport(body: FormBody): Result<ImportInput, Readonly<Record<string, FieldFault>>> {
  const source = heldSource(body.texts)
  if (!source.ok) {
    const { field, ...fault } = source.error
    return err({ [field]: fault })
  }
  return ok({ source: source.value, ...answersOf(body.texts) })
}

/** What was typed into a preview. */
export function answersOf(texts: FormBody['texts']): Omit<ImportInput, 'source'> {
  return {
    mended: groupOf(texts, 'mended.'),
    reasons: groupOf(texts, 'reason.'),
    stamp: one(texts.stamp),
    changeReason: one(texts.changeReason).trim().slice(0, 500),
  }
}

function groupOf(texts: FormBody['texts'], prefix: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([name, value]) =>
      name.startsWith(prefix)
        ? [[name.slice(prefix.length), one(value).normalize('NFC').trim().slice(0, 500)]]
        : [],
    ),
  )
}

function one(value: string | readonly string[] | undefined): string {
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** Versions of records by key, as one text that a preview holds. */
export function stampOfVersions(versions: Iterable<readonly [string, number]>): string {
  return [...versions].map(([key, version]) => `${key}=${version}`).join(';')
}

/** The version of a record when the preview was made; undefined when it did not concern it. */
export function versionsOfStamp(stamp: string): ReadonlyMap<string, number> {
  return new Map(
    stamp.split(';').flatMap((part) => {
      const at = part.lastIndexOf('=')
      return at > 0 ? [[part.slice(0, at), Number(part.slice(at + 1))] as const] : []
    }),
  )
}
