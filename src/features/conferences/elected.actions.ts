import { action, done } from '../../actions/action.ts'
import { refuse, refuseField } from '../../actions/failure.ts'
import { closeOpenLeadership, insertLeadership, isMember } from '../../scopes/leadership.store.ts'
import { findConference } from './conferences.store.ts'
import { pollScope } from './polls.actions.ts'
import { findCounts, findPoll, listCandidates } from './polls.store.ts'

export type AppointElectedInput = {
  readonly pollId: string
  /** Only when the poll took more than one; else the one that was elected. */
  readonly unitId?: string
  /** From when on; the former head acts until then. A handover signed earlier or later moves the day. */
  readonly fromDate: string
  /** Who represents the unit, with office; may be empty. */
  readonly personName: string
  readonly personTitle: string
  /** Empty: the conference and its day. */
  readonly basis: string
}

/** The unit elected at the conference is appointed head or deputy of the year it was elected for. */
export const appointElected = action({
  permission: 'conference.manage',
  audit: 'leadership.elected',
  scope: (db, input: AppointElectedInput, today) => pollScope(db, input.pollId, today),
  constraintFields: { leadership_one_a_year: 'unitId' },
  run: async (trx, input, deed) => {
    const poll = await findPoll(trx, input.pollId, 'share')
    const conference = poll && (await findConference(trx, poll.conferenceId))
    if (!poll || !conference) return refuse('not_found')
    const role = poll.purpose
    if ((role !== 'head' && role !== 'deputy') || poll.forYear === null) return refuse('poll_elects_nobody')
    const [count] = await findCounts(trx, [poll.id])
    if (!count) return refuse('poll_not_counted')
    const candidates = await listCandidates(trx, [poll.id])
    const taken = candidates.flatMap(({ id, unitId }) => (count.taken.includes(id) && unitId ? [unitId] : []))
    const unitId = input.unitId ?? (taken.length === 1 ? taken[0] : undefined)
    if (taken.length === 0) return refuse('nobody_elected')
    if (!unitId || !taken.includes(unitId)) return refuseField('unitId', 'unit_not_elected')
    if (conference.heldOn && input.fromDate < conference.heldOn)
      return refuseField('fromDate', 'term_before_election')
    const blocId = deed.scope.blocId ?? ''
    const { forYear } = poll
    if (!(await isMember(trx, blocId, unitId, deed.scope.year?.year ?? forYear)))
      return refuse('unit_not_elected')
    await closeOpenLeadership(trx, { blocId, role, forYear, from: input.fromDate })
    const basis = input.basis || conference.title
    const { fromDate, personName, personTitle } = input
    const leadershipId = await insertLeadership(trx, {
      blocId,
      unitId,
      role,
      forYear,
      fromDate,
      toDate: null,
      how: 'elected',
      basis,
      personName,
      personTitle,
    })
    return done(
      { leadershipId },
      {
        entity: 'leadership',
        entityId: leadershipId,
        after: { unitId, role, forYear, fromDate, basis, pollId: poll.id },
      },
    )
  },
})
