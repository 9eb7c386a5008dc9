/**
 * A text users see, in both languages of the interface. Vietnamese is the original.
 *
 * @example
 * const label: Bilingual = { vi: 'ký giao ước', en: 'pledge' }
 */
export type Bilingual = { readonly vi: string; readonly en: string }
