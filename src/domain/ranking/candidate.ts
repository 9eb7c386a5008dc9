import type { Numeric, Score } from '../scoring/index.ts'

/** One unit that may be ranked. */
export interface Candidate {
  readonly unit: string
  /** The score of the layer that counts. */
  readonly score: Score
  /** Figures from outside the table, for tie-breaks and class conditions. */
  readonly measures?: ReadonlyMap<string, Numeric>
  /** Codes of the bar conditions that hold. */
  readonly conditions?: readonly string[]
}
