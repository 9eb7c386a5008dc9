import type { Failure } from '../actions/failure.ts'
import type { Writing } from '../db/database.ts'
import { ok, type Result } from '../domain/result.ts'
import { checkFile } from './check.ts'
import { type FileOwner, storeFile } from './files.store.ts'

/** A file as it came in with a form or a command; null when none was given. */
export type Attachment = { readonly name: string; readonly bytes: Uint8Array } | null

/** Checks and keeps a file that may be missing; returns its key, or null. */
export async function keepAttachment(
  trx: Writing,
  file: Attachment | undefined,
  field: string,
  owner: FileOwner,
): Promise<Result<string | null, Failure>> {
  if (!file) return ok(null)
  const checked = await checkFile(file, field)
  if (!checked.ok) return checked
  const kept = await storeFile(trx, checked.value, owner)
  return ok(kept.id)
}
