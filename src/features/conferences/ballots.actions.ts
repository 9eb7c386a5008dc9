import { action, done } from '../../actions/action.ts'
import { refuse } from '../../actions/failure.ts'
import type { Reading, Writing } from '../../db/database.ts'
import type { Actor } from '../../domain/permissions/index.ts'
import { type Ballot, castCheck, type PollPhase, type Stance, type Voter } from '../../domain/voting/index.ts'
import { personOfAccount } from './attendance.store.ts'
import { dropBallot, type RollState, readRoll } from './box.store.ts'
import { pollOf } from './poll-model.ts'
import { pollScope } from './polls.actions.ts'
import { findPoll, listCandidates, type PollRow, type PollState, unitOfPerson } from './polls.store.ts'

export type CastBallotInput = {
  readonly pollId: string
  /** Stance by candidate; whoever is left out is abstained on. */
  readonly stances: Readonly<Record<string, Stance>>
  /** Only for a leader of several member units: the one voted for. */
  readonly unitId?: string
}

/**
 * A ballot goes into the box and its voter onto the roll, in one transaction: both or neither. The poll is held against
 * closing and the roll against a second ballot of the same voter; the trace names the poll alone.
 */
export const castBallot = action({
  permission: 'poll.vote',
  audit: 'ballot.cast',
  scope: (db, input: CastBallotInput, today) => pollScope(db, input.pollId, today),
  run: async (trx, input, deed) => {
    const row = await findPoll(trx, input.pollId, 'share')
    if (!row) return refuse('not_found')
    const candidates = await listCandidates(trx, [row.id])
    const roll = await readRoll(trx, row.id, true)
    const voterId = await voterOf(trx, row, roll, deed.actor, input.unitId)
    const voter = await asVoter(trx, row, roll, voterId)
    const ballot: Ballot = new Map(Object.entries(input.stances))
    const checked = castCheck(pollOf(row, candidates), phases[row.state], voter, ballot)
    if (!checked.ok) return refuse(`ballot_${checked.error}`)
    await dropBallot(trx, row.id, voterId ?? '', checked.value)
    return done({ pollId: row.id }, { entity: 'poll', entityId: row.id })
  },
})

const phases: Readonly<Record<PollState, PollPhase>> = {
  draft: 'prepared',
  open: 'open',
  closed: 'closed',
  counted: 'published',
}

/**
 * Who votes when this actor does: the unit it leads, or the person behind its account. Of several units the first that
 * is on the roll and has not voted yet.
 */
export async function voterOf(
  db: Reading,
  poll: Pick<PollRow, 'voters'>,
  roll: RollState | undefined,
  actor: Actor,
  chosenUnit?: string,
): Promise<string | undefined> {
  if (poll.voters === 'persons') return actor.accountId ? personOfAccount(db, actor.accountId) : undefined
  const led = unitsLedBy(actor)
  if (chosenUnit !== undefined) return led.find((unitId) => unitId === chosenUnit)
  const onRoll = led.filter((unitId) => roll?.voters.includes(unitId))
  return onRoll.find((unitId) => !roll?.voted.includes(unitId)) ?? onRoll[0] ?? led[0]
}

function unitsLedBy(actor: Actor): readonly string[] {
  return actor.appointments.flatMap(({ role, unitId }) => (role === 'unit_leader' && unitId ? [unitId] : []))
}

async function asVoter(
  trx: Writing,
  poll: PollRow,
  roll: RollState | undefined,
  voterId: string | undefined,
): Promise<Voter> {
  const known = voterId !== undefined && roll !== undefined
  const unitId = poll.voters === 'units' ? voterId : voterId && (await unitOfPerson(trx, voterId))
  return {
    onRoll: known && roll.voters.includes(voterId),
    hasVoted: known && roll.voted.includes(voterId),
    unitId: unitId ?? null,
    recusedFrom: [],
  }
}
