import { randomInt } from 'node:crypto'

/** Without letters and digits that are mistaken for each other. */
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** A code nobody can guess and everybody can type: "K7QF-2MXR-9T". */
export function newVerificationCode(): string {
  const signs = Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)])
  return [signs.slice(0, 4), signs.slice(4, 8), signs.slice(8)].map((group) => group.join('')).join('-')
}

/**
 * A code as it was typed, in the form in which it is kept; the empty text when it cannot be one.
 *
 * @example
 * typedCode(' k7qf 2mxr9t ') // 'K7QF-2MXR-9T'
 */
export function typedCode(text: string): string {
  const signs = text.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return signs.length === 10 ? `${signs.slice(0, 4)}-${signs.slice(4, 8)}-${signs.slice(8)}` : ''
}
