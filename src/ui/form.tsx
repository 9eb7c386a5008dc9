import type { Child } from 'hono/jsx'
import { useContext } from 'hono/jsx'
import { Button, LinkButton } from './button.tsx'
import { FormContext, type FormErrors, type FormState, fieldId } from './form-state.ts'
import { Icon } from './icon.tsx'
import { useUi } from './language.ts'

type FormProps = FormState & {
  action: string
  method?: 'post' | 'get'
  csrf?: string
  id?: string
  /** Needed as soon as the form holds a FileInput. */
  multipart?: boolean
  /** An error that belongs to no single field. */
  problem?: string
  submitLabel?: string
  /** Where "Hủy bỏ" leads; without it there is no such link. */
  cancelHref?: string
  /** Why it cannot be sent now. */
  disabledBecause?: string
  /** Buttons beside the main one. */
  extraActions?: Child
  /** Leaves out the row of buttons: the page places its own. */
  bare?: boolean
  children?: Child
}

/** A form that keeps what was typed and says what is wrong twice: on top with links, and beside each field. */
export function Form({
  action,
  method = 'post',
  csrf,
  id,
  multipart,
  values,
  errors,
  children,
  ...rest
}: FormProps) {
  const outer = useContext(FormContext)
  const state = { values: values ?? outer.values, errors: errors ?? outer.errors }
  return (
    <form
      class="gu-form"
      id={id}
      action={action}
      method={method}
      enctype={multipart ? 'multipart/form-data' : undefined}
      novalidate
      data-unsaved={method === 'post' ? '' : undefined}
    >
      {csrf && method === 'post' ? <input type="hidden" name="csrf" value={csrf} /> : null}
      <FormContext.Provider value={state}>
        <ErrorSummary errors={state.errors ?? {}} problem={rest.problem} />
        {children}
        {rest.bare ? null : <FormActions {...rest} />}
      </FormContext.Provider>
    </form>
  )
}

/** All errors of a form, each linking to its field. */
export function ErrorSummary({ errors, problem }: { errors: FormErrors; problem?: string }) {
  const ui = useUi()
  const found = Object.entries(errors).filter(([, sentence]) => sentence)
  const count = found.length + (problem ? 1 : 0)
  if (count === 0) return null
  return (
    <div class="gu-error-summary" role="alert" tabindex={-1}>
      <h2>
        <Icon name="warning" size={20} /> {ui.errorSummary(count)}
      </h2>
      <ul>
        {problem ? <li>{problem}</li> : null}
        {found.map(([name, sentence]) => (
          <li>
            <a href={`#${fieldId(name)}`}>{sentence}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Fields that belong together under one heading. */
export function FieldGroup({ legend, hint, columns, children }: FieldGroupProps) {
  return (
    <fieldset class={columns ? 'gu-fieldset gu-columns' : 'gu-fieldset'}>
      <legend>{legend}</legend>
      {hint ? <p class="gu-hint">{hint}</p> : null}
      {children}
    </fieldset>
  )
}

type FieldGroupProps = {
  legend: string
  hint?: string
  /** Puts short fields side by side on wide screens. */
  columns?: boolean
  children?: Child
}

/** A value the form carries along unseen. */
export function Hidden({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />
}

function FormActions({ submitLabel, cancelHref, disabledBecause, extraActions }: Partial<FormProps>) {
  const ui = useUi()
  return (
    <div class="gu-form-actions">
      <Button kind="primary" disabledBecause={disabledBecause}>
        {submitLabel ?? ui.save}
      </Button>
      {extraActions}
      {cancelHref ? (
        <LinkButton href={cancelHref} kind="quiet">
          {ui.cancel}
        </LinkButton>
      ) : null}
    </div>
  )
}
