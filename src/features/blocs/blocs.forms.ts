import { z } from 'zod'
import { type RuleKey, type RuleType, ruleCatalogue, ruleKeys } from '../../domain/blocs/index.ts'
import {
  choice,
  date,
  flag,
  id,
  optionalDate,
  optionalText,
  optionalWhole,
  text,
  version,
  whole,
} from '../../http/fields.ts'
import { waysToLead } from './leadership.actions.ts'

/** One wording a line. */
const lines = optionalText(2000).transform((value) =>
  value
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== ''),
)

const blocFields = {
  name: text(200),
  shortName: text(80),
  kind: optionalText(120),
  label: text(80),
  headLabel: text(80),
  deputyLabel: text(80),
  foundedOn: optionalDate(),
  foundingDecision: optionalText(300),
  foundingDecisionMark: choice(['confirmed', 'unverified']),
  dissolvedOn: optionalDate(),
  aliases: lines,
}

export const foundForm = z.object({ provinceId: id(), ...blocFields })

export const changeForm = z.object({ ...blocFields, version: version() })

export const memberForm = z.object({
  unitId: id(),
  fromDate: date(),
  toDate: optionalDate(),
  basis: optionalText(300),
  position: optionalWhole(0, 1000),
})

export const endMemberForm = z.object({ membershipId: id(), toDate: date(), basis: text(300) })

export const orderForm = z.object({ position: z.record(z.string(), whole(0, 1000)).default({}) })

export const leadershipForm = z.object({
  unitId: id(),
  role: choice(['head', 'deputy']),
  forYear: whole(1990, 2200),
  fromDate: date(),
  how: choice(waysToLead),
  basis: optionalText(300),
  personName: optionalText(120),
  personTitle: optionalText(120),
})

/** The form of one rule; its value is read in the shape the catalogue gives it. */
export function ruleForm(key: RuleKey) {
  return z.object({ value: ruleValue(ruleCatalogue[key].type), basis: optionalText(300) })
}

/** The form of a rule set by the province. */
export const provinceRuleForm = z.object({
  key: choice(ruleKeys as readonly RuleKey[] as readonly [RuleKey, ...RuleKey[]]),
  value: z.unknown(),
  fromYear: whole(1990, 2200),
  toYear: optionalWhole(1990, 2200),
  locked: flag(),
  basis: optionalText(300),
})

/** A rule's value as its form sends it. */
export function ruleValue(type: RuleType) {
  switch (type.kind) {
    case 'boolean':
      return choice(['true', 'false']).transform((value) => value === 'true')
    case 'integer':
      return whole(type.min, type.max)
    case 'choice':
      return choice(Object.keys(type.options) as [string, ...string[]])
    case 'list':
      // Ranks "1", "2", … beside the answers; those without a rank are left out.
      return z
        .record(z.string(), optionalWhole(1, 99))
        .default({})
        .transform((ranks) =>
          Object.entries(ranks)
            .filter((entry): entry is [string, number] => entry[1] !== null)
            .sort((a, b) => a[1] - b[1])
            .map(([option]) => option),
        )
  }
}
