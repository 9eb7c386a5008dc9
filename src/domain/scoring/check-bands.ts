import { compare, fraction } from './exact.ts'
import type { Band, BandsMethod } from './method.ts'

/** What is wrong with the edges of a band rule. */
export interface BandProblem {
  readonly code: 'bandEdgeDouble' | 'bandOverlap' | 'bandGap' | 'bandGapAtEdge' | 'bandInverted'
  /** The edge concerned, or the lower end of the stretch. */
  readonly from: string
  /** The upper end of the stretch; the edge itself where there is but one. */
  readonly to: string
}

/**
 * Edges that belong to two bands or to none, stretches claimed twice, and gaps between bands. Below the lowest
 * and above the highest band is no gap: there the rule's `otherwise` counts.
 */
export function checkBands(method: BandsMethod): readonly BandProblem[] {
  const inverted = method.bands.filter(isInverted)
  const sorted = method.bands.filter((band) => !isInverted(band)).sort(byLowerEnd)
  const between = sorted.slice(1).flatMap((upper, i) => {
    const lower = sorted[i]
    return lower === undefined ? [] : checkNeighbours(lower, upper)
  })
  return [
    ...inverted.map((band) => ({
      code: 'bandInverted' as const,
      from: band.from ?? '',
      to: band.to ?? '',
    })),
    ...between,
  ]
}

function checkNeighbours(lower: Band, upper: Band): readonly BandProblem[] {
  if (lower.to === undefined || upper.from === undefined) {
    return [{ code: 'bandOverlap', from: upper.from ?? lower.from ?? '', to: lower.to ?? upper.to ?? '' }]
  }
  const order = compare(fraction(lower.to), fraction(upper.from))
  if (order > 0) return [{ code: 'bandOverlap', from: upper.from, to: lower.to }]
  if (order < 0) return [{ code: 'bandGap', from: lower.to, to: upper.from }]
  const closed = Number(lower.toStrict !== true) + Number(upper.fromStrict !== true)
  if (closed === 2) return [{ code: 'bandEdgeDouble', from: upper.from, to: upper.from }]
  return closed === 0 ? [{ code: 'bandGapAtEdge', from: upper.from, to: upper.from }] : []
}

function isInverted(band: Band): boolean {
  if (band.from === undefined || band.to === undefined) return false
  const order = compare(fraction(band.from), fraction(band.to))
  return order > 0 || (order === 0 && (band.fromStrict === true || band.toStrict === true))
}

function byLowerEnd(a: Band, b: Band): number {
  if (a.from === undefined || b.from === undefined)
    return a.from === b.from ? 0 : a.from === undefined ? -1 : 1
  const order = compare(fraction(a.from), fraction(b.from))
  return order !== 0 ? order : Number(a.fromStrict === true) - Number(b.fromStrict === true)
}
