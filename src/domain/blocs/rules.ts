import type { Bilingual } from '../bilingual.ts'
import type { Mark } from '../law/mark.ts'
import { type RuleKey, type RuleType, type RuleValues, ruleCatalogue, ruleKeys } from './rule-catalogue.ts'

/** A rule set by a province or a bloc for some years. The value is checked against the catalogue. */
export type RuleRow = {
  readonly key: string
  readonly value: unknown
  readonly fromYear: number
  readonly toYear: number | null
  /** The decision or the adopted regulation behind it; without one the rule stays a habit. */
  readonly basis: string | null
  /** Only a province locks: a locked rule beats the bloc's own. */
  readonly locked?: boolean
}

/** Which layer a value comes from. */
export type RuleOrigin = 'default' | 'province' | 'bloc'

/** A rule in force in a year. */
export type EffectiveRule<V> = {
  readonly value: V
  readonly origin: RuleOrigin
  readonly mark: Mark
  readonly basis: Bilingual
  /** True when the bloc may not change it. */
  readonly locked: boolean
  /** True when the bloc set its own value and the province's lock set it aside. */
  readonly blocSetAside: boolean
}

/** The rules of a bloc's year. */
export type EffectiveRules = { readonly [K in RuleKey]: EffectiveRule<RuleValues[K]> }

/** A row that cannot be used. */
export type RuleFault = { readonly code: 'unknown_key' | 'bad_value'; readonly key: string }

/**
 * The rules in force in a year. A locked rule of the province beats the bloc's; otherwise the bloc's beats the
 * province's, and both beat the default. Each value carries its origin and its mark.
 *
 * @example
 * effectiveRules(province, bloc, 2026)['voting.quorum'].value // 'two_thirds'
 */
export function effectiveRules(
  provinceRows: readonly RuleRow[],
  blocRows: readonly RuleRow[],
  year: number,
): EffectiveRules {
  const entries = ruleKeys.map((key) => [key, effective(key, provinceRows, blocRows, year)])
  return Object.fromEntries(entries) as EffectiveRules
}

/** Rows that name no known rule or hold a value the rule does not take; they are left out of the rules in force. */
export function ruleFaults(rows: readonly RuleRow[]): readonly RuleFault[] {
  return rows.flatMap(({ key, value }): RuleFault[] => {
    if (!isRuleKey(key)) return [{ code: 'unknown_key', key }]
    return accepts(ruleCatalogue[key].type, value) ? [] : [{ code: 'bad_value', key }]
  })
}

/** True when a value fits the form of a rule. */
export function accepts(type: RuleType, value: unknown): boolean {
  switch (type.kind) {
    case 'boolean':
      return typeof value === 'boolean'
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value) && value >= type.min && value <= type.max
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(type.options, value)
    case 'list':
      return (
        Array.isArray(value) &&
        new Set(value).size === value.length &&
        value.every((item) => typeof item === 'string' && Object.hasOwn(type.options, item))
      )
  }
}

function effective(
  key: RuleKey,
  provinceRows: readonly RuleRow[],
  blocRows: readonly RuleRow[],
  year: number,
): EffectiveRule<unknown> {
  const province = rowOf(key, provinceRows, year)
  const bloc = rowOf(key, blocRows, year)
  const locked = province?.locked === true
  if (bloc !== null && !locked) return fromRow(bloc, 'bloc', false, false)
  if (province !== null) return fromRow(province, 'province', locked, locked && bloc !== null)
  const { default: value, mark, basis } = ruleCatalogue[key]
  return { value, origin: 'default', mark, basis, locked: false, blocSetAside: false }
}

/** The latest usable row of a year. */
function rowOf(key: RuleKey, rows: readonly RuleRow[], year: number): RuleRow | null {
  const usable = rows.filter(
    (row) =>
      row.key === key &&
      row.fromYear <= year &&
      (row.toYear === null || year <= row.toYear) &&
      accepts(ruleCatalogue[key].type, row.value),
  )
  return usable.reduce<RuleRow | null>(
    (best, row) => (best === null || row.fromYear >= best.fromYear ? row : best),
    null,
  )
}

function fromRow(
  row: RuleRow,
  origin: RuleOrigin,
  locked: boolean,
  blocSetAside: boolean,
): EffectiveRule<unknown> {
  const common = { value: row.value, origin, locked, blocSetAside }
  return row.basis === null
    ? { ...common, mark: 'habit', basis: { vi: 'chưa ghi căn cứ', en: 'no basis given' } }
    : { ...common, mark: 'confirmed', basis: { vi: row.basis, en: row.basis } }
}

function isRuleKey(key: string): key is RuleKey {
  return Object.hasOwn(ruleCatalogue, key)
}
