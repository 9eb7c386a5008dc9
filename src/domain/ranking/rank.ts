import type Big from 'big.js'
import { percentOf } from '../scoring/index.ts'
import { type BarRule, findBars, standingOf } from './bars.ts'
import type { Candidate } from './candidate.ts'
import type { RankingRules } from './rules.ts'
import { decidingStep, resolveTie, type TieDecisions, type TieStep } from './tie-break.ts'

/** One ranked unit, with everything that led to its place. */
export interface Place {
  readonly unit: string
  /** Equal units share the better place: 1, 2, 2, 4. */
  readonly rank: number
  /** Points or percent, as the ranking's basis says. */
  readonly value: Big
  readonly total: Big
  readonly reachable: Big
  /** Whether every criterion due has a score. */
  readonly complete: boolean
  readonly sharedWith: readonly string[]
  /** Distance in value to the next place above; absent for the first. */
  readonly toNext: Big | undefined
  /** Steps tried because somebody else had the same value. */
  readonly tieSteps: readonly TieStep[]
  /** The step that set it apart; absent when the value did, or when it is still equal. */
  readonly decidedBy: TieStep | undefined
  readonly standing: 'ranked' | 'suspended'
  readonly bars: readonly BarRule[]
}

/** One unit outside the ranking, and why. */
export interface Unranked {
  readonly unit: string
  readonly reason: 'barred' | 'nothingAssigned' | 'notScored'
  readonly bars: readonly BarRule[]
}

/** Units in order. */
export interface Ranking {
  /** What the values are. */
  readonly basis: 'total' | 'percent'
  /** From the first place down; equal units by code. */
  readonly places: readonly Place[]
  /** By code. */
  readonly unranked: readonly Unranked[]
}

/**
 * Ranks units by their rounded value, then by the declared tie-break steps; what none decides stays equal. The
 * order the units come in makes no difference.
 *
 * @example rankUnits(candidates, rules).places.map(({ rank }) => rank) // [1, 2, 2, 4]
 */
export function rankUnits(
  candidates: readonly Candidate[],
  rules: RankingRules,
  decisions: TieDecisions = new Map(),
): Ranking {
  const basis = basisFor(candidates, rules)
  return rankBy(
    candidates,
    (candidate) => (basis === 'percent' ? candidate.score.percent : candidate.score.total),
    basis,
    rules,
    decisions,
  )
}

/**
 * Ranks units by the points of one group of criteria, or by their percent of it when the group is not assigned
 * alike. Bars apply as in the whole; the tie-break chain does not, as it speaks of the whole.
 */
export function rankByGroup(candidates: readonly Candidate[], code: string, rules: RankingRules): Ranking {
  const scores = candidates.flatMap((candidate) => candidate.score.nodes.get(code) ?? [])
  const assignedUnlike = scores.some((node) => node.notAssigned > 0)
  const basis = rules.basis === 'percent' || (rules.basis !== 'total' && assignedUnlike) ? 'percent' : 'total'
  const valueOfUnit = ({ score }: Candidate) => {
    const node = score.nodes.get(code)
    if (node?.points === undefined) return undefined
    return basis === 'percent' ? percentOf(node.points, node.reachable) : node.points
  }
  return rankBy(candidates, valueOfUnit, basis, { ...rules, tieBreaks: [] }, new Map())
}

/** What the units are ranked by: percent as soon as one of them has less than the whole table to earn, if the rules say so. */
export function basisFor(candidates: readonly Candidate[], rules: RankingRules): Ranking['basis'] {
  if (rules.basis !== 'percentWhenNotAssigned') return rules.basis
  return candidates.some(({ score }) => score.reachable.lt(score.maximum)) ? 'percent' : 'total'
}

interface Valued {
  readonly candidate: Candidate
  readonly value: Big
  readonly bars: readonly BarRule[]
  readonly standing: Place['standing']
}

function rankBy(
  candidates: readonly Candidate[],
  valueOfUnit: (candidate: Candidate) => Big | undefined,
  basis: Ranking['basis'],
  rules: RankingRules,
  decisions: TieDecisions,
): Ranking {
  const valued: Valued[] = []
  const unranked: Unranked[] = []
  for (const candidate of candidates) {
    const bars = findBars(candidate.conditions ?? [], rules.bars)
    const standing = standingOf(bars)
    const value = valueOfUnit(candidate)
    const { unit } = candidate
    if (standing === 'barred') unranked.push({ unit, reason: 'barred', bars })
    else if (candidate.score.completeness.scored === 0) unranked.push({ unit, reason: 'notScored', bars })
    else if (value === undefined) unranked.push({ unit, reason: 'nothingAssigned', bars })
    else valued.push({ candidate, value, bars, standing })
  }
  return {
    basis,
    places: placesOf(valued, rules, decisions),
    unranked: unranked.toSorted((a, b) => (a.unit < b.unit ? -1 : 1)),
  }
}

function placesOf(valued: readonly Valued[], rules: RankingRules, decisions: TieDecisions): readonly Place[] {
  const places: Place[] = []
  let above: Big | undefined
  for (const equal of groupsOfEqualValue(valued)) {
    const byUnit = new Map(equal.map((each) => [each.candidate.unit, each]))
    const { groups, trail } = resolveTie(
      equal.map(({ candidate }) => candidate),
      rules.tieBreaks,
      decisions,
    )
    for (const group of groups) {
      const rank = places.length + 1
      const units = group.map(({ unit }) => unit).toSorted()
      for (const unit of units) {
        const each = byUnit.get(unit)
        if (each !== undefined) places.push(placeOf(each, rank, units, above, trail.get(unit) ?? []))
      }
      above = equal[0]?.value
    }
  }
  return places
}

function placeOf(
  { candidate, value, bars, standing }: Valued,
  rank: number,
  group: readonly string[],
  above: Big | undefined,
  tieSteps: readonly TieStep[],
): Place {
  const { unit, score } = candidate
  return {
    unit,
    rank,
    value,
    total: score.total,
    reachable: score.reachable,
    complete: score.completeness.complete,
    sharedWith: group.filter((other) => other !== unit),
    toNext: above?.minus(value),
    tieSteps,
    decidedBy: decidingStep(tieSteps),
    standing,
    bars,
  }
}

function groupsOfEqualValue(valued: readonly Valued[]): readonly (readonly Valued[])[] {
  const sorted = valued.toSorted(
    (a, b) => b.value.cmp(a.value) || (a.candidate.unit < b.candidate.unit ? -1 : 1),
  )
  const groups: Valued[][] = []
  for (const each of sorted) {
    const last = groups.at(-1)
    if (last?.[0]?.value.eq(each.value)) last.push(each)
    else groups.push([each])
  }
  return groups
}
