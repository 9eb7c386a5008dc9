import type { Result } from '../result.ts'
import { evaluate } from './evaluate.ts'
import type { Evaluation, EvaluationContext, EvaluationProblem, Field } from './evaluation.ts'
import { surveyField } from './measure.ts'
import type { Facts } from './method.ts'
import { type Entry, rollUp, type Score } from './score.ts'
import { leaves, type ScoringLeaf, type ScoringTable } from './table.ts'

/** What is known about one unit, by code of the criterion. Nothing known = no key. */
export interface UnitFacts {
  readonly unit: string
  readonly facts: ReadonlyMap<string, Facts | 'notAssigned'>
}

/** One unit scored by the rules. */
export interface UnitScore {
  readonly unit: string
  readonly entries: ReadonlyMap<string, Entry>
  /** The way to the points of each criterion scored. */
  readonly evaluations: ReadonlyMap<string, Evaluation>
  /** Why a criterion could not be scored although something is known about it. */
  readonly problems: ReadonlyMap<string, EvaluationProblem>
  readonly score: Score
}

/**
 * Scores all units of a bloc by the rules of the table. Units are needed together because some rules compare
 * them; the order of the units makes no difference to anyone's points.
 */
export function scoreUnits(table: ScoringTable, units: readonly UnitFacts[]): readonly UnitScore[] {
  const scored = leaves(table).flatMap((leaf) =>
    leaf.method === undefined ? [] : [prepare(leaf, table, units)],
  )
  return units.map((unit) => scoreUnit(table, scored, unit))
}

/** Evaluates one criterion for all units; units about which nothing is known, or to which it is not assigned, are left out. */
export function scoreLeaf(
  table: ScoringTable,
  leaf: ScoringLeaf,
  units: readonly UnitFacts[],
): ReadonlyMap<string, Result<Evaluation, EvaluationProblem>> {
  const { context } = prepare(leaf, table, units)
  return new Map(
    units.flatMap(({ unit, facts }) => {
      const known = facts.get(leaf.code)
      return known === undefined || known === 'notAssigned' || leaf.method === undefined
        ? []
        : [[unit, evaluate(leaf.method, leaf.maxPoints, known, context)] as const]
    }),
  )
}

interface PreparedLeaf {
  readonly leaf: ScoringLeaf
  readonly context: EvaluationContext
}

function prepare(leaf: ScoringLeaf, table: ScoringTable, units: readonly UnitFacts[]): PreparedLeaf {
  const known = units.flatMap(({ facts }) => {
    const own = facts.get(leaf.code)
    return own === undefined || own === 'notAssigned' ? [] : [own]
  })
  const field: Field = leaf.method === undefined ? { placed: [] } : surveyField(leaf.method, known)
  return { leaf, context: { field, rounding: table.rounding } }
}

function scoreUnit(
  table: ScoringTable,
  prepared: readonly PreparedLeaf[],
  { unit, facts }: UnitFacts,
): UnitScore {
  const entries = new Map<string, Entry>()
  const evaluations = new Map<string, Evaluation>()
  const problems = new Map<string, EvaluationProblem>()
  for (const { leaf, context } of prepared) {
    const known = facts.get(leaf.code)
    if (known === undefined || leaf.method === undefined) continue
    if (known === 'notAssigned') {
      entries.set(leaf.code, { state: 'notAssigned' })
      continue
    }
    const evaluated = evaluate(leaf.method, leaf.maxPoints, known, context)
    if (!evaluated.ok) {
      problems.set(leaf.code, evaluated.error)
      continue
    }
    entries.set(leaf.code, { state: 'scored', points: evaluated.value.points })
    evaluations.set(leaf.code, evaluated.value)
  }
  return { unit, entries, evaluations, problems, score: rollUp(table, entries) }
}
