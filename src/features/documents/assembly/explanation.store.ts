import { sql } from 'kysely'
import type { Reading } from '../../../db/database.ts'
import type { AppealOutcome, AppealState, Layer } from '../../../domain/scoring/index.ts'

/** Who gave a point, and on which day. */
export type PointOrigin = {
  readonly code: string
  readonly layer: Layer
  readonly by: string | null
  readonly on: string
}

/** The origins of all points of a unit. */
export async function listOrigins(
  db: Reading,
  tableId: string,
  unitId: string,
): Promise<readonly PointOrigin[]> {
  const found = await sql<PointOrigin>`
    select c.code, s.layer, u.name as by, (s.scored_at at time zone 'Asia/Ho_Chi_Minh')::date as on
    from criterion c join score s on s.criterion_id = c.id and s.unit_id = ${unitId}
    left join accounts."user" u on u.id = s.scored_by
    where c.score_table_id = ${tableId}`.execute(db)
  return found.rows
}

/** A question of a unit on its points, as a paper prints it. */
export type AppealFacts = {
  readonly code: string | null
  readonly body: string
  readonly state: AppealState
  readonly outcome: AppealOutcome | null
  readonly pointsThen: string | null
  readonly pointsAfter: string | null
  readonly answer: string
  readonly sentOn: string
  readonly illustrative: boolean
}

/** The questions of a unit that were not withdrawn, oldest first. */
export async function listAppealFacts(
  db: Reading,
  tableId: string,
  unitId: string,
): Promise<readonly AppealFacts[]> {
  const found = await sql<AppealFacts>`
    select c.code, a.body, a.state, a.outcome, trim_scale(a.points_then)::text as points_then,
      trim_scale(a.points_after)::text as points_after, a.answer, a.sent_on, a.illustrative
    from appeal a left join criterion c on c.id = a.criterion_id
    where a.score_table_id = ${tableId} and a.unit_id = ${unitId} and a.state <> 'withdrawn'
    order by a.created_at, a.id`.execute(db)
  return found.rows
}
