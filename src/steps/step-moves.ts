import { type Deed, type Done, done } from '../actions/action.ts'
import { type Failure, refuse, refuseField } from '../actions/failure.ts'
import type { Writing } from '../db/database.ts'
import type { Result } from '../domain/result.ts'
import type { BoardColumn } from '../domain/years/index.ts'
import { findStep, moveStep, type StepChannel, type StepState } from './steps.store.ts'

/** A step of one unit in one year of a bloc. */
export type StepOfUnit = { readonly blocYearId: string; readonly unitId: string; readonly step: BoardColumn }

/** What became of a step; the value of the actions that send, return and accept. */
export type StepMoved = { readonly state: StepState }

type Moved = Result<Done<StepMoved>, Failure>

/** The unit (or another on its behalf) sends what it entered; what was sent or accepted is not sent twice. */
export async function sendStep(
  trx: Writing,
  at: StepOfUnit,
  channel: StepChannel,
  deed: Deed,
): Promise<Moved> {
  const before = await stateOf(trx, at)
  if (before === 'sent') return refuse('step_already_sent')
  if (before === 'accepted') return refuse('step_already_accepted')
  return move(trx, at, before, { state: 'sent', channel, onBehalf: deed.onBehalf, sentOn: deed.today }, deed)
}

/** Gives what was sent (or already accepted) back to the unit, with the reason the unit reads. */
export async function returnStep(trx: Writing, at: StepOfUnit, reason: string, deed: Deed): Promise<Moved> {
  const before = await findStep(trx, at.blocYearId, at.unitId, at.step)
  if (before?.state !== 'sent' && before?.state !== 'accepted') return refuse('step_not_sent')
  if (reason.trim() === '') return refuseField('reason', 'reason_required')
  const { channel, onBehalf } = before
  return move(trx, at, before.state, { state: 'returned', channel, onBehalf, reason }, deed)
}

/** Accepts what was sent; how it came in stays on the board. */
export async function acceptStep(trx: Writing, at: StepOfUnit, deed: Deed): Promise<Moved> {
  const before = await findStep(trx, at.blocYearId, at.unitId, at.step)
  if (before?.state !== 'sent') return refuse('step_not_sent')
  const { channel, onBehalf } = before
  return move(trx, at, before.state, { state: 'accepted', channel, onBehalf }, deed)
}

/**
 * Notes that a unit works on a step. A returned step stays returned until it is sent again; what was sent or accepted
 * stays so.
 */
export async function beginStep(
  trx: Writing,
  at: StepOfUnit,
  channel: StepChannel,
  deed: Deed,
): Promise<void> {
  const before = await stateOf(trx, at)
  if (before !== undefined && before !== 'draft') return
  await moveStep(trx, { ...at, state: 'draft', channel, onBehalf: deed.onBehalf, accountId: deed.accountId })
}

async function stateOf(trx: Writing, at: StepOfUnit): Promise<StepState | undefined> {
  return (await findStep(trx, at.blocYearId, at.unitId, at.step))?.state
}

type Cell = {
  readonly state: StepState
  readonly channel: StepChannel
  readonly onBehalf: boolean
  readonly reason?: string
  readonly sentOn?: string
}

async function move(
  trx: Writing,
  at: StepOfUnit,
  before: StepState | undefined,
  cell: Cell,
  deed: Deed,
): Promise<Moved> {
  await moveStep(trx, { ...at, ...cell, accountId: deed.accountId })
  const reason = cell.reason ?? ''
  return done(
    { state: cell.state },
    {
      entity: 'unit_step',
      entityId: at.unitId,
      before: { step: at.step, state: before },
      after: { step: at.step, ...cell },
      reason,
    },
  )
}
