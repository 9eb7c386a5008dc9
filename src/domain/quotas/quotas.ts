import Big from 'big.js'
import type { AwardCode } from '../awards/catalogue.ts'
import type { Bilingual } from '../bilingual.ts'
import type { Mark } from '../law/mark.ts'

/** How many of an award a bloc of a given size may propose. Dated data of a province. */
export type CeilingRow = {
  readonly award: AwardCode
  readonly minUnits: number
  readonly maxUnits: number | null
  readonly most: number
  readonly validFrom: string
  readonly validTo: string | null
  readonly mark: Mark
  readonly basis: string
  /** The province that set it; null for the table proposed to all. */
  readonly province: string | null
}

/** An override of a ceiling: allowed, never silent. */
export type CeilingOverride = { readonly reason: string; readonly by: string; readonly on: string }

/** What a ceiling says to a number of proposals. */
export type CeilingCheck = {
  readonly result: 'within' | 'over' | 'over_with_reason' | 'no_ceiling'
  readonly award: AwardCode
  readonly proposed: number
  readonly most: number | null
  readonly row: CeilingRow | null
  readonly override: CeilingOverride | null
}

/**
 * The ceiling of an award for a bloc of `units` members on a day: the province's own row before the general one, the
 * latest before older ones; null when none is set.
 */
export function ceilingFor(
  rows: readonly CeilingRow[],
  award: AwardCode,
  units: number,
  date: string,
  province: string | null,
): CeilingRow | null {
  const fitting = rows.filter(
    (row) =>
      row.award === award &&
      row.minUnits <= units &&
      (row.maxUnits === null || units <= row.maxUnits) &&
      row.validFrom <= date &&
      (row.validTo === null || date <= row.validTo) &&
      (row.province === null || row.province === province),
  )
  const own = fitting.filter((row) => row.province !== null)
  return latest(own) ?? latest(fitting)
}

/** Whether a number of proposals keeps to a ceiling. More is a warning that asks for a recorded reason. */
export function checkCeiling(
  row: CeilingRow | null,
  award: AwardCode,
  proposed: number,
  override: CeilingOverride | null,
): CeilingCheck {
  if (row === null) return { result: 'no_ceiling', award, proposed, most: null, row, override: null }
  const over = proposed > row.most
  const reasoned = override !== null && override.reason.trim() !== ''
  const result = !over ? 'within' : reasoned ? 'over_with_reason' : 'over'
  return { result, award, proposed, most: row.most, row, override: over && reasoned ? override : null }
}

/** The share of Government flags in a province, and whether it stays within the limit. */
export type GovernmentFlagShare = {
  readonly flags: number
  readonly leading: number
  /** Per cent, exact to two decimals, e.g. '18.18'. */
  readonly percent: string
  readonly within: boolean
}

/**
 * Government flags proposed may not exceed 20% of the collectives that qualify for the flag of the province (Nghị định
 * 91/2017/NĐ-CP, Điều 11; whether later decrees keep it is unverified). Counted for the whole province, never inside one
 * bloc; the leading collectives are those proposed for either flag. A warning, to be overridden with a reason.
 *
 * @example
 * governmentFlagShare(12, 54) // Bắc Ninh 2022: 12 of 66, '18.18', within
 * governmentFlagShare(11, 31) // Nam Định 2021: 11 of 42, '26.19', not within
 */
export function governmentFlagShare(
  governmentFlags: number,
  provinceFlags: number,
  limitPercent = 20,
): GovernmentFlagShare {
  const leading = governmentFlags + provinceFlags
  const percent = leading === 0 ? new Big(0) : new Big(governmentFlags).times(100).div(leading)
  return {
    flags: governmentFlags,
    leading,
    percent: percent.round(2, Big.roundHalfUp).toString(),
    within: governmentFlags * 100 <= leading * limitPercent,
  }
}

/** The sentence of a ceiling check. */
export function ceilingText(check: CeilingCheck): Bilingual {
  const { proposed, most } = check
  switch (check.result) {
    case 'no_ceiling':
      return { vi: `Đề nghị ${proposed}; chưa có mức trần.`, en: `${proposed} proposed; no ceiling is set.` }
    case 'within':
      return {
        vi: `Đề nghị ${proposed}, trong mức trần ${most}.`,
        en: `${proposed} proposed, within the ceiling of ${most}.`,
      }
    case 'over':
      return {
        vi: `Đề nghị ${proposed}, vượt mức trần ${most}; cần nêu lý do.`,
        en: `${proposed} proposed, over the ceiling of ${most}; a reason is needed.`,
      }
    case 'over_with_reason':
      return {
        vi: `Đề nghị ${proposed}, vượt mức trần ${most}; lý do: ${check.override?.reason}.`,
        en: `${proposed} proposed, over the ceiling of ${most}; reason: ${check.override?.reason}.`,
      }
  }
}

function latest(rows: readonly CeilingRow[]): CeilingRow | null {
  return rows.reduce<CeilingRow | null>(
    (best, row) => (best === null || row.validFrom > best.validFrom ? row : best),
    null,
  )
}
