import type { Context as HonoContext } from 'hono'
import type { z } from 'zod'
import type { FieldFault } from '../actions/failure.ts'
import { err, ok, type Result } from '../domain/result.ts'

/** A file as it came in; its kind is judged by its content when it is stored. */
export type Upload = { readonly name: string; readonly bytes: Uint8Array }

/** What a form sent: texts (lists where a name came several times) and files. */
export type FormBody = {
  readonly texts: Readonly<Record<string, string | readonly string[]>>
  readonly files: Readonly<Record<string, readonly Upload[]>>
}

/** Field name → what is wrong with it. */
export type FieldFaults = Readonly<Record<string, FieldFault>>

/** Largest request body, above the largest file so that the refusal can be one of our own sentences. */
export const LARGEST_BODY = 60 * 1024 * 1024

/** Reads a sent form, urlencoded or multipart. */
export async function readBody(c: HonoContext): Promise<FormBody> {
  const parsed = await c.req.parseBody({ all: true })
  const texts: Record<string, string | string[]> = {}
  const files: Record<string, Upload[]> = {}
  for (const [name, value] of Object.entries(parsed)) {
    const all = Array.isArray(value) ? value : [value]
    const words = all.filter((one) => typeof one === 'string')
    if (words.length > 0) texts[name] = words.length > 1 ? words : (words[0] ?? '')
    for (const one of all) {
      if (typeof one === 'string' || one.size === 0) continue
      const held = files[name] ?? []
      held.push({ name: one.name, bytes: new Uint8Array(await one.arrayBuffer()) })
      files[name] = held
    }
  }
  return { texts, files }
}

/**
 * Turns a sent form into a typed value. A name with a dot ("points.4f2a") becomes a record
 * (`points: { '4f2a': … }`), so that grids are plain forms.
 *
 * The codes of faults are the messages of the schema's fields (see `fields.ts`).
 */
export function parseForm<S extends z.ZodType>(schema: S, body: FormBody): Result<z.output<S>, FieldFaults> {
  const parsed = schema.safeParse(nested(body))
  if (parsed.success) return ok(parsed.data)
  const faults: Record<string, FieldFault> = {}
  for (const issue of parsed.error.issues) {
    const name = issue.path.join('.')
    if (!faults[name]) faults[name] = faultOf(issue.message)
  }
  return err(faults)
}

function faultOf(message: string): FieldFault {
  const [code = 'field_wrong', ...params] = message.split('|')
  return { code: /^[a-z_]+$/.test(code) ? code : 'field_wrong', params }
}

function nested(body: FormBody): Record<string, unknown> {
  const shape: Record<string, unknown> = {}
  for (const [name, value] of [...Object.entries(body.texts), ...Object.entries(body.files)]) {
    const dot = name.indexOf('.')
    if (dot < 0) {
      shape[name] = value
      continue
    }
    const group = name.slice(0, dot)
    const held = (shape[group] ?? {}) as Record<string, unknown>
    held[name.slice(dot + 1)] = value
    shape[group] = held
  }
  return shape
}
