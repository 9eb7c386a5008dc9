import { sql } from 'kysely'
import type { Reading, Writing } from '../../db/database.ts'
import type { NarrativePart, RatingLevel } from './report-parts.ts'

/** A written part of a report: of a unit, or of a field of the bloc, or of the bloc as a whole. */
export type NarrativeRow = {
  readonly id: string
  readonly unitId: string | null
  readonly fieldCode: string | null
  readonly part: NarrativePart
  readonly period: string
  readonly body: string
  readonly channel: string
  readonly onBehalf: boolean
  readonly illustrative: boolean
  readonly version: number
  readonly writtenByName: string | null
  readonly writtenAt: Date
}

/** The written parts of a year, all of them or those of one unit (null: of the bloc). */
export async function listNarratives(
  db: Reading,
  blocYearId: string,
  unitId?: string | null,
): Promise<readonly NarrativeRow[]> {
  let query = db
    .selectFrom('narrative as n')
    .leftJoin('accounts.user as u', 'u.id', 'n.writtenBy')
    .select(['n.id', 'n.unitId', 'n.fieldCode', 'n.part', 'n.period', 'n.body', 'n.channel', 'n.onBehalf'])
    .select(['n.illustrative', 'n.version', 'u.name as writtenByName', 'n.writtenAt'])
    .where('n.blocYearId', '=', blocYearId)
  if (unitId === null) query = query.where('n.unitId', 'is', null)
  else if (unitId !== undefined) query = query.where('n.unitId', '=', unitId)
  return (await query.execute()) as readonly NarrativeRow[]
}

export type NarrativePlace = {
  readonly blocYearId: string
  readonly unitId: string | null
  readonly fieldCode: string | null
  readonly part: NarrativePart
  readonly period: string
}

export type NarrativeText = {
  readonly body: string
  readonly channel: string
  readonly onBehalf: boolean
  readonly writtenBy: string | null
}

/** Stores a written part in place of what stood there. */
export async function putNarrative(trx: Writing, at: NarrativePlace, text: NarrativeText): Promise<string> {
  const row = await trx
    .insertInto('narrative')
    .values({ ...at, ...text })
    .onConflict((conflict) =>
      conflict
        .constraint('narrative_once')
        .doUpdateSet({ ...text, writtenAt: sql<Date>`now()`, version: sql<number>`narrative.version + 1` }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Two people writing one part wait for each other. */
export async function lockNarrative(trx: Writing, at: NarrativePlace): Promise<void> {
  const key = `narrative ${at.blocYearId} ${at.unitId} ${at.fieldCode} ${at.part} ${at.period}`
  await sql`select pg_advisory_xact_lock(hashtext(${key}))`.execute(trx)
}

export type RatingRow = {
  readonly id: string
  readonly unitId: string
  readonly year: number
  readonly subject: 'unit' | 'party'
  readonly level: RatingLevel
  readonly decidedBy: string
  readonly decision: string
  readonly decidedOn: string | null
  readonly downgradedTo: RatingLevel | null
  readonly downgradedOn: string | null
  readonly downgradeReason: string
  readonly illustrative: boolean
  readonly version: number
}

/** The yearly ratings of units and their party organisations. */
export async function listRatings(
  db: Reading,
  unitIds: readonly string[],
  year: number,
): Promise<readonly RatingRow[]> {
  if (unitIds.length === 0) return []
  const rows = await db
    .selectFrom('rating')
    .select(['id', 'unitId', 'year', 'subject', 'level', 'decidedBy', 'decision', 'decidedOn'])
    .select(['downgradedTo', 'downgradedOn', 'downgradeReason', 'illustrative', 'version'])
    .where('unitId', 'in', unitIds)
    .where('year', '=', year)
    .execute()
  return rows as readonly RatingRow[]
}

export type NewRating = Omit<
  RatingRow,
  'id' | 'illustrative' | 'version' | 'downgradedTo' | 'downgradedOn' | 'downgradeReason'
>

/** Records a rating; false when another changed it since the form was opened. */
export async function putRating(
  trx: Writing,
  rating: NewRating,
  version: number | undefined,
): Promise<string | undefined> {
  const { level, decidedBy, decision, decidedOn } = rating
  const row = await trx
    .insertInto('rating')
    .values(rating)
    .onConflict((conflict) => {
      const update = conflict
        .constraint('rating_once')
        .doUpdateSet({ level, decidedBy, decision, decidedOn, version: sql<number>`rating.version + 1` })
      return version === undefined ? update : update.where('rating.version', '=', version)
    })
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** Records that a rating was lowered later; the first one stays readable. */
export async function downgradeRating(
  trx: Writing,
  id: string,
  change: { readonly downgradedTo: string; readonly downgradedOn: string; readonly downgradeReason: string },
): Promise<void> {
  await trx
    .updateTable('rating')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
}

export type EvidenceRow = {
  readonly id: string
  readonly resultId: string
  readonly unitId: string
  readonly fileId: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly sha256: string
  readonly note: string
  readonly addedAt: Date
  readonly addedByName: string | null
  /** Names of other figures that the same file (by its hash) proves too. */
  readonly alsoProves: readonly string[]
  /** Day on which the same content was first put into the system. */
  readonly firstSeenOn: string
  readonly illustrative: boolean
}

/** The files that prove figures of units in a year; one used for several figures names the others. */
export async function listEvidence(
  db: Reading,
  unitIds: readonly string[],
  year: number,
): Promise<readonly EvidenceRow[]> {
  const found = await sql<EvidenceRow>`
    select e.id, e.result_id, e.unit_id, e.file_id, f.name, f.media_type, f.size, f.sha256, e.note, e.added_at,
      u.name as added_by_name, e.illustrative,
      (select (min(o.uploaded_at) at time zone 'Asia/Ho_Chi_Minh')::date from file o where o.sha256 = f.sha256) as first_seen_on,
      coalesce((
        select json_agg(distinct i2.name || case when r2.unit_id = r.unit_id then '' else ' (' || n.short_name || ')' end)
        from evidence e2
        join file f2 on f2.id = e2.file_id and f2.sha256 = f.sha256
        join result r2 on r2.id = e2.result_id and r2.state = 'current'
        join indicator i2 on i2.id = r2.indicator_id
        left join lateral (
          select short_name from unit_name where unit_id = r2.unit_id order by valid_from desc limit 1) n on true
        where e2.withdrawn_at is null and e2.result_id <> e.result_id
          and e2.unit_id = any(${[...unitIds]}::uuid[])), '[]') as also_proves
    from evidence e
    join file f on f.id = e.file_id
    join result r on r.id = e.result_id
    left join accounts."user" u on u.id = e.added_by
    where e.withdrawn_at is null and r.state = 'current' and r.year = ${year}
      and e.unit_id = any(${[...unitIds]}::uuid[])
    order by e.added_at`.execute(db)
  return found.rows
}

export type NewEvidence = {
  readonly blocYearId: string
  readonly unitId: string
  readonly resultId: string
  readonly fileId: string
  readonly note: string
  readonly addedBy: string | null
}

export async function insertEvidence(trx: Writing, evidence: NewEvidence): Promise<string> {
  const row = await trx.insertInto('evidence').values(evidence).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** Takes a file away from its figure; the record of it stays. */
export async function withdrawEvidenceRow(trx: Writing, id: string, unitId: string): Promise<boolean> {
  const changed = await trx
    .updateTable('evidence')
    .set({ withdrawnAt: sql<Date>`now()` })
    .where('id', '=', id)
    .where('unitId', '=', unitId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

export type FieldRow = { readonly code: string; readonly nameVi: string; readonly nameEn: string }

/** The fields of work in their order. */
export function listFields(db: Reading): Promise<readonly FieldRow[]> {
  return db.selectFrom('fieldOfWork').select(['code', 'nameVi', 'nameEn']).orderBy('position').execute()
}
