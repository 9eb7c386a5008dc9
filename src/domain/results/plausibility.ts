import { convert, sameDimension, unitOf } from '../vietnamese/index.ts'
import { findGrowthDiffers, findPartsDiffer, findRatioDiffers } from './arithmetic-checks.ts'
import type { Amount, Figure } from './figure.ts'
import type { Finding } from './findings.ts'
import type { Neighbours } from './neighbours.ts'
import { findOutlier, findPowerOfTen } from './scale-checks.ts'

/**
 * Holds a figure against its neighbours. A figure that only sets a bound ("trên 3.720") or a range is checked for its
 * unit and its scale alone: sums and rates of it cannot be exact.
 *
 * When the scale is off, the rates are checked with the value that was probably meant, so that one slip gives one
 * finding.
 *
 * @example plausibility({ value: Big(980), unit: 'USD' }, { lastYear: { value: Big(875), unit: 'triệu USD' } })
 * // [{ code: 'power_of_ten', wouldBe: { value: 980, unit: 'triệu USD' }, … }]
 */
export function plausibility(figure: Figure, neighbours: Neighbours): readonly Finding[] {
  const unit = findUnit(figure, neighbours)
  const given = amountOf(figure, neighbours)
  const scale = findPowerOfTen(given, neighbours)
  const meant = scale?.wouldBe ?? given
  const isExact = figure.bound === undefined && figure.valueMax === undefined
  return [
    ...unit,
    ...(scale ? [scale] : findOutlier(given, neighbours)),
    ...(isExact ? findPartsDiffer(given, neighbours) : []),
    ...(isExact ? findRatioDiffers(figure, meant, neighbours) : []),
    ...(isExact ? findGrowthDiffers(meant, neighbours) : []),
    ...findRate(given, neighbours),
    ...findTwice(given, neighbours),
    ...findDates(figure, neighbours),
  ]
}

/** Without a unit of its own the figure is read in the indicator's; the missing unit is a finding by itself. */
function amountOf({ value, unit, decimals }: Figure, { indicatorUnit }: Neighbours): Amount {
  const readIn = unit ?? indicatorUnit
  return { value, ...(readIn !== undefined && { unit: readIn }), ...(decimals !== undefined && { decimals }) }
}

function findUnit(figure: Figure, { indicatorUnit }: Neighbours): readonly Finding[] {
  if (indicatorUnit === undefined || indicatorUnit === '') return []
  if (figure.unit === undefined || figure.unit === '') {
    const wouldBe = { value: figure.value, unit: indicatorUnit }
    return [{ code: 'unit_missing', what: 'unit', why: { expected: indicatorUnit }, wouldBe }]
  }
  if (sameDimension(figure.unit, indicatorUnit)) return []
  const why = { given: figure.unit, expected: indicatorUnit }
  // "980 triệu" beside "triệu USD": only the name of what is counted was left out.
  const isBare =
    unitOf(figure.unit)?.dimension === 'count' && unitOf(indicatorUnit)?.name.startsWith(figure.unit)
  const wouldBe = isBare ? { wouldBe: { value: figure.value, unit: indicatorUnit } } : {}
  return [{ code: 'unit_differs', what: 'unit', why, ...wouldBe }]
}

function findRate(given: Amount, { rate }: Neighbours): readonly Finding[] {
  if (!rate || rate.per.value.eq(0)) return []
  const found = given.value.div(rate.per.value)
  const isUnlikely = (rate.low && found.lt(rate.low)) || (rate.high && found.gt(rate.high))
  if (!isUnlikely) return []
  const bounds = { ...(rate.low && { low: rate.low }), ...(rate.high && { high: rate.high }) }
  return [{ code: 'rate_unlikely', what: 'value', why: { given, per: rate.per, rate: found, ...bounds } }]
}

function findTwice(given: Amount, { reportedElsewhere = [] }: Neighbours): readonly Finding[] {
  return reportedElsewhere.map(({ reporter, ...other }) => ({
    code: 'reported_twice',
    what: 'value',
    why: { given, other, reporter, same: sameAmount(given, other) },
  }))
}

function findDates(figure: Figure, { today, estimatesUntil }: Neighbours): readonly Finding[] {
  const found: Finding[] = []
  if (today === undefined) return found
  if (figure.estimate && estimatesUntil !== undefined && today > estimatesUntil) {
    found.push({ code: 'estimate_overdue', what: 'estimate', why: { due: estimatesUntil } })
  }
  if (figure.asOf !== undefined && figure.asOf > today) {
    found.push({ code: 'future_as_of', what: 'as_of', why: { asOf: figure.asOf, today } })
  }
  return found
}

function sameAmount(a: Amount, b: Amount): boolean {
  if (a.unit === undefined || b.unit === undefined || a.unit === b.unit) return a.value.eq(b.value)
  const converted = convert(b.value, b.unit, a.unit)
  return converted.ok && converted.value.eq(a.value)
}
