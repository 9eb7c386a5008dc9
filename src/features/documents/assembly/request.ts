import type { Reading } from '../../../db/database.ts'
import type { Mark } from '../../../domain/documents/paper.ts'
import type { PaperTypeId } from '../../../domain/documents/paper-types.ts'
import type { BlocYear } from '../../../scopes/scopes.store.ts'

/** Which paper is wanted: its type and what it is about. */
export type PaperSubject = {
  readonly type: PaperTypeId
  readonly unitId: string | null
  readonly conferenceId: string | null
  readonly pollId: string | null
  readonly draftId: string | null
  readonly proposalId: string | null
  readonly checkVisitId: string | null
}

/** What a paper says that does not come from the records of the year. */
export type PaperRequest = PaperSubject & {
  /** Number from the clerk's office; null while the paper is a draft, or when it bears none. */
  readonly number: number | null
  /** Abbreviation in the symbol ("SCT"); empty: made from the name of the unit. */
  readonly symbol: string
  /** ISO date of the paper; null while it is a draft. */
  readonly issuedOn: string | null
  /** Place in the date line; empty: the province. */
  readonly place: string
  /** Who signs; empty: as the records of the year say. */
  readonly signerName: string
  readonly signerTitle: string
  /** '', 'KT.', 'TL.', 'TUQ.' or 'Q.'. */
  readonly capacity: string
  /** ISO date whose law is cited; null: the day of the paper or of its event. */
  readonly lawDate: string | null
  readonly verification: string | null
  readonly illustrative: boolean
  /** Written parts by their key. */
  readonly parts: Readonly<Record<string, string>>
}

/** Everything an assembler starts from. */
export type Assembly = {
  readonly db: Reading
  readonly year: BlocYear
  /** ISO date. */
  readonly today: string
  readonly request: PaperRequest
}

/** A request that leaves everything to the records. */
export function plainRequest(subject: PaperSubject): PaperRequest {
  return {
    ...subject,
    number: null,
    symbol: '',
    issuedOn: null,
    place: '',
    signerName: '',
    signerTitle: '',
    capacity: '',
    lawDate: null,
    verification: null,
    illustrative: false,
    parts: {},
  }
}

/** The mark of an illustrative record, to be spread into what bears a mark. */
export function markOf(illustrative: boolean): { readonly mark?: Mark } {
  return illustrative ? { mark: 'illustrative' } : {}
}

/** A statement with the mark of its record. */
export function stated(text: string, illustrative: boolean): { readonly text: string; readonly mark?: Mark } {
  return { text, ...markOf(illustrative) }
}

/** Lines of a written text, without the dashes people begin them with. */
export function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*[-–+•]\s*/, '').trim())
    .filter((line) => line !== '')
}

/** The lines of a written part as statements. */
export function writtenLines(request: PaperRequest, key: string) {
  return linesOf(request.parts[key] ?? '').map((line) => stated(line, request.illustrative))
}

/** A written part that takes the place of what would otherwise stand there. */
export function writtenOr(
  request: PaperRequest,
  key: string,
  otherwise: readonly string[],
): readonly string[] {
  const lines = linesOf(request.parts[key] ?? '')
  return lines.length > 0 ? lines : otherwise
}
