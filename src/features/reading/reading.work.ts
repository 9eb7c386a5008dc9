import { setImmediate } from 'node:timers/promises'
import { type Context, perform } from '../../actions/action.ts'
import { readContent } from '../../files/files.store.ts'
import { FileRefused } from '../../files/refusal.ts'
import { noteFacts } from './reading.actions.ts'
import { readBytes } from './reading.files.ts'
import { findReadingOfFile, type ReadOutcome } from './reading.store.ts'

/** Reads reports that were kept, one after the other; between two of them others get their turn. */
export async function readReports(context: Context, fileIds: readonly string[]): Promise<void> {
  for (const fileId of fileIds) {
    await readOne(context, fileId)
    await setImmediate()
  }
}

async function readOne(context: Context, fileId: string): Promise<void> {
  const reading = await findReadingOfFile(context.db, fileId)
  if (reading?.state !== 'waiting') return
  const bytes = await readContent(context.db, reading.sha256)
  await perform(noteFacts, context, { fileId, outcome: await outcomeOf(bytes, reading.fileName) })
}

async function outcomeOf(bytes: Uint8Array, name: string): Promise<ReadOutcome> {
  try {
    const { text, reading } = await readBytes(bytes, name)
    const { source: _source, ...facts } = reading
    return { text, facts }
  } catch (error) {
    if (error instanceof FileRefused) return { refusal: error.reason }
    throw error
  }
}
