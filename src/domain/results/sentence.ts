import { type Comparison, printComparison } from './comparison.ts'
import { type Figure, printFigureWithNotes } from './figure.ts'

/** A figure with what it is called and what its report compares it with. */
export type StatedFigure = {
  /** Name of the indicator, as it stands inside a sentence ("giá trị sản xuất công nghiệp"). */
  readonly name: string
  /** Undefined for a result in words only. */
  readonly figure?: Figure
  readonly comparisons: readonly Comparison[]
  /** What a result in words says, or a note behind the figure. */
  readonly narrative?: string
}

/**
 * A figure as reports and news say it, without the full stop.
 *
 * @example
 * figureSentence({ name: 'giá trị sản xuất công nghiệp', figure, comparisons })
 * // 'Giá trị sản xuất công nghiệp ước đạt 150.764 tỷ đồng, tăng 12,5% so với năm 2020'
 */
export function figureSentence({ name, figure, comparisons, narrative = '' }: StatedFigure): string {
  if (!figure) return narrative === '' ? capital(name) : `${capital(name)}: ${narrative}`
  const value = printFigureWithNotes(figure)
  const said = figure.estimate ? `${capital(name)} ${value}` : `${capital(name)}: ${value}`
  const compared = comparisons.map(printComparison)
  return [said, ...compared, ...(narrative === '' ? [] : [narrative])].join(', ')
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
