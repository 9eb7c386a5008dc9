import type Big from 'big.js'
import { type IsoDate, type PrintableQuantity, printDate, printQuantity } from '../vietnamese/index.ts'

/**
 * A reported number with everything its report says about it: unit, estimate (ước), bound (trên, hơn, dưới,
 * khoảng), x of y, as-of date, whether it lies outside the plan, and the indicator it is a part of.
 */
export type Figure = PrintableQuantity & {
  /** "đến ngày 10/11/2020". */
  readonly asOf?: IsoDate
  /** Work that no plan asked for: it has no percentage of one. */
  readonly outsidePlan?: boolean
  /** Code of the indicator whose total this is a part of. */
  readonly partOf?: string
}

/** A number in a unit: what figures are compared with. */
export type Amount = {
  readonly value: Big
  readonly unit?: string
  /** Decimals it was printed with; without it, as many as it has. */
  readonly decimals?: number
}

/**
 * A figure in report words.
 *
 * @example printFigure({ value: Big(3720), unit: 'triệu USD', bound: 'over', estimate: true }) // 'ước đạt trên 3.720 triệu USD'
 * @example printFigure({ value: Big(3), total: Big(4), unit: 'dự án', leadingZero: true })      // '03/04 dự án'
 */
export function printFigure(figure: Figure): string {
  return printQuantity(figure)
}

/**
 * A figure with its as-of date and its place outside the plan behind it, for a paper that has no column for them.
 *
 * @example printFigureWithNotes({ value: Big('4248.7'), unit: 'ha', outsidePlan: true }) // '4.248,7 ha (ngoài kế hoạch)'
 */
export function printFigureWithNotes(figure: Figure): string {
  const notes: string[] = []
  if (figure.asOf !== undefined) notes.push(`đến ngày ${printDate(figure.asOf)}`)
  if (figure.outsidePlan) notes.push('ngoài kế hoạch')
  return notes.length === 0 ? printFigure(figure) : `${printFigure(figure)} (${notes.join(', ')})`
}

/** Decimals an amount shows: those it was printed with, else those it has. */
export function shownDecimals({ value, decimals }: Amount): number {
  return decimals ?? value.toFixed().split('.')[1]?.length ?? 0
}
