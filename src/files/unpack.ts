import { unzipSync } from 'fflate'
import { LARGEST_UNPACKED } from './limits.ts'
import { FileRefused } from './refusal.ts'

/** Most files that a Word or Excel package may hold. */
const MOST_ENTRIES = 5000

/**
 * Unpacks the wanted parts of a Word or Excel package. Each part is unpacked into a buffer of the size that the
 * package declares for it, so a bomb can neither lie about its size nor grow past the limit.
 */
export function unpack(
  bytes: Uint8Array,
  wanted: (path: string) => boolean,
  most: number = LARGEST_UNPACKED,
): ReadonlyMap<string, Uint8Array> {
  let total = 0
  let entries = 0
  let refused = false
  let parts: Record<string, Uint8Array>
  try {
    parts = unzipSync(bytes, {
      filter: (entry) => {
        entries++
        if (refused || entries > MOST_ENTRIES) refused = true
        if (refused || !wanted(entry.name)) return false
        total += entry.originalSize
        if (total > most) refused = true
        return !refused
      },
    })
  } catch {
    throw new FileRefused(refused ? 'too-much-inside' : 'damaged')
  }
  if (refused) throw new FileRefused('too-much-inside')
  return new Map(Object.entries(parts))
}
