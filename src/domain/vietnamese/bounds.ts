/**
 * A word or sign by which a report sets a bound. "trên", "hơn", "dưới" leave the number itself out; "ít nhất",
 * "không quá", "trở lên" and the like let it in.
 */
export type BoundWord = (typeof WORDS)[number]['word']

/** What was found of a bound, and the text without it. */
export type ReadBound = {
  readonly word?: BoundWord
  readonly side?: 'over' | 'under' | 'about'
  readonly rest: string
}

/**
 * Takes the bound off a quantity's text.
 *
 * @example readBound('hơn 100')        // { word: 'hơn', side: 'over', rest: '100' }
 * @example readBound('80% trở lên')    // { word: 'trở lên', side: 'over', rest: '80%' }
 */
export function readBound(text: string): ReadBound {
  const plain = text.trim()
  const lower = plain.toLowerCase()
  for (const { word, side } of WORDS) {
    if (word.startsWith('trở')) {
      if (lower.endsWith(` ${word}`))
        return { word, side, rest: plain.slice(0, -word.length).replace(/^từ /i, '').trim() }
    } else if (lower.startsWith(word) && /^ ?[\d+−-]|^ từ /.test(lower.slice(word.length))) {
      return { word, side, rest: plain.slice(word.length).trim() }
    }
  }
  return { rest: plain }
}

/**
 * Whether the bound lets the printed number itself in.
 *
 * @example isInclusive('không quá') // true
 * @example isInclusive('dưới')      // false
 */
export function isInclusive(word: BoundWord): boolean {
  return WORDS.some((known) => known.word === word && known.inclusive)
}

/** Longer words stand before the words they begin with. */
const WORDS = [
  { word: 'trở lên', side: 'over', inclusive: true },
  { word: 'trở xuống', side: 'under', inclusive: true },
  { word: 'ít nhất', side: 'over', inclusive: true },
  { word: 'tối thiểu', side: 'over', inclusive: true },
  { word: 'không dưới', side: 'over', inclusive: true },
  { word: 'không quá', side: 'under', inclusive: true },
  { word: 'tối đa', side: 'under', inclusive: true },
  { word: '≥', side: 'over', inclusive: true },
  { word: '≤', side: 'under', inclusive: true },
  { word: 'trên', side: 'over', inclusive: false },
  { word: 'hơn', side: 'over', inclusive: false },
  { word: '>', side: 'over', inclusive: false },
  { word: 'dưới', side: 'under', inclusive: false },
  { word: 'chưa đến', side: 'under', inclusive: false },
  { word: 'gần', side: 'under', inclusive: false },
  { word: '<', side: 'under', inclusive: false },
  { word: 'khoảng', side: 'about', inclusive: true },
  { word: 'xấp xỉ', side: 'about', inclusive: true },
  { word: 'chừng', side: 'about', inclusive: true },
  { word: '~', side: 'about', inclusive: true },
] as const
