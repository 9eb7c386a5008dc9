import type { ConflictingField, FormErrors, FormValues } from '../ui/index.ts'
import type { FormAgain } from './feature.ts'

/** What a refused form brings back, for the one of a page's forms that was sent. */
export function formState(
  again: FormAgain | undefined,
  action: string,
): { readonly values?: FormValues; readonly errors?: FormErrors; readonly problem?: string } {
  if (again?.action !== action) return {}
  const { values, errors, problem } = again
  return { values, errors, ...(problem ? { problem } : {}) }
}

/** What another person changed meanwhile, under the labels of the form; what was typed stands beside it. */
export function conflictsOf(
  again: FormAgain | undefined,
  labels: Readonly<Record<string, string>>,
): readonly ConflictingField[] {
  return (again?.differences ?? []).map(({ field, before, after }) => ({
    label: labels[field] ?? field,
    before: '',
    after,
    yours: before,
  }))
}
