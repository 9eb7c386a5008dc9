import Big from 'big.js'
import type { Rounding } from './exact.ts'
import { fraction, hundred, over, roundFraction, times } from './exact.ts'
import { fill, type Language, type Sentence } from './sentence.ts'
import type { ScoringGroup, ScoringNode, ScoringTable, Side } from './table.ts'

/**
 * What one layer holds for one criterion and unit. A criterion that has no entry is missing, which is neither
 * zero nor "not assigned" (không giao).
 */
export type Entry = { readonly state: 'scored'; readonly points: Big } | { readonly state: 'notAssigned' }

/** The entries of one unit in one layer, by code of the criterion. Codes of groups are ignored: parents are sums. */
export type Entries = ReadonlyMap<string, Entry>

/** What happened to the sum of a node besides adding. */
export type RollUpNote =
  | { readonly code: 'heldAtMaximum'; readonly sum: string; readonly limit: string }
  | { readonly code: 'rescaled'; readonly earned: string; readonly reachable: string; readonly to: string }
  | { readonly code: 'notAssigned' }

/** One node rolled up. */
export interface NodeScore {
  /** Absent while nothing below is scored: no score is not zero. At or below zero on the penalty side. */
  readonly points: Big | undefined
  /** Maximum without what is not assigned; zero outside the normal side. */
  readonly reachable: Big
  /** Criteria below that are scored, missing, not assigned. */
  readonly scored: number
  readonly missing: number
  readonly notAssigned: number
  readonly notes: readonly RollUpNote[]
}

/** How complete a set of entries is; kept apart from the total, since a total of 0 may be complete. */
export interface Completeness {
  /** Criteria that ought to have a score: all but those not assigned. */
  readonly due: number
  readonly scored: number
  readonly notAssigned: number
  /** Codes of the criteria without an entry, in reading order. Bonus and penalty criteria count too. */
  readonly missing: readonly string[]
  readonly complete: boolean
}

/** The score of one unit in one layer. */
export interface Score {
  readonly nodes: ReadonlyMap<string, NodeScore>
  readonly normal: Big
  readonly bonus: Big
  /** At or below zero. */
  readonly penalty: Big
  /** Normal + bonus + penalty; never below zero, may pass the table's maximum. */
  readonly total: Big
  /** The table's maximum of the normal side. */
  readonly maximum: Big
  /** Maximum of the normal side without what is not assigned: 990 of 1.000. */
  readonly reachable: Big
  /** Total ÷ reachable in percent, two decimals half up; absent when nothing is assigned. */
  readonly percent: Big | undefined
  readonly completeness: Completeness
}

const percentRounding: Rounding = { decimals: 2, mode: 'halfUp' }
const none = new Big(0)

/**
 * Adds up the entries of one unit: every group is the sum of its children, so nothing counts twice; bonus above
 * and penalty below are held at their limits; what is not assigned leaves the maximum.
 *
 * @example
 * rollUp(table, new Map([['1', { state: 'scored', points: new Big('8.5') }]])).total // 8.5
 */
export function rollUp(table: ScoringTable, entries: Entries): Score {
  const found = new Map<string, NodeScore>()
  const missing: string[] = []
  const sums = table.children.map((node) => rollUpNode(node, entries, table.rounding, found, missing))
  const bySide = (side: Side) =>
    table.children.reduce(
      (sum, node, i) => (node.side === side ? sum.plus(sums[i]?.points ?? none) : sum),
      none,
    )
  const normal = bySide('normal')
  const bonus = heldAt(bySide('bonus'), table.bonusMaximum)
  const penalty = heldAt(bySide('penalty').neg(), table.penaltyMaximum).neg()
  const sum = normal.plus(bonus).plus(penalty)
  const total = sum.lt(none) ? none : sum
  const reachable = sums.reduce((all, each) => all.plus(each.reachable), none)
  const scored = sums.reduce((all, each) => all + each.scored, 0)
  return {
    nodes: found,
    normal,
    bonus,
    penalty: penalty.eq(none) ? none : penalty,
    total,
    maximum: new Big(table.maximum),
    reachable,
    percent: percentOf(total, reachable),
    completeness: {
      due: scored + missing.length,
      scored,
      notAssigned: sums.reduce((all, each) => all + each.notAssigned, 0),
      missing,
      complete: missing.length === 0,
    },
  }
}

/**
 * Earned ÷ reachable in percent, two decimals half up.
 *
 * @example percentOf(new Big(900), new Big(990)) // 90.91
 */
export function percentOf(earned: Big, reachable: Big): Big | undefined {
  if (reachable.lte(none)) return undefined
  const quotient = over(fraction(earned), fraction(reachable))
  return roundFraction(times(quotient, hundred), percentRounding)
}

const noteSentences: Record<RollUpNote['code'], Sentence> = {
  heldAtMaximum: {
    vi: 'Cộng lại {sum} điểm, tính ở mức tối đa {limit} điểm.',
    en: 'Adds up to {sum} points, held at {limit}.',
  },
  rescaled: {
    vi: 'Có nội dung không giao: {earned} trên {reachable} điểm, quy về {to} điểm.',
    en: 'Something is not assigned: {earned} of {reachable} points, scaled to {to}.',
  },
  notAssigned: { vi: 'Không giao: không tính vào điểm tối đa.', en: 'Not assigned: leaves the maximum.' },
}

/** The sentence of a note on a sum. */
export function explainRollUpNote(note: RollUpNote, language: Language): string {
  const { code, ...params } = note
  return fill(noteSentences[code], params, language)
}

function rollUpNode(
  node: ScoringNode,
  entries: Entries,
  rounding: Rounding,
  found: Map<string, NodeScore>,
  missing: string[],
): NodeScore {
  const score =
    node.kind === 'leaf'
      ? leafScore(node, entries.get(node.code), missing)
      : groupScore(
          node,
          node.children.map((child) => rollUpNode(child, entries, rounding, found, missing)),
          rounding,
        )
  found.set(node.code, score)
  return score
}

/** Nodes are never changed, so each maximum is read once for all units of a bloc. */
const maxima = new WeakMap<ScoringNode, Big>()

function maximumAsBig(node: ScoringNode): Big {
  const known = maxima.get(node)
  if (known !== undefined) return known
  const maximum = new Big(node.maxPoints)
  maxima.set(node, maximum)
  return maximum
}

const noNotes: readonly RollUpNote[] = []
const notAssignedNotes: readonly RollUpNote[] = [{ code: 'notAssigned' }]

function leafScore(node: ScoringNode, entry: Entry | undefined, missing: string[]): NodeScore {
  const reachable = node.side === 'normal' ? maximumAsBig(node) : none
  if (entry === undefined) {
    missing.push(node.code)
    return { points: undefined, reachable, scored: 0, missing: 1, notAssigned: 0, notes: noNotes }
  }
  if (entry.state === 'notAssigned') {
    return {
      points: undefined,
      reachable: none,
      scored: 0,
      missing: 0,
      notAssigned: 1,
      notes: notAssignedNotes,
    }
  }
  return { points: entry.points, reachable, scored: 1, missing: 0, notAssigned: 0, notes: noNotes }
}

function groupScore(group: ScoringGroup, children: readonly NodeScore[], rounding: Rounding): NodeScore {
  let points: Big | undefined
  let reachable = none
  let scored = 0
  let missing = 0
  let notAssigned = 0
  for (const child of children) {
    if (child.points !== undefined) points = points === undefined ? child.points : points.plus(child.points)
    reachable = reachable.plus(child.reachable)
    scored += child.scored
    missing += child.missing
    notAssigned += child.notAssigned
  }
  const counts = { scored, missing, notAssigned }
  if (notAssigned > 0 && scored + missing === 0) {
    return { points: undefined, reachable: none, ...counts, notes: notAssignedNotes }
  }
  if (group.rescale !== undefined && notAssigned > 0 && reachable.gt(none)) {
    return rescaled(group.rescale.to, points, reachable, counts, rounding)
  }
  if (points === undefined) return { points, reachable, ...counts, notes: noNotes }
  const limit = maximumAsBig(group)
  const size = group.side === 'penalty' ? points.neg() : points
  if (size.lte(limit)) return { points, reachable, ...counts, notes: noNotes }
  const held = group.side === 'penalty' ? limit.neg() : limit
  const note: RollUpNote = { code: 'heldAtMaximum', sum: points.toFixed(), limit: held.toFixed() }
  return { points: held, reachable, ...counts, notes: [note] }
}

function rescaled(
  to: string,
  points: Big | undefined,
  reachable: Big,
  counts: Pick<NodeScore, 'scored' | 'missing' | 'notAssigned'>,
  rounding: Rounding,
): NodeScore {
  if (points === undefined) return { points, reachable: new Big(to), ...counts, notes: noNotes }
  const share = over(fraction(points), fraction(reachable))
  return {
    points: roundFraction(times(share, fraction(to)), rounding),
    reachable: new Big(to),
    ...counts,
    notes: [{ code: 'rescaled', earned: points.toFixed(), reachable: reachable.toFixed(), to }],
  }
}

function heldAt(sum: Big, limit: string | undefined): Big {
  return limit !== undefined && sum.gt(limit) ? new Big(limit) : sum
}
