import { fraction, greatest, plainText, plus, type Rounding, roundedText, zero } from './exact.ts'
import type { Labels } from './explain.ts'
import type { Decimal, Method } from './method.ts'
import type { Normalisation } from './normalise.ts'

/** Which side of the sum a node stands on: the table itself, bonus above it, penalty below it. */
export type Side = 'normal' | 'bonus' | 'penalty'

/** How sure a part of a table is: `unverified` (chưa kiểm chứng) or `habit` (thông lệ, chưa có căn cứ). */
export type Mark = 'unverified' | 'habit'

interface NodeBase {
  /** Unique in the table and stable over its versions, for example `II.5.1b`. */
  readonly code: string
  readonly name: string
  /** Points at most; on the penalty side the most that can be taken away. Never negative. */
  readonly maxPoints: Decimal
  readonly side: Side
  readonly mark?: Mark
}

/** A criterion that gets points (tiêu chí). Without a method it cannot be scored; `checkTable` says so. */
export interface ScoringLeaf extends NodeBase {
  readonly kind: 'leaf'
  readonly method?: Method
}

/**
 * A group of criteria (nhóm tiêu chí, mục). Its points are the sum of its children's, held at its maximum; a group
 * has no points of its own.
 */
export interface ScoringGroup extends NodeBase {
  readonly kind: 'group'
  readonly children: readonly ScoringNode[]
  /**
   * When something below is not assigned, earned points are scaled up: earned ÷ reachable × `to`. `stated` keeps
   * the figure the source document prints when it is another one.
   */
  readonly rescale?: { readonly to: Decimal; readonly stated?: Decimal }
}

/** A node of the tree. */
export type ScoringNode = ScoringGroup | ScoringLeaf

/** A scoring table (bảng điểm): a tree of any depth whose top level may hold all three sides. */
export interface ScoringTable {
  readonly code: string
  readonly name: string
  /** Points of the normal side, the base of percentages: 100, 1.000 … */
  readonly maximum: Decimal
  /** Most bonus in all; absent means the sum of the bonus nodes. */
  readonly bonusMaximum?: Decimal
  /** Most penalty in all, as a positive number; absent means the sum of the penalty nodes. */
  readonly penaltyMaximum?: Decimal
  /** The total the document prints, where it prints one. */
  readonly statedTotal?: Decimal
  readonly rounding: Rounding
  /** How cross-checked points are brought to one measure; absent: not at all. Declared before the adoption. */
  readonly normalisation?: Normalisation
  /** Names of the table's own codes: papers, flags, duties. */
  readonly labels?: Labels
  readonly children: readonly ScoringNode[]
}

/** Every node, each parent before its children. */
export function nodes(table: ScoringTable): readonly ScoringNode[] {
  return table.children.flatMap(withDescendants)
}

/** The criteria that get points, in reading order. */
export function leaves(table: ScoringTable): readonly ScoringLeaf[] {
  return nodes(table).filter((node) => node.kind === 'leaf')
}

/**
 * Sum of the leaves' maxima on one side, as a decimal text. Parents are never counted.
 *
 * @example maximumOf(table) // "100"
 */
export function maximumOf(table: ScoringTable, side: Side = 'normal'): Decimal {
  const sum = leaves(table)
    .filter((leaf) => leaf.side === side)
    .reduce((total, leaf) => plus(total, fraction(leaf.maxPoints)), zero)
  return roundedText(sum, 10)
}

/**
 * Most points a unit can get: the normal side plus all bonus. May be above the table's maximum, which is
 * lawful: 97 points and a flag worth 10 are 107.
 */
export function highestTotal(table: ScoringTable): Decimal {
  const bonus = fraction(table.bonusMaximum ?? maximumOf(table, 'bonus'))
  return roundedText(plus(fraction(table.maximum), greatest(bonus, zero)), 10)
}

/** The node with this code. */
export function findNode(table: ScoringTable, code: string): ScoringNode | undefined {
  return nodes(table).find((node) => node.code === code)
}

/** The codes from the top down to the node, the node included; empty when there is no such node. */
export function pathTo(table: ScoringTable, code: string): readonly string[] {
  return pathWithin(table.children, code)
}

/** A copy of the table with every node passed through `change`, children first. */
export function mapNodes(table: ScoringTable, change: (node: ScoringNode) => ScoringNode): ScoringTable {
  const map = (node: ScoringNode): ScoringNode =>
    change(node.kind === 'group' ? { ...node, children: node.children.map(map) } : node)
  return { ...table, children: table.children.map(map) }
}

/** Whether two decimals are the same number: "5" and "5.00". */
export function sameDecimal(a: Decimal | undefined, b: Decimal | undefined): boolean {
  return a === undefined || b === undefined ? a === b : plainText(a) === plainText(b)
}

function withDescendants(node: ScoringNode): readonly ScoringNode[] {
  return node.kind === 'leaf' ? [node] : [node, ...node.children.flatMap(withDescendants)]
}

function pathWithin(children: readonly ScoringNode[], code: string): readonly string[] {
  for (const node of children) {
    if (node.code === code) return [node.code]
    const rest = node.kind === 'group' ? pathWithin(node.children, code) : []
    if (rest.length > 0) return [node.code, ...rest]
  }
  return []
}
