import type { Result } from '../result.ts'
import { compare, type Fraction, fraction, hundred, over, roundedText, times } from './exact.ts'
import { type ParseProblem, Reader } from './parse.ts'
import { fill, type Language, type Sentence } from './sentence.ts'

/** The same threshold as a document states it in several places: "2/3" in a form, "80%" in the text. */
export interface StatedShares {
  readonly document: string
  readonly stated: readonly { readonly place: Sentence; readonly share: string }[]
}

/**
 * Whether the places of a document agree on a threshold; 2/3 and 66,67% do not, as one is not exactly the other.
 *
 * @example sharesAgree({ document: 'QĐ 3621', stated: [{ place, share: '2/3' }, { place, share: '80%' }] }) // false
 */
export function sharesAgree({ stated }: StatedShares): boolean {
  const [first, ...rest] = stated.map(({ share }) => shareOf(share))
  return first === undefined || rest.every((other) => compare(first, other) === 0)
}

/** The sentence of a threshold that a document states in two ways. */
export function explainShares({ document, stated }: StatedShares, language: Language): string {
  const places = stated.map(({ place, share }) => {
    const percent = roundedText(times(shareOf(share), hundred))
    const said = { place: place[language], share, percent }
    const plain = fill({ vi: '{=place} ghi {=share}', en: '{=place} says {=share}' }, said, language)
    return share.includes('/')
      ? `${plain} (${fill({ vi: '{percent}%', en: '{percent}%' }, said, language)})`
      : plain
  })
  const sentence: Sentence = {
    vi: '{=document}: {=places}; hai ngưỡng khác nhau.',
    en: '{=document}: {=places}; the thresholds differ.',
  }
  return fill(sentence, { document, places: places.join(language === 'vi' ? ', ' : ', ') }, language)
}

/** Reads such statements from plain data such as JSON. */
export function parseStatedShares(data: unknown): Result<readonly StatedShares[], readonly ParseProblem[]> {
  const r = new Reader()
  const read = r.list(data, 'shares').map((each, i): StatedShares => {
    const o = r.object(each, `${i}`)
    return {
      document: r.text(o.document, `${i}.document`),
      stated: r.list(o.stated, `${i}.stated`, 2).map((one, j) => {
        const path = `${i}.stated.${j}`
        const s = r.object(one, path)
        const place = r.object(s.place, `${path}.place`)
        const share = r.text(s.share, `${path}.share`)
        if (!/^\d{1,3}(?:\/[1-9]\d{0,2}|%)$/.test(share)) r.add(`${path}.share`, 'expectedDecimal')
        return { place: { vi: r.text(place.vi, path), en: r.text(place.en, path) }, share }
      }),
    }
  })
  return r.finish(read)
}

function shareOf(share: string): Fraction {
  const [part = '0', whole] = share.replace('%', '/100').split('/')
  return over(fraction(part), fraction(whole ?? '1'))
}
