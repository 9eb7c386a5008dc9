import Big from 'big.js'
import { printNumber } from '../domain/vietnamese/index.ts'

/** Digits that a workbook keeps of a number; what a person sees never has more. */
const KEPT_DIGITS = 15

/**
 * The number of a cell that stands for a figure, or undefined where a workbook would change it and the figure has to
 * stand as words.
 *
 * @example numberFor('9105.326')            // 9105.326
 * @example numberFor('12345678901234567.8') // undefined
 */
export function numberFor(figure: string): number | undefined {
  const exact = new Big(figure)
  if (exact.c.length > KEPT_DIGITS || Math.abs(exact.e) > 300) return undefined
  return Number(figure)
}

/**
 * The figure of a number cell, as plain decimals: up to fifteen digits what was stored, beyond them what a spreadsheet
 * shows.
 *
 * @example figureOfCell('324.71000000000004') // '324.71'
 * @example figureOfCell('4.3531E11')          // '435310000000'
 */
export function figureOfCell(stored: string): string | undefined {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/.test(stored)) return undefined
  const exact = new Big(stored.replace(/^\+/, ''))
  return (exact.c.length > KEPT_DIGITS ? exact.prec(KEPT_DIGITS) : exact).toFixed()
}

/** A figure as Vietnamese readers write it, so that one parser reads cells and forms. */
export function wordsOfFigure(figure: string): string {
  return printNumber(figure)
}

/**
 * The format that shows a figure with all of its decimals.
 *
 * @example formatFor('9105.320') // '#,##0.000'
 */
export function formatFor(figure: string): string {
  const decimals = /\.(\d+)$/.exec(figure)?.[1]?.length ?? 0
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
}
