import type { Sentence } from '../scoring/index.ts'
import type { RankingRules } from './rules.ts'
import type { TieDecisions } from './tie-break.ts'

/** A figure from outside the table that the rules ask for; of a decision, the place it gave each unit. */
export interface OutsideFigure {
  readonly code: string
  readonly name: Sentence
  readonly kind: 'measure' | 'decision'
}

/** What the rules of a ranking ask for beyond the scores: in the tie-break chain, then in the conditions of classes. */
export function outsideFigures({ tieBreaks, classes }: RankingRules): readonly OutsideFigure[] {
  const found = [
    ...tieBreaks.flatMap((step): readonly OutsideFigure[] =>
      step.by === 'measure' || step.by === 'decision'
        ? [{ code: step.code, name: step.name, kind: step.by }]
        : [],
    ),
    ...classes.flatMap((rule) =>
      (rule.conditions ?? []).map(({ code, name }): OutsideFigure => ({ code, name, kind: 'measure' })),
    ),
  ]
  return found.filter((one, i) => found.findIndex(({ code }) => code === one.code) === i)
}

/** One recorded figure of a unit, a plain decimal. */
export interface RecordedFigure {
  readonly unitId: string
  readonly code: string
  readonly value: string
}

/** Recorded figures as the ranking takes them: measures by unit, and the order each decision gave. */
export function outsideOf(
  rules: RankingRules,
  recorded: readonly RecordedFigure[],
): {
  readonly measures: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly decisions: TieDecisions
} {
  const kinds = new Map(outsideFigures(rules).map(({ code, kind }) => [code, kind]))
  const measures = new Map<string, Map<string, string>>()
  const places = new Map<string, RecordedFigure[]>()
  for (const one of recorded) {
    if (kinds.get(one.code) === 'measure') {
      const own = measures.get(one.unitId) ?? new Map<string, string>()
      measures.set(one.unitId, own.set(one.code, one.value))
    } else if (kinds.get(one.code) === 'decision') {
      places.set(one.code, [...(places.get(one.code) ?? []), one])
    }
  }
  const decisions = [...places].map(
    ([code, all]) =>
      [code, all.toSorted((a, b) => Number(a.value) - Number(b.value)).map(({ unitId }) => unitId)] as const,
  )
  return { measures, decisions: new Map(decisions) }
}
