import Big from 'big.js'
import {
  fill,
  type Language,
  leaves,
  type Numeric,
  percentOf,
  type Score,
  type ScoringTable,
  type Sentence,
} from '../scoring/index.ts'
import type { BarRule } from './bars.ts'

/** A condition on a figure from outside the table, such as the share of tasks done on time. */
export interface ClassCondition {
  readonly code: string
  readonly name: Sentence
  readonly op: '>=' | '>' | '<=' | '<'
  readonly value: string
}

/** One class (mức xếp loại). A class without an edge is open below. */
export interface ClassRule {
  readonly code: string
  readonly name: Sentence
  /** Lowest value of the class: points, or percent where the ranking is in percent. */
  readonly edge?: string
  /** The value must lie above the edge (">"), not only reach it ("≥"). Real rules know both. */
  readonly strict?: boolean
  /** No criterion of the table itself may stand at 0. */
  readonly noneAtZero?: boolean
  /** Every criterion (or section) must reach so many percent of its maximum. */
  readonly floorPercent?: string
  readonly floorOf?: 'criteria' | 'sections'
  readonly conditions?: readonly ClassCondition[]
}

/** Why a class was missed. */
export type ClassMiss =
  | { readonly code: 'belowEdge'; readonly value: string; readonly edge: string; readonly op: string }
  | { readonly code: 'criterionAtZero'; readonly criterion: string }
  | {
      readonly code: 'belowFloor'
      readonly criterion: string
      readonly percent: string
      readonly floor: string
    }
  | {
      readonly code: 'conditionMissed'
      readonly condition: string
      readonly value: string
      readonly op: string
      readonly edge: string
    }
  | { readonly code: 'conditionUnknown'; readonly condition: string }
  | { readonly code: 'capped'; readonly when: string }

/** One class tried. */
export interface ClassStep {
  readonly class: string
  readonly met: boolean
  readonly missed: readonly ClassMiss[]
}

/** The class of a unit with every class tried on the way down. */
export interface ClassDecision {
  /** Absent when even the lowest class has conditions the unit misses, or there are no classes. */
  readonly class: string | undefined
  readonly steps: readonly ClassStep[]
  /** Some criterion has no score yet, so the class may still change. */
  readonly provisional: boolean
}

/** What a class is judged on. */
export interface ClassInput {
  /** The value the ranking uses. */
  readonly value: Big
  readonly score: Score
  readonly measures?: ReadonlyMap<string, Numeric>
  readonly bars: readonly BarRule[]
}

/**
 * The best class whose edge, floors and conditions are all met and that no bar forbids; every class above it
 * comes with what was missed.
 */
export function classify(
  input: ClassInput,
  table: ScoringTable,
  classes: readonly ClassRule[],
): ClassDecision {
  const steps: ClassStep[] = []
  const provisional = !input.score.completeness.complete
  for (const [index, rule] of classes.entries()) {
    const missed = missesOf(rule, index, input, table, classes)
    steps.push({ class: rule.code, met: missed.length === 0, missed })
    if (missed.length === 0) return { class: rule.code, steps, provisional }
  }
  return { class: undefined, steps, provisional }
}

/**
 * What a class is judged by: percent where the rules say so, else what the ranking uses.
 *
 * @example classValue({ ...rules, classesBy: 'percent' }, value, score) // score.percent
 */
export function classValue(classesBy: 'value' | 'percent' | undefined, value: Big, score: Score): Big {
  return classesBy === 'percent' ? (score.percent ?? value) : value
}

/**
 * Why a unit got less than its points alone would give: the floors, conditions and caps of the best class whose
 * edge it reaches. Empty when nothing lowered it.
 */
export function loweredBy(decision: ClassDecision): readonly ClassMiss[] {
  const reached = decision.steps.find(({ missed }) => missed.every(({ code }) => code !== 'belowEdge'))
  return reached === undefined || reached.met ? [] : reached.missed
}

/** Whether a class is good enough to be proposed for an award; without such a rule every class is. */
export function mayBeProposed(
  reached: string | undefined,
  classes: readonly ClassRule[],
  awardFromClass: string | undefined,
): boolean {
  if (awardFromClass === undefined) return true
  const place = classes.findIndex(({ code }) => code === reached)
  return place >= 0 && place <= classes.findIndex(({ code }) => code === awardFromClass)
}

/** What is wrong with a list of classes. */
export type ClassesProblem =
  | { readonly code: 'edgesNotDescending'; readonly class: string }
  | { readonly code: 'noOpenClass' }
  | { readonly code: 'duplicateClass'; readonly class: string }
  | { readonly code: 'capToUnknownClass'; readonly class: string }

/** Edges that do not descend, no class open below, codes used twice, caps to a class that does not exist. */
export function checkClasses(
  classes: readonly ClassRule[],
  bars: readonly BarRule[],
): readonly ClassesProblem[] {
  if (classes.length === 0) return []
  const codes = classes.map(({ code }) => code)
  const problems: ClassesProblem[] = classes.flatMap(({ code, edge }, i) => {
    const before = classes[i - 1]
    if (i === 0 || before === undefined) return []
    const descends = before.edge !== undefined && (edge === undefined || new Big(before.edge).gte(edge))
    return descends ? [] : [{ code: 'edgesNotDescending' as const, class: code }]
  })
  if (classes.at(-1)?.edge !== undefined) problems.push({ code: 'noOpenClass' })
  for (const code of new Set(codes.filter((each, i) => codes.indexOf(each) !== i))) {
    problems.push({ code: 'duplicateClass', class: code })
  }
  for (const bar of bars) {
    if (bar.effect === 'capsClass' && !codes.includes(bar.highestClass)) {
      problems.push({ code: 'capToUnknownClass', class: bar.highestClass })
    }
  }
  return problems
}

const classesProblemSentences: Record<ClassesProblem['code'], Sentence> = {
  edgesNotDescending: {
    vi: 'Mức “{=name}” có ngưỡng không thấp hơn mức đứng trước.',
    en: 'The edge of “{=name}” is not below the class before it.',
  },
  noOpenClass: {
    vi: 'Mức cuối cùng có ngưỡng, nên có đơn vị không thuộc mức nào.',
    en: 'The last class has an edge, so a unit may be in no class.',
  },
  duplicateClass: { vi: 'Mức “{=name}” có hai lần.', en: 'The class “{=name}” is there twice.' },
  capToUnknownClass: {
    vi: 'Quy định khống chế nhắc đến mức “{=name}” không có trong bảng.',
    en: 'A cap names the class “{=name}”, which does not exist.',
  },
}

/** The sentence of a problem with the classes. */
export function explainClassesProblem(
  problem: ClassesProblem,
  classes: readonly ClassRule[],
  language: Language,
): string {
  const code = 'class' in problem ? problem.class : ''
  const name = classes.find((rule) => rule.code === code)?.name[language] ?? code
  return fill(classesProblemSentences[problem.code], { name }, language)
}

const missSentences: Record<ClassMiss['code'], Sentence> = {
  belowEdge: { vi: 'Đạt {value}, cần {=op} {edge}.', en: 'Reaches {value}, needs {=op} {edge}.' },
  criterionAtZero: {
    vi: 'Có tiêu chí 0 điểm: {=criterion}.',
    en: 'A criterion stands at 0: {=criterion}.',
  },
  belowFloor: {
    vi: '{=criterion} đạt {percent}% điểm tối đa, cần ít nhất {floor}%.',
    en: '{=criterion} has {percent}% of its maximum, needs at least {floor}%.',
  },
  conditionMissed: {
    vi: '{=condition}: {value}, cần {=op} {edge}.',
    en: '{=condition}: {value}, needs {=op} {edge}.',
  },
  conditionUnknown: { vi: 'Chưa có số liệu: {=condition}.', en: 'Not yet known: {=condition}.' },
  capped: { vi: 'Bị khống chế mức xếp loại.', en: 'A bar caps the class.' },
}

/** The sentence of a missed class; `nameOf` gives the name of a criterion or condition. */
export function explainClassMiss(
  miss: ClassMiss,
  language: Language,
  nameOf: (code: string) => string = (code) => code,
): string {
  const { code, ...rest } = miss
  const params = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [
      key,
      key === 'criterion' || key === 'condition' ? nameOf(value) : value,
    ]),
  )
  return fill(missSentences[code], params, language)
}

function missesOf(
  rule: ClassRule,
  index: number,
  input: ClassInput,
  table: ScoringTable,
  classes: readonly ClassRule[],
): readonly ClassMiss[] {
  return [
    ...missedEdge(rule, input.value),
    ...missedZero(rule, input.score, table),
    ...missedFloor(rule, input.score, table),
    ...(rule.conditions ?? []).flatMap((condition) => missedCondition(condition, input.measures)),
    ...missedCaps(index, input.bars, classes),
  ]
}

function missedEdge({ edge, strict }: ClassRule, value: Big): readonly ClassMiss[] {
  if (edge === undefined || (strict === true ? value.gt(edge) : value.gte(edge))) return []
  return [{ code: 'belowEdge', value: value.toFixed(), edge, op: strict === true ? '>' : '≥' }]
}

function missedZero({ noneAtZero }: ClassRule, score: Score, table: ScoringTable): readonly ClassMiss[] {
  if (noneAtZero !== true) return []
  return leaves(table)
    .filter((leaf) => leaf.side === 'normal' && score.nodes.get(leaf.code)?.points?.eq(0) === true)
    .map((leaf) => ({ code: 'criterionAtZero' as const, criterion: leaf.code }))
}

function missedFloor(rule: ClassRule, score: Score, table: ScoringTable): readonly ClassMiss[] {
  const floor = rule.floorPercent
  if (floor === undefined) return []
  const judged = rule.floorOf === 'sections' ? table.children : leaves(table)
  return judged.flatMap(({ code, side }): readonly ClassMiss[] => {
    const node = score.nodes.get(code)
    if (side !== 'normal' || node?.points === undefined) return []
    const percent = percentOf(node.points, node.reachable)
    if (percent === undefined || isAtLeastPercent(node.points, node.reachable, floor)) return []
    return [{ code: 'belowFloor', criterion: code, percent: percent.toFixed(), floor }]
  })
}

/** Compared exactly: 84.995% prints as 85% but does not reach it. */
function isAtLeastPercent(points: Big, reachable: Big, floor: string): boolean {
  return points.times(100).gte(reachable.times(floor))
}

function missedCondition(
  { code, op, value: edge }: ClassCondition,
  measures: ReadonlyMap<string, Numeric> | undefined,
): readonly ClassMiss[] {
  const figure = measures?.get(code)
  if (figure === undefined) return [{ code: 'conditionUnknown', condition: code }]
  const value = new Big(figure)
  const met =
    op === '>='
      ? value.gte(edge)
      : op === '>'
        ? value.gt(edge)
        : op === '<='
          ? value.lte(edge)
          : value.lt(edge)
  if (met) return []
  const sign = { '>=': '≥', '>': '>', '<=': '≤', '<': '<' }[op]
  return [{ code: 'conditionMissed', condition: code, value: value.toFixed(), op: sign, edge }]
}

function missedCaps(
  index: number,
  bars: readonly BarRule[],
  classes: readonly ClassRule[],
): readonly ClassMiss[] {
  return bars.flatMap((bar): readonly ClassMiss[] => {
    if (bar.effect !== 'capsClass') return []
    const highest = classes.findIndex(({ code }) => code === bar.highestClass)
    return highest > index ? [{ code: 'capped', when: bar.when }] : []
  })
}
