import {
  compare,
  type Fraction,
  fraction,
  minus,
  over,
  plus,
  roundedText,
  sign,
  times,
  wholeFraction,
  wholePart,
  zero,
} from './exact.ts'
import type { Decimal, Method } from './method.ts'
import { type ScoringNode, type ScoringTable, sameDecimal } from './table.ts'

/**
 * The same table on another scale, such as from 1.000 to 100 points. Maxima are shared out from the top down by
 * largest remainder at the table's decimals, so children still add up to their parent exactly. Points inside the
 * rules follow by the factor of their leaf, to six decimals: run `checkTable` on the result.
 *
 * Bonus and penalty are scaled by the same factor as the whole.
 */
export function rescaleTable(table: ScoringTable, maximum: Decimal): ScoringTable {
  if (sameDecimal(table.maximum, maximum)) return table
  const factor = over(fraction(maximum), fraction(table.maximum))
  const { decimals } = table.rounding
  const scaled = (points: Decimal) => roundedText(times(fraction(points), factor), decimals)
  const normal = table.children.filter((node) => node.side === 'normal')
  const shares = share(normal, fraction(maximum), decimals)
  return {
    ...table,
    maximum,
    ...(table.bonusMaximum === undefined ? {} : { bonusMaximum: scaled(table.bonusMaximum) }),
    ...(table.penaltyMaximum === undefined ? {} : { penaltyMaximum: scaled(table.penaltyMaximum) }),
    ...(table.statedTotal === undefined ? {} : { statedTotal: scaled(table.statedTotal) }),
    children: table.children.map((node) =>
      rescaleNode(node, shares.get(node) ?? fraction(scaled(node.maxPoints)), decimals),
    ),
  }
}

function rescaleNode(node: ScoringNode, maximum: Fraction, decimals: number): ScoringNode {
  const before = fraction(node.maxPoints)
  const factor = sign(before) === 0 ? zero : over(maximum, before)
  const maxPoints = roundedText(maximum, decimals)
  if (node.kind === 'leaf') {
    const { method } = node
    return method === undefined
      ? { ...node, maxPoints }
      : { ...node, maxPoints, method: scaleMethod(method, factor) }
  }
  const shares = share(node.children, maximum, decimals)
  return {
    ...node,
    maxPoints,
    ...(node.rescale === undefined ? {} : { rescale: scaleRescale(node.rescale, factor) }),
    children: node.children.map((child) => rescaleNode(child, shares.get(child) ?? zero, decimals)),
  }
}

/** Shares `whole` among the nodes in proportion to their maxima, in whole units of the last decimal. */
function share(
  children: readonly ScoringNode[],
  whole: Fraction,
  decimals: number,
): Map<ScoringNode, Fraction> {
  const sum = children.reduce((total, node) => plus(total, fraction(node.maxPoints)), zero)
  if (sign(sum) <= 0) return new Map()
  const unit = wholeFraction(10 ** decimals)
  const wanted = children.map((node) => {
    const exact = times(over(times(fraction(node.maxPoints), whole), sum), unit)
    const units = wholePart(exact)
    return { node, units, rest: minus(exact, wholeFraction(units)) }
  })
  const inAll = times(whole, unit)
  let left = wholePart(inAll) - wanted.reduce((total, each) => total + each.units, 0n)
  const lucky = new Set<ScoringNode>()
  for (const each of wanted.toSorted((a, b) => compare(b.rest, a.rest))) {
    if (left <= 0n) break
    lucky.add(each.node)
    left -= 1n
  }
  return new Map(
    wanted.map(({ node, units }) => [node, over(wholeFraction(lucky.has(node) ? units + 1n : units), unit)]),
  )
}

function scaleRescale(rescale: { readonly to: Decimal; readonly stated?: Decimal }, factor: Fraction) {
  const to = scalePoints(rescale.to, factor)
  return rescale.stated === undefined ? { to } : { to, stated: scalePoints(rescale.stated, factor) }
}

function scalePoints(points: Decimal, factor: Fraction): Decimal {
  return roundedText(times(fraction(points), factor), 6)
}

function scaleMethod(method: Method, factor: Fraction): Method {
  const scale = (points: Decimal) => scalePoints(points, factor)
  const maybe = <K extends string>(key: K, points: Decimal | undefined) =>
    (points === undefined ? {} : { [key]: scale(points) }) as { readonly [key in K]?: Decimal }
  switch (method.kind) {
    case 'pointsPerPercent':
      return sign(factor) === 0
        ? method
        : {
            ...method,
            percentPerPoint: roundedText(over(fraction(method.percentPerPoint), factor), 6),
            ...maybe('cap', method.cap),
          }
    case 'sampling':
      return { ...method, pointPerPositive: scale(method.pointPerPositive) }
    case 'bands':
      return {
        ...method,
        otherwise: scale(method.otherwise),
        bands: method.bands.map((band) => ({ ...band, points: scale(band.points) })),
      }
    case 'threshold':
      return { ...method, ...maybe('points', method.points), ...maybe('otherwise', method.otherwise) }
    case 'againstAverage':
      return { ...method, ...maybe('points', method.points), ...maybe('below', method.below) }
    case 'direct':
      return { ...method, pointPerUnit: scale(method.pointPerUnit), ...maybe('cap', method.cap) }
    case 'bonus':
    case 'penalty':
      return { ...method, pointPerUnit: scale(method.pointPerUnit) }
    case 'plusMinus':
      return {
        ...method,
        plus: scale(method.plus),
        minus: scale(method.minus),
        lowest: scale(method.lowest),
        highest: scale(method.highest),
      }
    case 'rankPoints':
      return { ...method, points: method.points.map(scale) }
    case 'flagBonus':
      return {
        ...method,
        flags: Object.fromEntries(
          Object.entries(method.flags).map(([flag, points]) => [flag, scale(points)]),
        ),
      }
    case 'judgement':
      return { ...method, ...maybe('step', method.step) }
    case 'yesNo':
      return { ...method, ...maybe('yes', method.yes), ...maybe('no', method.no) }
    case 'precondition':
      return { ...method, rule: scaleMethod(method.rule, factor) }
    case 'ownRecord':
      return { ...method, parts: method.parts.map((part) => ({ ...part, points: scale(part.points) })) }
    case 'deduction':
      return { ...method, points: scale(method.points) }
    case 'formula':
      return { ...method, expression: `(${method.expression}) × ${roundedText(factor, 6).replace('.', ',')}` }
    default:
      return method
  }
}
