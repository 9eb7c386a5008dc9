import { checkBands } from './check-bands.ts'
import { compare, type Fraction, fraction, plus, roundedText, sign, times, zero } from './exact.ts'
import { checkFormula } from './formula.ts'
import { explainFormulaProblem } from './formula-problem.ts'
import type { Method } from './method.ts'
import { reach, reachAgainstMaximum } from './reach.ts'
import type { SentenceParams } from './sentence.ts'
import {
  nodes,
  type ScoringGroup,
  type ScoringLeaf,
  type ScoringNode,
  type ScoringTable,
  type Side,
  sameDecimal,
} from './table.ts'
import type { TableProblem, TableProblemCode } from './table-problem.ts'

/** Whether a table may be frozen: it has no error; warnings may stand. */
export function mayFreeze(problems: readonly TableProblem[]): boolean {
  return problems.every((problem) => problem.severity === 'warning')
}

/**
 * Everything in a table that contradicts itself, errors first, each in reading order.
 *
 * @example checkTable(table).map((problem) => explainProblem(problem, 'vi'))
 */
export function checkTable(table: ScoringTable): readonly TableProblem[] {
  const all = nodes(table)
  const problems = [
    ...checkCodes(all),
    ...checkTotals(table),
    ...all.flatMap((node) => checkNode(node, table)),
    ...table.children.flatMap(checkSides),
  ]
  return problems.toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'))
}

function checkCodes(all: readonly ScoringNode[]): readonly TableProblem[] {
  const byCode = Map.groupBy(all, (node) => node.code)
  return [...byCode].flatMap(([code, same]): readonly TableProblem[] => {
    if (code.trim() === '') {
      return [{ code: 'codeMissing', severity: 'error', params: { name: same[0]?.name ?? '' } }]
    }
    if (same.length === 1) return []
    const params = { code, count: String(same.length) }
    return [{ code: 'duplicateCode', severity: 'error', node: code, params }]
  })
}

function checkTotals(table: ScoringTable): readonly TableProblem[] {
  if (table.children.length === 0) return [{ code: 'emptyTable', severity: 'error', params: {} }]
  return [
    ...checkSum(table, 'normal', table.maximum, 'totalMismatch', 'error'),
    ...checkSum(table, 'bonus', table.bonusMaximum, 'bonusMismatch', 'warning'),
    ...checkSum(table, 'penalty', table.penaltyMaximum, 'penaltyMismatch', 'warning'),
    ...checkStatedTotal(table),
  ]
}

function checkSum(
  table: ScoringTable,
  side: Side,
  maximum: string | undefined,
  code: TableProblemCode,
  severity: TableProblem['severity'],
): readonly TableProblem[] {
  if (maximum === undefined) return []
  const sum = sumOf(table.children.filter((node) => node.side === side))
  if (compare(sum, fraction(maximum)) === 0) return []
  return [{ code, severity, params: { sum: roundedText(sum, 10), maximum } }]
}

function checkStatedTotal(table: ScoringTable): readonly TableProblem[] {
  const { statedTotal: stated, maximum } = table
  if (stated === undefined || sameDecimal(stated, maximum)) return []
  const bonus = fraction(
    table.bonusMaximum ?? roundedText(sumOf(table.children.filter((n) => n.side === 'bonus')), 10),
  )
  const highest = roundedText(plus(fraction(maximum), bonus), 10)
  const code = sameDecimal(stated, highest) ? 'totalIncludesBonus' : 'statedTotalMismatch'
  return [{ code, severity: 'warning', params: { stated, maximum, highest } }]
}

function checkNode(node: ScoringNode, table: ScoringTable): readonly TableProblem[] {
  const found: TableProblem[] = []
  const add = (code: TableProblemCode, severity: TableProblem['severity'], params: SentenceParams = {}) =>
    found.push({
      code,
      severity,
      node: node.code,
      params: { name: node.name, maximum: node.maxPoints, ...params },
    })
  const maximum = fraction(node.maxPoints)
  if (sign(maximum) < 0) add('maximumNegative', 'error')
  if (sign(maximum) === 0) add('maximumZero', 'warning')
  if (node.mark === 'unverified') add('unverifiedPart', 'warning')
  if (node.kind === 'group') checkGroup(node, add)
  else checkLeaf(node, table, add)
  return found
}

type Add = (code: TableProblemCode, severity: TableProblem['severity'], params?: SentenceParams) => void

function checkGroup(group: ScoringGroup, add: Add): void {
  if (group.children.length === 0) {
    add('groupWithoutChildren', 'error')
    return
  }
  const sum = sumOf(group.children)
  const maximum = fraction(group.maxPoints)
  if (compare(sum, maximum) !== 0) {
    add(isOtherScale(sum, maximum) ? 'mixedScales' : 'childrenDoNotAddUp', 'error', {
      sum: roundedText(sum, 10),
    })
  }
  const stated = group.rescale?.stated ?? group.rescale?.to
  if (stated !== undefined && !sameDecimal(stated, group.maxPoints)) {
    add('rescaleDiffersFromMaximum', 'warning', { stated })
  }
}

function checkLeaf(leaf: ScoringLeaf, table: ScoringTable, add: Add): void {
  const decimals = String(table.rounding.decimals)
  if (isFinerThan(leaf.maxPoints, table.rounding.decimals)) add('finerThanRounding', 'warning', { decimals })
  const { method } = leaf
  if (method === undefined) {
    add('leafWithoutMethod', 'error')
    return
  }
  if (deducts(method) !== (leaf.side === 'penalty')) add('methodNotForSide', 'error')
  const against = reachAgainstMaximum(method, leaf.maxPoints)
  const most = reach(method, leaf.maxPoints)
  if (against === undefined || most === undefined) add('formulaNotChecked', 'warning')
  else if (against === 'below') add('ruleCannotReachMaximum', 'warning', { reach: roundedText(most, 4) })
  else if (against === 'above') add('ruleCanExceedMaximum', 'warning', { reach: roundedText(most, 4) })
  const inner = innermost(method)
  if (inner.kind === 'formula') {
    const formula = checkFormula(inner.expression, inner.unit)
    if (!formula.ok) {
      const [reasonVi, reasonEn] = (['vi', 'en'] as const).map((one) =>
        explainFormulaProblem(formula.error, one),
      )
      add('formulaWrong', 'error', { reasonVi: reasonVi ?? '', reasonEn: reasonEn ?? '' })
    }
  }
  if (inner.kind === 'bands') {
    for (const { code, from, to } of checkBands(inner)) {
      add(code, code === 'bandInverted' ? 'error' : 'warning', { from, to })
    }
  }
  if (inner.kind === 'rankPoints' && !isDescending(inner.points.map(fraction))) {
    add('placesNotDescending', 'warning')
  }
}

function checkSides(node: ScoringNode): readonly TableProblem[] {
  if (node.kind === 'leaf') return []
  return node.children.flatMap((child): readonly TableProblem[] => [
    ...(child.side === node.side
      ? []
      : [
          {
            code: 'sideDiffersFromParent' as const,
            severity: 'error' as const,
            node: child.code,
            params: { name: child.name },
          },
        ]),
    ...checkSides(child),
  ])
}

function sumOf(children: readonly ScoringNode[]): Fraction {
  return children.reduce((sum, child) => plus(sum, fraction(child.maxPoints)), zero)
}

/** Ten or a hundred times apart: children written for 100 points in a table of 1.000, or the other way round. */
function isOtherScale(sum: Fraction, maximum: Fraction): boolean {
  if (sign(sum) === 0 || sign(maximum) === 0) return false
  return ['10', '100'].some((factor) => {
    const times10 = fraction(factor)
    return compare(times(sum, times10), maximum) === 0 || compare(times(maximum, times10), sum) === 0
  })
}

function isFinerThan(decimal: string, decimals: number): boolean {
  return compare(fraction(roundedText(fraction(decimal), decimals)), fraction(decimal)) !== 0
}

function innermost(method: Method): Method {
  return method.kind === 'precondition' ? innermost(method.rule) : method
}

function deducts(method: Method): boolean {
  const { kind } = innermost(method)
  return kind === 'penalty' || kind === 'deduction'
}

function isDescending(points: readonly Fraction[]): boolean {
  return points.every((each, i) => i === 0 || compare(points[i - 1] ?? each, each) >= 0)
}
