import { FileRefused } from '../../../files/refusal.ts'

/** A compound file (the container of Word 97–2003): its named streams. */
export interface CompoundFile {
  has(name: string): boolean
  stream(name: string): Uint8Array | null
}

const END = 0xfffffffe
const FREE = 0xffffffff

/** Opens a compound file. Chains are followed at most once over the file, so a loop is found, not followed for ever. */
export function openCompound(bytes: Uint8Array): CompoundFile {
  if (bytes.length < 1536) throw new FileRefused('damaged')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = view.getUint16(30, true)
  if (shift !== 9 && shift !== 12) throw new FileRefused('damaged')
  const size = 1 << shift
  const sectors = Math.ceil(bytes.length / size)
  const sector = (index: number) =>
    bytes.subarray((index + 1) * size, Math.min(bytes.length, (index + 2) * size))
  const fat = readFat(view, bytes, sector, size, sectors)
  const chain = (start: number, limit: number) => readChain(start, fat, sector, size, limit, sectors - 1)
  const directory = chain(view.getUint32(48, true), bytes.length)
  const entries = readEntries(directory)
  const root = entries.find((entry) => entry.kind === 5)
  const cutoff = view.getUint32(56, true)
  const small = root === undefined ? new Uint8Array() : chain(root.start, root.size)
  const smallFat = numbers(chain(view.getUint32(60, true), bytes.length))
  return {
    has: (name) => entries.some((entry) => entry.name === name),
    stream: (name) => {
      const entry = entries.find((one) => one.name === name && one.kind === 2)
      if (entry === undefined || entry.size > bytes.length) return null
      if (entry.size >= cutoff) return chain(entry.start, entry.size)
      return readChain(
        entry.start,
        smallFat,
        (index) => small.subarray(index * 64, index * 64 + 64),
        64,
        entry.size,
        Math.ceil(small.length / 64),
      )
    },
  }
}

function readFat(
  view: DataView,
  bytes: Uint8Array,
  sector: (index: number) => Uint8Array,
  size: number,
  sectors: number,
): Uint32Array {
  const parts: number[] = []
  for (let index = 0; index < 109; index++) {
    const at = view.getUint32(76 + index * 4, true)
    if (at !== FREE && at !== END) parts.push(at)
  }
  let next = view.getUint32(68, true)
  for (let steps = 0; next !== END && next !== FREE && steps < sectors; steps++) {
    const list = numbers(sector(next))
    for (let index = 0; index < size / 4 - 1; index++) {
      const at = list[index]
      if (at !== undefined && at !== FREE && at !== END) parts.push(at)
    }
    next = list[size / 4 - 1] ?? END
  }
  if (parts.length > sectors) throw new FileRefused('damaged')
  const fat = new Uint32Array(parts.length * (size / 4)).fill(FREE)
  for (const [index, at] of parts.entries()) {
    if ((at + 1) * size >= bytes.length) continue
    fat.set(numbers(sector(at)), index * (size / 4))
  }
  return fat
}

function readChain(
  start: number,
  fat: Uint32Array,
  sector: (index: number) => Uint8Array,
  size: number,
  limit: number,
  most: number,
): Uint8Array {
  const parts: Uint8Array[] = []
  let total = 0
  let at = start
  for (let steps = 0; at !== END && at !== FREE && total < limit; steps++) {
    if (steps >= most) throw new FileRefused('damaged')
    const part = sector(at)
    if (part.length === 0) break
    parts.push(part)
    total += part.length
    at = fat[at] ?? END
  }
  const whole = new Uint8Array(Math.min(total, limit))
  let offset = 0
  for (const part of parts) {
    whole.set(part.subarray(0, Math.min(part.length, whole.length - offset)), offset)
    offset += Math.min(size, part.length)
    if (offset >= whole.length) break
  }
  return whole
}

function numbers(bytes: Uint8Array): Uint32Array {
  const list = new Uint32Array(bytes.length >> 2)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let index = 0; index < list.length; index++) list[index] = view.getUint32(index * 4, true)
  return list
}

interface Entry {
  readonly name: string
  readonly kind: number
  readonly start: number
  readonly size: number
}

function readEntries(directory: Uint8Array): readonly Entry[] {
  const entries: Entry[] = []
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength)
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const length = Math.min(64, view.getUint16(at + 64, true))
    const kind = view.getUint8(at + 66)
    if (length < 2 || (kind !== 1 && kind !== 2 && kind !== 5)) continue
    const name = new TextDecoder('utf-16le').decode(directory.subarray(at, at + length - 2))
    entries.push({ name, kind, start: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) })
  }
  return entries
}
