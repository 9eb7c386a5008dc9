import type { FieldFault } from '../actions/failure.ts'
import { err, ok, type Result } from '../domain/result.ts'
import { fold } from '../domain/vietnamese/index.ts'

const YES = new Set(['x', 'co', 'yes', 'dung', '1', 'v', 'true', 'uoc', 'dat'])
const NO = new Set(['', 'khong', 'no', 'sai', '0', 'false', 'chua', '-', 'khong dat'])

/** Yes or no as people write it into cells ("x", "Có", "0"); undefined for anything else. */
export function yesNoOf(text: string): boolean | undefined {
  const words = fold(text).trim()
  if (YES.has(words)) return true
  return NO.has(words) ? false : undefined
}

type Named = { readonly id: string; readonly code: string; readonly name: string }

/**
 * Finds the record a line is about: by its code, else by its name, whatever its capitals and tones. Of several with
 * one name the only one in use is meant.
 */
export function findNamed<T extends Named>(
  records: readonly T[],
  used: ReadonlySet<string>,
): (code: string, name: string) => Result<T, FieldFault> {
  const byCode = new Map(records.map((one) => [one.code.toLowerCase(), one]))
  const byName = Map.groupBy(records, (one) => nameKey(one.name))
  return (code, name) => {
    const coded = code === '' ? undefined : byCode.get(code.toLowerCase())
    if (coded) return ok(coded)
    const named = byName.get(nameKey(name)) ?? []
    const inUse = named.filter((one) => used.has(one.id))
    const [first, ...others] = inUse.length > 0 ? inUse : named
    if (name === '' || !first) return err({ code: 'row_unknown', params: [code || name] })
    return others.length > 0 ? err({ code: 'row_ambiguous', params: [name] }) : ok(first)
  }
}

/** "– Trong đó: xuất khẩu" and "Trong đó: Xuất khẩu" are one name. */
function nameKey(name: string): string {
  return fold(name)
    .replace(/^[\s\-–+*•]+/, '')
    .replace(/\s+/g, ' ')
    .trim()
}
