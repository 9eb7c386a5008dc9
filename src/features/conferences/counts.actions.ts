import { action, done } from '../../actions/action.ts'
import { refuse, refuseField } from '../../actions/failure.ts'
import {
  decide,
  paperDifferences,
  tallyOf,
  tallyOfConsensus,
  tallyOfHands,
  tallyOfPaper,
} from '../../domain/voting/index.ts'
import { type Attachment, keepAttachment } from '../../files/keep.ts'
import { readBox } from './box.store.ts'
import {
  beginRecord,
  faultsOf,
  finishCount,
  startCount,
  stepsToDecide,
  storedTally,
  type VotesByCandidate,
  type WrittenOpinions,
} from './counting.ts'
import { pollOf, rollOf, scoresOf, storedOutcome, votesOf } from './poll-model.ts'
import { holdPoll, pollScope } from './polls.actions.ts'
import { findCounts, listCandidates, listScores, movePoll, putCount } from './polls.store.ts'

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
