import { z } from 'zod'
import type { TargetRecord } from '../../domain/targets/index.ts'
import { isInclusive, readBound } from '../../domain/vietnamese/index.ts'
import {
  choice,
  id,
  optionalDate,
  optionalDecimal,
  optionalId,
  optionalText,
  optionalWhole,
  text,
  version,
} from '../../http/fields.ts'
import { comparisons, optionalQuantity } from '../../http/quantity-field.ts'
import { setters } from './setters.ts'

/** The rules a target can follow as the form offers them: kind and strictness in one answer. */
export const rules = {
  at_least: { kind: 'at_least', strict: false },
  above: { kind: 'at_least', strict: true },
  at_most: { kind: 'at_most', strict: false },
  below: { kind: 'at_most', strict: true },
  range: { kind: 'range', strict: false },
  growth: { kind: 'growth', strict: false },
  by_date: { kind: 'by_date', strict: false },
  before: { kind: 'by_date', strict: true },
  yes_no: { kind: 'yes_no', strict: false },
  level: { kind: 'level', strict: false },
  not_assigned: { kind: 'not_assigned', strict: false },
} as const satisfies Record<string, Pick<TargetRecord, 'kind' | 'strict'>>

export type Rule = keyof typeof rules
export const ruleNames = Object.keys(rules) as [Rule, ...Rule[]]

/** The form's answer for a stored target. */
export function ruleOf({ kind, strict }: Pick<TargetRecord, 'kind' | 'strict'>): Rule {
  return ruleNames.find((name) => rules[name].kind === kind && rules[name].strict === strict) ?? 'at_least'
}

const content = z.object({
  rule: choice(ruleNames),
  value: optionalQuantity(),
  valueMax: optionalDecimal(),
  byDate: optionalDate(),
  level: z.enum(['', '1', '2', '3', '4']).catch(''),
  unitOfMeasure: optionalText(60),
  baseValue: optionalDecimal(),
  baseYear: optionalWhole(1945, 2200),
  printed: optionalText(500),
  comparisons: comparisons(),
  setBy: choice(setters),
  setByNote: optionalText(300),
  basis: optionalText(500),
  note: optionalText(1000),
  suspiciousReason: optionalText(500),
  channel: choice(['screen', 'paper', 'file']),
})

export type TargetAnswers = z.output<typeof content>

export const targetForm = content
  .extend({ indicatorId: id(), version: version() })
  .transform(({ version: opened, indicatorId, ...rest }) => ({
    ...targetInput(rest),
    indicatorId,
    version: opened,
  }))

export const changeForm = content
  .extend({
    indicatorId: id(),
    reason: optionalText(1000),
    paperIssuer: optionalText(200),
    paperNumber: optionalText(100),
    paperDate: optionalDate(),
    headConsent: optionalText(300),
    version: version(),
  })
  .transform(
    ({
      indicatorId,
      reason,
      paperIssuer,
      paperNumber,
      paperDate,
      headConsent,
      version: opened,
      ...rest
    }) => ({
      ...targetInput(rest),
      indicatorId,
      reason,
      paper: paperIssuer === '' ? null : { issuer: paperIssuer, number: paperNumber || null, on: paperDate },
      headConsent,
      version: opened,
    }),
  )

export const withdrawForm = z.object({ indicatorId: id(), reason: optionalText(1000), version: version() })
export const agreeForm = z.object({ answer: optionalText(500) })
export const refuseForm = z
  .object({ refusal: optionalText(1000) })
  .transform(({ refusal }) => ({ answer: refusal }))
export const returnForm = z.object({ reason: optionalText(1000) })
export const sendForm = z.object({ channel: choice(['screen', 'paper', 'file']) })

const measure = z.object({
  name: text(300),
  unitOfMeasure: optionalText(60),
  direction: choice(['up', 'down', 'none']),
  decimals: optionalWhole(0, 12).transform((decimals) => decimals ?? 3),
  kind: choice(['level', 'growth', 'share', 'date', 'yes_no', 'narrative']),
  fieldCode: optionalText(60).transform((code) => code || null),
  partOfId: optionalId(),
  convertsToId: optionalId(),
  conversionFactor: optionalDecimal(),
  otherCurrencyOfId: optionalId(),
})

export const indicatorForm = measure.extend({ code: optionalText(80) })
export const reviseForm = measure.extend({ reason: optionalText(500), version: version() })
export const retireForm = z.object({ reason: optionalText(500) })

/** What a form or a line of a spreadsheet says, as the action takes it. A bound typed with the number ("dưới 5%") tells the rule. */
export function targetInput({ rule, level, value: typed, valueMax, unitOfMeasure, ...rest }: TargetAnswers) {
  const said = typed?.qualifier ? boundRule(typed.qualifier) : undefined
  const kind = said ?? rules[rule]
  return {
    ...rest,
    ...(typed?.valueMax ? rules.range : kind),
    value: kind.kind === 'level' ? level || null : (typed?.value ?? null),
    valueMax: typed?.valueMax ?? valueMax,
    unitOfMeasure: typed?.unitOfMeasure || unitOfMeasure,
  }
}

function boundRule(qualifier: string): (typeof rules)[Rule] | undefined {
  const { word, side } = readBound(`${qualifier} 1`)
  if (!word || side === 'about' || side === undefined) return undefined
  if (side === 'over') return isInclusive(word) ? rules.at_least : rules.above
  return isInclusive(word) ? rules.at_most : rules.below
}
