import { join, resolve } from 'node:path'
import { z } from 'zod'

const environmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./var'),
  DATABASE_URL: z.string().min(1).optional(),
  BASE_URL: z.url().optional(),
  AUTH_SECRET: z.string().min(32).optional(),
})

/** Everything the program may be told from outside; read once, in `main.ts`, `cli.ts` and tests. */
export type Config = {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** A PostgreSQL server to use instead of the embedded one. */
  readonly databaseUrl: string | undefined
  /** The address people type, without a slash at the end; follows host and port when not given. */
  readonly baseUrl: string
  /** Signs session cookies; kept in `DATA_DIR/auth-secret` when not given. */
  readonly authSecret: string | undefined
  readonly authSecretFile: string
}

/**
 * Reads the environment.
 * @throws Error naming each variable that cannot be used and why.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environmentSchema.safeParse(env)
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The environment cannot be used. ${faults.join('; ')}`)
  }
  const { PORT, HOST, DATA_DIR, DATABASE_URL, BASE_URL, AUTH_SECRET } = parsed.data
  const dataDir = resolve(DATA_DIR)
  return {
    port: PORT,
    host: HOST,
    dataDir,
    databaseUrl: DATABASE_URL,
    baseUrl: (BASE_URL ?? `http://${HOST === '0.0.0.0' ? '127.0.0.1' : HOST}:${PORT}`).replace(/\/$/, ''),
    authSecret: AUTH_SECRET,
    authSecretFile: join(dataDir, 'auth-secret'),
  }
}
