import { type FigureInput, recordResult } from '../../src/features/results/results.actions.ts'
import { addIndicator } from '../../src/features/targets/indicators.actions.ts'
import { type SetTargetInput, setTarget } from '../../src/features/targets/targets.actions.ts'
import type { Storyteller } from './storyteller.ts'

/** An indicator as the story names it. */
export type IndicatorEntry = {
  readonly code: string
  readonly name: string
  readonly unit: string
  readonly field: string | null
  readonly direction?: 'up' | 'down' | 'none'
  readonly kind?: 'level' | 'growth' | 'share' | 'narrative'
  readonly decimals?: number
  /** Code of the indicator this one is a part of. */
  readonly partOf?: string
  /** Code of the indicator it converts into, and by how much. */
  readonly convertsTo?: { readonly code: string; readonly factor: string }
  /** Code of the indicator it tells in another currency. */
  readonly otherCurrencyOf?: string
}

/** Indicators of a story, entered once by the head of the bloc or the province. */
export async function enterIndicators(
  teller: Storyteller,
  who: string,
  at: { readonly blocYearId: string | null; readonly provinceId?: string },
  entries: readonly IndicatorEntry[],
): Promise<Record<string, string>> {
  const ids: Record<string, string> = {}
  for (const entry of entries) {
    const { indicatorId } = await teller.asSaid.do(who, addIndicator, {
      blocYearId: at.blocYearId,
      ...(at.provinceId ? { provinceId: at.provinceId } : {}),
      code: entry.code,
      name: entry.name,
      unitOfMeasure: entry.unit,
      direction: entry.direction ?? 'up',
      decimals: entry.decimals ?? 3,
      kind: entry.kind ?? 'level',
      fieldCode: entry.field,
      partOfId: entry.partOf ? (ids[entry.partOf] ?? null) : null,
      convertsToId: entry.convertsTo ? (ids[entry.convertsTo.code] ?? null) : null,
      conversionFactor: entry.convertsTo?.factor ?? null,
      otherCurrencyOfId: entry.otherCurrencyOf ? (ids[entry.otherCurrencyOf] ?? null) : null,
    })
    ids[entry.code] = indicatorId
  }
  return ids
}

/** A printed figure: what the document says, and in which words. */
export type FigureEntry = Omit<FigureInput, 'indicatorId'> & {
  readonly code: string
  /** Code of the figure it is a part of. */
  readonly partOf?: string
}

/** Figures of one unit, or of the bloc's fields when `unitId` is null. */
export async function reportFigures(
  teller: Storyteller,
  who: string,
  at: { readonly blocYearId: string; readonly unitId: string | null; readonly period?: string },
  indicators: Readonly<Record<string, string>>,
  figures: readonly FigureEntry[],
): Promise<Record<string, string>> {
  const results: Record<string, string> = {}
  for (const { code, partOf, ...figure } of figures) {
    const { resultId } = await teller.do(who, recordResult, {
      ...figure,
      ...at,
      indicatorId: indicators[code] ?? '',
      partOfId: partOf ? (results[partOf] ?? null) : null,
      channel: 'file',
    })
    results[code] = resultId
  }
  return results
}

export type TargetEntry = Omit<SetTargetInput, 'indicatorId' | 'blocYearId' | 'unitId'> & {
  readonly code: string
}

/** Targets of one unit, or of the bloc when `unitId` is null. */
export async function enterTargets(
  teller: Storyteller,
  who: string,
  at: { readonly blocYearId: string | null; readonly unitId: string | null },
  indicators: Readonly<Record<string, string>>,
  targets: readonly TargetEntry[],
): Promise<void> {
  for (const { code, ...target } of targets) {
    await teller.do(who, setTarget, {
      ...target,
      ...at,
      indicatorId: indicators[code] ?? '',
    } as SetTargetInput)
  }
}
