import { printDate } from '../vietnamese/index.ts'
import { typeCodes } from './type-codes.ts'

/** What is known of a guiding paper; what is empty or null is unknown. */
export type GuidingPaperParts = {
  /** A code ("QĐ", "CTr", "CV") or the name of the type itself. */
  readonly type: string
  /** "298/CTr-UBND", or the bare number that a source gives. */
  readonly number: string
  readonly issuer: string
  /** ISO date. */
  readonly issuedOn: string | null
}

/** Types of guiding papers offered in forms, by code; a công văn has no code of its own in its symbol. */
export const guidingPaperTypes = ['QĐ', 'CTr', 'KH', 'HD', 'CV', 'CT', 'NQ', 'TB'] as const

/** Name of a type by its code; what is no code stays as it is. */
export function guidingPaperTypeName(type: string): string {
  if (type === 'CV') return 'Công văn'
  return (typeCodes as Readonly<Record<string, string>>)[type] ?? type
}

/**
 * A guiding paper as it is cited; parts that are not known are said to be unknown, never guessed. The name of
 * the type stays Vietnamese in both languages, as it is quoted.
 *
 * @example
 * guidingPaperName({ type: 'CTr', number: '298/CTr-UBND', issuer: 'UBND tỉnh', issuedOn: '2019-12-25' })
 * // 'Chương trình số 298/CTr-UBND ngày 25/12/2019 của UBND tỉnh'
 * guidingPaperName({ type: 'QĐ', number: '1511', issuer: '', issuedOn: null })
 * // 'Quyết định số 1511 (chưa rõ cơ quan, ngày ban hành)'
 */
export function guidingPaperName(paper: GuidingPaperParts, lang: 'vi' | 'en' = 'vi'): string {
  const words = WORDS[lang]
  const known = [
    guidingPaperTypeName(paper.type) || words.paper,
    paper.number && words.number(paper.number),
    paper.issuedOn && words.date(printDate(paper.issuedOn)),
    paper.issuer && words.issuer(paper.issuer),
  ].filter(Boolean)
  const unknown = [
    paper.number ? '' : words.unknownNumber,
    paper.issuer ? '' : words.unknownIssuer,
    paper.issuedOn ? '' : words.unknownDate,
  ].filter(Boolean)
  return unknown.length === 0 ? known.join(' ') : `${known.join(' ')} (${words.unknown(unknown)})`
}

const WORDS = {
  vi: {
    paper: 'Văn bản',
    number: (number: string) => `số ${number}`,
    date: (date: string) => `ngày ${date}`,
    issuer: (issuer: string) => `của ${issuer}`,
    unknownNumber: 'số',
    unknownIssuer: 'cơ quan',
    unknownDate: 'ngày ban hành',
    unknown: (parts: readonly string[]) => `chưa rõ ${parts.join(', ')}`,
  },
  en: {
    paper: 'Paper',
    number: (number: string) => `No. ${number}`,
    date: (date: string) => `of ${date}`,
    issuer: (issuer: string) => `by ${issuer}`,
    unknownNumber: 'number',
    unknownIssuer: 'issuer',
    unknownDate: 'date',
    unknown: (parts: readonly string[]) => `${parts.join(', ')} not known`,
  },
} as const
