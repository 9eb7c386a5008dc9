import type { Bilingual } from '../bilingual.ts'
import type { Mark } from './mark.ts'

/** Anything that is law for a time. Both days are included; `validTo` null means still in force. */
export type Dated = { readonly validFrom: string; readonly validTo: string | null }

/** A rule as a row of data: in force for a time, with its instrument, article, source and mark. */
export type LawRow = Dated & {
  readonly id: string
  readonly mark: Mark
  /** Id of the instrument; null when the paper is not in the list of instruments. */
  readonly instrument: string | null
  readonly article: string | null
  /** Where it was read; null when it is only general knowledge. */
  readonly source: string | null
  /** The province whose rule it is; null or absent for all. */
  readonly province?: string | null
}

/** Part an instrument plays in the list of căn cứ. */
export type InstrumentGroup =
  | 'law'
  | 'amendment'
  | 'decree'
  | 'circular'
  | 'province'
  | 'local_government'
  | 'finance'
  | 'salary'
  | 'reform'

/** A law, decree, circular or decision in time. */
export type Instrument = Dated & {
  readonly id: string
  readonly group: InstrumentGroup
  /** Number and symbol, e.g. '152/2025/NĐ-CP'; empty where not known. */
  readonly number: string
  /** As a paper cites it after "Căn cứ". */
  readonly citation: string
  readonly issuedOn: string | null
  readonly mark: Mark
  readonly source: string | null
  readonly note: Bilingual
  readonly province: string | null
  /** Instruments whose content it may have changed in a way that is not known. */
  readonly unsettles: readonly string[]
}

/**
 * The rows in force on a day.
 *
 * @example
 * lawInForce(instruments, '2025-06-15').map(({ id }) => id) // ['luat-06-2022', 'nd-98-2023', …]
 */
export function lawInForce<T extends Dated>(rows: readonly T[], date: string): readonly T[] {
  return rows.filter(({ validFrom, validTo }) => validFrom <= date && (validTo === null || date <= validTo))
}

/** The rows that apply to a province on a day: those for all, and its own. */
export function lawOfProvince<T extends Dated & { readonly province?: string | null }>(
  rows: readonly T[],
  date: string,
  province: string | null,
): readonly T[] {
  return lawInForce(rows, date).filter((row) => (row.province ?? null) === null || row.province === province)
}

/**
 * How sure a row is on a day. A row read in an instrument that a later, unread amendment has touched is unverified from
 * the day of the amendment.
 */
export function markOn(
  row: { readonly mark: Mark; readonly instrument: string | null },
  instruments: readonly Instrument[],
  date: string,
): Mark {
  const unsettled = lawInForce(instruments, date).some(
    ({ unsettles }) => row.instrument !== null && unsettles.includes(row.instrument),
  )
  return unsettled && row.mark === 'confirmed' ? 'unverified' : row.mark
}

/** The day whose law decides, and why. */
export type DecisiveDate = {
  readonly date: string
  readonly because: 'received' | 'dated'
  readonly reason: Bilingual
}

/**
 * The law is chosen by the day the dossier was received; before it is received, by the day of the paper. Never by today.
 */
export function decisiveDate(receivedOn: string | null, paperDate: string): DecisiveDate {
  if (receivedOn !== null) {
    return {
      date: receivedOn,
      because: 'received',
      reason: { vi: 'theo ngày nhận hồ sơ', en: 'by the day the dossier was received' },
    }
  }
  return {
    date: paperDate,
    because: 'dated',
    reason: { vi: 'theo ngày của văn bản', en: 'by the day of the paper' },
  }
}

/** What begins, ends or changes its mark between two days. */
export type LawDifference<T> = { readonly begun: readonly T[]; readonly ended: readonly T[] }

/** What differs between the law of two days. */
export function lawBetween<T extends Dated>(
  rows: readonly T[],
  earlier: string,
  later: string,
): LawDifference<T> {
  const before = new Set(lawInForce(rows, earlier))
  const after = new Set(lawInForce(rows, later))
  return {
    begun: rows.filter((row) => after.has(row) && !before.has(row)),
    ended: rows.filter((row) => before.has(row) && !after.has(row)),
  }
}
