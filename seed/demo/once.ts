import { sql } from 'kysely'
import type pg from 'pg'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { loadReference } from '../../src/db/reference.ts'

/** Taken while a demo is told, so that a second program waits instead of telling it too. */
const TELLING_LOCK = 718_204_519

/** What became of the wish to have the demo. */
export type Told = 'told' | 'there_already' | 'in_use'

/**
 * Tells the demo into an empty database, all of it or, after an interruption, all of it again.
 *
 * While it is told a schema named `demo_under_way` stands in the database. Where it is found at a start, the telling
 * was cut short: everything is thrown away and told anew, unless somebody has worked with what there was.
 *
 * @param db where what was told must be safe at the end.
 * @param tell writes the demo; it may use connections that do not wait for the disk, as the mark is taken away on `db`.
 */
export async function tellOnce(db: Database, tell: () => Promise<void>): Promise<Told> {
  return db.connection().execute(async (held) => {
    await sql`select pg_advisory_lock(${TELLING_LOCK})`.execute(held)
    try {
      const interrupted = await asks(held, sql`to_regnamespace('demo_under_way') is not null`)
      if (!interrupted && (await hasAccounts(held))) return 'there_already'
      if (interrupted && (await isUsed(held))) return 'in_use'
      if (interrupted) await empty(held)
      await sql`create schema demo_under_way`.execute(held)
      await tell()
      // The planner knows nothing of tables that were filled a moment ago.
      await sql`analyze`.execute(held)
      await sql`drop schema demo_under_way`.execute(held)
      return 'told'
    } finally {
      await sql`select pg_advisory_unlock(${TELLING_LOCK})`.execute(held)
    }
  })
}

/** Does something with connections whose commits do not wait for the disk; only for what can be done again. */
export async function withoutWaiting(
  connection: pg.PoolConfig,
  work: (db: Database) => Promise<void>,
): Promise<void> {
  const { db } = openDatabase({ ...connection, max: 4, options: '-c synchronous_commit=off' })
  try {
    await work(db)
  } finally {
    await db.destroy()
  }
}

function hasAccounts(db: Database): Promise<boolean> {
  return asks(db, sql`exists (select 1 from accounts."user")`)
}

/** True when anything was done by somebody else than the storyteller, signing in included. */
function isUsed(db: Database): Promise<boolean> {
  return asks(
    db,
    sql`exists (select 1 from audit.entry where request_id <> 'demo') or exists (select 1 from accounts.session)`,
  )
}

async function asks(db: Database, question: ReturnType<typeof sql>): Promise<boolean> {
  const found = await sql<{ yes: boolean }>`select ${question} as yes`.execute(db)
  return found.rows[0]?.yes ?? false
}

/** As after the very first start. The schema that is the mark goes last: an interruption here is one like any other. */
async function empty(db: Database): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`drop schema box, roll, audit, accounts, public cascade`.execute(trx)
    await sql`create schema public`.execute(trx)
  })
  await migrate(db)
  await loadReference(db)
  await sql`drop schema demo_under_way`.execute(db)
}
