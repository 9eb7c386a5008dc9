import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../src/db/database.ts'
import { startEmbeddedServer } from '../../src/db/embedded.ts'
import { migrate } from '../../src/db/migrate.ts'
import { loadReference } from '../../src/db/reference.ts'
import { ensureAssets } from '../../src/ui/index.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Settings of a server on which tests may make databases, as JSON. */
    readonly postgres: string
    /** A migrated database to copy. */
    readonly template: string
  }
}

/**
 * One PostgreSQL for the whole run: the embedded one with syncing off (its data is thrown away), or the server
 * named by DATABASE_URL. A migrated template is made once; each test file gets a copy of it.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'giaouoc-test-'))
  const url = process.env.DATABASE_URL
  const server = url
    ? undefined
    : await startEmbeddedServer(folder, { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' })
  const settings: pg.PoolConfig = server?.connection ?? { connectionString: url }
  const template = `giaouoc_template_${process.pid}`
  const admin = new pg.Client(settings)
  await admin.connect()
  await admin.query(`create database ${template}`)
  const { db } = openDatabase(onDatabase(settings, template))
  await migrate(db)
  await loadReference(db)
  await db.destroy()
  await ensureAssets()
  project.provide('postgres', JSON.stringify(settings))
  project.provide('template', template)
  return async () => {
    await admin.query(`drop database ${template}`)
    await admin.end()
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The same server, another database. */
export function onDatabase(settings: pg.PoolConfig, database: string): pg.PoolConfig {
  if (!settings.connectionString) return { ...settings, database }
  const url = new URL(settings.connectionString)
  url.pathname = `/${database}`
  return { connectionString: url.toString() }
}
