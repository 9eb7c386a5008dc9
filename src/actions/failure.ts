/** What is wrong with one field of a form: a code with its blanks; the words live in the topic's messages. */
export type FieldFault = { readonly code: string; readonly params?: readonly string[] }

/** What another person changed while a form was being filled in. */
export type Difference = { readonly field: string; readonly before: string; readonly after: string }

/** An expected refusal of an action. `code` leads to one clear sentence in Vietnamese and in English. */
export type Failure = {
  readonly code: string
  readonly params?: readonly string[]
  /** Field name → what is wrong with it. */
  readonly fields?: Readonly<Record<string, FieldFault>>
  /** For `changed_meanwhile`: what the other one changed. */
  readonly differences?: readonly Difference[]
}

/** A refusal as a whole. */
export function refuse(
  code: string,
  ...params: readonly string[]
): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error: { code, params } }
}

/** A refusal that belongs to one field. */
export function refuseField(
  field: string,
  code: string,
  ...params: readonly string[]
): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error: { code: 'fields_wrong', fields: { [field]: { code, params } } } }
}

/** A refusal because somebody else saved the same record first. */
export function refuseStale(differences: readonly Difference[]): {
  readonly ok: false
  readonly error: Failure
} {
  return { ok: false, error: { code: 'changed_meanwhile', differences } }
}
