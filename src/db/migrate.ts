import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type Kysely, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'

const FOLDER = fileURLToPath(new URL('../../migrations/', import.meta.url))

/**
 * Brings the database to the newest shape: plain SQL files in number order, each once, forward only.
 * Several processes may call it at once; an advisory lock lets one do the work.
 * @returns the names of the files applied now.
 */
export async function migrate<T>(db: Kysely<T>): Promise<readonly string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: readMigrations } })
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw error
  return (results ?? []).filter((one) => one.status === 'Success').map((one) => one.migrationName)
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort()
  return Object.fromEntries(
    names.map((name) => [
      name.replace(/\.sql$/, ''),
      {
        up: async (db: Kysely<unknown>) => {
          await sql
            .raw(await readFile(new URL(name, new URL('../../migrations/', import.meta.url)), 'utf8'))
            .execute(db)
        },
      },
    ]),
  )
}
