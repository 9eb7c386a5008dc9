import Big from 'big.js'
import { fill, type Language, printDecimal, type Score, type Sentence, type Side } from '../scoring/index.ts'
import type { Candidate } from './candidate.ts'

/**
 * One step of the tie-break chain: points of a criterion or group, of a side (less penalty is better), a figure
 * from outside the table, or a decision people take (a vote, the authority).
 */
export type TieBreak =
  | { readonly by: 'criterion'; readonly code: string; readonly name: Sentence }
  | { readonly by: 'side'; readonly side: Side }
  | {
      readonly by: 'measure'
      readonly code: string
      readonly name: Sentence
      readonly better: 'higher' | 'lower'
    }
  | { readonly by: 'decision'; readonly code: string; readonly name: Sentence }

/** Decisions already taken, by the code of their step: the units in order, best first. */
export type TieDecisions = ReadonlyMap<string, readonly string[]>

/** What one step of the chain did for one unit. */
export interface TieStep {
  readonly step: TieBreak
  /**
   * `decided`: the unit is now apart from everyone it was equal with; `narrowed`: from some; `equal`: from none;
   * `unknown`: somebody's figure is missing, so the step was passed over for all; `pending`: the decision is
   * still to be taken.
   */
  readonly outcome: 'decided' | 'narrowed' | 'equal' | 'unknown' | 'pending'
  /** Units it was equal with before the step, sorted. */
  readonly against: readonly string[]
  /** The unit's own figure, or its place in a decision. */
  readonly value?: string
}

/** Equal units put in order: groups from best to worst, each group still equal. */
export interface TieResolution {
  readonly groups: readonly (readonly Candidate[])[]
  readonly trail: ReadonlyMap<string, readonly TieStep[]>
}

/** Tries the steps in order on units of equal value. The order the units come in makes no difference. */
export function resolveTie(
  equal: readonly Candidate[],
  steps: readonly TieBreak[],
  decisions: TieDecisions,
): TieResolution {
  const trail = new Map<string, readonly TieStep[]>()
  let groups: readonly (readonly Candidate[])[] = [equal]
  for (const step of steps) groups = groups.flatMap((group) => applyStep(group, step, decisions, trail))
  return { groups, trail }
}

/** The step that set a unit apart, the last one that did anything; nothing when it is still equal with somebody. */
export function decidingStep(trail: readonly TieStep[]): TieStep | undefined {
  return trail.find(({ outcome }) => outcome === 'decided')
}

const sideNames: Record<Side, Sentence> = {
  normal: { vi: 'điểm chính', en: 'points of the table itself' },
  bonus: { vi: 'điểm thưởng', en: 'bonus' },
  penalty: { vi: 'điểm trừ', en: 'penalties' },
}

const outcomeSentences: Record<TieStep['outcome'], Sentence> = {
  decided: {
    vi: 'Bằng điểm với {=against}; phân định bằng {=name}: {=value}.',
    en: 'Equal with {=against}; decided by {=name}: {=value}.',
  },
  narrowed: {
    vi: 'Bằng điểm với {=against}; {=name}: {=value}, còn đơn vị bằng nhau.',
    en: 'Equal with {=against}; {=name}: {=value}, some remain equal.',
  },
  equal: {
    vi: 'Bằng điểm với {=against}; {=name} cũng bằng nhau.',
    en: 'Equal with {=against}; equal in {=name} too.',
  },
  unknown: {
    vi: 'Bằng điểm với {=against}; chưa đủ số liệu về {=name} nên bỏ qua bước này.',
    en: 'Equal with {=against}; figures on {=name} are incomplete, so the step is passed over.',
  },
  pending: {
    vi: 'Bằng điểm với {=against}; chờ {=name}.',
    en: 'Equal with {=against}; awaiting {=name}.',
  },
}

/** What a step looks at, in words. */
export function tieBreakName(step: TieBreak, language: Language): string {
  return (step.by === 'side' ? sideNames[step.side] : step.name)[language]
}

/** The sentence of a tie-break step; `nameOf` gives the unit's name. */
export function explainTieStep(
  { step, outcome, against, value }: TieStep,
  language: Language,
  nameOf: (unit: string) => string = (unit) => unit,
): string {
  const name = tieBreakName(step, language)
  const place = language === 'vi' ? `thứ ${value}` : `place ${value}`
  const params = {
    against: against.map(nameOf).join(', '),
    name,
    value: value === undefined ? '' : step.by === 'decision' ? place : printDecimal(value, language),
  }
  return fill(outcomeSentences[outcome], params, language)
}

function applyStep(
  group: readonly Candidate[],
  step: TieBreak,
  decisions: TieDecisions,
  trail: Map<string, readonly TieStep[]>,
): readonly (readonly Candidate[])[] {
  if (group.length < 2) return [group]
  const keyed = group.map((candidate) => ({ candidate, key: keyOf(candidate, step, decisions) }))
  const known = keyed.flatMap(({ candidate, key }) => (key === undefined ? [] : [{ candidate, key }]))
  if (known.length < group.length) {
    note(group, trail, () => ({ outcome: step.by === 'decision' ? 'pending' : 'unknown' }), step)
    return [group]
  }
  const sign = step.by === 'decision' || (step.by === 'measure' && step.better === 'lower') ? 1 : -1
  const sorted = known.toSorted((a, b) => sign * a.key.cmp(b.key))
  const parts: { key: Big; members: Candidate[] }[] = []
  for (const { candidate, key } of sorted) {
    const last = parts.at(-1)
    if (last?.key.eq(key)) last.members.push(candidate)
    else parts.push({ key, members: [candidate] })
  }
  for (const { key, members } of parts) {
    const outcome = members.length === 1 ? 'decided' : parts.length > 1 ? 'narrowed' : 'equal'
    note(members, trail, () => ({ outcome, value: key.toFixed() }), step, group)
  }
  return parts.map(({ members }) => members)
}

function note(
  members: readonly Candidate[],
  trail: Map<string, readonly TieStep[]>,
  what: () => Pick<TieStep, 'outcome' | 'value'>,
  step: TieBreak,
  equalBefore: readonly Candidate[] = members,
): void {
  for (const { unit } of members) {
    const against = equalBefore.flatMap((other) => (other.unit === unit ? [] : [other.unit])).toSorted()
    trail.set(unit, [...(trail.get(unit) ?? []), { step, against, ...what() }])
  }
}

function keyOf(candidate: Candidate, step: TieBreak, decisions: TieDecisions): Big | undefined {
  switch (step.by) {
    case 'criterion':
      return candidate.score.nodes.get(step.code)?.points
    case 'side':
      return sideOf(candidate.score, step.side)
    case 'measure': {
      const figure = candidate.measures?.get(step.code)
      return figure === undefined ? undefined : new Big(figure)
    }
    case 'decision': {
      const place = decisions.get(step.code)?.indexOf(candidate.unit) ?? -1
      return place < 0 ? undefined : new Big(place + 1)
    }
  }
}

function sideOf(score: Score, side: Side): Big {
  return side === 'normal' ? score.normal : side === 'bonus' ? score.bonus : score.penalty
}
