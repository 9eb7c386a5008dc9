import { err } from '../result.ts'
import { countOf, type EvaluationContext, type OutcomeResult, outcome, step } from './evaluation.ts'
import {
  compare,
  type Fraction,
  fraction,
  greatest,
  least,
  roundedText,
  sign,
  textOf,
  zero,
} from './exact.ts'
import { measure } from './measure.ts'
import type {
  AgainstAverageMethod,
  Band,
  BandsMethod,
  Facts,
  ThresholdMethod,
  YesNoMethod,
} from './method.ts'

/** Points of the band the value falls in; on an edge claimed twice, the declared one of the two. */
export function bands(method: BandsMethod, facts: Facts): OutcomeResult {
  const measured = measure(method.of, facts)
  if (!measured.ok) return measured
  const hits = method.bands.filter((band) => inBand(band, measured.value.value))
  const value = hits
    .map((band) => fraction(band.points))
    .reduce<Fraction | undefined>(
      (best, points) =>
        best === undefined
          ? points
          : method.doubleEdge === 'higher'
            ? greatest(best, points)
            : least(best, points),
      undefined,
    )
  if (value === undefined) {
    return outcome(
      fraction(method.otherwise),
      measured.value.step,
      step('noBand', { points: method.otherwise }),
    )
  }
  const code =
    hits.length === 1 ? 'band' : method.doubleEdge === 'higher' ? 'bandDoubleHigher' : 'bandDoubleLower'
  return outcome(value, measured.value.step, step(code, { points: roundedText(value, 4) }))
}

/** Whether a value lies in a band, edges as declared. */
export function inBand(band: Band, value: Fraction): boolean {
  return aboveLower(band, value) && belowUpper(band, value)
}

/** Full points on one side of an edge. */
export function threshold(method: ThresholdMethod, maximum: Fraction, facts: Facts): OutcomeResult {
  const measured = measure(method.of, facts)
  if (!measured.ok) return measured
  const order = compare(measured.value.value, fraction(method.edge))
  const met =
    method.op === '>='
      ? order >= 0
      : method.op === '>'
        ? order > 0
        : method.op === '<='
          ? order <= 0
          : order < 0
  const value = met ? orMaximum(method.points, maximum) : orZero(method.otherwise)
  return outcome(
    value,
    measured.value.step,
    step(met ? 'thresholdMet' : 'thresholdMissed', {
      op: { '>=': '≥', '>': '>', '<=': '≤', '<': '<' }[method.op],
      edge: method.edge,
      points: roundedText(value, 4),
    }),
  )
}

/** Full points at or above the average. */
export function againstAverage(
  method: AgainstAverageMethod,
  maximum: Fraction,
  facts: Facts,
  context: EvaluationContext,
): OutcomeResult {
  const measured = measure(method.of, facts)
  if (!measured.ok) return measured
  if (method.average === 'given' && facts.average === undefined) {
    return err({ code: 'factMissing', fact: 'average' })
  }
  const average = method.average === 'given' ? fraction(facts.average ?? '0') : context.field.average
  if (average === undefined) return err({ code: 'nothingToCompare' })
  const met = compare(measured.value.value, average) >= 0
  const value = met ? orMaximum(method.points, maximum) : orZero(method.below)
  return outcome(
    value,
    measured.value.step,
    step(met ? 'averageMet' : 'averageMissed', {
      average: roundedText(average, 4),
      points: roundedText(value, 4),
    }),
  )
}

/** Full points when nothing happened, none otherwise. */
export function noIncident(maximum: Fraction, facts: Facts): OutcomeResult {
  const count = countOf(facts, 'count')
  if (!count.ok) return count
  return sign(count.value) === 0
    ? outcome(maximum, step('noIncident', { points: roundedText(maximum, 4) }))
    : outcome(zero, step('incident', { count: textOf(facts.count) }))
}

/** Done or not done. */
export function yesNo(method: YesNoMethod, maximum: Fraction, facts: Facts): OutcomeResult {
  if (facts.done === undefined) return err({ code: 'factMissing', fact: 'done' })
  const value = facts.done ? orMaximum(method.yes, maximum) : orZero(method.no)
  return outcome(value, step(facts.done ? 'done' : 'notDone', { points: roundedText(value, 4) }))
}

function aboveLower(band: Band, value: Fraction): boolean {
  if (band.from === undefined) return true
  const order = compare(value, fraction(band.from))
  return band.fromStrict === true ? order > 0 : order >= 0
}

function belowUpper(band: Band, value: Fraction): boolean {
  if (band.to === undefined) return true
  const order = compare(value, fraction(band.to))
  return band.toStrict === true ? order < 0 : order <= 0
}

function orMaximum(points: string | undefined, maximum: Fraction): Fraction {
  return points === undefined ? maximum : fraction(points)
}

function orZero(points: string | undefined): Fraction {
  return points === undefined ? zero : fraction(points)
}
