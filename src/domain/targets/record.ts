import Big from 'big.js'
import type { Bilingual } from '../bilingual.ts'
import { type FigureRecord, figureOf } from '../results/record.ts'
import type { IsoDate } from '../vietnamese/index.ts'
import type { Target, TargetResult } from './target.ts'

/** A target as it is stored: numbers as plain decimal text. */
export type TargetRecord = {
  readonly kind: Target['kind']
  /** The number, or the day, itself is not enough: "trên 100", "dưới 5%", "trước ngày". */
  readonly strict: boolean
  /** The number; the percentage of a growth target; 1 to 4 on the ladder of a level target. */
  readonly value: string | null
  readonly valueMax: string | null
  readonly byDate: IsoDate | null
  readonly baseValue: string | null
  readonly baseYear: number | null
  readonly unitOfMeasure: string
}

/** The ladder of task completion, lowest first; a level target stores its place from 1. */
export const completionLevels: readonly Bilingual[] = [
  { vi: 'không hoàn thành nhiệm vụ', en: 'not completed' },
  { vi: 'hoàn thành nhiệm vụ', en: 'completed' },
  { vi: 'hoàn thành tốt nhiệm vụ', en: 'well completed' },
  { vi: 'hoàn thành xuất sắc nhiệm vụ', en: 'excellently completed' },
]

const LADDER = completionLevels.map((level) => level.vi)

/**
 * A stored target as the calculator takes it. A target that lost the number its kind needs is not assigned: the
 * table refuses such rows.
 *
 * @param direction of the indicator: for `down` a value below an upper bound exceeds the target
 * @example targetOf({ kind: 'at_most', strict: true, value: '5', unitOfMeasure: '%', … }, 'none') // dưới 5%
 */
export function targetOf(record: TargetRecord, direction: 'up' | 'down' | 'none'): Target {
  const { kind, value, unitOfMeasure: unit } = record
  if (kind === 'yes_no' || kind === 'not_assigned') return { kind }
  if (kind === 'by_date') {
    return record.byDate === null
      ? { kind: 'not_assigned' }
      : { kind, date: record.byDate, inclusive: !record.strict }
  }
  if (value === null) return { kind: 'not_assigned' }
  const number = new Big(value)
  switch (kind) {
    case 'at_least':
      return { kind, value: number, unit, inclusive: !record.strict }
    case 'at_most':
      return { kind, value: number, unit, inclusive: !record.strict, lowerIsBetter: direction === 'down' }
    case 'range':
      return { kind, min: number, max: new Big(record.valueMax ?? value), unit }
    case 'growth':
      return { kind, percent: number, unit, ...baseOf(record) }
    case 'level':
      return { kind, level: LADDER[Number(value) - 1] ?? '', ladder: LADDER }
  }
}

/**
 * What a stored result says to a target of a kind: a date for "by a date" (its as-of date is the day it was done), done
 * or not for yes / no, a place on the ladder for a level, else the figure; words only where there is no number.
 * Undefined when nothing was reported.
 */
export function targetResultOf(
  record: FigureRecord | undefined,
  kind: Target['kind'],
): TargetResult | undefined {
  if (!record) return undefined
  const figure = figureOf(record)
  if (kind === 'by_date') {
    return record.asOf === null ? { kind: 'narrative' } : { kind: 'date', date: record.asOf }
  }
  if (!figure) return { kind: 'narrative' }
  if (kind === 'yes_no') return { kind: 'done', done: figure.value.gt(0) }
  if (kind === 'level') return { kind: 'level', level: LADDER[figure.value.toNumber() - 1] ?? '' }
  return { ...figure, kind: 'figure' }
}

function baseOf({ baseValue, baseYear }: TargetRecord) {
  return {
    ...(baseValue !== null && { base: new Big(baseValue) }),
    ...(baseYear !== null && { baseName: `năm ${baseYear}` }),
  }
}
