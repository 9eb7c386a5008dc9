import type Big from 'big.js'
import type { Bilingual } from '../bilingual.ts'
import {
  compare,
  type Fraction,
  fraction,
  greatest,
  least,
  minus,
  one,
  over,
  plus,
  type Rounding,
  roundFraction,
  sign,
  times,
  zero,
} from './exact.ts'
import { mean, root, wholeVariance } from './statistics.ts'

/** How points of several judges are brought to one measure (quy chuẩn điểm giữa người chấm). */
export type Normalisation = (typeof normalisations)[number]

/** All ways, in the order offered. */
export const normalisations = ['meanShift', 'zScore'] as const

/** Names and rules as the table prints them. */
export const normalisationNames: Readonly<Record<Normalisation, Bilingual>> = {
  meanShift: {
    vi: 'dịch theo mức trung bình: điểm của mỗi người chấm được cộng, trừ đều để mức trung bình của người đó bằng mức trung bình chung',
    en: 'mean shift: the points of each judge are moved evenly until the judge’s mean equals the mean of all',
  },
  zScore: {
    vi: 'theo độ lệch chuẩn: mức trung bình và độ phân tán của mỗi người chấm được đưa về mức chung',
    en: 'z-score: mean and spread of each judge are brought to those of all',
  },
}

/** A judge is brought to the common measure only with so many units judged; with fewer, real differences would vanish. */
export const leastSheetsToNormalise = 3

/** A judged point, with who judged it. */
export interface RawPoint {
  readonly judge: string
  readonly unit: string
  readonly code: string
  readonly points: Big
  readonly maximum: Big
}

/** The same brought to the common measure; equal to the raw points where the judge is left alone. */
export interface NormalisedPoint extends RawPoint {
  readonly normalised: Big
}

/**
 * Brings the points of the judges of one layer to a common measure, as declared in the table before its adoption.
 * Points are taken as shares of their maximum; the result is held between 0 and the maximum and rounded as the table
 * rounds. Judges of fewer than three units, or a single judge, are left as they are.
 *
 * @example
 * // Two judges, three units each, criterion of 10 points: A gives 6, 7, 8 (mean 7), B gives 8, 9, 10 (mean 9).
 * // The common mean is 8: A becomes 7, 8, 9 and B becomes 7, 8, 9.
 */
export function normalisePoints(
  raw: readonly RawPoint[],
  method: Normalisation,
  rounding: Rounding,
): readonly NormalisedPoint[] {
  const usable = raw.filter((point) => point.maximum.gt(0))
  const measured = [...Map.groupBy(usable, (point) => point.judge)].filter(
    ([, own]) => new Set(own.map((point) => point.unit)).size >= leastSheetsToNormalise,
  )
  if (measured.length < 2) return raw.map((point) => ({ ...point, normalised: point.points }))
  const all = measured.flatMap(([, own]) => own.map(shareOf))
  const common = measureOf(all)
  const measures = new Map(measured.map(([judge, own]) => [judge, measureOf(own.map(shareOf))]))
  return raw.map((point) => {
    const own = point.maximum.gt(0) ? measures.get(point.judge) : undefined
    if (!own || isSame(own, common, method)) return { ...point, normalised: point.points }
    const share = held(moved(shareOf(point), own, common, method))
    return { ...point, normalised: roundFraction(times(share, fraction(point.maximum)), rounding) }
  })
}

type Measure = { readonly mean: Fraction; readonly variance: Fraction }

function measureOf(shares: readonly Fraction[]): Measure {
  return { mean: mean(shares), variance: wholeVariance(shares) }
}

function isSame(own: Measure, common: Measure, method: Normalisation): boolean {
  if (compare(own.mean, common.mean) !== 0) return false
  return method === 'meanShift' || compare(own.variance, common.variance) === 0
}

function moved(share: Fraction, own: Measure, common: Measure, method: Normalisation): Fraction {
  const distance = minus(share, own.mean)
  if (method === 'meanShift' || sign(own.variance) === 0 || sign(common.variance) === 0)
    return plus(common.mean, distance)
  const stretch = fraction(root(over(common.variance, own.variance)))
  return plus(common.mean, times(distance, stretch))
}

function shareOf({ points, maximum }: RawPoint): Fraction {
  return over(fraction(points), fraction(maximum))
}

function held(share: Fraction): Fraction {
  return least(one, greatest(zero, share))
}
