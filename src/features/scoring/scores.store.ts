import Big from 'big.js'
import { sql } from 'kysely'
import type { Reading, Writing } from '../../db/database.ts'
import type { Entry, Facts, Layer, LayerEntries, Step } from '../../domain/scoring/index.ts'
import type { StepChannel } from '../../steps/steps.store.ts'
import { kept } from './versioned.ts'

/** All points of a year's table: by unit, the entries of each layer that was opened. */
export type ScoreBook = {
  readonly layers: ReadonlyMap<string, LayerEntries>
  /** Criteria not assigned, by unit and code, with the reason. */
  readonly exemptions: ReadonlyMap<string, ReadonlyMap<string, string>>
}

type StoredBook = {
  readonly scores: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>
  readonly exemptions: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** The points of a table as they stand, read fresh; for acts that change them. */
export async function readBook(db: Reading, tableId: string): Promise<ScoreBook> {
  const stored = await queryBook(db, sql`t.id = ${tableId}`)
  return bookOf(stored ?? { scores: {}, exemptions: {} })
}

/** The points of a table, kept until one of them changes; for pages. */
export async function findBook(db: Reading, tableId: string, scoresVersion: number): Promise<ScoreBook> {
  const book = await kept(`scores ${tableId} ${scoresVersion}`, async () => {
    const stored = await queryBook(db, sql`t.id = ${tableId} and t.scores_version = ${scoresVersion}`)
    return stored && bookOf(stored)
  })
  return book ?? readBook(db, tableId)
}

/** How often the scores of a table changed; the name under which pages keep what they computed. */
export async function findScoresVersion(db: Reading, tableId: string): Promise<number> {
  const row = await db
    .selectFrom('scoreTable')
    .select('scoresVersion')
    .where('id', '=', tableId)
    .executeTakeFirstOrThrow()
  return row.scoresVersion
}

async function queryBook(db: Reading, condition: ReturnType<typeof sql>): Promise<StoredBook | undefined> {
  const found = await sql<StoredBook>`
    select
      coalesce((select json_object_agg(u.unit_id, u.layers) from (
        select l.unit_id, json_object_agg(l.layer, l.points) as layers from (
          select s.unit_id, s.layer, json_object_agg(c.code, trim_scale(s.points)::text) as points
          from criterion c join score s on s.criterion_id = c.id
          where c.score_table_id = t.id group by s.unit_id, s.layer) l
        group by l.unit_id) u), '{}') as scores,
      coalesce((select json_object_agg(u.unit_id, u.codes) from (
        select e.unit_id, json_object_agg(c.code, e.reason) as codes
        from criterion c join criterion_exemption e on e.criterion_id = c.id
        where c.score_table_id = t.id group by e.unit_id) u), '{}') as exemptions
    from score_table t where ${condition}`.execute(db)
  return found.rows[0]
}

function bookOf({ scores, exemptions }: StoredBook): ScoreBook {
  const exempt = new Map(
    Object.entries(exemptions).map(([unit, codes]) => [unit, new Map(Object.entries(codes))] as const),
  )
  const layers = new Map(
    Object.entries(scores).map(([unit, byLayer]) => {
      const notAssigned = [...(exempt.get(unit)?.keys() ?? [])]
      return [unit, layersOf(byLayer, notAssigned)] as const
    }),
  )
  return { layers, exemptions: exempt }
}

const left: Entry = { state: 'notAssigned' }

function layersOf(byLayer: StoredBook['scores'][string], notAssigned: readonly string[]): LayerEntries {
  return new Map(
    Object.entries(byLayer).map(([layer, points]) => {
      const entries = new Map<string, Entry>()
      for (const [code, text] of Object.entries(points)) {
        entries.set(code, { state: 'scored', points: new Big(text) })
      }
      for (const code of notAssigned) entries.set(code, left)
      return [layer as Layer, entries] as const
    }),
  )
}

/** One point of a unit with everything that led to it. */
export type ScoreRow = {
  readonly code: string
  readonly layer: Layer
  readonly points: string
  /** What was typed in for the rule; what the records say is read afresh. */
  readonly inputs: Facts
  readonly explanation: readonly Step[]
  /** The note beside a self-score, the reason of a change by a later layer. */
  readonly reason: string
  readonly channel: StepChannel
  readonly onBehalf: boolean
  readonly illustrative: boolean
  readonly scoredByName: string | null
  readonly scoredAt: Date
}

/** All points of one unit, every layer. */
export async function listScores(db: Reading, tableId: string, unitId: string): Promise<readonly ScoreRow[]> {
  const found = await sql<ScoreRow>`
    select c.code, s.layer, trim_scale(s.points)::text as points, s.inputs, s.explanation, s.reason, s.channel,
      s.on_behalf, s.illustrative, u.name as scored_by_name, s.scored_at
    from criterion c join score s on s.criterion_id = c.id and s.unit_id = ${unitId}
    left join accounts."user" u on u.id = s.scored_by
    where c.score_table_id = ${tableId}`.execute(db)
  return found.rows
}

/** What all units typed in for the rules of a layer: unit, code, facts. */
export async function listInputs(
  db: Reading,
  tableId: string,
  layer: Layer,
): Promise<readonly { readonly unitId: string; readonly code: string; readonly inputs: Facts }[]> {
  const found = await sql<{ unitId: string; code: string; inputs: Facts }>`
    select s.unit_id, c.code, s.inputs
    from criterion c join score s on s.criterion_id = c.id and s.layer = ${layer} and s.inputs <> '{}'
    where c.score_table_id = ${tableId}`.execute(db)
  return found.rows
}

/** A point to be stored. */
export type NewScore = {
  readonly criterionId: string
  readonly unitId: string
  readonly points: string
  readonly inputs: Facts
  readonly explanation: readonly Step[]
  readonly reason: string
}

export type ScoringWay = {
  readonly layer: Layer
  readonly channel: StepChannel
  readonly onBehalf: boolean
  readonly scoredBy: string | null
  readonly scoredAt: Date
}

/** Stores any number of points, of one unit or of many, in one statement; what did not change is not touched. */
export async function upsertScores(
  trx: Writing,
  scores: readonly NewScore[],
  way: ScoringWay,
): Promise<void> {
  if (scores.length === 0) return
  await sql`
    insert into score (criterion_id, unit_id, points, inputs, explanation, reason, layer, channel, on_behalf,
      scored_by, scored_at)
    select x."criterionId", x."unitId", x.points, x.inputs, x.explanation, x.reason, ${way.layer}, ${way.channel},
      ${way.onBehalf}, ${way.scoredBy}::uuid, ${way.scoredAt}::timestamptz
    from json_to_recordset(${JSON.stringify(scores)}::json)
      as x("criterionId" uuid, "unitId" uuid, points numeric, inputs jsonb, explanation jsonb, reason text)
    on conflict on constraint score_once do update set points = excluded.points, inputs = excluded.inputs,
      explanation = excluded.explanation, reason = excluded.reason, channel = excluded.channel,
      on_behalf = excluded.on_behalf, scored_by = excluded.scored_by, scored_at = excluded.scored_at,
      illustrative = excluded.illustrative, version = score.version + 1
    where (score.points, score.inputs, score.explanation, score.reason)
      is distinct from (excluded.points, excluded.inputs, excluded.explanation, excluded.reason)`.execute(trx)
}

/** Takes away the points of a unit's layer except those of the criteria given. */
export async function deleteOtherScores(
  trx: Writing,
  tableId: string,
  unitId: string,
  layer: Layer,
  keepCriterionIds: readonly string[],
): Promise<void> {
  await sql`
    delete from score s using criterion c
    where c.id = s.criterion_id and c.score_table_id = ${tableId} and s.unit_id = ${unitId} and s.layer = ${layer}
      and s.criterion_id <> all(${[...keepCriterionIds]}::uuid[])`.execute(trx)
}

/** Marks a criterion as not assigned to a unit, or changes why. */
export async function upsertExemptions(
  trx: Writing,
  unitId: string,
  exemptions: readonly { readonly criterionId: string; readonly reason: string }[],
): Promise<void> {
  if (exemptions.length === 0) return
  await trx
    .insertInto('criterionExemption')
    .values(exemptions.map((one) => ({ ...one, unitId })))
    .onConflict((conflict) =>
      conflict
        .columns(['criterionId', 'unitId'])
        .doUpdateSet((row) => ({ reason: row.ref('excluded.reason') })),
    )
    .execute()
}

/** The criteria count for the unit again. */
export async function deleteExemptions(
  trx: Writing,
  unitId: string,
  criterionIds: readonly string[],
): Promise<void> {
  if (criterionIds.length === 0) return
  await trx
    .deleteFrom('criterionExemption')
    .where('unitId', '=', unitId)
    .where('criterionId', 'in', criterionIds)
    .execute()
}

/** Takes the points of criteria away from a unit in every layer: they are not assigned to it. */
export async function deleteScoresOf(
  trx: Writing,
  unitId: string,
  criterionIds: readonly string[],
): Promise<void> {
  if (criterionIds.length === 0) return
  await trx
    .deleteFrom('score')
    .where('unitId', '=', unitId)
    .where('criterionId', 'in', criterionIds)
    .execute()
}

/** Says that scores of the table changed; every act on scores ends with it. */
export async function countScoreChange(trx: Writing, tableId: string): Promise<void> {
  await trx
    .updateTable('scoreTable')
    .set({ scoresVersion: sql<number>`scores_version + 1` })
    .where('id', '=', tableId)
    .execute()
}

/** Two people saving the scores of one unit, or adopting those of all, wait for each other. */
export async function lockScores(trx: Writing, tableId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`scores ${tableId}`}))`.execute(trx)
}

/** Who checks whom: the unit checked, the unit that checks, in a layer. */
export type Assignment = { readonly layer: Layer; readonly unitId: string; readonly appraiserUnitId: string }

/** The announced plan of checks whose teams cross-check what they visit; undefined when there is none. */
export async function findCrossPlan(
  db: Reading,
  blocYearId: string,
): Promise<{ readonly id: string; readonly title: string } | undefined> {
  return db
    .selectFrom('checkPlan')
    .select(['id', 'title'])
    .where('blocYearId', '=', blocYearId)
    .where('scoresCross', '=', true)
    .where('announcedOn', 'is not', null)
    .orderBy('announcedOn', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/**
 * Who appraises whom. Cross-checks are assigned in one place: where teams of a plan of checks score, by their visits;
 * only else by hand.
 */
export async function listAssignments(db: Reading, blocYearId: string): Promise<readonly Assignment[]> {
  const plan = await findCrossPlan(db, blocYearId)
  const found = await sql<Assignment>`
    select layer, unit_id, appraiser_unit_id from appraisal_assignment
    where bloc_year_id = ${blocYearId} and (layer <> 'cross' or ${plan?.id ?? null}::uuid is null)
    union all
    select 'cross', v.unit_id, x.unit_id from check_visit v
    join check_team_unit x on x.check_team_id = v.check_team_id
    where v.check_plan_id = ${plan?.id ?? null}::uuid and v.state <> 'cancelled'`.execute(db)
  return found.rows
}

/** Whether a visit to the unit is still to be held or to be signed. */
export async function isVisitUnsigned(db: Reading, blocYearId: string, unitId: string): Promise<boolean> {
  const found = await sql<{ unsigned: boolean }>`
    select exists (
      select 1 from check_visit v join check_plan p on p.id = v.check_plan_id
      where p.bloc_year_id = ${blocYearId} and p.announced_on is not null and v.unit_id = ${unitId}
        and v.state <> 'cancelled' and v.signed_on is null) as unsigned`.execute(db)
  return found.rows[0]?.unsigned ?? false
}

/** The assignments of a layer as a whole. */
export async function replaceAssignments(
  trx: Writing,
  blocYearId: string,
  layer: Layer,
  assignments: readonly Omit<Assignment, 'layer'>[],
): Promise<void> {
  await trx
    .deleteFrom('appraisalAssignment')
    .where('blocYearId', '=', blocYearId)
    .where('layer', '=', layer)
    .execute()
  if (assignments.length === 0) return
  await trx
    .insertInto('appraisalAssignment')
    .values(assignments.map((one) => ({ ...one, blocYearId, layer })))
    .execute()
}
