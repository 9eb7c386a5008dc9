import { printDate, printNumber } from '../../domain/vietnamese/index.ts'
import { type Lang, nameOf } from '../../i18n/words.ts'
import { recordParts, recordValues, recordWords } from './audit-record.messages.ts'

/** One part of a kept record, before and after the act, in words. */
export type RecordChange = { readonly part: string; readonly before: string; readonly after: string }

type Kept = Readonly<Record<string, unknown>>

/** A criterion of a scoring table, which names its own points. */
const CRITERION = /^[IVX]+(\.\d+)*$/
const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const CODE = /^[a-z]+(_[a-z]+)*$/
const DATE = /^\d{4}-\d{2}-\d{2}/
const DECIMAL = /^-?\d+(\.\d+)?$/

/**
 * What an act changed, part by part, in the words of officials: keys and codes without a name stay in the database.
 *
 * @param unitNames names of units by their key.
 */
export function changesOf(
  before: unknown,
  after: unknown,
  unitNames: ReadonlyMap<string, string>,
  lang: Lang,
): readonly RecordChange[] {
  const [old, now] = [keptOf(before), keptOf(after)]
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((key) => {
    const part = partName(key, lang)
    if (part === undefined) return []
    const line = {
      part,
      before: inWords(key, old[key], unitNames, lang),
      after: inWords(key, now[key], unitNames, lang),
    }
    return line.before === line.after && (line.before === '' || key in old) ? [] : [line]
  })
}

/** The keys of units that records speak of. */
export function unitKeysOf(records: readonly unknown[]): readonly string[] {
  const values = records.flatMap((one) => Object.values(keptOf(one)))
  return [...new Set(values.filter((one): one is string => typeof one === 'string' && KEY.test(one)))]
}

function keptOf(record: unknown): Kept {
  return record !== null && typeof record === 'object' && !Array.isArray(record) ? (record as Kept) : {}
}

function partName(key: string, lang: Lang): string | undefined {
  if (CRITERION.test(key)) return key
  return key in recordParts ? nameOf(recordParts, key, lang) : undefined
}

function inWords(key: string, value: unknown, unitNames: ReadonlyMap<string, string>, lang: Lang): string {
  const t = recordWords(lang)
  if (typeof value === 'boolean') return value ? t.yes : t.no
  if (typeof value === 'number') return wordOfNumber(key, String(value))
  if (typeof value !== 'string') return ''
  if (KEY.test(value)) return unitNames.get(value) ?? ''
  if (DATE.test(value)) return printDate(value.slice(0, 10))
  if (DECIMAL.test(value)) return wordOfNumber(key, value)
  const named = recordValues[key]?.[value] ?? recordValues.any?.[value]
  if (named) return named[lang]
  // A code nobody gave a name to says nothing to a reader; words of people have more than letters a–z.
  return CODE.test(value) && !FREE_TEXT.has(key) ? '' : value
}

/** Parts in which people write what they like, if only one plain word. */
const FREE_TEXT = new Set(['name', 'username', 'note', 'reason', 'title', 'unitOfMeasure', 'printed'])

function wordOfNumber(key: string, digits: string): string {
  return /year$/i.test(key) ? digits : printNumber(digits)
}
