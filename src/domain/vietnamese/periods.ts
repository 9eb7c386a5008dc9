import { err, ok, type Result } from '../result.ts'
import { daysInMonth, type IsoDate, isoDate } from './calendar.ts'

/**
 * A reporting period by its id: year "2025", quarter "2025Q3", half "2025H1", first nine months "2025M9",
 * month "2025-07", school year "2024-2025S".
 */
export type PeriodId = string

/** The kinds of period that blocs report by. */
export type PeriodKind = 'year' | 'quarter' | 'half' | 'nine_months' | 'month' | 'school_year'

/** A period taken apart; `number` is the quarter, half or month, and 1 where there is only one a year. */
export type Period = { readonly kind: PeriodKind; readonly year: number; readonly number: number }

/** Why a text names no period: `empty`, `not_a_period`, `year_missing`. */
export type PeriodProblem = {
  readonly code: 'empty' | 'not_a_period' | 'year_missing'
  readonly text: string
}

/**
 * Reads a period in words or by its id. "12 tháng" and "cả năm" are the year, "3 tháng đầu năm" the first quarter.
 *
 * @param context the year of a period printed without one
 * @example parsePeriod('quý III/2025')                      // ok: '2025Q3'
 * @example parsePeriod('6 tháng đầu năm', { year: 2025 })   // ok: '2025H1'
 */
export function parsePeriod(
  text: string,
  context: { readonly year?: number } = {},
): Result<PeriodId, PeriodProblem> {
  const plain = text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
  if (plain === '') return err({ code: 'empty', text })
  const asId = text.trim().toUpperCase()
  if (readId(asId)) return ok(asId)
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(plain)
    const found = match && read(match.groups ?? {})
    if (!found) continue
    const year = match?.groups?.year === undefined ? context.year : Number(match.groups.year)
    return year === undefined ? err({ code: 'year_missing', text }) : ok(periodId({ ...found, year }))
  }
  return err({ code: 'not_a_period', text })
}

/**
 * Takes a period's id apart.
 *
 * @throws when it is no id: ids are parsed at the edge
 * @example periodOf('2025Q3') // { kind: 'quarter', year: 2025, number: 3 }
 */
export function periodOf(id: PeriodId): Period {
  const period = readId(id)
  if (!period) throw new RangeError(`not a period: ${id}`)
  return period
}

/** Whether a text is the id of a period. */
export function isPeriodId(text: string): boolean {
  return readId(text) !== undefined
}

/** The id of a period; the opposite of `periodOf`. */
export function periodId({ kind, year, number }: Period): PeriodId {
  const prefix = String(year).padStart(4, '0')
  if (kind === 'year') return prefix
  if (kind === 'quarter') return `${prefix}Q${number}`
  if (kind === 'half') return `${prefix}H${number}`
  if (kind === 'nine_months') return `${prefix}M9`
  if (kind === 'month') return `${prefix}-${String(number).padStart(2, '0')}`
  return `${prefix}-${String(year + 1).padStart(4, '0')}S`
}

/**
 * A period in report words.
 *
 * @param lang English for pages read in English; papers are Vietnamese
 * @example printPeriod('2025H1')       // '6 tháng đầu năm 2025'
 * @example printPeriod('2025Q3', 'en') // 'quarter 3 of 2025'
 * @example printPeriod('2024-2025S')   // 'năm học 2024 - 2025'
 */
export function printPeriod(id: PeriodId, lang: 'vi' | 'en' = 'vi'): string {
  const period = periodOf(id)
  return lang === 'vi' ? inVietnamese(period) : inEnglish(period)
}

function inVietnamese({ kind, year, number }: Period): string {
  if (kind === 'year') return `năm ${year}`
  if (kind === 'quarter') return `quý ${ROMAN[number - 1]}/${year}`
  if (kind === 'half') return `6 tháng ${number === 1 ? 'đầu' : 'cuối'} năm ${year}`
  if (kind === 'nine_months') return `9 tháng năm ${year}`
  if (kind === 'month') return `tháng ${number}/${year}`
  return `năm học ${year} - ${year + 1}`
}

function inEnglish({ kind, year, number }: Period): string {
  if (kind === 'year') return `year ${year}`
  if (kind === 'quarter') return `quarter ${number} of ${year}`
  if (kind === 'half') return `${number === 1 ? 'first' : 'last'} 6 months of ${year}`
  if (kind === 'nine_months') return `first 9 months of ${year}`
  if (kind === 'month') return `month ${number}/${year}`
  return `school year ${year} - ${year + 1}`
}

/**
 * The first day of a period. School years are taken from 1 September to 31 August, a habit without legal basis:
 * the decision of each year sets its own days.
 */
export function periodStart(id: PeriodId): IsoDate {
  const { year } = periodOf(id)
  return existing(isoDate(year, firstMonth(id), 1))
}

/** The last day of a period. */
export function periodEnd(id: PeriodId): IsoDate {
  const { kind, year } = periodOf(id)
  const endYear = kind === 'school_year' ? year + 1 : year
  const month = ((firstMonth(id) + LENGTHS[kind] - 2) % 12) + 1
  return existing(isoDate(endYear, month, daysInMonth(endYear, month)))
}

/**
 * Whether a date lies within a period, its first and last day included.
 *
 * @example periodContains('2025Q3', '2025-09-30') // true
 */
export function periodContains(id: PeriodId, date: IsoDate): boolean {
  return periodStart(id) <= date && date <= periodEnd(id)
}

/**
 * The period of the same kind just before. Nine months come once a year, so before them stand those of the
 * year before.
 *
 * @example previousPeriod('2025Q1') // '2024Q4'
 */
export function previousPeriod(id: PeriodId): PeriodId {
  const { kind, year, number } = periodOf(id)
  const before = {
    kind,
    year: number > 1 ? year : year - 1,
    number: number > 1 ? number - 1 : PER_YEAR[kind],
  }
  return periodId(before)
}

/**
 * The same period of the year before (cùng kỳ năm trước).
 *
 * @example samePeriodLastYear('2025H1') // '2024H1'
 */
export function samePeriodLastYear(id: PeriodId): PeriodId {
  const period = periodOf(id)
  return periodId({ ...period, year: period.year - 1 })
}

const ROMAN = ['I', 'II', 'III', 'IV'] as const
const LENGTHS = { year: 12, quarter: 3, half: 6, nine_months: 9, month: 1, school_year: 12 } as const
const PER_YEAR = { year: 1, quarter: 4, half: 2, nine_months: 1, month: 12, school_year: 1 } as const

type Groups = Readonly<Record<string, string | undefined>>
type YearPart = Omit<Period, 'year'>

/** " năm 2025", "/2025", " 2025" or nothing. */
const YEAR = String.raw`(?:(?: ?/ ?| năm | )(?<year>\d{4}))?`

const FORMS: readonly (readonly [RegExp, (groups: Groups) => YearPart | undefined])[] = [
  [/^năm học (?<year>\d{4}) ?[-–] ?(?<next>\d{4})$/, schoolYear],
  [new RegExp(`^(?:quý |q)(?<number>[1-4]|i{1,3}|iv)${YEAR}$`), quarter],
  [new RegExp(`^(?:0?6|sáu) tháng(?<half> đầu| cuối)?(?: năm)?${YEAR}$`), half],
  [new RegExp(`^(?:0?9|chín) tháng(?: đầu)?(?: năm)?${YEAR}$`), () => ({ kind: 'nine_months', number: 1 })],
  [new RegExp(`^(?:0?3|ba) tháng đầu(?: năm)?${YEAR}$`), () => ({ kind: 'quarter', number: 1 })],
  [new RegExp(`^(?:12 tháng|cả)(?: năm)?${YEAR}$`), () => ({ kind: 'year', number: 1 })],
  [/^năm (?<year>\d{4})$/, () => ({ kind: 'year', number: 1 })],
  [new RegExp(`^tháng (?<number>\\d{1,2})${YEAR}$`), month],
]

function schoolYear({ year, next }: Groups): YearPart | undefined {
  return Number(next) === Number(year) + 1 ? { kind: 'school_year', number: 1 } : undefined
}

function quarter({ number = '' }: Groups): YearPart {
  const roman = ROMAN.findIndex((numeral) => numeral.toLowerCase() === number)
  return { kind: 'quarter', number: roman < 0 ? Number(number) : roman + 1 }
}

function half(groups: Groups): YearPart {
  return { kind: 'half', number: groups.half === ' cuối' ? 2 : 1 }
}

function month({ number }: Groups): YearPart | undefined {
  const value = Number(number)
  return value >= 1 && value <= 12 ? { kind: 'month', number: value } : undefined
}

function readId(id: string): Period | undefined {
  const [, digits, rest = ''] = /^(\d{4})(.*)$/.exec(id) ?? []
  if (digits === undefined) return undefined
  const year = Number(digits)
  if (rest === '') return { kind: 'year', year, number: 1 }
  if (/^Q[1-4]$/.test(rest)) return { kind: 'quarter', year, number: Number(rest[1]) }
  if (/^H[12]$/.test(rest)) return { kind: 'half', year, number: Number(rest[1]) }
  if (rest === 'M9') return { kind: 'nine_months', year, number: 1 }
  if (/^-(?:0[1-9]|1[0-2])$/.test(rest)) return { kind: 'month', year, number: Number(rest.slice(1)) }
  if (/^-\d{4}S$/.test(rest) && Number(rest.slice(1, 5)) === year + 1)
    return { kind: 'school_year', year, number: 1 }
  return undefined
}

function firstMonth(id: PeriodId): number {
  const { kind, number } = periodOf(id)
  return kind === 'school_year' ? 9 : (number - 1) * LENGTHS[kind] + 1
}

function existing(date: IsoDate | undefined): IsoDate {
  if (date === undefined) throw new RangeError('a period has no first or last day')
  return date
}
