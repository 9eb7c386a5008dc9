import Big from 'big.js'
import type { Reading as Facts, Indicator } from '../../domain/reading/reading.types.ts'
import {
  type ComparisonRecord,
  comparisonOf,
  type Finding,
  figureOf,
  needsReason,
  printComparison,
  printFigureWithNotes,
  suspicions,
} from '../../domain/results/index.ts'
import {
  type IsoDate,
  isPeriodId,
  parseDate,
  parsePeriod,
  parseQuantity,
  printNumber,
} from '../../domain/vietnamese/index.ts'
import { matchField, matchIndicator, matchUnit, type NamedUnit, nameKey } from './matching.ts'
import type { CatalogueEntry, FieldOfWork, StoredFigure } from './reading.store.ts'

/** Whose figure it is, in one word: a unit, a field of the bloc, or the bloc as a whole. */
export type OwnerCode = `unit:${string}` | `field:${string}` | 'bloc'

/** What a figure that was read would be saved as; a person confirms or changes it. */
export type Proposal = {
  readonly index: number
  readonly quote: string
  readonly start: number
  /** Whether it is taken unless a person drops it: matched, and nothing doubtful about it. */
  readonly take: boolean
  readonly how: 'exact' | 'near' | 'new'
  /** The indicator in the words of the form: its name in the catalogue, or as printed. */
  readonly name: string
  readonly owner: OwnerCode | ''
  readonly reporter: string
  readonly kind: 'result' | 'target'
  readonly period: string
  /** The figure in report words: "ước đạt trên 3.720 triệu USD". */
  readonly figure: string
  readonly asOf: IsoDate | null
  readonly comparisons: readonly string[]
  readonly doubts: readonly Doubt[]
  readonly stored: Stored | undefined
}

/** What is doubtful about a figure. */
export type Doubt =
  | { readonly kind: 'reader'; readonly code: string; readonly message: string; readonly wouldBe: string }
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'other_name'; readonly printed: string }
  | { readonly kind: 'repeated'; readonly before: number }
  | { readonly kind: 'owner_unknown'; readonly printed: string }

/** What stands in the same place already. */
export type Stored = {
  readonly words: string
  readonly same: boolean
  readonly version: number
  readonly placeKey: string
}

/** Everything the figures of a report are held against. */
export type Surroundings = {
  readonly year: number
  /** The unit the report was handed in for; null for a report of the bloc. */
  readonly unitId: string | null
  readonly catalogue: readonly CatalogueEntry[]
  readonly units: readonly NamedUnit[]
  readonly fields: readonly FieldOfWork[]
  readonly stored: readonly StoredFigure[]
  /** The period the head of the report names: "2021H1"; null for the whole year. */
  readonly period: string | null
}

/** What a person chose instead, by the number of the figure. */
export type Choice = Partial<Pick<Proposal, 'name' | 'owner' | 'kind' | 'period' | 'figure'>>

/** The figures of a report as they would be saved. */
export function proposalsOf(
  facts: Facts,
  around: Surroundings,
  chosen: (index: number) => Choice = () => ({}),
): readonly Proposal[] {
  const seen = new Map<string, number>()
  return facts.indicators.map((fact, index) => {
    const one = proposalOf(fact, index, facts, around, chosen(index))
    const at = `${nameKey(one.name)}|${one.owner}|${one.period}|${one.kind}`
    const before = seen.get(at)
    if (one.owner !== '' && before === undefined) seen.set(at, index)
    if (before === undefined) return one
    return { ...one, take: false, doubts: [...one.doubts, { kind: 'repeated', before }] }
  })
}

/** The label by which an indicator is chosen: two of one name differ by their unit. */
export function labelOf(entry: Pick<CatalogueEntry, 'name' | 'unitOfMeasure'>): string {
  return entry.unitOfMeasure === '' ? entry.name : `${entry.name} (${entry.unitOfMeasure})`
}

/** The indicator of the catalogue that a label or a name in a form means. */
export function entryNamed(
  typed: string,
  unit: string,
  catalogue: readonly CatalogueEntry[],
): CatalogueEntry | undefined {
  const key = nameKey(typed)
  const labelled = catalogue.find((entry) => nameKey(labelOf(entry)) === key)
  if (labelled) return labelled
  const match = matchIndicator(typed, unit, catalogue)
  return match.how === 'exact' ? match.entry : undefined
}

/** The comparisons of a figure as they are stored: their base stands without "so với". */
export function comparisonsOf(fact: Indicator): readonly ComparisonRecord[] {
  return (fact.comparisons ?? []).map(({ base, ...one }) => {
    const bare = base?.replace(/^so(?: với)? /i, '')
    return bare ? { ...one, base: bare } : one
  })
}

/** One word for a place that holds one figure, to notice that a form was changed to another. */
export function placeKey(indicatorId: string, owner: OwnerCode, period: string, kind: string): string {
  return [indicatorId, owner.startsWith('unit:') ? owner : 'bloc', period, kind].join(' ')
}

function proposalOf(
  fact: Indicator,
  index: number,
  facts: Facts,
  around: Surroundings,
  choice: Choice,
): Proposal {
  const match = matchIndicator(fact.name, fact.unit, around.catalogue)
  const found = match.how === 'new' ? undefined : match.entry
  const entry = choice.name === undefined ? found : entryNamed(choice.name, fact.unit, around.catalogue)
  const how = choice.name === undefined ? match.how : entry ? 'exact' : 'new'
  const owner = choice.owner ?? ownerOf(fact, facts, around)
  const kind = choice.kind ?? (fact.target ? 'target' : 'result')
  const { period: read, asOf } = whenOf(fact, facts, around)
  const period = choice.period ?? read
  const figure = choice.figure ?? figureWords(fact)
  const stored = entry && owner !== '' ? storedAt(entry, owner, period, kind, figure, around) : undefined
  const doubts: Doubt[] = [
    ...readerDoubts(fact, index, facts),
    ...findingDoubts(fact, figure, entry),
    ...(how === 'near' ? [{ kind: 'other_name' as const, printed: fact.name }] : []),
    ...(owner === '' ? [{ kind: 'owner_unknown' as const, printed: fact.reportingUnit ?? '' }] : []),
  ]
  return {
    index,
    quote: fact.quote,
    start: fact.start,
    take: how === 'exact' && doubts.length === 0 && stored === undefined,
    how,
    name: choice.name ?? (entry ? labelOf(entry) : capital(fact.name)),
    owner,
    reporter: fact.reportingUnit ?? '',
    kind,
    period,
    figure,
    asOf,
    comparisons: comparisonsOf(fact).map((one) => printComparison(comparisonOf(one))),
    doubts,
    stored,
  }
}

function ownerOf(fact: Indicator, facts: Facts, around: Surroundings): OwnerCode | '' {
  const printed = fact.reportingUnit ?? ''
  const named = printed === '' ? undefined : matchUnit(printed, around.units)
  if (named) return `unit:${named}`
  if (around.unitId) return `unit:${around.unitId}`
  const field = printed === '' ? undefined : matchField(printed, around.fields)
  if (field) return `field:${field}`
  if (printed !== '') return ''
  // A report without a bloc is one unit's own.
  const alone = facts.units.length === 1 ? matchUnit(facts.units[0] ?? '', around.units) : undefined
  return alone ? `unit:${alone}` : ''
}

function whenOf(
  fact: Indicator,
  facts: Facts,
  around: Surroundings,
): { readonly period: string; readonly asOf: IsoDate | null } {
  const reported = facts.year ?? around.year
  const printed = (fact.period ?? '').toLowerCase()
  const read = parsePeriod(printed, { year: reported })
  if (read.ok) return { period: read.value, asOf: null }
  const day = parseDate(printed.replace(/^đến (?:ngày )?/, ''), { year: reported })
  return { period: around.period ?? String(reported), asOf: day.ok ? day.value : null }
}

/** The figure in report words; without its hedges where those cannot be read back. */
function figureWords(fact: Indicator): string {
  const second =
    fact.total !== undefined
      ? `/${printNumber(new Big(fact.total))}`
      : fact.valueMax !== undefined
        ? ` - ${printNumber(new Big(fact.valueMax))}`
        : ''
  const bare = `${printNumber(new Big(fact.value))}${second} ${fact.unit}`.trim()
  const qualifiers = (fact.qualifier ?? '').split(/[\s,]+/).filter(Boolean)
  const hedged = [qualifiers.includes('ước') ? 'ước' : '', ...qualifiers.filter((word) => word !== 'ước')]
  const whole = [...hedged.filter(Boolean), bare].join(' ')
  const bound = parseQuantity(whole)
  if (bound.ok && bound.value.value.eq(fact.value)) return whole
  const estimate = qualifiers.includes('ước') ? `ước ${bare}` : bare
  return parseQuantity(estimate).ok ? estimate : bare
}

function readerDoubts(fact: Indicator, index: number, facts: Facts): readonly Doubt[] {
  const codes = (fact.warnings ?? []).filter((code) => code !== 'suspicious')
  return codes.map((code) => ({
    kind: 'reader' as const,
    code,
    message: facts.warnings.find((one) => one.code === code && one.start === fact.start)?.message ?? '',
    wouldBe: code === 'unit-scale' ? withMultiplier(fact, index, facts) : '',
  }))
}

/** "980 USD" beside "1.218 triệu USD" may be 980 triệu USD. */
function withMultiplier(fact: Indicator, index: number, facts: Facts): string {
  const neighbour = facts.indicators
    .slice(Math.max(0, index - 6), index + 7)
    .find((one) => one.unit !== fact.unit && one.unit.toLowerCase().endsWith(` ${fact.unit.toLowerCase()}`))
  return neighbour ? `${printNumber(new Big(fact.value))} ${neighbour.unit}` : ''
}

function findingDoubts(fact: Indicator, words: string, entry: CatalogueEntry | undefined): readonly Doubt[] {
  const read = parseQuantity(words)
  if (!entry || !read.ok || entry.unitOfMeasure === '') return []
  if (fact.warnings?.includes('unit-scale')) return []
  return suspicions(read.value, { indicatorUnit: entry.unitOfMeasure })
    .filter(needsReason)
    .map((finding) => ({ kind: 'finding' as const, finding }))
}

function storedAt(
  entry: CatalogueEntry,
  owner: OwnerCode,
  period: string,
  kind: 'result' | 'target',
  words: string,
  around: Surroundings,
): Stored | undefined {
  const unitId = owner.startsWith('unit:') ? owner.slice(5) : null
  const held = around.stored.find(
    (one) =>
      one.indicatorId === entry.id &&
      one.unitId === unitId &&
      one.period === period &&
      one.target === (kind === 'target'),
  )
  const figure = held && figureOf(held)
  if (!held || !figure) return undefined
  const read = parseQuantity(words)
  const same =
    read.ok &&
    read.value.value.eq(figure.value) &&
    (read.value.unit ?? entry.unitOfMeasure).toLowerCase() === (figure.unit ?? '').toLowerCase() &&
    (held.target || read.value.estimate === held.isEstimate)
  const key = placeKey(entry.id, owner, period, kind)
  return { words: printFigureWithNotes(figure), same, version: held.version, placeKey: key }
}

/**
 * The part of a year that the head of a report is about; null for the whole year.
 *
 * @example reportPeriod('BÁO CÁO SƠ KẾT 6 THÁNG ĐẦU NĂM 2021', 2021) // '2021H1'
 */
export function reportPeriod(text: string, year: number): string | null {
  const head = text.slice(0, HEAD).normalize('NFC').toLowerCase()
  const [named] = /(?:6|sáu) tháng đầu năm|9 tháng đầu năm|quý (?:iv|i{1,3})(?!\p{L})/u.exec(head) ?? []
  if (named === undefined || head.includes('tổng kết')) return null
  const read = parsePeriod(named.replace('sáu', '6'), { year })
  return read.ok ? read.value : null
}

/** Characters in which a report says what it is about. */
const HEAD = 300

/** Periods a figure of a year may belong to; the year after is for targets. */
export function periodsOf(year: number, also: readonly string[]): readonly string[] {
  const usual = [`${year}`, `${year}H1`, `${year}Q1`, `${year}Q2`, `${year}Q3`, `${year}Q4`]
  return [...new Set([...usual, `${year - 1}`, `${year + 1}`, ...also.filter(isPeriodId)])]
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
