import type { Failure } from '../actions/failure.ts'
import type { Lang, Word } from '../i18n/words.ts'
import type { FormErrors } from '../ui/index.ts'
import type { Feature } from './feature.ts'
import { commonFaults } from './fields.messages.ts'
import type { FieldFaults } from './form.ts'

/** Turns codes of refusals into sentences. */
export type Speaker = {
  readonly sentence: (lang: Lang, code: string, params?: readonly string[]) => string
  readonly fields: (lang: Lang, faults: FieldFaults) => FormErrors
  readonly failure: (
    lang: Lang,
    failure: Failure,
  ) => { readonly problem?: string; readonly errors: FormErrors }
}

/** Knows the sentences of all topics; an unknown code gets a general sentence, never the code itself. */
export function createSpeaker(features: readonly Pick<Feature, 'faults'>[]): Speaker {
  const known = { vi: wordsOf(features, 'vi'), en: wordsOf(features, 'en') }
  const sentence = (lang: Lang, code: string, params: readonly string[] = []): string => {
    const word = known[lang][code] ?? known[lang].something_refused ?? ''
    return typeof word === 'string' ? word : word(...(params as never[]))
  }
  const fields = (lang: Lang, faults: FieldFaults): FormErrors =>
    Object.fromEntries(
      Object.entries(faults).map(([name, fault]) => [name, sentence(lang, fault.code, fault.params)]),
    )
  return {
    sentence,
    fields,
    failure: (lang, failure) => ({
      errors: fields(lang, failure.fields ?? {}),
      ...(failure.fields ? {} : { problem: sentence(lang, failure.code, failure.params) }),
    }),
  }
}

function wordsOf(features: readonly Pick<Feature, 'faults'>[], lang: Lang): Record<string, Word> {
  return Object.assign({}, commonFaults(lang), ...features.map((feature) => feature.faults(lang))) as Record<
    string,
    Word
  >
}
