/** A number as it stands in print, read from digit `at`: where it ends, and its exact value in plain notation. */
export interface PrintedNumber {
  readonly end: number
  /** null: digits and points that are no number, such as a date with points. */
  readonly value: string | null
}

/**
 * Reads a number in Vietnamese print: "." groups thousands, "," begins the decimals. A stray space inside
 * ("7. 215") is mended when what stands before it is a word, not the start of a line (where it numbers a heading).
 *
 * @example readPrintedNumber('9.105,326 tỷ', 0, 'word').value === '9105.326'
 */
export function readPrintedNumber(
  text: string,
  at: number,
  before: 'word' | 'number' | 'sign' | 'line',
): PrintedNumber {
  let end = digitsEnd(text, at)
  while (end < text.length) {
    const sign = text.charAt(end)
    if (sign !== '.' && sign !== ',') break
    let next = end + 1
    if (text.charAt(next) === ' ' && sign === '.' && before === 'word' && mendable(text, at, end, next + 1))
      next++
    const after = digitsEnd(text, next)
    if (after === next) break
    end = after
  }
  return { end, value: printedValue(text.slice(at, end).replaceAll(' ', '')) }
}

/** Exact value of printed digits, null when they are no number. */
export function printedValue(raw: string): string | null {
  const groups = raw.split(/[.,]/)
  if (groups.length === 1) return plain(raw, '')
  const signs = raw.replace(/\d/g, '')
  const last = groups.at(-1) ?? ''
  const grouped = (parts: readonly string[]) =>
    (parts[0] ?? '').length <= 3 && parts.slice(1).every((part) => part.length === 3)
  if (/^\.+$/.test(signs)) {
    if (grouped(groups) && groups[0] !== '0') return plain(groups.join(''), '')
    // "3.5" and "5.711.7": a point in the place of the comma.
    if (last.length !== 3 && grouped(groups.slice(0, -1)) && last.length <= 2)
      return plain(groups.slice(0, -1).join(''), last)
    return groups.length === 2 ? plain(groups[0] ?? '', last) : null
  }
  if (signs === ',') return plain(groups[0] ?? '', last)
  if (/^,+$/.test(signs)) return grouped(groups) ? plain(groups.join(''), '') : null
  if (/^\.+,$/.test(signs) && grouped(groups.slice(0, -1))) return plain(groups.slice(0, -1).join(''), last)
  if (/^,+\.$/.test(signs) && grouped(groups.slice(0, -1))) return plain(groups.slice(0, -1).join(''), last)
  return null
}

function digitsEnd(text: string, at: number): number {
  let end = at
  while (end < text.length) {
    const code = text.charCodeAt(end)
    if (code < 0x30 || code > 0x39) break
    end++
  }
  return end
}

function mendable(text: string, at: number, point: number, next: number): boolean {
  const left = text.slice(at, point)
  return (
    left.length <= 3 &&
    !left.startsWith('0') &&
    digitsEnd(text, next) - next === 3 &&
    !/^\d/.test(text.slice(next + 3, next + 4))
  )
}

function plain(whole: string, decimals: string): string {
  const digits = whole.replace(/^0+(?=\d)/, '')
  const rest = decimals.replace(/0+$/, '')
  return rest === '' ? digits : `${digits}.${rest}`
}
