import { readdir, readFile } from 'node:fs/promises'
import {
  parseStatedShares,
  type ReadReference,
  readReferenceTable,
  type StatedShares,
  sharesAgree,
} from '../../../domain/scoring/index.ts'
import { kept } from '../versioned.ts'

const FOLDER = new URL('../../../../seed/reference/scoring/', import.meta.url)
const SHARES = new URL('../../../../seed/reference/stated-shares.json', import.meta.url)

/** The real tables kept for reference, each with what in it contradicts itself. */
export function referenceTables(): Promise<readonly ReadReference[]> {
  return kept('reference tables', async () => {
    const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.json')).toSorted()
    return Promise.all(names.map(readOne))
  })
}

/** Thresholds that a document prints in two ways. */
export function statedShares(): Promise<readonly StatedShares[]> {
  return kept('stated shares', async () => {
    const read = parseStatedShares(JSON.parse(await readFile(SHARES, 'utf8')))
    if (!read.ok) throw new Error(`stated-shares.json: ${read.error[0]?.path}`)
    return read.value.filter((one) => !sharesAgree(one))
  })
}

async function readOne(name: string): Promise<ReadReference> {
  const read = readReferenceTable(JSON.parse(await readFile(new URL(name, FOLDER), 'utf8')))
  if (!read.ok) throw new Error(`${name}: ${read.error[0]?.path} ${read.error[0]?.code}`)
  return read.value
}
