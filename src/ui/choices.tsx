import { Field, FieldOfChoices, type FieldProps, useControl } from './field.tsx'
import { useChosen, useValue } from './form-state.ts'
import { useUi } from './language.ts'

/** One answer that may be chosen. */
export type Choice = { value: string; label: string; hint?: string; disabled?: boolean }

/** Answers under a common heading. */
export type ChoiceGroup = { label: string; choices: readonly Choice[] }

type SelectProps = FieldProps & {
  choices?: readonly Choice[]
  groups?: readonly ChoiceGroup[]
  value?: string
  /** Text of the empty first line; `false` leaves it out. */
  placeholder?: string | false
  narrow?: boolean
}

/** One answer out of a list. */
export function Select({ choices = [], groups = [], value, placeholder, narrow, ...field }: SelectProps) {
  const ui = useUi()
  const control = useControl(field)
  const chosen = useValue(field.name, { ...field, value })
  return (
    <Field {...field} narrow={narrow}>
      <select {...control} class="form-select">
        {placeholder === false ? null : <option value="">{placeholder ?? ui.choose}</option>}
        <Options choices={choices} chosen={chosen} />
        {groups.map((group) => (
          <optgroup label={group.label}>
            <Options choices={group.choices} chosen={chosen} />
          </optgroup>
        ))}
      </select>
    </Field>
  )
}

type RadioGroupProps = FieldProps & {
  choices: readonly Choice[]
  value?: string
  /** Side by side: two or three short answers. */
  inline?: boolean
}

/** One answer out of a few, all in view. */
export function RadioGroup({ choices, value, inline, ...field }: RadioGroupProps) {
  const chosen = useValue(field.name, { ...field, value })
  return (
    <FieldOfChoices {...field}>
      <div class={inline ? 'gu-checks gu-inline' : 'gu-checks'}>
        {choices.map((choice, index) => (
          <Check kind="radio" field={field} choice={choice} index={index} checked={choice.value === chosen} />
        ))}
      </div>
    </FieldOfChoices>
  )
}

type CheckboxListProps = FieldProps & {
  choices: readonly Choice[]
  chosen?: readonly string[]
  inline?: boolean
}

/** Any number of answers; a single choice makes a plain yes-or-no box. */
export function CheckboxList({ choices, chosen, inline, ...field }: CheckboxListProps) {
  const ticked = useChosen(field.name, { ...field, chosen })
  return (
    <FieldOfChoices {...field}>
      <div class={inline ? 'gu-checks gu-inline' : 'gu-checks'}>
        {choices.map((choice, index) => (
          <Check
            kind="checkbox"
            field={field}
            choice={choice}
            index={index}
            checked={ticked.includes(choice.value)}
          />
        ))}
      </div>
    </FieldOfChoices>
  )
}

type CheckProps = {
  kind: 'radio' | 'checkbox'
  field: FieldProps
  choice: Choice
  index: number
  checked: boolean
}

function Check({ kind, field, choice, index, checked }: CheckProps) {
  const id = `${useControl(field).id}-${index}`
  return (
    <div class="gu-check">
      <input
        type={kind}
        id={id}
        name={field.name}
        value={choice.value}
        checked={checked}
        disabled={choice.disabled}
        aria-describedby={choice.hint ? `${id}-hint` : undefined}
      />
      <label for={id}>
        {choice.label}
        {choice.hint ? (
          <small id={`${id}-hint`} class="gu-hint">
            {choice.hint}
          </small>
        ) : null}
      </label>
    </div>
  )
}

function Options({ choices, chosen }: { choices: readonly Choice[]; chosen: string }) {
  return (
    <>
      {choices.map((choice) => (
        <option value={choice.value} selected={choice.value === chosen} disabled={choice.disabled}>
          {choice.label}
        </option>
      ))}
    </>
  )
}
