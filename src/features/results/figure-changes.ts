import type { Difference } from '../../actions/failure.ts'
import { figureOf, printFigure } from '../../domain/results/index.ts'
import type { ResultContent, ResultRow } from './results.store.ts'

const comparedFields = [
  'value',
  'valueMax',
  'total',
  'unitOfMeasure',
  'isEstimate',
  'bound',
  'qualifier',
  'asOf',
  'outsidePlan',
  'fieldCode',
  'partOfId',
  'narrative',
  'printed',
  'overrideReason',
] as const

/** Whether a figure says what is stored already. */
export function sameContent(stored: ResultRow, mine: ResultContent): boolean {
  const comparisons = JSON.stringify(stored.comparisons) === JSON.stringify(mine.comparisons)
  return comparisons && comparedFields.every((field) => sameValue(stored[field], mine[field]))
}

/** "435.310" and "435.31" are one number; the database keeps the zeros that were typed. */
function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'string' || typeof b !== 'string') return false
  return /^-?\d+(\.\d+)?$/.test(a) && /^-?\d+(\.\d+)?$/.test(b) && plain(a) === plain(b)
}

function plain(number: string): string {
  return number.includes('.') ? number.replace(/\.?0+$/, '') : number
}

/** What another person stored meanwhile, beside what was to be stored. */
export function differencesOf(
  mine: ResultContent,
  stored: ResultRow | undefined,
  suffix: string,
): readonly Difference[] {
  const theirs = stored ? wordsOf(stored) : ''
  return [{ field: `value${suffix}`, before: wordsOf(mine), after: theirs }]
}

function wordsOf(content: ResultContent): string {
  const figure = figureOf(content)
  return figure ? printFigure(figure) : content.narrative
}
