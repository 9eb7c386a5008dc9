import { action, done } from '../../actions/action.ts'
import { type FieldFault, refuse, refuseField } from '../../actions/failure.ts'
import type { Reading, Writing } from '../../db/database.ts'
import {
  type Count,
  decide,
  type PaperDifference,
  type Poll,
  paperDifferences,
  type Tally,
  type TieStep,
  tallyOf,
  tallyOfConsensus,
  tallyOfHands,
  tallyOfPaper,
} from '../../domain/voting/index.ts'
import { type Attachment, keepAttachment } from '../../files/keep.ts'
import { readBox, readRoll } from './box.store.ts'
import type { ConferenceRow } from './conferences.store.ts'
import { pollOf, rollOf, scoresOf, storedOutcome, votesOf, withWritten } from './poll-model.ts'
import { assemblyOf, defaultsOf } from './poll-rules.ts'
import { freezeRoll, holdPoll, pollScope } from './polls.actions.ts'
import {
  type CandidateRow,
  type CountRow,
  findCounts,
  listCandidates,
  listScores,
  movePoll,
  type PollRow,
  putCount,
  type StoredVotes,
} from './polls.store.ts'

/** Votes by candidate. */
export type VotesByCandidate = Readonly<Record<string, StoredVotes>>

/** What absent members wrote: how many of them, and what they say of each candidate. */
export type WrittenOpinions = { readonly count: number; readonly votes: VotesByCandidate }

export type ClosePollInput = {
  readonly pollId: string
  /** Opinions of absent members, counted with the ballots where the rules let them. */
  readonly written?: WrittenOpinions
  readonly note?: string
}

/** The poll closes; from here on nothing is accepted. A secret ballot on screen is counted at once. */
export const closePoll = action({
  permission: 'poll.manage',
  audit: 'poll.closed',
  scope: (db, input: ClosePollInput, today) => pollScope(db, input.pollId, today),
  run: async (trx, input, deed) => {
    const held = await holdPoll(trx, input.pollId)
    if (!held.ok) return held
    const { poll, conference } = held.value
    if (poll.state !== 'open') return refuse('poll_not_open')
    await movePoll(trx, poll.id, ['open'], 'closed', deed.now)
    if (poll.method !== 'secret') {
      return done({ pollId: poll.id }, { entity: 'poll', entityId: poll.id, after: { state: 'closed' } })
    }
    const counting = await startCount(trx, poll, conference, input.written, deed.today)
    if (!counting.ok) return counting
    const ballots = await readBox(trx, poll.id)
    const tally = tallyOf(counting.value.poll, ballots)
    const { voters } = counting.value
    await finishCount(
      trx,
      counting.value,
      tally,
      null,
      {
        source: 'box',
        issued: voters,
        note: input.note ?? '',
        scanFileId: null,
        countedBy: deed.accountId,
      },
      deed.now,
    )
    return done(
      { pollId: poll.id },
      { entity: 'poll', entityId: poll.id, after: { state: 'counted', cast: tally.cast } },
    )
  },
})

export type RecordConsensusInput = {
  readonly pollId: string
  /** The candidates agreed on; of a matter, its one candidate. */
  readonly agreed: readonly string[]
  readonly written?: WrittenOpinions
  readonly note?: string
}

/** The conference agrees without a ballot (thống nhất). */
export const recordConsensus = action({
  permission: 'poll.count',
  audit: 'poll.consensus_recorded',
  scope: (db, input: RecordConsensusInput, today) => pollScope(db, input.pollId, today),
  run: async (trx, input, deed) => {
    const begun = await beginRecord(trx, input.pollId, 'consensus', input.written, deed)
    if (!begun.ok) return begun
    const { poll, voters } = begun.value
    if (input.agreed.some((id) => !poll.candidates.some((candidate) => candidate.id === id)))
      return refuse('ballot_unknown_candidate')
    if (poll.seats !== null && input.agreed.length > poll.seats)
      return refuseField('agreed', 'more_agreed_than_seats', String(poll.seats))
    const tally = tallyOfConsensus(poll, voters, input.agreed)
    await finishCount(
      trx,
      begun.value,
      tally,
      tally,
      {
        source: 'consensus',
        issued: voters,
        note: input.note ?? '',
        scanFileId: null,
        countedBy: deed.accountId,
      },
      deed.now,
    )
    return done({ pollId: input.pollId }, { entity: 'poll', entityId: input.pollId, after: input })
  },
})

export type RecordHandsInput = {
  readonly pollId: string
  readonly votes: VotesByCandidate
  readonly written?: WrittenOpinions
  readonly note?: string
}

/** A show of hands is written down: for, against, abstaining, per candidate. */
export const recordHands = action({
  permission: 'poll.count',
  audit: 'poll.hands_recorded',
  scope: (db, input: RecordHandsInput, today) => pollScope(db, input.pollId, today),
  run: async (trx, input, deed) => {
    const begun = await beginRecord(trx, input.pollId, 'hands', input.written, deed)
    if (!begun.ok) return begun
    const { poll, voters, names } = begun.value
    const paper = { issued: voters, returned: voters, valid: voters, invalid: 0, votes: votesOf(input.votes) }
    const faults = faultsOf(paperDifferences(poll, paper, voters), names, 'hands')
    if (faults) return { ok: false, error: { code: 'fields_wrong', fields: faults } }
    const tally = tallyOfHands(poll, voters, paper.votes)
    await finishCount(
      trx,
      begun.value,
      tally,
      tally,
      {
        source: 'hands',
        issued: voters,
        note: input.note ?? '',
        scanFileId: null,
        countedBy: deed.accountId,
      },
      deed.now,
    )
    return done({ pollId: input.pollId }, { entity: 'poll', entityId: input.pollId, after: input })
  },
})

export type RecordPaperCountInput = {
  readonly pollId: string
  /** Phát ra, thu về, hợp lệ, không hợp lệ. */
  readonly issued: number
  readonly returned: number
  readonly valid: number
  readonly invalid: number
  readonly votes: VotesByCandidate
  readonly written?: WrittenOpinions
  /** Explains what differs, e.g. ballots that did not come back. */
  readonly note?: string
  /** Scan of the signed biên bản kiểm phiếu. */
  readonly file: Attachment
}

/** The Ban kiểm phiếu enters its count of paper ballots; figures that do not agree are named one by one. */
export const recordPaperCount = action({
  permission: 'poll.count',
  audit: 'poll.paper_counted',
  scope: (db, input: RecordPaperCountInput, today) => pollScope(db, input.pollId, today),
  run: async (trx, input, deed) => {
    const begun = await beginRecord(trx, input.pollId, 'paper', input.written, deed)
    if (!begun.ok) return begun
    const { poll, voters, names } = begun.value
    const { issued, returned, valid, invalid } = input
    const paper = { issued, returned, valid, invalid, votes: votesOf(input.votes) }
    const open = paperDifferences(poll, paper, voters).filter(
      ({ severity }) => severity === 'error' || (input.note ?? '').trim() === '',
    )
    const faults = faultsOf(open, names, 'paper')
    if (faults) return { ok: false, error: { code: 'fields_wrong', fields: faults } }
    const { provinceId = null, blocId = null } = deed.scope
    const scan = await keepAttachment(trx, input.file, 'file', {
      provinceId,
      blocId,
      uploadedBy: deed.accountId,
    })
    if (!scan.ok) return scan
    const tally = tallyOfPaper(poll, paper)
    await finishCount(
      trx,
      begun.value,
      tally,
      tally,
      {
        source: 'paper',
        issued,
        note: input.note ?? '',
        scanFileId: scan.value,
        countedBy: deed.accountId,
      },
      deed.now,
    )
    const { file: _file, ...after } = input
    return done(
      { pollId: input.pollId },
      { entity: 'poll', entityId: input.pollId, after: { ...after, scanFileId: scan.value } },
    )
  },
})

export type DecideTieInput = {
  readonly pollId: string
  /** Those of the equals who take the seats left; empty to decide by score alone. */
  readonly chosen: readonly string[]
  readonly reason: string
}

/** Equals at the last seat: by score where there is a ranking, else head and deputy (or the chair) decide with a reason. */
export const decideTie = action({
  permission: 'poll.manage',
  audit: 'poll.tie_decided',
  scope: (db, input: DecideTieInput, today) => pollScope(db, input.pollId, today),
  run: async (trx, input, deed) => {
    const held = await holdPoll(trx, input.pollId)
    if (!held.ok) return held
    const [before] = await findCounts(trx, [input.pollId])
    const tie = before?.outcome.tie
    if (!before || !tie) return refuse('no_tie')
    if (tie.step === 'second_ballot') return refuse('tie_needs_second_ballot')
    if (input.chosen.length > 0) {
      if (input.chosen.some((id) => !tie.candidateIds.includes(id))) return refuse('ballot_unknown_candidate')
      if (input.chosen.length !== tie.seatsLeft)
        return refuseField('chosen', 'tie_chosen_number', String(tie.seatsLeft))
      if (input.reason.trim() === '') return refuseField('reason', 'reason_required')
    }
    const { poll: row, conference } = held.value
    const candidates = await listCandidates(trx, [row.id])
    const scores = scoresOf(candidates, await listScores(trx, row.conferenceId))
    const poll = {
      ...pollOf(row, candidates),
      ties: stepsToDecide(row, conference, Object.keys(scores).length > 0),
    }
    const { stated, writtenVotes } = before.outcome
    const decision = { chosen: input.chosen, reason: input.reason }
    const count = decide(
      poll,
      await storedTally(trx, poll, before),
      rollOf(before.entitled, before.present, before.written),
      {
        scores: new Map(Object.entries(scores)),
        ...(input.chosen.length > 0 ? { decision } : {}),
      },
    )
    if (count.tie)
      return input.chosen.length > 0 ? refuse('tie_still_open') : refuseField('chosen', 'tie_needs_decision')
    await putCount(trx, {
      ...before,
      outcome: storedOutcome(count, { stated, writtenVotes, scores }),
      taken: count.taken,
      decision,
      countedBy: deed.accountId,
    })
    return done(
      { pollId: row.id },
      {
        entity: 'poll',
        entityId: row.id,
        before: { tie },
        after: { taken: count.taken },
        reason: input.reason,
      },
    )
  },
})

/** The steps that are left to decide a tie: score only where there are scores, and somebody who decides in the end. */
export function stepsToDecide(
  row: PollRow,
  conference: Pick<ConferenceRow, 'councilId'>,
  scored: boolean,
): readonly TieStep[] {
  const last: TieStep = conference.councilId ? 'chair' : 'head_and_deputy'
  const steps = row.ties.filter((step) => step !== 'second_ballot' && (step !== 'score' || scored))
  return steps.includes('head_and_deputy') || steps.includes('chair') ? steps : [...steps, last]
}

/** The votes of a count that was made, added up anew: out of the box, or as they were stated. */
export async function storedTally(db: Reading, poll: Poll, count: CountRow): Promise<Tally> {
  const { stated, writtenVotes } = count.outcome
  const { issued, returned, valid, invalid, written } = count
  const hall =
    count.source === 'box'
      ? tallyOf(poll, await readBox(db, count.pollId))
      : tallyOfPaper(poll, { issued, returned, valid, invalid, votes: votesOf(stated ?? {}) })
  return withWritten(poll, hall, writtenVotes && { count: written, votes: writtenVotes })
}

type Counting = {
  readonly row: PollRow
  readonly poll: Poll
  readonly candidates: readonly CandidateRow[]
  readonly names: ReadonlyMap<string, string>
  readonly entitled: number
  readonly voters: number
  readonly written: WrittenOpinions | null
}

/** Recording what happened in the hall, also afterwards: the roll is frozen now if the poll was never opened. */
async function beginRecord(
  trx: Writing,
  pollId: string,
  method: PollRow['method'],
  written: WrittenOpinions | undefined,
  deed: { readonly today: string; readonly now: Date },
) {
  const held = await holdPoll(trx, pollId)
  if (!held.ok) return held
  const { poll, conference } = held.value
  if (poll.method !== method) return refuse('poll_of_other_method')
  if (poll.state === 'counted') return refuse('poll_already_counted')
  if (poll.state === 'draft') {
    if (!(await freezeRoll(trx, poll, conference, deed.today))) return refuse('no_voters')
    await movePoll(trx, poll.id, ['draft'], 'open', deed.now)
  }
  await movePoll(trx, poll.id, ['open'], 'closed', deed.now)
  return startCount(trx, poll, conference, written, deed.today)
}

async function startCount(
  trx: Writing,
  row: PollRow,
  conference: ConferenceRow,
  written: WrittenOpinions | undefined,
  today: string,
) {
  const roll = await readRoll(trx, row.id)
  if (!roll) throw new Error('A poll was opened without a roll')
  const candidates = await listCandidates(trx, [row.id])
  const poll = pollOf(row, candidates)
  const names = new Map(candidates.map(({ id, name }) => [id, name]))
  const given = written && written.count > 0 ? written : null
  if (given) {
    const { absentMayWrite } = await defaultsOf(trx, conference, row.awardCode, today)
    if (!absentMayWrite) return refuseField('writtenCount', 'written_not_counted')
    const { wrote } = await assemblyOf(trx, conference, today)
    const wroteOutside = wrote.filter((id) => !roll.voters.includes(id)).length
    if (given.count > wroteOutside)
      return refuseField('writtenCount', 'more_written_than_recorded', String(wroteOutside))
    const paper = {
      issued: given.count,
      returned: given.count,
      valid: given.count,
      invalid: 0,
      votes: votesOf(given.votes),
    }
    const faults = faultsOf(paperDifferences(poll, paper, given.count), names, 'written')
    if (faults) return { ok: false, error: { code: 'fields_wrong', fields: faults } } as const
  }
  const value: Counting = {
    row,
    poll,
    candidates,
    names,
    entitled: roll.entitled,
    voters: roll.voters.length,
    written: given,
  }
  return { ok: true, value } as const
}

type Told = Pick<CountRow, 'source' | 'issued' | 'note' | 'scanFileId'> & {
  readonly countedBy: string | null
}

async function finishCount(
  trx: Writing,
  counting: Counting,
  hall: Tally,
  stated: Tally | null,
  told: Told,
  now: Date,
): Promise<Count> {
  const { row, poll, candidates, written } = counting
  const scores = scoresOf(candidates, await listScores(trx, row.conferenceId))
  const tally = withWritten(poll, hall, written)
  const roll = rollOf(counting.entitled, counting.voters, written?.count ?? 0)
  const count = decide(poll, tally, roll, { scores: new Map(Object.entries(scores)) })
  await putCount(trx, {
    pollId: row.id,
    ...told,
    entitled: counting.entitled,
    present: counting.voters,
    written: written?.count ?? 0,
    returned: hall.cast,
    valid: hall.valid,
    invalid: hall.invalid,
    outcome: storedOutcome(count, {
      stated: stated && Object.fromEntries(stated.votes),
      writtenVotes: written?.votes ?? null,
      scores,
    }),
    taken: count.taken,
    decision: null,
  })
  await movePoll(trx, row.id, ['closed'], 'counted', now)
  return count
}

const fields: Readonly<Record<PaperDifference['code'], string>> = {
  not_a_count: 'issued',
  issued_exceeds_roll: 'issued',
  returned_exceeds_issued: 'returned',
  not_all_returned: 'note',
  returned_not_valid_and_invalid: 'valid',
  votes_exceed_valid: 'valid',
  choices_exceed_ballots: 'valid',
  unknown_candidate: 'valid',
}

/** Puts each difference beside the field it is about; undefined when the figures agree. */
function faultsOf(
  differences: readonly PaperDifference[],
  names: ReadonlyMap<string, string>,
  form: 'paper' | 'hands' | 'written',
): Readonly<Record<string, FieldFault>> | undefined {
  if (differences.length === 0) return undefined
  const votes = form === 'written' ? 'writtenFor' : 'for'
  const [first = ''] = names.keys()
  // Of several differences at one field the first is said: the others often follow from it.
  return Object.fromEntries(
    [...differences].reverse().map(({ code, candidateId, found, limit }): [string, FieldFault] => {
      const about = candidateId ?? (form === 'paper' ? undefined : first)
      const field = about === undefined ? fields[code] : `${votes}.${about}`
      const name = candidateId === undefined ? '' : (names.get(candidateId) ?? '')
      return [
        field,
        {
          code: form === 'paper' ? `paper_${code}` : 'more_votes_than_voters',
          params: [name, String(found), String(limit)],
        },
      ]
    }),
  )
}
