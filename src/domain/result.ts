/**
 * Outcome of something that may be refused for a reason its caller expects and handles.
 * Surprises (bugs, a lost database) are thrown instead.
 *
 * @example
 * const parsed = parseNumber('9.105,326')
 * if (!parsed.ok) return say(parsed.error)
 * use(parsed.value)
 */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E }

/** A success carrying `value`. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

/** A refusal carrying its reason. */
export function err<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error }
}
