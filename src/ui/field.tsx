import type { Child } from 'hono/jsx'
import { type FormState, fieldId, useError } from './form-state.ts'
import { Icon } from './icon.tsx'
import { useUi } from './language.ts'

/** What every field takes. `values` and `errors` are only needed outside a Form. */
export type FieldProps = FormState & {
  name: string
  label: string
  hint?: Child
  required?: boolean
  /** Says that the field may stay empty; for the one optional field among required ones. */
  optional?: boolean
  /** Keeps the label for screen readers only: fields in tables, search boxes. */
  labelHidden?: boolean
}

/** Attributes that tie a control to its label, hint and error. */
export type ControlAttributes = {
  id: string
  name: string
  required?: boolean
  'aria-describedby'?: string
  'aria-invalid'?: 'true'
}

/** Ties a control to its label, hint and error. */
export function useControl(props: FieldProps): ControlAttributes {
  const id = fieldId(props.name)
  const error = useError(props.name, props)
  const described = [props.hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return {
    id,
    name: props.name,
    required: props.required,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? 'true' : undefined,
  }
}

/** Label, hint and error around one control. */
export function Field({ children, narrow, ...props }: FieldProps & { narrow?: boolean; children?: Child }) {
  const id = fieldId(props.name)
  const error = useError(props.name, props)
  return (
    <div class={fieldClass(Boolean(error), narrow)}>
      <label for={id} class={props.labelHidden ? 'visually-hidden' : 'gu-label'}>
        <LabelText {...props} />
      </label>
      <HintAndError id={id} hint={props.hint} error={error} />
      {children}
    </div>
  )
}

/** Label, hint and error around several controls that answer one question. */
export function FieldOfChoices({ children, ...props }: FieldProps & { children?: Child }) {
  const id = fieldId(props.name)
  const error = useError(props.name, props)
  const described = [props.hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <fieldset
      id={id}
      class={fieldClass(Boolean(error))}
      aria-describedby={described || undefined}
      tabindex={-1}
    >
      <legend class={props.labelHidden ? 'visually-hidden' : 'gu-label'}>
        <LabelText {...props} />
      </legend>
      <HintAndError id={id} hint={props.hint} error={error} />
      {children}
    </fieldset>
  )
}

function LabelText({ label, required, optional }: FieldProps) {
  const ui = useUi()
  return (
    <>
      {label}
      {required ? (
        <span class="gu-required" title={ui.required}>
          <span aria-hidden="true"> *</span>
        </span>
      ) : null}
      {optional ? <span class="gu-optional"> ({ui.optional})</span> : null}
    </>
  )
}

function HintAndError({ id, hint, error }: { id: string; hint?: Child; error?: string }) {
  const ui = useUi()
  return (
    <>
      {hint ? (
        <div id={`${id}-hint`} class="gu-hint">
          {hint}
        </div>
      ) : null}
      {error ? (
        <p id={`${id}-error`} class="gu-error">
          <Icon name="warning" size={16} />
          <span>
            <span class="visually-hidden">{ui.errorPrefix} </span>
            {error}
          </span>
        </p>
      ) : null}
    </>
  )
}

function fieldClass(wrong: boolean, narrow?: boolean): string {
  return `gu-field${wrong ? ' gu-wrong' : ''}${narrow ? ' gu-narrow' : ''}`
}
