import {
  type Entry,
  explainEvaluationProblem,
  explainRollUpNote,
  explainStep,
  type Facts,
  factsNeeded,
  type Layer,
  type Method,
  type Score,
} from '../../../domain/scoring/index.ts'
import { printNumber } from '../../../domain/vietnamese/index.ts'
import type { Lang } from '../../../i18n/words.ts'
import type { ScoreRow } from '../scores.store.ts'
import type { ScoringLinks } from '../scoring.paths.ts'
import { labelOf, methodInWords } from '../table/method-words.ts'
import type { CriterionRow, YearTable } from '../table/table-model.ts'
import { isJudged, isKept, type Proposal, papersNeeded, recordCodes } from './proposal.ts'
import type { EvidenceRow } from './records.store.ts'
import { sheetWords } from './sheet.messages.ts'
import { lineField } from './sheet.ts'

/** A figure of a line that comes from the records, with the page it stands on. */
export type KnownFact = { readonly label: string; readonly value: string; readonly href?: string }

/** A figure of a line somebody has to type. */
export type AskedFact = {
  readonly field: string
  readonly label: string
  readonly type: 'number' | 'yesNo' | 'places' | 'checks'
  readonly value: string | readonly string[]
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
}

/** One line of a sheet: a heading, or a criterion to be scored. */
export type SheetLine =
  | {
      readonly kind: 'group'
      readonly code: string
      readonly name: string
      readonly depth: number
      readonly max: string
      readonly points: string
      readonly notes: readonly string[]
    }
  | {
      readonly kind: 'leaf'
      readonly row: CriterionRow
      readonly rule: string
      readonly known: readonly KnownFact[]
      readonly asked: readonly AskedFact[]
      /** Points of the rule, where it gives any by itself. */
      readonly proposed: string | undefined
      readonly steps: readonly string[]
      readonly problem: string
      readonly points: string
      readonly note: string
      readonly exempt: string | undefined
      readonly targetNotAssigned: boolean
      readonly evidence: readonly EvidenceRow[]
      /** Scored by the records alone: nobody types points. */
      readonly automatic: boolean
      readonly stored: ScoreRow | undefined
    }

export type SheetParts = {
  readonly table: YearTable
  readonly layer: Layer
  readonly scores: readonly ScoreRow[]
  readonly score: Score
  readonly exemptions: ReadonlyMap<string, string> | undefined
  readonly proposals: ReadonlyMap<string, Proposal>
  readonly evidence: readonly EvidenceRow[]
  readonly links: ScoringLinks
  readonly unitSlug: string
  readonly lang: Lang
}

/** The lines of a unit's sheet in the order of the table. */
export function sheetLines(parts: SheetParts): readonly SheetLine[] {
  const { table, layer, scores } = parts
  const leafIds = new Set(table.leafRows.map((row) => row.id))
  const depths = depthsOf(table)
  const stored = new Map(scores.filter((one) => one.layer === layer).map((one) => [one.code, one]))
  return table.criteria.map((row) =>
    leafIds.has(row.id)
      ? leafLine(row, parts, stored.get(row.code))
      : groupLine(row, parts, depths.get(row.id) ?? 0),
  )
}

function groupLine(row: CriterionRow, { score, lang }: SheetParts, depth: number): SheetLine {
  const node = score.nodes.get(row.code)
  return {
    kind: 'group',
    code: row.code,
    name: row.name,
    depth,
    max: printNumber(row.maxPoints),
    points: node?.points ? printNumber(node.points) : '',
    notes: (node?.notes ?? []).map((note) => explainRollUpNote(note, lang)),
  }
}

function leafLine(row: CriterionRow, parts: SheetParts, stored: ScoreRow | undefined): SheetLine {
  const { table, lang, exemptions, proposals, evidence } = parts
  const { labels } = table.frame
  const proposal = proposals.get(row.code)
  const judged = isJudged(row.method)
  const evaluation = proposal?.evaluation
  return {
    kind: 'leaf',
    row,
    rule: methodInWords(row.method, lang, labels),
    known: proposal && row.method ? knownFacts(row.method, proposal, parts) : [],
    asked: row.method ? askedFacts(row, row.method, proposal, stored?.inputs ?? {}, parts) : [],
    proposed: evaluation && !judged ? evaluation.points.toFixed() : undefined,
    steps: (evaluation?.explanation ?? []).map((step) => explainStep(step, lang, labels)),
    problem: proposal?.problem && !judged ? explainEvaluationProblem(proposal.problem, lang, labels) : '',
    points: stored?.points ?? '',
    note: stored?.reason ?? '',
    exempt: exemptions?.get(row.code),
    targetNotAssigned: proposal?.notAssigned ?? false,
    evidence: evidence.filter((one) => one.criterionId === row.id),
    automatic: proposal !== undefined && row.method !== null && isAutomatic(row.method, proposal),
    stored,
  }
}

/** Every fact the rule asks for comes from the records. */
function isAutomatic(method: Method, proposal: Proposal): boolean {
  const needed = factsNeeded(method)
  return needed.length > 0 && needed.every((fact) => proposal.fromRecords.includes(fact))
}

function knownFacts(
  method: Method,
  { facts, fromRecords }: Proposal,
  parts: SheetParts,
): readonly KnownFact[] {
  const { links, unitSlug, lang, table } = parts
  const t = sheetWords(lang)
  const plain = fromRecords.flatMap((fact): readonly KnownFact[] => {
    const value = facts[fact]
    if (fact === 'record' || fact === 'evidence' || value === undefined) return []
    const href = links.other('ket-qua', unitSlug)
    return [{ label: t[`fact_${fact}` as 'fact_part'], value: printFact(value, lang), href }]
  })
  const records = recordCodes(method)
    .filter(isKept)
    .map(
      (code): KnownFact => ({
        label: labelOf(code, lang, table.frame.labels),
        value: printFact(facts.record?.[code], lang),
        href: hrefOfRecord(code, links, unitSlug),
      }),
    )
  return [...plain, ...records]
}

function hrefOfRecord(code: string, links: ScoringLinks, unitSlug: string): string {
  if (code === 'pledgeSigned') return links.other('giao-uoc')
  if (code === 'launched') return links.other('phong-trao')
  if (code === 'registered' || code === 'registeredOnTime') return links.other('dang-ky', unitSlug)
  if (code.startsWith('meetings')) return links.other('hoi-nghi')
  if (code === 'selfScored') return links.sheet(unitSlug)
  return links.other('ket-qua', unitSlug)
}

function askedFacts(
  row: CriterionRow,
  method: Method,
  proposal: Proposal | undefined,
  inputs: Facts,
  { lang, table }: SheetParts,
): readonly AskedFact[] {
  const t = sheetWords(lang)
  const { labels } = table.frame
  const named = (codes: readonly string[]) =>
    codes.map((code) => ({ value: code, label: labelOf(code, lang, labels) }))
  const needed = [...new Set(factsNeeded(method))].filter(
    (fact) => fact !== 'judged' && (fact === 'evidence' || !proposal?.fromRecords.includes(fact)),
  )
  return needed.flatMap((fact): readonly AskedFact[] => {
    const field = lineField.fact(row.code, fact)
    const label = t[`fact_${fact}` as 'fact_part']
    const held = inputs[fact]
    switch (fact) {
      case 'done':
        return [{ field, label, type: 'yesNo', value: held === undefined ? '' : held ? 'yes' : 'no' }]
      case 'ranks':
        return [{ field, label, type: 'places', value: (inputs.ranks ?? []).join('; ') }]
      case 'flags':
        return [{ field, label, type: 'checks', value: inputs.flags ?? [], choices: named(flagsOf(method)) }]
      case 'evidence':
        return [
          {
            field,
            label,
            type: 'checks',
            value: proposal?.facts.evidence ?? inputs.evidence ?? [],
            choices: named(papersNeeded(method)),
          },
        ]
      case 'record':
        return recordCodes(method)
          .filter((code) => !isKept(code))
          .map((code) => ({
            field: lineField.fact(row.code, `record/${code}`),
            label: labelOf(code, lang, labels),
            type: isFlag(method, code) ? 'yesNo' : 'number',
            value: typedRecord(inputs.record?.[code]),
          }))
      default:
        return [{ field, label, type: 'number', value: held == null ? '' : printNumber(String(held)) }]
    }
  })
}

function typedRecord(value: unknown): string {
  if (value === undefined) return ''
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : printNumber(String(value))
}

function flagsOf(method: Method): readonly string[] {
  if (method.kind === 'precondition') return flagsOf(method.rule)
  return method.kind === 'flagBonus' ? Object.keys(method.flags) : []
}

function isFlag(method: Method, code: string): boolean {
  if (method.kind === 'precondition') return isFlag(method.rule, code)
  if (method.kind === 'deduction') return true
  return (
    method.kind === 'ownRecord' && method.parts.some((part) => part.as === 'flag' && part.record === code)
  )
}

function printFact(value: unknown, lang: Lang): string {
  const t = sheetWords(lang)
  if (value === null) return t.noTarget
  if (value === undefined) return ''
  if (typeof value === 'boolean') return value ? t.yes : t.no
  if (Array.isArray(value)) return value.join(', ')
  return printNumber(String(value))
}

/** An entry as a reader sees it. */
export function printEntry(entry: Entry | undefined, notAssigned: string): string {
  if (!entry) return ''
  return entry.state === 'scored' ? printNumber(entry.points) : notAssigned
}

function depthsOf(table: YearTable): ReadonlyMap<string, number> {
  const depths = new Map<string, number>()
  for (const row of table.criteria) {
    depths.set(row.id, row.parentId === null ? 0 : (depths.get(row.parentId) ?? 0) + 1)
  }
  return depths
}
