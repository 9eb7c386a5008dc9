import { type Instrument, type InstrumentGroup, lawOfProvince } from './law.ts'
import type { Mark } from './mark.ts'

/** Which groups of instruments a kind of paper cites; empty for papers that carry no căn cứ. */
export type CitationRow = {
  readonly paperKind: string
  readonly groups: readonly InstrumentGroup[]
  readonly mark: Mark
}

/** One line of căn cứ without its punctuation: the paper adds ";" and the last ".". */
export type LegalBasisLine = {
  readonly text: string
  readonly instrumentId: string
  readonly mark: Mark
}

/**
 * The căn cứ of a paper on its day, highest instrument first: what was in force then, so that a paper of 2020 cites the
 * law of 2020. An unknown kind of paper cites nothing.
 *
 * @example
 * legalBasisFor(rows, 'submission', '2020-12-16', null)[0]?.text
 * // 'Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003'
 */
export function legalBasisFor(
  rows: { readonly instruments: readonly Instrument[]; readonly citations: readonly CitationRow[] },
  paperKind: string,
  date: string,
  province: string | null,
): readonly LegalBasisLine[] {
  const groups = rows.citations.find((row) => row.paperKind === paperKind)?.groups ?? []
  const inForce = lawOfProvince(rows.instruments, date, province)
  return groups.flatMap((group) =>
    inForce
      .filter((instrument) => instrument.group === group)
      .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
      .map(({ citation, id, mark }) => ({ text: `Căn cứ ${citation}`, instrumentId: id, mark })),
  )
}
