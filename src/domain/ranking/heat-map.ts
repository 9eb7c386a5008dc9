import Big from 'big.js'
import { percentOf, type Score, type ScoringNode, type ScoringTable, type Side } from '../scoring/index.ts'
import type { Candidate } from './candidate.ts'

/** One column of a heat map: a group or a criterion. */
export interface HeatColumn {
  readonly code: string
  readonly name: string
  readonly maxPoints: string
  readonly side: Side
  /** Whether there is something below to look at. */
  readonly foldable: boolean
}

/** From 1, the least of the maximum, to 5, all of it or nearly. */
export type Shade = 1 | 2 | 3 | 4 | 5

/** One cell: what a unit has of the maximum of a column. */
export type HeatCell =
  | { readonly state: 'scored'; readonly points: Big; readonly percent: Big; readonly shade: Shade }
  | { readonly state: 'missing' | 'notAssigned' }

/** Units × criteria, each cell with its points and its share of the maximum. */
export interface HeatMap {
  readonly columns: readonly HeatColumn[]
  readonly rows: readonly { readonly unit: string; readonly cells: readonly HeatCell[] }[]
}

/** Lower edges of the shades 2 to 5, in percent of the maximum; an edge belongs to the darker shade. */
export const shadeEdges = ['50', '70', '85', '95'] as const

/**
 * Puts the units side by side over the nodes of one level. A branch that ends above the level stays in it, so that
 * the columns always make up the whole table (or the whole group).
 *
 * @param level 1 for the sections, 2 for what is below them …
 * @param within only what lies below this group
 */
export function heatMap(
  table: ScoringTable,
  units: readonly Pick<Candidate, 'unit' | 'score'>[],
  level: number,
  within?: string,
): HeatMap {
  const top = within === undefined ? table.children : childrenOf(table.children, within)
  const shown = top.flatMap((node) => atLevel(node, level))
  return {
    columns: shown.map((node) => ({
      code: node.code,
      name: node.name,
      maxPoints: node.maxPoints,
      side: node.side,
      foldable: node.kind === 'group',
    })),
    rows: units.map(({ unit, score }) => ({ unit, cells: shown.map((node) => cellOf(node, score)) })),
  }
}

/** How many levels a table has. */
export function depthOf(children: readonly ScoringNode[]): number {
  return children.reduce(
    (most, node) => Math.max(most, 1 + (node.kind === 'group' ? depthOf(node.children) : 0)),
    0,
  )
}

function childrenOf(nodes: readonly ScoringNode[], code: string): readonly ScoringNode[] {
  for (const node of nodes) {
    if (node.kind === 'leaf') continue
    if (node.code === code) return node.children
    const below = childrenOf(node.children, code)
    if (below.length > 0) return below
  }
  return []
}

function atLevel(node: ScoringNode, level: number): readonly ScoringNode[] {
  if (level <= 1 || node.kind === 'leaf') return [node]
  return node.children.flatMap((child) => atLevel(child, level - 1))
}

/** On the penalty side nothing taken away is the whole share. */
function cellOf(node: ScoringNode, score: Score): HeatCell {
  const found = score.nodes.get(node.code)
  if (found?.points === undefined) {
    const left = found !== undefined && found.notAssigned > 0 && found.missing === 0
    return { state: left ? 'notAssigned' : 'missing' }
  }
  const { points } = found
  const maximum = new Big(node.maxPoints)
  const whole = node.side === 'normal' ? found.reachable : maximum
  const percent = percentOf(node.side === 'penalty' ? maximum.plus(points) : points, whole)
  return percent === undefined
    ? { state: 'notAssigned' }
    : { state: 'scored', points, percent, shade: shadeOf(percent) }
}

function shadeOf(percent: Big): Shade {
  return (1 + shadeEdges.filter((edge) => percent.gte(edge)).length) as Shade
}
