import type { Block, HeadingLevel, Sheet } from './paper.ts'
import { flatBlocks } from './words.ts'

/** Levels from the outermost to the innermost. */
export const headingLevels: readonly HeadingLevel[] = [
  'part',
  'chapter',
  'section',
  'group',
  'article',
  'clause',
]

const letters = 'abcdđeghiklmnopqrstuvxy'

/**
 * The label printed before a title.
 *
 * @example
 * headingLabel('chapter', 2) // 'Chương II'
 * headingLabel('article', 5) // 'Điều 5.'
 * headingLabel('group', 4) // 'IV.'
 */
export function headingLabel(level: HeadingLevel, number: number): string {
  switch (level) {
    case 'part':
      return `Phần ${romanNumeral(number)}`
    case 'chapter':
      return `Chương ${romanNumeral(number)}`
    case 'section':
      return `Mục ${number}`
    case 'group':
      return `${romanNumeral(number)}.`
    case 'article':
      return `Điều ${number}.`
    case 'clause':
      return `${number}.`
  }
}

/** Whether label and title of the level stand on two centred lines (phần, chương, mục). */
export function isCentred(level: HeadingLevel): boolean {
  return level === 'part' || level === 'chapter' || level === 'section'
}

/**
 * Label of a khoản or a điểm in running text. Points take the letters of the Vietnamese alphabet, đ included.
 *
 * @example
 * paragraphLabel('point', 5) // 'đ)'
 */
export function paragraphLabel(level: 'clause' | 'point', number: number): string {
  return level === 'clause' ? `${number}.` : `${letters[number - 1] ?? number})`
}

/**
 * Depth in the outline for each level in use, from 1 without gaps: a report with "I." and "1." alone has the
 * depths 1 and 2, so that readers and reading aids meet no missing level.
 */
export function outlineDepths(blocks: readonly (Block | Sheet)[]): ReadonlyMap<HeadingLevel, number> {
  const used = new Set(flatBlocks(blocks).flatMap((block) => (block.kind === 'heading' ? [block.level] : [])))
  return new Map(headingLevels.filter((level) => used.has(level)).map((level, index) => [level, index + 1]))
}

/** Roman numeral of a positive whole number below 4000. */
export function romanNumeral(number: number): string {
  let rest = number
  let roman = ''
  for (const [value, sign] of romanSigns) {
    while (rest >= value) {
      roman += sign
      rest -= value
    }
  }
  return roman
}

const romanSigns: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]
