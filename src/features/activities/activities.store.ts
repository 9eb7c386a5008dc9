import { sql } from 'kysely'
import type { Reading, Writing } from '../../db/database.ts'

export type ActivityKind = 'sport' | 'heritage_trip' | 'social_welfare' | 'exchange' | 'other'

export type NewActivity = {
  readonly blocYearId: string
  readonly kind: ActivityKind
  readonly title: string
  readonly heldOn: string | null
  readonly place: string
  /** In đồng, exact decimal text. */
  readonly cost: string | null
  readonly note: string
}

export type ActivityRow = NewActivity & {
  readonly id: string
  readonly illustrative: boolean
  readonly version: number
  readonly units: number
  readonly people: number
  /** Sum of the units' contributions in đồng. */
  readonly contributions: string
}

const columns = sql`
  a.id, a.bloc_year_id, a.kind, a.title, a.held_on, a.place, a.cost::text, a.note, a.illustrative, a.version,
  coalesce(t.units, 0) as units, coalesce(t.people, 0) as people, coalesce(t.contributions, '0') as contributions`

const tables = sql`
  activity a
  left join lateral (
    select count(*)::int as units, sum(p.people)::int as people, sum(p.contribution)::text as contributions
    from activity_part p where p.activity_id = a.id) t on true`

/** The common activities of a year, newest first. */
export async function listActivities(db: Reading, blocYearId: string): Promise<readonly ActivityRow[]> {
  const found = await sql<ActivityRow>`
    select ${columns} from ${tables} where a.bloc_year_id = ${blocYearId}
    order by a.held_on desc nulls last, a.created_at desc`.execute(db)
  return found.rows
}

export async function findActivity(db: Reading, activityId: string): Promise<ActivityRow | undefined> {
  const found = await sql<ActivityRow>`select ${columns} from ${tables} where a.id = ${activityId}`.execute(
    db,
  )
  return found.rows[0]
}

export async function insertActivity(trx: Writing, activity: NewActivity): Promise<string> {
  const row = await trx.insertInto('activity').values(activity).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** Changes an activity if it is still in the version the form was opened on. */
export async function updateActivity(
  trx: Writing,
  activityId: string,
  version: number,
  change: Omit<NewActivity, 'blocYearId'>,
): Promise<boolean> {
  const changed = await trx
    .updateTable('activity')
    .set({ ...change, version: version + 1 })
    .where('id', '=', activityId)
    .where('version', '=', version)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** How a unit took part. */
export type Part = {
  readonly unitId: string
  readonly people: number | null
  /** In đồng, exact decimal text. */
  readonly contribution: string | null
  readonly note: string
}

export async function listParts(db: Reading, activityId: string): Promise<readonly Part[]> {
  return db
    .selectFrom('activityPart')
    .select(['unitId', 'people', sql<string | null>`contribution::text`.as('contribution'), 'note'])
    .where('activityId', '=', activityId)
    .execute()
}

/** Records a unit's part; an empty one takes it off again. */
export async function putPart(trx: Writing, activityId: string, part: Part): Promise<void> {
  const { unitId, ...what } = part
  if (what.people === null && what.contribution === null && what.note === '') {
    await trx
      .deleteFrom('activityPart')
      .where('activityId', '=', activityId)
      .where('unitId', '=', unitId)
      .execute()
    return
  }
  await trx
    .insertInto('activityPart')
    .values({ activityId, ...part })
    .onConflict((conflict) => conflict.columns(['activityId', 'unitId']).doUpdateSet(what))
    .execute()
}
