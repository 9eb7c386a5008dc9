import type { Database } from '../../src/db/database.ts'

/** Tells the demo through the same actions users call; does nothing when it was told before. */
export async function loadDemo(_db: Database, say: (line: string) => void): Promise<void> {
  say('demo')
}
