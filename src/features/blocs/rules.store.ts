import type { Reading, Writing } from '../../db/database.ts'
import type { RuleRow } from '../../domain/blocs/index.ts'

/** The rows of a province's layer, or of a bloc's. */
export async function listRules(
  db: Reading,
  provinceId: string,
  blocId: string | null,
): Promise<readonly RuleRow[]> {
  const rows = await db
    .selectFrom('ruleValue')
    .select(['key', 'value', 'fromYear', 'toYear', 'locked', 'basis'])
    .where('provinceId', '=', provinceId)
    .where('blocId', blocId === null ? 'is' : '=', blocId)
    .execute()
  return rows.map((row) => ({ ...row, basis: row.basis === '' ? null : row.basis }))
}

export type NewRule = {
  readonly provinceId: string
  readonly blocId: string | null
  readonly key: string
  readonly value: unknown
  readonly fromYear: number
  readonly toYear: number | null
  readonly locked: boolean
  readonly basis: string
}

/** Sets a value from a year on; the same year again replaces it. A value without basis stays a habit. */
export async function putRule(trx: Writing, rule: NewRule): Promise<string> {
  const value = JSON.stringify(rule.value)
  const mark = rule.basis === '' ? 'habit' : 'confirmed'
  const changes = { value, toYear: rule.toYear, locked: rule.locked, basis: rule.basis, mark }
  const row = await trx
    .insertInto('ruleValue')
    .values({ ...rule, value, mark })
    .onConflict((conflict) => conflict.constraint('rule_value_once').doUpdateSet(changes))
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Takes back a value set for a year; the layer below shows again. */
export async function dropRule(
  trx: Writing,
  rule: Pick<NewRule, 'provinceId' | 'blocId' | 'key' | 'fromYear'>,
): Promise<boolean> {
  const gone = await trx
    .deleteFrom('ruleValue')
    .where('provinceId', '=', rule.provinceId)
    .where('blocId', rule.blocId === null ? 'is' : '=', rule.blocId)
    .where('key', '=', rule.key)
    .where('fromYear', '=', rule.fromYear)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}
