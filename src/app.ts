import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import pg from 'pg'
import type { Config } from './config.ts'
import { type Database, openDatabase, surviveLosses } from './db/database.ts'
import type { EmbeddedServer } from './db/embedded.ts'
import { keepEmbeddedServer, type ServerWatch } from './db/kept-server.ts'
import { migrate } from './db/migrate.ts'
import { loadReference } from './db/reference.ts'
import { createAuth } from './features/accounts/accounts.auth.ts'
import { createPaperPool, type PaperPool } from './features/documents/writers/paper.pool.ts'
import { countToDos } from './features/years/todos.store.ts'
import { features, jobsOf } from './features.ts'
import type { Feature } from './http/feature.ts'
import { createServer } from './http/server.ts'
import { createJobs, type Jobs } from './jobs/jobs.ts'
import { ensureAssets } from './ui/index.ts'

/** The database with whatever had to be started for it. */
export type OpenStore = {
  readonly db: Database
  readonly connection: pg.PoolConfig
  readonly embedded: EmbeddedServer | undefined
  close(): Promise<void>
}

const unwatched: ServerWatch = { died: () => undefined, lost: () => undefined }

/** Starts or reaches PostgreSQL, brings it to the newest shape, loads law and catalogues. */
export async function openStore(config: Config, watch: ServerWatch = unwatched): Promise<OpenStore> {
  const embedded = config.databaseUrl ? undefined : await keepEmbeddedServer(config.dataDir, watch)
  const connection = embedded?.connection ?? { connectionString: config.databaseUrl }
  const { db } = openDatabase(connection)
  const close = async () => {
    await db.destroy()
    await embedded?.stop()
  }
  try {
    await migrate(db)
    await loadReference(db)
  } catch (error) {
    await close()
    throw error
  }
  return { db, connection, embedded, close }
}

export type App = {
  readonly server: Hono
  readonly features: readonly Feature[]
  /** Work that goes on after answers; begins when it is told to. */
  readonly jobs: Jobs
  close(): Promise<void>
}

/** Builds the world of the web application on an open store. */
export async function createApp(
  config: Config,
  store: OpenStore,
  now: () => Date = () => new Date(),
  log: (entry: Readonly<Record<string, unknown>>) => void = logLine,
): Promise<App> {
  await ensureAssets()
  const secret = config.authSecret ?? secretFrom(config)
  const authPool = new pg.Pool({ ...store.connection, max: 4, options: '-c search_path=accounts' })
  surviveLosses(authPool)
  const auth = createAuth({ pool: authPool, baseUrl: config.baseUrl, secret })
  const papers = createPaperPool()
  const all = features(auth, papers)
  const jobs = createJobs(store.connection, jobsOf(store.db, now), log)
  const server = createServer({
    db: store.db,
    features: all,
    now,
    baseUrl: config.baseUrl,
    secret,
    countToDos: (ask) => countToDos(ask.db, ask.actor, ask.today),
    isReady: () => isReady(store.db),
    enqueue: jobs.enqueue,
    log,
  })
  return { server, features: all, jobs, close: () => closeAll(papers, authPool, jobs) }
}

async function closeAll(papers: PaperPool, authPool: pg.Pool, jobs: Jobs): Promise<void> {
  await Promise.all([papers.close(), authPool.end(), jobs.stop()])
}

async function isReady(db: Database): Promise<boolean> {
  try {
    await sql`select 1`.execute(db)
    return true
  } catch {
    return false
  }
}

/** The secret that signs cookies outlives restarts; only this user may read it. */
function secretFrom(config: Config): string {
  if (!existsSync(config.authSecretFile)) {
    mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
    writeFileSync(config.authSecretFile, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  }
  chmodSync(config.authSecretFile, 0o600)
  return readFileSync(config.authSecretFile, 'utf8').trim()
}

function logLine(entry: Readonly<Record<string, unknown>>): void {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), ...entry })}\n`)
}
