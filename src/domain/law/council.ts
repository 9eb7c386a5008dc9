import type { AwardCode } from '../awards/catalogue.ts'
import type { Share } from '../voting/poll.ts'
import { type Instrument, type LawRow, lawInForce, markOn } from './law.ts'
import type { Mark } from './mark.ts'

/** The share of all members of a council that has to agree to an award. */
export type CouncilThresholdRow = LawRow & {
  readonly award: AwardCode
  readonly percent: number
  readonly base: 'all'
}

/** What a council needs for an award on a day. */
export type CouncilThreshold = {
  readonly share: Share
  readonly mark: Mark
  readonly row: CouncilThresholdRow
}

/**
 * The pass mark of a council: 90% for chiến sĩ thi đua toàn quốc and tỉnh, 80% for chiến sĩ thi đua cơ sở and the flags,
 * of all members, absent ones asked in writing (Nghị định 98/2023/NĐ-CP, Điều 30 khoản 7; said to stand in Nghị định
 * 152/2025, Điều 33 khoản 5). Null for awards without a ballot.
 */
export function councilThreshold(
  rows: readonly CouncilThresholdRow[],
  instruments: readonly Instrument[],
  award: AwardCode,
  date: string,
): CouncilThreshold | null {
  const row = lawInForce(rows, date).find((one) => one.award === award)
  if (row === undefined) return null
  const share = { numerator: row.percent, denominator: 100, strictly: false }
  return { share, mark: markOn(row, instruments, date), row }
}
