import { action, done } from '../../actions/action.ts'
import { refuse, refuseField } from '../../actions/failure.ts'
import {
  accepts,
  effectiveRules,
  type RuleKey,
  type RuleValues,
  ruleCatalogue,
} from '../../domain/blocs/index.ts'
import { findYearById, yearScope } from '../../scopes/scopes.store.ts'
import { dropRule, listRules, putRule } from './rules.store.ts'

export type SetRuleInput = {
  readonly blocYearId: string
  readonly key: RuleKey
  readonly value: RuleValues[RuleKey]
  /** The adopted regulation behind it; without one the rule stays a habit. */
  readonly basis: string
}

/** A bloc sets one of its rules from a year on; refused where the province has locked it. */
export const setRule = action({
  permission: 'rule.bloc',
  audit: 'rule.set',
  scope: (db, input: SetRuleInput, today) => yearScope(db, input.blocYearId, today),
  run: async (trx, input, deed) => {
    const year = await findYearById(trx, input.blocYearId, deed.today)
    if (!year) return refuse('not_found')
    if (!accepts(ruleCatalogue[input.key].type, input.value)) return refuseField('value', 'rule_value_wrong')
    const { province, bloc } = year
    const blocRows = await listRules(trx, province.id, bloc.id)
    const before = effectiveRules(await listRules(trx, province.id, null), blocRows, year.year)[input.key]
    if (before.locked) return refuse('rule_locked')
    const rule = {
      ...input,
      provinceId: province.id,
      blocId: bloc.id,
      fromYear: year.year,
      toYear: null,
      locked: false,
    }
    const ruleId = await putRule(trx, keep(rule))
    return done({ ruleId }, { entity: 'rule', entityId: ruleId, before, after: input })
  },
})

export type DropRuleInput = { readonly blocYearId: string; readonly key: RuleKey }

/** A bloc gives up its own value of a year; the province's, or the proposed one, holds again. */
export const dropBlocRule = action({
  permission: 'rule.bloc',
  audit: 'rule.dropped',
  scope: (db, input: DropRuleInput, today) => yearScope(db, input.blocYearId, today),
  run: async (trx, input, deed) => {
    const year = await findYearById(trx, input.blocYearId, deed.today)
    if (!year) return refuse('not_found')
    const rule = { provinceId: year.province.id, blocId: year.bloc.id, key: input.key, fromYear: year.year }
    if (!(await dropRule(trx, rule))) return refuse('rule_not_of_this_year')
    return done({}, { entity: 'rule', entityId: input.key, before: input })
  },
})

export type SetProvinceRuleInput = {
  readonly provinceId: string
  readonly key: RuleKey
  readonly value: RuleValues[RuleKey]
  readonly fromYear: number
  readonly toYear: number | null
  /** Its blocs may not set a value of their own. */
  readonly locked: boolean
  readonly basis: string
}

/** The province sets a rule for all its blocs; locked only with the decision it rests on. */
export const setProvinceRule = action({
  permission: 'rule.province',
  audit: 'rule.set_by_province',
  scope: async (_db, input: SetProvinceRuleInput) => ({ provinceId: input.provinceId }),
  run: async (trx, input) => {
    if (!accepts(ruleCatalogue[input.key].type, input.value)) return refuseField('value', 'rule_value_wrong')
    if (input.locked && input.basis === '') return refuseField('basis', 'rule_lock_needs_basis')
    const ruleId = await putRule(trx, keep({ ...input, blocId: null }))
    return done({ ruleId }, { entity: 'rule', entityId: ruleId, after: input })
  },
})

function keep<T extends Parameters<typeof putRule>[1]>(rule: T): Parameters<typeof putRule>[1] {
  const { provinceId, blocId, key, value, fromYear, toYear, locked, basis } = rule
  return { provinceId, blocId, key, value, fromYear, toYear, locked, basis }
}
