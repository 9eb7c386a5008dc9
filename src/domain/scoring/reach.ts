import {
  compare,
  type Fraction,
  fraction,
  greatest,
  hundred,
  least,
  over,
  plus,
  times,
  zero,
} from './exact.ts'
import type { Decimal, Method } from './method.ts'

/**
 * The most points a rule itself can give, before the leaf's limit cuts it, with the plan attained in full where
 * the rule has no upper end. Nothing when only people or a formula decide.
 *
 * @example reach({ kind: 'sampling', sampleSize: '50', pointPerPositive: '0.4' }, '20') // 20
 */
export function reach(method: Method, maximum: Decimal): Fraction | undefined {
  const limit = fraction(maximum)
  switch (method.kind) {
    case 'ratio':
    case 'leaderRelative':
    case 'noTargetRelative':
    case 'noIncident':
    case 'judgement':
      return limit
    case 'pointsPerPercent': {
      const atPlan = over(hundred, fraction(method.percentPerPoint))
      return method.cap === undefined ? atPlan : least(atPlan, fraction(method.cap))
    }
    case 'sampling':
      return times(fraction(method.sampleSize), fraction(method.pointPerPositive))
    case 'bands':
      return [method.otherwise, ...method.bands.map((band) => band.points)].map(fraction).reduce(greatest)
    case 'threshold':
      return greatest(orMaximum(method.points, limit), fraction(method.otherwise ?? '0'))
    case 'againstAverage':
      return greatest(orMaximum(method.points, limit), fraction(method.below ?? '0'))
    case 'yesNo':
      return greatest(orMaximum(method.yes, limit), fraction(method.no ?? '0'))
    case 'direct':
      return method.cap === undefined ? limit : fraction(method.cap)
    case 'bonus':
    case 'penalty':
      return limit
    case 'plusMinus':
      return fraction(method.highest)
    case 'rankPoints':
      return method.points.map(fraction).reduce(greatest, zero)
    case 'flagBonus':
      return Object.values(method.flags)
        .map(fraction)
        .reduce(method.several === 'sum' ? plus : greatest, zero)
    case 'precondition':
      return reach(method.rule, maximum)
    case 'ownRecord':
      return method.parts
        .filter((part) => part.as !== 'minusEach')
        .reduce((sum, part) => plus(sum, fraction(part.points)), zero)
    case 'deduction':
      return fraction(method.points)
    case 'formula':
      return undefined
  }
}

/** Whether a rule's reach is below, at or above the leaf's maximum; nothing when it cannot be told. */
export function reachAgainstMaximum(method: Method, maximum: Decimal): 'below' | 'at' | 'above' | undefined {
  const most = reach(method, maximum)
  if (most === undefined) return undefined
  const order = compare(most, fraction(maximum))
  return order < 0 ? 'below' : order > 0 ? 'above' : 'at'
}

function orMaximum(points: Decimal | undefined, maximum: Fraction): Fraction {
  return points === undefined ? maximum : fraction(points)
}
