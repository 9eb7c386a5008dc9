import { sql } from 'kysely'
import type { Reading, Writing } from '../../db/database.ts'

export type PledgeState = 'draft' | 'signing' | 'signed' | 'replaced'

/** One version of the joint pledge of a year. */
export type PledgeRow = {
  readonly id: string
  readonly versionNumber: number
  readonly title: string
  readonly preamble: string
  readonly contents: string
  readonly state: PledgeState
  readonly signedOn: string | null
  readonly changeReason: string
  readonly changeBasis: string
  readonly illustrative: boolean
  readonly version: number
}

/** All versions of the pledge of a year, newest first. */
export async function listPledges(db: Reading, blocYearId: string): Promise<readonly PledgeRow[]> {
  const rows = await db
    .selectFrom('pledge')
    .select(['id', 'versionNumber', 'title', 'preamble', 'contents', 'state', 'signedOn'])
    .select(['changeReason', 'changeBasis', 'illustrative', 'version'])
    .where('blocYearId', '=', blocYearId)
    .orderBy('versionNumber', 'desc')
    .execute()
  return rows as readonly PledgeRow[]
}

export type NewPledge = {
  readonly blocYearId: string
  readonly versionNumber: number
  readonly title: string
  readonly preamble: string
  readonly contents: string
  readonly state: PledgeState
  readonly changeReason: string
  readonly changeBasis: string
  readonly replacesId: string | null
}

export async function insertPledge(trx: Writing, pledge: NewPledge): Promise<string> {
  const row = await trx.insertInto('pledge').values(pledge).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** Rewrites a draft, if it is still the one the form was opened on. */
export async function updateDraft(
  trx: Writing,
  id: string,
  version: number | undefined,
  text: Pick<PledgeRow, 'title' | 'preamble' | 'contents'>,
): Promise<boolean> {
  let query = trx
    .updateTable('pledge')
    .set({ ...text, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .where('state', '=', 'draft')
  if (version !== undefined) query = query.where('version', '=', version)
  const changed = await query.executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** Moves a version of the pledge on; `signedOn` when it is signed. */
export async function setPledgeState(
  trx: Writing,
  id: string,
  state: PledgeState,
  more: { readonly signedOn?: string } = {},
): Promise<void> {
  await trx
    .updateTable('pledge')
    .set({ state, version: sql<number>`version + 1`, ...more })
    .where('id', '=', id)
    .execute()
}

/** Signing and changing wait for each other, so that the last signature sees all the others. */
export async function lockPledge(trx: Writing, blocYearId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`pledge ${blocYearId}`}))`.execute(trx)
}

export type SignatureRow = {
  readonly id: string
  readonly pledgeId: string
  readonly versionNumber: number
  readonly unitId: string
  readonly signerName: string
  readonly signerTitle: string
  readonly capacity: string
  readonly signedOn: string
  readonly channel: 'screen' | 'paper'
  readonly scanFileId: string | null
  readonly recordedByName: string | null
  readonly recordedAt: Date
  readonly illustrative: boolean
}

/** Every signature under any version of the pledge of a year. */
export async function listSignatures(db: Reading, blocYearId: string): Promise<readonly SignatureRow[]> {
  const rows = await db
    .selectFrom('pledgeSignature as s')
    .innerJoin('pledge as p', 'p.id', 's.pledgeId')
    .leftJoin('accounts.user as u', 'u.id', 's.recordedBy')
    .select([
      's.id',
      's.pledgeId',
      'p.versionNumber',
      's.unitId',
      's.signerName',
      's.signerTitle',
      's.capacity',
    ])
    .select([
      's.signedOn',
      's.channel',
      's.scanFileId',
      'u.name as recordedByName',
      's.recordedAt',
      's.illustrative',
    ])
    .where('p.blocYearId', '=', blocYearId)
    .orderBy('s.recordedAt')
    .execute()
  return rows as readonly SignatureRow[]
}

export type NewSignature = {
  readonly pledgeId: string
  readonly unitId: string
  readonly signerName: string
  readonly signerTitle: string
  readonly capacity: string
  readonly signedOn: string
  readonly channel: 'screen' | 'paper'
  readonly scanFileId: string | null
  readonly recordedBy: string | null
}

export async function insertSignature(trx: Writing, signature: NewSignature): Promise<void> {
  await trx.insertInto('pledgeSignature').values(signature).execute()
}

/** The person who represents a unit, as far as the year or an account tells: offered in the signing form. */
export async function findSigner(
  db: Reading,
  blocId: string,
  unitId: string,
  year: number,
): Promise<{ readonly name: string; readonly title: string } | undefined> {
  const found = await sql<{ name: string; title: string }>`
    select person_name as name, person_title as title from leadership
    where bloc_id = ${blocId} and unit_id = ${unitId} and for_year <= ${year} and person_name <> ''
    order by for_year desc limit 1`.execute(db)
  return found.rows[0]
}
