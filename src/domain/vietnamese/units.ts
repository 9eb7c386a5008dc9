import Big from 'big.js'
import { err, ok, type Result } from '../result.ts'
import { fold, normaliseTones } from './text.ts'

/**
 * A unit of measure: what is counted (`dimension`) and how big one of it is (`power` of ten of the dimension's
 * base). "triệu USD" is dimension usd, power 6; "ha" is area in m², power 4.
 */
export type Unit = {
  /** Canonical name with spaces mended, as it is printed: "triệu USD". */
  readonly name: string
  /** Stable key; a rate carries its divisor: "subscriber/100 dân". */
  readonly dimension: string
  readonly power: number
}

/** Why a value could not be converted. */
export type UnitProblem =
  | { readonly code: 'unknown_unit'; readonly unit: string }
  | { readonly code: 'other_dimension'; readonly from: string; readonly to: string }

/** The multipliers of Vietnamese quantities and their powers of ten. */
export const MULTIPLIERS = [
  { name: 'nghìn', power: 3, aliases: ['ngàn'] },
  { name: 'vạn', power: 4, aliases: [] },
  { name: 'triệu', power: 6, aliases: [] },
  { name: 'tỷ', power: 9, aliases: ['tỉ'] },
] as const

/**
 * The unit a text names, however it was spaced or cased, with any multiplier before it and any divisor
 * behind it. Typed wholly without diacritics it is understood too. Undefined for a unit that is not known.
 *
 * @example unitOf('triệuUSD')         // { name: 'triệu USD', dimension: 'usd', power: 6 }
 * @example unitOf('thuê bao/100 dân') // { name: 'thuê bao/100 dân', dimension: 'subscriber/100 dân', power: 0 }
 */
export function unitOf(text: string): Unit | undefined {
  const [numerator = '', ...divisors] = normaliseTones(text)
    .toLowerCase()
    .trim()
    .split(/\s*\/\s*/)
  const unit = multipliedUnit(numerator.replace(/\s+/g, ''))
  if (!unit || divisors.length === 0) return unit
  if (divisors.some((divisor) => divisor === '')) return undefined
  const per = divisors.map(divisorName).join('/')
  return { name: `${unit.name}/${per}`, dimension: `${unit.dimension}/${per}`, power: unit.power }
}

/**
 * Whether two units measure the same thing, so that values may be compared or added after `convert`.
 * Units that are not known are the same only when they are written the same.
 *
 * @example sameDimension('ha', 'km2') // true
 * @example sameDimension('USD', 'đồng') // false
 */
export function sameDimension(a: string, b: string): boolean {
  return dimensionOf(a) === dimensionOf(b)
}

/**
 * The same amount in another unit of its dimension. Exact: units differ by powers of ten only, and no rate
 * between currencies is ever assumed.
 *
 * @example convert('435.310', 'tỷ đồng', 'đồng') // ok: 435310000000
 */
export function convert(value: Big | string, from: string, to: string): Result<Big, UnitProblem> {
  const source = unitOf(from)
  if (!source) return err({ code: 'unknown_unit', unit: from })
  const target = unitOf(to)
  if (!target) return err({ code: 'unknown_unit', unit: to })
  if (source.dimension !== target.dimension) return err({ code: 'other_dimension', from, to })
  return ok(new Big(value).times(`1e${source.power - target.power}`))
}

/** Every base unit known by name, for lists to choose from; multipliers and divisors combine with each. */
export function knownUnits(): readonly Unit[] {
  return BASES.map(([name, dimension, power]) => ({ name, dimension, power }))
}

/** Name, dimension, power of ten, other spellings. */
const BASES: readonly (readonly [string, string, number, ...string[]])[] = [
  ['đồng', 'vnd', 0, 'vnđ', 'vnd', 'đ'],
  ['USD', 'usd', 0, 'us$', '$', 'đô la mỹ', 'đô la', 'đôla'],
  ['m2', 'area', 0, 'm²', 'mét vuông'],
  ['ha', 'area', 4, 'hecta', 'héc ta', 'héc-ta'],
  ['km2', 'area', 6, 'km²'],
  ['m', 'length', 0, 'mét'],
  ['km', 'length', 3, 'ki lô mét'],
  ['m3', 'volume', 0, 'm³', 'mét khối'],
  ['kg', 'mass', 0, 'ki lô gam'],
  ['tạ', 'mass', 2],
  ['tấn', 'mass', 3],
  ['kWh', 'energy', 0],
  ['MW', 'power', 0],
  ['cây', 'tree', 0],
  ['con', 'animal', 0],
  ['người', 'person', 0],
  ['hộ', 'household', 0, 'hộ gia đình'],
  ['lượt', 'turn', 0],
  ['lượt người', 'person_turn', 0],
  ['lượt dự án', 'project_turn', 0],
  ['dự án', 'project', 0],
  ['tin bài', 'news_item', 0, 'tin', 'bản tin', 'tin, bài'],
  ['thuê bao', 'subscriber', 0],
  ['thôn', 'village', 0, 'thôn, bản', 'thôn bản'],
  ['xã', 'commune', 0],
  ['nhãn hiệu', 'trademark', 0],
  ['chỉ dẫn địa lý', 'geographical_indication', 0],
  ['cơ sở', 'site', 0],
  ['kế hoạch', 'plan', 0],
  ['đơn vị', 'organisation', 0],
  ['doanh nghiệp', 'enterprise', 0],
  ['tập thể', 'collective', 0],
  ['cá nhân', 'individual', 0],
  ['văn bản', 'document', 0],
  ['hồ sơ', 'dossier', 0],
  ['thủ tục', 'procedure', 0],
  ['sáng kiến', 'initiative', 0],
  ['đề tài', 'study', 0],
  ['sản phẩm', 'product', 0],
  ['cuộc', 'event', 0],
  ['buổi', 'session', 0],
  ['lớp', 'class', 0],
  ['vụ', 'case', 0],
  ['điểm', 'point', 0],
  ['điểm %', 'percentage_point', 0, 'điểm phần trăm'],
  ['%', 'percent', 0, 'phần trăm'],
]

/** Divisors often seen, so that they too are understood without diacritics. */
const DIVISORS = ['năm', 'quý', 'tháng', 'ngày', 'người', 'hộ', 'ha', '100 dân', '1.000 dân']

const COUNT: Unit = { name: '', dimension: 'count', power: 0 }
const EXACT_NAMES = new Map<string, Unit>()
const FOLDED_NAMES = new Map<string, Unit>()
const PREFIXES: readonly { readonly key: string; readonly name: string; readonly power: number }[] =
  MULTIPLIERS.flatMap(({ name, power, aliases }) => [name, ...aliases].map((key) => ({ key, name, power })))

for (const [name, dimension, power, ...aliases] of BASES) {
  for (const alias of [name, ...aliases]) {
    const key = alias.toLowerCase().replace(/\s+/g, '')
    // "bản tin" keeps its own word in print; all other aliases are spellings of one word.
    const printed = keepsWord(dimension) ? alias : name
    EXACT_NAMES.set(key, { name: printed, dimension, power })
    if (!FOLDED_NAMES.has(fold(key))) FOLDED_NAMES.set(fold(key), { name: printed, dimension, power })
  }
}

function keepsWord(dimension: string): boolean {
  return dimension === 'news_item' || dimension === 'village'
}

function divisorName(text: string): string {
  const plain = text.replace(/\s+/g, ' ')
  return DIVISORS.find((divisor) => divisor === plain || fold(divisor) === plain) ?? plain
}

function multipliedUnit(key: string): Unit | undefined {
  return (
    findUnit(key, EXACT_NAMES, (text) => text) ??
    (isPlain(key) ? findUnit(key, FOLDED_NAMES, fold) : undefined)
  )
}

function findUnit(
  key: string,
  names: ReadonlyMap<string, Unit>,
  spell: (text: string) => string,
): Unit | undefined {
  const whole = names.get(key)
  if (whole) return whole
  for (const prefix of PREFIXES) {
    if (!key.startsWith(spell(prefix.key))) continue
    const rest = key.slice(prefix.key.length)
    const base = rest === '' ? COUNT : names.get(rest)
    if (base)
      return {
        name: `${prefix.name} ${base.name}`.trim(),
        dimension: base.dimension,
        power: base.power + prefix.power,
      }
  }
  return undefined
}

/** Without any diacritics it was typed in haste; with some, a missing one would make another word. */
function isPlain(key: string): boolean {
  return fold(key) === key
}

function dimensionOf(text: string): string {
  return unitOf(text)?.dimension ?? `?${normaliseTones(text).toLowerCase().replace(/\s+/g, '')}`
}
