import type { Reading } from '../../db/database.ts'
import { type EffectiveRule, type EstimatesUntil, effectiveRules } from '../../domain/blocs/index.ts'
import type { BlocYear } from '../../scopes/scopes.store.ts'

/** Until when an estimate may stand in place of the official figure, by the rules of the bloc's year. */
export async function findEstimatesRule(
  db: Reading,
  year: Pick<BlocYear, 'bloc' | 'province' | 'year'>,
): Promise<EffectiveRule<EstimatesUntil>> {
  const rows = await db
    .selectFrom('ruleValue')
    .select(['key', 'value', 'fromYear', 'toYear', 'locked', 'basis', 'blocId'])
    .where('provinceId', '=', year.province.id)
    .where((where) => where.or([where('blocId', 'is', null), where('blocId', '=', year.bloc.id)]))
    .where('key', '=', 'figures.estimates_until')
    .execute()
  const rules = rows.map((row) => ({ ...row, basis: row.basis === '' ? null : row.basis }))
  const [province, bloc] = [
    rules.filter((rule) => rule.blocId === null),
    rules.filter((rule) => rule.blocId !== null),
  ]
  return effectiveRules(province, bloc, year.year)['figures.estimates_until']
}
