import { fromTcvn3, fromVni, guessLegacy } from '../../../domain/reading/legacy.ts'
import { FileRefused } from '../../../files/refusal.ts'
import { openCompound } from './compound.ts'
import { decodeText } from './encoding.ts'

/** The text of a Word 97–2003 document, put together from its piece table; cells of tables are parted by tabs. */
export function docText(bytes: Uint8Array): string {
  const file = openCompound(bytes)
  const main = file.stream('WordDocument')
  if (main === null || main.length < 0x200) {
    if (file.has('EncryptedPackage')) throw new FileRefused('locked')
    throw new FileRefused('damaged')
  }
  const view = new DataView(main.buffer, main.byteOffset, main.byteLength)
  if (view.getUint16(0, true) !== 0xa5ec) throw new FileRefused('damaged')
  const flags = view.getUint16(0x0a, true)
  if ((flags & 0x0100) !== 0) throw new FileRefused('locked')
  const table = file.stream((flags & 0x0200) !== 0 ? '1Table' : '0Table')
  if (table === null) throw new FileRefused('damaged')
  const length = view.getUint32(0x4c, true)
  const text = pieces(view, main, table, length)
  return tidy(withoutLegacy(text))
}

/** Place of the piece table in the table stream: two numbers of the file information block. */
const CLX_OFFSET = 0x01a2
const CLX_SIZE = 0x01a6

function pieces(view: DataView, main: Uint8Array, table: Uint8Array, length: number): string {
  const start = view.getUint32(CLX_OFFSET, true)
  const size = view.getUint32(CLX_SIZE, true)
  if (start + size > table.length) throw new FileRefused('damaged')
  const clx = new DataView(table.buffer, table.byteOffset + start, size)
  let at = 0
  while (at < size && clx.getUint8(at) === 1) at += 3 + clx.getUint16(at + 1, true)
  if (at + 5 > size || clx.getUint8(at) !== 2) throw new FileRefused('damaged')
  const plcSize = clx.getUint32(at + 1, true)
  const plc = at + 5
  const count = Math.floor((plcSize - 4) / 12)
  if (count < 1 || plc + plcSize > size) throw new FileRefused('damaged')
  let text = ''
  for (let piece = 0; piece < count && text.length < length; piece++) {
    const from = clx.getUint32(plc + piece * 4, true)
    const to = Math.min(clx.getUint32(plc + piece * 4 + 4, true), length)
    if (to <= from) continue
    const place = clx.getUint32(plc + (count + 1) * 4 + piece * 8 + 2, true)
    const narrow = (place & 0x40000000) !== 0
    const offset = narrow ? (place & 0x3fffffff) >>> 1 : place & 0x3fffffff
    const end = offset + (to - from) * (narrow ? 1 : 2)
    if (end > main.length) throw new FileRefused('damaged')
    text += new TextDecoder(narrow ? 'windows-1252' : 'utf-16le').decode(main.subarray(offset, end))
  }
  return text
}

function withoutLegacy(text: string): string {
  const legacy = guessLegacy(text)
  if (legacy === 'tcvn3') return fromTcvn3(text)
  return legacy === 'vni' ? fromVni(text) : text
}

/** Paragraph ends, cell ends and field codes become lines, tabs and nothing. */
function tidy(text: string): string {
  let out = ''
  let field = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0x13) field++
    else if (unit === 0x14 || unit === 0x15) {
      if (unit === 0x14 || field > 0) field = Math.max(0, field - 1)
    } else if (field > 0) continue
    else if (unit === 13 || unit === 11 || unit === 12) out += '\n'
    else if (unit === 7) {
      const rowEnds = text.charCodeAt(at + 1) === 7
      out += rowEnds ? '\n' : '\t'
      if (rowEnds) at++
    } else if (unit >= 32 || unit === 9) out += text.charAt(at)
  }
  return out.replace(/\t\n/g, '\n').replace(/\n{3,}/g, '\n\n')
}

/** A file named .doc that holds rich text or a web page is read as plain text. */
export function plainDocText(bytes: Uint8Array): string {
  return decodeText(bytes)
}
