import type { Reading } from '../../db/database.ts'
import type { Scope } from '../../domain/permissions/index.ts'
import { yearScope } from '../../scopes/scopes.store.ts'
import { findDrive, findProposal, type Origin } from './proposals.store.ts'

/** Rights over the proposals of a year follow the year; those of a drive its council and its owner. */
export async function originScope(
  db: Reading,
  origin: Origin,
  today: string,
  unitId?: string | null,
): Promise<Scope | undefined> {
  if ('blocYearId' in origin) return yearScope(db, origin.blocYearId, today, unitId ?? undefined)
  const drive = await findDrive(db, origin.movementId)
  if (!drive) return undefined
  const owner = unitId ?? drive.unitId
  return {
    provinceId: drive.provinceId,
    ...(drive.blocId ? { blocId: drive.blocId } : {}),
    ...(drive.councilId ? { councilId: drive.councilId } : {}),
    ...(owner ? { unitId: owner } : {}),
  }
}

/** Rights over one proposal; `ofRecipient` asks as the unit that is proposed. */
export async function proposalScope(
  db: Reading,
  proposalId: string | undefined,
  today: string,
  ofRecipient = false,
): Promise<Scope | undefined> {
  const proposal = proposalId ? await findProposal(db, proposalId) : undefined
  const origin = proposal && originOf(proposal)
  return origin && originScope(db, origin, today, ofRecipient ? proposal.unitId : null)
}

/** Where a proposal arose. */
export function originOf(of: {
  readonly blocYearId: string | null
  readonly movementId: string | null
}): Origin | undefined {
  if (of.blocYearId !== null) return { blocYearId: of.blocYearId }
  return of.movementId === null ? undefined : { movementId: of.movementId }
}
