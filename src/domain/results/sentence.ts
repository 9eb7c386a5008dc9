import { type Comparison, printComparison } from './comparison.ts'
import { type Figure, printFigureWithNotes } from './figure.ts'

/** A figure with what it is called and what its report compares it with. */
export type StatedFigure = {
  /** Name of the indicator, as it stands inside a sentence ("giá trị sản xuất công nghiệp"). */
  readonly name: string
  /** Undefined for a result in words only. */
  readonly figure?: Figure
  /** The same told in another currency. */
  readonly otherCurrency?: Figure
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
export function figureSentence({
  name,
  figure,
  otherCurrency,
  comparisons,
  narrative = '',
}: StatedFigure): string {
  if (!figure) return narrative === '' ? capital(name) : `${capital(name)}: ${narrative}`
  const value = [figure, otherCurrency]
    .flatMap((one) => (one ? [printFigureWithNotes(one)] : []))
    .join(' và ')
  const said = figure.estimate ? `${capital(name)} ${value}` : `${capital(name)}: ${value}`
  const compared = comparisons.map(printComparison)
  return [said, ...compared, ...(narrative === '' ? [] : [narrative])].join(', ')
}

/**
 * What two indicators of one thing are called together: the words both names begin with.
 *
 * @example sharedName('Vốn đầu tư cấp mới (ngoại tệ)', 'Vốn đầu tư cấp mới (nội tệ)') // 'Vốn đầu tư cấp mới'
 */
export function sharedName(name: string, other: string): string {
  const others = other.split(' ')
  const words = name.split(' ')
  const differs = words.findIndex((word, index) => word !== others[index])
  const shared = differs < 0 ? words : words.slice(0, differs)
  return shared.length < 2 ? name : shared.join(' ')
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
