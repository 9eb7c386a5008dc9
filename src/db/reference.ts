import { readFile } from 'node:fs/promises'
import type { Database } from './database.ts'

const FOLDER = new URL('../../seed/reference/', import.meta.url)

/** Fields of work, awards, law: data that comes with the program and is brought up to date at every start. */
export async function loadReference(db: Database): Promise<void> {
  await loadFields(db)
}

type Field = { readonly code: string; readonly vi: string; readonly en: string }

async function loadFields(db: Database): Promise<void> {
  const fields = await readJson<readonly Field[]>('fields-of-work.json')
  const rows = fields.map((field, position) => ({
    code: field.code,
    nameVi: field.vi,
    nameEn: field.en,
    position,
  }))
  await db
    .insertInto('fieldOfWork')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('code').doUpdateSet((row) => ({
        nameVi: row.ref('excluded.nameVi'),
        nameEn: row.ref('excluded.nameEn'),
        position: row.ref('excluded.position'),
      })),
    )
    .execute()
}

async function readJson<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(new URL(name, FOLDER), 'utf8')) as T
}
