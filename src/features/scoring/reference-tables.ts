import { readdir, readFile } from 'node:fs/promises'
import { type ReadReference, readReferenceTable } from '../../domain/scoring/index.ts'
import { kept } from './versioned.ts'

const FOLDER = new URL('../../../seed/reference/scoring/', import.meta.url)

/** The real tables kept for reference, each with what in it contradicts itself. */
export function referenceTables(): Promise<readonly ReadReference[]> {
  return kept('reference tables', async () => {
    const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.json')).toSorted()
    return Promise.all(names.map(readOne))
  })
}

async function readOne(name: string): Promise<ReadReference> {
  const read = readReferenceTable(JSON.parse(await readFile(new URL(name, FOLDER), 'utf8')))
  if (!read.ok) throw new Error(`${name}: ${read.error[0]?.path} ${read.error[0]?.code}`)
  return read.value
}
