/**
 * Puts the tone mark of final "oa", "oe", "uy" on the first vowel, so that both spellings of a word are one
 * string: hoà = hòa, thuỷ = thủy. "qu" is a consonant, so quý stays. The text comes back in NFC; case and
 * everything else are kept.
 *
 * @example normaliseTones('Hoà Bình, Uỷ ban, quý III') // 'Hòa Bình, Ủy ban, quý III'
 */
export function normaliseTones(text: string): string {
  return text.normalize('NFC').replace(FINAL_PAIR, moveTone)
}

/**
 * Lower case without any diacritics, đ as d: the key for searching and for comparing what was typed in haste.
 * One letter in NFC gives exactly one letter, so positions in an NFC text stay valid.
 *
 * @example fold('Sở Khoa học và Công nghệ, Hoà Bình') // 'so khoa hoc va cong nghe, hoa binh'
 */
export function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().normalize('NFD').replace(MARKS, '').replaceAll('đ', 'd')
}

/**
 * A name as a part of an address or a file name: folded, words joined by hyphens.
 *
 * @example slug('Xếp hạng năm 2025') // 'xep-hang-nam-2025'
 */
export function slug(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/**
 * Whether two names are the same but for case, spacing, tone placement, the form of dashes and "&" for "và".
 * Diacritics count: Hà and Hạ are two people.
 *
 * @example sameName('SỞ  TÀI CHÍNH', 'Sở Tài chính') // true
 */
export function sameName(a: string, b: string): boolean {
  return nameKey(a) === nameKey(b)
}

const MARKS = /\p{M}/gu

// The lookahead keeps closed syllables (hoàn, tuyến) out; the lookbehind keeps "qu" out.
const FINAL_PAIR = /(?<![qQ])(?:[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|[uU][ỳýỷỹỵỲÝỶỸỴ])(?![\p{L}\p{M}])/gu

function moveTone(pair: string): string {
  const [first, second, tone] = pair.normalize('NFD')
  return `${first}${tone}${second}`.normalize('NFC')
}

function nameKey(name: string): string {
  return normaliseTones(name)
    .toLowerCase()
    .replaceAll('&', ' và ')
    .replace(/\s*[-–—]\s*/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}
