import { plainText } from './exact.ts'
import type { Decimal, Method } from './method.ts'
import { findNode, nodes, pathTo, type ScoringNode, type ScoringTable, sameDecimal } from './table.ts'

/** What differs between two versions of one node. */
export type NodeChange = 'name' | 'maxPoints' | 'side' | 'kind' | 'method' | 'rescale' | 'mark' | 'parent'

/** One line of two tables side by side, matched by code. */
export interface ComparedNode {
  readonly code: string
  readonly status: 'same' | 'changed' | 'added' | 'removed'
  readonly before?: ScoringNode
  readonly after?: ScoringNode
  readonly changes: readonly NodeChange[]
}

/** Two tables side by side. */
export interface TableComparison {
  readonly lines: readonly ComparedNode[]
  readonly maximumBefore: Decimal
  readonly maximumAfter: Decimal
  /** Whether anything at all differs, rounding and limits included. */
  readonly same: boolean
}

/**
 * Two tables side by side, by code: the lines of the newer one in its order, then those that were dropped.
 * "5" and "5.00" are the same maximum.
 */
export function compareTables(before: ScoringTable, after: ScoringTable): TableComparison {
  const old = new Map(nodes(before).map((node) => [node.code, node]))
  const kept = nodes(after).map((node) => compareNode(before, after, old.get(node.code), node))
  const codes = new Set(kept.map((line) => line.code))
  const removed = [...old.values()]
    .filter((node) => !codes.has(node.code))
    .map((node): ComparedNode => ({ code: node.code, status: 'removed', before: node, changes: [] }))
  const lines = [...kept, ...removed]
  return {
    lines,
    maximumBefore: before.maximum,
    maximumAfter: after.maximum,
    same: lines.every((line) => line.status === 'same') && sameFrame(before, after),
  }
}

/**
 * Two rules are the same when they say the same, whatever the order of the keys; numbers as written in the data.
 */
export function sameMethod(a: Method | undefined, b: Method | undefined): boolean {
  return canonical(a) === canonical(b)
}

function compareNode(
  before: ScoringTable,
  after: ScoringTable,
  old: ScoringNode | undefined,
  node: ScoringNode,
): ComparedNode {
  if (old === undefined) return { code: node.code, status: 'added', after: node, changes: [] }
  const changes: NodeChange[] = []
  if (old.name !== node.name) changes.push('name')
  if (!sameDecimal(old.maxPoints, node.maxPoints)) changes.push('maxPoints')
  if (old.side !== node.side) changes.push('side')
  if (old.kind !== node.kind) changes.push('kind')
  if (old.mark !== node.mark) changes.push('mark')
  if (!sameMethod(methodOf(old), methodOf(node))) changes.push('method')
  if (canonical(rescaleOf(old)) !== canonical(rescaleOf(node))) changes.push('rescale')
  if (pathTo(before, node.code).at(-2) !== pathTo(after, node.code).at(-2)) changes.push('parent')
  return {
    code: node.code,
    status: changes.length === 0 ? 'same' : 'changed',
    before: old,
    after: findNode(after, node.code) ?? node,
    changes,
  }
}

function sameFrame(a: ScoringTable, b: ScoringTable): boolean {
  return (
    sameDecimal(a.maximum, b.maximum) &&
    sameDecimal(a.bonusMaximum, b.bonusMaximum) &&
    sameDecimal(a.penaltyMaximum, b.penaltyMaximum) &&
    a.normalisation === b.normalisation &&
    canonical(a.rounding) === canonical(b.rounding)
  )
}

function methodOf(node: ScoringNode): Method | undefined {
  return node.kind === 'leaf' ? node.method : undefined
}

function rescaleOf(node: ScoringNode): unknown {
  return node.kind === 'group' ? node.rescale : undefined
}

function canonical(value: unknown): string {
  return JSON.stringify(sorted(value)) ?? ''
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value === 'string') return /^-?\d+(\.\d+)?$/.test(value) ? plainText(value) : value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  )
}
