/** Text with one form for each letter, space, dash and quote, and the way back to the text as given. */
export interface Normalised {
  readonly text: string
  /** Offset in the text as given of the first unit of normalised unit `index`. */
  startOf(index: number): number
  /** Offset in the text as given just after normalised unit `index`. */
  endOf(index: number): number
}

/**
 * Composes letters, drops invisible signs, and gives spaces, dashes, quotes and digits one form.
 * Lengths change; `startOf` and `endOf` lead back. One pass, linear in the length.
 *
 * @example normalise('Hoà Bi\u0300nh').text === 'Hoà Bình'
 */
export function normalise(given: string): Normalised {
  const units = new Uint16Array(given.length)
  const starts = new Uint32Array(given.length)
  const ends = new Uint32Array(given.length)
  let size = 0
  for (let at = 0; at < given.length; at++) {
    const code = given.charCodeAt(at)
    if (code < 0x80 && code !== 13) {
      units[size] = code
    } else if (isMark(code)) {
      // A mark belongs to the letter before it; a mark without a letter says nothing.
      if (size > 0) {
        const composed = compose(units[size - 1] ?? 0, code)
        if (composed !== 0) units[size - 1] = composed
        ends[size - 1] = at + 1
      }
      continue
    } else {
      const plain = isThousandsSpace(given, at, code) ? POINT : oneForm(code)
      if (plain === DROP) continue
      units[size] = plain
    }
    starts[size] = at
    ends[size] = at + 1
    size++
  }
  return {
    text: toText(units, size),
    startOf: (index) => (index < size ? (starts[index] ?? 0) : given.length),
    endOf: (index) => (index < 0 ? 0 : index < size ? (ends[index] ?? 0) : given.length),
  }
}

const DROP = -1
const POINT = 0x2e

/** "1 245" with a space that does not break: the space groups thousands. */
function isThousandsSpace(given: string, at: number, code: number): boolean {
  if (code !== 0xa0 && code !== 0x202f && code !== 0x2009) return false
  return (
    /(?:^|[^\d.,/-])\d{1,3}$/.test(given.slice(Math.max(0, at - 4), at)) &&
    /^\d{3}(?!\d)/.test(given.slice(at + 1, at + 5))
  )
}
const SPACE = 0x20

function isMark(code: number): boolean {
  return code >= 0x300 && code <= 0x36f
}

const composedPairs = new Map<number, number>()

function compose(letter: number, mark: number): number {
  const key = letter * 0x100 + (mark - 0x300)
  const known = composedPairs.get(key)
  if (known !== undefined) return known
  const answer = composeAfresh(letter, mark)
  composedPairs.set(key, answer)
  return answer
}

function composeAfresh(letter: number, mark: number): number {
  const single = String.fromCharCode(letter, mark).normalize('NFC')
  if (single.length === 1) return single.charCodeAt(0)
  // Typed in the other order: tone first, then the hat or the horn.
  const [base, ...marks] = [...String.fromCharCode(letter).normalize('NFD')]
  if (base === undefined) return 0
  const swapped = [base, String.fromCharCode(mark), ...marks].join('').normalize('NFC')
  return swapped.length === 1 ? swapped.charCodeAt(0) : 0
}

function oneForm(code: number): number {
  if (code === 13) return 10
  if (code === 0xa0 || code === 0x3000 || code === 0x202f || code === 0x205f) return SPACE
  if (code >= 0x2000 && code <= 0x200a) return SPACE
  if (code === 0x2028 || code === 0x2029 || code === 0x85 || code === 0x0b || code === 0x0c) return 10
  if (code === 0xad || code === 0xfeff || code === 0x2060 || (code >= 0x200b && code <= 0x200f)) return DROP
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0xfe63) return 0x2d
  if (code >= 0x201c && code <= 0x201f) return 0x22
  if (code === 0xab || code === 0xbb || code === 0x2033) return 0x22
  if (code >= 0x2018 && code <= 0x201b) return 0x27
  if (code === 0x2044 || code === 0x2215) return 0x2f
  if (code >= 0xff01 && code <= 0xff5e) return code - 0xfee0
  if (code === 0xd0 || code === 0x189) return 0x110
  if (code === 0xf0) return 0x111
  if (BULLETS.has(code)) return 0x2022
  return code
}

const BULLETS = new Set([
  0xb7, 0x2023, 0x2043, 0x25aa, 0x25ab, 0x25cf, 0x25e6, 0x25cb, 0x25a0, 0x25a1, 0x27a2, 0x2713, 0xf0b7,
  0xf02d, 0xf0d8, 0xf0a7, 0xf076, 0xf0fc,
])

function toText(units: Uint16Array, size: number): string {
  const parts: string[] = []
  for (let from = 0; from < size; from += 8192) {
    parts.push(String.fromCharCode(...units.subarray(from, Math.min(size, from + 8192))))
  }
  return parts.join('')
}
