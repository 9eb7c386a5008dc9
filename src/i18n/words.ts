/** The languages of the interface; Vietnamese first, English complete. */
export type Lang = 'vi' | 'en'

export const languages: readonly Lang[] = ['vi', 'en']

/** A sentence, or a sentence with blanks to fill in. */
export type Word = string | ((...blanks: never[]) => string)

/** The same sentences in the shape of `T`, in another language. */
type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : T[K] }

/**
 * The words of one topic. The English side must have every key with the same blanks.
 *
 * @example
 * const words = defineWords({ hello: (name: string) => `Chào ${name}` }, { hello: (name) => `Hello ${name}` })
 * words(lang).hello('Lan')
 */
export function defineWords<const T extends Readonly<Record<string, Word>>>(
  vi: T,
  en: Translated<T>,
): (lang: Lang) => Translated<T> {
  return (lang) => (lang === 'vi' ? (vi as Translated<T>) : en)
}

/** Names of coded values (kinds, states) in both languages: what officials see instead of a code. */
export type Names<K extends string> = Readonly<Record<K, { readonly vi: string; readonly en: string }>>

/** The name of a coded value, or the code itself when it is not listed. */
export function nameOf<K extends string>(names: Names<K>, code: string, lang: Lang): string {
  return (names as Record<string, { vi: string; en: string } | undefined>)[code]?.[lang] ?? code
}
