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
  const pool = new pg.Pool({ max: 12, ...settings })
  pool.on('error', onLost)
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    // Tables speak snake_case, code camelCase; what lies inside jsonb is left as it was written.
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  return { db, pool }
}
