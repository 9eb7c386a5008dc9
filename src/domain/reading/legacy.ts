import { isSyllable } from './syllable.ts'

/** Encodings of Vietnamese from before Unicode, in which letters stand at other places of a Western font. */
export type LegacyEncoding = 'tcvn3' | 'vni'

/** Turns text printed in a TCVN3 font (".VnTime") into Unicode. */
export function fromTcvn3(text: string): string {
  let out = ''
  for (const unit of text) out += TCVN3.get(unit) ?? unit
  return out
}

/** Turns text printed in a VNI font ("VNI-Times") into Unicode. */
export function fromVni(text: string): string {
  let out = ''
  for (let at = 0; at < text.length; at++) {
    const pair = VNI_PAIRS.get(text.slice(at, at + 2))
    if (pair !== undefined) {
      out += pair
      at++
    } else {
      out += VNI_SINGLES.get(text.charAt(at)) ?? text.charAt(at)
    }
  }
  return out
}

/** Which old encoding a text is in, null when it reads as Vietnamese or as no Vietnamese at all. */
export function guessLegacy(text: string): LegacyEncoding | null {
  const sample = text.slice(0, 40_000)
  const asIs = share(sample)
  if (asIs.words < 3) return null
  const tcvn3 = share(fromTcvn3(sample))
  const vni = share(fromVni(sample))
  const best =
    tcvn3.readable >= vni.readable ? { name: 'tcvn3' as const, ...tcvn3 } : { name: 'vni' as const, ...vni }
  return best.readable >= 0.7 && best.readable > asIs.readable + 0.3 ? best.name : null
}

/** Share of words with a letter beyond ASCII that are built like Vietnamese syllables. */
export function share(text: string): { readonly words: number; readonly readable: number } {
  let words = 0
  let readable = 0
  for (const run of text.split(/[\s\d.,;:!?()"'/-]+/)) {
    if (run.length < 2 || run.length > 12 || /^[!-~]*$/.test(run)) continue
    words++
    if (isSyllable(run.normalize('NFC').toLowerCase())) readable++
  }
  return { words, readable: words === 0 ? 0 : readable / words }
}

const TCVN3 = new Map<string, string>()
for (const [codes, letters] of [
  ['¡¢£¤¥¦§', 'ĂÂÊÔƠƯĐ'],
  ['¨©ª«¬\u00ad®', 'ăâêôơưđ'],
  ['µ¶·¸¹', 'àảãáạ'],
  ['»¼½¾Æ', 'ằẳẵắặ'],
  ['ÇÈÉÊË', 'ầẩẫấậ'],
  ['ÌÎÏÐÑ', 'èẻẽéẹ'],
  ['ÒÓÔÕÖ', 'ềểễếệ'],
  ['×ØÜÝÞ', 'ìỉĩíị'],
  ['ßáâãä', 'òỏõóọ'],
  ['åæçèé', 'ồổỗốộ'],
  ['êëìíî', 'ờởỡớợ'],
  ['ïñòóô', 'ùủũúụ'],
  ['õö÷øù', 'ừửữứự'],
  ['úûüýþ', 'ỳỷỹýỵ'],
] as const) {
  const to = [...letters]
  for (const [index, code] of [...codes].entries()) TCVN3.set(code, to[index] ?? code)
}

const VNI_PAIRS = new Map<string, string>()
const VNI_SINGLES = new Map<string, string>()

function vniRow(base: string, marks: string, letters: string): void {
  const to = [...letters]
  for (const [index, mark] of [...marks].entries()) {
    const letter = to[index] ?? ''
    VNI_PAIRS.set(base + mark, letter)
    VNI_PAIRS.set(base.toUpperCase() + mark.toUpperCase(), letter.toUpperCase())
    VNI_PAIRS.set(base.toUpperCase() + mark, letter.toUpperCase())
  }
}

vniRow('a', 'ùøûõïâáàåãäêéèúüë', 'áàảãạâấầẩẫậăắằẳẵặ')
vniRow('e', 'ùøûõïâáàåãä', 'éèẻẽẹêếềểễệ')
vniRow('o', 'ùøûõïâáàåãä', 'óòỏõọôốồổỗộ')
vniRow('ô', 'ùøûõï', 'ớờởỡợ')
vniRow('u', 'ùøûõï', 'úùủũụ')
vniRow('ö', 'ùøûõï', 'ứừửữự')
vniRow('y', 'ùøûõ', 'ýỳỷỹ')
for (const [from, to] of ['ôơ', 'öư', 'ñđ', 'æỉ', 'óĩ', 'òị', 'îỵ'].map((pair) => [...pair])) {
  VNI_SINGLES.set(from ?? '', to ?? '')
  VNI_SINGLES.set((from ?? '').toUpperCase(), (to ?? '').toUpperCase())
}
