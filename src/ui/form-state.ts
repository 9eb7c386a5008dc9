import { createContext, useContext } from 'hono/jsx'

/** What was typed, by field name; a list for fields with several answers. */
export type FormValues = Readonly<Record<string, string | readonly string[] | undefined>>

/** What is wrong, by field name, in sentences of the reader's language. */
export type FormErrors = Readonly<Record<string, string | undefined>>

/** Values and errors of the form being rendered; every field also takes its own. */
export type FormState = { values?: FormValues; errors?: FormErrors }

/** Set by Form, read by the fields inside it. */
export const FormContext = createContext<FormState>({})

/** One text of a field: its own `value`, else what was typed, else nothing. */
export function useValue(name: string, own: FormState & { value?: string }): string {
  const { values } = useContext(FormContext)
  const found = (own.values ?? values)?.[name] ?? own.value ?? ''
  return typeof found === 'string' ? found : (found[0] ?? '')
}

/** The chosen answers of a field that allows several. */
export function useChosen(name: string, own: FormState & { chosen?: readonly string[] }): readonly string[] {
  const { values } = useContext(FormContext)
  const found = (own.values ?? values)?.[name] ?? own.chosen ?? []
  return typeof found === 'string' ? [found] : found
}

/** What is wrong with a field, if anything. */
export function useError(name: string, own: FormState): string | undefined {
  const { errors } = useContext(FormContext)
  return (own.errors ?? errors)?.[name]
}

/** Id of the control of a field, which the summary of errors links to. */
export function fieldId(name: string): string {
  return `f-${name.replaceAll(/[^\w-]+/g, '-')}`
}
