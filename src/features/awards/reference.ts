import { readFile } from 'node:fs/promises'
import type { CouncilThresholdRow, Instrument } from '../../domain/law/index.ts'
import type { CeilingRow } from '../../domain/quotas/index.ts'

/** The dated law that proposals are held against. */
export type AwardLaw = {
  readonly ceilings: readonly CeilingRow[]
  readonly thresholds: readonly CouncilThresholdRow[]
  readonly instruments: readonly Instrument[]
}

const FOLDER = new URL('../../../seed/reference/', import.meta.url)

let law: Promise<AwardLaw> | undefined

/** Ceilings, thresholds of councils and instruments; they come with the program and are read once. */
export function readAwardLaw(): Promise<AwardLaw> {
  law ??= load()
  return law
}

async function load(): Promise<AwardLaw> {
  const [ceilings, thresholds, instruments] = await Promise.all([
    readJson<readonly CeilingRow[]>('rules/ceilings.json'),
    readJson<readonly CouncilThresholdRow[]>('law/council-thresholds.json'),
    readJson<readonly Instrument[]>('law/instruments.json'),
  ])
  return { ceilings, thresholds, instruments }
}

async function readJson<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(new URL(name, FOLDER), 'utf8')) as T
}
