import { printNumber } from '../../domain/vietnamese/index.ts'
import { FieldGroup, NumberInput, type PageFrame, Select, TextInput } from '../../ui/index.ts'
import { catalogueWords } from './catalogue.messages.ts'
import type { FieldRow, IndicatorRow } from './indicators.store.ts'
import { indicatorGroups } from './target-form.page.tsx'
import { targetsWords } from './targets.messages.ts'

type FieldsProps = {
  readonly frame: PageFrame
  readonly indicators: readonly IndicatorRow[]
  readonly fields: readonly FieldRow[]
  /** The indicator that is revised; none when one is added. */
  readonly indicator?: IndicatorRow
}

/** What is asked about an indicator, whether it is added or revised. */
export function IndicatorFields({ frame, indicators, fields, indicator }: FieldsProps) {
  const t = targetsWords(frame.lang)
  const c = catalogueWords(frame.lang)
  const others = indicators.filter((one) => one.code !== indicator?.code || one.shared !== indicator.shared)
  const groups = indicatorGroups(others, frame.lang, t.noField)
  const named = fields.map((field) => ({
    value: field.code,
    label: frame.lang === 'vi' ? field.nameVi : field.nameEn,
  }))
  const kinds = (['level', 'share', 'growth', 'date', 'yes_no', 'narrative'] as const).map((value) => ({
    value,
    label: t[`kind_${value}`],
  }))
  const directions = (['up', 'down', 'none'] as const).map((value) => ({
    value,
    label: t[`direction_${value}`],
  }))
  const factor = indicator?.conversionFactor
  return (
    <>
      <FieldGroup legend={t.indicator} columns>
        <TextInput name="name" label={t.name} value={indicator?.name ?? ''} required />
        <TextInput
          name="unitOfMeasure"
          label={t.unitOfMeasure}
          value={indicator?.unitOfMeasure ?? ''}
          narrow
        />
        <Select
          name="kind"
          label={t.kind}
          choices={kinds}
          value={indicator?.kind ?? 'level'}
          placeholder={false}
          narrow
        />
        <Select
          name="direction"
          label={t.direction}
          choices={directions}
          value={indicator?.direction ?? 'up'}
          placeholder={false}
          narrow
        />
        <Select name="fieldCode" label={t.field} choices={named} value={indicator?.fieldCode ?? ''} narrow />
      </FieldGroup>
      <FieldGroup legend={t.optionalMore} columns>
        {indicator ? null : <TextInput name="code" label={t.code} hint={t.codeHint} narrow />}
        <NumberInput name="decimals" label={t.decimals} value={String(indicator?.decimals ?? 3)} />
        <Select name="partOfId" label={t.partOf} groups={groups} value={indicator?.partOfId ?? ''} narrow />
        <Select
          name="convertsToId"
          label={t.convertsTo}
          groups={groups}
          value={indicator?.convertsToId ?? ''}
          narrow
        />
        <NumberInput
          name="conversionFactor"
          label={t.conversionFactor}
          value={factor ? printNumber(factor) : ''}
        />
        <Select
          name="otherCurrencyOfId"
          label={c.otherCurrencyOf}
          hint={c.otherCurrencyHint}
          groups={groups}
          value={indicator?.otherCurrencyOfId ?? ''}
          narrow
        />
      </FieldGroup>
    </>
  )
}
