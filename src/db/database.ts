import { createHash } from 'node:crypto'
import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { DB } from './schema.ts'

/** The connection pool, typed by the tables. Only stores build queries on it. */
export type Database = Kysely<DB>

/** Inside a transaction: what a store function that writes asks for. */
export type Writing = Transaction<DB>

/** Either of the two: what a store function that only reads asks for. */
export type Reading = Kysely<DB>

// A legal date has no time zone: `date` stays the text that PostgreSQL sends ('2021-01-08').
const PLAIN_DATE = 1082
const PLAIN_DATES = 1182
pg.types.setTypeParser(PLAIN_DATE, (text) => text)
pg.types.setTypeParser(PLAIN_DATES as Parameters<typeof pg.types.setTypeParser>[0], (text: string) => text)

/** Opens a pool; `onLost` is told when an idle connection breaks, so that it is never an unhandled error. */
export function openDatabase(
  settings: pg.PoolConfig,
  onLost: (error: Error) => void = () => undefined,
): { readonly db: Database; readonly pool: pg.Pool } {
  const pool = new pg.Pool({ max: 12, Client: KeepingClient, ...settings })
  surviveLosses(pool, onLost)
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    // Tables speak snake_case, code camelCase; what lies inside jsonb is left as it was written.
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  return { db, pool }
}

/**
 * A server that dies breaks idle connections and those held between two statements of a transaction; the latter only
 * the client itself reports, and unheard it would end the program. The next statement fails, which is enough.
 */
export function surviveLosses(pool: pg.Pool, onLost: (error: Error) => void = () => undefined): void {
  pool.on('error', onLost)
  pool.on('connect', (client) => client.on('error', onLost))
}

/** Begins a statement whose plan is worth keeping: those on the path of every page. */
const KEPT = '/* kept */'

const names = new Map<string, string>()

/**
 * Planning a query over many tables takes longer than running it. A statement that begins with the comment
 * above is prepared once on each connection, under a name made of its text.
 */
class KeepingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: the overloads of the library's `query`
  override query(...call: any[]): any {
    const [text, values, ...rest] = call
    const query = pg.Client.prototype.query as (...call: unknown[]) => unknown
    if (typeof text !== 'string' || !text.startsWith(KEPT)) return query.apply(this, call)
    return query.apply(this, [{ name: nameOf(text), text, values }, ...rest])
  }
}

function nameOf(text: string): string {
  const known = names.get(text)
  if (known) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 20)
  names.set(text, name)
  return name
}
