import { fileTypeFromBuffer } from 'file-type'
import { type Failure, refuseField } from '../actions/failure.ts'
import type { Result } from '../domain/result.ts'

/** Largest file taken, in bytes. */
export const LARGEST_FILE = 25 * 1024 * 1024

/** What a file is, judged by its content. */
export type CheckedFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }

type Kind = { readonly mediaType: string; readonly endings: readonly string[]; readonly label: string }

const KINDS: readonly Kind[] = [
  { mediaType: 'application/pdf', endings: ['pdf'], label: 'PDF' },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
    label: 'Word (docx)',
  },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    endings: ['xlsx'],
    label: 'Excel (xlsx)',
  },
  { mediaType: 'application/x-cfb', endings: ['doc', 'xls'], label: 'Word / Excel 97-2003' },
  { mediaType: 'image/png', endings: ['png'], label: 'PNG' },
  { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'], label: 'JPEG' },
  { mediaType: 'image/webp', endings: ['webp'], label: 'WebP' },
]

const TEXTS: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  csv: 'text/csv',
  html: 'text/html',
  htm: 'text/html',
}

/**
 * Takes a file only if it is not too large and its content is what its name says; the name alone is never
 * believed.
 * @param field the form field to put the fault beside.
 */
export async function checkFile(
  file: { readonly name: string; readonly bytes: Uint8Array },
  field: string,
): Promise<Result<CheckedFile, Failure>> {
  const name = safeName(file.name)
  if (file.bytes.length === 0) return refuseField(field, 'file_empty', name)
  if (file.bytes.length > LARGEST_FILE) return refuseField(field, 'file_too_large', name, '25')
  const ending = name.split('.').at(-1)?.toLowerCase() ?? ''
  const found = await fileTypeFromBuffer(file.bytes)
  if (!found) {
    const text = TEXTS[ending]
    if (text && looksLikeText(file.bytes))
      return { ok: true, value: { name, mediaType: text, bytes: file.bytes } }
    return refuseField(field, 'file_kind_unknown', name)
  }
  const kind = KINDS.find((one) => one.mediaType === found.mime)
  if (!kind) return refuseField(field, 'file_kind_unknown', name)
  if (!kind.endings.includes(ending)) return refuseField(field, 'file_kind_differs', name, kind.label)
  return { ok: true, value: { name, mediaType: kind.mediaType, bytes: file.bytes } }
}

/** A name without folders and control characters, of a length that any disk takes. */
function safeName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = [...last]
    .filter((sign) => sign >= ' ' && sign !== '\u007f')
    .join('')
    .trim()
  return clean.slice(-120) || 'tep'
}

function looksLikeText(bytes: Uint8Array): boolean {
  return !bytes.subarray(0, 8192).includes(0)
}
