import Big from 'big.js'
import {
  comparesUnits,
  type Evaluation,
  type EvaluationProblem,
  type Facts,
  factsNeeded,
  findNode,
  type Method,
  scoreLeaf,
  type UnitFacts,
} from '../../../domain/scoring/index.ts'
import { completion, targetOf, targetResultOf } from '../../../domain/targets/index.ts'
import { convert } from '../../../domain/vietnamese/index.ts'
import type { CriterionRow, YearTable } from '../table/table-model.ts'
import type { LinkedFigure, OwnRecord, UnitRecords } from './records.store.ts'

/** What the rule of a criterion gives a unit, from the records and from what was typed in. */
export type Proposal = {
  readonly facts: Facts
  /** Facts that come from the records; nobody types them. */
  readonly fromRecords: readonly (keyof Facts)[]
  readonly evaluation?: Evaluation
  /** Why the rule gives no points yet. */
  readonly problem?: EvaluationProblem
  /** The linked target is "không giao". */
  readonly notAssigned: boolean
}

/** What was typed in for the rules, by unit and code. */
export type TypedFacts = ReadonlyMap<string, ReadonlyMap<string, Facts>>

const nothing: Facts = {}

/**
 * What the rules give to some units. Rules that compare units look at all of them, so records and typed facts of
 * the whole bloc are needed.
 */
export function proposeScores(
  table: YearTable,
  forUnits: readonly string[],
  allUnits: readonly string[],
  records: UnitRecords,
  typed: TypedFacts,
): ReadonlyMap<string, ReadonlyMap<string, Proposal>> {
  const found = new Map(forUnits.map((unit) => [unit, new Map<string, Proposal>()]))
  const known = index(records)
  for (const row of table.leafRows) {
    const leaf = findNode(table.table, row.code)
    if (leaf?.kind !== 'leaf' || !leaf.method) continue
    const { method } = leaf
    const compared = comparesUnits(method) ? allUnits : forUnits
    const gathered = new Map(
      compared.map((unit) => [
        unit,
        gather(row, method, unit, known, typed.get(unit)?.get(row.code) ?? nothing),
      ]),
    )
    const units = [...gathered].map(
      ([unit, { facts }]): UnitFacts => ({ unit, facts: new Map([[row.code, facts]]) }),
    )
    const evaluated = scoreLeaf(table.table, leaf, units)
    for (const unit of forUnits) {
      const own = gathered.get(unit)
      const outcome = evaluated.get(unit)
      if (!own || !outcome) continue
      found.get(unit)?.set(row.code, {
        ...own,
        ...(outcome.ok ? { evaluation: outcome.value } : { problem: outcome.error }),
      })
    }
  }
  return found
}

/** Whether the points typed are themselves what the rule judges by. */
export function isJudged(method: Method | null): boolean {
  return method !== null && factsNeeded(method).includes('judged')
}

/** The codes of the bloc's record a rule looks at. */
export function recordCodes(method: Method): readonly string[] {
  if (method.kind === 'deduction') return method.duties
  if (method.kind === 'precondition') return recordCodes(method.rule)
  if (method.kind !== 'ownRecord') return []
  return [
    ...new Set(
      method.parts.flatMap((part) => {
        if (part.as === 'base') return []
        return part.as === 'share' ? [part.record, part.of] : [part.record]
      }),
    ),
  ]
}

/** The papers a rule asks for. */
export function papersNeeded(method: Method): readonly string[] {
  return method.kind === 'precondition' ? [...method.needs, ...papersNeeded(method.rule)] : []
}

type Known = {
  readonly own: UnitRecords['own']
  readonly figures: ReadonlyMap<string, LinkedFigure>
  readonly proved: ReadonlySet<string>
}

function index({ own, figures, evidence }: UnitRecords): Known {
  return {
    own,
    figures: new Map(figures.map((one) => [`${one.unitId} ${one.indicatorId}`, one])),
    proved: new Set(evidence.map((one) => `${one.unitId} ${one.criterionId}`)),
  }
}

function gather(row: CriterionRow, method: Method, unit: string, known: Known, typed: Facts) {
  const figure = row.indicatorId === null ? undefined : known.figures.get(`${unit} ${row.indicatorId}`)
  const needed = factsNeeded(method)
  const recorded = {
    ...(figure ? figureFacts(figure, needed, formulaUnit(method)) : nothing),
    ...recordFacts(method, known.own.get(unit), typed),
    ...paperFacts(method, known.proved.has(`${unit} ${row.id}`), typed),
  }
  const fromRecords = (Object.keys(recorded) as (keyof Facts)[]).filter((key) => !stillTyped(key, method))
  return {
    facts: { ...typed, ...recorded },
    fromRecords,
    notAssigned: figure?.target?.kind === 'not_assigned' && figure.result === null,
  }
}

/** Papers may still be ticked, and a table may count things the bloc keeps no record of. */
function stillTyped(key: keyof Facts, method: Method): boolean {
  if (key === 'evidence') return true
  return key === 'record' && recordCodes(method).some((code) => !isKept(code))
}

const keptRecords: readonly (keyof OwnRecord)[] = [
  'reportsDue',
  'reportsOnTime',
  'reportsLate',
  'meetingsHeld',
  'meetingsAttended',
  'pledgeSigned',
  'launched',
  'registered',
  'registeredOnTime',
  'selfScored',
]

/** Whether the bloc itself keeps a record under this code. */
export function isKept(code: string): code is keyof OwnRecord {
  return (keptRecords as readonly string[]).includes(code)
}

function recordFacts(method: Method, own: OwnRecord | undefined, typed: Facts): Facts {
  const codes = recordCodes(method)
  if (codes.length === 0 || !own) return nothing
  const kept = codes.filter(isKept).map((code) => [code, own[code]] as const)
  return { record: { ...typed.record, ...Object.fromEntries(kept) } }
}

/** A file beside the criterion is proof, and stands for the paper where the rule asks for one only. */
function paperFacts(method: Method, proved: boolean, typed: Facts): Facts {
  const papers = papersNeeded(method)
  if (papers.length === 0) return nothing
  const byFile = proved ? papers.filter((paper) => paper === 'proof' || papers.length === 1) : []
  return { evidence: [...new Set([...(typed.evidence ?? []), ...byFile])] }
}

/**
 * What a figure and its target say to a rule, as far as it asks. An upper bound or a range is kept or broken, it has no
 * percentage: such a target is not handed to rules that divide by it.
 */
function figureFacts(
  figure: LinkedFigure,
  needed: readonly (keyof Facts)[],
  unit: string | undefined,
): Facts {
  const facts: { -readonly [key in keyof Facts]: Facts[key] } = {}
  for (const key of needed) {
    const value = figureFact(figure, key, unit)
    if (value !== undefined) Object.assign(facts, { [key]: value })
  }
  return facts
}

function figureFact({ result, target, direction }: LinkedFigure, key: keyof Facts, unit: string | undefined) {
  switch (key) {
    case 'result':
    case 'count':
      return measured(result, target, unit)
    case 'part':
      return result?.total != null && result.value != null ? result.value : measured(result, target, unit)
    case 'whole':
      return result?.total ?? undefined
    case 'target':
      return wantedIn(target, unit)
    case 'done':
      return isDone(result, target, direction)
    default:
      return undefined
  }
}

/** The figure in the unit of a formula, else of its target. */
function measured(
  result: LinkedFigure['result'],
  target: LinkedFigure['target'],
  unit: string | undefined,
): string | undefined {
  if (result?.value == null) return undefined
  return inUnit(result.value, result.unitOfMeasure, unit ?? target?.unitOfMeasure)
}

function isDone(
  result: LinkedFigure['result'],
  target: LinkedFigure['target'],
  direction: LinkedFigure['direction'],
): boolean | undefined {
  if (!result || !target) return undefined
  const asked = targetOf(target, direction)
  const { verdict } = completion(asked, targetResultOf(result, asked.kind))
  return verdict === 'met' || verdict === 'exceeded' ? true : verdict === 'missed' ? false : undefined
}

function wantedIn(target: LinkedFigure['target'], unit: string | undefined): string | null | undefined {
  const wanted = target ? wantedValue(target) : undefined
  return wanted == null || !target ? wanted : inUnit(wanted, target.unitOfMeasure, unit)
}

/** The unit a formula wants its figures in. */
function formulaUnit(method: Method): string | undefined {
  if (method.kind === 'precondition') return formulaUnit(method.rule)
  return method.kind === 'formula' ? method.unit : undefined
}

function wantedValue(target: NonNullable<LinkedFigure['target']>): string | null | undefined {
  const { kind, value, baseValue } = target
  if (kind === 'not_assigned') return null
  if (value === null) return undefined
  if (kind === 'at_least') return value
  if (kind !== 'growth' || baseValue === null) return undefined
  return new Big(baseValue).times(new Big(value).plus(100)).div(100).toFixed()
}

function inUnit(value: string, from: string, to: string | undefined): string | undefined {
  if (to === undefined || to === '' || from === '' || from === to) return value
  const converted = convert(value, from, to)
  return converted.ok ? converted.value.toFixed() : undefined
}
