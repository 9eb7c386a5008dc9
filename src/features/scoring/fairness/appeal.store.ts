import { sql } from 'kysely'
import type { Reading, Writing } from '../../../db/database.ts'
import { effectiveRules, type RuleRow } from '../../../domain/blocs/index.ts'
import type { AppealKind, AppealOutcome, AppealState, Layer } from '../../../domain/scoring/index.ts'
import type { StepChannel } from '../../../steps/steps.store.ts'

/** A question on points, with everything its readers see. */
export type AppealRow = {
  readonly id: string
  readonly unitId: string
  /** Null: the sheet as a whole. */
  readonly code: string | null
  readonly criterionName: string | null
  readonly layer: Layer
  readonly kind: AppealKind
  readonly body: string
  readonly askedPoints: string | null
  readonly pointsThen: string | null
  readonly state: AppealState
  readonly outcome: AppealOutcome | null
  readonly pointsAfter: string | null
  readonly answer: string
  readonly channel: StepChannel
  readonly onBehalf: boolean
  readonly sentOn: string
  readonly sentByName: string | null
  readonly answeredOn: string | null
  readonly answeredByName: string | null
  readonly illustrative: boolean
  readonly files: readonly { readonly fileId: string; readonly fileName: string }[]
}

/** The questions of a table, oldest first; of one unit when it is named. */
export async function listAppeals(
  db: Reading,
  tableId: string,
  unitId?: string,
): Promise<readonly AppealRow[]> {
  const found = await sql<AppealRow>`
    select a.id, a.unit_id, c.code, c.name as criterion_name, a.layer, a.kind, a.body,
      trim_scale(a.asked_points)::text as asked_points, trim_scale(a.points_then)::text as points_then, a.state,
      a.outcome, trim_scale(a.points_after)::text as points_after, a.answer, a.channel, a.on_behalf, a.sent_on,
      s.name as sent_by_name, a.answered_on, w.name as answered_by_name, a.illustrative,
      coalesce((select json_agg(json_build_object('fileId', f.id, 'fileName', f.name) order by f.name)
        from appeal_file af join file f on f.id = af.file_id where af.appeal_id = a.id), '[]') as files
    from appeal a
    left join criterion c on c.id = a.criterion_id
    left join accounts."user" s on s.id = a.sent_by
    left join accounts."user" w on w.id = a.answered_by
    where a.score_table_id = ${tableId} and (${unitId ?? null}::uuid is null or a.unit_id = ${unitId ?? null}::uuid)
    order by a.created_at, a.id`.execute(db)
  return found.rows
}

/** How many questions of a table still wait for an answer, of the head or of the conference. */
export async function countOpenAppeals(db: Reading, tableId: string): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from appeal
    where score_table_id = ${tableId} and kind = 'appeal' and state in ('sent', 'conference')`.execute(db)
  return found.rows[0]?.n ?? 0
}

export type NewAppeal = {
  readonly scoreTableId: string
  readonly unitId: string
  readonly criterionId: string | null
  readonly layer: Layer
  readonly kind: AppealKind
  readonly body: string
  readonly askedPoints: string | null
  readonly pointsThen: string | null
  readonly channel: StepChannel
  readonly onBehalf: boolean
  readonly sentBy: string | null
  readonly sentOn: string
}

/** Keeps a question with the files that go with it. */
export async function insertAppeal(
  trx: Writing,
  appeal: NewAppeal,
  fileIds: readonly string[],
): Promise<string> {
  const { id } = await trx.insertInto('appeal').values(appeal).returning('id').executeTakeFirstOrThrow()
  const files = [...new Set(fileIds)].map((fileId) => ({ appealId: id, fileId }))
  if (files.length > 0) await trx.insertInto('appealFile').values(files).execute()
  return id
}

export type AppealChange = {
  readonly state: AppealState
  readonly outcome?: AppealOutcome
  readonly pointsAfter?: string | null
  readonly answer?: string
  readonly answeredBy?: string | null
  readonly answeredOn?: string
}

/** Moves a question on; false when it is no longer in the state it was read in. */
export async function updateAppeal(
  trx: Writing,
  id: string,
  from: AppealState,
  change: AppealChange,
): Promise<boolean> {
  const row = await trx
    .updateTable('appeal')
    .set(change)
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return row.numUpdatedRows > 0n
}

/** When points were shown and until when they may be questioned: for all members, or for one unit again. */
export type AppealWindow = {
  /** Null: all members. */
  readonly unitId: string | null
  readonly shownOn: string
  readonly dueOn: string
  readonly reason: string
}

export async function listWindows(db: Reading, blocYearId: string): Promise<readonly AppealWindow[]> {
  const rows = await db
    .selectFrom('appealWindow')
    .select(['unitId', 'shownOn', 'dueOn', 'reason'])
    .where('blocYearId', '=', blocYearId)
    .execute()
  return rows as unknown as readonly AppealWindow[]
}

/** Sets the period of all members or of one unit in place of what was set before; the first day shown stays. */
export async function upsertWindow(
  trx: Writing,
  window: AppealWindow & { readonly blocYearId: string; readonly setBy: string | null; readonly setAt: Date },
): Promise<void> {
  const { dueOn, reason, setBy, setAt } = window
  await trx
    .insertInto('appealWindow')
    .values(window)
    .onConflict((conflict) =>
      conflict.constraint('appeal_window_once').doUpdateSet({ dueOn, reason, setBy, setAt }),
    )
    .execute()
}

/** The day the year came before the conference: appraised points are shown to all from then on. */
export async function findConferenceDay(db: Reading, blocYearId: string): Promise<string | null> {
  const found = await sql<{ day: string | null }>`
    select min((changed_at at time zone 'Asia/Ho_Chi_Minh')::date) as day from state_change
    where bloc_year_id = ${blocYearId} and to_state = 'conference'`.execute(db)
  return found.rows[0]?.day ?? null
}

/** The bloc's rule on how many days a unit has. */
export async function findAppealDays(db: Reading, blocYearId: string) {
  const found = await sql<RuleRow & { ofBloc: boolean; year: number }>`
    select r.key, r.value, r.from_year, r.to_year, nullif(r.basis, '') as basis, r.locked,
      r.bloc_id is not null as of_bloc, y.year
    from bloc_year y join bloc b on b.id = y.bloc_id
    join rule_value r on r.province_id = b.province_id and (r.bloc_id is null or r.bloc_id = b.id)
    where y.id = ${blocYearId} and r.key = 'scoring.appeal_days'`.execute(db)
  const rows = found.rows
  const year = rows[0]?.year ?? 0
  const rules = effectiveRules(
    rows.filter((row) => !row.ofBloc),
    rows.filter((row) => row.ofBloc),
    year,
  )
  return rules['scoring.appeal_days']
}
