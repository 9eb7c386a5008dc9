import { sql } from 'kysely'
import type { Reading, Writing } from '../db/database.ts'
import type { BoardColumn } from '../domain/years/index.ts'

export type StepState = 'draft' | 'sent' | 'returned' | 'accepted' | 'excused'
export type StepChannel = 'screen' | 'paper' | 'file'

/** How far a unit is with one step of the year: one cell of the year board. */
export type UnitStep = {
  readonly id: string
  readonly unitId: string
  readonly step: BoardColumn
  readonly state: StepState
  readonly channel: StepChannel
  readonly onBehalf: boolean
  readonly reason: string
  readonly dueOn: string | null
  readonly changedAt: Date
  readonly version: number
  readonly illustrative: boolean
}

export type StepMove = {
  readonly blocYearId: string
  readonly unitId: string
  readonly step: BoardColumn
  readonly state: StepState
  readonly channel?: StepChannel
  readonly onBehalf?: boolean
  /** Why it was returned or excused. */
  readonly reason?: string
  /** The day of sending, for a step that is sent; the first one counts. */
  readonly sentOn?: string
  readonly accountId: string | null
}

/** Moves one cell of the year board; the topics that own the step's content call it in their transaction. */
export async function moveStep(trx: Writing, move: StepMove): Promise<void> {
  const values = {
    state: move.state,
    channel: move.channel ?? 'screen',
    onBehalf: move.onBehalf ?? false,
    reason: move.reason ?? '',
    changedBy: move.accountId,
  }
  await trx
    .insertInto('unitStep')
    .values({
      blocYearId: move.blocYearId,
      unitId: move.unitId,
      step: move.step,
      sentOn: move.sentOn ?? null,
      ...values,
    })
    .onConflict((conflict) =>
      conflict.constraint('unit_step_once').doUpdateSet({
        ...values,
        sentOn: sql<string | null>`coalesce(unit_step.sent_on, excluded.sent_on)`,
        changedAt: sql<Date>`now()`,
        version: sql<number>`unit_step.version + 1`,
      }),
    )
    .execute()
}

/** One cell, or undefined when nothing was done yet. */
export async function findStep(
  db: Reading,
  blocYearId: string,
  unitId: string,
  step: BoardColumn,
): Promise<UnitStep | undefined> {
  const row = await selectSteps(db, blocYearId)
    .where('unitId', '=', unitId)
    .where('step', '=', step)
    .executeTakeFirst()
  return row as UnitStep | undefined
}

/** All cells of a year that have been touched. */
export async function listSteps(db: Reading, blocYearId: string): Promise<readonly UnitStep[]> {
  return (await selectSteps(db, blocYearId).execute()) as readonly UnitStep[]
}

function selectSteps(db: Reading, blocYearId: string) {
  return db
    .selectFrom('unitStep')
    .select([
      'id',
      'unitId',
      'step',
      'state',
      'channel',
      'onBehalf',
      'reason',
      'dueOn',
      'changedAt',
      'version',
      'illustrative',
    ])
    .where('blocYearId', '=', blocYearId)
}
