import { LARGEST_READ, LONGEST_TEXT } from '../../../files/limits.ts'
import { FileRefused } from '../../../files/refusal.ts'
import { unpack } from '../../../files/unpack.ts'
import { docText } from './doc.ts'
import { docxText } from './docx.ts'
import { decodeText } from './encoding.ts'
import { htmlText } from './html.ts'
import { pdfText } from './pdf.ts'
import { xlsxText } from './xlsx.ts'

/** The text of a file and what kind of file it is. */
export interface DocumentText {
  readonly text: string
  readonly mediaType: string
}

/**
 * Turns the bytes of a report into text: txt, html, docx, doc, pdf with text, xlsx. The bytes decide what the file
 * is, its name only where they leave it open. Throws `FileRefused` with a reason when it is not read.
 */
export async function documentText(bytes: Uint8Array, name: string): Promise<DocumentText> {
  if (bytes.length > LARGEST_READ) throw new FileRefused('too-large')
  if (bytes.length === 0) throw new FileRefused('empty')
  const kind = kindOf(bytes, name)
  const text = await READERS[kind].read(bytes)
  if (text.length > LONGEST_TEXT) throw new FileRefused('too-much-inside')
  if (text.trim() === '') throw new FileRefused('empty')
  return { text, mediaType: READERS[kind].mediaType }
}

type Kind = 'txt' | 'html' | 'docx' | 'xlsx' | 'doc' | 'pdf'

const READERS: Readonly<
  Record<Kind, { readonly mediaType: string; read(bytes: Uint8Array): string | Promise<string> }>
> = {
  txt: { mediaType: 'text/plain', read: (bytes) => decodeText(bytes) },
  html: { mediaType: 'text/html', read: htmlText },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    read: docxText,
  },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', read: xlsxText },
  doc: { mediaType: 'application/msword', read: docText },
  pdf: { mediaType: 'application/pdf', read: pdfText },
}

function kindOf(bytes: Uint8Array, name: string): Kind {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return packageKind(bytes)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'doc'
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  if (head.includes('%PDF-')) return 'pdf'
  if (/<(?:!doctype html|html|head|body|meta|div|p|table)[\s>]/i.test(head)) return 'html'
  if (['html', 'htm', 'aspx', 'php'].includes(extension)) return 'html'
  if (!isBinary(bytes)) return 'txt'
  throw new FileRefused(['docx', 'xlsx', 'doc', 'pdf'].includes(extension) ? 'damaged' : 'unknown-kind')
}

function packageKind(bytes: Uint8Array): Kind {
  let word = false
  let sheet = false
  unpack(bytes, (path) => {
    if (path === 'word/document.xml') word = true
    if (path.startsWith('xl/worksheets/')) sheet = true
    return false
  })
  if (word) return 'docx'
  if (sheet) return 'xlsx'
  throw new FileRefused('unknown-kind')
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte)
}

/** Text has no control bytes but tabs and line ends; UTF-16 has zero bytes at every other place. */
function isBinary(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return false
  const size = Math.min(bytes.length, 4096)
  let control = 0
  let zeros = [0, 0]
  for (let at = 0; at < size; at++) {
    const byte = bytes[at] ?? 0
    if (byte === 0)
      zeros = at % 2 === 0 ? [(zeros[0] ?? 0) + 1, zeros[1] ?? 0] : [zeros[0] ?? 0, (zeros[1] ?? 0) + 1]
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control++
  }
  const [even = 0, odd = 0] = zeros
  if (even + odd > 0) return !(Math.max(even, odd) > size * 0.2 && Math.min(even, odd) < size * 0.02)
  return control > size * 0.02
}
