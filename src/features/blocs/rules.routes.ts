import {
  effectiveRules,
  type RuleKey,
  type RuleValues,
  ruleCatalogue,
  ruleKeys,
} from '../../domain/blocs/index.ts'
import { err, ok } from '../../domain/result.ts'
import { dateParts } from '../../domain/vietnamese/index.ts'
import { type Ask, mayHere, param, query, yearOf } from '../../http/ask.ts'
import { type FormAgain, type Place, page, type Route, write } from '../../http/feature.ts'
import { type FormBody, parseForm } from '../../http/form.ts'
import { frameOf } from '../../http/frame.ts'
import { inOwnProvince, inYear } from '../../http/places.ts'
import { provinceRuleForm, ruleForm, ruleValue } from './blocs.forms.ts'
import { blocsWords } from './blocs.messages.ts'
import { blocsPaths } from './blocs.paths.ts'
import { listProvinces } from './blocs.store.ts'
import { dropBlocRule, setProvinceRule, setRule } from './rules.actions.ts'
import { ProvinceRulesPage, RulePage, RulesPage } from './rules.page.tsx'
import { listRules } from './rules.store.ts'

/** One rule of a year. */
const atRule: Place = async (ask) => (isRuleKey(ask.c.req.param('key') ?? '') ? inYear(ask) : undefined)

export const ruleRoutes: readonly Route[] = [
  page({ path: blocsPaths.rules.route, permission: 'year.read', place: inYear, show: showRules }),
  page({ path: blocsPaths.setRule.route, permission: 'rule.bloc', place: atRule, show: showRule }),
  write({
    path: blocsPaths.setRule.route,
    permission: 'rule.bloc',
    audit: 'rule.set',
    place: atRule,
    action: setRule,
    read: readRule,
    next: rulesHref,
    said: (ask) => blocsWords(ask.lang).ruleSet,
    again: showRule,
  }),
  write({
    path: blocsPaths.dropRule.route,
    permission: 'rule.bloc',
    audit: 'rule.dropped',
    place: atRule,
    action: dropBlocRule,
    read: (ask) => ok({ blocYearId: yearOf(ask).id, key: keyOf(ask) }),
    next: rulesHref,
    said: (ask) => blocsWords(ask.lang).ruleDropped,
    again: showRule,
  }),
  page({
    path: blocsPaths.provinceRules,
    permission: 'rule.province',
    place: inOwnProvince,
    show: showProvinceRules,
  }),
  write({
    path: blocsPaths.provinceRules,
    permission: 'rule.province',
    audit: 'rule.set_by_province',
    place: inOwnProvince,
    action: setProvinceRule,
    read: readProvinceRule,
    next: () => blocsPaths.provinceRules,
    said: (ask) => blocsWords(ask.lang).provinceRuleSet,
    again: showProvinceRules,
  }),
]

function isRuleKey(key: string): key is RuleKey {
  return (ruleKeys as readonly string[]).includes(key)
}

function keyOf(ask: Ask): RuleKey {
  const key = param(ask, 'key')
  if (!isRuleKey(key)) throw new Error('The place of this route lets only known rules in')
  return key
}

function rulesHref(ask: Ask): string {
  const { bloc, year } = yearOf(ask)
  return blocsPaths.rules.at(bloc.slug, year)
}

async function rulesOf(ask: Ask) {
  const { bloc, province, year } = yearOf(ask)
  return effectiveRules(
    await listRules(ask.db, province.id, null),
    await listRules(ask.db, province.id, bloc.id),
    year,
  )
}

async function showRules(ask: Ask) {
  const { bloc, year } = yearOf(ask)
  const t = blocsWords(ask.lang)
  return RulesPage({
    frame: frameOf(ask),
    eyebrow: `${bloc.name} ${year}`,
    title: t.rulesTitle,
    lead: t.rulesLead,
    rules: await rulesOf(ask),
    ...(mayHere(ask, 'rule.bloc')
      ? { changeHref: (key) => blocsPaths.setRule.at(bloc.slug, year, key) }
      : {}),
  })
}

async function showRule(ask: Ask, again?: FormAgain) {
  const { bloc, year } = yearOf(ask)
  const key = keyOf(ask)
  return RulePage({
    frame: frameOf(ask),
    eyebrow: `${bloc.name} ${year}`,
    ruleKey: key,
    rules: await rulesOf(ask),
    action: blocsPaths.setRule.at(bloc.slug, year, key),
    dropAction: blocsPaths.dropRule.at(bloc.slug, year, key),
    back: rulesHref(ask),
    again,
  })
}

function readRule(ask: Ask, body: FormBody) {
  const key = keyOf(ask)
  const form = parseForm(ruleForm(key), body)
  if (!form.ok) return form
  const value = form.value.value as RuleValues[RuleKey]
  return ok({ blocYearId: yearOf(ask).id, key, value, basis: form.value.basis })
}

async function showProvinceRules(ask: Ask, again?: FormAgain) {
  const provinceId = ask.scope.provinceId ?? ''
  const { year } = dateParts(ask.today)
  const provinces = await listProvinces(ask.db)
  const asked = again ? String(again.values.key ?? '') : query(ask, 'muc')
  return ProvinceRulesPage({
    frame: frameOf(ask),
    province: provinces.find((one) => one.id === provinceId)?.name ?? '',
    rules: effectiveRules(await listRules(ask.db, provinceId, null), [], year),
    year,
    chosen: isRuleKey(asked) ? asked : null,
    again,
  })
}

function readProvinceRule(ask: Ask, body: FormBody) {
  const form = parseForm(provinceRuleForm, body)
  if (!form.ok) return form
  const value = ruleValue(ruleCatalogue[form.value.key].type).safeParse(form.value.value)
  if (!value.success) return err({ value: { code: 'rule_value_wrong' } })
  return ok({
    ...form.value,
    value: value.data as RuleValues[RuleKey],
    provinceId: ask.scope.provinceId ?? '',
  })
}
