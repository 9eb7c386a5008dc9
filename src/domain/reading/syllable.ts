/**
 * A Vietnamese syllable in the one form the reader compares: lower case, tone on the vowel where the
 * newer spelling puts it, "y" for the lone vowel that is written both ways.
 *
 * @example syllableKey('Hoà') === syllableKey('hòa'); syllableKey('TỈ') === syllableKey('tỷ')
 */
export function syllableKey(word: string): string {
  const lower = word.toLowerCase()
  const known = keys.get(lower)
  if (known !== undefined) return known
  const key = loneVowel(newTonePlace(lower))
  if (keys.size < 20_000) keys.set(lower, key)
  return key
}

/**
 * Is `word` (lower case) built like a Vietnamese syllable?
 *
 * @example isSyllable('nghiệp') === true; isSyllable('nghiệpước') === false
 */
export function isSyllable(word: string): boolean {
  if (word.length > 7) return false
  const { bare, tones } = withoutTone(word)
  return tones <= 1 && SHAPE.test(bare)
}

/**
 * The syllables that were printed without a space between them, or the word itself when it cannot be
 * told. Only words with a Vietnamese letter are split, so that "video" and "internet" stay whole.
 *
 * @example splitGlued('nghiệpước') // ['nghiệp', 'ước']
 */
export function splitGlued(word: string): readonly string[] {
  if (word.length < 4 || word.length > 24 || !/[^ -~]/.test(word)) return [word]
  if (isSyllable(word.toLowerCase())) return [word]
  const parts = splitInto(word, 3)
  return parts ?? [word]
}

const keys = new Map<string, string>()

const TONES = '\u0300\u0301\u0303\u0309\u0323'

function withoutTone(word: string): { bare: string; tones: number } {
  let tones = 0
  let bare = ''
  for (const unit of word.normalize('NFD')) {
    if (TONES.includes(unit)) tones++
    else bare += unit
  }
  return { bare: bare.normalize('NFC'), tones }
}

const INITIAL = '(?:ngh|ng|nh|kh|gh|gi|ch|ph|th|tr|qu|[bcdđghklmnprstvx])?'
const CLOSED_OR_OPEN = '(?:oa|oe|oo|uê|uy|uơ|a|e|ê|i|o|ô|ơ|u|ư|y)'
const CLOSED = '(?:uyê|iê|yê|uô|ươ|oă|uâ|ă|â)'
const OPEN =
  '(?:iêu|yêu|oai|oao|oay|oeo|uao|uây|uôi|uya|uyu|ươi|ươu|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|ia|ya|ua|ưa)'
const FINAL = '(?:ch|ng|nh|c|m|n|p|t)'
const SHAPE = new RegExp(`^${INITIAL}(?:${OPEN}|${CLOSED}${FINAL}|${CLOSED_OR_OPEN}${FINAL}?)$`)

function splitInto(word: string, atMost: number): string[] | null {
  let found: string[] | null = null
  for (let cut = word.length - 1; cut >= 1; cut--) {
    const left = word.slice(0, cut)
    if (!isSyllable(left.toLowerCase())) continue
    const right = word.slice(cut)
    const rest = isSyllable(right.toLowerCase()) ? [right] : atMost > 2 ? splitInto(right, atMost - 1) : null
    if (rest === null) continue
    // "cả|năm" before "cản|ăm": a syllable seldom begins with a vowel.
    if (!/^[aăâeêioôơuưy]/.test(withoutTone(right.toLowerCase()).bare)) return [left, ...rest]
    found ??= [left, ...rest]
  }
  return found
}

const TONE_PLACES: ReadonlyMap<string, string> = new Map(
  [
    ['oà', 'òa'],
    ['oá', 'óa'],
    ['oả', 'ỏa'],
    ['oã', 'õa'],
    ['oạ', 'ọa'],
    ['oè', 'òe'],
    ['oé', 'óe'],
    ['oẻ', 'ỏe'],
    ['oẽ', 'õe'],
    ['oẹ', 'ọe'],
    ['uỳ', 'ùy'],
    ['uý', 'úy'],
    ['uỷ', 'ủy'],
    ['uỹ', 'ũy'],
    ['uỵ', 'ụy'],
  ].map(([from, to]) => [from ?? '', to ?? '']),
)

function newTonePlace(word: string): string {
  const end = word.slice(-2)
  const moved = TONE_PLACES.get(end)
  return moved === undefined || word.startsWith('qu') ? word : word.slice(0, -2) + moved
}

const LONE: ReadonlyMap<string, string> = new Map([
  ['i', 'y'],
  ['í', 'ý'],
  ['ì', 'ỳ'],
  ['ỉ', 'ỷ'],
  ['ĩ', 'ỹ'],
  ['ị', 'ỵ'],
])

function loneVowel(word: string): string {
  if (word.length === 2 && 'hklmst'.includes(word.charAt(0)))
    return word.charAt(0) + (LONE.get(word.charAt(1)) ?? word.charAt(1))
  if (word.length === 3 && word.startsWith('qu')) return `qu${LONE.get(word.charAt(2)) ?? word.charAt(2)}`
  return word
}
