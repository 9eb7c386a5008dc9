import { sql } from 'kysely'
import type { Reading, Writing } from '../../db/database.ts'
import type { CorrectionState, MinutesContent, Party } from '../../domain/checks/index.ts'

/** Two people working on one visit wait for each other, so that nobody signs what is just being changed. */
export async function lockVisit(trx: Writing, visitId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`check visit ${visitId}`}))`.execute(trx)
}

/** What is recorded of a visit as a whole. */
export type HeldText = {
  readonly heldOn: string
  readonly heldFrom: string | null
  readonly heldTo: string | null
  readonly place: string
  readonly attendedTeam: string
  readonly attendedUnit: string
  readonly contents: string
}

/** Records that a visit was held, if it is still the one the form was opened on. */
export async function updateHeld(
  trx: Writing,
  visitId: string,
  version: number | undefined,
  held: HeldText,
): Promise<boolean> {
  let query = trx
    .updateTable('checkVisit')
    .set({ ...held, state: 'held', version: sql<number>`version + 1` })
    .where('id', '=', visitId)
  if (version !== undefined) query = query.where('version', '=', version)
  const changed = await query.executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

export async function updateOpinion(trx: Writing, visitId: string, opinion: string): Promise<void> {
  await trx
    .updateTable('checkVisit')
    .set({ opinion, version: sql<number>`version + 1` })
    .where('id', '=', visitId)
    .execute()
}

/** What was signed no longer holds: the next signature is under a new version, with the reason of the change. */
export async function startNewMinutes(trx: Writing, visitId: string, changeReason: string): Promise<void> {
  await trx
    .updateTable('checkVisit')
    .set({ minutesVersion: sql<number>`minutes_version + 1`, signedOn: null, changeReason })
    .where('id', '=', visitId)
    .execute()
}

export async function setSigned(trx: Writing, visitId: string, signedOn: string): Promise<void> {
  await trx.updateTable('checkVisit').set({ signedOn }).where('id', '=', visitId).execute()
}

export type NewObservation = {
  readonly checkVisitId: string
  readonly kind: 'strength' | 'shortcoming'
  readonly body: string
  readonly criterionCode: string
  readonly indicatorId: string | null
}

export async function insertObservation(trx: Writing, observation: NewObservation): Promise<string> {
  const row = await trx
    .insertInto('checkObservation')
    .values(observation)
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function deleteObservation(trx: Writing, observationId: string): Promise<void> {
  await trx.deleteFrom('checkObservation').where('id', '=', observationId).execute()
}

export async function insertCorrection(
  trx: Writing,
  correction: { readonly checkVisitId: string; readonly body: string; readonly dueOn: string },
): Promise<string> {
  const row = await trx
    .insertInto('checkCorrection')
    .values(correction)
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function deleteCorrection(trx: Writing, correctionId: string): Promise<void> {
  await trx.deleteFrom('checkCorrection').where('id', '=', correctionId).execute()
}

/** Moves a correction on. */
export async function updateCorrection(
  trx: Writing,
  correctionId: string,
  change: {
    readonly state: CorrectionState
    readonly answer?: string
    readonly answeredOn?: string
    readonly answeredOnBehalf?: boolean
    readonly verdict?: string
    readonly settledOn?: string
    readonly settledBy?: string | null
  },
): Promise<void> {
  await trx
    .updateTable('checkCorrection')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', correctionId)
    .execute()
}

export async function addCorrectionFile(
  trx: Writing,
  checkCorrectionId: string,
  fileId: string,
): Promise<void> {
  await trx.insertInto('checkCorrectionFile').values({ checkCorrectionId, fileId }).execute()
}

export type NewMinutes = {
  readonly checkVisitId: string
  readonly versionNumber: number
  readonly content: MinutesContent
  readonly fingerprint: string
  readonly changeReason: string
  readonly frozenAt: Date
}

export async function insertMinutes(trx: Writing, minutes: NewMinutes): Promise<string> {
  const { content, ...rest } = minutes
  const row = await trx
    .insertInto('checkMinutes')
    .values({ ...rest, content: JSON.stringify(content) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export type NewVisitSignature = {
  readonly checkMinutesId: string
  readonly party: Party
  readonly unitId: string
  readonly signerName: string
  readonly signerTitle: string
  readonly capacity: string
  readonly signedOn: string
  readonly channel: 'screen' | 'paper'
  readonly scanFileId: string | null
  readonly recordedBy: string | null
}

export async function insertVisitSignature(trx: Writing, signature: NewVisitSignature): Promise<void> {
  await trx.insertInto('checkSignature').values(signature).execute()
}

/** What an observation can point to: the criteria of the year's table and the indicators the unit has figures for. */
export type Subjects = {
  readonly criteria: readonly { readonly code: string; readonly name: string }[]
  readonly indicators: readonly { readonly id: string; readonly name: string }[]
}

export async function readSubjects(
  db: Reading,
  blocYearId: string,
  unitId: string,
  year: number,
): Promise<Subjects> {
  const found = await sql<Subjects>`
    select
      coalesce((select json_agg(json_build_object('code', c.code, 'name', c.name) order by c.position, c.code)
        from criterion c join score_table s on s.id = c.score_table_id
        where s.bloc_year_id = ${blocYearId} and s.state <> 'replaced'
          and not exists (select 1 from criterion below where below.parent_id = c.id)), '[]') as criteria,
      coalesce((select json_agg(json_build_object('id', i.id, 'name', i.name) order by i.name) from indicator i
        where i.id in (
          select r.indicator_id from result r where r.unit_id = ${unitId} and r.year = ${year} and r.state = 'current'
          union select t.indicator_id from target t where t.unit_id = ${unitId} and t.year = ${year})), '[]') as indicators`.execute(
    db,
  )
  return found.rows[0] ?? { criteria: [], indicators: [] }
}

/** Who probably signs for a unit: the person the year names for it, else whoever signed the pledge for it. */
export async function findVisitSigner(
  db: Reading,
  blocYearId: string,
  unitId: string,
): Promise<{ readonly name: string; readonly title: string } | undefined> {
  const found = await sql<{ name: string; title: string }>`
    select name, title from (
      select l.person_name as name, l.person_title as title, 1 as rank from leadership l
      join bloc_year y on y.bloc_id = l.bloc_id and y.year = l.for_year
      where y.id = ${blocYearId} and l.unit_id = ${unitId} and l.person_name <> ''
      union all
      select s.signer_name, s.signer_title, 2 from pledge_signature s join pledge g on g.id = s.pledge_id
      where g.bloc_year_id = ${blocYearId} and s.unit_id = ${unitId}) known
    order by rank limit 1`.execute(db)
  return found.rows[0]
}
