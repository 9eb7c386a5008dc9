import type { FieldFault } from '../../actions/failure.ts'
import type { FigureRecord, Finding } from '../../domain/results/index.ts'
import type { Where } from '../../spreadsheets/table.ts'
import type { IndicatorRow } from './indicators.store.ts'
import { targetFindings } from './target-findings.ts'
import { contentOf, type TargetInput, targetFault } from './targets.actions.ts'
import type { TargetContent, TargetRow } from './targets.store.ts'
import type { TargetLine } from './targets-table.ts'

/** One line of an import, held against the stored target. */
export type JudgedTarget = {
  readonly where: Where
  readonly indicator: IndicatorRow
  readonly typed: string
  readonly current: TargetRow | undefined
  readonly input: TargetInput | undefined
  readonly content: TargetContent | undefined
  readonly kind: 'same' | 'added' | 'changed' | 'wrong'
  readonly fault: FieldFault | undefined
  readonly findings: readonly Finding[]
  readonly asksReason: boolean
}

/**
 * Holds the lines of an import against the stored targets and the figures of the year before; writes nothing.
 *
 * @param signed whether the pledge is signed: from then on a target only changes one by one, with reason and paper
 */
export function judgeTargets(
  lines: readonly TargetLine[],
  lastYears: ReadonlyMap<string, FigureRecord>,
  signed: boolean,
): readonly JudgedTarget[] {
  return lines.map((line): JudgedTarget => {
    const { indicator, current, input } = line
    const common = { where: line.where, indicator, typed: line.typed, current }
    if (!input.ok) {
      const nothing = { input: undefined, content: undefined, findings: [], asksReason: false }
      return { ...common, ...nothing, kind: 'wrong', fault: input.error }
    }
    const content = contentOf(input.value, indicator)
    const lastYear = lastYears.get(indicator.id)
    const isSame = current !== undefined && sameTarget(current, content)
    const faults = isSame ? {} : (targetFault(content, indicator, lastYear)?.fields ?? {})
    const inDoubt = 'suspiciousReason' in faults
    const wrong =
      current && signed && !isSame ? { code: 'target_signed' } : inDoubt ? undefined : firstOf(faults)
    return {
      ...common,
      input: input.value,
      content,
      kind: wrong ? 'wrong' : isSame ? 'same' : current ? 'changed' : 'added',
      fault: wrong,
      findings: isSame ? [] : targetFindings(content, indicator.unitOfMeasure, lastYear),
      asksReason: !isSame && (inDoubt || content.suspiciousReason !== ''),
    }
  })
}

function firstOf(faults: Readonly<Record<string, FieldFault>>): FieldFault | undefined {
  return Object.values(faults)[0]
}

const compared = [
  'kind',
  'strict',
  'value',
  'valueMax',
  'byDate',
  'unitOfMeasure',
  'setBy',
  'basis',
  'note',
  'suspiciousReason',
] as const

/** What an import does not ask stays as it is, so only what it asks is compared. */
function sameTarget(stored: TargetRow, mine: TargetContent): boolean {
  return compared.every((field) => plain(stored[field]) === plain(mine[field]))
}

/** "435.310" and "435.31" are one number; the database keeps the zeros that were typed. */
function plain(value: string | boolean | null): string | boolean | null {
  return typeof value === 'string' && /^-?\d+\.\d+$/.test(value) ? value.replace(/\.?0+$/, '') : value
}
