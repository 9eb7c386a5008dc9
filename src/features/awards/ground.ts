import type { Reading } from '../../db/database.ts'
import { type Ask, keyParam, mayHere } from '../../http/ask.ts'
import type { Place } from '../../http/feature.ts'
import { inYear } from '../../http/places.ts'
import { awardsWords } from './awards.messages.ts'
import { awardsPaths, type OriginPaths } from './awards.paths.ts'
import { originScope } from './awards.place.ts'
import { type DriveRow, findDrive, findProposal, type Origin, type ProposalRow } from './proposals.store.ts'
import { listUnitsOfProvince } from './records.store.ts'

/** Where the proposals of an address lie: a year of a bloc, or a drive. */
export type Ground = {
  readonly origin: Origin
  readonly paths: OriginPaths
  readonly year: number
  readonly listTitle: string
  readonly drive: DriveRow | undefined
}

/** Below `/dot-thi-dua/:movement`. */
export const inDrive: Place = async (ask) => {
  const movementId = keyParam(ask, 'movement')
  const scope = movementId && (await originScope(ask.db, { movementId }, ask.today))
  return scope ? { scope } : undefined
}

/** A proposal of the year in the address. */
export const proposalInYear: Place = async (ask) => {
  const place = await inYear(ask)
  const proposal = await proposalOf(ask)
  return proposal && proposal.blocYearId === place?.blocYear?.id ? place : undefined
}

/** A proposal of the drive in the address. */
export const proposalInDrive: Place = async (ask) => {
  const place = await inDrive(ask)
  const proposal = await proposalOf(ask)
  return proposal?.movementId === keyParam(ask, 'movement') ? place : undefined
}

/** The proposal of the address; its place has made sure that it is there. */
export async function proposalHere(ask: Ask): Promise<ProposalRow> {
  const proposal = await proposalOf(ask)
  if (!proposal) throw new Error('The proposal went away while its page was being made')
  return proposal
}

/** What the address stands on. */
export async function groundOf(ask: Ask): Promise<Ground> {
  const t = awardsWords(ask.lang)
  if (ask.blocYear) {
    const { id, bloc, year } = ask.blocYear
    return {
      origin: { blocYearId: id },
      paths: awardsPaths.at(bloc.slug, year),
      year,
      listTitle: t.title,
      drive: undefined,
    }
  }
  const movementId = keyParam(ask, 'movement') ?? ''
  const drive = await findDrive(ask.db, movementId)
  if (!drive) throw new Error('The drive went away while its page was being made')
  return {
    origin: { movementId },
    paths: awardsPaths.ofDrive(movementId),
    year: drive.year,
    listTitle: t.driveTitle,
    drive,
  }
}

/** The addresses of a ground without reading anything. */
export function pathsHere(ask: Ask): OriginPaths {
  if (ask.blocYear) return awardsPaths.at(ask.blocYear.bloc.slug, ask.blocYear.year)
  return awardsPaths.ofDrive(keyParam(ask, 'movement') ?? '')
}

/** The keys an action names its ground by. */
export function originKeys(ask: Ask): {
  readonly blocYearId: string | null
  readonly movementId: string | null
} {
  if (ask.blocYear) return { blocYearId: ask.blocYear.id, movementId: null }
  return { blocYearId: null, movementId: keyParam(ask, 'movement') ?? null }
}

/** What the reader may do with proposals here. */
export function rightsHere(ask: Ask) {
  return {
    manage: mayHere(ask, 'proposal.manage'),
    submit: mayHere(ask, 'proposal.submit'),
    outcome: mayHere(ask, 'proposal.outcome'),
  }
}

/** Units that may be named: the members of the year, or those of the province for a drive. */
export async function unitsHere(
  db: Reading,
  ask: Ask,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  if (ask.blocYear) return ask.blocYear.members
  return ask.scope.provinceId ? listUnitsOfProvince(db, ask.scope.provinceId) : []
}

async function proposalOf(ask: Pick<Ask, 'c' | 'db'>): Promise<ProposalRow | undefined> {
  const id = keyParam(ask, 'proposal')
  return id ? findProposal(ask.db, id) : undefined
}
