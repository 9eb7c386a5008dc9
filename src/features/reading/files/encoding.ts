import { fromTcvn3, fromVni, guessLegacy, share } from '../../../domain/reading/legacy.ts'

/**
 * Turns bytes into text. A byte-order mark decides; else UTF-8 when it is valid, UTF-16 when every other byte is
 * zero, else the Vietnamese code page or the old font encoding (TCVN3, VNI) that reads best.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): string {
  const marked = byMark(bytes)
  if (marked !== null) return withoutLegacy(marked)
  const wide = wideEncoding(bytes)
  if (wide !== null) return new TextDecoder(wide).decode(bytes)
  try {
    return withoutLegacy(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return decodeByteText(bytes, declared)
  }
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return new TextDecoder('utf-8').decode(bytes)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return null
}

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const size = Math.min(bytes.length, 4000) & ~1
  if (size < 8) return null
  let even = 0
  let odd = 0
  for (let at = 0; at < size; at += 2) {
    if (bytes[at] === 0) even++
    if (bytes[at + 1] === 0) odd++
  }
  if (odd > size * 0.2 && even < size * 0.02) return 'utf-16le'
  return even > size * 0.2 && odd < size * 0.02 ? 'utf-16be' : null
}

function decodeByteText(bytes: Uint8Array, declared: string | null): string {
  const western = new TextDecoder('windows-1252').decode(bytes)
  const legacy = guessLegacy(western)
  if (legacy === 'tcvn3') return fromTcvn3(western)
  if (legacy === 'vni') return fromVni(western)
  const candidates = [
    new TextDecoder('windows-1258').decode(bytes),
    new TextDecoder('utf-8').decode(bytes),
    western,
  ]
  if (declared !== null) candidates.unshift(decodeAs(bytes, declared))
  let best = candidates[0] ?? western
  for (const candidate of candidates) if (share(candidate).readable > share(best).readable) best = candidate
  return best
}

function decodeAs(bytes: Uint8Array, label: string): string {
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Text saved as Unicode from an old font still holds the old letters. */
function withoutLegacy(text: string): string {
  const legacy = guessLegacy(text)
  if (legacy === 'tcvn3') return fromTcvn3(text)
  return legacy === 'vni' ? fromVni(text) : text
}
