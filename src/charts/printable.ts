import { tinosDraws } from './tinos.ts'

/** Stands for a character that the font of the page cannot draw. */
const replacement = '□'

/**
 * Text as it can stand in any paper: composed letters (NFC, as TCVN 6909 asks), no control characters, and no
 * invisible formatting characters, which could reverse or hide what is read. Tabs become spaces.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029|\v|\f/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}]/gu, '')
}

/**
 * Text as Tinos can draw it: PDF/A refuses a page on which a letter is missing from the embedded font, so a
 * character outside the font (an emoji, a Chinese letter) is printed as □ instead of failing the whole paper.
 */
export function drawableText(text: string): string {
  return [...cleanText(text)]
    .filter((letter) => !/\p{Variation_Selector}/u.test(letter))
    .map((letter) => (letter === '\n' || drawable(letter) ? letter : replacement))
    .join('')
}

function drawable(letter: string): boolean {
  return !/[\p{Co}\p{Cn}]/u.test(letter) && tinosDraws(letter.codePointAt(0) ?? 0)
}
