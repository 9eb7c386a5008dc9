import type { Bilingual } from '../bilingual.ts'
import { printNumber } from '../vietnamese/index.ts'
import { isDecimal } from './exact.ts'

/** Languages sentences are written in: Vietnamese first, English complete. */
export type Language = 'vi' | 'en'

/** A sentence pattern in both languages. `{name}` is printed as a number where it is one, `{=name}` verbatim. */
export type Sentence = Bilingual

/** Values of a sentence: plain decimals (point, no grouping) or words. */
export type SentenceParams = Readonly<Record<string, string>>

/**
 * Prints a plain decimal the way officials of the language read it.
 *
 * @example printDecimal('1234.5', 'vi') // "1.234,5"
 * @example printDecimal('1234.5', 'en') // "1,234.5"
 */
export function printDecimal(text: string, language: Language): string {
  if (!isDecimal(text)) return text
  const printed = printNumber(text)
  return language === 'vi' ? printed : printed.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'))
}

/**
 * Fills a sentence with its values.
 *
 * @throws Error when a value the sentence names is absent: a sentence with a hole must not reach a reader.
 */
export function fill(sentence: Sentence, params: SentenceParams, language: Language): string {
  return sentence[language].replace(/\{(=?)(\w+)\}/g, (_, verbatim: string, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`sentence lacks the value ${name}: ${sentence.en}`)
    return verbatim === '=' ? value : printDecimal(value, language)
  })
}
