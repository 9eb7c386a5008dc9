import { convert } from '../vietnamese/index.ts'
import type { Figure } from './figure.ts'
import type { Finding } from './findings.ts'
import type { Neighbours } from './neighbours.ts'
import { plausibility } from './plausibility.ts'

/**
 * Everything that looks wrong about a figure: `plausibility`, and a unit so small beside the indicator's that its
 * multiplier was probably left out, where no neighbour could tell.
 *
 * @example suspicions({ value: Big(980), unit: 'USD' }, { indicatorUnit: 'triệu USD' })
 * // [{ code: 'unit_differs', wouldBe: { value: 980, unit: 'triệu USD' }, … }]
 */
export function suspicions(figure: Figure, neighbours: Neighbours): readonly Finding[] {
  const found = plausibility(figure, neighbours)
  const told = found.some(({ code }) => code === 'power_of_ten' || code === 'unit_differs')
  return told ? found : [...findMultiplierLost(figure, neighbours), ...found]
}

/**
 * Whether a finding asks for a reason before the figure stands: a unit or a power of ten that is off is nearly always
 * a slip of the pen. The others only warn.
 */
export function needsReason({ code }: Finding): boolean {
  return code === 'unit_differs' || code === 'power_of_ten'
}

/** "980 USD" is 0,00098 triệu USD: nobody reports less than one of the indicator's unit in a smaller one. */
function findMultiplierLost(figure: Figure, { indicatorUnit }: Neighbours): readonly Finding[] {
  const { unit, value } = figure
  if (unit === undefined || indicatorUnit === undefined || unit === indicatorUnit || value.lte(0)) return []
  const converted = convert(value, unit, indicatorUnit)
  if (!converted.ok || converted.value.gte(1) || converted.value.gte(value)) return []
  const wouldBe = { value, unit: indicatorUnit }
  return [{ code: 'unit_differs', what: 'unit', why: { given: unit, expected: indicatorUnit }, wouldBe }]
}
