// Writes src/db/schema.ts, the TypeScript shape of the tables, from a freshly migrated database.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../src/db/database.ts'
import { startEmbeddedServer } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'

const out = process.argv[2] ?? 'src/db/schema.ts'
const folder = mkdtempSync(join(tmpdir(), 'giaouoc-schema-'))
const server = await startEmbeddedServer(folder, { fsync: 'off' })
const { db } = openDatabase(server.connection)
try {
  const applied = await migrate(db)
  process.stdout.write(`${applied.length} migrations\n`)
  await db.destroy()
  execFileSync(
    'kysely-codegen',
    [
      '--dialect=postgres',
      `--url=postgres://giaouoc@localhost/giaouoc?host=${server.connection.host}`,
      '--out-file',
      out,
      '--date-parser=string',
      '--exclude-pattern=public.kysely_*',
      '--include-pattern=(public|accounts|audit|roll|box).*',
      '--no-domains',
      '--camel-case',
      '--runtime-enums=false',
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
