import { choiceOfHeadLabels } from '../../domain/blocs/index.ts'
import { formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import { type Lang, nameOf } from '../../i18n/words.ts'
import { Card, DateInput, FieldGroup, Form, Hidden, RadioGroup, Select, TextInput } from '../../ui/index.ts'
import { handoversWords, officeNames } from './handovers.messages.ts'

export type NextLeaderProps = {
  readonly lang: Lang
  readonly action: string
  /** Offices of the next year nobody holds yet. */
  readonly offices: readonly ('head' | 'deputy')[]
  /** By turn: who has never led or led longest ago comes first. */
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly how: 'rotation' | 'appointed'
  readonly fromDate: string
  readonly again?: FormAgain | undefined
}

/** Head or deputy of the next year by turn or by decision. Folded where the head is elected or chosen already. */
export function NextLeader({ lang, action, offices, units, how, fromDate, again }: NextLeaderProps) {
  const t = handoversWords(lang)
  const [first] = offices
  if (!first) return null
  return (
    <Card>
      <details open={again?.action === action || offices.includes('head')}>
        <summary>{t.choose}</summary>
        <p class="gu-hint">{t.chooseLead}</p>
        <Form action={action} submitLabel={t.saveChoice} {...formState(again, action)}>
          {offices.length === 1 ? (
            <Hidden name="role" value={first} />
          ) : (
            <RadioGroup
              name="role"
              label={t.office}
              inline
              value={first}
              choices={offices.map((value) => ({ value, label: nameOf(officeNames, value, lang) }))}
            />
          )}
          <Select
            name="unitId"
            label={offices.length === 1 ? `${nameOf(officeNames, first, lang)}: ${t.unit}` : t.unit}
            hint={t.unitHint(
              units
                .slice(0, 3)
                .map(({ name }) => name)
                .join('; '),
            )}
            required
            choices={units.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <RadioGroup
            name="how"
            label={t.how}
            inline
            value={how}
            choices={(['rotation', 'appointed'] as const).map((value) => ({
              value,
              label: choiceOfHeadLabels[value][lang],
            }))}
          />
          <TextInput name="basis" label={t.basis} hint={t.basisHint} required />
          <FieldGroup legend={t.person} columns>
            <DateInput name="fromDate" label={t.fromDate} required value={fromDate} />
            <TextInput name="personName" label={t.person} />
            <TextInput name="personTitle" label={t.personTitle} />
          </FieldGroup>
        </Form>
      </details>
    </Card>
  )
}
