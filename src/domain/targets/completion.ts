import Big from 'big.js'
import { convert, daysBetween, type IsoDate } from '../vietnamese/index.ts'
import { growth } from './growth.ts'
import type {
  AtLeastTarget,
  AtMostTarget,
  ByDateTarget,
  FigureResult,
  GrowthTarget,
  LevelTarget,
  RangeTarget,
  Target,
  TargetResult,
} from './target.ts'

/** Whether a target was reached; `not_comparable` says that it cannot be told, the reasons say why. */
export type TargetVerdict = 'exceeded' | 'met' | 'missed' | 'no_result' | 'not_assigned' | 'not_comparable'

/** Why a verdict was given, as codes of `REASON_CODES`; the first is the decisive one. */
export type Reason = { readonly code: ReasonCode; readonly with?: Readonly<Record<string, string>> }

/** Every reason a completion can give; its words are in `reasonSentence`. */
export const REASON_CODES = [
  'above_target',
  'equals_target',
  'below_target',
  'within_limit',
  'over_limit',
  'within_range',
  'below_range',
  'above_range',
  'in_time',
  'late',
  'done',
  'not_done',
  'above_level',
  'at_level',
  'below_level',
  'no_result',
  'not_assigned',
  'narrative_only',
  'outside_plan',
  'other_unit',
  'other_kind',
  'unknown_level',
  'no_base',
  'bound_leaves_open',
  'estimate',
  'unit_assumed',
] as const

/** One of `REASON_CODES`. */
export type ReasonCode = (typeof REASON_CODES)[number]

/** How far a target was reached. */
export type Completion = {
  /** Attained part of the plan in percent, to 20 decimals; absent where none has a meaning. */
  readonly percent?: Big
  /** Distance to the target in its unit (percentage points for growth, days for a date); negative when it is short. */
  readonly margin?: Big
  readonly verdict: TargetVerdict
  readonly reasons: readonly Reason[]
}

/**
 * Judges a result against its target, honouring the direction: an upper bound is met by a value below it. The
 * verdict compares exact numbers and never rounded percentages: 97,64% stays missed though it prints as 98%.
 *
 * A percentage is given for lower bounds and growth alone. An upper bound or a range has none: saying that prices
 * "attained 60%" of their limit would mislead. A figure outside the plan has none either.
 *
 * @example completion({ kind: 'at_most', value: Big(5), unit: '%', inclusive: false }, { kind: 'figure', value: Big('3.2'), unit: '%' })
 * // { verdict: 'met', margin: 1.8, reasons: [{ code: 'within_limit' }] }
 */
export function completion(target: Target, result: TargetResult | undefined): Completion {
  if (target.kind === 'not_assigned') return judged('not_assigned', 'not_assigned')
  if (result === undefined) return judged('no_result', 'no_result')
  if (result.kind === 'narrative') return judged('not_comparable', 'narrative_only')
  switch (target.kind) {
    case 'by_date':
      return result.kind === 'date' ? judgeDate(target, result.date) : otherKind()
    case 'yes_no':
      return result.kind === 'done' ? judgeDone(result.done) : otherKind()
    case 'level':
      return result.kind === 'level' ? judgeLevel(target, result.level) : otherKind()
    default:
      return result.kind === 'figure' ? judgeFigure(target, result) : otherKind()
  }
}

type MeasuredTarget = AtLeastTarget | AtMostTarget | RangeTarget | GrowthTarget

function judgeFigure(target: MeasuredTarget, figure: FigureResult): Completion {
  if (figure.outsidePlan) return judged('not_comparable', 'outside_plan')
  const value = inUnitOf(target, figure)
  if (value === undefined) {
    return judged('not_comparable', 'other_unit', { result: figure.unit ?? '', target: target.unit })
  }
  const verdict = withBound(target, figure.bound, value)
  const remarks: Reason[] = []
  if (figure.estimate) remarks.push({ code: 'estimate' })
  if (figure.unit === undefined) remarks.push({ code: 'unit_assumed', with: { unit: target.unit } })
  return { ...verdict, reasons: [...verdict.reasons, ...remarks] }
}

function inUnitOf(target: MeasuredTarget, figure: FigureResult): Big | undefined {
  if (target.unit === '%' && figure.total?.gt(0) && figure.unit !== '%') {
    return figure.value.times(100).div(figure.total)
  }
  if (figure.unit === undefined || figure.unit === target.unit) return figure.value
  const converted = convert(figure.value, figure.unit, target.unit)
  return converted.ok ? converted.value : undefined
}

/**
 * "trên 3.720" is some number from 3.720 up. Reached or missed stands only when it is the same for every such
 * number; else it is open.
 */
function withBound(target: MeasuredTarget, bound: FigureResult['bound'], value: Big): Completion {
  const atPrinted = judgeValue(target, value)
  if (bound === undefined || bound === 'about' || atPrinted.verdict === 'not_comparable') return atPrinted
  const farAway = value.abs().plus(1).times('1e30')
  const possible = [bound === 'over' ? value.plus(farAway) : value.minus(farAway)]
  // A range can be crossed on the way, so its lower end is tried too.
  if (target.kind === 'range' && (bound === 'over' ? value.lt(target.min) : value.gt(target.min))) {
    possible.push(target.min)
  }
  const holds = possible.every((other) => isReached(judgeValue(target, other)) === isReached(atPrinted))
  return holds ? atPrinted : judged('not_comparable', 'bound_leaves_open', { bound })
}

function isReached({ verdict }: Completion): boolean {
  return verdict === 'met' || verdict === 'exceeded'
}

function judgeValue(target: MeasuredTarget, value: Big): Completion {
  switch (target.kind) {
    case 'at_least':
      return atLeast(value, target.value, target.inclusive ?? true)
    case 'at_most':
      return atMost(value, target)
    case 'range':
      return withinRange(value, target)
    case 'growth':
      return asGrowth(value, target)
  }
}

function atLeast(value: Big, wanted: Big, inclusive: boolean): Completion {
  const margin = value.minus(wanted)
  const percent = wanted.gt(0) ? { percent: value.times(100).div(wanted) } : {}
  if (margin.gt(0)) return { ...judged(inclusive ? 'exceeded' : 'met', 'above_target'), margin, ...percent }
  if (margin.lt(0)) return { ...judged('missed', 'below_target'), margin, ...percent }
  return { ...judged(inclusive ? 'met' : 'missed', 'equals_target'), margin, ...percent }
}

function atMost(value: Big, { value: limit, inclusive = true, lowerIsBetter }: AtMostTarget): Completion {
  const margin = limit.minus(value)
  if (margin.lt(0) || (margin.eq(0) && !inclusive)) return { ...judged('missed', 'over_limit'), margin }
  return { ...judged(lowerIsBetter && margin.gt(0) ? 'exceeded' : 'met', 'within_limit'), margin }
}

function withinRange(value: Big, { min, max }: RangeTarget): Completion {
  if (value.lt(min)) return { ...judged('missed', 'below_range'), margin: value.minus(min) }
  if (value.gt(max)) return { ...judged('missed', 'above_range'), margin: max.minus(value) }
  const [fromMin, toMax] = [value.minus(min), max.minus(value)]
  return { ...judged('met', 'within_range'), margin: fromMin.lt(toMax) ? fromMin : toMax }
}

/** Compared by the level the plan means, base × (1 + rate), so that no rounded rate decides. */
function asGrowth(value: Big, { percent, base }: GrowthTarget): Completion {
  if (base === undefined || base.lte(0)) return judged('not_comparable', 'no_base')
  const planned = base.times(percent.plus(100)).div(100)
  const rate = growth(value, base)
  const downwards = percent.lt(0)
  const judgement = downwards
    ? atMost(value, { kind: 'at_most', value: planned, unit: '', lowerIsBetter: true })
    : atLeast(value, planned, true)
  const margin = rate && (downwards ? percent.minus(rate) : rate.minus(percent))
  return { ...judgement, margin }
}

function judgeDate({ date, inclusive = false }: ByDateTarget, done: IsoDate): Completion {
  const days = daysBetween(done, date)
  const margin = new Big(days)
  const inTime = days > 0 || (days === 0 && inclusive)
  return { ...(inTime ? judged('met', 'in_time') : judged('missed', 'late')), margin }
}

function judgeDone(done: boolean): Completion {
  return done ? judged('met', 'done') : judged('missed', 'not_done')
}

function judgeLevel({ level, ladder }: LevelTarget, reached: string): Completion {
  const [wanted, got] = [ladder.indexOf(level), ladder.indexOf(reached)]
  if (wanted < 0 || got < 0) {
    return judged('not_comparable', 'unknown_level', { level: got < 0 ? reached : level })
  }
  if (got > wanted) return judged('exceeded', 'above_level')
  return got === wanted ? judged('met', 'at_level') : judged('missed', 'below_level')
}

function otherKind(): Completion {
  return judged('not_comparable', 'other_kind')
}

function judged(
  verdict: TargetVerdict,
  code: ReasonCode,
  values?: Readonly<Record<string, string>>,
): Completion {
  return { verdict, reasons: [values ? { code, with: values } : { code }] }
}
