import Big from 'big.js'
import {
  amountOf,
  comparisonOf,
  type FigureRecord,
  type Finding,
  suspicions,
} from '../../domain/results/index.ts'
import type { TargetContent } from './targets.store.ts'

/** What looks wrong about the number of a target, beside its indicator, its base and the figure of the year before. */
export function targetFindings(
  target: Pick<TargetContent, 'kind' | 'value' | 'unitOfMeasure' | 'baseValue' | 'comparisons'>,
  indicatorUnit: string,
  lastYear: FigureRecord | undefined,
): readonly Finding[] {
  const { kind, value, unitOfMeasure } = target
  if (value === null || !['at_least', 'at_most', 'range'].includes(kind)) return []
  const base = amountOf(target.baseValue, indicatorUnit || unitOfMeasure)
  const before = base ?? (lastYear && amountOf(lastYear.value, lastYear.unitOfMeasure))
  return suspicions(
    { value: new Big(value), ...(unitOfMeasure !== '' && { unit: unitOfMeasure }) },
    {
      ...(indicatorUnit !== '' && { indicatorUnit }),
      ...(before && { lastYear: before }),
      comparisons: target.comparisons.map(comparisonOf),
    },
  )
}
