import { createHash } from 'node:crypto'
import type { Reading, Writing } from '../db/database.ts'
import type { CheckedFile } from './check.ts'

/** Bytes of one chunk: small enough to stream, large enough to be few. */
const CHUNK = 256 * 1024

export type FileOwner = {
  readonly provinceId: string | null
  readonly blocId?: string | null
  readonly unitId?: string | null
  readonly uploadedBy: string | null
  /** Shown to the public (pictures of published news). */
  readonly isPublic?: boolean
}

export type StoredFile = {
  readonly id: string
  readonly sha256: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
}

/** Keeps a checked file in the caller's transaction; equal content is kept once. */
export async function storeFile(trx: Writing, file: CheckedFile, owner: FileOwner): Promise<StoredFile> {
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  const fresh = await trx
    .insertInto('content')
    .values({ sha256, size: file.bytes.length })
    .onConflict((conflict) => conflict.doNothing())
    .returning('sha256')
    .executeTakeFirst()
  if (fresh) await storeChunks(trx, sha256, file.bytes)
  const row = await trx
    .insertInto('file')
    .values({
      provinceId: owner.provinceId,
      blocId: owner.blocId ?? null,
      unitId: owner.unitId ?? null,
      uploadedBy: owner.uploadedBy,
      isPublic: owner.isPublic ?? false,
      sha256,
      name: file.name,
      mediaType: file.mediaType,
      size: file.bytes.length,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id: row.id, sha256, name: file.name, mediaType: file.mediaType, size: file.bytes.length }
}

async function storeChunks(trx: Writing, sha256: string, bytes: Uint8Array): Promise<void> {
  for (let number = 0; number * CHUNK < bytes.length; number++) {
    const part = Buffer.from(bytes.subarray(number * CHUNK, (number + 1) * CHUNK))
    await trx.insertInto('contentChunk').values({ sha256, number, bytes: part }).execute()
  }
}

/** A file's record with where it lies, or undefined. */
export function findFile(db: Reading, id: string) {
  return db
    .selectFrom('file')
    .select([
      'id',
      'sha256',
      'name',
      'mediaType',
      'size',
      'provinceId',
      'blocId',
      'unitId',
      'isPublic',
      'uploadedBy',
      'illustrative',
    ])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The whole content of a file. */
export async function readContent(db: Reading, sha256: string): Promise<Buffer> {
  const rows = await db
    .selectFrom('contentChunk')
    .select('bytes')
    .where('sha256', '=', sha256)
    .orderBy('number')
    .execute()
  return Buffer.concat(rows.map((row) => row.bytes))
}
