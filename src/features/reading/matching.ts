import { fold, normaliseTones, sameDimension } from '../../domain/vietnamese/index.ts'
import type { CatalogueEntry, FieldOfWork } from './reading.store.ts'

/** How a figure that was read meets the catalogue. */
export type IndicatorMatch =
  | { readonly how: 'exact' | 'near'; readonly entry: CatalogueEntry }
  | { readonly how: 'new' }

/** A member unit with every name it goes by. */
export type NamedUnit = { readonly id: string; readonly names: readonly string[] }

/**
 * The indicator of the catalogue that a printed name means. Exact: the same words and a unit of the same dimension.
 * Near: the same words in another unit, or most of the words; a person has to look at those.
 */
export function matchIndicator(
  name: string,
  unit: string,
  catalogue: readonly CatalogueEntry[],
): IndicatorMatch {
  const key = nameKey(name)
  const same = catalogue.filter((entry) => nameKey(entry.name) === key)
  const exact = same.find((entry) => fits(entry, unit))
  if (exact) return { how: 'exact', entry: exact }
  if (same[0]) return { how: 'near', entry: same[0] }
  let best: CatalogueEntry | undefined
  let most = LEAST_LIKENESS
  for (const entry of catalogue) {
    const likeness = fits(entry, unit) ? likenessOf(key, nameKey(entry.name)) : 0
    if (likeness > most) {
      most = likeness
      best = entry
    }
  }
  return best ? { how: 'near', entry: best } : { how: 'new' }
}

/** The member unit a printed name means; abbreviations of any of its names count. */
export function matchUnit(printed: string, units: readonly NamedUnit[]): string | undefined {
  return units.find((unit) => unit.names.some((name) => sameOrganisation(printed, name)))?.id
}

/** The field of work a printed name means: "lĩnh vực công nghiệp", "ngành dịch vụ". */
export function matchField(printed: string, fields: readonly FieldOfWork[]): string | undefined {
  const key = nameKey(printed).replace(/^(?:linh vuc|nganh|khu vuc) /, '')
  if (key === '') return undefined
  return fields.find((field) => {
    const name = nameKey(field.nameVi)
    return name === key || ` ${name} `.includes(` ${key} `)
  })?.code
}

/**
 * Whether two names are of one organisation: "Sở NN&PTNT" and "Sở Nông nghiệp và Phát triển nông thôn". A word in
 * capitals stands for the first letters of as many words.
 *
 * @example sameOrganisation('Sở TT&TT tỉnh Hà Giang', 'Sở Thông tin và Truyền thông') // true
 */
export function sameOrganisation(a: string, b: string): boolean {
  const [left, right] = [partsOf(a), partsOf(b)]
  return left.length > 0 && right.length > 0 && agree(left, right, 0, 0)
}

/** The form of a name by which the catalogue is searched. */
export function nameKey(name: string): string {
  return fold(normaliseTones(name))
    .replace(/[^a-z0-9%]+/g, ' ')
    .trim()
}

/** Names that share fewer of their words are not the same indicator. */
const LEAST_LIKENESS = 0.7

function fits(entry: CatalogueEntry, unit: string): boolean {
  return unit === '' || entry.unitOfMeasure === '' || sameDimension(unit, entry.unitOfMeasure)
}

function likenessOf(a: string, b: string): number {
  const [left, right] = [new Set(a.split(' ')), new Set(b.split(' '))]
  const common = [...left].filter((word) => right.has(word)).length
  return common / (left.size + right.size - common)
}

type Part = { readonly key: string; readonly initials: boolean }

function partsOf(name: string): readonly Part[] {
  const bare = normaliseTones(name).replace(/\s+(?:tỉnh|thành phố)(?:\s+\p{Lu}.*)?$/u, '')
  return bare
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && fold(word) !== 'va')
    .map((word) => ({
      key: fold(word),
      initials: word.length > 1 && word === word.toUpperCase() && /^\p{Lu}+$/u.test(word),
    }))
}

function agree(left: readonly Part[], right: readonly Part[], i: number, j: number): boolean {
  const [a, b] = [left[i], right[j]]
  if (!a || !b) return !a && !b
  if (a.key === b.key && agree(left, right, i + 1, j + 1)) return true
  if (a.initials && standsFor(a.key, right, j) && agree(left, right, i + 1, j + a.key.length)) return true
  return b.initials && standsFor(b.key, left, i) && agree(left, right, i + b.key.length, j + 1)
}

function standsFor(initials: string, words: readonly Part[], from: number): boolean {
  return [...initials].every((letter, index) => words[from + index]?.key.startsWith(letter) ?? false)
}
