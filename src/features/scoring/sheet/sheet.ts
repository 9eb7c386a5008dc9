import { createHash } from 'node:crypto'
import Big from 'big.js'
import type { Difference, FieldFault } from '../../../actions/failure.ts'
import { type EvaluationProblem, type Facts, isDecimal, type Layer } from '../../../domain/scoring/index.ts'
import type { NewScore, ScoreRow } from '../scores.store.ts'
import type { CriterionRow, YearTable } from '../table/table-model.ts'
import { isJudged, type Proposal } from './proposal.ts'

/** One line of a sheet as it is handed in. */
export type SheetEntry = {
  /** Points in plain decimals; left out: what the rule gives. Penalties may be written with or without the minus. */
  readonly points?: string | null
  /** Beside a self-score: why it departs from the rule. In a later layer: why it departs from the layer before. */
  readonly note?: string
  /** What the rule asks for and no record holds. */
  readonly inputs?: Facts
  /** "Không giao", with the reason in `note`; `false` lifts it. */
  readonly exempt?: boolean
}

/** Lines of a sheet by code of the criterion. */
export type SheetEntries = Readonly<Record<string, SheetEntry>>

/** What a sheet comes to: points to store, criteria not assigned, and what is wrong with single lines. */
export type ReadSheet = {
  readonly scores: readonly NewScore[]
  readonly exempt: readonly { readonly criterionId: string; readonly reason: string }[]
  readonly lifted: readonly string[]
  readonly faults: Readonly<Record<string, FieldFault>>
}

/** The name of a form field of one line. */
export const lineField = {
  points: (code: string) => `points.${code}`,
  note: (code: string) => `note.${code}`,
  exempt: (code: string) => `exempt.${code}`,
  fact: (code: string, fact: string) => `fact.${code}:${fact}`,
  file: (code: string) => `file.${code}`,
  seen: (code: string) => `seen.${code}`,
} as const

/** Reads a self-score sheet by the rules of the table. */
export function readSelfSheet(
  table: YearTable,
  unitId: string,
  entries: SheetEntries,
  proposals: ReadonlyMap<string, Proposal>,
  alreadyExempt: ReadonlyMap<string, string>,
): ReadSheet {
  const scores: NewScore[] = []
  const exempt: { criterionId: string; reason: string }[] = []
  const lifted: string[] = []
  const faults: Record<string, FieldFault> = {}
  for (const row of table.leafRows) {
    const entry = entries[row.code] ?? {}
    const wasExempt = alreadyExempt.has(row.code)
    if (entry.exempt || (wasExempt && entry.exempt === undefined && entry.points == null)) {
      const reason = entry.note?.trim() || (alreadyExempt.get(row.code) ?? '')
      if (reason === '') faults[lineField.note(row.code)] = { code: 'exemption_reason_required' }
      exempt.push({ criterionId: row.id, reason })
      continue
    }
    if (wasExempt) lifted.push(row.id)
    const line = readLine(table, row, entry, proposals.get(row.code))
    if (line.fault) faults[line.fault.field] = line.fault
    else if (line.score) scores.push({ ...line.score, criterionId: row.id, unitId })
  }
  for (const code of Object.keys(entries)) {
    if (!table.leafRows.some((row) => row.code === code)) {
      faults[lineField.points(code)] = { code: 'criterion_unknown', params: [code] }
    }
  }
  return { scores, exempt, lifted, faults }
}

type Line = {
  readonly score?: Omit<NewScore, 'criterionId' | 'unitId'>
  readonly fault?: FieldFault & { readonly field: string }
}

function readLine(
  table: YearTable,
  row: CriterionRow,
  entry: SheetEntry,
  proposal: Proposal | undefined,
): Line {
  const typed = entry.points == null || entry.points === '' ? undefined : entry.points
  const inputs = withoutJudged(entry.inputs ?? {})
  const reason = entry.note?.trim() ?? ''
  const evaluation = proposal?.evaluation
  if (typed === undefined || isJudged(row.method)) {
    if (evaluation) {
      return {
        score: { points: evaluation.points.toFixed(), inputs, explanation: evaluation.explanation, reason },
      }
    }
    if (typed === undefined) return {}
    const fault = proposal?.problem && problemFault(proposal.problem)
    if (fault) return { fault: { field: lineField.points(row.code), ...fault } }
  }
  const points = readPoints(table, row, typed ?? '')
  if ('fault' in points) return { fault: { field: lineField.points(row.code), ...points.fault } }
  const departs = evaluation !== undefined && !evaluation.points.eq(points.value)
  if (departs && reason === '') {
    return { fault: { field: lineField.note(row.code), code: 'note_required' } }
  }
  const explanation = evaluation && !departs ? evaluation.explanation : []
  return { score: { points: points.value.toFixed(), inputs, explanation, reason } }
}

/** Points as typed, held to the criterion: its limits, the decimals of the table; penalties at or below zero. */
export function readPoints(
  table: YearTable,
  row: CriterionRow,
  typed: string,
): { readonly value: Big } | { readonly fault: FieldFault } {
  if (!isDecimal(typed)) return { fault: { code: 'number_unreadable', params: [typed] } }
  const { decimals } = table.table.rounding
  const given = new Big(typed)
  const value = row.side === 'penalty' ? given.abs().neg() : given
  const most = new Big(row.maxPoints)
  const least =
    row.side === 'penalty'
      ? most.neg()
      : row.method?.kind === 'plusMinus'
        ? new Big(row.method.lowest)
        : new Big(0)
  const highest = row.side === 'penalty' ? new Big(0) : most
  if (value.lt(least) || value.gt(highest)) {
    return { fault: { code: 'points_outside', params: [least.toFixed(), highest.toFixed()] } }
  }
  if (!value.round(decimals, Big.roundDown).eq(value)) {
    return { fault: { code: 'points_too_fine', params: [String(decimals)] } }
  }
  return { value: value.eq(0) ? new Big(0) : value }
}

/** A short text that changes with any point, note or input of a sheet: what a form was opened on. */
export function stampOf(
  rows: readonly Pick<ScoreRow, 'code' | 'layer' | 'points' | 'reason' | 'inputs'>[],
  layer: Layer,
): string {
  const lines = rows
    .filter((row) => row.layer === layer)
    .map(({ code, points, reason, inputs }) => JSON.stringify([code, points, reason, inputs]))
    .toSorted()
  if (lines.length === 0) return 'empty'
  return createHash('sha256').update(lines.join('\n')).digest('base64url').slice(0, 16)
}

/** Where a sheet that was saved meanwhile differs from the one at hand: the other's points beside one's own. */
export function differencesOf(
  stored: readonly Pick<ScoreRow, 'code' | 'layer' | 'points' | 'reason'>[],
  layer: Layer,
  mine: ReadonlyMap<string, { readonly points: string; readonly reason: string }>,
): readonly Difference[] {
  const theirs = new Map(stored.filter((row) => row.layer === layer).map((row) => [row.code, row]))
  const codes = [...new Set([...theirs.keys(), ...mine.keys()])]
  return codes.flatMap((code) => {
    const [their, own] = [theirs.get(code), mine.get(code)]
    const points =
      their?.points === own?.points
        ? []
        : [{ field: lineField.points(code), before: own?.points ?? '', after: their?.points ?? '' }]
    const note =
      (their?.reason ?? '') === (own?.reason ?? '')
        ? []
        : [{ field: lineField.note(code), before: own?.reason ?? '', after: their?.reason ?? '' }]
    return [...points, ...note]
  })
}

/** The refusal of a judged point in a code with its blanks. */
function problemFault(problem: EvaluationProblem): FieldFault | undefined {
  switch (problem.code) {
    case 'outsideMaximum':
      return { code: 'points_outside', params: ['0', problem.maximum] }
    case 'offStep':
      return { code: 'points_off_step', params: [problem.step] }
    case 'factNegative':
      return { code: 'points_negative' }
    default:
      return undefined
  }
}

/** Judged points are stored as points, not once more as an input. */
function withoutJudged(facts: Facts): Facts {
  const { judged, ...inputs } = facts
  return judged === undefined ? facts : inputs
}
