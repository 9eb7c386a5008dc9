import type Big from 'big.js'
import type { IsoDate } from '../vietnamese/index.ts'
import type { Comparison } from './comparison.ts'
import type { Amount } from './figure.ts'

/** What is known around a figure. Everything is optional: a check without its neighbour is not made. */
export type Neighbours = {
  /** Unit of measure of the indicator. */
  readonly indicatorUnit?: string
  /** The indicator's value of the year, or of the same period of the year, before. */
  readonly lastYear?: Amount
  readonly plan?: Amount
  /** Values of earlier years, oldest first or in any order. */
  readonly ownYears?: readonly Amount[]
  /** All parts that together make the figure. */
  readonly parts?: readonly Amount[]
  /** Comparisons printed beside the figure. */
  readonly comparisons?: readonly Comparison[]
  /** The same indicator and period, reported elsewhere. */
  readonly reportedElsewhere?: readonly (Amount & { readonly reporter: string })[]
  /**
   * Another figure that this one should stand in a known proportion to: trees per ha, broadcasts per village. The ends are
   * given for the two numbers as printed, in their own units.
   */
  readonly rate?: { readonly per: Amount; readonly low?: Big; readonly high?: Big }
  readonly today?: IsoDate
  /** Last day on which an estimate is normal; after it the official figure is due. */
  readonly estimatesUntil?: IsoDate
}
