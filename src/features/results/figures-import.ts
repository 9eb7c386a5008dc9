import type { FieldFault } from '../../actions/failure.ts'
import type { Finding } from '../../domain/results/index.ts'
import { periodOf } from '../../domain/vietnamese/index.ts'
import type { Where } from '../../spreadsheets/table.ts'
import { findingsOf, type Surroundings, sameOwner } from './figure-neighbours.ts'
import type { FigureLine, FigurePatch } from './figures-table.ts'
import { type FigureInput, judgeFigure } from './record-figure.ts'
import type { IndicatorRow, Owner, ResultContent, ResultRow } from './results.store.ts'

/** One line of an import, held against what is stored. */
export type JudgedLine = {
  readonly where: Where
  readonly indicator: IndicatorRow
  readonly typed: string
  readonly current: ResultRow | undefined
  readonly input: FigureInput | undefined
  /** What would stand; undefined where the cell could not be read. */
  readonly content: ResultContent | undefined
  readonly kind: 'nothing' | 'same' | 'added' | 'changed' | 'wrong'
  readonly fault: FieldFault | undefined
  readonly findings: readonly Finding[]
  readonly asksReason: boolean
}

/** Holds the lines of an import against the stored figures and everything around them; writes nothing. */
export function judgeLines(
  lines: readonly FigureLine[],
  owner: Owner,
  period: string,
  around: Surroundings,
): readonly JudgedLine[] {
  const near = neighbourhoods(around)
  const at = { ...owner, year: periodOf(period).year, period }
  return lines.map(({ where, indicator, typed, figure }): JudgedLine => {
    const nearby = near(indicator)
    const current = nearby.results.find(
      (one) => one.period === period && one.indicatorId === indicator.id && sameOwner(one, owner),
    )
    const common = { where, indicator, typed, current }
    if (!figure.ok) {
      const nothing = { input: undefined, content: undefined, findings: [], asksReason: false }
      return { ...common, ...nothing, kind: 'wrong', fault: figure.error }
    }
    const input = inputOf(figure.value, current)
    const judged = judgeFigure({ owner, period, around: nearby }, indicator, current, input, '', true)
    const faults = judged.fault?.fields ?? {}
    const asksReason = 'overrideReason' in faults || judged.content.overrideReason !== ''
    const fault = 'overrideReason' in faults ? undefined : faults.value
    const isNew = judged.kind === 'added' || judged.kind === 'changed'
    const findings = isNew
      ? findingsOf({ ...at, indicatorId: indicator.id }, judged.content, indicator, nearby)
      : []
    return {
      ...common,
      input,
      content: judged.content,
      kind: fault ? 'wrong' : judged.kind,
      fault,
      findings,
      asksReason: isNew && asksReason,
    }
  })
}

/** A figure as the writer takes it: what the line leaves out is what stands. */
export function inputOf(patch: FigurePatch, current: ResultRow | undefined): FigureInput {
  return { ...patch, value: patch.value === undefined ? (current?.value ?? null) : patch.value }
}

/** Only what touches one indicator, so that a sheet of thousands of lines is judged in one pass. */
function neighbourhoods(around: Surroundings): (indicator: IndicatorRow) => Surroundings {
  const results = Map.groupBy(around.results, (one) => one.indicatorId)
  const targets = Map.groupBy(around.targets, (one) => one.indicatorId)
  const parts = Map.groupBy(around.indicators, (one) => one.partOfLineage)
  return (indicator) => {
    const partsOfIt = parts.get(indicator.lineage) ?? []
    const concerned = [indicator, ...partsOfIt]
    return {
      ...around,
      indicators: concerned,
      targets: targets.get(indicator.id) ?? [],
      results: concerned.flatMap((one) => results.get(one.id) ?? []),
    }
  }
}
