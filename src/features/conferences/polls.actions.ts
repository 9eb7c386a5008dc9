import { action, done } from '../../actions/action.ts'
import { refuse, refuseField } from '../../actions/failure.ts'
import type { Reading, Writing } from '../../db/database.ts'
import type { Scope } from '../../domain/permissions/index.ts'
import {
  type BallotForm,
  type PollBase,
  type PollMethod,
  type ShareName,
  secondBallot as secondBallotOf,
  shares,
  type TieStep,
} from '../../domain/voting/index.ts'
import { openBox } from './box.store.ts'
import { type ConferenceRow, conferenceScope, findConference, listTellers } from './conferences.store.ts'
import type { PollDefaults } from './poll-defaults.ts'
import { openTie, pollOf } from './poll-model.ts'
import { assemblyOf, defaultsOf } from './poll-rules.ts'
import { defaultPollTitle } from './poll-titles.ts'
import {
  awardOrder,
  deletePoll,
  findCounts,
  findPoll,
  findSecondBallot,
  insertCandidates,
  insertPoll,
  listCandidates,
  listPolls,
  movePoll,
  type NewPoll,
  type PollPurpose,
  type PollRow,
} from './polls.store.ts'
import { isSame } from './report.actions.ts'

/** Whom or what is voted on: a unit, or somebody by name. */
export type NewCandidate = { readonly unitId: string | null; readonly name: string; readonly note?: string }

export type DraftPollInput = {
  readonly conferenceId: string
  readonly purpose: PollPurpose
  /** Code of the award, for `purpose: 'award'`. */
  readonly awardCode: string | null
  /** The year of the office, for 'head' and 'deputy'; the year after when left null. */
  readonly forYear: number | null
  /** Empty: named after what it decides. */
  readonly title: string
  /** None for a matter (report, scores, directions, motion): the matter itself is voted on. */
  readonly candidates: readonly NewCandidate[]
  /** How many may be taken; null: all who pass (one, for an office). */
  readonly seats: number | null
  // What the rules of the bloc say unless it is given for this one poll.
  readonly method?: PollMethod
  readonly form?: BallotForm
  readonly maxChoices?: number | null
  readonly base?: PollBase
  readonly passMark?: ShareName
  /** null: no quorum is asked for. */
  readonly quorum?: ShareName | null
  readonly selfVote?: boolean
  readonly ties?: readonly TieStep[]
}

/** A poll is prepared by the rules of the bloc or the council; what may be set otherwise for one poll may be. */
export const draftPoll = action({
  permission: 'poll.manage',
  audit: 'poll.drafted',
  scope: (db, input: DraftPollInput, today) => conferenceScope(db, input.conferenceId, today),
  constraintFields: { poll_award_code_fkey: 'awardCode' },
  run: async (trx, input, deed) => {
    const conference = await findConference(trx, input.conferenceId, 'share')
    if (!conference) return refuse('not_found')
    if (conference.state === 'closed') return refuse('conference_closed')
    const wrong = candidateFault(input, deed.scope)
    if (wrong) return wrong
    const defaults = await defaultsOf(trx, conference, input.awardCode, deed.today)
    const locked = lockedField(input, defaults)
    if (locked) return refuseField(locked, 'poll_rule_locked')
    const poll = await newPoll(trx, conference, input, defaults, deed.scope.year?.year ?? 0)
    if (poll.maxChoices !== null && poll.maxChoices > input.candidates.length)
      return refuseField('maxChoices', 'more_choices_than_candidates')
    const candidates = input.candidates.length > 0 ? input.candidates : [{ unitId: null, name: poll.title }]
    const tellers = await listTellers(trx, conference.id)
    const clash = tellers.find((teller) => input.candidates.some((candidate) => isSame(teller, candidate)))
    if (clash) return refuseField('candidates', 'candidate_is_teller', clash.name)
    const pollId = await insertPoll(trx, poll)
    const candidateIds = await insertCandidates(
      trx,
      pollId,
      candidates.map(({ unitId, name, note = '' }) => ({ unitId, name, note })),
    )
    return done(
      { pollId, candidateIds },
      { entity: 'poll', entityId: pollId, after: { ...poll, candidates } },
    )
  },
})

export type PollInput = { readonly pollId: string }

/** A poll that was not opened is taken away. */
export const discardPoll = action({
  permission: 'poll.manage',
  audit: 'poll.discarded',
  scope: (db, input: PollInput, today) => pollScope(db, input.pollId, today),
  run: async (trx, input) => {
    const poll = await findPoll(trx, input.pollId, 'update')
    if (!poll) return refuse('not_found')
    if (!(await deletePoll(trx, poll.id))) return refuse('poll_not_draft')
    return done({ conferenceId: poll.conferenceId }, { entity: 'poll', entityId: poll.id, before: poll })
  },
})

/** The poll opens: the roll is frozen, an empty box is set, ballots are taken or handed out. */
export const openPoll = action({
  permission: 'poll.manage',
  audit: 'poll.opened',
  scope: (db, input: PollInput, today) => pollScope(db, input.pollId, today),
  run: async (trx, input, deed) => {
    const held = await holdPoll(trx, input.pollId)
    if (!held.ok) return held
    const { poll, conference } = held.value
    if (poll.state !== 'draft') return refuse('poll_not_draft')
    const frozen = await freezeRoll(trx, poll, conference, deed.today)
    if (!frozen) return refuse('no_voters')
    await movePoll(trx, poll.id, ['draft'], 'open', deed.now)
    return done(
      { pollId: poll.id },
      { entity: 'poll', entityId: poll.id, after: { state: 'open', ...frozen } },
    )
  },
})

/** A second ballot among those who were equal at the last seat; it only orders them. */
export const secondBallot = action({
  permission: 'poll.manage',
  audit: 'poll.second_ballot',
  scope: (db, input: PollInput, today) => pollScope(db, input.pollId, today),
  run: async (trx, input) => {
    const held = await holdPoll(trx, input.pollId)
    if (!held.ok) return held
    const first = held.value.poll
    const [count] = await findCounts(trx, [first.id])
    const tie = count && openTie(count.outcome)
    if (tie?.step !== 'second_ballot') return refuse('no_second_ballot')
    if (await findSecondBallot(trx, first.id)) return refuse('second_ballot_exists')
    const candidates = await listCandidates(trx, [first.id])
    const second = secondBallotOf(pollOf(first, candidates), tie)
    const { id: _id, state: _state, illustrative: _illustrative, version: _version, ...row } = first
    const pollId = await insertPoll(trx, {
      ...row,
      passMark: null,
      seats: second.seats,
      maxChoices: second.maxChoices,
      round: 2,
      previousId: first.id,
    })
    const tied = candidates.filter(({ id }) => tie.candidateIds.includes(id))
    const candidateIds = await insertCandidates(
      trx,
      pollId,
      tied.map(({ unitId, name, note }) => ({ unitId, name, note })),
    )
    return done(
      { pollId, candidateIds },
      { entity: 'poll', entityId: pollId, after: { previousId: first.id, seats: tie.seatsLeft } },
    )
  },
})

/** Where a poll lies. */
export async function pollScope(db: Reading, pollId: string, today: string): Promise<Scope | undefined> {
  const poll = await findPoll(db, pollId)
  return poll && conferenceScope(db, poll.conferenceId, today)
}

/** The poll held against any other change, and its conference, which must be open. */
export async function holdPoll(trx: Writing, pollId: string) {
  const poll = await findPoll(trx, pollId, 'update')
  const conference = poll && (await findConference(trx, poll.conferenceId, 'share'))
  if (!poll || !conference) return refuse('not_found')
  if (conference.state === 'closed') return refuse('conference_closed')
  if (conference.state !== 'open') return refuse('conference_not_open')
  return { ok: true, value: { poll, conference } } as const
}

/** Writes down who is entitled and who votes; nothing that changes later changes it. Undefined when nobody may vote. */
export async function freezeRoll(trx: Writing, poll: PollRow, conference: ConferenceRow, today: string) {
  const assembly = await assemblyOf(trx, conference, today)
  if (assembly.voters.length === 0) return undefined
  await openBox(trx, poll.id, assembly.entitled.length, assembly.voters)
  return { entitled: assembly.entitled.length, voters: assembly.voters.length }
}

async function newPoll(
  trx: Writing,
  conference: ConferenceRow,
  input: DraftPollInput,
  { rules, lowestFirst }: PollDefaults,
  year: number,
): Promise<NewPoll> {
  const { purpose, awardCode } = input
  const office = purpose === 'head' || purpose === 'deputy'
  const forYear = office ? (input.forYear ?? year + 1) : null
  const seats = input.seats ?? (office ? 1 : null)
  const rival = seats !== null && input.candidates.length > seats
  const form = input.form ?? (rival ? 'choose' : 'yes_no')
  const earlier = await listPolls(trx, conference.id)
  const rank = lowestFirst && awardCode ? await awardOrder(trx, awardCode) : undefined
  return {
    conferenceId: conference.id,
    purpose,
    awardCode: purpose === 'award' ? awardCode : null,
    forYear,
    title: input.title || (await defaultPollTitle(trx, purpose, awardCode, forYear)),
    method: input.method ?? rules.method,
    voters: rules.voters,
    base: input.base ?? rules.base,
    form,
    passMark: input.passMark ? shares[input.passMark] : rules.passMark,
    quorum: input.quorum === undefined ? rules.quorum : input.quorum && shares[input.quorum],
    ties: input.ties ?? rules.ties,
    seats,
    maxChoices: input.maxChoices === undefined ? (form === 'choose' ? seats : null) : input.maxChoices,
    selfVote: input.selfVote ?? rules.selfVoteAllowed,
    round: 1,
    previousId: null,
    // Awards come in the order of the catalogue, before everything that is voted on without one.
    position: rank ?? 1000 + earlier.length,
  }
}

const offices: readonly PollPurpose[] = ['head', 'deputy']

function candidateFault(input: DraftPollInput, scope: Scope) {
  const { purpose, candidates } = input
  if (purpose === 'award' && !input.awardCode) return refuseField('awardCode', 'award_missing')
  if ((purpose === 'award' || offices.includes(purpose)) && candidates.length === 0)
    return refuseField('candidates', 'candidates_missing')
  if (purpose === 'motion' && input.title === '' && candidates.length === 0)
    return refuseField('title', 'required')
  if (offices.includes(purpose) && candidates.some(({ unitId }) => unitId === null))
    return refuseField('candidates', 'office_needs_unit')
  const members = scope.year?.memberUnitIds
  if (members && candidates.some(({ unitId }) => unitId !== null && !members.includes(unitId)))
    return refuseField('candidates', 'candidate_not_member')
  const keys = candidates.map(({ unitId, name }) => unitId ?? name.trim().toLocaleLowerCase('vi'))
  if (keys.includes('')) return refuseField('candidates', 'candidate_unnamed')
  if (new Set(keys).size < keys.length) return refuseField('candidates', 'candidate_twice')
  if (input.seats !== null && candidates.length > 0 && input.seats > candidates.length)
    return refuseField('seats', 'more_seats_than_candidates')
  return undefined
}

/** The field that departs from a rule the province has locked. */
function lockedField(input: DraftPollInput, { rules, sources }: PollDefaults): string | undefined {
  const given = {
    method: input.method,
    base: input.base,
    passMark: input.passMark && shares[input.passMark],
    quorum: input.quorum === undefined ? undefined : input.quorum && shares[input.quorum],
    selfVote: input.selfVote,
    ties: input.ties,
  }
  const set = { ...rules, selfVote: rules.selfVoteAllowed }
  return (Object.keys(given) as (keyof typeof given)[]).find(
    (key) =>
      given[key] !== undefined &&
      sources[key].locked &&
      JSON.stringify(given[key]) !== JSON.stringify(set[key]),
  )
}
