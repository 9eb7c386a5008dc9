import Big from 'big.js'
import { convert } from '../vietnamese/index.ts'
import { agreesAsPrinted, type Comparison, checkComparison } from './comparison.ts'
import { type Amount, type Figure, shownDecimals } from './figure.ts'
import type { Finding } from './findings.ts'
import type { Neighbours } from './neighbours.ts'
import { valueInUnitOf } from './scale.ts'

/**
 * Whether the parts make the total. Exact where the total shows as many decimals as its parts; where it shows fewer it
 * may be their rounded sum. Parts of another dimension make the check impossible.
 */
export function findPartsDiffer(given: Amount, { parts = [] }: Neighbours): readonly Finding[] {
  if (parts.length === 0) return []
  let value = new Big(0)
  for (const part of parts) {
    const converted = valueInUnitOf(given, part)
    if (converted === undefined) return []
    value = value.plus(converted)
  }
  if (value.eq(given.value) || isRoundedSum(value, given)) return []
  const unit = given.unit === undefined ? {} : { unit: given.unit }
  const sum = { value, ...unit }
  const difference = { value: given.value.minus(value), ...unit }
  return [{ code: 'parts_differ', what: 'value', why: { given, sum, difference }, wouldBe: sum }]
}

/** Whether printed percentages agree with x/y, or with the value and its plan, at their printed precision. */
export function findRatioDiffers(figure: Figure, meant: Amount, neighbours: Neighbours): readonly Finding[] {
  return (neighbours.comparisons ?? [])
    .filter(
      ({ kind, direction, percent }) => kind === 'plan' && direction === undefined && percent !== undefined,
    )
    .flatMap((comparison) => {
      const whole = wholeOf(figure, meant, comparison, neighbours)
      const check = whole && checkComparison(comparison, meant.value, whole.value)
      if (!check || check.agrees) return []
      const { printed, computed } = check
      const wouldBe = asPrinted(computed, comparison, '%')
      return [
        {
          code: 'ratio_differs',
          what: 'comparison',
          why: { part: meant, whole, printed, computed },
          wouldBe,
        },
      ]
    })
}

/** Whether printed changes agree with both values: with last year's, or over the plan with the plan's. */
export function findGrowthDiffers(meant: Amount, neighbours: Neighbours): readonly Finding[] {
  return (neighbours.comparisons ?? []).flatMap((comparison) => {
    const base = baseOf(meant, comparison, neighbours)
    if (!base) return []
    const amount = changeInUnitOf(meant, comparison)
    if (comparison.amount !== undefined && amount === undefined) return []
    const check = checkComparison(comparison, meant.value, base.value, amount)
    if (!check || check.agrees) return []
    const { measure, printed, computed } = check
    const unit = { percent: '%', times: undefined, amount: meant.unit }[measure]
    const wouldBe = asPrinted(computed, comparison, unit)
    return [
      {
        code: 'growth_differs',
        what: 'comparison',
        why: { given: meant, base, measure, printed, computed },
        wouldBe,
      },
    ]
  })
}

function isRoundedSum(sum: Big, total: Amount): boolean {
  const shown = shownDecimals(total)
  return shownDecimals({ value: sum }) > shown && agreesAsPrinted(sum, total.value, shown)
}

function wholeOf(
  figure: Figure,
  meant: Amount,
  { planValue }: Comparison,
  { plan }: Neighbours,
): Amount | undefined {
  const inSameUnit = planValue ?? figure.total ?? (plan && valueInUnitOf(meant, plan))
  return inSameUnit && withUnit(inSameUnit, meant.unit)
}

/** What a change is counted from: a ratio to the plan is checked elsewhere. */
function baseOf(meant: Amount, comparison: Comparison, { lastYear, plan }: Neighbours): Amount | undefined {
  const { kind, direction, times, amount } = comparison
  if (kind === 'other') return undefined
  if (kind === 'plan' && direction === undefined && times === undefined && amount === undefined)
    return undefined
  const neighbour = kind === 'plan' ? plan : lastYear
  const value = neighbour && valueInUnitOf(meant, neighbour)
  return value && withUnit(value, meant.unit)
}

function changeInUnitOf(meant: Amount, { amount, amountUnit }: Comparison): Big | undefined {
  if (amount === undefined || amountUnit === undefined || meant.unit === undefined) return amount
  const converted = convert(amount, amountUnit, meant.unit)
  return converted.ok ? converted.value : undefined
}

/** The computed number at the precision the report chose, at least as exact as whole numbers. */
function asPrinted(computed: Big, comparison: Comparison, unit: string | undefined): Amount {
  const claimed = comparison.percent ?? comparison.times ?? comparison.amount ?? new Big(0)
  const decimals = shownDecimals({ value: claimed, decimals: comparison.decimals })
  return { ...withUnit(computed.round(decimals, Big.roundHalfUp), unit), decimals }
}

function withUnit(value: Big, unit: string | undefined): Amount {
  return unit === undefined ? { value } : { value, unit }
}
