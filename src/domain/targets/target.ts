import type Big from 'big.js'
import type { IsoDate } from '../vietnamese/index.ts'

/**
 * A target (chỉ tiêu) of one indicator for one year, without who set it. "Không giao" (not assigned) is a kind of
 * its own: it is never a target of zero and leaves both completion and score.
 */
export type Target =
  | AtLeastTarget
  | AtMostTarget
  | RangeTarget
  | ByDateTarget
  | YesNoTarget
  | GrowthTarget
  | LevelTarget
  | NotAssigned

/**
 * More is better: "≥ 44.462 tỷ đồng". With `inclusive: false` ("trên 100") the number itself is not enough, and a value
 * above it meets the target without exceeding it.
 */
export type AtLeastTarget = {
  readonly kind: 'at_least'
  readonly value: Big
  readonly unit: string
  /** Whether the number itself is enough; true when absent. */
  readonly inclusive?: boolean
}

/**
 * An upper bound: "không quá 5%", with `inclusive: false` "dưới 5%". As a limit it is kept or broken, nothing more;
 * with `lowerIsBetter` (poverty rate, overdue dossiers) a value below it exceeds the target.
 */
export type AtMostTarget = {
  readonly kind: 'at_most'
  readonly value: Big
  readonly unit: string
  /** Whether the number itself is allowed; true when absent. */
  readonly inclusive?: boolean
  readonly lowerIsBetter?: boolean
}

/** Between two values, both allowed: "từ 95% đến 105%". */
export type RangeTarget = {
  readonly kind: 'range'
  readonly min: Big
  readonly max: Big
  readonly unit: string
}

/** To be done by a day: "trước 31/12/2021", with `inclusive` "chậm nhất ngày 31/12/2021". */
export type ByDateTarget = {
  readonly kind: 'by_date'
  readonly date: IsoDate
  /** Whether the day itself is in time; false when absent, as the word "trước" says. */
  readonly inclusive?: boolean
}

/** To be done, at whatever time of the year. */
export type YesNoTarget = { readonly kind: 'yes_no' }

/**
 * A change against a base: "tăng 18% so với năm 2020". A target to reduce carries a negative percentage
 * ("giảm 5%" is −5) and is met by that change or a deeper one.
 */
export type GrowthTarget = {
  readonly kind: 'growth'
  readonly percent: Big
  /** Value of the year compared with, in `unit`; without it the percentage of a result cannot be computed. */
  readonly base?: Big
  readonly unit: string
  /** What the base is, in report words: "năm 2020". */
  readonly baseName?: string
}

/** A level of a ladder: "hoàn thành tốt". */
export type LevelTarget = {
  readonly kind: 'level'
  readonly level: string
  /** All levels from the lowest to the highest. */
  readonly ladder: readonly string[]
}

/** "Không giao". */
export type NotAssigned = { readonly kind: 'not_assigned' }

/**
 * What came of a target. A narrative has words only; a figure may be an estimate, a bound, outside the plan, or
 * x of y.
 */
export type TargetResult =
  | FigureResult
  | { readonly kind: 'date'; readonly date: IsoDate }
  | { readonly kind: 'done'; readonly done: boolean }
  | { readonly kind: 'level'; readonly level: string }
  | { readonly kind: 'narrative' }

/** A reported number as far as its target needs it; every `Figure` of the results fits beside its `kind`. */
export type FigureResult = {
  readonly kind: 'figure'
  readonly value: Big
  readonly unit?: string
  /** y of "x/y": read as a percentage where the target is one. */
  readonly total?: Big
  readonly bound?: 'over' | 'under' | 'about'
  readonly estimate?: boolean
  readonly outsidePlan?: boolean
}
