import type { Result } from '../../domain/result.ts'
import type { FieldFaults } from '../../http/form.ts'

/** What a form said, together with what the address says. */
export function and<T extends object, M extends object>(
  form: Result<T, FieldFaults>,
  more: M,
): Result<T & M, FieldFaults> {
  return form.ok ? { ok: true, value: { ...form.value, ...more } } : form
}
